"""The answer in a part of a message: beside a correction, a curse, an aside or an "I told you", and words near to a choice."""

from __future__ import annotations

from time import perf_counter

import pytest
from talks import WordReader, answered, ask, talk, waits
from worlds import Talk

from vcassist.chain.facts import Chain, Fact, fold
from vcassist.interview.answers.offered import concluded, plainly_said
from vcassist.interview.answers.pieces import answer_beside, founded, nearest
from vcassist.interview.parts.not_ours import doubtful, own
from vcassist.interview.ports import Proposal, Reading
from vcassist.interview.removals.removing import wish_in
from vcassist.interview.session import Awaiting


class ByPiece(WordReader):
    """Hears an answer only in a message of few words."""

    def read(self, message: str, asked: str | None, chain: Chain) -> Reading:
        reading = super().read(message, asked, chain)
        return reading if len(message.split()) <= 5 else Reading((), reading.intent)


def asked(ref: str, manner: str = "question") -> Talk:
    return ask(Talk(ByPiece()), ref, manner)


@pytest.mark.parametrize(
    ("ref", "said", "value"),
    [
        ("application.human_review", "Well, always, though the head of the whole ward would laugh at me", "always"),
        ("application.name", "I've told you that three times. TriageMate.", "TriageMate"),
        ("application.name", "I told you, it is TriageMate", "TriageMate"),
        (
            "application.affected_people",
            "Anybody who comes in at that door! Our patients. And this is a form.",
            ("patients",),
        ),
        (
            "governance.policy",
            "We sat down for that in the spring. I say yes to that.  It took weeks of talking.",
            "yes",
        ),
        ("storage.encrypted", "Shut up with your forms. I say yes to that.", "yes"),
    ],
)
def test_a_part_of_a_message_may_be_the_answer(ref: str, said: str, value: object) -> None:
    t = asked(ref)
    t.say(said)
    fact = t.session.chain.get(ref)
    assert fact is not None and fact.value == value and said[fact.start : fact.end] == fact.quote


@pytest.mark.parametrize(
    ("ref", "said"),
    [
        ("governance.policy", "What would you say in my place? Is yes a fair answer there? I wonder about that."),
        ("governance.policy", "We all sat down together in spring. It was nobody's favourite evening of the year."),
        ("application.human_review", "Some of us always complain, or so they tell me. The weather is what it is."),
    ],
)
def test_a_question_an_aside_or_a_whole_story_is_no_answer_in_part(ref: str, said: str) -> None:
    class Eager(ByPiece):
        """Takes any no in a part for yes: nothing in it says so."""

    t = ask(Talk(Eager()), ref)
    t.say(said)
    fact = t.session.chain.get(ref)
    assert fact is None or fact.value == "no"


def test_a_no_needs_a_word_that_denies() -> None:
    said = "I told you, the agronomist went through the paper"
    reader = WordReader({said[12:]: {"model.documentation": ("no", "went through the paper")}})
    awaiting = Awaiting("model.documentation")
    assert answer_beside((), said, awaiting, reader, Chain(), 1) == ()


def test_an_answer_that_was_read_is_left_alone() -> None:
    reader = WordReader()
    t = answered("governance.policy", "no")
    facts = tuple(t.session.chain.facts.values())
    assert answer_beside(facts, "Yes. Yes.", Awaiting("governance.policy"), reader, Chain(), 1) == facts
    assert not reader.heard


def test_a_page_is_not_read_piece_by_piece() -> None:
    reader = WordReader()
    said = "I say yes to that. " + "There is a good deal more to tell of our work. " * 12
    assert answer_beside((), said, Awaiting("governance.policy"), reader, Chain(), 1) == () and not reader.heard


@pytest.mark.parametrize(
    "said", ["a" * 20_000, " " * 9_000 + "a" + " " * 9_000, ", but" * 4_000, "the x's " * 2_500, "so yes, " * 2_500]
)
def test_hostile_messages_take_no_time(said: str) -> None:
    chain = fold([Fact(ref, "known", name) for ref, name in (("model.name", "Alpha"), ("model-2.name", "Beta"))])
    asked, began = Awaiting("governance.policy"), perf_counter()
    answer_beside((), said, asked, WordReader(), chain, 1)
    wish_in(f"Beta is my {said}", chain, asked)
    doubtful(f"Beta is my {said}", chain, (), asked, 1)
    own((), said, chain)
    concluded((), said, asked.ref, 1)
    assert perf_counter() - began < 5


# --- beside a correction ----------------------------------------------------------------------------------------------------


