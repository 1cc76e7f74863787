"""Which of two values that do not fit somebody holds to: who denies that they said what is noted, or answers the echo of it, has decided. Pure.

A contradiction is asked back once. Whoever reads "there is no consent" and writes "I did not say that nobody consents, they say yes by word of
mouth" has been asked already, by that echo; to be cross-examined on it is what people like least.
"""

from __future__ import annotations

import re

from vcassist.chain.facts import Fact
from vcassist.interview import meant
from vcassist.interview.sentences import BEYOND_TITLES, around, last_before
from vcassist.interview.session import Session

_I = re.I
# "We did not tell them" answers; what was told to the assistant is told to "you".
_SPEAK = r"(?:(?:say|said|write|wrote|written|mean|meant|claim|claimed|speak|spoken)|(?:tell|told) you)"
# What was said is denied, held to, or was meant of something else.
_PROTESTS = re.compile(
    rf"\bi (?:did ?n['’]?t|did not|never|have ?n['’]?t|have not|had not)(?: \w+)? {_SPEAK}\b(?! (?:it |that |this )?(?:well|clearly|rightly|correctly|properly)\b)|"
    r"\b(?:i(?:['’]ve| have| had| did)?(?: just| already| clearly| only)? (?:said|say|wrote|answered)|(?:i|we)(?:['’]ve| have| had)?(?: just| already)? told you)\b|"
    r"(?:^|[.!?]\s{0,3})(?:(?:no|but|oh|wait)\W+)*(?:that|this|those)(?:['’]?s| is| was| are| were) [^.,;:!?]{2,60}, not (?:of|about|for) |"
    r"[\"“”'‘’](?:yes|no|never|always|partly|none)[\"“”'‘’] (?:was|is|were) (?:about|for|of|on|to|only|meant)\b|"
    r"\b(?:no|never|yes|that|it) was (?:about|meant (?:for|of)) (?:the|my|our|your|something|another)\b",
    _I,
)
# An emphasis by capitals, within a sentence that is written small: "the origin IS written down".
_EMPHASIS = re.compile(r"[a-z][,;:]? (?:IS|ARE|DO|DOES|DID|WAS|WERE|HAVE|HAS|NOT|NO|NEVER|CAN|CANNOT) [a-z]")
_NO_TWICE = re.compile(
    r"\W*(?:(?:oh|ah|ei|hey|wait|but|well|sorry)\W+)*(?:no|nope|nah)\W{1,3}(?:no|nope|nah|not|nobody|never)\b", _I
)
_TURNS = re.compile(r"\W*(?:but|no|nope|wait|sorry|actually|hang on|hold on|oh|ah|ei|hey|hm+|that)\b", _I)
_ASKS_NOTE = re.compile(
    r"\b(?:what|how) (?:did|have) you (?:put|write|written|note|noted|got|have|understand|understood)\b|\bdid you (?:put|write|note|get)\b",
    _I,
)


def holds_to(session: Session, said: str, old: Fact, new: Fact) -> bool:
    """Whether the message that tells ``new`` says itself that it, and not ``old``, is so: it protests where it tells it, or answers what the last
    reply said back of just that.
    """
    here = around(BEYOND_TITLES, said, new.start or 0)
    if here is None:
        return False
    last = last_before(BEYOND_TITLES, said, here.start())
    before = last[0] if last is not None else ""
    if _PROTESTS.search(here[0]) or _PROTESTS.search(before) or _EMPHASIS.search(here[0]):
        return True
    if _asks_of_its_note(before, old):
        return True
    echoed = bool(session.live) and old.turn == session.live[-1].number
    return echoed and bool(_NO_TWICE.match(said) or _TURNS.match(here[0]))


def _asks_of_its_note(sentence: str, old: Fact) -> bool:
    """Whether a sentence asks how the matter of an answer is noted: who goes on to tell it does not find it right."""
    return bool(_ASKS_NOTE.search(sentence)) and bool(meant.telling_stems(old.field.key) & meant.stems(sentence))
