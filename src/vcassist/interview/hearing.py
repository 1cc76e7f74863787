"""What one message comes to, before anything is said: facts, corrections, contradictions, and what the person wants. Pure but for its reader."""

from __future__ import annotations

import re
from dataclasses import replace

from vcassist.chain.facts import Chain, Fact, at_turn, checked_value, field_of
from vcassist.interview import denying, meant, repair
from vcassist.interview.added import brings_in
from vcassist.interview.addressed import (
    of_the_organisation,
    tired_of,
    untold,
    wants_confidence,
    wants_no_more_of_it,
    wants_no_name,
)
from vcassist.interview.asking import only_tagged
from vcassist.interview.correcting import corrects, looked_up_at, takes_back
from vcassist.interview.feelings import felt_in
from vcassist.interview.goodbyes import switches_off, tells_of_work
from vcassist.interview.growing import grown
from vcassist.interview.heard import Heard, weigh, whole, without
from vcassist.interview.late_answers import called_right, late_word, settled_beside
from vcassist.interview.members import without_denied
from vcassist.interview.moves import (
    Move,
    hedge_of,
    move_of,
    says_nothing,
    speaks_of_stopping,
    stops_the_talk,
    wants_to_stop,
)
from vcassist.interview.narrowing import purpose_left
from vcassist.interview.no_names import left_to_you, without_no_names
from vcassist.interview.not_ours import doubtful, own
from vcassist.interview.of_no_answer import of_no_answer
from vcassist.interview.offered import NO, YES, chosen, concluded, in_offered_words, plainly_said
from vcassist.interview.one_value import one_more_country
from vcassist.interview.person import TECHNICAL
from vcassist.interview.pieces import answer_beside, answers_for_another, founded, nearest
from vcassist.interview.ports import Intent, Reader, Reading
from vcassist.interview.putting_right import (
    lost_correction,
    of_something_else,
    repaired,
    set_right_beside,
    with_answer_beside,
)
from vcassist.interview.reading import blanked, gate
from vcassist.interview.removing import asks_to_remove
from vcassist.interview.session import Awaiting, Session
from vcassist.interview.settling import says_more, settle
from vcassist.interview.standing_by import forbids_change, stands_by
from vcassist.interview.whose_silence import of_what_was_spoken_of
from vcassist.interview.words import Country

# How many words of a message are taken as they are, when a question about words or a name was put twice.
LITERAL_WORDS = {"text": 25, "entity": 4}
# How often a question is put at most, with everything that came between.
MOST_PUT = 3
# What people say around a name or a few words, and what is not part of them.
_LEAD = re.compile(
    r"\W*(?:(?:well|so|oh|erm?|um+|yes|it['’]?s|it is|this is|that['’]?s|that is|that would be|(?:it|that) would be|let['’]?s say|we call it|it['’]?s called|called|named)\b[\s,:]*)+",
    re.I,
)
_YES_OR_NO = re.compile(r"\b(?:yes|yeah|yep|no|nope|not|never|none|nobody|partly|always|do|does|did)\b|n['’]t\b", re.I)
_PLAIN_WORD = re.compile(r"\W*[^\W\d_][^\W\d_A-ZÀ-Þ]*\W*")
_TAIL = re.compile(
    r"[\s,]*\b(?:as far as i (?:can see|know)|i (?:think|believe|guess|suppose|should say)|or so|please)\b[\s.!]*$",
    re.I,
)


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
    return _named_not(_patient(session, said, heard), said, number)


