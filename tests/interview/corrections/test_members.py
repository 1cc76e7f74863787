"""Members of a set that a message denies go, the only one too, whatever a reader makes of the words beside it."""

from __future__ import annotations

import pytest
from talks import ask, talk
from worlds import Talk

from vcassist.chain.facts import Fact
from vcassist.interview.corrections.members import without_denied


def members(t: Talk, ref: str) -> tuple[str, ...] | None:
    fact = t.session.chain.get(ref)
    return fact.values if fact else None


def touching(*people: str) -> Talk:
    t = talk()
    t.know(application__name="TriageMate")
    t.know(application__affected_people=people)
    return ask(t, "application.outage_effect")


def people(t: Talk, tool: str = "application") -> tuple[str, ...] | None:
    fact = t.session.chain.get(f"{tool}.affected_people")
    return fact.values if fact else None


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("Not the pupils.", None),
        ("the pupils are not concerned, take them out", None),
        ("Students is wrong.", None),
        ("no students at all, it's about our own staff", ("staff",)),
        ("students? no. only workers", ("workers",)),
        ("change students to workers", ("workers",)),
        ("job seekers, not pupils", ("job_seekers",)),
        ("please remove the pupils", None),
    ],
)
def test_the_only_member_can_be_denied_and_replaced(said: str, left: tuple[str, ...] | None) -> None:
    t = touching("students")
    turn = t.say(said)
    assert people(t) == left
    assert t.session.chain.get("application.outage_effect") is None and "so it is noted" not in turn.reply


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("It has nothing to do with children, only patients", ("patients",)),
        ("Take the children out, the rest is fine", ("patients", "staff")),
        ("remove children and add customers", ("patients", "customers", "staff")),
        ("children out, customers in", ("patients", "customers", "staff")),
        ("strike the bit about children", ("patients", "staff")),
        ("Please take “children” out of the list", ("patients", "staff")),
        ("the children should not be on that list", ("patients", "staff")),
        ("the kids don't belong there", ("patients", "staff")),
        ("I was wrong about the kids, it never touches them.", ("patients", "staff")),
        ("I was wrong about the kids, they are fourteen.", ("patients", "children", "staff")),
    ],
)
def test_one_of_several_goes_and_the_rest_stays(said: str, left: tuple[str, ...]) -> None:
    t = touching("patients", "children", "staff")
    t.say(said)
    assert people(t) == left


@pytest.mark.parametrize("said", ["Children no.", "children, no", "No children."])
def test_a_no_beside_one_of_several_takes_that_one_out_and_answers_nothing(said: str) -> None:
    t = touching("patients", "children")
    ask(t, "governance.policy").say(said)
    assert people(t) == ("patients",) and t.session.chain.get("governance.policy") is None


@pytest.mark.parametrize("said", ["Patients only.", "no need for more. Only patients."])
def test_a_sentence_that_calls_one_of_several_the_only_one_leaves_that_one(said: str) -> None:
    t = touching("patients", "children")
    ask(t, "storage.country").say(said)
    assert people(t) == ("patients",)


def test_where_the_open_question_is_of_people_a_no_beside_some_of_them_answers_it() -> None:
    t = touching("patients", "children")
    ask(t, "application.tells_people").say("children no")
    assert people(t) == ("patients", "children")


def test_a_yes_or_no_question_that_is_taken_up_takes_nobody_out() -> None:
    t = touching("patients")
    ask(t, "governance.people_consulted").say("The patients? No, one day the tablets were there.")
    assert people(t) == ("patients",)
    ask(t, "storage.country").say("The patients? No.")
    assert people(t) is None


def test_who_is_denied_is_not_noted_whatever_a_reader_sees() -> None:
    said = "teachers, not pupils"
    t = talk({said: {"application.affected_people": (("students",), "teachers, not pupils")}})
    ask(t, "application.affected_people").say(said)
    assert t.session.chain.get("application.affected_people") is None


@pytest.mark.parametrize(
    "said",
    ["It's not the students who decide", "not the pupils' files", "there are no students under twelve", "no students"],
)
def test_what_only_speaks_of_them_takes_nobody_out(said: str) -> None:
    t = touching("students")
    t.say(said)
    assert people(t) == ("students",)


def test_of_two_tools_the_one_that_is_asked_about_is_meant() -> None:
    t = touching("children")
    t.know(**{"application-2.name": "Other", "application-2.affected_people": ("children",)})
    ask(t, "application-2.appeal").say("not children, patients")
    assert people(t) == ("children",)
    assert people(t, "application-2") == ("patients",)


