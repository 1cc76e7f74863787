"""Questions that no form shows, as people dictate and type them: without a mark, in the middle of a sentence, behind their topic. Pure but for
its port.

"It's Dora's job and who'll be told of this once we're through" answers and asks. Where a clause may ask by its first words, it does ask if
it comes plainly near to what people ask of the talk or of the question on the table; nothing else is taken for a question here.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

from vcassist.chain.facts import field_of
from vcassist.interview.ports import OfTheTalk
from vcassist.interview.questions.asked_of_talk import lead_of_the_talk
from vcassist.interview.questions.asking import LONGEST, LONGEST_TEXT, Parts, answers_by_form, asks_nobody, has_content
from vcassist.interview.questions.on_the_table import asks_its_meaning
from vcassist.interview.reading import blanked
from vcassist.interview.sentences import SENTENCE

# How much nearer to the talk than to the glossary: a sentence with its mark, and a clause without.
MARKED, UNMARKED = 0.0, 0.1
# Fewer words ask nothing by themselves ("is it", "what else").
LEAST = 3
_I = re.I
_AUX = r"(?:is|are|r|am|was|were|do|does|did|have|has|had|can|could|will|would|shall|should|may|might|must)(?:n['’]?t)?"
_SUBJECT = r"(?:i|you|u|we|they|he|she|it|this|that|these|those|there|my|your|our|the|any\w+|some\w+)"
_SHORTENED = r"['’]?(?:s|d|re|ll|ve)?"
_JOINS = r"(?:and|but|so|or|now|then|well|anyway|also|oh|ah|sorry|please|god|though|tell me)"
_CLAUSE = re.compile(
    # "What becomes of it", "why d'you care", "how many have you still got": these ask wherever they stand, but for what is known or said.
    rf"(?<![\w'’-])(?:(?:what|why|how)(?:(?:['’](?:s|d|re|ll)|s)(?= )|(?= (?:{_AUX}|(?:often|soon|well) {_AUX}|\w+s|d['’]you|d['’]ya|if|come|many|much|long|far|like)\b))|"
    # "Who", "where" and "which" also go on from a noun: they ask at the head of a sentence or behind a word that joins.
    rf"(?:^(?:{_JOINS}\W+)*|\b{_JOINS}\W+)(?:(?:who|whom|where|when|to whom|for whom)(?:{_SHORTENED} (?:{_AUX}|else|gets?|sees?|reads?|hears?|needs?|knows?)|['’](?:s|re|ll|d) (?:\w+ing|all|going|to)|['’]ll \w+)\b|which (?:\w+ )?{_AUX}\b)|"
    # "Is it", "could we": a verb before its subject.
    rf"(?:{_AUX} {_SUBJECT})(?= )|"
    # A hope that wants to be borne out: "I hope that isn't forbidden".
    rf"(?:i (?:do |only |just |really )?(?:hope|trust|pray|wonder)|hopefully|let['’]?s hope)(?= ))",
    _I,
)
# What is known, said or seen is told: "I know what happens with it", "that depends on who reads it".
_TOLD = re.compile(
    r"\b(?:know|knows|knew|see|sees|saw|said|says|told|tells?|asks?|asked|decides?|depends? on|of|about|on|from|in|for|with|is|are|was|that['’]?s|it['’]?s|this is|sure|understand|check|checks|explains?|shows?|learn|matters?|care|idea|clue|remember|forg[eo]t|hear[ds]?|like|than|exactly|just)\s+(?:me |us |them |him |her )?$",
    _I,
)


def with_those_meant(parts: Parts, message: str, asked: str | None, about: Callable[[str], OfTheTalk | None]) -> Parts:
    """The parts of a message to ``asked`` with the questions that are known by what they mean."""
    if len(message.split()) > LONGEST or len(message) > LONGEST_TEXT or not parts.tells.strip():
        return parts

    def means(text: str, least: float) -> bool:
        """Whether a text comes near to what is asked of the talk, or asks what a word of the open question means."""
        of_its_words = asked is not None and asks_its_meaning(text.strip(), field_of(asked), about)
        return of_its_words or lead_of_the_talk(text.strip(), about) > least

    found: list[tuple[int, int]] = []
    for sentence in SENTENCE.finditer(parts.tells):
        if asks_nobody(sentence[0]) or not sentence[0].strip():
            continue
        if sentence[0].rstrip().endswith("?") and means(sentence[0], MARKED):
            found.append(sentence.span())
        elif "?" not in sentence[0]:
            found += _clauses(sentence[0], sentence.start(), means)
    if not found:
        return parts
    tells = blanked(parts.tells, found)
    before = [(message.find(parts.asks), parts.asks)] if parts.asks else []
    pieces = [text for _, text in sorted((*before, *((start, message[start:end].strip()) for start, end in found)))]
    # Each is a sentence of its own, also where nobody put a mark.
    ended = (text if text[-1] in ".?!" else f"{text}?" for text in pieces[:-1])
    return replace(
        parts, tells=tells if has_content(tells) else " " * len(message), asks=" ".join((*ended, pieces[-1]))
    )


def _clauses(sentence: str, begin: int, means: Callable[[str, float], bool]) -> list[tuple[int, int]]:
    """Where the clauses of a sentence without a mark ask: each up to the next one that may, or to the end of the sentence."""
    starts = [m.start() for m in _CLAUSE.finditer(sentence) if not _TOLD.search(sentence[: m.start()])]
    return [
        (begin + start, begin + end)
        for start, end in pairwise([*starts, len(sentence)])
        if len(sentence[start:end].split()) >= LEAST
        and not answers_by_form(sentence[start:end])
        and means(sentence[start:end], UNMARKED)
    ]
