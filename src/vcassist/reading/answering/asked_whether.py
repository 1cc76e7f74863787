"""What stands in a question that somebody only reports is no answer: "if it is locked or not, I would not know to say", "I asked whether they train on
it. They are not willing to say." Pure.

The words of such a question are those of a choice, and readers take them for it. What is left of the message beside the question tells whether it
is known.
"""

from __future__ import annotations

import re
from dataclasses import replace

from vcassist.chain.facts import field_of
from vcassist.chain.fields import CHOICE_TYPES
from vcassist.interview.answers.whose_silence import OWN_KINDS
from vcassist.interview.ports import Proposal, Reading
from vcassist.reading.answering.answers import status_of

_I = re.I
# Who asked it, or that it may be so or not.
_ASKS = r"\b(?:ask(?:ed|ing)?|enquir(?:ed?|ing)|inquir(?:ed?|ing)|wonder(?:ed|ing)?)\b[^.;!?\n]{0,60}?\b(?:whether|if)\b[^.,;!?\n]{3,160}?(?=[.,;!?\n]|\b(?:and|but) (?:they|he|she|it|nobody|no|then|got|never|we|i)\b|$)"
_OR_NOT = r"\b(?:whether|if)\b(?=[^.,;!?\n]*\bor (?:not|no|is(?: not|n['’]t)|are(?: not|n['’]t)|does(?: not|n['’]t)|do(?: not|n['’]t)|isn|otherwise)\b)[^.,;!?\n]{3,160}"
_INDIRECT = re.compile(rf"{_ASKS}|{_OR_NOT}", _I)
# What people say then, beside what says it anywhere.
_SHRUGS = re.compile(
    r"\b(?:i(?:['’]d| would) (?:be (?:lying|guessing|inventing|making (?:it|that|this) up)|lie|have to guess|not (?:dare|venture|swear))|(?:i|we) (?:could ?n['’]?t|could not|can['’]?t|can ?not) (?:possibly )?(?:know|tell|say|swear)|hard to (?:say|tell)|no way (?:of knowing|to (?:know|tell))|who can (?:say|tell))\b",
    _I,
)
_SILENCE = re.compile(
    r"\b(?:(?:went|fell|stayed|stay|remain(?:ed|s)?|kept|been|is|are|was|were) (?:very |all |totally |completely )?(?:quiet|silent|mute|dumb)|silence|not a (?:word|line|peep)(?: back)?|(?:never|not) heard (?:back|anything)|no (?:word|reply|answer|response|news)|changed the (?:subject|topic)|shrugged|(?:preclude|forbid|prohibit)\w* (?:any )?disclosure|no comment|not at liberty|not willing to|unwilling to|would rather not)\b",
    _I,
)
# So few words beside it say nothing more than that.
MOST_BESIDE = 14
SURE = 0.85


def not_what_was_asked(read: Reading, message: str, asked: str | None) -> Reading:
    """The same with the answer to ``asked`` as not known, or not told, where all that a message says of it is a question that was put or cannot be
    answered; what was read in the words of that question is left out.
    """
    if asked is None or field_of(asked).type not in CHOICE_TYPES or message.rstrip().endswith("?"):
        return read
    question = _INDIRECT.search(message)
    if question is None:
        return read
    before, after = message[: question.start()], message[question.end() :]
    if len(f"{before} {after}".split()) > MOST_BESIDE:
        return read
    status = _status(after) or _status(before)
    if status is None or (status == "withheld" and field_of(asked).kind in OWN_KINDS):
        # Of what is one's own nobody else keeps anything back: who did not answer was asked something else.
        return read
    told = Proposal.of_all(message, asked, status, None, SURE, "supplier" if status == "withheld" else None)
    others = tuple(
        p for p in read.proposals if p.ref != asked and not p.touches(*question.span()) and p.status == "known"
    )
    return replace(read, proposals=(told, *others), intent="answer")


def _status(text: str) -> str | None:
    """Whether a text says that something is not known, or that others do not tell it; None where it says neither."""
    if _SILENCE.search(text):
        return "withheld"
    found = status_of(text)
    if found is not None and found.status in ("unknown", "withheld"):
        return "unknown" if found.by == "person" else found.status
    return "unknown" if _SHRUGS.search(text) else None
