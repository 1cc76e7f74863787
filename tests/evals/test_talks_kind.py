"""The talks suite: what stands after each message, what a message breaks, and that components are told apart by what they are called."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from evals_fakes import KnowingGlossary

from vcassist.chain.facts import Chain
from vcassist.errors import BadUsage
from vcassist.evals.command import load
from vcassist.evals.kinds import talks
from vcassist.evals.subject import InProcess
from vcassist.evals.suite import load_suite
from vcassist.interview.ports import Answer, Proposal, Reading


class Glossary(KnowingGlossary):
    def answer(self, question: str) -> Answer:
        return Answer("", (), False)


class Script:
    """Reads each message as its script says: {words: [(ref, value), …]}."""

    def __init__(self, script: dict[str, list[tuple[str, Any]]], intents: dict[str, str] | None = None) -> None:
        self._script, self._intents = script, intents or {}

    def read(self, message: str, asked: str | None, chain: Chain) -> Reading:
        said = message.strip()
        proposals = tuple(Proposal(ref, "known", value, said) for ref, value in self._script.get(said, []))
        return Reading(proposals, self._intents.get(said, "answer"))  # type: ignore[arg-type]


OPENING = "Raven sorts our letters, and Wren answers the calls."
CASE: dict[str, Any] = {
    "id": "t",
    "turns": [
        {
            "say": OPENING,
            "then": {"application.name": "Raven", "application-2.name": "Wren"},
            "may": ["application.purpose"],
        },
        {
            "asked": "application.human_review",
            "say": "Somebody reads each.",
            "then": {"application.human_review": "always"},
        },
        {
            "asked": "storage.encrypted",
            "say": "It is encrypted. And since May nobody reads them.",
            "then": {"storage.encrypted": "yes", "application.human_review": "never"},
        },
        {"asked": "storage.country", "say": "Why do you ask that of me?", "then": {}, "answer": ["law"]},
    ],
}
READ: dict[str, list[tuple[str, Any]]] = {
    OPENING: [("application.name", "Raven"), ("application-2.name", "Wren")],
    "Somebody reads each.": [("application.human_review", "always")],
}


def played(product: Callable[..., InProcess], reader: Any, case: dict[str, Any] = CASE) -> Any:
    subject = product(reader=reader, glossary=Glossary())
    return talks.score(case, talks.answer(case, subject), subject)


def noted(*turns: dict[str, Any]) -> dict[str, Any]:
    """What ``answer`` gives for a talk after whose messages these facts stand."""
    return {
        "after": [
            {"facts": [{"ref": r, "status": "known", "value": v, "quote": ""} for r, v in turn.items()], "reply": ""}
            for turn in turns
        ]
    }


RIGHT = (
    {"application.name": "Raven", "application-2.name": "Wren"},
    {"application.name": "Raven", "application-2.name": "Wren", "application.human_review": "always"},
    {"application.name": "Raven", "application-2.name": "Wren", "application.human_review": "never", "storage.encrypted": "yes"},
)  # fmt: skip


@pytest.fixture
def subject(product: Callable[..., InProcess]) -> InProcess:
    return product(reader=None, glossary=Glossary())


def test_a_talk_of_which_everything_stands_is_right(subject: InProcess) -> None:
    scored = talks.score(CASE, noted(*RIGHT, RIGHT[-1]), subject)
    assert scored.ratios["at_once"] == (4, 4)
    assert scored.ratios["corrections_at_once"] == (1, 1)
    assert scored.ratios["right_at_end"] == (4, 4)
    assert scored.ratios["broken"][0] == scored.ratios["wrong"][0] == scored.ratios["invented"][0] == 0


def test_a_correction_that_is_passed_over_is_counted_by_the_kind_of_its_message(subject: InProcess) -> None:
    unheard = {**RIGHT[2], "application.human_review": "always"}
    scored = talks.score(CASE, noted(*RIGHT[:2], unheard, unheard), subject)
    assert scored.ratios["corrections_at_once"] == (0, 1)
    assert scored.groups["message"]["answer and correction"]["corrections_at_once"] == (0, 1)
    assert scored.groups["message"]["answer and correction"]["at_once"] == (1, 1)
    assert scored.ratios["wrong"] == (1, 4) and scored.failed
    assert scored.got[0]["message"] == 3


def test_what_an_aside_changes_is_broken_and_what_nobody_told_is_invented(subject: InProcess) -> None:
    spoilt = {**RIGHT[2], "storage.encrypted": "no", "storage.country": "FR", "application.purpose": "sorts letters"}
    scored = talks.score(CASE, noted(*RIGHT, spoilt), subject)
    assert scored.ratios["broken"][0] == 1
    # What a fair reader could note from a message, its ``may``, is not invented.
    assert scored.ratios["invented"] == (1, 6)


def test_a_tool_that_has_another_number_in_the_notes_is_the_same_by_its_name(subject: InProcess) -> None:
    turned = [
        {
            r.replace("application-2", "x").replace("application", "application-2").replace("x", "application"): v
            for r, v in turn.items()
        }
        for turn in RIGHT
    ]
    scored = talks.score(CASE, noted(*turned, turned[-1]), subject)
    assert scored.ratios["right_at_end"] == (4, 4) and scored.ratios["invented"][0] == 0


def test_the_question_of_a_message_is_put_before_it_and_its_reply_looked_at(product: Callable[..., InProcess]) -> None:
    asked: list[str | None] = []

    class Listening(Script):
        def read(self, message: str, asked_: str | None = None, chain: Chain = Chain(), **_: Any) -> Reading:  # noqa: B008
            asked.append(asked_)
            return super().read(message, asked_, chain)

    scored = played(product, Listening(READ, {"Why do you ask that of me?": "question"}))
    assert "application.human_review" in asked and "storage.encrypted" in asked
    assert scored.ratios["answered"][1] == 1
    assert scored.ratios["at_once"][0] >= 3


def test_a_product_that_hears_nothing_falls(product: Callable[..., InProcess]) -> None:
    heard, deaf = played(product, Script(READ)), played(product, Script({}))
    for measure in ("at_once", "right_at_end"):
        assert deaf.ratios[measure][0] < heard.ratios[measure][0]


@pytest.mark.parametrize(
    ("case", "why"),
    [
        ({"id": "x"}, "it has no 'turns'"),
        ({"id": "x", "turns": [{"then": {}}]}, "message 1 has no 'say'"),
        ({"id": "x", "turns": [{"say": "a", "then": {"storage.colour": "red"}}]}, "message 1: "),
        ({"id": "x", "turns": [{"say": "a", "then": {"storage.encrypted": "maybe"}}]}, "message 1: "),
        ({"id": "x", "turns": [{"say": "a", "then": [], "asked": "storage.encrypted"}]}, "'then' of message 1"),
    ],
)
def test_a_case_that_is_broken_is_told_with_its_message(case: dict[str, Any], why: str) -> None:
    assert talks.problems(case)[0].startswith(why)


def test_what_is_taken_out_must_not_stand_any_more(subject: InProcess) -> None:
    case = {
        **CASE,
        "turns": [
            *CASE["turns"],
            {"say": "Take the encryption out.", "then": {"storage.encrypted": {"status": "removed"}}},
        ],
    }
    assert talks.problems(case) == []
    there = talks.score(case, noted(*RIGHT, RIGHT[-1], RIGHT[-1]), subject)
    gone = {r: v for r, v in RIGHT[-1].items() if r != "storage.encrypted"}
    away = talks.score(case, noted(*RIGHT, RIGHT[-1], gone), subject)
    assert there.ratios["corrections_at_once"] == (1, 2) and away.ratios["corrections_at_once"] == (2, 2)


def test_a_server_is_not_asked_for_it() -> None:
    with pytest.raises(BadUsage, match="talks cannot be measured over --url"):
        load(["talks"], None, False, True)


def test_the_cases_of_the_suite_are_sound() -> None:
    parts = load_suite("talks").parts
    assert set(parts) == {"development", "kept_aside"}
    for cases in parts.values():
        assert [why for case in cases for why in talks.problems(case)] == []
        assert len(cases) >= 10
