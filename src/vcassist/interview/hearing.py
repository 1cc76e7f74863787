"""What one message comes to, before anything is said: facts, corrections, contradictions, and what the person wants. Pure but for its reader."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import takewhile
from typing import TypeGuard

from vcassist.chain.facts import Chain, Fact, at_turn, field_of
from vcassist.interview import meant, phrases
from vcassist.interview.answers.between_questions import is_a_scrap
from vcassist.interview.answers.counted_others import without_counts_of_others
from vcassist.interview.answers.first_choice import answered_first
from vcassist.interview.answers.growing import grown
from vcassist.interview.answers.how_often import without_checks
from vcassist.interview.answers.late_answers import late_word, settled_beside
from vcassist.interview.answers.left_out import without_the_left_out
from vcassist.interview.answers.no_names import left_to_you, without_no_names
from vcassist.interview.answers.offered import NO, concluded, in_offered_words, plainly_said
from vcassist.interview.answers.one_value import one_more_country
from vcassist.interview.answers.pieces import answer_beside, answers_for_another, founded
from vcassist.interview.answers.question_words import opened_with_a_choice, without_denied_choice
from vcassist.interview.answers.said_before import without_a_protest
from vcassist.interview.answers.sensible import sensible, telling
from vcassist.interview.answers.settling import said_of_another, settle
from vcassist.interview.answers.which_of_two import which_of_two
from vcassist.interview.answers.whose_silence import of_the_named_matter, of_what_was_spoken_of, with_named_kept_back
from vcassist.interview.answers.without_a_value import answered
from vcassist.interview.corrections import denying, repair
from vcassist.interview.corrections.correcting import corrects, looked_up_at, qualifies, takes_back
from vcassist.interview.corrections.held_to import holds_to
from vcassist.interview.corrections.likeliest_change import likeliest_change
from vcassist.interview.corrections.members import without_denied
from vcassist.interview.corrections.narrowing import purpose_added, purpose_left
from vcassist.interview.corrections.purpose_put import purpose_put
from vcassist.interview.corrections.putting_right import (
    lost_correction,
    of_something_else,
    repaired,
    set_right_beside,
    with_answer_beside,
)
from vcassist.interview.corrections.rewording import reworded
from vcassist.interview.corrections.since_then import changed_since
from vcassist.interview.corrections.turned_from import told_of_being_without
from vcassist.interview.heard import Heard, taken_instead, weigh, whole, without
from vcassist.interview.parts.added import brings_in
from vcassist.interview.parts.nobody_is import without_what_nobody_is
from vcassist.interview.parts.not_ours import doubtful, own
from vcassist.interview.parts.peoples import without_peoples
from vcassist.interview.ports import Intent, Reader, Reading
from vcassist.interview.questions.asking import only_tagged
from vcassist.interview.reading import blanked, gate
from vcassist.interview.remarks.addressed import (
    of_the_organisation,
    tired_of,
    wants_confidence,
    wants_no_more_of_it,
    wants_no_name,
)
from vcassist.interview.remarks.goodbyes import switches_off, tells_of_work
from vcassist.interview.remarks.moves import (
    Move,
    hedge_of,
    move_of,
    says_nothing,
    speaks_of_stopping,
    stops_the_talk,
    wants_to_stop,
)
from vcassist.interview.remarks.of_no_answer import leaves_the_question, of_no_answer
from vcassist.interview.remarks.standing_by import forbids_change, stands_by
from vcassist.interview.remarks.told_besides import without_tales
from vcassist.interview.removals.removing import asks_to_remove, put_to_go
from vcassist.interview.sentences import SENTENCE
from vcassist.interview.session import Awaiting, Session
from vcassist.interview.words import Country, shown_value

# How often a question is put at most, with everything that came between.
MOST_PUT = 3
# The same of what is shown for a yes.
MOST_SHOWN = 2
_PASSES = re.compile(
    r"\W*(?:(?:please|pls|just|ok(?:ay)?|so|then|and|let['’]?s|i(?:['’]d| would) (?:rather|like to))\W+)*(?:skip|pass|next(?: (?:question|one))?|move on)(?:\W+(?:it|this|that|one|question|please|pls|thanks|then|now))*\W*",
    re.I,
)
_YES_OR_NO = re.compile(r"\b(?:yes|yeah|yep|no|nope|not|never|none|nobody|partly|always|do|does|did)\b|n['’]t\b", re.I)


def sound_intent(reading: Reading, said: str, asked: str | None) -> Intent:
    """The intent of a reading, where acting on it would do harm only if the message's own words bear it out.

    To stop, to take back and to skip lose something that an answer would have brought; to go on with somebody who wants to stop is
    the worst of all.
    """
    intent = reading.intent
    if speaks_of_stopping(asked) and not stops_the_talk(said):
        # "We have to stop" answers what happens when the tool fails.
        intent = "answer" if intent == "stop" else intent
    elif intent != "undo" and wants_to_stop(said):
        return "stop"
    if intent == "skip" and move_of(said) == "time":
        # "How many more questions?" passes none over.
        return "question"
    if intent == "question" and forbids_change(said) and "?" not in said:
        # "Keep the name as it is" asks nothing.
        return "other"
    if intent == "question" and any(p.ref == asked for p in reading.proposals) and only_tagged(said):
        return "answer"
    if left_to_you(said) and asked is not None:
        return "skip"
    if intent == "correction" and not corrects(said) and of_something_else(said):
        # "We remove its pictures every Friday" tells what is done.
        return "answer"
    if intent == "stop" and (switches_off(said) or tells_of_work(said, asked)):
        # It is a tool that is to end, and not the talk.
        return "answer"
    answers = bool(reading.proposals) or (asked is not None and bool(in_offered_words(said, asked, 0)))
    if intent in ("stop", "skip") and answers:
        return "answer"
    if intent == "undo" and (wants_confidence(said) or wants_no_name(said)):
        # "Please delete her name" takes back no answer.
        return "answer"
    if intent == "undo" and not takes_back(said):
        # Something is put in the place of what was said: that is more than taking it back.
        return "correction" if corrects(said) else "answer" if answers else intent
    return intent


def hear(session: Session, said: str, reading: Reading, reader: Reader, number: int, country: Country = str) -> Heard:
    """One message in the light of the session and of what the last reply waited for."""
    heard = replace(_heard(session, said, reading, reader, number, country), tired_of=tired_of(said))
    heard = of_what_was_spoken_of(session, said, settled_beside(session, said, heard, number, country))
    heard = with_named_kept_back(session, said, of_the_named_matter(session, said, heard), number)
    heard = _without_the_taken_back(changed_since(session, said, heard, number, country), said, session.asked)
    heard = without_a_protest(session, heard)
    heard = likeliest_change(session, said, heard, reader, country)
    return _named_not(_patient(session, said, heard), said, number)


def _heard(session: Session, said: str, reading: Reading, reader: Reader, number: int, country: Country) -> Heard:
    if (late := late_word(session, said, reading, number, country)) is not None:
        return late
    awaiting = session.awaiting
    if awaiting and awaiting.manner == "change" and (kept := session.chain.get(awaiting.ref)) and stands_by(said):
        return Heard(reading=replace(reading, intent="answer"), restated=kept)
    if (same := _the_same_choice(session, said, reading, number, country)) is not None:
        return same
    if awaiting and asks_to_remove(awaiting):
        # The part stays, and what is said instead of a yes is heard by itself.
        session = replace(session, turns=(*session.turns[:-1], replace(session.turns[-1], awaiting=None)))
        reading = _without_the_refusal(reading, said, awaiting)
        kept = session.chain.get(awaiting.ref) if put_to_go(awaiting) == awaiting.ref else None
        if kept is not None and not reading.proposals and (NO.match(said) or stands_by(said)):
            return Heard(reading=replace(reading, intent="answer"), restated=kept)
        awaiting = None
    if (both := one_more_country(session, said, reader)) is not None:
        return Heard(reading=replace(reading, intent="answer"), conflicts=(both,))
    base = Heard(reading=reading, move=_move_in(said))
    gated = _gated(session, said, base, reader, number, country)
    side = which_of_two(said, awaiting, session, reader, number) if _is_conflict(awaiting) else None
    if side is not None:
        return _taken_side(session, gated, side, base)
    settled = settle(session, said, gated, awaiting, number, base, country)
    if settled is not None:
        of_another = said_of_another(said, awaiting) if awaiting and awaiting.manner == "confirm" else None
        rest = blanked(said, [of_another.span()]) if of_another else said
        if not says_nothing(rest):
            settled = set_right_beside(session, rest, gated, settled, reader, number, country)
        return _left_for_good(session, settled)
    if awaiting and awaiting.manner == "conflict":
        # A question back to a contradiction, or an aside, decides nothing of it.
        gated = without(gated, awaiting.ref)
    elif awaiting and base.move == "told":
        gated = tuple(f for f in gated if f.ref != awaiting.ref or _bears(said, f))
        gated = answer_beside(gated, said, awaiting, reader, session.chain, number)
        if awaiting.ref not in {f.ref for f in gated}:
            return _told(session, said, gated, awaiting, reader, base)
    changed = _changed(session, said, gated, base, reader, number, country)
    if changed is not None:
        return changed
    scrap = is_a_scrap(said, session.asked)
    leaves = awaiting is not None and leaves_the_question(said, awaiting.ref)
    if awaiting and not (scrap or leaves) and _may_answer(gated, awaiting, reading):
        gated = _with_the_answer(gated, said, awaiting, session.chain, reader, number)
    heard = _against_what_stands(session, said, gated, base)
    nothing = not (heard.facts or heard.conflicts or heard.move)
    lost = lost_correction(session, said, reading, country) if nothing else None
    if lost is not None:
        return replace(heard, change=lost)
    return heard if scrap else answered(said, heard, awaiting, number, reader, session.chain)


def _is_conflict(awaiting: Awaiting | None) -> TypeGuard[Awaiting]:
    return awaiting is not None and awaiting.manner == "conflict" and awaiting.new is not None


def _taken_side(session: Session, gated: tuple[Fact, ...], side: Fact, base: Heard) -> Heard:
    """What a contradiction comes to of which one side was taken, with what the other words tell of other matters."""
    old = session.chain.get(side.ref)
    others = tuple(f for f in without(gated, side.ref) if not f.overlaps(side))
    if old is None or old.says_the_same(side):
        return replace(base, facts=others, decided=True, move=None)
    return replace(base, facts=(side, *others), replaced=((old, side),), decided=True, move=None)


def _move_in(said: str) -> Move | None:
    """The move of a message; "as I said, more or less" answers, if only half."""
    move = move_of(said)
    return None if move == "told" and hedge_of(said) else move


def _gated(session: Session, said: str, base: Heard, reader: Reader, number: int, country: Country) -> tuple[Fact, ...]:
    """The facts that a message states, without what nobody can mean by it."""
    awaiting, chain, reading = session.awaiting, session.chain, base.reading
    gated = own(at_turn(gate(reading, said, number).facts, number), said, chain)
    gated = without_peoples(without_denied_choice(gated, said), said)
    gated = without_denied(sensible(gated, said, awaiting, base.move, reading, chain), said)
    gated = without_checks(without_no_names(gated, said, chain, session.asked), said)
    gated = tuple(f for f in gated if not _named_wrongly(f, said, session))
    gated = without_what_nobody_is(gated, said, session)
    gated = without_the_left_out(without_counts_of_others(gated, said, session.asked), said, reader, chain)
    if chain.facts:
        gated = without_tales(gated, said, session.asked)
    if denying.denies_known(session, said, country):
        gated = tuple(f for f in gated if not repair.only_denies(f))
    if awaiting:
        gated = founded(gated, said, awaiting, reader, chain, number)
    without_it = told_of_being_without(said, session, reader, number)
    if without_it is not None:
        gated = (*(f for f in gated if f.ref != without_it.ref and not f.overlaps(without_it)), without_it)
    if awaiting and awaiting.manner == "change":
        gated = _to_what_is_changed(gated, awaiting.ref, session)
    if awaiting and awaiting.manner == "conflict":
        gated = (*gated, *repair.third_value(session, said, awaiting, gated, reader, number, country))
    return gated


def _named_wrongly(fact: Fact, said: str, session: Session) -> bool:
    """Whether a name that would take the place of a noted one is denied, or only the tool's own, where nobody asked for it."""
    if fact.ref not in session.chain.facts or fact.ref == session.asked:
        return False
    return denying.name_denied(fact, said) or repair.own_name_again(fact, said, session.chain)


