"""Cuts a message into sentences and clauses, with offsets into the original text. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass

from vcassist.interview.turns_of_phrase import BEHIND_A_TITLE

# Words that can tell of something, and those that never do.
WORD = re.compile(r"[^\W\d_]{3,}")
LITTLE_WORDS = frozenset(
    {
        "the", "and", "for", "our", "with", "from", "that", "this", "what", "which", "them", "their", "your", "into", "who",
        "are",
    }
)  # fmt: skip
# A longer message, in characters, is a document.
LONGEST_MESSAGE = 4_000
# The full stop of "i.e." and "e.g." ends nothing, nor does that of a title before a name.
_SENTENCE = re.compile(
    r"[^.!?\n;]*(?:(?:[.!?;](?=\w)|(?<=\bi\.e)\.(?=,?\s)|(?<=\be\.g)\.(?=,?\s)"
    rf"|{BEHIND_A_TITLE}\.(?= [^\W\d_a-z]))[^.!?\n;]*)*[.!?;\n]*",
    re.S,
)
# Where a new clause begins: contrast, turns of time and condition, a dash, a comma before a new subject.
_CLAUSE = re.compile(
    r"(?:,|\s[-–—]+|:)?\s+(?=(?:but|though|although|whereas|while|however|yet|except|now|nowadays|today|currently|since then|"
    r"until|till|before|then|so|because|if|unless|when|and (?:now|then|we|they|it|i|the|our|nobody|no one|my)|or (?:we|they))\b)"
    r"|\s+[-–—]+\s+|,\s+(?=(?:since|as of|as from|we|they|it|i|he|she|nobody|no one|our|my|the|that|this|those|these|there|not|just|only|which|who)\b)"
    # A time that is another than the one before it: "next summer we would like an avatar, and three years ago there was a chatbot".
    r"|,\s+(?=(?:(?:and|but|then|or)\s)?(?:(?:next|last)\s(?:year|month|week|term|spring|summer|autumn|fall|winter|season|quarter)|(?:one|two|three|four|five|six|ten|\d+|a few|some|many|several)\s(?:years?|months?|weeks?)\sago|in\s(?:19|20)\d\d)\b)"
    r"|\s*[()]\s*|:\s+|…\s*|\.\.+\s*",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the message: ``text == message[start:end]``."""

    start: int
    end: int
    text: str


def sentences(message: str) -> list[Span]:
    """The sentences and lines of a message, without surrounding white space."""
    found = []
    for match in _SENTENCE.finditer(message):
        span = stripped(message, match.start(), match.end())
        if span:
            found.append(span)
    return found


def sentence_around(text: str, at: int) -> Span | None:
    """The sentence in which a place of a text stands; None for one between two."""
    return next((s for s in sentences(text) if s.start <= at < s.end), None)


def sentences_touching(text: str, start: int, end: int) -> str:
    """The sentences of a text that a stretch of it touches, as one; the whole text where it touches none."""
    return " ".join(s.text for s in sentences(text) if s.start < end and s.end > start) or text


def stripped(message: str, start: int, end: int) -> Span | None:
    """The span without white space around it, or None when nothing is left."""
    while start < end and message[start].isspace():
        start += 1
    while end > start and message[end - 1].isspace():
        end -= 1
    return Span(start, end, message[start:end]) if end > start else None


def ends_sentence(clause: str) -> bool:
    """Whether a clause is the last of its sentence."""
    return clause.rstrip()[-1:] in (".", "!", "?", ";")


def clauses(message: str) -> list[Span]:
    """The clauses of every sentence, in order."""
    found = []
    for sentence in sentences(message):
        at = sentence.start
        for cut in _CLAUSE.finditer(sentence.text):
            piece = stripped(message, at, sentence.start + cut.start())
            if piece:
                found.append(piece)
            at = sentence.start + cut.end()
        piece = stripped(message, at, sentence.end)
        if piece:
            found.append(piece)
    return found


# Markup, and what stands for a character or a variable in it.
_MARKUP = re.compile(
    r"<(script|style)\b.{0,2000}?</\1\s*>|<[/!?]?[a-z][^<>]{0,300}>|&#?\w{1,12};|\{\{.{0,200}?\}\}|\]\]>", re.I | re.S
)
_WORD = re.compile(r"[^\W\d_]{2,}")
_STUTTER = re.compile(r"(.)\1{4,}", re.S)
LONGEST_WORD = 40


