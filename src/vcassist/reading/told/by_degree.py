"""How far something holds, told without a yes or a no: "34 of 38 schools", "only formally", "not until it is printed", "we intend to". Pure.

To a question that takes yes, partly or no, a part of a whole is partly, a restriction is partly, and what is only planned, or is not before
something that has not come, is a no. The words must stand alone, or first: what goes on with another statement is read by what it says.
"""

from __future__ import annotations

import re
from dataclasses import replace

from vcassist.chain.facts import Chain, field_of
from vcassist.chain.short_names import says_name
from vcassist.interview.ports import Proposal, Reading
from vcassist.interview.turns_of_phrase import SMALL_NUMBERS

_I = re.I
SURE = 0.85
# A longer answer tells more than how far.
MOST_WORDS = 9
_LEAD = r"\W*(?:(?:well|so|hm+|oh|ah|er+m?|um+|yes|no|but|and|i(?:['’]d| would) say|i think|about|around|roughly|nearly|almost|so far|for now|at present|today|currently)\b[\s,.:;–-]*){0,3}"
_TEENS = "thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
_BY_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_WORDS = {
    **{word: n for n, word in enumerate(("zero", *SMALL_NUMBERS, *_TEENS.split()))},
    **{word: 10 * n for n, word in enumerate(_BY_TENS.split(), 2)},
}
_NUMBER = rf"(?:\d{{1,6}}|{'|'.join(sorted(_WORDS, key=len, reverse=True))}|none)"
_OF_SO_MANY = re.compile(
    rf"{_LEAD}(?P<some>{_NUMBER})\s(?:(?:people|schools|nurses|teachers|staff|[a-z]+s)\s)?(?:out\s)?of\s(?:the\s|our\s|all\s|my\s)*(?P<all>{_NUMBER})\b(?:\s[\w-]+){{0,3}}(?=\s*(?:[.,;!–—]|$))",
    _I,
)
_A_SHARE = re.compile(
    rf"{_LEAD}(?:about |around |roughly |not quite |over |more than |less than )?(?:half|most|a (?:third|quarter|few|part|handful)|two[- ]thirds|three[- ]quarters|some|a minority|the majority|\d{{1,2}}\s?(?:%|per ?cent))(?:\sof\s(?:us|them|it|those|these|the|our|all|my)\b(?:\s[\w-]+){{0,3}})?(?=\s*(?:[.,;!–—]|$))",
    _I,
)
# "Only adjudicated ones", "English versus Marathi only": what holds for one part holds for part of it.
_ONLY = re.compile(
    rf"{_LEAD}(?:only|just|merely|solely)\s(?!(?:once|me|myself|i|god|heaven|that|so|then|now|asking|checking|to|want\w*|need\w*|because|wait|a (?:moment|second|minute|question))\b)[^.!?;\n]*[.!]*",
    _I,
)
_ONLY_LAST = re.compile(r"[^.!?;,\n]*\s(?:only|alone)\W*", _I)
# "Only some of them know it is a machine" tells something of its own.
_SAYS_MORE = re.compile(
    r"\b(?:is|are|was|were|am|knows?|knew|has|have|had|do|does|did|can|could|will|would|says?|said|told|tells?|thinks?|needs?|uses?|used|works?|gets?|got|makes?|made|sees?|saw|reads?|goes|went|stays?|keeps?|it|they)\b|n['’]t\b",
    _I,
)
# What lies ahead.
_AHEAD = r"(?:next|this (?:autumn|winter|spring|summer|year|month)|later|soon|in (?:the )?(?:coming|future|spring|summer|autumn|winter|january|february|march|april|may|june|july|august|september|october|november|december|20\d\d)|from (?:the )?next|some ?day|one day|eventually|when|once|after|before|by|as soon as)"
_PLANNED = re.compile(
    rf"{_LEAD}(?:(?:we|i|they|he|she|it)(?:['’](?:re|m|s|ll|d)| are| am| is| will| would)?\s(?:still |just |only |really |now |currently )?(?:(?:has |have )?been meaning|intend(?:s|ing)?|plan(?:s|ning)?|mean|hope|hoping|want|wanted|aim(?:ing)?|going|about|like|love) to\b(?:\s(?:do (?:so|that|it|one)|it|so|have (?:one|it|that)))?|(?:it|that)(?:['’]s| is) (?:planned|coming|on (?:the|our|my) (?:list|agenda|plan|wish ?list)|in the (?:works|pipeline|making)|to come)|(?:planned|coming|soon)|(?:we|they|i)(?:['’]ll| will|['’]re going to| are going to))(?:,? (?:{_AHEAD})\b[^.!?;,\n]*)?(?=\s*(?:[.,;!–—]|$))",
    _I,
)
_NOT_BEFORE = re.compile(rf"{_LEAD}not\s(?:until|till|before)\s[^.!?;\n]+", _I)
_NOT_BEYOND = re.compile(
    rf"{_LEAD}(?:not|nothing)\s(?:beyond|besides|apart from|other than|more than|except|but|outside(?: of)?)\s(?!you\b)[^.!?;\n]+",
    _I,
)
# "I am advised that it is, by the supplier."
_TOLD_SO = re.compile(
    r"\W*(?:yes\W+|well\W+|so\W+)?(?:i|we)(?:['’]m|['’]re| am| are| was| were| have been)? (?:advised|told|informed|assured|given to understand|led to believe)(?: that)? (?:it|they|we|he|she|that) (?P<so>is|are|does|do|has|have|did|was|were)(?P<not> not|n['’]t)?(?=\W*$|,? (?:by|from|so|at)\b|[.,;])",
    re.I,
)
_NOT_SEEN = re.compile(
    rf"{_LEAD}not that (?:i|we|anybody|anyone)(?:['’]ve| have| has)? (?:ever )?(?:noticed?|saw|seen|heard of|remembered|met)\b[^.!?;\n]{{0,40}}[.!]*\s*$",
    _I,
)
# "Not for CaseBrief": with two tools, for the other one.
_NOT_FOR = re.compile(rf"{_LEAD}not\s(?:for|on|with|at|in)\s(?P<what>[A-Z][\w-]+(?: [A-Z][\w-]+){{0,2}})\W*", re.I)
_A_LIE = re.compile(
    r"\bi(?:['’]d| would)? (?:be lying|lie) if i (?:said|told you|claimed|say)\b[^.!?;\n]*|\bi (?:can(?:not|['’]?t)|could(?: not|n['’]t)) (?:honestly |really |in truth |truthfully )?(?:say|claim|pretend|answer) (?:that )?(?:yes|so|it|we (?:do|have|are|did))\b[^.!?;\n]*|\bi wish (?:i could say (?:so|yes)|we (?:did|had|were))\b[^.!?;\n]*",
    _I,
)