def _changed(
    session: Session, said: str, gated: tuple[Fact, ...], base: Heard, reader: Reader, number: int, country: Country
) -> Heard | None:
    """What a message doubts, narrows, adds to or puts right of what stands; None where it does nothing of the kind."""
    awaiting, reading = session.awaiting, base.reading
    doubt = _in_doubt(session, said, gated, number, base) if awaiting is None or awaiting.manner != "conflict" else None
    if doubt is not None:
        return doubt
    chain = session.chain
    pair = (
        purpose_put(said, chain, number, session.asked)
        or purpose_left(said, chain, number)
        or purpose_added(said, gated, chain)
        or reworded(said, chain, number)
    )
    if pair is not None:
        facts, replaced, conflicts = weigh(session.chain, _beside(gated, pair[1]), reading, awaiting)
        return replace(base, facts=(*facts, pair[1]), replaced=(*replaced, pair), conflicts=conflicts)
    if brings_in(gated, said):
        return None
    more = grown(session, said, gated, reader, number)
    if more is not None:
        answer = replace(reading, intent="answer")
        facts, replaced, conflicts = weigh(session.chain, _beside(gated, more), answer, awaiting)
        return replace(base, facts=(*facts, more), replaced=replaced, conflicts=conflicts)
    first, end = answered_first(said, gated, awaiting)
    if first is not None:
        # "Closed. And I must correct the price": the choice answers, and what sets something right begins behind it.
        left = without(gated, first.ref)
        corrected = repaired(session, blanked(said, [(0, end)]), left, reader, number, country, base)
        return None if corrected is None else replace(corrected, facts=(*without(corrected.facts, first.ref), first))
    corrected = repaired(session, said, gated, reader, number, country, base)
    if corrected is None:
        return None
    return with_answer_beside(session, said, corrected, reader, number, country)


