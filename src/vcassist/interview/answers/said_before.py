"""A no that is of what was told before, or set right in the same message, and of nothing that is asked: "No, they never agreed, I told you." Pure."""

from __future__ import annotations

import re
from dataclasses import replace

from vcassist.chain.facts import Fact
from vcassist.interview.answers.offered import NO
from vcassist.interview.heard import Heard
from vcassist.interview.meant import stems, telling_stems
from vcassist.interview.session import Session

_TOLD = re.compile(
    r"\b(?:i|we)(?:['’]ve| have)? (?:already |just |only )?(?:told|said|wrote|written|mentioned|explained)\b|\bas i (?:said|told|wrote)\b|\b(?:told|said) (?:you|it|that|so) (?:already|before)\b",
    re.I,
)


def without_a_no_of_that(heard: Heard, said: str, session: Session) -> Heard:
    """The same, without a no to what is asked where the message speaks of one other matter that has this answer, and not of the one that is asked."""
    answer = next((f for f in heard.facts if f.ref == session.asked and _is_no(f)), None)
    if answer is None or not NO.match(said) or not NO.match(answer.quote):
        return heard
    words = stems(said)
    if telling_stems(answer.field.key) & words:
        return heard
    put_right = [new for _, new in heard.replaced if _is_no(new)]
    stands = [f for f in session.chain.facts.values() if f.ref != answer.ref and _is_no(f) and _TOLD.search(said)]
    of_it = {f.ref: f for f in (*put_right, *stands) if telling_stems(f.field.key) & words}
    if len(of_it) != 1:
        return heard
    [of_that] = of_it.values()
    facts = tuple(f for f in heard.facts if f.ref != answer.ref)
    return replace(heard, facts=facts, restated=None if of_that in put_right else of_that)


def _is_no(fact: Fact) -> bool:
    return fact.field.type == "yesno" and fact.value == "no"
