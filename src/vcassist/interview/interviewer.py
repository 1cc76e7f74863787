"""One turn of the interview: read → gate → fold → assess → plan → speak, as an iterator of events. Pure but for its ports."""

from __future__ import annotations

import re
from collections.abc import Callable, Generator, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from vcassist.chain.facts import Chain, Fact, fact_from_json, field_of
from vcassist.errors import BadInput
from vcassist.interview import meant, phrases
from vcassist.interview.answers.asked_after import with_those_asked_after
from vcassist.interview.answers.between_questions import without_a_scrap
from vcassist.interview.answers.denied_of_list import without_the_denied
from vcassist.interview.answers.left_unheard import with_the_answer_left
from vcassist.interview.answers.likely_told import with_likely_told, without_a_piece
from vcassist.interview.answers.not_told import is_put_off, not_told
from vcassist.interview.answers.on_the_table import said_in_vain
from vcassist.interview.answers.part_played import with_the_part_played
from vcassist.interview.answers.people_listed import with_people_listed, with_people_named
from vcassist.interview.answers.said_again import with_what_stands
from vcassist.interview.answers.said_before import without_a_no_of_that
from vcassist.interview.answers.said_value import with_the_value_said
from vcassist.interview.answers.says_nothing_of_it import without_an_empty_answer
from vcassist.interview.answers.settling import no_more_of_it
from vcassist.interview.answers.to_find_out import to_find_out
from vcassist.interview.contradictions import doubted, nothing_new, without_the_settled
from vcassist.interview.corrections.added_to import with_what_stays
from vcassist.interview.corrections.as_it_answers import as_it_answers
from vcassist.interview.corrections.as_touched import as_touched
from vcassist.interview.corrections.asked_to_add import with_what_is_to_be_added
from vcassist.interview.corrections.borne_out import borne_out
from vcassist.interview.corrections.by_denied_place import of_the_denied_place
from vcassist.interview.corrections.correcting import bare_orders, put_instead
from vcassist.interview.corrections.exchanged import put_in_place
from vcassist.interview.corrections.gone_back_to import gone_back_to
from vcassist.interview.corrections.in_part import in_part_only, not_all_after_all
from vcassist.interview.corrections.last_look import with_sound_names
from vcassist.interview.corrections.member_by_member import member_by_member
from vcassist.interview.corrections.members import members_denied
from vcassist.interview.corrections.named_value import with_the_named_change
from vcassist.interview.corrections.no_answer_beside import without_an_answer_beside, without_words_on_nothing_else
from vcassist.interview.corrections.objected import as_objected, changed_last
from vcassist.interview.corrections.of_its_own_tool import with_its_own_tool
from vcassist.interview.corrections.own_no_longer import without_what_followed
from vcassist.interview.corrections.spoken_of_beside import spoken_of_beside
from vcassist.interview.corrections.told_by_both import told_by_both
from vcassist.interview.corrections.told_otherwise import told_otherwise
from vcassist.interview.corrections.withdrawn import with_what_is_told_anew
from vcassist.interview.deciding import before_the_story, make_plan, next_plan
from vcassist.interview.heard import Heard, came_to_something, once_each
from vcassist.interview.hearing import hear, sound_intent
from vcassist.interview.hunches import told_by_itself, without_hunches
from vcassist.interview.in_two_halves import in_two_halves
from vcassist.interview.looking_back import TAKEN, answered_before, likely_before
from vcassist.interview.masking import without_long_numbers
from vcassist.interview.not_asked import refused_refs, skipped_refs
from vcassist.interview.parts.another import with_another
from vcassist.interview.parts.another_place import with_another_place
from vcassist.interview.parts.each_its_value import with_each_its_value
from vcassist.interview.parts.goes_by_now import under_its_new_name
from vcassist.interview.parts.merging import merge_in, merged
from vcassist.interview.parts.name_kept import names_kept
from vcassist.interview.parts.no_tool_but_somebody import a_house_taken_for_a_tool
from vcassist.interview.parts.of_another_tool import moved_to_the_named, put_for_the_denied, put_where_denied
from vcassist.interview.parts.one_of_two import one_in
from vcassist.interview.parts.people_named import without_people
from vcassist.interview.parts.pointing import placed_as_said
from vcassist.interview.parts.the_only_model import of_the_only_model
from vcassist.interview.parts.tool_by_tool import of_each_tool
from vcassist.interview.phrasing import may_phrase, phrased
from vcassist.interview.ports import Reading
from vcassist.interview.questions.asked_by_meaning import with_those_meant
from vcassist.interview.questions.asking import Parts, parts_of, skips
from vcassist.interview.questions.beside import beside, still_open
from vcassist.interview.questions.judged import with_what_is_judged
from vcassist.interview.questions.not_clear import is_not_clear, is_only_a_sound, without_not_clear
from vcassist.interview.questions.notes_forms import without_asked_gone
from vcassist.interview.questions.on_a_case import with_its_case
from vcassist.interview.questions.on_the_table import on_the_table
from vcassist.interview.reading import blanked, clean_message, gate, present
from vcassist.interview.remarks.cries import cries
from vcassist.interview.remarks.goodbyes import names_an_end
from vcassist.interview.remarks.learnt_goodbye import not_shut, with_learnt_goodbye
from vcassist.interview.remarks.moves import is_back, not_ended
from vcassist.interview.remarks.only_mentioned import only_mentioned
from vcassist.interview.remarks.quoted import spoken_by_it
from vcassist.interview.remarks.told_besides import takes_back
from vcassist.interview.removals.bringing_back import Return, back_in, last_back, speaks_of_return
from vcassist.interview.removals.removing import removal
from vcassist.interview.removals.some_of_the_list import members_taken_back
from vcassist.interview.removals.striking import redacted, strike_in
from vcassist.interview.removals.taking_away import as_one, not_quoted, taken, without_it
from vcassist.interview.session import Awaiting, Session, Turn
from vcassist.interview.speech import Plan, Teller
from vcassist.interview.stops import in_own_words, with_stops, without_stops
from vcassist.interview.suggest import suggestions
from vcassist.interview.tools import Tools
from vcassist.interview.touching import says_instead
from vcassist.interview.words import line_for

