"""Somebody who was taken for a tool: asked, such words say no; noted already, they take it out."""

from __future__ import annotations

import pytest
from talks import ask, talk
from worlds import Talk

from vcassist.interview.parts.no_tool_but_somebody import denies_to_be_a_tool, says_no


@pytest.mark.parametrize(
    "said",
    [
        "Haha no no, Sónia is my receptionist!",
        "God, of course not! She is a volunteer.",
        "Sónia is my sister in law",
        "Oh dear, she laughs at you",
    ],
)
def test_any_no_is_a_no(said: str) -> None:
    assert says_no(said, "Sónia")


@pytest.mark.parametrize(
    "said", ["Yes, it writes the letters", "Sónia drafts the letters for us", "It helps with mails"]
)
def test_what_tells_of_a_tool_says_no_no(said: str) -> None:
    assert not says_no(said, "Sónia")


def two_tools(second: str) -> Talk:
    t = talk()
    t.know(application__name="Kora")
    t.know(**{"application-2.name": second})
    return ask(t, "application-2.decision_role")


@pytest.mark.parametrize(
    "said",
    [
        "No! Runa is a woman, a person, not a program. Take her out please.",
        "She is a human being.",
        "haha no no, Runa is me!",
        "Runa is my name, the other one is the tool",
        "Runa is not a tool, he is the nephew of our director",
    ],
)
def test_somebody_goes_from_the_tools(said: str) -> None:
    t = two_tools("Runa")
    t.say(said)
    assert t.session.chain.mentioned("application") == ("application",) or list(
        t.session.chain.mentioned("application")
    ) == ["application"]


@pytest.mark.parametrize(
    "said",
    [
        "Otter is a friend of every clerk",
        "Otter is our secretary, it writes all the minutes",
        "Otter is not a person, it is a program",
        "Is Otter a person?",
    ],
)
def test_a_tool_in_jest_stays(said: str) -> None:
    t = two_tools("Otter")
    t.say(said)
    assert len(list(t.session.chain.mentioned("application"))) == 2


@pytest.mark.parametrize(
    "said",
    ["Zebo is a place, a district.", "Zebo is a town in the north", "no, it is our village", "Zebo is a patient."],
)
def test_a_place_is_no_tool(said: str) -> None:
    assert says_no(said, "Zebo")


@pytest.mark.parametrize("said", ["Zebo is our hospital app", "Zebo is the language tool"])
def test_a_tool_of_a_place_may_be_one(said: str) -> None:
    assert not says_no(said, "Zebo")


def test_who_only_believes_that_it_is_somebody_takes_no_tool_away() -> None:
    t = two_tools("Tarnow")
    t.say("Marta thinks Tarnow is a guy, bless her")
    assert "Tarnow" in {f.value for f in t.session.chain.facts.values()}


@pytest.mark.parametrize(
    "said",
    [
        "Tarnow is not a tool, it is the company behind Kora.",
        "no, the company is Tarnow, the app is Kora",
        "Tarnow is our supplier, not an app, they made Kora.",
        "Tarnow is not other tool. It is name of company who make Kora. One tool only.",
        "Tarnow is company!",
    ],
)
def test_a_house_that_was_taken_for_a_tool_supplies_the_other(said: str) -> None:
    t = two_tools("Tarnow")
    t.say(said)
    chain = t.session.chain
    assert list(chain.mentioned("application")) == ["application"]
    assert chain.value("application.supplier") == "Tarnow"


@pytest.mark.parametrize(
    "said", ["Orbis is not a tool", "no no, Orbis BV isn't an app", "Orbis is the company behind it"]
)
def test_a_house_is_no_tool_by_its_name_or_the_first_word_of_it(said: str) -> None:
    assert denies_to_be_a_tool("Orbis BV", said)


@pytest.mark.parametrize("said", ["Orbis is not right", "Kora is not a tool", "Orbis is not the supplier"])
def test_what_says_something_else_of_a_house_does_not(said: str) -> None:
    assert not denies_to_be_a_tool("Orbis BV", said)