# What stands in a made-up role's tags or behind its name in brackets is nobody's word, nor is what a machine hands over in an element of
# its own; only the elements of a page hold what somebody wrote. Addresses that hold their own content are no words at all.
_OF_A_PAGE = (
    r"(?:a|abbr|address|article|b|big|blockquote|body|br|button|caption|center|cite|col|dd|del|details|div|dl|dt|em|figcaption|figure|font|footer|form|h[1-6]|"
    r"head|header|hr|html|i|iframe|img|input|ins|kbd|label|li|link|main|mark|meta|nav|ol|option|p|pre|q|s|script|section|select|small|span|strike|strong|style|"
    r"sub|summary|sup|svg|table|tbody|td|textarea|tfoot|th|thead|time|title|tr|u|ul|video|wbr)"
)
_ROLE = r"(?:system|assistant|user|developer|admin(?:istrator)?|operator|root|tool|function|instructions?|moderator|supervisor)"
_FRAMED = re.compile(
    rf"<\s*(?P<role>{_ROLE}|[a-z]+_[a-z_]+)\b[^<>]{{0,200}}>.{{0,1000}}?(?:<\s*/\s*(?P=role)\s*>|\Z)"
    rf"|<\s*(?!{_OF_A_PAGE}\b)(?P<element>[a-z][\w:.-]{{1,40}})\b[^<>]{{0,200}}(?<!/)>.{{0,1000}}?<\s*/\s*(?P=element)\s*>"
    rf"|^[ \t]*(?:\[\s*{_ROLE}(?:[ _-]\w{{1,20}})?\s*\]|\({_ROLE}\)[ \t]*:|<<\s*{_ROLE}\s*>>)[^\n]{{0,1000}}"
    r"|\b(?:(?:javascript|vbscript):|file://|data:[\w+.-]+/[\w+.-]+[;,])\S*|\bhttps?://[^\s,;)]*[^\s,;).!?]",
    re.I | re.S | re.M,
)


def without_markup(message: str) -> str:
    """The message with markup, and what fake roles say in it, turned into spaces, so that every offset holds."""
    if any(mark in message for mark in ("<", ":", "[")):
        message = _FRAMED.sub(_blank, message)
    if any(mark in message for mark in ("<", "&", "{", "]]")):
        message = _MARKUP.sub(_blank, message)
    return message


def _blank(found: re.Match[str]) -> str:
    return " " * len(found.group())


# The head of a letter, two lines or more of it, and whom it greets: names of people, not of suppliers.
_HEAD = re.compile(r"(?:^[ \t]*(?:from|to|cc|bcc|date|sent|reply-to)[ \t]*:[^\n]*(?:\n|\Z)){2,}", re.I | re.M)
_GREETING = re.compile(
    r"^[ \t]*(?:dear|hi|hello|hey|good (?:morning|day|afternoon|evening))[ \t]+(?-i:[^\W\d_a-z][\w.'’-]*[ \t]*){1,3},",
    re.I | re.M,
)


def without_envelope(message: str) -> str:
    """The message with a letter's head and greeting turned into spaces, so that every offset holds."""
    for pattern in (_HEAD, _GREETING):
        message = pattern.sub(lambda m: "".join(c if c == "\n" else " " for c in m.group()), message)
    return message


def has_words(text: str) -> bool:
    """True when something in a text can be a word: letters, not one of them over and over, and of a word's length."""
    return any(len(m.group()) <= LONGEST_WORD and not _STUTTER.search(m.group()) for m in _WORD.finditer(text))


def windows(message: str, size: int = 480) -> list[Span]:
    """Stretches of whole sentences of at most about ``size`` characters, for a reader with a bounded view."""
    found: list[Span] = []
    start = end = 0
    for sentence in sentences(message):
        pieces = [
            (sentence.start + at, min(sentence.end, sentence.start + at + size))
            for at in range(0, len(sentence.text), size)
        ]
        for begin, stop in pieces:
            if end and stop - start > size:
                found.append(Span(start, end, message[start:end]))
                start = begin
            elif not end:
                start = begin
            end = stop
    if end:
        found.append(Span(start, end, message[start:end]))
    return found
