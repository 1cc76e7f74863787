"""Tells a task from a question: a glossary explains; it composes nothing, plays nothing, and is not left aside by order. Pure."""

from __future__ import annotations

import re

_COURTESY = r"^\W*(?:(?:please|pls|kindly|now|then|so|and|just|ok(?:ay)?|hi|hey|hello|dear \w+|(?:can|could|would|will) you(?: please)?)\b[\s,]*)*"
# What people have an assistant write, which no entry is about. A policy, a plan or a notice is not among them: entries tell what goes into those.
_WORKS = (
    r"(?:jokes?|poems?|songs?|lyrics|limericks?|haikus?|raps?|stor(?:y|ies)|(?:fairy ?)?tales?|novels?|essays?|homework|sermons?|speech(?:es)?|scripts?|"
    r"(?:source |computer |python |java ?script )?code|programs?|macros?|malware|ransomware|spyware|viru(?:s|ses)|trojans?|worms?|exploits?|"
    r"phishing(?: \w+)?|deepfakes? of|love letters?|recipes?|horoscopes?)"
)
_COMPOSES = re.compile(
    _COURTESY
    + r"(?:write|compose|draft|invent|make(?: up)?|create|generate|produce|build|tell|give|sing|recite|show|send|code|program)\b"
    r"(?:\s+(?:me|us|my \w+))?(?:\s+(?:an?|the|some|one|another|another one|\w+ing|\w+y|short|long|small|working|little|good|nice|new))*\s+"
    + _WORKS
    + r"\b",
    re.I,
)
# To leave its own texts aside and do something else; "ignore previous instructions" alone is what people call an attack.
_LEAVES = re.compile(
    _COURTESY + r"(?:ignore|disregard|forget|skip|override|bypass|leave aside|put aside)\s+"
    r"(?:(?:about|all|any|of|the|your|my|these|those|this|that|previous|earlier|prior|above|other)\s+)*"
    r"(?:glossary|entr(?:y|ies)|passages?|sources?|citations?|instructions?|rules?|prompts?|guidelines?|context|everything(?: above)?)\b"
    r"\W+(?:(?:and|then|just|but|instead|now)\b\W*)*\w+",
    re.I,
)
_ENDS = re.compile(r"(?<=[.!?])\s+")


def is_task(said: str) -> bool:
    """True when a text begins by setting a task instead of asking, and no later sentence of it asks."""
    first, *rest = _ENDS.split(said.strip())
    asks = any(sentence.rstrip().endswith("?") for sentence in rest)
    return not asks and any(pattern.match(first) for pattern in (_COMPOSES, _LEAVES))
