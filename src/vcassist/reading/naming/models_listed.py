"""Names that a message counts up or lists under "models", "LLMs" or "networks": they are models of its tool, whatever work they do. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from vcassist.interview.ports import Proposal
from vcassist.interview.reading import blanked
from vcassist.reading.text import Span, sentences

_I = re.I
_NOUN = r"(?:(?:ai|language|neural|machine[- ]learning|deep[- ]learning|small|large|open|local|separate|different) ){0,3}(?:models?|llms?|slms?|(?P<net>networks?|nets?)|neural nets?)"
_MANY = r"(?P<many>two|three|four|five|several|both|a couple of|a few|[2-5])"
# "Two models sit behind it:", "it runs on 2 LLMs,", "there are three networks."
_COUNTED = re.compile(
    rf"(?<!\bsell )(?<!\bsells )\b{_MANY} (?!car |phone |camera |role |business |fashion ){_NOUN}\b(?! of\b)(?P<tail>[^.;:!?\n,–—]{{0,50}})(?P<stop>[:.;,]|\s[–—-])\s",
    _I,
)
# "Models: A drafts, B sorts".
_HEADED = re.compile(
    rf"(?:^|[.;!?\n]\s{{0,3}})(?:(?:the|our|its|ai)\s){{0,2}}(?P<head>{_NOUN})(?:\s?:|\sare(?:\s?:)?)\s", _I
)
# "A second network, MathGrader, marks the sheets", "the other model is B".
_ANOTHER = re.compile(
    rf"\b(?:a|an|the|one|our)? ?(?:second|other|third|another|further|smaller|bigger) {_NOUN}(?:,| is| is called| called| named|:)\s(?:called\s|named\s)?$",
    _I,
)
_NEURAL = re.compile(r"\b(?:models?|llms?|neural|weights|gpt|trained|ai)\b", _I)
NAME = re.compile(
    r"(?<![\w’'-])[A-ZÀ-ÖØ-Þ][\w-]*\w(?:\.\d+)?(?: (?:[A-ZÀ-ÖØ-Þ][\w-]*|\d+(?:\.\d+)?[bBmMkK]?)(?![\w’'])){0,3}"
)
# What makes models those of a machine: what they are in, or how they are called.
_INSIDE = re.compile(
    r"\b(?:behind|inside|under\w*|within|sit|in it|do the (?:work|job)|ai|llms?|slms?|neural|language|learning|networks?|nets?|weights)\b",
    _I,
)
_LOOKS_LIKE_ONE = re.compile(r"\d|[a-zà-ÿ][A-ZÀ-ÖØ-Þ]|[A-ZÀ-ÖØ-Þ]{3}")
# What stands before an item of such a list.
_LEADS = re.compile(
    r"(?:^|[:,;.–—-]\s?|\b(?:and|plus|while|whereas|is|are|called|named|then|with|of)\s)(?:(?:and|plus|the|then|one|first|second|third|other|another|last|is|it|called|named|model|network|was|also)\s){0,5}$",
    _I,
)
_HOW_MANY = {"two": 2, "both": 2, "a couple of": 2, "three": 3, "four": 4, "five": 5}
# Words behind a name that are no version of it ("large-v3").
_WORK_BEHIND = re.compile(r",?(?:\s[a-z’']+){2,12}")
MOST = 6
# A longer message, in characters, is a tale of many names.
LONGEST_TALE = 1200
# How sure a name under such a word is.
SURE = 0.95
# Characters behind the noun in which its names stand.
FAR = 240
_WE = re.compile(r"\W*(?:I|We|Our|They|The|It|In|On|For|My|And|But|So|One|Other|Another|Both|Yes|No|Each|A|An)\W*")
_OF_TOOLS = re.compile(r"\b(?:tools?|apps?|applications?|chatbots?|programs?|platforms?)\b", _I)


def models_listed(message: str, asked_model: bool = False) -> Iterator[Span]:
    """The names in a message that are listed as models; ``asked_model``: the question was about a model, so that a network is one."""
    seen: set[int] = set()
    for head in (*_COUNTED.finditer(message), *_HEADED.finditer(message)):
        counted = head.re is _COUNTED
        if head["net"] and not (asked_model or _NEURAL.search(message)):
            continue
        left = _many(head["many"]) if counted else MOST
        names = list(_items(message, head.end(), 2 if counted and head["stop"] == "." else 1))
        if not (asked_model or _INSIDE.search(head[0]) or any(_LOOKS_LIKE_ONE.search(n.text) for n in names)):
            continue
        for name in names:
            if left and name.start not in seen:
                left -= 1
                seen.add(name.start)
                yield name
    for found in NAME.finditer(message):
        before = _ANOTHER.search(message, max(0, found.start() - 60), found.start())
        if before and found.start() not in seen and not (before["net"] and not _NEURAL.search(message)):
            yield Span(found.start(), found.end(), found.group())


def models_in(message: str, asked: str | None) -> list[Span]:
    """The names that an answer lists as models; none in a long tale."""
    if len(message) > LONGEST_TALE:
        return []
    return list(models_listed(message, asked is not None and asked.startswith("model")))


def _many(words: str) -> int:
    return int(words) if words.isdigit() else _HOW_MANY.get(words.casefold(), MOST)


def _items(message: str, begins: int, stops: int) -> Iterator[Span]:
    """The names that head the items of a list that begins there, up to so many full stops."""
    ends = begins
    for _ in range(stops):
        stop = re.compile(r"[.!?;\n](?=\s|$)").search(message, ends + 1, begins + FAR)
        ends = stop.start() if stop else min(len(message), begins + FAR)
    if _OF_TOOLS.search(message, begins, ends):
        return
    for found in NAME.finditer(message, begins, ends):
        if _LEADS.search(message[begins : found.start()]) and not _WE.fullmatch(found.group()):
            yield Span(found.start(), found.end(), found.group())


def without_models(
    proposals: Iterable[Proposal], listed: Sequence[Span], message: str, asked: str | None
) -> list[Proposal]:
    """The proposals that take no listed model for a tool or a company, nor its part in the work for what the tool is for, nor several
    models for a spare one. Places are those of the message."""
    if not listed:
        return list(proposals)
    theirs = [(n.start, s.end) for n in listed for s in sentences(message) if s.start <= n.start < s.end]

    def stands(p: Proposal) -> bool:
        if p.ref == asked or p.status != "known":
            return True
        _, _, field = p.ref.partition(".")
        if p.ref.startswith("application") and field in ("name", "supplier"):
            return not any(p.touches(n.start, n.end) for n in listed)
        if p.ref.startswith("application") and field in ("purpose", "decision_role"):
            return not any(begins <= (p.start or 0) < ends for begins, ends in theirs)
        return not (p.ref.startswith("model") and field == "alternative")

    return [p for p in proposals if stands(p)]


def without_their_sentences(listed: Sequence[Span], message: str) -> str:
    """A message without the sentences that list models; every offset holds."""
    return blanked(
        message, ((s.start, s.end) for s in sentences(message) if any(s.start <= n.start < s.end for n in listed))
    )


def with_models(
    proposals: Sequence[Proposal], listed: Sequence[Span], message: str, asked: str | None
) -> list[Proposal]:
    """The proposals with every listed name as a model's, and without those that took it for something else."""
    kept = [p for p in without_models(proposals, listed, message, asked) if not _runs_on(p, listed, message)]
    there = [p for p in kept if p.ref == "model.name"]
    new = [n for n in listed if not any(p.touches(n.start, n.end) for p in there)]
    return kept + [Proposal("model.name", "known", n.text, n.text, SURE, n.start, n.end) for n in new]


def _runs_on(p: Proposal, listed: Sequence[Span], message: str) -> bool:
    """Whether a model's name was read with the work that stands behind it ("FishNet it see the species")."""
    return p.ref == "model.name" and any(
        p.start == n.start and _WORK_BEHIND.fullmatch(message, n.end, max(n.end, p.end or 0)) for n in listed
    )
