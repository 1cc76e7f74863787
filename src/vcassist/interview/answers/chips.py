"""The name of a chip among what stands around it: "the chip is an NVIDIA L4", "g6.xlarge is the instance type". Pure."""

from __future__ import annotations

import re
from dataclasses import replace

from vcassist.chain.facts import Fact, checked_value

_I = re.I
# What a cloud calls a machine that is rented.
_RENTED = re.compile(
    r"\W*(?:[a-z]\w*\.)?(?:\d*x?large|medium|small|micro|nano|metal)\b|.*\b(?:instance|machine|vm) type\b", _I
)
_LEADS_IN = re.compile(
    r"(?:(?:the|our|its) )?(?:chips?|gpus?|cards?|accelerators?|processors?)(?: is| are|['’]s) (?:an? |the )?(?=\S)", _I
)


def chip_only(fact: Fact) -> Fact | None:
    """A chip without what leads in to its name; None for what is but the name of a rented machine."""
    if fact.status != "known" or fact.start is None:
        return fact
    if _RENTED.match(str(fact.value)):
        return None
    lead = _LEADS_IN.match(fact.quote)
    if lead is None or not str(fact.value).startswith(lead[0]):
        return fact
    quote = fact.quote[lead.end() :]
    return replace(fact, value=checked_value(fact.ref, quote), quote=quote, start=fact.start + lead.end())
