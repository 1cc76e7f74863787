"""Dependencies that a person drew on the map: kept beside the turns, as pairs of what rests on what."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from vcassist.app import App
from vcassist.chain.facts import Chain
from vcassist.errors import BadInput
from vcassist.interview.drawn import KEPT_AS, drawn_in
from vcassist.interview.session import Session

MOST = 200


def drawable(chain: Chain) -> tuple[str, ...]:
    """The parts between which a dependency can be drawn: all that were mentioned, but for the organisation and its rules."""
    return tuple(c for c in chain.all_components() if c not in ("organisation", "governance") and not chain.absent(c))


def draw(app: App, session: Session, one: str, other: str) -> None:
    """Keeps that ``one`` rests on ``other``; drawing it twice keeps it once. Raises BadInput for what is no part of the chain."""
    there = drawable(session.chain)
    if one not in there or other not in there:
        raise BadInput("This part is not in your chain.", "", "Choose one of those that are offered.")
    if one == other:
        raise BadInput("A part cannot rest on itself.", "", "Choose another one.")

    def added(extra: Mapping[str, Any]) -> Mapping[str, Any]:
        kept = [pair for pair in drawn_in(extra) if pair != (one, other)]
        if len(kept) >= MOST:
            raise BadInput(f"There are {MOST} drawn dependencies already.", "", "Take some away first.")
        return {**extra, KEPT_AS: [list(pair) for pair in (*kept, (one, other))]}

    app.store.change_extra(session.id, added)


def erase(app: App, session: Session, one: str, other: str) -> None:
    """Takes a drawn dependency away; one that is not there is no error."""
    app.store.change_extra(
        session.id,
        lambda extra: {**extra, KEPT_AS: [list(pair) for pair in drawn_in(extra) if pair != (one, other)]},
    )
