"""A list that somebody tells in several sentences: "Our guards, they walk where it says. And the people in the villages." Pure but for its reader.

As one message such an answer is heard by its plainest sentence. Where a sentence says that it adds, it and the one before are read by themselves, and
one of which nothing was heard yet tells its part.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from vcassist.chain.facts import field_of
from vcassist.chain.fields import ALONE
from vcassist.interview.ports import Proposal, Reading
from vcassist.interview.sentences import BEYOND_TITLES

# How sure a sentence must be of its part: of 42 such answers 31 were heard whole without this, 35 from here on, 33 from 0.8.
FAIR = 0.4
# A longer answer is a tale.
LONGEST, MOST = 400, 4
_ADDS = re.compile(
    r"\W*(?:(?:oh|well|but)\W+)?(?:(?:and|also|plus|besides|additionally|in addition|on top(?: of (?:that|it|this))?|as well|sometimes also|there (?:is|are) also)\b|"
    r"(?:(?:to|besides|beside) (?:them|these|those|this|that|it)\b[^.;!?]{0,30}|(?:i|we|one|you)(?: must| should| might| may| can| could|['’]d)?(?: have to)? )\badd\b(?! (?:no|nothing|nobody|none)\b))",
    re.I,
)


def with_each_sentence_of_a_list(
    read: Reading, message: str, asked: str | None, again: Callable[[str], Reading]
) -> Reading:
    """The same with what each sentence of an answer tells that names several, where one says that it adds. ``again`` reads a sentence as the answer."""
    if asked is None or field_of(asked).type != "set" or read.intent != "answer" or len(message) > LONGEST:
        return read
    parts = list(BEYOND_TITLES.finditer(message))
    joined = {n for n, m in enumerate(parts) if n and _ADDS.match(m[0])}
    whole = next((p for p in read.proposals if p.ref == asked), None)
    if not joined or len(parts) > MOST or (whole is not None and (whole.status != "known" or ALONE & {*whole.members})):
        return read
    told = [] if whole is None else [*whole.members]
    sure = [] if whole is None else [whole.confidence]
    for p in _told_by(parts, joined | {n - 1 for n in joined}, asked, again):
        if not set(told) & set(p.members):
            told += [v for v in p.members if v not in ALONE]
            sure.append(p.confidence)
    if (whole is not None and set(told) == set(whole.members)) or not told:
        return read
    values = tuple(v for v in field_of(asked).values if v in told)
    all_of_it = Proposal.of_all(message, asked, "known", values, min(sure))
    rest = tuple(p for p in read.proposals if p is not whole)
    return replace(read, proposals=(*rest, all_of_it))


def _told_by(
    parts: list[re.Match[str]], which: set[int], asked: str, again: Callable[[str], Reading]
) -> Iterator[Proposal]:
    """What some sentences tell as the answer, each by itself."""
    for n in sorted(which):
        for p in again(parts[n][0]).proposals:
            if p.ref == asked and p.status == "known" and p.members and p.confidence >= FAIR:
                yield p
