"""The name of a chip among what stands around it: "the chip is an NVIDIA L4", "g6.xlarge is the instance type". Pure."""

from __future__ import annotations

import re
from dataclasses import replace

from vcassist.chain.facts import Fact, checked_value

_I = re.I
# What a cloud calls a machine that is rented, and where that is said beside the chip's own name.
_RENTED = re.compile(r"\W*(?:[a-z]\w*\.)?(?:\d*x?large|medium|small|micro|nano|metal)\W*", _I)
_TYPE = re.compile(
    r"[\s,;(]*\b(?:the )?(?:instance|machine|vm) type\b.*$|^\W*[\w.]+[\"”]? (?:is|as) (?:the )?(?:instance|machine|vm) type\b.*$",
    _I,
)
_LEADS_IN = re.compile(
    r"(?:(?:the|our|its) )?(?:chips?|gpus?|cards?|accelerators?|processors?)(?: is| are|['’]s) (?:an? |the )?(?=\S)", _I
)


def chip_only(fact: Fact) -> Fact | None:
    """A chip without what leads in to its name and what is said of a rented machine behind it; None where nothing else is named."""
    if fact.status != "known" or fact.start is None or not isinstance(fact.value, str):
        return fact
    named = _TYPE.sub("", fact.value)
    lead = _LEADS_IN.match(named)
    named = named[lead.end() :] if lead else named
    if not named.strip() or _RENTED.fullmatch(named):
        return None
    at = fact.quote.find(named)
    if named == fact.value or at < 0:
        return fact
    start = fact.start + at
    return replace(fact, value=checked_value(fact.ref, named), quote=named, start=start, end=start + len(named))
