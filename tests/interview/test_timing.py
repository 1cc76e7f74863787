"""The person's time: what they gave to the talk, not the days in between."""

from __future__ import annotations

import pytest

from vcassist.interview.session import Session, Turn
from vcassist.interview.timing import hours_away, minutes_spent


def at(*clock: str, said: str = "x") -> Session:
    """A session whose greeting and turns were at these times of one day, or of the day named."""
    stamps = [c if "T" in c or not c else f"2026-11-24T{c}+00:00" for c in clock]
    return Session("s", stamps[0], tuple(Turn(n, said=said if n else "", at=stamp) for n, stamp in enumerate(stamps)))


def test_minutes_are_the_sum_of_the_pauses() -> None:
    assert minutes_spent(at("10:00:00", "10:01:00", "10:02:30"), "2026-11-24T10:03:00+00:00") == pytest.approx(3.0)


def test_a_night_in_between_counts_as_a_short_pause() -> None:
    assert minutes_spent(at("10:00:00", "10:01:00"), "2026-11-25T09:00:00+00:00") == pytest.approx(4.0)


def test_an_answer_takes_at_least_the_reading_of_the_question() -> None:
    assert minutes_spent(at("10:00:00", "10:00:01", "10:00:02"), "2026-11-24T10:00:03+00:00") == pytest.approx(0.75)


def test_turns_without_a_time_count_as_usual_ones() -> None:
    assert minutes_spent(at("", "", "")) == pytest.approx(1.5)


def test_what_was_set_by_hand_takes_no_time_of_the_talk() -> None:
    assert minutes_spent(at("10:00:00", "10:05:00", said=""), "2026-11-24T10:01:00+00:00") == pytest.approx(1.0)


def test_how_long_somebody_was_away() -> None:
    assert hours_away(at("10:00:00", "11:00:00"), "2026-11-26T11:00:00+00:00") == pytest.approx(48)
    assert hours_away(at("10:00:00"), "") == 0 == hours_away(Session("s", ""), "2026-11-26T11:00:00+00:00")
    assert hours_away(at("10:00:00"), "2026-11-24T12:00:00") == 0, "a time without a zone cannot be compared"
