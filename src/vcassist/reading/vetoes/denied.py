"""Leaves out of a set what is named only to be denied or wondered at: "students? no. Just us", "patients, not children", "which farmers?".

No list of what can be denied: the denied stretches are blanked, and what is left is read again.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from vcassist.chain.fields import ALONE, FIELDS, Field
from vcassist.interview.ports import Proposal
from vcassist.reading.seen import Seen
from vcassist.reading.text import Span, has_words

_I = re.I
# How sure the rest must be where the whole message named nothing.
NEWLY_HEARD = 0.8
# And where what it was read as rests on the denied words alone.
HEARD = 0.5
_END = r"(?=\s*(?:[,.;:!?\n–—)]|\s-\s|$))"
_BEGIN = r"(?:^|(?<=[,.;:!?\n–—(])|(?<=\s-\s))\s*"
_PART = r"[^,.;:!?\n–—()]"
_NAY = r"(?:no+|nope|nah|never|none|not (?:really|us|them|at all|those|these))"
_DENIED = (
    # "Students? No." with what is said to it in the same breath.
    re.compile(rf"{_BEGIN}{_PART}{{2,60}}\?+\s*{_NAY}\b[^.;!?\n]*[.;!?]*", _I),
    # "staff no, villagers no", "customers NO"; not "yes and no".
    re.compile(
        rf"{_BEGIN}(?!yes|well|oh|ok|so|and no\b)(?:(?!told|said|say|says|is|was|but|and)[\w'’-]+\s){{1,3}}(?:no|never){_END}",
        _I,
    ),
    # "not the children", "and not for staff"; not "not only", "not sure", "not yet".
    re.compile(
        rf"(?:{_BEGIN}|\s)(?:and |but )?not (?!only|just|sure|certain|yet|all|every|always|that i|so|really sure|known|allowed|to say|telling){_PART}+?(?=\s(?:but|only|just)\b|{_END[3:-1]})",
        _I,
    ),
    # "please remove children"
    re.compile(
        rf"{_BEGIN}(?:and |but |so )?(?:please |pls )?(?:remove|delete|take out|take off|drop|scratch|strike|leave out){_PART}{{2,40}}",
        _I,
    ),
    # "no volunteers", "no fingerprints" as a part of a list; not "no one but", "no idea", "no problem".
    re.compile(
        rf"{_BEGIN}(?:and |or |also )?(?:no|without|neither|nor) (?!one\b|idea|clue|problem|doubt|matter|longer|more than|less than|need|wonder){_PART}+?(?=\s(?:but|only|just|except)\b|{_END[3:-1]})",
        _I,
    ),
    # "members aren't staff", "we are no hospital", "we do not build anything"; not "not only".
    re.compile(
        rf"{_BEGIN}(?:and |but |also |i (?:said|meant) )?(?:[\w'’]+\s){{0,6}}?(?:[\w]+n['’]t|(?:[\w’']+['’](?:re|m|s)|is|are|am|was|were|do|does|did|have|has|had|can|will)\s(?:not|no)|(?:[\w]+\s)?never)\s(?!only|just|sure|know|one\b|idea|clue|yet){_PART}+?(?=\s(?:but|only|just|except)\b|{_END[3:-1]})",
        _I,
    ),
    # "Of the other things of your list, health, religion, there is not any", "health, religion, none of that".
    re.compile(
        rf"(?:^|(?<=[.;!?\n]))[^.;!?\n]{{2,90}}?[,:–—-]\s*(?:there (?:is|are)(?: not|n['’]t) any|(?:we have |there (?:is|are) )?(?:none|nothing|not any) of (?:that|it|those|these|them|the (?:kind|sort|others?)))(?: in (?:it|there))?{_END}",
        _I,
    ),
    # "children?? which children": asked back, not told.
    re.compile(rf"{_BEGIN}{_PART}{{2,40}}\?{{2,}}", _I),
    re.compile(rf"{_BEGIN}(?:which|what) (?!is\b|are\b|the\b|we\b|they\b|it\b|comes?\b){_PART}{{2,30}}(?:\?|$)", _I),
)


def denied(text: str) -> list[Span]:
    """The stretches of a text that only deny or question what they name, in order; they may meet and overlap."""
    return sorted(_denied(text), key=lambda span: span.start)


def _denied(text: str) -> Iterator[Span]:
    for pattern in _DENIED:
        for found in pattern.finditer(text):
            yield Span(found.start(), found.end(), found.group())


def blanked(text: str, spans: list[Span]) -> str:
    """The text with these stretches turned into spaces, so that every offset holds."""
    for span in spans:
        text = text[: span.start] + re.sub(r"\S", " ", text[span.start : span.end]) + text[span.end :]
    return text


def without_denied(
    seen: Seen, best: dict[str, Proposal], asked: Field | None, answer: Callable[[Span, Field], list[Proposal]]
) -> dict[str, Proposal]:
    """The proposals with the sets of what is really named. ``answer`` reads a text as the answer to a field."""
    sets = [slot for slot, p in best.items() if p.status == "known" and FIELDS[p.ref].type == "set"]
    if asked is not None and asked.type == "set" and asked.key not in best:
        sets.append(asked.key)
    spans = denied(seen.text) if sets else []
    if not spans:
        return best
    rest = blanked(seen.text, spans)
    kept = dict(best)
    for slot in sets:
        whole = best.get(slot)
        again = _again(rest, slot, answer) if slot == (asked.key if asked else None) else None
        if again is not None and set(again.members) & set(ALONE):
            again = None
        if whole is not None and set(whole.members) & set(ALONE):
            # "Photos with the background gone. No prose comes out of it": something is named beside what is denied.
            only_denies = any(s.start <= (whole.start or 0) and (whole.end or 0) <= s.end for s in spans)
            if again is not None and again.confidence >= (HEARD if only_denies else NEWLY_HEARD):
                kept[slot] = again
            continue
        if whole is None:
            if again is not None and again.confidence >= NEWLY_HEARD:
                kept[slot] = again
        elif again is not None:
            kept[slot] = _joined(whole, again, spans)
        elif any(s.start <= (whole.start or 0) and (whole.end or 0) <= s.end for s in spans):
            del kept[slot]
    return kept


def _again(rest: str, slot: str, answer: Callable[[Span, Field], list[Proposal]]) -> Proposal | None:
    if not has_words(rest):
        return None
    found = answer(Span(0, len(rest), rest), FIELDS[slot])
    return next((p for p in found if p.ref == slot and p.status == "known"), None)


def _joined(whole: Proposal, again: Proposal, spans: list[Span]) -> Proposal:
    """Of what the whole message names that which the rest still names; where they share nothing, whose words are not denied."""
    both = tuple(v for v in whole.members if v in again.members)
    if both:
        return replace(again, value=both, confidence=max(whole.confidence, again.confidence))
    touched = any(whole.touches(s.start, s.end) for s in spans)
    return replace(again, confidence=max(whole.confidence, again.confidence)) if touched else whole