def _beside(facts: tuple[Fact, ...], taken: Fact) -> tuple[Fact, ...]:
    """The facts that are neither of the field of one that is taken nor from its words."""
    return tuple(f for f in facts if f.ref != taken.ref and not f.overlaps(taken))


def _may_answer(gated: tuple[Fact, ...], awaiting: Awaiting, reading: Reading) -> bool:
    """Whether the words of a message may answer what was asked, whatever a reader found in them."""
    if awaiting.manner == "conflict" or reading.intent not in ("answer", "other"):
        return False
    return not answers_for_another(gated, awaiting)


def _with_the_answer(
    gated: tuple[Fact, ...], said: str, awaiting: Awaiting, chain: Chain, reader: Reader, number: int
) -> tuple[Fact, ...]:
    """The facts with the answer to what was asked, as plain words, the words of an offer or a piece of the message give it."""
    told = blanked(telling(said), of_no_answer(said, awaiting, chain))
    gated = without_denied(plainly_said(gated, told, awaiting.ref, number), told)
    if not any(f.ref == awaiting.ref for f in gated):
        gated = (*gated, *without_denied(in_offered_words(told, awaiting.ref, number), told))
    gated = opened_with_a_choice(gated, told, awaiting.ref, number)
    gated = concluded(gated, told, awaiting.ref, number)
    return without_no_names(answer_beside(gated, told, awaiting, reader, chain, number), said, chain, awaiting.ref)


