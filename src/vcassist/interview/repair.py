"""Repairs in a conversation: what a correction without a name corrects, what "I told you already" points at. Pure but for its reader.

A correction seldom names its field: "make that Sweden", "hold on, not Ireland: it's Belgium". The message is therefore read again as
an answer to the questions it could belong to, the likeliest first: the one whose old value it quotes, the one whose words it uses,
the latest.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from vcassist.chain.facts import Chain, Fact, field_of
from vcassist.chain.fields import Field
from vcassist.interview.ports import Reader, Reading
from vcassist.interview.reading import gate
from vcassist.interview.session import Session
from vcassist.interview.words import name_of

# How many earlier questions a correction is tried on, and how far back a message is looked for.
TRIES = 6
BACK = 40
SURE = 0.75
FAIR = 0.5
_WORD = re.compile(r"[^\W\d_]{3,}|\d+")
_COMMON = frozenset(
    re.findall(
        r"\w+",
        "the and for that this with not but are was were you your our they them its has have had what which who where when how does "
        "did about from into said say told tell earlier before answer change want correct sorry actually meant mean mistake wrong just",
    )
)
Country = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Target:
    """An earlier answer that a correction may be about. ``quoted``: the message repeats its old value."""

    fact: Fact
    weight: float
    quoted: bool


def words_of(text: str) -> set[str]:
    """The telling words of a text, in lower case."""
    return {w for w in (m.lower() for m in _WORD.findall(text)) if w not in _COMMON}


def field_words(spec: Field) -> set[str]:
    return words_of(f"{spec.label} {name_of(spec.key)} {spec.kind}")


def targets(session: Session, said: str, country: Country) -> list[Target]:
    """Earlier answers, the likeliest to be meant by ``said`` first."""
    heard = words_of(said)
    newest = max((f.turn for f in session.chain.facts.values()), default=0)
    found = []
    for fact in session.chain.facts.values():
        old = {fact.quote, *(_value_words(fact, country))} - {""}
        quoted = any(re.search(rf"(?<!\w){re.escape(o)}(?!\w)", said, re.I) for o in old if len(o) > 1)
        shared = len(words_of(fact.quote) & heard)
        weight = 3.0 * quoted + 0.7 * min(2, len(field_words(fact.field) & heard)) + 0.4 * min(2, shared)
        found.append(Target(fact, weight + 1.0 / (1 + newest - fact.turn), quoted))
    return sorted(found, key=lambda t: (-t.weight, -t.fact.turn, t.fact.ref))


def _value_words(fact: Fact, country: Country) -> Iterator[str]:
    if fact.status != "known" or fact.field.type == "yesno":
        return
    for value in fact.values:
        yield country(value) if fact.field.type == "country" else fact.field.options.get(value, value)


def reread(
    session: Session, said: str, reader: Reader, country: Country, *, only_quoted: bool
) -> tuple[Fact, Fact] | None:
    """(old, new) of the earlier answer that ``said`` corrects, or None. ``only_quoted``: it must repeat the old value."""
    for target in targets(session, said, country)[:TRIES]:
        old = target.fact
        if only_quoted and not target.quoted:
            continue
        proposals = [p for p in reader.read(said, old.ref, session.chain).proposals if p.ref == old.ref]
        if not target.quoted and not any(p.confidence >= FAIR for p in proposals):
            continue
        for new in gate(Reading(tuple(proposals), "correction"), said).facts:
            # A bare yes or no could belong to anything: it must come with words of its own field.
            loose = new.field.type in ("yesno", "text") and target.weight < 1.5
            if (new.status, new.value) != (old.status, old.value) and not loose:
                return old, new
    return None


def other_one(session: Session) -> tuple[Fact, str] | None:
    """The latest answer that has exactly one other value, with that value: of two options, or the one that it replaced."""
    chain = session.chain
    known = [f for f in chain.facts.values() if f.status == "known"]
    latest = max(known, key=lambda f: f.turn, default=None)
    if latest is None or not isinstance(latest.value, str):
        return None
    before = [f.value for f in chain.history.get(latest.ref, ()) if f.status == "known" and f.value != latest.value]
    options = {"yes": "no", "no": "yes"} if latest.field.type == "yesno" else _opposites(latest.field)
    other = before[-1] if before else options.get(latest.value)
    return (latest, other) if isinstance(other, str) else None


def _opposites(spec: Field) -> dict[str, str]:
    one, *rest = spec.values or ("",)
    return {one: rest[0], rest[0]: one} if len(rest) == 1 else {}


def told_before(session: Session, ref: str, reader: Reader) -> tuple[Fact, float] | None:
    """What an earlier message says about ``ref``, with how sure that is (0 to 1). The fact keeps that message's turn and quote."""
    for turn in [t for t in reversed(session.live) if t.said and t.undoes is None][:BACK]:
        if len(turn.said.split()) < 4:
            continue
        proposals = [p for p in reader.read(turn.said, ref, Chain()).proposals if p.ref == ref]
        best = max((p.confidence for p in proposals), default=0.0)
        for fact in gate(Reading(tuple(proposals), "answer"), turn.said, turn.number).facts:
            if best >= FAIR and len(fact.quote.split()) >= (2 if field_of(ref).type == "yesno" else 1):
                return fact, best
    return None


def meant_field(session: Session, said: str) -> str | None:
    """The field whose words a wish to change something uses; of those already answered, else of any; else None."""
    heard = words_of(said)
    if not heard:
        return None
    answered = {ref: field_words(f.field) for ref, f in session.chain.facts.items()}
    passed = {t.skipped: field_words(field_of(t.skipped)) for t in session.live if t.skipped}
    for group in (answered, passed):
        best = max(group, key=lambda ref: len(group[ref] & heard), default=None)
        if best is not None and group[best] & heard:
            return best
    return None
