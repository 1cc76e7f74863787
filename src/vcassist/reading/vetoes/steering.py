"""Finds sentences that give orders to the assistant instead of telling of the organisation. Pure.

An order is no fact, whatever words of the vocabulary it holds: such sentences are blanked before anything is read.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise

from vcassist.chain.fields import FIELDS
from vcassist.interview.reading import blanked
from vcassist.reading.text import Span, sentences, without_envelope, without_markup
from vcassist.reading.vetoes.orders import NOT_OTHERS, no_statement
from vcassist.reading.vetoes.staged import staged

_I = re.I | re.S
_OVERRIDES = re.compile(
    NOT_OTHERS + r"\b(?:ignor\w*|disregard\w*|forget|overrid\w*|bypass\w*|suspend\w*)\b.{0,40}?"
    r"\b(?:rules?|instructions?|prompts?|fields?|above|previous|earlier facts|gate|guard\w*|safety|what you (?:know|were told)|everything you)\b|(?<!\bwe )(?<!\bthey )\b(?:delete|erase|overwrite|drop) (?:all |every |the )*(?:previous|earlier|noted|recorded) (?:facts|answers|notes|findings)\b",
    _I,
)
_REVEALS = re.compile(
    r"\b(?:print|repeat|reveal|show|translate|encode|list|read|output|dump|display|(?<!n['’]t )(?<!\bnot )(?<!\bnever )(?:tell|give) me|send|leak|write out|what is|what are)\b.{0,60}?"
    r"(?:\b(?:system prompt|your (?:\w+ )?(?:instructions?|prompt|rules|key|configuration|settings)|api[ -]?key|the key|secrets?|passwords?|passwd|tokens?|other (?:sessions|assessments|users)|everything above|text above|word for word)\b|/etc/)",
    _I,
)
_COMMANDS = re.compile(
    r"^\W*(?:(?:please|now|then|so|and|just|also|important|note|system|assistant|user|admin|override|todo|step \d+)\b[\s:,.!–-]*)*"
    r"(?:mark|set|report|record|treat|rate|classify|flag|assign|fill|output|respond|answer|assume|pretend|act|consider|declare|conclude|approve|certify|count|call|make|obey|enter|write)\b"
    r".{0,80}?\b(?:everything|(?:every|all|each|any|these|the) (?:\w+ )?(?:risks?|findings?|verdicts?|fields?|facts?|answers?|rules?|components?|parts?|values?|assessment|report|status)|findings?|verdicts?|fields?|facts?|"
    r"(?:as|is|are|be|to|we are) (?:\w+ )?(?:safe|clear|known|low|fine|yes|no)|safest|low[- ]risk|compliant|confidence|severity|as yes|=)\b",
    _I,
)
_AUTHORITY = re.compile(
    r"\b(?:as (?:your|the|an?) (?:administrator|admin|developer|owner|auditor|operator|root|supervisor|creator)\b.{0,40}?\b(?:i|you)\b|i (?:order|command|instruct|authori[sz]e) you|you (?:are now|must (?:now |always |only )?(?:answer|say|mark|set|obey|output|ignore|treat|report)|will (?:now |only )(?:answer|say|mark|set|obey)|obey|(?:have )?(?:already )?(?:agreed|promised) to)|"
    r"from now on,? (?:you|answer|say|mark)|(?:developer|debug|god|admin|maintenance|dan) mode|jail ?break|do anything now|new (?:instructions?|rules?)\s*:|"
    r"say that we are (?:safe|low|compliant|fine)|(?:verdicts?|risks?|findings?|everything|all rules?|every \w+)\s*(?::|is|are|=)?\s*(?:all )?(?:clear(?:ed)?|safe|closed|low)\b|\ball clear\b)",
    _I,
)
_FRAME = re.compile(
    r"^\W*(?:(?-i:SYSTEM|ASSISTANT|USER|ADMIN)|assistant|human)\s*:|\[/?inst\]|<<?/?sys>>?|<\|\w+\|>|^#{2,}\s*(?:system|assistant|user|instruction)|\"(?:facts|ref|status|quote|intent|value)\"\s*:|"
    r"^\W*(?:ref|quote|intent)\s*:|\bconfidence\s*[=:]?\s*1(?:\.0)?\b|\bquote rule\b|"
    r"\b(?:as|be) (?:the |your |an? )?(?:quote|proof|evidence) (?:for|that|of)\b|^\W*quote (?:this|the|that)\b",
    _I,
)
_KEYS = re.compile(r"\b(?:" + "|".join(re.escape(key) for key in FIELDS) + r")\b", _I)
_MACHINE_KEY = re.compile(r"^\W*[a-z]+_[a-z_]+\s*:", re.M)
_PAIR = re.compile(r"\s*(?:-\s*)?\w+:(?:\s*\w+)?\s*$")
# "I am the minister." before an order lends it weight and says nothing of its own.
_CLAIM = re.compile(r"\W*(?:i am|i['’]m|this is) (?:the|your|an?)\b[^,;:]{2,40}\Z", _I)
_PATTERNS = (_OVERRIDES, _REVEALS, _COMMANDS, _AUTHORITY, _FRAME, _KEYS)


def _plain(text: str) -> str:
    """The text without invisible characters and look-alike letters, for comparison only."""
    folded = unicodedata.normalize("NFKD", text)
    return "".join(c for c in folded if unicodedata.category(c) not in ("Cf", "Mn"))


def is_order(sentence: str) -> bool:
    """True when a sentence speaks to the assistant as a machine to be steered."""
    text = " ".join(_plain(sentence).split())
    return any(pattern.search(text) for pattern in _PATTERNS)


def orders(message: str) -> list[Span]:
    """The sentences of a message that give orders or state nothing; the whole message when it only does so across its line breaks."""
    parts = sentences(message)
    found = [s for s in parts if is_order(s.text) or no_statement(s.text)] + staged(message)
    if any(_MACHINE_KEY.search(s.text) for s in found):
        # Beside a machine's key with its value, the plain pairs are of the same listing.
        found += [s for s in parts if _PAIR.match(s.text)]
    given = set(found)
    given |= {one for one, order in pairwise(parts) if order in given and _CLAIM.match(one.text)}
    found = sorted(given, key=lambda s: s.start)
    if not found and "\n" in message and len(message) < 400 and is_order(message):
        return [Span(0, len(message), message)]
    return found


def without_orders(message: str) -> str:
    """The message with its orders turned into spaces, so that every offset holds."""
    return blanked(message, [(span.start, span.end) for span in orders(message)])


def heard(message: str) -> str:
    """What of a message can be somebody's statement; orders, markup and a letter's head are spaces, so that every offset holds."""
    return without_orders(without_markup(without_envelope(message)))