__all__ = [
    "Event",
    "Tools",
    "answer_json",
    "ask_again",
    "greet",
    "next_step",
    "refused_refs",
    "reminder",
    "skipped_refs",
    "state_fact",
    "take_turn",
]  # fmt: skip


# "NO! … Delete this." beside what is to be taken out answers nothing.
_A_PROTEST = r"(?:no+|stop|please|i said|(?:delete|remove|erase|forget) (?:it|this|that|them)|now|at once|ok(?:ay)?)"
_ONLY_PROTESTS = re.compile(rf"\W*{_A_PROTEST}(?:\W+{_A_PROTEST})*\W*", re.I)
_LOUDLY = re.compile(r"!|\b(?:delete|remove|erase|forget|stop|i said)\b", re.I)
# From this length on a first message tells a story, whatever was asked.
STORY_WORDS = 12
# With more words before it, a question behind an order is one of its own.
ASIDE = 5
# So many answers are named where an order to take back may mean several.
MOST_NAMED = 3
# So many answers are recalled from earlier messages in one reply.
MOST_RECALLED = 2


@dataclass(frozen=True, slots=True)
class Event:
    """``kind``: understood, reply, done. ``data`` is its JSON shape; ``turn`` comes with done.

    ``rewritten``: earlier turns as they are to be kept from now on, without words that the person wanted taken out.
    """

    kind: str
    data: dict[str, Any]
    turn: Turn | None = None
    rewritten: tuple[Turn, ...] = ()


def greet(tools: Tools) -> Turn:
    """Turn 0: asks for the story, not for a form."""
    return Turn(0, reply=phrases.GREETING, at=tools.now())


def take_turn(session: Session, said: str, tools: Tools) -> Iterator[Event]:
    """Reads one message and replies. Yields understood, reply pieces, done (with the Turn to append).

    Raises BadInput before anything is yielded when the message cannot be used.
    """
    said = clean_message(said)
    text = with_stops(said)
    if text == said:
        yield from _turn_taken(session, said, tools)
        return
    for event in _turn_taken(session, text, tools):
        turn = in_own_words(event.turn) if event.turn is not None else None
        yield replace(event, data=without_stops(event.data) if turn is None else answer_json(turn), turn=turn)


