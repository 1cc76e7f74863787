"""The offline reader: rules for what is closed, a compact trained reader for what is open, joined clause by clause.

No language model and no network. It proposes; the gate disposes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property, partial

from vcassist.assessment.register import Register, name_key
from vcassist.chain.facts import Chain, field_of
from vcassist.chain.fields import CHOICE_TYPES, FIELDS, Field
from vcassist.chain.short_names import tail_of
from vcassist.given_names import is_given_name
from vcassist.interview.corrections.correcting import put_instead, turned_at
from vcassist.interview.ports import Intent, Proposal, Reading
from vcassist.interview.remarks.quoted import own_words
from vcassist.interview.sentences import SENTENCE
from vcassist.interview.turns_of_phrase import NO_IDEA, NOT_KNOW
from vcassist.reading import thresholds
from vcassist.reading.answered import Answers
from vcassist.reading.answering.and_theirs import with_those_who_come_along
from vcassist.reading.answering.answers import sized_by_its_number
from vcassist.reading.answering.apart_from_that import with_what_comes_first
from vcassist.reading.answering.as_of_now import as_of_now
from vcassist.reading.answering.asked import answer_by_form, before_beside, behind_shrug, open_by_form, silent_on_who
from vcassist.reading.answering.asked_whether import not_what_was_asked
from vcassist.reading.answering.concluded import with_what_is_concluded
from vcassist.reading.answering.dictated import with_what_is_dictated
from vcassist.reading.answering.first_sentence import with_first_sentence
from vcassist.reading.answering.in_few_words import Chances, in_few_words
from vcassist.reading.answering.in_more_words import in_more_words, without_what_was_hardly_found
from vcassist.reading.answering.left_open import left_open
from vcassist.reading.answering.lists import listed
from vcassist.reading.answering.names_somebody import with_somebody_named
from vcassist.reading.answering.not_known import with_not_known
from vcassist.reading.answering.own_not_knowing import own_not_knowing
from vcassist.reading.answering.own_word import with_its_own_word
from vcassist.reading.answering.questions_back import without_questions_back
from vcassist.reading.answering.set_down import with_what_is_set_down
from vcassist.reading.answering.to_the_point import telling, to_the_point
from vcassist.reading.answering.told_in_turn import with_each_sentence_of_a_list
from vcassist.reading.answering.two_places import with_second_place
from vcassist.reading.blind import Blind
from vcassist.reading.components import may_be_another, placed, with_absent
from vcassist.reading.files.sheets import as_lines, told_by_keys
from vcassist.reading.focus import News, told_apart
from vcassist.reading.guesses import GuessRules
from vcassist.reading.intents import intent_of, wanted
from vcassist.reading.language import foreign
from vcassist.reading.members import Members
from vcassist.reading.naming.announced import Known, announced, only_one_at_work
from vcassist.reading.naming.apposed import read_as_one
from vcassist.reading.naming.as_it_stands import as_they_stand
from vcassist.reading.naming.by_hearsay import with_name_by_hearsay
from vcassist.reading.naming.each_in_its_own import with_each_in_its_own_words
from vcassist.reading.naming.hedged_name import only_the_name
from vcassist.reading.naming.in_parts import with_name_in_parts
from vcassist.reading.naming.known_makers import without_what_is_known_otherwise
from vcassist.reading.naming.legal_forms import with_legal_form
from vcassist.reading.naming.listed_tools import with_listed_tools
from vcassist.reading.naming.lone_name import lone_name
from vcassist.reading.naming.marked_names import marked
from vcassist.reading.naming.model_inside import by_the_model_inside, with_the_known_model
from vcassist.reading.naming.models_listed import (
    LONGEST_TALE,
    models_in,
    with_models,
    without_models,
    without_their_sentences,
)
from vcassist.reading.naming.names import Mention, NameFinder, is_of_its_house
from vcassist.reading.naming.newcomers import Newcomer, is_no_ai, newcomers
from vcassist.reading.naming.no_house import without_no_house
from vcassist.reading.naming.one_more_thing import with_each_by_its_work, with_one_more_thing, with_their_tasks
from vcassist.reading.naming.our_house import with_our_house
from vcassist.reading.naming.parts_of_names import by_their_parts, is_no_tool
from vcassist.reading.naming.places import places
from vcassist.reading.naming.quoted_names import with_whole_quotes
from vcassist.reading.naming.serving import is_a_means, sifted, without_names
from vcassist.reading.naming.sets_counted import sets_counted, with_sets
from vcassist.reading.naming.somebody import works_with
from vcassist.reading.naming.told_with_names import quoted_with_what_is_told
from vcassist.reading.naming.towns_at_home import with_towns_at_home
from vcassist.reading.naming.trading_as import under_its_name
from vcassist.reading.naming.two_things import named_by_kind, with_each_called, with_two_things
from vcassist.reading.naming.who_supplies import companies, with_who_supplies
from vcassist.reading.naming.whose_machines import HOUSES_OF_PLACES, with_whose_machines
from vcassist.reading.seen import Seen, look
from vcassist.reading.stand_in import StandIn
from vcassist.reading.stated import Statements
from vcassist.reading.stretches import NEW_SURE
from vcassist.reading.text import Span, has_words, windows
from vcassist.reading.told.all_that_goes_in import with_all_that_goes_in
from vcassist.reading.told.amended import amended, named_anew
from vcassist.reading.told.by_degree import with_how_far
from vcassist.reading.told.by_its_sentence import with_each_sentence
from vcassist.reading.told.by_number import with_number_deciding
from vcassist.reading.told.by_reserve import with_reserves
from vcassist.reading.told.given_up import with_what_was_given_up
from vcassist.reading.told.in_service import with_stage
from vcassist.reading.told.in_so_many_words import with_plain_sayings
from vcassist.reading.told.one_after_the_other import with_one_for_each
from vcassist.reading.told.plainly_told import home_of, last_word, less_in_the_end, not_known_first, with_plainly_told
from vcassist.reading.told.planned import with_what_is_planned, with_what_it_shall_do
from vcassist.reading.told.unasked import (
    makers_told_by_names,
    of_a_head_office,
    of_own_office,
    told_inside,
    told_unasked,
)
from vcassist.reading.told.what_counts import held_to_what_counts
from vcassist.reading.trained import Guess, Guesses, TrainedReader
from vcassist.reading.vetoes.aside import without_aside
from vcassist.reading.vetoes.backups import PLACES, of_a_backup
from vcassist.reading.vetoes.borrowed import without_a_second_yes, without_borrowed
from vcassist.reading.vetoes.denied import without_denied
from vcassist.reading.vetoes.denied_elsewhere import by_its_own_words
from vcassist.reading.vetoes.held_to_words import held_to_its_words
from vcassist.reading.vetoes.in_passing import without_what_is_in_passing
from vcassist.reading.vetoes.modality import not_ours
from vcassist.reading.vetoes.no_name import without_bare_words, without_no_names
from vcassist.reading.vetoes.old_numbers import without_old_numbers
from vcassist.reading.vetoes.refuted import sound
from vcassist.reading.vetoes.steering import heard
from vcassist.reading.weighed import weighed

FOREIGN_NOTE = "I am sorry, so far I only understand English. Could you write it in English, in simple words?"
# Two of these named in one message are two components, not two readings of one.
MANY = frozenset({"application.name", "model.name"})
_COUNTRY = "organisation.country"
_PURPOSE = "application.purpose"
# How sure the last of several words is, where a message has no others.
SURE_WORD = 0.95
# Characters between what a tool is and its name in apposition: ", " or " (".
LONGEST_JOINT = 3
# A tool keeps the data itself only where somebody says so.
_KEEPS = re.compile(r"\b(?:keeps?|kept|stor\w+|hosts?|hosted|holds?|held|servers?|cloud|saves?|saved)\b", re.I)
# A message of fewer words, to which nothing is an answer, tells of nothing else.
LEAST_BESIDE = 4
LEAST_AT_ALL = 3
# Fewer words tell it where both readers see the same as surely as this ("no human looks").
SEEN_IN_FEW, STATED_IN_FEW = 0.8, 0.7
_TOLD_BESIDE = CHOICE_TYPES | {"country"}
# "The data is on Google Drive", while something else is asked.
SURE_HOUSE = 0.85
# A message longer than this, in characters, is read by the small reader only, so that nobody waits half a minute.
LONGEST_CLOSE = 20_000


# Who does not tell or know where, who, how or whether.
_SILENT_ON = re.compile(
    rf"\b(?:(?:\w+n['’]?t|not|never|nobody|no one|refused?s?(?: to)?|declined?s?(?: to)?) (?:\w+ ){{0,2}}?(?:say|says|said|tell|tells|told|knows?|knew|reveals?|disclose|share)(?: (?:us|me|you|anyone|anybody|them))?|{NO_IDEA}|{NOT_KNOW})"
    r" (?:exactly |really )?(?:who|whose|what|which|where|when|how|if|whether)\b",
    re.I,
)
SILENT_FROM, SILENT_SURE = 0.4, 0.9


@dataclass(frozen=True, slots=True)
class _Stated:
    """The words of a message that state something, what they were asked for, and what is known; ``quick``: too long for a close look."""

    words: str
    asked: str | None
    spec: Field | None
    chain: Chain
    quick: bool


class OfflineReader:
    """Reads a message without any language model."""

    def __init__(
        self,
        register: Register,
        trained: TrainedReader | None = None,
        statements: Statements | None = None,
        few_words: Chances = lambda message, key: (),
    ) -> None:
        self._register = register
        self._finder = NameFinder(register)
        self._guess_rules = GuessRules(register, self._finder)
        self._trained = trained or TrainedReader()
        self._statements = statements or Statements(self._trained)
        self._answers = Answers(self._trained, self._statements)
        self._members = Members(self._trained)
        self._few_words = few_words

    @cached_property
    def _use_trained(self) -> bool:
        return self._trained.available

    def read(self, message: str, asked: str | None, chain: Chain) -> Reading:
        """What a message, said in answer to ``asked`` (component.field), proposes and wants. Raises BadInput for no such field."""
        read = self._answers.weighed(self._read_message(message, asked, chain), message, asked, chain)
        read = in_few_words(read, message, asked, chain, self._few_words)
        read = with_towns_at_home(read, message, chain)
        read = self._members.weighed(read, message, asked, chain)
        read = with_each_sentence_of_a_list(read, message, asked, lambda words: self.read(words, asked, chain))
        read = with_its_own_word(read, message, asked)
        read = with_first_sentence(
            read, message, asked, lambda words, answers: self.read(words, asked if answers else None, chain)
        )
        read = held_to_its_words(read, message, asked, lambda words, ref: self._read_message(words, ref, chain))
        read = own_not_knowing(read, message, asked)
        read = with_somebody_named(read, message, asked, self._trained.is_word)
        read = with_name_by_hearsay(read, message, asked, self._finder.find)
        read = with_number_deciding(read, message, asked)
        read = as_of_now(read, message, asked, partial(self.read, asked=asked, chain=chain))
        read = held_to_what_counts(with_second_place(read, message, asked, chain), message, asked, chain)
        alone = partial(self.read, asked=None, chain=Chain())
        read = with_two_things(read, message, chain, alone)
        read = with_listed_tools(read, message, asked, chain, alone, self._is_ordinary)
        read = with_each_by_its_work(read, message, chain, alone, lambda name: bool(places(name)))
        read = with_their_tasks(with_one_more_thing(read, message, asked, chain, alone), message, chain)
        read = with_each_in_its_own_words(
            read, message, chain, alone, lambda name: bool(places(name)), self._trained.is_word
        )
        read = read_as_one(read, message, lambda words: self.read(words, asked, chain))
        read = with_each_called(named_by_kind(read, message, chain), message, chain)
        read = with_our_house(read, message, chain, self._finder.find)
        read = without_what_is_known_otherwise(without_no_house(read, message, asked), asked, self._register)
        read = with_whose_machines(read, message, asked, self._finder.find, self._register)
        read = with_name_in_parts(read, message, asked)
        read = with_one_for_each(read, message, asked, chain, lambda words, ref: self.read(words, ref, Chain()))
        read = with_what_was_given_up(with_stage(read, message, asked, chain), message, asked, chain)
        read = with_what_is_planned(read, message, asked, chain, self._names_no_tool)
        read = with_plain_sayings(read, message, asked, chain)
        stands = tuple(map(sized_by_its_number, without_bare_words(without_no_names(read.proposals))))
        named = as_they_stand(stands, message, asked, chain, self._trained.is_word)
        read = without_questions_back(replace(read, proposals=named), message, asked)
        read = with_whole_quotes(with_what_is_dictated(read, message, asked), message, asked)
        read = without_what_is_in_passing(read, message, asked, chain)
        read = with_what_comes_first(read, message, asked, lambda words: self.read(words, asked, chain))
        read = with_reserves(read, message, asked, chain)
        if asked is None:
            return read
        more = in_more_words(read, message, asked, chain, self._few_words, self._statements.of)
        # What was found where nothing had been read must count as well.
        anew = more is not read and not any(p.ref == asked for p in read.proposals)
        read = held_to_what_counts(more, message, asked, chain) if anew else more
        read = with_those_who_come_along(with_what_is_set_down(read, message, asked), message, asked)
        read = with_all_that_goes_in(read, message, asked)
        read = with_the_known_model(read, message, asked, self._finder.find(message), chain)
        read = with_how_far(read, message, asked, chain)
        read = self._of_other_matters(read, message, asked, chain)
        read = with_each_sentence(
            read, message, asked, chain, lambda words: self.read(words, None, chain), self._statements.of
        )
        read = without_what_was_hardly_found(read, message, asked, self._statements.of)
        read = with_what_is_concluded(read, message, asked, chain, self._few_words)
        read = with_what_it_shall_do(not_what_was_asked(read, message, asked), message, asked)
        return replace(read, proposals=without_a_second_yes(read.proposals, asked))

    def _of_other_matters(self, read: Reading, message: str, asked: str, chain: Chain) -> Reading:
        """The same with what a message tells by itself, where nothing was read in it as an answer: who speaks of something else was not asked for
        it. Names and texts are left out: those that nobody asked for are seldom meant.
        """
        if read.proposals or read.maybe or read.note or read.intent not in ("answer", "other"):
            return read
        few = len(message.split()) < LEAST_BESIDE
        if len(message.split()) < LEAST_AT_ALL or len(message) > LONGEST_CLOSE:
            return read
        told = self._read_message(message, None, chain)
        beside = tuple(p for p in told.proposals if p.ref != asked and _told_unasked(p))
        if not told.proposals and (silent := self._silent_on(message, asked, chain)) is not None:
            return replace(read, proposals=(silent,), intent="answer")
        if few and beside:
            plain = {(one.key, one.value) for one in self._statements.of(message) if one.chance >= STATED_IN_FEW}
            beside = tuple(
                p
                for p in beside
                if p.confidence >= SEEN_IN_FEW and all((field_of(p.ref).key, value) in plain for value in p.members)
            )
        if not beside:
            return read
        return held_to_what_counts(replace(read, proposals=beside, intent="answer"), message, None, chain)

    def _silent_on(self, message: str, asked: str, chain: Chain) -> Proposal | None:
        """What a message of one sentence says that nobody tells or knows, by its own words: "they won't say where it's kept". The words of such a
        silence are sure of what is not said, so that less is needed to tell of what.
        """
        if _SILENT_ON.search(message) is None or len(list(SENTENCE.finditer(message))) != 1:
            return None
        first, second = (*self._trained.guess(message, None).fields, None, None)[:2]
        if first is None or first.presence < SILENT_FROM or (second and second.presence * 2 > first.presence):
            return None
        if first.status not in ("unknown", "withheld") or first.status_sure < SILENT_SURE:
            return None
        ref = chain.first_ref(first.key)
        if ref == asked or ref in chain.facts:
            return None
        by = "supplier" if first.status == "withheld" else None
        return Proposal.of_all(message, ref, first.status, None, first.presence, by)

    def _read_message(self, message: str, asked: str | None, chain: Chain) -> Reading:
        if self._use_trained and (plain := marked(message, chain, self._trained.is_word)) is not None:
            return plain.back(self.read(plain.text, asked, plain.chain))
        if (name := only_the_name(message, field_of(asked) if asked else None)) is not None:
            return self._read_message(name, asked, chain)
        formal, sure = intent_of(message, asked)
        if formal in ("stop", "undo", "skip") and sure > 0.9:
            return Reading((), formal)
        if foreign(message, asked):
            return Reading((), "other", FOREIGN_NOTE)
        spec = field_of(asked) if asked is not None else None
        if (by_form := self._by_form(message, asked, spec, chain)) is not None:
            return by_form
        # To forget what was said is no order to be passed over; what follows it may be one.
        stated = heard(as_lines(_only_from(put_instead(message) or 0, message)))
        if not has_words(stated) and has_words(message):
            return Reading((), "other")
        stated = without_old_numbers(stated)
        stated = without_aside(stated, spec, (m.text for m in self._finder.find(stated)))
        text = _Stated(stated, asked, spec, chain, quick=len(stated) > LONGEST_CLOSE)
        proposals, guesses = self._read(text, message)
        listed = models_in(text.words, text.asked)
        proposals = with_models(proposals, listed, text.words, text.asked)
        proposals += self._purpose_beside(listed, proposals, text, message)
        intent = formal if sure >= 0.85 else wanted(message, asked, formal, guesses, proposals)
        opened = self._announced(stated, asked, chain) if intent not in ("stop", "undo") else []
        if opened:
            # Who brings in a further tool asks nothing and passes nothing over.
            intent = "answer"
        proposals = _borne_by(intent, self._beside(opened, proposals, text))
        proposals = _without_known_tools(proposals, stated, asked, chain)
        told, maybe = self._told_apart(proposals, intent, opened, text)
        reading = Reading(tuple(with_absent(own_words(told, message))), intent, maybe=tuple(maybe))
        return self._with_left_open(reading, message, asked, chain)

    def _with_left_open(self, reading: Reading, message: str, asked: str | None, chain: Chain) -> Reading:
        """The same with what was asked as not known or not told, where that stands first and only what follows was read."""
        end = left_open(message) if asked is not None and reading.intent == "answer" else None
        if end is None or any(p.ref == asked for p in reading.proposals):
            return reading
        first = self.read(message[:end], asked, chain)
        kept = tuple(p for p in first.proposals if p.ref == asked and p.status in ("unknown", "withheld"))
        return replace(reading, proposals=(*kept, *reading.proposals))

    def _by_form(self, message: str, asked: str | None, spec: Field | None, chain: Chain) -> Reading | None:
        """What the form of a message alone tells, or that of one part of it which is its answer; None where all of it is to be read."""
        if spec is not None:
            last = last_word(message)
            if not last and (turn := turned_at(message, spec.type == "yesno")):
                later = self.read(_only_from(turn, message), asked, chain)
                if any(p.ref == asked for p in later.proposals):
                    return replace(later, intent="answer")
            if last and spec.type == "yesno":
                value, start, end = last
                word = Proposal(str(asked), "known", value, message[start:end], SURE_WORD, start, end)
                return Reading((word,), "answer")
            answered = self._after_shrug(message, asked, chain) or self._before_beside(message, asked, chain)
            if answered:
                return answered
        if self._use_trained and (name := lone_name(message, asked, chain, self._no_tool_s_name)):
            return Reading((name,), "answer")
        named = named_anew(message, spec is not None and (spec.name == "name" or spec.type == "entity"))
        if meant := named or (amended(message) if asked is None or not chain.facts else None):
            left = self.read(meant.text, asked, chain)
            proposals, maybe = tuple(meant.back(left.proposals)), tuple(meant.back(left.maybe))
            return replace(left, proposals=proposals, maybe=maybe, intent="answer")
        return None

    def _read(self, text: _Stated, message: str) -> tuple[list[Proposal], Guesses | None]:
        """What all windows of the text propose, quoted from the message, and the guesses at the last of them."""
        proposals: list[Proposal] = []
        guesses: Guesses | None = None
        for window in windows(text.words):
            found, guesses = self._window(window, text.spec, text.quick, home_of(text.chain, proposals))
            proposals.extend(replace(p, quote=message[p.start : p.end]) for p in found)
        return proposals, guesses

    def _purpose_beside(
        self, listed: list[Span], proposals: list[Proposal], text: _Stated, message: str
    ) -> list[Proposal]:
        """What a story tells the tool to be for beside its models, where their part in the work was taken for it."""
        known = text.asked or text.chain.mentioned("application")
        if not listed or known or any(p.ref == _PURPOSE for p in proposals):
            return []
        left = replace(text, words=without_their_sentences(listed, text.words))
        return [p for p in self._read(left, message)[0] if p.ref == _PURPOSE]

    def _beside(self, opened: list[Newcomer], proposals: list[Proposal], text: _Stated) -> list[Proposal]:
        """The proposals beside the tools that a message announces: the name of one is no other thing's name."""
        if opened and not text.quick and not text.chain.mentioned("application"):
            proposals = proposals + self._told_of(opened, text.words, proposals)
        names = _spans(opened)
        left = without_names(sifted(proposals, text.words, text.asked, [start for start, _ in names]), names)
        return [p for p in left if not self._names_opened(p, opened)]

    def _told_apart(
        self, proposals: list[Proposal], intent: Intent, opened: list[Newcomer], text: _Stated
    ) -> tuple[list[Proposal], list[Proposal]]:
        """What is told of each of several things, each in its place, and what may be told of one of them."""
        proposals = by_the_model_inside(proposals, text.words, self._finder.find(text.words), self._register)
        rest, fixed, maybe = self._of_one_thing_each(proposals), list[Proposal](), list[Proposal]()
        listed = models_in(text.words, text.asked)

        def read(part: Span, spec: Field | None) -> list[Proposal]:
            found = without_names(self._window(part, spec, text.quick)[0], _spans(opened))
            return without_models(found, listed, text.words, text.asked)

        if proposals or intent in ("answer", "correction"):
            rest, fixed, maybe = told_apart(
                text.words,
                rest,
                text.asked,
                text.chain,
                lambda part: read(part, text.spec),
                self._newcomers_in(text.words, opened, text.quick, text.asked),
                lambda part, key: read(part, FIELDS[key]),
            )
        if intent == "answer" and text.asked is None and not maybe and not text.chain.mentioned("application"):
            maybe = self._perhaps_named(text.words, (*rest, *fixed))
        told = with_sets(
            [*placed(rest, text.asked, text.chain), *fixed],
            sets_counted(text.words, text.asked, text.chain),
            text.asked,
            text.chain,
        )
        told = quoted_with_what_is_told(told, text.words)
        told = [p for p in told if not of_own_office(p, text.words)]
        # Where nothing else tells it, it may be there.
        elsewhere = text.chain.value(_COUNTRY) is not None or sum(p.ref == _COUNTRY for p in told) > 1
        return [p for p in told if not (elsewhere and of_a_head_office(p, text.words, text.asked))], maybe

    def _told_of(self, opened: list[Newcomer], message: str, proposals: list[Proposal]) -> list[Proposal]:
        """What a first message tells beside the one tool that it names, and was passed over for that name.

        The trained reader passes over names that it does not know, with what is told beside them: it reads the message with the
        name of a tool that everybody knows in its place.
        """
        if len(opened) != 1 or self._register.product(opened[0].name) is not None:
            return []
        known = StandIn(message, opened[0].start, opened[0].end)
        found = [p for window in windows(known.text) for p in self._window(window, None, False)[0]]
        there = {p.ref for p in proposals}
        return [p for p in known.back(found) if p.ref not in there]

    def _newcomers_in(
        self, message: str, opened: list[Newcomer], quick: bool = False, asked: str | None = None
    ) -> News | None:
        """How names of further tools are found in a message; None where it is a long text, or nothing was trained to tell."""
        if not self._use_trained or len(message) > LONGEST_TALE:
            return None

        def find(known: list[str], taken: list[tuple[int, int]]) -> Iterable[Newcomer]:
            mentions = self._finder.find(message)
            houses = [m for m in mentions if is_of_its_house(m, message)]
            tools = [m for m in mentions if m in houses or m.id_of("product") or self._sells_one_tool(m)]
            makers = [(m.start, m.end) for m in mentions if m not in tools]
            makers += companies(message)
            sold = {m.text.casefold() for m in mentions} - {message[a:b].casefold() for a, b in makers}
            begins = tuple(f"{m.text.casefold()} " for m in houses)
            names, places = [*known, *(n.name for n in opened)], _spans(opened)
            places += [(n.start, n.end) for n in models_in(message, asked)]
            yield from opened
            found = newcomers(
                message,
                names,
                (*taken, *makers, *places, *not_ours(message)),
                self._trained.is_word,
                self._likely_a_tool,
                lambda name: name.casefold() in sold or name.casefold().startswith(begins),
            )
            yield from (
                new
                for new in found
                if not is_a_means(message, new.start) and not is_no_tool(message, new.start, new.end)
            )

        return News(find, lambda part: self._window(part, None, quick)[0])

    def _perhaps_named(self, message: str, told: Iterable[Proposal]) -> list[Proposal]:
        """What a story that names no tool says of the one name in it that does some work: it may be the tool's, and is asked after."""
        if not self._use_trained or len(message) > LONGEST_TALE:
            return []
        named = [p for p in told if p.ref.endswith(".name") and not p.ref.startswith("model")]
        if named or any(p.ref == "application.supplier" for p in told):
            return []
        new = only_one_at_work(message, _with_listed(self._known_in(message, frozenset()), message, None))
        if new is None:
            return _named_by_a_word(message, told)
        name = Proposal("application.name", "known", new.name, new.name, NEW_SURE, new.start, new.end)
        task = new.task
        purpose = task and Proposal(
            "application.purpose", "known", task.text, task.text, NEW_SURE, task.start, task.end
        )
        return [name, purpose] if purpose else [name]

    def _announced(self, message: str, asked: str | None, chain: Chain) -> list[Newcomer]:
        """The tools that a message announces by its form, beside those that are known."""
        if not self._use_trained or len(message) > LONGEST_TALE:
            return []
        held = frozenset(n.casefold() for c in chain.mentioned("application") if (n := chain.value(f"{c}.name")))
        else_asked = asked is not None and field_of(asked).key not in ("application.name", "application.purpose")
        known = self._known_in(message, held, else_asked)
        known = _with_listed(known, message, asked)
        found = announced(message, known, asked is not None and asked.endswith("application.name"))
        return [new for new in found if not else_asked or not is_no_ai(message, new.start)]

    def _known_in(self, message: str, held: frozenset[str], else_asked: bool = False) -> Known:
        """What is known of the names in a message; ``held`` are those of tools that stand."""
        kinds: dict[str, list[tuple[int, int]]] = {"product": [], "model": [], "other": []}
        for m in self._finder.find(message):
            kind = (
                "product" if m.id_of("product") or self._sells_one_tool(m) else "model" if m.id_of("model") else "other"
            )
            kinds[kind].append((m.start, m.end))
        kinds["other"] += companies(message)
        return Known(
            held,
            tuple(kinds["other"]),
            tuple(kinds["model"]),
            tuple(kinds["product"]),
            self._trained.is_word,
            lambda word: self._register.product(word) is not None,
            else_asked,
        )

    def _names_opened(self, p: Proposal, opened: list[Newcomer]) -> bool:
        """Whether the name of a tool that a message announces was taken for another thing's or a company's."""
        at = p.start or 0
        if p.ref == "application.name":
            # What stands behind a name and tells its work is no name of another; nor is what it is, right before it.
            kind = str(p.value).islower() and all(new.start != at for new in opened)
            before = kind and any(0 < new.start - (p.end or 0) <= LONGEST_JOINT for new in opened)
            return before or any(new.task and new.task.start <= at < new.task.end for new in opened)
        if not (p.ref.endswith(".name") or field_of(p.ref).type == "entity"):
            return False
        within = any(new.start <= at < new.end for new in opened)
        return within and not (p.ref == "model.name" and self._known(str(p.value)))

    def _sells_one_tool(self, mention: Mention) -> bool:
        """Whether a company is known for nothing but what it sells, so that its name is its tool's too ("Quizizz")."""
        supplier = self._register.suppliers.get(mention.id_of("supplier") or "")
        return supplier is not None and supplier.roles == ("application_vendor",) and not mention.id_of("model")

    def _is_ordinary(self, word: str) -> bool:
        """Whether a word is in the vocabulary, and no name that the register knows."""
        return self._trained.is_word(word) and not self._finder.find(word.title())

    def _likely_a_tool(self, part: Span) -> float:
        """The chance that words name a tool or tell what one is for, by themselves."""
        told = self._trained.guess(part.text, None).fields
        return max((g.presence for g in told if g.key in ("application.name", "application.purpose")), default=0.0)

    def _after_shrug(self, message: str, asked: str | None, chain: Chain) -> Reading | None:
        """What stands behind a first "idk" or "no idea", where it answers all the same ("dunno, it ranks the families")."""
        shrug = behind_shrug(message)
        if shrug is None:
            return None
        later = self.read(_only_from(shrug, message), asked, chain)
        # "I don't know, nobody ever told me" only says why; a no that is meant is said by itself.
        told = any(p.ref == asked and p.status == "known" and p.value not in ("no", "never") for p in later.proposals)
        return replace(later, intent="answer") if told else None

    def _before_beside(self, message: str, asked: str | None, chain: Chain) -> Reading | None:
        """What stands before an "I wouldn't know where" or "the rest I don't know", which is about something beside the question."""
        silent = silent_on_who(message)
        end = silent[0] if silent else None if may_be_another(asked, chain) else before_beside(message)
        before = self.read(message[:end], asked, chain) if end is not None else None
        if before is None or not any(p.ref == asked and p.status == "known" for p in before.proposals):
            return None
        supplier = f"{str(asked).partition('.')[0]}.supplier"
        if silent and supplier != asked and supplier in FIELDS:
            _, start, stop = silent
            kept = Proposal(supplier, "withheld", None, message[start:stop], SURE_WORD, start, stop, "supplier")
            return replace(before, proposals=(*before.proposals, kept))
        return before

    def _of_one_thing_each(self, proposals: list[Proposal]) -> list[Proposal]:
        """Without common words as names beside real ones: nothing is called "prompts" where something else bears a proper name."""
        names = [p for p in proposals if p.ref in MANY and isinstance(p.value, str)]
        proper = [p for p in names if _stands_out(str(p.value)) or self._known(str(p.value))]
        kinds = {p.ref for p in proper}
        models = {(p.start, p.end) for p in proper if p.ref == "model.name"}
        kept = [p for p in proposals if p not in names or p in proper or p.ref not in kinds]
        # A tool's own name is no model's too, unless it is known as one.
        tools = {(p.start, p.end) for p in proposals if p.ref == "application.name"}
        kept = [p for p in kept if p.ref != "model.name" or (p.start, p.end) not in tools or self._known(str(p.value))]
        # Nor is the organisation's.
        houses = {(p.start, p.end) for p in proposals if p.ref == "organisation.name"}
        kept = [p for p in kept if p.ref not in MANY or (p.start, p.end) not in houses]
        # The words that name a model name no chip as well.
        return [p for p in kept if p.ref != "compute.accelerator" or (p.start, p.end) not in models]

    def _known(self, name: str) -> bool:
        """True for a name of the register, unless that is of capitals only ("PROMPTS"): written small, those are common words."""
        found = self._register.product(name) or self._register.model(name)
        return found is not None and not found.name.isupper()

    def _no_tool_s_name(self, word: str) -> bool:
        """Whether a word is a common one, a place, or the name of something that is no tool."""
        mentions = self._finder.find(word)
        other = any(not m.id_of("product") for m in mentions) and not any(m.id_of("product") for m in mentions)
        return self._trained.is_word(word.casefold()) or other or bool(places(word, asked=True))

    def _names_no_tool(self, word: str) -> bool:
        """The same, but for a name of the register that has become a word."""
        return self._register.product(word) is None and self._no_tool_s_name(word)

    def _window(
        self, window: Span, asked: Field | None, quick: bool, home: str | None = None
    ) -> tuple[list[Proposal], Guesses | None]:
        """The best proposal for each field, with offsets in the message, and the learned guesses where there are any."""
        seen = look(window.text, self._finder, asked)
        guesses: Guesses | None = None
        if self._use_trained and has_words(seen.text):
            guesses = self._trained.guess(seen.text, asked.key if asked else None, quick=quick)
        best = with_not_known(seen, _best(self._offers(seen, asked, guesses)), asked)
        if asked and not best and (unanswered := open_by_form(seen, asked)):
            best[unanswered.ref] = unanswered
        # A company's name within the organisation's own ("Oracle Community Library") supplies nothing.
        if "application.supplier" not in best and (asked is None or asked.key != "organisation.name"):
            best |= _best(makers_told_by_names(seen, asked, self._register))
        best = told_inside(seen, best, asked)
        best = weighed(seen, less_in_the_end(self._corrected(seen, best, asked, quick), seen), asked)
        best = not_known_first(with_plainly_told(best, seen, asked, home), seen, asked)
        blind = Blind(seen.text, self._trained if self._use_trained else None)
        best = to_the_point(telling(best, seen.text), seen.text, asked, blind.sees, blind.sees_beside)
        best = under_its_name(with_who_supplies(best, seen, self._finder.resolve), seen, asked)
        told = by_their_parts(best.values(), seen.text, lambda name: self._register.supplier(name) is not None)
        return [
            replace(p, start=(p.start or 0) + window.start, end=(p.end or 0) + window.start)
            for p in (with_legal_form(p, seen.text) for p in without_borrowed(told))
            if not _is_a_backup_s(p, seen.text, asked)
        ], guesses

    def _by_themselves(self, key: str, asked: str | None, words: str) -> Guess | None:
        """What words say of a field, beside the question for ``asked``."""
        return _of_field(self._trained.guess(words, asked), key)

    def _corrected(
        self, seen: Seen, best: dict[str, Proposal], asked: Field | None, quick: bool
    ) -> dict[str, Proposal]:
        """The proposals after a second look: without what is only denied, with what keys say, without what their own words refute."""

        def answer(part: Span, spec: Field) -> list[Proposal]:
            return self._window(part, spec, quick)[0]

        if not quick:
            # Reading every value by itself would take too long of a very long text.
            best = told_by_keys(seen, without_denied(seen, best, asked, answer), answer)
        return sound(seen, best, asked)

    def _offers(self, seen: Seen, asked: Field | None, guesses: Guesses | None) -> Iterator[Proposal]:
        """All that the guesses and the rules propose; unasked the rules need a little support from the guesses."""
        support: dict[str, float] = {}
        for guess in guesses.fields if guesses else ():
            support[guess.key] = guess.presence
            alone_by, unasked = (partial(self._by_themselves, guess.key, asked_for) for asked_for in (guess.key, None))
            own = by_its_own_words(guess, seen.text, alone_by, unasked)
            offered = self._guess_rules.proposal(own, seen, asked)
            if offered:
                yield offered
        alone = not self._use_trained
        if asked is not None and not alone:
            key, whole = asked.key, _of_field(guesses, asked.key)
            things = listed(seen, asked, whole, lambda text: _of_field(self._trained.guess(text, key), key))
            if things:
                yield things
        answer = answer_by_form(seen, asked, self._register, alone) if asked else None
        if answer:
            yield answer
        for told in told_unasked(seen, asked, self._register, alone):
            by_asked = asked is not None and told.ref == asked.key
            backed = support.get(told.ref, 0.0) >= thresholds.LEAST_SUPPORT or told.confidence >= thresholds.BY_FORM
            if by_asked or alone or backed:
                yield told


