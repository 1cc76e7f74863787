"""An order to bring something back restores what was taken out, however long ago, and never takes back what was told."""

from __future__ import annotations

import time

import pytest
from talks import WordReader, ask
from worlds import Talk

from vcassist.interview.removals.bringing_back import back_in
from vcassist.interview.session import Turn

TWO = {"application.name": "Kora", "application.human_review": "always", "application-2.name": "Nyota"}


def talk(**intents: str) -> Talk:
    t = Talk(WordReader(**intents))
    t.know(**TWO, **{"application-2.appeal": "yes"})
    return ask(t, "governance.policy")


def without_nyota(**intents: str) -> Talk:
    t = talk(**intents)
    t.say("Remove Nyota.")
    t.say("What is a foundry?")
    assert t.session.chain.mentioned("application") == ("application",)
    return t


@pytest.mark.parametrize(
    "order",
    [
        "Restore it.",
        "Put Nyota back.",
        "Undo the deletion",
        "I meant undo the removal of Nyota!",
        "Bring back what you deleted please",
        "No, give me everything back",
        "could you reinstate the tool that you removed?",
    ],
)
def test_what_was_taken_away_is_there_again_turns_later(order: str) -> None:
    t = without_nyota()
    reply = t.say(order).reply
    chain = t.session.chain
    assert chain.value("application-2.name") == "Nyota" and chain.value("application-2.appeal") == "yes"
    assert chain.value("application.human_review") == "always"
    assert "It is there again: Nyota" in reply and t.session.asked is not None


@pytest.mark.parametrize(
    "order", ["Restore what you deleted.", "Undo the deletion.", "Bring back what was taken out", "Put everything back"]
)
def test_where_nothing_was_taken_away_all_that_was_told_stands(order: str) -> None:
    t = talk(**{order: "undo"})
    before = t.session.chain.facts
    assert "nothing to put back" in t.say(order).reply
    assert t.session.chain.facts == before


def test_an_undo_that_speaks_of_a_deletion_in_other_words_takes_back_no_telling() -> None:
    order = "All those deletions, the merging, get that back like before"
    t = without_nyota(**{order: "undo"})
    t.say(order)
    assert t.session.chain.value("application-2.name") == "Nyota"


def test_what_an_undo_took_back_comes_back_too() -> None:
    t = talk()
    t.say("no idea")
    told = t.session.chain.facts
    t.say("undo")
    assert t.session.chain.facts != told
    t.say("Put it back")
    assert t.session.chain.get("governance.policy") == told["governance.policy"]


def test_what_is_told_beside_the_order_is_heard() -> None:
    t = without_nyota()
    t.say("Put Nyota back and rename Nyota to Tarnbell.")
    assert t.session.chain.value("application-2.name") == "Tarnbell"


def test_words_that_were_struck_cannot_be_brought_back_and_that_is_said() -> None:
    t = talk()
    struck = Turn(
        t.session.turns[-1].number + 1, said="[taken out]", reply="I took it out: those words are gone from our talk."
    )
    t.session = t.session.after(struck)
    before = t.session.chain.facts
    assert "gone for good" in t.say("Restore it.").reply and t.session.chain.facts == before


@pytest.mark.parametrize(
    "said",
    [
        "We restore it from the backup.",
        "Restore the files from the backup",
        "The supplier can bring the service back in an hour",
        "We put the letters back by hand",
        "It takes a day to get everything back",
        "Put Zuri back on the list of nurses",
        "back to paper",
    ],
)
def test_what_an_organisation_brings_back_is_no_order(said: str) -> None:
    assert back_in(without_nyota().session, said) is None


@pytest.mark.parametrize("filler", [" ", ",", "no ", "please ", "and "])
def test_a_long_message_is_looked_through_in_time(filler: str) -> None:
    begun = time.process_time()
    back_in(talk().session, filler * 20_000)
    assert time.process_time() - begun < 2
