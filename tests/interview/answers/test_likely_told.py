"""What a message that answered nothing seems to tell of another matter is put to the person for a yes, and never noted behind their back."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from talks import ask, talk

from vcassist.chain.facts import Fact
from vcassist.interview.answers.likely_told import LEANS, SPEAKS, with_likely_told, without_a_piece
from vcassist.interview.heard import Heard
from vcassist.interview.ports import Reading, Stated
from vcassist.interview.session import Turn

IMPACT = "governance.impact_assessment"
SAID = "There was a DPIA, but it was written by the vendor."


def heard(
    said: str = SAID, speaks: float = SPEAKS, leans: float = LEANS, asked: str = "organisation.name", **known: Any
) -> Heard:
    t = ask(talk(), asked)
    if known:
        t.know(**known)
        t = ask(t, asked)

    def spoken_of(text: str, among: Any) -> list[tuple[str, float]]:
        return [(IMPACT, speaks)] if "DPIA" in text and IMPACT in among else []

    tools = replace(t.tools, spoken_of=spoken_of, stated=lambda text: [Stated(IMPACT, "partly", leans)])
    return with_likely_told(Heard(vague=True, reading=Reading((), "answer")), said, t.session, 9, tools)


def test_it_is_asked_after_with_the_words_that_tell_it() -> None:
    found = heard()
    assert found.unsure is not None
    assert (found.unsure.ref, found.unsure.value, found.unsure.quote) == (IMPACT, "partly", SAID)
    assert not found.facts
    assert not found.vague


def test_the_sentence_that_tells_it_is_quoted() -> None:
    found = heard(f"It rains here. {SAID}")
    assert found.unsure is not None
    assert (found.unsure.quote, found.unsure.start) == (SAID, 15)


@pytest.mark.parametrize(
    "case",
    [
        {"speaks": SPEAKS - 0.1},
        {"leans": LEANS - 0.1},
        {"said": "There was a DPIA, was there?"},
        {"said": "A DPIA."},
        {"asked": IMPACT},
        {"governance__impact_assessment": "no"},
    ],
)
def test_nothing_is_asked_after_that_is_hardly_told_asked_just_now_or_known(case: dict[str, Any]) -> None:
    assert heard(**case).unsure is None


def test_who_said_no_to_it_is_not_asked_twice() -> None:
    t = ask(talk(), "organisation.name")
    last = t.session.turns[-1]
    t.session = replace(
        t.session, turns=(*t.session.turns, Turn(last.number + 1, refused=(IMPACT,), awaiting=last.awaiting))
    )
    tools = replace(t.tools, spoken_of=lambda text, among: [(k, 0.9) for k in among if k == IMPACT], stated=lambda text: [Stated(IMPACT, "yes", 0.9)])  # fmt: skip
    assert with_likely_told(Heard(reading=Reading((), "answer")), SAID, t.session, 9, tools).unsure is None


WASTE = "application.alternative"


def own(said: str, near: tuple[float, str, float] | None, asked: str = WASTE) -> Heard:
    t = ask(talk(), asked)
    tools = replace(t.tools, nearest=lambda text, key: near)
    return with_likely_told(Heard(vague=True, reading=Reading((), "answer")), said, t.session, 9, tools)


def test_what_was_asked_is_put_as_the_choice_that_a_message_comes_nearest_to() -> None:
    said = "who would do that lol"
    found = own(said, (0.9, "no", 0.9))
    assert found.unsure is not None and not found.vague
    assert (found.unsure.ref, found.unsure.value, found.unsure.quote) == (WASTE, "no", said)


@pytest.mark.parametrize(
    ("said", "near", "asked"),
    [
        ("who would do that lol", (0.5, "no", 0.9), WASTE),
        ("who would do that lol", (0.9, "no", 0.3), WASTE),
        ("who would do that lol", None, WASTE),
        ("hm well", (0.9, "no", 0.9), WASTE),
        ("would who do that?", (0.9, "no", 0.9), WASTE),
        ("Northern Star it is", (0.9, "no", 0.9), "organisation.name"),
    ],
)
def test_what_comes_near_to_nothing_is_not_put(said: str, near: tuple[float, str, float] | None, asked: str) -> None:
    assert own(said, near, asked).unsure is None


def test_beside_something_else_it_must_come_nearer() -> None:
    said = "The sector is trade, and who would do that"
    t = ask(talk(), WASTE)
    told = Heard((Fact("organisation.sector", "known", "business", "trade", 14, 19, 9),), reading=Reading((), "answer"))
    for near, put in (((0.97, "no", 0.9), True), ((0.9, "no", 0.9), False)):
        tools = replace(t.tools, nearest=lambda text, key, near=near: near)
        assert (with_likely_told(told, said, t.session, 9, tools).unsure is not None) is put


def test_a_piece_of_a_message_that_answers_nothing_is_no_answer() -> None:
    said = "I am asked about it, so me I suppose, though nobody ever said it."
    t = ask(talk(), WASTE)
    at = said.index("nobody")
    no = Fact(WASTE, "known", "no", "nobody ever said it", at, at + 19, 9)
    heard = Heard((no,), reading=Reading((), "answer"))
    learnt = {"Yes, we do.": (0.9, "yes", 0.9)}
    deaf = replace(t.tools, nearest=lambda text, key: learnt.get(text))
    assert without_a_piece(heard, heard.reading, said, t.session, deaf).facts == ()
    # Where nothing was learnt, and where the whole answers, it stays.
    assert without_a_piece(heard, heard.reading, said, t.session, t.tools) is heard
    hears = replace(t.tools, nearest=lambda text, key: (0.9, "no", 0.9))
    assert without_a_piece(heard, heard.reading, said, t.session, hears) is heard
