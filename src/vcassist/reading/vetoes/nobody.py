"""Quotes that deny of everybody what was read from them: "no one reads them now", "not the volunteers, not the vendor". Pure."""

from __future__ import annotations

import re

_I = re.I
# "Not a single drawing carries it"; "nobody is left out" and "nothing goes out unread" say the opposite.
_NOBODY = re.compile(
    r"^\W*(?:(?:and|but|so|now|today)\s)*(?:not (?:a single|one)\b(?: of)?|nobody|no one|none|not an? \w+ of (?:ours|them|these))\b",
    _I,
)
_SECOND_NO = re.compile(
    r"\b(?:not|never|no|without|unless|until|before|but|except|left|leaves?|gets?|goes|go|excluded|forgotten|missing|missed|escapes?|ignored|skipped|overlooked|doubts?|objected|complain\w*|un\w+)\b|n['’]t\b",
    _I,
)
# For these it is no harm where nobody and nothing does.
_NO_IS_OTHERWISE = frozenset(
    {
        "storage.crosses_border",
        "application.works_offline",
        "application.alternative",
        "compute.alternative",
        "model.alternative",
    }
)
_EACH_DENIED = re.compile(
    r"^\W*(?:not|neither) [^,.;]+(?:,| and| or| nor)\s*(?:and )?(?:not|nor) (?!.*\b(?:nobody|no one|none|nothing)\b)",
    _I,
)


def nobody_does(quote: str, ref: str) -> bool:
    """Whether a quote says that not one does what the field asks for, with no second no in it."""
    found = _NOBODY.match(quote)
    return found is not None and ref not in _NO_IS_OTHERWISE and not _SECOND_NO.search(quote, found.end())


def each_denied(quote: str) -> bool:
    """Whether a quote denies one after the other and names nobody instead."""
    return _EACH_DENIED.match(quote) is not None
