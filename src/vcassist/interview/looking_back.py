"""Before a question is put: whether an earlier message answers it. Nobody is asked what they have told. Pure but for its reader.

A message was read for what was asked then; read again with this question as the asked one, it may hold its answer. What is sure is taken,
with its own words shown; what is only likely is put to the person in one line, to be confirmed with a yes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice, pairwise

from vcassist.chain.by_work import heads
from vcassist.chain.facts import Chain, Fact, field_of, split_ref
from vcassist.chain.fields import ALONE, CHOICE_TYPES, Field
from vcassist.interview import meant
from vcassist.interview.answers.people_listed import AFFECTED
from vcassist.interview.answers.spoken_of import speaks_of
from vcassist.interview.ports import Reader, Reading
from vcassist.interview.questions.asked_by_meaning import asks_within
from vcassist.interview.questions.asking import sentences
from vcassist.interview.reading import blanked, gate
from vcassist.interview.remarks.addressed import untold
from vcassist.interview.sentences import SENTENCE
from vcassist.interview.session import Session, Turn
from vcassist.interview.tools import Tools
from vcassist.interview.turns_of_phrase import DENIES

# How sure an earlier message must be to be taken, to be shown for a yes, and how many are read again, the latest first.
TAKEN = 0.9
SHOWN = 0.6
# How likely a sentence must state a choice by itself, and how plainly it must speak of a field that may have several.
STATED, SPOKEN_OF = 0.75, 0.8
MOST_READ = 12
# A shorter message, in words, answered what was asked then and nothing else; a longer one, or one that no question led to, tells a story.
LEAST_WORDS = 5
STORY = 14
# Of these a story tells without a yes or no. A name that was missed is no name.
TOLD_IN_STORIES = ("text", "country", "set", "enum")
# A stretch of fewer words has no verb: "ThinkMD works without a network, ChatGPT not" tells nothing but that. Beside the field's own words
# it is told by them ("the data comes from the pupils").
LEAST_QUOTED = 3
# A yes or no, and where data comes from, take more: "it keeps last numbers", "and the children" tell neither.
LEAST_SHOWN = 5
# These stories tell in other matters' words: what is likely is shown; only who is plainly named, and surely, is taken.
SOURCES = "data.sources"
SHOWS_WHERE = 0.85
# A longer stretch holds other things as well.
MOST_QUOTED = 25
# These words of a choice stand in every story.
_NO_PEOPLE = frozenset({"people", "person", "famili", "family", "small", "house", "work", "help"})
IN_OTHER_WORDS = frozenset({AFFECTED, SOURCES})
# Values that raise a risk: noted behind somebody's back they would be an accusation.
_GRAVE = ("never", "stops", "decides", ("none",), ("nobody",))
# Who does not know or cannot say tells nothing with the rest of the sentence.
_NOT_KNOWN = re.compile(
    r"\b(?:do(?:es)?(?: not|n['’]?t) (?:even |really )?know|dunno|no (?:idea|clue)|not (?:\w+ )?sure|(?:can(?:not|['’]t)|could(?: not|n['’]t)) (?:say|tell|remember))\b",
    re.I,
)
_DENIES = re.compile(DENIES, re.I)
# "Excuse my English", "we speak Russian": a language, and no country.
_OF_A_LANGUAGE = re.compile(r"\b(?:my|your|poor|bad|broken|simple|speak\w*|writ\w+|read\w*|understand\w*) $", re.I)
# What a long sentence is made of.
_PART = re.compile(r"(?<=[,;:]) ")
# Where what a message does is no telling, its words tell nothing.
TELLS = frozenset({"answer", "correction", "question"})


def answered_before(
    session: Session, said: str, number: int, ref: str, chain: Chain, reader: Reader
) -> tuple[Fact, float] | None:
    """What an earlier message, or this one, says about ``ref``, with how sure that is (0 to 1). The fact keeps that message's turn and quote.

    Nothing where the answer was once noted and taken away, or may be about another component of the kind.
    """
    spec = field_of(ref)
    if spec.type not in (*TOLD_IN_STORIES, "yesno") or spec.name == "name" or was_there(session, ref):
        return None
    for turn in _worth_reading(session, said, number, ref):
        if spec.type == "yesno" and not meant.shares_words(turn.said, spec):
            # A yes or no belongs to what was asked, unless its words are of this field.
            continue
        found = _says(turn, ref, chain, reader)
        if found is not None and found[1] >= SHOWN:
            return found
    return None


def likely_before(session: Session, said: str, number: int, ref: str, chain: Chain, tools: Tools) -> Fact | None:
    """What one sentence of an earlier message, or of this one, states of ``ref`` by itself, to be put for a yes: nobody asked for it then. Nothing
    where the words were noted as an answer to something else.
    """
    spec = field_of(ref)
    if spec.type not in CHOICE_TYPES or was_there(session, ref):
        return None
    for turn in _worth_reading(session, said, number, ref):
        tells = blanked(turn.said, untold(turn.said))
        taken = [
            f for f in chain.facts.values() if f.turn == turn.number and f.field.type != "text" and f.start is not None
        ]
        for sentence in SENTENCE.finditer(tells):
            text = sentence[0].strip()
            if len(text.split()) < LEAST_WORDS or text.endswith("?") or _NOT_KNOWN.search(text):
                continue
            value = _stated(text, spec, tools)
            start = sentence.start() + sentence[0].index(text) if value else 0
            if value is None or not _of_this_one(ref, text, chain) or asks_within(turn.said, start, start + len(text)):
                continue
            # Whole sentences hold other things as well; what is one and the same stretch was told of that.
            if any(f.start == start and (f.end or 0) >= start + len(text.rstrip(" .!")) for f in taken):
                continue
            told = (value,) if spec.type == "set" else value
            return Fact(ref, "known", told, turn.said[start : start + len(text)], start, start + len(text), turn.number)
    return None


def _stated(text: str, spec: Field, tools: Tools) -> str | None:
    """The choice of a field that a sentence plainly states by itself."""
    if spec.type == "set":
        plainly = dict(tools.spoken_of(text, {spec.key})).get(spec.key, 0.0) >= SPOKEN_OF
        nearest = tools.nearest(text, spec.key) if plainly else None
        return nearest[1] if nearest is not None and nearest[2] >= SPOKEN_OF and nearest[1] not in ALONE else None
    first = next((one for one in tools.stated(text) if one.key == spec.key), None)
    return first.value if first is not None and first.chance >= STATED else None


def was_there(session: Session, ref: str) -> bool:
    """Whether something was noted or offered for ``ref`` before, and is no more: it is not brought back behind somebody's back."""
    component = ref.partition(".")[0]
    return any(
        any(f.ref == ref for f in t.facts) or ref in t.removed or component in t.removed or ref in t.refused
        for t in session.turns
    )


