"""What needs no question to be understood: that a thing needs a line, and that nobody checks what it makes."""

from __future__ import annotations

import time

import pytest

from vcassist.chain.fields import FIELDS
from vcassist.knowledge.register import load_register
from vcassist.reading.naming.names import NameFinder
from vcassist.reading.seen import look
from vcassist.reading.told.plainly_told import OFFLINE, RETENTION, REVIEW, SOURCING, plainly_told, with_plainly_told

FINDER = NameFinder(load_register())


def told(message: str, ref: str) -> object:
    found = plainly_told(look(message, FINDER, None), None, None)
    return next((p.value for p in found if p.ref == ref), None)


@pytest.mark.parametrize(
    "message",
    [
        "It needs the internet too.",
        "It works only with a connection",
        "It only runs with wifi",
        "It depends on the line.",
    ],
)
def test_what_needs_a_line_does_not_work_without(message: str) -> None:
    assert told(message, OFFLINE) == "no"


@pytest.mark.parametrize("message", ["It works without signal.", "The tablet runs fine without any internet line.", "It keeps going without the net, up there."])  # fmt: skip
def test_what_goes_without_a_line_works_without_it(message: str) -> None:
    assert told(message, OFFLINE) == "yes"


@pytest.mark.parametrize(
    "message",
    ["It does not work without signal.", "It hardly works without signal.", "Nothing runs without the internet.", "It works without net but cannot save."],
)  # fmt: skip
def test_what_hardly_goes_without_a_line_does_not_plainly(message: str) -> None:
    assert told(message, OFFLINE) != "yes"


@pytest.mark.parametrize("message", ["None of our tools works without a connection.", "Neither runs without signal."])
def test_what_none_of_them_does_is_a_no(message: str) -> None:
    assert told(message, OFFLINE) == "no"


@pytest.mark.parametrize(
    "message",
    [
        "It needs the internet only to update.",
        "It needs the internet when we send them.",
        "It needs a line sometimes.",
        "Does it need the internet? It needs the internet?",
        "We need the internet for our letters.",
        "It does not work only with wifi.",
    ],
)
def test_what_needs_it_for_something_or_is_only_asked_says_no_such_thing(message: str) -> None:
    assert told(message, OFFLINE) is None


@pytest.mark.parametrize(
    "message", ["It, unchecked.", "It goes out unchecked", "With it nobody can check.", "For those no one ever checks"]
)
def test_what_nobody_can_check_is_never_checked(message: str) -> None:
    assert told(message, REVIEW) == "never"


@pytest.mark.parametrize(
    "message", ["Nobody checks who comes in.", "We sent unchecked luggage.", "With it nobody checks the weather."]
)
def test_what_else_nobody_checks_is_no_output(message: str) -> None:
    assert told(message, REVIEW) is None


def test_nothing_takes_long() -> None:
    began = time.process_time()
    for run in (" ", ".", "with it ", "needs the "):
        told(run * 2500, OFFLINE)
    assert time.process_time() - began < 8


@pytest.mark.parametrize(
    ("message", "value"),
    [
        ("We hold none of them past the vintage, the barrel boy wipes it.", "yes"),
        ("Nothing is stored longer than two terms.", "yes"),
        ("Nothing stays with us after the wedding.", "yes"),
        ("We keep nothing.", None),
        ("None is kept here, it goes to Basel.", None),
    ],
)
def test_what_is_kept_no_longer_than_some_time_is_deleted_then(message: str, value: str | None) -> None:
    assert told(message, RETENTION) == value


def test_a_rule_that_is_held_up_to_what_is_done_is_followed_in_part() -> None:
    seen = look("Rule: the films are erased after a month. Reality: the lad is never here.", FINDER, None)
    assert with_plainly_told({}, seen, None, None)[RETENTION].value == "partly"


@pytest.mark.parametrize(
    ("message", "country"),
    [
        ("Within the Republic. No copy may pass the frontier.", "UY"),
        ("in our own country", "UY"),
        ("Same country as us", "UY"),
        ("here", "UY"),
        ("not in our country", None),
        ("in our country house in Spain", None),
    ],
)
def test_a_place_at_home_is_in_the_country_of_the_organisation(message: str, country: str | None) -> None:
    asked = FIELDS["storage.country"]
    found = plainly_told(look(message, FINDER, asked), asked, "UY")
    assert next((p.value for p in found if p.ref == asked.key), None) == country
    assert not list(plainly_told(look(message, FINDER, asked), asked, None))


@pytest.mark.parametrize(
    "message",
    [
        "Faro was built by our radio man and a firm from Horta together.",
        "It was made by a small company and our own nurse, side by side.",
        "We built it with a firm from Horta.",
        "we developed the tool together with the university",
    ],
)
def test_what_one_s_own_people_and_a_house_made_was_built_by_both(message: str) -> None:
    assert told(message, SOURCING) == "both"


@pytest.mark.parametrize(
    "message",
    ["We built it with an open library.", "It was not built by us and a firm together.", "A firm built it, and our nurse uses it.", "Our nurse and a firm's man had lunch together."],
)  # fmt: skip
def test_else_it_is_not(message: str) -> None:
    assert told(message, SOURCING) != "both"


def test_joint_work_tells_who_built_it_where_that_is_asked() -> None:
    def of(asked: str) -> object:
        seen = look("It was a joint work.", FINDER, FIELDS[asked])
        return next((p.value for p in plainly_told(seen, FIELDS[asked], None) if p.ref == SOURCING), None)

    assert of(SOURCING) == "both"
    assert of(REVIEW) is None


@pytest.mark.parametrize(
    "message",
    ["We run a fine-tuned Llama 3.1 that drafts replies.", "We use Whisper, fine-tuned on our tapes.", "It is a Mistral which we fine-tuned in May."],
)  # fmt: skip
def test_a_model_that_is_called_fine_tuned_is_so(message: str) -> None:
    assert told(message, "model.adaptation") == "fine_tuned"


@pytest.mark.parametrize(
    "message", ["We use Llama 3 as is, not a fine-tuned Llama.", "Do you need a fine-tuned Llama for that?"]
)
def test_what_is_denied_or_asked_is_not(message: str) -> None:
    assert told(message, "model.adaptation") is None
