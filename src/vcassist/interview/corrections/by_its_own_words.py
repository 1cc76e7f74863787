"""What is said of a matter by its name in one's own words: "Sector: charity", "can you make the country Kenya". Pure but for its reader.

The name tells whose answer the words are, whatever question is open; they are read as an answer to that question alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from vcassist.chain.fields import FIELDS
from vcassist.interview.corrections.repair import SURE, read_as
from vcassist.interview.field_keys import NAMED_IN_TALK
from vcassist.interview.ports import Reader
from vcassist.interview.removals.order_forms import LONGEST
from vcassist.interview.removals.removing import Wish
from vcassist.interview.session import Session

_I = re.I
# Words of a message that may put something right so; a longer one is a story or a form.
LONGEST_TOLD = 60
_THE = r"(?:(?:the|our|my|your|its) )?"
_STARTS = r"(?:^|[.!?;\n]\s{0,3})\W{0,3}(?:(?:and|so|but|no|oh|well|sorry|please|pls|just|also|then|now|again)\b[\s,]{1,3}){0,3}"
_ORDER = r"(?:(?:can|could|would|will) you (?:please |just |now )?|you (?:can|should|must) |i(?:['’]d| would) like you to |please |pls |just )?(?:make|change|set|put|turn|correct|switch)"
_INSTEAD = r"(?:,? (?:rather than|instead of|and not|not) (?P<old>[^.!?;\n]{1,60}))?"
_SAYS = r"(?P<says>[^.!?;:\n]{2,80}?)"
_VALUE_LAST = re.compile(r"\b(?:yes|no|partly|not known|unknown)\W*$", _I)
_FORMS = (
    # "Sector: charity", "the country = Kenya".
    "{starts}{the}(?P<topic>{name})\\s?[:=]\\s?{says}(?:[.!?;\\n]|$)",
    # "Can you make the sector charity rather than something else", "change the country to Kenya".
    "{starts}{order} {the}(?P<topic>{name}) (?:back )?(?:(?:in)?to |as |: ?|= ?)?{says}{instead}(?: would you| will you| please| for me)*(?:[.!?;\\n]|$)",
)


def said_in_own_words(tells: str, session: Session, reader: Reader, number: int) -> Wish | None:
    """What a message puts in the place of answers that it names; None where nothing that it says of them is another value."""
    if len(tells) > LONGEST or len(tells.split()) > LONGEST_TOLD or not session.chain.facts:
        return None
    found = {}
    spans = []
    for ref, place in _named(tells, session):
        old = session.chain.facts[ref]
        start, end = place.span("says")
        new = read_as(tells[start:end], start, ref, reader, session, fair=SURE)
        if old.field.type == "text" and _VALUE_LAST.search(tells[start:end]):
            # "Data: personal yes" tells of another matter.
            continue
        if new is not None and new.status == "known" and not new.says_the_same(old):
            found[ref] = replace(new, turn=number)
            spans.append(place.span())
    return Wish((), "", tuple(spans), instead=tuple(found.values())) if found else None


def _named(tells: str, session: Session) -> Iterator[tuple[str, re.Match[str]]]:
    """(reference, place) of each noted answer that is named as a matter, but the one that is asked for; of two parts with one name none."""
    for key, names in NAMED_IN_TALK.items():
        noted = [ref for ref, fact in session.chain.facts.items() if fact.field is FIELDS[key]]
        if len(noted) != 1 or noted[0] == session.asked or not names.search(tells):
            continue
        for form in _forms(key):
            yield from ((noted[0], place) for place in form.finditer(tells))


@cache
def _forms(key: str) -> tuple[re.Pattern[str], ...]:
    """The forms in which something is said of this matter, by any of its names."""
    parts = {"starts": _STARTS, "the": _THE, "says": _SAYS, "order": _ORDER, "instead": _INSTEAD}
    return tuple(re.compile(form.format(name=NAMED_IN_TALK[key].pattern, **parts), _I) for form in _FORMS)
