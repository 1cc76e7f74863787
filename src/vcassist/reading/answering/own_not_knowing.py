"""A don't-know of the person's own, against a choice that was read out of it: "no idea, nobody told me", "I don't know if my boss did". Pure.

The layers over the readers weigh what a message states, and a don't-know holds many words of an answer: "nobody", "no", "yes", the matter itself.
What stands within the words that somebody does not know is no value, nor is a guess behind "no idea", nor what was read without surety.
"""

from __future__ import annotations

import re
from dataclasses import replace

from vcassist.chain.facts import field_of
from vcassist.chain.fields import CHOICE_TYPES
from vcassist.interview.ports import Proposal, Reading
from vcassist.interview.turns_of_phrase import DO_NOT, NO_IDEA
from vcassist.reading.text import Span, sentences, stripped

_I = re.I
# From this confidence on a value behind a don't-know stands: "no idea, but there is a sheet on the wall".
SURE = 0.8
# Words of a sentence that says nothing but that.
BARE = 6
# From this on (see Field.known_by) ordinary people know it.
OF_ONESELF = 0.95
_KNOW = r"(?:know|tell you|say|remember|recall)"
# "They have no idea" is of others.
_OWN = re.compile(
    rf"\b(?:(?:i|we)(?: really| honestly| just| still)*(?: {DO_NOT}{_KNOW}|(?: have|['’]ve| had)? (?:got )?(?:really |honestly |absolutely )?{NO_IDEA}| haven['’]?t (?:a|the) (?:clue|foggiest|faintest|idea))|"
    rf"(?<!have )(?<!has )(?<!had )(?<!having )(?<!with )(?<!['’]ve ){NO_IDEA}|dunno|idk|(?<!they )(?<!people )do ?n[o'’]?t know|haven['’]?t (?:a|the) (?:clue|foggiest|faintest|idea)|not (?:a clue|the (?:foggiest|faintest)))\b"
    # "We wouldn't know whom to call" tells something.
    r"(?! (?:who|whom|how|where|what|when) to\b)",
    _I,
)
# What may stand before a don't-know with which a message begins.
_LEADS = re.compile(
    r"(?:\W*(?:so|and|but|well|er+|um+|uh|ok(?:ay)?|hm+|sorry|honestly|no(?! (?:idea|clue|notion)\b)|nope|me|that|oh|ah|i (?:just |already )?(?:said|told you|say))\b)*\W*",
    _I,
)
# What begins something of its own behind a don't-know.
_TURNS = re.compile(
    r"[;:–—]|\s-\s|,\s*(?!(?:if|whether|who|where|how|when|or|nor|neither)\b)|\b(?:but|except|only|though|because|since|however|apart from)\b",
    _I,
)
_GUESSES = re.compile(
    r"\?|\b(?:i(?:['’]d| would)? (?:guess|think|suppose|imagine|assume|reckon|bet)|(?:just |only )?(?:a|my) guess|guess(?:ing)?|maybe|perhaps|probably|presumably|possibly|might|could be|must be)\b",
    _I,
)
# Of the other half nothing is known: that is "partly".
_A_PART = re.compile(r"\b(?:half|rest|others?|some|most|part)\b", _I)
_CLAUSE_ENDS = re.compile(r"[.,;!–—-]\s*(?:(?:so|and|but|well|sorry|really|honestly)\W+)*$")
_OBJECT = re.compile(r"\b(?:if|whether|who|whom|where|how|when|what|which|why)\b", _I)
# Who does not understand a word of the question answers nothing with it.
_NOT_UNDERSTOOD = re.compile(
    rf"\b(?:i|we) {DO_NOT}(?:(?:understand|follow|get|know)(?: the (?:word|term))? [\"“'‘][^\"”'’]{{2,40}}|(?:understand|follow|recogni[sz]e) (?:this|that|the|your|these|those) (?:word|term|question|expression|phrase|thing|one|name)s?|get (?:this|that|the|your) (?:word|term|question|expression)(?! from\b))\b[^.!?;]*",
    _I,
)
# How much or what it is called is not known; that it is, may be.
_EXACTLY = re.compile(
    r"\W*(?:of |about )?(?:(?:the )?exact\w*|(?:the |a )?(?:number|figure)s?|what (?:you|they|one) calls?|what it(?:['’]s| is) called|the (?:word|name))\b",
    _I,
)
# Where it was seen: "no idea … Ireland, I think it said on the page".
_SEEN = re.compile(
    r"\bit (?:said|says|reads?|stands|stood)\b|\bon (?:the|our|their|its) (?:\w+ )?(?:page|site|website|screen|box|bill|invoice|contract|label)\b|\b(?:i|we) (?:saw|read)\b",
    _I,
)
# What stands firm behind a guess.
_FIRM = re.compile(r"\b(?:yes|yeah|yep|no|there(?:['’]s| is| are)|in fact|for sure|certainly|definitely)\b", _I)
# Who is asked whether they know has answered with it.
_ASKED_TO_KNOW = re.compile(r"\bdo you know\b", _I)


