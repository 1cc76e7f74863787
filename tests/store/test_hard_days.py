"""Chroma killed, the line to PostgreSQL cut, the disk full, the clock set back and forth, a slow model and many people.

Short forms of benchmarks/search_kills.py, network.py, disk.py, clocks.py and models.py, on real processes.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from databases import POSTGRES

BENCHMARKS = Path(__file__).resolve().parents[2] / "benchmarks"
sys.path.insert(0, str(BENCHMARKS))

import clocks  # noqa: E402
import disk  # noqa: E402
import line  # noqa: E402
import models  # noqa: E402
import search_kills  # noqa: E402

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not POSTGRES, reason="PostgreSQL is not asked for: VCASSIST_TEST_POSTGRES is not set"),
]


def test_chroma_killed_again_and_again_costs_no_turn_and_is_found_again_by_itself() -> None:
    count = search_kills.run(2, seed=2, small=True, people_at_once=2, tell=False)
    assert count.kills == 2 and count.turns >= 2 * 2 * search_kills.TURNS
    assert count.sound, count
    # Without questions that met with no glossary nothing would have been shown.
    assert count.turns_without_glossary + count.searches_refused > 0


def test_a_line_that_is_cut_without_a_word_costs_no_turn_and_no_worker(tmp_path: Path) -> None:
    if why := line.refused():
        pytest.skip(why)
    # Longer than either side waits for a word of the other; in a namespace of its own, so in a process of its own.
    found = figures("network.py", tmp_path, "--seconds", "1,12")
    assert found["kills"] == 2 and found["turns"] > 0
    # A worker may get its answer by itself once the line is mended; but somebody waited for that.
    assert found["longest_wait"] > 5, "else the line was not cut"
    assert not any(found[name] for name in ("lost", "doubled", "halved", "wrong", "no_sentence")), found
    assert not any(found[name] for name in ("health_checks_failed", "workers_replaced", "left_in_transaction")), found
    assert found["longest_until_all_answered"] < 60


@pytest.mark.parametrize("kind", ["sqlite", "postgres"])
def test_a_full_disk_costs_no_acknowledged_turn_and_no_words(kind: str) -> None:
    if why := disk.refused():
        pytest.skip(why)
    count = disk.run(kind, 2, seed=4, tell=False)
    assert count.kills == 2 and count.sound, count
    assert count.told_in_a_sentence > 0 and count.pages_refused > 0, "else it was not full"


def test_a_clock_that_jumps_by_hours_costs_no_turn_and_no_order() -> None:
    if why := clocks.refused():
        pytest.skip(why)
    count = clocks.run(2, seed=5, tell=False)
    assert count.kills == 2 and count.sound, count
    assert count.seen == 2, "else the clock did not jump"
    assert count.longest_wait < 60


def test_with_a_slow_model_and_too_many_people_some_are_told_to_come_back_and_no_connection_is_held() -> None:
    seen = models.run("slow", people=90, seconds=6, workers=1)
    assert seen.sound, seen
    assert seen.turns > 0 and seen.busy > 0 and seen.asked_of_the_model > 0 and seen.looked > 10


def figures(script: str, folder: Path, *arguments: str) -> dict[str, Any]:
    """What a script wrote, run as its page says."""
    out = folder / "figures.json"
    command = [sys.executable, str(BENCHMARKS / script), *arguments, "--json", str(out)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=600)
    assert out.exists(), done.stderr[-2000:]
    found: dict[str, Any] = json.loads(out.read_text("utf-8"))
    return found


# --- the judges see what is not sound -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "count",
    [
        search_kills.Searches(not_found_again=1),
        disk.Full(pages_without_words=1),
        models.Seen(held=1),
        models.Seen(busy_without_retry_after=1),
        models.Seen(longest_wait=models.LONGEST_WAIT + 1),
        models.Seen(no_sentence=1),
        clocks.Jumps(wrong=1),
    ],
    ids=lambda count: type(count).__name__,
)
def test_what_must_not_be_makes_a_run_unsound(count: Any) -> None:
    assert not count.sound and type(count)().sound
