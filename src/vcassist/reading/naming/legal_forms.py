"""Completes companies' names that stop within their legal form: "Boligdata A" of "Boligdata A/S", "Sygma Sp" of "Sygma Sp. z o.o.". Pure."""

from __future__ import annotations

import re
from dataclasses import replace

from vcassist.chain.fields import FIELDS
from vcassist.interview.ports import Proposal

_UP = "A-ZÀ-ÖØ-ÞĀ-Ž"
# Forms with a slash, with points or of several words, where a name is cut; one plain word ("GmbH") is read like any other.
_FORM = r"(?:[AIKPG]/S|A\.?M\.?B\.?A|S\.?\s?p\.?\s?A|S\.?\s?r\.?\s?l|S\.?\s?A(?:\.?\s?de\s?C\.?\s?V|\.?\s?S|\.?\s?R\.?\s?L)?|B\.\s?V|N\.\s?V|e\.\s?V|a\.\s?s|s\.\s?r\.\s?o|d\.\s?o\.\s?o|d\.\s?d|Sp\.?\s?z\s?o\.?\s?o|z\.?\s?o\.?\s?o|Pty\.?\s(?:Ltd|Limited)|GmbH\s&\sCo\.?(?:\sKG)?|L\.\s?L\.\s?C|P\.\s?L\.\s?C)"
_COMPANY = re.compile(rf"[{_UP}][\w’'&.-]*(?:\s(?:&\s)?[{_UP}\d][\w’'&.-]*){{0,4}}?,?\s{_FORM}(?![\w/])")

_ONLY_FORM = re.compile(rf"{_FORM}\.?")


def with_legal_form(p: Proposal, text: str) -> Proposal:
    """A company with the whole of its name; ``p`` counts its places in ``text``. A name that the register gave another form stays."""
    spec = FIELDS.get(p.ref)
    if spec is None or spec.type != "entity" or p.status != "known" or p.value != p.quote:
        return p
    start, end = p.start or 0, p.end or 0
    for whole in _COMPANY.finditer(text):
        if whole.start() <= start < whole.end() and end <= whole.end():
            # What stands before the name in its row of capitals is no part of it, unless only the form was taken.
            first = whole.start() if _ONLY_FORM.fullmatch(p.quote) else start
            name = text[first : whole.end()]
            return replace(p, value=name, quote=name, start=first, end=whole.end())
    return p