def _heard(session: Session, said: str, reading: Reading, reader: Reader, number: int, country: Country) -> Heard:
    awaiting, move = session.awaiting, move_of(said)
    if (late := late_word(session, said, reading, number, country)) is not None:
        return late
    if awaiting and awaiting.manner == "change" and (kept := session.chain.get(awaiting.ref)) and stands_by(said):
        return Heard(reading=replace(reading, intent="answer"), restated=kept)
    if awaiting and asks_to_remove(awaiting):
        # The part stays, and what is said instead of a yes is heard by itself.
        session, awaiting = (
            replace(session, turns=(*session.turns[:-1], replace(session.turns[-1], awaiting=None))),
            None,
        )
    if move == "told" and hedge_of(said):
        # "As I said, more or less" answers, if only half.
        move = None
    if (both := one_more_country(session, said, reader)) is not None:
        return Heard(reading=replace(reading, intent="answer"), conflicts=(both,))
    gated = own(at_turn(gate(reading, said, number).facts, number), said, session.chain)
    gated = without_denied(_sensible(gated, said, awaiting, move, reading, session.chain), said)
    gated = without_no_names(gated, said, session.chain)
    if denying.denies_known(session, said, country):
        gated = tuple(f for f in gated if not repair.only_denies(f))
    if awaiting:
        gated = founded(gated, said, awaiting, reader, session.chain, number)
    if awaiting and awaiting.manner == "change":
        gated = _to_what_is_changed(gated, awaiting.ref, session)
    base = Heard(reading=reading, move=move)
    if awaiting and awaiting.manner == "conflict":
        gated = (*gated, *repair.third_value(session, said, awaiting, gated, reader, number, country))
    settled = settle(session, said, gated, awaiting, number, base, country)
    if settled is not None and says_nothing(said):
        return _left_for_good(session, settled)
    if settled is not None:
        settled = set_right_beside(session, said, gated, settled, reader, number, country)
        return _left_for_good(session, settled)
    if awaiting and awaiting.manner == "conflict":
        # A question back to a contradiction, or an aside, decides nothing of it.
        gated = without(gated, awaiting.ref)
    elif move == "told" and awaiting:
        gated = tuple(f for f in gated if f.ref != awaiting.ref or _bears(said, f))
        gated = answer_beside(gated, said, awaiting, reader, session.chain, number)
        if awaiting.ref not in {f.ref for f in gated}:
            return _told(session, gated, awaiting, reader, base)
    doubt = _in_doubt(session, said, gated, number, base) if awaiting is None or awaiting.manner != "conflict" else None
    if doubt is not None:
        return doubt
    if (pair := purpose_left(said, session.chain, number)) is not None:
        rest = tuple(f for f in gated if not f.overlaps(pair[1]) and f.ref != pair[1].ref)
        facts, replaced, conflicts = weigh(session.chain, rest, reading, awaiting)
        return replace(base, facts=(*facts, pair[1]), replaced=(*replaced, pair), conflicts=conflicts)
    added = brings_in(gated, said)
    more = None if added else grown(session, said, gated, reader, number)
    if more is not None:
        rest = tuple(f for f in gated if f.ref != more.ref and not f.overlaps(more))
        facts, replaced, conflicts = weigh(session.chain, rest, replace(reading, intent="answer"), awaiting)
        return replace(base, facts=(*facts, more), replaced=replaced, conflicts=conflicts)
    corrected = None if added else repaired(session, said, gated, reader, number, country, base)
    if corrected is not None:
        return with_answer_beside(session, said, corrected, reader, number, country)
    if (
        awaiting
        and awaiting.manner != "conflict"
        and reading.intent in ("answer", "other")
        and not answers_for_another(gated, awaiting)
    ):
        told = blanked(_telling(said), of_no_answer(said, awaiting, session.chain))
        gated = without_denied(plainly_said(gated, told, awaiting.ref, number), told)
        if not any(f.ref == awaiting.ref for f in gated):
            gated = (*gated, *without_denied(in_offered_words(told, awaiting.ref, number), told))
        gated = concluded(gated, told, awaiting.ref, number)
        gated = answer_beside(gated, told, awaiting, reader, session.chain, number)
    facts, replaced, conflicts = weigh(session.chain, gated, reading, awaiting)
    found_at = looked_up_at(said) if conflicts else None
    if found_at is not None and all((f.start or 0) >= found_at for f in gated if f.ref in {c.ref for c in conflicts}):
        # What somebody looked up is surer than what was told without.
        facts, replaced, conflicts = weigh(session.chain, gated, replace(reading, intent="correction"), awaiting)
    heard = replace(base, facts=facts, replaced=replaced, conflicts=conflicts)
    lost = None if facts or conflicts or heard.move else lost_correction(session, said, reading, country)
    if lost is not None:
        return replace(heard, change=lost)
    return _answered(said, heard, awaiting, number, reader, session.chain)


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


