"""Who sets something right by the very words that are noted, and puts nothing in their place, is asked what it should be."""

from __future__ import annotations

from dataclasses import replace

import pytest
from talks import Talk, ask, talk

from vcassist.errors import NotReady
from vcassist.interview.ports import Wanted

SECTOR = "organisation.sector"


def noted() -> Talk:
    t = talk()
    t.know(**{"application.name": "Northchat", SECTOR: "business"})
    return ask(t, "application.alternative")


@pytest.mark.parametrize(
    "said",
    [
        "You put business there. We're a registered NGO",
        'Haki remove "business", it is the third time',
        "We are not business, and not media either.",
        "we arent business",
    ],
)
def test_the_answer_with_those_words_is_put_to_the_person(said: str) -> None:
    t = noted()
    t.say(said)
    turn = t.session.turns[-1]
    assert turn.awaiting is not None and (turn.awaiting.ref, turn.awaiting.manner) == (SECTOR, "change")
    assert "business" in turn.reply


@pytest.mark.parametrize(
    "said",
    [
        "The business of the day begins at six",
        "Keep business as it is",
        "Is business not wrong?",
        "They told us that it is good for business",
    ],
)
def test_who_only_says_such_a_word_or_asks_changes_nothing(said: str) -> None:
    t = noted()
    t.say(said)
    assert t.session.awaiting is None or t.session.awaiting.manner != "change"
    assert t.session.chain.value(SECTOR) == "business"


def test_a_glossary_that_is_not_ready_costs_no_turn() -> None:
    def not_ready(sentence: str, asked: str | None) -> Wanted | None:
        raise NotReady("The glossary is not ready.", "", "Wait.")

    t = noted()
    t.tools = replace(t.tools, wanted=not_ready)
    t.say("it is written business there")
    assert t.session.chain.value(SECTOR) == "business"
