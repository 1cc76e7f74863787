"""A correction right behind an answer that names nothing: "no wait, only sometimes", "hang on, we do". It is of the last answer. Pure but for its reader.

What such a message says is read as an answer to the question that was answered last, and nothing of it answers the question that is
open now. Words that only make time ("wait, I have to look") and words of the open question's own matter are left to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set

from vcassist.chain.facts import Fact, checked_value, field_of
from vcassist.interview import meant
from vcassist.interview.answers.offered import NO, YES, chosen, concluded, in_offered_words, plainly_said
from vcassist.interview.corrections.correcting import corrects, put_instead
from vcassist.interview.corrections.in_part import MIDDLE_BESIDE
from vcassist.interview.corrections.repair import CHOSEN, not_known, only_denies, only_marks, read_as
from vcassist.interview.meant import addresses, field_words, own_stems, stems, telling_stems, words_of
from vcassist.interview.parts.pointing import elsewhere
from vcassist.interview.ports import Reader
from vcassist.interview.remarks.moves import hedge_of
from vcassist.interview.sentences import PART
from vcassist.interview.session import Session

_I = re.I
# How sure a reader must be where the lead could be mere hesitation, and where it plainly takes something back.
CLEAR = 0.85
FAIR = 0.5
# A correction right behind an answer is short.
LONGEST = 60
_SIGH = r"(?:(?:oh|ah|hm+|er+m?|um+|well|but|and|argh|ugh|eh|ha|ok(?:ay)?|look|listen)\b\W*)*"
# What takes the last words back, and what may only make time.
_BACK = r"(?:no,? (?:wait|hang on|hold on)|(?:wait|hang on|hold on),? no|oops|correction|typo|(?:my|that was my) (?:mistake|bad|error)|scratch (?:that|it)|(?:strike|scrap|scrub|forget) that|(?:no\W{1,3})?(?:that|this|it)(?:(?:['’]s| is| was) not|(?: is| was)n['’]t) (?:true|right|so|correct)(?:\W{1,3}(?:is|was) it)?|wrong\W{0,2}(?=\s)|(?:no\W{1,3})?i(?:['’]m| am| was) (?:fibbing|lying|talking (?:nonsense|rubbish)|making that up)|(?:no\W{1,3})?i (?:told you|said|talk|say) (?:nonsense|rubbish|it wrong|wrong|bad)|i (?:take|have to take|must take) (?:that|it) back|(?:no\W{1,3}(?:the|my)|my) (?:last|previous) (?:one|answer|thing|bit)(?=\s*[.,:;!–—-])|not (?:quite |really )?(?:true|right|correct)(?=\s*[.!;:–—-]))"
# A no that is stressed or polite: an answer where a yes or no is asked for, else a protest.
_NO_NO = r"(?:no(?:,? no)+|no,? (?:sorry|pardon)|(?:sorry|pardon|actually),? no)"
_PAUSE = r"(?:wait|hang on|hold on|sorry|pardon(?: me)?|excuse me|actually)"
_LEAD = re.compile(rf"\W*{_SIGH}(?:{_BACK}|{_NO_NO}|{_PAUSE})\b(?:\W+(?:{_BACK}|{_PAUSE}|{_SIGH})\b)*\W*", _I)
_ONLY_SIGHS = re.compile(rf"\W*{_SIGH}", _I)
# "Not everybody can be found in it" denies nothing that was told.
_ENDS = re.compile(r"\W*$|\s*[.,;:!–—-]| of (?:them|us|it|those)\b", _I)
_TAKES_BACK = re.compile(rf"\b{_BACK}\b", _I)
_PROTESTS = re.compile(rf"\b{_NO_NO}\b", _I)
# Who speaks of what was said long ago does not mean the last answer.
_LONG_AGO = re.compile(
    r"\b(?:earlier|at the (?:start|beginning|outset)|in my first|before that|a while ago|some time ago|previously)\b",
    _I,
)
# Who says so: "Luc just told me it is …".
_REPORTS = re.compile(
    r"\W{0,5}(?:\w[\w’'-]{0,30} ){1,4}?(?:(?:just|now|only|here) )?(?:told me|tells me|telling me|says?|said|is saying|reminds me|reminded me|thinks)\b(?: that\b)?[\s,:]*",
    _I,
)
# "No, always, sorry": a choice with an excuse before it or behind.
_A_CHOICE = re.compile(
    r"\W*(?:no\b\W+)?(?P<before>(?:sorry|oops|pardon|i mean|i meant|wait)\b\W+)?(?P<choice>(?!(?:i|we|it|let|that|this|they|he|she|there|my|one|a)\b)\w[^\W_]*(?: \w+){0,2}?)(?P<after>\W+(?:sorry|i mean|i meant|pardon|oops|i should have said))?\W*",
    _I,
)
_NOT_SO_MUCH = re.compile(
    r"\bnot (?:quite |really |exactly |actually |nearly |strictly |entirely )?(?P<much>all|every(?:one|body|thing)?|each|always|never|both|none|nobody)\b",
    _I,
)
# Words that say as much of how many: "not quite all" takes back "everyone is told".
_AS_MUCH = ("all", "everyone", "everybody", "everything", "each", "every"), ("nobody", "none", "no one", "never")
_SAY_LITTLE = frozenset(
    {"yes", "nobody", "don", "doesn", "didn", "know", "does", "think", "there", "people", "some", "all", "any"}
)


def of_the_last(
    session: Session, said: str, gated: Sequence[Fact], reader: Reader, put: Set[str]
) -> tuple[Fact, Fact] | None:
    """(old, new) of the answer given last, where a message begins by taking it back; None where it means another, or only hesitates."""
    old, lead = last_answered(session), _LEAD.match(said)
    instead = put_instead(said)
    if old is None or old.ref in put or old.ref == session.asked or len(said.split()) > LONGEST:
        return None
    told = session.said_in(old.turn)
    less = _takes_back_its_word(told, said)
    if (
        (lead is None and instead is None and not excuses_a_choice(said) and not less)
        or _LONG_AGO.search(said)
        or elsewhere(old.ref, said, session.chain, session.asked)
    ):
        return None
    if (choice := _other_choice(said, old, session, reader)) is not None:
        return old, choice
    if lead is None and instead is None and not less:
        return None
    begins = max(lead.end() if lead else 0, instead or 0)
    back = instead is not None or (lead is not None and _TAKES_BACK.search(lead[0]) is not None)
    back = back or less or corrects(said)
    mine = _own(old, said[begins:], gated) or _denies_its_word(told, said[begins:])
    stressed = lead is not None and _PROTESTS.search(lead[0]) is not None
    if stressed and session.asked and not back:
        if field_of(session.asked).type == "yesno" and not any(f.ref == old.ref for f in gated):
            return None
        back = field_of(session.asked).type != "yesno"
    if not mine and not _left_to_it(old, said[begins:], session, gated, back):
        return None
    for at, text in _pieces(said, begins):
        new = as_answer(text, at, old, reader, session, FAIR if back or mine else CLEAR)
        if new is not None and not new.says_the_same(old):
            return old, new
    if back and session.asked is None and (unknown := not_known(said, old, reader, session)) is not None:
        # With another question open, that somebody does not know is of that one.
        return old, unknown
    # What was read of it in the whole message, where none of its parts says it alone.
    now = next((f for f in gated if f.ref == old.ref and f.status == "known" and not f.says_the_same(old)), None)
    now = now or (_no_longer_whole(old, said) if less else None)
    return (old, now) if now is not None else None


def _other_choice(said: str, old: Fact, session: Session, reader: Reader) -> Fact | None:
    """Another choice of the last answer that a message consists of, with a word of excuse: "no, always, sorry"; None where it may answer the open
    question.
    """
    m = _excused(said)
    if m is None or old.field.type != "enum":
        return None
    if session.asked and (in_offered_words(m["choice"], session.asked, 0) or field_of(session.asked).type == "enum"):
        return None
    new = as_answer(m["choice"], m.start("choice"), old, reader, session, CLEAR)
    return new if new is not None and new.value != old.value else None


def _excused(said: str) -> re.Match[str] | None:
    """The few words that a message consists of beside its excuse."""
    m = _A_CHOICE.fullmatch(said) if len(said) <= LONGEST else None
    return m if m is not None and (m["before"] or m["after"]) else None


def excuses_a_choice(said: str) -> bool:
    """Whether a message is but a few words with an excuse ("no, always, sorry"): where they are a choice, it is that of the last answer."""
    return _excused(said) is not None


def led_back(said: str) -> tuple[int, int]:
    """Where a message begins by words that only take back what was said last ("not true.", "no, the last one."); (0, 0) where it does not."""
    lead = _LEAD.match(said)
    return lead.span() if lead is not None and _TAKES_BACK.search(lead[0]) is not None else (0, 0)


def _denies_its_word(told: str, text: str) -> bool:
    """Whether a message denies how much the last answer told, by its own word or one like it: "not all" of "yh all of em"."""
    return any(_is_its_word(told, m["much"]) for m in _NOT_SO_MUCH.finditer(text))


def _takes_back_its_word(told: str, said: str) -> bool:
    """Whether a message begins by denying how much the last answer told: "Not quite everyone", behind "everyone is told"."""
    m = _NOT_SO_MUCH.search(said)
    if m is None or _ENDS.match(said, m.end()) is None:
        return False
    return _ONLY_SIGHS.fullmatch(said, 0, m.start()) is not None and _is_its_word(told, m["much"])


def _no_longer_whole(old: Fact, said: str) -> Fact | None:
    """The middle of a scale of whose end the message denies that it holds for all: "hmm not everybody. the two new ones no"."""
    middle, m = MIDDLE_BESIDE.get(str(old.value)), _NOT_SO_MUCH.search(said)
    if middle is None or m is None or middle not in old.field.options:
        return None
    return Fact(old.ref, "known", checked_value(old.ref, middle), m[0], m.start(), m.end())


def denies_how_many(session: Session, said: str) -> bool:
    """Whether a message begins by denying how much the last answer told."""
    old = last_answered(session)
    return old is not None and _takes_back_its_word(session.said_in(old.turn), said)


def _is_its_word(told: str, much: str) -> bool:
    alike = next((words for words in _AS_MUCH if much.casefold() in words), (much,))
    return re.search(rf"\b(?:{'|'.join(map(re.escape, alike))})\b", told, _I) is not None


def last_answered(session: Session) -> Fact | None:
    """The answer that the last message gave to its question, else the only fact that it brought."""
    said = next((t for t in reversed(session.live) if t.said), None)
    if said is None or not said.facts:
        return None
    before = [t for t in session.live if t.number < said.number]
    asked = before[-1].awaiting.ref if before and before[-1].awaiting else None
    answer = next((f for f in said.facts if f.ref == asked), said.facts[0] if len(said.facts) == 1 else None)
    return answer if answer is not None and session.chain.get(answer.ref) == answer else None


def _own(old: Fact, text: str, gated: Sequence[Fact]) -> bool:
    """Whether words are of the last answer by what is read in them, by a word of its field, or by an echo of the answer itself."""
    heard = bool(telling_stems(old.field.key) & (stems(text) - _SAY_LITTLE)) or bool(
        (words_of(old.quote) - _SAY_LITTLE) & words_of(text)
    )
    if meant.addressed_words(text) and not field_words(old.field) & meant.addressed_words(text):
        return False
    return heard or any(f.ref == old.ref for f in gated)


def _left_to_it(old: Fact, text: str, session: Session, gated: Sequence[Fact], back: bool) -> bool:
    """Whether words that name nothing are left to the last answer: they are not of the open question, nor of another answer by its own words."""
    heard, chain = stems(text), session.chain
    if addresses(session, text):
        return False
    others = [f for f in gated if f.ref not in (old.ref, session.asked) and chain.get(f.ref) is not None]
    if not (back and old.field.type in CHOSEN) and any(
        telling_stems(f.field.key) & heard or chosen(f, text) for f in others
    ):
        return False
    theirs = session.asked is not None and bool((own_stems(field_of(session.asked)) - own_stems(old.field)) & heard)
    answered = any(f.ref == session.asked and not only_marks(f.quote) for f in gated)
    return not theirs if back else not (theirs or answered)


def _pieces(said: str, begins: int) -> Iterator[tuple[int, str]]:
    """What stands behind the lead: its first sentence where that is an answer by itself, all of it, each of its sentences from the last."""
    sentences = [(m.start() + begins, m[0]) for m in PART.finditer(said[begins:]) if re.search(r"\w", m[0])]
    if len(sentences) > 1 and len(sentences[0][1].split()) <= 4:
        yield sentences[0]
    yield begins, said[begins:]
    reports = _REPORTS.match(said, begins)
    if reports is not None:
        yield reports.end(), said[reports.end() :]
    if len(sentences) > 1:
        yield from reversed(sentences)


def as_answer(text: str, at: int, old: Fact, reader: Reader, session: Session, fair: float) -> Fact | None:
    """What a piece says as an answer to the question of ``old``, heard as answers are: by its reader, its plain words and what it comes to."""
    ref, spec = old.ref, old.field
    if not re.search(r"\w", text) or text.rstrip().endswith("?"):
        return None
    if spec.type == "yesno" and len(text.split()) <= 4 and hedge_of(text) == "partly":
        start = len(text) - len(text.lstrip())
        words = text.strip().rstrip(".,;:!–— ")
        return Fact(ref, "known", checked_value(ref, "partly"), words, at + start, at + start + len(words))
    read = read_as(text, 0, ref, reader, session, fair=fair)
    facts: tuple[Fact, ...] = (read,) if read is not None else ()
    facts = concluded(plainly_said(facts, text, ref, 0), text, ref, 0)
    new = next((f for f in facts if f.ref == ref), None)
    if new is None or new.open or only_denies(new) or only_marks(new.quote) or not _bears(new, text):
        return None
    return new.moved(at)


def _bears(new: Fact, text: str) -> bool:
    """Whether words can be an answer to that question: a yes or no has its word or one of its field, a name looks like one."""
    if new.field.type == "yesno":
        plain = (
            YES.match(text)
            or NO.match(text)
            or re.search(r"\b(?:yes|no|not|never|nobody|none|nothing|do|does|did)\b|n['’]t\b", text, _I)
        )
        return bool(plain) or bool(stems(text) & telling_stems(new.field.key))
    if new.field.type in CHOSEN:
        return True
    return new.field.type == "entity" and isinstance(new.value, str) and any(c.isupper() for c in new.quote)
