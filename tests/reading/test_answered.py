"""What was read as an answer is left out where the message surely states none, and set right where it surely states another choice."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from vcassist.chain.facts import Chain, Fact
from vcassist.interview.ports import Proposal, Reading
from vcassist.reading.answered import INSTEAD, LONGEST, NOTHING, Answers
from vcassist.reading.trained import TrainedReader

POLICY = "governance.policy"


class Sure(Answers):
    """Is as sure as it is told to be; ``readers`` is what the readers alone take a message for."""

    def __init__(self, chances: Mapping[str, float], readers: str = "yes") -> None:
        super().__init__(TrainedReader())
        self._by_readers = lambda message, ref: readers  # type: ignore[method-assign]
        self.chances = lambda message, key: tuple(chances.items())  # type: ignore[assignment,method-assign]


def read(value: str, chances: Mapping[str, float], message: str = "words", status: str = "known") -> Proposal | None:
    proposal = Proposal(POLICY, status, value, "words", 0.6)  # type: ignore[arg-type]
    beside = Proposal("storage.encrypted", "known", "yes", "words", 0.9)
    found = Sure(chances).weighed(Reading((beside, proposal), "answer"), message, POLICY, Chain())
    assert beside in found.proposals
    return next((p for p in found.proposals if p.ref == POLICY), None)


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


def test_what_a_form_of_words_decided_against_the_readers_stands() -> None:
    reading = Reading((Proposal(POLICY, "known", "yes", "words", 0.95),), "answer")
    assert Sure({"no": 1.0, "": 0.0}, readers="no").weighed(reading, "words", POLICY, Chain()) is reading


def test_a_page_a_shrug_and_what_was_not_asked_are_left_alone() -> None:
    sure = {"yes": 0.0, "": 1.0}
    assert read("yes", sure, message="w" * (LONGEST + 1)) is not None
    assert read("yes", sure, status="withheld") is not None
    reading = Reading((Proposal(POLICY, "known", "yes", "words", 0.6),), "answer")
    assert Sure(sure).weighed(reading, "words", None, Chain()) is reading
    assert Answers(TrainedReader()).chances("words", "application.name") == ()


def test_of_several_tools_a_message_may_state_something_of_each() -> None:
    role = "application.decision_role"
    reading = Reading((Proposal(role, "known", "assists", "words", 0.6),), "answer")
    names = {f"{c}.name": Fact(f"{c}.name", "known", c) for c in ("application", "application-2")}
    sure = Sure({"decides": 1.0, "": 0.0}, readers="assists")
    assert sure.weighed(reading, "words", role, Chain(names)) is reading
    assert sure.weighed(reading, "words", role, Chain()).proposals[0].value == "decides"


@pytest.mark.parametrize(
    ("message", "field", "choice"),
    [
        ("We mean to, once the board has voted the money.", "storage.encrypted", ""),
        ("A colleague at another school says theirs is.", "storage.encrypted", ""),
        ("Of course, and the moon is made of cheese.", POLICY, ""),
        ("Two pages for the nurses, none for the drivers.", POLICY, "partly"),
        ("Some of them, the ones that look odd.", "application.human_review", "sometimes"),
    ],
)
def test_as_the_small_reader_s_layer_has_it(message: str, field: str, choice: str) -> None:
    chances = dict(Answers(TrainedReader()).chances(message, field))
    assert max(chances, key=lambda value: chances[value]) == choice