def _against_what_stands(session: Session, said: str, gated: tuple[Fact, ...], base: Heard) -> Heard:
    """The facts held against the chain; what somebody looked up is surer than what was told without."""
    facts, replaced, conflicts = weigh(session.chain, gated, base.reading, session.awaiting)
    if conflicts and _says_which({c.ref for c in conflicts}, session, said, gated):
        corrects_it = replace(base.reading, intent="correction")
        facts, replaced, conflicts = weigh(session.chain, gated, corrects_it, session.awaiting)
    return _as_held_to(session, said, gated, replace(base, facts=facts, replaced=replaced, conflicts=conflicts))


def _as_held_to(session: Session, said: str, gated: tuple[Fact, ...], heard: Heard) -> Heard:
    """The same with those contradictions as corrections of which the message says itself which side is right."""
    told = {f.ref: f for f in gated}
    decided = {
        c.ref: (old, told[c.ref])
        for c in heard.conflicts
        if c.ref in told and (old := session.chain.get(c.ref)) and holds_to(session, said, old, told[c.ref])
    }
    return taken_instead(heard, tuple(decided.values())) if decided else heard


def _says_which(refs: set[str], session: Session, said: str, gated: tuple[Fact, ...]) -> bool:
    """Whether a message says itself that what it tells is right and not what stands: looked up, gone back to, or more than that alone."""
    found_at = looked_up_at(said)
    looked_up = found_at is not None and all((f.start or 0) >= found_at for f in gated if f.ref in refs)
    return looked_up or qualifies(said) or refs <= denying.not_all_of_known(session, said)


