"""Two annotators: F1, Krippendorff's alpha, and where they differ; and what scoring does with what they differ on."""

from __future__ import annotations

from typing import Any

import pytest

from vcassist.assets import folder
from vcassist.evals.agreement import SECOND, agreement, alpha
from vcassist.evals.kinds import understanding
from vcassist.evals.suite import load_suite, read_cases
from vcassist.knowledge.register import load_register


def case(id: str, *facts: tuple[str, str, Any], intent: str = "answer") -> dict[str, Any]:
    return {
        "id": id,
        "asked": None,
        "intent": intent,
        "facts": [{"ref": r, "status": s, "value": v} for r, s, v in facts],
    }


def test_alpha_is_the_textbook_s() -> None:
    # Krippendorff, "Computing Krippendorff's alpha-reliability" (2011), B: two observers, nominal values, 12 units, alpha .692.
    one, other = "aabbdcccedda", "babbbccceddd"
    assert alpha(list(zip(one, other, strict=True))) == pytest.approx(0.692, abs=0.001)


def test_alpha_is_one_for_agreement_and_about_nought_for_chance() -> None:
    assert alpha([("a", "a"), ("b", "b")]) == 1.0 == alpha([])
    assert alpha([("a", "a"), ("a", "b"), ("b", "a"), ("b", "b")] * 50) == pytest.approx(0, abs=0.02)


def test_the_same_said_otherwise_is_agreement_and_a_missing_fact_is_not() -> None:
    first = [case("1", ("storage.supplier", "known", "Azure"), ("storage.country", "known", "IE"))]
    second = [case("1", ("storage.supplier", "known", "Microsoft")), case("other case")]
    told = agreement(first, second, load_register())
    assert told["f1"] == pytest.approx(2 / 3) and told["cases"] == 1
    assert told["differ"] == [{"id": "1", "ref": "storage.country", "first": "IE", "second": "nothing"}]


def test_sixty_messages_were_annotated_twice_and_the_annotators_agree() -> None:
    twice = list(read_cases(folder("evals") / "understanding" / SECOND))
    told = agreement(load_suite("understanding").parts["development"], twice, load_register())
    assert len(twice) == 60 and told["f1"] > 0.85 and told["alpha"] > 0.75


def heard(product: Any, *facts: dict[str, Any], **more: Any) -> Any:
    message = "Meta gave it to the world"
    fact = {"ref": "model.supplier", "status": "known", "value": "Meta", "quote": "Meta", "start": 0, "end": 4}
    may = [{"ref": "model.weights", "status": "known", "value": "open"}]
    said = {
        "id": "a",
        "message": message,
        "asked": None,
        "facts": [fact],
        "forbidden": [],
        "intent": "answer",
        "may": may,
    }
    assert understanding.problems({**said, **more}) == []
    return understanding.score({**said, **more}, {"facts": [fact, *facts], "intent": "other"}, product())


def test_what_may_be_noted_is_neither_right_nor_wrong(product: Any) -> None:
    free = {"ref": "model.weights", "status": "known", "value": "open", "quote": "world", "start": 20, "end": 25}
    assert heard(product).ratios["f1"] == heard(product, free).ratios["f1"] == (2, 2)
    assert heard(product, {**free, "value": "closed"}).ratios["precision"] == (1, 2)


def test_another_intent_that_is_as_good_counts(product: Any) -> None:
    assert heard(product).ratios["intent"] == (0.0, 1.0)
    assert heard(product, intent_also="other").ratios["intent"] == (1.0, 1.0)
