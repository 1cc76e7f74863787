"""A side of a contradiction is taken in more than a word: by pointing back, or by the first sentence that says one of both again."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from vcassist.chain.facts import Chain, Fact, Value
from vcassist.interview.answers.which_of_two import which_of_two
from vcassist.interview.ports import Proposal, Reading
from vcassist.interview.session import Awaiting, Session, Turn

CLIPS = Awaiting("storage.crosses_border", "conflict", "no", "yes")


class Says:
    """A reader that knows what some sentences say."""

    def __init__(self, known: Mapping[str, Value]) -> None:
        self.known = known

    def read(self, text: str, asked: str | None, chain: Chain) -> Reading:
        value = self.known.get(text)
        if value is None or asked is None:
            return Reading((), "other")
        return Reading((Proposal(asked, "known", value, text, 0.9, 0, len(text)),), "answer")


def side(said: str, **sentences: Value) -> Value | None:
    reader = Says({text.replace("_", " "): value for text, value in sentences.items()})
    fact = which_of_two(said, CLIPS, Session("0" * 16, "t"), reader, 5)
    if fact is not None:
        assert fact.quote == said[fact.start : fact.end]
    return fact.value if fact is not None else None


@pytest.mark.parametrize(
    "said",
    [
        "The clips stay on the islands, as I told you at first.",
        "Only a list goes out. Pictures stay here like I said.",
        "What I wrote first holds; the other was about the printer.",
        "My letter of introduction stands: nothing leaves.",
    ],
)
def test_who_points_back_keeps_what_was_told_first(said: str) -> None:
    assert side(said) == "no"


@pytest.mark.parametrize("said", ["It is not as I said at first, they travel.", "What I said first was wrong.", "They travel now."])  # fmt: skip
def test_who_points_back_to_deny_it_does_not(said: str) -> None:
    assert side(said) is None


def test_the_first_sentence_that_says_one_of_both_decides() -> None:
    said = "Sorry, they stay here. What travels is the count. It travels every Friday."
    known = {"they stay here.": "no", "It travels every Friday.": "yes"}
    fact = which_of_two(said, CLIPS, Session("0" * 16, "t"), Says(known), 5)
    assert fact is not None
    assert (fact.value, fact.quote, fact.turn) == ("no", "they stay here.", 5)


def test_what_opens_an_answer_is_no_answer() -> None:
    assert side("No, no, they travel. I mixed it up.", **{"they travel.": "yes", "No, no, they travel.": "no"}) == "yes"


def test_a_word_of_another_thing_decides_nothing() -> None:
    assert side("The fax is what travels. We see.", **{"The fax is what travels.": "yes"}) is None


def test_one_sentence_and_a_third_value_are_left_to_others() -> None:
    assert side("They travel.", **{"They travel.": "yes"}) is None
    assert side("Some do. We see.", **{"Some do.": "partly"}) is None


@pytest.mark.parametrize("said", ["What records? Leave the logbook alone.", "The logbook stands.", "keep it as it is"])
def test_who_wants_it_left_takes_what_was_noted(said: str) -> None:
    assert side(said) == "no"


def test_what_stands_may_be_the_other_side() -> None:
    assert side("the second stands") is None
    assert side("Leave it. They cross.", **{"They cross.": "yes"}) != "no"


def test_of_two_names_the_one_that_stands_with_its_tool() -> None:
    name = Fact("application.name", "known", "Vasara", "Vasara", turn=1)
    session = Session("0" * 16, "t", (Turn(0), Turn(1, said="Vasara", facts=(name,))))
    maker = Awaiting("application.supplier", "conflict", "Norden", "Weltfirma")

    def taken(said: str) -> Value | None:
        fact = which_of_two(said, maker, session, Says({}), 5)
        return fact.value if fact is not None else None

    assert taken("No, Weltfirma sells us the seeds, I have mixed. Vasara, that is Norden.") == "Norden"
    assert taken("Norden sells us the seeds. Weltfirma makes Vasara.") == "Weltfirma"
    assert taken("No, Weltfirma sells us the seeds. Vasara, that is not Norden.") is None
    assert taken("Weltfirma sells us the seeds. Norden came too.") is None
