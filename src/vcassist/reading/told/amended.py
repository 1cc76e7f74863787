"""Reads a message whose speaker turns round within it as the speaker leaves it: "… for notes. No wait, not notes, I mean letters". Pure.

What is taken back is replaced in place by what is put for it, and every offset leads back to the words of the message.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from vcassist.interview.ports import Proposal

_I = re.I
_MARK = r"(?:(?:no|nope|sorry|wait|oops|pardon|hang on|hold on|actually|i mean|correction|er+m?|ah|oh|argh)\b[\s,.!:–—-]{0,6}){1,6}"
_WRONG = r"(?:(?:it|that|this)(?:['’]?s| is| was)\s)?(?:not|isn['’]?t|wasn['’]?t)\s(?:for\s|called\s|in\s|the\s)?(?P<old>[\w][^.,;:!?\n–—]{0,60}?)"
_RIGHT = r"(?:\s?[,.;:–—-]+\s*)(?:(?:but|and|sorry|no|rather)[\s,]+)*(?:i mean(?:t)?|(?:it|that)(?:['’]?s| is| was)(?: really| actually)?(?: called)?|but|rather|for|in)?[\s,:]*(?P<new>[\w][^.,;:!?\n]{0,60}?)(?=\s*(?:[.,;!?\n]|$|\s(?:and|because|which)\b))"
_TURNS = re.compile(rf"(?:^|[\s,.;:!?–—-])\s{{0,3}}{_MARK}{_WRONG}{_RIGHT}", _I)
# Nobody takes back in passing what stands in a document.
LONGEST = 3000


@dataclass(frozen=True, slots=True)
class Amended:
    """``text`` is the message as its speaker leaves it; ``old`` and ``new`` are the places in the message, ``cut`` where the turn begins and ends."""

    message: str
    text: str
    old: tuple[int, int]
    new: tuple[int, int]
    cut: tuple[int, int]

    def back(self, proposals: Iterable[Proposal]) -> list[Proposal]:
        """Proposals of ``text`` with their places in the message; what spans the change is quoted by what was put."""
        found = []
        for p in proposals:
            if p.start is None or p.end is None:
                continue
            start, end = self._place(p.start, p.end)
            found.append(replace(p, quote=self.message[start:end], start=start, end=end))
        return found

    def _place(self, start: int, end: int) -> tuple[int, int]:
        put = self.old[0], self.old[0] + self.new[1] - self.new[0]
        if end <= put[0]:
            return start, end
        if start >= put[1]:
            shift = (self.old[1] - self.old[0]) - (put[1] - put[0])
            begins = start + shift
            shift += self.cut[1] - self.cut[0] if begins >= self.cut[0] else 0
            return start + shift, end + shift
        inside = put[0] <= start and end <= put[1]
        return (self.new[0] + start - put[0], self.new[0] + end - put[0]) if inside else self.new


def amended(message: str) -> Amended | None:
    """The message as it is meant, where it takes back words that stand in it before; else None."""
    for m in _TURNS.finditer(message) if len(message) <= LONGEST else ():
        old = [*re.finditer(rf"(?<!\w){re.escape(m['old'].strip())}(?!\w)", message[: m.start()], _I)]
        if len(old) != 1 or m["old"].strip().casefold() == m["new"].casefold():
            continue
        place, new, cut = old[0].span(), m.span("new"), (m.start(), m.end())
        text = f"{message[: place[0]]}{m['new']}{message[place[1] : cut[0]]}{message[cut[1] :]}"
        return Amended(message, text, place, new, cut)
    return None