def _worth_reading(session: Session, said: str, number: int, ref: str) -> Iterator[Turn]:
    """The messages that may hold an answer, the latest first: stories, and not what was said in answer to this very question."""
    live = session.live
    asked = {t.number: before.awaiting.ref if before.awaiting else None for before, t in pairwise(live)}
    now = Turn(number, said=said)
    asked[number] = session.asked
    told = [t for t in (now, *reversed(live)) if t.said and t.undoes is None and not t.document and t.intent in TELLS]
    stories = (t for t in told if len(t.said.split()) >= (STORY if asked.get(t.number) else LEAST_WORDS))
    yield from islice((t for t in stories if asked.get(t.number) != ref), MOST_READ)


def _says(turn: Turn, ref: str, chain: Chain, reader: Reader) -> tuple[Fact, float] | None:
    """What one message says about ``ref`` as its answer, in words that were not noted as something else."""
    tells = blanked(turn.said, untold(turn.said))
    others = chain.without(ref)
    reading = reader.read(tells, ref, others)
    proposals = tuple(p for p in reading.proposals if p.ref == ref and p.status == "known")
    for fact in gate(Reading(proposals, "answer"), turn.said, turn.number).facts:
        sure = max(p.confidence for p in proposals)
        sentence = next((s for s in sentences(turn.said) if fact.quote in s), turn.said)
        fact = _as_named(fact, turn.said)
        named = None
        if fact.field.key == AFFECTED and not _says_its_value(fact, sentence):
            named = _where_named(fact, turn.said)
            fact, sentence = named or (fact, sentence)
        # Whom a tool touches is told by what it is for, by who checks it ("a nurse reads it before a patient hears") and by whom its house is there
        # for ("we help refugees from Ukraine"), where its data comes from by what it does ("listens to the sounds in the room").
        beside = [
            f for f in others.facts.values() if f.turn == turn.number and f.overlaps(fact) and f.field.type != "text"
        ]
        elsewhere = fact.field.key in IN_OTHER_WORDS
        if (beside and not elsewhere) or sentence.rstrip().endswith("?") or not _of_this_one(ref, sentence, chain):
            return None
        if asks_within(turn.said, fact.start or 0, fact.end or 0):
            return None
        if not (_shows_where_from(fact, sure) or _says_its_value(fact, sentence)):
            return None
        own = meant.shares_words(sentence, fact.field)
        if fact.field.type == "yesno" and not meant.telling_stems(fact.field.key) & meant.stems(sentence):
            # "Only the long letters" shares no word with consent but "only".
            return None
        verbless = len(fact.quote.split()) < LEAST_QUOTED
        if _NOT_KNOWN.search(sentence) or (fact.field.options and verbless and not own and not elsewhere):
            return None
        if fact.field.type == "yesno":
            # It is put to the person with their words, never noted: what it was said of may be another thing.
            enough = len(fact.quote.split()) >= LEAST_SHOWN
            return (fact, SHOWN) if own and enough and sure >= TAKEN else None
        of_it = speaks_of(ref, turn.said, turn.said.find(sentence) if named else fact.start or 0, chain)
        if not of_it and not elsewhere:
            # "The lift stops every week" tells nothing of a tool.
            return None
        own = own or fact.field.type not in ("enum", "set")
        if fact.field.key == AFFECTED and len(fact.values) == 1 and sure >= TAKEN:
            # They are named, and the reader is sure of them.
            return fact, sure
        # Nearly every story holds words that could be what data goes in; what nobody or nothing does is not taken from a tale.
        only_shown = (
            not own
            or named is not None
            or bool(beside)
            or not of_it
            or not _says_its_value(fact, sentence)
            or fact.field.key == "data.description"
            or fact.value in _GRAVE
        )
        return fact, min(sure, SHOWN) if only_shown else sure
    return None


