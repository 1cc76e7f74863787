"""What one message comes to, before anything is said: facts, corrections, contradictions, and what the person wants. Pure but for its reader."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from vcassist.chain.facts import Chain, Fact, at_turn, checked_value, field_of
from vcassist.interview import repair
from vcassist.interview.moves import Move, corrects, hedge_of, move_of
from vcassist.interview.planner import TECHNICAL
from vcassist.interview.ports import Reader, Reading
from vcassist.interview.reading import gate, merged_set
from vcassist.interview.session import Awaiting, Contradiction, Session
from vcassist.interview.words import Country

_I = re.I
_YES = re.compile(
    r"^\W*(?:yes|yeah|yep|yup|correct|right|exactly|true|that'?s (?:right|it|correct|so)|that is (?:right|correct|so)|ok(?:ay)?|sure|indeed|it is|it does|it fits|i think so)\b",
    _I,
)
_NO = re.compile(
    r"^\W*(?:no|nope|nah|not (?:really|so|with us|quite)|wrong|that'?s (?:wrong|not)|it'?s not|it isn'?t)\b", _I
)
_OLD = re.compile(r"\b(?:first|former|old|earlier|before|original|what i said (?:first|earlier))\b", _I)
_NEW = re.compile(r"\b(?:second|latter|new|newer|last|now|just said|what i (?:just )?said now)\b", _I)
_NOTHING_MORE = re.compile(
    r"^\W*(?:no|nope|nah|nothing|none|that'?s (?:all|it)|that is (?:all|everything)|just (?:that|those|this)|only (?:that|those|this)|all|(?:i )?(?:don'?t|do not) think (?:so|there)|not (?:that i know|really))\b",
    _I,
)
# How many words of a message are taken as they are, when a question about words or a name was put twice.
LITERAL_WORDS = {"text": 25, "entity": 4}
LONGEST_QUOTE = 200


@dataclass(frozen=True, slots=True)
class Heard:
    """``facts`` are new or changed; ``replaced`` pairs old and new; ``told`` were found in earlier messages.

    ``skipped``: a reference that is left for good. ``vague``: it deserves one follow-up. ``change``: to be asked anew.
    ``unsure``: an earlier message may answer what was asked: the fact to confirm.
    """

    facts: tuple[Fact, ...] = ()
    replaced: tuple[tuple[Fact, Fact], ...] = ()
    conflicts: tuple[Contradiction, ...] = ()
    skipped: str | None = None
    refused: tuple[str, ...] = ()
    told: tuple[Fact, ...] = ()
    unsure: Fact | None = None
    change: str | None = None
    vague: bool = False
    move: Move | None = None
    reading: Reading = field(default_factory=lambda: Reading((), "other"))


def hear(session: Session, said: str, reading: Reading, reader: Reader, number: int, country: Country = str) -> Heard:
    """One message in the light of the session and of what the last reply waited for."""
    awaiting, move = session.awaiting, move_of(said)
    gated = at_turn(gate(reading, said, number).facts, number)
    base = Heard(reading=reading, move=move)
    settled = _settle(session, said, gated, awaiting, number, base)
    if settled is not None:
        return settled
    if move == "told" and awaiting and awaiting.ref not in {f.ref for f in gated}:
        return _told(session, gated, awaiting, reader, base)
    repaired = _repaired(session, said, gated, reader, number, country, base)
    if repaired is not None:
        return repaired
    facts, replaced, conflicts = weigh(session.chain, gated, reading, awaiting)
    return _answered(said, replace(base, facts=facts, replaced=replaced, conflicts=conflicts), awaiting, number)


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
        elif (old.status, old.value) == (fact.status, fact.value):
            continue
        elif correcting or old.status != "known" or (awaiting is not None and awaiting.ref == fact.ref):
            fact = fact if correcting else merged_set(old, fact)
            if (old.status, old.value) != (fact.status, fact.value):
                facts.append(fact)
                if old.status == "known":
                    replaced.append((old, fact))
        elif fact.status != "known":
            continue
        elif field_of(fact.ref).type == "set":
            merged = merged_set(old, fact)
            if merged.value != old.value:
                facts.append(merged)
        elif field_of(fact.ref).type == "text":
            continue
        else:
            conflicts.append(
                Contradiction(fact.ref, old.as_json()["value"], fact.as_json()["value"], old.quote, fact.quote)
            )
    return tuple(facts), tuple(replaced), tuple(conflicts)


# --- answers to a confirmation, a contradiction, "anything else?" ----------------------------------------------------------


def _settle(
    session: Session, said: str, gated: tuple[Fact, ...], awaiting: Awaiting | None, number: int, base: Heard
) -> Heard | None:
    if awaiting is None or base.reading.intent in ("skip", "stop", "question"):
        return None
    if awaiting.manner == "confirm":
        return _confirmed(said, gated, awaiting, number, base)
    if awaiting.manner == "conflict":
        return _decided(session, said, gated, awaiting, number, base)
    direct = next((f for f in gated if f.ref == awaiting.ref), None)
    done = direct is None and _NOTHING_MORE.match(said)
    if awaiting.manner == "more" and (done or (direct is not None and direct.value in (("none",), ("nobody",)))):
        facts, replaced, conflicts = weigh(session.chain, _without(gated, awaiting.ref), base.reading, awaiting)
        return replace(base, facts=facts, replaced=replaced, conflicts=conflicts, skipped=awaiting.ref)
    return None


def _confirmed(said: str, gated: tuple[Fact, ...], awaiting: Awaiting, number: int, base: Heard) -> Heard | None:
    """A yes takes all that was offered, but for what the message says otherwise; a no refuses it."""
    offered = awaiting.offered
    own = {f.ref: f for f in gated if f.ref in offered}
    others = tuple(f for f in gated if f.ref not in offered)
    yes, no = _YES.match(said), _NO.match(said)
    agreeing = [f for f in own.values() if f.value == offered[f.ref]]
    differing = {
        ref: f
        for ref, f in own.items()
        # A bare yes or no is read as the value of a yes-or-no field, but here it answers the offer.
        if f.value != offered[ref] and not (field_of(ref).type == "yesno" and (yes or no) and len(said.split()) <= 3)
    }
    if no and not agreeing:
        refused = tuple(ref for ref in offered if ref not in differing)
        return replace(base, facts=(*differing.values(), *others), refused=refused)
    if not yes and not agreeing:
        return None
    start, end = (yes.start(), yes.end()) if yes else (agreeing[0].start or 0, agreeing[0].end or 0)
    taken = [
        Fact(ref, "known", checked_value(ref, value), said[start:end], start, end, number, source="confirmed")
        for ref, value in offered.items()
        if ref not in differing and (yes or own.get(ref) in agreeing)
    ]
    return replace(base, facts=(*taken, *differing.values(), *others))


def _decided(
    session: Session, said: str, gated: tuple[Fact, ...], awaiting: Awaiting, number: int, base: Heard
) -> Heard:
    """The person's word on a contradiction: the new value, or the old one stands. It is asked once."""
    direct = next((f for f in gated if f.ref == awaiting.ref), None)
    others = _without(gated, awaiting.ref)
    old_wins, new_wins = _OLD.search(said), _NEW.search(said)
    old = session.chain.get(awaiting.ref)
    fact: Fact | None = None
    if direct is not None and direct.status == "known":
        fact = direct
    elif new_wins and not old_wins:
        value = checked_value(awaiting.ref, awaiting.new)
        fact = Fact(awaiting.ref, "known", value, said[new_wins.start() : new_wins.end()], *new_wins.span(), number)
    if fact is not None and old is not None and fact.value != old.value:
        return replace(base, facts=(fact, *others), replaced=((old, fact),))
    return replace(base, facts=others)


