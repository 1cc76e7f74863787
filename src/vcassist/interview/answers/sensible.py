"""What a message cannot say: a name in a bare yes, an answer in a sigh, a curse or a word to the assistant. Pure."""

from __future__ import annotations

import re

from vcassist.chain.facts import Chain, Fact
from vcassist.interview import meant
from vcassist.interview.answers.late_answers import called_right
from vcassist.interview.answers.offered import NO, YES, chosen
from vcassist.interview.corrections.in_part import WHOLE
from vcassist.interview.ports import Reading
from vcassist.interview.reading import blanked
from vcassist.interview.remarks.addressed import untold
from vcassist.interview.remarks.feelings import felt_in
from vcassist.interview.remarks.moves import Move, hedge_of, move_of, says_nothing
from vcassist.interview.remarks.of_no_answer import of_no_answer
from vcassist.interview.sentences import PART, around
from vcassist.interview.session import Awaiting

# What is said to the assistant, with a capital where it begins a sentence.
_ORDER = re.compile(r"(?:fix|correct|change|undo|skip|stop|please|thanks|sorry)(?: it| that| this)?\W*", re.I)

# Words that begin an order, a clause or a complaint ("You lost the guests"); a name that holds one in lower case, or nothing else, is none.
NO_NAME = re.compile(
    r"(?:off|out|away|from|without|with|about|for|to|into|onto)\s|(?:drop|take|put|remove|delete|strike|scrap|add|leave|keep|forget|change|swap)(?:\s+(?:it|that|this|them|out|off|away|please|then|now))*\W*$|(?:did|have|do|does|had)(?:n['’]?t)? (?:i|we|you|they)\b|(?:you|we|i|they)\s(?-i:[a-z][\w’']*)\s(?:the|an?|my|our|your|it|that|this|him|her|us|them|me)\b|(?:we|i|you|they|he|she|it|this|that)(?:\s(?:are|is|am|was|were|decide|choose|said|do|have))?\W*$",
    re.I,
)


def telling(said: str) -> str:
    """The message with what speaks to the assistant turned into spaces, so that every offset holds."""
    return blanked(said, _to_us(said))


def _to_us(said: str) -> list[tuple[int, int]]:
    """Where a message speaks to the assistant, or of what was noted."""
    return [*untold(said), *called_right(said)]


def sensible(
    facts: tuple[Fact, ...], said: str, awaiting: Awaiting | None, move: Move | None, reading: Reading, chain: Chain
) -> tuple[Fact, ...]:
    """Without what no such message can say: a name or a choice from a bare yes, an answer from a curse, a sigh or an aside."""
    spans, beside = _to_us(said), of_no_answer(said, awaiting, chain)
    facts = tuple(f for f in facts if not _begins_in(f, spans) and not tells_nothing(f))
    facts = tuple(f for f in facts if awaiting is None or f.ref != awaiting.ref or not _begins_in(f, beside))
    if says_nothing(said):
        return tuple(
            f for f in facts
            if f.status != "known" or f.field.type == "yesno" or f.value in (("none",), ("nobody",)) or chosen(f, said)
            or _how_often(f)
        )  # fmt: skip
    if move == "distress" and awaiting is not None:
        # "It is my fault" is no answer, whatever a reader makes of it; what stands beside it may be.
        felt = felt_in(said)
        facts = tuple(
            f
            for f in facts
            if f.ref != awaiting.ref or not any(a <= (f.start or 0) < b for a, b in felt) or chosen(f, said)
        )
        if felt:
            # What stands beside the feeling was said for itself.
            return facts
    aside = move == "abuse" or (reading.intent == "other" and move is None)
    if (aside or move in ("distress", "danger")) and awaiting is not None:
        plain = YES.match(said) or NO.match(said)
        return tuple(
            f for f in facts
            if f.ref != awaiting.ref or plain or chosen(f, said) or (not aside and _in_its_words(said, f))
            or (move == "abuse" and _beside_the_curse(said, f))
        )  # fmt: skip
    return facts


_CALLED_WRONG = re.compile(
    r"\W*(?:(?:no|but|and|sorry)\W+)*(?:(?:the|your|that|this|my|our) )?(?:[\w'’-]+ ){0,3}(?:is|are|was)(?: \w+)? (?:wrong|not (?:right|true|correct)|incorrect|false)\W*",
    re.I,
)


def tells_nothing(fact: Fact) -> bool:
    """Whether words are but the name of what they would answer ("… in the purpose"), or an order taken for a name ("Fix.")."""
    in_words = fact.field.type == "yesno" or (fact.field.type in ("entity", "text") and fact.status == "known")
    if not in_words and _CALLED_WRONG.fullmatch(fact.quote):
        # "The sector is wrong" names no other, and "the name is not right" keeps none back.
        return True
    if fact.field.type == "text":
        words = meant.words_of(fact.quote) if fact.status == "known" else set()
        return bool(words) and words <= meant.field_words(fact.field)
    return fact.field.type == "entity" and isinstance(fact.value, str) and _ORDER.fullmatch(fact.value) is not None


def _how_often(fact: Fact) -> bool:
    """Whether a bare no or half of a yes tells how often: "no", "kind of", where always, sometimes and never were asked."""
    half = fact.value == WHOLE["always"] and hedge_of(fact.quote) == "partly"
    return half or (fact.value == "never" and NO.match(fact.quote) is not None)


def _begins_in(fact: Fact, spans: list[tuple[int, int]]) -> bool:
    return any(fact.start is not None and start <= fact.start < end for start, end in spans)


def _beside_the_curse(said: str, fact: Fact) -> bool:
    """Whether a fact stands, in words of its field, in a sentence of its own beside the one that scolds."""
    sentence = around(PART, said, fact.start or 0)
    return sentence is not None and move_of(sentence[0]) is None and _in_its_words(sentence[0], fact)


def _in_its_words(said: str, fact: Fact) -> bool:
    """Whether a sigh tells something of what was asked beside: what it names counts, a yes or no with a word of its field."""
    return fact.status == "known" and (fact.field.type != "yesno" or meant.shares_words(said, fact.field))