@pytest.mark.parametrize(
    "said", ["Not the pupils only.", "It is not only pupils.", "It's not pupils only: there are more."]
)
def test_a_member_that_is_only_said_not_to_be_all_stays(said: str) -> None:
    t = touching("students")
    t.say(said)
    assert people(t) == ("students",)


def test_a_country_before_an_order_is_kept_and_what_the_member_is_taken_off_names_nobody() -> None:
    t = talk()
    t.know(application__affected_people=("customers", "staff"))
    ask(t, "storage.country").say("Kenya. Take customers off the people it touches.")
    assert t.session.chain.facts["application.affected_people"].value == ("staff",)
    assert t.session.chain.value("storage.country") == "KE"


def test_a_member_of_another_tool_than_the_one_that_is_named_stays() -> None:
    t = talk()
    t.know(
        **{"application__name": "Kora", "application__affected_people": ("customers",), "application-2__name": "Zedrix"}
    )
    ask(t, "storage.encrypted").say("Take the customers off Zedrix.")
    assert people(t) == ("customers",)


def test_a_member_goes_behind_a_question_that_was_blanked() -> None:
    said = " " * len("How do you mean, gone? ") + "Drop farmers. There is not one field around here."
    fact = Fact("application.affected_people", "known", ("farmers", "staff"), said)
    assert [f.values for f in without_denied((fact,), said)] == [("staff",)]


def test_who_are_not_among_them_are_others_and_take_nobody_out() -> None:
    t = touching("refugees")
    t.say("the low-income families who aren't refugees as well")
    assert people(t) == ("refugees",)


def test_words_that_were_shown_for_another_matter_are_denied_for_that() -> None:
    t = touching("children", "other")
    ask(t, "data.sources", "confirm", old="And the children, obviously.", new=["users"])
    t.say("Again: NOT the children.")
    assert people(t) == ("children", "other")


@pytest.mark.parametrize(
    "said", ["The health is NOT in the program, please erase.", "no health data. none.", "health is not recorded"]
)
def test_what_is_not_in_the_data_goes(said: str) -> None:
    t = talk()
    t.know(application__name="TriageMate", data__sensitive_data=("health", "children"))
    ask(t, "governance.policy").say(said)
    fact = t.session.chain.get("data.sensitive_data")
    assert fact is not None and fact.values == ("children",)


def test_what_is_not_stored_in_one_place_is_in_the_data_all_the_same() -> None:
    t = talk()
    t.know(application__name="TriageMate", data__sensitive_data=("health", "children"))
    ask(t, "governance.policy").say("The health is not stored in the cloud of the vendor.")
    fact = t.session.chain.get("data.sensitive_data")
    assert fact is not None and fact.values == ("health", "children")


def test_people_who_are_not_in_the_room_are_affected_all_the_same() -> None:
    t = touching("students", "staff")
    t.say("The students are not in the room when it runs.")
    assert people(t) == ("students", "staff")


@pytest.mark.parametrize(
    "said",
    [
        "On Friday we answer to the person and take off the pupils.",
        "They sit down, then remove the pupils from the list.",
    ],
)
def test_what_people_do_orders_nothing(said: str) -> None:
    t = touching("students")
    t.say(said)
    assert people(t) == ("students",)


def test_an_order_behind_another_is_one() -> None:
    t = touching("students", "staff")
    t.say("Please look again and remove the pupils.")
    assert people(t) == ("staff",)


@pytest.mark.parametrize(
    "said",
    [
        "Religion is no longer asked since 2024, so please remove it.",
        "Religion we do not ask any more.",
        "We no longer ask for religion.",
    ],
)
def test_what_is_no_longer_asked_goes_alone(said: str) -> None:
    t = talk()
    t.know(data__sensitive_data=("health", "religion"))
    ask(t, "model.adaptation").say(said)
    assert members(t, "data.sensitive_data") == ("health",)


@pytest.mark.parametrize("said", ["Every week we see pregnant patients.", "They sent client staff."])
def test_a_word_that_only_ends_like_a_denial_takes_nobody_out(said: str) -> None:
    t = touching("patients", "staff")
    t.say(said)
    assert people(t) == ("patients", "staff")


@pytest.mark.parametrize(
    "said",
    ["The patients we never asked.", "Our staff, they don't need it.", "We no longer ask patients for a signature."],
)
def test_who_is_not_asked_is_affected_all_the_same(said: str) -> None:
    t = touching("patients", "staff")
    t.say(said)
    assert people(t) == ("patients", "staff")


@pytest.mark.parametrize("said", ["it isnt patients", "It isn't patients."])
def test_who_denies_in_one_word_does_so_with_or_without_its_mark(said: str) -> None:
    t = touching("patients", "staff")
    t.say(said)
    assert people(t) == ("staff",)
