"""Who asks whether something was noted has told it: it is noted then, at the latest."""

from __future__ import annotations

from dataclasses import replace

import pytest
from talks import Talk, WordReader, ask

from vcassist.interview.answers import asked_after
from vcassist.interview.answers.asked_after import with_those_asked_after
from vcassist.interview.questions.asking import Parts, parts_of

CLAUSE = "people are not told of it"


def begun(**stories: object) -> Talk:
    t = Talk(WordReader({CLAUSE: {"application.tells_people": ("no", "not told")}}))
    t.know(application__name="Northchat")
    return ask(t, "storage.encrypted")


@pytest.mark.parametrize(
    "said",
    [
        f"did you get that {CLAUSE}?",
        f"I asked if you noted that {CLAUSE}.",
        f"Encrypted, yes. Have you written down that {CLAUSE}?",
    ],
)
def test_what_such_a_question_tells_is_noted(said: str) -> None:
    t = begun()
    t.say(said)
    fact = t.session.chain.get("application.tells_people")
    assert fact is not None and fact.value == "no" and said[fact.start : fact.end] == "not told"


@pytest.mark.parametrize("said", [f"did you take out that {CLAUSE}?", f"why did you write that {CLAUSE}?"])
def test_who_asks_why_or_whether_it_is_gone_tells_nothing(said: str) -> None:
    t = begun()
    t.say(said)
    assert t.session.chain.get("application.tells_people") is None


def test_a_member_that_is_asked_after_joins_its_set() -> None:
    t = begun()
    t.tools = t.tools.__class__(t.tools.reader, t.tools.glossary, t.tools.outlook, again=t.tools.reader)
    said = "did you record the health and money matters?"
    parts, facts = with_those_asked_after(parts_of(said), said, t.session, 9, t.tools)
    assert [(f.ref, set(f.values)) for f in facts] == [("data.sensitive_data", {"health", "finance"})]
    assert not parts.asks and not parts.tells.strip()


def test_a_first_message_asks_after_nothing() -> None:
    t = Talk(WordReader())
    parts = Parts("did you get that?")
    assert with_those_asked_after(parts, "did you get that?", t.session, 1, t.tools) == (parts, ())
    assert asked_after.LEAST > 1


def test_such_a_question_alone_is_answered_by_noting_it() -> None:
    t = begun()
    turn = t.say(f"did you get that {CLAUSE}?")
    assert [f.ref for f in turn.facts] == ["application.tells_people"] and turn.intent == "answer"


def test_what_the_sentence_states_that_is_missed_is_noted_then() -> None:
    told = "He did say our recordings are used to improve it."
    t = Talk(WordReader({told: {}}))
    t.know(application__name="Northchat")
    ask(t, "model.access").say(told)
    again = WordReader({told: {"model.trains_on_inputs": ("yes", "used to improve it")}})
    t.tools = replace(t.tools, again=again)
    ask(t, "governance.policy").say("You have not noted what I said about the recordings. Kindly do so.")
    fact = t.session.chain.get("model.trains_on_inputs")
    assert fact is not None and fact.value == "yes"
    assert told[fact.start : fact.end] == fact.quote
