"""The turns of a conversation as a page shows them: what was said with the words that count, what was noted, what was replied."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from vcassist.chain.facts import Fact, field_of
from vcassist.interview.ports import Citation
from vcassist.interview.session import Session, Turn
from vcassist.interview.words import asked_as
from vcassist.knowledge.glossary import load_entries
from vcassist.web.views import FactView, fact_view


@dataclass(frozen=True, slots=True)
class Exchange:
    """One turn. ``said`` is in pieces (text, whether a fact rests on it); ``asks`` is the reply around its question."""

    turn: Turn
    said: tuple[tuple[str, bool], ...]
    asks: tuple[str, str, str]
    undone: bool
    facts: tuple[FactView, ...]
    citations: tuple[tuple[Citation, str], ...]


def exchanges(session: Session) -> list[Exchange]:
    """All turns to be shown. A turn that only went through a document's facts again stands in for the one it replaced."""
    entries = load_entries()
    undone, chain, counts = session.undone, session.chain, set(session.facts)
    revised = {t.undoes: t for t in session.turns if revises(t)}
    found = []
    for turn in session.turns:
        if revises(turn):
            continue
        last = turn
        while last.number in revised:
            last = revised[last.number]
        found.append(
            Exchange(
                turn,
                marked(turn.said, turn.facts),
                asks_in(turn),
                last.number in undone,
                tuple(replace(fact_view(fact, session, chain), gone=fact not in counts) for fact in last.facts),
                tuple((c, entries[c.term].title) for c in _once(turn.citations) if c.term in entries),
            )
        )
    return found


def revises(turn: Turn) -> bool:
    """True for a turn that notes a document's facts again without those that were refused."""
    return bool(turn.document) and turn.undoes is not None


def marked(said: str, facts: Iterable[Fact]) -> tuple[tuple[str, bool], ...]:
    """The message cut where the words begin and end that facts were noted from."""
    counts = [False] * len(said)
    for fact in facts:
        if fact.start is not None and fact.end is not None and said[fact.start : fact.end] == fact.quote:
            counts[fact.start : fact.end] = [True] * (fact.end - fact.start)
    pieces: list[tuple[str, bool]] = []
    start = 0
    for at in range(1, len(said) + 1):
        if at == len(said) or counts[at] != counts[start]:
            pieces.append((said[start:at], counts[start]))
            start = at
    return tuple(pieces)


def asks_in(turn: Turn) -> tuple[str, str, str]:
    """A reply in three parts: what comes before the question, the question itself, and the reason after it.

    The question is the field's own where it stands word for word, else the last sentence that asks something.
    """
    reply = turn.reply
    question = asked_as(field_of(turn.awaiting.ref)) if turn.awaiting else ""
    at = reply.lower().rfind(question.lower()) if question else -1
    end = at + len(question)
    if at < 0 and (turn.awaiting or turn.number == 0):
        end = reply.rfind("?") + 1
        at = max(reply.rfind(mark, 0, end) + len(mark) for mark in (". ", "! ", "? ")) if end else -1
        at = 0 if 0 <= at < 2 else at
    if at < 0 or not end:
        return reply, "", ""
    before, asked = reply[:at].strip(), reply[at:end]
    return before, asked[:1].upper() + asked[1:], reply[end:].strip()


def _once(citations: Sequence[Citation]) -> list[Citation]:
    return list({c.term: c for c in citations}.values())


def shown_facts(data: dict[str, Any]) -> dict[str, Any]:
    """An ``understood`` event's data with each fact also in words, for the script that shows them as they come."""
    from vcassist.chain.facts import fact_from_json
    from vcassist.web.words import in_words, label_alone

    shown = [{"label": label_alone(f["ref"]), "words": in_words(fact_from_json(f)), "status": f["status"]} for f in data["facts"]]  # fmt: skip
    return {**data, "shown": shown}