def _telling(said: str) -> str:
    """The message with what speaks to the assistant turned into spaces, so that every offset holds."""
    return blanked(said, _to_us(said))


def _to_us(said: str) -> list[tuple[int, int]]:
    """Where a message speaks to the assistant, or of what was noted."""
    return [*untold(said), *called_right(said)]


def _sensible(
    facts: tuple[Fact, ...], said: str, awaiting: Awaiting | None, move: Move | None, reading: Reading, chain: Chain
) -> tuple[Fact, ...]:
    """Without what no such message can say: a name or a choice from a bare yes, an answer from a curse, a sigh or an aside."""
    spans, beside = _to_us(said), of_no_answer(said, awaiting, chain)
    facts = tuple(f for f in facts if not _begins_in(f, spans))
    facts = tuple(f for f in facts if awaiting is None or f.ref != awaiting.ref or not _begins_in(f, beside))
    if says_nothing(said):
        return tuple(
            f for f in facts
            if f.status != "known" or f.field.type == "yesno" or f.value in (("none",), ("nobody",)) or chosen(f, said)
        )  # fmt: skip
    if move == "distress" and awaiting is not None:
        # "It is my fault" is no answer, whatever a reader makes of it; what stands beside it may be.
        felt = felt_in(said)
        facts = tuple(
            f
            for f in facts
            if f.ref != awaiting.ref or not any(a <= (f.start or 0) < b for a, b in felt) or chosen(f, said)
        )
        if felt:
            # What stands beside the feeling was said for itself.
            return facts
    aside = move == "abuse" or (reading.intent == "other" and move is None)
    if (aside or move in ("distress", "danger")) and awaiting is not None:
        plain = YES.match(said) or NO.match(said)
        return tuple(
            f for f in facts
            if f.ref != awaiting.ref or plain or chosen(f, said) or (not aside and _in_its_words(said, f))
        )  # fmt: skip
    return facts


def _begins_in(fact: Fact, spans: list[tuple[int, int]]) -> bool:
    return any(fact.start is not None and start <= fact.start < end for start, end in spans)


def _patient(session: Session, said: str, heard: Heard) -> Heard:
    """The same, with the question left that was put often enough, or that somebody asks not to be asked any more."""
    awaiting = session.awaiting
    if awaiting is None or heard.skipped or awaiting.manner not in ("question", "again", "vague"):
        return heard
    known = any(r == awaiting.ref for r in (*(f.ref for f in heard.facts), *(c.ref for c in heard.conflicts)))
    if known or heard.reading.intent in ("stop", "undo"):
        return heard
    tired = heard.move == "unheard" and wants_no_more_of_it(said)
    put = sum(t.awaiting is not None and t.awaiting.ref == awaiting.ref for t in session.live)
    return replace(heard, skipped=awaiting.ref, vague=False) if tired or put >= MOST_PUT else heard


def _to_what_is_changed(facts: tuple[Fact, ...], ref: str, session: Session) -> tuple[Fact, ...]:
    """Asked what a name should be instead, people give that one's new name and not a second thing's."""
    if any(f.ref == ref for f in facts):
        return facts
    known = session.chain.all_components()
    new = next((f for f in facts if f.field is field_of(ref) and f.component not in known), None)
    if new is None:
        return facts
    return tuple(replace(f, ref=ref) if f is new else f for f in facts if f is new or f.component != new.component)


def _named_not(heard: Heard, said: str, number: int) -> Heard:
    """The same, with the organisation's name withheld where somebody refuses it: it is not asked for, and not in the report."""
    if heard.move != "unnamed" or not of_the_organisation(said):
        return heard
    withheld = replace(whole(said, "organisation.name", "withheld", None, number), by="person")
    return replace(heard, facts=(*without(heard.facts, "organisation.name"), withheld))


def _in_its_words(said: str, fact: Fact) -> bool:
    """Whether a sigh tells something of what was asked beside: what it names counts, a yes or no with a word of its field."""
    return fact.status == "known" and (fact.field.type != "yesno" or meant.shares_words(said, fact.field))


