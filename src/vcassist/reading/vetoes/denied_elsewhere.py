"""Finds a no that stands in another sentence than the one it was read in: "We have a policy. Nobody was trained." Pure."""

from __future__ import annotations

import re

from vcassist.chain.fields import FIELDS
from vcassist.interview.turns_of_phrase import DENIES
from vcassist.reading.text import Span, sentences
from vcassist.reading.trained import Guess

# Words of a denial, also such as deny within a word or only nearly.
_DENIES = re.compile(
    DENIES
    + r"|\b(?:nope|nah|naw|naebody|nowhere|hardly|barely|scarcely|seldom|rarely|lacks?|lacking|missing|absent|zero|refus\w+|forbid\w*|banned|stopped|stops|only|just|un(?!der|i|til|less)\w+|im?possible|illegible|in(?:complete|secure|valid|adequate|sufficient)\w*|(?:do|does|did|ca|wo|is|are|was|were|have|has|had|would|could|should)nt)\b",
    re.I,
)
NAYS = frozenset({"no", "never"})


def denied_elsewhere(guess: Guess, text: str) -> Span | None:
    """The sentence in which a no was read that denies nothing, where another sentence does; None for any other guess."""
    spec = FIELDS[guess.key]
    if spec.type not in ("yesno", "enum") or guess.status != "known" or guess.values[0][0] not in NAYS:
        return None
    parts = sentences(text)
    own = next((s for s in parts if s.start <= guess.start < s.end), None)
    if own is None or len(parts) < 2 or guess.end > own.end or _DENIES.search(own.text):
        return None
    return own if any(_DENIES.search(s.text) for s in parts if s is not own) else None
