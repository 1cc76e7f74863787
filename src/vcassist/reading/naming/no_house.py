"""What is no name of an organisation though it was taken for one: what kind of house it is, a place, who speaks, a tool. Pure.

Nobody asked for these names: "I am agronomist of coffee cooperative", "News co-op, Durban", "we operate Bralka, a chat assistant on our website".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from vcassist.chain.facts import field_of, split_ref
from vcassist.given_names import is_given_name
from vcassist.interview.ports import Proposal, Reading
from vcassist.reading.naming.as_it_stands import between
from vcassist.reading.naming.places import places
from vcassist.reading.naming.somebody import TITLED

HOUSE, TOOL = "organisation.name", "application.name"
_ANNOUNCED = re.compile(r"\b(?:called|named?|name['’]?s|names itself|known as|goes by)\b[^.;!?]{0,20}$", re.I)
# Who writes with capitals writes a name with one.
_CAPITAL = re.compile(r"(?<=[^\s.!?:;–—\"“(]\s)[A-Z][a-z]")
_SPEAKER = re.compile(
    r"(?:the |a )?(?:secretary|treasurer|chair\w*|head|director|manager|coordinator|member|clerk|nurse|teacher|agronomist|librarian|president|officer|volunteer|owner|founder|leader|boss|reporter|editor)\b",
    re.I,
)
# "Bralka, a chat assistant on our website".
_A_TOOL = re.compile(
    r"\s?[,(–—-]\s?(?:which is |that is )?(?:an?|the|our|this)\s(?:[\w-]+\s){0,3}?(?:assistant|bot|chatbot|app|application|tool|system|program|programme|software|platform|model|classifier|detector|translator|service that|thing that|ai)\b",
    re.I,
)
# "We've always been Nakamal Relief, since Pam in 2015": when it was is no name, and it stands before that.
_WHEN = re.compile(r"(?:since|from|until|for|in|at|on|before|after|by)\s", re.I)
_WE_ARE = re.compile(
    r"\b(?:[Ww]e|[Ii]t|[Tt]hey)(?:['’](?:re|ve|s)| are| have| is| was| were)?(?: (?:always|still|now|just|only|simply))?(?: been| called| named)?(?: the)? (?P<name>(?:[^\W\d_a-z][\w’'&.-]*)(?:\s(?:(?:of|for|the|de|del|la|do|da|e|y|and|&)\s)*[^\W\d_a-z][\w’'&.-]*){0,6})"
)
# "I'm Moira, I run the reading centre".
_I_AM = re.compile(r"\b(?:I(?:['’]m| am)|[Mm]y name(?:['’]s| is)) $")
# "Uff, it depends who's on shift": a sound before the first comma is no tool.
_A_SOUND = re.compile(
    r"\W*(?P<name>[A-Z][a-z]{1,5}),\s(?:it|that|this|well|now|we|i|they|he|she|there|what|you)\b", re.I
)
_ONLY_DESCRIBED = re.compile(
    r"\b(?:an?|some|another)\s(?:[\w'’-]+\s){0,2}?(?:firm|company|outfit|business|house|agency|shop|start-?up|vendor|supplier|provider|developer|maker|reseller)s?$",
    re.I,
)
# "Wrote Veza myself".
_ONESELF = re.compile(r"\s(?:myself|ourselves|himself|herself|themselves|itself|yourself)$", re.I)


def without_no_house(read: Reading, message: str, asked: str | None) -> Reading:
    """The same without what is no name of the organisation, and without people for suppliers. A name that is a tool's is the tool's."""
    proposals: list[Proposal] = []
    has_tool = any(p.ref == TOOL for p in read.proposals)
    for p in (_named_before(_without_oneself(p, message), message) for p in read.proposals):
        if p.ref == HOUSE and asked != HOUSE and isinstance(p.value, str) and p.start is not None and p.end is not None:
            if _A_TOOL.match(message, p.end):
                proposals += [] if has_tool else [replace(p, ref=TOOL)]
                continue
            if _is_none(p.value, message, p.start):
                continue
            if _I_AM.search(message[: p.start]) and (" " not in p.value or is_given_name(p.value.split()[0])):
                continue
        if field_of(p.ref).type == "entity" and _ONLY_DESCRIBED.search(message, 0, p.end or 0):
            # "A Manila firm" names none.
            continue
        if p.ref != asked and field_of(p.ref).key == "application.supplier" and TITLED.match(str(p.value)):
            # "I only hear from Sister Mwape".
            continue
        proposals.append(p)
    kept = _without_no_further_tools(proposals, message, asked)
    return read if kept == read.proposals else replace(read, proposals=kept)


def _without_no_further_tools(proposals: Sequence[Proposal], message: str, asked: str | None) -> tuple[Proposal, ...]:
    """The proposals without further tools that are none: a sound, and what could take over, where that was asked."""
    sound = _A_SOUND.match(message)
    takes_over = asked is not None and field_of(asked).name == "alternative"

    def is_none(p: Proposal) -> bool:
        part, kind, name = split_ref(p.ref)
        if kind != "application" or part == kind or name != "name":
            return False
        if sound is not None and p.value == sound["name"]:
            return True
        # What does some work of its own is one.
        return takes_over and not any(o is not p and split_ref(o.ref)[0] == part for o in proposals)

    gone = {split_ref(p.ref)[0] for p in proposals if is_none(p)}
    return tuple(p for p in proposals if split_ref(p.ref)[0] not in gone)


def _is_none(name: str, message: str, start: int) -> bool:
    """Whether words that nobody announced as a name are a kind, a place or who speaks."""
    if _ANNOUNCED.search(message[:start]):
        return False
    small = name.islower() and _CAPITAL.search(message) is not None
    land = places(name)
    return small or _SPEAKER.match(name) is not None or any(p.start == 0 and p.end >= len(name) for p in land)


def _named_before(p: Proposal, message: str) -> Proposal:
    """The name that stands before words that tell since when, where those were taken for it."""
    if p.ref != HOUSE or not isinstance(p.value, str) or p.start is None or not _WHEN.match(p.value):
        return p
    told = _WE_ARE.search(message, 0, p.start)
    if told is None:
        return p
    name = told["name"].rstrip(".,;")
    return between(p, message, told.start("name"), told.start("name") + len(name))


def _without_oneself(p: Proposal, message: str) -> Proposal:
    """A name without the word for who did it."""
    told = _ONESELF.search(p.value) if field_of(p.ref).name == "name" and isinstance(p.value, str) else None
    if told is None or p.value != p.quote or p.start is None:
        return p
    return between(p, message, p.start, p.start + told.start())
