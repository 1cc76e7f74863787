"""What is named in passing: a country that is not where the organisation works, a share that is not its size, a keeper that supplies no tool. Pure.

"Mostly Somali, also Congolese" tells of people. Once a country stands, another takes its place only where somebody says it of themselves.
"""

from __future__ import annotations

import re
from dataclasses import replace

from vcassist.chain.facts import Chain, field_of
from vcassist.interview.corrections.said_of_us import COUNTRY, SIZE, says_where_we_are, shares_only
from vcassist.interview.ports import Proposal, Reading
from vcassist.reading.naming.newcomers import somebody_called
from vcassist.reading.text import LONGEST_MESSAGE, sentence_around

_I = re.I
# A longer answer to what could take over tells of what there is as well.
SHORT = 8
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
_OF_THE_HOUSE = re.compile(
    r"\b(?:we|us|ours?|ourselves|team|staff|employ\w+|colleagues?|head ?count|people|persons?|members?|volunteers?|secretariat|organi[sz]ation|office|crew|workforce|payroll|size|big|small|strong|hands|souls|teachers|nurses|workers)\b",
    _I,
)
# Who never looked up what they were told does not know that, and speaks of no other matter.
_NOT_LOOKED_UP = re.compile(
    r"\W*(?:but )?(?:i|we) (?:(?:have|had) )?(?:never|not|did(?: not|n['’]?t)) (?:checked?|verif(?:y|ied)|asked?|looked?|look)\b",
    _I,
)
# The work of labelling, in the words that people have for it.
_LABELS = re.compile(
    r"\b(?:label\w*|annotat\w+|tag(?:s|ged|ging|gers?)?|mark(?:s|ed|ing|ers?)?|sort(?:s|ed|ing|ers?)?|classif\w+|categori\w+|cod(?:e[sd]?|ing|ers?)|transcri\w+|grad(?:e[sd]?|ing|ers?)|rat(?:e[sd]?|ing|ers?)|correct(?:s|ed|ing|ors?)?|draw\w*|click\w*|teach\w*|train(?:s|ed|ing|ers?)?)\b",
    _I,
)
# What is said of a place where data lie, or of machines, names no supplier of the tool.
_KEPT_THERE = re.compile(
    r"\b(?:clouds?|servers?|stored?|stores|kept|keeps?|hosted|hosts?|hosting|data ?cent\w+|back-?ups?|cupboard|storage|drive|disks?|(?:scans|photos|files|data|records|pictures) (?:are |sit |lie |go )?(?:on|in|at|to))\b",
    _I,
)
_SUPPLIES = re.compile(
    r"\b(?:suppl\w+|vendors?|makers?|made|makes|built|builds|develop\w+|sells?|sold|bought|buy|licen[cs]\w+|comes? from|came from|is from|tool|app|product)\b",
    _I,
)


def without_what_is_in_passing(reading: Reading, message: str, asked: str | None, chain: Chain) -> Reading:
    """The same without countries and sizes of the organisation, suppliers of a tool, and what is not known, that a message names only in passing."""
    if asked == COUNTRY or len(message) > LONGEST_MESSAGE:
        return reading
    named = {p.ref.partition(".")[0] for p in reading.proposals if p.ref != asked and _is_somebody(p, message)}
    # A part that was made for such a name goes with it; of one that is there only the name does.
    people = named - {"application", *chain.mentioned("application")}
    others = asked is not None and field_of(asked).name == "alternative"
    kept = tuple(
        p
        for p in reading.proposals
        if p.ref == asked
        or not (
            _passes_by(p, message, chain)
            or p.ref.partition(".")[0] in people
            or (others and _could_take_over(p, message))
        )
    )
    return reading if len(kept) == len(reading.proposals) else replace(reading, proposals=kept)


def _could_take_over(p: Proposal, message: str) -> bool:
    """Whether a name, said to whether a fallback is ready, is that of the fallback: "google translate on standby" supplies nothing."""
    if p.status != "known" or len(message.split()) > SHORT:
        return False
    return field_of(p.ref).name == "supplier"


def _is_somebody(p: Proposal, message: str) -> bool:
    """Whether a tool's name is that of a person, as the words before it say ("built by a volunteer called Priya")."""
    names_a_tool = field_of(p.ref).key == "application.name" and p.start is not None
    return names_a_tool and somebody_called(message, p.start or 0)


def _passes_by(p: Proposal, message: str, chain: Chain) -> bool:
    if _is_somebody(p, message):
        return True
    if field_of(p.ref).key == "labelling.country" and p.status == "known":
        # "A firm in Nantes" tells where a supplier is.
        return _LABELS.search(message) is None and not chain.mentioned("labelling")
    if p.status == "unknown":
        return _NOT_LOOKED_UP.match(p.quote) is not None
    if field_of(p.ref).key == "application.supplier":
        return _names_the_keeper(p, message, chain)
    return p.ref in (COUNTRY, SIZE) and _in_passing(p, message, chain)


def _names_the_keeper(p: Proposal, message: str, chain: Chain) -> bool:
    """Whether a name would take the place of a known supplier for what only keeps the data ("on a cloud, they say it is Amazon")."""
    known = chain.value(p.ref)
    if p.status != "known" or known in (None, p.value) or p.start is None:
        return False
    sentence = sentence_around(message, p.start)
    before = message[sentence.start : p.start] if sentence else ""
    return _KEPT_THERE.search(before) is not None and _SUPPLIES.search(before[-_NEAR:]) is None


def _in_passing(p: Proposal, message: str, chain: Chain) -> bool:
    if p.status != "known" or p.start is None or p.end is None:
        return False
    sentence = sentence_around(message, p.start)
    if sentence is None:
        return False
    before, behind = message[sentence.start : p.start], message[p.end : sentence.end]
    if p.ref == SIZE:
        # "There are nine, for twenty children": what stands already is not counted anew without a word of whom.
        others = chain.value(SIZE) not in (None, p.value) and _OF_THE_HOUSE.search(sentence.text) is None
        return others or shares_only(sentence.text)
    stands = chain.value(COUNTRY)
    if stands is not None and stands != p.value:
        return not says_where_we_are(sentence.text, p.start - sentence.start, p.end - sentence.start)
    of_people = _BEHIND.match(behind) is not None
    if not (message[p.start : p.end][:1].islower() or of_people or _TONGUE.search(before)):
        return False
    listed = _BEFORE.search(before) is not None and (of_people or _LISTED.match(behind) is not None)
    return listed or _TONGUE.search(before[-_NEAR:]) is not None
