"""Who asks whether something was noted has told it: "did you get that refugees are not told?", "have you written down the training?". Pure but for
its ports.

What the question itself tells is read like any other sentence. Where it only names a matter on which nothing is noted, what was said before is
read again for it. Noted late it is told like any other answer, and the question wants nothing more.
"""

from __future__ import annotations

import re
from dataclasses import replace

from vcassist.chain.facts import Chain, Fact, at_turn
from vcassist.chain.fields import FIELDS
from vcassist.interview.looking_back import answered_before, likely_before
from vcassist.interview.ports import Reader, Reading
from vcassist.interview.questions.asking import Parts
from vcassist.interview.questions.matters_named import keys_named, values_in
from vcassist.interview.reading import blanked, gate
from vcassist.interview.remarks.asked_to_keep import asked_after, told_of
from vcassist.interview.sentences import SENTENCE
from vcassist.interview.session import Session
from vcassist.interview.tools import Tools

_I = re.I
# So sure a reader must be of what the question tells.
SURE = 0.6
# Words of what it must tell.
LEAST = 3
# Sets of which people ask by their members: "have you got the health things?".
_SETS = ("data.sensitive_data", "application.affected_people", "data.sources")
# Who asks so takes it for granted; "did you put that we train it?" may doubt it, and "do you have children?" asks for something else.
_NOTED = r"(?:noted?|record(?:ed)?|register(?:ed)?|includ(?:e|ed)|(?:write|written|wrote|put|take|took|taken) (?:it |this )?down)"
_GOT = (
    rf"(?:(?:did|ask(?:ed)?(?: you)? (?:if|whether)) (?:you|u|ya)(?: (?:also|even|actually|really|at least))* (?:get|got|catch|{_NOTED})"
    rf"|have (?:you|u|ya)(?: (?:also|even|actually|really|at least))* (?:got(?: (?:it|this|that))?(?: {_NOTED})?|{_NOTED}))"
)
_CLAUSE = re.compile(
    rf"\b{_GOT}(?: (?:it|this))?(?: (?:down|in))?(?:,? that|:)? (?P<clause>(?!the\b|my\b|our\b|your\b|it\b|this\b|these\b|those\b|about\b|on\b|for\b|what\b|anything\b|something\b|a\b|an\b|any\b|no\b)[^.?!;]+)",
    _I,
)
_WHETHER = re.compile(rf"\b{_GOT}\b", _I)
# "Did you write down that we train them? I never said that."
_NEVER_SAID = re.compile(r"\b(?:never|did ?n['’]t|did not|have ?n['’]t) (?:said?|told?|tell|written?|wrote)\b", _I)
_LOUD = re.compile(r"\b(?:NOT|NO|NEVER|NOBODY|ARE|IS|ALL|ONLY|ALWAYS)\b")
# "Did you take the refugees out?"
_TAKEN_OUT = re.compile(r"\b(?:out|off|away|remov\w+|delet\w+|eras\w+|forg[eo]t\w*|wrong\w*|why)\b", _I)


def with_those_asked_after(
    parts: Parts, said: str, session: Session, number: int, tools: Tools
) -> tuple[Parts, tuple[Fact, ...]]:
    """The parts of a message without the questions whether something was noted that bring what was not; and the facts that they bring."""
    if not session.chain.facts:
        return parts, ()
    asks, found = parts.asks, list[Fact]()
    for sentence in SENTENCE.finditer(said):
        text = sentence[0]
        what = asked_after(text)
        if not (_WHETHER.search(text) or what) or _NEVER_SAID.search(said):
            continue
        brought: list[Fact] = []
        if _WHETHER.search(text) and not _TAKEN_OUT.search(text):
            brought = _told_in(text, sentence.start(), said, session, number, tools) or _told_before(
                text, said, session, number, tools
            )
        if what and not brought:
            brought = _in_its_sentence(what, session, tools)
        there = {f.ref for f in found}
        new = [f for f in brought if f.ref not in there]
        if new:
            found += new
            asks = _without(asks, text)
            parts = replace(parts, tells=blanked(parts.tells, [sentence.span()]))
    return replace(parts, asks=asks), tuple(found)


def _told_in(text: str, at: int, said: str, session: Session, number: int, tools: Tools) -> list[Fact]:
    """What the clause of such a question tells, that is not noted yet."""
    clause = _CLAUSE.search(text)
    if clause is None or len(clause["clause"].split()) < LEAST:
        return []
    start, words = at + clause.start("clause"), clause["clause"].rstrip()
    # "NOT told" is said loudly, and no name.
    return _stated(tools.reader, _LOUD.sub(lambda m: m[0].lower(), words), start, said, number, session.chain)


def _stated(reader: Reader, words: str, start: int, said: str, number: int, chain: Chain) -> list[Fact]:
    """What some words, which stand at ``start`` of what was ``said`` in turn ``number``, surely state by themselves and is not noted yet."""
    reading = reader.read(words, None, chain)
    sure = tuple(p for p in reading.proposals if p.confidence >= SURE and p.status == "known")
    placed = Reading(tuple(replace(p, start=(p.start or 0) + start, end=(p.end or 0) + start) for p in sure), "answer")
    facts = at_turn(gate(placed, said, number).facts, number)
    return [f for f in facts if f.ref not in chain.facts]


def _told_before(text: str, said: str, session: Session, number: int, tools: Tools) -> list[Fact]:
    """What earlier messages tell of the matters that such a question names, where nothing is noted on them; members of a set that it names."""
    chain, found = session.chain, list[Fact]()
    if tools.again is None:
        return found
    words = text.strip()
    begins = said.index(words, said.index(text))
    for key in _SETS:
        ref = chain.first_ref(key)
        old, named = chain.facts.get(ref), values_in(FIELDS[key], text)
        there = old.values if old is not None else ()
        more = [v for v in FIELDS[key].options if v in named and v not in there]
        if more and (old is None or old.status == "known"):
            found.append(Fact(ref, "known", (*there, *more), words, begins, begins + len(words), number))
    for key in keys_named(text):
        ref = chain.first_ref(key)
        if ref in chain.facts or any(f.ref == ref for f in found):
            continue
        before = answered_before(session, "", number, ref, chain, tools.again)
        fact = before[0] if before is not None else likely_before(session, "", number, ref, chain, tools)
        if fact is not None:
            found.append(fact)
    return found


def _in_its_sentence(what: str, session: Session, tools: Tools) -> list[Fact]:
    """What the sentence that told of ``what`` states by itself, where it was passed over when it was said."""
    told = told_of(what, session.live)
    if told is None or told.facts or tools.again is None:
        return []
    turn = next(t for t in session.live if t.number == told.turn)
    return _stated(tools.again, told.sentence, told.start, turn.said, told.turn, session.chain)


def _without(asks: str, text: str) -> str:
    """The questions of a message without those of one sentence."""
    return " ".join(part for m in SENTENCE.finditer(asks) if (part := m[0].strip()) and part not in text)
