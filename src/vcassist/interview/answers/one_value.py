"""A further value for what has but one: "add Spain", where France is noted. It is asked which is right, and nothing is put over. Pure but for its reader."""

from __future__ import annotations

import re

from vcassist.interview.corrections import repair
from vcassist.interview.ports import Reader
from vcassist.interview.session import Contradiction, Session

_ADDS = re.compile(
    r"\W*(?i:(?:(?:please|and|also|so|ok(?:ay)?|then|now|oh|can you|could you)\W+)*(?:add|put in|include)\s(?:also\s)?)(?P<what>(?:the\s)?[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+){0,2})(?:\s(?:too|as well|also|please|to (?:it|that)))*\W*",
)


def one_more_country(session: Session, said: str, reader: Reader) -> Contradiction | None:
    """The two values of the country that was told last, where a message does nothing but add another one; None where it does not."""
    adds = _ADDS.fullmatch(said)
    if adds is None:
        return None
    told = [f for f in session.chain.facts.values() if f.field.type == "country" and f.status == "known"]
    old = max(told, key=lambda f: f.turn, default=None)
    if old is None or sum(f.turn == old.turn for f in told) > 1:
        return None
    new = repair.read_as(adds["what"], adds.start("what"), old.ref, reader, session, fair=repair.FAIR)
    if new is None or new.status != "known" or new.says_the_same(old):
        return None
    return Contradiction.between(old, new)
