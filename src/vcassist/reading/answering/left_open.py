"""Where somebody has said that they do not know and turns to what they do know: "no idea where, what I do know is …". Pure."""

from __future__ import annotations

import re

from vcassist.reading.answering import answers
from vcassist.reading.text import sentences

# Words of what stands before the turn: more of them tell something themselves.
LONGEST = 20
# Words of a sentence that says nothing but that.
BARE = 5
_TURN = re.compile(
    r"\b(?:what|all|(?:the |the one |the only |one )(?:thing|bit|part)) (?:that )?(?:i|we) (?:do |can |could |did )?(?:know|tell you|say|find out|swear|promise)\b"
    r"|\b(?:i|we) do know\b|\bone thing(?:['’]s| is) (?:sure|certain|clear)\b|\bwhat(?:['’]s| is) (?:sure|certain|clear) is\b",
    re.I,
)


def left_open(text: str) -> int | None:
    """The end of what only says that something is not known or not told, with something else behind it; None where nothing is."""
    turn = _TURN.search(text)
    if turn and 0 < len(text[: turn.start()].split()) <= LONGEST and answers.status_of(text[: turn.start()]):
        return turn.start()
    told = sentences(text)
    if len(told) < 2 or len(told[0].text.split()) > BARE:
        return None
    return told[0].end if answers.status_of(told[0].text) else None
