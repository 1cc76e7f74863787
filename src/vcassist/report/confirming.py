"""What a fact rests on that the person confirmed: a public record, or earlier words of their own that were read so."""

from __future__ import annotations

from dataclasses import dataclass

from vcassist.chain.facts import Fact
from vcassist.interview.session import Session


@dataclass(frozen=True, slots=True)
class Ground:
    """``kind`` is ``record`` or ``own``. ``words`` are the record's source as it was shown, or what the person had written."""

    kind: str
    words: str


def ground_of(fact: Fact, session: Session | None) -> Ground | None:
    """What was put to the person when they confirmed a fact; None where nobody knows: for a chain from a file.

    The question tells: it quotes the person's earlier words (``Awaiting.old``), where it was those that it asked about.
    """
    earlier = [t for t in session.turns if t.number < fact.turn] if session and fact.source == "confirmed" else []
    asked = earlier[-1].awaiting if earlier else None
    if asked is None or fact.ref not in asked.offered:
        return None
    if asked.old:
        return Ground("own", str(asked.old))
    shown = (s.source for t in reversed(earlier) for s in t.suggestions if s.ref == fact.ref)
    return Ground("record", next(shown, ""))
