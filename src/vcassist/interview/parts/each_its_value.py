"""An answer that gives each of several its own value by name: "yes for Whisper, no for Mistral", "Kora: always, Zed: never". Pure.

Read as one answer, a yes and a no make a "partly" of the one that was asked about.
"""

from __future__ import annotations

import re
from dataclasses import replace

from vcassist.chain.facts import Fact, checked_value, field_of
from vcassist.interview.heard import Heard
from vcassist.interview.session import Session

_I = re.I
_YES_NO = {
    "yes": "yes",
    "yeah": "yes",
    "no": "no",
    "not": "no",
    "partly": "partly",
    "in part": "partly",
    "half": "partly",
}
# A shorter first word of a name is too common to stand for it.
LEAST = 4


def with_each_its_value(heard: Heard, said: str, session: Session, number: int) -> Heard:
    """The same, with the answers that a message gives to two or more parts by their names, and no other to that question."""
    asked = session.asked
    if asked is None or "?" in said or heard.replaced or heard.removed:
        return heard
    told = _by_name(said, asked, session, number)
    if len(told) < 2:
        return heard
    key = field_of(asked).key
    # What stands is not set otherwise by an answer that was not asked of it.
    new = tuple(f for f in told if f.ref == asked or session.chain.get(f.ref) is None)
    return replace(heard, facts=(*(f for f in heard.facts if f.field.key != key), *new), vague=False)


def _by_name(said: str, asked: str, session: Session, number: int) -> list[Fact]:
    spec, chain = field_of(asked), session.chain
    values = (
        _YES_NO
        if spec.type == "yesno"
        else {v.lower(): v for v in spec.values if v.isalpha()}
        if spec.type == "enum"
        else {}
    )
    if not values:
        return []
    value = rf"(?P<value>{'|'.join(sorted(map(re.escape, values), key=len, reverse=True))})"
    found = []
    for component in chain.mentioned(spec.kind):
        title = str(chain.value(f"{component}.name") or "")
        if not title:
            continue
        first = title.split()[0]
        name = "|".join(re.escape(w) for w in dict.fromkeys((title, first)) if w == title or len(w) >= LEAST)
        forms = (
            rf"(?<!\w){value},? (?:for|with|in|on|at|by|from) (?:the )?(?:{name})(?!\w)",
            rf"(?<!\w)(?:{name})(?:['’]s)?(?: is| are|,|:| –| -)? {value}(?=\s*(?:[.,;!]|$|\band\b|\bbut\b))",
        )
        place = next((m for form in forms if (m := re.search(form, said, _I))), None)
        if place is not None:
            ref = f"{component}.{spec.name}"
            new = checked_value(ref, values[place["value"].lower()])
            found.append(Fact(ref, "known", new, place[0], place.start(), place.end(), number))
    return found
