"""Names of people that were taken out of a talk do not come back into it when they are said again. Pure.

The talk must not keep the name in order to know it: it keeps a mark made of the name and of the talk's own number, which tells nothing
elsewhere.
"""

from __future__ import annotations

import hashlib
import re

from vcassist.interview.session import Session

# So many words make a name.
LONGEST = 4
SIZE = 16


def mark_of(session: Session, name: str) -> str:
    """The mark by which a name is known again in this talk."""
    words = " ".join(re.findall(r"[^\W_]+", re.sub(r"['’]s\b", "", name.lower())))
    return hashlib.sha256(f"{session.id} {words}".encode()).hexdigest()[:SIZE]


def hushed_in(session: Session, said: str) -> list[tuple[int, int]]:
    """Where a message says a name that was taken out of the talk."""
    marks = {mark for turn in session.turns for mark in turn.hushed}
    if not marks:
        return []
    words = [m.span() for m in re.finditer(r"[^\W_]+", said)]
    runs = (
        (words[i][0], words[i + n - 1][1])
        for n in range(LONGEST, 0, -1)
        for i in range(len(words) - n + 1)
        if said[words[i][0]].isupper()
    )
    found: list[tuple[int, int]] = []
    for start, end in runs:
        apart = all(end <= a or b <= start for a, b in found)
        if apart and mark_of(session, said[start:end]) in marks:
            found.append((start, end))
    return found
