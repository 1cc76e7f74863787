"""Specifications: a key is the question that its value answers; terse phrases say a key and its state."""

from __future__ import annotations

import pytest

from vcassist.app import load_register
from vcassist.chain.facts import Chain
from vcassist.interview.reading import gate
from vcassist.reading.files.sheets import as_lines, entries
from vcassist.reading.offline import OfflineReader
from vcassist.reading.trained import open_trained


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> OfflineReader:
    return OfflineReader(load_register(), open_trained(tmp_path_factory.mktemp("data"), "small"))


def heard(reader: OfflineReader, message: str, asked: str | None = None) -> dict[str, object]:
    """ref → value, or the status where it is not known."""
    facts = gate(reader.read(message, asked, Chain()), message).facts
    assert all(f.quote == message[f.start : f.end] for f in facts)
    return {f.ref: f.value if f.status == "known" else f.status for f in facts}


def keys(text: str) -> list[tuple[str | None, str]]:
    return [(e.field.key if e.field else None, e.value.text) for e in entries(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Vendor: Zitec\nDPIA: pending", [("application.supplier", "Zitec"), ("governance.impact_assessment", "pending")]),
        ("vendor = Zitec; encryption = AES-256", [("application.supplier", "Zitec"), ("storage.encrypted", "AES-256")]),
        ("1. Purpose: minutes\n2. Fallback: paper", [("application.purpose", "minutes"), ("application.alternative", "paper")]),
        ("Tool - Otter\nHost - Hetzner\nRules - none", [("application.name", "Otter"), ("compute.supplier", "Hetzner"), ("governance.policy", "none")]),
        ("Model: Gemma 2\nDeveloper: Google", [("model.name", "Gemma 2"), ("model.supplier", "Google")]),
        ("Imagery licence: CC BY", [(None, "CC BY")]),
        ("One thing more: we are tired", []),
        ("We like the tool - it is quick", []),
    ],
)  # fmt: skip
def test_a_key_is_the_question_of_its_field(text: str, expected: list[tuple[str | None, str]]) -> None:
    assert keys(text) == expected


def test_rows_of_a_table_are_lines_character_for_character() -> None:
    table = "| Item | Value |\n|---|---|\n| Vendor | Zitec |\n| Colour | red |"
    assert len(as_lines(table)) == len(table)
    assert keys(as_lines(table)) == [("application.supplier", "Zitec")]


def test_a_table_is_read(reader: OfflineReader) -> None:
    found = heard(
        reader,
        "| Item | Value |\n|---|---|\n| Tool | Transkribus |\n| Supplier | READ-COOP |\n| Data stored in | Austria |",
    )
    assert (found["application.name"], found["application.supplier"]) == ("Transkribus", "READ-COOP")
    assert found["storage.country"] == "AT"


@pytest.mark.parametrize(
    ("message", "ref", "expected"),
    [
        ("Encryption: not stated by the supplier\nBackup: Warsaw", "storage.encrypted", "withheld"),
        ("Laura sits on AWS, encryption not disclosed by the vendor.", "storage.encrypted", "withheld"),
        ("Retention: n/a\nVendor: Zitec", "storage.retention_limit", "not_applicable"),
        ("Bias test: not yet\nDPIA: done", "monitoring.bias_tested", "no"),
        ("Bias test: not yet\nDPIA: done", "governance.impact_assessment", "yes"),
        ("Chatbot on our site; no appeal procedure; incident log kept", "application.appeal", "no"),
        ("Chatbot on our site; no appeal procedure; incident log kept", "monitoring.incident_process", "yes"),
        ("DPA signed: no training, zero retention", "model.trains_on_inputs", "no"),
        ("Provider shall not use Customer Data for training under this agreement.", "model.trains_on_inputs", "no"),
        ("Storage: Azure Blob, customer-managed keys; deletion: after 6 years", "storage.encrypted", "yes"),
        ("Model: Gemma 2\nWeights: open\nDeveloper: Google", "model.supplier", "Google"),
    ],
)  # fmt: skip
def test_a_value_is_read_as_the_answer_to_its_key(reader: OfflineReader, message: str, ref: str, expected: str) -> None:
    assert heard(reader, message).get(ref) == expected


@pytest.mark.parametrize(
    ("message", "ref"),
    [
        ("Dataset: ICOMOS photos, CC BY-NC. Captions are made with Gemini.", "model.licence"),
        ("Imagery licence: CC BY\nModel: ResNet-50", "model.licence"),
        ("Contract: abuse monitoring opted out, no training on prompts, zero retention.", "governance.exit_clause"),
        ("Storage: Azure Blob, Brazil South\nEncryption: AES-256", "application.supplier"),
        ("GPU: none\nServer: Hetzner", "compute.accelerator"),
    ],
)
def test_what_stands_under_one_key_is_no_other_s(reader: OfflineReader, message: str, ref: str) -> None:
    assert ref not in heard(reader, message)


def test_a_quote_in_passing_of_somebody_s_label_is_no_specification(reader: OfflineReader) -> None:
    found = heard(reader, "It says on the box \"Stored cool. Supplier: Uncle Tobys.\" and I like the oats.")  # fmt: skip
    assert "application.supplier" not in found
