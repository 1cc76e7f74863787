"""What kinds of content an answer says are put out, word by word: "she talks, and sends the same by text message. Pictures, no". Pure.

What is read, heard or looked at goes in; what is denied is none.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from vcassist.interview.sentences import PART, around

_I = re.I
_WORDS = {
    "text": r"(?:text messages?|sms(?:es)?|(?:whatsapp|telegram|viber|signal|e-?mail|written|chat) messages?|messages|e-?mails|letters|(?:(?:it|she|he|and|also|then|that|which) )+(?:also )?(?:texts|writes)(?: (?:it|them|that|everything) (?:down|up|out)| (?:to )?(?:the|our|my|them|people|him|her)\b)|in writing|text|texts)",
    "image": r"(?:pictures?|images?|drawings?|photos?|posters?|illustrations?|sketch(?:es)?)",
    "audio": r"(?:(?:(?:it|she|he|and|also|then|that|which) )+(?:also )?(?:talks|speaks|sings)|aloud|out loud|(?:in|with|by) an? [^.,;!?]{0,30}?voice|an? voice|(?:spoken|voice) messages?|speech|sound|audio)",
    "video": r"(?:videos?|films?|clips?|animations?)",
}
_SAID = {kind: re.compile(rf"\b{words}(?!\w)", _I) for kind, words in _WORDS.items()}
_NOT_BEFORE = re.compile(
    r"\b(?:no|not|nor|never|without|nae|neither|nothing|isn['’]?t|doesn['’]?t|don['’]?t|instead of)\b(?:\s[\w’']+){0,4}?\s(?:\w+ (?:or|and) )?$",
    _I,
)
_NOT_BEHIND = re.compile(r"\s?[,:–-]?\s?(?:no|not|never|none)\b(?! (?:only|just))", _I)
# What goes in: "it reads the text message aloud", "turns the letters into speech".
_GOES_IN = re.compile(
    r"\b(?:reads?|hears?|listens? to|looks? at|sees?|watch(?:es)?|scans?|takes?|receives?|gets?|from|out of|of|for|about|on|turns?|into which|counts?|checks?|understands?)\s(?:(?:the|our|a|an|their|your|all|my|these|those|every|incoming)\s){0,2}(?:\w+\s)?$",
    _I,
)
# What is not there yet: "they promise a voice next year".
_NOT_YET = re.compile(
    r"\b(?:promis\w+|next (?:year|month|spring|summer|version)|(?:one|some) day|some ?day|later|soon|plan(?:s|ned|ning)?|would|could|might|wants?|wish\w*|hopes?|used to)\b",
    _I,
)
_ONLY = re.compile(r"\b(?:only|just|solely|nothing but)\s(?:\w+\s)?$", _I)
# Characters before a word in which what stands before it tells of it.
FAR = 80


def put_out(answer: str, heard: Collection[str], kinds: Iterable[str]) -> tuple[str, ...]:
    """Of these ``kinds``, in their order, those that an answer names or that were ``heard`` in it, without what it denies or takes in."""
    told: dict[str, bool] = {}
    only = False
    for kind, words in _SAID.items():
        for found in words.finditer(answer):
            if (said := around(PART, answer, found.start())) and _NOT_YET.search(said[0]):
                continue
            before = answer[max(0, found.start() - FAR) : found.start()]
            clause = re.split(r"[.;!?\n,]", before)[-1]
            if _GOES_IN.search(before) or _NOT_BEFORE.search(clause) or _NOT_BEHIND.match(answer, found.end()):
                told.setdefault(kind, False)
            else:
                told[kind] = True
                only = only or (kind in heard and bool(_ONLY.search(before)))
    # Behind "only text" nothing else is put out, whatever else is spoken of.
    more = set() if only else {k for k, is_put in told.items() if is_put}
    stands = {k for k in heard if told.get(k, True)} | more
    return tuple(k for k in kinds if k in stands)
