"""A value that is said of a tool by the tool's name alone: "Copilot -> always checked", "Copilot is partly. You mixed these up". Pure.

Which matter is meant follows from the value: a choice that only one noted answer of that tool offers. A yes, no or partly is of the matter that the
message speaks of beside. Only in forms that put something right, or where a message says that two tools were taken for each other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vcassist.chain.facts import Chain, Fact, Status, Value
from vcassist.chain.fields import FIELDS
from vcassist.interview.corrections.by_its_name import SPOKEN_OF
from vcassist.interview.corrections.labels import YES_OR_NO, any_label, told_in
from vcassist.interview.meant import stems, telling_stems
from vcassist.interview.parts.naming import named_tools
from vcassist.interview.removals.order_forms import LONGEST
from vcassist.interview.removals.removing import LONGEST_WISH, Wish
from vcassist.interview.sentences import PART, around
from vcassist.interview.session import Session
from vcassist.interview.turns_of_phrase import ARROW

_I = re.I
# A longer piece tells a story of the tool.
LONGEST_PIECE = 5
_MIXED_UP = re.compile(
    r"\b(?:(?:the )?(?:wrong|other) way (?:round|around|about)|mixed (?:up )?(?:these|those|them|the two|both|it|things)?(?: up)?|mix(?:ed)?[- ]up|swapped|switched (?:round|around)|back to front|vice versa|confused (?:them|these|those|both|the two|one))\b",
    _I,
)
_PUTS = rf"\s?(?:{ARROW}|[:=])\s?"
_IS = r"(?:,? (?:it |that |this )?(?:is|was|should be|must be|has|stays)|,)? "
_LITTLE = r"(?:(?:only|just|really|rather|actually|also|now|but|still|a|the|one|one that is|that is) )*"


def said_of_its_tool(tells: str, session: Session, number: int) -> Wish | None:
    """The values that a message puts for answers of tools that it names; None where a value could be of several answers, or of none."""
    tools = named_tools(session.chain)
    if len(tools) < 2 or len(tells) > LONGEST or len(tells.split()) > LONGEST_WISH:
        return None
    mixed = _MIXED_UP.search(tells)
    found, spans = {}, []
    for component, words, start, end in _pieces(tells, tools, bool(mixed)):
        ref, told = _meant(component, words, tells, session.chain)
        if not ref or told is None or ref == session.asked:
            continue
        at = start + tells[start:end].rindex(words)
        found[ref] = Fact(ref, told[0], told[1], words, at, at + len(words), number)
        spans.append((start, end))
    if (
        mixed
        and spans
        and (says := around(PART, tells, mixed.start()))
        and not any(a < says.end() and says.start() < b for a, b in spans)
    ):
        # What says only that the two were taken for each other tells nothing else.
        spans.append(says.span())
    return Wish((), "", tuple(spans), instead=tuple(found.values())) if found else None


def _pieces(tells: str, tools: dict[str, str], mixed: bool) -> Iterator[tuple[str, str, int, int]]:
    """(tool, words, start, end) of each piece that begins with the name of a tool and says a few words of it."""
    names = "|".join(re.escape(t) for t in sorted(tools.values(), key=len, reverse=True))
    link = rf"(?:{_PUTS}|{_IS})" if mixed else _PUTS
    form = rf"(?:(?<=[.!?;:,\n] )|(?<=\band )|(?<=\bbut )|^)(?P<title>{names})(?:['’]s)?{link}{_LITTLE}(?P<words>[^.,;:!?\n]{{2,50}}?)(?=\s*(?:[.,;!?\n]|$|(?:,? (?:and|but|while)) (?:{names})\b))"
    for place in re.finditer(form, tells, _I):
        component = next(c for c, t in tools.items() if t.casefold() == place["title"].casefold())
        if len(place["words"].split()) <= LONGEST_PIECE:
            yield component, place["words"], *place.span()


def _meant(component: str, words: str, tells: str, chain: Chain) -> tuple[str, tuple[Status, Value | None] | None]:
    """(reference, what is told) of the one answer of a tool of which words are a value."""
    noted = [f for f in chain.facts.values() if f.component == component and f.field.type in ("enum", "set")]
    found = []
    for fact in noted:
        label = re.search(rf"(?<!\w)(?:{any_label(fact.field.key)})", words, _I) if fact.field.options else None
        rest = f"{words[: label.start()]} {words[label.end() :]}" if label else ""
        if label and (not rest.strip() or stems(rest) <= telling_stems(fact.field.key)):
            found.append((fact.ref, told_in(fact.field.key, label[0])))
    if not found and re.fullmatch(YES_OR_NO, words, _I):
        kind = component.partition("-")[0]
        keys = [k for k, spoken in SPOKEN_OF.items() if FIELDS[k].kind == kind and spoken.search(tells)]
        refs = [ref for k in keys if (ref := f"{component}.{FIELDS[k].name}") in chain.facts]
        found = [(ref, told_in(keys[0], words)) for ref in refs]
    return found[0] if len(found) == 1 else ("", None)
