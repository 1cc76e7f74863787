"""The judge of words: one word turns the verdict, unknown words turn nothing, and an index keeps what was learned."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from knowledge_fakes import WordWeights, small_glossary

from vcassist.knowledge.index import GlossaryIndex
from vcassist.knowledge.wordjudge import WordJudge, features, learn_words
from vcassist.settings import Settings

CARDS = ["which card for our clinic", "a card with more memory", "two cards in one server", "rent a card by the hour"]
CONSENT = ["may our clinic sign for her", "she did not sign", "must they sign again", "sign and withdraw by the hour"]
BREAD = ["bake bread", "bread without yeast", "bread by the hour"]


@pytest.fixture(scope="module")
def judge() -> WordJudge:
    return learn_words([*CARDS, *CONSENT], ["gpu"] * 4 + ["consent"] * 4, [1.0] * 8, BREAD)


def test_one_word_turns_the_verdict_on_the_same_setting(judge: WordJudge) -> None:
    asked, signed = (judge.log_chances(f"our clinic, by the hour: {word}") for word in ("cards", "signing"))
    assert asked["gpu"] > asked["consent"] and signed["consent"] > signed["gpu"]


def test_what_the_outside_asks_leaves_little_to_every_term(judge: WordJudge) -> None:
    assert sum(np.exp(c) for c in judge.log_chances("bread").values()) < 0.5
    assert sum(np.exp(c) for c in judge.log_chances("card").values()) > 0.5


def test_unknown_words_turn_nothing_and_an_empty_text_is_judged(judge: WordJudge) -> None:
    assert judge.log_chances("Ünbekannt zzz") == judge.log_chances("") != judge.log_chances("card")
    assert judge.log_chances("card zzz") == judge.log_chances("card")


def test_the_same_phrases_give_the_same_judge(judge: WordJudge) -> None:
    again = learn_words([*CARDS, *CONSENT], ["gpu"] * 4 + ["consent"] * 4, [1.0] * 8, BREAD)
    assert np.array_equal(again.matrix, judge.matrix) and again.at == judge.at


def test_a_word_of_one_phrase_alone_teaches_nothing(judge: WordJudge) -> None:
    assert "card" in judge.at and "memori" not in judge.at


def test_features_are_stems_and_pairs_of_neighbours_with_the_small_words() -> None:
    assert features("Who answers for cards?") == [
        "who",
        "answer",
        "for",
        "card",
        "who answer",
        "answer for",
        "for card",
    ]


def test_the_index_gives_back_what_it_learned_of_words(tmp_path: Path) -> None:
    glossary = GlossaryIndex(Settings(data=tmp_path), small_glossary(), WordWeights())
    glossary.build()
    items = glossary.items()
    kept = glossary.index.learned()[0].words
    weights = [0.5 if i.kind == "sentence" else 1.0 for i in items]
    made = learn_words([i.text for i in items], [i.term for i in items], weights, glossary.outside)
    assert kept.at == made.at and kept.terms == made.terms
    assert kept.log_chances("memory of the card") == pytest.approx(made.log_chances("memory of the card"), abs=1e-4)
