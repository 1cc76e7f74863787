"""A tool is called by what it makes or works on, where that is the work of one alone."""

from __future__ import annotations

import time

import pytest

from vcassist.chain.facts import Chain, Fact, fold
from vcassist.reading.naming.products import products


def chain_of(*tools: tuple[str, str]) -> Chain:
    told: dict[str, str] = {}
    for number, (name, purpose) in enumerate(tools, 1):
        component = "application" if number == 1 else f"application-{number}"
        told |= {f"{component}.name": name, f"{component}.purpose": purpose}
    return fold([Fact(ref, "known", value) for ref, value in told.items()])


TWO = chain_of(("Canva", "makes posters for the families"), ("Google Translate", "speak with the newcomers"))


def spoken_of(message: str, chain: Chain = TWO) -> list[tuple[str, str]]:
    return [(message[p.start : p.end], p.component) for p in products(message, chain)]


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("The posters always, the translations never.", [("The posters", "application"), ("the translations", "application-2")]),
        ("For the posters I don't know.", [("the posters", "application")]),
        ("Only the posters I don't know", [("the posters", "application")]),
        ("Vera checks every poster before it hangs.", [("every poster", "application")]),
        ("And our translations are not labelled.", [("our translations", "application-2")]),
        ("Posters: always. Translations: never.", [("Posters", "application"), ("Translations", "application-2")]),
        ("posters always, translations never", [("posters", "application"), ("translations", "application-2")]),
        ("For posters yes, for translations no", [("posters", "application"), ("translations", "application-2")]),
    ],
)  # fmt: skip
def test_a_thing_that_is_spoken_of_means_the_tool_that_makes_it(message: str, expected: list[tuple[str, str]]) -> None:
    assert spoken_of(message) == expected


@pytest.mark.parametrize(
    "message",
    [
        "The families are told.",
        "We hang the posters in the hall.",
        "The portal is closed, the tool never.",
        "Posters we had before, too.",
    ],
)
def test_who_is_served_and_what_only_stands_in_a_sentence_mean_no_tool(message: str) -> None:
    assert spoken_of(message) == []


def test_a_word_with_a_hyphen_is_one_word() -> None:
    two = chain_of(("SignalPET", "reads the X-ray"), ("ChatGPT", "writes letters to the owners"))
    assert spoken_of("For the X-ray it is Rafael.", two) == [("the X-ray", "application")]
    assert spoken_of("No, the owners don't know it.", two) == []


def test_what_both_make_is_the_other_s_where_one_alone_is_set_against_it() -> None:
    both = chain_of(("Vello", "writes letters"), ("DeepL", "translates letters of families"))
    assert spoken_of("The letters are checked.", both) == []
    assert dict(spoken_of("The letters always, the translations never", both)) == {
        "The letters": "application",
        "the translations": "application-2",
    }


def test_with_one_tool_nothing_is_looked_for() -> None:
    assert spoken_of("The posters always.", chain_of(("Canva", "makes posters"))) == []


def test_nothing_takes_long() -> None:
    began = time.process_time()
    for run in (" ", ".", "the ", "and the ", "for "):
        spoken_of(run * 5000)
    assert time.process_time() - began < 4


def test_a_short_word_and_its_plural_are_one() -> None:
    two = chain_of(("BedRank", "decides who gets a bed"), ("Skriva", "writes letters to the town"))
    assert spoken_of("for the letters never, for the beds always", two) == [
        ("the letters", "application-2"),
        ("the beds", "application"),
    ]


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("On the back of the posters it stands.", [("the back of the posters", "application")]),
        (
            "The posters touch our donors. The translations touch the sick.",
            [("The posters", "application"), ("The translations", "application-2")],
        ),
        ("The posters touch our donors.", []),
    ],
)
def test_what_belongs_to_a_thing_and_things_set_against_each_other_mean_it(
    message: str, expected: list[tuple[str, str]]
) -> None:
    assert spoken_of(message) == expected


def test_whom_one_alone_serves_means_it_only_beside_the_other() -> None:
    facts = [*TWO.facts.values(), Fact("application-2.affected_people", "known", ("patients",), quote="the newcomers")]
    known = fold(facts)
    said = "The readers of the posters are not told. The newcomers know it."
    assert [c for _, c in spoken_of(said, known)] == ["application", "application-2"]
    assert spoken_of("The newcomers know it.", known) == []