def own_not_knowing(read: Reading, message: str, asked: str | None) -> Reading:
    """The same, with the answer to ``asked`` as not known where a message says so and what was read as the answer lies in those words, is only a
    guess behind them, or was not read surely; without it where it lies in words that somebody does not understand.
    """
    read = _of_what_was_asked(read, asked)
    mine = next((p for p in read.proposals if p.ref == asked and p.status == "known"), None)
    if asked is not None and not read.proposals and (last := _at_its_end(message)) is not None:
        told = Proposal(asked, "unknown", None, last.text, SURE, last.start, last.end)
        return replace(read, proposals=(told,), intent="answer")
    if mine is None or mine.start is None or mine.end is None:
        return read
    spec = field_of(mine.ref)
    if spec.type not in CHOICE_TYPES | {"country", "entity"} or _ASKED_TO_KNOW.match(spec.question):
        return read
    if any(m.start() <= mine.start < m.end() for m in _NOT_UNDERSTOOD.finditer(message)):
        return replace(read, proposals=tuple(p for p in read.proposals if p is not mine))
    said = _within(mine, message) or _guessed_behind(mine, message)
    if said is None:
        return read
    words = Proposal(mine.ref, "unknown", None, said.text, SURE, said.start, said.end)
    return replace(read, proposals=tuple(words if p is mine else p for p in read.proposals))


def _at_its_end(message: str) -> Span | None:
    """The don't-know that a message ends with, as a clause of its own: "I never thought who rings and who doesn't, I've no idea"."""
    said = next((m for m in _OWN.finditer(message) if not message[m.end() :].strip(" .,!…")), None)
    begins = said is not None and _CLAUSE_ENDS.search(message[: said.start()]) is not None
    return _words(message, said.start(), said.end()) if said is not None and begins else None


def _of_what_was_asked(read: Reading, asked: str | None) -> Reading:
    """The same with one and the same don't-know as the answer to what was asked, and to no other field of its name ("Country: don't know")."""
    mine = next((p for p in read.proposals if p.ref == asked and p.status == "unknown"), None)
    if mine is None:
        return read
    name = field_of(mine.ref).name
    kept = tuple(
        p
        for p in read.proposals
        if p is mine
        or p.status != "unknown"
        or field_of(p.ref).name != name
        or (p.start, p.end) != (mine.start, mine.end)
    )
    return replace(read, proposals=kept)


def _within(mine: Proposal, message: str) -> Span | None:
    """The don't-know whose words, or what it is about, hold what was read, where that is not sure of itself."""
    if mine.confidence >= SURE or mine.start is None or mine.end is None:
        return None
    for sentence in sentences(message):
        for said in _OWN.finditer(message, sentence.start, sentence.end):
            turn = _TURNS.search(message, said.end(), sentence.end)
            end = turn.start() if turn else sentence.end
            if mine.value == "partly" and _A_PART.search(message, sentence.start, said.start()):
                continue
            if mine.start < end and mine.end > said.start():
                return _words(message, said.start(), end)
    return None


def _guessed_behind(mine: Proposal, message: str) -> Span | None:
    """The don't-know with which a message begins, where what was read stands behind it and is a guess, or not sure."""
    told, leads = sentences(message), _LEADS.match(message)
    opening = _OWN.match(message, leads.end() if leads else 0)
    if opening is None or mine.start is None or mine.start < opening.end() or _EXACTLY.match(message, opening.end()):
        return None
    if field_of(mine.ref).known_by >= OF_ONESELF:
        # What everybody knows of themselves they guess well.
        return None
    first: Span | None = told[0]
    if told[0].end > mine.start or len(told[0].text.split()) > BARE:
        turn = _TURNS.search(message, opening.end(), mine.start)
        first = _words(message, 0, turn.start()) if turn else None
    if first is None:
        return None
    behind = [s for s in told if s.start < (mine.end or 0) and s.end > first.end]
    guess = next((m for s in behind if (m := _GUESSES.search(message, max(s.start, first.end), s.end))), None)
    if any(_SEEN.search(message, max(s.start, first.end), s.end) for s in behind):
        return None
    guesses = guess is not None and not _FIRM.search(message, guess.end(), mine.end or guess.end())
    # "Australia? It's an Aussie company": the guess stands before its reason.
    asked_back = message[first.end : mine.start].rstrip().endswith("?")
    # "Idk if anyone compares. We don't": what is not known is told, and what follows is something else.
    unsure = mine.confidence < SURE and not _OBJECT.search(first.text)
    return first if guesses or asked_back or unsure else None


def _words(message: str, start: int, end: int) -> Span | None:
    found = stripped(message, start, end)
    if found is None:
        return None
    lead = len(found.text) - len(found.text.lstrip(" ,;:.!?–—-"))
    return Span(found.start + lead, found.end, found.text[lead:])
