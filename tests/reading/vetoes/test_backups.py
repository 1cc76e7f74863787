"""The place of a backup is not the place of the data."""

from __future__ import annotations

import pytest

from vcassist.chain.facts import Chain
from vcassist.knowledge.register import load_register
from vcassist.reading.offline import OfflineReader
from vcassist.reading.vetoes.backups import of_a_backup


@pytest.mark.parametrize(
    ("text", "place", "alone"),
    [
        ("the disk is here, with a backup on Hetzner in Germany", "Germany", True),
        ("Status: backup on Hetzner, Germany", "Hetzner", True),
        ("it is backed up every night to Backblaze", "Backblaze", True),
        ("an off-site copy lies in Bergen", "Bergen", True),
        ("Data and backups are kept in Norway", "Norway", False),
        ("Backups are in Bergen, the data is stored in Oslo", "Oslo", False),
        ("We make backups. The files lie in Oslo", "Oslo", False),
        ("stored at OVH in France", "France", False),
    ],
)
def test_whose_place_it_is(text: str, place: str, alone: bool) -> None:
    at = text.index(place)
    assert of_a_backup(text, at, at + len(place)) is alone


def test_the_reader_takes_no_backup_for_the_place_of_the_data_unless_it_was_asked_for_it() -> None:
    reader = OfflineReader(load_register())
    said = "We keep the data on a server in our office, with a backup on Hetzner in Germany."
    told = {p.ref: p.value for p in reader.read(said, None, Chain()).proposals}
    assert told.get("storage.supplier") == "self"
    assert "storage.country" not in told
    asked = reader.read("the backups lie in Germany", "storage.country", Chain()).proposals
    assert [p.value for p in asked if p.ref == "storage.country"] == ["DE"]
