"""A message that answers and sets something right: its two halves are heard each by itself, and joined. Pure but for its ports.

Heard whole, the words of the one half are taken for the other: the correction answers the open question, or the answer eats the correction.
So the answer is heard with the correcting words turned into spaces, and the correction with no question open, as if it had come alone. Who
turns round ("… No wait, …") speaks of the answer just given: that is heard as the next message would be.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from vcassist.chain.facts import Fact
from vcassist.chain.short_names import says_name
from vcassist.interview.corrections.correcting import (
    concludes,
    corrects,
    leads_up,
    qualifies,
    speaks_of_what_was_said,
    turns_round,
)
from vcassist.interview.corrections.denying import SIZE, denies_known, not_all_of_known, old_value_in
from vcassist.interview.corrections.exchanged import put_in_place
from vcassist.interview.corrections.instead import exchange_in
from vcassist.interview.corrections.putting_right import stands_alone
from vcassist.interview.heard import Heard
from vcassist.interview.hearing import hear
from vcassist.interview.meant import shares_words, stems, telling_stems
from vcassist.interview.ports import Reading
from vcassist.interview.reading import blanked
from vcassist.interview.remarks.moves import says_nothing
from vcassist.interview.remarks.of_no_answer import of_no_answer
from vcassist.interview.sentences import BEYOND_TITLES
from vcassist.interview.session import Session, Turn
from vcassist.interview.tools import Tools
from vcassist.interview.words import Country

# A longer message, in words and in characters, tells a story, and is heard as one.
LONGEST = 90
LONGEST_TEXT = 2_000
# So many cuts are tried where the answer stands behind the correction.
MOST_CUTS = 3
# "I said it decides. That is not right": what was said belongs to what calls it wrong.
_OF_IT = re.compile(r"\W*(?:(?:but|and|no|so|well|sorry)\W+)*(?:that|this|it|which)\b", re.I)
Read = Callable[[Session, str, Tools], Reading]


@dataclass(frozen=True, slots=True)
class Halves:
    """A message twice, each time with the other half turned into spaces so that every offset holds. ``behind``: the answer stands behind."""

    answers: str
    corrects: str
    behind: bool = False


def in_two_halves(session: Session, said: str, number: int, tools: Tools, read: Read) -> Heard | None:
    """What a message comes to of which one half answers what was asked and the other sets something right; None for any other message.

    ``read``: how a message is read in the light of a session. Where the correcting half comes to none, the message is to be heard whole.
    """
    if session.awaiting is None:
        return None
    for halves in _halves(session, said, tools.country):
        told = read(session, halves.answers, tools)
        answered = hear(session, halves.answers, told, tools.reader, number, tools.country)
        if not _answers(answered, session, halves):
            continue
        corrected = _all_set_right(session, said, halves, answered, number, tools, read)
        if corrected is not None:
            return _joined(answered, corrected)
    return _only_set_right(session, said, number, tools, read)


def _all_set_right(
    session: Session, said: str, halves: Halves, answered: Heard, number: int, tools: Tools, read: Read
) -> Heard | None:
    """What the correcting half comes to: each of several corrections heard by itself, in the light of those before it."""
    parts = _corrections(halves.corrects, session, tools.country)
    if len(parts) < 2:
        return _set_right(session, said, halves, answered, number, tools, read)
    whole: Heard | None = None
    for part in parts:
        found = _set_right(session, said, replace(halves, corrects=part), answered, number, tools, read)
        if found is not None and (found.replaced or whole is None):
            whole = found if whole is None else _joined(whole, found)
            session = _with(session, found, number)
    return whole


def _only_set_right(session: Session, said: str, number: int, tools: Tools, read: Read) -> Heard | None:
    """What a message comes to of which each sentence or two sets another answer right, and none answers; None unless two of them do."""
    if len(said.split()) > LONGEST or len(said) > LONGEST_TEXT:
        return None
    parts = _corrections(said, session, tools.country)
    if len(parts) < 2 or parts[0].lstrip()[:1] != said.lstrip()[:1]:
        return None
    nothing = Heard(reading=Reading((), "correction"))
    found = _all_set_right(session, said, Halves("", said), nothing, number, tools, read)
    return found if found is not None and len({new.ref for _, new in found.replaced}) > 1 else None


def _with(session: Session, heard: Heard, number: int) -> Session:
    """The session as it is once a correction of this message is noted; what is waited for stays."""
    noted = Turn(number, facts=heard.facts, removed=heard.removed, awaiting=session.awaiting)
    return replace(session, turns=(*session.turns, noted))


def _corrections(text: str, session: Session, country: Country) -> list[str]:
    """The corrections of a text, each with what follows from it and everything else turned into spaces."""
    spans = [m.span() for m in BEYOND_TITLES.finditer(text) if text[slice(*m.span())].strip()]
    begins = [start for start, end in spans if sets_right(session, text[start:end], country)]
    ends = [*begins[1:], len(text)][: len(begins)]
    cuts = list(zip(begins, ends, strict=True))[:MOST_CUTS]
    return [blanked(text, [(0, start), (end, len(text))]) for start, end in cuts]


def _halves(session: Session, said: str, country: Country) -> Iterator[Halves]:
    """The ways to cut a message: the answer before the correction, which then runs to the end, or behind it."""
    if len(said.split()) > LONGEST or len(said) > LONGEST_TEXT:
        return
    spans = [m.span() for m in BEYOND_TITLES.finditer(said)]
    texts = [said[start:end] for start, end in spans]
    first = next((at for at, text in enumerate(texts) if sets_right(session, text, country)), None)
    if first is None or len(spans) < 2:
        return
    if first and _OF_IT.match(texts[first]) and speaks_of_what_was_said(texts[first - 1]):
        first -= 1
    before = said[: spans[first][0]]
    if before.strip():
        if not _protests(before, said, session) and not (says_nothing(before) and _OF_IT.match(texts[first])):
            yield _cut(said, spans[first:])
        return
    for behind in range(len(spans) - 1, max(first, len(spans) - 1 - MOST_CUTS), -1):
        if sets_right(session, texts[behind], country):
            # Another correction answers nothing.
            return
        yield replace(_cut(said, spans[first:behind]), behind=True)


def _protests(before: str, said: str, session: Session) -> bool:
    """Whether what stands before a correction only leads up to it: "No. I said take it out"."""
    talk = of_no_answer(said, session.awaiting, session.chain)
    return (says_nothing(before) and leads_up(said)) or any(start < len(before) for start, _ in talk)


def _cut(said: str, corrects_at: list[tuple[int, int]]) -> Halves:
    start, end = corrects_at[0][0], corrects_at[-1][1]
    return Halves(blanked(said, [(start, end)]), blanked(said, [(0, start), (end, len(said))]))


def sets_right(session: Session, text: str, country: Country) -> bool:
    """Whether a sentence sets something right by its form: it says that something was wrong, qualifies it, or denies what is noted."""
    noted = denies_known(session, text, country) or not_all_of_known(session, text)
    return bool(noted) or corrects(text) or qualifies(text) or exchange_in(text) is not None


def _answers(heard: Heard, session: Session, halves: Halves) -> bool:
    """Whether a half tells something; one behind a correction must answer what was asked, for most often it only says what follows."""
    if heard.decided or heard.told or (heard.facts and not halves.behind):
        return True
    answer = next((f for f in heard.facts if f.ref == session.asked), None)
    if answer is not None and answer.status != "known" and shares_words(halves.answers, answer.field):
        # "As to the exit, I don't know": a shrug that names its question.
        return True
    if answer is not None and halves.behind:
        return stands_alone(answer) and not concludes(halves.answers)
    known = (*(f.ref for f in heard.facts), *(c.ref for c in heard.conflicts), *heard.refused, heard.skipped)
    return session.asked in known and not halves.behind


def _set_right(
    session: Session, said: str, halves: Halves, answered: Heard, number: int, tools: Tools, read: Read
) -> Heard | None:
    """What the correcting half comes to, as the next message where it turns round within the answer, else as if it had come alone."""
    turns = turns_round(halves.corrects)
    if turns:
        just_said = Turn(number, said=halves.answers.strip(), facts=answered.facts, removed=answered.removed)
        then = replace(session, turns=(*session.turns, just_said))
    else:
        then = replace(session, turns=(*session.turns[:-1], replace(session.turns[-1], awaiting=None)))
    ordered = put_in_place(then, said, tools.reader, number, tools.country)
    if ordered is not None and ordered.replaced:
        return ordered
    reading = read(then, halves.corrects, tools)
    if reading.intent in ("stop", "undo", "skip") or qualifies(halves.corrects):
        # "Let me go back to the size" wants no end and no undo.
        reading = replace(reading, intent="correction")
    heard = hear(then, halves.corrects, reading, tools.reader, number, tools.country)
    if turns or qualifies(halves.corrects):
        heard = of_the_one_spoken_of(heard, answered, halves.corrects, then)
    if heard.replaced:
        mine = (old in answered.facts or _means(old, halves.corrects, tools.country) for old, _ in heard.replaced)
        return heard if not turns or all(mine) else None
    if any(f.ref in then.chain.facts for f in heard.facts) or (heard.restated and heard.restated.ref == SIZE):
        return heard
    more_of = sorted(not_all_of_known(then, halves.corrects))
    return replace(heard, change=more_of[0]) if len(more_of) == 1 else None


def of_the_one_spoken_of(heard: Heard, answered: Heard, corrects_in: str, session: Session) -> Heard:
    """The same, where who turns round sets right what they told just before of one part, and not the same matter of another part."""
    just_told = {f.field.key: f for f in answered.facts}
    pairs = []
    for old, new in heard.replaced:
        meant = just_told.get(old.field.key)
        other = meant is not None and meant.component != old.component
        title = session.chain.value(f"{old.component}.name")
        if meant is None or not other or (title and says_name(str(title), corrects_in)):
            pairs.append((old, new))
        else:
            pairs.append((meant, replace(new, ref=meant.ref)))
    moved = {old_new[1]: new for old_new, (_, new) in zip(heard.replaced, pairs, strict=True)}
    return replace(heard, replaced=tuple(pairs), facts=tuple(moved.get(f, f) for f in heard.facts))


def _means(old: Fact, text: str, country: Country) -> bool:
    """Whether words that turn round mean an answer that was not given just before them: by its value, or by a word of its field."""
    return old_value_in(old, text, country) is not None or bool(telling_stems(old.field.key) & stems(text))


def _joined(answered: Heard, corrected: Heard) -> Heard:
    """Both halves in one. What was set right within the message was never noted otherwise."""
    put = {new.ref for _, new in corrected.replaced}
    before = {new.ref: old for old, new in answered.replaced}
    pairs = tuple(
        (before.get(new.ref, old), new)
        for old, new in corrected.replaced
        if old not in answered.facts or new.ref in before
    )
    facts = tuple(f for f in answered.facts if f.ref not in put)
    return replace(
        answered,
        facts=(*facts, *_new_beside(corrected, facts)),
        replaced=(*(pair for pair in answered.replaced if pair[1].ref not in put), *pairs),
        conflicts=(*(c for c in answered.conflicts if c.ref not in put), *corrected.conflicts),
        change=corrected.change,
        restated=answered.restated or corrected.restated,
        vague=False,
    )


def _new_beside(corrected: Heard, facts: tuple[Fact, ...]) -> tuple[Fact, ...]:
    """What the correcting half told, without what the answer told of the same."""
    told = {f.ref for f in facts}
    return tuple(f for f in corrected.facts if f.ref not in told)
