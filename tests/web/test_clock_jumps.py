"""The clock is set back and forth by hours: what is counted, held and deleted by age goes by what time really passed."""

from __future__ import annotations

import sys
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from databases import database
from fakes import PhraseReader

from vcassist.app import App
from vcassist.interview.session import Session, Turn
from vcassist.settings import Settings
from vcassist.store.database import open_database
from vcassist.web import sweeping
from vcassist.web.counts import Counts, Limit
from vcassist.web.limits import Limiter, TooMany
from vcassist.web.sweeping import WAIT_SECONDS, Jumps, Sweeper

HOUR = 3600.0


class Hands:
    """A clock whose hands can be moved, and time that only goes on."""

    def __init__(self) -> None:
        self.passed, self.moved = 1_000.0, 0.0

    def steady(self) -> float:
        return self.passed

    def wall(self) -> float:
        return 1.8e9 + self.passed + self.moved


def believing(hands: Hands, kept: Path | None = None) -> Jumps:
    """One that saw the clock for a day and believes it."""
    jumps = Jumps(hands.wall, hands.steady, kept)
    assert not jumps.believed()
    hands.passed += WAIT_SECONDS
    assert jumps.believed()
    return jumps


@pytest.mark.parametrize("hours", [-30, -5, -1, 1, 5, 30])
def test_a_limit_lets_in_after_its_span_and_not_before_wherever_the_hands_of_the_clock_are(monkeypatch, hours) -> None:
    hands = Hands()
    monkeypatch.setattr(time, "time", hands.wall)
    monkeypatch.setattr("vcassist.web.limits.Counts", lambda: Counts(hands.steady))
    limiter = Limiter(Settings(data=Path("nowhere")))
    for _ in range(10):
        limiter.spend("passphrase", "a1", "Too many tries.")
    hands.moved += hours * HOUR
    with pytest.raises(TooMany, match="Wait"):
        limiter.spend("passphrase", "a1", "Too many tries.")
    with pytest.raises(TooMany) as refused:
        limiter.look("passphrase", "a1", "Too many tries.")
    hands.passed += int(refused.value.headers["Retry-After"])
    limiter.spend("passphrase", "a1", "Too many tries.")


def test_within_any_span_no_more_are_let_in_than_the_limit_says() -> None:
    hands, let_in = Hands(), []
    counts = Counts(hands.steady)
    for _ in range(2_000):
        hands.passed += 0.7
        if not counts.wait(Limit(5, 60), "n", "k", hit=True):
            let_in.append(hands.passed)
    assert max(sum(at <= each < at + 60 for each in let_in) for at in let_in) == 5
    assert len(let_in) >= 0.95 * 5 * 2_000 * 0.7 / 60


def test_what_counts_for_nothing_any_more_is_given_back() -> None:
    hands = Hands()
    counts = Counts(hands.steady)
    for number in range(1_000):
        counts.wait(Limit(5, 60), "address", str(number), hit=True)
    hands.passed += 200
    counts.wait(Limit(5, 60), "address", "one more", hit=True)
    assert len(counts) == 1


@pytest.mark.parametrize("hours", [-48, -1, 1, 48, 24 * 365])
def test_after_a_jump_the_clock_is_believed_again_a_day_later(hours: float) -> None:
    hands = Hands()
    jumps = believing(hands)
    hands.passed += 50 * HOUR
    assert jumps.believed()
    hands.moved += hours * HOUR
    assert not jumps.believed()
    hands.passed += WAIT_SECONDS - 1
    assert not jumps.believed()
    hands.passed += 1
    assert jumps.believed()


def test_a_machine_that_starts_with_its_clock_ahead_deletes_nothing_for_a_day(tmp_path: Path) -> None:
    hands, kept = Hands(), tmp_path / "clock.json"
    believing(hands, kept)
    # Started anew, a year ahead: time since the start begins at nothing.
    hands.passed, hands.moved = 5.0, 365 * 24 * HOUR
    assert not Jumps(hands.wall, hands.steady, kept).believed()
    # However often the server is started meanwhile, and when the clock is put right a day counts anew.
    hands.passed += WAIT_SECONDS / 2
    assert not Jumps(hands.wall, hands.steady, kept).believed()
    hands.moved = 0
    jumps = Jumps(hands.wall, hands.steady, kept)
    assert not jumps.believed()
    hands.passed += WAIT_SECONDS - 1
    assert not jumps.believed()
    hands.passed += 1
    assert jumps.believed()


def test_a_server_that_is_started_anew_remembers_a_jump_and_that_there_was_none(tmp_path: Path) -> None:
    hands, kept = Hands(), tmp_path / "clock.json"
    believing(hands, kept)
    assert Jumps(hands.wall, hands.steady, kept).believed()
    hands.moved += 40 * 24 * HOUR
    for _ in range(23):
        assert not Jumps(hands.wall, hands.steady, kept).believed()
        hands.passed += HOUR
    hands.passed += HOUR
    assert Jumps(hands.wall, hands.steady, kept).believed()


