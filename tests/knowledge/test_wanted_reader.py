"""The encoder beside the layer knows the topics that stand there, is asked with the question on the table, and only weighs in."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from vcassist.knowledge.talk import ASKS_NOTHING, OFF_TOPIC, TERMS, load_talk
from vcassist.knowledge.wanted import averaged
from vcassist.knowledge.wanted_reader import WantedReader, as_asked


@pytest.fixture(scope="module")
def reader() -> WantedReader:
    return WantedReader()


def test_it_was_trained_on_the_topics_that_stand_there_now(reader: WantedReader) -> None:
    # A newer topic is known by the layer alone until `python training/wanting.py` has run.
    assert set(reader.keys) == {*load_talk(), *ASKS_NOTHING, TERMS, OFF_TOPIC}


@pytest.mark.parametrize(
    ("say", "asked", "topic"),
    [
        ("the harbour pilot wonders whether his chief reads along", None, "who_reads"),
        ("a chalk mark on the hull, would that do for a label", "application.labels_content", "enough"),
        ("Whatever for do you need the size of our crew", "organisation.size", "why"),
        ("the herring go to the smokehouse on Mondays", "data.description", "none"),
    ],
)
def test_sentences_that_no_hand_wrote_are_known(reader: WantedReader, say: str, asked: str | None, topic: str) -> None:
    logits = reader.logits(say, asked)
    assert max(logits, key=lambda key: logits[key]) == topic
    assert sum(np.exp(list(logits.values()))) == pytest.approx(1, abs=1e-3)


def test_the_question_on_the_table_is_read_with_the_sentence() -> None:
    question, say = as_asked("is dat a yes", "governance.policy")
    assert question.startswith("Are there written rules") and say
    assert as_asked("who reads this", None)[0] == ""


def test_both_are_averaged_and_of_a_newer_topic_the_layer_alone_tells() -> None:
    keys, chances = ["who_reads", "why", "newer"], np.array([0.2, 0.3, 0.5])
    both = averaged(keys, chances, {"who_reads": float(np.log(0.9)), "why": float(np.log(0.1))})
    assert both.sum() == pytest.approx(1) and both[0] > both[1]
    assert both[2] == pytest.approx(0.5 / (0.2**0.3 * 0.9**0.7 + 0.3**0.3 * 0.1**0.7 + 0.5))


def test_without_its_file_it_is_not_there(tmp_path: Path) -> None:
    assert not WantedReader(tmp_path / "none.onnx").available
