"""A supplier that has a new name since somebody bought it: "Vetlab was bought by the Germans, it is called Idexa now". Pure.

The new name is the supplier's. The tool keeps its own, and a people is no company.
"""

from __future__ import annotations

import re

from vcassist.chain.facts import Fact, checked_value
from vcassist.interview.removals.removing import LONGEST_WISH, Wish, named_in
from vcassist.interview.sentences import PART
from vcassist.interview.session import Session

_I = re.I
_SOLD = re.compile(
    r"\b(?:bought|sold|taken over|took (?:it|them) over|acquired|swallowed|merged|renamed|rebranded|changed (?:its|their|the) name|changed hands)\b",
    _I,
)
_NAME = r"(?P<name>(?-i:[A-ZÀ-ÖØ-Þ][\w&.-]*\w(?: [A-ZÀ-ÖØ-Þ][\w&.-]*\w){0,3}))"
_CALLED = re.compile(
    rf"\b(?:(?:it|they|the (?:company|firm|supplier|vendor)|and|who|which|that)(?:['’](?:s|re)| is| are| goes by the name| go)? (?:now |since \w+ |today |nowadays )?(?:called|named|known as|trad(?:es|ing) as|goes by)|(?:the|its|their) (?:new )?name is(?: now)?|(?:is|are|was|were|been|got) (?:now )?(?:renamed|rebranded)(?: to| as| into)?|now (?:called|named)|changed (?:its|their) name to|merged into|calls? (?:itself|themselves)(?: now)?) (?:now )?[\"“'‘]?{_NAME}",
    _I,
)
_TOOL = re.compile(r"\b(?:tool|app|software|program(?:me)?|system|product)\b", _I)


def renamed_supplier(said: str, session: Session, number: int) -> Wish | None:
    """The new name of the one supplier of which a message says that it was bought or renamed; None where it says so of none."""
    if len(said.split()) > LONGEST_WISH or not (called := _CALLED.search(said)):
        return None
    suppliers = [f for f in session.chain.facts.values() if f.field.name == "supplier" and f.status == "known"]
    named = [(f, m) for f in suppliers if (m := _place(str(f.value), said)) and m.start() < called.start()]
    values = {str(f.value) for f, _ in named}
    if len(values) != 1 or called["name"] in values:
        return None
    between = said[named[0][1].end() : called.start("name")]
    if not _SOLD.search(between) or _TOOL.search(between) or "?" in between:
        return None
    if named_in(between, session.chain.mentioned("application"), session.chain):
        # "…, and Kora is called Nova now" names the tool anew.
        return None
    first, last = named[0][1].start(), called.end()
    spans = tuple(m.span() for m in PART.finditer(said) if m.start() < last and first < m.end())
    name, (start, end) = called["name"], called.span("name")
    new = tuple(Fact(f.ref, "known", checked_value(f.ref, name), name, start, end, number) for f, _ in named)
    return Wish((), "", spans, instead=new)


def _place(name: str, text: str) -> re.Match[str] | None:
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text, _I) if name else None
