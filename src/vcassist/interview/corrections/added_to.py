"""What is named as something more of a set does not take the place of what stands: "the cleaning ladies too", "customers and staff, both". Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from vcassist.chain.facts import Fact, checked_value
from vcassist.chain.fields import ALONE
from vcassist.interview.corrections.correcting import adds, corrects
from vcassist.interview.heard import Heard, set_anew
from vcassist.interview.meant import stems
from vcassist.interview.reading import merged_set
from vcassist.interview.sentences import PART, around
from vcassist.interview.session import Awaiting

_I = re.I
Answers = Callable[[str, str], Sequence[tuple[str, float]]]
# How likely the words that name a thing of a list once more must state it.
NAMED_AGAIN = 0.6
# One thing of a list, with what leads up to it.
_THING = re.compile(r"(?:(?!\b(?:and|plus|or|also)\b)[^,;.!?\n])+", re.I)
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


def with_what_stays(
    heard: Heard, said: str, awaiting: Awaiting | None = None, answers: Answers = lambda say, key: ()
) -> Heard:
    """The same; a set whose words only bring in more keeps what it held, and one that is told anew what it names again in the words of before. Asked
    what else there is, whoever names some brings in more. ``answers``: how likely a text states each choice of a field.
    """
    more = awaiting.ref if awaiting and awaiting.manner == "more" else None
    heard = _with_what_is_named_again(heard, said, answers)
    pairs = [(old, new) for old, new in heard.replaced if _brings_more(old, new, said, new.ref == more)]
    if not pairs:
        return heard
    whole = {new.ref: merged_set(old, new) for old, new in pairs}
    return replace(
        heard,
        facts=tuple(whole.get(f.ref, f) if f.status == "known" else f for f in heard.facts),
        replaced=tuple((old, whole.get(new.ref, new)) for old, new in heard.replaced),
    )


def _with_what_is_named_again(heard: Heard, said: str, answers: Answers) -> Heard:
    """The same with what a set held that is told once more beside the new, by a word that it was told with: "it's our tapes AND the web"."""
    pairs = []
    for old, new in heard.replaced:
        if old.field.type == "set" and {old.status, new.status} == {"known"} and not ALONE & {*old.values, *new.values}:
            again = [
                value for value in old.values if value not in new.values and _is_named_again(value, old, said, answers)
            ]
            if again:
                pairs.append((old, replace(new, value=checked_value(new.ref, [*again, *new.values]))))
    return set_anew(heard, pairs) if pairs else heard


def _is_named_again(value: str, old: Fact, said: str, answers: Answers) -> bool:
    parts = (part[0].strip() for part in _THING.finditer(said) if not _INSTEAD.search(part[0]))
    told = (part for part in parts if stems(part) & stems(old.quote))
    return any(dict(answers(part, old.field.key)).get(value, 0.0) >= NAMED_AGAIN for part in told)


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
