"""One turn of the interview: read → gate → fold → assess → plan → speak, as an iterator of events. Pure but for its ports."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from vcassist.assessment.evaluate import Finding, assess
from vcassist.assessment.register import Register
from vcassist.assessment.rules import Rule
from vcassist.chain.facts import Chain, Fact, at_turn, checked_value, field_of, fold
from vcassist.errors import BadInput
from vcassist.interview import planner, speech
from vcassist.interview.ports import Answer, Glossary, Reader, Reading
from vcassist.interview.reading import clean_message, gate, merged_set
from vcassist.interview.session import Awaiting, Contradiction, Session, Suggestion, Turn
from vcassist.interview.speech import Plan
from vcassist.interview.suggest import suggestions

SECONDS_A_TURN = 30
_YES = re.compile(
    r"^\W*(?:yes|yeah|yep|yup|correct|right|exactly|true|that'?s (?:right|it|correct|so)|ok(?:ay)?|sure|indeed|it is|i think so)\b",
    re.I,
)
_NO = re.compile(r"^\W*(?:no|nope|nah|not (?:really|so|with us|quite)|wrong|that'?s (?:wrong|not))\b", re.I)
_OLD = re.compile(r"\b(?:first|former|old|earlier|before|original|what i said (?:first|earlier))\b", re.I)
_NEW = re.compile(r"\b(?:second|latter|new|newer|last|now|just said|what i (?:just )?said now)\b", re.I)
_NOTHING_MORE = re.compile(
    r"^\W*(?:no|nope|nah|nothing|none|that'?s (?:all|it)|that is all|just (?:that|those|this)|only (?:that|those|this)|all)\b",
    re.I,
)
OPEN_SETS = frozenset({"affected_people", "sources", "sensitive_data"})


@dataclass(frozen=True, slots=True)
class Tools:
    """Everything a turn needs from outside, chosen in the composition root."""

    reader: Reader
    glossary: Glossary
    register: Register
    rules: Sequence[Rule]
    now: Callable[[], str] = field(default=lambda: "")


@dataclass(frozen=True, slots=True)
class Event:
    """``kind``: understood, reply, done. ``data`` is its JSON shape; ``turn`` comes with done."""

    kind: str
    data: dict[str, Any]
    turn: Turn | None = None


def findings_of(chain: Chain, tools: Tools) -> tuple[Finding, ...]:
    return assess(chain, tools.rules, tools.register)


def greet(tools: Tools) -> Turn:
    """Turn 0: asks for the story, not for a form."""
    return Turn(0, reply=speech.GREETING, at=tools.now())


def skipped_refs(session: Session) -> frozenset[str]:
    """References not to ask again: passed over by the person, or asked and left unanswered."""
    return frozenset(t.skipped for t in session.live if t.skipped)


def refused_refs(session: Session) -> frozenset[str]:
    """References whose suggestion the person refused."""
    return frozenset(ref for t in session.live for ref in t.refused)


@dataclass(frozen=True, slots=True)
class Understood:
    """What a message came to, before anything is said."""

    facts: tuple[Fact, ...] = ()
    replaced: tuple[tuple[Fact, Fact], ...] = ()
    conflicts: tuple[Contradiction, ...] = ()
    skipped: str | None = None
    refused: tuple[str, ...] = ()
    reading: Reading = field(default_factory=lambda: Reading((), "other"))


def take_turn(session: Session, said: str, tools: Tools) -> Iterator[Event]:
    """Reads one message and replies. Yields understood, reply pieces, done (with the Turn to append).

    Raises BadInput before anything is yielded when the message cannot be used.
    """
    said = clean_message(said)
    number = session.next_number
    awaiting = session.awaiting
    reading = tools.reader.read(said, awaiting.ref if awaiting else None, session.chain)
    if reading.intent == "undo":
        yield from _undo(session, said, number, tools)
        return
    heard = understand(session, said, reading, number)
    yield from _reply(session, said, heard, number, tools)


def understand(session: Session, said: str, reading: Reading, number: int) -> Understood:
    """Facts, corrections and contradictions of one reading, in the light of what the last reply waited for."""
    awaiting = session.awaiting
    gated = at_turn(gate(reading, said, number).facts, number)
    special = _settle(session, said, gated, awaiting, number, reading)
    if special is not None:
        return special
    facts, replaced, conflicts = weigh(session.chain, gated, reading, awaiting)
    skipped = awaiting.ref if awaiting and reading.intent == "skip" else None
    if (
        awaiting
        and awaiting.manner in ("again", "more")
        and awaiting.ref not in {f.ref for f in facts}
        and reading.intent != "question"
    ):
        skipped = awaiting.ref
    return Understood(facts, replaced, conflicts, skipped, (), reading)


def weigh(
    chain: Chain, gated: Sequence[Fact], reading: Reading, awaiting: Awaiting | None
) -> tuple[tuple[Fact, ...], tuple[tuple[Fact, Fact], ...], tuple[Contradiction, ...]]:
    """Sorts new facts against the chain: new, added to a set, replacing, repeated, or in contradiction."""
    facts: list[Fact] = []
    replaced: list[tuple[Fact, Fact]] = []
    conflicts: list[Contradiction] = []
    for fact in gated:
        old = chain.get(fact.ref)
        correcting = reading.intent == "correction"
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


def _settle(
    session: Session, said: str, gated: tuple[Fact, ...], awaiting: Awaiting | None, number: int, reading: Reading
) -> Understood | None:
    """An answer to a confirmation, a contradiction or "anything else?", where the message is one; else None."""
    if awaiting is None or reading.intent in ("skip", "stop", "question"):
        return None
    others = tuple(f for f in gated if f.ref != awaiting.ref)
    direct = next((f for f in gated if f.ref == awaiting.ref), None)
    if awaiting.manner == "confirm":
        spec_is_yesno = field_of(awaiting.ref).type == "yesno"
        if direct and direct.status == "known" and direct.value != awaiting.new and not spec_is_yesno:
            return None
        if (found := _YES.match(said)) or (direct and direct.value == awaiting.new):
            quote = (found.start(), found.end()) if found else (direct.start or 0, direct.end or 0)  # type: ignore[union-attr]
            fact = Fact(
                awaiting.ref,
                "known",
                checked_value(awaiting.ref, awaiting.new),
                said[quote[0] : quote[1]],
                *quote,
                number,
                source="confirmed",
            )
            return Understood((fact, *others), reading=reading)
        if _NO.match(said) and not (direct and direct.status == "known"):
            return Understood(others, refused=(awaiting.ref,), reading=reading)
    if awaiting.manner == "conflict":
        return _decide(session, said, direct, others, awaiting, number, reading)
    if awaiting.manner == "more" and direct is not None and direct.value in (("none",), ("nobody",)):
        return Understood(others, skipped=awaiting.ref, reading=reading)
    if awaiting.manner == "more" and _NOTHING_MORE.match(said) and direct is None:
        return Understood(others, skipped=awaiting.ref, reading=reading)
    return None


def _decide(
    session: Session,
    said: str,
    direct: Fact | None,
    others: tuple[Fact, ...],
    awaiting: Awaiting,
    number: int,
    reading: Reading,
) -> Understood:
    """The person's word on a contradiction: the new value, or the old one stands."""
    old_wins, new_wins = _OLD.search(said), _NEW.search(said)
    old = session.chain.get(awaiting.ref)
    fact: Fact | None = None
    if direct is not None and direct.status == "known":
        fact = direct
    elif new_wins and not old_wins:
        fact = Fact(
            awaiting.ref,
            "known",
            checked_value(awaiting.ref, awaiting.new),
            said[new_wins.start() : new_wins.end()],
            *new_wins.span(),
            number,
        )
    if fact is not None and old is not None and fact.value != old.value:
        return Understood((fact, *others), ((old, fact),), reading=reading)
    return Understood(others, reading=reading)


