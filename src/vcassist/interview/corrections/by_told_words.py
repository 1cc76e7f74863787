"""What is set right by a word that it was told with: "the list I was bragging about does not exist" is of the note that was told as "we keep a list".
Pure but for its ports.

What a message does to notes was learnt from notes as they are said back, in our words. People go back to what they said in theirs: the book, the
list, Ann. Where a message says nothing else, has a word that only one note was told with, and surely answers its question otherwise, both are shown.
"""

from __future__ import annotations

from collections.abc import Mapping

from vcassist.chain.facts import Fact, field_of
from vcassist.interview.chances import LONGEST, another_choice, chance_of
from vcassist.interview.meant import own_stems, stems
from vcassist.interview.session import Session
from vcassist.interview.tools import Tools

# How sure the encoder for answers must be of another choice.
SURELY = 0.7
# What was noted of such a message as the answer to the open question stands from this chance on.
ANSWERS = 0.5
# Of a message of fewer words nothing is told.
LEAST = 5
_ONE_CHOICE = ("yesno", "enum")


def told_with_its_words(said: str, session: Session, tools: Tools) -> tuple[Fact, str] | None:
    """The one note that was told with a word of a message which no other was told with, and the other choice that the message has of it."""
    if not LEAST <= len(said.split()) <= LONGEST:
        return None
    chain = session.chain
    told = [f for f in chain.facts.values() if f.status == "known" and f.source == "said"]
    words = {f.ref: stems(_words_of(f, session)) for f in told}
    said_now = stems(said)
    if session.asked:
        # What was asked about is no word of what was told before.
        said_now -= own_stems(field_of(session.asked))
    found = []
    for fact in told:
        if fact.field.type not in _ONE_CHOICE or fact.ref == session.asked or fact.ref in session.put:
            continue
        elsewhere = set().union(*(its for ref, its in words.items() if not _of_the_same(ref, fact, chain.facts)))
        shared = (words[fact.ref] & said_now) - elsewhere
        value = another_choice(dict(tools.answers(said, fact.field.key)), fact.values, SURELY) if shared else ""
        if value:
            found.append((fact, value))
    return found[0] if len(found) == 1 else None


def _words_of(fact: Fact, session: Session) -> str:
    """The words that a note was told with: all of the message where it told nothing else."""
    alone = sum(f.turn == fact.turn for f in session.chain.facts.values()) == 1
    said = session.said_in(fact.turn) if alone else ""
    return said if 0 < len(said.split()) <= LONGEST else fact.quote


def hardly_answers(answer: Fact, said: str, tools: Tools) -> bool:
    """Whether what was noted as the answer is hardly what the message says to the question."""
    chances = dict(tools.answers(said, answer.field.key))
    return bool(chances) and chance_of(chances, answer.value) < ANSWERS


def _of_the_same(ref: str, fact: Fact, facts: Mapping[str, Fact]) -> bool:
    """Whether a note was told with the very words of another, which then are no less its own."""
    return ref == fact.ref or facts[ref].quote == fact.quote