def _shows_where_from(fact: Fact, sure: float) -> bool:
    """Whether what a tool does tells where its data comes from, without a word for it: "Listeners leave us voice messages". Partners, sellers and
    the web take a word of their own."""
    return LEAST_SHOWN <= len(fact.quote.split()) <= MOST_QUOTED and (
        fact.field.key == SOURCES and sure >= SHOWS_WHERE and fact.value in (("users",), ("own_records",), ("sensors",))
    )


def _as_named(fact: Fact, said: str) -> Fact:
    """Of whom a story touches, those whom the message names, and without one's own staff where others are: whoever handles the tool stands in every
    story."""
    if fact.field.key != AFFECTED or len(fact.values) < 2:
        return fact
    words = heads(said)
    named = tuple(v for v in fact.values if _words_for(fact, v) & words) or fact.values
    others = tuple(v for v in named if v != "staff") or named
    return replace(fact, value=others)


def _words_for(fact: Fact, value: str) -> set[str]:
    """The words by which people are named; "his own wage slip" names no staff, "we are nine people" no citizens, "a small clinic" no smallholder."""
    spec = fact.field
    return heads(f"{value} {spec.options.get(value, '')} {' '.join(spec.says.get(value, ()))}") - _NO_PEOPLE


def _where_named(fact: Fact, said: str) -> tuple[Fact, str] | None:
    """The same in the first sentence that has a word for one of its values, where what it was read in has none; of a long one, its part."""
    words = {stem for value in fact.values for stem in _words_for(fact, value)}
    for sentence in SENTENCE.finditer(said):
        text = sentence[0].strip()
        if text.endswith("?") or not heads(text) & words:
            continue
        part = next((p for p in reversed(_PART.split(text)) if heads(p) & words), text)
        start = said.index(part, sentence.start())
        return replace(fact, quote=part, start=start, end=start + len(part)), text
    return None


def _says_its_value(fact: Fact, sentence: str) -> bool:
    """Whether words say a value, and not only something of its field: a no takes a denial, one of several choices a word of that choice, or those of
    the question ("the data comes from the pupils")."""
    if fact.field.type == "yesno":
        return fact.value != "no" or bool(_DENIES.search(fact.quote))
    if fact.field.type == "country":
        return _OF_A_LANGUAGE.search(sentence[: max(0, sentence.find(fact.quote))]) is None
    if fact.field.type != "set":
        return True
    said = meant.stems(sentence)
    asked = meant.stems(f"{fact.field.question} {fact.field.label}")
    return bool(said & asked) or any(said & meant.value_stems(fact.field, str(value)) for value in fact.values)


def _of_this_one(ref: str, sentence: str, chain: Chain) -> bool:
    """Whether words are about this component, where the chain has several of its kind: they name it."""
    component, kind, _ = split_ref(ref)
    return len(chain.components(kind)) < 2 or chain.title(component).casefold() in sentence.casefold()
