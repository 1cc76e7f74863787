"""Two tools that are said to be one: one goes, what only it knew is told of the other, and nothing happens on a doubt."""

from __future__ import annotations

import pytest
from talks import WordReader, ask
from worlds import Talk, chain

from vcassist.interview.parts.merging import Merge, merge_in

TWO = {"application.name": "Kora", "application-2.name": "Nyota"}


@pytest.mark.parametrize(
    ("said", "gone"),
    [
        ("Kora and Nyota are the same thing.", "application-2"),
        ("No! Kora and Nyota are one tool", "application-2"),
        ("Merge Kora and Nyota please.", "application-2"),
        ("Nyota is just another name for Kora", "application-2"),
        ("Kora is the old name of Nyota", "application"),
        ("please change, the name is Nyota not Kora", "application"),
        ("its one product Kora not Nyota theres no third thing", "application-2"),
        ("it is not Nyota, it is Kora", "application-2"),
    ],
)
def test_a_clear_word_makes_one_of_two(said: str, gone: str) -> None:
    merge = merge_in(said, chain(TWO))
    assert merge is not None and merge.gone == gone


@pytest.mark.parametrize(
    "said",
    [
        "Kora and Nyota are not the same thing.",
        "Are Kora and Nyota the same thing?",
        "Kora and Nyota run on the same server.",
        "Kora and Nyota are the same age",
        "Both are the same",
        "I don't know whether Kora and Nyota are one tool",
    ],
)
def test_a_denial_a_question_or_what_they_share_makes_nothing_one(said: str) -> None:
    assert merge_in(said, chain(TWO)) is None


def test_what_only_the_one_that_goes_knew_is_told_of_the_one_that_stays() -> None:
    t = Talk(WordReader())
    t.know(**TWO, **{"application.human_review": "never", "application-2.human_review": "always"})
    t.know(**{"application-2.appeal": "yes"})
    ask(t, "governance.policy")
    reply = t.say("Kora and Nyota are the same thing.").reply
    held = t.session.chain
    assert held.mentioned("application") == ("application",)
    assert (held.value("application.human_review"), held.value("application.appeal")) == ("never", "yes")
    assert "Kora and Nyota are one now" in reply
    t.say("undo")
    assert t.session.chain.mentioned("application") == ("application", "application-2")


def test_a_merge_names_both() -> None:
    assert merge_in("Kora and Nyota are one", chain(TWO)) == Merge("application-2", "application")


@pytest.mark.parametrize(
    "said",
    [
        "The 'draft translation' one and Nyota are the same.",
        "Please merge the nameless one into Nyota.",
        "Nyota and application 3 are one tool",
    ],
)
def test_a_tool_without_a_name_is_called_by_that_or_by_its_work_and_is_the_one_that_goes(said: str) -> None:
    known = {**TWO, "application-3.purpose": "draft translation"}
    assert merge_in(said, chain(known)) == Merge("application-3", "application-2")
