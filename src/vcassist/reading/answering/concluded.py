"""What a message comes to, in its last sentence, is its answer: "… the text travels abroad and comes back. So it does leave", "… Health and money, then."
Pure but for its port.

People who think aloud tell both sides, and then what they make of them. Weighed as a whole such a message is half of everything.
"""

from __future__ import annotations

import re
from dataclasses import replace

from vcassist.chain.facts import Chain, field_of
from vcassist.chain.fields import ALONE
from vcassist.interview.ports import Reading
from vcassist.interview.sentences import SENTENCE
from vcassist.reading.answering.in_few_words import Chances, choices_asked, instead, stays_open, tells_of_another

# How sure the encoder for answers must be of a choice that is concluded, and of each thing of a list.
SURE, SHARE, TOGETHER = 0.8, 0.15, 0.7
# Words of a conclusion.
LEAST, LONGEST = 2, 12
_CONCLUDES = re.compile(
    r"\W*(?:and |but |well,? )?(?:so|hence|therefore|thus|in short|in sum|all in all|in other words|to sum up|in the end|then)\b(?! (?:far|that|much|many|long|on|i (?:think|guess|suppose|was|am)|we (?:asked|wrote|tried)|what|who|why|how|where)\b)|.*\b(?:then|in short|in sum|all in all|in the end)[\s.!]*$",
    re.I | re.S,
)
_UNSURE = re.compile(
    r"\?|\b(?:maybe|perhaps|probably|i (?:think|guess|suppose)|might|should|will|would|could|if)\b", re.I
)


def with_what_is_concluded(read: Reading, message: str, asked: str | None, chain: Chain, chances: Chances) -> Reading:
    """The same with what a message of several sentences concludes as its answer to ``asked``, where another choice was read, or other things of a list."""
    spec = choices_asked(read, message, asked)
    mine = next((p for p in read.proposals if p.ref == asked), None)
    if asked is None or spec is None or mine is None or stays_open(mine) or tells_of_another(read, asked):
        return read
    sentences = [m for m in SENTENCE.finditer(message) if m[0].strip()]
    last = next((m for m in reversed(sentences[1:]) if _CONCLUDES.match(m[0])), None)
    if last is None or not LEAST <= len(last[0].split()) <= LONGEST or _UNSURE.search(last[0]):
        return read
    found = dict(chances(last[0].strip(), field_of(asked).key))
    if not found:
        return read
    value: str | tuple[str, ...]
    if spec.type == "set":
        told = tuple(v for v in spec.values if found.get(v, 0.0) >= SHARE)
        if (
            len(told) < LEAST
            or ALONE & set(told)
            or sum(found[v] for v in told) < TOGETHER
            or not set(told) < set(mine.members)
        ):
            return read
        value = told
    else:
        value = max(found, key=lambda v: found[v])
        if not value or found[value] < SURE or value == mine.value:
            return read
    quote = last[0].strip()
    start = last.start() + last[0].index(quote)
    return instead(read, mine, replace(mine, value=value, quote=quote, start=start, end=start + len(quote)))
