"""A whole message by which somebody only says that the question is not clear to them, or makes a sound: "huh", "you lost me", "ok", "hm". Pure.

A closed class. The one is answered by what the question means, and neither is an answer: who says "ok" to whether something is so has not said that
it is.
"""

from __future__ import annotations

import re
from dataclasses import replace

from vcassist.interview.ports import Reading
from vcassist.interview.sentences import BEYOND_TITLES, around

_I = re.I
_SIGH = r"(?:(?:hm+|er+m?|um+|well|oh|ah|sorry|so|but|no|ok(?:ay)?|wait|wow|honestly|tbh|please|i(?:['’]m| am) afraid)\b[\s,.:;…–—-]*)*"
_NOT_CLEAR = re.compile(
    rf"\W*{_SIGH}(?:huh|eh|wh?at|wha+t|say what|come again|pardon(?: me)?|sorry\W*\?|(?:say|explain|repeat) (?:that |it )?again|(?:you(?:['’]ve| have)? )?lost me(?: there)?|(?:i(?:['’]m| am) )?(?:lost|confused|not following|puzzled)|too (?:complicated|difficult|hard)(?: for me)?|no (?:comprende|entiendo|capisco)|"
    r"(?:in )?(?:plain )?english,? please|meaning|(?:i )?(?:do not|don['’]?t|did not|didn['’]?t|can['’]?t|cannot) (?:really |quite )?(?:get|understand|follow)(?: (?:it|you|that|this|the question|a word|what you (?:mean|want|ask)))?|no idea what (?:that|this|it|you) (?:is|means?)|"
    r"(?:i )?(?:(?:do not|don['’]?t|did not|didn['’]?t|not) (?:know|understand)|never (?:heard|saw|met)|not (?:know|heard))(?: of)? (?:this|that|the|your|these|those)? ?(?:\w+ )?(?:words?|terms?|expressions?|abbreviations?)(?:,? (?:here )?[\"“'‘]?[\w-]+[\"”'’]?)?|"
    r"(?:i )?(?:do not|don['’]?t|did not|didn['’]?t) (?:know|understand|get)(?: the (?:word|term))? [\"“'‘][\w -]{2,40}[\"”'’]|"
    r"what (?:do |does )?(?:you|it|this|that) mean(?: (?:by|with) [\"“'‘]?[\w -]{2,30}[\"”'’]?)?|"
    r"what (?:does|do) (?:that|this|it|you) (?:even )?mean|what is (?:that|this)(?: supposed to mean)?|(?:that|this)(?: question)?(?:['’]s| is) (?:unclear|not clear)(?: to me)?|unclear|not clear(?: to me)?|explain(?: (?:it|that|this))?(?: please)?|examples?(?: please)?|(?:can you |please )?(?:give|show)(?: me)? an example)\W*",
    _I,
)
_ONLY_A_SOUND = re.compile(
    r"\W*(?:(?:ok(?:ay)?|k|hm+|mm+|er+m?|um+|uh|ah|oh|aha|i see|alright|no,? wait|wait|hang on|hold on|yes\s*\?)[\s,.…!]*)+\W*",
    _I,
)

# A choice that is read less surely in such words is none: "I do not understand “model card”".
SURE = 0.97


def is_not_clear(said: str) -> bool:
    """Whether a message says only that the question was not understood."""
    return _NOT_CLEAR.fullmatch(said) is not None


def without_not_clear(reading: Reading, said: str, asked: str | None) -> Reading:
    """The same without a don't-know, or a choice hardly read, that only says that the question is not clear: "I'm afraid I don't follow. Where does data come from?" """
    unclear = [
        p
        for p in reading.proposals
        if p.ref == asked
        and (p.status == "unknown" or p.confidence < SURE)
        and p.start is not None
        and (here := around(BEYOND_TITLES, said, p.start)) is not None
        and (is_not_clear(here[0]) or is_not_clear(re.split(r"[,;:–—]", said[p.start : here.end()], maxsplit=1)[0]))
    ]
    if not unclear:
        return reading
    left = tuple(p for p in reading.proposals if p not in unclear)
    return replace(reading, proposals=left, intent=reading.intent if left else "question")


def is_only_a_sound(said: str) -> bool:
    """Whether a message is but a sound of hearing or thinking, which neither agrees nor answers where nothing was put for a yes."""
    return _ONLY_A_SOUND.fullmatch(said) is not None
