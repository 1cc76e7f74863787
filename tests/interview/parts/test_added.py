"""What brings a further tool in: its form before and behind a name, and not a name alone."""

from __future__ import annotations

import pytest

from vcassist.chain.facts import Fact
from vcassist.interview.parts.added import brings_in, opens, opens_thing


def is_opened(marked: str) -> bool:
    """Whether the name between the angle brackets is brought in."""
    start, end = marked.index("<"), marked.index(">") - 1
    return opens(marked.replace("<", "").replace(">", ""), start, end)


@pytest.mark.parametrize(
    "said",
    [
        "You forgot our second tool, <Tarnow>.",
        "u missed <Tarnow>",
        "But you did not mention <Tarnow>",
        "I forgot <Tarnow>, which marks homework",
        "Add <Tarnow> please.",
        "Kindly add: <Tarnow> (transcribes)",
        "Put <Tarnow> down as number two",
        "<Tarnow> is missing altogether.",
        "<Tarnow>, which I named at the start, seems to have vanished.",
        "<Tarnow> is a second tool.",
        "The others are <Tarnow> and Perch.",
        "another tool is called <Tarnow>",
        "and <Tarnow>, I said that already",
        "We use <Tarnow> too.",
        "And where is <Tarnow>?",
    ],
)
def test_a_form_says_that_what_is_named_is_one_more_tool(said: str) -> None:
    assert is_opened(said)


@pytest.mark.parametrize(
    "said",
    [
        "Add <Maria> as the responsible person",
        "Add <Tarnow> as supplier",
        "Add <Farmers> to the people affected",
        "Put <Kenya> for the country",
        "Why is <Tarnow> missing",
        "if <Tarnow> is missing we stop",
        "We use <Tarnow> for rotas",
        "Is <Tarnow> a tool too?",
        "We dropped <Tarnow> last year",
        "in daily use since last <Eid>",
    ],
)
def test_other_words_about_a_name_bring_nothing_in(said: str) -> None:
    assert not is_opened(said)


def test_what_is_missing_by_an_everyday_word_may_be_anything() -> None:
    assert not opens("Key is lost.", 0, 3, common=True)


def test_a_thing_without_a_name_is_one_by_what_is_said_of_it_and_may_be_one_where_it_was_only_missed() -> None:
    said = "Milk robots are a second tool."
    assert list(opens_thing(said)) == [((0, len("Milk robots")), True)]
    said = "You missed the milk robots."
    assert [(said[a:b], sure) for (a, b), sure in opens_thing(said)] == [("milk robots", False)]
    assert not list(opens_thing("You missed my question about the farm.")) and not list(
        opens_thing("Ours is another one")
    )


def test_facts_bring_in_where_the_name_of_a_tool_among_them_is_opened() -> None:
    name = Fact("application-2.name", "known", "Tarnow", "Tarnow", 4, 10)
    assert brings_in([name], "Add Tarnow")
    assert not brings_in([name], "But Tarnow") and not brings_in([], "Add Tarnow")