def with_how_far(read: Reading, message: str, asked: str | None, chain: Chain) -> Reading:
    """The same with how far it holds, where a yes or no was asked for and nothing was read as the answer; what was taken from the same words goes."""
    if asked is None or field_of(asked).type != "yesno" or any(p.ref == asked for p in read.proposals):
        return read
    if read.note or read.intent in ("stop", "undo", "skip") or "?" in message:
        return read
    found = _how_far(message) or _but_for_one(message, asked, chain)
    if found is None:
        return read
    value, start, end = found
    words = message[start:end].strip(" ,;.")
    start = message.index(words, start)
    told = Proposal(asked, "known", value, words, SURE, start, start + len(words))
    others = tuple(p for p in read.proposals if not p.touches(start, start + len(words)))
    return replace(read, proposals=(told, *others), intent="answer")


def _how_far(message: str) -> tuple[str, int, int] | None:
    short = len(message.split()) <= MOST_WORDS
    if (part := _OF_SO_MANY.match(message)) is not None:
        some, whole = _count(part["some"]), _count(part["all"])
        if some is None or whole is None or some > whole:
            return None
        return ("no" if some == 0 else "yes" if some == whole else "partly"), part.start("some"), part.end()
    for pattern, value, alone in (
        (_A_SHARE, "partly", False),
        (_NOT_SEEN, "no", False),
        (_NOT_BEYOND, "partly", False),
        (_NOT_BEFORE, "no", False),
        (_PLANNED, "no", False),
        (_ONLY, "partly", True),
        (_ONLY_LAST, "partly", True),
    ):
        found = pattern.match(message) if not alone else pattern.fullmatch(message.rstrip()) if short else None
        if found is not None and not (alone and _SAYS_MORE.search(message)):
            return value, found.start(), found.end()
    if (so := _TOLD_SO.match(message)) is not None:
        return ("no" if so["not"] else "yes"), so.start(), so.end()
    lie = _A_LIE.search(message)
    return ("no", *lie.span()) if lie is not None else None


def _but_for_one(message: str, asked: str, chain: Chain) -> tuple[str, int, int] | None:
    """What does not hold for one tool, where it is asked of all: with another beside it partly, else not."""
    found = _NOT_FOR.fullmatch(message)
    tools = chain.mentioned("application")
    names = [str(chain.value(f"{tool}.name") or "") for tool in tools]
    if (
        found is None
        or field_of(asked).kind == "application"
        or not any(n and says_name(n, found["what"]) for n in names)
    ):
        return None
    return ("partly" if len(tools) > 1 else "no"), found.start(), found.end()


def _count(words: str) -> int | None:
    if words.isdigit():
        return int(words)
    return 0 if words.lower() == "none" else _WORDS.get(words.lower())
