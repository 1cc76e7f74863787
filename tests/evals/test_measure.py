"""The arithmetic of the evals."""

from __future__ import annotations

import pytest

from vcassist.evals.kinds._facts import asserts, credit, facts_agree
from vcassist.evals.measure import Row, Scored, figures, grouped, ndcg, prf, texts_agree
from vcassist.knowledge.register import load_register


def row(case: str, cluster: str = "", **ratios: tuple[float, float]) -> Row:
    return Row(case, cluster or case, Scored(ratios).as_json(), 1.0)


def test_a_figure_is_the_ratio_of_sums_and_not_the_mean_of_ratios() -> None:
    found = figures([row("a", precision=(1, 1)), row("b", precision=(0, 3))], seed=1)
    assert found["precision"].value == 0.25 and found["precision"].n == 4


def test_the_interval_holds_the_figure_and_narrows_with_more_cases() -> None:
    few = figures([row(str(n), right=(n % 2, 1)) for n in range(10)], seed=1)["right"]
    many = figures([row(str(n), right=(n % 2, 1)) for n in range(400)], seed=1)["right"]
    assert few.low <= few.value <= few.high and many.high - many.low < (few.high - few.low) / 3


def test_cases_of_one_voice_are_drawn_together() -> None:
    apart = figures([row(str(n), right=(n < 50, 1)) for n in range(100)], seed=1)["right"]
    together = figures([row(str(n), "one" if n < 50 else "two", right=(n < 50, 1)) for n in range(100)], seed=1)[
        "right"
    ]
    assert together.high - together.low > apart.high - apart.low


def test_the_same_seed_gives_the_same_interval() -> None:
    rows = [row(str(n), right=(n % 3 == 0, 1)) for n in range(97)]
    assert figures(rows, 3) == figures(rows, 3) != figures(rows, 4)


def test_a_measure_without_any_case_is_left_out() -> None:
    assert figures([row("a", mentions=(0, 0))], 1) == {} and figures([], 1) == {}


def test_groups_are_summed_by_label() -> None:
    one = Row("a", "a", Scored({}, {"trait": {"short": {"f1": (1, 2)}}}).as_json(), 1.0)
    two = Row("b", "b", Scored({}, {"trait": {"short": {"f1": (1, 1)}}}).as_json(), 1.0)
    assert grouped([one, two]) == {"trait": {"short": {"f1": [0.6667, 3]}}}


def test_f1_is_twice_the_right_ones_over_both_counts() -> None:
    top, bottom = prf(3, 4, 6)["f1"]
    assert top / bottom == pytest.approx(2 * 0.75 * 0.5 / 1.25)


def test_ndcg_is_one_for_the_ideal_order_and_falls_with_the_rank() -> None:
    assert ndcg([2, 1, 0], [1, 2], 5) == 1.0
    assert 0 < ndcg([0, 0, 2], [2], 5) < ndcg([0, 2], [2], 5) < 1
    assert ndcg([0] * 5 + [2], [2], 5) == 0.0


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("letters from the agencies", "the agencies’ letters", True),
        ("Café Müller", "cafe muller", True),
        ("essays", "essays of our pupils in German", True),
        ("triage", "translation of letters", False),
        ("art", "party hats and paper", False),
    ],
)
def test_free_texts_match_by_half_of_their_words_or_by_containing(one: str, other: str, same: bool) -> None:
    assert texts_agree(one, other) is texts_agree(other, one) is same


def fact(ref: str, value: object, status: str = "known") -> dict[str, object]:
    return {"ref": ref, "status": status, "value": value}


def test_organisations_match_by_their_canonical_name() -> None:
    register = load_register()
    assert facts_agree(fact("storage.supplier", "Azure"), fact("storage.supplier", "Microsoft"), register)
    assert not facts_agree(fact("storage.supplier", "GitHub"), fact("storage.supplier", "Microsoft"), register)
    assert not facts_agree(fact("storage.supplier", "self"), fact("storage.supplier", "Afya"), register)


def test_a_status_is_not_a_value_and_another_reference_never_matches() -> None:
    register = load_register()
    assert not facts_agree(fact("model.weights", None, "unknown"), fact("model.weights", None, "withheld"), register)
    assert not facts_agree(fact("model.weights", "open"), fact("model-2.weights", "open"), register)


def test_a_set_counts_whole_or_by_its_shared_values() -> None:
    register, gold = load_register(), fact("data.sources", ["users", "sensors"])
    half = fact("data.sources", ["users"])
    assert not facts_agree(gold, half, register) and credit(gold, half, register) == 0.5


def test_a_forbidden_value_of_a_set_is_asserted_when_it_is_among_the_values() -> None:
    register = load_register()
    assert asserts(fact("data.sources", ["users", "purchased"]), fact("data.sources", "purchased"), register)
    assert not asserts(fact("data.sources", ["users"]), fact("data.sources", "purchased"), register)
