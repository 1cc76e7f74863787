"""What a message came to, and how new facts stand to what was said before: new, added, replacing, repeated, contradicting. Pure."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass, field, replace

from vcassist.chain.facts import Chain, Fact, Status, field_of
from vcassist.interview.ports import Reading
from vcassist.interview.reading import merged_set
from vcassist.interview.remarks.moves import Move
from vcassist.interview.session import Awaiting, Contradiction

LONGEST_QUOTE = 200


@dataclass(frozen=True, slots=True)
class Heard:
    """``facts`` are new or changed; ``replaced`` pairs old and new; ``told`` were found in earlier messages; ``removed`` are taken away.

    ``merged``: what was taken away lives on in another part. ``skipped``: a reference that is left for good. ``vague``: it deserves one follow-up. ``change``: to be asked anew.
    ``restated``: something that stands already was said again. ``decided``: the person's word on a contradiction. ``unsure``: an earlier message may answer what was asked: the fact to confirm.
    ``also``: what a yes to ``unsure`` would confirm beside it. ``asks``: questions to the assistant beside what was told, in their words.
    ``case``: that of them which asks what fits a case; ``unsure`` is what it comes nearest to.
    ``late``: a reference on whose contradiction a word comes after its turn. ``tired_of``: kinds of components to ask no more about.
    ``unplaced``: words that seem to set something right, and it is not understood what. ``parts_company``: the person seems to go.
    """

    facts: tuple[Fact, ...] = ()
    replaced: tuple[tuple[Fact, Fact], ...] = ()
    conflicts: tuple[Contradiction, ...] = ()
    skipped: str | None = None
    refused: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    merged: bool = False
    told: tuple[Fact, ...] = ()
    unsure: Fact | None = None
    also: tuple[Fact, ...] = ()
    restated: Fact | None = None
    decided: bool = False
    late: str | None = None
    change: str | None = None
    vague: bool = False
    move: Move | None = None
    asks: str = ""
    case: str = ""
    unplaced: str = ""
    parts_company: bool = False
    tired_of: frozenset[str] = frozenset()
    reading: Reading = field(default_factory=lambda: Reading((), "other"))


def weigh(
    chain: Chain, gated: Sequence[Fact], reading: Reading, awaiting: Awaiting | None
) -> tuple[tuple[Fact, ...], tuple[tuple[Fact, Fact], ...], tuple[Contradiction, ...]]:
    """Sorts new facts against the chain: new, added to a set, replacing, repeated, or in contradiction."""
    facts: list[Fact] = []
    replaced: list[tuple[Fact, Fact]] = []
    conflicts: list[Contradiction] = []
    for fact in gated:
        old = chain.get(fact.ref)
        correcting = reading.intent == "correction" or (
            awaiting is not None and awaiting.manner == "change" and awaiting.ref == fact.ref
        )
        if old is None:
            facts.append(fact)
        elif old.says_the_same(fact):
            continue
        elif correcting or old.status != "known" or (awaiting is not None and awaiting.ref == fact.ref):
            fact = fact if correcting else merged_set(old, fact)
            if not old.says_the_same(fact):
                facts.append(fact)
                # An item more in a set corrects nothing.
                if old.status == "known" and (correcting or not grows(old, fact)):
                    replaced.append((old, fact))
        elif fact.status != "known":
            continue
        elif field_of(fact.ref).type == "set":
            merged = merged_set(old, fact)
            if merged.value != old.value:
                facts.append(merged)
        elif field_of(fact.ref).type == "text" or _fuller(fact, old):
            continue
        elif _fuller(old, fact):
            facts.append(fact)
            replaced.append((old, fact))
        else:
            conflicts.append(Contradiction.between(old, fact))
    return tuple(facts), tuple(replaced), tuple(conflicts)


def _fuller(old: Fact, new: Fact) -> bool:
    """Whether the name of a company goes on where the other ends: "Amazon Web Services" after "Amazon" contradicts nothing."""
    if old.field.type != "entity" or not old.status == new.status == "known":
        return False
    return str(new.value).casefold().startswith(f"{str(old.value).casefold()} ")


def grows(old: Fact, new: Fact) -> bool:
    """Whether a set holds what it held and something more."""
    return old.field.type == "set" and set(old.values) < set(new.values)


def answers(heard: Heard, ref: str | None) -> bool:
    """Whether something was heard as the answer to a question."""
    return any(f.ref == ref for f in heard.facts)


def without(facts: Sequence[Fact], ref: str | None) -> tuple[Fact, ...]:
    return tuple(f for f in facts if f.ref != ref)


def taken_instead(heard: Heard, pairs: Sequence[tuple[Fact, Fact]]) -> Heard:
    """What was heard, with the new of each pair in the place of the old instead of a contradiction between them."""
    refs = {new.ref for _, new in pairs}
    return replace(
        heard,
        facts=(*heard.facts, *(new for _, new in pairs)),
        replaced=(*heard.replaced, *pairs),
        conflicts=tuple(c for c in heard.conflicts if c.ref not in refs),
    )


def set_anew(heard: Heard, pairs: Sequence[tuple[Fact, Fact]]) -> Heard:
    """What was heard, with the new of each pair in the place of what was heard of its reference, as what sets the old one right."""
    new = {fact.ref: fact for _, fact in pairs}
    return replace(
        heard,
        facts=tuple(new.get(f.ref, f) for f in heard.facts),
        replaced=(*(pair for pair in heard.replaced if pair[1].ref not in new), *pairs),
    )


def without_told(heard: Heard, refs: Set[str]) -> Heard:
    """What was heard, without what is told and put right of some references."""
    return replace(
        heard,
        facts=tuple(f for f in heard.facts if f.ref not in refs),
        replaced=tuple(pair for pair in heard.replaced if pair[1].ref not in refs),
    )


def whole(said: str, ref: str, status: Status, value: str | tuple[str, ...] | None, number: int) -> Fact:
    """A fact that the whole message stands for; of a long one, its beginning is quoted."""
    start = len(said) - len(said.lstrip())
    end = min(len(said.rstrip()), start + LONGEST_QUOTE)
    return Fact(ref, status, value, said[start:end], start, end, number)


def came_to_something(heard: Heard) -> bool:
    """Whether a message changed what is noted, or is to."""
    return bool(heard.facts or heard.replaced or heard.conflicts or heard.restated or heard.told or heard.change)


def came_to_nothing(heard: Heard) -> bool:
    """Whether a message changed nothing, asked nothing and settled nothing, as far as it was understood."""
    left = heard.unsure or heard.move or heard.removed or heard.refused or heard.decided or heard.late or heard.asks
    return not (came_to_something(heard) or left or heard.parts_company or heard.tired_of)


def once_each(heard: Heard) -> Heard:
    """The same with one value for each reference: the person's word on what was offered, else the last, which the
    chain would keep."""
    best: dict[str, Fact] = {}
    for fact in heard.facts:
        kept = best.get(fact.ref)
        if kept is None or kept.source != "confirmed":
            best[fact.ref] = fact
    if len(best) == len(heard.facts):
        return heard
    facts = tuple(f for f in heard.facts if best[f.ref] is f)
    return replace(heard, facts=facts, replaced=tuple(pair for pair in heard.replaced if pair[1] in facts))


def read_as_it_stands(old: Fact, heard: Heard, new: Fact) -> bool:
    """Whether the reader, which looked for nothing else, found what stands in the very words that may tell otherwise: they say it once more."""
    same = (p for p in heard.reading.proposals if p.ref == old.ref and p.status == old.status and p.value == old.value)
    return any(p.start is not None and p.touches(new.start or 0, new.end or 0) for p in same)
