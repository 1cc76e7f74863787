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
    sets = [f for f in facts if f.field.type == "set" and f.status == "known" and f.field.kind == "data"]
    if not places or not sets:
        return facts
    rest = blanked(said, places)
    kept: dict[str, Fact | None] = {}
    for fact in sets:
        again = reader.read(rest, fact.ref, chain).proposals if rest.strip() else ()
        still = next((p for p in again if p.ref == fact.ref and p.status == "known"), None)
        values = [v for v in fact.values if still is not None and v in tuple(still.value or ())]
        kept[fact.ref] = replace(fact, value=checked_value(fact.ref, values)) if values else None
    return tuple(f for f in (kept.get(one.ref, one) if one in sets else one for one in facts) if f is not None)
