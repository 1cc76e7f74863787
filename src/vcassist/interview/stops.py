"""Stops for who writes or dictates without any: "… there will be no commas I am with Ngaio Advocacy we use Be My AI you point the phone at a door". Pure.

What one clause plans, denies or quotes is said of the others too where nothing parts them. So a line's end is put for the space before a clause
that begins with its own subject; every place in the text stays where it is.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from vcassist.chain.facts import Fact
from vcassist.interview.session import Turn

# A shorter message, in words, is one sentence; a shorter clause is no sentence of its own.
LEAST_WORDS, LEAST_CLAUSE = 16, 4
# Who puts one of these parts their clauses.
_MARKS = re.compile(r"[.!?;:,](?!\w)|\n|\s[–—-]\s")
# So far back, in characters, the words before a clause are looked at.
_BACK = 120
# A condition waits for its main clause: "and if the internet is gone we carry on".
_CONDITION = re.compile(
    r"(?:^\W*(?:(?:no|yes|well|oh|so|and|but)\s)*|\b(?:and|but|so|or)\s)(?:if|when|whenever|while|unless|until|till|once|because|since|although|though|as soon as)\b",
    re.I,
)
# "For letters we send": what stands behind a bare plural tells more of it.
_OF_SEVERAL = re.compile(r"\b(?:for|with|of|to|in|on|from|about|by) [\w’'-]+s$", re.I)
# "It" and "you" begin a clause where they do something: "keep it running" and "take it home" go on.
_SUBJECT = re.compile(
    r" (?=(?:(?:i|we|they|he|she|nobody|everybody|everyone)\b(?:['’]\w+)?|there(?:['’]?s| is| are| was| were| has)|it(?:['’]s| is| was| does| did| has| had| can| could| will| would| just| only| never| always| also| still| [a-z]{3,}(?<!ss)s)|you(?:['’]\w+| can| could| must| just| only| have| point| put| press| open| type| say| get)) \w)",
    re.I,
)
# What goes on with a clause as its object, its reason or its condition.
_BINDS = frozenset(
    re.findall(
        r"[\w']+",
        "that which who whom whose when whenever where what how why if because cause cos as than and but or nor so "
        "while since until till before after though although unless whether say says said think thinks know knows "
        "believe guess suppose hope mean means told tell tells feel sure like everything anything nothing "
        "something all thing things way time moment day for with without to of at in on from by about into over "
        "does do did is are was were am be been can could will would shall should may might must have has had let "
        "make makes made see sees ask asks help helps give gives show shows us them me him her not never no yes oh "
        "well only just even mind what's wish reckon figure find finds found",
    )
)
# "The tool we use", "every letter it reads": a noun that the clause behind it tells more of.
_TELLS_MORE = re.compile(
    r"\b(?:the|a|an|those|these|every|each|any|all|some|what|which|only|first|last|same|whole) (?:[\w’'-]+ )?$", re.I
)

_QUOTE = re.compile(r"“[^”]*”")
# The keys under which a person's words stand in what is told of a message.
_WORDS = frozenset(("quote", "value", "new", "new_quote", "said"))


def with_stops(said: str) -> str:
    """The same text, of the same length, with its clauses on lines of their own, where it is long and has no marks between them."""
    if len(said.split()) < LEAST_WORDS or _MARKS.search(said):
        return said
    cut = [0]
    for m in _SUBJECT.finditer(said):
        stretch = said[max(cut[-1], m.start() - _BACK) : m.start()]
        before, behind = stretch.split(), said[m.end() : m.end() + _BACK].split()
        if len(before) < LEAST_CLAUSE or len(behind) < LEAST_CLAUSE:
            continue
        if _CONDITION.search(stretch) or _OF_SEVERAL.search(stretch):
            continue
        if before[-1].strip("'’\"“”,").casefold() in _BINDS or before[-1].endswith(","):
            continue
        if _TELLS_MORE.search(stretch.rpartition(" ")[0] + " "):
            continue
        cut.append(m.start())
    text = list(said)
    for at in cut[1:]:
        text[at] = "\n"
    return "".join(text)


def in_own_words(turn: Turn) -> Turn:
    """A turn that was heard in a text with stops, in the person's own words: they wrote no line's end, so all that are in it were put."""
    facts = tuple(_own(fact) if fact.turn == turn.number else fact for fact in turn.facts)
    conflicts = tuple(replace(c, new=_own_value(c.new), new_quote=_line(c.new_quote)) for c in turn.conflicts)
    waits = turn.awaiting
    if waits is not None:
        waits = replace(waits, new=_own_value(waits.new))
    return replace(
        turn,
        said=_line(turn.said),
        facts=facts,
        conflicts=conflicts,
        awaiting=waits,
        note=_quoted(turn.note),
        reply=_quoted(turn.reply),
    )


def _own_value(value: Any) -> Any:
    return _line(value) if isinstance(value, str) else value


def _own(fact: Fact) -> Fact:
    return replace(
        fact, value=_line(fact.value) if isinstance(fact.value, str) else fact.value, quote=_line(fact.quote)
    )


def _line(text: str) -> str:
    return text.replace("\n", " ")


def _quoted(text: str) -> str:
    """A reply whose quotes stand on one line."""
    return _QUOTE.sub(lambda m: _line(m[0]), text)


def without_stops(data: Any) -> Any:
    """The JSON of what was heard or is replied, without the lines' ends that were put into quotes and values."""
    if isinstance(data, str):
        return _quoted(data)
    if isinstance(data, Mapping):
        return {key: _line(v) if key in _WORDS and isinstance(v, str) else without_stops(v) for key, v in data.items()}
    if isinstance(data, Sequence):
        return [without_stops(value) for value in data]
    return data