# --- repairs --------------------------------------------------------------------------------------------------------------


def _told(session: Session, gated: tuple[Fact, ...], awaiting: Awaiting, reader: Reader, base: Heard) -> Heard:
    """ "I told you already": what was said is looked for; taken where it is plain, shown for a yes where it is not."""
    found = repair.told_before(session, awaiting.ref, reader)
    if found is None:
        return replace(base, facts=gated)
    fact, sure = found
    if sure >= repair.SURE:
        return replace(base, facts=(*gated, fact), told=(fact,))
    return replace(base, facts=gated, unsure=fact)


def _repaired(
    session: Session, said: str, gated: tuple[Fact, ...], reader: Reader, number: int, country: Country, base: Heard
) -> Heard | None:
    """A correction of something earlier, where the message is one; else None."""
    awaiting, reading = session.awaiting, base.reading
    by_form = corrects(said)
    if awaiting and awaiting.manner == "change" and any(f.ref == awaiting.ref for f in gated):
        return None
    if base.move == "other_one" and not _without(gated, awaiting.ref if awaiting else None):
        other = repair.other_one(session)
        if other is not None:
            latest, value = other
            new = _whole(said, latest.ref, "known", checked_value(latest.ref, value), number)
            return replace(base, facts=(new,), replaced=((latest, new),))
        return replace(base, change=_latest(session))
    if not by_form and reading.intent != "correction" and base.move != "change":
        return None
    chain = session.chain
    named = [f for f in gated if (old := chain.get(f.ref)) and (old.status, old.value) != (f.status, f.value)]
    if named:
        corrected = replace(reading, intent="correction")
        facts, replaced, conflicts = weigh(chain, gated, corrected, awaiting)
        return replace(base, facts=facts, replaced=replaced, conflicts=conflicts)
    pair = repair.reread(session, said, reader, country, only_quoted=not by_form)
    if pair is not None:
        mistaken, new = pair[0], replace(pair[1], turn=number)
        # What was taken for an answer to the present question was meant for the earlier one.
        rest = tuple(f for f in gated if not (awaiting and f.ref == awaiting.ref) and not _overlap(f, new))
        facts, replaced, conflicts = weigh(chain, rest, reading, awaiting)
        return replace(base, facts=(new, *facts), replaced=((mistaken, new), *replaced), conflicts=conflicts)
    if base.move == "change" and not gated:
        return replace(base, change=repair.meant_field(session, said) or _latest(session))
    return None


