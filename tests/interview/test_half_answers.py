"""Half answers: one follow-up, then what was said is taken as it is, never more than that."""

from __future__ import annotations

from typing import Any

import pytest
from talks import answered, ask, talk, waits

from vcassist.interview.answers.offered import concluded, plainly_said


def test_a_half_yes_gets_one_follow_up_and_is_then_partly() -> None:
    t = ask(talk(), "application.tells_people")
    assert t.say("it depends").facts == () and waits(t) == ("application.tells_people", "vague")
    (fact,) = t.say("well, it varies").facts
    assert (fact.value, fact.quote) == ("partly", "well, it varies")


def test_a_shrug_gets_one_follow_up_and_is_then_not_known() -> None:
    t = ask(talk(), "data.consent")
    t.say("hard to say")
    (fact,) = t.say("hm, whatever").facts
    assert (fact.status, fact.value) == ("unknown", None)


def test_a_half_yes_to_a_choice_is_not_known_rather_than_guessed() -> None:
    t = ask(talk(), "application.human_review")
    t.say("it depends")
    (fact,) = t.say("it varies").facts
    assert fact.status == "unknown"


def test_after_a_follow_up_the_persons_own_words_are_taken_for_a_text() -> None:
    t = ask(talk(), "data.description")
    t.say("Letters that families write")
    (fact,) = t.say("Letters that families write.").facts
    assert fact.value == "Letters that families write" == fact.quote


@pytest.mark.parametrize(
    ("said", "name"),
    [("Let's say TownTalk.", "TownTalk"), ("It's called TownTalk, I think", "TownTalk"), ("TownTalk", "TownTalk")],
)
def test_what_is_said_around_a_name_is_not_part_of_it(said: str, name: str) -> None:
    t = ask(talk(), "application.name")
    t.say(said)
    (fact,) = t.say(said).facts
    assert fact.value == name == said[fact.start : fact.end]


def test_a_plain_word_that_was_not_heard_as_a_name_is_shown_for_a_yes() -> None:
    t = ask(talk(), "application.name")
    t.say("Paid.")
    assert not t.say("Paid.").facts and waits(t) == ("application.name", "confirm")
    assert t.say("no").facts == () and t.session.chain.get("application.name") is None


@pytest.mark.parametrize("said", ["yes", "no", "ok thanks", "well, maybe"])
def test_politeness_is_never_taken_for_a_name_or_a_choice(said: str) -> None:
    story = {said: {"application.name": (said, said), "application.decision_role": ("decides", said)}}
    for ref in ("application.name", "application.decision_role"):
        t = ask(talk(story), ref)
        t.say(said)
        t.say(said)
        fact = t.session.chain.get(ref)
        assert fact is None or fact.status != "known"


def test_an_answer_in_the_words_that_were_offered_needs_no_reader() -> None:
    t = ask(talk(), "compute.hosting")
    (fact,) = t.say("at the supplier's, as far as I can see").facts
    assert (fact.value, fact.quote) == ("vendor_managed", "at the supplier's")


@pytest.mark.parametrize(
    ("ref", "said", "misread", "value"),
    [
        ("application.decision_role", "it decides", "recommends", "decides"),
        (
            "application.affected_people",
            "Farmers and other citizens in flooded districts",
            ("citizens",),
            ("farmers", "citizens"),
        ),
        ("governance.responsible_person", "Oh yes, we do, that one is sorted", "no", "yes"),
        ("data.consent", "No, we never asked", "yes", "no"),
    ],
)
def test_plain_words_outweigh_a_reader_that_misreads_them(ref: str, said: str, misread: Any, value: Any) -> None:
    t = ask(talk({said: {ref: (misread, said)}}), ref)
    t.say(said)
    assert t.session.chain.get(ref).value == value  # type: ignore[union-attr]


def test_a_yes_that_goes_on_is_left_to_the_reader() -> None:
    said = "Yes in principle, but only when somebody has the time to look at it on the day"
    t = ask(talk({said: {"storage.retention_limit": ("no", said)}}), "storage.retention_limit")
    t.say(said)
    assert t.session.chain.value("storage.retention_limit") == "no"


def test_offered_words_that_are_denied_or_two_at_once_are_no_answer() -> None:
    for said in ("it is not on our premises", "on our premises or in a cloud we rent"):
        assert ask(talk(), "compute.hosting").say(said).facts == ()


def test_one_item_of_a_set_is_followed_by_anything_else_and_no_that_is_all_adds_nothing() -> None:
    story = {"no, that's all": {"application.affected_people": (("staff",), "all")}}
    t = ask(talk(story), "application.affected_people")
    t.say("patients")
    assert waits(t) == ("application.affected_people", "more")
    t.say("no, that's all")
    assert t.session.chain.get("application.affected_people").values == ("patients",)  # type: ignore[union-attr]
    assert t.session.asked != "application.affected_people"


def test_anything_else_can_bring_another_item() -> None:
    t = ask(talk(), "application.affected_people")
    t.say("patients")
    t.say("children too")
    assert t.session.chain.get("application.affected_people").values == ("patients", "children")  # type: ignore[union-attr]


