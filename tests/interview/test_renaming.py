"""A tool gets another name only where a message puts one in the place of the old; what is told beside its name renames nothing."""

from __future__ import annotations

import pytest
from talks import answered, ask
from worlds import Talk

from vcassist.chain.facts import Chain
from vcassist.interview.corrections.repair import reread
from vcassist.interview.ports import Proposal, Reading

NAME = "application.name"


def named(said: str, reads: str | None) -> Talk:
    """A talk about the tool Aoife, in which ``said`` is read as a name wherever that is asked for."""
    t = answered("organisation.country", "Ghana", **{NAME: "Aoife"})
    if reads:
        t.tools.reader.stories[said] = {NAME: (reads, reads)}  # type: ignore[attr-defined]
    ask(t, "governance.policy").say(said)
    return t


class LastWord:
    """Takes the last word of whatever it is given for the name of the tool, as a reader that is asked for one may."""

    def read(self, message: str, asked: str | None, chain: Chain) -> Reading:
        word = message.strip().split()[-1]
        start = message.rindex(word)
        return Reading((Proposal(NAME, "known", word, word, 0.9, start, start + len(word)),), "correction")


@pytest.mark.parametrize(
    "said",
    [
        "I was wrong, I'll switch Aoife off",
        "Fallback for Aoife: our receptionist",
        "no wait, Aoife answers the calls too",
        "Actually Aoife has a card online",
        "not Aoife, the other",
    ],
)
def test_what_is_told_of_a_tool_is_not_its_name(said: str) -> None:
    t = answered("organisation.country", "Ghana", **{NAME: "Aoife"})
    assert reread(t.session, said, LastWord(), str, only_quoted=True) is None


@pytest.mark.parametrize(
    ("said", "reads", "name"),
    [
        ("Aoife is called Ava now", "Ava now", "Ava"),
        ("It is not Aoife, its name is Ava", "its name is Ava", "Ava"),
        ("sorry, not Aoife: Ava", "Ava", "Ava"),
        ("Aoife has been renamed Ava.", "Ava", "Ava"),
    ],
)
def test_a_new_name_takes_the_place_of_the_old_without_what_stands_around_it(said: str, reads: str, name: str) -> None:
    t = named(said, reads)
    assert t.session.chain.value(NAME) == name
    assert [f.value for f in t.session.chain.history[NAME]] == ["Aoife"]


def test_who_is_called_by_people_is_called_nothing_else() -> None:
    assert named("Aoife is called by the patients", "Patients").session.chain.value(NAME) == "Aoife"


@pytest.mark.parametrize("word", ["If", "When", "we"])
def test_words_that_only_lead_to_something_are_no_name(word: str) -> None:
    t = answered("organisation.country", "Ghana", **{NAME: "Aoife"})
    said = f"No wait, the name is not Aoife, it is {word}"
    assert reread(t.session, said, LastWord(), str, only_quoted=True) is None
    assert reread(t.session, said[: -len(word)] + "Ava", LastWord(), str, only_quoted=True) is not None