def _latest(session: Session) -> str | None:
    facts = session.chain.facts.values()
    latest = max((f.turn for f in facts), default=0)
    return next((f.ref for f in facts if f.turn == latest), None)


def _overlap(one: Fact, other: Fact) -> bool:
    return (one.start or 0) < (other.end or 0) and (one.end or 0) > (other.start or 0)


def _without(facts: Sequence[Fact], ref: str | None) -> tuple[Fact, ...]:
    return tuple(f for f in facts if f.ref != ref)


# --- an answer that gave nothing --------------------------------------------------------------------------------------------


def _answered(said: str, heard: Heard, awaiting: Awaiting | None, number: int) -> Heard:
    """Skips, and what becomes of an answer that told nothing about the question: one follow-up, then partly, unknown or left."""
    reading = heard.reading
    if awaiting is None:
        return heard
    if reading.intent == "skip":
        return replace(heard, skipped=awaiting.ref)
    known = any(f.ref == awaiting.ref for f in heard.facts) or any(c.ref == awaiting.ref for c in heard.conflicts)
    if not known and heard.move == "lay" and awaiting.ref.partition(".")[0].partition("-")[0] in TECHNICAL:
        return replace(heard, facts=(*heard.facts, _whole(said, awaiting.ref, "unknown", None, number)))
    if known or reading.intent in ("question", "stop") or heard.move not in (None, "lay"):
        return heard
    if heard.facts and awaiting.manner in ("again", "vague"):
        return replace(heard, skipped=awaiting.ref)
    if heard.facts:
        return heard
    if awaiting.manner == "more":
        return replace(heard, skipped=awaiting.ref)
    if reading.intent == "other":
        return replace(heard, skipped=awaiting.ref) if awaiting.manner == "vague" else heard
    if awaiting.manner != "vague":
        return replace(heard, vague=True)
    hedge = hedge_of(said)
    last = _taken_as_said(said, awaiting.ref, hedge, heard, number)
    return replace(heard, facts=(*heard.facts, last)) if last else replace(heard, skipped=awaiting.ref)


def _taken_as_said(said: str, ref: str, hedge: Move | None, heard: Heard, number: int) -> Fact | None:
    """The second answer without a readable value: a half yes is "partly", a shrug is not known, plain words are taken as they are."""
    spec = field_of(ref)
    if hedge:
        partly = hedge == "partly" and spec.type == "yesno"
        return _whole(said, ref, "known" if partly else "unknown", "partly" if partly else None, number)
    plain = heard.reading.intent == "answer" and not heard.facts and not heard.move
    words = said.strip().rstrip(".!")
    if plain and len(words.split()) <= LITERAL_WORDS.get(spec.type, 0) and any(c.isalpha() for c in words):
        return replace(
            _whole(words, ref, "known", checked_value(ref, words), number),
            start=said.index(words),
            end=said.index(words) + len(words),
        )
    return None


def _whole(said: str, ref: str, status: str, value: str | tuple[str, ...] | None, number: int) -> Fact:
    """A fact that the whole message stands for; of a long one, its beginning is quoted."""
    start = len(said) - len(said.lstrip())
    end = min(len(said.rstrip()), start + LONGEST_QUOTE)
    return Fact(ref, status, value, said[start:end], start, end, number)  # type: ignore[arg-type]
