"""Joins the offline reader and a language model: agreement counts more, the offline analysis vetoes, conflicts are told.

Whatever happens to the model, the offline reading stands, and the reading's note says in one line what happened.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Protocol

from vcassist.assessment.register import name_key
from vcassist.chain.facts import Chain, field_of, split_ref
from vcassist.chain.fields import FIELDS
from vcassist.errors import VcassistError
from vcassist.interview.ports import Proposal, Reader, Reading
from vcassist.reading.model import NAMED
from vcassist.reading.model_standing import ModelStanding
from vcassist.reading.text import Span, clauses
from vcassist.reading.vetoes.modality import modalities

# Above this the offline reader's value is likelier right than not, and stands against a different one of the model's.
SURE = 0.5
# A field of which the message likelier says nothing than something is not added on a model's word; where the quote names something
# that the register knows, half of that is asked. Small models invent: of what the local one alone saw, less than half was right.
LEAST_LIKELY = 0.5
LEAST_LIKELY_NAMED = 0.25
# Fields with one of a few values. The offline reader hears those or has left them on purpose, so that a model that has not shown
# that it hears as well may not choose one.
CHOICES = frozenset({"enum", "yesno"})
_NEGATED = re.compile(
    r"\b(?:not?|never|nobody|no ?one|nothing|none|neither|nor|without|cannot|stopped|instead of|rather than|unlike|refuse[sd]?)\b|n['’]t\b",
    re.I,
)
# "They will not say" is a present refusal, no plan.
_WITHHELD = re.compile(r"\b(?:will not|won['’]t) (?:say|tell|share|disclose|reveal|give|answer)\w*", re.I)
READ_OFFLINE = "This message was read without it."


# (message, asked reference) → chance by field key ("model.weights"); a field that is not in it is unlikely.
Support = Callable[[str, str | None], Mapping[str, float]]


class HintedReader(Protocol):
    """A model reader that takes another reader's proposals as hints. Raises VcassistError when the model fails."""

    def read_with(self, message: str, asked: str | None, chain: Chain, hints: Sequence[Proposal]) -> Reading: ...


class CombinedReader:
    """Reads with both; the model only adds what the offline analysis does not speak against.

    What the person wants is the offline reader's to say: a model can be talked into it.

    ``support`` says how likely a message is to state something about each field at all (see ``reading/support.py``);
    ``standing`` is the model's record, which grows with each message.
    """

    def __init__(
        self,
        offline: Reader,
        model: HintedReader,
        support: Support | None = None,
        standing: ModelStanding | None = None,
    ) -> None:
        self._offline, self._model, self._support = offline, model, support
        self._standing = standing or ModelStanding()

    def read(self, message: str, asked: str | None, chain: Chain) -> Reading:
        offline = self._offline.read(message, asked, chain)
        if _settled(offline):
            return offline
        try:
            model = self._model.read_with(message, asked, chain, offline.proposals)
        except VcassistError as error:
            return _without(offline, error)
        known = {p.ref for p in offline.proposals}
        new = [p for p in model.proposals if p.ref not in known]
        likely = self._support(message, asked) if self._support and new else None
        return joined(message, offline, model, likely, self._standing)


class ModelFirstReader:
    """Takes facts from the model and wishes (stop, undo, skip) from the offline reader, which also steps in when the model fails."""

    def __init__(self, offline: Reader, model: HintedReader) -> None:
        self._offline, self._model = offline, model

    def read(self, message: str, asked: str | None, chain: Chain) -> Reading:
        offline = self._offline.read(message, asked, chain)
        if _settled(offline):
            return offline
        try:
            model = self._model.read_with(message, asked, chain, _own_name(offline))
        except VcassistError as error:
            return _without(offline, error)
        intent = offline.intent if offline.intent != "other" or not model.proposals else model.intent
        return replace(model, intent=intent, note=_joined(offline.note, model.note))


class NamesFirstReader:
    """The model alone, told by the offline reader which name of the organisation to hide. Raises VcassistError when the model fails."""

    def __init__(self, offline: Reader, model: HintedReader) -> None:
        self._offline, self._model = offline, model

    def read(self, message: str, asked: str | None, chain: Chain) -> Reading:
        return self._model.read_with(message, asked, chain, _own_name(self._offline.read(message, asked, chain)))


def _own_name(offline: Reading) -> tuple[Proposal, ...]:
    return tuple(p for p in offline.proposals if p.ref == "organisation.name")


def _settled(offline: Reading) -> bool:
    """True when a model could only spoil what is clear: a wish of the person, or a message that the reader explained."""
    return offline.intent in ("stop", "undo", "skip") or bool(offline.note and not offline.proposals)


def _without(offline: Reading, error: VcassistError) -> Reading:
    return replace(offline, note=_joined(offline.note, f"{error.what} {READ_OFFLINE}"))


