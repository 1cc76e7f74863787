"""What is named as something more of a set does not take the place of what stands: "the cleaning ladies too", "customers and staff, both". Pure."""

from __future__ import annotations

import re
from dataclasses import replace

from vcassist.chain.facts import Fact
from vcassist.interview.corrections.correcting import adds, corrects
from vcassist.interview.heard import Heard
from vcassist.interview.reading import merged_set
from vcassist.interview.sentences import PART, around
from vcassist.interview.session import Awaiting

_I = re.I
# "Not only for the staff", "add the customers", "citizens and disabled people", where one of them is noted.
_MORE = re.compile(
    r"\b(?:not only|not just|add|next to|in addition to|together with|you (?:lost|dropped|forgot))\b|(?:^|[\s:,;])\+\s?(?=[^\W\d])",
    _I,
)
# "Ecologists and crowd stand": what was told before is there still.
_STAND = re.compile(
    r"\b(?:stands?|stays?|remains?|holds?|still (?:counts?|applies|apply|belongs?))\b\W*(?:$|[.;!?])", _I
)
# These put something in the place of what stands.
_INSTEAD = re.compile(
    r"\b(?:instead|rather than|no longer|any ?more|not (?!only\b|just\b)|never|(?<!not )(?<!n['’]t )only|just|replace|swap|remove|delete|strike|drop|erase|scratch|(?:take|leave|cross|strike)(?: \w+){1,3} (?:out|off|away))\b|\b\w+ out(?=\s*(?:[.,;!]|$))|n['’]t\b",
    _I,
)


def with_what_stays(heard: Heard, said: str, awaiting: Awaiting | None = None) -> Heard:
    """The same; a set whose words only bring in more keeps what it held. Asked what else there is, whoever names some brings in more."""
    more = awaiting.ref if awaiting and awaiting.manner == "more" else None
    pairs = [(old, new) for old, new in heard.replaced if _brings_more(old, new, said, new.ref == more)]
    if not pairs:
        return heard
    whole = {new.ref: merged_set(old, new) for old, new in pairs}
    return replace(
        heard,
        facts=tuple(whole.get(f.ref, f) if f.status == "known" else f for f in heard.facts),
        replaced=tuple((old, whole.get(new.ref, new)) for old, new in heard.replaced),
    )


def _brings_more(old: Fact, new: Fact, said: str, asked: bool) -> bool:
    if old.field.type != "set" or {old.status, new.status} != {"known"} or set(old.values) <= set(new.values):
        return False
    part = around(PART, said, new.start or 0)
    if part is None or _INSTEAD.search(part[0]):
        return False
    return (
        adds(part[0])
        or _STAND.search(said) is not None
        or _MORE.search(part[0]) is not None
        or (asked and not corrects(part[0]))
    )
