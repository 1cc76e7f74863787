"""Which members of a list a message takes back, where a rule would take the list: "take back that the caseworkers are touched" leaves the patients.
Pure but for its port.

A member is named by a word of a choice, or by a word of the person's own that the list was noted from; the encoder for answers knows which choice that is.
"""

from __future__ import annotations

import re
from dataclasses import replace

from vcassist.chain.facts import Fact, checked_value
from vcassist.chain.fields import ALONE
from vcassist.interview.chances import likeliest
from vcassist.interview.corrections.members import names_of
from vcassist.interview.meant import words_of
from vcassist.interview.removals.removing import Wish
from vcassist.interview.sentences import PART
from vcassist.interview.session import Session
from vcassist.interview.tools import Tools

# An order on what was said, with what that was.
_TAKES_BACK = re.compile(
    r"^\W*(?:(?:please|pls|sorry|no|oh|ok|and|but|so|i|we|want to|would like to|have to|must|can you|could you|you can)\W+)*(?:take (?:it )?back|took back|withdraw|retract|strike(?: out)?|scrap|scratch|delete|remove|drop)"
    r" (?:what (?:i|you) (?:said|wrote|noted|have)(?:,)? |(?:the |my |your )?(?:statement|sentence|part|bit|note|line|remark|claim)s? )?that (?P<what>.+)$",
    re.I,
)
_OF_PEOPLE = re.compile(r"\b(?:affect\w*|touch\w*|concern\w*)\b", re.I)
_OF_DATA = re.compile(
    r"\b(?:data|holds?|contains?|stored?|records?|collects?|sensitive|(?:is|are) in (?:it|there))\b", re.I
)
# How sure the encoder must be of the choice that a word of the person's own calls.
SURE = 0.5


def of_some_of_the_list(wish: Wish | None, said: str, session: Session, number: int, tools: Tools) -> Wish | None:
    """The same, but what it takes away of a list of several is the members that the message names, where it does not name all."""
    if wish is None or len(wish.components) != 1 or wish.instead or wish.again:
        return wish
    old = session.chain.get(wish.components[0]) if "." in wish.components[0] else None
    if old is None or old.status != "known" or old.field.type != "set" or len(old.values) < 2:
        return wish
    gone = named_of(old, said, tools)
    left = [v for v in old.values if v not in gone]
    if not gone or not left:
        return wish
    return replace(wish, components=(), instead=(_left(old, left, said, list(gone.values()), number),))


def members_taken_back(said: str, session: Session, number: int, tools: Tools) -> Wish | None:
    """What is left of a list of which a sentence takes back that some are on it: "strike that the data holds health things". None where it may be of
    two lists, or of all that stands there.
    """
    for sentence in PART.finditer(said):
        order = _TAKES_BACK.search(sentence[0])
        if order is None or sentence[0].rstrip().endswith("?"):
            continue
        lists = [f for f in session.chain.facts.values() if f.status == "known" and f.field.type == "set"]
        found = {old: gone for old in lists if (gone := named_of(old, order["what"], tools))}
        kinds = [k for k, form in (("application", _OF_PEOPLE), ("data", _OF_DATA)) if form.search(order["what"])]
        of_it = {old: gone for old, gone in found.items() if old.kind in kinds}
        found = of_it if len(kinds) == 1 else found
        if len(found) != 1:
            continue
        [(old, gone)] = found.items()
        left = [v for v in old.values if v not in gone]
        if left:
            at = sentence.start() + order.start("what")
            places = [(at + start, at + end) for start, end in gone.values()]
            return Wish((), "", (sentence.span(),), instead=(_left(old, left, said, places, number),))
    return None


def _left(old: Fact, left: list[str], said: str, places: list[tuple[int, int]], number: int) -> Fact:
    """What stays of a list, quoted with the words that name who goes."""
    start, end = min(p[0] for p in places), max(p[1] for p in places)
    return Fact(old.ref, "known", checked_value(old.ref, left), said[start:end], start, end, number)


def named_of(old: Fact, said: str, tools: Tools) -> dict[str, tuple[int, int]]:
    """The members of a list that a message names, each with the place where it does."""
    found: dict[str, tuple[int, int]] = {}
    for value in (v for v in old.values if v not in ALONE):
        names = "|".join(map(re.escape, names_of(old.field, value)))
        if place := re.search(rf"\b(?:{names})\b", said, re.I):
            found[value] = place.span()
    told = words_of(old.quote)
    for word in re.finditer(r"[^\W\d_][\w’'-]{2,}", said):
        if not words_of(word[0]) & told or any(s <= word.start() < e for s, e in found.values()):
            continue
        chances = dict(tools.answers(word[0], old.field.key))
        best = likeliest(chances)
        if best in old.values and best not in found and chances[best] >= SURE:
            found[best] = word.span()
    return found