PEOPLE = "application.affected_people"


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("No, but also their relatives and our pupils", ("patients", "students")),
        ("No, pupils as well", ("patients", "students")),
        ("All our staff as well", ("patients", "students")),
        ("no, that's all", ("patients",)),
        ("nothing else that I would mention", ("patients",)),
    ],
)
def test_what_is_added_after_a_no_is_not_lost(said: str, value: tuple[str, ...]) -> None:
    t = answered(PEOPLE, "patients")
    t.tools.reader.stories = {said: {PEOPLE: (("students",), said)}}  # type: ignore[attr-defined]
    ask(t, PEOPLE, "more").say(said)
    assert t.session.chain.facts[PEOPLE].value == value


@pytest.mark.parametrize("said", ["Yes", "yes, there are more", "Sure, some more."])
def test_a_bare_yes_to_anything_else_is_asked_what_once(said: str) -> None:
    t = answered(PEOPLE, "patients")
    turn = ask(t, PEOPLE, "more").say(said)
    assert t.session.asked == PEOPLE and turn.skipped is None and "?" in turn.reply
    assert t.say("hm, not sure").skipped == PEOPLE
    assert t.session.chain.facts[PEOPLE].value == ("patients",)
    ask(t, PEOPLE, "more").say(said)
    t.say("children")
    assert t.session.chain.facts[PEOPLE].value == ("patients", "children")


def test_yes_that_fits_is_no_name() -> None:
    t = ask(talk(), "application.name")
    t.say("Yes, that fits")
    assert t.say("Yes, that fits").facts == ()


POLICY = "governance.policy"


@pytest.mark.parametrize(
    ("said", "value"), [("Yes, that is so with us.", "yes"), ("oh no, we have nothing of the kind", "no")]
)
def test_a_sentence_that_begins_with_yes_or_no_answers_a_question_for_it_though_the_reader_heard_nothing(
    said: str, value: str
) -> None:
    (fact,) = plainly_said((), said, POLICY, 3)
    assert (fact.ref, fact.value, fact.turn) == (POLICY, value, 3)
    assert said[fact.start : fact.end] == fact.quote and fact.quote.lower() == value


@pytest.mark.parametrize(
    "said", ["yes, more or less", "no wait, I meant the other", "yes but why?", "Nothing yet, yes"]
)
def test_a_hedged_yes_or_a_no_that_takes_something_back_is_no_plain_answer(said: str) -> None:
    assert plainly_said((), said, POLICY, 3) == ()


def test_a_yes_is_no_answer_to_a_question_for_a_name() -> None:
    assert plainly_said((), "Yes, that is so with us.", "application.name", 3) == ()


@pytest.mark.parametrize("said", ["no idea", "no idea, I am not sure"])
def test_not_knowing_of_more_takes_nothing_of_what_was_told_away(said: str) -> None:
    t = answered("application.affected_people", "patients")
    turn = ask(t, "application.affected_people", "more").say(said)
    assert t.session.chain.facts["application.affected_people"].value == ("patients",)
    assert turn.facts == () and "Corrected" not in turn.reply and turn.skipped == "application.affected_people"


def test_one_more_item_is_added_and_not_called_a_correction() -> None:
    t = answered("application.affected_people", "patients")
    turn = ask(t, "application.affected_people", "more").say("children")
    assert t.session.chain.facts["application.affected_people"].value == ("patients", "children")
    assert "Corrected" not in turn.reply


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("y", "yes"),
        ("n", "no"),
        ("Y.", "yes"),
        ("n, never", "no"),
        ("It keeps what people say, by name, and half of that could get a man sacked. So yes.", "yes"),
        ("Everybody can read it, from the cleaner up to the director of the place, so no I'm afraid", "no"),
        ("The small print is a page long and full of holes and they reuse it all. That's a yes then.", "yes"),
    ],
)
def test_one_letter_and_what_a_message_comes_to_in_the_end_are_a_yes_or_no(said: str, value: str) -> None:
    t = ask(talk(), "storage.encrypted")
    (fact,) = t.say(said).facts
    assert fact.value == value and said[fact.start : fact.end] == fact.quote


@pytest.mark.parametrize(
    "said", ["We keep it on paper for a hundred years, so no one knows", "so no idea, and so yes-men win"]
)
def test_a_so_that_concludes_nothing_is_no_answer(said: str) -> None:
    assert concluded((), said, "storage.encrypted", 1) == ()


def test_what_a_message_comes_to_in_the_end_counts_more_than_its_reasons() -> None:
    said = "Half of the disks are old and half of them are new and have it, and nobody counts the sticks. So no."
    t = ask(talk({said: {"storage.encrypted": ("partly", "Half of the disks")}}), "storage.encrypted")
    (fact,) = t.say(said).facts
    assert (fact.value, fact.quote) == ("no", "no")


def test_words_that_are_but_a_no_are_no_half_yes() -> None:
    said = "Honestly no: most of it is from two big farms in the south of the country"
    t = ask(talk({said: {"data.representative": ("partly", "Honestly no")}}), "data.representative")
    (fact,) = t.say(said).facts
    assert fact.value == "no"


def test_a_bare_no_to_if_you_know_is_not_known() -> None:
    t = ask(talk(), "model.name")
    (fact,) = t.say("no").facts
    assert (fact.ref, fact.status) == ("model.name", "unknown")


@pytest.mark.parametrize("said", ["no", "Nope.", "sorry, no"])
def test_a_bare_no_to_who_or_where_names_nobody(said: str) -> None:
    t = ask(talk({said: {"storage.supplier": ("self", said)}}), "storage.supplier")
    assert t.say(said).facts == ()
    assert waits(t) == ("storage.supplier", "vague")
