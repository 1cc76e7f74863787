"""Orders to bring back what was taken out ("restore it", "put Nabla back", "undo the deletion"), however many turns ago that was. Pure.

Such an order never takes back what was told. It means the last turn that took something away or back, or the one that took away what it
names. Words that were struck are gone for good, and that is said.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from vcassist.chain.facts import Fact
from vcassist.interview import phrases
from vcassist.interview.reading import blanked
from vcassist.interview.removals.order_forms import BEGINS, LONGEST, led
from vcassist.interview.session import Session, Turn
from vcassist.interview.words import Country, line_for, listed

_I = re.I
# So many answers that are there again are named.
MOST_NAMED = 3
_TAKING = (
    r"(?:deletion|removal|deleting|removing|erasure|erasing|merg(?:e|er|ing)|cancellation|taking (?:it )?(?:away|out))"
)
_GONE = r"(?:deleted|removed|erased|dropped|lost|missing|took|taken|cancelled|struck|wiped|undid|undone|merged|gone|away|out)"
_NOTED = r"(?:answers?|facts?|notes?|entry|entries|tools?|apps?|applications?|system|name|names|part|parts|words|sentence|thing|things|data|information|one|ones|rest)"
# What is to come back: a word that points, what somebody took, something noted. "Restore the files" is what an organisation does.
_WHAT = (
    rf"(?:it|that|them|this|these|those|both|everything|all|all of (?:it|that|them)|(?:everything |all )?(?:what|that|which)(?:ever)? (?:(?:you|i|we|it)(?:['’]ve| have| had)?(?: just)?|was|were|is|has been|had been)\b[^.!?;,\n]{{0,40}}?\b{_GONE}(?: (?:away|out|off|just now|before|earlier))?|"
    rf"(?:the|that|those|my|your|this)(?: \w+){{0,2}} {_NOTED}(?: (?:that |which )?(?:you|i) (?:just )?{_GONE}(?: (?:away|out))?)?)"
)
_NAME = r"(?:the )?[“\"'‘]?(?P<name>[^\W\d_][\w.-]*(?: [\w.-]+){0,3}?)[”\"'’]?"
_LEAD = led(
    r"no|oh|ah|ok(?:ay)?|sorry|wait|please|pls|well|right|then|now|just|but|and|so|hey|again",
    r"meant|mean|said|asked(?: you)? to|want(?: you)? to|need(?: you)? to|would like(?: you)? to",
    rf"{BEGINS}|\b(?:and|but|then|so)\b",
    r"|that was (?:a mistake|wrong|an error|not meant)",
)
_BEHIND = r"(?: (?:back|again|please|pls|in|now|at once|for me|will you|would you|thanks?|thank you|in full|entirely|as (?:it|they) (?:was|were)))*"
_END = r"(?=\W*$|\s*[.!?;,\n–—]|\s+(?:and|but|because|as|since|it|that|i|we)\b)"
_RESTORES = r"(?:restore|reinstate|recover|undelete|un-delete|revive|(?:bring|put|give|get|add) back|re-?add)"
_BRINGS = r"(?:put|bring|get|give(?: me)?|add|have|take|return|want)"
_ORDERS = tuple(
    re.compile(rf"{_LEAD}(?P<do>{form}){_BEHIND}{_END}", _I)
    for form in (
        rf"(?:undo|reverse|revert|take back|cancel) (?:the|that|this|your|my|last)(?: \w+)? ?(?:{_TAKING}|undo)(?: of [^.!?;,\n]{{1,40}}?)?",
        rf"{_RESTORES} {_WHAT}",
        rf"(?:put|bring|get|give(?: me)?|add) {_WHAT} back",
        rf"(?:i want|i need|i would like|i['’]d like|(?:can|could|may) i have) {_WHAT} back",
        rf"{_RESTORES} {_NAME}",
        rf"{_BRINGS} {_NAME} back",
    )
)
# An order to take back with these words is no order to take back what was told.
_OF_RETURN = re.compile(
    rf"\b(?:restor\w+|reinstat\w+|undelet\w+|{_TAKING}|(?:bring|put|give|get|add)\b[^.!?;]{{0,40}}\bback)\b", _I
)


@dataclass(frozen=True, slots=True)
class Return:
    """What is there again: ``session`` as it stands then, ``rest`` of the message without the order (every offset holds), ``note`` what to say.

    ``undoes``: the turn that took it; ``kept``: what was told in that turn, which stays. Nothing comes back where there is no such turn.
    """

    session: Session
    rest: str
    note: str
    undoes: int | None = None
    kept: tuple[Fact, ...] = ()


def back_in(session: Session, said: str, country: Country = str) -> Return | None:
    """What a message comes to that orders something back; None where none does."""
    if len(said) > LONGEST:
        return None
    for pattern in _ORDERS:
        order = pattern.search(said)
        if order is None:
            continue
        name = order["name"] if "name" in pattern.groupindex else None
        turn = _that_took(session, name) if name else _last_taking(session)
        if name and turn is None:
            # Something else is put somewhere.
            continue
        return _returned(session, turn, blanked(said, [order.span()]), country)
    return None


def speaks_of_return(said: str) -> bool:
    """Whether words that a reader takes for an undo speak of bringing something back instead."""
    return _OF_RETURN.search(said) is not None


def last_back(session: Session, said: str, country: Country = str) -> Return:
    """The last thing that was taken out, back again, for an order in other words."""
    return _returned(session, _last_taking(session), " " * len(said), country)


def _last_taking(session: Session) -> Turn | None:
    """The last turn that took something away, took a telling back, or struck words out."""
    return next((t for t in reversed(session.live) if t.removed or t.undoes is not None or _struck(t)), None)


def _that_took(session: Session, name: str) -> Turn | None:
    """The last turn that took away a part of this name."""
    for turn in reversed(session.live):
        before = replace(session, turns=tuple(t for t in session.turns if t.number < turn.number)).chain
        titles = {before.title(what.partition(".")[0]).casefold() for what in turn.removed}
        if name.casefold() in titles:
            return turn
    return None


def _struck(turn: Turn) -> bool:
    return turn.reply.startswith(phrases.STRUCK.partition(" are ")[0])


def _returned(session: Session, turn: Turn | None, rest: str, country: Country) -> Return:
    if turn is None:
        return Return(session, rest, phrases.NOTHING_TO_PUT_BACK)
    if not turn.removed and turn.undoes is None:
        return Return(session, rest, phrases.STRUCK_FOR_GOOD)
    # What a merge only moved was said before, and goes back with it.
    kept = tuple(f for f in turn.facts if f.turn == turn.number)
    turns = (replace(t, undoes=None, removed=(), facts=kept) if t is turn else t for t in session.turns)
    after = replace(session, turns=tuple(turns))
    return Return(after, rest, _told(session, after, country), turn.number, kept)


def _told(before: Session, after: Session, country: Country) -> str:
    """What is there again, in words: parts by their names, else single answers."""
    old, new = before.chain, after.chain
    parts = [c for c in new.all_components() if c not in old.all_components() and new.value(f"{c}.name")]
    lines = [new.title(c) for c in parts] or [
        line_for(f, new, country) for ref, f in new.facts.items() if old.get(ref) is None
    ]
    more = [f"{len(lines) - MOST_NAMED} more"] if len(lines) > MOST_NAMED else []
    return phrases.PUT_BACK.format(listed([*lines[:MOST_NAMED], *more]) or "as it was before")
