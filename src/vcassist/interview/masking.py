"""Keeps long numbers of persons and accounts out of what is said back: a reply may be read over a shoulder, sent on or printed. Pure.

No list of countries' forms and no checksum: a number of many digits, in groups or in one, with or without letters before it, is somebody's
identity card, bank card, account or telephone far oftener than a figure of the organisation.
"""

from __future__ import annotations

import re

HIDDEN = "[number not repeated]"
# Digits that a number has at least to be somebody's; a date has eight, two years side by side have eight.
LEAST_DIGITS = 9
_LONG = re.compile(r"(?<![\w.,:/-])\+?(?:[A-Z]{1,3}[ -]?)?\d(?:[ .\-/\u00a0\u2010-\u2013]{0,2}\d){8,33}[A-Z]?(?!\w)")
# "1,250,000,000" and "1 250 000 000" are amounts; a row of years and two dates side by side are times.
_AMOUNT = re.compile(r"[1-9]\d{0,2}(?:([ .\u00a0])\d{3}(?:\1\d{3})*)")
_TIMES = re.compile(
    r"(?:(?:19|20)\d\d|(?:19|20)\d\d[-/. ]\d{1,2}[-/. ]\d{1,2}|\d{1,2}[-/. ]\d{1,2}[-/. ](?:19|20)\d\d)(?:[ ,/\-\u2013]{1,3}(?:(?:19|20)\d\d(?:[-/.]\d{1,2}[-/.]\d{1,2})?|\d{1,2}[-/.]\d{1,2}[-/.](?:19|20)\d\d))*"
)


def without_long_numbers(text: str) -> str:
    """The text with every number of nine digits or more replaced; amounts, dates and years stay."""
    return _LONG.sub(_hidden, text)


def _hidden(found: re.Match[str]) -> str:
    said = found.group()
    told_openly = _AMOUNT.fullmatch(said) or _TIMES.fullmatch(said)
    return said if told_openly or sum(c.isdigit() for c in said) < LEAST_DIGITS else HIDDEN
