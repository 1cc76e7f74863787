"""Who goes back by themselves to what they told before, and has it from somewhere, sets it right: they are not asked which is right. Pure but for
its ports.

What contradicts an answer beside another one may be said without a thought of it, and is asked back. But "my boss says the data leaves Turkey", put
while something else is asked and with not a word on that, was looked up, asked or remembered in order to be told.
"""

from __future__ import annotations

import re
from dataclasses import replace

from vcassist.chain.facts import Fact, checked_value
from vcassist.chain.fields import CHOICE_TYPES
from vcassist.interview.chances import chance_of
from vcassist.interview.heard import Heard, answers, taken_instead
from vcassist.interview.session import Contradiction, Session
from vcassist.interview.tools import Tools
from vcassist.interview.touching import HARDLY, touched_by

_I = re.I
# From this chance on a message sets a note right in so many words.
PLAINLY = 0.5
# From this chance on a message states no choice, as an answer to the question of old.
STATES_NONE = 0.6
_SINCE = r"(?:just|now|since|only|again|finally|meanwhile|today|also|quickly|then)"
_FINDS = (
    r"(?:looked|checked|read|re-?read|rang|rung|phoned|called|asked|found|opened|saw|seen|been|listened|gone|went|enquired|inquired|counted|searched|consulted|verified|tried|"
    r"spoken|spoke|talked|written|wrote|got|had|pulled|dug|remembered|forgot(?:ten)?|overlooked|missed|stand corrected)"
)
_TELLS = (
    r"(?:says?|said|tells? (?:me|us)|told (?:me|us)|informs?|informed|reminds?|reminded|shows?|showed|writes|wrote|answer(?:s|ed)|repl(?:ies|ied)|confirm(?:s|ed)|attests?|correct(?:s|ed)|insists?|"
    r"swears?|laugh(?:s|ed|ing)|shak(?:es|ing)|rings?|rang|phoned|called|brought|observes?|objects?|stat(?:es|ed)|indicates?)"
)
# Somebody says so, or it was looked up: "Denise says …", "I had the man on the telephone", "found the annex", "oh wait".
_FROM_SOMEWHERE = re.compile(
    rf"\b(?:i|we)(?:['’]ve|['’]d| have| had| did)? (?:{_SINCE} )*{_FINDS}\b|(?:^|[.;!?]\s+)(?:(?:oh|so|well|ok|just|and)\W+)*{_FINDS}\b|"
    rf"\b(?!(?:i|we|you|it)\b)\w+ (?:has |have |had |is |are |{_SINCE} )*{_TELLS}\b|\b(?:before me|in front of me|in my hand|after all|turns? out|believe it or not|what do you know|oh wait|hang on)\b",
    _I,
)
_UNSURE = re.compile(
    r"\b(?:i (?:think(?! of)|guess|suppose|believe)|(?:maybe|perhaps|probably)(?! (?:half|\d|a (?:third|quarter|few|dozen)|one|two|three)\b)|possibly|not sure|might|(?:somebody|someone) (?:says?|said|told)|they say|did i say)\b|\?",
    _I,
)


def gone_back_to(heard: Heard, said: str, session: Session, number: int, tools: Tools) -> Heard:
    """The same with what would be asked back as a change, where the message is of nothing else and is known to be so."""
    waits = session.awaiting
    if waits is None or not waits.is_open or heard.asks or heard.decided or heard.late or is_unsure(said):
        return heard
    if len(heard.conflicts) != 1 or answers(heard, session.asked) or heard.replaced or heard.removed:
        return heard
    conflict = heard.conflicts[0]
    old = session.chain.get(conflict.ref)
    if old is None or old.status != "known" or conflict.ref in session.put or conflict.new is None:
        return heard
    if not _is_known(old, conflict, said, session, tools):
        return heard
    words = conflict.new_quote if conflict.new_quote in said else said.strip()
    at = said.index(words)
    new = Fact(old.ref, "known", checked_value(old.ref, conflict.new), words, at, at + len(words), number)
    reading = replace(heard.reading, intent="correction")
    return replace(taken_instead(heard, [(old, new)]), reading=reading, vague=False, unplaced="")


def comes_from_somewhere(said: str) -> bool:
    """Whether a message says whence it has what it tells: somebody said so, it was looked up, asked or remembered."""
    return _FROM_SOMEWHERE.search(said) is not None


def is_unsure(said: str) -> bool:
    """Whether a message is not sure of what it tells, or asks."""
    return _UNSURE.search(said) is not None


def _is_known(old: Fact, conflict: Contradiction, said: str, session: Session, tools: Tools) -> bool:
    """Whether a message plainly says otherwise than a note, by somebody who looked it up, was told, or remembered."""
    if old.field.type in CHOICE_TYPES:
        told = dict(tools.answers(said, old.field.key))
        if told and (told[""] >= STATES_NONE or chance_of(told, conflict.new) < max(c for v, c in told.items() if v)):
            return False
    touch = next((touch for _, touch in touched_by(said, [old], session, tools)), None)
    if touch is None or touch.changes < HARDLY:
        return False
    return touch.instead >= PLAINLY or comes_from_somewhere(said)
