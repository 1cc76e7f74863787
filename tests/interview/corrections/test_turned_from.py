"""What was said before and is now said otherwise in one sentence sets that answer right; being without a tool is told of its outage."""

from __future__ import annotations

from dataclasses import replace

import pytest
from talks import WordReader, ask
from worlds import Talk

from vcassist.chain.facts import Chain
from vcassist.interview.corrections.turned_from import turned_from
from vcassist.interview.ports import Proposal, Reading

OUTAGE = "application.outage_effect"
HEARD = {"gets worse": "degrades", "service stops": "stops", "everything stops": "stops"}


class OutageReader(WordReader):
    """Hears an outage in its usual words, where it is asked for one."""

    def read(self, message: str, asked: str | None, chain: Chain) -> Reading:
        words = [w for w in HEARD if w in message] if asked == OUTAGE else []
        if not words:
            return super().read(message, asked, chain)
        last = max(words, key=message.rindex)
        return Reading((Proposal(OUTAGE, "known", HEARD[last], last, self.sure),), "answer")


def noted() -> Talk:
    t = Talk(OutageReader())
    t.know(application__name="Tolk", application__outage_effect="degrades")
    return ask(t, "governance.staff_trained")


@pytest.mark.parametrize(
    "said",
    [
        "I said earlier that without Tolk the service gets worse; in fact the service stops.",
        "I told you that the service gets worse. Actually, everything stops, because my English gets worse.",
        "No, nobody. I wrote the service gets worse, but in fact the service stops, as I am alone.",
    ],
)
def test_the_second_half_stands_for_the_first(said: str) -> None:
    t = noted()
    t.say(said)
    assert t.session.chain.value(OUTAGE) == "stops"


def test_what_is_answered_beside_it_is_heard() -> None:
    t = noted()
    t.say("No, nobody. I said that the service gets worse; in fact the service stops, because my English gets worse.")
    assert t.session.chain.value("governance.staff_trained") == "no"


def test_what_was_never_said_before_sets_nothing_right() -> None:
    t = noted()
    said = "I told you that the parents read letters; in fact the service stops early on Fridays."
    assert turned_from(said, t.session, OutageReader(), 3) is None


@pytest.mark.parametrize("said", ["Without Tolk the service stops.", "No. Without it, the service stops."])
def test_being_without_a_tool_that_contradicts_its_outage_is_asked_back(said: str) -> None:
    t = noted()
    t.say(said)
    asked = t.session.awaiting
    assert t.session.chain.value(OUTAGE) == "degrades"
    assert asked and (asked.ref, asked.manner, asked.new) == (OUTAGE, "conflict", "stops")


@pytest.mark.parametrize("said", ["Would it, without Tolk, stop?", "Without Anna the service stops."])
def test_a_question_and_another_are_no_outage(said: str) -> None:
    t = noted()
    t.say(said)
    assert t.session.chain.value(OUTAGE) == "degrades"
    assert t.session.asked != OUTAGE


def test_being_without_it_names_its_choice_beside_the_denied_one() -> None:
    t = noted()
    t.know(application__outage_effect="stops")
    ask(t, "governance.staff_trained").say("No. But without it we do not stop, it gets worse, nothing more.")
    assert t.session.chain.value(OUTAGE) == "degrades"


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("When I said the service gets worse, that was last year, now everything stops.", "stops"),
        ("When I said the service gets worse, I meant the other one.", "degrades"),
    ],
)
def test_what_was_meant_by_what_was_said_sets_it_right(said: str, value: str) -> None:
    t = noted()
    t.say(said)
    assert t.session.chain.value(OUTAGE) == value


def test_what_leaves_a_part_of_what_was_said_is_partly() -> None:
    t = Talk(OutageReader())
    t.know(governance__people_consulted=("yes"))
    fact = t.session.chain.facts["governance.people_consulted"]
    t.session = replace(
        t.session, turns=(replace(t.session.turns[0], facts=(replace(fact, quote="The customers were asked"),)),)
    )
    ask(t, "governance.responsible_person").say("When I said the customers were asked, it was four of them, over tea.")
    assert t.session.chain.value("governance.people_consulted") == "partly"
