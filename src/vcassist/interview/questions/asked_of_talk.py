"""Which questions of a message are about the talk itself, one by one. Pure but for its port."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from vcassist.errors import NotReady, StorageTrouble
from vcassist.interview import phrases
from vcassist.interview.ports import OfTheTalk
from vcassist.interview.questions.asked_forms import NEED_I_KNOW, as_asked_before
from vcassist.interview.questions.asking import asking_clauses, may_ask, question_form, sentences, sentences_before
from vcassist.interview.remarks.moves import move_of
from vcassist.interview.remarks.standing_by import forbids_change

_WHS = r"(?:what|who|why|how|where|when|is|can|do)"
_TWO = re.compile(
    rf"(?:,? and|[,;]) (?={_WHS}\b|(?:which|are|could|does|did|will|would|should|may|must|has|have|was) \w+)", re.I
)
_ONLY_POINTS = re.compile(
    r"\W*(?:and |so )?(?:can|could|will|would|do) you (?:do|manage|promise) (?:that|this|it)\b\W*$|\W*is (?:that|this|it) possible\W*$",
    re.I,
)
# How much nearer the glossary must come to a question than the talk does (a difference of cosines) where what it says shares no word, or
# one, with the question. Chosen on the questions of TalkAnswers: of the answers beside the point six of eight fall, of the right ones 4 %.
APART = (0.25, 0.06)
# So much nearer, and a sentence is not about the talk, whatever its last clause asks.
FAR = 0.15
# So much nearer to the talk, and a question is nearly in an example's own words, whatever form it has besides.
IN_ITS_WORDS = 0.2
# A clause of so few words asks about the rest of its sentence.
CLAUSE = 5


def pointed_at(asks: str, said: str, about: Callable[[str], OfTheTalk | None]) -> str:
    """What a question points at in the message: "Keep that out of the report. Can you do that?" asks for what was wished before."""
    if not _ONLY_POINTS.match(asks):
        whole = next((s for s in sentences(said) if asks and asks in s), asks)
        # "My staff are afraid of AI, what can I do?"
        return whole if whole != asks and len(asks.split()) <= CLAUSE and _far(whole, about) else asks
    before = sentences_before(asks, said)
    return before[-1] if before and lead_of_the_talk(before[-1], about) >= 0 else asks


def lead_of_the_talk(said: str, about: Callable[[str], OfTheTalk | None]) -> float:
    """How much nearer a question comes to what is known of the talk than to the glossary; -1 where it asks for nothing known."""
    known = _known(said, about)
    return known.lead if known else -1.0


def of_the_talk(said: str, about: Callable[[str], OfTheTalk | None]) -> bool:
    """Whether a message asks about the talk itself."""
    return bool(asked_of_the_talk(said, about))


def asked_of_the_talk(said: str, about: Callable[[str], OfTheTalk | None]) -> tuple[tuple[str, OfTheTalk], ...]:
    """Each question about the talk, and what it asks for."""
    found: list[tuple[str, OfTheTalk]] = []
    pieces = sentences(said)
    for piece in [p for p in pieces if question_form(p) or may_ask(p)] or pieces:
        if forbids_change(piece) and "?" not in piece:
            # "Keep the name as it is" asks for no secrecy.
            continue
        move = move_of(piece) if as_asked_before(piece) == piece else None
        if move == "time":
            found.append((piece, OfTheTalk("time", phrases.HOW_LONG.format("{left}", "{progress}"))))
            beside = (part for part in _TWO.split(piece) if move_of(part) != "time" and part != piece)
            found += [(part, known) for part in beside if (known := _known(part, about))]
            continue
        # "Sorry, is this the town hall?" asks one thing.
        parts = questions_in(piece)
        both = [(part, known) for part in parts if (known := _known(part, about))] if len(parts) > 1 else []
        clauses = asking_clauses(piece)
        # "What is a model, and do I need to know it?"
        by_itself = [part for part in clauses if as_asked_before(part) == NEED_I_KNOW]
        asked = by_itself or [piece, *clauses]
        one = next(((part, known) for part in asked if (known := _known(part, about))), None)
        if one is not None and one[0] != piece and not by_itself and _far(piece, about):
            # "Everybody uses the same three companies, is that bad?" is about the companies.
            one = None
        if len(both) > 1:
            found += both
        elif one is not None:
            found.append(one)
        elif move == "self":
            found.append((piece, OfTheTalk("self", phrases.SELF[0])))
    return tuple(found)


def questions_in(sentence: str) -> list[str]:
    """The questions that one sentence joins: "what is a model, and do I need to know it?" asks two things."""
    return [part for part in _TWO.split(sentence) if question_form(part) or may_ask(part)]


def _known(question: str, about: Callable[[str], OfTheTalk | None]) -> OfTheTalk | None:
    found = looked_up(question, about)
    return found if found is not None and found.topic else None


def _far(piece: str, about: Callable[[str], OfTheTalk | None]) -> bool:
    """Whether a sentence as a whole comes much nearer to the glossary than to the talk."""
    whole = looked_up(piece, about)
    return whole is not None and whole.lead < -FAR


def looked_up(question: str, about: Callable[[str], OfTheTalk | None]) -> OfTheTalk | None:
    """What ``about`` says of a question, as the example of which it is a form; None also where it is out of use."""
    before = as_asked_before(question)
    try:
        found = about(before) if before != question else None
        own = about(question)
        if found is None or not found.topic or (own is not None and own.topic and own.lead >= IN_ITS_WORDS):
            return own
        # What it asks in its own words is the next best, where its form has been answered.
        other = own is not None and own.text and own.topic != found.topic
        return replace(found, instead=own) if other else found
    except (NotReady, StorageTrouble):
        return None
