"""What sets a choice right is what the message answers to its question, as it was learnt from answers and corrections. Pure but for its ports.

Forms of words find that something is set right, and often of what; what it becomes they read in single words ("its only a draft so not really there"
became a no). The encoder for answers reads the message together with the question. Where a message was heard to set a choice right it has a word on
which; where it was heard to do nothing, though it plainly touches a note, it tells what the note becomes.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from vcassist.chain.facts import Fact, checked_value
from vcassist.chain.fields import ALONE, CHOICE_TYPES
from vcassist.interview.chances import LONGEST, another_choice, chance_stated, likelier_by, likeliest
from vcassist.interview.corrections.by_told_words import hardly_answers, told_with_its_words
from vcassist.interview.corrections.correcting import may_correct, takes_back
from vcassist.interview.corrections.gone_back_to import comes_from_somewhere, is_unsure
from vcassist.interview.corrections.no_answer_beside import states_none
from vcassist.interview.heard import Heard, came_to_nothing, grows, set_anew, taken_instead, whole, without_told
from vcassist.interview.questions.matters_named import keys_named
from vcassist.interview.reading import merged_set
from vcassist.interview.sentences import BEYOND_TITLES
from vcassist.interview.session import Contradiction, Session
from vcassist.interview.tools import Tools
from vcassist.interview.touching import touched_by

# Of a word or two the encoder knows nothing without the question.
LEAST = 4
# How much likelier another choice must be than the one that was heard (logarithm), and how sure it must be at least.
LIKELIER, SURE = 1.0, 0.5
# How sure it must be of what a note becomes of which nothing was heard, and how surely the note is touched.
FOUND, TOUCHED, CLEARLY = 0.6, 0.5, 0.75
# The same of a note that is named and hardly touched.
SURELY = 0.8
# From this chance on one of several sentences takes a note back.
TAKEN_BACK, LEAST_TO_TAKE_BACK = 0.15, 2
# What somebody does to their own words.
_WITHDRAWS = re.compile(
    r"\bi(?:['’]ve| have| had| must| do| hereby)? (?:\w+ )?(?:withdr[ae]w|retract|took? back|denied|overstated|understated|exaggerated|oversold|misspoke|misstated|boasted)\b|\b(?:down|up)grade\b",
    re.I,
)
# What stays of a list that is called wrong must be so likely.
STAYS = 0.1
# What joins a list must be so likely, against the likeliest that joins it.
JOINS, AGAINST_THE_BEST = 0.03, 0.1


def as_it_answers(heard: Heard, said: str, session: Session, number: int, tools: Tools) -> Heard:
    """The same with what is set right as the message answers it."""
    waits = session.awaiting
    if heard.late or heard.decided or heard.merged or not LEAST <= len(said.split()) <= LONGEST:
        return heard
    heard = _put_instead(_chosen(heard, said, session, tools), said, session, tools)
    heard = _of_the_touched_name(heard, said, session, tools)
    if waits is None or not waits.is_open:
        return heard
    without = _without_no_answer(_without_a_weak_answer(heard, said, session, tools), said, session, tools)
    if not came_to_nothing(replace(without, vague=False, unplaced="", move=None, change=None, unsure=None)):
        return heard
    found = _found(without, said, session, number, tools)
    found = _by_told_words(found, said, session, number, tools) if found is without else found
    return heard if found is without else replace(found, vague=False, unplaced="", move=None, change=None, unsure=None)


def _chosen(heard: Heard, said: str, session: Session, tools: Tools) -> Heard:
    """The same with each choice that was set right as the encoder has it, where it is surer of another; of what stood before only where no sentence takes
    that back: "I denied it, and I should not have. The agreement does allow it" holds both.
    """
    for old, new in heard.replaced:
        if new.field.type not in CHOICE_TYPES or new.status != "known" or old.status != "known" or new.source != "said":
            continue
        told = dict(tools.answers(said, new.field.key))
        if not told:
            continue
        other = _list_of(old, new, told) if new.field.type == "set" else _one_of(new, told)
        if other is None:
            continue
        put = replace(new, value=checked_value(new.ref, other))
        same = put.says_the_same(old)
        if same and _is_taken_back(old, said, session, tools):
            continue
        facts = tuple(put if f is new else f for f in heard.facts if not (same and f is new))
        pairs = tuple((o, put) if n is new else (o, n) for o, n in heard.replaced if not (same and n is new))
        heard = replace(heard, facts=facts, replaced=pairs, restated=old if same and not facts else heard.restated)
    return heard


def _is_taken_back(old: Fact, said: str, session: Session, tools: Tools) -> bool:
    """Whether some sentence of a message calls a note wrong."""
    sentences = [m[0] for m in BEYOND_TITLES.finditer(said)]
    if len(sentences) < LEAST_TO_TAKE_BACK:
        return False
    return _WITHDRAWS.search(said) is not None or any(
        touch.wrong >= TAKEN_BACK for words in sentences for _, touch in touched_by(words, [old], session, tools)
    )


def _one_of(new: Fact, told: Mapping[str, float]) -> str | None:
    """Another choice of which the encoder is surer."""
    best = likeliest(told)
    if not best or best == new.value or told[best] < SURE:
        return None
    return best if likelier_by(told[best], told.get(str(new.value), 0.0)) > LIKELIER else None


def _list_of(old: Fact, new: Fact, told: Mapping[str, float]) -> list[str] | None:
    """A list without what joined it by words that hardly state it."""
    joined = [v for v in new.values if v not in old.values]
    if not joined or ALONE & {*old.values, *new.values}:
        return None
    best = max((c for v, c in told.items() if v and v not in old.values), default=0.0)
    left = [v for v in joined if told.get(v, 0.0) < max(JOINS, AGAINST_THE_BEST * best)]
    return [v for v in new.values if v not in left] if left and len(left) < len(new.values) else None


def _put_instead(heard: Heard, said: str, session: Session, tools: Tools) -> Heard:
    """The same with a list that was only added to as what was told alone, where the message calls the noted one wrong: "I should withdraw the lecturers; it
    is those who want to study".
    """
    lists = [
        (f, old)
        for f in heard.facts
        if f.field.type == "set" and f.source == "said" and (old := session.chain.get(f.ref))
    ]
    grown = [(f, old) for f, old in lists if old.status == "known" and grows(old, f)]
    pairs: list[tuple[Fact, Fact]] = []
    for (f, old), (_, touch) in zip(grown, touched_by(said, [old for _, old in grown], session, tools), strict=False):
        told = dict(tools.answers(said, f.field.key))
        if touch.wrong < TOUCHED or touch.more >= touch.wrong or not told:
            continue
        left = [v for v in f.values if v not in old.values or told.get(v, 0.0) >= STAYS]
        pairs.append((old, replace(f, value=checked_value(f.ref, left))))
    return set_anew(heard, pairs) if pairs else heard


def _of_the_touched_name(heard: Heard, said: str, session: Session, tools: Tools) -> Heard:
    """The same with a name that nobody asked for as what sets right the one name that the message touches: "Regarding who holds the data: in April we
    moved the lot to a hosting firm, Oblak Maribor" is of who stores it, which was told, and of no machines.
    """
    names = [f for f in heard.facts if f.field.type == "entity" and f.status == "known" and f.source == "said"]
    new = [f for f in names if f.ref != session.asked and session.chain.get(f.ref) is None]
    if len(new) != 1 or len(names) != 1 or heard.replaced or heard.conflicts:
        return heard
    notes = [f for f in session.chain.facts.values() if f.status == "known" and f.field.type == "entity"]
    notes = [f for f in notes if f.ref != session.asked and f.value != new[0].value and f.field.name != "name"]
    told = sorted(touched_by(said, notes, session, tools), key=lambda one: -one[1].changes)
    if not told or told[0][1].changes < CLEARLY:
        return heard
    old = told[0][0]
    put = replace(new[0], ref=old.ref)
    facts = tuple(put if f is new[0] else f for f in heard.facts)
    return replace(heard, facts=facts, replaced=(*heard.replaced, (old, put)))


def _without_no_answer(heard: Heard, said: str, session: Session, tools: Tools) -> Heard:
    """The same without a choice that was heard as the answer, where the message states none of that question and speaks of a note: "not a flat no"."""
    answer = next((f for f in heard.facts if f.ref == session.asked and f.field.type in CHOICE_TYPES), None)
    if answer is None or len(heard.facts) > 1 or answer.status != "known":
        return heard
    return without_told(heard, {answer.ref}) if states_none(said, answer, tools) else heard


def _without_a_weak_answer(heard: Heard, said: str, session: Session, tools: Tools) -> Heard:
    """The same without a choice that the message hardly answers, where it takes something back by a word that a note was told with, or surely tells
    another note otherwise: "The girls before the new year were never asked, and they are half of the file" is of their consent.
    """
    answer = next((f for f in heard.facts if f.ref == session.asked and f.field.type in CHOICE_TYPES), None)
    if answer is None:
        return heard
    if _sooner_another(answer, said, session, tools):
        # Nor is it told by the way what a note becomes.
        return without_told(heard, {f.ref for f in heard.facts if f.field.type in CHOICE_TYPES})
    if len(heard.facts) > 1 or not (may_correct(said) or takes_back(said)):
        return heard
    weak = hardly_answers(answer, said, tools) and told_with_its_words(said, session, tools) is not None
    return without_told(heard, {answer.ref}) if weak else heard


def _sooner_another(answer: Fact, said: str, session: Session, tools: Tools) -> bool:
    """Whether a message tells a note otherwise more surely than it answers what is asked."""
    if answer.status != "known" or chance_stated(said, answer, tools.answers) >= SURELY or is_unsure(said):
        # Who keeps the answer back ("There is somebody, but I may not name anyone") has answered.
        return False
    notes = [f for f in session.chain.facts.values() if _may_become(f, session) and f.field.type != "set"]
    best = max(touched_by(said, notes, session, tools), key=lambda one: one[1].changes, default=None)
    return best is not None and best[1].changes >= CLEARLY and bool(answered_of(best[0], said, tools, SURELY))


def _by_told_words(heard: Heard, said: str, session: Session, number: int, tools: Tools) -> Heard:
    """The same with the note that the message has a word of and answers otherwise, to be asked back."""
    told = None if is_unsure(said) else told_with_its_words(said, session, tools)
    if told is None:
        return heard
    old, value = told
    return replace(heard, conflicts=(Contradiction.between(old, whole(said, old.ref, "known", value, number)),))


def answered_of(old: Fact, said: str, tools: Tools, least: float = FOUND) -> str:
    """The choice that a message surely answers to the question of a note, where it is another than stands; else ""."""
    told = dict(tools.answers(said, old.field.key)) if len(said.split()) <= LONGEST else {}
    return another_choice(told, old.values, least)


def _found(heard: Heard, said: str, session: Session, number: int, tools: Tools) -> Heard:
    """The same with what becomes of the note that a message touches of which nothing was heard."""
    if is_unsure(said):
        return heard
    named = set(keys_named(said))
    notes = [f for f in session.chain.facts.values() if _may_become(f, session)]
    told = touched_by(said, notes, session, tools)
    best = max(told, key=lambda one: one[1].changes, default=None)
    if best is None:
        return heard
    if best[1].changes < TOUCHED:
        # What is named, and spoken of, may be told otherwise in words that touch it little: "not a flat no. Their page has the notice".
        spoken = [one for one in told if one[0].field.key in named and one[1].changes + one[1].stands >= TOUCHED]
        if len(spoken) != 1:
            return heard
        best = spoken[0]
    old, touch = best
    value = answered_of(old, said, tools, FOUND if touch.changes >= TOUCHED else SURELY)
    if not value:
        return heard
    new = whole(said, old.ref, "known", value, number)
    if old.field.type == "set":
        if ALONE & {*old.values, value} or touch.more + touch.otherwise < touch.wrong:
            return heard
        new = merged_set(old, replace(new, value=checked_value(old.ref, [value])))
    plain = touch.changes >= CLEARLY or (touch.changes >= TOUCHED and comes_from_somewhere(said))
    if not plain:
        return replace(heard, conflicts=(Contradiction.between(old, new),))
    return replace(taken_instead(heard, [(old, new)]), reading=replace(heard.reading, intent="correction"))


def _may_become(fact: Fact, session: Session) -> bool:
    """Whether a note is a choice that may be set right while another question is open."""
    return fact.status == "known" and fact.field.type in CHOICE_TYPES and fact.ref != session.asked and fact.ref not in session.put  # fmt: skip
