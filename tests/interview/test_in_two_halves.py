"""A message that answers and sets something right: neither half goes to the other, and none is thrown away."""

from __future__ import annotations

import time

import pytest
from talks import answered, ask, talk, waits
from worlds import Talk

from vcassist.chain.facts import Fact
from vcassist.interview.heard import Heard
from vcassist.interview.in_two_halves import in_two_halves, of_the_one_spoken_of
from vcassist.interview.ports import Proposal, Reading
from vcassist.interview.session import Session, Turn
from vcassist.interview.tools import Tools


def values(t: Talk, *refs: str) -> tuple[object, ...]:
    facts = (t.session.chain.get(ref) for ref in refs)
    return tuple(fact and fact.value for fact in facts)


@pytest.mark.parametrize(
    "correction",
    [
        "I must correct you, sometimes nobody looks.",
        "I correct: at weekends it is only sometimes.",
        "Sorry, one thing I said wrong: they look sometimes.",
        "And perhaps I was unclear: it is sometimes.",
        "They look sometimes, I did not say that well.",
        "You got me wrong, they look sometimes.",
        "To be fair, on a busy day it is sometimes.",
        "It is not that a person always checks. It is sometimes.",
        "Let me go back to the checks: they look sometimes.",
    ],
)
def test_an_answer_and_a_correction_behind_it_both_count(correction: str) -> None:
    t = ask(answered("application.human_review", "always"), "storage.country")
    t.say(f"It is kept in Norway. {correction}")
    assert values(t, "storage.country", "application.human_review") == ("NO", "sometimes")
    # Who sets it right in so many words is not asked which of the two is right.
    assert waits(t) != ("application.human_review", "conflict")


def test_an_answer_behind_a_correction_counts_as_well() -> None:
    t = ask(answered("application.human_review", "always"), "storage.country")
    t.say("I must correct you, sometimes nobody looks. It is kept in Norway.")
    assert values(t, "storage.country", "application.human_review") == ("NO", "sometimes")


def test_what_follows_from_a_correction_answers_nothing_else() -> None:
    t = ask(answered("organisation.country", "Ghana"), "governance.policy")
    t.say("Sorry, earlier I said Ghana, that was wrong: it is Togo. So no.")
    assert values(t, "organisation.country", "governance.policy") == ("TG", None)


def test_who_turns_round_within_an_answer_sets_that_answer_right_and_nothing_else() -> None:
    t = ask(answered("organisation.country", "Ghana"), "storage.country")
    turn = t.say("It is kept in Norway, they told us. No wait, it is in Sweden.")
    assert values(t, "organisation.country", "storage.country") == ("GH", "SE")
    assert "Norway" not in turn.reply


def test_who_turns_round_and_does_not_know_takes_back_what_they_just_said_and_nothing_else() -> None:
    t = ask(answered("organisation.country", "Ghana"), "storage.country")
    t.say("They said something of Norway, I believe. No wait, that was another firm, I have no idea.")
    fact = t.session.chain.get("storage.country")
    assert fact is None or fact.status == "unknown"
    assert values(t, "organisation.country") == ("GH",)


def test_who_turns_round_but_names_an_earlier_answer_sets_that_right() -> None:
    t = ask(answered("organisation.country", "Ghana"), "storage.country")
    t.say("It is kept in Norway. Sorry, and we are not in Ghana, we are in Togo.")
    assert values(t, "organisation.country", "storage.country") == ("TG", "NO")


def test_where_a_value_of_a_set_is_said_not_to_be_all_and_no_other_is_told_the_answer_is_asked_for() -> None:
    t = ask(answered("application.affected_people", "children"), "organisation.size")
    t.say("We are 12. But children alone is not complete, you see.")
    assert values(t, "organisation.size", "application.affected_people") == ("11_to_50", ("children",))
    assert waits(t) == ("application.affected_people", "change")


