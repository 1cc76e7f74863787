"""What the reply to a message says and which one question it asks: a plan, made from what was heard. Pure."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from vcassist.assessment.rules import Rule
from vcassist.chain.facts import Chain, Fact, field_of
from vcassist.chain.fields import ALONE, FIELDS
from vcassist.interview import phrases, planner, summary
from vcassist.interview.answers.offered import YES
from vcassist.interview.answers.on_the_table import (
    asked_just_now,
    conflict_of,
    keeps_the_old,
    left_between,
    put_again,
    undecided,
)
from vcassist.interview.answers.said_again import hardly_more
from vcassist.interview.answers.settling import is_not_all
from vcassist.interview.contradictions import unsettled
from vcassist.interview.corrections.denying import SIZE
from vcassist.interview.heard import Heard
from vcassist.interview.not_asked import not_to_ask
from vcassist.interview.outlook import MOST
from vcassist.interview.parts.no_tool_but_somebody import denies_to_be_a_tool
from vcassist.interview.questions.answers_back import with_answer
from vcassist.interview.questions.asked_back import asked_back
from vcassist.interview.questions.asked_besides import kept_besides
from vcassist.interview.questions.asking import sentences
from vcassist.interview.questions.by_what_is_wanted import known
from vcassist.interview.questions.of_our_words import wants_no_quotes
from vcassist.interview.questions.on_the_table import on_the_table
from vcassist.interview.questions.standing import URGENT, Standing, named_tools
from vcassist.interview.reading import merged_set
from vcassist.interview.remarks.addressed import wants_no_more_of_it
from vcassist.interview.remarks.feelings import feeling_in, is_small
from vcassist.interview.remarks.goodbyes import wants_first
from vcassist.interview.remarks.manner import wants_it_short
from vcassist.interview.remarks.moves import is_back, move_of, only_courtesy
from vcassist.interview.remarks.standing_by import forbids_change, stands_by
from vcassist.interview.session import Awaiting, Session, Suggestion
from vcassist.interview.speech import Plan
from vcassist.interview.timing import AWAY_HOURS, hours_away, minutes_spent
from vcassist.interview.tools import Tools

# Who names one thing and says that it is the only one has named all.
_ONLY = re.compile(
    r"\b(?:only|exclusively|solely|just|nothing (?:but|else)|nobody else|no one else|alone|purely|all of it|entirely)\b",
    re.I,
)
# What stands is the best reply to who complains of it and asks for it.
# Public facts that are confirmed with one yes.
TOGETHER = 3
# Messages from which on it is asked what else there is to something that was told beside.
SETTLED_IN = 6
# From this length on a message is a page that somebody pasted.
PAGE_WORDS = 80
# Within so many turns a word of sympathy is said in short.
SAID_LATELY = 4
# From this chance on a message is called one of another matter.
OF_ANOTHER_MATTER = 0.1
# More words say more than yes.
FEW_WORDS = 3


def make_plan(
    session: Session, said: str, heard: Heard, chain: Chain, offered: Sequence[Suggestion], number: int, tools: Tools
) -> Plan:
    """Decides what the reply says and which one question it asks."""
    base = _opening_of(session, said, heard, chain, number, tools)
    if heard.move == "danger" and heard.reading.intent != "stop":
        # Nothing is waited for: what they write next need not be an answer.
        return base
    stands = _standing(session, said, heard, chain, number, tools)
    asks, owed = asked_back(
        session, said, heard, on_the_table(stands.unnamed(tools.about), session.asked), tools.wanted
    )
    base = with_answer(base, session, said, heard, asks, owed, stands, tools)
    kept_so = bool(base.besides) and not heard.facts
    if kept_so:
        # What is kept in their words is not lost, and nobody is asked to say it more clearly.
        heard = replace(heard, vague=False, change=None)
    instead = _instead_of_the_next(base, session, said, heard, chain, tools)
    if instead is not None:
        return instead
    if not kept_so:
        base = _with_remark(base, session, said, heard, asks, stands, tools)
    # Whoever told of somebody in danger is not pressed for a choice.
    repeated = put_again(session, replace(heard, vague=False) if base.grave else heard, chain)
    if repeated is not None and not _outdated(repeated, heard, offered):
        return _once_more(base, repeated, session, offered)
    return next_plan(session, heard, chain, offered, base, tools, said)


def _instead_of_the_next(
    base: Plan, session: Session, said: str, heard: Heard, chain: Chain, tools: Tools
) -> Plan | None:
    """The reply that comes before any further question: a contradiction, the close, the invitation to tell, what is to be confirmed or changed."""
    intent, number = heard.reading.intent, base.number
    if heard.conflicts and intent != "stop":
        conflict = heard.conflicts[0]
        return replace(base, conflict=conflict, ask=Awaiting.between(conflict))
    if intent == "stop" and session.done and not heard.facts:
        return replace(base, closing=phrases.pick(phrases.GOODBYE, number))
    if intent == "stop":
        undone = wants_first(said) and not (heard.facts or heard.replaced or heard.removed or heard.restated)
        return replace(
            base, closing=closing(chain, tools), remark=base.remark or phrases.COULD_NOT_TELL if undone else base.remark
        )
    if session.done and intent in ("other", "skip") and only_courtesy(said) and not heard.facts:
        return replace(base, closing=phrases.pick(phrases.GOODBYE, number))
    if session.done and intent != "question" and (heard.replaced or heard.removed):
        # Who sets something right at the door is not asked in again.
        return replace(base, closing=phrases.pick(phrases.STAYS_CLOSED, number))
    if before_the_story(session, chain):
        return _invited(session, said, heard, base)
    fact = heard.unsure and _beside_what_stands(heard.unsure, chain)
    if fact is not None:
        also = tuple((other.ref, other.as_json()["value"]) for other in heard.also)
        return replace(base, ask=Awaiting(fact.ref, "confirm", fact.quote, fact.as_json()["value"], also))
    if heard.change is not None and not asked_just_now(session, heard.change):
        anew = "question" if heard.change in heard.removed else "again"
        return replace(base, ask=Awaiting(heard.change, "change" if chain.get(heard.change) else anew))
    return None


def _beside_what_stands(fact: Fact, chain: Chain) -> Fact | None:
    """What a doubt would add to a set that stands, with what stands; None where that is nothing: "money" beside "health and money"."""
    old = chain.get(fact.ref)
    if fact.field.type != "set" or old is None or old.status != "known":
        return fact
    return None if set(fact.values) <= set(old.values) else replace(fact, value=merged_set(old, fact).value)


def _with_remark(
    base: Plan, session: Session, said: str, heard: Heard, asks: str, stands: Standing, tools: Tools
) -> Plan:
    """The plan with a word on a message that told nothing new, and with what it says again."""
    intent, number = heard.reading.intent, base.number
    again = session.awaiting is not None and session.awaiting.manner == "again"
    if heard.parts_company:
        word = phrases.WELCOME_BACK if is_back(said) else phrases.pick(phrases.MAY_GO, number)
        return replace(base, remark=f"{base.remark} {word}".strip())
    if heard.move == "time" and not heard.facts and not base.answer:
        return replace(base, remark=stands.told(phrases.HOW_LONG.format("{left}", "{progress}"), said))
    if heard.move == "told" and not heard.facts and not undecided(session, heard):
        return replace(base, remark=phrases.pick(phrases.TOLD_LOST, number))
    if heard.move == "told" and heard.facts and not base.remark:
        return replace(base, remark=phrases.pick(phrases.TOLD_TWICE, number))
    if not session.chain.facts and only_courtesy(said):
        return replace(base, remark=phrases.HELLO)
    if heard.unplaced and not base.remark and not base.unquoted:
        return replace(base, remark=phrases.pick(phrases.UNPLACED, number).format(heard.unplaced))
    if heard.restated is not None:
        return _said_again(base, said, heard)
    if forbids_change(said) and not (
        heard.facts or heard.decided or asks or base.remark or heard.replaced or heard.change
    ):
        return replace(base, remark=phrases.pick(phrases.UNCHANGED, number))
    if intent == "other" and not (heard.facts or asks or base.remark or heard.move) and not only_courtesy(said):
        return replace(base, remark=_to_what_told_nothing(session, said, number, again, tools))
    if heard.reading.note and intent == "other" and again:
        # Somebody whose language is not understood needs a way out of the question too.
        return replace(base, remark=f"{base.remark} {phrases.pick(phrases.OFF_TOPIC_AGAIN, number)}")
    return base


def _to_what_told_nothing(session: Session, said: str, number: int, again: bool, tools: Tools) -> str:
    """A word on a message in which nothing was heard: only what is of another matter is called that."""
    if is_back(said):
        return phrases.WELCOME_BACK
    if again:
        # Somebody who wanders off twice may want to get away from the question.
        return phrases.pick(phrases.OFF_TOPIC_AGAIN, number)
    wants = known(tools.wanted, said, session.asked)
    of_here = wants is not None and wants.off_topic < OF_ANOTHER_MATTER
    return phrases.pick(phrases.NOTHING_IN_IT if of_here else phrases.OFF_TOPIC, number)


def _outdated(put: Awaiting, heard: Heard, offered: Sequence[Suggestion]) -> bool:
    """Whether what was offered from public knowledge follows no longer, as a name was set right: "it is NLLB, not GPT-4"."""
    renamed = any(new.field.name in ("name", "accelerator") for _, new in heard.replaced)
    follows = {s.ref: s.value for s in offered}
    return renamed and put.manner == "confirm" and follows.get(put.ref) != put.new


def _once_more(base: Plan, repeated: Awaiting, session: Session, offered: Sequence[Suggestion]) -> Plan:
    """The plan that puts the same question once more, with what was offered or stands against each other in it."""
    explained = base.leads_back and repeated.manner in ("again", "vague")
    if repeated.manner == "confirm":
        # What was offered is put once more, which asks already.
        base = replace(base, leads_back=False)
    still = tuple(s for s in offered if repeated.offered.get(s.ref) == s.value)
    put = conflict_of(session, repeated) if repeated.manner == "conflict" else None
    return replace(base, ask=repeated, suggestions=still, conflict=put, explained=explained)


def _said_again(base: Plan, said: str, heard: Heard) -> Plan:
    """What stands already is said back where the message says that and hardly anything else; else it is asked what to change."""
    fact = heard.restated
    assert fact is not None
    of_its_kind = fact.field.name == "supplier" and denies_to_be_a_tool(str(fact.value), said)
    if heard.late or heard.decided or fact.ref == SIZE or hardly_more(said, fact) or stands_by(said) or of_its_kind:
        # Another number within the same band is a correction that changes nothing: it is said that it was heard.
        return replace(base, restated=fact)
    return (
        base if heard.facts or heard.replaced else replace(base, remark=phrases.pick(phrases.CHANGE_WHAT, base.number))
    )


def before_the_story(session: Session, chain: Chain) -> bool:
    """Whether nothing is noted and nothing was asked but to tell, and not too often."""
    if session.awaiting is not None or chain.facts or any(t.document for t in session.live):
        return False
    return sum(bool(t.said) and t.intent != "question" for t in session.live) < len(phrases.INVITE)


def _invited(session: Session, said: str, heard: Heard, base: Plan) -> Plan:
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
        unquoted=any(wants_no_quotes(text) for text in (said, *(t.said for t in session.live))),
        welcome=welcome,
        said_lately=lately,
        grave=_grave(session, said, chain),
        besides="" if intent == "stop" else kept_besides(session, said, tools.harms, heard.facts),
        comfort=phrases.OF_SMALL if is_small(said) else phrases.COMFORT.get(feeling_in(said) or "", ()),
        tired=bool(heard.tired_of) or wants_no_more_of_it(said),
        noted=tuple(f for f in heard.facts if f.ref not in told),
        page=len(said.split()) >= PAGE_WORDS,
        replaced=heard.replaced,
        told=() if heard.merged else heard.told,
        stands=chain.get(awaiting.ref) if keeps_the_old(awaiting, heard) and awaiting else None,
        between=left_between(session, heard, chain),
        move=heard.move,
        remark=phrases.pick(phrases.TAKEN_AWAY, number).format(heard.reading.note)
        if heard.removed and not heard.merged
        else heard.reading.note,
        skipped=intent == "skip",
        left_open=_left_open(heard, awaiting),
        agreed=heard.vague and YES.match(said) is not None and len(said.split()) <= FEW_WORDS,
        supplier_questions=summary.coming_together(session.chain, chain),
        topic_before=awaiting.ref.partition(".")[0] if awaiting else None,
    )


def _grave(session: Session, said: str, chain: Chain) -> str:
    """The word on somebody in danger whom the tool meets, or who came to harm by it, with the first step; in short where it was said before."""
    names = named_tools(chain)
    urgent = next((one for one in URGENT if one.met(said, names)), None)
    if urgent is None:
        return ""
    before = any(urgent.met(turn.said, names) for turn in session.live)
    return urgent.again if before else f"{urgent.word} {urgent.step}"


def _left_open(heard: Heard, awaiting: Awaiting | None) -> bool:
    """Whether it is said that a question stays open: not to somebody who wished to pass it over, and not right behind what they told."""
    if heard.facts or heard.replaced or heard.reading.intent == "skip":
        return False
    return bool(heard.skipped and awaiting and awaiting.manner != "more")


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
    if _one_item(session.awaiting, heard, said) and (is_not_all(said) or not _ONLY.search(said)):
        return replace(base, ask=Awaiting(str(session.asked), "more"))
    if conflict := unsettled(session, chain):
        return replace(base, conflict=conflict, ask=Awaiting.between(conflict))
    now, findings = tools.now(), tools.findings(chain)
    spent = minutes_spent(session, now)
    # Whoever comes back after the close goes on without a budget.
    if session.minutes and spent >= session.minutes and not any(t.done for t in session.live):
        return replace(base, closing=closing(chain, tools, out_of_time=True))
    at_hand = {s.ref: s for s in offered}
    ranked = planner.candidates(
        chain, findings, tools.outlook, skipped=skipped, topic=_topic(session, heard), offered=at_hand
    )
    if half_told := _told_by_the_way(session, chain, skipped, base.number, last=not ranked):
        return replace(base, ask=Awaiting(half_told.ref, "more", new=list(half_told.values)))
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
        tools.harms,
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


def _one_item(awaiting: Awaiting | None, heard: Heard, said: str) -> bool:
    """True when a set that usually has several items was answered with one, and has not been asked about further."""
    if awaiting is None or awaiting.manner == "more" or (awaiting.asks_if_all and not is_not_all(said)):
        return False
    if not awaiting.of_open_set:
        return False
    fact = next((f for f in heard.facts if f.ref == awaiting.ref), None)
    return fact is not None and len(fact.values) == 1 and fact.values[0] != "none"


def _told_by_the_way(
    session: Session, chain: Chain, skipped: Collection[str], number: int, *, last: bool
) -> Fact | None:
    """A set that usually has several items, of which one was told beside something else and no question has asked: it is put while its part is talked
    of, or at the ``last``. Of such sets by twenty people eleven in fifteen had more.
    """
    if number < SETTLED_IN:
        return None
    asked = {t.awaiting.ref for t in session.live if t.awaiting}
    topic = _topic(session, Heard())
    half = (
        f
        for f in chain.facts.values()
        if Awaiting(f.ref).of_open_set and f.status == "known" and f.source == "said" and f.turn < number
        and len(f.values) == 1 and not ALONE & set(f.values) and f.ref not in asked and f.ref not in skipped
    )  # fmt: skip
    return next((f for f in half if last or f.component == topic), None)


def closing(chain: Chain, tools: Tools, *, out_of_time: bool = False) -> str:
    rules: Mapping[str, Rule] = {rule.id: rule for rule in tools.rules}
    return summary.closing(chain, tools.findings(chain), rules, out_of_time=out_of_time)
