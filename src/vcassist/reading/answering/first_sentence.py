"""A short first sentence that answers what was asked stands, whatever the sentences behind it tell of other things: "None. It makes a list. The
dictation makes text, obviously." Pure.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from vcassist.chain.facts import field_of
from vcassist.interview.ports import Proposal, Reading
from vcassist.reading.answering.exact import exact
from vcassist.reading.text import sentences

# (words, whether they answer what was asked) → what they tell.
ReadAlone = Callable[[str, bool], Reading]

# Words of an answer, up to which it stands by itself.
LONGEST, LONGEST_SHRUG = 6, 9
LEAST_SURE = 0.7
# A longer message, in characters, is a document.
LONGEST_MESSAGE = 4_000
# So few words can be a name alone, and so sure it must be read.
MOST_OF_A_NAME, SURELY_NAMED = 4, 0.9
# What people say before such a word.
_LEAD = (
    r"\W*(?:(?:well|oh|um|erm?|honestly|hm+|ok(?:ay)?|then|so|i think|i suppose|i(?:['’]d| would) say|probably)\W+)*"
)
# "no", "none", "nobody", "always", "closed": an answer of one word.
_OWN = re.compile(
    rf"^{_LEAD}(?:no|nope|nah|not|none|nobody|no one|never|always|yes|yeah|yep|yup|sometimes|partly|neither|both|all)\b",
    re.I,
)
# "Then I think partly": the word, and nothing else.
_ONLY_OWN = re.compile(
    rf"{_LEAD}(?:yes|no|partly|sometimes|never|always)\W*",
    re.I,
)
_SHRUG = re.compile(
    r"^\W*(?:(?:well|oh|um|erm?|honestly|hm+|sorry)\W+)*(?:(?:i|we) (?:really |honestly |just )?(?:do not|don['’]?t|dont|cannot|can['’]?t|couldn['’]?t|wouldn['’]?t) (?:know|say|tell)\b|no idea|not sure|dunno|idk)",
    re.I,
)
# "I don't know how I'd answer that", "wouldn't know what to put".
_NO_ANSWER = re.compile(
    r"^\W*(?:(?:well|oh|um|hm+|honestly|sorry)\W+)*(?:i|we) (?:\w+ )?(?:do not|don['’]?t|dont|wouldn['’]?t|would not) (?:really )?know (?:how|what) (?:i|to|we)\b(?:['’]d| would| should| can| could)? ?(?:\w+ )?(?:answer|say|put|tell|write|tick|reply|respond)\b(?: (?:to )?(?:that|this|it|there|here|you|that one|this one))*\W*$",
    re.I,
)
# Who goes on like that takes a part of it back.
_TURNS = re.compile(
    r"^\W*(?:but|though|although|however|well|wait|hang on|hold on|sorry|actually|or|i mean|i meant|except|only|yes|no|hm+|at least|some|the rest|apart from|unless|then again)\b",
    re.I,
)


def _with_name_first(reading: Reading, message: str, asked: str, read: ReadAlone) -> Reading:
    """The same with a name or a country that stands first, by itself, where nothing was read as the answer: "Amazon, AWS. It was in a footnote"."""
    open_still = field_of(asked).type in ("entity", "country") and not any(p.ref == asked for p in reading.proposals)
    parts = [part for part in sentences(message) if part.text.strip()] if open_still and not reading.note else []
    if len(parts) < 2:
        return reading
    first = parts[0].text.strip()
    if len(first.split()) > MOST_OF_A_NAME or "?" in first or _TURNS.match(message[parts[0].end :]):
        return reading
    told = next((p for p in read(first, True).proposals if p.ref == asked and p.status == "known"), None)
    if told is None or told.confidence < SURELY_NAMED:
        return reading
    at = message.index(first)
    placed = replace(told, start=at + (told.start or 0), end=at + (told.end or len(first)))
    others = tuple(p for p in reading.proposals if not p.touches(placed.start or 0, placed.end or 0))
    return replace(reading, intent="answer", proposals=(placed, *others))


def with_first_sentence(reading: Reading, message: str, asked: str | None, read: ReadAlone) -> Reading:
    """The same with what the first sentence answers, where something else was taken for the answer, or nothing was. ``read`` reads a stretch by
    itself. It does not hold where the next sentence turns, or tells the asked field by itself.
    """
    if asked is None or len(message) > LONGEST_MESSAGE:
        return reading
    if field_of(asked).type not in ("yesno", "enum", "set"):
        return _with_name_first(reading, message, asked, read)
    parts = [part for part in sentences(message) if part.text.strip()]
    if not parts:
        return reading
    first, behind = parts[0].text.strip(), message[parts[0].end :]
    if _NO_ANSWER.match(first) and not reading.proposals:
        at = message.index(first)
        silent = Proposal(asked, "unknown", None, first, LEAST_SURE, at, at + len(first))
        return replace(reading, intent="answer", proposals=(silent,))
    shrug = _SHRUG.match(first) is not None
    longest = LONGEST_SHRUG if shrug else LONGEST
    # A question in the same breath may be about the words of the question.
    asks = "?" in first or (shrug and "?" in behind)
    if len(parts) < 2 or len(first.split()) > longest or asks or _TURNS.match(behind):
        return reading
    plain = exact(first, asked)
    own = _OWN.match(first) is not None and field_of(asked).type == "yesno"
    if plain is None and not shrug and not own:
        return reading
    told = next((p for p in (plain or read(first, True)).proposals if p.ref == asked), None)
    if told is None or told.confidence < LEAST_SURE or (shrug and told.status != "unknown"):
        return reading
    now = next((p for p in reading.proposals if p.ref == asked), None)
    if now is not None and (now.status, now.value) == (told.status, told.value):
        return reading
    if now is not None and (shrug or now.status != "known"):
        return reading
    half = now is not None and now.value in ("partly", "sometimes")
    if ((plain is None and not _ONLY_OWN.fullmatch(first)) or half) and _tells_it(read(behind, False), asked):
        return reading
    at = message.index(first)
    placed = replace(told, start=at + (told.start or 0), end=at + (told.end or len(first)))
    others = tuple(p for p in reading.proposals if p.ref != asked)
    return replace(reading, intent="answer", proposals=(placed, *others))


def _tells_it(reading: Reading, asked: str) -> bool:
    """Whether something of the asked field is told by itself, of that component or no other."""
    return any(p.ref == asked and p.status == "known" for p in (*reading.proposals, *reading.maybe))
