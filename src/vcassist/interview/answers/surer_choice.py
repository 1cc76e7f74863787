"""The answer to a question with choices is the choice of which the encoder for answers is sure, where another was noted. Pure but for its ports.

Readers and forms of words go by what stands near: "nothing written and nobody you are supposed to tell" became half a way of reporting, and a museum
that "would not dare to say research" does research. Of 781 answers by twenty people the encoder was as sure of another choice eight times where one
was noted from the answer: four times that was the one meant, and the others begin with a plain yes or are no choice ("unknown to us").
"""

from __future__ import annotations

import re
from dataclasses import replace

from vcassist.chain.facts import Fact, checked_value
from vcassist.interview.answers.offered import NO, YES
from vcassist.interview.answers.says_nothing_of_it import SAID_IN_PART, chosen_from
from vcassist.interview.chances import another_choice
from vcassist.interview.heard import Heard
from vcassist.interview.sentences import SENTENCE
from vcassist.interview.session import Session
from vcassist.interview.tools import Tools

# How sure it must be of another choice, and how little of the noted one.
SURELY, HARDLY = 0.65, 0.25
# It knows nothing of a word or two.
LEAST = 5
# What is denied of a list is so unlikely in the whole answer.
UNLIKELY = 0.1
_IN_PART = ("partly", "sometimes")
_ONE_CHOICE = ("yesno", "enum")
_DENIES = re.compile(
    r"\b(?:no|not|never|neither|nor|none|nothing|without)\b(?! (?:only|just|merely|longer|else|but)\b)|n['’]t\b", re.I
)
# "Oh yes, we do, that one is sorted."
_PLAIN_YES = re.compile(rf"\W*(?:(?:oh|ah|well|hm+|er+m?|um+|but|and|so)\W+)*{YES.pattern.removeprefix('^')}", re.I)
_CLAUSE = re.compile(r"[^,;:]+")


def with_the_surer_choice(heard: Heard, said: str, session: Session, tools: Tools) -> Heard:
    """The same with the choice that was noted as the answer as the encoder has it, and without what is denied of a list."""
    awaiting = session.awaiting
    noted = next((f for f in heard.facts if awaiting and awaiting.is_open and f.ref == awaiting.ref), None)
    if noted is None or heard.replaced or heard.conflicts:
        return heard
    if not chosen_from(noted, said) or len(said.split()) < LEAST:
        return heard
    value = _not_denied(noted, said, tools) if noted.field.type == "set" else _another(noted, said, tools)
    if not value:
        return heard
    put = replace(noted, value=checked_value(noted.ref, value))
    return replace(heard, facts=tuple(put if f is noted else f for f in heard.facts))


def _another(noted: Fact, said: str, tools: Tools) -> str:
    """The other choice of which the encoder is sure; "" where there is none, or a plain word says the noted one."""
    if noted.field.type not in _ONE_CHOICE or _PLAIN_YES.match(said) or NO.match(said):
        return ""
    if noted.value in _IN_PART and SAID_IN_PART.search(said):
        return ""
    found = dict(tools.answers(said, noted.field.key))
    return another_choice(found, noted.values, SURELY) if found.get(str(noted.value), 0.0) < HARDLY else ""


def _not_denied(noted: Fact, said: str, tools: Tools) -> list[str]:
    """A list without what only a denied clause speaks of: "Illness or faith he did not talk about"; none where nothing of it is, or all."""
    key, found = noted.field.key, dict(tools.answers(said, noted.field.key))
    doubtful = [v for v in noted.values if found.get(v, 1.0) < UNLIKELY]
    if not doubtful or len(doubtful) == len(noted.values):
        return []
    clauses = [
        (m[0], dict(tools.answers(m[0].strip(), key))) for s in SENTENCE.finditer(said) for m in _CLAUSE.finditer(s[0])
    ]
    denied = [v for v in doubtful if _DENIES.search(max(clauses, key=lambda one: one[1].get(v, 0.0))[0])]
    return [v for v in noted.values if v not in denied] if denied else []
