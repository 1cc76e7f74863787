"""What somebody tells in asking for a judgement on it: "does it matter that the doctors mostly skim the notes?". Pure but for its ports.

Read as a question it tells nothing; without the words that ask it is a sentence like any other. Where those take it for granted it is heard as
told, and its matter is what is judged.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace

from vcassist.chain.fields import FIELDS
from vcassist.interview.ports import Stated
from vcassist.interview.questions.asking import Parts, sentences
from vcassist.interview.remarks.manner import LEAD

_I = re.I
# A sentence that states something by itself with such a chance is heard; of one with less only the matter is taken.
TOLD, SPOKEN_OF = 0.7, 0.5
# What is good or bad by itself: what is done, is there, or is not.
JUDGED = frozenset(key for key, spec in FIELDS.items() if spec.type == "yesno") | {"application.human_review"}
# A longer question tells a case, and fewer words say nothing.
LONGEST, LEAST = 30, 3
_HOW = r"(?:really |very |so |actually |that |also |even |always |generally |too )?"
_JUDGED = (
    r"(?:bad|wrong|ok(?:ay)?|fine|all ?right|normal|usual|unusual|common|risky|dangerous|serious|severe|illegal|legal|allowed|forbidden|safe|good|stupid|careless|acceptable|"
    r"against (?:the law|the rules)|(?:an? )?(?:big |real |serious |huge |legal )?(?:problem|risk|issue|mistake|danger|concern|worry|weakness|scandal|crime))"
)
# What takes it for granted, and what only supposes it.
_GIVEN, _SUPPOSED = r"(?:(?:the fact )?that|because|since)", r"(?:if|when|to|for \w+ to)"
_FRAME = re.compile(
    rf"^{LEAD}(?:(?:does|do|would|will|did) (?:it|this) {_HOW}(?:matter|hurt|count|harm)(?: (?:much|to (?:you|us|anyone)|in any way))?|"
    rf"(?:(?:is|was|would) (?:it|this|that) (?:be )?|(?:is|was)n['’]?t (?:it|this|that) ){_HOW}{_JUDGED}(?: for (?:us|me|them))?|"
    r"(?:should|must|do|need) (?:i|we) (?:have to |need to )?(?:be )?(?:worr(?:y|ied)|concerned|afraid|scared|alarmed|ashamed)(?: about)?|"
    r"what (?:does it mean|do you (?:say|think|make of it)|about|if)|how (?:bad|serious|dangerous|grave|risky) (?:is|would) it(?: be)?)"
    rf" (?:(?P<given>{_GIVEN})|{_SUPPOSED}) (?P<told>[^?!\n]+)",
    _I,
)
# "Most of them are under 18, it is sensitive, no?"
_TAIL = re.compile(
    r"^(?P<told>[^?!\n]+?)[,;–—-]\s*(?:and |so |but |then )?(?:it|that|this)(?:['’]?s| is| was)(?: \w+){1,3},? (?:no|right|yes|or|or not|correct|ok(?:ay)?)\W*$",
    _I,
)


def judged_in(question: str) -> tuple[str, int, bool]:
    """The words of a question that tell on what a judgement is asked, where they begin, and whether they are taken for granted; "" for none."""
    framed = _FRAME.match(question) if len(question.split()) <= LONGEST else None
    found = framed or (_TAIL.match(question) if len(question.split()) <= LONGEST else None)
    if found is None or len(found["told"].split()) < LEAST:
        return "", 0, False
    return found["told"].strip(" ,.;"), found.start("told"), framed is None or framed["given"] is not None


def with_what_is_judged(parts: Parts, said: str, states: Callable[[str], Iterable[Stated]]) -> Parts:
    """The parts of a message with what its questions take for granted as told, where that plainly states something by itself."""
    # What only asks, in one sentence, is left whole for its reader.
    alone = not parts.asks and "?" in said and len(sentences(said)) == 1
    asks = said if alone else parts.asks
    tells = " " * len(said) if alone else parts.tells
    for question in sentences(asks):
        told, at, given = judged_in(question)
        start = said.find(question) + at
        if given and start >= at and any(one.chance >= TOLD for one in states(f"{told}.")):
            # A sentence of its own ends as one; every offset holds.
            end = start + len(told)
            tells = (
                f"{tells[:start]}{said[start:end]}.{tells[end + 1 :]}"
                if end < len(said)
                else f"{tells[:start]}{said[start:end]}"
            )
    changed = bool(tells.strip()) if alone else tells != parts.tells
    return replace(parts, tells=tells, asks=asks.strip()) if changed else parts


def matter_of(question: str, spoken_of: Callable[[str, Collection[str]], Sequence[tuple[str, float]]]) -> str:
    """The key of the field on which a question asks for a judgement; "" where it tells of none plainly."""
    told, _, _ = judged_in(question)
    found = spoken_of(f"{told[:1].upper()}{told[1:]}.", JUDGED) if told else ()
    key, chance = max(found, key=lambda each: each[1], default=("", 0.0))
    return key if chance >= SPOKEN_OF else ""
