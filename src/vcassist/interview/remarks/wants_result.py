"""Who is tired or called away and asks for what was found ends the talk with it: "The baby is coming. Can I have the report?". Pure.

The wish alone is a question like others ("can I see the report?"); with a reason to go, or behind a stop, it is the last thing that is said.
"""

from __future__ import annotations

import re

from vcassist.interview.sentences import SENTENCE

_I = re.I
_FOUND = r"(?:(?:draft )?reports?|results?|summary|findings|paper|(?:what|all|everything|the lot)(?: that)? (?:you(?:['’]ve| have)?|we(?:['’]ve| have)?)(?: got| found| have| see| saw| noted| written| know| think)*|what(?:ever)? (?:is there|there is|came out|comes out))"
_ASKS = r"(?:(?:can|could|may|will|would) (?:i|we|you)\b(?: please| just| now)* (?:have|get|see|send|give|show|tell|read)|(?:please |just |so )*(?:give|show|tell|send|read|hand) (?:me|us|it)\b|(?:i|we)(?:['’]d| would)? (?:want|need|like|take)\b|what (?:did|have|do) you\b|where(?:['’]s| is) (?:the|my|our)\b)"
_WANTS = re.compile(rf"(?<!\w){_ASKS}[^.!?]{{0,40}}\b{_FOUND}\b", _I)
# Why somebody goes, said of themselves or of what happens just now.
_GOES = re.compile(
    r"\bi(?:['’]m|m| am)(?: (?:so|very|too|really|all|just|now|getting|already))* (?:tired|exhausted|worn out|cold|hungry|sleepy|(?:finished|done)(?! (?:with|on|by|in|that|it)\b)|late|needed|out of time|running (?:late|out))\b"
    r"|\bi(?:['’]ve|ve| have)?(?: got)? (?:an?|my|the|some) (?!question|story|point|word|thing|remark|few)[\w-]+ to (?:ring|catch|feed|see|teach|fetch|cook|attend|visit|run|do|make|take|get|go|pick|open|close|milk|bury|lead|hold)\b"
    r"|\bi(?:['’]ve| have)? ?(?:must|have to|need to|got to|gotta) (?:now |really )?(?:go|run|stop|leave|close|finish|work|sleep|get back)\b"
    r"|(?:^|[,;.!?–—-]\s*|\band )(?:(?:the|my|our|a) )?[\w-]+ (?:is|are) (?:coming|waiting|calling|crying|ringing|starting|leaving|at the door)\b"
    r"|\bi(?:['’]ve| have)(?: got)? no (?:more )?time\b",
    _I,
)
_STOPS = re.compile(
    rf"(?:^|[.!?]\s+)\W*(?:(?:ok(?:ay)?|well|so|now|please)\W+)*(?:stop|enough)(?:[\s,.!]+(?:now|please|here))*[\s,.!]+(?={_ASKS})",
    _I,
)
# A longer sentence tells something else.
LONGEST = 30


def goes_with_the_result(message: str) -> int | None:
    """Where the close of a message begins that asks for what was found and says why its speaker goes, or stops; None where it does not do both."""
    sentences = [m.span() for m in SENTENCE.finditer(message)]
    if not sentences:
        return None
    start, end = sentences[-1]
    wish = _WANTS.search(message, start, end)
    if wish is None or len(message[start:end].split()) > LONGEST:
        return None
    if (stops := _STOPS.search(message)) and stops.end() <= wish.end():
        return stops.start() + len(stops[0]) - len(stops[0].lstrip(" .!?"))
    for first, last in sentences[-3:]:
        goes = _GOES.search(message, first, min(last, wish.start()) if last == end else last)
        if goes is not None and len(message[first:last].split()) <= LONGEST:
            return max(first, goes.start()) if first == start else first
    return None
