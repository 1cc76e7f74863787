"""A message that points back at an answer and tells how it is: "scrap what I said on encryption. I looked: …", "you have us in education. We are …". Pure but for its reader.

Its pointer, a sentence that speaks of what was said or noted, names the answer: by the name of the matter, by its value or label, by its own
words, or as the last one. It tells nothing itself, for what it repeats is the old value. What stands behind it is read as an answer to that
question and to no other, without what only gives a reason; a sentence of the open question's own matter is left to that. Where nothing is read
though the answer is plainly taken back, it goes, and its question is put once more.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from vcassist.chain.facts import Fact, checked_value, field_of
from vcassist.chain.fields import ALONE
from vcassist.interview import meant
from vcassist.interview.answers.last_answered import as_answer, excuses_a_choice, last_answered, led_back
from vcassist.interview.answers.offered import NO, YES, in_offered_words
from vcassist.interview.corrections.answer_meant import ENOUGH, LITTLE, answer_meant
from vcassist.interview.corrections.correcting import adds, concludes, not_complete
from vcassist.interview.corrections.denying import old_value_in
from vcassist.interview.corrections.repair import FAIR, SURE, read_as
from vcassist.interview.corrections.since_then import tells_a_change
from vcassist.interview.corrections.speaking_back import (
    AGREES,
    BACK_TO,
    OWNS_UP,
    REMINDS,
    SAID,
    SPEAKS,
    TAKES,
    TAKES_WHAT,
    YOU_NOTED,
)
from vcassist.interview.meant import stems
from vcassist.interview.ports import Reader
from vcassist.interview.questions.matters_named import keys_named
from vcassist.interview.reading import blanked, merged_set
from vcassist.interview.remarks.quoted import quotations
from vcassist.interview.remarks.standing_by import stands_by
from vcassist.interview.removals.order_forms import LONGEST
from vcassist.interview.removals.removing import Wish
from vcassist.interview.sentences import PART
from vcassist.interview.session import Session
from vcassist.interview.words import Country

_I = re.I
# A longer message is a story.
LONGEST_TOLD = 90
# So short are words before the pointer ("One thing!"), and a sentence that only says what it is about ("Those updates.").
_SHORT = 7
_FEW = 6
_WRONG = re.compile(
    r"\b(?:wrong|not (?:right|true|so|correct)|untrue|rubbish|nonsense|mistaken?|mistakes?|exaggerat\w+|a (?:bit|little) (?:much|too much)|showing off|a lie|lied|imprecise|inexact|"
    r"(?:mix\w*|muddl\w*|confus\w*)(?: \w+){0,3}?(?: up)?|misspoke|misremember\w*|corrects? me|put me right|stand corrected|guess(?:ed|ing)?|boast\w*)\b",
    _I,
)
# Of the answer given last, without a name for it.
_SIGH = r"\W*(?:(?:oh|ah|ai|bah|hm+|er+m?|um+|no|nah|well|sorry|wait|hang on|hold on|actually|dear|eh|all right|okay|ok|argh|oops)\b\W*){0,5}"
_OF_THE_LAST = re.compile(
    rf"{_SIGH}(?:check that(?= ?[.!:;,–—-])|i (?:must |have to |will )?take (?:that|it) back|i(?:['’]ve| have| had| must have)? (?:just )?(?:mixed|muddled|confused|got|had) (?:that|it|this)(?: all)?(?: (?:up|muddled|wrong|mixed up))?(?: (?:up )?with\b[^.:;!?\n]{{1,60}})?(?=\s*[.:;!,–—-])|"
    r"(?:please |kindly |can you |could you )?(?:scrap|forget|strike|scratch|bin|ignore|disregard|cancel|erase|delete|undo|take back|withdraw) (?:my|that|the|this) (?:very )?(?:last|latest|previous|preceding) "
    r"(?:answer|reply|response|remark|statement|sentence|message|point|thing|bit|one)\b|"
    r"i sold you smoke|imprecise of me|(?:that|it)(?:['’]s| is| was) (?:wrong|not right),? what i said there|(?:that|it) was (?:the |my |our )?[^.:;!?\n]{1,50} i was (?:thinking|talking|speaking) of)",
    _I,
)
# What begins with a yes, a no or the name of what was asked goes on to the open question.
_GOES_ON = re.compile(
    r"\W*(?:(?:and|now|but)\b\W+){0,2}(?:(?:as )?(?:for|to) (?:the|your|that)\b|(?:and|now) (?:yes|no|yeah)\b)", _I
)
# A yes or no told of the answer without a word of its own: "they exist", "turns out …", "wife says we do"; that it is the other way.
_IT_IS_SO = re.compile(
    r"\b(?:they|it|one) (?:do(?:es)? )?exists?\b|\bthere(?:['’]s| is| are) (?!no\b|not\b|nothing\b|nobody\b|none\b)\w|\b(?:we|they|it|he|she|people) (?:do|does|can|are|is|may|did)(?: have| exist| allowed to)?(?=\W*$|\s*[,.;:!–—])|"
    r"\b(?:they|we) are allowed\b|\bi?(?:['’]ve)? ?found (?:it|one|them)\b|\bturns out\b|\bhas been (?:appointed|named|signed|written|made|passed)\b",
    _I,
)
_IT_IS_OTHERWISE = re.compile(
    r"\b(?:it|that|this)(?:['’]s| is| has)? (?:now |all )?(?:different|changed|the other way (?:a?round)|the opposite)\b",
    _I,
)
# "It was only in part", "so in part", "not all of it".
_ONLY_IN_PART = re.compile(
    r"\W*(?:(?:and|but|so|well|it|that|this|is|was|are|only|just|really|actually|at best|today|now|more like)\b\W*){0,6}(?P<value>in parts?|partly|partially)\b(?=\W*$|\s*[.,:;!–—-])",
    _I,
)
_SO_IT_IS = re.compile(
    r"\W*(?:so|therefore|thus|hence|then)\b\W+(?:(?:it|that|this|is|today|now|then|actually|really|a|the answer)\b\W+){0,4}(?P<value>yes|no)\b(?=\W*$|\s*[.,;:!–—-])",
    re.I,
)
_NEGATED = re.compile(r"\b(?:not|no|never|nobody|none|nothing|neither|nor|no longer|without|refused)\b|n['’]t\b", _I)
_IN_PART = re.compile(
    r"\b(?:partly|partially|parts?|some|only|just|half|not all|not every\w*|but|except|most|a few|two|one|yes)\b", _I
)
_OF_IT = re.compile(
    r"\W*(?:(?:and|but|so|well|no|in truth|truth is|now|today|actually)\b\W*){0,3}(?:it|that|this|they|them|there|he|she|those)\b",
    _I,
)
_ITS_ORDER = re.compile(
    r"\b(?:please|kindly|pls)?\W*(?:forget|cross|throw|put|take|strike|scrap) (?:it|that|this)\b[^.,;:!?]*", _I
)
_CLAUSE = re.compile(r"\s*[:,–—]\s+|\s-\s")


@dataclass(frozen=True, slots=True)
class _Pointer:
    """Sentence ``at`` of a message names an answer, as the last one where ``last``; ``taken``: it is plainly taken back or called wrong.

    ``heads``: it only says what the next sentence speaks of.
    """

    at: int
    text: str
    last: bool
    taken: bool
    heads: bool = False


def pointed_back(said: str, session: Session, reader: Reader, number: int, country: Country) -> Wish | None:
    """What a message puts in the place of an answer that it points back at, else that its question is put again; None where it points at none."""
    waits = session.awaiting
    if len(said) > LONGEST or len(said.split()) > LONGEST_TOLD or not session.chain.facts:
        return None
    if waits is not None and waits.manner in ("confirm", "conflict", "change"):
        # What was put to the person is decided first.
        return None
    parts = [m for m in PART.finditer(said) if re.search(r"\w", m[0])]
    for pointer in _pointers(parts, session, reader):
        old = last_answered(session) if pointer.last else _pointed_at(pointer, session, reader, country)
        if any(SAID.search(m[0]) and len(m[0].split()) > _FEW for m in parts[pointer.at + 1 :]):
            # Of two corrections each is heard by itself.
            continue
        if old is not None and old.ref != session.asked and _may_be_meant(old, pointer):
            wish = _set_right(said, parts, pointer, old, session, reader, number)
            # Nothing goes for one word that it shares with the pointer, nor for a mistake of which it tells.
            sure = wish is None or not wish.again or pointer.last
            if not sure and not _names_it(old, pointer.text, country):
                return None
            if sure or _pointed_at(replace(pointer, taken=False), session, reader, country) == old:
                return wish
            return None
    return None


def points_at_the_last(said: str) -> bool:
    """Whether a message takes back the answer that was given last, without a name for it: "check that", "disregard my last reply", "not true."."""
    return _OF_THE_LAST.match(said) is not None or led_back(said) != (0, 0) or excuses_a_choice(said)


def _set_right(
    said: str,
    parts: Sequence[re.Match[str]],
    pointer: _Pointer,
    old: Fact,
    session: Session,
    reader: Reader,
    number: int,
) -> Wish | None:
    """What is put in the place of an answer that is pointed at; that it is asked for anew where it is only taken back; else None."""
    told = _behind(said, parts, pointer)
    new = _told_instead(told, old, pointer, session, reader)
    spans = tuple(m.span() for m in parts if not (_asks(m[0]) or _of_the_open(m[0], old, session, first=m is parts[0])))
    if new is not None:
        return Wish((), "", spans, instead=(replace(new, turn=number),))
    if pointer.taken and not pointer.last and told and not any(concludes(text) for _, text in told):
        return Wish((old.ref,), "", spans, again=old.ref)
    return None


def _pointers(parts: Sequence[re.Match[str]], session: Session, reader: Reader) -> Iterator[_Pointer]:
    """What may point back in a message: its first sentence, or the second behind a few words that answer nothing."""
    for at, part in enumerate(parts[:2]):
        text, behind = part[0], parts[at + 1][0] if at + 1 < len(parts) else ""
        if at and (len(parts[0][0].split()) > _SHORT or _answers(parts[0][0], session, reader)):
            return
        if _asks(text) or AGREES.search(text) or AGREES.search(behind):
            return
        if (last := _OF_THE_LAST.match(text)) is not None:
            yield _Pointer(at, last[0], True, True)
            return
        takes = TAKES.search(text) is not None
        taken = takes or bool(_WRONG.search(text) or (_WRONG.search(behind) and len(behind.split()) <= _FEW))
        if not taken and (stands_by(text) or stands_by(behind)):
            return
        speaks = any(p.search(text) for p in (SAID, YOU_NOTED, BACK_TO, OWNS_UP)) or TAKES_WHAT.match(text)
        if speaks or (takes and re.match(r"\W*(?:that|this|those|these|the)\b", text, _I)):
            yield _Pointer(at, text, False, taken)
        elif len(text.split()) <= _SHORT and (SAID.search(behind) or tells_a_change(behind)):
            # "Those updates. Since last week it's different."
            yield _Pointer(at, text, False, False, heads=True)


def _asks(text: str) -> bool:
    reminds = BACK_TO.search(text) or (REMINDS.match(text) and SAID.search(text))
    return text.rstrip().endswith("?") and not reminds


def _may_be_meant(old: Fact, pointer: _Pointer) -> bool:
    """Whether a message may set right so what a thing is called: a model's name that is taken back, and no tool's."""
    return old.field.name != "name" or (old.field.kind == "model" and pointer.taken)


def _answers(text: str, session: Session, reader: Reader) -> bool:
    """Whether a few words answer the open question."""
    asked = session.asked
    if asked is None:
        return False
    if field_of(asked).type == "yesno" and (YES.match(text) or (NO.match(text) and len(text.split()) > 1)):
        return True
    return bool(in_offered_words(text, asked, 0)) or read_as(text, 0, asked, reader, session, fair=FAIR) is not None


def _names_it(old: Fact, text: str, country: Country) -> bool:
    """Whether a pointer names the matter of an answer, or what is noted of it; within quotation marks it says what others read."""
    bare = blanked(text, quotations(text))
    said = old_value_in(old, bare, country) is not None or bool(stems(old.quote) & stems(bare))
    return said or old.field.key in keys_named(bare)


def _pointed_at(pointer: _Pointer, session: Session, reader: Reader, country: Country) -> Fact | None:
    """The one answer that a pointer names most, in its first clause where that names one; None where several fit."""
    text = SPEAKS.sub(lambda m: " " * len(m[0]), pointer.text)
    cuts = [m.start() for m in _CLAUSE.finditer(text)][:2]
    if keys_named(text):
        # "Forgive an old man, I was mistaken as to who supplied us": a word of a clause means nothing beside the name of the matter.
        cuts = [end for end in cuts if keys_named(text[:end])]
    for end in (*cuts, len(text)):
        least = LITTLE if pointer.taken else ENOUGH
        may_be = partial(_may_be_meant, pointer=pointer)
        if (found := answer_meant(text[:end], session, reader, country, least=least, may_be=may_be)) is not None:
            return found
    return None


def _behind(said: str, parts: Sequence[re.Match[str]], pointer: _Pointer) -> list[tuple[int, str]]:
    """The sentences behind a pointer, each with its place, and of its own sentence what stands behind it."""
    told = [(m.start(), m[0]) for m in parts[pointer.at + 1 :] if not _only_points(m[0])]
    own = parts[pointer.at]
    if pointer.last:
        at = own.start() + len(pointer.text)
        return [(at, said[at : own.end()]), *told] if re.search(r"\w{2}", said[at : own.end()]) else told
    if not told and TAKES.search(own[0]):
        cuts = [own.start() + m.end() for m in _CLAUSE.finditer(own[0])]
        told = [(at, said[at : own.end()]) for at in cuts[:2] if not _only_points(said[at : own.end()])]
    return told


def _only_points(text: str) -> bool:
    """Whether a sentence asks, repeats what was said, or only takes it back."""
    if text.rstrip().endswith("?"):
        return True
    if SAID.search(text) and len(text.split()) <= _FEW:
        return True
    return not re.search(r"\w{2}", _ITS_ORDER.sub("", text)) or (len(text.split()) <= 2 and bool(_WRONG.search(text)))


def _told_instead(
    told: Sequence[tuple[int, str]], old: Fact, pointer: _Pointer, session: Session, reader: Reader
) -> Fact | None:
    """What the sentences behind a pointer say as an answer to its question: what follows from them first, else what is said in words of its own, else last."""
    fair = FAIR if pointer.taken else SURE
    found: list[tuple[float, int, Fact]] = []
    for at, text in told:
        if _of_the_open(text, old, session):
            continue
        new = _read(text, at, old, reader, session, fair)
        if new is None or new.status != "known" or new.says_the_same(old):
            continue
        echoes = meant.words_of(text) & (meant.words_of(pointer.text) | meant.words_of(old.quote))
        own = bool(meant.telling_stems(old.field.key) & meant.stems(text) or echoes) or old.field.key in keys_named(
            text
        )
        if new.field.type == "set" and (adds(text) or not_complete(text)) and not ALONE & {*old.values, *new.values}:
            # "That is not complete, we supply data also."
            new = merged_set(old, new)
        follows = concludes(text)
        if old.field.type == "yesno" and not (
            own or follows or pointer.taken or pointer.heads or _OF_IT.match(text) or _IT_IS_SO.search(text)
        ):
            continue
        found.append((2.0 * follows + own, at, new))
    return max(found, key=lambda f: f[:2])[2] if found else None


def _read(text: str, at: int, old: Fact, reader: Reader, session: Session, fair: float) -> Fact | None:
    """A sentence as an answer to the question of ``old``; a yes or no also where it only says that it is so after all, or the other way."""
    if old.field.type == "text":
        return read_as(text, at, old.ref, reader, session, fair=fair)
    said = (_ONLY_IN_PART.match(text) or _SO_IT_IS.match(text)) if old.field.type == "yesno" else None
    if said is not None:
        start, end = said.span("value")
        value = said["value"].lower() if said["value"].lower() in ("yes", "no") else "partly"
        return Fact(old.ref, "known", checked_value(old.ref, value), text[start:end], at + start, at + end)
    new = as_answer(text, at, old, reader, session, fair)
    if (new is None or new.says_the_same(old)) and (cut := _CLAUSE.search(text)):
        # "It was only in part: on the north bank …".
        first = as_answer(text[: cut.start()], at, old, reader, session, SURE)
        new = first if first is not None and not first.says_the_same(old) else new
    if old.field.type != "yesno" or old.value not in ("yes", "no"):
        return new
    if new is not None and new.value == "partly" and _NEGATED.search(text) and not _IN_PART.search(text):
        # "For the hotline none was made": what is named is what is spoken of, and no part of it.
        return replace(new, value=checked_value(new.ref, "no"))
    if new is not None and not new.says_the_same(old):
        return new
    negated = _NEGATED.search(text) is not None
    if _IT_IS_OTHERWISE.search(text) or (old.value == "no" and _IT_IS_SO.search(text) and not negated):
        words = text.strip()
        start = at + len(text) - len(text.lstrip())
        value = "no" if old.value == "yes" else "yes"
        return Fact(old.ref, "known", checked_value(old.ref, value), words, start, start + len(words))
    return None


def _of_the_open(text: str, old: Fact, session: Session, *, first: bool = False) -> bool:
    """Whether a sentence speaks of the open question's matter, or of another that it names, and not of the answer that is pointed at."""
    if session.asked is None or first or concludes(text):
        return False
    if _GOES_ON.match(text):
        return True
    spec, heard = field_of(session.asked), meant.stems(text)
    mine = meant.telling_stems(old.field.key) & heard
    theirs = meant.telling_stems(spec.key) & heard
    named = keys_named(text)
    return bool(theirs or spec.key in named) and not mine and old.field.key not in named
