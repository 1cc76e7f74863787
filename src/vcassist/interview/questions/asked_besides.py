"""What is said of what people told besides the questions: that it is kept, and whether it was ("did you note the cost?"). Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from vcassist.chain.facts import Chain, Fact
from vcassist.interview import phrases
from vcassist.interview.questions.asking import sentences
from vcassist.interview.questions.notes_forms import of_the_notes
from vcassist.interview.remarks.asked_to_keep import Asked, asked_after, told_of
from vcassist.interview.remarks.told_besides import (
    COST,
    INCIDENT,
    WEAKNESS,
    Besides,
    all_told_besides,
    takes_back,
    told_besides,
)
from vcassist.interview.session import Session
from vcassist.interview.words import short

_I = re.I
# So many words of a quote are said back; so many quotes to who asks, and so many at once to who tells.
WORDS, MOST, MOST_KEPT = 30, 3, 2
_KEPT = {COST: phrases.COST_KEPT, INCIDENT: phrases.INCIDENT_KEPT, WEAKNESS: phrases.WEAKNESS_KEPT}
_AGAIN = {COST: phrases.KEPT_AGAIN, INCIDENT: phrases.INCIDENT_AGAIN, WEAKNESS: phrases.KEPT_AGAIN}
_COST = re.compile(
    r"\b(?:costs?|prices?|pay|paid|money|fees?|bills?|amounts?|subscription|euros?|dollars?|pounds|francs|taka|rupees|naira|shillings)\b|[€$£]",
    _I,
)
_INCIDENT = re.compile(
    r"\b(?:incidents?|accidents?|near miss(?:es)?|mishaps?|what (?:went wrong|happened)|burn(?:ed|s|t)|double dose|injur\w+)\b",
    _I,
)
# Whether we have it, and not what this service costs.
_OF_NOTES = re.compile(
    r"\b(?:not(?:e|ed|es)|writ\w+|wrote|written|lists?|listed|record\w*|put(?: it| that)? down|got|get|have|has|had|see[ns]?|keep|kept|forg[eo]t\w*|miss(?:ed)?|in (?:the|your|my) (?:report|notes?|list))\b",
    _I,
)
_OURS = re.compile(
    r"\b(?:we|our|us|i|my|me)\b[^?]{0,30}\b(?:pay|paid|costs?|price)\b|\b(?:our|my) (?:costs?|price|bill|server|subscription)\b",
    _I,
)
_THIS_SERVICE = re.compile(
    r"\b(?:vcassist|this (?:talk|chat|report|service|interview|page|assessment)|the report|you (?:cost|charge|want))\b",
    _I,
)


def kept_besides(session: Session, said: str, harms: Callable[[str], bool], facts: Sequence[Fact] = ()) -> str:
    """That words of a message on costs or on what went wrong are kept, or out again; "" where it has none. ``harms`` and ``facts`` as in
    ``told_besides``.
    """
    told = told_besides(said, harms, facts)
    if takes_back(said, session, harms) and not any(one.subject == INCIDENT for one in told):
        return phrases.NO_INCIDENT
    before = {one.subject for _, one in all_told_besides(session, harms)} if told else set()
    lines: list[str] = []
    longest = max((one for one in told if one.subject == INCIDENT), key=lambda one: len(one.quote), default=None)
    # "Another near miss, since you care about those. It wrote …": of one message the tale is said back, and not what leads up to it.
    told = [one for one in told if one.subject != INCIDENT or one is longest]
    for one in told[:MOST_KEPT]:
        form = (_AGAIN if one.subject in before else _KEPT)[one.subject]
        before.add(one.subject)
        lines.append(form.format(_in_short(one)))
    return " ".join(lines)


def whether_heard(
    asks: str, session: Session, said: str, chain: Chain, line: Callable[[Fact], str], harms: Callable[[str], bool]
) -> tuple[str, str]:
    """What became of something told before, for who asks whether it is kept or wants it kept, and the questions that ask for something else.

    ``line`` says a fact back. A note that was taken from it is told; else its own words are, which stand in the report from then on.
    """
    answers: list[str] = []
    left = sentences(asks)
    wishes = [s for s in sentences(said) if s not in left and not s.rstrip().endswith("?")]
    for sentence, wish in [*((s, False) for s in left), *((s, True) for s in wishes)]:
        what = asked_after(sentence)
        told = told_of(what, session.live, said[: max(0, said.find(sentence))]) if what else None
        if told is None or (told.turn > session.live[-1].number and wish):
            continue
        noted = [fact for fact in told.facts if chain.get(fact.ref) == fact]
        answers.append(_became(told, noted, session, line, harms))
        left = [s for s in left if s != sentence]
    return " ".join(dict.fromkeys(answers)), " ".join(left)


def _became(
    told: Asked, noted: list[Fact], session: Session, line: Callable[[Fact], str], harms: Callable[[str], bool]
) -> str:
    if noted:
        return phrases.HEARD_AS.format("; ".join(line(fact) for fact in noted[:MOST]))
    kept = any(told.words.casefold() in one.quote.casefold() for _, one in all_told_besides(session, harms))
    return (phrases.HEARD_AND_KEPT if kept else phrases.KEPT_NOW).format(short(told.words, WORDS))


def of_besides(asks: str, session: Session, said: str, harms: Callable[[str], bool]) -> tuple[str, str]:
    """What is noted of costs or of what went wrong, for who asks whether it is, and the questions that ask for something else."""
    if not (_COST.search(asks) or _INCIDENT.search(asks)):
        return "", asks
    told = [one for _, one in all_told_besides(session, harms)] + told_besides(said, harms)
    cost_told = any(one.subject == COST for one in told)
    subjects = {sentence: _subjects(sentence, cost_told) for sentence in sentences(asks)}
    answers = dict.fromkeys(
        _gone(told) if subject == INCIDENT and of_the_notes(sentence) == "gone" else _noted(subject, told)
        for sentence, asked in subjects.items()
        for subject in asked
    )
    return " ".join(answers), " ".join(sentence for sentence, asked in subjects.items() if not asked)


def _noted(subject: str, told: list[Besides]) -> str:
    quotes = dict.fromkeys(f"“{_in_short(one)}”" for one in told if one.subject == subject)
    return phrases.BESIDES_NOTED.format("; ".join([*quotes][-MOST:])) if quotes else phrases.BESIDES_NOT_NOTED[subject]


def _gone(told: list[Besides]) -> str:
    """Whether what was kept as gone wrong is out of the report, for who asks that."""
    quotes = [_in_short(one) for one in told if one.subject == INCIDENT]
    return phrases.INCIDENT_STANDS.format(quotes[-1]) if quotes else phrases.INCIDENT_GONE


def _in_short(one: Besides) -> str:
    return short(one.quote.rstrip(" .!"), WORDS)


def _subjects(sentence: str, cost_told: bool) -> list[str]:
    of_notes = _OF_NOTES.search(sentence) is not None or of_the_notes(sentence) == "gone"
    if _THIS_SERVICE.search(sentence) and not of_notes:
        return []
    of_us = _OURS.search(sentence) or (of_notes and (cost_told or "you" in sentence.lower()))
    asked = [COST] if _COST.search(sentence) and of_us else []
    return [*asked, INCIDENT] if _INCIDENT.search(sentence) and of_notes else asked