def _turn_taken(session: Session, said: str, tools: Tools) -> Iterator[Event]:
    # What a tool says is no order to anybody here.
    bidden = blanked(said, spoken_by_it(said))
    back = back_in(session, bidden, tools.country)
    if back is not None and (back.undoes is not None or changed_last(session) is None):
        # Where nothing was taken out, but a note changed just now, that may be meant, and it is not denied.
        yield from _brought_back(session, said, back, tools)
        return
    put = put_in_place(session, bidden, tools.reader, session.next_number, tools.country)
    if put is not None:
        # What another sentence answers is not lost for the order beside it.
        both = in_two_halves(session, said, session.next_number, tools, _read)
        yield from _reply(session, said, both or put, session.next_number, tools)
        return
    # "Remove the two incidents" is met by what is kept of them, and strikes no words.
    strike = None if takes_back(bidden, session, tools.harms) else strike_in(session, bidden)
    if strike is None:
        yield from _heard_and_answered(session, said, tools)
        return
    rest = "" if strike.note and _only_protests(strike.rest) else strike.rest
    events, note = _heard_and_answered(strike.session, rest, tools), strike.note
    if note and not strike.rewritten:
        # Nothing was found to take out: where the rest of the message sets it right, that is told, and not that nothing was done.
        told = list(events)
        events, note = iter(told), "" if _sets_right(told, session) else note
    yield from _noted_first(
        note,
        events,
        lambda turn: redacted(replace(turn, said=said, hushed=strike.hushed), list(strike.spans)),
        strike.rewritten,
    )


def _only_protests(rest: str) -> bool:
    """Whether what stands beside an order to take words out is but the anger of it, and no answer: "NO! … Delete this"."""
    return _ONLY_PROTESTS.fullmatch(rest) is not None and _LOUDLY.search(rest) is not None


def _sets_right(events: Iterable[Event], session: Session) -> bool:
    """Whether a turn changes an answer that stands."""
    turns = [event.turn for event in events if event.turn is not None]
    return any(f.ref in session.chain.facts for turn in turns for f in turn.facts)


def _noted_first(
    note: str, events: Iterator[Event], completed: Callable[[Turn], Turn], rewritten: tuple[Turn, ...] = ()
) -> Iterator[Event]:
    """The same with a line before the reply, and the turn that comes last with what ``completed`` adds to it."""
    if note:
        yield Event("reply", {"text": f"{note} "})
    for event in events:
        if event.turn is None:
            yield event
            continue
        turn = completed(replace(event.turn, reply=f"{note} {event.turn.reply}".strip()))
        yield Event("done", answer_json(turn), turn, rewritten)


def _brought_back(session: Session, said: str, back: Return, tools: Tools) -> Iterator[Event]:
    """What was taken out is there again; what a message tells beside that order is heard in the light of it."""
    told = len(re.findall(r"\w+", back.rest)) > 1
    yield from _noted_first(
        back.note,
        _heard_and_answered(back.session, back.rest if told else "", tools),
        lambda turn: replace(turn, said=said, undoes=back.undoes, facts=(*back.kept, *turn.facts)),
    )


