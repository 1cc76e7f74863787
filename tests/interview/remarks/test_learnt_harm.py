"""What went wrong is kept in whatever words it is told, as it was learnt that people tell it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from talks import ask, talk

from vcassist.chain.facts import Fact
from vcassist.interview.ports import Wanted
from vcassist.interview.remarks.learnt_harm import harms_by
from vcassist.interview.remarks.told_besides import INCIDENT, takes_back, told_besides
from vcassist.interview.session import Turn

TALE = "One of the two never got her letter."


def wanted(sentence: str, asked: str | None) -> Wanted | None:
    return Wanted("what", 0.01, "", 0.02, harms=0.9 if sentence.rstrip(".") == TALE.rstrip(".") else 0.01)


def test_a_tale_in_no_known_form_is_kept_with_the_sentence_that_goes_on() -> None:
    said = f"We are fourteen. {TALE} She came to the gate in the rain. It runs on a laptop."
    (found,) = told_besides(said, harms_by(wanted))
    assert found.subject == INCIDENT and found.quote == f"{TALE} She came to the gate in the rain."
    assert said[found.start :].startswith(found.quote)
    assert not told_besides(said)


def test_it_is_met_and_stands_with_what_was_told_besides() -> None:
    t = talk()
    t.know(**{"application.name": "Northchat"})
    t.tools = replace(t.tools, harms=harms_by(wanted))
    ask(t, "governance.policy").say(TALE)
    assert "I am sorry that this happened" in t.session.turns[-1].reply


@pytest.mark.parametrize(
    "said", ["Has one of the two never got her letter?", "You wrote that one never got her letter"]
)
def test_what_is_asked_or_said_of_our_notes_is_no_tale(said: str) -> None:
    assert not told_besides(said, lambda sentence: True)


def test_each_sentence_is_looked_at_once_and_a_glossary_that_is_not_ready_is_asked_again() -> None:
    ready, asked = [False], []

    def learnt(sentence: str, open_question: str | None) -> Wanted | None:
        asked.append(sentence)
        return wanted(sentence, open_question) if ready[0] else None

    harms = harms_by(learnt)
    assert not harms(TALE)
    ready[0] = True
    assert harms(TALE) and harms(TALE)
    assert len(asked) == 2
    assert not harms("It crashed.") and len(asked) == 2


@pytest.mark.parametrize(
    "tale",
    [
        "When the line was down it went on typing as though nothing had happened.",
        "That is why I love it, the tower fell and we had our letters.",
        "The column for the cause of death calls for particular care.",
    ],
)
def test_nobody_is_sorry_for_what_went_well(tale: str) -> None:
    always = harms_by(lambda sentence, asked: Wanted("what", 0.01, "", 0.02, harms=0.9))
    assert always("One of the two never got her letter.") and not always(tale)


def test_what_a_set_was_made_of_is_no_harm() -> None:
    said = "A third of the frames I rendered, bodies pasted into snow. One of the two never got her letter."
    made = Fact("data.sources", "known", ("synthetic",), "A third of the frames I rendered", 0, 32)
    always = harms_by(lambda sentence, asked: Wanted("what", 0.01, "", 0.02, harms=0.9))
    assert [one.quote for one in told_besides(said, always, (made,))] == ["One of the two never got her letter."]


def test_what_was_never_kept_as_harm_is_not_taken_back() -> None:
    said, always = "Bodies pasted into snow.", harms_by(lambda sentence, asked: Wanted("what", 0, "", 0, harms=0.9))
    made = Fact("data.sources", "known", ("synthetic",), said, 0, len(said), 1)
    t = talk()
    for facts, kept in (((), True), ((made,), False)):
        before = replace(t.session, turns=(Turn(1, said=said, facts=facts),))
        assert takes_back("nothing went wrong there", before, always) == kept
