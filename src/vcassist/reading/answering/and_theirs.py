"""Those who come along with whom a tool touches: "patients, and their families". They are others, and are lost beside the first. Pure."""

from __future__ import annotations

import re
from dataclasses import replace

from vcassist.chain.facts import checked_value, field_of
from vcassist.chain.fields import ALONE
from vcassist.interview.ports import Reading
from vcassist.reading.answering.in_few_words import instead

_THEIRS = re.compile(
    r"(?:\band|\bplus|\balso|\bor|[,;.&+])\s*(?:also\s)?(?:the|their|his|her|our)?\s?(?:whole |wider )?\b(?:famil(?:y|ies)|relatives|next of kin|loved ones|parents|guardians|carers?|caregivers?|wh?[aā]nau|spouses?|husbands|wives|partners|households)\b(?! (?:who|that) (?:work|are staff)|['’]s|\s(?:business|doctor|member of staff|clinic|centre|company|companies|meeting|council|evening|approv|agree|consent|sign|know|use|are told|can))",
    re.I,
)
_NOT = re.compile(r"\b(?:not|never|no|without|except|but not)\b[^.!?;,]{0,15}$", re.I)


def with_those_who_come_along(reading: Reading, message: str, asked: str | None) -> Reading:
    """The same with others among whom a tool touches, where an answer names the families of those it was read to touch."""
    if asked is None or field_of(asked).key != "application.affected_people" or message.rstrip().endswith("?"):
        return reading
    read = next((p for p in reading.proposals if p.ref == asked and p.status == "known"), None)
    found = _THEIRS.search(message)
    if read is None or found is None or _NOT.search(message[: found.start()]):
        return reading
    if set(read.members) <= {"staff"} or set(read.members) & (ALONE | {"other"}):
        return reading
    value = checked_value(asked, [v for v in field_of(asked).values if v in read.members or v == "other"])
    return instead(reading, read, replace(read, value=value))
