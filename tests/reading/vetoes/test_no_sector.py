"""Houses whose field is none of the sectors that can be chosen are of another one; a house with a word of a sector is of that one."""

from __future__ import annotations

import pytest

from vcassist.reading.vetoes.no_sector import OF_NO_FIELD


@pytest.mark.parametrize(
    "said",
    ["It's a museum.", "church", "We are a volunteer fire brigade.", "a rowing club in Lyon", "the national theatre"],
)
def test_a_house_of_culture_faith_safety_or_sport_has_no_choice_of_its_own(said: str) -> None:
    assert OF_NO_FIELD.match(said)


@pytest.mark.parametrize("said", ["church school", "museum education centre", "a hospital", "we run a food bank"])
def test_a_house_with_a_word_of_a_sector_is_none_of_these(said: str) -> None:
    assert not OF_NO_FIELD.match(said)
