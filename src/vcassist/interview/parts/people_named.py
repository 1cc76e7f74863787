"""Somebody whom a talk introduced as a person ("my cousin Bisi", "Anna, our secretary") is never noted as a tool or a model later. Pure."""

from __future__ import annotations

import re
from dataclasses import replace

from vcassist.interview.heard import Heard
from vcassist.interview.parts.no_tool_but_somebody import HUMAN
from vcassist.interview.session import Session

_NAME = r"(?P<name>(?-i:[A-ZÀ-ÖØ-Þ])[\w’'-]+)"
# Trades that nobody says of a tool; "our scheduler", "our partner" may be one, or a house.
_TRADE = r"(?:colleague|co-?worker|boss|friend|neighbou?r|employee|volunteer|intern|trainee|apprentice|secretary|receptionist|nurse|midwife|teacher|doctor|vet|pharmacist|director|manager|accountant|bookkeeper|treasurer|chair(?:man|woman|person)?|priest|pastor|imam|caretaker|porter|clerk|cook|driver)"
_WHOSE = r"(?:my|our|his|her|their|your)"
_INTRODUCED = (
    # "My cousin Bisi", "our night nurse Anna".
    re.compile(rf"\b{_WHOSE} (?:[\w’'-]+ ){{0,2}}?(?:{HUMAN}|{_TRADE})(?: (?:is )?(?:called|named))?,? {_NAME}", re.I),
    # "Anna, our secretary, …", "Bisi is my cousin"; in "it is Kora, my colleague showed me" another sentence begins behind the name.
    re.compile(
        rf"(?<![\w]){_NAME}(?:,| is| was) {_WHOSE} (?:[\w’'-]+ ){{0,2}}?(?:{HUMAN}|{_TRADE})\b(?=\s*(?:[,.;:!?)]|$|(?:who|and|but|too)\b))",
        re.I,
    ),
    # "Diane my cofounder looks at the list": written without a comma, and something is told of her.
    re.compile(rf"(?<![\w]){_NAME} {_WHOSE} (?:{HUMAN}|{_TRADE}|co-?founders?)\b(?= \w+(?:s|ed)\b)", re.I),
)
_NAMED = ("application", "model")


def people_named(*texts: str) -> frozenset[str]:
    """The names, in lower case, that texts give as those of people."""
    return frozenset(m["name"].casefold() for text in texts for form in _INTRODUCED for m in form.finditer(text))


def without_people(heard: Heard, said: str, session: Session) -> Heard:
    """The same without what takes somebody for a tool, a model or their supplier, and without all that is told of such a one."""
    named = (f for f in heard.facts if f.kind in _NAMED and f.status == "known")
    names = [f for f in named if f.field.name in ("name", "supplier")]
    if not names:
        return heard
    people = people_named(said, *(t.said for t in session.live))
    wrong = {f.ref: f for f in names if str(f.value).casefold() in people}
    if not wrong:
        return heard
    new = {f.component for f in wrong.values() if f.field.name == "name"} - set(session.chain.all_components())
    return replace(
        heard,
        facts=tuple(f for f in heard.facts if f.ref not in wrong and f.component not in new),
        replaced=tuple(pair for pair in heard.replaced if pair[1].ref not in wrong),
    )
