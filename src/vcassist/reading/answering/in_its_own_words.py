"""What an answer says beside its own matter: of a rule, how it is kept; of a thing, what stands in it. Pure."""

from __future__ import annotations

import re
from dataclasses import replace

from vcassist.interview.ports import Proposal
from vcassist.reading.text import Span, stripped

_I = re.I
# --- a rule, and how it is kept --------------------------------------------------------------------------------------------

_IN_PRACTICE = re.compile(
    r"(?:^|[.;:!?,–—-]\s{1,3}|\b(?:but|and|only) )(?:(?:but|and|the) )?(?:in (?:practice|reality|real life|truth|fact)\b|(?:reality|practice|real life|the truth)\s?(?::|is\b|,|–|—|-))(?P<what>.*)",
    _I | re.S,
)
# What is done as the rule has it.
_AS_IT_SAYS = re.compile(
    r"\b(?:too|same|exactly|indeed|always|every|each|all of (?:it|them)|as (?:well|it says|written)|automatic\w*|by itself|works?|yes|followed|kept|strict\w*)\b",
    _I,
)


def done_otherwise(text: str, rule: int = 0) -> bool:
    """Whether what is done is held up to a rule that is told from ``rule`` on: "Rule: a month. Reality: someone forgets"."""
    practice = _IN_PRACTICE.search(text, rule)
    return (
        practice is not None and practice.start() > rule and not _AS_IT_SAYS.search(practice["what"].partition(".")[0])
    )


# --- a thing, and what stands in it ----------------------------------------------------------------------------------------

_IN_IT = r"(?:so (?:many|much)|how (?:many|much|often|long)|(?:so )?(?:who|what|which|where|when)\b)"
_WHAT_STANDS_IN_IT = re.compile(
    rf"\s?(?:[:–—-]|,)\s{{1,3}}(?:that is,? |i\.e\.,? |meaning |so )?(?={_IN_IT})(?P<rest>.*)$", _I | re.S
)
_BEGINS_IN_IT = re.compile(rf"(?:that is,? |so )?{_IN_IT}", _I)
_THING_BEFORE = re.compile(r"(?:\b(?:the|our|my|their|an?)\s)(?P<thing>[^.;:!?,]{3,60}?)\s?[:–—]\s*$", _I)
_GOES_IN = re.compile(r"\s(?:goes?|is (?:put|fed|typed)|are (?:put|fed|typed)) in(?:to it| there)?$", _I)


def itself(p: Proposal, text: str) -> Proposal:
    """What goes in is the thing, and not what stands in it: "the shift plan: who comes when" is a shift plan."""
    if p.ref != "data.description" or p.status != "known" or p.start is None or p.end is None:
        return p
    span = Span(p.start, p.end, text[p.start : p.end])
    if _BEGINS_IN_IT.match(span.text) and (thing := _THING_BEFORE.search(text[: span.start])):
        span = Span(*thing.span("thing"), thing["thing"])
    elif inside := _WHAT_STANDS_IN_IT.search(span.text):
        span = Span(span.start, span.start + inside.start(), "")
    else:
        return p
    if goes := _GOES_IN.search(text[span.start : span.end]):
        span = Span(span.start, span.start + goes.start(), "")
    kept = stripped(text, span.start, span.end)
    return replace(p, value=kept.text, quote=kept.text, start=kept.start, end=kept.end) if kept else p
