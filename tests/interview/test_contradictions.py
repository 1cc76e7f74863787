"""Contradictions between documents are asked back, each once, until they are settled."""

from __future__ import annotations

from dataclasses import replace

import pytest
from talks import WordReader, answered, ask, talk, waits
from worlds import Talk

from vcassist.chain.facts import Fact, fold
from vcassist.interview.answers.on_the_table import undecided
from vcassist.interview.contradictions import nothing_new, unsettled, without_the_settled
from vcassist.interview.heard import Heard
from vcassist.interview.ports import Proposal, Reading
from vcassist.interview.session import Awaiting, Contradiction, Session, Turn

COUNTRY = Contradiction("storage.country", "KE", "IE", "Nairobi (one.txt, page 1)", "Dublin (two.txt, page 1)")
WEIGHTS = Contradiction("model.weights", "open", "closed")
READ = Turn(
    1,
    facts=(Fact("storage.country", "known", "KE", turn=1), Fact("model.weights", "known", "open", turn=1)),
    conflicts=(COUNTRY, WEIGHTS),
    document="one.txt, two.txt",
)


def after(*turns: Turn) -> Contradiction | None:
    session = Session("s", "2026-11-24T10:00:00+00:00", (Turn(0), READ, *turns))
    return unsettled(session, fold(session.facts))


def test_the_first_is_asked_then_the_next_then_none() -> None:
    assert after() == COUNTRY
    asked = Turn(2, awaiting=Awaiting("storage.country", "conflict", "KE", "IE"))
    assert after(asked) == WEIGHTS
    assert after(asked, Turn(3, awaiting=Awaiting("model.weights", "conflict", "open", "closed"))) is None


def test_a_later_word_on_the_field_settles_it() -> None:
    assert after(Turn(2, facts=(Fact("storage.country", "known", "IE", turn=2),))) == WEIGHTS


def test_what_was_taken_back_with_its_turn_is_not_asked() -> None:
    assert after(Turn(2, undoes=1)) is None


def test_that_it_does_not_apply_can_be_said_and_chosen_against_a_yes() -> None:
    t = answered("application.appeal", "yes")
    ask(t, "application.appeal", "conflict", old="yes", new=None)
    t.say("does not apply")
    fact = t.session.chain.get("application.appeal")
    assert fact is not None and fact.status == "not_applicable" and fact.quote == "does not apply"


def in_contradiction() -> Talk:
    t = Talk(WordReader({"by the way it is kept in Sweden": {"storage.country": ("SE", "Sweden")}}))
    ask(t, "storage.country").say("Norway")
    ask(t, "governance.policy").say("by the way it is kept in Sweden")
    assert waits(t) == ("storage.country", "conflict")
    return t


@pytest.mark.parametrize(
    "said",
    ["Why do you ask?", "Is that not Sweden?", "how much longer?", "are you a real person?", "I already told you that"],
)
def test_a_question_back_or_an_aside_decides_nothing_and_it_waits_on(said: str) -> None:
    t = in_contradiction()
    turn = t.say(said)
    assert turn.facts == () and waits(t) == ("storage.country", "conflict")
    assert "“Norway”" in turn.reply and "“Sweden”" in turn.reply
    t.say("the second one")
    assert t.session.chain.value("storage.country") == "SE"


def test_a_decision_beside_an_aside_is_one() -> None:
    t = in_contradiction()
    t.say("I already told you, the second")
    assert t.session.chain.value("storage.country") == "SE"


def test_who_only_answers_with_asides_is_not_asked_for_ever() -> None:
    t = in_contradiction()
    replies = [t.say("how much longer?").reply for _ in range(3)]
    assert ["NO" in reply.partition("Earlier")[0] for reply in replies] == [False, False, True], (
        "it is told what stands"
    )
    assert waits(t) != ("storage.country", "conflict") and t.session.chain.value("storage.country") == "NO"


def test_no_more_to_tell_chooses_neither_side() -> None:
    t = talk({"They can": {"application.appeal": ("yes", "They can")}})
    ask(t, "application.appeal").say("no")
    ask(t, "governance.policy").say("They can")
    assert waits(t) == ("application.appeal", "conflict")
    t.say("No, that is all.")
    assert t.session.chain.value("application.appeal") == "no" and not t.session.turns[-1].settled


def test_who_decides_between_two_values_brings_no_part_without_a_name_in() -> None:
    told = {"application.name": "TriageMate", "application.human_review": "sometimes"}
    put = Turn(
        1,
        facts=tuple(Fact(ref, "known", v, turn=1) for ref, v in told.items()),
        awaiting=Awaiting("application.human_review", "conflict", "always"),
    )
    session = Session("s", "2026-11-24T10:00:00+00:00", (Turn(0), put))
    nameless = Proposal("application-2.human_review", "known", "sometimes", "only Fridays", 0.9)
    own = Proposal("application.human_review", "known", "always", "always", 0.9)
    assert nothing_new(Reading((own, nameless), "answer"), session).proposals == (own,)
    named = Proposal("application-2.name", "known", "Northchat", "Northchat", 0.9)
    assert nothing_new(Reading((nameless, named), "answer"), session).proposals == (nameless, named)


def test_what_is_set_right_beside_something_else_is_not_asked_again() -> None:
    t = in_contradiction()
    t.know(application__human_review="never")
    ask(t, "storage.country", "conflict", old="NO", new="SE")
    heard = Heard(
        facts=(Fact("storage.country", "known", "SE"), Fact("application.human_review", "known", "always")),
        replaced=(
            (Fact("storage.country", "known", "NO"), Fact("storage.country", "known", "SE")),
            (Fact("application.human_review", "known", "never"), Fact("application.human_review", "known", "always")),
        ),
        conflicts=(COUNTRY, WEIGHTS),
    )
    assert not undecided(t.session, heard)
    assert without_the_settled(heard).conflicts == (WEIGHTS,)


def test_of_two_sets_a_third_may_be_right_before_the_session_was_stored_too() -> None:
    back = Contradiction("application.affected_people", ["patients", "staff"], ["children"], "patients", "children")
    asks = Awaiting.between(back)
    assert (asks.manner, asks.old, asks.new) == ("conflict", ("patients", "staff"), ("children",))
    t = talk()
    t.know(application__name="North", application__affected_people=("patients", "staff"))
    last = t.session.turns[-1]
    turn = replace(last, number=last.number + 1, said="it touches children", facts=(), awaiting=asks)
    t.session = replace(t.session, turns=(*t.session.turns, turn))
    t.say("it is not patients, it is others")
    assert "children" not in t.session.chain.get("application.affected_people").values
