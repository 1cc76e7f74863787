"""What a set holds of which the next words say that it is not in there: "some have trouble to speak, but this is not in the program". Pure but
for its reader.
"""

from __future__ import annotations

import re
from dataclasses import replace

from vcassist.chain.facts import Chain, Fact, checked_value
from vcassist.interview.ports import Reader
from vcassist.interview.reading import blanked
from vcassist.interview.sentences import SENTENCE

# Said of the words just before it in the same sentence.
_NOT_IN_THERE = re.compile(
    r"[,;–—-]\s*(?:but|though|only|and|well)?\s*(?:this|that|it|those|these|they)(?:['’]?s| is| are| was| were| do(?:es)?|['’]re)?(?: not|n['’]?t| never)(?: \w+)? "
    r"(?:in (?:it|there|here|that|(?:the|our) (?:program\w*|tool|app|system|data|software|list|machine|computer|files?))\b|(?:go(?:es)?|put|typed|entered) in(?:to)? (?:it|there|that|the \w+)\b|"
    # "It is not stored abroad" is in there all the same.
    r"(?:kept|stored|recorded|entered|collected|noted)(?: at all| anywhere| there| in it)?(?=\s*(?:$|[.,;!?])))",
    re.I,
)


def without_the_left_out(facts: tuple[Fact, ...], said: str, reader: Reader, chain: Chain) -> tuple[Fact, ...]:
    """The facts without those members of a set that are read only in a sentence which ends by saying that it is not in there."""
    places = [m.span() for m in SENTENCE.finditer(said) if _NOT_IN_THERE.search(m[0])]
    if not places:
        return facts
    rest = blanked(said, places)
    left = (_told_in(rest, f, reader, chain) if _may_be_left_out(f) else f for f in facts)
    return tuple(f for f in left if f is not None)


def _may_be_left_out(fact: Fact) -> bool:
    return fact.field.type == "set" and fact.status == "known" and fact.field.kind == "data"


def _told_in(rest: str, fact: Fact, reader: Reader, chain: Chain) -> Fact | None:
    """The fact with those of its members that the rest of the message tells by itself; None where it tells none."""
    again = reader.read(rest, fact.ref, chain).proposals if rest.strip() else ()
    still = next((p.value or () for p in again if p.ref == fact.ref and p.status == "known"), ())
    values = [v for v in fact.values if v in still]
    return replace(fact, value=checked_value(fact.ref, values)) if values else None
