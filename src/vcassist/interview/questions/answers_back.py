"""Puts the answer to what a message asks into the plan of a reply: by what it wants where that is sure, else by its form. Pure but for its ports."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from vcassist.assessment.rules import Rule
from vcassist.chain.facts import field_of
from vcassist.chain.fields import Field
from vcassist.interview import phrases
from vcassist.interview.heard import Heard, answers
from vcassist.interview.ports import Answer, Glossary, OfTheTalk
from vcassist.interview.questions.about_its_answer import on_its_answer
from vcassist.interview.questions.answering import (
    MOST_WORDS,
    Back,
    asks_for_its_reason,
    asks_for_its_words,
    back,
    makes_sure,
    names_its_words,
    of_another_matter,
)
from vcassist.interview.questions.asked_besides import of_besides
from vcassist.interview.questions.asked_notes import parted
from vcassist.interview.questions.asked_of_talk import looked_up
from vcassist.interview.questions.asking import put_plainly, question_form
from vcassist.interview.questions.by_form import answer_by_form
from vcassist.interview.questions.by_what_is_wanted import Teller, joined
from vcassist.interview.questions.in_other_words import IN_PLAIN, in_other_words, meaning_of, so_meant
from vcassist.interview.questions.judged import matter_of
from vcassist.interview.questions.known_names import of_the_register
from vcassist.interview.questions.on_a_case import comes_nearest
from vcassist.interview.questions.on_the_table import advised_on, on_the_table
from vcassist.interview.questions.standing import Standing
from vcassist.interview.questions.told_once import GlossaryOnce, ToldOnce
from vcassist.interview.questions.what_of_it import beyond_the_reason, weighs
from vcassist.interview.questions.where_it_falls import where_it_falls
from vcassist.interview.questions.why_asked import asked_about_earlier
from vcassist.interview.remarks.addressed import advice
from vcassist.interview.remarks.feelings import feeling_in, is_small
from vcassist.interview.session import Session
from vcassist.interview.speech import Plan
from vcassist.interview.tools import Tools
from vcassist.interview.words import short

# A remark on a complaint about the notes, which the notes themselves answer.
MET_BY_NOTES = frozenset({"misnoted", "unheard", "told"})
# So likely a question without a word on notes must be for the glossary, to be none on them.
PERHAPS = 0.25
_OF_NOTES = re.compile(
    r"\b(?:not(?:e|ed|es)|writ\w+|wrote|lists?|listed|record\w*|put|got|down|report|map|you)\b", re.I
)
# What is told of good and bad is what this asks for.
_IS_IT_BAD = "is that good or bad"


def with_answer(
    base: Plan, session: Session, said: str, heard: Heard, asks: str, owed: str, stands: Standing, tools: Tools
) -> Plan:
    """The plan with the answer to what is asked, or with advice where that is what is wanted; ``owed``: a question that was left before."""
    gone, asks = stands.whether_gone(asks, said)
    became, asks = stands.became(asks, said)
    became = " ".join(filter(None, (gone, became)))
    if became and not question_form(asks):
        return replace(base, answer=became, move=None if base.move in MET_BY_NOTES else base.move)
    if by_form := answer_by_form(asks, tools.rules, said):
        return replace(base, answer=f"{became} {by_form}".strip())
    if advised := advice(said):
        return replace(base, answer=advised)
    if not asks:
        return base
    asks = put_plainly(asks)
    if told := comes_nearest(heard):
        left = " ".join(asks.replace(heard.case, " ").split())
        plan = with_answer(base, session, said, replace(heard, case=""), left, owed, stands, tools)
        both = f"{told} {plan.answer}".strip()
        return replace(plan, answer=both if len(both.split()) <= MOST_WORDS else told, leads_back=False)

    def sought(question: str) -> str:
        return stands.sought(question) or of_the_register(question, stands.named_now(), tools.register, tools.country)

    whole, asks = stands.all_asked(asks, said)
    besides, asks = of_besides(asks, session, said, tools.harms)
    whole = " ".join(filter(None, (became, whole, besides)))
    if whole and not question_form(asks):
        return replace(base, answer=whole, move=None if base.move in MET_BY_NOTES else base.move)
    once = ToldOnce(session)
    glossary, about = GlossaryOnce(tools.glossary, once), on_the_table(stands.unnamed(tools.about), session.asked)
    if session.asked is not None and (word := _of_a_word(asks, field_of(session.asked), tools.glossary)) is not None:
        return _told(base, word, asks, said, owed, heard, session, glossary, tools)
    answered = answers(heard, session.asked)
    if session.asked is not None and (falls := where_it_falls(asks, said, field_of(session.asked), answered)):
        return _told(base, Back(Answer(falls, (), True)), asks, said, owed, heard, session, glossary, tools)
    told_now = (*heard.facts, *(new for _, new in heard.replaced))
    teller = Teller(
        session.asked,
        tools.wanted,
        glossary,
        once.told(stands.told),
        stands.of_notes,
        sought,
        told_now,
        stands.risk_of,
        partial(weighs, rules=tools.rules),
        stands.has_risk,
        partial(matter_of, spoken_of=tools.spoken_of),
    )
    sure, asks = teller.sure_of(asks, said)
    if sure is not None and not asks:
        return _told(base, sure, said, said, owed, heard, session, glossary, tools)
    on_it, asks = on_its_answer(asks, session.asked, told_now, tools.rules, said)
    first = "" if sure is None else sure.short(said, glossary).text
    if on_it and not question_form(asks):
        return replace(base, answer=f"{first} {on_it}".strip())
    done = bool(heard.facts or heard.replaced or heard.removed)
    of_its_words = session.asked is not None and asks_for_its_words(asks, field_of(session.asked))
    # "Is that still personal data when they are dead?" names a matter that is noted, and asks of the word.
    of_a_word = not _OF_NOTES.search(asks) and teller.of_a_term(asks, said, PERHAPS)
    of_notes, asks = ("", asks) if of_its_words or of_a_word else parted(asks, said, stands.of_notes, done)
    if of_notes and not asks:
        both = " ".join(filter(None, (first, on_it, of_notes)))
        return replace(base, answer=both, move=None if base.move in MET_BY_NOTES else base.move)
    if teller.of_a_term(asks, said):
        # "What is the difference of X and Y?" is near to what is asked of our choices, and asks of X and Y.
        about = _of_no_talk
    found = back(
        asks, session.asked, glossary, about, once.told(stands.told), sought, partial(asked_about_earlier, session)
    )
    beside_it = not found.answer.covered or (found.answer.citations and teller.of_no_term(asks, said))
    if beside_it and (likely := teller.likely(asks, said)) is not None:
        found = likely
    hint = "" if found.answer.covered else advised_on(asks, session.asked, tools.rules)
    found = replace(found, answer=once.uncovered(found.answer))
    if hint and not once.before(hint):
        found = replace(found, answer=replace(found.answer, text=phrases.CANNOT_TELL.format(hint)))
    if sure is not None:
        found = joined([sure, found])
    if whole or of_notes or on_it:
        told = " ".join(filter(None, (whole, on_it, of_notes)))
        found = replace(found, answer=replace(found.answer, text=f"{told} {found.short(asks, glossary).text}"))
    return _told(base, found, asks, said, owed, heard, session, glossary, tools)


def _of_a_word(asks: str, spec: Field, glossary: Glossary) -> Back | None:
    """What a word means that somebody asks for: one of another matter of ours, or of the reason for the question on the table; else None."""
    if (word := of_another_matter(asks, spec, glossary)) is not None:
        return Back(word)
    return Back(in_other_words(spec, glossary), again=True) if asks_for_its_reason(asks, spec) else None


def _of_no_talk(question: str) -> None:
    """Nothing on the talk itself is asked."""


def _with_more_than_the_reason(answer: Answer, session: Session, rules: Sequence[Rule]) -> Answer:
    """The answer with what hangs on the open question, where its reason was told as it was put."""
    spec = field_of(session.asked) if session.asked else None
    before = next((turn.reply for turn in reversed(session.live)), "")
    if spec is None or spec.reason not in answer.text or spec.reason not in before:
        return answer
    more = beyond_the_reason(spec, rules)
    return replace(answer, text=answer.text.replace(spec.reason, f"{spec.reason} {more}")) if more else answer


def _kindly(plan: Plan, said: str, about: Callable[[str], OfTheTalk | None]) -> Plan:
    """The same with a human word for the paragraph on good and bad, where somebody asks for it whom the matter weighs on."""
    if not (feeling_in(said) or is_small(said)):
        return plan
    judged = looked_up(_IS_IT_BAD, about)
    if judged is None or judged.text not in plan.answer:
        return plan
    return replace(plan, answer=plan.answer.replace(judged.text, phrases.GOOD_THAT_YOU_ASK))


def _told(
    base: Plan,
    found: Back,
    asks: str,
    said: str,
    owed: str,
    heard: Heard,
    session: Session,
    glossary: GlossaryOnce,
    tools: Tools,
) -> Plan:
    """The plan with an answer, in short beside what else is to be said, kindly where it weighs on somebody, and led back to the question that
    was left before.
    """
    answer = found.short(asks, glossary) if heard.facts or heard.replaced else found.answer
    answer = _with_more_than_the_reason(answer, session, tools.rules)
    answered = answers(heard, session.asked)
    if found.again and answered and session.asked:
        # Who answers and asks what a word of it means needs no examples of answers any more.
        cited = found.answer.citations
        spec = field_of(session.asked)
        meant = meaning_of(spec)
        # Nor is what was answered rightly said once more to who only made sure of it.
        of_its_words = names_its_words(asks, spec) or asks_for_its_reason(asks, spec)
        says = meant.text if of_its_words else IN_PLAIN.get(spec.key, "")
        answer = replace(meant, text=" ".join(filter(None, (says, *(c.quote for c in cited)))), citations=cited)
        found = replace(found, again=False)
    elif answered and session.asked and makes_sure(asks) and answer == so_meant(field_of(session.asked)):
        answer = replace(answer, text="")
    plan = replace(base, answer=answer.text, citations=answer.citations, leads_back=found.again)
    plan = _kindly(plan, said, tools.about)
    if not owed:
        return plan
    led_back = phrases.YOU_ASKED if owed not in said and not plan.unquoted else phrases.OWED
    return replace(plan, answer=led_back.format(short(owed, 16), plan.answer), move=None)