def _heard_and_answered(session: Session, said: str, tools: Tools) -> Iterator[Event]:
    number = session.next_number
    if session.turns and session.turns[-1].done and not_ended(said):
        # "I didn't say stop": what else a message tells is heard, and the next question put.
        yield from _gone_on(session, said, tools)
        return
    if not said.strip():
        # Nothing but a wish that was met.
        yield from _reply(session, said, Heard(reading=Reading((), "correction")), number, tools)
        return
    left = _left_open(session, said, number)
    if left is not None:
        yield from _reply(session, said, left, number, tools)
        return
    about = on_the_table(tools.about, session.asked)
    parts = Parts(said)
    if not skips(said):
        parts = with_those_meant(parts_of(said, session.asked), said, session.asked, about, tools.wanted, tools.states)
        parts = with_what_is_judged(parts, said, tools.stated)
    if session.chain.facts:
        parts = not_shut(parts, said, session.asked)
        parts = with_learnt_goodbye(
            parts, said, session, tools.wanted, tools.states, partial(_tells_of_notes, session, tools)
        )
    parts = still_open(said, parts, session.awaiting)
    parts, asked_after = with_those_asked_after(parts, said, session, number, tools)
    asks_for = field_of(session.asked) if session.asked else None
    tells = blanked(
        parts.tells, [*cries(parts.tells), *only_mentioned(parts.tells, asks_for), *bare_orders(parts.tells)]
    )

    def reply(heard: Heard) -> Iterator[Event]:
        """What is said to what was heard, with the questions and the goodbye of the message as ``parts`` stands by then."""
        both = beside(heard, parts, said, session.awaiting, about, tools.wanted)
        there = {f.ref for f in both.facts}
        late = tuple(f for f in asked_after if f.ref not in there)
        if late:
            # What was asked after is told by now, and nothing else is left to answer.
            only_asks = both.reading.intent == "question" and not both.asks
            reading = replace(both.reading, intent="answer") if only_asks else both.reading
            both = replace(both, facts=(*both.facts, *late), reading=reading)
        return _reply(session, said, both, number, tools)

    bidden = blanked(tells, spoken_by_it(tells))
    merge = merge_in(bidden, session.chain)
    if merge is not None:
        yield from reply(merged(session.chain, merge))
        return
    one = one_in(bidden, session, number)
    if one is not None and a_house_taken_for_a_tool(tells, session, number) is None:
        yield from reply(as_one(session, tells, one, number, tools, _read))
        return
    wish = not_quoted(partial(taken, session, number=number, tools=tools), tells, said)
    if wish is not None:
        # The words of some begin with the mark that ends the sentence before.
        orders = (re.sub(r"^[.!?]\s*", "", said[a:b]) for a, b in wish.spans)
        if parts.asks and any(order in parts.asks or _holds(order, parts.asks) for order in orders):
            # "Why do you write that?" is no question to be answered.
            parts = replace(parts, asks="")
        yield from reply(without_it(session, tells, wish, number, tools, _read))
        return
    read = partial(_read, whole=said)
    both = in_two_halves(session, tells, number, tools, read)
    if both is not None:
        yield from reply(both)
        return
    reading = read(session, tells, tools, parts=parts)
    if (
        reading.intent == "stop"
        and not parts.ends
        and not names_an_end(tells)
        and before_the_story(session, session.chain)
    ):
        # "Fire away" begins.
        reading = replace(reading, intent="other")
    if reading.intent == "stop" and not parts.ends and (is_back(tells) or (parts.asks and not names_an_end(tells))):
        # "I'm tired. What should I do first?", "The bell rang. Okay, I'm back": who asks, or is back, goes on.
        reading = replace(reading, intent="other")
    if reading.intent == "stop" and not parts.ends and any(p.ref == session.asked for p in reading.proposals):
        # "A fish and a number, finished": who answers goes on, unless they part in so many words.
        reading = replace(reading, intent="answer")
    if reading.intent == "undo" and speaks_of_return(tells):
        yield from _brought_back(session, said, last_back(session, said, tools.country), tools)
        return
    if reading.intent == "undo":
        yield from _undo(session, said, number, tools)
        return
    heard = doubted(hear(session, tells, reading, tools.reader, number, tools.country))
    heard = without_a_piece(heard, reading, tells, session, tools)
    heard = with_another(heard, session, tells, number)
    if reading.intent == "correction" and put_instead(tells) is not None and not came_to_something(heard):
        # What followed was a reason, and nothing is put in the place of what is taken back.
        yield from _undo(session, said, number, tools)
        return
    yield from reply(heard)


def _left_open(session: Session, said: str, number: int) -> Heard | None:
    """What a message comes to that only leaves the open question open: not clear, kept back, still to be found out, not for now, or but a sound."""
    awaiting = session.awaiting
    if awaiting is None or not awaiting.is_open:
        return None
    if is_put_off(said):
        return Heard(reading=Reading((), "skip"), skipped=awaiting.ref)
    if is_not_clear(said):
        return Heard(reading=Reading((), "question"))
    if is_only_a_sound(said):
        return Heard(reading=Reading((), "answer"), vague=awaiting.manner == "question")
    told = to_find_out(said, awaiting.ref) or not_told(said, awaiting.ref)
    if told is None:
        return None
    return Heard(facts=gate(Reading((told,), "answer"), said, number).facts, reading=Reading((), "answer"))


