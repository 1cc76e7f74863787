"""A choice is held against its own sentence, and what shares words against what else they say."""

from __future__ import annotations

import pytest
from worlds import small_register

from vcassist.chain.facts import Value
from vcassist.chain.fields import FIELDS
from vcassist.reading.naming.names import NameFinder
from vcassist.reading.seen import look
from vcassist.reading.weighed import weighed


def left(text: str, *read: tuple[str, Value, str], asked: str | None = None) -> dict[str, Value]:
    """What is left of the facts (field, value, quote) that were read from a text."""
    spec = FIELDS[asked] if asked else None
    seen = look(text, NameFinder(small_register()), spec)
    best = {
        key: seen.known(key, value, text.index(quote), text.index(quote) + len(quote), 0.9)
        for key, value, quote in read
    }
    return {p.ref: p.value for p in weighed(seen, best, spec).values()}


@pytest.mark.parametrize(
    ("key", "value", "text"),
    [
        ("application.decision_role", "recommends", "It recommends nothing to anybody"),
        ("application.decision_role", "decides", "It decides nothing"),
        ("application.decision_role", "decides", "It never recommends anything"),
        ("compute.supplier", "self", "the firm runs it on its own machines"),
        ("compute.hosting", "own_premises", "through the website, on the office laptop"),
        ("model.weights", "open", "I have the free version and open it in the browser"),
        ("application.works_offline", "yes", "No internet in the basement, so down there it's hands and feet"),
    ],
)
def test_what_its_own_sentence_does_not_bear_is_not_noted(key: str, value: str, text: str) -> None:
    assert left(text, (key, value, text)) == {}


@pytest.mark.parametrize(
    ("key", "value", "text"),
    [
        ("application.decision_role", "recommends", "It decides nothing, it recommends"),
        ("compute.supplier", "self", "we run it on our own machines"),
        ("model.weights", "open", "open weights, for free"),
        ("model.access", "self_hosted", "in the browser, but it runs on our own server"),
        ("application.works_offline", "yes", "No internet in the basement, it works all the same"),
    ],
)
def test_what_it_bears_is(key: str, value: str, text: str) -> None:
    assert left(text, (key, value, text)) == {key: value}


def test_asked_for_its_part_who_denies_the_greater_ones_names_the_least() -> None:
    text = "It never recommends anything, it only shows the number"
    assert left(text, ("application.decision_role", "decides", text), asked="application.decision_role") == {
        "application.decision_role": "assists"
    }


def test_a_yes_behind_a_but_no_is_a_no() -> None:
    told = "it hangs, and the valley has no signal"
    text = f"How I would love that! But no, {told}"
    assert left(text, ("application.works_offline", "yes", told), asked="application.works_offline") == {
        "application.works_offline": "no"
    }


def test_a_place_named_once_is_where_its_sentence_says() -> None:
    text = "earlier I wrote Ireland for where the files are stored, that was wrong, it is Finland"
    read = (("compute.country", "FI", "Finland"), ("storage.country", "FI", "Finland"))
    assert left(text, *read, asked="compute.country") == {"storage.country": "FI"}


def test_what_happens_without_a_word_for_machines_happens_to_the_tool() -> None:
    text = "it takes longer but nobody is stranded"
    assert left(text, ("compute.outage_effect", "degrades", text)) == {"application.outage_effect": "degrades"}
    with_them = "if the servers are down we wait"
    assert left(with_them, ("compute.outage_effect", "stops", with_them)) == {"compute.outage_effect": "stops"}


def test_no_such_thing_denies_only_what_was_asked() -> None:
    text = "For the data itself we have no such rule"
    read = (("storage.retention_limit", "no", text), ("governance.exit_clause", "no", text))
    assert left(text, *read, asked="storage.retention_limit") == {"storage.retention_limit": "no"}


def test_the_name_of_a_tool_supplies_it_not() -> None:
    text = "a phone assistant called Amtsruf, supplied to us by a firm"
    read = (("application.name", "Amtsruf", "Amtsruf"), ("application.supplier", "Amtsruf", "Amtsruf"))
    assert left(text, *read) == {"application.name": "Amtsruf"}
    by_it = "a rota thing from a mob called Shiftly"
    read = (("application.name", "Shiftly", "Shiftly"), ("application.supplier", "Shiftly", "Shiftly"))
    assert left(by_it, *read) == {"application.name": "Shiftly", "application.supplier": "Shiftly"}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("it is the default, nobody switched it off", "yes"),
        ("they train on it unless you turn it off, and nobody turned anything off", "yes"),
        ("we never opted out", "yes"),
        ("nobody ever switched it on", "no"),
        ("they do not train on it, we opted out", "no"),
    ],
)
def test_what_nobody_switched_off_is_on(text: str, value: str) -> None:
    assert left(text, ("model.trains_on_inputs", "no", text)) == {"model.trains_on_inputs": value}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("MilkScore is from Lusaka, it decides which farmers get credit", "decides"),
        ("the tool ranks them and the committee decides who gets it", "recommends"),
    ],
)
def test_whose_deed_it_is_in_so_many_words(text: str, value: str) -> None:
    assert left(text, ("application.decision_role", "recommends", text)) == {"application.decision_role": value}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The guards look themselves, it only rings", "recommends"),
        ("it just flags them, the clerk decides", "recommends"),
        ("it decides who gets a loan, we only look afterwards", "decides"),
        ("It only shows the letter and decides whether it goes out", "decides"),
    ],
)
def test_what_only_points_at_a_thing_leaves_the_rest_to_people(text: str, value: str) -> None:
    told = left(text, ("application.decision_role", "decides", text), asked="application.decision_role")
    assert told == {"application.decision_role": value}


@pytest.mark.parametrize(
    ("text", "value"), [("it suggests a mark", "recommends"), ("it suggests a better word", "assists")]
)
def test_who_suggests_a_verdict_recommends(text: str, value: str) -> None:
    assert left(text, ("application.decision_role", "assists", text)) == {"application.decision_role": value}