def _reply(session: Session, said: str, heard: Understood, number: int, tools: Tools) -> Iterator[Event]:
    chain = fold((*session.facts, *heard.facts))
    refused = refused_refs(session) | set(heard.refused)
    offered = suggestions(chain, tools.register, frozenset(refused))
    known_before = {(s.ref, s.value) for t in session.live for s in t.suggestions}
    fresh = tuple(s for s in offered if (s.ref, s.value) not in known_before)
    yield Event("understood", {
        "facts": [f.as_json() for f in heard.facts],
        "suggestions": [s.as_json() for s in fresh],
        "conflicts": [c.as_json() for c in heard.conflicts],
    })  # fmt: skip
    plan = make_plan(session, said, heard, chain, offered, number, tools)
    pieces = []
    for piece in speech.say(plan, chain):
        pieces.append(piece)
        yield Event("reply", {"text": piece})
    turn = Turn(
        number=number, said=said, facts=heard.facts, intent=heard.reading.intent, reply="".join(pieces).strip(),
        awaiting=plan.ask, suggestions=fresh, conflicts=heard.conflicts, citations=plan.citations, skipped=heard.skipped,
        refused=heard.refused, done=bool(plan.closing), note=heard.reading.note, prompts=heard.reading.prompts, at=tools.now(),
    )  # fmt: skip
    yield Event("done", answer_json(turn), turn)


