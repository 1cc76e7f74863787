"""A second of what the chain holds but once: "own rack plus Azure for overflow", "a second host: Azure". Pure.

One value stands for where it runs and who runs it. What is told as something further never takes its place: it is said which one is kept,
and the other stands in the person's words.
"""

from __future__ import annotations

import re
from dataclasses import replace

from vcassist.interview import phrases
from vcassist.interview.heard import Heard
from vcassist.interview.sentences import PART, around
from vcassist.interview.session import Session
from vcassist.interview.words import Country, line_for

_I = re.I
_KINDS = ("compute", "storage")
_FURTHER = re.compile(
    r"\b(?:plus|overflow|on top|in addition|additional(?:ly)?|as well(?: as)?|besides|alongside|(?:add|note|put|have|use|is|with|there['’]s|it['’]s) (?:also )?an?(?:other)? (?:second|further|extra)|(?:a|the) second (?:\w+ )?(?:entry|host|supplier|provider|cloud|site|place|part|server)|second (?:entry|host|supplier|provider)|another (?:host|entry|supplier|provider|cloud|site|part)|hybrid|burst(?:s|ing)?|spill(?:s|over)?|fail-?over|both|partly .{2,40} partly|half .{2,40} half)\b",
    _I,
)
# These put something in the place of what stands, whatever is beside it.
_NO_MORE = re.compile(
    r"\b(?:no longer|not|instead|any ?more|moved|replaced|switched|only (?!for\b|when\b|overflow)(?=\w+\W*$)|rather than)\b|n['’]t\b",
    _I,
)


def beside_what_stands(heard: Heard, said: str, session: Session, country: Country) -> Heard:
    """The same without what a further machine or store would put in the place of the noted one, and with a line that says so."""
    if session.awaiting is not None and session.awaiting.manner == "conflict":
        # Which of two counts was asked, and is settled there.
        return heard
    wanted = {old.ref: new for old, new in heard.replaced if _further(new.start or 0, said, old.field.kind)}
    parts = [m for m in PART.finditer(said) if _FURTHER.search(m[0]) and not _NO_MORE.search(m[0])]
    clashes = {
        c.ref
        for c in heard.conflicts
        if c.ref.partition(".")[0].partition("-")[0] in _KINDS and any(_holds(m[0], c.new_quote) for m in parts)
    }
    kept = [ref for ref in (*wanted, *clashes) if session.chain.get(ref) is not None]
    if not kept:
        return heard
    lines = "; ".join(line_for(session.chain.facts[ref], session.chain, country) for ref in dict.fromkeys(kept))
    # Where the further one stands is not where the noted one does.
    gone = {
        *kept,
        *(
            f.ref
            for f in heard.facts
            if f.field.kind in _KINDS and f.field.type == "country" and _further(f.start or 0, said, f.field.kind)
        ),
    }
    return replace(
        heard,
        facts=tuple(f for f in heard.facts if f.ref not in gone),
        replaced=tuple(p for p in heard.replaced if p[0].ref not in gone),
        conflicts=tuple(c for c in heard.conflicts if c.ref not in gone),
        reading=replace(heard.reading, note=phrases.ONE_OF_BOTH.format(lines)),
    )


def _further(at: int, said: str, kind: str) -> bool:
    part = around(PART, said, at)
    return kind in _KINDS and part is not None and bool(_FURTHER.search(part[0])) and not _NO_MORE.search(part[0])


def _holds(part: str, quote: str) -> bool:
    return bool(quote) and quote.strip().casefold() in part.casefold()
