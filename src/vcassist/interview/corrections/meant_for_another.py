"""What was just told of one tool and meant for another: "that was about Copilot", "sorry, this was for StayOn, not PillPal". Pure."""

from __future__ import annotations

import re
from dataclasses import replace

from vcassist.interview.parts.naming import named_tools
from vcassist.interview.removals.removing import LONGEST_WISH, Wish
from vcassist.interview.sentences import PART, around
from vcassist.interview.session import Session, Turn

_I = re.I
_THAT = r"(?:that|this|it|those|these|all (?:of )?(?:that|this)|what i (?:just |last |have )?(?:said|told you|wrote|answered)|(?:my|the) (?:last |previous |latest )?answer|the last (?:one|answer|thing))(?: one)?"
_WAS = r"(?:['’]s| was| were| is| are| goes| belongs?| counts?| holds?)(?: (?:meant|only|just|all|really|actually|supposed to be))*"


def meant_for_another(tells: str, session: Session, number: int) -> Wish | None:
    """The answers of the last message, moved from the tool that they were noted of to the one that a message says they were meant for; None where
    it says no such thing, or nothing was told of another."""
    tools = named_tools(session.chain)
    last = next((turn for turn in reversed(session.live) if turn.facts), None)
    if len(tools) < 2 or last is None or len(tells.split()) > LONGEST_WISH:
        return None
    names = "|".join(re.escape(t) for t in sorted(tools.values(), key=len, reverse=True))
    form = rf"\b{_THAT}{_WAS} (?:for|about|of|on|to|under|with) (?:the )?[\"“'‘]?(?P<right>{names})[\"”'’]?(?!\w)(?:,? (?:and )?not (?:for |about |of |on )?(?:the )?[\"“'‘]?(?P<wrong>{names})[\"”'’]?(?!\w))?"
    found = re.search(form, tells, _I)
    if found is None or "?" in tells[found.end() : found.end() + 2]:
        return None
    by_name = {title.casefold(): component for component, title in tools.items()}
    right = by_name[found["right"].casefold()]
    wrong = by_name[found["wrong"].casefold()] if found["wrong"] else None
    moved = [
        f
        for f in last.facts
        if f.component in tools
        and f.component != right
        and wrong in (None, f.component)
        and _stands(f.ref, last, session)
    ]
    if not moved:
        return None
    span = around(PART, tells, found.start())
    put = tuple(
        replace(f, ref=f"{right}.{f.field.name}", turn=number, quote=found[0], start=found.start(), end=found.end())
        for f in moved
    )
    return Wish(tuple(f.ref for f in moved), "", (span.span() if span else found.span(),), instead=put)


def _stands(ref: str, turn: Turn, session: Session) -> bool:
    """Whether an answer stands as that turn gave it."""
    fact = session.chain.get(ref)
    return fact is not None and fact.turn == turn.number and fact.field.name != "name"
