"""A sentence that sets something right by the very words that are noted, and puts nothing in their place: "You put business there. We're a
registered NGO". The answer with those words is put to the person to be changed. Pure but for its port.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from vcassist.chain.facts import Fact
from vcassist.interview.corrections.correcting import may_correct
from vcassist.interview.corrections.denying import denies, old_value_in
from vcassist.interview.corrections.told_otherwise import AMENDS
from vcassist.interview.heard import Heard
from vcassist.interview.questions.by_what_is_wanted import amends
from vcassist.interview.remarks.standing_by import forbids_change, stands_by
from vcassist.interview.sentences import BEYOND_TITLES
from vcassist.interview.session import Session
from vcassist.interview.tools import Tools

# A longer sentence, in words, tells a story.
LONGEST = 30
# Who speaks of the notes, or of what was put where.
_OF_NOTES = re.compile(
    r"\b(?:you|it|he|she|they|who)(?:['’]ve| have| had)? (?:put|wrote|write|written|noted?|said|say|says|called|got|listed?|set|chose)\b|\b(?:it is|it['’]s) (?:written|noted|listed)\b|\b(?:remove|delete|change|correct|fix|scrap|take)\b",
    re.I,
)
_SUPPOSES = re.compile(r"\b(?:if|when(?:ever)?|unless|in case|as long as|would|could)\b", re.I)
_DOES = re.compile(r"\s(?!(?:is|was)\b)[a-z]{2,}s\b")
# "You put business there": whoever says so wants it otherwise.
_YOU_PUT = re.compile(
    r"(?:^|[.,;:!?–—-]\s*|\b(?:but|and|why|so|who)\s)(?:(?:have|has|did)\s)?(?:you|who)(?:['’]ve| have| had)? (?:put|wrote|write|written|noted?|set|chose|listed?|got|said) (?:(?:us|it|that|me|down|as|in|under|the|an?|we (?:are|were)|that we (?:are|were)) ){0,4}[\"“‘']?$",
    re.I,
)


def with_the_named_change(heard: Heard, said: str, session: Session, tools: Tools) -> Heard:
    """The same with the one answer to be changed whose words a sentence denies or complains of, where nothing came of that sentence."""
    waits = session.awaiting
    if heard.change or heard.conflicts or heard.removed or heard.unsure or heard.decided or heard.late or heard.merged:
        return heard
    if waits is not None and not waits.is_open:
        return heard
    taken = {f.ref for f in heard.facts} | {old.ref for old, _ in heard.replaced} | {session.asked, *heard.refused}
    named = {
        fact.ref
        for text in _unheard(said, heard)
        if not (forbids_change(text) or stands_by(text))
        for fact in session.chain.facts.values()
        if fact.ref not in taken and _is_set_right(fact, text, tools)
    }
    return replace(heard, change=named.pop(), vague=False, unplaced="") if len(named) == 1 else heard


def _unheard(said: str, heard: Heard) -> Iterator[str]:
    """The sentences that ask nothing and in which nothing was heard."""
    spent = [(f.start, f.end) for f in (*heard.facts, *(new for _, new in heard.replaced)) if f.start is not None]
    for m in BEYOND_TITLES.finditer(said):
        start, end = m.span()
        apart = all(end <= (a or 0) or (b or 0) <= start for a, b in spent)
        if apart and not m[0].rstrip().endswith("?") and len(m[0].split()) <= LONGEST:
            yield m[0]


def _is_set_right(fact: Fact, text: str, tools: Tools) -> bool:
    """Whether a sentence says the words of a noted choice or name, and denies them or speaks of what was noted."""
    if fact.status != "known" or (fact.field.type not in ("enum", "set", "entity") and fact.field.name != "name"):
        return False
    if _SUPPOSES.search(text):
        # "If it is gone we wait."
        return False
    bare = replace(fact, quote="")
    place = old_value_in(bare, text, tools.country)
    if place is None or (fact.field.name == "name" and _DOES.match(text, place[1])):
        # "You noted that MathMark assists" is of what it does.
        return False
    if denies(bare, text, tools.country) or _YOU_PUT.search(text[: place[0]]):
        return True
    speaks_of_it = may_correct(text) or _OF_NOTES.search(text) is not None
    return speaks_of_it and amends(tools.wanted, text, 0) >= AMENDS
