"""A list that is told in several sentences, one of which says that it adds, is all that they tell."""

from __future__ import annotations

import pytest

from vcassist.interview.ports import Proposal, Reading
from vcassist.reading.answering.told_in_turn import FAIR, with_each_sentence_of_a_list

PEOPLE = "application.affected_people"
SAYS = {
    "guards": ("staff",),
    "villages": ("citizens",),
    "wards": ("patients", "staff"),
    "nobody else": ("nobody",),
}


def again(sure: float = 0.8):
    def read(words: str) -> Reading:
        told = [v for w, v in SAYS.items() if w in words]
        return Reading(tuple(Proposal.of_all(words, PEOPLE, "known", v, sure) for v in told[:1]), "answer")

    return read


def heard(message: str, *people: str, asked: str = PEOPLE, sure: float = 0.8) -> set[str]:
    whole = (Proposal.of_all(message, PEOPLE, "known", people, 0.9),) if people else ()
    found = with_each_sentence_of_a_list(Reading(whole, "answer"), message, asked, again(sure))
    return {v for p in found.proposals for v in p.members}


@pytest.mark.parametrize(
    "message",
    [
        "Our guards, they walk where it says. And the people in the villages.",
        "The guards first. To them I must add whoever lives in the villages.",
        "The guards. Also those in the villages.",
    ],
)
def test_each_sentence_tells_its_part(message: str) -> None:
    assert heard(message, "citizens") == {"staff", "citizens"}
    assert heard(message) == {"staff", "citizens"}


def test_a_sentence_of_which_something_was_heard_tells_no_more() -> None:
    assert heard("The people in the villages. And those on the wards.", "citizens", "patients") == {
        "citizens",
        "patients",
    }


@pytest.mark.parametrize(
    ("message", "people"),
    [
        ("Our guards, they walk where it says. The people in the villages sleep.", ("citizens",)),
        ("Our guards. We add nobody from the villages.", ("staff",)),
        ("Our guards. And nobody else.", ("staff",)),
        ("Nobody at all. And the villages sleep.", ("nobody",)),
    ],
)
def test_without_a_word_that_adds_and_beside_nobody_it_stays(message: str, people: tuple[str, ...]) -> None:
    assert heard(message, *people) == set(people)


def test_what_is_hardly_heard_and_another_question_change_nothing() -> None:
    message = "Our guards, they walk where it says. And the people in the villages."
    assert heard(message, "citizens", sure=FAIR - 0.1) == {"citizens"}
    assert heard(message, "citizens", asked="application.appeal") == {"citizens"}