# "Guardian watches the drivers' faces": a word of the language that heads a sentence without an article, and does the work of the tool.
_A_WORD = re.compile(
    r"(?:^|[.!?]\s+)(?P<name>(?!(?:This|That|Which|What|Everybody|Everyone|Nobody|Someone|Somebody|Anyone|Each|Today|It|He|She)\b)[A-ZÀ-ÖØ-Þ][a-zß-öø-ÿ]{2,}(?<!s))\s$"
)


def _named_by_a_word(message: str, told: Iterable[Proposal]) -> list[Proposal]:
    """Such a word right before what the tool does, which may be its name, and is asked after."""
    purpose = next((p for p in told if p.ref == _PURPOSE and re.match(r"[a-z]+s\b", p.quote)), None)
    found = _A_WORD.search(message[: purpose.start or 0]) if purpose is not None else None
    if found is None or purpose is None or is_given_name(found["name"]):
        return []
    start, end = found.span("name")
    return [Proposal("application.name", "known", found["name"], found["name"], NEW_SURE, start, end), purpose]


def _borne_by(intent: Intent, proposals: list[Proposal]) -> list[Proposal]:
    """The proposals that go with what the person wants: who wants to stop tells nothing, and who asks only what is sure."""
    unsure = intent == "question" and not any(p.confidence > 0.8 for p in proposals)
    return [] if unsure or intent in ("stop", "undo", "skip") else proposals


