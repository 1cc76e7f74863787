"""A lone name for an answer while the tool has none: "Plantix", whatever was asked. Pure.

People of few words name the tool when it strikes them. A word that no vocabulary has, with a capital letter and nothing beside it, chooses
nothing and says neither yes nor no.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from vcassist.chain.facts import Chain, field_of
from vcassist.chain.fields import CHOICE_TYPES
from vcassist.interview.ports import Proposal

_LONE = re.compile(r"\W*(?i:(?:it['’]?s|it is|the name is|called|named)\s)?(?P<name>[A-ZÀ-ÖØ-Þ][\w’'.-]*\w)\W*")
SURE = 0.8


def lone_name(message: str, asked: str | None, chain: Chain, known: Callable[[str], bool]) -> Proposal | None:
    """The name of the tool that is still without one, where a message is nothing but a name. ``known``: a common word, or a name of another
    kind of thing.
    """
    # What a question with choices asks for is no name.
    if asked is None or field_of(asked).type not in CHOICE_TYPES or not chain.mentioned("application"):
        return None
    ref = f"{chain.first('application')}.name"
    found = _LONE.fullmatch(message)
    if found is None or len(chain.mentioned("application")) > 1 or chain.get(ref) is not None:
        return None
    name = found["name"]
    if known(name) or name.isupper():
        return None
    return Proposal(ref, "known", name, name, SURE, *found.span("name"))