def _bears(said: str, fact: Fact) -> bool:
    """Whether a message that points back at an earlier one answers as well: a yes or no takes its own word or one of the field's."""
    if fact.status != "known" or fact.field.type != "yesno":
        return True
    return bool(_YES_OR_NO.search(said)) or meant.shares_words(said, fact.field)


# --- repairs --------------------------------------------------------------------------------------------------------------


def _told(session: Session, gated: tuple[Fact, ...], awaiting: Awaiting, reader: Reader, base: Heard) -> Heard:
    """ "I told you already": what was said is looked for; taken where it is plain, shown for a yes where it is not."""
    found = repair.told_before(session, awaiting.ref, reader)
    if found is None:
        # Asked twice for what cannot be found, nobody is asked a third time.
        return replace(base, facts=gated, skipped=awaiting.ref if awaiting.manner == "again" else None)
    fact, sure = found
    if sure >= repair.SURE:
        return replace(base, facts=(*gated, fact), told=(fact,))
    return replace(base, facts=gated, unsure=fact)


# --- an answer that gave nothing --------------------------------------------------------------------------------------------


def _answered(said: str, heard: Heard, awaiting: Awaiting | None, number: int, reader: Reader, chain: Chain) -> Heard:
    """Skips, and what becomes of an answer that told nothing about the question: one follow-up, then partly, unknown or left."""
    reading = heard.reading
    if awaiting is None:
        return heard
    if reading.intent == "skip":
        return replace(heard, skipped=awaiting.ref)
    if awaiting.manner == "conflict":
        return heard
    known = any(f.ref == awaiting.ref for f in heard.facts) or any(c.ref == awaiting.ref for c in heard.conflicts)
    if not known and heard.move == "lay" and awaiting.ref.partition(".")[0].partition("-")[0] in TECHNICAL:
        return replace(heard, facts=(*heard.facts, whole(said, awaiting.ref, "unknown", None, number)))
    if known or reading.intent in ("question", "stop") or heard.move not in (None, "lay"):
        return heard
    if heard.facts and awaiting.manner in ("again", "vague"):
        return replace(heard, skipped=awaiting.ref)
    if heard.facts:
        return heard
    if awaiting.manner == "more":
        if says_more(said) and awaiting.old is None:
            return replace(heard, vague=True)
        return replace(heard, skipped=awaiting.ref)
    if reading.intent == "other":
        return replace(heard, skipped=awaiting.ref) if awaiting.manner == "vague" else heard
    if awaiting.manner != "vague":
        return replace(heard, vague=True)
    hedge = hedge_of(said)
    last = _taken_as_said(said, awaiting.ref, hedge, heard, number)
    if last and last.field.name == "name" and _PLAIN_WORD.fullmatch(said):
        # A plain word that was not heard as a name twice may answer something else ("Paid.").
        return replace(heard, unsure=last)
    if last:
        return replace(heard, facts=(*heard.facts, last))
    near = nearest(said, awaiting.ref, reader, chain, number) if not hedge else None
    return replace(heard, unsure=near) if near else replace(heard, skipped=awaiting.ref)


def _taken_as_said(said: str, ref: str, hedge: Move | None, heard: Heard, number: int) -> Fact | None:
    """The second answer without a readable value: a half yes is "partly", a shrug is not known, plain words are taken as they are."""
    spec = field_of(ref)
    if hedge:
        partly = hedge == "partly" and spec.type == "yesno"
        return whole(said, ref, "known" if partly else "unknown", "partly" if partly else None, number)
    plain = heard.reading.intent == "answer" and not heard.facts and not heard.move and not says_nothing(said)
    lead, tail = _LEAD.match(said), _TAIL.search(said)
    words = said[lead.end() if lead else 0 : tail.start() if tail else len(said)].strip().rstrip(".!,;")
    if (YES.match(said) or NO.match(said)) and not any(c.isupper() or c.isdigit() for c in words):
        # "Yes, that fits" agrees to something and names nothing.
        return None
    if said.rstrip().endswith("?") or left_to_you(said):
        return None
    if plain and len(words.split()) <= LITERAL_WORDS.get(spec.type, 0) and any(c.isalpha() for c in words):
        return replace(
            whole(words, ref, "known", checked_value(ref, words), number),
            start=said.index(words),
            end=said.index(words) + len(words),
        )
    return None
