"""What a message that answered nothing seems to tell of another matter is put to the person for a yes, and never noted behind their back."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from talks import ask, talk

from vcassist.interview.answers.likely_told import LEANS, SPEAKS, with_likely_told
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
