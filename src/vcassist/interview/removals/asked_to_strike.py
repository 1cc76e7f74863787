"""Whether a sentence orders or wishes, of us, that words said here go: "take out the bit about …", "Jean's name must not be in your report". Pure.

Words that were struck are gone for good, so nothing but an order or a wish addressed to us does it. That something is secret,
confidential or never stored is a fact of the organisation ("the part about pain is confidential, so it stays on our server").
"""

from __future__ import annotations

import re

from vcassist.interview.turns_of_phrase import BETWEEN_US

_I = re.I
# What may stand before an order to us without taking its force.
_LEAD = (
    r"(?:\A|[,;:–—]|\b(?:and|but|so|or)\b)\W*(?:(?:ok(?:ay)?|oh|no|yes|well|right|so|and|but|then|also|actually|sorry|look|listen|wait|hey|now|quickly|just|better|perhaps|maybe|first|"
    r"please|pls|plz|kindly|if you (?:can|could|please)|would you mind|(?:can|could|will|would|may) (?:you|i ask you to|we)|i(?:['’]d| would)? (?:like|want|need|prefer|ask|beg)(?: for)?(?: you)?(?: to)?|"
    r"you (?:must|should|have to|need to|had better|can|could)|let['’]?s|let us|(?:do not|don['’]?t) forget to)\b\W*)*"
)
# To take words out, and what was done with them.
REMOVE = "forget|delete|remove|erase|strike|scrub|scratch|wipe|redact|blank|cut|lose|drop"
NOTED = r"kept|noted|written(?: down)?|recorded|stored|repeated|shown"
_TAKE = (
    rf"(?:{REMOVE}|cross|(?:take|leave|keep|get)(?=[^.!?;]*\b(?:out|off|away|between (?:us|ourselves)|to yourself)\b)|"
    r"(?:do not|don['’]?t|never|not) (?:ever |please )?(?:write|keep|note|record|mention|repeat|put|quote|store|show|name|include|use)\w*)\b"
)
_ORDER = re.compile(rf"{_LEAD}(?:{_TAKE}|(?:deleting|removing|taking|leaving|forgetting)\b)", _I)
_OUT = rf"(?:{NOTED}|mentioned|deleted|removed|erased|struck|forgotten|(?:taken|left|kept|cut) (?:out|off|away))"
_WISH = re.compile(
    rf"\bi(?:['’]d| would|['’]m| am)? (?:(?:much|really) )?(?:rather|prefer|like|want|wish|ask|need|beg)\b[^.!?;]*\b{_OUT}\b",
    _I,
)
# What is to stand in no report of ours.
_OURS = re.compile(
    r"\b(?:must|should|may|shall|can|has to|have to|needs? to|ought to)\b[^.!?;]{0,40}\b(?:in|on|into|from|out of|off) (?:your|this) (?:\w+ )?(?:report|notes?|letters?|records?|file|talk|chat|interview|conversation|memory)\b|"
    rf"\b(?:stays?|stay|remains?|keep|kept|has to stay|must stay|is) (?:just |only |strictly )?(?:{BETWEEN_US}(?! (?:and|&))|off the record)\b|"
    r"\bmust (?:go|come out|be (?:deleted|removed|struck|taken out|left out|forgotten))\b",
    _I,
)
# The speaker's own words to us, called private.
_MY_WORDS = re.compile(
    r"\bwhat i(?:['’]ve| have)? (?:just )?(?:said|told you|wrote|mentioned)\b[^.!?;]*\b(?:is|was|are) (?:\w+ ){0,2}(?:private|confidential|secret)\b",
    _I,
)
# What explains how the organisation works.
_EXPLAINS = re.compile(
    r"\b(?:so|hence|therefore|thus|because|which is why|that(?:['’]?s| is) (?:why|our|the)|our (?:rule|policy|law))\b[^.!?]*\b(?:we|it|our|they|rule|law|policy|server|machine|host\w*)\b",
    _I,
)
_NAME = r"(?P<what>[A-Z][\w-]+(?: [A-Z][\w-]+)*)"
_REPORT = r"(?i:(?:your|this) (?:\w+ )?(?:report|notes?|letters?|records?|file|talk|chat|interview))"
_THE_REPORT = r"(?i:(?:the|your|this) (?:\w+ )?(?:report|notes?|letters?|records?|talk|chat|interview))"
_NAMED = (
    re.compile(
        rf"\b{_NAME}(?:['’]s name)? (?i:must|should|may|shall|can|is to|has to|ought)\b ?(?i:not|n['’]t|never)[^.!?;]{{0,30}}? (?i:in|on) {_REPORT}"
    ),
    re.compile(
        rf"^\W*(?i:(?:and|but|so|please|pls|kindly|no)\W+)*(?i:keep|leave|take) {_NAME}(?:['’]s name)? (?i:out of|off|from) {_THE_REPORT}\W*$"
    ),
    re.compile(
        rf"^\W*(?i:(?:and|but|so|please|pls|kindly|no|stop|i said)\W+)*(?i:do not|don['’]?t|never|not to)(?i: ever| please)? (?i:mention|name|quote|write|print|put|report|record)(?i: down| about| anything about)? {_NAME}(?= (?i:down|anywhere|again|at all|please|in|by)\b|\W*$)"
    ),
)
_WORD = re.compile(
    r"\b(?:the|that) (?:words?|name) [\"“”‘'](?P<a>[^\"“”]{2,60}?)[\"”’'](?!\w)|[\"“](?P<b>[^\"“”]{2,60})[\"”]|\bthe word (?P<c>[\w-]{2,})",
    _I,
)

_A_PART = re.compile(
    r"\b(?:the|that|this|my|your) (?:\w+ )?(?:one|bit|thing|part|point|answer|entry|note|line|sentence|story)s? (?:about|on|of|with|for|where|regarding|concerning)\b",
    _I,
)

# "Take Rosa's illness out".
OF_A_PERSON = re.compile(
    r"\b(?i:take|leave|keep|cut|strike|cross|get) (?P<what>[A-Z][\w-]+['’]s [a-z][\w-]+)(?= (?i:out|off|away)\b)"
)


def asks_to_strike(sentence: str) -> bool:
    """Whether a sentence is an order or a wish, addressed to us, that something said goes."""
    if sentence.rstrip().endswith("?") and not re.match(
        r"\W*(?:please |so |and )*(?:can|could|will|would) ", sentence, _I
    ):
        return False
    if _ORDER.search(sentence) or _WISH.search(sentence):
        return True
    return bool((_OURS.search(sentence) or _MY_WORDS.search(sentence)) and not _EXPLAINS.search(sentence))


def orders_a_part_out(sentence: str) -> bool:
    """Whether a sentence orders out one thing that was said ("can you drop the bit about …?"), so that it asks nothing."""
    return _A_PART.search(sentence) is not None and asks_to_strike(sentence)


def name_to_strike(sentence: str) -> re.Match[str] | None:
    """A person whom a sentence wants left out of what we write; ``what`` in the match."""
    return next((m for pattern in _NAMED if (m := pattern.search(sentence))), None)


def words_to_strike(sentence: str) -> tuple[str, int, bool] | None:
    """The very words that an order wants out, where they begin, and whether they are called words of what was said."""
    found = _WORD.search(sentence) if _ORDER.search(sentence) else None
    if found is None:
        return None
    group = next(g for g in ("a", "b", "c") if found[g])
    as_said = re.search(
        r"\bwords?\b|\bi (?:said|wrote|told)\b|\bmy (?:\w+ )?message|\b(?:report|notes|talk)\b", sentence, _I
    )
    return found[group], found.start(group), bool(as_said)