def joined(
    message: str, offline: Reading, model: Reading, likely: Mapping[str, float] | None, standing: ModelStanding
) -> Reading:
    """One reading out of two, each reference at most once, in the order of the message.

    ``likely`` is the chance, by field, that the message states something about it; None where nothing can tell.
    ``standing`` is the model's record: what both saw is counted in it first, then it says whether the model may also choose where the
    offline reader did not.
    """
    mine = {p.ref: p for p in offline.proposals}
    theirs = {p.ref: p for p in model.proposals}
    parts = clauses(message)
    chosen: list[Proposal] = []
    doubts: list[tuple[Proposal, Proposal]] = []
    for ref in dict.fromkeys((*mine, *theirs)):
        one, other = mine.get(ref), theirs.get(ref)
        if one and other:
            against = spoken_against(other, message, parts)
            if one.confidence >= SURE:
                standing.saw(_alike(one, other) and not against)
            best, rejected = (one, None) if against else _weighed(one, other)
            if rejected:
                doubts.append((best, rejected))
            chosen.append(best)
        elif one:
            chosen.append(one)
        elif other and _may_add(other, message, parts, mine.values(), likely, standing.trusted):
            chosen.append(other)
    chosen.sort(key=lambda p: (p.start or 0, p.ref))
    prompts = (*offline.prompts, *model.prompts)
    named = {name_key(str(p.value)) for p in chosen if p.ref.endswith(".name")}
    maybe = () if any(name_key(str(p.value)) in named for p in offline.maybe[:1]) else offline.maybe
    return Reading(tuple(chosen), offline.intent, offline.note, prompts, tuple(doubts), maybe)


def _may_add(
    other: Proposal,
    message: str,
    parts: list[Span],
    mine: Iterable[Proposal],
    likely: Mapping[str, float] | None,
    trusted: bool,
) -> bool:
    """Whether what only the model proposes may stand."""
    least = LEAST_LIKELY_NAMED if other.confidence >= NAMED else LEAST_LIKELY
    if likely is not None:
        spec = field_of(other.ref)
        if likely.get(spec.key, 0.0) < least or (other.status == "known" and spec.type in CHOICES and not trusted):
            return False
    return not spoken_against(other, message, parts) and not _repeats(other, mine)


def _alike(one: Proposal, other: Proposal) -> bool:
    """Whether two proposals say the same, as far as they can: a text or a set in part."""
    if (one.status, one.value) == (other.status, other.value):
        return True
    both_known = one.status == other.status == "known"
    return both_known and field_of(one.ref).type in ("text", "set") and bool(_words(one.value) & _words(other.value))


def _words(value: object) -> set[str]:
    return set(" ".join(value).casefold().split() if isinstance(value, tuple | list) else str(value).casefold().split())


def _weighed(one: Proposal, other: Proposal) -> tuple[Proposal, Proposal | None]:
    """The proposal that stands, and the other where the two contradict each other."""
    if (one.status, one.value) == (other.status, other.value):
        return replace(one, confidence=min(0.99, 1 - (1 - one.confidence) * (1 - other.confidence))), None
    both_known = one.status == other.status == "known"
    if both_known and field_of(one.ref).type in ("text", "set"):
        # Another wording, or a part of the set, is no contradiction: the offline reader's form stands.
        return one, None
    best, rejected = (one, other) if one.confidence >= SURE else (other, one)
    return replace(best, confidence=min(best.confidence, 0.5)), rejected if both_known else None


def spoken_against(proposal: Proposal, message: str, parts: list[Span]) -> bool:
    """True when the clauses that a model's quote stands in speak of no present fact, or deny it."""
    start, end = proposal.start or 0, proposal.end or 0
    touched = [c for c in parts if c.start < end and c.end > start]
    if not touched:
        return False
    each = [modalities(_WITHHELD.sub(" ", c.text)) for c in touched]
    # A question is none the less one because a quote reaches beyond it.
    marks = frozenset.intersection(*each) | (frozenset.union(*each) & {"question"})
    _, kind, name = split_ref(proposal.ref)
    if f"{kind}.{name}" == "application.lifecycle" and not marks & {
        "hearsay",
        "others",
        "hypothesis",
        "habit",
        "question",
    }:
        return False
    return bool(marks) or _denied(proposal, message, touched[0].start)


def _denied(proposal: Proposal, message: str, clause_start: int) -> bool:
    """True when a negation speaks against a value: before its quote, or inside it for a plain yes."""
    start, end = proposal.start or 0, proposal.end or 0
    before = _NEGATED.search(message[clause_start:start])
    if proposal.status != "known":
        return False
    _, kind, name = split_ref(proposal.ref)
    spec = FIELDS[f"{kind}.{name}"]
    inside = _NEGATED.search(message[start:end])
    if spec.type == "yesno":
        return proposal.value == "yes" and bool(before or inside)
    # "We are not in Germany": a name may stand behind the negation that its quote begins with.
    return bool(before) or (spec.type in ("country", "entity") and bool(inside))


def _repeats(other: Proposal, mine: Iterable[Proposal]) -> bool:
    """True when the offline reader gave the same words to the same field of another component: it counts components."""
    spec = field_of(other.ref)
    return any(field_of(p.ref).key == spec.key and p.value == other.value for p in mine)


def _joined(*notes: str) -> str:
    return " ".join(note for note in notes if note)
