"""Who names somebody has said that somebody is responsible."""

from __future__ import annotations

import pytest

from vcassist.reading.answering.names_somebody import names_somebody

ASKED = "governance.responsible_person"
COMMON = {"depends", "good", "thank", "excel", "rosa", "jun", "the"}


@pytest.mark.parametrize(
    ("said", "quote"),
    [
        ("sister Abiba", "sister Abiba"),
        ("the headmistress", "the headmistress"),
        ("Ilse from accounts.", "Ilse from accounts"),
        ("hm, that would be our treasurer", "our treasurer"),
        ("Dodong", "Dodong"),
        ("Jun and me", "Jun and me"),
        ("Eric, CTO", "Eric, CTO"),
    ],
)
def test_a_name_or_a_place_is_a_yes(said: str, quote: str) -> None:
    found = names_somebody(said, ASKED, COMMON.__contains__)
    assert found is not None and (found.value, found.quote) == ("yes", quote)
    assert said[found.start : found.end] == quote


@pytest.mark.parametrize(
    "said",
    [
        "Depends",
        "Good question",
        "the vendor",
        "nurse Rosa used to",
        "nobody in particular",
        "who else, the board?",
        "the folder",
        "our director, but he left",
        "I don't know, the secretary",
        "everybody a bit",
    ],
)
def test_what_names_nobody_of_theirs_is_none(said: str) -> None:
    assert names_somebody(said, ASKED, COMMON.__contains__) is None
