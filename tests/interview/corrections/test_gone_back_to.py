"""Who goes back by themselves to what they told, and has it from somewhere, is not asked which is right."""

from __future__ import annotations

from dataclasses import replace

import pytest
from talks import ask, talk

from vcassist.interview.corrections.gone_back_to import gone_back_to
from vcassist.interview.heard import Heard
from vcassist.interview.ports import Reading, Touch
from vcassist.interview.session import Contradiction

BORDER, OPEN = "storage.crosses_border", "application.alternative"


def comes_to(said: str, touch: Touch, chances: tuple[tuple[str, float], ...] = (), asked: str = OPEN) -> Heard:
    """What a message comes to that contradicts the noted "no, never" with all of its words, and tells nothing else."""
    t = talk()
    t.know(**{BORDER: "no"})
    ask(t, asked)
    tools = replace(t.tools, touches=lambda say, key, notes: [touch for _ in notes], answers=lambda say, key: chances)
    doubt = Contradiction(BORDER, "no", "yes", "no, never", said)
    return gone_back_to(Heard(conflicts=(doubt,), reading=Reading((), "answer")), said, t.session, 7, tools)


LIGHTLY, PLAINLY = Touch(otherwise=0.2), Touch(instead=0.6)


@pytest.mark.parametrize(
    "said",
    [
        "my boss says data goes out of Turkey",
        "I have just rung them. It goes to Dublin.",
        "Found the annex, it goes to Dublin.",
        "So it does leave the country after all.",
        "A certificate before me attests that it leaves.",
    ],
)
def test_what_somebody_looked_up_or_was_told_takes_the_place_of_what_stood(said: str) -> None:
    heard = comes_to(said, LIGHTLY)
    assert [(old.value, new.value) for old, new in heard.replaced] == [("no", "yes")]
    assert not heard.conflicts and heard.reading.intent == "correction"


def test_what_plainly_sets_it_right_needs_no_source() -> None:
    assert comes_to("It goes to Dublin.", PLAINLY).replaced


@pytest.mark.parametrize(
    ("said", "touch"),
    [
        ("It goes to Dublin.", LIGHTLY),
        ("My boss says it goes to Dublin.", Touch()),
        ("My boss says maybe it goes to Dublin.", PLAINLY),
        ("I asked, does it go to Dublin?", PLAINLY),
        ("Somebody said it goes to Dublin.", PLAINLY),
    ],
)
def test_what_is_only_told_in_passing_asked_or_unsure_is_asked_back(said: str, touch: Touch) -> None:
    heard = comes_to(said, touch)
    assert heard.conflicts and not heard.replaced


@pytest.mark.parametrize(
    ("chances", "taken"),
    [
        ((("yes", 0.6), ("no", 0.2), ("", 0.2)), True),
        ((("yes", 0.2), ("partly", 0.5), ("", 0.3)), False),
        ((("yes", 0.3), ("no", 0.0), ("", 0.7)), False),
    ],
)
def test_as_it_was_learnt_from_answers_the_new_choice_must_be_the_likeliest(
    chances: tuple[tuple[str, float], ...], taken: bool
) -> None:
    assert bool(comes_to("My boss says it goes to Dublin.", LIGHTLY, chances).replaced) == taken


def test_beside_an_answer_and_where_it_was_put_just_now_nothing_is_decided() -> None:
    assert not comes_to("My boss says it goes to Dublin.", PLAINLY, asked=BORDER).replaced
