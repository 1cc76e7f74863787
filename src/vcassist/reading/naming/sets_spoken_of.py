"""Where an answer speaks of one of several sets of data by what it is: "the slips carry a name, on the photos there is only fish". Pure.

A set has no name, so people call it by its words, and head what they say of it with them. What heads a sentence in the same way and is
none of the sets is something else: what is said of it is said of none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import islice

from vcassist.chain.facts import Chain
from vcassist.reading.naming.products import Product, whose, words_of_work
from vcassist.reading.text import WORD

_I = re.I
_KIND = "data"
NOBODY = ""
# How often one message may turn to a set before the rest is passed over.
MOST = 60
# Words behind a determiner in which the noun of a set stands: "the old GPS tracks".
FAR = 3
# Letters of a word by which what was told of a set is known again.
SHORTEST = 5
_DETERMINER = r"(?:(?:the|our|those|these|my|all|every|each|some|most|both)\s)"
_FRAME = r"(?:(?:as\s)?(?:for|with|about|regarding|concerning|in|on|from|of|at|to)\s)"
_LEAD = r"(?:(?:so|then|well|yes|no|not|only|also|always|never|partly|sometimes|none|nothing|and|but|while|it(?:['’]s|\sis))[\s,:]\s?)"
_TURN = re.compile(
    rf"(?P<begins>^|[.;:!?\n]\s+|\s[–—-]\s|(?P<comma>,)\s|\s(?=(?:and|but|while|whereas|so|then|yes|no|not)\s)){_LEAD}{{0,4}}"
    rf"(?P<all>(?P<frame>{_FRAME})?(?P<the>{_DETERMINER}{{0,2}})(?P<words>[^\W\d_][\w’'-]*(?:\s[^\W\d_][\w’'-]*){{0,{FAR - 1}}}))",
    _I,
)
# Behind a bare word stands its answer: "Photos no", "reports all from here".
_ANSWERED = re.compile(
    r"\s?[:=]|\s(?:yes|no|not|none|nothing|never|always|all|both|partly|sometimes|from|are|is|come|have|has|were)\b", _I
)
# No noun of a set, and where one stands behind these it is no head of its sentence.
_NO_NOUN = re.compile(
    r"(?:i|we|you|they|he|she|it|there|this|that|these|those|who|which|what|is|are|was|were|am|be|been|do|does|did|have|has|had|can|cannot|will|would|no|not|none|nobody|yes|and|or|but|if|when|of|for|to|in|on|at|with|by|from|a|an|as|because|since)",
    _I,
)
# Kinds of things that go by several words.
_MEDIA = tuple(
    re.compile(rf"(?:{words})", _I)
    for words in (
        r"pictures?|photos?|photographs?|images?|shots?|snaps?",
        r"videos?|films?|clips?|footage",
        r"recordings?|tapes?|voices?|audio|sounds?",
        r"tables?|spreadsheets?|lists?|registers?|rosters?",
    )
)
# What is set before its verb to turn to it: "the bottles I did not ask".
_SET_FIRST = re.compile(r"\s(?:i|we|nobody|they|no one)\b", _I)


def sets_spoken_of(message: str, chain: Chain) -> Iterator[Product]:
    """Each place where a message turns to one of several sets of data, and, beside such, where it turns to something else."""
    sets = chain.mentioned(_KIND)
    if len(sets) < 2:
        return
    words = {c: words_of_work(c, chain, persons=True) for c in sets}
    found = [(m, *_meant(m, message, words)) for m in islice(_TURN.finditer(message), MOST)]
    if not any(meant for _, meant, _ in found):
        return
    told = {c: _words_told(c, chain) for c in sets}
    for m, meant, end in found:
        if meant:
            yield Product(m.start("all"), end, meant)
        elif _turns_away(m, message):
            by_words, end = _meant(m, message, told)
            yield Product(m.start("all"), end, by_words or NOBODY)


def _words_told(component: str, chain: Chain) -> Mapping[str, bool]:
    """The words of what was told of a set: whose "the annexes" are, that were spoken of before."""
    quotes = (f.quote for f in chain.facts.values() if f.component == component and f.field.name != "description")
    return {w.lower(): True for quote in quotes for w in WORD.findall(quote) if len(w) >= SHORTEST}


def _meant(found: re.Match[str], message: str, sets: Mapping[str, Mapping[str, bool]]) -> tuple[str, int]:
    """(the set that the first words of a clause mean, where they end); nothing where they mean none or several."""
    meant, end = "", found.end("all")
    for word in WORD.finditer(message, *found.span("words")):
        if _NO_NOUN.fullmatch(word[0]):
            break
        own = whose(word[0].lower(), sets, persons=True) or _by_medium(word[0], sets)
        if meant and own != [meant]:
            break
        if len(own) == 1:
            meant, end = own[0], word.end()
    bare = not (found["frame"] or found["the"])
    if bare and not _ANSWERED.match(message, end):
        return "", end
    return meant, end


def _by_medium(word: str, sets: Mapping[str, Mapping[str, bool]]) -> list[str]:
    """The sets that are of the kind of things that a word calls: photos are pictures."""
    medium = next((m for m in _MEDIA if m.fullmatch(word)), None)
    return [c for c, words in sets.items() if medium and any(medium.fullmatch(w) for w in words)]


def _turns_away(found: re.Match[str], message: str) -> bool:
    """Whether a sentence begins with something else that is set before what is said of it."""
    if found["comma"] or not found["the"] or _NO_NOUN.fullmatch(found["words"].split()[0]):
        return False
    if found["frame"] and found["frame"].strip().lower().removeprefix("as ") in (
        "with",
        "about",
        "for",
        "regarding",
        "concerning",
    ):
        return True
    first = found["words"].split()[0]
    return not found["frame"] and bool(_SET_FIRST.match(message, found.start("words") + len(first)))
