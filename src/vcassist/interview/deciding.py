"""What the reply to a message says and which one question it asks: a plan, made from what was heard. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from vcassist.assessment.rules import Rule
from vcassist.chain.facts import Chain, field_of
from vcassist.chain.fields import FIELDS
from vcassist.interview import meant, phrases, planner, summary
from vcassist.interview.addressed import advice, unanswered, wants_no_more_of_it
from vcassist.interview.answering import HOW_IS_IT, back
from vcassist.interview.asked_of_talk import asked_of_the_talk, of_the_talk, pointed_at
from vcassist.interview.asking import question_form, sentences
from vcassist.interview.contradictions import unsettled
from vcassist.interview.feelings import feeling_in
from vcassist.interview.heard import Heard
from vcassist.interview.known_names import who_is
from vcassist.interview.manner import wants_it_short
from vcassist.interview.moves import ASIDES, move_of, only_courtesy
from vcassist.interview.not_asked import not_to_ask
from vcassist.interview.outlook import MOST
from vcassist.interview.ports import OfTheTalk
from vcassist.interview.session import Awaiting, Contradiction, Session, Suggestion
from vcassist.interview.speech import Plan
from vcassist.interview.standing import Standing
from vcassist.interview.standing_by import forbids_change
from vcassist.interview.timing import AWAY_HOURS, hours_away, minutes_spent
from vcassist.interview.tools import Tools
from vcassist.interview.unanswered import last_question
from vcassist.interview.words import short, shown

# Sets that usually have more than the first item that comes to mind.
OPEN_SETS = frozenset({"affected_people", "sources", "sensitive_data"})
# Who names one thing and says that it is the only one has named all.
_ONLY = re.compile(
    r"\b(?:only|exclusively|solely|just|nothing (?:but|else)|nobody else|no one else|alone|purely|all of it|entirely)\b",
    re.I,
)
# Public facts that are confirmed with one yes.
TOGETHER = 3
# From this length on a message is a page that somebody pasted.
PAGE_WORDS = 80
# Within so many turns a word of sympathy is said in short.
SAID_LATELY = 4
# So many words beside what stands already tell nothing else.
FEW_WORDS = 3
# How often at most a contradiction is put to somebody who answers with asides.
MOST_ASKED = 3


def make_plan(
    session: Session, said: str, heard: Heard, chain: Chain, offered: Sequence[Suggestion], number: int, tools: Tools
) -> Plan:
    """Decides what the reply says and which one question it asks."""
    base = _opening_of(session, said, heard, chain, number, tools)
    intent = heard.reading.intent
    if heard.move == "danger" and intent != "stop":
        # Nothing is waited for: what they write next need not be an answer.
        return base
    stands = _standing(session, said, heard, chain, number, tools)
    about = stands.unnamed(tools.about)
    # "How long will this take, and who reads it?" asks for more than the time.
    only_time = heard.move == "time" and len(asked_of_the_talk(said, about)) < 2
    asks = heard.asks or (said if intent == "question" and heard.move in (None, "time") and not only_time else "")
    if move_of(asks) == "lost":
        # "What was the question?" is answered by putting it again.
        asks = ""
    advised = advice(said)
    if (
        (intent == "stop" and not of_the_talk(asks, about))
        or heard.move in ("private", "unnamed")
        or feeling_in(said) == "job"
        or _done_already(asks, heard, about)
    ):
        # The close itself says what was found and where the report is; a lecture would only hold them up. And "can you keep that out?"
        # is answered by what is said of confidence; "may I leave that empty?" by leaving it.
        asks = ""
    asks = pointed_at(asks, said, about)
    owed = (
        last_question(session, said)
        if unanswered(said) and intent != "stop" and not (asks and question_form(asks))
        else ""
    )
    asks = owed or asks

    def sought(question: str) -> str:
        return stands.sought(question) or who_is(question, tools.register, tools.country)

    answered = back(asks, session.asked, tools.glossary, about, stands.told, sought) if asks and not advised else None
    if advised:
        base = replace(base, answer=advised)
    if answered is not None:
        told = heard.facts or heard.replaced
        answer = answered.short(asks, tools.glossary) if told else answered.answer
        base = replace(base, answer=answer.text, citations=answer.citations)
        if owed:
            led_back = phrases.YOU_ASKED if owed != said else phrases.OWED
            base = replace(base, answer=led_back.format(short(owed, 16), answer.text), move=None)
    if heard.conflicts and intent != "stop":
        conflict = heard.conflicts[0]
        return replace(base, conflict=conflict, ask=Awaiting(conflict.ref, "conflict", conflict.old, conflict.new))
    if intent == "stop" and session.done and not heard.facts:
        return replace(base, closing=phrases.pick(phrases.GOODBYE, number))
    if intent == "stop":
        return replace(base, closing=closing(chain, tools))
    if session.done and intent in ("other", "skip") and only_courtesy(said) and not heard.facts:
        return replace(base, closing=phrases.pick(phrases.GOODBYE, number))
    if before_the_story(session, chain):
        return _invited(session, said, heard, base, number)
    if heard.unsure is not None:
        fact = heard.unsure
        also = tuple((other.ref, other.as_json()["value"]) for other in heard.also)
        return replace(base, ask=Awaiting(fact.ref, "confirm", fact.quote, fact.as_json()["value"], also))
    if heard.change is not None and not _asked_just_now(session, heard.change):
        return replace(base, ask=Awaiting(heard.change, "change" if chain.get(heard.change) else "again"))
    if heard.move == "time" and not heard.facts and not base.answer:
        base = replace(base, remark=stands.told(phrases.HOW_LONG.format("{left}", "{progress}"), said))
    elif heard.move == "told" and not heard.facts and not _undecided(session, heard):
        base = replace(base, remark=phrases.pick(phrases.TOLD_LOST, number))
    elif not session.chain.facts and only_courtesy(said):
        base = replace(base, remark=phrases.HELLO)
    elif heard.restated is not None:
        base = _said_again(base, said, heard, number)
    elif forbids_change(said) and not (heard.facts or asks or base.remark or heard.replaced or heard.change):
        base = replace(base, remark=phrases.pick(phrases.UNCHANGED, number))
    elif intent == "other" and not (heard.facts or asks or base.remark or heard.move) and not only_courtesy(said):
        # Somebody who wanders off twice may want to get away from the question.
        again = session.awaiting is not None and session.awaiting.manner == "again"
        words = phrases.OFF_TOPIC_AGAIN if again else phrases.OFF_TOPIC
        base = replace(base, remark=phrases.pick(words, number))
    elif heard.reading.note and intent == "other" and session.awaiting and session.awaiting.manner == "again":
        # Somebody whose language is not understood needs a way out of the question too.
        base = replace(base, remark=f"{base.remark} {phrases.pick(phrases.OFF_TOPIC_AGAIN, number)}")
    repeated = _repeat(session, heard, chain)
    if repeated is not None:
        still = tuple(s for s in offered if repeated.offered.get(s.ref) == s.value)
        put = _conflict_of(session, repeated) if repeated.manner == "conflict" else None
        explained = answered is not None and answered.again and repeated.manner in ("again", "vague")
        if repeated.manner == "confirm":
            # What was offered is put once more, which asks already.
            base = replace(base, answer=base.answer.removesuffix(HOW_IS_IT))
        return replace(base, ask=repeated, suggestions=still, conflict=put, explained=explained)
    return next_plan(session, heard, chain, offered, base, tools, said)


def _done_already(asks: str, heard: Heard, about: Callable[[str], OfTheTalk | None]) -> bool:
    """Whether what is asked for was just done: a question that was left open or blank, an answer that was taken out."""
    done = heard.removed or heard.skipped or any(f.open for f in heard.facts)
    topics = {known.topic for _, known in asked_of_the_talk(asks, about)} if asks and done else set()
    return bool(topics) and topics <= {"must_answer", "leave_out"}


def _said_again(base: Plan, said: str, heard: Heard, number: int) -> Plan:
    """What stands already is said back where the message says that and hardly anything else; else it is asked what to change."""
    fact = heard.restated
    assert fact is not None
    own = meant.stems(
        f"{fact.quote} {shown(fact)} {fact.field.label} {fact.field.question} {' '.join(fact.field.options.values())}"
    )
    beside = meant.stems(said) - own
    if heard.late or heard.decided or len(beside) <= FEW_WORDS:
        return replace(base, restated=fact)
    return base if heard.facts or heard.replaced else replace(base, remark=phrases.pick(phrases.CHANGE_WHAT, number))


def before_the_story(session: Session, chain: Chain) -> bool:
    """Whether nothing is noted and nothing was asked but to tell, and not too often."""
    if session.awaiting is not None or chain.facts or any(t.document for t in session.live):
        return False
    return sum(bool(t.said) and t.intent != "question" for t in session.live) < len(phrases.INVITE)


def _invited(session: Session, said: str, heard: Heard, base: Plan, number: int) -> Plan:
    """The invitation to tell, for whoever greets, sighs or asks first: what they said leads nowhere away from it."""
    met = base.answer or heard.reading.note or heard.move
    hello = "" if met else phrases.HELLO if only_courtesy(said) else phrases.GLAD
    before = sum(bool(t.said) for t in session.live)
    invite = phrases.SO_TELL if base.answer else phrases.pick(phrases.INVITE, before)
    if heard.move == "distress":
        invite = phrases.WHEN_READY
    words = (hello, heard.reading.note, invite)
    return replace(base, remark=" ".join(w for w in words if w), skipped=False)


def _opening_of(session: Session, said: str, heard: Heard, chain: Chain, number: int, tools: Tools) -> Plan:
    """What the reply begins with, whatever it asks."""
    awaiting, intent = session.awaiting, heard.reading.intent
    told = {f.ref for f in heard.told}
    welcome = ""
    if hours_away(session, tools.now()) >= AWAY_HOURS and session.facts:
        lines = summary.welcome_back(session, tools.findings(session.chain), tools.country)
        welcome = " ".join((phrases.WELCOME, *lines))
    before = session.live[-SAID_LATELY:] if heard.move else ()
    lately = sum(bool(t.said) and move_of(t.said) == heard.move for t in before)
    return Plan(
        number,
        brief=any(wants_it_short(text, sentences(text)) for text in (said, *(t.said for t in session.live))),
        welcome=welcome,
        said_lately=lately,
        comfort=phrases.COMFORT.get(feeling_in(said) or "", ()),
        tired=bool(heard.tired_of) or wants_no_more_of_it(said),
        noted=tuple(f for f in heard.facts if f.ref not in told),
        page=len(said.split()) >= PAGE_WORDS,
        replaced=heard.replaced,
        told=() if heard.merged else heard.told,
        stands=chain.get(awaiting.ref) if _kept(awaiting, heard) and awaiting else None,
        between=_left_between(session, heard, chain),
        move=heard.move,
        remark=phrases.pick(phrases.TAKEN_AWAY, number).format(heard.reading.note)
        if heard.removed and not heard.merged
        else heard.reading.note,
        skipped=intent == "skip",
        left_open=bool(heard.skipped and awaiting and intent != "skip" and awaiting.manner != "more"),
        supplier_questions=summary.coming_together(session.chain, chain),
        topic_before=awaiting.ref.partition(".")[0] if awaiting else None,
    )


def _repeat(session: Session, heard: Heard, chain: Chain) -> Awaiting | None:
    """The same question again: after a question back or an aside, or as the one follow-up to an answer that told nothing."""
    awaiting = session.awaiting
    if awaiting is None or heard.skipped == awaiting.ref or awaiting.ref in heard.refused:
        return None
    if awaiting.ref.partition(".")[0] in heard.removed:
        return None
    if awaiting.manner == "change" and chain.get(awaiting.ref) is not None and heard.reading.intent != "question":
        # It stays as it is: nobody is asked twice in a row what it should be instead.
        return None
    if _undecided(session, heard):
        return awaiting
    if heard.vague and awaiting.manner == "more":
        return replace(awaiting, old="yes")
    open_still = chain.get(awaiting.ref) is None or awaiting.manner in ("change", "vague")
    if not open_still or any(f.ref == awaiting.ref for f in heard.facts):
        return None
    if heard.vague:
        return Awaiting(awaiting.ref, "vague")
    aside = heard.reading.intent == "question" or bool(heard.replaced or heard.asks)
    if awaiting.manner == "confirm" and aside and not any(r in chain.facts for r in awaiting.offered):
        # What was offered from public records still waits for a yes or no.
        return awaiting
    return Awaiting(awaiting.ref, "change" if awaiting.manner == "change" else "again")


def _asked_just_now(session: Session, ref: str) -> bool:
    """Whether it was asked in the last reply what an answer should be instead."""
    awaiting = session.awaiting
    return awaiting is not None and awaiting.manner == "change" and awaiting.ref == ref


def _undecided(session: Session, heard: Heard) -> bool:
    """Whether a contradiction that was put to the person still waits for their word, after a question back or an aside."""
    awaiting = session.awaiting
    if awaiting is None or awaiting.manner != "conflict" or heard.decided or heard.removed:
        return False
    if heard.reading.intent == "question" and heard.move not in ASIDES:
        return True
    # Who never decides is not asked for ever.
    asked = sum(t.awaiting == awaiting for t in session.turns[-MOST_ASKED:])
    aside = heard.move in ASIDES or any(old.ref != awaiting.ref for old, _ in heard.replaced)
    return aside and heard.reading.intent != "skip" and asked < MOST_ASKED


def _kept(awaiting: Awaiting | None, heard: Heard) -> bool:
    """Whether the person said that the earlier of two values stands."""
    decided = awaiting is not None and awaiting.manner == "conflict" and heard.decided
    return decided and not heard.replaced and heard.change is None and not heard.reading.note


def _left_between(session: Session, heard: Heard, chain: Chain) -> Awaiting | None:
    """The contradiction that is left, because something else was said than a word on it."""
    awaiting = session.awaiting
    if awaiting is None or awaiting.manner != "conflict" or heard.decided or chain.get(awaiting.ref) is None:
        return None
    word = heard.removed or any(f.ref == awaiting.ref for f in heard.facts)
    return None if word or heard.conflicts or _undecided(session, heard) else awaiting


def _conflict_of(session: Session, awaiting: Awaiting) -> Contradiction | None:
    """The contradiction that is waited for, with what was said on both sides."""
    said = (c for turn in reversed(session.live) for c in turn.conflicts if c.ref == awaiting.ref)
    return next(said, None)


def next_plan(
    session: Session,
    heard: Heard,
    chain: Chain,
    offered: Sequence[Suggestion],
    base: Plan,
    tools: Tools,
    said: str = "",
) -> Plan:
    """The next question by worth, or the close when time is up or nothing is left."""
    skipped = not_to_ask(session, heard)
    if _one_item(session.awaiting, heard) and not _ONLY.search(said):
        return replace(base, ask=Awaiting(str(session.asked), "more"))
    if conflict := unsettled(session, chain):
        return replace(base, conflict=conflict, ask=Awaiting(conflict.ref, "conflict", conflict.old, conflict.new))
    now, findings = tools.now(), tools.findings(chain)
    spent = minutes_spent(session, now)
    # Whoever comes back after the close goes on without a budget.
    if session.minutes and spent >= session.minutes and not any(t.done for t in session.live):
        return replace(base, closing=closing(chain, tools, out_of_time=True))
    at_hand = {s.ref: s for s in offered}
    ranked = planner.candidates(
        chain, findings, tools.outlook, skipped=skipped, topic=_topic(session, heard), offered=at_hand
    )
    if not ranked:
        return replace(base, closing=closing(chain, tools))
    if summary.progress_due(session):
        base = replace(
            base, progress=summary.progress(chain, skipped, findings, spent, session.minutes, number=base.number)
        )
    best = ranked[0].ref
    if best not in at_hand:
        asked = {field_of(t.awaiting.ref).key for t in session.live if t.awaiting}
        return replace(base, ask=Awaiting(best), reasoned=field_of(best).key in asked)
    # What a rule reads by itself: one that looks at everything tells nothing about a single field.
    read = frozenset().union(*(rule.reads for rule in tools.rules if len(rule.reads) <= MOST))
    new = (s for s in offered if s.ref != best and s.ref not in chain.facts and field_of(s.ref).key in read)
    group = [at_hand[best], *new]
    group = [s for s in group if s.about == group[0].about and s.source == group[0].source][:TOGETHER]
    also = tuple((s.ref, s.value) for s in group[1:])
    in_order = sorted(group, key=lambda s: list(FIELDS).index(field_of(s.ref).key))
    return replace(base, suggestions=tuple(in_order), ask=Awaiting(best, "confirm", new=group[0].value, also=also))


def _standing(session: Session, said: str, heard: Heard, chain: Chain, number: int, tools: Tools) -> Standing:
    """How the session stands, worked out as far as somebody asks for it."""
    return Standing(
        session,
        said,
        chain,
        tools.rules,
        lambda: tools.findings(chain),
        lambda: _progress(session, heard, chain, number, tools),
        tools.country,
        lambda: sum(1 for _ in planner.open_refs(chain, not_to_ask(session, heard))),
    )


def _progress(session: Session, heard: Heard, chain: Chain, number: int, tools: Tools) -> str:
    skipped = not_to_ask(session, heard)
    spent = minutes_spent(session, tools.now())
    return summary.progress(chain, skipped, tools.findings(chain), spent, session.minutes, number=number)


def _topic(session: Session, heard: Heard) -> str | None:
    """What the talk is about: the component that was asked about, else one that the person began with."""
    if session.awaiting:
        return session.awaiting.ref.partition(".")[0]
    told = [f.component for f in heard.facts]
    return next((c for c in told if c.startswith("application")), None)


def _one_item(awaiting: Awaiting | None, heard: Heard) -> bool:
    """True when a set that usually has several items was answered with one, and has not been asked about further."""
    if awaiting is None or awaiting.manner == "more" or awaiting.ref.partition(".")[2] not in OPEN_SETS:
        return False
    fact = next((f for f in heard.facts if f.ref == awaiting.ref), None)
    return fact is not None and len(fact.values) == 1 and fact.values[0] != "none"


def closing(chain: Chain, tools: Tools, *, out_of_time: bool = False) -> str:
    rules: Mapping[str, Rule] = {rule.id: rule for rule in tools.rules}
    return summary.closing(chain, tools.findings(chain), rules, out_of_time=out_of_time)
