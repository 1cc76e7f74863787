"""A name that is told in parts, as one spells it aloud: "'Phase' plus 'Net', one word". Pure."""

from __future__ import annotations

import re
from dataclasses import replace

from vcassist.chain.facts import field_of
from vcassist.interview.ports import Proposal, Reading

_Q = r"[\"“”'‘’«»]?"
# "A price for leaving and not one word of the data" spells nothing.
_PART = r"(?!(?:not|nor|no|never|one|in|the|an?)\b)[^\W_][\w-]*"
_IN_ONE_WORD = re.compile(
    rf"{_Q}(?P<one>{_PART}){_Q},?\s(?:plus|and then|then|and|with|\+|followed by)\s{_Q}(?P<two>{_PART}){_Q},?\s(?:all |written )?(?:as |in )?(?:one|1|a single) word\b",
    re.I,
)
SURE = 0.95


def with_name_in_parts(read: Reading, message: str, asked: str | None) -> Reading:
    """The same with the name that an answer to the question for one tells in parts."""
    spec = field_of(asked) if asked is not None else None
    found = (
        _IN_ONE_WORD.search(message) if spec is not None and (spec.name == "name" or spec.type == "entity") else None
    )
    if found is None or asked is None:
        return read
    start, end = found.start("one"), found.end("two")
    name = found["one"] + (found["two"] if found["two"][0].isupper() else found["two"].lower())
    told = Proposal(asked, "known", name, message[start:end], SURE, start, end)
    others = (p for p in read.proposals if p.ref != asked and not p.touches(*found.span()))
    return replace(read, proposals=(told, *others), intent="answer")
