"""Reads a message whose speaker turns round within it as the speaker leaves it: "… for notes. No wait, not notes, I mean letters"; a name that
comes out wrong and is said anew ("Koro, sorry, Kora", "box light no I mean light box"). Pure.

What is taken back is replaced in place by what is put for it, and every offset leads back to the words of the message.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from vcassist.given_names import is_given_name
from vcassist.interview.ports import Proposal
from vcassist.interview.turns_of_phrase import DENIES, NO_IDEA, NOT_KNOW

_I = re.I
_MARK = r"(?:(?:no|nope|sorry|wait|oops|pardon|hang on|hold on|actually|i mean|correction|er+m?|ah|oh|argh)\b[\s,.!:–—-]{0,6}){1,6}"
_WRONG = r"(?:(?:it|that|this)(?:['’]?s| is| was)\s)?(?:not|isn['’]?t|wasn['’]?t)\s(?:for\s|called\s|in\s|the\s)?(?P<old>[\w][^.,;:!?\n–—]{0,60}?)"
_RIGHT = r"(?:\s?[,.;:–—-]+\s*)(?:(?:but|and|sorry|no|rather)[\s,]+)*(?:i mean(?:t)?|(?:it|that)(?:['’]?s| is| was)(?: really| actually)?(?: called)?|but|rather|for|in)?[\s,:]*(?P<new>[\w][^.,;:!?\n]{0,60}?)(?=\s*(?:[.,;!?\n]|$|\s(?:and|because|which)\b))"
_TURNS = re.compile(rf"(?:^|[\s,.;:!?–—-])\s{{0,3}}{_MARK}{_WRONG}{_RIGHT}", _I)
# A name said anew right behind itself. A no alone may answer, so it takes one of these words.
_ANEW = r"(?:[\s,.–—-]{1,4}(?:(?:oh|ah|no|nope|wait|hang on|hold on|er+m?|um|uh|well|actually)[\s,.–—-]{1,4}){0,3}(?:sorry|pardon|i mean(?:t)?|or rather|wait|correction|scratch that|oops)(?:[\s,.:–—-]{1,4}(?:no|i mean(?:t)?|wait|sorry))*[\s,.:–—-]{1,4})"
_NAME = r"(?-i:[A-ZÀ-ÖØ-Þ][\w’&+-]*(?:[ -](?:[A-ZÀ-ÖØ-Þ]|\d)[\w’.+-]*){0,3})"
# What goes on like this names nothing: "Kora. Sorry, I forgot the rest", "Kora, sorry for the delay".
_NO_NAME = r"(?!(?:i|it|we|you|he|she|they|there|this|that|the|my|our|your|a|an|is|are|was|can|could|do|does|did|if|but|and|or|so|not?|yes|yeah|for|about|to|late|again|what|which|who|why|how|where|when|ask)\b)"
_BY = r"(?:(?:with|by|from|at|on|in|called)\s)"
_NAMED_ANEW = re.compile(rf"(?<![\w’'-])(?P<old>{_NAME}){_ANEW}{_BY}?{_NO_NAME}(?P<new>{_NAME})(?![\w’'-])", _I)
# All of a message: whatever is asked for, what is said last is meant.
_LAST = r"(?:[\w’&+.-]+ ){0,2}[\w’&+.-]*\w"
_ONLY_NAMED = re.compile(
    rf"\W*(?:(?:um|uh|er+|oh|so|it['’]?s|it is|called|with|by|from)\s)*(?P<old>{_LAST}?){_ANEW}{_BY}?{_NO_NAME}(?P<new>{_LAST})\W*",
    _I,
)
_TURNED_ROUND = re.compile(_ANEW, _I)
_NOTHING_NAMED = re.compile(rf"\b(?:{NOT_KNOW}|{NO_IDEA}|dont know|dunno)\b|{DENIES}", _I)
_WORD = re.compile(r"[\w’'-]+")
# Words of a dictated name at most that come out in another order.
MOST_WORDS = 4
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


def named_anew(message: str, asked_name: bool) -> Amended | None:
    """The message with the name that its speaker put right in the same breath; ``asked_name``: a name was asked for, however it is written."""
    if len(message) > LONGEST:
        return None
    whole = _ONLY_NAMED.fullmatch(message) if asked_name else None
    if whole and _NOTHING_NAMED.search(whole["old"]):
        whole = None
    found = whole or next((m for m in _NAMED_ANEW.finditer(message) if not _is_somebody_new(m)), None)
    places = (found.span("old"), found.span("new")) if found else _in_another_order(message)
    if places is None:
        return None
    old, new = places
    if message[slice(*old)].casefold() == message[slice(*new)].casefold():
        return None
    text = f"{message[: old[0]]}{message[slice(*new)]}{message[new[1] :]}"
    return Amended(message, text, old, new, (old[1], new[1]))


def _is_somebody_new(found: re.Match[str]) -> bool:
    """Whether a person is named behind a name of a thing: "we use Kora, I mean Denise does"."""
    return is_given_name(found["new"].split()[0]) and not is_given_name(found["old"].split()[0])


def _in_another_order(message: str) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """A name that was dictated in the wrong order and is said again in the right one: the same words on both sides of the turn."""
    for turn in _TURNED_ROUND.finditer(message):
        before = list(_WORD.finditer(message, 0, turn.start()))
        after = list(_WORD.finditer(message, turn.end()))
        for count in range(MOST_WORDS, 1, -1):
            old, new = before[-count:], after[:count]
            said, again = ([w[0].casefold() for w in words] for words in (old, new))
            if len(old) == len(new) == count and sorted(said) == sorted(again) and said != again:
                return (old[0].start(), old[-1].end()), (new[0].start(), new[-1].end())
    return None
