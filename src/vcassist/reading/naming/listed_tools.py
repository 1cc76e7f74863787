"""Tools that a message numbers or lists under one another, each with a name: "(1) Whisper, self-hosted; (2) TriaFlow, bought". Pure but for its reader.

Each item is read by itself, and what it tells is of its own tool; what stands around the list is read without it. A list of people, places, suppliers,
models or questions is none of tools.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from vcassist.chain.facts import Chain, field_of
from vcassist.chain.fields import SINGLE_KINDS
from vcassist.given_names import is_given_name
from vcassist.interview.ports import Proposal, Reading
from vcassist.interview.reading import blanked
from vcassist.reading.naming.newcomers import NOT_IN_USE
from vcassist.reading.naming.places import places
from vcassist.reading.vetoes.modality import modalities

_I = re.I
# A longer message, in characters, is a page, and so many items are no list of tools.
LONGEST, MOST, LEAST = 4_000, 9, 2
SURE = 0.9
_NUMBERED = re.compile(r"(?:(?<=\s)|(?<=[:;,.])|^)(?:\((?P<a>[1-9]|[a-h])\)|(?P<b>[1-9]|[a-h])\)|(?P<c>[1-9])\.(?=\s)|(?P<d>[1-9])\s[–—-](?=\s))\s*", re.M)  # fmt: skip
_BULLET = re.compile(r"^[ \t]*[-*•–—·]\s+", re.M)
_NAME = re.compile(
    r"[\"“'‘«]?(?P<name>[A-ZÀ-ÖØ-Þ][\w.+’-]*\w(?: (?:[A-ZÀ-ÖØ-Þ][\w.+-]*|[a-z]+-v?\d[\w.]*|v?\d[\w.]*))*)[\"”'’»]?(?=\s*(?:[,:;=(–—→]|-\s|$)|\s(?:-\s|for\b|which\b|that\b|is\b|to\b|does\b|we\b|on\b|in\b|by\b|from\b|(?-i:[a-z]{2,}s)\b))"
)
_OF_TOOLS = re.compile(
    r"\b(?:tools?|systems?|apps?|applications?|programs?|programmes?|products?|softwares?|ais?|bots?|use|uses|using|run|runs|services|things|have|got|assistants|ones)\b",
    _I,
)
_OF_OTHERS = re.compile(
    r"\b(?:models?|llms?|suppliers?|vendors?|compan(?:y|ies)|firms?|partners?|funders?|donors?|people|staff|team|colleagues|sources?|data ?sets?|servers?|places|countries|offices|sites|questions?|steps?|risks?|reasons?|wishes|problems?|wrong|corrections?|mistakes?|errors?|planned?|considering|considered|candidates|rejected|tried|used to|no longer|stopped)\b",
    _I,
)
_TASK = re.compile(
    r"\s*(?:[,:;=(→]|[–—-]\s|is\b|for\b|to\b|which\b|that\b|we use (?:it|this|that) (?:for|to)\b)?\s*(?:(?:for|to|which|that|used for|used to)\b\s*)?(?P<task>[^,;.()\n]*)"
)
# What says how a tool is had and not what it does.
_NO_TASK = re.compile(
    r"(?:self-?hosted|hosted|bought|purchased|free|paid|licen[cs]ed|saas|cloud|open[- ]source|in-?house|built|made|developed|home-?made|live|pilot\w*|trial|since|from|by|own|ours|on|in|at|a (?:product|service) (?:of|by|from))\b",
    _I,
)
_ENDS = re.compile(r"(?<=[.!?])\s+(?=[A-ZÀ-ÖØ-Þ\d\"“])|\n\s*\n")
_TAIL = re.compile(r"[\s,;.]*(?:\b(?:and|plus|&)\b[\s,;]*)?$", _I)


@dataclass(frozen=True, slots=True)
class _Item:
    """A listed tool: where its words stand, and its name among them."""

    start: int
    end: int
    name: str
    name_start: int

    @property
    def name_end(self) -> int:
        return self.name_start + len(self.name)


def with_listed_tools(
    read: Reading,
    message: str,
    asked: str | None,
    chain: Chain,
    again: Callable[[str], Reading],
    is_word: Callable[[str], bool],
) -> Reading:
    """The same with each tool that a message lists, and with what its item tells of it; ``again`` reads words by themselves."""
    if len(message) > LONGEST or read.intent not in ("answer", "other", "question"):
        return read
    items = listed(message, asked, chain, is_word)
    if not items:
        return read
    first, last = items[0].start, items[-1].end
    around = again(blanked(message, [(first, last)])).proposals
    outside = (p for p in read.proposals if p.start is not None and not p.touches(first, last))
    told = list({p.ref: p for p in (*outside, *around) if field_of(p.ref).kind in SINGLE_KINDS}.values())
    taken: set[str] = set()
    for item in items:
        tool = _component_of(item, chain, taken)
        taken.add(tool)
        told += _placed(list(_of(item, tool, message, again)), told, chain, taken)
    return replace(read, proposals=tuple(told), intent="answer")


def listed(message: str, asked: str | None, chain: Chain, is_word: Callable[[str], bool]) -> list[_Item]:
    """The tools that a message lists; none where it lists anything else."""
    for starts in (_numbered(message), [(m.start(), m.end()) for m in _BULLET.finditer(message)]):
        if not LEAST <= len(starts) <= MOST:
            continue
        heading = message[: starts[0][0]]
        if not _are_tools(heading, asked, chain):
            continue
        items = list(_items(message, starts))
        names = [_name_of(message, start, end, is_word) for start, end in items]
        found = [_Item(*span, *name) for span, name in zip(items, names, strict=True) if name is not None]
        # One name may be a town's too; where all are, they are places.
        are_places = all(places(item.name) for item in found)
        if len(found) == len(items) == len({item.name.casefold() for item in found}) and not are_places:
            return found
    return []


def _are_tools(heading: str, asked: str | None, chain: Chain) -> bool:
    """Whether what leads up to a list, or the open question, makes it one of tools."""
    last = re.split(r"[.!?]\s|\n", heading.rstrip())[-1]
    if _OF_OTHERS.search(last) or modalities(last) & NOT_IN_USE:
        return False
    if _OF_TOOLS.search(last):
        return True
    first = asked is None and not chain.mentioned("application")
    return not last.strip(" :") and (first or (asked or "").endswith("application.name"))


def _numbered(message: str) -> list[tuple[int, int]]:
    """Where the items of a list that counts from one, or from a, begin: (before the number, behind it)."""
    found: list[tuple[int, int]] = []
    for m in _NUMBERED.finditer(message):
        mark, due = next(g for g in m.groups() if g), len(found)
        if mark in ("123456789"[due : due + 1], "abcdefgh"[due : due + 1]):
            found.append(m.span())
    return found


def _items(message: str, starts: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The words of each item; the last ends with its sentence, or its line."""
    for at, (_, start) in enumerate(starts):
        end = starts[at + 1][0] if at + 1 < len(starts) else len(message)
        if at + 1 == len(starts) and (stop := _ENDS.search(message, start)):
            end = stop.start()
        yield start, start + len(_TAIL.sub("", message[start:end]))


