"""Both readers together: agreement counts more, the offline analysis vetoes, differences are told."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from vcassist.chain.facts import Chain
from vcassist.errors import VcassistError
from vcassist.interview.ports import Intent, Proposal, Reading
from vcassist.reading.combined import CombinedReader


class Scripted:
    """Both ports at once: says what it was given."""

    def __init__(
        self, *proposals: Proposal, intent: Intent = "answer", note: str = "", error: VcassistError | None = None
    ) -> None:
        self.reading, self.error, self.hints = Reading(proposals, intent, note), error, None

    def read(self, message: str, asked: str | None, chain: Chain) -> Reading:
        return self.reading

    def read_with(self, message: str, asked: str | None, chain: Chain, hints: Sequence[Proposal]) -> Reading:
        self.hints = hints
        if self.error:
            raise self.error
        return self.reading


def said(message: str, ref: str, value: object, quote: str, confidence: float = 0.6, status: str = "known") -> Proposal:
    start = message.index(quote)
    return Proposal(ref, status, value, quote, confidence, start, start + len(quote))  # type: ignore[arg-type]


def both(message: str, offline: Sequence[Proposal], model: Sequence[Proposal], intent: Intent = "answer") -> Reading:
    return CombinedReader(Scripted(*offline, intent=intent), Scripted(*model)).read(message, None, Chain())


MESSAGE = "We use GPT-4o and it runs in Finland."


def test_agreement_raises_confidence() -> None:
    one = said(MESSAGE, "compute.country", "FI", "Finland", 0.7)
    reading = both(MESSAGE, [one], [one])
    assert reading.proposals[0].confidence > 0.9
    assert reading.note == ""


def test_each_adds_what_the_other_missed_in_the_order_of_the_message() -> None:
    reading = both(
        MESSAGE, [said(MESSAGE, "compute.country", "FI", "Finland")], [said(MESSAGE, "model.name", "GPT-4o", "GPT-4o")]
    )
    assert [p.ref for p in reading.proposals] == ["model.name", "compute.country"]


@pytest.mark.parametrize(
    ("message", "quote", "ref", "value"),
    [
        ("Next year we will move to Azure.", "Azure", "compute.supplier", "Microsoft"),
        ("We used to have ChatGPT.", "ChatGPT", "application.name", "ChatGPT"),
        ("I heard it is encrypted.", "encrypted", "storage.encrypted", "yes"),
        ("My sister's school uses Copilot.", "Copilot", "application.name", "Copilot"),
        ("If we had money we would use GPT-4o.", "GPT-4o", "model.name", "GPT-4o"),
        ("Is it encrypted?", "encrypted", "storage.encrypted", "yes"),
        ("It is not encrypted.", "encrypted", "storage.encrypted", "yes"),
        ("We don't use ChatGPT.", "ChatGPT", "application.name", "ChatGPT"),
        ("It never ran on AWS.", "AWS", "compute.supplier", "Amazon Web Services"),
    ],
)
def test_plans_past_hearsay_others_questions_and_negation_veto_the_model(
    message: str, quote: str, ref: str, value: str
) -> None:
    assert both(message, [], [said(message, ref, value, quote)]).proposals == ()


@pytest.mark.parametrize(
    ("message", "quote", "ref", "value", "status"),
    [
        ("Nobody checks it.", "Nobody checks it", "application.human_review", "never", "known"),
        ("It is not encrypted.", "not encrypted", "storage.encrypted", "no", "known"),
        ("The vendor will not say where it runs.", "will not say", "compute.country", None, "withheld"),
        ("We want to start next year.", "start next year", "application.lifecycle", "planned", "known"),
        ("I don't know who stores it.", "don't know who stores it", "storage.supplier", None, "unknown"),
    ],
)
def test_what_is_said_by_a_negation_or_a_plan_itself_is_kept(
    message: str, quote: str, ref: str, value: str | None, status: str
) -> None:
    assert [p.ref for p in both(message, [], [said(message, ref, value, quote, status=status)]).proposals] == [ref]


def test_a_difference_is_kept_to_be_asked_back_and_counts_less() -> None:
    mine = said(MESSAGE, "compute.country", "FI", "Finland", 0.8)
    theirs = said(MESSAGE, "compute.country", "SE", "Finland", 0.6)
    reading = both(MESSAGE, [mine], [theirs])
    assert reading.proposals[0].value == "FI"
    assert reading.proposals[0].confidence <= 0.5
    assert [(best.value, other.value) for best, other in reading.doubts] == [("FI", "SE")]


def test_an_unsure_offline_reading_gives_way_to_the_model() -> None:
    reading = both(
        MESSAGE,
        [said(MESSAGE, "compute.country", "SE", "Finland", 0.4)],
        [said(MESSAGE, "compute.country", "FI", "Finland")],
    )
    assert reading.proposals[0].value == "FI"


@pytest.mark.parametrize("intent", ["stop", "undo", "skip"])
def test_a_clear_wish_of_the_person_needs_no_model(intent: Intent) -> None:
    model = Scripted()
    CombinedReader(Scripted(intent=intent), model).read("stop", None, Chain())
    assert model.hints is None


def test_a_failure_leaves_the_offline_reading_and_one_line() -> None:
    mine = said(MESSAGE, "compute.country", "FI", "Finland")
    reading = CombinedReader(Scripted(mine), Scripted(error=VcassistError("It failed."))).read(MESSAGE, None, Chain())
    assert reading.proposals == (mine,)
    assert reading.note == "It failed. This message was read without it."


def test_the_model_is_given_the_offline_proposals_as_hints() -> None:
    mine, model = said(MESSAGE, "compute.country", "FI", "Finland", 0.2), Scripted()
    CombinedReader(Scripted(mine), model).read(MESSAGE, None, Chain())
    assert model.hints == (mine,)