def make_plan(
    session: Session,
    said: str,
    heard: Understood,
    chain: Chain,
    offered: Sequence[Suggestion],
    number: int,
    tools: Tools,
) -> Plan:
    """Decides what the reply says and which one question it asks."""
    intent = heard.reading.intent
    base = Plan(number, noted=heard.facts, replaced=heard.replaced, remark=heard.reading.note)
    if heard.conflicts:
        conflict = heard.conflicts[0]
        return replace(base, conflict=conflict, ask=Awaiting(conflict.ref, "conflict", conflict.old, conflict.new))
    if intent == "stop":
        return replace(base, closing=_closing(chain, session, tools))
    if intent == "question":
        answer = answer_back(said, session.asked, tools)
        base = replace(base, answer=answer.text, citations=answer.citations)
    if intent == "other" and not heard.facts and not base.remark:
        base = replace(base, remark="I am here for your AI value chain; let us go on with that.")
    repeated = _repeat(session, heard, chain)
    if repeated is not None:
        return replace(base, ask=repeated)
    return _next(session, heard, chain, offered, base, tools)


def _repeat(session: Session, heard: Understood, chain: Chain) -> Awaiting | None:
    """The same question again: after a question back, an aside, or an answer that could not be read (once)."""
    awaiting = session.awaiting
    if (
        awaiting is None
        or chain.get(awaiting.ref) is not None
        or heard.skipped == awaiting.ref
        or awaiting.ref in heard.refused
    ):
        return None
    if heard.reading.intent in ("question", "other") or (not heard.facts and awaiting.manner != "again"):
        return replace(awaiting, manner="confirm" if awaiting.manner == "confirm" else "again")
    return None


def _next(
    session: Session, heard: Understood, chain: Chain, offered: Sequence[Suggestion], base: Plan, tools: Tools
) -> Plan:
    skipped = set(skipped_refs(session))
    if heard.skipped:
        skipped.add(heard.skipped)
    awaiting = session.awaiting
    if awaiting and chain.get(awaiting.ref) is None and heard.facts:
        # Something else was answered: the question stays open and may come again later, but not at once.
        skipped.add(awaiting.ref)
    if awaiting and session.turns and _one_item(awaiting, heard):
        return replace(base, ask=Awaiting(awaiting.ref, "more"))
    if session.minutes and (number_of_answers(session) + 1) * SECONDS_A_TURN >= session.minutes * 60:
        return replace(base, closing="Your time is up. " + _closing(chain, session, tools))
    topic = heard.facts[-1].component if heard.facts else (awaiting.ref.partition(".")[0] if awaiting else None)
    best = planner.next_question(chain, findings_of(chain, tools), skipped=frozenset(skipped), topic=topic)
    if best is None:
        return replace(base, closing=_closing(chain, session, tools))
    suggestion = next((s for s in offered if s.ref == best.ref), None)
    if suggestion:
        return replace(base, suggestion=suggestion, ask=Awaiting(best.ref, "confirm", new=suggestion.value))
    return replace(base, ask=Awaiting(best.ref))


def _one_item(awaiting: Awaiting, heard: Understood) -> bool:
    """True when a set that usually has several items was answered with one, and has not been asked about further."""
    if awaiting.manner != "question" or awaiting.ref.partition(".")[2] not in OPEN_SETS:
        return False
    fact = next((f for f in heard.facts if f.ref == awaiting.ref), None)
    return fact is not None and len(fact.values) == 1 and fact.values[0] != "none"


