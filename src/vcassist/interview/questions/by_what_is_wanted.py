"""Answers a question by what it wants, as that was learnt from what many people ask, whatever its form. Pure but for its ports.

"Should I prove mistaken, may it be struck afterwards?" and "can I change that later" want the same, and share no form of words. Where it is
sure what is wanted, that is answered before any form is looked for; where nothing else has an answer, a likelier guess than none.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from vcassist.chain.facts import Fact, field_of
from vcassist.chain.fields import Field
from vcassist.errors import NotReady, StorageTrouble
from vcassist.interview import phrases
from vcassist.interview.meant import words_of
from vcassist.interview.ports import Answer, Glossary, Wanted
from vcassist.interview.questions.about_its_answer import fit_asked_of
from vcassist.interview.questions.answering import MOST, MOST_WORDS, Back, asks_of_another_word, names_its_words
from vcassist.interview.questions.asking import question_form, sentences, sentences_before
from vcassist.interview.questions.in_other_words import ALIKE, alike, in_other_words, its_term, what_is_meant, why_asked
from vcassist.interview.questions.matters_named import keys_named
from vcassist.interview.questions.of_the_law import on_the_law
from vcassist.interview.questions.which_choice import asks_which_choice, fitting
from vcassist.interview.sentences import BEYOND_TITLES, around, last_before
from vcassist.interview.turns_of_phrase import JOINS

# How sure it must be to answer before anything else does, and where nothing else has an answer.
SURE, LIKELY = 0.5, 0.2
# A longer message tells a story.
SHORT = 30
# So likely it must be that a message which told nothing asks something.
ASKS_SOMETHING = 0.95
# From this chance on a question is taken for one that nobody here answers.
FOREIGN = 0.4
# Below this chance a question is for no entry of the glossary.
OF_NO_TERM = 0.1
# A sentence of fewer words asks about the one before it ("A SWOT in 2023. Enough?").
WHOLE = 5
# A clause of fewer words asks nothing by itself.
CLAUSE = 3
_LEADS_IN = re.compile(rf"^\W*(?:{JOINS}\b\W+)+", re.I)
# So many words beside a question tell what it judges.
TELLS = 2
# "What do you think, is that fair?" asks one thing.
_ASKS_FOR_A_WORD = re.compile(
    r"\W*(?:(?:and|so|but|well|now|please)\W+)*(?:what (?:do|would|did) (?:you|u|ya) (?:think|say|reckon|believe)(?: (?:of|about) (?:it|that|this))?|(?:just )?(?:tell|answer) me(?: (?:honestly|straight|please|one thing|the truth))?|be honest(?: with me)?|in your (?:view|opinion))\W*",
    re.I,
)
# Answered from the question on the table, by what it means and by its reason.
REPHRASE, WHY = "rephrase", "why"
# Whether a case is this or that, or enough: what somebody tells beside such a question, often in the same breath ("two hours, half asleep,
# where do you put such?"), is the case that they ask about.
ON_A_CASE = frozenset({"apart", "enough"})
# About the answer to the question on the table: where no words of ours fit, what the question means is told.
ON_ITS_ANSWER = ON_A_CASE | {"find_out"}
NOTED = "noted"
# What this is all about.
WHAT = "what"
# Whether what somebody told is bad.
VERDICT = "verdict"
# From this chance on a form of words counts for less; and what such forms are about, beside what no entry answers.
CERTAIN = 0.85
BY_FORM = ON_ITS_ANSWER | {REPHRASE, WHY, VERDICT, "do", "glossary", "offtopic"}

WantedBy = Callable[[str, str | None], Wanted | None]


@dataclass(frozen=True, slots=True)
class Teller:
    """What an answer is filled from: ``told`` puts how the session stands into an entry's text, ``of_notes`` answers on a matter noted,
    ``sought`` on a tool that is named; ``noted`` are the facts that the message told, and ``risk_of`` tells what risk
    the report names for one, ``weighs`` why the matter of a field weighs, by its key; ``has_risk``: whether any risk is named yet; ``judged``: the key of the matter on
    which a question wants a judgement by what it tells, "" for none.
    """

    asked: str | None
    wanted: WantedBy
    glossary: Glossary
    told: Callable[[str, str], str]
    of_notes: Callable[[str], str]
    sought: Callable[[str], str]
    noted: Sequence[Fact] = ()
    risk_of: Callable[[Fact], str] = field(default=lambda fact: "")
    weighs: Callable[[str], str] = field(default=lambda key: "")
    has_risk: Callable[[], bool] = field(default=lambda: False)
    judged: Callable[[str], str] = field(default=lambda question: "")

    def sure_of(self, asks: str, said: str) -> tuple[Back | None, str]:
        """The answer to those sentences of a question of which it is sure what they want, two at most, and the others."""
        found: list[Back] = []
        rest: list[str] = []
        for sentence in self._pieces(asks, said):
            wanted = learnt(self.wanted, sentence, said, self.asked) if len(found) < MOST else None
            taken = len(found) == MOST or self._by_form(sentence, wanted)
            if not taken and (on_it := self._on_what_is_judged(sentence)):
                found.append(Back(Answer(on_it, (), True)))
                continue
            back = (
                self._told(wanted, said, sentence) if wanted is not None and not taken and wanted.sure >= SURE else None
            )
            if back is None:
                rest.append(sentence)
            elif all(back.answer.text != other.answer.text for other in found):
                found.append(back)
        return (joined(found), " ".join(rest)) if found else (None, asks)

    def _pieces(self, asks: str, said: str) -> Iterator[str]:
        """The sentences of a question; of one that asks two things, each clause ("am I in trouble for this, who can read it?")."""
        for sentence in sentences(asks):
            clauses = clauses_of(sentence)
            each = (learnt(self.wanted, clause, said, self.asked) for clause in clauses) if len(clauses) > 1 else ()
            topics = {one.topic for one in each if one is not None and one.sure >= SURE}
            yield from clauses if len(topics) == len(clauses) > 1 else (sentence,)

    def _by_form(self, sentence: str, wanted: Wanted | None) -> bool:
        """Whether a sentence looks for a tool by its name, asks by their names which choice fits, or what a word of the open question
        means: forms tell that better, unless it is all but certain that something else is wanted ("is it safe to use in the confession?").
        """
        if self.sought(sentence):
            return True
        spec = field_of(self.asked) if self.asked else None
        if spec is None or (wanted is not None and wanted.sure >= CERTAIN and wanted.topic not in BY_FORM):
            return False
        return asks_which_choice(sentence, spec) or names_its_words(sentence, spec)

    def likely(self, asks: str, said: str) -> Back | None:
        """The answer to what a question most likely wants, where nothing else has one: at least what the question on the table means."""
        each = learnt_of_each(self.wanted, asks, said, self.asked)
        guesses = (one for wanted in reversed(each) for one in (wanted, wanted.instead) if one and one.sure >= LIKELY)
        backs = (self._told(one, said, said) for one in guesses)
        found = next((back for back in backs if back is not None), None)
        if found is not None or self.asked is None or not each or max(one.off_topic for one in each) >= FOREIGN:
            return found
        return Back(self._in_other_words(field_of(self.asked), said), again=True)

    def of_a_term(self, asks: str, said: str, least: float = SURE) -> bool:
        """Whether it is so likely that each sentence of a question asks what the glossary answers."""
        each = learnt_of_each(self.wanted, asks, said, self.asked)
        return bool(each) and all(wanted.glossary >= least for wanted in each)

    def of_no_term(self, asks: str, said: str) -> bool:
        """Whether it is known that no sentence of a question asks what the glossary answers."""
        each = learnt_of_each(self.wanted, asks, said, self.asked)
        return bool(each) and all(wanted.glossary < OF_NO_TERM for wanted in each)

    def _told(self, wanted: Wanted, said: str, question: str) -> Back | None:
        """The answer to what is wanted by ``question``, a part of ``said``; None where the glossary or nobody has it."""
        spec = field_of(self.asked) if self.asked else None
        if spec is not None and wanted.topic == WHY:
            return Back(why_asked(spec, self.glossary))
        # "Nobody did one, what is this?": who has answered asks what they answered, and not what vcassist is.
        of_it = wanted.topic == WHAT and any(fact.ref == self.asked for fact in self.noted)
        if spec is not None and (wanted.topic == REPHRASE or of_it):
            if asks_of_another_word(question, spec):
                return None
            return Back(self._in_other_words(spec, said), again=True)
        on_what_is_told = wanted.topic in ON_A_CASE or wanted.topic == VERDICT
        noted = fit_asked_of(question, said, self.noted, self.asked) if on_what_is_told else None
        if noted is not None and wanted.topic == VERDICT and (risk := self.risk_of(noted)):
            return Back(Answer(risk, (), True))
        if noted is not None and noted.status == "known" and wanted.topic in ON_A_CASE:
            return Back(Answer(fitting(noted.field, noted), (), True))
        if wanted.topic == VERDICT and (can_be := self._can_be(noted, question, said)):
            return Back(Answer(can_be, (), True))
        if wanted.topic == VERDICT and (weighs := self._how_it_weighs(question, said)):
            return Back(Answer(weighs, (), True))
        if (of_the_law := on_the_law(wanted.topic, question, said, self.glossary)) is not None:
            return Back(of_the_law)
        text = self._filled(wanted, question)
        if text:
            return Back(Answer(text, (), True))
        if spec is not None and wanted.topic in ON_ITS_ANSWER:
            return Back(what_is_meant(spec, self.glossary))
        return None

    def _can_be(self, noted: Fact | None, question: str, said: str) -> str:
        """Why what somebody just told weighs, where no risk is decided by it yet: of what was noted, else of the open question that the rest of the
        message is about; "" where no risk reads it, or the question names another matter.
        """
        if noted is None and self.noted:
            # What was told is no answer to the open question, and is what is judged.
            noted = self.noted[-1]
        beside = len(said.split()) - len(question.split())
        if noted is None and (
            self.asked is None
            or beside < TELLS
            or any(map(keys_named, (question, *sentences_before(question, said)[-1:])))
        ):
            return ""
        weighs = self.weighs(noted.field.key if noted is not None else field_of(str(self.asked)).key)
        return phrases.CAN_BE.format(weighs) if weighs else ""

    def _on_what_is_judged(self, question: str) -> str:
        """The risk that the report names for what a question told, else why its matter weighs; "" where it wants no judgement."""
        key = self.judged(question)
        told = next((fact for fact in self.noted if fact.field.key == key), None)
        return (self.risk_of(told) if told is not None else "") or (self.weighs(key) if key else "")

    def _how_it_weighs(self, question: str, said: str) -> str:
        """Why the matter weighs of which it is asked whether it is bad, where the question or the sentence before it names one; else the gravest
        risk that stands; "" where there is none yet.
        """
        for text in (question, *sentences_before(question, said)[-1:]):
            on_it = next(filter(None, (self.weighs(key) for key in keys_named(text))), "")
            if on_it:
                return on_it
        return self.told("{worst}", question) if self.has_risk() else ""

    def _filled(self, wanted: Wanted, question: str) -> str:
        of_notes = self.of_notes(question) if wanted.topic == NOTED else ""
        return of_notes or (self.told(wanted.text, question) if wanted.text else "")

    def _in_other_words(self, spec: Field, said: str) -> Answer:
        """What a field means, with what the glossary says of its term where the message has its word."""
        answer = in_other_words(spec, self.glossary)
        own = alike(words_of(f"{spec.question} {spec.label} {spec.means}"))
        cited = its_term({word for word in words_of(said) if word[:ALIKE] in own}, spec, self.glossary)
        if cited is None:
            return answer
        core, _, _ = answer.text.partition(". ")
        return replace(answer, text=f"{core}. {cited.quote}", citations=(cited,))


def only_asks(wanted: WantedBy, said: str, asked: str | None) -> bool:
    """Whether it is likely that a short message in which nothing was heard asks something, in whatever form."""
    if len(said.split()) > SHORT:
        return False
    each = learnt_of_each(wanted, said, said, asked)
    return any(one.asks >= ASKS_SOMETHING and one.sure >= LIKELY and one.off_topic < FOREIGN for one in each)


def asks_what_is_meant(wanted: WantedBy, asks: str, said: str, asked: str) -> bool:
    """Whether it is sure that a question wants to know what the question on the table, or a word of it, means."""
    each = learnt_of_each(wanted, asks, said, asked)
    return any(one.topic == REPHRASE and one.sure >= SURE for one in each)


def amends(wanted: WantedBy, said: str, at: int) -> float:
    """How likely the sentence of a message that holds the place ``at``, by itself or with the one before it, sets right what was told before."""
    here = around(BEYOND_TITLES, said, at)
    if here is None:
        return 0.0
    before = last_before(BEYOND_TITLES, said, here.start())
    texts = (here[0], *([said[before.start() : here.end()]] if before is not None else []))
    told = (known(wanted, text, None) for text in texts)
    return max((one.amends for one in told if one is not None), default=0.0)


def known(wanted: WantedBy, sentence: str, asked: str | None) -> Wanted | None:
    """What a sentence wants, without what only leads in to it ("and um so …"), or None where nobody can tell just now."""
    try:
        return wanted(_LEADS_IN.sub("", sentence) or sentence, asked)
    except (NotReady, StorageTrouble):
        return None


def clauses_of(sentence: str) -> list[str]:
    """The clauses of a sentence that say something by themselves, in their order."""
    clauses = re.split(r"[,;:–—]\s+", sentence.strip())
    return [clause for clause in clauses if len(clause.split()) >= CLAUSE and not _ASKS_FOR_A_WORD.fullmatch(clause)]


def learnt(wanted: WantedBy, sentence: str, said: str, asked: str | None) -> Wanted | None:
    """What a sentence of a message wants: a short one is understood with the one before it too, and a question of several clauses by each
    that asks, whichever is surest.
    """
    texts = [sentence.strip()]
    before = sentences_before(texts[0], said)
    if len(texts[0].split()) < WHOLE and before:
        texts.append(f"{before[-1]} {texts[0]}")
    if "?" in sentence:
        clauses = (clause for clause in clauses_of(texts[0]) if clause != texts[0] and len(clause.split()) > WHOLE)
        texts += filter(question_form, clauses)
    found = [one for text in texts if (one := known(wanted, text, asked)) is not None]
    return max(found, key=lambda one: one.sure, default=None)


def learnt_of_each(wanted: WantedBy, text: str, said: str, asked: str | None) -> list[Wanted]:
    """What each sentence of a text, a part of ``said``, wants, in their order, as far as it was learnt."""
    found = (learnt(wanted, sentence, said, asked) for sentence in sentences(text))
    return [one for one in found if one is not None]


def joined(found: list[Back]) -> Back:
    """Several answers as one: the second only where both stay short."""
    first, *others = found
    for other in others:
        text = f"{first.answer.text} {other.answer.text}"
        if len(text.split()) <= MOST_WORDS:
            cited = (*first.answer.citations, *other.answer.citations)
            first = Back(replace(first.answer, text=text, citations=cited), first.again or other.again)
    return first
