"""How terms are ranked and coverage is judged: pure functions over cosines, votes and chances."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from vcassist.knowledge.coverage import Coverage, calibrate, signs
from vcassist.knowledge.fusion import Hit, Kinship, Names, rank, words
from vcassist.knowledge.judge import learn

ALONE = Kinship({}, frozenset())
EVEN = {"a": -1.1, "b": -1.1, "c": -1.1}


def hit(term: str, score: float, place: int = -1) -> Hit:
    return Hit(term, "words", "text", score, place)


def order(
    *hits: Hit,
    votes: dict[str, float] | None = None,
    chances: dict[str, float] | None = None,
    heard: dict[str, float] | None = None,
    kin: Kinship = ALONE,
) -> list[str]:
    return [r.term for r in rank(hits, votes or {}, chances or EVEN, heard or {}, kin)]


def test_the_nearest_vector_wins_when_nothing_else_speaks() -> None:
    assert order(hit("a", 0.4), hit("b", 0.6))[0] == "b"


def test_several_near_vectors_outweigh_one_that_is_a_little_nearer() -> None:
    assert order(hit("a", 0.52), hit("b", 0.5), hit("b", 0.5), hit("b", 0.49))[0] == "b"


def test_the_judge_turns_what_is_close_and_not_what_is_clear() -> None:
    sure_of_a = {"a": -0.1, "b": -2.5, "c": -5.0}
    assert order(hit("a", 0.5), hit("b", 0.55), chances=sure_of_a)[0] == "a"
    assert order(hit("a", 0.3), hit("b", 0.8), chances=sure_of_a)[0] == "b"


def test_the_judge_of_words_turns_what_is_close_and_not_what_is_clear() -> None:
    words_of_a = {"a": -0.2, "b": -1.5, "c": -5.0}
    assert order(hit("a", 0.5), hit("b", 0.6), heard=words_of_a)[0] == "a"
    assert order(hit("a", 0.3), hit("b", 0.8), heard=words_of_a)[0] == "b"


def test_no_judge_can_rule_a_term_out_for_good() -> None:
    shut = {"a": -60.0, "b": -1.0, "c": -60.0}
    least = rank([hit("a", 0.9)], {}, EVEN, shut, ALONE)
    assert {r.term: r.chance for r in least}["a"] == pytest.approx(
        {r.term: r.chance for r in rank([hit("a", 0.9)], {}, EVEN, {**shut, "a": -14.0}, ALONE)}["a"]
    )


def test_kinship_lifts_a_score_and_leaves_the_chance_and_the_meaning_alone() -> None:
    hits, kin = [hit("a", 0.9), hit("b", 0.5), hit("c", 0.45)], Kinship({"a": ("c",)}, frozenset())
    alone, lifted = ({r.term: r for r in rank(hits, {}, EVEN, {}, k)} for k in (ALONE, kin))
    assert lifted["c"].score > alone["c"].score
    assert lifted["c"].chance == alone["c"].chance and lifted["c"].meaning == alone["c"].meaning
    assert sum(r.chance for r in lifted.values()) == pytest.approx(1)


def test_coverage_is_judged_by_meaning_whatever_the_judge_of_words_says() -> None:
    hits = [hit("a", 0.6), hit("b", 0.5)]
    for_b = rank(hits, {}, EVEN, {"a": -9.0, "b": -0.1, "c": -9.0}, ALONE)
    assert for_b[0].term == "b"
    assert signs(for_b, -2.0, 0.3) == signs(rank(hits, {}, EVEN, {}, ALONE), -2.0, 0.3)


def test_a_rare_name_in_the_query_lifts_its_term() -> None:
    assert order(hit("a", 0.5), hit("b", 0.45), votes={"b": 1.0})[0] == "b"


def test_an_entry_on_a_whole_field_yields_to_a_concept_as_near() -> None:
    assert order(hit("a", 0.5), hit("b", 0.495), kin=Kinship({}, frozenset("a")))[0] == "b"


def test_what_is_related_to_the_best_comes_before_what_is_not_and_never_before_the_best() -> None:
    kin = Kinship({"a": ("c",)}, frozenset())
    assert order(hit("a", 0.9), hit("b", 0.5), hit("c", 0.45), kin=kin) == ["a", "c", "b"]


@given(st.lists(st.tuples(st.sampled_from("abc"), st.floats(-1, 1)), max_size=20))
def test_every_term_stands_once_in_falling_order(found: list[tuple[str, float]]) -> None:
    ranked = rank([hit(t, s) for t, s in found], {}, EVEN, {}, ALONE)
    assert sorted(r.term for r in ranked) == ["a", "b", "c"]
    assert all(one.score >= two.score for one, two in pairwise(ranked))


def test_the_place_of_a_term_is_its_nearest_passage() -> None:
    assert rank([hit("a", 0.9), hit("a", 0.5, 3), hit("a", 0.6, 2)], {}, EVEN, {}, ALONE)[0].place == 2


def test_a_whole_name_votes_more_than_a_part_and_a_shared_word_less_than_a_rare_one() -> None:
    names = Names.of({"rag": ["RAG", "answers with sources"], "cards": ["model card"], "licence": ["model licence"]})
    assert names.votes("what is RAG?")["rag"] > names.votes("sources")["rag"]
    assert names.votes("model card")["cards"] > names.votes("model card").get("licence", 0)
    assert names.votes("bread") == {}


def test_words_are_folded_and_lose_their_endings() -> None:
    assert words("The Pupils' policies, été") == ["pupil", "policy", "ete"]


def cloud(seed: int, middle: list[float], count: int) -> np.ndarray:
    made = np.array(middle) + 0.15 * np.random.default_rng(seed).standard_normal((count, 3))
    return (made / np.linalg.norm(made, axis=1, keepdims=True)).astype(np.float32)


def test_the_judge_learns_terms_and_what_is_none_of_them() -> None:
    judge = learn(
        np.concatenate([cloud(1, [1, 0, 0], 30), cloud(2, [0, 1, 0], 30)]),
        ["a"] * 30 + ["b"] * 30,
        [1.0] * 60,
        cloud(3, [0, 0, 1], 40),
    )
    chances, none = judge.log_chances(np.array([0.98, 0.2, 0], np.float32))
    assert chances["a"] > np.log(0.8) > chances["b"] and none < chances["a"]
    assert judge.log_chances(np.array([0, 0, 1], np.float32))[1] > np.log(0.8)
    assert sum(map(np.exp, [*chances.values(), none])) == pytest.approx(1)


def test_a_judge_that_goes_on_from_another_soon_agrees_with_one_that_learns_from_nothing() -> None:
    x, far = np.concatenate([cloud(1, [1, 0, 0], 30), cloud(2, [0, 1, 0], 30)]), cloud(3, [0, 0, 1], 40)
    labels, weights = ["a"] * 30 + ["b"] * 30, [1.0] * 60
    first = learn(x[::2], labels[::2], weights[::2], far)
    on, anew = learn(x, labels, weights, far, first), learn(x, labels, weights, far)
    for vector in np.concatenate([cloud(5, [1, 0, 0], 5), cloud(6, [0, 1, 0.2], 5), cloud(7, [0, 0, 1], 5)]):
        for term, chance in on.log_chances(vector)[0].items():
            assert np.exp(chance) == pytest.approx(np.exp(anew.log_chances(vector)[0][term]), abs=0.05)


def test_coverage_is_calibrated_alike_from_few_outside_examples_and_many() -> None:
    rows = [(0.5 + n % 5 / 50, 2.0, 0.1, 0.3) for n in range(100)] + [
        (0.2 + n % 5 / 50, -2.0, -0.1, 0.0) for n in range(10)
    ]
    made = calibrate(rows, [True] * 100 + [False] * 10)
    assert made.chance(rows[0]) > 0.9 and made.chance(rows[-1]) < 0.1
    assert made.chance((0.37, 0.0, 0.0, 0.15)) == pytest.approx(0.5, abs=0.15)


def test_the_signs_speak_for_coverage_when_they_grow() -> None:
    near = signs(rank([hit("a", 0.9)], {"a": 1.0}, EVEN, {}, ALONE), -4.0, 0.2)
    far = signs(rank([hit("a", 0.2)], {}, EVEN, {}, ALONE), -0.05, 0.6)
    assert all(n > f for n, f in zip(near, far, strict=True))
    assert Coverage((1.0, 1.0, 1.0, 1.0), 0.0).chance(near) > Coverage((1.0, 1.0, 1.0, 1.0), 0.0).chance(far)