def _gone_on(session: Session, said: str, tools: Tools) -> Iterator[Event]:
    """What is said to somebody who did not want the talk to end, and to what their message tells beside that."""
    rest = blanked(said, not_ended(said))
    told = len(re.findall(r"\w+", rest)) > 2
    events = _heard_and_answered(session, rest if told else "", tools)
    yield from _noted_first(phrases.WE_GO_ON, events, lambda turn: replace(turn, said=said))


def _answers(session: Session, tools: Tools, sentence: str) -> bool:
    """Whether a sentence is read as the answer to the question on the table."""
    read = tools.reader.read(sentence, session.asked, session.chain) if session.asked else None
    return read is not None and any(p.ref == session.asked for p in read.proposals)


def _tells_of_notes(session: Session, tools: Tools, sentence: str) -> bool:
    """Whether a sentence answers the question on the table, or takes somebody off a list: "workers out please" sends nobody but the workers away."""
    if _answers(session, tools, sentence):
        return True
    number = session.next_number
    denied = members_denied(sentence, session, tools.reader, number)
    return denied is not None or members_taken_back(sentence, session, number, tools) is not None


def _holds(order: str, asks: str) -> bool:
    """Whether the words of an order hold a question, and not only far behind its own."""
    before, found, _ = order.partition(asks)
    return bool(found) and len(before.split()) <= ASIDE


def _read(session: Session, tells: str, tools: Tools, parts: Parts | None = None, whole: str | None = None) -> Reading:
    """What tells something in a message as the session understands it: each proposal on its part, and an intent that the words bear out.

    ``parts``: what the message is made of. ``whole``: the message with the questions in it.
    """
    heard = _heard_by(session, tells, tools, parts)
    reading = without_hunches(heard, session.asked, session.chain, partial(told_by_itself, message=tells, tools=tools))
    reading = nothing_new(present(reading, session.chain), session)
    reading = placed_as_said(reading, tells, session.chain, session.asked)
    reading = moved_to_the_named(reading, tells, session.chain, session.asked, whole)
    reading = put_for_the_denied(reading, tells, session.chain)
    reading = put_where_denied(reading, tells, session)
    reading = of_the_only_model(reading, tells, session.chain, session.asked)
    reading = without_not_clear(without_a_scrap(reading, tells, session.asked), tells, session.asked)
    intent = sound_intent(reading, tells, session.asked)
    if intent in ("stop", "other") and no_more_of_it(tells, session.awaiting):
        intent = "answer"
    return replace(reading, intent=intent)


def _heard_by(session: Session, tells: str, tools: Tools, parts: Parts | None) -> Reading:
    """What the reader makes of it. While nothing is noted yet, a story is read as one: as an answer to the first question alone, its
    names would be overheard."""
    if not tells.strip():
        goes = parts is not None and parts.parts_company and not parts.asks
        return Reading((), "stop" if parts is not None and parts.ends else "other" if goes else "question")
    asked, chain = session.asked, session.chain
    if asked is None or chain.facts or len(tells.split()) < STORY_WORDS:
        return tools.reader.read(tells, asked, chain)
    story = tools.reader.read(tells, None, chain)
    if any(p.ref == asked for p in story.proposals):
        return _with_one_name(story, asked)
    answer = tools.reader.read(tells, asked, chain)
    there = {p.ref for p in story.proposals}
    left = (p for p in answer.proposals if p.ref not in there)
    return _with_one_name(replace(answer, proposals=(*story.proposals, *left)), asked)


def _with_one_name(reading: Reading, asked: str) -> Reading:
    """The same where the name that answers the question is no other's too: of "It bears the name X" a story makes whoever it is."""
    names = (p for p in reading.proposals if p.ref == asked and asked.endswith(".name") and p.start is not None)
    places = {(p.start, p.end) for p in names}
    left = (
        p for p in reading.proposals if p.ref == asked or not (p.ref.endswith(".name") and (p.start, p.end) in places)
    )
    return replace(reading, proposals=tuple(left)) if places else reading