def _is_a_backup_s(p: Proposal, text: str, asked: Field | None) -> bool:
    """Whether a proposal for where data or machines are, not asked for, is of a backup alone."""
    mine = asked is not None and asked.key == p.ref
    return p.ref in PLACES and p.status == "known" and not mine and of_a_backup(text, p.start or 0, p.end or 0)


def _spans(names: list[Newcomer]) -> list[tuple[int, int]]:
    return [(name.start, name.end) for name in names]


def _told_unasked(p: Proposal) -> bool:
    """Whether something is meant though nobody asked: a choice, a country, or surely the house that keeps the data or runs the machines."""
    spec = field_of(p.ref)
    return spec.type in _TOLD_BESIDE or (spec.key in HOUSES_OF_PLACES and p.confidence >= SURE_HOUSE)


def _without_known_tools(proposals: list[Proposal], message: str, asked: str | None, chain: Chain) -> list[Proposal]:
    """Without the short name of a noted tool as another name for it, and without who works with a noted tool as one more."""
    if asked and asked.endswith(".name"):
        return proposals
    names = [name for c in chain.mentioned("application") if (name := chain.value(f"{c}.name"))]
    tails = {tail for name in names if (tail := tail_of(name))}
    # A tool's short name is a model's only where models are spoken of.
    kinds = ("application.name",) if "model" in message.casefold() else MANY
    return [
        p
        for p in proposals
        if not (p.ref in kinds and p.value in tails)
        and not (p.ref == "application.name" and works_with(message, Span(p.start or 0, p.end or 0, p.quote), names))
        and not (
            field_of(p.ref).key in HOUSES_OF_PLACES
            and str(p.value).casefold() in {str(n).casefold() for n in names}
            and not _KEEPS.search(message)
        )
    ]


def _with_listed(known: Known, message: str, asked: str | None) -> Known:
    """What is known, with the names that a message lists as models."""
    return replace(known, models=(*known.models, *((n.start, n.end) for n in models_in(message, asked))))


def _of_field(guesses: Guesses | None, key: str) -> Guess | None:
    return next((g for g in guesses.fields if g.key == key), None) if guesses else None


def _only_from(start: int, text: str) -> str:
    """The text without what stands before ``start``; every offset holds."""
    return " " * start + text[start:]


def _stands_out(name: str) -> bool:
    """True for words with a capital letter or a digit, as proper names have them."""
    return any(c.isupper() or c.isdigit() for c in name)


def _best(offers: Iterable[Proposal]) -> dict[str, Proposal]:
    """The surest proposal for each field, the first of equals; for each name where a field can stand for several things."""
    best: dict[str, Proposal] = {}
    for offer in offers:
        slot = offer.ref
        if slot in MANY and isinstance(offer.value, str):
            slot = f"{slot} {name_key(offer.value)}"
        if slot not in best or offer.confidence > best[slot].confidence:
            best[slot] = offer
    return best