def _the_same_choice(session: Session, said: str, reading: Reading, number: int, country: Country) -> Heard | None:
    """What a message comes to that says, to "what should it be?", another word for the choice that is noted: "fishing" stands with agriculture."""
    awaiting = session.awaiting
    kept = session.chain.get(awaiting.ref) if awaiting and awaiting.manner == "change" else None
    if awaiting is None or kept is None or any((p.ref, p.value) != (kept.ref, kept.value) for p in reading.proposals):
        return None
    put = next((f for f in in_offered_words(said, awaiting.ref, number) if f.says_the_same(kept)), None)
    if put is None:
        return None
    choice = shown_value(kept.ref, kept.value, country)
    if put.quote.casefold() in choice.casefold():
        return Heard(reading=replace(reading, intent="answer"), restated=kept)
    return Heard(reading=replace(reading, intent="correction", note=phrases.STANDS_WITH.format(put.quote, choice)))


def _without_the_refusal(reading: Reading, said: str, awaiting: Awaiting) -> Reading:
    """The same without the no to "shall that go?", which is no answer to the question of what is to go."""
    no = NO.match(said)
    if no is None:
        return reading
    left = (p for p in reading.proposals if p.ref != awaiting.ref or p.value != "no" or (p.start or 0) >= no.end())
    return replace(reading, proposals=tuple(left))


def _in_doubt(session: Session, said: str, gated: tuple[Fact, ...], number: int, base: Heard) -> Heard | None:
    """What a message comes to that seems to speak of a part as none of ours: nothing else of it is guessed before that is asked back."""
    doubt = doubtful(said, session.chain, gated, session.awaiting, number)
    if doubt is None or corrects(said) or base.reading.intent == "question":
        return None
    told = [f for f in gated if not f.overlaps(doubt)]
    facts, replaced, conflicts = weigh(session.chain, told, base.reading, session.awaiting)
    return replace(base, facts=facts, replaced=replaced, conflicts=conflicts, unsure=None if conflicts else doubt)


def _left_for_good(session: Session, heard: Heard) -> Heard:
    """A no to what was offered as the nearest to one's own words leaves the question: it was asked twice by then."""
    awaiting, last = session.awaiting, session.turns[-1]
    if (
        awaiting
        and awaiting.manner == "confirm"
        and awaiting.old
        and awaiting.old in last.said
        and awaiting.ref in heard.refused
    ):
        return replace(heard, skipped=awaiting.ref)
    return heard


