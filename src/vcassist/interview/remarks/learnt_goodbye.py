"""A goodbye in whatever words, as it was learnt from many people's: "the head is coming out, stay well, my friend". Pure but for its ports.

No form of words holds them all; who says goodbye tells nothing of their AI with it. What was learnt is not sure enough to shut the door on
somebody ("my tea has gone cold with all this talking!" is as likely to end a talk): it is told that they may go, and the question stays open.
Who parts twice has gone.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from vcassist.interview.questions.asking import Parts, has_content, is_long, parts_of
from vcassist.interview.questions.by_what_is_wanted import WantedBy, known
from vcassist.interview.reading import blanked
from vcassist.interview.remarks.farewells import FAREWELL
from vcassist.interview.remarks.goodbyes import closes_the_talk
from vcassist.interview.remarks.moves import speaks_of_stopping
from vcassist.interview.sentences import SENTENCE
from vcassist.interview.session import Session

# Words by which somebody plainly ends a talk.
_PLAINLY = re.compile(
    rf"\b(?:{FAREWELL}|(?:good ?)?byes?|stop\w*|quit\w*|end\w*|interview|talk\w*|chat\w*|questions?|today|tonight|tomorrow|later|for now|report|(?:must|have to|got to|need to|gotta) (?:go|run|leave)|time|enough|thank\w*|me (?:done|off|out)|done (?:with|for)|i(?:['’]m| am) (?:done|off|out|leaving|going))\b",
    re.I,
)
# "Your call", "out with it": these leave something to the assistant, and not the talk.
_LEAVES_IT_TO_YOU = re.compile(
    r"\W*(?:(?:it|that)(?:['’]?s| is) )?(?:your (?:call|choice|turn|decision)|(?:up|over) to you|you (?:decide|choose|tell me|pick)|(?:out|away) with (?:it|that|them)|as you (?:like|wish|think best|see fit)|leave (?:it|that) open)\W*",
    re.I,
)
# "It is right. Leave it." leaves what is noted, and nobody.
_LEAVES_IT_SO = re.compile(
    r"\W*(?:(?:just|please|so|then|no|and)\W+)*(?:leave|keep) (?:it|that|this)(?: (?:as|like) (?:it|that|this)(?: is)?| so| alone| be| please| then)*\W*",
    re.I,
)
# From this chance on a sentence seems to end the talk. On two hands' goodbyes that it had not seen it knew 34 and 39 in 100, of
# sentences made to be like one it took 2 and 5 in 100 for one, and of plain ones under 2 before it is looked at what they state.
ENDS = 0.4


# Who breaks off for a moment, and is there again.
_BREAKS_OFF = re.compile(
    r"\W*(?:(?:oh|ah|sorry|no|and|but|ok(?:ay)?)\W+)*(?:hold on|hang on|wait|one (?:moment|second|sec|minute)|(?:just )?a (?:moment|second|sec|minute)|bear with me|excuse me|brb)\b",
    re.I,
)
_IS_BACK = re.compile(
    r"^(?!.*\b(?:tomorrow|later|today|tonight|will be|i['’]ll|next)\b).*\b(?:done|back|sorted|dealt with|where were we|go on|carry on|it was (?:only|just|nothing)|(?:he|she|it|they)(?:['’]s| is| are|['’]re| has| have)? (?:gone|left|quiet|over|stopped))\b",
    re.I,
)


def with_learnt_goodbye(
    parts: Parts,
    message: str,
    session: Session,
    wanted: WantedBy,
    states: Callable[[str], bool],
    answers: Callable[[str], bool],
) -> Parts:
    """The parts of a message with its last sentence as a goodbye where it was learnt that such ones are; ``states``: whether a sentence
    seems to tell something of the chain; ``answers``: whether it is read as the answer to what was asked.
    """
    parts = _parting(parts, message, session.asked, wanted, lambda last: states(last) or answers(last))
    before = session.live[-1].said if parts.parts_company and session.live else ""
    if before and _parting(parts_of(before), before, None, wanted, states).parts_company:
        return replace(parts, ends=True)
    return parts


def not_shut(parts: Parts, message: str, asked: str | None) -> Parts:
    """The same, with a goodbye that is but the last clause of a sentence which tells something as a parting, unless it is said in plain words:
    "it does not stay in the country, let us leave it there" and "a fish and a number, finished" may mean what is told.
    """
    begins = closes_the_talk(message, asked) if parts.ends else None
    if not begins:
        return parts
    before = message[:begins].rstrip()
    if (
        not has_content(before)
        or before.endswith((".", "!", "?", "…", ";", ":"))
        or "\n" in message[len(before) : begins]
    ):
        return parts
    return parts if _PLAINLY.search(message, begins) else replace(parts, ends=False, parts_company=True)


def _parting(parts: Parts, message: str, asked: str | None, wanted: WantedBy, states: Callable[[str], bool]) -> Parts:
    if parts.ends or is_long(message) or speaks_of_stopping(asked) or not has_content(parts.tells):
        return parts
    last = [m for m in SENTENCE.finditer(parts.tells) if m[0].strip()][-1]
    if "?" in last[0] or message[last.end() :].strip(" \n.!"):
        return parts
    if _BREAKS_OFF.match(message) and _IS_BACK.search(last[0]):
        # "Hold on, the boat is hooting, I always wave. Done, I waved."
        return parts
    told = known(wanted, last[0].strip(), None)
    leaves = _LEAVES_IT_TO_YOU.fullmatch(last[0]) or _LEAVES_IT_SO.fullmatch(last[0])
    if told is None or told.ends < ENDS or leaves or states(last[0]):
        return parts
    return replace(parts, tells=blanked(parts.tells, [last.span()]), parts_company=True)
