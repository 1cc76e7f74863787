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


def with_first_sentence(reading: Reading, message: str, asked: str | None, read: ReadAlone) -> Reading:
    """The same with what the first sentence answers, where something else was taken for the answer, or nothing was. ``read`` reads a stretch by
    itself. It does not hold where the next sentence turns, or tells the asked field by itself.
    """
    if asked is None or len(message) > LONGEST_MESSAGE or field_of(asked).type not in ("yesno", "enum", "set"):
        return reading
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
