"""A server that is killed in mid-turn: a short form of benchmarks/kills.py, on real processes and a real database."""

from __future__ import annotations

import importlib.util
import json
import sqlite3
import sys
from pathlib import Path
from types import ModuleType

import pytest

from vcassist.interview.session import Session, Turn, turn_as_json
from vcassist.settings import Settings
from vcassist.store.database import open_store

SCRIPT = Path(__file__).resolve().parents[2] / "benchmarks" / "kills.py"


@pytest.fixture(scope="module")
def kills() -> ModuleType:
    spec = importlib.util.spec_from_file_location("kills", SCRIPT)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    # Dataclasses look their module up by name.
    sys.modules["kills"] = module
    spec.loader.exec_module(module)
    return module


@pytest.mark.slow
def test_of_a_server_killed_in_mid_turn_every_acknowledged_turn_is_there_once_and_none_half(kills, tmp_path) -> None:
    count = kills.run(3, seed=7, folder=tmp_path, tell=False)
    assert count.kills == 3
    assert count.sound, count
    # Without turns that were answered, and some that were cut off, nothing would have been shown.
    assert count.acknowledged > 3 and count.cut_off > 0


def spoil(file: Path, how: str) -> None:
    """Does to a database by hand what a store that is not sound would do to it."""
    with sqlite3.connect(file) as connection:
        if how == "lost":
            connection.execute("DELETE FROM turns WHERE number = 2")
        elif how == "doubled":
            twice = json.dumps(turn_as_json(Turn(3, "two", reply="2", at="t")))
            connection.execute("INSERT INTO turns (session_id, number, body, at) VALUES ('a', 3, ?, 't')", (twice,))
        elif how == "halved":
            connection.execute("UPDATE turns SET body = substr(body, 1, 40) WHERE number = 2")
    connection.close()


@pytest.mark.parametrize("how", ["", "lost", "doubled", "halved"])
def test_the_judge_sees_a_lost_a_doubled_and_a_halved_turn(kills, tmp_path: Path, how: str) -> None:
    said = (Turn(0, reply="Hello.", at="t"), Turn(1, "one", reply="1", at="t"), Turn(2, "two", reply="2", at="t"))
    store = open_store(Settings(data=tmp_path))
    store.create(Session("a", "2026", said), "h")
    store.close()
    spoil(tmp_path / "vcassist.sqlite", how)
    count, person = kills.Count(), kills.Person("a", "token", [("one", "1"), ("two", "2")])
    kills.judge(tmp_path, [person], count)
    assert count.sound is (how == "")
    assert not how or getattr(count, how) >= 1
