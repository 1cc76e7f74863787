"""Sets: what is named only to be denied or wondered at is not in them."""

from __future__ import annotations

import pytest
from worlds import small_register

from vcassist.chain.fields import FIELDS, Field
from vcassist.interview.ports import Proposal
from vcassist.reading.naming.names import NameFinder
from vcassist.reading.seen import look
from vcassist.reading.text import Span
from vcassist.reading.vetoes.denied import blanked, denied, without_denied

SPEC = FIELDS["application.affected_people"]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Students? No. Just us.", "Just us."),
        ("Bought? Never, we have no money. Our own cards.", "Our own cards."),
        ("for the refugees, staff no, villagers no", "for the refugees,,"),
        ("patients not children", "patients"),
        ("patients, not the children", "patients,"),
        ("no volunteers, two botanists", ", two botanists"),
        ("members aren't staff, put workers", ", put workers"),
        ("we are no hospital, our guests", ", our guests"),
        ("pregnant women. children?? which children", "pregnant women."),
        ("patients; please remove children", "patients;"),
        ("They are minors. Of the other things, health, religion, there is not any.", "They are minors. ."),
        ("names, health, none of that", ""),
    ],
)
def test_what_is_denied_is_blanked(text: str, left: str) -> None:
    rest = blanked(text, denied(text))
    assert len(rest) == len(text)
    assert " ".join(rest.split()).replace(" ,", ",") == left


@pytest.mark.parametrize(
    "text",
    ["not only patients, staff too", "no one but the patients", "not sure, patients mostly", "patients and staff", "the council told them no"],
)  # fmt: skip
def test_what_is_said_is_left(text: str) -> None:
    assert not denied(text)


def told(text: str, values: tuple[str, ...], rest_says: tuple[str, ...] = ()) -> object:
    seen = look(text, NameFinder(small_register()), SPEC)
    best = {SPEC.key: seen.known(SPEC.key, values, 0, len(text), 0.7)} if values else {}

    def answer(part: Span, spec: Field) -> list[Proposal]:
        return [seen.known(spec.key, rest_says, part.start, part.end, 0.9)] if rest_says else []

    found = without_denied(seen, best, SPEC, answer).get(SPEC.key)
    return found and found.value


def test_the_rest_tells_which_of_the_named_are_meant() -> None:
    assert told("patients, not the children", ("patients", "children"), ("patients", "other")) == ("patients",)


def test_where_all_was_denied_the_rest_tells() -> None:
    assert told("Customers? no. Just us.", ("customers",), ("staff",)) == ("staff",)


def test_nothing_is_taken_back_where_nothing_is_denied() -> None:
    assert told("the patients and their children", ("patients", "children"), ("patients",)) == ("patients", "children")


def test_what_is_named_beside_a_denial_is_there() -> None:
    spec = FIELDS["application.generates"]
    text = "A heat map on the film; no prose comes out of it."
    seen = look(text, NameFinder(small_register()), spec)
    start = text.index("no prose")
    none = seen.known(spec.key, ("none",), start, len(text) - 1, 0.95)

    def answer(part: Span, asked: Field) -> list[Proposal]:
        return [seen.known(spec.key, ("image",), 0, 10, 0.6)] if "heat map" in part.text else []

    assert without_denied(seen, {spec.key: none}, spec, answer)[spec.key].value == ("image",)
    text = "no pictures, no text"
    seen = look(text, NameFinder(small_register()), spec)
    none = seen.known(spec.key, ("none",), 0, len(text), 0.95)
    assert without_denied(seen, {spec.key: none}, spec, answer)[spec.key].value == ("none",)