def test_a_protest_before_a_correction_is_no_answer() -> None:
    t = ask(answered("organisation.country", "Ghana"), "governance.policy")
    t.say("no. That is wrong. We are in Togo, not Ghana.")
    assert values(t, "organisation.country", "governance.policy") == ("TG", None)


def test_a_correction_that_comes_to_nothing_leaves_the_message_to_be_heard_whole() -> None:
    t = ask(answered("organisation.country", "Ghana"), "governance.policy")
    t.say("yes, one page. I must correct you on the weather.")
    assert values(t, "organisation.country", "governance.policy") == ("GH", "yes")


def test_an_order_to_change_something_leaves_the_answer_beside_it() -> None:
    t = ask(answered("organisation.country", "Ghana"), "governance.policy")
    t.say("yes, one page on the wall. Please change Ghana to Togo.")
    assert values(t, "organisation.country", "governance.policy") == ("TG", "yes")


def test_a_message_of_many_blanks_costs_nothing() -> None:
    t = ask(answered("organisation.country", "Ghana"), "governance.policy")
    began = time.process_time()
    t.say(f"yes.{' ' * 19_000}I must correct you, it is Togo.")
    assert time.process_time() - began < 2


@pytest.mark.parametrize("before", ["", "It is kept in Norway. "])
def test_each_of_two_corrections_in_a_message_is_done(before: str) -> None:
    t = answered("application.human_review", "always", organisation__country="GH")
    t = ask(t, "storage.country")
    t.say(f"{before}I was wrong: sometimes nobody looks. And I said Ghana, but it is Togo.")
    assert values(t, "application.human_review", "organisation.country") == ("sometimes", "TG")
    assert values(t, "storage.country") == (("NO",) if before else (None,))


def test_who_qualifies_what_they_told_of_one_tool_leaves_the_same_matter_of_the_other() -> None:
    told = Fact("application.human_review", "known", "always")
    old = Fact("application-2.human_review", "known", "never")
    new = Fact("application-2.human_review", "known", "sometimes")
    named = Fact("application-2.name", "known", "TriageMate")
    session = Session("s", "", (Turn(0), Turn(1, facts=(old, named))))
    answered_first, heard = Heard(facts=(told,)), Heard(facts=(new,), replaced=((old, new),))
    right = of_the_one_spoken_of(heard, answered_first, "No, to be exact, sometimes.", session)
    assert [(f.ref, f.value) for f in right.facts] == [("application.human_review", "sometimes")]
    assert right.replaced == ((told, right.facts[0]),)
    # Who names the other means it.
    assert of_the_one_spoken_of(heard, answered_first, "No, TriageMate sometimes.", session) == heard


def test_a_shrug_behind_a_correction_that_names_its_question_counts() -> None:
    t = ask(answered("application.human_review", "always"), "data.representative")

    def read(session: Session, tells: str, tools: Tools) -> Reading:
        shrug = Proposal("data.representative", "unknown", None, "idk", 0.9)
        reading = tools.reader.read(tells, session.asked, session.chain)
        return Reading((shrug,), "answer") if "idk" in tells and session.asked == shrug.ref else reading

    for said, stands in (("As for who is represented, idk.", True), ("Whatever, idk.", False)):
        said = f"I must correct you, sometimes nobody looks. {said}"
        both = in_two_halves(t.session, said, t.session.next_number, t.tools, read)
        assert (both is not None and "data.representative" in {f.ref for f in both.facts}) is stands


def test_who_tells_what_they_looked_up_takes_nothing_back_that_they_answered_before() -> None:
    said = "Yes. They look sometimes, I checked now."
    t = talk({said: {"governance.policy": ("yes", "Yes"), "application.human_review": ("sometimes", "look sometimes")}})
    t.know(application__name="TriageMate", application__human_review="always")
    ask(t, "governance.policy").say(said)
    assert values(t, "governance.policy", "application.human_review") == ("yes", "sometimes")
