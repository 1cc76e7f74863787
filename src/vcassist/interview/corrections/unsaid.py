"""Protests against a note: "I never said it decides", "you wrote “…”, that is wrong", "why do you put no?". Pure but for its reader.

What such a message repeats is the assistant's, and no answer of the person's: it says which note is wrong. What stands beside it is read as
the right answer to that question; where nothing does, the note goes and the question is open again.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from vcassist.chain.facts import Fact
from vcassist.interview import meant
from vcassist.interview.corrections import repair
from vcassist.interview.noted import answers_named
from vcassist.interview.ports import Reader
from vcassist.interview.questions.matters_named import keys_named
from vcassist.interview.reading import blanked
from vcassist.interview.removals.orders import bare_object
from vcassist.interview.removals.removing import LONGEST_WISH, Wish
from vcassist.interview.sentences import PART
from vcassist.interview.session import Session
from vcassist.interview.words import Country

_I = re.I
_LEAD = r"(?:^|[.,;:!?\n–—-]\s*)(?:(?:but|and|so|no|oh|look|sorry|hey|well|again|please|also|by the way|besides|for the record)\W+)*"
_NOT_SAID = r"(?:have )?(?:never|did not|didn['’]?t|have not|haven['’]?t) (?:ever )?(?:say|said|claim(?:ed)?|stated?|write|wrote|written|mention(?:ed)?|told?|tell)(?: you)?"
_WROTE = r"(?:write|wrote|written|note|noted|put|record|recorded|say|said|have|claim|claimed|think|got)(?: down)?"
_WHAT = r"(?P<what>[“\"„][^”\"]{1,120}[”\"]|[^.!?;\n]+?)"
_WRONG = r"(?:(?:is|was|are)(?: not|n['’]?t) (?:true|right|so|correct|what i)|(?:is|was|are|['’]s) (?:all |just |plain |completely )?(?:wrong|false|nonsense|rubbish|incorrect|untrue|a mistake|not (?:true|right|so|correct)))"
_STOP = r"(?=\s*(?:[.!?;\n]|$|, ))"
_WHY = re.compile(
    rf"{_LEAD}(?:why|how come)(?: on earth)? (?:do |did |have |are |would )?you {_WROTE}(?: that| it as)? {_WHAT}{_STOP}",
    _I,
)
_WHO_TOLD = re.compile(
    rf"{_LEAD}(?:who (?:told|tells) you|who (?:said|says)|where did you get(?: (?:it|the idea|that)(?: from)?)?)(?: that)? {_WHAT}{_STOP}",
    _I,
)
_FORMS = (
    re.compile(rf"{_LEAD}i {_NOT_SAID}(?: that)?(?! (?:you should |you |for you )?to (?:take|remove|delete|strike|erase|drop|put|change)\b) {_WHAT}{_STOP}", _I),
    re.compile(
        rf"{_LEAD}(?:please )?(?:(?:do not|don['’]?t|dont|never) (?:tell (?:me|us)|say|pretend|claim)|stop (?:telling (?:me|us)|saying|claiming))(?: that| as if)? {_WHAT}{_STOP}",
        _I,
    ),
    re.compile(
        rf"{_LEAD}(?:it|that)(?: is|['’]?s| was)(?: just| simply| really)? (?:not|n['’]?t) (?:true|right|so|correct|the case) that {_WHAT}{_STOP}",
        _I,
    ),
    _WHO_TOLD,
    re.compile(
        rf"{_LEAD}you(?:['’]ve| have| had)? (?:just |only |still )?{_WROTE}(?: that)? {_WHAT}(?:,? (?:that|which|this|it))? ?(?:{_WRONG}|,? *not true)",
        _I,
    ),
    re.compile(
        rf"{_LEAD}you(?:['’]ve| have| had)? (?:just |only |still )?{_WROTE}(?: that)? {_WHAT}\s*[.!,;–—-]+\s*(?:that(?:['’]?s| is) )?(?:{_WRONG}|nonsense|wrong|rubbish|not (?:true|right|so)|(?:this|that|it) {_WRONG})",
        _I,
    ),
)  # fmt: skip
# "Where did you get our size from?" asks for its words.
_FROM = re.compile(r"\b(?:from|out of)(?:,? (?:by the way|btw|anyway|then|actually))?\W*$", _I)
# What was said instead, said again.
_I_SAID = re.compile(r"\W*(?:but |and )?i (?:only |just )?(?:said|meant|mean|say|wrote|told you)\b[^.!?\n]*", _I)
_BARE = re.compile(r"\W*(?:a )?(yes|no|partly)\W*", _I)
# How what was left open is said back.
_OPEN: dict[str, re.Pattern[str]] = {
    "not_applicable": re.compile(r"\b(?:do(?:es)?(?: not|n['’]?t) apply|not applicable)\b", _I),
    "unknown": re.compile(
        r"\b(?:i|we|you) (?:do(?: not|n['’]?t) know|am not sure|are not sure)\b|\b(?:un|not )known\b", _I
    ),
}


@dataclass(frozen=True, slots=True)
class _Protest:
    what: str
    span: tuple[int, int]
    asks: bool = False
    wonders: bool = False


def protest_in(said: str, session: Session, reader: Reader, number: int, country: Country) -> Wish | None:
    """The note that a message says is wrong, taken away or with what it says is right; None where it names none plainly."""
    if len(said.split()) > LONGEST_WISH or not session.chain.facts:
        return None
    for protest in _protests(said):
        old = _meant(protest.what, session, country)
        if old is None:
            continue
        spans = [protest.span]
        new = said_instead(old, blanked(said, spans), session, reader, number)
        if new is not None:
            # What sets it right tells nothing else.
            spans += [m.span() for m in PART.finditer(said) if m.start() <= (new.start or 0) < m.end()]
            return Wish((), "", tuple(spans), instead=(new,))
        named = _FROM.search(protest.what) or meant.words_of(protest.what) & meant.words_of(old.quote)
        if protest.asks or (protest.wonders and named):
            # "Who told you we are 24?" of their own "24 staff" asks as well.
            # "Why do you say that it comes from them?" with nothing right beside it asks, and is answered with the words it came from.
            continue
        spans += [m.span() for m in (_I_SAID.match(said, protest.span[1]),) if m]
        return Wish((old.ref,), "", tuple(spans), again=old.ref)
    return None


def _protests(said: str) -> list[_Protest]:
    found = [
        _Protest(m["what"], m.span(), form is _WHY, form is _WHO_TOLD)
        for form in (*_FORMS, _WHY)
        for m in form.finditer(said)
    ]
    return sorted(found, key=lambda p: p.span)


def _meant(what: str, session: Session, country: Country) -> Fact | None:
    """The one answer that the repeated words are; a bare yes or no is the latest such answer."""
    chain = session.chain
    if (bare := _BARE.fullmatch(what)) is not None:
        same = [f for f in chain.facts.values() if f.field.type == "yesno" and f.value == bare[1].lower()]
        newest = max((f.turn for f in same), default=0)
        latest = [f for f in same if f.turn == newest]
        return latest[0] if len(latest) == 1 else None
    for status, words in _OPEN.items():
        if words.search(what):
            return _left_open(what, status, session)
    found = (
        answers_named(bare_object(what), chain, country, told=True)
        or _noted_lately(what, session)
        or _of_its_matter(what, session)
    )
    return found[0] if len(found) == 1 and found[0].status == "known" else None


def _noted_lately(what: str, session: Session) -> tuple[Fact, ...]:
    """What the last reply noted in words of which one is repeated: "I did not say about the impact"."""
    last = session.live[-1] if session.live else None
    said = meant.words_of(what)
    return tuple(f for f in last.facts if meant.field_words(f.field) & said) if last is not None else ()


def _of_its_matter(what: str, session: Session) -> tuple[Fact, ...]:
    """What of several is noted on the matters that the repeated words call by name: "it is nothing when the app is gone". A yes or no may be just
    what they say.
    """
    keys = keys_named(what)
    return tuple(f for f in session.chain.facts.values() if f.field.key in keys and f.field.type == "enum")


def _left_open(what: str, status: str, session: Session) -> Fact | None:
    """The note that something is not known or does not apply: of several the one whose words stand beside."""
    same = [f for f in session.chain.facts.values() if f.status == status]
    named = [f for f in same if meant.field_words(f.field) & meant.words_of(what)]
    found = named or same
    return found[0] if len(found) == 1 else None


def said_instead(old: Fact, rest: str, session: Session, reader: Reader, number: int) -> Fact | None:
    """What the rest of a message says instead, in a sentence of its own."""
    for sentence in PART.finditer(rest):
        if not re.search(r"[^\W\d_]{2}", sentence[0]):
            continue
        new = repair.read_as(sentence[0], sentence.start(), old.ref, reader, session, fair=repair.FAIR)
        if new is None or new.status != "known" or new.says_the_same(old) or repair.only_marks(new.quote):
            continue
        if new.field.type != "yesno" or meant.shares_words(sentence[0], new.field) or len(sentence[0].split()) <= 6:
            return Fact(new.ref, new.status, new.value, new.quote, new.start, new.end, number)
    return None
