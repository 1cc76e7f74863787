"""Two runs case by case: what moved, whether beyond noise, which cases changed sides."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from vcassist.errors import BrokenAsset
from vcassist.evals.comparison import compared
from vcassist.evals.measure import Row, Scored
from vcassist.evals.results import earlier_runs, envelope, keep, part_results, read_run
from vcassist.evals.suite import Suite

SUITE = Suite("s", "", "", "understanding", {}, {})


def run_of(outcomes: Sequence[int], part: str = "development", first: int = 0, **about: Any) -> dict[str, Any]:
    """A run in which case n is right where outcomes[n] is 1."""
    rows = [
        Row(f"c{n}", f"c{n}", Scored({"right": (o, 1)}, failed=not o).as_json(), 1.0)
        for n, o in enumerate(outcomes, first)
    ]
    return envelope({"s": {"parts": {part: part_results(SUITE, part, [rows], 7)}}}, **about)


def test_a_figure_that_moved_tells_by_how_much_and_that_it_is_no_noise() -> None:
    found = compared(run_of([0] * 40 + [1] * 40), run_of([1] * 80))["s/development"]
    moved = found["measures"]["right"]
    assert (moved["before"], moved["after"], moved["change"], moved["beyond"]) == (0.5, 1.0, 0.5, True)
    assert found["cases"] == 80 and len(found["fixed"]) == 40 and found["broken"] == []


def test_one_case_in_forty_that_flips_each_way_is_noise() -> None:
    before, after = [0, 1] + [1] * 38, [1, 0] + [1] * 38
    found = compared(run_of(before), run_of(after))["s/development"]
    assert found["fixed"] == ["c0"] and found["broken"] == ["c1"] and not found["measures"]["right"]["beyond"]


def test_pairing_the_cases_sees_what_two_separate_intervals_do_not() -> None:
    before = [n % 2 for n in range(60)]
    after = [1 if n in (0, 2, 4, 6, 8) else o for n, o in enumerate(before)]
    one, other = run_of(before), run_of(after)
    apart = [r["suites"]["s"]["parts"]["development"]["measures"]["right"] for r in (one, other)]
    assert apart[0]["high"] > apart[1]["low"]
    assert compared(one, other)["s/development"]["measures"]["right"]["beyond"]


def test_only_cases_that_both_runs_hold_are_compared() -> None:
    found = compared(run_of([0, 0, 1]), run_of([1, 1], first=2))["s/development"]
    assert found["cases"] == 1 and found["fixed"] == found["broken"] == []
    assert compared(run_of([1]), run_of([1], first=5)) == {}


def test_cases_kept_aside_are_paired_without_being_named() -> None:
    before, after = run_of([0, 1, 0], "kept_aside"), run_of([1, 1, 0], "kept_aside")
    found = compared(before, after)["s/kept_aside"]
    assert found["measures"]["right"]["change"] == pytest.approx(1 / 3, abs=1e-3) and found["fixed"] == []
    assert "c0" not in str(after)


def test_kept_aside_cases_of_another_choice_are_not_compared() -> None:
    assert compared(run_of([0, 1], "kept_aside"), run_of([1, 1], "kept_aside", first=1)) == {}


def test_repeats_of_a_case_count_together_and_their_spread_is_told() -> None:
    runs = [[Row("a", "a", Scored({"right": (o, 1)}).as_json(), 1.0)] for o in (1, 0, 1, 1)]
    found = part_results(SUITE, "development", runs, 7)
    assert found["measures"]["right"]["value"] == 0.75 and found["spread"]["right"] == [1.0, 0.0, 1.0, 1.0]
    assert found["scores"]["ratios"]["right"] == [[3.0, 4.0]] and found["cases"] == 1


def test_earlier_runs_on_as_many_cases_are_found_and_others_passed_over(tmp_path: Path) -> None:
    whole: dict[str, Any] = {"limit": None, "fast": False, "own": False}
    again = {**whole, "limit": 5}
    for n, about in enumerate((whole, again, whole)):
        keep({**run_of([1, 0], **about), "at": f"2026-01-0{n + 1}T00:00:00+00:00"}, tmp_path)
    (tmp_path / "broken.json").write_text("{")
    now = {**run_of([1, 1], **whole), "at": "2026-02-01T00:00:00+00:00"}
    keep(now, tmp_path)
    assert [r["at"][:10] for r in earlier_runs(now, tmp_path)] == ["2026-01-01", "2026-01-03"]


def test_a_file_that_is_no_run_is_refused(tmp_path: Path) -> None:
    (tmp_path / "x.json").write_text('{"suites": 3}')
    with pytest.raises(BrokenAsset, match="no run"):
        read_run(tmp_path / "x.json")
    with pytest.raises(BrokenAsset, match="cannot be read"):
        read_run(tmp_path / "nowhere.json")
