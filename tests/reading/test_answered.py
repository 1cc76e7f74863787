"""What was read as an answer is left out where the message surely states none, set right where it surely states another choice, and found where
nothing was read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest

from vcassist.chain.facts import Chain, Fact
from vcassist.interview.ports import Proposal, Reading, Stated
from vcassist.reading.answered import (
    AGAINST_FORM,
    FOUND,
    FOUND_ALONE,
    INSTEAD,
    LEAST_WORDS,
    LONGEST,
    NOTHING,
    OF_ANOTHER,
    Answers,
    told_at,
)
from vcassist.reading.stated import Statements
from vcassist.reading.trained import TrainedReader

POLICY = "governance.policy"
SAID = "some words of theirs"


class Sure(Answers):
    """Is as sure as it is told to be; ``readers`` is what the readers alone take a message for, ``stated`` what a sentence states by itself."""

    def __init__(self, chances: Mapping[str, float], readers: str = "yes", stated: Sequence[Stated] = ()) -> None:
        super().__init__(TrainedReader(), Statements(TrainedReader()))
        self._by_readers = lambda message, ref: readers  # type: ignore[method-assign]
        self.chances = lambda message, key: tuple(chances.items())  # type: ignore[assignment,method-assign]
        self._statements.of = lambda sentence: tuple(stated)  # type: ignore[assignment,method-assign]


def read(
    value: str, chances: Mapping[str, float], message: str = SAID, status: str = "known", readers: str = "yes"
) -> Proposal | None:
    proposal = Proposal(POLICY, status, value, "words", 0.6)  # type: ignore[arg-type]
    beside = Proposal("storage.encrypted", "known", "yes", "words", 0.9)
    found = Sure(chances, readers).weighed(Reading((beside, proposal), "answer"), message, POLICY, Chain())
    assert beside in found.proposals
    return next((p for p in found.proposals if p.ref == POLICY), None)


def found_in(message: str, found: Answers, intent: str = "answer") -> Proposal | None:
    reading = found.weighed(Reading((), intent), message, POLICY, Chain())  # type: ignore[arg-type]
    return next(iter(reading.proposals), None)


def test_what_states_nothing_is_no_answer() -> None:
    assert read("yes", {"yes": 0.1, "no": 0.0, "": NOTHING}) is None
    assert read("yes", {"yes": 0.3, "no": 0.0, "": NOTHING - 0.1}) is not None


def test_another_choice_takes_the_place_of_what_was_read_where_it_is_sure() -> None:
    other = read("yes", {"yes": 0.05, "partly": INSTEAD, "": 0.05})
    assert other is not None
    assert (other.value, other.quote) == ("partly", "words")
    kept = read("yes", {"yes": 0.3, "partly": INSTEAD - 0.1, "": 0.0})
    assert kept is not None
    assert kept.value == "yes"


def test_what_a_form_of_words_decided_against_the_readers_yields_only_to_what_is_surer() -> None:
    kept = read("yes", {"no": AGAINST_FORM - 0.05, "": 0.0}, readers="no")
    assert kept is not None
    assert kept.value == "yes"
    other = read("yes", {"no": AGAINST_FORM, "": 0.0}, readers="no")
    assert other is not None
    assert other.value == "no"


def test_an_answer_is_found_where_nothing_was_read() -> None:
    told = found_in("Four pages, on the wall.", Sure({"yes": FOUND, "": 0.1}))
    assert told is not None
    assert (told.ref, told.status, told.value, told.quote) == (POLICY, "known", "yes", "Four pages, on the wall.")
    assert found_in("Four pages, on the wall.", Sure({"yes": FOUND - 0.1, "": 0.1})) is None
    # Where the readers alone would say something else, it must be surer.
    assert found_in("Four pages, on the wall.", Sure({"yes": FOUND, "": 0.1}, readers="no")) is None
    assert found_in("Four pages, on the wall.", Sure({"yes": FOUND_ALONE, "": 0.1}, readers="no")) is not None


def test_nothing_is_found_in_a_question_or_in_what_is_told_of_another_matter() -> None:
    sure = {"yes": 0.99, "": 0.0}
    assert found_in("Are four pages enough?", Sure(sure), intent="question") is None
    another = Stated("application.human_review", "always", OF_ANOTHER)
    assert found_in("Mona reads each one first.", Sure(sure, stated=[another])) is None
    assert found_in("Four pages, if the board allows it.", Sure(sure)) is None
    its_own = Stated(POLICY, "yes", OF_ANOTHER)
    assert found_in("Four pages, on the wall.", Sure(sure, stated=[its_own, another])) is not None


def test_the_sentence_that_states_it_is_quoted() -> None:
    said = "Tea is ready. There are four pages. Sugar?"
    assert told_at(said, lambda text: "pages" in text) == ("There are four pages.", 14)
    assert told_at("  Four pages. ", lambda text: False) == ("Four pages.", 2)


def test_a_page_a_word_a_shrug_and_what_was_not_asked_are_left_alone() -> None:
    sure = {"yes": 0.0, "": 1.0}
    assert read("yes", sure, message="w " * LONGEST) is not None
    assert read("yes", sure, message=" ".join(["yes"] * (LEAST_WORDS - 1))) is not None
    assert read("yes", sure, status="withheld") is not None
    reading = Reading((Proposal(POLICY, "known", "yes", "words", 0.6),), "answer")
    assert Sure(sure).weighed(reading, SAID, None, Chain()) is reading
    assert Answers(TrainedReader(), Statements(TrainedReader())).chances("words", "application.name") == ()


@pytest.mark.parametrize(
    ("message", "weighed"),
    [
        ("It does what it does all day, and nobody looks.", True),
        ("It does what it does all day, and Otter does not.", False),
        ("The first does it, the other one does not at all.", False),
        ("It does it all day, but the chatbot does not.", False),
    ],
)
def test_of_several_tools_a_message_may_state_something_of_each(message: str, weighed: bool) -> None:
    role = "application.decision_role"
    reading = Reading((Proposal(role, "known", "assists", "does", 0.6),), "answer")
    named = {"application.name": "Kora", "application-2.name": "Otter", "application-3.purpose": "chatbot for families"}
    chain = Chain({ref: Fact(ref, "known", value) for ref, value in named.items()})
    sure = Sure({"decides": 1.0, "": 0.0}, readers="assists")
    assert (sure.weighed(reading, message, role, chain) is reading) is not weighed
    assert sure.weighed(reading, message, role, Chain()).proposals[0].value == "decides"


def test_sets_of_data_have_no_names_to_tell_them_apart_by() -> None:
    personal = "data.personal_data"
    reading = Reading((Proposal(personal, "known", "yes", "yes", 0.6),), "answer")
    two = Chain({f"{c}.description": Fact(f"{c}.description", "known", c) for c in ("data", "data-2")})
    sure = Sure({"no": 1.0, "": 0.0}, readers="yes")
    assert sure.weighed(reading, "yes as far as anybody here knows", personal, two) is reading


def test_a_short_answer_in_the_word_of_a_choice_and_a_count_are_not_weighed_against() -> None:
    weights, size = "model.weights", "organisation.size"
    open_one = Reading((Proposal(weights, "known", "closed", "Closed", 0.6),), "answer")
    none = Sure({"closed": 0.0, "": 1.0})
    assert none.weighed(open_one, "Closed, I should say so.", weights, Chain()) is open_one
    assert not none.weighed(open_one, "Closed on Sundays, as the shop is, and on feast days too.", weights, Chain()).proposals  # fmt: skip
    counted = Reading((Proposal(size, "known", "51_to_250", "ninety-one", 0.6),), "answer")
    sure = Sure({"over_250": 1.0, "": 0.0}, readers="51_to_250")
    assert sure.weighed(counted, "Four hundred in the network, ninety-one here.", size, Chain()) is counted


@pytest.mark.parametrize(
    ("message", "field", "choice"),
    [
        ("We mean to, once the board has voted the money.", "storage.encrypted", ""),
        ("A colleague at another school says theirs is.", "storage.encrypted", ""),
        ("Of course, and the moon is made of cheese.", POLICY, ""),
        ("Two pages for the nurses, none for the drivers.", POLICY, "partly"),
        ("Some of them, the ones that look odd.", "application.human_review", "sometimes"),
        ("The ferry men hear of it, the islanders never do.", "application.tells_people", "partly"),
        ("Rosa takes the paper book out and goes on.", "application.alternative", "yes"),
        # What plainly answers another question.
        ("A person reads every letter before it goes out.", "storage.encrypted", ""),
        ("The disks are all encrypted, we hold the keys.", POLICY, ""),
    ],
)
def test_as_the_small_reader_s_layer_has_it(message: str, field: str, choice: str) -> None:
    chances = dict(Answers(TrainedReader(), Statements(TrainedReader())).chances(message, field))
    assert max(chances, key=lambda value: chances[value]) == choice
