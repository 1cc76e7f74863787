"""The encoder that ships knows short answers that no hand wrote, and its data is sound."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from vcassist.chain.fields import CHOICE_TYPES, FIELDS
from vcassist.reading.answering_encoder import AnsweringEncoder

HANDS = sorted((Path(__file__).resolve().parents[2] / "training" / "few_words").glob("*.jsonl"))


@pytest.fixture(scope="module")
def encoder() -> AnsweringEncoder:
    return AnsweringEncoder()


def best(encoder: AnsweringEncoder, say: str, key: str) -> str:
    value, _ = max(encoder.chances(say, key), key=lambda one: one[1])
    return value


@pytest.mark.parametrize(
    ("say", "key", "value"),
    [
        ("veracrypt on every stick", "storage.encrypted", "yes"),
        ("over our heads", "governance.people_consulted", "no"),
        ("the whole ward stands still", "application.outage_effect", "stops"),
        ("Ngozi reads each one", "application.human_review", "always"),
        ("wiped every spring", "storage.retention_limit", "yes"),
        ("anyone may fetch the weights", "model.weights", "open"),
        ("herders and their goats", "application.affected_people", "farmers"),
        ("our cellar", "compute.hosting", "own_premises"),
        ("the soup is ready", "storage.encrypted", ""),
        ("my grandson comes at four", "governance.policy", ""),
    ],
)
def test_a_few_words_are_known_by_the_question(encoder: AnsweringEncoder, say: str, key: str, value: str) -> None:
    assert best(encoder, say, key) == value


def test_the_chances_of_a_field_are_together_one(encoder: AnsweringEncoder) -> None:
    chances = dict(encoder.chances("bitlocker", "storage.encrypted"))
    assert set(chances) == {"yes", "partly", "no", ""}
    assert sum(chances.values()) == pytest.approx(1, abs=1e-4)


@pytest.mark.parametrize(("say", "key"), [("Otto", "model.name"), ("  ", "storage.encrypted")])
def test_names_and_silence_are_no_choice(encoder: AnsweringEncoder, say: str, key: str) -> None:
    assert encoder.chances(say, key) == ()


def test_without_weights_nothing_is_told(tmp_path: Path) -> None:
    assert AnsweringEncoder(tmp_path / "none.onnx").chances("bitlocker", "storage.encrypted") == ()


@pytest.mark.parametrize("path", HANDS, ids=lambda path: path.stem)
def test_every_hand_has_answers_to_every_choice_and_none_twice(path: Path) -> None:
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    told: Counter[tuple[str, str]] = Counter()
    for row in rows:
        values = row["values"] if "values" in row else [row["value"]]
        assert set(values) <= {*FIELDS[row["field"]].values, None}, row
        assert 1 <= len(row["say"].split()) <= 6, row
        told.update((row["field"], str(v)) for v in values)
    assert {key for key, _ in told} == {key for key, spec in FIELDS.items() if spec.type in CHOICE_TYPES}
    assert all(told[key, v] for key, spec in FIELDS.items() if spec.type in CHOICE_TYPES for v in spec.values)
    assert max(Counter(row["say"] for row in rows).values()) == 1


@pytest.mark.parametrize(
    ("say", "value"),
    [
        ("Not one of us looks at the list before it is used", "never"),
        ("nary a soul reads it before it is sent", "never"),
        ("Nobody gets a letter before Rita has read it", "always"),
    ],
)
def test_whatever_people_say_for_nobody_is_nobody(encoder: AnsweringEncoder, say: str, value: str) -> None:
    assert best(encoder, say, "application.human_review") == value