def _reply(session: Session, said: str, heard: Heard, number: int, tools: Tools) -> Iterator[Event]:
    # "Did you remove staff?" takes nobody out.
    heard = _set_right(session, without_asked_gone(said), heard, number, tools)
    chain = _chain_with(session, heard, number)
    refused = frozenset(refused_refs(session) | set(heard.refused))
    offered = suggestions(chain, tools.register, refused)
    known_before = {(s.ref, s.value) for t in session.live for s in t.suggestions}
    fresh = tuple(s for s in offered if (s.ref, s.value) not in known_before)
    yield Event("understood", {
        "facts": [f.as_json() for f in heard.facts],
        "suggestions": [s.as_json() for s in fresh],
        "conflicts": [c.as_json() for c in heard.conflicts],
    })  # fmt: skip
    plan = make_plan(session, said, heard, chain, offered, number, tools)
    heard, plan, chain = _looked_back(session, said, heard, plan, chain, refused, number, tools)
    reply, spoken_by = yield from _spoken(plan, chain, tools, said)
    turn = Turn(
        number=number, said=said, facts=heard.facts, intent=heard.reading.intent, reply=reply,
        awaiting=plan.ask, suggestions=fresh, conflicts=heard.conflicts, citations=plan.citations, skipped=heard.skipped,
        refused=heard.refused, removed=heard.removed, settled=_settled(session, heard), done=bool(plan.closing), note=heard.reading.note, prompts=(*heard.reading.prompts, *spoken_by),
        at=tools.now(),
    )  # fmt: skip
    yield Event("done", answer_json(turn), turn)


def _set_right(session: Session, said: str, heard: Heard, number: int, tools: Tools) -> Heard:
    """What was heard, with all that the message does to the notes in other ways than by answering; each step sees what those before it made of it."""
    heard = with_each_its_value(heard, said, session, number)
    heard = under_its_new_name(
        without_people(heard, said, session),
        said,
        session,
        tools.wanted,
        partial(says_instead, session=session, tools=tools),
    )
    # What is said of another tool is no other choice of the first, so it is placed before choices are compared, and after.
    heard = of_the_denied_place(with_its_own_tool(names_kept(heard, said, session), said, session), said, session)
    heard = in_part_only(heard, said, session.chain, tools.stated)
    # What is read as another choice may be of a further place too, so this is asked before and behind.
    heard = told_otherwise(with_another_place(heard, said, session, number), said, session, number, tools)
    heard = borne_out(with_another_place(heard, said, session, number), said, session, tools)
    heard = told_by_both(not_all_after_all(heard, said, session, number), said, session, number, tools)
    heard = as_touched(with_the_named_change(heard, said, session, tools), said, session, number, tools)
    heard = without_words_on_nothing_else(without_an_answer_beside(heard, said, session, tools), said, session, tools)
    more = as_it_answers(gone_back_to(heard, said, session, number, tools), said, session, number, tools)
    heard = heard if more is heard else without_words_on_nothing_else(more, said, session, tools)
    heard = without_an_empty_answer(spoken_of_beside(heard, said, session, tools), said, session, tools)
    heard = with_what_stays(with_its_own_tool(heard, said, session), said, session.awaiting, tools.answers)
    heard = member_by_member(with_sound_names(heard, said, session, tools), said, session, number)
    heard = as_objected(with_what_is_to_be_added(heard, said, session, number, tools), said, session, number, tools)
    heard = of_each_tool(heard, said, session, number, tools)
    heard = with_what_is_told_anew(heard, said, session, number, tools)
    heard = once_each(said_in_vain(session, said, heard))
    heard = without_a_no_of_that(without_the_settled(heard), said, session)
    heard = with_people_named(heard, said, session, number, tools.again)
    heard = with_people_listed(heard, said, session, number, tools.again)
    heard = with_the_value_said(with_the_answer_left(heard, said, session, number, tools), said, session, number)
    heard = without_the_denied(heard, said, session, tools)
    heard = with_likely_told(with_its_case(heard, said, session, number, tools), said, session, number, tools)
    heard = without_what_followed(with_the_part_played(heard, said, session, number), session, tools.country)
    return with_what_stands(heard, said, session)


def _settled(session: Session, heard: Heard) -> tuple[str, ...]:
    """The contradiction on which a message says a word, now or late."""
    if heard.late:
        return (heard.late,)
    awaiting = session.awaiting
    return (awaiting.ref,) if awaiting and awaiting.manner == "conflict" and heard.decided else ()