@pytest.mark.parametrize(
    "content",
    ["", "{", "[]", '{"apart": null, "again": 0}', '{"apart": "x", "again": 0}', '{"apart": NaN, "again": 0}'],
)
def test_what_was_remembered_and_is_broken_makes_it_wait(tmp_path: Path, content: str) -> None:
    hands, kept = Hands(), tmp_path / "clock.json"
    kept.write_text(content)
    believing(hands, kept)


def test_what_cannot_be_remembered_makes_the_next_start_wait_and_nothing_fail(tmp_path: Path) -> None:
    hands = Hands()
    believing(hands, tmp_path / "missing" / "clock.json")


def test_the_first_sweep_of_a_server_waits_for_a_clock_that_is_believed(tmp_path: Path) -> None:
    app = App(Settings(data=tmp_path, retention_days=30))
    app.store.create(Session("a1", "2026", (Turn(0, reply="Hello."),)), "h")
    with app.store.engine.begin() as connection:  # type: ignore[attr-defined]
        connection.exec_driver_sql("UPDATE sessions SET changed = '2020-01-01T00:00:00+00:00'")
    sweeper = Sweeper(app, every=0.01)
    sweeper.start()
    time.sleep(0.2)
    sweeper.close()
    assert [s.id for s in app.store.sessions()] == ["a1"]
    app.store.close()  # type: ignore[attr-defined]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="tells Linux's clocks apart")
def test_a_machine_that_slept_is_no_jump(monkeypatch) -> None:
    """While it sleeps the clock on the wall goes on, and so must what it is compared with."""
    real = time.clock_gettime
    slept = 0.0
    monkeypatch.setattr(time, "clock_gettime", lambda c: real(c) + (slept if c == time.CLOCK_BOOTTIME else 0))
    monkeypatch.setattr(sweeping, "WAIT_SECONDS", 0.0)
    jumps = Jumps(lambda: real(time.CLOCK_REALTIME) + slept)
    assert jumps.believed()
    monkeypatch.setattr(sweeping, "WAIT_SECONDS", WAIT_SECONDS)
    slept = 8 * HOUR
    assert jumps.believed()


def test_a_clock_that_is_slowly_put_right_is_believed() -> None:
    hands = Hands()
    jumps = believing(hands)
    for _ in range(100):
        hands.passed, hands.moved = hands.passed + HOUR, hands.moved + 1
        assert jumps.believed()


def test_a_jump_forwards_deletes_nothing_and_a_day_later_what_is_old_goes(tmp_path: Path, monkeypatch) -> None:
    app = App(Settings(data=tmp_path, retention_days=30))
    app.store.create(Session("a1", "2026", (Turn(0, reply="Hello."),)), "h")
    hands = Hands()
    sweeper = Sweeper(app, every=0.01, jumps=believing(hands))
    hands.moved += 40 * 24 * HOUR

    class Later(datetime):
        @classmethod
        def now(cls, tz=None):  # type: ignore[no-untyped-def]
            return datetime.now(UTC) + timedelta(days=40)

    monkeypatch.setattr("vcassist.store.retention.datetime", Later)
    sweeper.start()
    try:
        time.sleep(0.2)
        assert [s.id for s in app.store.sessions()] == ["a1"]
        hands.passed += WAIT_SECONDS
        until = time.monotonic() + 20
        while app.store.sessions() and time.monotonic() < until:
            time.sleep(0.02)
        assert app.store.sessions() == []
    finally:
        sweeper.close()
    app.store.close()  # type: ignore[attr-defined]


@pytest.mark.parametrize("kind", ["sqlite", "postgres"])
@pytest.mark.parametrize("hours", [-5, 5])
def test_a_hold_from_before_a_jump_keeps_nobody_out_for_longer_than_a_lease(
    tmp_path: Path, monkeypatch, kind: str, hours: int
) -> None:
    from vcassist.store import holds

    now = holds._now
    with database(kind) as address:
        store = open_database(Settings(data=tmp_path, database=address))
        store.create(Session("a1", "2026", (Turn(0, reply="Hello."),)), "h")
        assert store.hold("a1", "a worker that was killed", 0.5)
        assert not store.hold("a1", "me", 0.5)
        monkeypatch.setattr(holds, "_now", lambda connection: now(connection) + hours * HOUR)
        until = time.monotonic() + 5
        while not store.hold("a1", "me", 0.5):
            assert time.monotonic() < until
            time.sleep(0.05)
        store.close()


def test_turns_stay_in_the_order_in_which_they_were_said_whatever_time_they_bear(tmp_path: Path, monkeypatch) -> None:
    from dataclasses import replace

    app = App(Settings(data=tmp_path))
    app.__dict__.update(reader=PhraseReader())
    session, _ = app.begin()
    times = ["2026-11-24T10:00:00+00:00", "2026-11-24T04:00:00+00:00", "2026-11-25T10:00:00+00:00"]
    for number, at in enumerate(times, 1):
        app.store.append(session.id, replace(Turn(number, f"words {number}", reply="Yes."), at=at))
    assert [t.said for t in app.store.load(session.id).turns][1:] == ["words 1", "words 2", "words 3"]
    app.store.close()  # type: ignore[attr-defined]
