"""The whole of a task where its words lean on others: "scores them" leans on what stands before, "makes up sums" goes on behind. Pure.

A purpose stands in the map and the report without the message around it. Words that only say what is done with "them" tell nothing there.
"""

from __future__ import annotations

import re

from vcassist.reading.text import Span

_I = re.I
# A verb whose thing is told before: "scores them for tuberculosis", "writes it up", "turns these into", "writes out what's there".
_LEANS = re.compile(
    r"(?:(?:also|then|only|just|simply) )?[\w’'-]+(?: (?:out|up|down|off|in|back|through))? (?:(?:from|of|out of) )?(?:it|them|these|those|this|that|him|her|one)\b(?! \w+(?:s|ed) )|.*\bwhat(?:['’]s| is| was| stands) (?:there|on it|in it)\W*$",
    _I | re.S,
)
# Who does it: behind such a word the first of two tasks begins ("it takes the X-rays and scores them").
_DOER = re.compile(r"\b(?:it|which|that|who|they)(?: (?:also|just|only|simply|then|can|will))? (?=[a-z])", _I)
# What joins what stands before to what leans on it, and whoever does the second: "…, and it", "… and", "…, then".
_JOINS = re.compile(r"(?:,|,? (?:and|then)|,? and then)(?P<doer> (?:it|he|she|that|this|the \w+))? $", _I)
# What goes on behind: one more of what is done or made ("and books the slot itself"), and for whom or of what it is.
_GOES_ON = re.compile(
    r" (?:(?:and|or) (?!(?:it|he|she|we|i|they|you|that|this|these|those|so|then|the|a|an|our|my|their|his|her|its|who|which|if|when|not|nobody|no|there|\w+ (?:\w+ )?(?:is|are|was|were|has|have|takes?|reads?|checks?|looks?|gets?|decides?|does|do))\b)|(?:for|about|of) (?!(?:me|us|now|example|free|that|this)\b)(?=\w))[^.,;:!?\n()–—]{2,80}",
    _I,
)
# What it makes of what somebody gives it: "you write what style you want and it draws the gown", "farmers make a photo and it says what it is".
_MAKES_OF_IT = re.compile(
    r"(?:,? (?:and|so|then|n|&)|,? and then) (?:it|the (?:app|tool|bot|system|program|machine|phone|thing)) $", _I
)
_SHORT_TASK = 4
# What somebody gives it: with that before it, a task of any length is whole only with what it is done to ("you type what you're after and it writes you back …").
_GIVEN = re.compile(
    r"\b(?:put|puts|type|types|paste|pastes|upload|uploads|feed|feeds|send|sends|photograph|photographs|take|takes|make|makes|speak|speaks|dictate|dictates|read|reads|scan|scans|hold|holds|point|points|write|writes|enter|enters|ask|asks|say|says|show|shows|record|records|copy|copies|load|loads|message|messages|give|gives|talk|talks)\b",
    _I,
)
_FROM_HERE = re.compile(r"\b(?:where|in which|with which|so that|so)\s", _I)
_AND_IT = re.compile(
    r",? (?:and|n|&|then|and then) (?:it|the (?:app|tool|bot|system|program|machine)) (?!(?:is|was|are|has|had|works?|runs?|costs?|helps?|takes?|does|did|can|will|would|never|always|only|also|just|sits?|lives?|comes?|goes|went)\b)[a-z]+\b[^.;:!?\n()–—]{4,110}",
    _I,
)
# The last of several tasks: "for fb posts, the newsletter and translating leaflets".
_LISTED = re.compile(
    r"\bfor (?P<first>(?:(?!(?:years?|months?|weeks?|now|us|me|them|free|example|the first|our|it)\b)[a-z][^.,;:!?\n]{1,40}, )*(?!(?:years?|months?|weeks?|now|us|me|them|free|example|the first|our|it)\b)[a-z](?:(?! (?:for|to|and|or|which|who|that|is|are|was|we|it) )[^.,;:!?\n]){1,40},? and )(?:also )?(?:the |our )?$"
)
_GERUND = re.compile(r"[a-z]+ing\b", _I)
# From here on other words tell something else than the task.
_OTHERWISE = re.compile(
    r" (?:but|though|although|while|since|because|where|until|till|every (?:day|week|month|morning|night)|(?:all )?by (?:itself|himself|herself)|(?-i:(?:on|with|in|into|from|by|using|via|through) [A-Z]\w*)|on (?:its|his|her) own|without|we|i|they)\b.*",
    _I | re.S,
)
_ON_A_WORD = re.compile(r"(?:\w+ ){1,2}(?:(?:from|of|out of) )?(?:it|them)\b", _I)
_CLAUSE_ENDS = re.compile(r", | (?:and|so|then) ")
_BREAK = re.compile(r"[.;:!?\n]")
LONGEST, LEAST_MORE = 28, 2  # words
LEAST_CLAUSE = 20  # characters of a clause that tells by itself what was done before


def with_what_it_leans_on(text: str, start: int, end: int) -> Span | None:
    """The whole words of a purpose at ``start``–``end``; None where it is whole, or would be too long to be one."""
    first, last = _begin(text, start, end), _end(text, end)
    whole = Span(first, last, text[first:last])
    return whole if (first, last) != (start, end) and len(whole.text.split()) <= LONGEST else None


def _begin(text: str, start: int, end: int) -> int:
    begins = max((m.end() for m in _BREAK.finditer(text, 0, start)), default=0)
    listed = _LISTED.search(text, begins, start) if _GERUND.match(text, start) else None
    if listed is not None:
        return listed.start("first")
    if not _LEANS.match(text[start:end]):
        made = _MAKES_OF_IT.search(text, begins, start)
        if made is None or made.start() - begins < LEAST_CLAUSE:
            return start
        if len(text[start:end].split()) > _SHORT_TASK:
            clause = max(text.rfind(", ", begins, made.start()) + 2, _after_space(text, begins))
            given = _GIVEN.search(text, clause, made.start())
            return clause if given and made.start() - clause >= LEAST_CLAUSE else start
        here = [
            m.end() for m in _FROM_HERE.finditer(text, begins, made.start()) if made.start() - m.end() > LEAST_CLAUSE
        ]
        return here[-1] if here else _after_space(text, begins)
    joined = _JOINS.search(text, begins, start)
    if joined is None:
        # A doer with a name of its own: "people write to us, a program called Puente turns it into Spanish".
        before = _after_space(text, begins)
        told = _CLAUSE_ENDS.search(text, before, start) if _ON_A_WORD.match(text[start:end]) else None
        return before if told and told.start() - before >= LEAST_CLAUSE else start
    if joined["doer"] is None:
        doers = [m.end() for m in _DOER.finditer(text, begins, joined.start())]
        return doers[-1] if doers else _after_space(text, begins)
    comma = text.rfind(", ", begins, joined.start())
    return comma + 2 if comma >= 0 and joined.start() - comma > LEAST_CLAUSE else _after_space(text, begins)


def _after_space(text: str, at: int) -> int:
    return at + len(text[at:]) - len(text[at:].lstrip())


def _end(text: str, end: int) -> int:
    if text[max(0, end - 1) : end] in ".,;:!?":
        return end
    if (made := _AND_IT.match(text, end)) is not None:
        return end + len(made[0].rstrip(" ,"))
    on = _GOES_ON.match(text, end)
    more = _OTHERWISE.sub("", on[0]).rstrip() if on else ""
    return end + len(more) if len(more.split()) >= LEAST_MORE else end
