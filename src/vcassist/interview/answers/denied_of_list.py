"""What only a denied clause of an answer speaks of is no member of the list that is noted. Pure but for its ports.

"The voice is like a fingerprint. Illness or faith he did not talk about" tells of neither health nor religion, though both stand in it: the encoder for
answers, which reads the answer as a whole, hardly has them, and the clause that speaks of them denies.
"""

from __future__ import annotations

import re
from dataclasses import replace

from vcassist.chain.facts import Fact, checked_value
from vcassist.interview.answers.says_nothing_of_it import chosen_from
from vcassist.interview.heard import Heard
from vcassist.interview.sentences import SENTENCE
from vcassist.interview.session import Session
from vcassist.interview.tools import Tools

# What is denied is so unlikely in the whole answer.
UNLIKELY = 0.1
_DENIES = re.compile(
    r"\b(?:no|not|never|neither|nor|none|nothing|without)\b(?! (?:only|just|merely|longer|else|but)\b)|n['’]t\b", re.I
)
_CLAUSE = re.compile(r"[^,;:]+")


def without_the_denied(heard: Heard, said: str, session: Session, tools: Tools) -> Heard:
    """The same without what is denied of the list that was noted as the answer."""
    awaiting = session.awaiting
    noted = next((f for f in heard.facts if awaiting and awaiting.is_open and f.ref == awaiting.ref), None)
    if noted is None or noted.field.type != "set" or heard.replaced or heard.conflicts or not chosen_from(noted, said):
        return heard
    left = _not_denied(noted, said, tools)
    if not left:
        return heard
    put = replace(noted, value=checked_value(noted.ref, left))
    return replace(heard, facts=tuple(put if f is noted else f for f in heard.facts))


def _not_denied(noted: Fact, said: str, tools: Tools) -> list[str]:
    """A list without what only a denied clause speaks of; none where nothing of it is, or all."""
    key, found = noted.field.key, dict(tools.answers(said, noted.field.key))
    doubtful = [v for v in noted.values if found.get(v, 1.0) < UNLIKELY]
    if not doubtful or len(doubtful) == len(noted.values):
        return []
    clauses = [
        (m[0], dict(tools.answers(m[0].strip(), key))) for s in SENTENCE.finditer(said) for m in _CLAUSE.finditer(s[0])
    ]
    denied = [v for v in doubtful if _DENIES.search(max(clauses, key=lambda one: one[1].get(v, 0.0))[0])]
    return [v for v in noted.values if v not in denied] if denied else []