def _name_of(message: str, start: int, end: int, is_word: Callable[[str], bool]) -> tuple[str, int] | None:
    m = _NAME.match(message, start, end)
    if m is None:
        return None
    name = m["name"]
    is_ordinary = " " not in name and name.istitle() and is_word(name.casefold())
    if is_ordinary or any(map(is_given_name, name.split())):
        return None
    return name, m.start("name")


def _component_of(item: _Item, chain: Chain, taken: set[str]) -> str:
    stands = chain.mentioned("application")
    known = (c for c in stands if str(chain.value(f"{c}.name") or "").casefold() == item.name.casefold())
    return next(known, None) or chain.another("application", taken)


def _of(item: _Item, tool: str, message: str, again: Callable[[str], Reading]) -> Iterator[Proposal]:
    """What an item tells, with its places in the message, its tool's own matters on that tool."""
    words = message[item.start : item.end]
    yield Proposal(f"{tool}.name", "known", item.name, item.name, SURE, item.name_start, item.name_end)
    told = {"name"}
    for p in again(words).proposals:
        spec = field_of(p.ref)
        if p.start is None or p.end is None or spec.kind in SINGLE_KINDS:
            continue
        moved = replace(p, start=p.start + item.start, end=p.end + item.start)
        if spec.kind != "application":
            yield moved
        elif spec.name not in told:
            told.add(spec.name)
            yield replace(moved, ref=f"{tool}.{spec.name}")
    if "purpose" not in told and (task := _task(item, message)) is not None:
        start, text = task
        yield Proposal(f"{tool}.purpose", "known", text, text, SURE, start, start + len(text))


def _task(item: _Item, message: str) -> tuple[int, str] | None:
    """The words behind the name, where they tell what the tool does."""
    behind = item.name_end + (message[item.name_end : item.name_end + 1] in "\"”'’»" and item.name_end < item.end)
    m = _TASK.match(message, behind, item.end)
    text = m["task"].rstrip() if m else ""
    if m is None or not re.search(r"[^\W\d_]{4,}", text) or _NO_TASK.match(text):
        return None
    return m.start("task"), text


def _placed(found: Sequence[Proposal], before: Sequence[Proposal], chain: Chain, taken: set[str]) -> Iterator[Proposal]:
    """What an item tells of parts that several tools may share, on a part of its own where it differs from what stands there."""
    homes: dict[str, str] = {}
    there = {p.ref: p for p in before}
    for p in found:
        spec = field_of(p.ref)
        if spec.kind == "application":
            yield p
            continue
        if spec.kind not in homes:
            mine = [q for q in found if field_of(q.ref).kind == spec.kind]
            homes[spec.kind] = _home(spec.kind, mine, there, chain, taken)
        yield replace(p, ref=f"{homes[spec.kind]}.{spec.name}")


def _home(kind: str, mine: Sequence[Proposal], there: dict[str, Proposal], chain: Chain, taken: set[str]) -> str:
    """The part with which nothing that is told differs, else one more. Models bear names, so each has its own."""
    first = chain.first(kind)
    used = {ref.partition(".")[0] for ref in there if field_of(ref).kind == kind}
    same = all(
        (stands := there.get(f"{first}.{field_of(p.ref).name}")) is None or stands.value == p.value for p in mine
    )
    is_free = not used or (same and kind != "model")
    return first if is_free and not chain.mentioned(kind) else chain.another(kind, {*used, *taken})
