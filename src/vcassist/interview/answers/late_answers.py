"""A word on a contradiction that comes after its turn: "yes is right", "the second one is right", "both are right". Forms only. Pure."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from vcassist.chain.facts import Fact, checked_value, field_of
from vcassist.interview.answers.offered import named_values
from vcassist.interview.answers.settling import settle
from vcassist.interview.contradictions import left_open
from vcassist.interview.heard import Heard, without
from vcassist.interview.meant import stems
from vcassist.interview.ports import Reading
from vcassist.interview.sentences import PART
from vcassist.interview.session import Awaiting, Contradiction, Session
from vcassist.interview.words import Country, shown_value

# So many messages after it was put, a contradiction may still be meant.
LATE = 6
# A longer message tells something else.
LONGEST = 12
_I = re.I
_LEAD = r"^\W*(?:(?:yes|no|sorry|well|oh|and|but|ah|ok(?:ay)?|i mean|i said)\b[\s,.;:!–—-]+(?=\w))*"
_IS_RIGHT = re.compile(
    rf"{_LEAD}(?P<what>[^.!?;]{{1,40}}?) (?:is|are|was|were) (?:(?:both|all|the) )?(?:right|correct|true|so)\b", _I
)
_POINTS = re.compile(
    rf"{_LEAD}(?:it(?:['’]?s| is) )?(?:the (?:first|second|former|latter|newer|older|last)(?: one)?|what i said (?:first|last|now))\W*$",
    _I,
)
_VALUE_IS_RIGHT = re.compile(r"(?:\b(?:yes|no)\b\W+)*\b(?:yes|no|partly) is (?:the )?(?:right|correct)\b", _I)
_EITHER_WAY = re.compile(r"\b(?:first|second|former|latter|newer?|older?|last|both|neither)\b", _I)


def called_right(said: str) -> list[tuple[int, int]]:
    """Where a message says that yes, no or partly is right: a word on something that was put before, and no answer to what is asked now."""
    return [m.span() for m in _VALUE_IS_RIGHT.finditer(said)]


def late_word(session: Session, said: str, reading: Reading, number: int, country: Country) -> Heard | None:
    """A word on a contradiction that was left before, where a message says nothing but that: it answers nothing else."""
    then = _meant_late(session, said, country)
    if then is None or then.awaiting is None:
        return None
    base = Heard(reading=replace(reading, intent="answer"))
    settled = settle(then, said, (), then.awaiting, number, base, country)
    if settled is None or not (settled.decided or settled.replaced or settled.removed):
        return None
    old = session.chain.get(then.awaiting.ref)
    return replace(settled, late=then.awaiting.ref, restated=None if settled.replaced or settled.removed else old)


def settled_beside(session: Session, said: str, heard: Heard, number: int, country: Country) -> Heard:
    """What was heard, with the contradiction settled on which a sentence beside says a word: "The number is personal. Yes is right."

    A value that is said again after a contradiction was put wins as well: the person has said which it is.
    """
    waits = session.awaiting if session.awaiting and session.awaiting.manner == "conflict" else None
    if (
        heard.late
        or (heard.decided and not waits)
        or (waits and any(old.ref == waits.ref for old, _ in heard.replaced))
    ):
        return heard
    lately = [Contradiction(waits.ref, waits.old, waits.new)] if waits else []
    lately += [c for c in _put_lately(session) if waits is None or c.ref != waits.ref]
    put = [*lately, *(c for c in heard.conflicts if c.ref not in {p.ref for p in lately})]
    for conflict in put:
        old = session.chain.get(conflict.ref)
        now = next((c for c in heard.conflicts if c.ref == conflict.ref), None)
        word = word_on(conflict, said, country)
        if word is None and conflict in lately and (waits is None or conflict.ref != waits.ref):
            word = _bare_sentence(conflict, said, session, country)
        if word is None and now is not None and conflict is not now and not heard.decided:
            at = max(0, said.find(now.new_quote))
            word = now.new, (at, at + len(now.new_quote))
        if word is None or old is None:
            continue
        value, (start, end) = word
        if heard.decided and (conflict.ref != waits.ref if waits else True):
            continue
        if heard.decided and old.as_json()["value"] == value:
            return heard
        conflicts = tuple(c for c in heard.conflicts if c.ref != conflict.ref)
        reading = replace(heard.reading, intent="answer") if heard.reading.intent == "other" else heard.reading
        # The words that settle it answer nothing else.
        beside = (
            f for f in without(heard.facts, conflict.ref) if not f.touches(start, end) or len(f.quote) > end - start
        )
        facts, replaced = tuple(beside), heard.replaced
        restated: Fact | None = old
        if old.as_json()["value"] != value:
            new = Fact(old.ref, "known", checked_value(old.ref, value), said[start:end], start, end, number)
            facts, replaced, restated = (*facts, new), (*replaced, (old, new)), heard.restated
        # Whoever puts a note right has no need to be asked what is right instead.
        move = None if heard.move in ("misnoted", "change", "told") else heard.move
        return replace(
            heard, facts=facts, replaced=replaced, conflicts=conflicts, late=conflict.ref, decided=True,
            restated=restated, change=None, vague=False, move=move, reading=reading,
        )  # fmt: skip
    return heard


def word_on(conflict: Contradiction, said: str, country: Country) -> tuple[Any, tuple[int, int]] | None:
    """(value, place) of a contradiction that a sentence calls right, or whose other value it calls wrong; None without such a word."""
    ref, two = conflict.ref, (conflict.old, conflict.new)
    if any(not isinstance(v, str) for v in two):
        return None
    for sentence in PART.finditer(said):
        text = sentence[0]
        if len(text.split()) > LONGEST or text.rstrip().endswith("?"):
            continue
        for value, other in (two, two[::-1]):
            one, wrong = (re.escape(shown_value(ref, v, country)) for v in (value, other))
            forms = (
                rf"{_LEAD}{one} (?:is|was) (?:the )?(?:right|correct|true)(?: one| answer)?\b",
                rf"{_LEAD}(?:never mind|forget(?: about)?|not|scrap|strike) {wrong}\b\W+(?:(?:but|it['’]?s|it is|rather|i mean|it should be)\W+)*(?:in )?{one}\b",
                rf"{_LEAD}{wrong} (?:is|was) (?:wrong|false|not (?:right|true|correct)|a mistake|nonsense)\b",
            )
            place = next((m for form in forms if (m := re.search(form, text, _I))), None)
            if place is None and _put_as(conflict, value, text):
                place = re.search(r"\S.*\S", text)
            if place is not None:
                begins = place.start() + len(place[0]) - len(place[0].lstrip(" .,;:!?–—-"))
                return value, (sentence.start() + begins, sentence.start() + place.end())
    return None


def _put_as(conflict: Contradiction, value: str, text: str) -> bool:
    """Whether a sentence puts a yes or no behind the words of the field: "personal data YES"."""
    spec = field_of(conflict.ref)
    put = re.search(r"(?P<what>(?:[\w'’-]+ ){1,4}?[\w'’-]+)\s*[:=,–—-]?\s+(?P<value>yes|no|partly)\W*$", text, _I)
    if put is None or spec.type != "yesno" or put["value"].lower() != value:
        return False
    if not (put["value"].isupper() or re.search(r"[:=]", text)):
        return False
    return len(stems(put["what"]) & stems(f"{spec.label} {spec.question}")) >= min(2, len(stems(put["what"])))


def _meant_late(session: Session, said: str, country: Country) -> Session | None:
    """The session as it was when it waited for a word on a contradiction, where a message says that word later; else None."""
    if len(said.split()) > LONGEST or (session.awaiting and session.awaiting.manner == "conflict"):
        return None
    right, points = _IS_RIGHT.match(said), _POINTS.match(said)
    for conflict in _put_lately(session):
        ref = conflict.ref
        if not right and not points and _bare_value(conflict, said, session, country) is None:
            continue
        two = (
            (named_values(right["what"], {ref: value}, country) for value in (conflict.old, conflict.new))
            if right
            else ()
        )
        if points or not right or (right and _EITHER_WAY.search(right["what"])) or any(two):
            waits = Awaiting.between(conflict)
            return replace(session, turns=(*session.turns[:-1], replace(session.turns[-1], awaiting=waits)))
    return None


def _bare_value(conflict: Contradiction, text: str, session: Session, country: Country) -> str | None:
    """The one of two values that is all a text says, where it could not as well answer the open question."""
    spec = field_of(session.asked) if session.asked else None
    taken = {label.casefold() for label in spec.options.values()} if spec else set()
    for value in filter(lambda v: isinstance(v, str), (conflict.old, conflict.new)):
        words = shown_value(conflict.ref, value, country)
        if not words or words in ("yes", "no") or words.casefold() in taken or spec is None:
            continue
        if spec.type == field_of(conflict.ref).type and not spec.options:
            # Another name or country may be the answer.
            continue
        if re.fullmatch(rf"{_LEAD}{re.escape(words)}(?:,? (?:please|then|i (?:think|said|meant)))?\W*", text, _I):
            return str(value)
    return None


def _bare_sentence(
    conflict: Contradiction, said: str, session: Session, country: Country
) -> tuple[Any, tuple[int, int]] | None:
    for sentence in PART.finditer(said):
        value = _bare_value(conflict, sentence[0], session, country)
        if value is not None:
            text = sentence[0]
            start = sentence.start() + len(text) - len(text.lstrip())
            return value, (start, sentence.start() + len(text.rstrip().rstrip(".!,; ")))
    return None


def _put_lately(session: Session) -> list[Contradiction]:
    """The open contradictions that were put to the person in the last turns, the latest first."""
    put = [t.awaiting.ref for t in session.live[-LATE:] if t.awaiting and t.awaiting.manner == "conflict"]
    found = [c for c in left_open(session, session.chain) if c.ref in put]
    return sorted(found, key=lambda c: -max(at for at, ref in enumerate(put) if ref == c.ref))
