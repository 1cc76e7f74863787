"""A worker and PostgreSQL killed in mid-turn: a short form of benchmarks/faults.py, on real processes."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest
from databases import POSTGRES

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "benchmarks"))

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not POSTGRES, reason="PostgreSQL is not asked for: VCASSIST_TEST_POSTGRES is not set"),
]


@pytest.fixture(scope="module")
def faults() -> Any:
    import faults

    return faults


@pytest.mark.parametrize(("what", "times"), [("worker", 2), ("database", 1)])
def test_each_message_is_stored_once_and_the_service_recovers_by_itself(faults, what: str, times: int) -> None:
    count = faults.run(what, times, seed=3, tell=False)
    assert count.kills >= times and count.turns >= times * faults.PEOPLE * faults.TURNS
    assert count.sound, count
    # Without messages that had to be sent again nothing would have been shown.
    assert count.sent_again > 0


@pytest.mark.parametrize("how", ["", "lost", "doubled", "halved", "wrong"])
def test_the_judge_sees_what_is_not_sound(faults, tmp_path: Path, how: str) -> None:
    from databases import postgres_database

    from vcassist.interview.session import Session, Turn
    from vcassist.settings import Settings
    from vcassist.store.database import open_database

    said = [Turn(0, reply="Hello.", at="t"), Turn(1, "one", reply="1", at="t"), Turn(2, "two", reply="2", at="t")]
    if how == "doubled":
        said.append(Turn(3, "two", reply="2", at="t"))
    with postgres_database() as address:
        store = open_database(Settings(data=tmp_path, database=address))
        store.create(Session("a", "2026", tuple(said)), "h")
        with store.engine.begin() as connection:
            if how == "lost":
                connection.exec_driver_sql("DELETE FROM turns WHERE number = 2")
            elif how == "halved":
                connection.exec_driver_sql("UPDATE turns SET body = substr(body, 1, 40) WHERE number = 2")
        store.close()
        reply = "another" if how == "wrong" else "2"
        count, person = faults.Count(), faults.Person("a", "token", [("one", "1"), ("two", reply)])
        faults.judge(address, [person], count)
    assert count.sound is (how == "")
    assert not how or getattr(count, how) >= 1
