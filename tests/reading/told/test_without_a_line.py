"""What works while the line is gone: the words that deny the line deny nothing of the tool."""

from __future__ import annotations

import time

import pytest

from vcassist.reading.told.without_a_line import survives


@pytest.mark.parametrize(
    "said",
    [
        "it works away fine with the internet down and it's down whenever the ferry's late",
        "it keeps going when the network is gone",
        "no signal on the hill and it still runs",
        "wifi's off half the week, the thing never misses a beat",
    ],
)
def test_what_goes_on_without_a_line_works_without_it(said: str) -> None:
    assert survives(said) is True


@pytest.mark.parametrize(
    "said",
    [
        "nothing works when the network is down",
        "it stops working when the internet goes down",
        "with the net down it just spins",
        "the school works on with the internet down, on paper",
        "it works fine",
        "the line is down",
    ],
)
def test_what_stops_or_only_names_the_line_tells_nothing_of_the_kind(said: str) -> None:
    assert survives(said) is None


def test_not_then_denies_it_and_a_bare_without_is_of_the_line_where_it_was_asked_for() -> None:
    assert survives("it works fine but not with the internet down") is False
    assert survives("runs fine without", asked=True) is True
    assert survives("runs fine without") is None


def test_a_long_message_takes_no_long_time() -> None:
    begun = time.process_time()
    survives("it works with the line and " * 800)
    assert time.process_time() - begun < 2
