"""What a terminal is told of a run: failures in words, no interval from a handful of cases, and whose cases they are."""

from __future__ import annotations

from typing import Any

import pytest

from vcassist.evals.results import NOTE, OWN_NOTE, envelope
from vcassist.evals.tables import FEW, LONGEST_TOLD, failure_lines, figure_text, in_words

FIGURE = {"value": 1.0, "low": 0.9, "high": 1.0, "n": 3.0}


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ([], "nothing"),
        ({"covered": False, "terms": ["gpu", "cloud"]}, "covered: no; terms: gpu, cloud"),
        ([{"ref": "data.sources", "status": "known", "value": ["users"], "quote": "from users"}], "data.sources = users “from users”"),
        ({"model.name": {"wanted": {"ref": "model.name", "status": "unknown", "value": None}, "noted": None}}, "model.name: wanted: model.name = unknown; noted: nothing"),
        ({"wrong": [], "invented": [{"ref": "model.weights", "value": "open", "quote": ""}]}, "invented: model.weights = open"),
    ],
)  # fmt: skip
def test_what_was_expected_and_came_is_told_in_words(value: Any, words: str) -> None:
    assert in_words(value) == words


def test_a_long_failure_ends_at_a_word_and_says_that_more_follows() -> None:
    first, expected, got = failure_lines({"id": "a", "note": "", "expected": "word " * 200, "got": None})
    assert (first, got) == ("    a", "      got: nothing")
    assert expected.endswith(" word …") and len(expected) < LONGEST_TOLD + 30


def test_a_handful_of_cases_has_no_interval() -> None:
    def part(clusters: int) -> dict[str, Any]:
        return {"cases": 40, "scores": {"clusters": [n % clusters for n in range(40)]}}

    assert figure_text(FIGURE, part(FEW - 1)) == "1.000"
    assert figure_text(FIGURE, part(FEW)) == "1.000  [0.90–1.00]"


def test_ones_own_cases_are_not_said_to_be_written_by_a_model() -> None:
    assert envelope({}, own=True)["note"] == OWN_NOTE and envelope({}, own=False)["note"] == NOTE
