"""Names in their role: people who bear a product's name, makers behind a tool's name, and words that only stand near."""

from __future__ import annotations

import pytest
from worlds import small_register

from vcassist.chain.fields import FIELDS
from vcassist.reading.guesses import GuessRules
from vcassist.reading.names import NameFinder, is_somebody
from vcassist.reading.seen import look
from vcassist.reading.trained import Guess
from vcassist.reading.volunteered import volunteered


@pytest.mark.parametrize(
    "text",
    [
        "Dr Claude checks every X-ray.",
        "our nurse Heidi reads them",
        "Claude, our treasurer, types it in",
        "Sam from accounts exports the list",
        "Claude (a volunteer) does the labels",
        "Gemini is on leave till Monday",
    ],
)
def test_whoever_bears_the_name_of_a_product_is_still_somebody(text: str) -> None:
    name = next(n for n in ("Claude", "Heidi", "Sam", "Gemini") if n in text)
    assert is_somebody(text, text.index(name), text.index(name) + len(name))


@pytest.mark.parametrize(
    "text",
    [
        "We use Claude for letters",
        "Claude, which we pay for",
        "our assistant Claude drafts",
        "the new Claude model",
        "Claude from Anthropic",
        "our secretary ChatGPT",
    ],
)
def test_a_tool_stays_a_tool(text: str) -> None:
    name = "Claude" if "Claude" in text else "ChatGPT"
    assert not is_somebody(text, text.index(name), text.index(name) + len(name))


def supplier_in(text: str, guessed: str) -> object:
    """What the rules make of a guess that these words name the application's supplier."""
    register = small_register()
    finder = NameFinder(register)
    spec = FIELDS["application.supplier"]
    start = text.index(guessed)
    guess = Guess(spec.key, 0.9, "known", 0.97, (), start, start + len(guessed))
    found = GuessRules(register, finder).proposal(guess, look(text, finder, spec), spec)
    return found and found.value


@pytest.mark.parametrize(
    "text",
    [
        "Our ToothSpotter from Molarix Ltd marks the bad teeth.",
        "We have ToothSpotter, made by Molarix Ltd.",
        "It is “ToothSpotter” by Molarix Ltd, I think.",
    ],
)
def test_of_a_tool_from_a_maker_the_maker_supplies(text: str) -> None:
    assert supplier_in(text, "ToothSpotter") == "Molarix Ltd"


def test_a_place_behind_from_is_no_maker() -> None:
    assert supplier_in("We bought it off Molarix from Nairobi.", "Molarix") == "Molarix"


def test_asked_what_would_happen_people_answer_in_ifs() -> None:
    register = small_register()
    text = "If it goes down we would be slower."
    asked = FIELDS["application.outage_effect"]
    assert look(text, NameFinder(register), asked).plain(0, len(text))
    assert not look(text, NameFinder(register), FIELDS["storage.encrypted"]).plain(0, len(text))


@pytest.mark.parametrize(
    ("text", "sector"),
    [
        ("A small rural clinic, nine of us.", "health"),
        ("primary school in Leeds", "education"),
        ("It writes letters to the ministry.", None),
        ("Letters to the ministry go out by hand", None),
    ],
)
def test_words_at_the_beginning_introduce_somebody_only_right_before_the_noun(text: str, sector: str | None) -> None:
    found = [f.value for f in volunteered(text) if f.key == "organisation.sector"]
    assert found == ([sector] if sector else [])
