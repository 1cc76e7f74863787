"""A story tells that a tool is in use by how long and how often; a trial or an end is none."""

from __future__ import annotations

import pytest

from vcassist.chain.facts import Chain, fold
from vcassist.interview.ports import Proposal, Reading
from vcassist.reading.told.in_service import STAGE, with_stage

TOOL = Proposal("application.name", "known", "Kora", "Kora", 0.9, 0, 4)


def stage(message: str, asked: str | None = None, chain: Chain | None = None, *more: Proposal) -> object:
    read = with_stage(Reading((TOOL, *more), "answer"), message, asked, chain or Chain())
    return next((p.value for p in read.proposals if p.ref == STAGE), None)


@pytest.mark.parametrize(
    "message",
    [
        "Kora has been in daily service since 2022 and translates our texts.",
        "FieldLynx on the sprayer. Second season running it.",
        "We work with Kora, and we have used it every day for two years",
        "Every single day it runs, and nonsense is what comes out!",
        "It has been so since 2022.",
        "Here one assistant uses Kora daily for letters.",
    ],
)
def test_it_is_in_use(message: str) -> None:
    assert stage(message) == "in_use"


@pytest.mark.parametrize(
    "message",
    [
        "We are on trial with it every day since May",
        "We used it for two years, until March",
        "Our house stands here since 1922",
        "Every day is a long day",
    ],
)
def test_a_trial_an_end_and_other_times_are_not(message: str) -> None:
    assert stage(message) is None


def test_what_is_known_read_or_asked_for_is_left() -> None:
    said = "It has been so since 2022."
    pilot = Proposal(STAGE, "known", "pilot", "so", 0.9, 12, 14)
    assert stage(said, None, None, pilot) == "pilot"
    assert stage(said, "data.sources") is None
    assert with_stage(Reading((), "answer"), said, None, fold([])).proposals == ()
