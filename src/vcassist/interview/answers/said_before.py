"""A no that is of what was told before, or set right in the same message, and of nothing that is asked: "No, they never agreed, I told you." Pure."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import islice

from vcassist.chain.facts import Fact
from vcassist.interview.answers.offered import NO
from vcassist.interview.heard import Heard
from vcassist.interview.meant import stems, telling_stems
from vcassist.interview.sentences import SENTENCE, around
from vcassist.interview.session import Session

_TOLD = re.compile(
    r"\b(?:i|we)(?:['’]ve| have)? (?:already |just |only )?(?:told|said|wrote|written|mentioned|explained)\b|\bas i (?:said|told|wrote)\b|\b(?:told|said) (?:you|it|that|so) (?:already|before)\b",
    re.I,
)
_BARE_NO = re.compile(r"\W*(?:no+|nope|nah)\W*", re.I)
_POINTS = re.compile(r"\b(?:any|one|it|them|that|those|either|such)\W*$", re.I)
_PROTESTS = re.compile(
    r"\W*(?:no+|nope|nah)\b\W*(?:(?:no|sorry|wait|but)\W+)*(?:i (?:meant|mean|(?:was|am) (?:asking|talking|speaking) (?:about|of)|asked (?:about|you|for|whether|if|what|who|how))\b|(?:that|this|it)(?:['’]?s| is| was) ?(?:not|n['’]?t) (?:what i|my question|why i))",
    re.I,
)


def without_a_no_of_that(heard: Heard, said: str, session: Session) -> Heard:
    """The same, without a no to what is asked where the message speaks of one other matter that has this answer, and not of the one that is asked."""
    answer = next((f for f in heard.facts if f.ref == session.asked and _is_no(f)), None)
    if answer is not None and (_of_anothers_words(answer, heard, said) or _only_protests(answer, said)):
        return replace(heard, facts=tuple(f for f in heard.facts if f is not answer))
    if answer is None or not NO.match(said) or not NO.match(answer.quote):
        return heard
    if any(new.ref == answer.ref for _, new in heard.replaced):
        # It decides what was put to the person.
        return heard
    words = stems(said)
    if telling_stems(answer.field.key) & words:
        return heard
    # "… from what I have told you here" far behind says nothing of this no.
    told = " ".join(m[0] for m in islice(SENTENCE.finditer(said), 2))
    put_right = [new for _, new in heard.replaced if _is_no(new)]
    stands = [f for f in session.chain.facts.values() if f.ref != answer.ref and _is_no(f) and _TOLD.search(told)]
    of_it = {f.ref: f for f in (*put_right, *stands) if telling_stems(f.field.key) & words}
    if len(of_it) != 1:
        return heard
    [of_that] = of_it.values()
    facts = tuple(f for f in heard.facts if f.ref != answer.ref)
    return replace(heard, facts=facts, restated=None if of_that in put_right else of_that)


def without_a_protest(session: Session, heard: Heard) -> Heard:
    """The same without a bare no with which a message begins that sets right what was noted just before: "NO. I don't know about consent"."""
    lately = session.live[-1].number if session.live else None
    if not any(old.turn == lately and old.ref != session.asked for old, _ in heard.replaced):
        return heard
    return replace(
        heard,
        facts=tuple(f for f in heard.facts if f.ref != session.asked or f.start or not _BARE_NO.fullmatch(f.quote)),
    )


def _only_protests(answer: Fact, said: str) -> bool:
    """Whether a no is of what the reply understood: "No, I meant the tool", "no that's not what I asked"."""
    protest = _PROTESTS.match(said)
    return protest is not None and (answer.start or 0) < protest.end()


def _of_anothers_words(answer: Fact, heard: Heard, said: str) -> bool:
    """Whether the words of a no name another matter that has it too, and not the one that is asked: "rules no, I never saw any"."""
    words = stems(answer.quote)
    if telling_stems(answer.field.key) & words:
        return False
    others = [f for f in heard.facts if f is not answer and _is_no(f) and telling_stems(f.field.key) & stems(f.quote)]
    if any(f.overlaps(answer) and telling_stems(f.field.key) & words for f in others):
        return True
    # "Rules no, I never saw any": it points at what stands before it in its sentence.
    here = around(SENTENCE, said, answer.start or 0)
    if here is None or not _POINTS.search(answer.quote):
        return False
    return any(here.start() <= (f.start or 0) < (answer.start or 0) for f in others)


def _is_no(fact: Fact) -> bool:
    return fact.field.type == "yesno" and fact.value == "no"
