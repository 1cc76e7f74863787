"""Tells a guess from what is only like it: words that sound like a field's, in a clause that speaks of something else. Pure."""

from __future__ import annotations

import re

from vcassist.reading.seen import Seen
from vcassist.reading.text import Span, sentences
from vcassist.reading.trained import Guess

_OWN = re.compile(r"\b(?:i|we|us|our|ours|my|me)\b", re.I)
_NO_NETWORK = re.compile(
    r"\b(?:no|without|lost?|bad|weak) (?:\w+ )?(?:network|signal|internet|connection|wi-?fi|coverage|line)\b", re.I
)
# What in the clause of a guess says that it is about something else than the field, though its words are like.
_OF_ANOTHER = {
    # A regulator hears complaints about data; an outcome is contested with whoever decided.
    "application.appeal": re.compile(r"\blodg(?:e|ed|ing)\b.{0,30}\bcomplaint|\bcomplaints?\b.{0,30}\blodged\b", re.I),
    # Without a network a tool may well work on: nothing is told of a day without the tool.
    "application.outage_effect": _NO_NETWORK,
    "compute.outage_effect": _NO_NETWORK,
    # Who builds it is not always who is asked.
    "organisation.ai_role": re.compile(
        r"^\W*(?:the|a|an|our|their|some|that|this) (?:\w+ ){0,2}(?:university|ministry|company|firm|vendor|supplier|contractor|agency|student|bank|donor|foundation|developer|consultant|start-?up|provider)s? (?:\w+s|have|has|did)\b",
        re.I,
    ),
}


def means_another(guess: Guess, seen: Seen, span: Span, asked: bool) -> bool:
    """True where the clause of a guess speaks of something that is only like what the field means."""
    pattern = _OF_ANOTHER.get(guess.key)
    if pattern is None or guess.status != "known":
        return False
    if guess.key.endswith("outage_effect"):
        # "No network? It does not care": the topic may be a sentence of its own.
        parts = sentences(seen.text)
        at = next((n for n, s in enumerate(parts) if s.end > span.start), 0)
        told = seen.text[parts[max(0, at - 1)].start : span.end] if parts else ""
        return not asked and guess.values[0][0] == "none" and bool(pattern.search(told))
    told = seen.text[min(c.start for c, _ in seen.clauses if c.end > span.start) : span.end]
    return bool(pattern.search(told)) and not (
        guess.key == "organisation.ai_role" and _OWN.search(told.partition(" ")[2])
    )