def number_of_answers(session: Session) -> int:
    return sum(1 for t in session.live if t.said)


def answer_back(said: str, asked: str | None, tools: Tools) -> Answer:
    """An answer to a question back: from the glossary, or the reason for asking when that is what was asked."""
    if asked and re.search(r"\bwhy\b|what'?s it to you|what for\b", said, re.I) and len(said.split()) <= 12:
        spec = field_of(asked)
        cited = tools.glossary.definition(spec.term)
        return Answer(f"I ask because: {spec.reason}", (cited,) if cited else (), True)
    answer = tools.glossary.answer(said)
    if not answer.covered and asked:
        spec = field_of(asked)
        cited = tools.glossary.definition(spec.term)
        return Answer(f"I mean: {spec.means.partition(';')[0]}. {spec.reason}", (cited,) if cited else (), True)
    return answer


def _closing(chain: Chain, session: Session, tools: Tools) -> str:
    found = findings_of(chain, tools)
    raised = sum(f.verdict == "raised" and f.kind == "risk" for f in found)
    still = sum(f.verdict == "unknown" and f.kind == "risk" for f in found)
    return (
        f"Thank you. From what you told me {raised} risk{'s' if raised != 1 else ''} can be named, and {still} "
        "cannot be decided yet. Your draft report is ready; it lists the open questions, and you can come back at any time."
    )


def _undo(session: Session, said: str, number: int, tools: Tools) -> Iterator[Event]:
    """Takes back the last turn that said something, and waits for what was waited for then."""
    last = next((t for t in reversed(session.live) if t.said and t.undoes is None), None)
    before = [t for t in session.live if last and t.number < last.number]
    awaiting = before[-1].awaiting if before else None
    left = replace(session, turns=tuple(before))
    yield Event("understood", {"facts": [], "suggestions": [], "conflicts": []})
    plan = Plan(
        number,
        undone=last.facts if last else (),
        ask=replace(awaiting, manner="again") if awaiting and awaiting.manner == "question" else awaiting,
    )
    if plan.ask is None:
        plan = replace(plan, remark="Tell me again in your own words.")
    pieces = []
    for piece in speech.say(plan, left.chain):
        pieces.append(piece)
        yield Event("reply", {"text": piece})
    turn = Turn(
        number=number,
        said=said,
        intent="undo",
        reply="".join(pieces).strip(),
        awaiting=plan.ask,
        undoes=last.number if last else None,
        at=tools.now(),
    )
    yield Event("done", answer_json(turn), turn)


def answer_json(turn: Turn) -> dict[str, Any]:
    """The outward shape of a turn's answer."""
    return {
        "reply": turn.reply,
        "asked": turn.awaiting.ref if turn.awaiting else None,
        "facts": [f.as_json() for f in turn.facts],
        "suggestions": [s.as_json() for s in turn.suggestions],
        "conflicts": [c.as_json() for c in turn.conflicts],
        "citations": [c.as_json() for c in turn.citations],
        "done": turn.done,
    }


def next_step(session: Session, tools: Tools) -> Turn:
    """The next question as a turn of its own, after facts came in by another way than a message."""
    number = session.turns[-1].number if session.turns else 0
    offered = suggestions(session.chain, tools.register, refused_refs(session))
    plan = _next(session, Understood(), session.chain, offered, Plan(number), tools)
    reply = "".join(speech.say(plan, session.chain)).strip()
    return Turn(number=number, reply=reply, awaiting=plan.ask, suggestions=tuple(offered), done=bool(plan.closing))


def state_fact(ref: str, status: str, value: object, number: int) -> Fact:
    """A fact set by hand (from the map, the list or a form). Raises BadInput when it does not fit its field."""
    from vcassist.chain.facts import fact_from_json

    if status == "known" and (value is None or value == "" or value == []):
        raise BadInput(f"{ref} has no value.", "", "Choose one, or say that it is not known.")
    return replace(fact_from_json({"ref": ref, "status": status, "value": value}), turn=number, source="form")
