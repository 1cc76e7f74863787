"""A country that was taken from the name of a place, and where that place lies: "our Valencia is in Venezuela, not in Spain". Pure but for its reader.

Many places bear one name. Who says of a place that was named before in which country it lies sets right what was taken from its name, and tells
nothing of machines or data.
"""

from __future__ import annotations

import re
from dataclasses import replace

from vcassist.interview.corrections.repair import FAIR, read_as
from vcassist.interview.ports import Reader
from vcassist.interview.removals.order_forms import LONGEST
from vcassist.interview.removals.removing import LONGEST_WISH, Wish
from vcassist.interview.sentences import PART, around
from vcassist.interview.session import Session

_I = re.I
_LIES = r"[\"”'’)]*,? (?:(?:here|of ours|where we are|i mean)\b,? )?(?:(?:is|lies|sits|was|stands)|['’]s)(?: (?:of course|actually|really|the one|a (?:town|city|place|village)|over))* in (?:the )?(?P<where>[^.!?;\n]{2,80})"
_NOT_THERE = re.compile(r",? (?:and |but )?(?:not|nowhere near|never)\b.*$", _I)


def said_where_it_lies(said: str, session: Session, reader: Reader, number: int) -> Wish | None:
    """The country that a message says a place lies in from whose name another one was taken; None where it says none, or the same."""
    if len(said) > LONGEST or len(said.split()) > LONGEST_WISH:
        return None
    for old in session.chain.facts.values():
        if old.field.type != "country" or old.status != "known" or not old.quote or old.ref == session.asked:
            continue
        place = re.search(rf"(?<!\w){re.escape(old.quote)}{_LIES}", said, _I)
        sentence = around(PART, said, place.start()) if place else None
        if place is None or sentence is None or sentence[0].rstrip().endswith("?"):
            continue
        new = read_as(_NOT_THERE.sub("", place["where"]), place.start("where"), old.ref, reader, session, fair=FAIR)
        if new is not None and new.status == "known" and not new.says_the_same(old):
            return Wish((), "", (sentence.span(),), instead=(replace(new, turn=number),))
    return None
