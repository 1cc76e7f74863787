"""Leads back to a question that somebody put and that was not answered ("you did not answer me"). Pure."""

from __future__ import annotations

import re

from vcassist.interview.meant import stems
from vcassist.interview.questions.asked_forms import as_asked_before
from vcassist.interview.questions.asking import parts_of, question_form
from vcassist.interview.remarks.addressed import unanswered
from vcassist.interview.session import Session

# "You didn't answer where the text goes" says itself what was asked.
_ITSELF = re.compile(
    r"\b(?:did(?: not|n['’]?t)|never|have(?: not|n['’]?t)|still not|not) (?:really |actually |yet )?(?:answer(?:ed)?|said|say|tell|told)(?: me| us)?,? (?P<what>(?:where|who|whom|whose|when|why|how|if|whether|which)\b[^.!?]{4,})",
    re.I,
)
# So many messages back somebody still means.
LOOKED_AT = 6


def last_question(session: Session, said: str) -> str:
    """The question that a complaint means: one that it names itself, one that shares a word with it, else the last; "" where there is none."""
    if as_asked_before(said) != said:
        return said
    if (itself := _ITSELF.search(said)) is not None:
        return itself["what"].strip()
    before = [asked for turn in reversed(session.live[-LOOKED_AT:]) if (asked := _asked(turn.said, turn.intent))]
    told = stems(said)
    return next((q for q in before if told & stems(q)), before[0] if before else "")


def _asked(said: str, intent: str) -> str:
    if not said or unanswered(said):
        return ""
    asks = parts_of(said).asks
    return asks or (said if intent == "question" or (question_form(said) and said.rstrip().endswith("?")) else "")
