"""Questions to the notes are answered from the chain: every matter that is named, what is open, whence a note comes, what was changed."""

from __future__ import annotations

from dataclasses import replace

import pytest
from talks import ask, talk
from worlds import Talk

from vcassist.chain.facts import Fact
from vcassist.interview import phrases
from vcassist.interview.questions.matters_named import keys_named
from vcassist.interview.session import Turn

TOLD = "A nurse looks at each letter. Trint Ltd sells it to us."


def noted() -> Talk:
    t = talk()
    at = TOLD.index("Trint")
    maker = Fact("application.supplier", "known", "Trint Ltd", "Trint Ltd", at, at + 9, 1)
    t.session = replace(t.session, turns=(*t.session.turns, Turn(1, said=TOLD, facts=(maker,))))
    t.know(
        application__name="Northchat", application__decision_role="recommends", application__human_review="always",
        organisation__sector="media", data__sensitive_data=("finance",), model__documentation="no",
    )  # fmt: skip
    return ask(t, "governance.policy")


def reply(said: str, t: Talk | None = None) -> str:
    t = t or noted()
    before = t.session.chain.facts
    turn = t.say(said)
    assert dict(t.session.chain.facts) == dict(before), turn
    return turn.reply


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("What have you noted as its part in decisions?", "I have: it recommends, and people decide."),
        ("Who supplies Northchat in your list?", "it comes from Trint Ltd"),
        ("What have you got on the person's check?", "a person always checks"),
        ("Is our sector still down as media?", "Yes: you work in media."),
        ("Is our sector still down as research?", "No: you work in media."),
        ("In your report, is it recommends or assists?", "I have: it recommends, and people decide."),
        ("Is it recorded that religion is removed?", "I have: what needs special care in it is money."),
        ("Is the fallback on your list as a yes?", "No, I have nothing on “fallback”; it is still open."),
        ("Which tools have you written?", "The tool that I have is Northchat."),
    ],
)
def test_a_question_with_a_matter_is_answered_from_what_is_noted_there(said: str, told: str) -> None:
    assert told in reply(said)


def test_every_matter_that_is_named_is_told_and_the_open_one_too() -> None:
    told = reply("What do you have for the documentation and for the complaints?")
    assert "its documentation was not read" in told and "On contesting an outcome I have noted nothing yet" in told
    assert told.count(phrases.CHANGE_HERE) == 1


def test_a_question_that_points_asks_for_what_stands_before_it() -> None:
    assert "a person always checks" in reply("I spoke of the human check. What have you got for that?")
    assert "it comes from Trint Ltd" in reply("The supplier?? What've you got.")


@pytest.mark.parametrize(
    "said",
    [
        "Why do you say that it comes from Trint Ltd?",
        "May I ask why you wrote “it comes from Trint Ltd”?",
        "Where did Trint Ltd come from?",
    ],
)
def test_why_something_is_noted_is_answered_with_the_own_words_and_takes_nothing_away(said: str) -> None:
    assert "“Trint Ltd sells it to us”: it comes from Trint Ltd." in reply(said)


@pytest.mark.parametrize(
    "said",
    [
        "Why can you not change “recommends”?",
        "You not change the word recommend. Why?",
        "Why was its part in decisions not corrected?",
    ],
)
def test_why_something_was_not_changed_is_answered_with_what_stands_and_how_to_set_it_right(said: str) -> None:
    told = reply(said)
    assert "I have: it recommends, and people decide." in told and phrases.COULD_NOT_TELL in told
    assert "Why I ask" not in told


def test_whether_something_was_changed_is_told_with_what_it_was_before() -> None:
    t = noted()
    assert phrases.AS_FIRST_TOLD in reply("Did you change the human review?", t)
    t.know(application__human_review="sometimes")
    assert "a person checks sometimes (before: always)" in reply(
        "Did you change the human review?", ask(t, "governance.policy")
    )


def test_whether_a_tool_is_gone_is_told_by_its_name() -> None:
    t = noted()
    assert "Northchat still stands in the list." in reply("Did you delete Northchat? Is it gone?", t)
    gone = Turn(t.session.next_number, said="…", removed=("application",))
    t.session = replace(t.session, turns=(*t.session.turns, gone))
    assert "Northchat is out of the list" in reply("Did you delete Northchat?", ask(t, "governance.policy"))


def test_the_report_names_nobody_whose_name_was_not_told() -> None:
    t = noted()
    assert phrases.IN_REPORT_UNNAMED in reply("Will the report say the name of our shelter?", t)
    assert phrases.IN_REPORT in reply("Will you write in the report that we had a leak?", t)
    t.know(organisation__name="Harbour House")
    assert "names you as Harbour House" in reply("Is our name in the report?", ask(t, "governance.policy"))


def test_a_question_to_the_notes_is_answered_where_somebody_ends_the_talk_too() -> None:
    turn = noted().say("I stop here. What have you written about the human check?")
    assert turn.done and "a person always checks" in turn.reply


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("source of the data", ["data.sources"]),
        ("the country of the hosting", ["compute.country"]),
        ("the documentation and the complaint", ["model.documentation", "application.appeal"]),
        ("who made it", ["application.sourcing", "application.supplier"]),
    ],
)
def test_a_field_is_known_by_what_people_and_forms_call_it(text: str, keys: list[str]) -> None:
    assert sorted(keys_named(text)) == sorted(keys)


def test_who_asks_for_a_kind_by_its_own_word_hears_all_that_is_noted_of_it() -> None:
    t = noted()
    t.know(data__personal_data="yes")
    told = reply("What have you noted about Northchat's data?", t)
    assert "identifiable people" in told
    assert "money" in told
    assert "nothing" not in told


PEOPLE = "application.affected_people"


def with_people() -> Talk:
    t = talk({"only the staff": {PEOPLE: (("staff",), "only the staff")}})
    t.know(application__name="Kora", application__affected_people=("patients", "staff"))
    return ask(t, "model.name")


@pytest.mark.parametrize(
    "said", ["Did you remove staff?", "have you taken the staff out?", "did you delete our own staff? I hope not"]
)
def test_who_asks_whether_something_went_takes_nothing_out_and_hears_that_it_stands(said: str) -> None:
    assert "No, nothing of that was taken out" in reply(said, with_people())


def test_who_asks_whether_it_went_hears_that_it_did() -> None:
    t = with_people()
    t.know(application__affected_people=("patients",))
    ask(t, "model.name")
    assert "Yes, that is gone" in reply("Did you take the staff out?", t)
