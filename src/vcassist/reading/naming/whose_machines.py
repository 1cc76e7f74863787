"""Whose machines it runs on, and who keeps the data, where a message names a second house beside that: "they run it, on what they have with OVH". Pure.

Who runs a tool need not own what it runs on; a building bears a name, and is nobody who supplies; and the house that made a model is none by that.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from vcassist.assessment.register import Register
from vcassist.chain.facts import field_of
from vcassist.interview.ports import Proposal, Reading
from vcassist.interview.sentences import PART, around
from vcassist.interview.turns_of_phrase import DENIES
from vcassist.reading.naming.names import Mention

_I = re.I
# Whoever owns the machines or keeps the data.
HOUSES_OF_PLACES = frozenset({"compute.supplier", "storage.supplier"})
_SURE = 0.9
# "… runs the whole works, on what they got with Amazon Web Services", "on servers they rent from OVH".
_ON_THEIRS = re.compile(
    r"\b(?:on|in|with|inside|over) (?:the )?(?:what|whatever|machines?|servers?|computers?|boxes|hardware|space|room|capacity|something|a (?:server|machine|rack|corner|cloud|contract)|an account)\b[^.;!?]{0,20}?\b(?:they|he|she|it|these|those) (?:has |have |had )?(?:got|have|has|had|rents?|rented|leases?|hires?|hired|buys?|bought|pays? for|takes?|took|holds?|keeps?)\b(?: \w+){0,2}? (?:with|from|at|of|by|in)\s(?:the )?$",
    _I,
)
# "In their Samrand facility": a place.
_A_BUILDING = re.compile(
    r"\s(?:facility|data ?cent(?:re|er)s?|campus|site|building|region|location|availability zone|plant|branch)\b", _I
)
_FROM_WHOM = re.compile(r"\W*(?:(?:and|it['’]?s|that['’]?s)\s)?(?:from|with|at|by)\s(?:the\s)?$", _I)
_HEADS = re.compile(
    r"\W*(?:(?:it['’]?s|it is|that['’]?s|that is|well|so|oh)\s)?(?P<name>[A-ZÀ-ÖØ-Þ][\w&.-]*\w(?: [A-ZÀ-ÖØ-Þ][\w&.-]*\w){0,2}),\s"
)
# "The cloud part of Amazon", "Amazon's cloud".
_OF_AMAZON = re.compile(r"\bcloud\b[^.;!?]{0,25}\bAmazon\b(?! Web)|\bAmazon(?:['’]s)?\b[^.;!?]{0,12}\bcloud\b", _I)
_OR_AWS = re.compile(r"\bAmazon\b\W{1,3}(?:(?:i mean|well|that is|or|so)\W{1,3})?(?:AWS|Amazon Web Services)\b", _I)
_WORD_BEFORE = re.compile(r"(?<![\w-])(?P<word>[A-ZÀ-ÖØ-Þ][\w-]+)\s$")
_AWS = "Amazon Web Services"


def with_whose_machines(
    read: Reading, message: str, asked: str | None, find: Callable[[str], Sequence[Mention]], register: Register
) -> Reading:
    """The same with each house in its own part."""
    models = {p.start for p in read.proposals if field_of(p.ref).key == "model.name"}
    read = replace(read, proposals=tuple(_rented_from(p, message, asked, read.proposals) for p in read.proposals))
    kept = [q for p in read.proposals if (q := _its_own(p, message, asked, find, models)) is not None]
    return replace(read, proposals=tuple(_with_makers_of_chips(kept, message, asked, find, register)))


def _rented_from(p: Proposal, message: str, asked: str | None, others: Sequence[Proposal]) -> Proposal:
    """Who supplies the machines, where a sentence that only says from whom stands behind where it runs: "A cloud account we rent. From Microsoft"."""
    if asked is None or field_of(asked).key != "compute.hosting" or p.start is None or p.status != "known":
        return p
    here = around(PART, message, p.start)
    whose = f"{asked.partition('.')[0]}.supplier"
    rented = any(q.ref == asked and q.value == "cloud" for q in others) and not any(q.ref == whose for q in others)
    if not rented or field_of(p.ref).key != "application.supplier" or here is None:
        return p
    return replace(p, ref=whose) if _FROM_WHOM.match(message[here.start() : p.start]) else p


def _its_own(
    p: Proposal, message: str, asked: str | None, find: Callable[[str], Sequence[Mention]], models: set[int | None]
) -> Proposal | None:
    if p.status != "known" or p.start is None or p.end is None or field_of(p.ref).key not in HOUSES_OF_PLACES:
        return p
    part = around(PART, message, p.start)
    if part is None:
        return p
    if p.end + 1 in models and p.ref != asked:
        # "Ultralytics YOLO11n": who made the model.
        return None
    if p.ref == asked:
        behind = (m for m in find(message) if p.end < m.start < part.end() and m.id_of("supplier"))
        theirs = next((m for m in behind if _ON_THEIRS.search(message[part.start() : m.start])), None)
        if theirs is not None and not re.search(DENIES, part[0], _I):
            return _named(p, theirs.text, theirs.start)
        head = _HEADS.match(message)
        if head is not None and _A_BUILDING.match(message, p.end) and head.end() <= p.start:
            return _named(p, head["name"], head.start("name"))
    if p.value == "Amazon" and (_OF_AMAZON.search(part[0]) or _OR_AWS.search(message)):
        return replace(p, value=_AWS)
    return p


def _with_makers_of_chips(
    proposals: Sequence[Proposal],
    message: str,
    asked: str | None,
    find: Callable[[str], Sequence[Mention]],
    register: Register,
) -> list[Proposal]:
    """With who made the chips, where that is said in their name or right before it: "NVIDIA Jetson Orin Nano boxes"."""
    found = list(proposals)
    for p in proposals:
        component, _, name = p.ref.partition(".")
        if name != "accelerator" or p.status != "known" or p.start is None:
            continue
        before = _WORD_BEFORE.search(message[: p.start])
        places = [before.start("word")] if before is not None else []
        for at in (*places, p.start):
            word = message[at:].split(" ")[0].strip(",.;")
            house = next((register.suppliers[i] for m in find(word) if (i := m.id_of("supplier"))), None)
            maker = f"{component}.accelerator_vendor"
            if house is None or house.name.casefold() != word.casefold() or maker == asked:
                continue
            found = [q for q in found if q.ref != maker and not _only_sells_chips(q, at, word, asked)]
            found.append(Proposal(maker, "known", word, word, _SURE, at, at + len(word)))
            break
    return found


def _only_sells_chips(p: Proposal, at: int, word: str, asked: str | None) -> bool:
    """Whether the maker of the chips was taken for who supplies something else by the same word."""
    return p.ref != asked and field_of(p.ref).name == "supplier" and p.touches(at, at + len(word))


def _named(p: Proposal, name: str, start: int) -> Proposal:
    return replace(p, value=name, quote=name, confidence=max(p.confidence, _SURE), start=start, end=start + len(name))
