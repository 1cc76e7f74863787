"""How often a person checks, which is no half of a yes: "DeepL: sometimes", "only the long letters are checked by me, so sometimes". Pure.

Always, sometimes and never are values of the checks by a person. A reader that is asked for a yes or no makes a "partly" of them; where their
sentence speaks of checking, and of nothing that the yes or no is about, it answers for the checks alone.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from vcassist.chain.facts import Fact
from vcassist.interview import meant
from vcassist.interview.sentences import SENTENCE, around

_I = re.I
_HOW_OFTEN = re.compile(
    r"\b(?:sometimes|always|never|often|rarely|seldom|occasionally|now and then|from time to time)\b", _I
)
_IN_PART = re.compile(
    r"\b(?:partly|partially|in parts?|half|some of|most of|yes|no|not (?:all|every|each|fully|quite))\b", _I
)
_CHECKS = re.compile(
    r"\b(?:(?:double-?|spot-?)?check(?:s|ed|ing)?|proof-?read(?:s|ing)?|reads?|review(?:s|ed|ing)?|look(?:s|ed|ing)? (?:(?:it|them|this|that) )?(?:at|over|through)|(?:go|goes|going|went) (?:over|through)|sign(?:s|ed|ing)? off)\b",
    _I,
)


def of_checks_alone(fact: Fact, said: str) -> bool:
    """Whether a "partly" is but how often a person checks, in a sentence without a word of what the yes or no is about."""
    if fact.field.type != "yesno" or fact.value != "partly" or not _HOW_OFTEN.search(fact.quote):
        return False
    whole = around(SENTENCE, said, fact.start or 0)
    sentence = whole[0] if whole else fact.quote
    if _IN_PART.search(fact.quote) or not _CHECKS.search(sentence):
        return False
    return not meant.telling_stems(fact.field.key) & meant.stems(sentence)


def without_checks(facts: Sequence[Fact], said: str) -> tuple[Fact, ...]:
    """The facts without those that are but how often a person checks."""
    return tuple(f for f in facts if not of_checks_alone(f, said))
