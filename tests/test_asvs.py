"""The list against OWASP ASVS: each row has an identifier, and what is said to hold is shown by a test that exists."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "docs" / "asvs.md").read_text("utf-8")
ROWS = [[cell.strip() for cell in line.strip("|").split("|")] for line in PAGE.splitlines() if line.startswith("| v")]


def test_every_row_has_an_identifier_of_its_own_a_level_and_a_state() -> None:
    assert len(ROWS) > 100 and len({row[0] for row in ROWS}) == len(ROWS)
    for number, level, what, state, *_ in ROWS:
        assert re.fullmatch(r"v5\.0\.0-([1-9]|1[0-7])\.\d{1,2}\.\d{1,2}", number) and level in ("1", "2") and what
        assert state in ("held", "in part", "not held"), number


def test_every_test_that_is_named_exists_and_what_holds_says_how() -> None:
    for number, _, _, state, how, tests in ROWS:
        named = re.findall(r"`([^`]+)`", tests)
        assert all((ROOT / name).is_file() for name in named), (number, named)
        # Without a test of its own it says at least what makes it so; some hold because there is no such thing.
        assert (
            named
            or how
            or (state, number) in {("held", n) for n in ("v5.0.0-6.2.10", "v5.0.0-6.4.2")} | {("not held", number)}
        ), number


def test_the_figures_are_those_of_the_list() -> None:
    counts = Counter((row[1], row[3]) for row in ROWS)
    for level in "12":
        figures = " | ".join(str(counts[level, state]) for state in ("held", "in part", "not held"))
        assert f"| {level} | {figures} |" in PAGE
