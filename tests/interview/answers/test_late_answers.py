"""A contradiction that got no word stays open: it is listed, not put again, and a late word still counts."""

from __future__ import annotations

import pytest
from talks import COUNTRIES, ask, talk, waits
from worlds import Talk

from vcassist.interview.contradictions import still_open
from vcassist.interview.hearing import hear
from vcassist.interview.ports import Reading

ELSEWHERE = "by the way it is kept in Sweden"
OTHER = "We are 9 people before and now."


def in_contradiction() -> Talk:
    assert COUNTRIES["Sweden"] == "SE"
    t = talk({ELSEWHERE: {"storage.country": ("SE", "Sweden")}, OTHER: {"organisation.size": ("up_to_10", "9 people")}})
    ask(t, "storage.country").say("Norway")
    ask(t, "governance.policy").say(ELSEWHERE)
    assert waits(t) == ("storage.country", "conflict")
    return t


def open_refs(t: Talk) -> list[str]:
    return [c.ref for c in still_open(t.session, t.session.chain)]


def test_what_tells_something_else_decides_nothing() -> None:
    t = in_contradiction()
    turn = t.say(OTHER)
    assert t.session.chain.value("organisation.size") == "up_to_10"
    assert open_refs(t) == ["storage.country"] and "open" in turn.reply and "stays as it was" not in turn.reply


@pytest.mark.parametrize(("said", "value"), [("SE is right", "SE"), ("No is wrong, the second one is right", "SE"),
                                             ("the second", "SE"), ("NO is right, sorry.", "NO")])  # fmt: skip
def test_a_late_word_lands_on_it(said: str, value: str) -> None:
    t = in_contradiction()
    t.say(OTHER)
    asked = t.session.asked
    t.say(said.replace("No is wrong, ", ""))
    assert t.session.chain.value("storage.country") == value and open_refs(t) == []
    assert asked is None or t.session.chain.get(asked) is None


def test_yes_is_right_answers_no_other_question() -> None:
    t = talk({"They can appeal": {"application.appeal": ("yes", "can appeal")}, OTHER: {}})
    t.know(application__name="TriageMate", application__appeal="no")
    ask(t, "governance.policy").say("They can appeal")
    assert waits(t) == ("application.appeal", "conflict")
    t.say(OTHER)
    ask(t, "data.representative").say("Yes is right.")
    assert t.session.chain.value("application.appeal") == "yes"
    ask(t, "data.representative").say("Yes. Yes is right.")
    assert t.session.chain.get("data.representative") is None


def test_the_earlier_value_stands_where_the_person_says_so() -> None:
    t = in_contradiction()
    turn = t.say("the first")
    assert (
        t.session.chain.value("storage.country") == "NO" and open_refs(t) == [] and turn.settled == ("storage.country",)
    )


@pytest.mark.parametrize("said", ["Both.", "both are right", "it's both"])
def test_yes_and_no_both_are_partly(said: str) -> None:
    t = talk()
    t.know(application__tells_people="no")
    ask(t, "application.tells_people", "conflict", old="no", new="yes").say(said)
    assert t.session.chain.value("application.tells_people") == "partly"


def test_of_two_names_one_is_kept_and_that_is_said() -> None:
    t = talk()
    t.know(organisation__country="NO")
    turn = ask(t, "organisation.country", "conflict", old="NO", new="SE").say("Both are right.")
    assert t.session.chain.value("organisation.country") == "NO" and "one of the two" in turn.reply


def test_of_two_places_that_keep_the_data_both_are_kept() -> None:
    t = in_contradiction()
    t.say("Both are right.")
    chain = t.session.chain
    assert (chain.value("storage.country"), chain.value("storage-2.country")) == ("NO", "SE") and open_refs(t) == []


def test_it_is_put_once_and_then_left_open() -> None:
    t = in_contradiction()
    for _ in range(18):
        t.say("skip" if waits(t) != ("storage.country", "conflict") else "We have a printer.")
    put = [turn for turn in t.session.turns if turn.awaiting and turn.awaiting.manner == "conflict"]
    assert len(put) == 1 and open_refs(t) == ["storage.country"]


# --- one of the two values, and nothing else -------------------------------------------------------------------------------------


def how_often() -> Talk:
    """Never or sometimes was put, and something else said; now what it generates is asked."""
    told = "now and then a nurse looks"
    t = talk(
        {
            told: {"application.human_review": ("sometimes", told)},
            OTHER: {"organisation.size": ("up_to_10", "9 people")},
        }
    )
    ask(t, "application.human_review").say("never")
    ask(t, "governance.policy").say(told)
    assert waits(t) == ("application.human_review", "conflict")
    t.say(OTHER)
    return ask(t, "application.generates")


@pytest.mark.parametrize("said", ["Sometimes.", "well, sometimes I think"])
def test_one_of_the_two_values_settles_it_whatever_is_asked(said: str) -> None:
    t = how_often()
    t.tools.reader.stories[said] = {"application.generates": (("text",), said)}  # type: ignore[attr-defined]
    t.say(said)
    assert t.session.chain.value("application.human_review") == "sometimes" and open_refs(t) == []
    assert t.session.chain.get("application.generates") is None


def test_it_does_so_in_a_sentence_beside_another() -> None:
    said = "Sometimes. And we are 85 people."
    t = how_often()
    t.tools.reader.stories[said] = {"application.generates": (("text",), "Sometimes")}  # type: ignore[attr-defined]
    t.say(said)
    assert t.session.chain.value("application.human_review") == "sometimes" and open_refs(t) == []
    assert t.session.chain.get("application.generates") is None


def test_a_value_that_the_open_question_has_as_well_is_its_answer() -> None:
    t = how_often()
    ask(t, "application-2.human_review").say("sometimes")
    assert t.session.chain.value("application.human_review") == "never"


def test_who_points_back_to_decide_asks_for_nothing_to_be_found() -> None:
    t = in_contradiction()
    said = "It is up in the north, as I told you at first."
    heard = hear(t.session, said, Reading((), "answer"), t.tools.reader, 9)
    assert heard.decided
    assert heard.move is None
    t.say(said)
    assert t.session.chain.value("storage.country") == "NO" and open_refs(t) == []
