"""What somebody takes back in one sentence and tells anew in the next: "whether the firm may learn from it: I denied it, and I should not have. The
agreement does allow it". Pure but for its ports.

The sentence that takes back holds the old value, or denies nothing that a reader knows, and the one with the new value names no matter. So the note is
found by what the first does to it, and its value in what the others say as the answer to its question. Only a message that came to nothing else is
looked at.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from vcassist.chain.facts import Fact, checked_value
from vcassist.chain.fields import CHOICE_TYPES
from vcassist.interview.chances import LONGEST, likeliest
from vcassist.interview.corrections.as_it_answers import LEAST_TO_TAKE_BACK, TAKEN_BACK
from vcassist.interview.heard import Heard, came_to_something, taken_instead
from vcassist.interview.sentences import BEYOND_TITLES
from vcassist.interview.session import Session
from vcassist.interview.tools import Tools
from vcassist.interview.touching import touched_by

# A sentence that takes something back is at most so much as likely of any other note.
OF_ANOTHER = 0.5
# How sure another sentence must be of what is right instead, and all of the message.
TELLS, TELLS_IN_ALL = 0.6, 0.8
MOST_SENTENCES = 5
# What people do to their own words.
_TAKES_BACK = re.compile(
    r"\b(?:withdr[ae]w\w*|retract\w*|take (?:that|it|this)? ?back|took (?:that|it)? ?back|denied|deny|should(?:n['’]t| not)? have|overstat\w+|understat\w+|exaggerat\w+|oversold|boast\w*|misspoke|mis-?(?:stated|told|said|remembered|informed|led)|strike|scratch|scrap|"
    r"(?:was|were|is) (?:wrong|false|untrue|incorrect|not true|not right|too \w+|a mistake|an error)|got (?:it|that|this) wrong|mistaken|correct(?:ion)?|amend|revise|change|upgrade|downgrade|"
    r"(?:i|we)(?:['’]ve| have| had)? (?:said|told you|claimed|stated|wrote|answered|called)|my (?:answer|word|no|yes|earlier|first)|earlier|before)\b|[‘'\"“](?:no|yes|never|always|partly)[’'\"”]",
    re.I,
)


def with_what_is_told_anew(heard: Heard, said: str, session: Session, number: int, tools: Tools) -> Heard:
    """The same with the note set right that a sentence takes back, by what the others say instead; asked after where none says it."""
    if heard.decided or heard.late or heard.merged or heard.removed or heard.reading.intent in ("undo", "stop", "skip"):
        return heard
    if came_to_something(replace(heard, change=None, restated=None)) or len(said.split()) > 2 * LONGEST:
        return heard
    sentences = [(m.start(), m[0]) for m in BEYOND_TITLES.finditer(said)][:MOST_SENTENCES]
    back = [
        n for n, (_, words) in enumerate(sentences) if _TAKES_BACK.search(words) and not words.rstrip().endswith("?")
    ]
    notes = [f for f in session.chain.facts.values() if _may_be_meant(f, session)]
    if len(sentences) < LEAST_TO_TAKE_BACK or not back or not notes:
        return heard
    at, old = _taken_back([(n, sentences[n][1]) for n in back], notes, session, tools)
    if old is None:
        return heard
    others = [(start, words) for n, (start, words) in enumerate(sentences) if n != at]
    new = _told(old, others, said, number, tools)
    change = (heard.change or old.ref) if new is None else None
    told = taken_instead(heard, [(old, new)]) if new is not None else heard
    reading = replace(told.reading, intent="correction")
    return replace(told, change=change, restated=None, unplaced="", vague=False, reading=reading)


def _may_be_meant(fact: Fact, session: Session) -> bool:
    """Whether a note is a choice that may be taken back."""
    return fact.status == "known" and fact.field.type in CHOICE_TYPES - {"set"} and fact.ref != session.asked


def _taken_back(
    sentences: Sequence[tuple[int, str]], notes: Sequence[Fact], session: Session, tools: Tools
) -> tuple[int, Fact | None]:
    """The sentence that plainly takes back one note and no other, and that note."""
    best: tuple[float, int, Fact | None] = (TAKEN_BACK, -1, None)
    for n, words in sentences:
        told = sorted(touched_by(words, notes, session, tools), key=lambda one: one[1].wrong, reverse=True)
        if not told or told[0][1].wrong < best[0]:
            continue
        if len(told) > 1 and told[1][1].wrong > OF_ANOTHER * told[0][1].wrong:
            continue
        best = (told[0][1].wrong, n, told[0][0])
    return best[1], best[2]


def _told(old: Fact, others: Sequence[tuple[int, str]], said: str, number: int, tools: Tools) -> Fact | None:
    """What the other sentences, or all of the message, say instead of a note."""
    found = []
    for start, words in [*others, (0, said)]:
        chances = dict(tools.answers(words, old.field.key)) if len(words.split()) <= LONGEST else {}
        value = likeliest(chances)
        least = TELLS_IN_ALL if words == said else TELLS
        if value and value != old.value and chances[value] >= least:
            found.append((chances[value], value, start, words.strip()))
    if not found:
        return None
    _, value, start, words = max(found)
    start = said.index(words, start)
    return Fact(old.ref, "known", checked_value(old.ref, value), words, start, start + len(words), number)
