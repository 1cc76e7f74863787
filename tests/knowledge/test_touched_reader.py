"""What messages do to notes is learnt from messages of many hands; the encoder that ships knows messages that no hand wrote."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from vcassist.assets import folder
from vcassist.chain.facts import fact_from_json
from vcassist.knowledge.touched_reader import DOES, TouchedReader

NOTES = {
    "sector": ("organisation.sector", "sector – government"),
    "people": ("application.affected_people", "whom it affects – patients"),
    "checks": ("application.human_review", "checks by a person – always"),
    "country": ("storage.country", "where the data is stored – Ireland"),
    "supplier": ("application.supplier", "who supplies it – Meta"),
}


@pytest.fixture(scope="module")
def reader() -> TouchedReader:
    return TouchedReader()


def wrong(reader: TouchedReader, say: str, asked: str) -> set[str]:
    touches = reader.touches(say, asked, list(NOTES.values()))
    return {name for name, touch in zip(NOTES, touches, strict=True) if touch.instead + touch.away >= 0.6}


@pytest.mark.parametrize(
    ("say", "asked", "touched"),
    [
        ("Ireland? I never said Ireland, please delete it.", "application.alternative", "country"),
        ("Nobody looks at it on Sundays. So scrap your always.", "data.consent", "checks"),
        ("not patients, the ones it touches are my nurses", "governance.policy", "people"),
        ("That about Ireland must be struck, I never told you any such thing.", "model.name", "country"),
        ("Meta did not sell it to us, a lad from Ponta Delgada did", "data.consent", "supplier"),
    ],
)
def test_a_note_that_is_called_wrong_is_found_among_others(
    reader: TouchedReader, say: str, asked: str, touched: str
) -> None:
    assert wrong(reader, say, asked) == {touched}


@pytest.mark.parametrize(
    ("say", "asked"),
    [
        ("No, we do it by hand then.", "application.alternative"),
        ("Nobody has asked them, no.", "data.consent"),
        ("The government pays half of it and the patients the rest", "governance.exit_clause"),
        ("What is a foundry?", "compute.accelerator_vendor"),
        ("It broke in May, the whole ward was angry.", "monitoring.incident_process"),
    ],
)
def test_answers_questions_and_tales_leave_the_notes(reader: TouchedReader, say: str, asked: str) -> None:
    assert wrong(reader, say, asked) == set()


def test_one_result_a_note_in_their_order_and_chances_within_one(reader: TouchedReader) -> None:
    lines = list(NOTES.values()) * 5
    touches = reader.touches("not patients, nurses", None, lines)
    assert len(touches) == len(lines)
    assert all(0 <= t.stands + t.instead + t.away + t.otherwise + t.more <= 1.001 for t in touches)


def test_without_its_weights_nothing_is_told(tmp_path: Path) -> None:
    reader = TouchedReader(tmp_path / "none.onnx")
    assert not reader.available and reader.touches("no", None, ["sector – health"]) == []


def test_every_line_that_it_is_trained_on_fits_the_fields() -> None:
    rows = (folder("knowledge") / "touched.jsonl").read_text(encoding="utf-8").splitlines()
    for row in rows:
        case = json.loads(row)
        for ref, value in case["noted"].items():
            if value not in ("unknown", "withheld", "not_applicable"):
                fact_from_json({"ref": ref, "status": "known", "value": value})
        for message in case["messages"]:
            assert set(message["does"]) <= set(case["noted"]), message["say"]
            assert {what for what, _ in message["does"].values()} <= set(DOES)
