"""Notes that a message calls wrong, in whatever words, as it was learnt what messages do to notes. Pure.

What else is here finds a correction by its words: the field's, the old value's, "no, wait". Many have none of them ("who said farmers?", "that is a
bit too nice", "she does not look when the queue is long"). So the message is held against each note; what becomes of a note that is called wrong
is read in the sentence that does so, as an answer to its question, and where nothing is said instead it is asked what it should be.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from vcassist.chain.facts import Fact, checked_value
from vcassist.interview.corrections.correcting import may_correct
from vcassist.interview.corrections.denying import denies, name_put_instead, old_value_in, set_put_right
from vcassist.interview.corrections.repair import can_be_a_name, only_denies, own_name_again, pieces, read_as, shortened
from vcassist.interview.heard import Heard
from vcassist.interview.meant import shares_words, stems
from vcassist.interview.ports import Touch
from vcassist.interview.reading import merged_set
from vcassist.interview.removals.asked_to_strike import REMOVE
from vcassist.interview.removals.removing import removal
from vcassist.interview.sentences import BEYOND_TITLES, around
from vcassist.interview.session import Contradiction, Session
from vcassist.interview.tools import Tools
from vcassist.interview.words import line_for

# From these chances on a note is taken to be called wrong, told otherwise, or not to be all; to be asked after, and to go.
WRONG, OTHERWISE, MORE, ASKED, GONE = 0.6, 0.85, 0.85, 0.7, 0.7
# What is read instead must be so sure; a text or a name, which any words could be, surer.
FAIR, CLEAR, NEAR = 0.5, 0.8, 0.55
# The same for another note to be asked after where something was put right already: a firm's name may hold the word of a note ("Karoo Health").
SURELY = 0.9
# So likely it must be where a form of words denies what is noted as well.
DENIED = 0.2
# Where it is hardly said that something is right instead, nothing is looked for but that it is not known.
INSTEAD = 0.25
# Below this chance a message does nothing to a note, whatever was read in it.
HARDLY = 0.06
# A longer message is a page, which is read and not talked about.
LONGEST = 900
# So many notes are put right by one message.
MOST = 3
_GOES = re.compile(
    rf"\b(?:{REMOVE}|take (?:it|that|this|them)? ?(?:out|off|away)|(?:get|got) rid of|leave (?:it|that|this)? ?(?:out|blank|empty|open))\b",
    re.I,
)
_QUOTED = re.compile(r"[\"“„«](?P<words>[^\"“”„«»]{2,160})[\"”»]")


@dataclass(frozen=True, slots=True)
class _Touched:
    """A note, and what a message does to it."""

    fact: Fact
    touch: Touch

    @property
    def wrong(self) -> float:
        return self.touch.instead + self.touch.away


def as_touched(heard: Heard, said: str, session: Session, number: int, tools: Tools) -> Heard:
    """The same, with each note put right, taken away or asked after that the message calls wrong and of which nothing was heard."""
    if len(said) > LONGEST or heard.merged or heard.late or heard.reading.intent in ("undo", "stop"):
        return heard
    heard = _without_what_is_left(heard, said, session, tools)
    found = _touched(heard, said, session, tools)
    pairs: list[tuple[Fact, Fact]] = []
    doubts: list[Contradiction] = []
    gone: list[str] = []
    notes: list[str] = []
    change = ""
    for one in found[:MOST]:
        old = one.fact
        if one.wrong >= WRONG or (one.wrong >= DENIED and denies(old, said, tools.country)):
            new = _instead(old, said, session, number, tools)
            spent = _tells_of_another(heard, old, said, session, tools)
            if new is not None and not new.open and one.touch.instead >= INSTEAD:
                pairs.append((old, new))
            elif old.status != "known" or spent:
                # "Honestly, nobody told me" is of the open question, and what is not known is not called wrong by it.
                continue
            elif new is not None and new.status == "unknown":
                pairs.append((old, new))
            elif one.wrong >= GONE and one.touch.away > one.touch.instead and _GOES.search(said):
                away = removal(session, old.ref, number, tools.country)
                gone += away.removed
                notes.append(away.note)
            elif one.wrong >= (SURELY if heard.replaced or pairs else ASKED) or one.wrong < WRONG:
                change = change or old.ref
        elif one.touch.more >= MORE:
            new = _instead(old, said, session, number, tools) if old.field.type == "set" else None
            if new is not None and (both := merged_set(old, new)).value != old.value:
                pairs.append((old, both))
        elif one.touch.otherwise >= OTHERWISE and old.field.type != "text":
            new = _instead(old, said, session, number, tools)
            if new is not None and new.status == "known" and old.status == "known":
                doubts.append(Contradiction.between(old, new))
    wrong = [one.fact for one in found[:MOST] if one.wrong >= WRONG and one.fact.status == "known"]
    heard = _without_no_answer(heard, said, session, wrong, [new for _, new in pairs], tools)
    return _with(heard, pairs, doubts, gone, notes, change)


def _without_no_answer(
    heard: Heard, said: str, session: Session, wrong: Sequence[Fact], new: Sequence[Fact], tools: Tools
) -> Heard:
    """The same without a not-knowing of the open question that was read in a sentence which calls a note wrong: "The word “research” beside our
    name does not please me" withholds nothing, and "so it is not true that I do not know" is no don't-know.
    """
    answer = next((f for f in heard.facts if f.ref == session.asked and f.open), None)
    here = around(BEYOND_TITLES, said, answer.start or 0) if answer is not None else None
    if answer is None or here is None or not wrong or shares_words(answer.quote, answer.field):
        return heard
    repeats = any(old_value_in(old, here[0], tools.country) is not None for old in wrong)
    tells = any((fact.start or 0) < here.end() and here.start() < (fact.end or 0) for fact in new)
    return replace(heard, facts=tuple(f for f in heard.facts if f is not answer)) if repeats or tells else heard


def _with(
    heard: Heard,
    pairs: Sequence[tuple[Fact, Fact]],
    doubts: Sequence[Contradiction],
    gone: Sequence[str],
    notes: Sequence[str],
    change: str,
) -> Heard:
    if not (pairs or doubts or gone or change):
        return heard
    new = [fact for _, fact in pairs]
    kept = tuple(f for f in heard.facts if f.field.type not in ("yesno", "enum") or not any(f.overlaps(n) for n in new))
    put = bool(pairs or gone)
    reading = heard.reading if kept else replace(heard.reading, intent="correction")
    if notes:
        reading = replace(reading, note=" ".join(notes))
    return replace(
        heard,
        reading=reading,
        facts=(*kept, *new),
        replaced=(
            *heard.replaced,
            *((old, fact) for old, fact in pairs if old.field.type != "set" or not set(old.values) < set(fact.values)),
        ),
        conflicts=(*heard.conflicts, *doubts),
        removed=(*heard.removed, *gone),
        change=None if put else heard.change or change or None,
        unplaced="",
        vague=False,
        move=None if heard.move in ("unheard", "change") else heard.move,
    )


def _without_what_is_left(heard: Heard, said: str, session: Session, tools: Tools) -> Heard:
    """The same without a change or contradiction of a note that the message leaves as it is."""
    waits = session.awaiting
    put = {waits.ref, *waits.offered} if waits else set()
    refs = {*(old.ref for old, _ in heard.replaced), *(c.ref for c in heard.conflicts)} - put
    notes = [f for ref in refs if (f := session.chain.get(ref)) is not None]
    touches = tools.touches(said, session.asked, [_line(f, session, tools) for f in notes]) if notes else ()
    left = {f.ref for f, touch in zip(notes, touches, strict=False) if 1 - touch.stands - _nothing(touch) < HARDLY}
    if not left:
        return heard
    return replace(
        heard,
        facts=tuple(f for f in heard.facts if f.ref not in left),
        replaced=tuple(pair for pair in heard.replaced if pair[0].ref not in left),
        conflicts=tuple(c for c in heard.conflicts if c.ref not in left),
    )


def _touched(heard: Heard, said: str, session: Session, tools: Tools) -> list[_Touched]:
    """The notes that a message touches and of which nothing was heard, those first that it most surely calls wrong."""
    waits = session.awaiting
    done = (
        {f.ref for f in (*heard.facts, *heard.told)}
        | {c.ref for c in heard.conflicts}
        | {*heard.removed, *heard.refused}
    )
    done |= {waits.ref, *waits.offered} if waits else set()
    facts = _near(said, [f for ref, f in session.chain.facts.items() if ref not in done], session, tools)
    touches = tools.touches(said, session.asked, [_line(f, session, tools) for f in facts])
    found = [_Touched(f, touch) for f, touch in zip(facts, touches, strict=False)]
    sure = (one for one in found if _any(one.touch) or (one.wrong >= DENIED and denies(one.fact, said, tools.country)))
    return sorted(sure, key=lambda one: -one.wrong)


def _near(said: str, facts: Sequence[Fact], session: Session, tools: Tools) -> list[Fact]:
    """Those notes to which a message may do something: of whose matter it seems to speak, with whose words it shares one, and what was noted last.

    Of 124 notes that messages called wrong 120 were among them, and 12 in 100 of those that they left: the encoder need not look at the others.
    """
    spoken = dict(tools.spoken_of(said, {f.field.key for f in facts}))
    last, words = session.turns[-1].number if session.turns else 0, stems(said)
    return [f for f in facts if f.field.key in spoken or f.turn == last or words & stems(_line(f, session, tools))]


def _line(fact: Fact, session: Session, tools: Tools) -> str:
    return line_for(fact, session.chain, tools.country)


def _any(touch: Touch) -> bool:
    return touch.instead + touch.away >= WRONG or touch.more >= MORE or touch.otherwise >= OTHERWISE


def _instead(old: Fact, said: str, session: Session, number: int, tools: Tools) -> Fact | None:
    """What a message says instead of a note, as an answer to its question: in the sentence that touches it most, that and the next, or anywhere."""
    fair = CLEAR if old.field.type in ("text", "entity") else FAIR
    for rank, (at, text) in enumerate(_places(old, said, session, tools)):
        place = old_value_in(old, text, tools.country)
        named = name_put_instead(old, text, place)
        if named is not None:
            return _told(named, at, number)
        for start, piece in pieces(text, place):
            new = read_as(piece, at + start, old.ref, tools.reader, session, fair=fair)
            if new is None or new.says_the_same(old) or own_name_again(new, said, session.chain):
                continue
            if _stands_in_a_question(new, said):
                # "Where did you get business from?" does not tell that it is business.
                continue
            if new.open and rank:
                # That something is not known may be said of what is asked, in the sentence beside.
                continue
            if shortened(old, new, said) or not can_be_a_name(new, said) or only_denies(new):
                continue
            new = set_put_right(old, new, text, tools.country)
            if not new.says_the_same(old):
                return replace(new, turn=number)
        quoted = _QUOTED.search(text) if old.field.type == "text" and old.field.name != "name" else None
        if quoted is not None and quoted["words"].casefold() != str(old.value).casefold():
            start, end = (at + n for n in quoted.span("words"))
            return _in_words(old.ref, quoted["words"], start, end, number)
        if old.field.type in ("yesno", "enum"):
            near = tools.nearest(text, old.field.key)
            if near is not None and near[1] != old.value and near[0] >= NEAR and near[2] >= NEAR:
                return Fact(
                    old.ref, "known", checked_value(old.ref, near[1]), text.strip(), at, at + len(text.rstrip()), number
                )
    return None


def _in_words(ref: str, words: str, start: int, end: int, number: int) -> Fact:
    return Fact(ref, "known", checked_value(ref, words), words, start, end, number)


def _stands_in_a_question(fact: Fact, said: str) -> bool:
    here = around(BEYOND_TITLES, said, fact.start or 0)
    return here is not None and here[0].rstrip().endswith("?")


def _tells_of_another(heard: Heard, old: Fact, said: str, session: Session, tools: Tools) -> bool:
    """Whether the sentence that touches a note most tells something of another field, and has no form of denying the note: it is an answer."""
    at, text = next(iter(_places(old, said, session, tools)))
    end = at + len(text)
    repeats = old_value_in(old, text, tools.country) is not None
    here = [f for f in heard.facts if f.start is not None and f.start < end and at < (f.end or 0)]
    tells = any(not (f.open and repeats) for f in here)
    return tells and not (denies(old, text, tools.country) or may_correct(text))


def _told(fact: Fact, at: int, number: int) -> Fact:
    return replace(fact, start=(fact.start or 0) + at, end=(fact.end or 0) + at, turn=number)


def _places(old: Fact, said: str, session: Session, tools: Tools) -> Iterator[tuple[int, str]]:
    """Where a message may say what is right instead of a note, the likeliest first."""
    spans = [m.span() for m in BEYOND_TITLES.finditer(said)]
    if len(spans) < 2:
        yield 0, said
        return
    line = [_line(old, session, tools)]
    touches = [tools.touches(said[a:b], session.asked, line)[0] for a, b in spans]
    best = max(range(len(spans)), key=lambda n: 1 - touches[n].stands - _nothing(touches[n]))
    yield spans[best][0], said[slice(*spans[best])]
    if best + 1 < len(spans):
        yield spans[best][0], said[spans[best][0] : spans[best + 1][1]]
    if best:
        yield spans[best - 1][0], said[spans[best - 1][0] : spans[best][1]]


def _nothing(touch: Touch) -> float:
    return 1 - touch.stands - touch.instead - touch.away - touch.otherwise - touch.more
