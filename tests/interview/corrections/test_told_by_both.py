"""A contradiction stays one where both its sentences tell it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from talks import WordReader, ask, talk
from worlds import Talk

from vcassist.chain.facts import Chain, Fact
from vcassist.interview.corrections.told_by_both import told_by_both
from vcassist.interview.heard import Heard
from vcassist.interview.ports import Proposal, Reading
from vcassist.interview.session import Contradiction, Turn

HOSTING, STAGE, CHECKED = "compute.hosting", "application.lifecycle", "labelling.quality_checked"


class Says(WordReader):
    """Hears a cloud where one is spoken of, in words that are asked for the hosting."""

    def read(self, message: str, asked: str | None, chain: Chain) -> Reading:
        found = (Proposal(HOSTING, "known", "cloud", "cloud", 0.9),) if asked == HOSTING and "cloud" in message else ()
        return Reading(found, "answer")


def noted(ref: str, value: str, said: str, quote: str) -> Talk:
    """A talk in which a choice was noted from a sentence."""
    t = ask(talk(), "governance.policy")
    at = said.index(quote)
    number = t.session.next_number
    turn = Turn(number, said=said, reply="…", facts=(Fact(ref, "known", value, quote, at, at + len(quote), number),))
    t.session = replace(t.session, turns=(*t.session.turns, turn))
    t.tools = replace(t.tools, again=Says())
    return t


def heard(t: Talk, said: str, conflict: Contradiction, *facts: Fact) -> Heard:
    before = Heard(reading=Reading((), "answer"), facts=facts, conflicts=(conflict,))
    return told_by_both(before, said, t.session, t.session.next_number, t.tools)


def test_what_the_old_sentence_told_all_along_is_set_right_and_not_asked_back() -> None:
    t = noted(HOSTING, "device", "It works on any phone. Our side is in the cloud.", "Our side is in the cloud")
    said = "It runs on AWS."
    found = heard(t, said, Contradiction(HOSTING, "device", "cloud", "Our side is in the cloud", said))
    assert not found.conflicts and [new.value for _, new in found.replaced] == ["cloud"]


def test_where_the_old_sentence_tells_the_old_it_is_asked_back() -> None:
    t = noted(HOSTING, "device", "It runs on the phones of our staff.", "It runs on the phones of our staff")
    conflict = Contradiction(HOSTING, "device", "cloud", "It runs on the phones of our staff", "It runs on AWS.")
    assert heard(t, "It runs on AWS.", conflict).conflicts == (conflict,)


def test_words_from_which_another_matter_was_noted_contradict_nothing() -> None:
    t = noted(CHECKED, "partly", "Partly: five in a hundred.", "Partly: five in a hundred")
    said = "every suggestion is checked before it is saved"
    review = Fact("application.human_review", "known", "always", said, 0, len(said))
    assert not heard(t, said, Contradiction(CHECKED, "partly", "yes", "Partly", said), review).conflicts


@pytest.mark.parametrize(
    ("said", "stays"),
    [("It finishes in December next year.", False), ("We have not yet begun, we start in May.", True)],
)
def test_how_far_it_is_changes_only_where_that_is_said(said: str, stays: bool) -> None:
    t = noted(STAGE, "in_use", "He uses it every day.", "uses it every day")
    conflict = Contradiction(STAGE, "in_use", "planned", "uses it every day", said)
    assert bool(heard(t, said, conflict).conflicts) is stays


def test_who_made_the_model_changes_only_where_it_is_spoken_of() -> None:
    t = noted("model.supplier", "self", "We made the model.", "We made the model")
    said = "The paper is from the National Library."
    conflict = Contradiction("model.supplier", "self", "National Library", "We made the model", "the National Library")
    assert not heard(t, said, conflict).conflicts