def _patient(session: Session, said: str, heard: Heard) -> Heard:
    """The same, with the question left that was put often enough, or that somebody asks not to be asked any more."""
    awaiting = session.awaiting
    if awaiting is not None and awaiting.manner == "confirm":
        return _shown_no_more(session, heard, awaiting)
    if awaiting is None or heard.skipped or not awaiting.is_open:
        return heard
    known = any(r == awaiting.ref for r in (*(f.ref for f in heard.facts), *(c.ref for c in heard.conflicts)))
    if known or heard.reading.intent in ("stop", "undo"):
        return heard
    if any(_PASSES.fullmatch(sentence[0]) for sentence in SENTENCE.finditer(said)):
        # "I said that already?? Skip. And I said no idea, not never."
        return replace(heard, skipped=awaiting.ref, vague=False)
    tired = heard.move == "unheard" and wants_no_more_of_it(said)
    put = sum(t.awaiting is not None and t.awaiting.ref == awaiting.ref for t in session.live)
    return replace(heard, skipped=awaiting.ref, vague=False) if tired or put >= MOST_PUT else heard


def _shown_no_more(session: Session, heard: Heard, awaiting: Awaiting) -> Heard:
    """The same, without what was shown so often for a yes and met with other words: its question is put in its own turn."""
    # Who only asked something back has not passed it over.
    shown = [t for t in takewhile(lambda t: t.awaiting == awaiting, reversed(session.live)) if t.intent != "question"]
    touched = {f.ref for f in heard.facts} | {c.ref for c in heard.conflicts} | set(heard.refused)
    if (
        len(shown) < MOST_SHOWN
        or touched & set(awaiting.offered)
        or heard.reading.intent in ("stop", "undo", "question")
    ):
        return heard
    return replace(heard, refused=(*heard.refused, *awaiting.offered))


def _to_what_is_changed(facts: tuple[Fact, ...], ref: str, session: Session) -> tuple[Fact, ...]:
    """Asked what a name should be instead, people give that one's new name and not a second thing's."""
    if any(f.ref == ref for f in facts):
        return facts
    known = session.chain.all_components()
    new = next((f for f in facts if f.field is field_of(ref) and f.component not in known), None)
    if new is None:
        return facts
    return tuple(replace(f, ref=ref) if f is new else f for f in facts if f is new or f.component != new.component)


def _without_the_taken_back(heard: Heard, said: str, asked: str | None) -> Heard:
    """The same without an answer before "I looked now: …", where another answer is set right: the no of "Hm, no. I looked" is of that one."""
    found_at = looked_up_at(said)
    if found_at is None or not any(old.ref != asked and (new.start or 0) >= found_at for old, new in heard.replaced):
        # "Yes. And the disks are encrypted, I checked": who tells first and then how they know has taken nothing back.
        return heard
    return replace(heard, facts=tuple(f for f in heard.facts if f.ref != asked or (f.end or 0) > found_at))


def _named_not(heard: Heard, said: str, number: int) -> Heard:
    """The same, with the organisation's name withheld where somebody refuses it: it is not asked for, and not in the report."""
    if heard.move != "unnamed" or not of_the_organisation(said):
        return heard
    withheld = replace(whole(said, "organisation.name", "withheld", None, number), by="person")
    return replace(heard, facts=(*without(heard.facts, "organisation.name"), withheld))


def _bears(said: str, fact: Fact) -> bool:
    """Whether a message that points back at an earlier one answers as well: a yes or no takes its own word or one of the field's."""
    if fact.status != "known" or fact.field.type != "yesno":
        return True
    return bool(_YES_OR_NO.search(said)) or meant.shares_words(said, fact.field)


def _told(
    session: Session, said: str, gated: tuple[Fact, ...], awaiting: Awaiting, reader: Reader, base: Heard
) -> Heard:
    """ "I told you already": what was said is looked for; taken where it is plain, shown for a yes where it is not."""
    found = repair.told_before(session, awaiting.ref, said, reader)
    if found is not None and found[1] < repair.SURE and any(f.status == "known" for f in gated):
        # "It is Mr Wanyama, I said it before" speaks of what it tells.
        return replace(base, facts=gated, move=None)
    if found is None:
        # Asked twice for what cannot be found, nobody is asked a third time.
        return replace(base, facts=gated, skipped=awaiting.ref if awaiting.manner == "again" else None)
    fact, sure = found
    if sure >= repair.SURE:
        return replace(base, facts=(*gated, fact), told=(fact,))
    return replace(base, facts=gated, unsure=fact)
