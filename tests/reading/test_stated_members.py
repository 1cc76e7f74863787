"""Of an answer that may state several choices each is weighed by itself: the second is heard, and what is only ruled out is not."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import numpy as np
import pytest

from vcassist.chain.facts import Chain, Fact
from vcassist.chain.fields import FIELDS
from vcassist.interview.ports import Proposal, Reading
from vcassist.reading import members as m
from vcassist.reading.members import JOINS, JOINS_UNASKED, LEAVES, Members, members, own_of, pieces
from vcassist.reading.trained import TrainedReader

SOURCES = "data.sources"
SAID = "The ledger, and what callers type."


class Sure(Members):
    def __init__(self, chances: Mapping[str, float]) -> None:
        super().__init__(TrainedReader())
        self.chances = lambda message, key: tuple(chances.items())  # type: ignore[assignment,method-assign]


def read(value: tuple[str, ...], chances: Mapping[str, float], chain: Chain | None = None, intent: str = "answer") -> Reading:  # fmt: skip
    told = (Proposal(SOURCES, "known", value, "The ledger", 0.6, 0, 10),) if value else ()
    return Sure(chances).weighed(Reading(told, intent), SAID, SOURCES, chain or Chain())  # type: ignore[arg-type]


def test_a_choice_that_is_surely_stated_joins_what_was_read() -> None:
    told = read(("own_records",), {"own_records": 0.9, "users": JOINS, "sensors": JOINS - 0.1}).proposals[0]
    assert (told.value, told.quote) == (("own_records", "users"), SAID)


def test_a_choice_that_is_surely_not_stated_is_left_out_and_the_words_stay() -> None:
    told = read(("own_records", "users"), {"own_records": 0.9, "users": LEAVES - 0.1}).proposals[0]
    assert (told.value, told.quote) == (("own_records",), "The ledger")
    assert read(("users",), {"users": 0.0}).proposals[0].value == ("users",)


def test_what_was_lost_altogether_is_found() -> None:
    assert read((), {"own_records": 0.9}).proposals[0].value == ("own_records",)
    assert read((), {"own_records": 0.9}, intent="question").proposals == ()


def test_whom_words_name_that_the_layer_has_not_seen_stays() -> None:
    assert members(("patients", "staff"), {"patients": 0.9, "staff": 0.01}) == ("patients", "staff")


def test_none_stands_alone() -> None:
    assert members(("none",), {"none": 0.6, "health": 0.95}) == ("health",)
    assert members(("none",), {"none": 0.6, "health": 0.8}) == ("none",)
    assert members(("none",), {"none": 0.9, "health": 0.8}) == ("none",)


def test_of_two_collections_of_data_each_keeps_what_was_told_of_it() -> None:
    chain = Chain({f"{c}.description": Fact(f"{c}.description", "known", c) for c in ("data", "data-2")})
    assert read(("own_records",), {"users": 1.0}, chain).proposals[0].value == ("own_records",)


def test_what_was_not_asked_for_is_told_whole_where_its_sentence_surely_states_more() -> None:
    said = "We are nine. It drafts the bulletin and speaks it too."
    told = Proposal("application.generates", "known", ("text",), "drafts the bulletin", 0.8, 16, 35)
    found = Sure({"text": 0.9, "audio": JOINS_UNASKED}).weighed(Reading((told,), "answer"), said, None, Chain())
    assert (found.proposals[0].value, found.proposals[0].quote) == (("text", "audio"), said[13:])
    less = Sure({"text": 0.9, "audio": JOINS_UNASKED - 0.01}).weighed(Reading((told,), "answer"), said, None, Chain())
    assert less.proposals == (told,)


def test_of_two_tools_each_keeps_what_was_told_of_it_unasked() -> None:
    told = tuple(
        Proposal(f"{c}.generates", "known", ("text",), "drafts", 0.8, 3, 9) for c in ("application", "application-2")
    )
    found = Sure({"text": 0.9, "audio": 1.0}).weighed(Reading(told, "answer"), "It drafts and speaks.", None, Chain())
    assert found.proposals == told


def test_an_answer_is_cut_at_marks_and_joining_words() -> None:
    assert pieces("Half from the ledger, half from callers and a probe.") == ["Half from the ledger", "half from callers", "a probe"]  # fmt: skip
    assert pieces("From the ledger.") == []


def test_the_stretch_that_states_a_choice_most_plainly_counts() -> None:
    reader = TrainedReader()
    whole, by_itself = reader.scores(SAID, SOURCES), reader.scores(SAID, None)
    alone, with_parts = (
        own_of(whole, by_itself, parts, SOURCES) for parts in ([], [reader.scores("what callers type", SOURCES)])
    )
    users = m.CHOICES.index((SOURCES, "users"))
    others = [n for n, (key, _) in enumerate(m.CHOICES) if key != SOURCES]
    assert np.all(alone[others] == 0)
    assert alone[users, 2] == alone[users, 0]
    assert with_parts[users, 2] != alone[users, 2]
    # One choice leads where it leads most, and no two lead in one stretch.
    assert sum(alone[m.CHOICES.index((SOURCES, v)), 5] > 0 for v in FIELDS[SOURCES].values) == 1


def test_without_weights_nothing_is_weighed(tmp_path: Path) -> None:
    assert Members(TrainedReader(), tmp_path / "none.npz").chances(SAID, SOURCES) == ()
    assert Members(TrainedReader()).chances(SAID, "governance.policy") == ()


@pytest.mark.parametrize(
    ("message", "field", "choices"),
    [
        ("What callers type into the form, and our own ledgers.", SOURCES, {"own_records", "users"}),
        ("Their sugar, their pills, and which mosque they go to.", "data.sensitive_data", {"health", "religion"}),
        ("It writes the notice and reads it aloud.", "application.generates", {"text", "audio"}),
        ("Words only, no picture, no voice.", "application.generates", {"text"}),
    ],
)
def test_as_the_small_reader_s_layer_has_it(message: str, field: str, choices: set[str]) -> None:
    chances = dict(Members(TrainedReader()).chances(message, field))
    assert {value for value, chance in chances.items() if chance >= JOINS} == choices
