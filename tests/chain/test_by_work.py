"""Of two tools the one is meant whose work is named."""

from __future__ import annotations

import pytest

from vcassist.chain.by_work import by_their_work, called_by_work
from vcassist.chain.facts import Fact, fold

PURPOSES = {"application": "little texts for the posters", "application-2": "reading old letters"}


@pytest.mark.parametrize(
    ("text", "tools"),
    [
        ("for the letters yes", ["application-2"]),
        ("she checks the posters but the letters nobody checks", ["application", "application-2"]),
        ("letters come every day", []),
        ("the old ones", []),
        ("our volunteers", []),
    ],
)
def test_a_thing_with_an_article_names_the_tool_that_works_on_it(text: str, tools: list[str]) -> None:
    assert list(by_their_work(text, PURPOSES)) == tools


def test_data_that_is_spoken_of_by_a_tools_work_bears_its_name() -> None:
    names = {"application": "ChatGPT", "application-2": "Transkribus"}
    facts = [Fact(f"{c}.name", "known", name) for c, name in names.items()]
    facts += [Fact(f"{c}.purpose", "known", purpose) for c, purpose in PURPOSES.items()]
    facts += [
        Fact("data.personal_data", "known", "no", "For the posters no"),
        Fact("data-2.personal_data", "known", "yes", "for the letters yes"),
    ]
    chain = fold(facts)
    assert [chain.title(c) for c in ("data", "data-2")] == ["Data of ChatGPT", "Data of Transkribus"]


@pytest.mark.parametrize(
    ("text", "tools"),
    [
        ("the poster thing suggests", ["application"]),
        ("for that letter reader nobody checks", ["application-2"]),
        ("our reader decides", ["application-2"]),
        ("the letters are old", []),
        ("the other one", []),
        ("the teacher", []),
    ],
)
def test_a_tool_is_called_by_what_it_does(text: str, tools: list[str]) -> None:
    assert list(called_by_work(text, PURPOSES)) == tools
