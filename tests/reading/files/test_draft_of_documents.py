"""What the offline reader and the gathering make together of documents of several tools, with tables, plans and aside remarks."""

from __future__ import annotations

import pytest

from vcassist.knowledge.register import load_register
from vcassist.reading.files.documents import read_document
from vcassist.reading.files.gathering import DocumentReading, read_documents
from vcassist.reading.files.idle import products_of
from vcassist.reading.offline import OfflineReader


@pytest.fixture(scope="module")
def reader() -> OfflineReader:
    return OfflineReader(load_register())


def drafted(reader: OfflineReader, *texts: str) -> DocumentReading:
    documents = [read_document(text.encode(), f"{number}.md") for number, text in enumerate(texts)]
    return read_documents(documents, reader, is_product=products_of(load_register()))


SCHOOL = """# Use of AI at Haugland Upper Secondary School, Norway

## Essays

Teachers use EssayMate, supplied by Skjema A/S, to comment on drafts of pupils. EssayMate suggests a mark; for absences it sends the parents a
letter by itself, without anybody looking at it first.

We tried Otter for meeting notes in 2024 but gave it up.

## Rooms

| Risk | Owner | Status |
|---|---|---|
| Wrong mark | Kari | open |
| Server burns | Ole | backup on Hetzner, Germany |

| System | Owner | Contract ends |
|---|---|---|
| EssayMate | Office | 31.12.2027 |

## Pupils

Parents are not told that a machine answers. No data protection impact assessment has been made.
"""


def test_a_school_s_policy(reader: OfflineReader) -> None:
    read = drafted(reader, SCHOOL)
    found = {f.ref: f.value for f in read.facts}
    names = {ref: value for ref, value in found.items() if ref.startswith("application") and ref.endswith(".name")}
    assert set(names.values()) == {"EssayMate", "Otter"}
    tool = next(ref.partition(".")[0] for ref, value in names.items() if value == "EssayMate")
    otter = next(ref.partition(".")[0] for ref, value in names.items() if value == "Otter")
    assert found[f"{tool}.supplier"] == "Skjema A/S"
    assert (found[f"{tool}.decision_role"], found[f"{tool}.human_review"]) == ("decides", "never")
    assert found[f"{tool}.tells_people"] == "no"
    assert found[f"{otter}.lifecycle"] == "retired"
    assert f"{otter}.tells_people" not in found
    assert not {"storage.country", "storage.supplier", "compute.country", "monitoring.incident_process"} & set(found)
    assert found["governance.impact_assessment"] == "no"
    assert "governance.exit_clause" not in found


def test_two_tools_in_a_table_keep_their_own(reader: OfflineReader) -> None:
    text = """| AI tool | Supplier | Storage country | Encrypted |
|---|---|---|---|
| EssayMate | Skjema A/S | Ireland | yes |
| TimeWeaver | Tolk GmbH | Norway | no |
"""
    found = {f.ref: (f.value, f.quote) for f in drafted(reader, text).facts}
    assert (found["application.supplier"][0], found["application-2.supplier"][0]) == ("Skjema A/S", "Tolk GmbH")
    assert (found["storage.country"][0], found["storage-2.country"][0]) == ("IE", "NO")
    assert found["storage-2.encrypted"] == ("no", "TimeWeaver | Tolk GmbH | Norway | no")
