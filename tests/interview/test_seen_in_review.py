"""What forms that were meant for something else must not take: each was seen to lose or to note something once."""

from __future__ import annotations

import pytest
from talks import Talk, WordReader, answered, ask, talk

from vcassist.interview.answers.asked_after import with_those_asked_after
from vcassist.interview.questions.asking import parts_of
from vcassist.interview.remarks.goodbyes import closes_the_talk
from vcassist.interview.remarks.moves import not_ended


@pytest.mark.parametrize(
    "said",
    [
        "Their religion is not recorded.",
        "No, names of children are not in there.",
        "If you have children you know how it is, nobody signs anything.",
        "Do you have children yourself?",
        "Did you write down that we train our patients? I never said that.",
    ],
)
def test_who_denies_or_asks_for_something_else_asks_after_nothing(said: str) -> None:
    t = Talk(WordReader())
    t.know(application__name="Northchat")
    t.tools = t.tools.__class__(t.tools.reader, t.tools.glossary, t.tools.outlook, again=t.tools.reader)
    assert with_those_asked_after(parts_of(said), said, t.session, 9, t.tools)[1] == ()


@pytest.mark.parametrize(
    "said", ["The union says: out with Google!", "Google must go, the board decided.", "Our boss said: drop Google."]
)
def test_a_house_of_which_something_is_told_stays(said: str) -> None:
    t = talk()
    t.know(application__name="Northchat", application__supplier="Google")
    ask(t, "storage.retention_limit").say(said)
    assert t.session.chain.get("application.supplier") is not None


def test_what_is_not_recorded_is_no_order() -> None:
    t = answered("storage.encrypted", "yes", application__name="Northchat")
    ask(t, "data.personal_data").say("Our staff do not record yes or no there any more.")
    fact = t.session.chain.get("storage.encrypted")
    assert fact is not None and fact.status == "known"


@pytest.mark.parametrize(
    "said", ["the impact assessment is not done yet.", "the policy is not finished", "if it fails we don't stop"]
)
def test_what_is_not_done_does_not_go_on_with_the_talk(said: str) -> None:
    assert not_ended(said) == []


@pytest.mark.parametrize(
    "said", ["Enough for today. How many questions are left for tomorrow?", "Please stop. How long did this take?"]
)
def test_who_leaves_and_asks_how_long_has_left(said: str) -> None:
    assert closes_the_talk(said) == 0


def test_stop_now_with_what_is_to_stop_ends_nothing() -> None:
    assert closes_the_talk("Stop now repeating yourself.") is None


@pytest.mark.parametrize("said", ["I have to leave now. That's all, thanks.", "Kids are crying, must run. That's it."])
def test_who_is_called_away_ends_the_talk_with_that_is_all(said: str) -> None:
    t = talk()
    t.know(application__name="Northchat")
    assert ask(t, "application.affected_people", "more").say(said).done


@pytest.mark.parametrize("said", ["No, also from our own files, not much though.", "No, we add from our own files."])
def test_a_no_to_is_that_all_goes_on_with_more(said: str) -> None:
    t = talk({said: {"data.sources": (["own_records", "users"], "our own files")}})
    t.know(application__name="Northchat")
    ask(t, "data.sources", "confirm", old="the parents type it in", new=["users"]).say(said)
    fact = t.session.chain.get("data.sources")
    assert fact is not None and set(fact.values) == {"own_records", "users"}


def test_where_data_comes_from_is_no_further_tool() -> None:
    said = "From our own student information system, PowerSchool."
    found = {"data.sources": (["own_records"], "our own"), "application-2.name": ("PowerSchool", "PowerSchool")}
    t = talk({said: found})
    t.know(application__name="Northchat")
    ask(t, "data.sources").say(said)
    chain = t.session.chain
    assert chain.get("data.sources") is not None and list(chain.mentioned("application")) == ["application"]


def test_what_is_called_a_different_one_has_no_name() -> None:
    said = "not Northchat, that's a different app"
    t = talk({said: {"application.name": ("different app", "different app")}})
    t.know(application__name="Northchat")
    ask(t, "data.personal_data").say(said)
    fact = t.session.chain.get("application.name")
    assert fact is None or fact.value == "Northchat"