def test_the_answer_in_another_sentence_than_the_correction_is_kept() -> None:
    t = answered("organisation.country", "Ghana")
    ask(t, "governance.policy")
    t.say("There is no such paper. By the way, earlier I said Ghana, make that Togo.")
    assert t.session.chain.value("organisation.country") == "TG" and t.session.chain.value("governance.policy") == "no"
    assert t.session.asked != "governance.policy"


def test_the_no_that_leads_up_to_a_correction_is_no_answer() -> None:
    t = answered("organisation.country", "Ghana")
    ask(t, "governance.policy")
    t.say("No, sorry, earlier I said Ghana, make that Togo.")
    assert t.session.chain.value("organisation.country") == "TG" and t.session.chain.get("governance.policy") is None


def test_the_answer_beside_a_correction_may_be_told_by_the_message_as_a_whole_only() -> None:
    said = "We went through all of that in spring. By the way, earlier I said Ghana, make that Togo."
    t = answered("organisation.country", "Ghana")
    t.tools.reader.stories = {said: {"governance.policy": ("partly", "went through all of that")}}  # type: ignore[attr-defined]
    ask(t, "governance.policy").say(said)
    assert t.session.chain.value("organisation.country") == "TG"
    assert t.session.chain.value("governance.policy") == "partly"


# --- words near to a choice ---------------------------------------------------------------------------------------------------


def test_words_near_to_a_choice_are_shown_for_a_yes_before_the_question_is_left() -> None:
    t = ask(talk(), "application.affected_people", "vague")
    turn = t.say("Drivers.")
    assert turn.facts == () and turn.skipped is None
    assert waits(t) == ("application.affected_people", "confirm") and "“Drivers”" in turn.reply
    (fact,) = t.say("yes").facts
    assert (fact.value, fact.source) == (("other",), "confirmed")


def test_a_no_to_the_nearest_choice_leaves_the_question() -> None:
    t = ask(talk(), "application.affected_people", "vague")
    t.say("Drivers.")
    turn = t.say("no")
    assert turn.skipped == "application.affected_people" and t.session.asked != "application.affected_people"


def test_another_answer_instead_of_the_nearest_choice_is_taken() -> None:
    t = ask(talk(), "application.affected_people", "vague")
    t.say("Drivers.")
    t.say("no, patients")
    assert t.session.chain.get("application.affected_people").values == ("patients",)  # type: ignore[union-attr]


def test_the_nearest_choice_is_one_that_the_words_are_read_as_in_a_sentence_of_their_own() -> None:
    class Framed(WordReader):
        def read(self, message: str, asked: str | None, chain: Chain) -> Reading:
            return super().read(message, asked, chain) if message.startswith("It is") else Reading((), "answer")

    near = nearest("patients.", "application.affected_people", Framed(), Chain(), 4)
    assert near is not None and near.value == ("patients",) and (near.quote, near.start, near.end) == ("patients", 0, 8)


@pytest.mark.parametrize("said", ["hm", "yes", "not the drivers", "why?", "a story that goes on for quite some time"])
def test_what_names_nothing_is_near_to_nothing(said: str) -> None:
    assert nearest(said, "application.affected_people", talk().tools.reader, Chain(), 4) is None


class HearsNone(WordReader):
    """Takes "not us" by itself for an answer, as a reader may."""

    def read(self, message: str, asked: str | None, chain: Chain) -> Reading:
        if message.strip() == "that's not us" and asked:
            return Reading(
                (Proposal(asked, "known", ("none",), message.strip(), 0.9, 0, len(message.strip())),), "answer"
            )
        return Reading((), "answer")


def test_that_it_is_not_us_answers_nothing() -> None:
    awaiting = Awaiting("application.generates")
    said = "My grandson uses Copilot but that's not us"
    assert answer_beside((), said, awaiting, HearsNone(), Chain(), 2) == ()


class HalfByAside(WordReader):
    """Takes whatever has a comma for half a yes."""

    def read(self, message: str, asked: str | None, chain: Chain) -> Reading:
        value = "partly" if "," in message else "yes"
        return Reading((Proposal("storage.retention_limit", "known", value, message, 0.9),), "answer")


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("we delete after two years, I just saw it in the contract", "yes"),
        ("we delete after two years, my colleague has looked it up", "yes"),
        ("we delete after two years, I have not read it in full", "partly"),
        ("a draft is on my desk, the head has not signed it", "partly"),
        ("half of it goes after two years, I saw it", "partly"),
    ],
)
def test_how_somebody_knows_what_they_say_halves_nothing(said: str, value: str) -> None:
    half = Fact("storage.retention_limit", "known", "partly", said, 0, len(said), 1)
    (fact,) = founded((half,), said, Awaiting("storage.retention_limit"), HalfByAside(), fold(()), 1)
    assert fact.value == value


