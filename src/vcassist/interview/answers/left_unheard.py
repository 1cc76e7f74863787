"""The answer to the open question that some sentence of a message tells, where all that was made of the message left it out. Pure but for its ports.

People seldom send one matter at a time. "Uruguay, not the United States. Cameras spot lame cows" sets the country right and answers; "I am not asked.
Partly, would you call it?" answers beside a complaint. The readers hear each sentence by itself; what follows from the message as a whole (an order, what
sets another note right, a question) may cost the answer that stands beside it. In six talks of live testers it was the most frequent fault: they had to
say it a second and a third time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from vcassist.chain.facts import Fact, checked_value, field_of
from vcassist.chain.fields import CHOICE_TYPES
from vcassist.interview.chances import LONGEST, likeliest
from vcassist.interview.heard import Heard, without_told
from vcassist.interview.meant import own_stems, stems
from vcassist.interview.ports import Proposal, Reading
from vcassist.interview.questions.answering import not_understood
from vcassist.interview.questions.matters_named import some_sentence_is_of
from vcassist.interview.questions.not_clear import without_not_clear
from vcassist.interview.reading import blanked, gate
from vcassist.interview.sentences import BEYOND_TITLES
from vcassist.interview.session import Session
from vcassist.interview.tools import Tools
from vcassist.interview.turns_of_phrase import NO_IDEA, NOT_KNOW, UNCERTAIN

# How sure the readers must be of a choice where the encoder for answers has the same, and of names and words.
AGREED, WORDS = 0.55, 0.9
# How sure the encoder must be of what the readers have too, and of what they have not heard.
BORNE_OUT, ALONE = 0.45, 0.9
# The same of another choice than was noted.
SURELY = 0.85
# A country that is asked for stands among so many first words of its sentence.
FIRST_WORDS = 4
# How sure it must be that it is not known; what is said in a word or two may be of anything.
NOT_KNOWN, LEAST_WORDS = 0.9, 3
_TAG = re.compile(r",? (?:would you (?:call|say)(?: it| that| so)?|i (?:guess|suppose)|isn['’]t it|right|i think|no)\s*\?\s*$", re.I)  # fmt: skip
# "No, no, no! Not two questions at once! Ask me properly" scolds.
_SCOLDS = re.compile(
    r"\W*no(?:\W+no)+\W*$|.*\b(?:(?:two|both|so many|too many|all these|no more|your) questions?|ask me (?:properly|again|nicely|one))\b",
    re.I | re.S,
)
# A bare yes or no beside something else may be to that; these are to the question.
_A_WORD = re.compile(r"\W*(?:(?:and|so|but|well|only)\W+)*(?:partly|partially|sometimes|always|never)\b", re.I)
_OWNS_NOT_KNOWING = re.compile(
    rf"\b(?:{NOT_KNOW}|{NO_IDEA}|{UNCERTAIN})\b|(?:\bnot|\bnever|\bcannot|n['’]?t|\bhard|\bcan ?not)\b[^.;!?]{{0,30}}\b(?:say|tell|told|sure|certain|aware|answer|asked|heard|informed|remember|recall)\b|\bno (?:word|answer|information)\b",
    re.I,
)
_IN_A_SENTENCE = frozenset({"answer", "other", "correction"})


def with_the_answer_left(heard: Heard, said: str, session: Session, number: int, tools: Tools) -> Heard:
    """The same with what a sentence of several answers to the open question, where nothing was heard of it."""
    waits = session.awaiting
    if waits is None or not waits.is_open or len(said.split()) > 3 * LONGEST:
        return heard
    heard = _as_the_whole_reads(heard, said, waits.ref, tools)
    if not _may_be_left(heard, waits.ref):
        return heard
    sentences = [m.span() for m in BEYOND_TITLES.finditer(said) if re.search(r"\w", m[0])]
    if len(sentences) < 2:
        return heard
    touched = {*(new.ref for _, new in heard.replaced), *(c.ref for c in heard.conflicts)}
    found = sorted(_told(said, sentences, waits.ref, touched, heard, session, tools), key=lambda p: -p.confidence)
    known = [p for p in found if p.status == "known"]
    if heard.asks and (len(known) < len(found) or not_understood(heard.asks)):
        # "No idea about encryption, what is that?" has answered; "Contest? What do you mean? Nobody's running a raffle here" has not.
        found = [p for p in found if p.status != "known"]
        known = []
    if heard.replaced:
        # Who sets another note right and has a word for themselves ("My mouth ran before my head") owns no not knowing without saying so.
        found = [p for p in found if p.status == "known" or _OWNS_NOT_KNOWING.search(p.quote)]
    # "I don't know this word" is no don't-know.
    found = list(without_not_clear(Reading(tuple(found), "answer"), said, waits.ref).proposals)
    for told in known or found:
        facts = gate(Reading((told,), "answer"), said, number).facts
        if facts:
            return _with(heard, facts[0])
    return heard


def _as_the_whole_reads(heard: Heard, said: str, ref: str, tools: Tools) -> Heard:
    """The same with the choice that the readers and the encoder both surely hear in the message as a whole, where a form of its first words chose another:
    "We carry on. … Just slower, bulletins go out late".
    """
    answer = next((f for f in heard.facts if f.ref == ref), None)
    if (
        answer is None
        or answer.status != "known"
        or answer.source != "said"
        or field_of(ref).type not in ("yesno", "enum")
    ):
        return heard
    read = next((p for p in heard.reading.proposals if p.ref == ref and p.status == "known"), None)
    if read is None or read.value == answer.value or read.confidence < WORDS or len(said.split()) > LONGEST:
        return heard
    if dict(tools.answers(said, field_of(ref).key)).get(str(read.value), 0.0) < SURELY:
        return heard
    put = replace(answer, value=checked_value(ref, read.value))
    return replace(
        heard,
        facts=tuple(put if f is answer else f for f in heard.facts),
        replaced=tuple((o, put) if n is answer else (o, n) for o, n in heard.replaced),
    )


def _may_answer(sentence: str) -> bool:
    """Whether a sentence says enough to answer beside others."""
    if _SCOLDS.match(sentence):
        return False
    return len(sentence.split()) >= LEAST_WORDS or _A_WORD.match(sentence) is not None


def _may_be_left(heard: Heard, ref: str) -> bool:
    """Whether nothing was heard of a reference, and the message was not a word on something else that was put."""
    settled = heard.skipped or heard.refused or heard.merged or heard.decided or heard.late or heard.removed
    of_it = any(f.ref == ref for f in (*heard.facts, *heard.told)) or any(c.ref == ref for c in heard.conflicts)
    return not (settled or of_it) and heard.reading.intent not in ("stop", "undo", "skip")


def _with(heard: Heard, answer: Fact) -> Heard:
    """The same with an answer, and with nothing else read in its very words that is a guess of what was meant."""
    kept = without_told(heard, {answer.ref})
    intent = "answer" if kept.reading.intent in ("other", "question") else kept.reading.intent
    unsure = kept.unsure if kept.unsure is not None and kept.unsure.ref != answer.ref else None
    return replace(
        kept, facts=(*kept.facts, answer), vague=False, unplaced="", unsure=unsure,
        reading=replace(kept.reading, intent=intent),
    )  # fmt: skip


def _told(
    said: str,
    sentences: list[tuple[int, int]],
    ref: str,
    touched: set[str],
    heard: Heard,
    session: Session,
    tools: Tools,
) -> Iterator[Proposal]:
    """What each sentence tells of a reference, but for those that put another note right."""
    sets_right = bool(touched or heard.change or heard.unplaced)
    for start, end in sentences:
        sentence = said[start:end]
        tag = _TAG.search(sentence)
        if (sentence.rstrip().endswith("?") and tag is None) or not _may_answer(sentence):
            continue
        alone = blanked(said, [(0, start), (start + tag.start() if tag else end, len(said))])
        read = tools.reader.read(alone, ref, session.chain)
        if read.intent not in _IN_A_SENTENCE or any(p.ref in touched for p in read.proposals):
            continue
        told = _of_a_sentence(alone, ref, read, bool(heard.asks), tools)
        told = told or _as_in_the_whole(alone, said, ref, read, tools)
        if told is not None and not (sets_right and _may_be_of_that(told, sentence, read, tools)):
            yield told


def _may_be_of_that(told: Proposal, sentence: str, read: Reading, tools: Tools) -> bool:
    """Whether what a sentence tells beside what sets another note right may be of that note: a choice of which it does not speak, or that only the encoder
    heard ("Who tags comments: sub-editors AND a crowd site. Missed the second" answers nothing of an assessment).
    """
    key = field_of(told.ref).key
    if field_of(key).type not in CHOICE_TYPES or told.status != "known":
        return False
    return told not in read.proposals or told.confidence < WORDS or not some_sentence_is_of(key, sentence, tools)


def _of_a_sentence(alone: str, ref: str, read: Reading, asks: bool, tools: Tools) -> Proposal | None:
    """What one sentence tells of a reference: what the readers and the encoder for answers hear alike, or one of them surely."""
    key, text = field_of(ref).key, alone.strip()
    own = next((p for p in read.proposals if p.ref == ref), None)
    if own is not None and own.status != "known":
        shrugs = own.status in ("unknown", "withheld") and own.confidence >= NOT_KNOWN
        named = not asks or bool(own_stems(field_of(ref)) & stems(text))
        return own if shrugs and named else None
    if field_of(ref).type not in CHOICE_TYPES:
        if own is None or own.confidence < WORDS or not _may_be_a_name(own):
            return None
        if field_of(ref).type == "country" and len(alone[: own.start or 0].split()) < FIRST_WORDS:
            return own
        return own if 2 * len(own.quote.split()) >= len(text.split()) else None
    told = dict(tools.answers(text, key))
    best = likeliest(told)
    if own is not None:
        same = bool(best) and best in (own.members or (own.value,)) and told[best] >= BORNE_OUT
        return own if own.confidence >= AGREED and same else None
    if best and told[best] >= ALONE and field_of(ref).type != "set" and read.intent == "answer":
        return Proposal.of_all(alone, ref, "known", best, told[best])
    return None


def _may_be_a_name(own: Proposal) -> bool:
    """Whether words may be a name, where one is asked for: beside other matters it is written as one."""
    named = field_of(own.ref).type == "entity" or own.ref.endswith(".name")
    return not named or own.value == "self" or any(c.isupper() or c.isdigit() for c in str(own.value))


def _as_in_the_whole(alone: str, said: str, ref: str, read: Reading, tools: Tools) -> Proposal | None:
    """What the readers hear in a sentence and the encoder in the message as a whole."""
    own = next((p for p in read.proposals if p.ref == ref and p.status == "known"), None)
    if own is None or own.confidence < WORDS or field_of(ref).type not in CHOICE_TYPES or len(said.split()) > LONGEST:
        return None
    told = dict(tools.answers(said, field_of(ref).key))
    best = likeliest(told)
    return own if best and best in (own.members or (own.value,)) and told[best] >= BORNE_OUT else None
