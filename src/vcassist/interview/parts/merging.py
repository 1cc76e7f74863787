"""What a message comes to that says that two noted tools are one ("X and Y are the same thing", "merge X and Y"). Pure.

The one that stays takes what only the other knew; where both know, the one that stays keeps its own.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from vcassist.chain.facts import Chain, Fact
from vcassist.interview import phrases
from vcassist.interview.heard import Heard
from vcassist.interview.ports import Reading
from vcassist.interview.turns_of_phrase import TOOL

_I = re.I
_WORD = rf"(?:{TOOL}|product|thing|one)"
_ONE = rf"(?:(?:really|actually|in fact|both|all|just|only|simply|of course|in truth) )*(?:(?:one and )?the (?:very )?same(?: {_WORD})?|one(?: (?:single )?{_WORD})?|a single {_WORD}|identical)(?=\W*$|\s*[,.;!]|\s(?:please|so|they|it|and)\b)"
_NAMES_FOR = rf"(?:(?:just|only|really|simply|but|actually) )*(?:(?:another|a different|the old|the new|the former|our|the internal|the short|an old|a nick) ?name (?:for|of)|the same (?:{_WORD} )?as|what we call|short for|identical (?:to|with)|part of the same {_WORD} as)"
_PERHAPS = re.compile(r"\b(?:if|whether|might|may|could)\b", _I)
_NOT = re.compile(r"\b(?:not|never|isn|aren|whether|if|might|may|could)\b|n['’]t\b", _I)


@dataclass(frozen=True, slots=True)
class Merge:
    """The component that goes and the one that stays."""

    gone: str
    stays: str


def merge_in(said: str, chain: Chain) -> Merge | None:
    """The two noted tools that a message says are one; None where it does not say so plainly, denies or asks it."""
    names = {c: str(name) for c in chain.mentioned("application") if (name := chain.value(f"{c}.name"))}
    # A tool without a name is told by that, or by the words that told of it: "the 'draft translation' one and Kora are the same".
    titles = {c: re.escape(name) for c, name in names.items()} | _without_a_name(chain)
    for sentence in re.findall(r"[^.!?;\n]+[.!?;\n]*", said):
        if sentence.rstrip().endswith("?"):
            continue
        places = sorted((m.start(), c) for c, name in titles.items() if (m := _place(name, sentence)))
        if len(places) != 2:
            continue
        (_, first), (_, second) = places
        for right, wrong in ((first, second), (second, first)):
            if right in names and wrong in names and _is_not(names[right], names[wrong], sentence):
                return Merge(wrong, right)
        if _NOT.search(sentence):
            continue
        one, other = titles[first], titles[second]
        # What has no name goes.
        joined = Merge(first, second) if first not in names else Merge(second, first)
        if re.search(rf"{one}[”\"'’]?,? (?:is|was|are) {_NAMES_FOR} (?:the )?[“\"'‘]?{other}", sentence, _I):
            return Merge(first, second) if second in names else joined
        pair = rf"{one}[”\"'’]? (?:and|&|\+|with|into|to) (?:the )?[“\"'‘]?{other}"
        together = rf"\b(?:merge|combine|unite|fuse|join|fold|put together|treat|count|take)\b[^.;!?]{{0,20}}?{pair}(?! (?:as|for) two)"
        if re.search(rf"{pair}[”\"'’]?,? (?:is|are|was|were) {_ONE}", sentence, _I):
            return joined
        order = re.search(together, sentence, _I)
        whole = order and (
            re.match(r"\s*(?:merge|combine|unite|fuse|join|fold|put)", order[0], _I)
            or re.search(rf"(?:as|for) (?:{_ONE}|one)", sentence[order.end() :], _I)
        )
        if whole:
            return joined
    return None


def _is_not(right: str, wrong: str, sentence: str) -> bool:
    """Whether a sentence says of two names that the one is right and the other not: "the name is X not Y", "it is one product, X not Y"."""
    if _PERHAPS.search(sentence):
        return False
    one, other = (rf"[“\"'‘]?(?<!\w){re.escape(name)}(?!\w)[”\"'’]?" for name in (right, wrong))
    forms = (
        rf"(?:\bname(?: of (?:it|the {_WORD}))?|\bit|\bcalled|\b{_WORD}|\bai)(?: is|['’]s| was| should be|,|:)? (?:(?:really|actually|just|only|called|named) )*{one},? (?:and )?not {other}",
        rf"\b(?:not|n['’]t)(?: called| named)? {other},? ?[;:–—-]? ?(?:but |it(?:['’]s| is)(?: called)? |the name is )+{one}",
    )
    return any(re.search(form, sentence, _I) for form in forms)


def merged(chain: Chain, merge: Merge) -> Heard:
    """What a message comes to that makes one of two: one goes, and what only it knew is told of the other."""
    note = phrases.MERGED.format(chain.title(merge.stays), chain.title(merge.gone))
    facts = moved(merge, chain)
    return Heard(facts, removed=(merge.gone,), merged=True, told=facts, reading=Reading((), "correction", note=note))


def moved(merge: Merge, chain: Chain) -> tuple[Fact, ...]:
    """What only the one that goes knew, told of the one that stays."""
    facts = (f for f in chain.facts.values() if f.component == merge.gone and f.field.name != "name")
    refs = ((f, f"{merge.stays}.{f.field.name}") for f in facts)
    return tuple(replace(f, ref=ref) for f, ref in refs if chain.get(ref) is None)


def _without_a_name(chain: Chain) -> dict[str, str]:
    """The one tool that has no name, with the pattern of what it is called."""
    nameless = [c for c in chain.mentioned("application") if chain.value(f"{c}.name") is None]
    if len(nameless) != 1:
        return {}
    number = nameless[0].partition("-")[2]
    purpose = chain.value(f"{nameless[0]}.purpose")
    words = [
        rf"(?:nameless|unnamed) (?:{_WORD})",
        rf"(?:{_WORD}) without (?:a )?name",
        rf"duplicate(?: {_WORD})?",
        *([rf"(?:{TOOL}) (?:no\.? ?|number )?{number}"] if number else []),
        *([rf"[“\"'‘]?{re.escape(str(purpose))}[”\"'’]?(?: {_WORD})?"] if purpose else []),
    ]
    return {nameless[0]: rf"(?:{'|'.join(words)})"}


def _place(called: str, text: str) -> re.Match[str] | None:
    return re.search(rf"(?<!\w){called}(?!\w)", text, _I)
