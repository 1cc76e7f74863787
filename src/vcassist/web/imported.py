"""Checks an exported session from outside: what is stored must never trip a page."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from vcassist.chain.facts import checked_value, field_of
from vcassist.errors import BadInput, VcassistError
from vcassist.interview.removals.removing import asks_to_remove
from vcassist.interview.session import Awaiting, Session, session_from_json

MAX_TURNS = 5000
LONGEST_TITLE = 200
MANNERS = ("question", "again", "vague", "confirm", "conflict", "more", "change")


def checked_import(data: Any) -> Any:
    """The same data, once it is certain that it makes a sound session. Raises BadInput saying what does not fit."""
    try:
        json.dumps(data, ensure_ascii=False).encode()
    except UnicodeEncodeError as error:
        raise BadInput("This file holds broken characters.", "", "Export the session again.") from error
    try:
        session = session_from_json(data)
        _check(session)
    except VcassistError:
        raise
    except (TypeError, ValueError, KeyError, AttributeError, OverflowError) as error:
        raise BadInput(
            "This is not an exported session.", f"{type(error).__name__} in it.", "Export it again."
        ) from error
    return data


def _check(session: Session) -> None:
    numbers = [turn.number for turn in session.turns]
    if numbers != list(range(len(numbers))) or not 0 < len(numbers) <= MAX_TURNS:
        raise BadInput("The turns of this file are not numbered from 0 on.", "", "Export the session again.")
    if session.minutes is not None and not 0 < session.minutes <= 100_000:
        raise BadInput("The time budget of this file is out of bounds.")
    # These three are columns of their own in the database, which takes less than JSON does.
    if not _is_time(session.created) or any(turn.at and not _is_time(turn.at) for turn in session.turns):
        raise BadInput("A time in this file is none.", "", "Export the session again.")
    if len(session.title) > LONGEST_TITLE or any(unicodedata.category(c) == "Cc" for c in session.title):
        raise BadInput("The title in this file is too long or holds odd characters.", f"It may have {LONGEST_TITLE}.")
    _check_extra(session.extra)
    for turn in session.turns:
        if turn.awaiting:
            _check_waiting(turn.awaiting.ref, turn.awaiting.manner, turn.awaiting.new)
        for ref in (*(s.ref for s in turn.suggestions), *(c.ref for c in turn.conflicts), *turn.refused):
            field_of(ref)
        words = [w for s in turn.suggestions for w in (s.value, s.source, s.as_of, s.about)]
        words += [w for c in turn.citations for w in (c.term, c.quote)]
        words += [w for c in turn.conflicts for w in (c.old_quote, c.new_quote)]
        if any(not isinstance(word, str) for word in words):
            raise BadInput(f"Turn {turn.number} holds something else than text.")
        for conflict in turn.conflicts:
            for value in (conflict.old, conflict.new):
                # Nothing stands for "does not apply".
                if value is not None:
                    checked_value(conflict.ref, value)
        if turn.skipped is not None:
            field_of(turn.skipped)
        if turn.undoes is not None and turn.undoes not in numbers:
            raise BadInput(f"Turn {turn.number} takes back a turn that is not there.")


def _is_time(text: str) -> bool:
    """ISO 8601; the library also takes any character between day and hour."""
    try:
        datetime.fromisoformat(text)
    except ValueError:
        return False
    return len(text) <= 40 and text.isascii() and text.isprintable()


def _check_waiting(ref: str, manner: str, new: Any) -> None:
    field_of(ref)
    if manner not in MANNERS:
        raise BadInput(f"The manner of asking {manner!r} does not exist.")
    if asks_to_remove(Awaiting(ref, manner, new=new)):
        return
    if manner == "confirm" or (manner == "conflict" and new is not None):
        checked_value(ref, new)


def _check_extra(extra: Mapping[str, Any]) -> None:
    """Decisions are kept by finding, each with text for its parts; dependencies and accepted facts are pairs of words."""
    decisions = extra.get("decisions", {})
    if not isinstance(decisions, Mapping) or any(
        not isinstance(d, Mapping) or any(not isinstance(v, str) for v in d.values()) for d in decisions.values()
    ):
        raise BadInput("The decisions of this file are not in their form.")
    for name in ("dependencies", "accepted"):
        pairs = extra.get(name, [])
        if not isinstance(pairs, list) or not all(
            isinstance(pair, list) and len(pair) == 2 and all(isinstance(word, str) for word in pair) for pair in pairs
        ):
            raise BadInput(f"What this file keeps as {name} is not in its form.")
