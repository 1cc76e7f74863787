"""Where a message calls a tool or a model by what it does: "the invoice scanner", "the one for the letters", "the translator". Pure.

What a tool does stands in its purpose, what a model does in the words its name was told with. A word counts only where it is that of one
alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from vcassist.chain.facts import Chain
from vcassist.interview.removals.removing import ORDINALS
from vcassist.interview.turns_of_phrase import TOOL
from vcassist.reading.naming.products import PERSONS
from vcassist.reading.naming.told_with_names import KIND, told_with_name
from vcassist.reading.text import LITTLE_WORDS, WORD

_I = re.I
# Places where one message may speak of a component; nobody says more of two or three things in one breath.
MOST = 300
_NAME = "name"
# Letters of a verb before "er" or "or".
SHORTEST_ROOT = 3
_HEAD = rf"(?:{TOOL}|helper|thing|one|machine|model|network)"
_CALLED_BY_WORK = re.compile(
    rf"\b(?:the|our|that|this)\s(?P<words>(?:(?!(?:{_HEAD}|is|was|has|and|or|of|for|to|in|on|at|with|by)\b)[\w-]+(?:['’]s?)?\s){{1,3}}?)(?:(?P<head>{_HEAD})\b|(?P<agent>[a-z]{{3,}}(?:er|or))\b)",
    _I,
)
# "The translator", "our counter": who does it is a thing where a verb of its work says that it does.
_BARE_AGENT = re.compile(r"\b(?:the|our|that|this)\s(?P<agent>[a-z]{3,}(?:er|or))\b(?!['’]s?\b|\s(?:who|of)\b)", _I)
# What is called so does its work by itself.
_A_THING = re.compile(
    r"(?:translator|transcriber|recogni[sz]er|checker|generator|scanner|summari[sz]er|classifier)", _I
)
# "The robot", where one alone was told to be one.
_BARE_KIND = re.compile(rf"\b(?:the|our|that|this)\s(?P<kind>{KIND})\b(?!['’]s?\b)", _I)
# By whom or what it is for: "the one for the engineers", "the tool the teachers use", "the one of the doors".
_CALLED_BY_USERS = re.compile(
    rf"\b(?:the|that)\s{_HEAD}\s(?:(?:for|of|used by|with)\s(?:the\s|our\s)?(?P<served>[\w-]{{3,}})|(?:that|which)\s(?P<does>[a-z]{{3,}}s(?:\s(?:the\s|our\s)?[a-z]{{3,}})?)|(?:that\s|which\s)?(?:the|our)\s(?P<users>[\w-]{{3,}})\s(?:uses?|have|has|works? with))\b"
    r"|(?:^|[.;:,!?–—-]\s)(?:(?:and|but|for|with)\s)?(?:the|our)\s(?P<owner>[\w-]{3,})(?:['’]s|s['’])(?=\s(?:is|has|never|always|sometimes|yes|no|not|runs|gets)\b|\s?:)",
    _I,
)
# What tells of "one" which of several, or how it is, and not of what kind.
_NO_KIND = re.compile(
    rf"(?:(?:{'|'.join(ORDINALS)}|other|same|only|right|wrong|new|old|last|next|big|small|good|bad|latter|former|urgent|main|whole|real|big|free|paid|whole|better|best|worst|important|difficult|easy|simple|hard|long|short|little|former|latter|single|very|young|older|younger|newer)\s?)+",
    _I,
)
# "The strange thing is that nobody checks it" speaks of no tool.
_ONLY_TELLS = re.compile(r"\s(?:is|was)(?:\s(?:that|we|they|nobody|it|i|you|he|she|the|to)\b|\s?[,:–—-])", _I)
# It is open which component is meant.
NOBODY = ""
_LITTLE = LITTLE_WORDS | {"you"}
# What "the arrivals thing" and "the sleepy one" leave to be told by their kind alone.
_VAGUE = ("one", "thing", "model")


@dataclass(frozen=True, slots=True)
class Called:
    """Words at ``start``–``end`` that mean a component by its work."""

    start: int
    end: int
    component: str


def called_by_work(message: str, chain: Chain, kind: str, named: Mapping[str, bool]) -> Iterator[Called]:
    """Each place where a message calls one of several components by its work.

    ``named``: the components of which it speaks in other words, too: beside one of two, what is called by no known work is the other.
    """
    known = chain.mentioned(kind)
    if len(known) < 2:
        return
    told = {c: _words(c, chain, kind) for c in known}
    work = {c: _stems(words) for c, words in told.items()}
    left, spoken = list[re.Match[str]](), {c for c in known if named.get(c)}
    for m in islice(_CALLED_BY_WORK.finditer(message), MOST):
        said = _stems(f"{m['words']} {m['agent'] or ''}")
        meant = [c for c, stems in work.items() if said and (said <= stems if m["agent"] else said & stems)]
        if len(meant) == 1:
            spoken.add(meant[0])
            yield Called(m.start(), m.end(), meant[0])
        elif not meant and said and (m["head"] or "").lower() in _VAGUE and not _NO_KIND.fullmatch(m["words"].strip()):
            left.append(m)
    for m in islice(_CALLED_BY_USERS.finditer(message), MOST):
        said = _stems(m[m.lastgroup or 0])
        meant = [c for c, stems in work.items() if said & stems]
        if len(meant) == 1:
            spoken.add(meant[0])
            yield Called(m.start(), m.end(), meant[0])
    for m in islice(_BARE_AGENT.finditer(message), MOST):
        meant = [c for c, words in told.items() if _does_it(m["agent"].lower(), words)]
        if len(meant) == 1:
            spoken.add(meant[0])
            yield Called(m.start(), m.end(), meant[0])
        elif not meant and _A_THING.fullmatch(m["agent"]):
            left.append(m)
    for m in islice(_BARE_KIND.finditer(message), MOST) if kind == "application" else ():
        meant = [c for c in known if re.search(rf"\b{m['kind']}\b", told_with_name(c, chain), _I)]
        if len(meant) == 1:
            spoken.add(meant[0])
            yield Called(m.start(), m.end(), meant[0])
    others = [c for c in known if c not in spoken]
    if len(known) == 2 and len(others) == 1:
        # "The phone one" beside "the poster one" is the other of two, whatever it was told to be for.
        yield from (Called(m.start(), m.end(), others[0]) for m in left)
    elif not spoken and kind == "application":
        # After an answer, "the arrivals thing" turns to one of them, and it is open to which.
        yield from (Called(m.start(), m.end(), NOBODY) for m in left if _turns_to_it(m, message))


def _turns_to_it(found: re.Match[str], message: str) -> bool:
    """Whether a later sentence begins with what is called by its kind."""
    return bool(re.search(r"[.!?;]\s+(?:(?:and|but|as for|for|with)\s)*$", message[: found.start()], _I)) and not (
        _ONLY_TELLS.match(message, found.end())
    )


def _words(component: str, chain: Chain, kind: str) -> str:
    """All that was told of what a component does, with its name."""
    name = chain.value(f"{component}.{_NAME}") or ""
    work = told_with_name(component, chain) if kind == "model" else chain.value(f"{component}.purpose") or ""
    return f"{work} {name}"


def _stems(text: str) -> set[str]:
    """The telling words of a text by their first four letters, so that scanner and scans meet."""
    return {w[:4] for w in (m.casefold() for m in WORD.findall(text)) if w not in _LITTLE}


def _does_it(agent: str, words: str) -> bool:
    """Whether a verb of somebody's work is what an agent does ("translates" for "translator"), and not the agent itself."""
    root = agent[:-2]
    if agent in PERSONS or len(root) < SHORTEST_ROOT:
        return False
    # "Scanner" of "scan", "translator" of "translate".
    once = root[:-1] if root[-1] == root[-2] else root
    return re.search(rf"\b{re.escape(once)}{root[-1]}?(?:e|es|s|ing|ed)?\b", words, _I) is not None
