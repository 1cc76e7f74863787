"""What is said of the assistant's own words: that they were said before, that they do not fit together, that it is to quote no more. Pure.

Each form names the assistant ("you") or its answer. "You have Copilot twice" is about what was noted, and "the tool says the same thing
twice" about a tool.
"""

from __future__ import annotations

import re
from typing import Literal

from vcassist.interview.sentences import SENTENCE

Kind = Literal["repeated", "contradicted", "unquoted"]
_I = re.I
_LEAD = r"\W*(?:(?:and|but|so|no|yes|oh|ah|well|look|listen|sorry|please|again|wait|now|then|hey|hang on|hold on|ok(?:ay)?|because|honestly|why|i think(?: that)?|it seems(?: that)?)\b\W+)*"
_HOW = (
    r"(?:(?:just|again|already|still|all|even|really|simply|completely|totally|only|also|now|always|keep on|keep)\s+)*"
)
_YOU = r"you(?:['’]ve|['’]re| have| had| are)?"
_SAME = r"(?:(?:the|that|this) (?:very |exact(?:ly)? )?same(?: (?:thing|words?|answers?|sentences?|paragraphs?|lines?|text|reply|stuff|as (?:before|last time)))*|(?:exactly )?(?:that|this)|(?:that|this|the) (?:sentence|answer|paragraph|line|text|reply))"
_TIMES = r"(?:twice|again|(?:two|three|four|several|many|so many) times|over and over|before|already|word for word|a (?:second|third) time|back|to me)"
_ENDS = r"(?=\W*$|[,;:–—]| (?:and|but|as|now|today|here|to me|in a row|please)\b)"
_REPEATED = re.compile(
    rf"{_LEAD}(?:{_YOU} {_HOW}(?:said|saying|say|told|telling|tell|wrote|writing|gave|giving|give|answered|answering|answer|repeated|repeating|repeat)(?: (?:me|us))?(?: (?:with|me|us))? "
    rf"(?:{_SAME}(?: {_TIMES})*{_ENDS}|(?:yourself|it|what you (?:said|wrote|told me))(?: {_TIMES})+{_ENDS}|yourself\b)|"
    rf"{_YOU} {_HOW}(?:repeat|repeating|repeated) yourself\b|"
    rf"(?:(?:that|this|it)(?:['’]?s| is| was) )?(?:just |exactly )?the (?:very |exact )?same (?:thing|words?|answer|sentence|paragraph|text|reply)(?: {_TIMES}| as (?:before|last time|a minute ago))*\W*$|"
    rf"(?:that|this|it)(?:['’]?s| is| was) (?:just |exactly )?(?:what|the same as what) you (?:already )?(?:said|told me|wrote|answered)(?: {_TIMES})*\W*$)",
    _I,
)
_CONTRADICTED = re.compile(
    rf"{_LEAD}(?:{_YOU} {_HOW}contradict(?:ing|ed|s)? (?:yourself|what you)\b|"
    r"(?:that|this|it)(?:['’]?s| is| was| sounds like)? ?(?:just |now |quite |exactly |completely )*(?:contradicts?|the opposite of|the contrary of|not what|different (?:from|to|than)|something (?:else|different) (?:from|than)|does(?:n['’]?t| not) (?:fit|match|agree with|square with)) (?:what )?you (?:\w+ )?(?:said|told|wrote|answered)\b|"
    rf"(?:now )?{_YOU} {_HOW}(?:said|told me|wrote|say|saying|tell me|telling me) (?:something (?:else|different|other)|the (?:opposite|contrary)|otherwise|differently)\b|"
    r"(?:a minute ago|before|earlier|first|just now|at first) you (?:said|told me|say|wrote)\b[^.?!]{2,80}\b(?:now|then|and then) (?:you|it|suddenly)\b)",
    _I,
)
_BACK = r"(?: (?:back|again|all the time|any ?more|at me|to me|back (?:at|to) me|(?:back )?in my face|please|ok(?:ay)?|thanks?|every time|now|over and over))*"
_MINE = r"(?:me|my (?:own )?(?:words?|sentences?|messages?)|(?:that|the|this) (?:sentence|line|bit|part|phrase|words?)|those words|what i (?:said|wrote|told you)|that|this|it)"
_UNQUOTED = re.compile(
    rf"{_LEAD}(?:(?:can|could|will|would) you (?:please )?|i (?:do not|don['’]?t) (?:want|like) (?:you to|it when you|that you) |i(?:['’]d| would) (?:rather|prefer)(?: that)? you |you (?:must|should|need to) )?"
    rf"(?:(?:stop|quit|no more|enough)(?: of)? (?:quoting|throwing|reading|echoing|parroting)(?: {_MINE})?{_BACK}|(?:do not|don['’]?t|never|not|didn['’]?t)(?: (?:keep|ever))? (?:quot(?:e|ing)|echo(?:ing)?|parrot(?:ing)?) (?!me\W*$|me (?:again|please)\b){_MINE}{_BACK}|"
    rf"(?:do not|don['’]?t|never|stop)(?: keep)? (?:throw(?:ing)?|read(?:ing)?|repeat(?:ing)?|say(?:ing)?|put(?:ting)?) (?:{_MINE}) (?:back|in my face)(?: (?:at|to) me)?{_BACK})\W*$",
    _I,
)
# A longer sentence tells a story.
LONGEST = 30


def of_our_words(said: str) -> Kind | None:
    """What a message says of the assistant's own words, in any of its sentences."""
    for sentence in SENTENCE.finditer(said):
        text = sentence[0]
        if len(text.split()) > LONGEST:
            continue
        if _UNQUOTED.match(text):
            return "unquoted"
        if _CONTRADICTED.match(text):
            return "contradicted"
        if _REPEATED.match(text):
            return "repeated"
    return None


def wants_no_quotes(said: str) -> bool:
    """Whether somebody wishes not to have their own words said back to them."""
    return any(_UNQUOTED.match(m[0]) for m in SENTENCE.finditer(said) if len(m[0].split()) <= LONGEST)
