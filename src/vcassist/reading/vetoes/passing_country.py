"""A country in passing is not where the organisation works: whose language people speak, where they come from, where a cupboard of data stands. Pure.

"Mostly Somali, also Congolese" tells of people. Once a country stands, another takes its place only where somebody says it of themselves.
"""

from __future__ import annotations

import re
from dataclasses import replace

from vcassist.chain.facts import Chain
from vcassist.interview.corrections.said_of_us import COUNTRY, SIZE, says_where_we_are, shares_only
from vcassist.interview.ports import Proposal, Reading
from vcassist.reading.text import sentences

_I = re.I
# Characters before a place in which a tongue is spoken of.
_NEAR = 40
# People and tongues, beside which a country's word says who they are.
_PEOPLE = (
    r"(?:people|persons?|wom[ae]n|m[ae]n|families|family|children|kids|girls|boys|mothers|refugees?|migrants?|patients?|pupils?|students?|workers?|farmers?|speakers?|"
    r"users?|clients?|communit(?:y|ies)|languages?|texts?|letters?|voices?|words?|names?|dialects?|accents?|interpreters?|translations?|theses|books?|scripts?)"
)
_MANY = r"(?:mostly|mainly|some|many|few|several|also|both|partly|half|or|n|and|the|speaks?|spoken|speaking|talk|write|written|know|knows|understands?|to|into|from)"
_BEFORE = re.compile(rf"\b{_MANY}\W+$", _I)
_BEHIND = re.compile(rf"^\W*(?:(?:and|or|n|&|/)\W+\w+\W+)?(?:\w+ )?{_PEOPLE}\b", _I)
_LISTED = re.compile(r"^\s*(?:,|/|\bor\b|\band\b|\bn\b)|^\W*$", _I)
_TONGUE = re.compile(
    r"\b(?:speak\w*|spoken|languages?|translat\w+|interpret\w+|write in|written in|in both|mother tongue|dialects?)\b",
    _I,
)


def without_passing_countries(reading: Reading, message: str, asked: str | None, chain: Chain) -> Reading:
    """The same without countries of the organisation that a message names only in passing."""
    if asked == COUNTRY:
        return reading
    kept = tuple(
        p
        for p in reading.proposals
        if p.ref not in (COUNTRY, SIZE) or p.ref == asked or not _in_passing(p, message, chain)
    )
    return reading if len(kept) == len(reading.proposals) else replace(reading, proposals=kept)


def _in_passing(p: Proposal, message: str, chain: Chain) -> bool:
    if p.status != "known" or p.start is None or p.end is None:
        return False
    sentence = next((s for s in sentences(message) if s.start <= p.start < s.end), None)
    if sentence is None:
        return False
    before, behind = message[sentence.start : p.start], message[p.end : sentence.end]
    if p.ref == SIZE:
        return shares_only(sentence.text)
    stands = chain.value(COUNTRY)
    if stands is not None and stands != p.value:
        return not says_where_we_are(sentence.text, p.start - sentence.start, p.end - sentence.start)
    of_people = _BEHIND.match(behind) is not None
    if not (message[p.start : p.end][:1].islower() or of_people or _TONGUE.search(before)):
        return False
    listed = _BEFORE.search(before) is not None and (of_people or _LISTED.match(behind) is not None)
    return listed or _TONGUE.search(before[-_NEAR:]) is not None
