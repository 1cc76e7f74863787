"""What is said of all tools at once ("both need the internet", "neither works offline"), as it would be said of one. Pure.

A reader that knows sentences about one thing reads "neither works offline" as "works offline". In the words that are said of one thing
("it does not work offline") the sense is the same, and every offset leads back to the words of the message.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from vcassist.interview.ports import Proposal
from vcassist.interview.removals.removing import NOUNS

_I = re.I
_THINGS = "|".join(f"{NOUNS[kind]}s" for kind in ("application", "model"))
_OF_THEM = rf"(?: of)?(?: them| these| those| the| our| my)?(?: (?:two|three|four))?(?: (?:{_THINGS}))?"
# All that are spoken of, or none of them.
EACH = r"(?:both|each of (?:them|the)|all (?:of them|three|four))"
NO_ONE = r"(?:neither(?: one)?|none(?= of (?:them|these|those|our|the (?:two|three|four)|both)\b)|not (?:one|a single one)(?= of (?:them|the (?:two|three|four))\b))"
# "Put it for both": what was just said is said of all.
PUT_FOR_ALL = re.compile(
    rf"\b(?:put|note|write|set|mark|take|count|enter|record)\s(?:it|that|this|the same)(?: (?:down|so|please|then)){{0,2}} (?:for|on|with|to|under) {EACH}\b"
    rf"|\b(?:same|it|that) (?:goes |holds |is true |applies )?(?:for|with|to|of) {EACH}\W*$",
    _I,
)
_ADVERB = r"(?:(?:always|never|only|just|still|really|also|usually|mostly|simply|all|both|then|now) )"
_SUBJECT = re.compile(
    rf"\b(?:(?P<none>{NO_ONE}{_OF_THEM}(?: both)?)|(?P<all>{EACH}{_OF_THEM}))(?= {_ADVERB}{{0,2}}[a-z])", _I
)
_VERB = re.compile(
    rf" (?P<adverbs>{_ADVERB}{{0,2}})(?P<verb>are|were|have|do|can(?:not)?|will|would|could|must|might|should|is|was|has|does|did|had|(?:are|were|have|do|ca|wo|is|was|has|does)n['’]?t|[a-z]{{2,}})\b(?P<not> not\b)?(?:(?<=have)(?: (?:an?|any)\b)|(?<=has)(?: (?:an?|any)\b))?",
    _I,
)
_ONE_DOES = {
    "are": "is", "were": "was", "have": "has", "do": "does", "aren't": "isn't", "weren't": "wasn't", "haven't": "hasn't", "don't": "doesn't",
}  # fmt: skip
_HELPERS = frozenset(
    ["is", "was", "can", "will", "would", "could", "must", "might", "should", "does", "did", "had", "has"]
)
# "Both on trial": what stands behind "both" is no verb.
_WHERE = re.compile(r"(?:on|in|at|under|from|with|without|by|for|of|off)", _I)
_CLOSES = re.compile(r"\s*(?:[.,;:!?]|$)")
# Verbs that tell something without a word behind them.
_ALONE = re.compile(
    r"(?:work|run|do|help|fail|stop|break|crash|go|die|count|learn|talk|speak|write|decide|suggest|advise|are|were|have|change|carry|need|use)(?:ed|n['’]?t)?|[a-z]+(?:ed|n['’]t)",
    _I,
)
# A verb that stands with several things alone ("the posters are done so").
_OF_SEVERAL = re.compile(r" (?P<verb>(?:are|were|have)(?:n['’]?t)?)\b", _I)
# "Needed", and not "need".
_PAST = re.compile(r"(?:needed|(?<!ne)ed)$")


class _Change(NamedTuple):
    start: int
    end: int
    put: str


@dataclass(frozen=True, slots=True)
class OfOne:
    """``text`` is what ``said``, which stands at ``at`` in a message, says of all, said of one."""

    said: str
    at: int
    text: str
    changes: tuple[_Change, ...]

    def back(self, proposals: Iterable[Proposal]) -> list[Proposal]:
        """Proposals of ``text``, placed as if it stood in the message, with their places in it."""
        if not self.changes:
            return list(proposals)
        spans = ((p, self._place(p.start or 0, False), self._place(p.end or 0, True)) for p in proposals)
        return [replace(p, start=a + self.at, end=b + self.at, quote=self.said[a:b]) for p, a, b in spans]

    def _place(self, place: int, ends: bool) -> int:
        at, moved = place - self.at, 0
        for change in self.changes:
            begins = change.start + moved
            if at <= begins - (not ends) or (ends and at <= begins):
                break
            if at < begins + len(change.put) + ends:
                return change.end if ends else change.start
            moved += len(change.put) - (change.end - change.start)
        return at - moved


def of_one(said: str, at: int, places: Collection[int]) -> OfOne:
    """A part at ``at`` of a message with "it" for the "both" or "neither" at these ``places`` of it, and the verb that goes with "it"."""
    changes: list[_Change] = []
    for m in _SUBJECT.finditer(said):
        verb = _VERB.match(said, m.end())
        if verb is not None and m.start() + at in places and not (changes and m.start() < changes[-1].end):
            words = _denied(verb) if m["none"] else _said_of_one(verb, said)
            changes.append(_Change(m.start(), verb.end(), f"{'It' if m[0][0].isupper() else 'it'} {words}"))
    return _changed(said, at, changes)


def with_it(said: str, at: int, names: Iterable[tuple[int, int]]) -> OfOne:
    """A part at ``at`` of a message with "it" for what stands at these places of the message, and the verb that goes with "it"."""
    changes = []
    for start, end in names:
        verb = _OF_SEVERAL.match(said, end - at)
        put = f"it {_third(verb['verb'])}" if verb else "it"
        changes.append(_Change(start - at, verb.end() if verb else end - at, put))
    return _changed(said, at, changes)


def _changed(said: str, at: int, changes: Sequence[_Change]) -> OfOne:
    text, done = "", 0
    for change in changes:
        text, done = text + said[done : change.start] + change.put, change.end
    return OfOne(said, at, text + said[done:], tuple(changes))


def _said_of_one(verb: re.Match[str], said: str) -> str:
    """What is said of all, as it is said of one; how they are may stand without a verb ("both live.", "both open")."""
    word = verb["verb"].lower()
    if _WHERE.fullmatch(word):
        return f"is {verb['adverbs']}{verb['verb']}"
    if _CLOSES.match(said, verb.end()) and not verb["not"] and not _ALONE.fullmatch(word) and word not in _HELPERS:
        return f"is {verb['adverbs']}{verb['verb']}"
    return f"{verb['adverbs']}{_third(verb['verb'])}{verb['not'] or ''}"


def _third(verb: str) -> str:
    """A verb as it goes with "it"."""
    plain = verb.lower().replace("’", "'")
    if plain in _ONE_DOES:
        return _ONE_DOES[plain]
    if plain in _HELPERS or plain.endswith(("n't", "cannot", "s")) or _PAST.search(plain):
        return plain
    if re.search(r"(?:[sxz]|ch|sh|o)$", plain):
        return f"{plain}es"
    return f"{plain[:-1]}ies" if re.search(r"[^aeiou]y$", plain) else f"{plain}s"


def _denied(verb: re.Match[str]) -> str:
    """A verb behind "neither", as it is denied of "it"."""
    plain = _third(verb["verb"])
    adverbs = verb["adverbs"]
    if plain == "has":
        return f"{adverbs}has no"
    if plain in _HELPERS:
        return f"{plain} not {adverbs}".rstrip()
    if plain.endswith("n't") or plain == "cannot":
        return f"{adverbs}{plain}"
    if _PAST.search(plain):
        return f"{adverbs}never {plain}"
    return f"does not {adverbs}{_base(plain)}"


def _base(third: str) -> str:
    if third.endswith("ies"):
        return f"{third[:-3]}y"
    return third[:-2] if re.search(r"(?:[sxz]|ch|sh|o)es$", third) else third.removesuffix("s")