def _chain_with(session: Session, heard: Heard, number: int) -> Chain:
    return replace(session, turns=(*session.turns, Turn(number, facts=heard.facts, removed=heard.removed))).chain


def _looked_back(
    session: Session,
    said: str,
    heard: Heard,
    plan: Plan,
    chain: Chain,
    refused: frozenset[str],
    number: int,
    tools: Tools,
) -> tuple[Heard, Plan, Chain]:
    """The same, with no question that an earlier message answers: a sure answer is taken and the next question put, a likely one shown."""
    recalled: list[Fact] = []
    while tools.again is not None and plan.ask is not None and plan.ask.manner == "question" and not plan.closing:
        ref = plan.ask.ref
        if ref in refused:
            # Who has just said no to it is asked, and not shown it again.
            break
        found = answered_before(session, said, number, ref, chain, tools.again)
        if found is None and (likely := likely_before(session, said, number, ref, chain, tools)) is not None:
            found = (likely, 0.0)
        if found is None:
            break
        fact, sure = found
        if sure < TAKEN or len(recalled) >= MOST_RECALLED:
            plan = replace(
                plan, ask=Awaiting(ref, "confirm", fact.quote, fact.as_json()["value"]), suggestions=(), recalls=True
            )
            break
        recalled.append(fact)
        heard = replace(heard, facts=(*heard.facts, fact))
        chain = _chain_with(session, heard, number)
        plan = make_plan(session, said, heard, chain, suggestions(chain, tools.register, refused), number, tools)
    noted = tuple(f for f in plan.noted if f not in recalled)
    return heard, replace(plan, noted=noted, recalled=tuple(recalled)), chain


def _spoken(
    plan: Plan, chain: Chain, tools: Tools, said: str = ""
) -> Generator[Event, None, tuple[str, tuple[str, ...]]]:
    """The plan in words, piece by piece; returns the whole, and the prompts by which a model helped."""
    pieces = []
    prompts: tuple[str, ...] = ()
    if tools.speaker is not None and may_phrase(plan):
        phrasing = phrased(plan, said, tools.speaker, tools.country)
        while True:
            try:
                piece = next(phrasing)
            except StopIteration as end:
                plan = end.value
                break
            pieces.append(without_long_numbers(piece))
            yield Event("reply", {"text": pieces[-1]})
        prompts = (tools.speaker.version,) if pieces else ()
    for piece in Teller(chain, tools.country).say(plan):
        pieces.append(without_long_numbers(piece))
        yield Event("reply", {"text": pieces[-1]})
    return "".join(pieces).strip(), prompts


def _undo(session: Session, said: str, number: int, tools: Tools) -> Iterator[Event]:
    """Takes back the last turn that said something, and waits for what was waited for then; or the one answer that is named."""
    last = next((t for t in reversed(session.live) if _is_step(t)), None)
    named = meant.could_be_meant(session, said, tools.country)
    if len(named) == 1 and (last is None or [f.ref for f in last.facts] != [named[0].ref]):
        gone = removal(session, named[0].ref, number, tools.country)
        reading = Reading((), "correction", note=gone.note)
        heard = Heard(removed=gone.removed, refused=gone.refused, reading=reading)
        yield from _reply(session, said, heard, number, tools)
        return
    if len(named) != 1 and meant.says_which(said):
        several = [line_for(f, session.chain, tools.country) for f in named[:MOST_NAMED]]
        note = phrases.WHICH_ANSWER.format("; ".join(several)) if several else phrases.NOT_NOTED
        told = Heard(reading=Reading((), "correction", note=note))
        yield from _reply(session, said, told, number, tools)
        return
    before = [t for t in session.live if last is None or t.number < last.number]
    awaiting = before[-1].awaiting if before else None
    left = replace(session, turns=tuple(before))
    yield Event("understood", {"facts": [], "suggestions": [], "conflicts": []})
    plan = Plan(
        number,
        undone=last.facts if last and not last.removed else None,
        remark=phrases.PUT_BACK.format(last.note) if last and last.removed else "",
        nothing_undone=last is None,
        passed_over=last is not None and last is not next((t for t in reversed(session.live) if t.said), last),
        ask=replace(awaiting, manner="again") if awaiting and awaiting.manner in ("question", "vague") else awaiting,
    )
    if plan.ask is not None and plan.ask.manner == "confirm":
        offered = suggestions(left.chain, tools.register, refused_refs(left))
        plan = replace(plan, suggestions=tuple(s for s in offered if s.ref in awaiting.offered) if awaiting else ())
    if plan.ask is None and not plan.remark:
        plan = replace(plan, remark="Tell me again in your own words.")
    reply, _ = yield from _spoken(plan, left.chain, tools)
    turn = Turn(
        number=number, said=said, intent="undo", reply=reply, awaiting=plan.ask,
        undoes=last.number if last else None, at=tools.now(),
    )  # fmt: skip
    yield Event("done", answer_json(turn), turn)


