"""What people tell of a tool's weak spots is found in their words; what would be, stops it or happened to somebody is no such thing."""

from __future__ import annotations

import pytest

from vcassist.interview.remarks.told_besides import COST, INCIDENT, WEAKNESS, told_besides
from vcassist.interview.remarks.weak_spots import weak_spots


def found(said: str) -> list[str]:
    spots = list(weak_spots(said))
    assert all(said[start : start + len(words)] == words for start, words in spots)
    return [words for _, words in spots]


@pytest.mark.parametrize(
    "said",
    [
        "works on my holsteins. on the brown swiss it misses half of em",
        "good on holsteins, bad on brown swiss. write that down",
        "In Dholuo it was often wrong.",
        "2.1% had a medication or dose error, and it did worse on neonatal cases (5.8%).",
        "It struggles with old people's accents.",
        "Pip is pretty weak at Welsh.",
        "the app doesn't understand Romani",
        "At present it is wrong in about one of eleven.",
        "The transcripts are mostly wrong when two people speak.",
        "Otter mishears the names of our villages.",
        "it works badly for dark photos",
        "We're weak on accents, and on te reo.",
        "What it can't read it just makes up, very politely.",
        "It made an awful hames of the old Gaelic script.",
        "The system gets wrong one in five of the handwritten forms.",
    ],
)
def test_a_weak_spot_is_told(said: str) -> None:
    assert found(said)


@pytest.mark.parametrize(
    "said",
    [
        "When it misses an animal we shout across the corridor.",
        "If it fails with the accents we call a colleague.",
        "I fix it on paper, the machine never hears about it.",
        "It would be worse for the villages without it.",
        "The internet is bad in the valley, it fails on most days.",
        "Is it bad at Welsh?",
        "I counted how many dots were false.",
        "It is not bad at names.",
        "You are weak on dates, you noted it wrong.",
        "We work with the poor in two villages.",
    ],
)
def test_what_is_none(said: str) -> None:
    assert not found(said)


def test_what_happened_to_somebody_is_an_incident_and_not_only_a_weak_spot() -> None:
    said = "It told a mother the wrong dose and the child was hurt."
    assert {one.subject for one in told_besides(said)} == {INCIDENT}


def test_beside_a_cost_it_is_kept_as_what_it_is() -> None:
    said = "We pay 20 euros a month. It struggles with accents."
    assert [one.subject for one in told_besides(said)] == [COST, WEAKNESS]
