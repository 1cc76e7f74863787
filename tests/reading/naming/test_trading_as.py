"""A firm is called by the name that it bears, and not by the place that it is from."""

from __future__ import annotations

import pytest

from vcassist.chain.fields import FIELDS
from vcassist.interview.ports import Proposal
from vcassist.knowledge.register import load_register
from vcassist.reading.naming.names import NameFinder
from vcassist.reading.naming.trading_as import under_its_name
from vcassist.reading.seen import look

FINDER = NameFinder(load_register())
SUPPLIER = FIELDS["application.supplier"]


def named(text: str, taken: str) -> object:
    start = text.index(taken)
    p = Proposal(SUPPLIER.key, "known", taken, taken, 0.9, start, start + len(taken))
    return under_its_name({p.ref: p}, look(text, FINDER, SUPPLIER), SUPPLIER)[p.ref].value


@pytest.mark.parametrize(
    ("text", "taken", "name"),
    [
        ("Three cousins from Tromso, Isfjell they trade as.", "Tromso", "Isfjell"),
        ("A widow from Split, Morska is the name.", "Split", "Morska"),
        ("Some lads from Leeds trading as Bright Loom.", "Leeds", "Bright Loom"),
        ("some boys in Leeds they call themselves Bright Loom and it is free", "Leeds", "Bright Loom"),
        ("From a shop called Leeds Looms.", "Leeds Looms", "Leeds Looms"),
    ],
)
def test_a_firm_goes_by_its_name(text: str, taken: str, name: str) -> None:
    assert named(text, taken) == name
