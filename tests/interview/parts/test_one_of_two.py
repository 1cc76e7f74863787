"""Of two names of one tool one stays, with all that was told under either; what is left open is asked back."""

from __future__ import annotations

import time

import pytest
from talks import WordReader, ask
from worlds import Talk

from vcassist.interview.parts.one_of_two import one_in

TOLD = {"application.purpose": "answers callers", "application.human_review": "always", "application.appeal": "no"}
ONE = {"application.name": "Kora", **TOLD}
TWO = {**ONE, "application-2.name": "Nyota"}


def talk(known: dict[str, str], asked: str = "governance.policy") -> Talk:
    t = Talk(WordReader())
    t.know(**known)
    return ask(t, asked)


@pytest.mark.parametrize(
    "said",
    [
        "There's only one tool, Nyota. Kora is what it runs on, not an application. It's the same thing.",
        "There is only one tool: Nyota is the name of the assistant, Kora is just what it is built on.",
        "No, Kora is only the engine, Nyota is the tool.",
        "We have just one app, called Nyota.",
        "Kora is merely the platform. The tool is Nyota.",
    ],
)
def test_what_one_stands_on_lives_on_in_the_tool(said: str) -> None:
    t = talk(TWO)
    reply = t.say(said).reply
    held = t.session.chain
    assert held.mentioned("application") == ("application-2",) and "one now, under the name Nyota" in reply
    assert {ref: held.value(ref.replace("application", "application-2")) for ref in TOLD} == TOLD
    t.say("undo")
    assert t.session.chain.mentioned("application") == ("application", "application-2")


def test_a_tool_that_was_noted_by_what_it_stands_on_gets_its_own_name() -> None:
    t = talk(ONE)
    t.say("Kora is just the runtime, the app itself is a small web thing called Nyota.")
    held = t.session.chain
    assert held.value("application.name") == "Nyota" and held.value("application.purpose") == "answers callers"
    assert held.get("governance.policy") is None and held.mentioned("application") == ("application",)


def test_who_makes_it_is_its_supplier() -> None:
    t = talk(TWO)
    t.say("Kora is only the company, Nyota is the tool.")
    assert t.session.chain.value("application-2.supplier") == "Kora"


def test_where_it_is_open_which_one_stays_it_is_asked_and_the_answer_makes_one() -> None:
    t = talk(TWO)
    assert "one and the same" in t.say("There's only one of them.").reply
    assert t.session.chain.mentioned("application") == ("application", "application-2")
    t.say("yes, they are the same")
    held = t.session.chain
    assert len(held.mentioned("application")) == 1 and held.value(f"{held.mentioned('application')[0]}.appeal") == "no"


def test_before_all_that_was_told_goes_with_a_name_it_is_asked_whether_both_are_one() -> None:
    t = talk(TWO)
    assert "one and the same" in t.say("there is no Kora").reply
    assert t.session.chain.value("application.purpose") == "answers callers"
    t.say("Remove Kora, I said.")
    assert t.session.chain.mentioned("application") == ("application-2",)


@pytest.mark.parametrize(
    "said",
    [
        "We have one only, Nyota.",
        "No no, Kora is not ours, that was only in the course. We have one only, Nyota.",
        "Nyota is the only one, Kora was a mistake of mine.",
        "Kora is wrong, that was the trial. There is just one, Nyota.",
        "They are one and the same.",
        "The name is Nyota please, not Kora.",
        "Not Kora, it is Nyota.",
    ],
)
def test_what_was_told_lives_on_in_the_one_of_which_only_the_name_was_known(said: str) -> None:
    t = talk(TWO)
    t.say(said)
    held = t.session.chain
    assert held.mentioned("application") == ("application-2",)
    assert {ref: held.value(ref.replace("application", "application-2")) for ref in TOLD} == TOLD


def test_of_several_names_the_one_that_is_right_takes_what_was_told_of_all() -> None:
    t = talk({**TWO, "application-3.name": "Zog", "application-3.outage_effect": "none"})
    t.say("The name is Nyota please, not Kora and not Zog. You delete the others.")
    held = t.session.chain
    assert held.mentioned("application") == ("application-2",)
    assert held.value("application-2.outage_effect") == "none" and held.value("application-2.appeal") == "no"


def test_where_each_of_two_has_work_of_its_own_a_denied_name_makes_nothing_one() -> None:
    session = talk({**TWO, "application-2.purpose": "plans the beds"}).session
    assert one_in("The name is Nyota, not Kora.", session, 9) is None


@pytest.mark.parametrize(
    "said",
    [
        "Kora is not just the engine",
        "Is Kora only the engine?",
        "I wonder whether Kora is only the company",
        "Kora is the company's favourite",
        "Only one nurse works here",
        "Kora and Nyota run on the same server",
        "It costs the same",
        "It's the same.",
        "They are both the same thing to us",
    ],
)
def test_a_denial_a_question_or_what_is_alike_makes_nothing_one(said: str) -> None:
    assert one_in(said, talk(TWO).session, 9) is None


@pytest.mark.parametrize("filler", [" ", "Kora is ", "only one tool, ", "the same "])
def test_a_long_message_is_looked_through_in_time(filler: str) -> None:
    begun = time.perf_counter()
    one_in(filler * 5_000, talk(TWO).session, 9)
    assert time.perf_counter() - begun < 4


@pytest.mark.parametrize("said", ["can u merge them?", "can u merge them", "Please make those one."])
def test_two_that_are_named_alike_are_merged_without_their_names(said: str) -> None:
    t = talk({**ONE, "application-2.name": "Koras"})
    t.say(said)
    assert t.session.chain.mentioned("application") == ("application",)


def test_of_two_that_are_named_otherwise_it_is_asked_whether_they_are_one() -> None:
    t = talk(TWO)
    assert "one and the same" in t.say("merge them please").reply
    assert t.session.chain.mentioned("application") == ("application", "application-2")
