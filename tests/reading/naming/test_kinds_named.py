"""A name in apposition to a noun of tool is a tool's, with the work that is told of it; two that are counted up are two."""

from __future__ import annotations

import time

import pytest

from vcassist.chain.facts import Chain
from vcassist.interview.reading import gate
from vcassist.knowledge.register import load_register
from vcassist.reading.naming.kinds_named import calls_it_small, kind_before
from vcassist.reading.offline import OfflineReader
from vcassist.reading.text import Span
from vcassist.reading.trained import open_trained


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> OfflineReader:
    return OfflineReader(load_register(), open_trained(tmp_path_factory.mktemp("data"), "large"))


def tools(reader: OfflineReader, message: str) -> dict[str, tuple[object, object]]:
    """Each tool that is noted, with its name and its purpose."""
    facts = gate(reader.read(message, None, Chain()), message).facts
    told = {f.ref: f.value for f in facts if f.status == "known" and f.kind == "application"}
    return {c: (told.get(f"{c}.name"), told.get(f"{c}.purpose")) for c in {ref.partition(".")[0] for ref in told}}


@pytest.mark.parametrize(
    ("message", "first", "second"),
    [
        (
            "We have a dictation scribe (Vella) that writes the letters and an AI queue thing, Ordina, at the desk.",
            ("Vella", "writes the letters"),
            ("Ordina", "queue"),
        ),
        (
            "We have a dictation assistant (Mowa) that types the findings, and a booking robot, Termin24, at the desk.",
            ("Mowa", "types the findings"),
            ("Termin24", "booking robot"),
        ),
        (
            "A voice bot (Sofia) answers the phone and a forecasting thing, Padaria360, plans the dough.",
            ("Sofia", "answers the phone"),
            ("Padaria360", "plans the dough"),
        ),
        (
            "i use midjourney for the posters and then the council gave us a chat thing called pawline that answers the finders",
            ("midjourney", "posters"),
            ("pawline", "answers the finders"),
        ),
        (
            "Two tools. RecetaLux reads the prescriptions, and Wari for the orders to the depot.",
            ("RecetaLux", "reads the prescriptions"),
            ("Wari", "orders to the depot"),
        ),
    ],
)
def test_each_of_two_names_is_a_tool_s_with_its_own_work(
    reader: OfflineReader, message: str, first: tuple[str, str], second: tuple[str, str]
) -> None:
    assert tools(reader, message) == {"application": first, "application-2": second}


@pytest.mark.parametrize(
    ("message", "first", "second"),
    [
        (
            "We have two AI. One read the X-ray. Other is ChatGPT, I write letters with it.",
            (None, "read the X-ray"),
            ("ChatGPT", "write letters"),
        ),
        (
            "We have two AI tools, one sorts the mail and another plans the shifts.",
            (None, "sorts the mail"),
            (None, "plans the shifts"),
        ),
    ],
)
def test_one_of_two_that_are_counted_up_is_a_tool_also_without_a_name(
    reader: OfflineReader, message: str, first: tuple[object, str], second: tuple[object, str]
) -> None:
    assert tools(reader, message) == {"application": first, "application-2": second}


@pytest.mark.parametrize(
    "message",
    [
        "The hospital next door has a triage bot called Zog. We use ChatGPT for the letters.",
        "We use a booking app, Maria checks it. It is called Kora.",
        "We bought a bot called Kora from a firm, Blue Sky, to answer parents.",
        "We have two nurses. One reads the letters. The other is Maria. We use ChatGPT for the letters.",
    ],
)
def test_neighbours_people_and_sellers_are_no_further_tools(reader: OfflineReader, message: str) -> None:
    assert len(tools(reader, message)) == 1


@pytest.mark.parametrize(
    ("message", "name"),
    [
        ("Last year we had a bot called Kora.", "Kora"),
        ("We have an app, Maria uses it.", "Maria"),
        ("We work with a firm (Kora).", "Kora"),
        ("I like the one called Kora.", "Kora"),
    ],
)
def test_what_is_over_or_stands_beside_no_noun_of_tool_is_in_no_apposition(message: str, name: str) -> None:
    at = message.index(name)
    assert kind_before(message, Span(at, at + len(name), name)) is None


def test_a_word_that_only_follows_called_is_no_name() -> None:
    assert not [*calls_it_small("a system called in to help, an app called off, a bot called so")]


@pytest.mark.parametrize("filler", [" ", ".", "a bot called ", "an ai thing, "])
def test_a_long_message_is_looked_through_in_time(filler: str) -> None:
    begun = time.process_time()
    message = filler * 5_000 + "Kora"
    kind_before(message, Span(len(message) - 4, len(message), "Kora"))
    list(calls_it_small(message))
    assert time.process_time() - begun < 2
