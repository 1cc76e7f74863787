"""The corrections suite: what one message sets right, what it leaves alone, and what it puts in doubt."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from vcassist.evals.kinds import corrections
from vcassist.evals.subject import InProcess
from vcassist.evals.suite import load_suite

CASE: dict[str, Any] = {
    "id": "c",
    "noted": [
        {"ref": "application.human_review", "value": "always", "quote": "we read each"},
        {"ref": "storage.country", "value": "DE", "quote": "it lies in Germany"},
    ],
    "messages": [
        {
            "asked": "storage.encrypted",
            "say": "Yes. At night nobody reads.",
            "then": {"storage.encrypted": "yes", "application.human_review": "sometimes"},
            "changes": ["application.human_review"],
            "manner": "unaware",
        },
        {"asked": None, "say": "Germany is cold.", "then": {}, "changes": [], "manner": "none"},
    ],
}


def after(*facts: tuple[str, str], back: tuple[str, ...] = ()) -> dict[str, Any]:
    return {
        "facts": [{"ref": ref, "status": "known", "value": value} for ref, value in facts],
        "reply": "",
        "back": list(back),
    }


NOTED = (("application.human_review", "always"), ("storage.country", "DE"))
RIGHT = (("application.human_review", "sometimes"), ("storage.country", "DE"), ("storage.encrypted", "yes"))


def test_what_is_set_right_and_left_alone_counts(product: Callable[..., InProcess]) -> None:
    found = corrections.score(CASE, {"after": [after(*RIGHT), after(*NOTED)]}, product())
    assert found.ratios == {"at_once": (1, 1), "heard": (1, 1), "told": (1, 1), "broken": (0, 3), "doubted": (0, 2)}
    assert not found.failed


def test_what_is_asked_back_is_heard_and_not_done(product: Callable[..., InProcess]) -> None:
    asked = after(*NOTED, ("storage.encrypted", "yes"), back=("application.human_review",))
    found = corrections.score(CASE, {"after": [asked, after(*NOTED)]}, product())
    assert found.ratios["at_once"] == (0, 1)
    assert found.ratios["heard"] == (1, 1)


def test_a_note_that_is_changed_or_doubted_without_a_word_on_it_counts_against(
    product: Callable[..., InProcess],
) -> None:
    broken = after(("application.human_review", "always"), ("storage.country", "FR"))
    doubted = after(*NOTED, back=("storage.country",))
    assert corrections.score(CASE, {"after": [after(*RIGHT), broken]}, product()).ratios["broken"] == (1, 3)
    found = corrections.score(CASE, {"after": [after(*RIGHT), doubted]}, product())
    assert found.ratios["doubted"] == (1, 2)


def test_a_case_that_contradicts_itself_is_told_in_sentences() -> None:
    wrong = {**CASE, "messages": [{**CASE["messages"][1], "changes": ["model.name"]}]}
    assert corrections.problems(wrong) == [
        "message 1 changes model.name, which is not noted or not in 'then'",
        "message 1: 'changes' and 'manner' do not agree",
    ]


def test_the_shipped_cases_are_in_their_form() -> None:
    suite = load_suite("corrections")
    assert [p for part in suite.parts.values() for case in part for p in corrections.problems(case)] == []
    assert all(len(cases) > 40 for cases in suite.parts.values())
