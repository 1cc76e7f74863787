"""What a sentence wants is learnt from sentences of many hands: the layer is made of those that stand there now, and knows unseen ones."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from knowledge_fakes import WordWeights

from vcassist.chain.fields import FIELDS
from vcassist.errors import BrokenAsset
from vcassist.knowledge import wanted
from vcassist.knowledge.embedding import MiniLM
from vcassist.knowledge.talk import AMENDS, ASKS_NOTHING, BYE, HARM, NOTHING, OFF_TOPIC, TERMS, load_talk
from vcassist.knowledge.wanted import (
    BUCKETS,
    Wants,
    features,
    load_lines,
    made_of,
    matters_of,
    weights_path,
)
from vcassist.settings import read_settings


@pytest.fixture(scope="module")
def wants() -> Wants:
    weights = MiniLM(read_settings().data)
    return Wants(weights.name, weights.embed)


def test_the_layer_was_fitted_to_the_sentences_that_stand_there_now() -> None:
    with np.load(weights_path(), allow_pickle=False) as kept:
        assert str(kept["made_of"]) == made_of(), "Run python tools/asked.py"
        assert {*load_talk(), *ASKS_NOTHING, TERMS, OFF_TOPIC} == {str(k) for k in kept["keys"]}
        assert list(FIELDS) == [str(k) for k in kept["fields"]]


def test_every_line_stands_once_and_every_hand_asks_for_much() -> None:
    lines = load_lines()
    assert len({(line.say, line.asked) for line in lines}) == len(lines)
    for hand in {line.hand for line in lines}:
        wants = {line.wants for line in lines if line.hand == hand}
        # Who wrote goodbyes, corrections or tales of harm wrote nothing else, and what looks like them.
        assert len(wants) > 10 or wants in ({BYE, NOTHING}, {AMENDS, NOTHING}, {HARM, NOTHING}), hand


@pytest.mark.parametrize(
    ("say", "asked", "topic"),
    [
        ("Will the bishop's secretary get a look at these answers?", None, "who_reads"),
        ("Supposing I got something wrong, can I alter it next week?", "data.consent", "fix"),
        ("Out of interest, why does it matter who owns the servers?", "compute.supplier", "why"),
        ("Any idea how other small museums deal with this?", "governance.policy", "others"),
        ("how many questions till I can go feed the goats", "model.name", "time"),
        ("We are allowed to do this by our law, yes?", "data.personal_data", "legal"),
        ("So what is the scariest thing in my answers up to now?", None, "worst"),
        ("Who could tell me which country that is?", "storage.country", "find_out"),
        ("We keep the chat logs for thirty days.", "storage.retention_limit", "none"),
        ("Nobody has trained us.", "governance.staff_trained", "none"),
    ],
)
def test_sentences_that_no_hand_wrote_are_known(wants: Wants, say: str, asked: str | None, topic: str) -> None:
    assert wants.chances(say, asked)[0][0] == topic


def test_chances_are_of_all_that_can_be_wanted_best_first_and_together_one(wants: Wants) -> None:
    found = wants.chances("what is a foundry", None)
    assert [c for _, c in found] == sorted((c for _, c in found), reverse=True)
    assert sum(c for _, c in found) == pytest.approx(1, abs=1e-4)


def test_other_vectors_know_nothing(tmp_path: Path) -> None:
    weights = MiniLM(tmp_path)
    assert Wants("another:1", weights.embed).chances("who reads this", None) == ()
    assert Wants(weights.name, weights.embed, tmp_path / "none.npz").chances("who reads this", None) == ()


def test_a_sentence_is_seen_with_and_without_the_words_of_the_open_question() -> None:
    words = WordWeights()
    seen = features(
        [("is it encrypted", "storage.encrypted"), ("is it encrypted", None)], words.embed, matters_of(words.embed)
    )
    size = np.asarray(words.embed(["a"])).shape[1]
    assert seen.shape == (2, 2 * size + 1 + 9 + BUCKETS)
    with_it, without = seen[:, size : 2 * size]
    assert not np.allclose(with_it, without)


@pytest.mark.parametrize("broken", [{"wants": "tea"}, {"asked": "model.colour"}, {"also": "tea"}])
def test_a_line_that_wants_nothing_known_is_refused(broken: dict[str, str], tmp_path: Path, monkeypatch: Any) -> None:
    line = {"hand": 1, "asked": None, "say": "and the tea", "wants": "what"} | broken
    (tmp_path / "asked.jsonl").write_text(json.dumps(line) + "\n", encoding="utf-8")
    monkeypatch.setattr(wanted, "folder", lambda name: tmp_path)
    load_lines.cache_clear()
    with pytest.raises(BrokenAsset, match="Line 1"):
        load_lines()
    load_lines.cache_clear()