def _is_step(turn: Turn) -> bool:
    """A turn that a person can take back in words: one that changed something, and not what took something back itself.

    What told nothing, a question or a complaint that was not understood, is passed over: whoever says "undo" means what was noted.
    """
    changed = turn.facts or turn.removed or turn.skipped or turn.refused or turn.conflicts or turn.done
    return turn.undoes is None and bool(changed or _only_asks(turn))


def _only_asks(turn: Turn) -> bool:
    """A turn in which somebody chose an answer to change, and that changed nothing yet."""
    return turn.awaiting is not None and turn.awaiting.manner == "change" and not turn.facts


def answer_json(turn: Turn) -> dict[str, Any]:
    """The outward shape of a turn's answer."""
    return {
        "reply": turn.reply,
        "asked": turn.awaiting.ref if turn.awaiting else None,
        "facts": [f.as_json() for f in turn.facts],
        "suggestions": [s.as_json() for s in turn.suggestions],
        "conflicts": [c.as_json() for c in turn.conflicts],
        "citations": [c.as_json() for c in turn.citations],
        "done": turn.done,
    }


def next_step(session: Session, tools: Tools) -> Turn:
    """The next question as a turn of its own, after facts came in by another way than a message."""
    number = session.turns[-1].number if session.turns else 0
    chain = session.chain
    offered = suggestions(chain, tools.register, refused_refs(session))
    plan = next_plan(session, Heard(), chain, offered, Plan(number), tools)
    reply = "".join(Teller(chain, tools.country).say(plan)).strip()
    return Turn(number=number, reply=reply, awaiting=plan.ask, suggestions=tuple(offered), done=bool(plan.closing))


def reminder(session: Session, tools: Tools) -> Turn:
    """A turn of its own for somebody who comes back: what the session waits for, once more and in short."""
    awaiting, last = session.awaiting, session.turns[-1]
    number, reply = session.next_number, last.reply
    if awaiting is not None and awaiting.manner not in ("confirm", "conflict"):
        plain = awaiting.manner in ("question", "vague")
        plan = Plan(number, ask=replace(awaiting, manner="again") if plain else awaiting)
        reply = "".join(Teller(session.chain, tools.country).say(plan)).strip()
    return Turn(number=number, reply=reply, awaiting=awaiting, done=last.done, at=tools.now())


def ask_again(session: Session, ref: str, tools: Tools) -> Turn:
    """The question about ``ref`` put anew, as a turn of its own: an answer to be changed from a map or a list."""
    number, chain = session.next_number, session.chain
    manner = "change" if chain.get(ref) else "question"
    plan = Plan(number, ask=Awaiting(ref, manner))
    reply = "".join(Teller(chain, tools.country).say(plan)).strip()
    return Turn(number=number, reply=reply, awaiting=plan.ask, at=tools.now())


def state_fact(ref: str, status: str, value: object, number: int, by: str | None = None) -> Fact:
    """A fact set by hand (from the map, the list or a form), where "withheld" is offered as "the supplier won't say".

    ``by`` says who withholds, where that is told. Raises BadInput when it does not fit its field.
    """
    if status == "known" and (value is None or value == "" or value == []):
        raise BadInput(f"{ref} has no value.", "", "Choose one, or say that it is not known.")
    by = by or ("supplier" if status == "withheld" else None)
    return replace(fact_from_json({"ref": ref, "status": status, "value": value, "by": by}), turn=number, source="form")