@pytest.mark.parametrize("end", ["so partly?", "so sort of halfway?", "so half.", "so a bit of both"])
def test_halfway_in_the_end_is_partly(end: str) -> None:
    said = f"They can argue it but nobody may argue the number, {end}"
    yes = Fact("application.appeal", "known", "yes", said[:18], 0, 18, 1)
    assert [f.value for f in concluded((yes,), said, "application.appeal", 1)] == ["partly"]
    assert concluded((yes,), "They can, so half the town comes.", "application.appeal", 1) == (yes,)


def test_a_choice_in_its_own_word_is_one_of_those_that_a_list_names() -> None:
    said = "Listeners, and the farmers"
    both = Fact("application.affected_people", "known", ("farmers", "other"), said, 0, len(said), 1)
    assert plainly_said((both,), said, both.ref, 1) == (both,)
    one = Fact("application.affected_people", "known", ("patients",), said, 0, len(said), 1)
    assert [f.values for f in plainly_said((one,), said, one.ref, 1)] == [("farmers",)]


def test_a_choice_that_is_denied_in_the_same_breath_is_not_chosen() -> None:
    assert plainly_said((), "It decides nothing, it just types things up.", "application.decision_role", 1) == ()
    assert [f.value for f in plainly_said((), "It decides, I guess", "application.decision_role", 1)] == ["decides"]


def test_whose_a_first_yes_is_the_reading_of_its_parts_tells() -> None:
    said = "Yes for Nyota, not for Kora."
    told = (
        Fact("application-2.appeal", "known", "yes", "Yes for Nyota", 0, 13, 1),
        Fact("application.appeal", "known", "no", "not for Kora", 15, 27, 1),
    )
    assert plainly_said(told, said, "application.appeal", 1) == told


class ByClause(WordReader):
    """Takes any clause of three words for what was asked."""

    def read(self, message: str, asked: str | None, chain: Chain) -> Reading:
        words = message.strip(" .?")
        if asked is None or len(words.split()) != 3:
            return Reading((), "answer")
        start = message.index(words)
        return Reading((Proposal(asked, "known", words, words, 0.9, start, start + len(words)),), "answer")


def test_what_somebody_does_is_no_name_of_a_thing() -> None:
    chip = Awaiting("compute.accelerator", "question")
    assert answer_beside((), "Boards? We burn those. Brr.", chip, ByClause(), Chain(), 1) == ()
    (found,) = answer_beside((), "Boards? Two Halden X7. Brr.", chip, ByClause(), Chain(), 1)
    assert found.value == "Two Halden X7"


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("not on any list no folks shout it over the fence and so on", "no"),
        ("I told you no nothing in print no and my cousin from up north says hello too", "no"),
        ("we have no time for any of this and no money and the roof leaks", None),
    ],
)
def test_who_speaks_without_marks_closes_an_answer_by_saying_its_yes_or_no_again(said: str, value: str | None) -> None:
    class Short(WordReader):
        """Hears a no in few words only."""

        def read(self, message: str, asked: str | None, chain: Chain) -> Reading:
            reading = super().read(message, asked, chain)
            return reading if len(message.split()) <= 8 else Reading((), "answer")

    t = ask(Talk(Short()), "monitoring.incident_process")
    t.say(said)
    assert t.session.chain.value("monitoring.incident_process") == value


def test_what_stands_beside_a_curse_in_words_of_its_question_answers() -> None:
    said = "Names, birthdays, all of that. What a stupid question."
    t = talk({said: {"data.personal_data": ("yes", "Names, birthdays")}})
    ask(t, "data.personal_data").say(said)
    assert t.session.chain.value("data.personal_data") == "yes"


def test_a_message_that_begins_with_an_offered_choice_has_answered() -> None:
    t = asked("application.outage_effect")
    t.say("nothing much honestly, the farmers just call us. Once the gateway was down a whole weekend, twelve rang.")
    fact = t.session.chain.get("application.outage_effect")
    assert fact is not None and (fact.value, fact.quote) == ("none", "nothing much")


def test_what_only_repeats_what_stands_takes_no_words_from_the_answer() -> None:
    people = Fact("application.affected_people", "known", ("patients",), "patients", 0, 8, 1)
    again = Fact("application.affected_people", "known", ("patients",), "Always, by our patients", 0, 23, 2)
    said = "Always, by our patients. And what I wanted to say as well is that it is late and that the bus has gone."
    waits_for = Awaiting("application.human_review")
    found = answer_beside((again,), said, waits_for, ByPiece(), fold([people]), 2)
    assert {f.ref: f.value for f in found}.get("application.human_review") == "always"
    found = answer_beside((again,), said, waits_for, ByPiece(), Chain(), 2)
    assert found == (again,)
