"""A longer answer is what the encoder for answers is much surer of, where the readers are not; of a list the things that were passed over join."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from vcassist.chain.facts import Chain
from vcassist.interview.ports import Proposal, Reading, Stated
from vcassist.reading.answering.in_more_words import in_more_words, without_what_was_hardly_found

ASKED, TOUCHED = "governance.people_consulted", "application.affected_people"
LABELS = "labelling.done_by"
SAID = "We did a phone-in with the listeners before we took it on"


def told(**chances: float):
    """A guess that tells these chances of any message, and the rest of none."""
    rest = 1 - sum(chances.values())
    return lambda message, key: [*chances.items(), ("", rest)]


def things(whole: Mapping[str, float], **each: str):
    """A guess that tells ``whole`` of a message, and of one of its things, by a word in it, one choice."""

    def chances(message: str, key: str):
        values = [*whole, "other", ""]
        found = next((v for word, v in each.items() if word in message and len(message.split()) < 6), None)
        return [(v, 0.9 if v == found else 0.0) for v in values] if found else [(v, whole.get(v, 0.0)) for v in values]

    return chances


def nothing(sentence: str) -> tuple[Stated, ...]:
    return ()


def read(value: str | tuple[str, ...], sure: float, ref: str = ASKED) -> Reading:
    return Reading((Proposal(ref, "known", value, "words", sure, 0, 5),), "answer")


def values(reading: Reading) -> list[object]:
    return [p.value for p in reading.proposals]


@pytest.mark.parametrize(
    ("sure", "other", "own", "value"),
    [(0.6, 0.95, 0.03, "yes"), (0.6, 0.7, 0.2, "yes"), (0.98, 0.7, 0.2, "no"), (0.6, 0.6, 0.3, "no")],
)
def test_another_choice_must_be_the_likelier_the_surer_the_readers_are(
    sure: float, other: float, own: float, value: str
) -> None:
    found = in_more_words(read("no", sure), SAID, ASKED, Chain(), told(yes=other, no=own), nothing)
    assert values(found) == [value]


def test_what_was_not_heard_is_told_where_it_is_likely() -> None:
    empty = Reading((), "answer")
    assert values(in_more_words(empty, SAID, ASKED, Chain(), told(yes=0.8), nothing)) == ["yes"]
    assert values(in_more_words(empty, SAID, ASKED, Chain(), told(yes=0.6), nothing)) == []


@pytest.mark.parametrize(("chance", "found"), [(0.72, []), (0.8, ["yes"])])
def test_where_some_clause_states_nothing_that_is_so_it_must_be_likelier(chance: float, found: list[str]) -> None:
    """A tool that is planned is told of in no other way."""
    said = "We plan to do a phone-in with the listeners next year"
    assert values(in_more_words(Reading((), "answer"), said, ASKED, Chain(), told(yes=chance), nothing)) == found


def test_a_question_is_no_answer() -> None:
    said = "Did we not do a phone-in with the listeners then?"
    assert values(in_more_words(Reading((), "question"), said, ASKED, Chain(), told(yes=0.9), nothing)) == []


@pytest.mark.parametrize(("chance", "found"), [(0.8, []), (0.9, ["yes"])])
def test_what_a_sentence_states_of_another_matter_is_no_answer_unless_it_is_plain(
    chance: float, found: list[str]
) -> None:
    def stated(sentence: str) -> tuple[Stated, ...]:
        return (Stated("organisation.size", "11_to_50", 0.8),)

    empty = Reading((), "answer")
    said = "About the staff: there are 44 of us now, all in"
    assert values(in_more_words(empty, said, ASKED, Chain(), told(yes=chance), stated)) == found


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("I have it all in my head, madam, and wrote down not one line of it", "no"),
        ("I have it all in my head, and what the others have I do not know", None),
        ("They would not tell me what became of it, all in all", None),
        ("The question does not arise here, as nobody is judged by it", None),
    ],
)
def test_words_that_look_like_not_knowing_leave_nothing_open_where_a_choice_is_plain(
    said: str, value: str | None
) -> None:
    open_ = Reading((Proposal.of_all(said, ASKED, "unknown", None, 0.9),), "answer")
    found = in_more_words(open_, said, ASKED, Chain(), told(no=0.95), nothing)
    assert values(found) == [value]


def test_another_thing_takes_the_place_of_all_that_were_read_where_it_is_so_much_likelier() -> None:
    said = "The software firm's crew did it, none of us"
    likely = things({"vendor": 0.8, "nobody": 0.05}, crew="vendor")
    assert values(in_more_words(read(("nobody",), 0.8, LABELS), said, LABELS, Chain(), likely, nothing)) == [
        ("vendor",)
    ]
    hardly = things({"vendor": 0.5, "nobody": 0.3}, crew="vendor")
    assert values(in_more_words(read(("nobody",), 0.8, LABELS), said, LABELS, Chain(), hardly, nothing)) == [
        ("nobody",)
    ]


def test_a_thing_of_a_list_that_was_passed_over_joins() -> None:
    said = "The patients who come to us, and us physios I suppose"
    chances = things({"patients": 0.6, "staff": 0.3}, patients="patients", physios="staff")
    found = in_more_words(read(("patients",), 0.9, TOUCHED), said, TOUCHED, Chain(), chances, nothing)
    assert values(found) == [("patients", "staff")]


def test_what_the_whole_does_not_bear_out_or_a_sentence_denies_joins_no_list() -> None:
    hardly = things({"patients": 0.9, "staff": 0.05}, patients="patients", physios="staff")
    said = "The patients who come to us, and us physios I suppose"
    assert values(in_more_words(read(("patients",), 0.9, TOUCHED), said, TOUCHED, Chain(), hardly, nothing)) == [("patients",)]  # fmt: skip
    denied = "The patients who come to us, and not us physios"
    likely = things({"patients": 0.6, "staff": 0.3}, patients="patients", physios="staff")
    assert values(in_more_words(read(("patients",), 0.9, TOUCHED), denied, TOUCHED, Chain(), likely, nothing)) == [("patients",)]  # fmt: skip


def test_a_client_or_a_patient_denies_nothing() -> None:
    said = "The client who pays us, and us physios I suppose"
    chances = things({"customers": 0.6, "staff": 0.3}, client="customers", physios="staff")
    found = in_more_words(read(("customers",), 0.9, TOUCHED), said, TOUCHED, Chain(), chances, nothing)
    assert values(found) == [("customers", "staff")]


def test_others_are_none_where_each_thing_is_something_else() -> None:
    said = "The visitors, they pay for it. School classes too. And us guards"
    chances = things({"customers": 0.5, "students": 0.3, "staff": 0.2}, visitors="customers", School="students", guards="staff")  # fmt: skip
    found = in_more_words(
        read(("customers", "students", "other"), 0.9, TOUCHED), said, TOUCHED, Chain(), chances, nothing
    )
    assert values(found) == [("students", "customers", "staff")]


def test_few_words_and_what_is_sure_or_open_stay_as_they_are() -> None:
    for said, reading in (("No, they had none", read("no", 0.6)), (SAID, read("no", 0.99))):
        assert in_more_words(reading, said, ASKED, Chain(), told(yes=0.99), nothing) == reading
    unknown = Reading((Proposal(ASKED, "unknown", None, "no idea", 0.6, 0, 7),), "answer")
    assert in_more_words(unknown, SAID, ASKED, Chain(), told(yes=0.99), nothing) == unknown


@pytest.mark.parametrize(("value", "ref"), [("no", ASKED), (("patients",), TOUCHED)])
def test_what_surely_states_nothing_is_no_answer(value: str | tuple[str, ...], ref: str) -> None:
    said = "Sorry, phone went there, it was Mrs Rennie about her boiler again."
    assert values(in_more_words(read(value, 0.7, ref), said, ref, Chain(), told(), nothing)) == []
    assert values(in_more_words(read(value, 0.7, ref), said, ref, Chain(), told(other=0.2), nothing)) == [value]


@pytest.mark.parametrize(
    ("sure", "beside", "quote", "stays"),
    [(0.71, 0.76, "", False), (0.95, 0.76, "", True), (0.71, 0.5, "", True), (0.71, 0.76, "every day", True)],
)
def test_what_all_of_a_message_was_taken_for_gives_way_to_what_it_plainly_tells(
    sure: float, beside: float, quote: str, stays: bool
) -> None:
    said = "yes it is used every day"
    answer = Proposal.of_all(quote or said, "application.outage_effect", "known", "none", sure)
    told = Proposal.of_all(said, "application.lifecycle", "known", "in_use", beside)
    read, asked = Reading((answer, told), "answer"), "application.outage_effect"
    left = without_what_was_hardly_found(read, said, asked, nothing)
    assert (answer in left.proposals) == stays and told in left.proposals
    of_it = without_what_was_hardly_found(read, said, asked, lambda sentence: [Stated(asked, "none", 0.3)])
    assert answer in of_it.proposals


def by_sentence(whole: Mapping[str, float], **each: str):
    """A guess that tells ``whole`` of a message, and of a sentence of it, by a word in it, one choice; nothing of any other sentence."""

    def chances(message: str, key: str):
        if len([m for m in message if m in ".?"]) > 1:
            return [*whole.items()]
        found = next((v for word, v in each.items() if word in message), "")
        return [(v, 0.9 if v == found else 0.03) for v in ("yes", "no", "partly", "")]

    return chances


def test_what_was_read_stands_where_the_one_sentence_that_answers_has_it() -> None:
    said = "Asked? A month of meetings on the farm before. There, no languages, cows don't talk."
    whole = {"no": 0.61, "partly": 0.32, "yes": 0.04, "": 0.03}
    assert values(in_more_words(read("yes", 0.48), said, ASKED, Chain(), by_sentence(whole, month="yes"), nothing)) == [
        "yes"
    ]
    assert values(in_more_words(read("yes", 0.48), said, ASKED, Chain(), by_sentence(whole), nothing)) == ["no"]


def test_of_two_sentences_that_state_different_choices_the_whole_tells_which() -> None:
    said = "No dear, nobody was asked. Though one of us walks round and talks to them."
    whole = {"partly": 0.48, "no": 0.4, "yes": 0.1, "": 0.02}
    apart = by_sentence(whole, nobody="no", walks="partly")
    assert values(in_more_words(read("no", 0.6), said, ASKED, Chain(), apart, nothing)) == ["partly"]
    assert values(in_more_words(read("no", 0.6), said, ASKED, Chain(), by_sentence(whole), nothing)) == ["no"]


def test_who_says_partly_means_partly() -> None:
    said = "Some were asked, so partly, I would say to you"
    assert values(in_more_words(read("partly", 0.85), said, ASKED, Chain(), told(yes=0.97), nothing)) == ["partly"]


def test_who_speaks_of_what_we_wrote_down_answers_nothing_that_nobody_heard() -> None:
    said = "And you still have not written down the school kids who come on Saturdays"
    assert not in_more_words(Reading((), "answer"), said, ASKED, Chain(), told(yes=0.9), nothing).proposals


@pytest.mark.parametrize(
    ("said", "stands"),
    [("Only text comes out, how many litres", True), ("No text comes out of it, only a light", False)],
)
def test_what_is_called_by_its_name_is_not_nothing(said: str, stands: bool) -> None:
    ref = "application.generates"
    found = in_more_words(read(("text",), 0.6, ref), said, ref, Chain(), told(none=0.9, text=0.05), nothing)
    assert values(found) == [("text",) if stands else ("none",)]
