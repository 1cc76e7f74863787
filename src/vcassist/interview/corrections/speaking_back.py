"""What speaks of an answer that was given, or of what is noted: "I said …", "you have us as …", "scrap what I told you". Forms only. Pure."""

from __future__ import annotations

import re

_I = re.I
_GIVEN = r"(?:said|told (?:you|u)|wrote|written|put|answered|mentioned|claimed|boasted|gave you|spoke of|talked (?:about|of)|reported|explained|promised)"
_NOTED = r"(?:noted|wrote|written|recorded|listed|filed|classed|registered|described|ticked|put|got|have|had|marked|entered|show|say)"
_IDLE = (
    r"(?:(?:just|only|still|already|earlier|before|once|there|down|maybe|now|probably|have|had|will|must|also)\s){0,3}"
)
# Who speaks of their own words, or of our notes. "As I said" agrees.
SAID = re.compile(
    rf"(?<!\bas )(?<!\blike )(?<!\bas what )\b(?:i|we)(?:['’]ve| have| had)? {_IDLE}{_GIVEN}\b|^\W*(?:said|told you|wrote)\b|\bmy (?:\w+ )?(?:answer|boast|remark|words?|statement|claim)s?\b",
    _I,
)
# A longer message tells something of its own.
LONGEST_ASIDE = 24
_INTERRUPTED = re.compile(
    r"\W*(?:(?:oh|ah|ai|wait|sorry|no|and|but)\W+)*(?:excuse me|one (?:moment|second|minute)|(?:just )?a (?:moment|second|minute)|sorry|pardon|hold on|hang on|wait|bear with me)\b[\s,.!:–—-]+(?:please[\s,.!]+)?(?:(?:the|my|our|that|there(?:['’]?s| is)|a|an|here(?:['’]?s| is| comes)|somebody(?:['’]?s| is)? at the)\s)+(?:\w+ ){0,2}?(?:alarm|phone|telephone|door(?:bell)?|bell|siren|kettle|goat|generator)\b(?=\s*(?:[.,;!–—-]|$)|\s(?:again|rang|rings|just|went|goes|keeps|needs|started|is (?:ringing|going))\b)",
    re.I,
)


def is_interrupted(said: str) -> bool:
    """Whether somebody breaks off for what happens around them ("excuse me, the fire alarm. It is only the test."): nothing of it sets a note right."""
    return _INTERRUPTED.match(said) is not None and len(said.split()) <= LONGEST_ASIDE


YOU_NOTED = re.compile(
    rf"\byou(?:['’]ve|['’]ll| have| will| had)? {_IDLE}{_NOTED}(?: down| there| here| it| us| me| them| maybe)?\b|\b(?:the|your) (?:list|notes?|report|map) (?:says?|shows?|has)\b|\byou(?:['’]ve| have| had) (?:it|us|me|them) (?:that|as|down|saying)\b",
    _I,
)
# "I was wrong about the exit clause", "can we go back to the encryption?".
OWNS_UP = re.compile(
    r"\bi(?:['’]m| was| am| have| had|['’]ve)? (?:\w+ )?(?:wrong|mistaken|confused|mixed|muddled|misspoke|undo|correct|take back|told a lie|lied)\b",
    _I,
)
# A question that only reminds: "remember I said there is a form?"
REMINDS = re.compile(r"\W*(?:\w+\W+){0,2}?(?:you )?remember\b", _I)
BACK_TO = re.compile(
    r"\b(?:go|come|get) back to (?:the|my|what|our|your)\b|\b(?:one|another|a|some)(?: more| last| small| little| other)? (?:thing|word|point|remark|note|detail) (?:about|on|regarding|concerning|as to) (?=(?:the|my|what|who|where|how|our|your|that|those)\b)|"
    r"\bme again,? (?:about|on|regarding|concerning|with) (?=(?:the|my|what|who|where|how|our|your|that|those)\b)",
    _I,
)
# An order to take back what was said of something; "forget it" says of nothing.
TAKES_WHAT = re.compile(
    r"\W*(?:(?:oh|here|so|no|well|sorry|wait|please|pls|kindly|can you|could you|ok(?:ay)?|hm+|i (?:need|have|want|must)(?: to)?)\b\W*){0,4}"
    r"(?:scrap|forget|strike|scratch|bin|ignore|disregard|cancel|erase|delete|undo|take back|take out|cross out|throw (?:out|away)|drop|withdraw) (?:what|everything|my|that|the (?:bit|part|thing|answer|point|line)|those|something)\b",
    _I,
)
# Who says so holds to it.
AGREES = re.compile(
    r"\b(?:still )?(?:stands|holds)\b|\b(?:is|was|that['’]s|it['’]s) (?:still |all |quite |perfectly )?(?:right|true|correct|good|fine|clear|plain)\b(?! up)|^\W*(?:good|right|correct|exactly|true|fine|yes)\W*$",
    _I,
)
# What takes an answer back or calls it wrong, wherever it stands in the pointer or right behind.
# What somebody does or does not do with what they keep takes no answer back: "the data we don't delete".
_NOT_DONE = r"(?<!n['’]t )(?<!\bnot )(?<!\bnever )(?<!\bnobody )(?<!\bthey )(?<!\bit )(?<!\bshe )(?<!\bhe )"
TAKES = re.compile(
    rf"\b{_NOT_DONE}(?:scrap|forget|strike|scratch|bin|ignore|disregard|cancel|erase|delete|undo|never mind|take back|took back|taken back|take (?:that|it|this) back|take out|cross (?:that |it |this )?out|"
    r"throw (?:(?:that|it|this) )?(?:away|out)|throw out|put (?:that|it|this) out|drop|withdraw)\b",
    _I,
)
SPEAKS = re.compile("|".join(f"(?:{p.pattern})" for p in (SAID, YOU_NOTED, TAKES, OWNS_UP, BACK_TO)), _I)


def speaks_of_answers(text: str) -> bool:
    """Whether a text speaks of what was told or noted, and does not agree with it."""
    return SPEAKS.search(text) is not None and not AGREES.search(text)
