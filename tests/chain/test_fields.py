"""The vocabulary is the contract: kinds, names, types, values and meanings stand as frozen in vocabulary.json."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from vcassist.chain.facts import checked_value
from vcassist.chain.fields import FIELDS, KIND_TITLES, KINDS, YESNO, Field, fields_of
from vcassist.knowledge.glossary import load_entries

FROZEN: dict[str, dict[str, dict[str, object]]] = json.loads(
    Path(__file__).with_name("vocabulary.json").read_text("utf-8")
)
ROWS = [(f"{kind}.{name}", row) for kind, rows in FROZEN.items() for name, row in rows.items()]


def test_there_is_every_kind_in_its_order() -> None:
    assert list(KINDS) == list(FROZEN)
    assert set(KIND_TITLES) == set(KINDS)


def test_there_is_every_field_and_no_other_in_its_order() -> None:
    assert list(FIELDS) == [key for key, _ in ROWS]


@pytest.mark.parametrize(("key", "row"), ROWS, ids=[key for key, _ in ROWS])
def test_a_field_has_the_type_values_and_meaning_of_the_contract(key: str, row: dict[str, object]) -> None:
    spec = FIELDS[key]
    assert spec.type == row["type"]
    wanted = row.get("values", list(YESNO) if row["type"] == "yesno" else [])
    assert list(spec.options) == wanted
    assert spec.means == row["means"]


@pytest.mark.parametrize("spec", FIELDS.values(), ids=list(FIELDS))
def test_a_field_declares_all_that_others_derive_from_it(spec: Field) -> None:
    assert spec.question.endswith("?") and len(spec.question) <= 140
    assert spec.reason.endswith((".", "!")) and len(spec.reason.split()) >= 4
    assert spec.term in load_entries()
    assert 0 < spec.known_by <= 1 and spec.minutes > 0
    assert all(spec.options.values()), "each value has a label for people"
    for value, phrasings in spec.says.items():
        assert phrasings and all(p.strip() for p in phrasings)
        if value and spec.options:
            checked_value(spec.key, [value] if spec.type == "set" else value)
    assert spec.says, "a field has at least one example phrasing"


def test_fields_of_a_kind_keep_the_declared_order() -> None:
    assert [f.name for f in fields_of("storage")] == list(FROZEN["storage"])


def test_every_choice_comes_with_what_counts_for_it_in_few_words() -> None:
    assert [key for key, spec in FIELDS.items() if spec.options and not spec.counts] == []
    assert [key for key, spec in FIELDS.items() if len(spec.counts.split()) > 45] == []
