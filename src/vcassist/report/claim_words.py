"""The words of the claim gate: stems, what counts as the same word, small words, denials, hedges and not-knowing. Data and helpers."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

WORD = re.compile(r"[^\W_](?:[\w’'.&+-]*[^\W_])?")

# Words that say the same in a report about AI and its suppliers; the first of a line stands for all of it.
_SAME = """
supply supplier provide provider sell sold vendor reseller deliver
develop developer make made maker build built builder create
store storage keep kept hold held
machine server computer computing compute infrastructure
locate stand sit base
run ran operate host hosting
check review verify
tell told inform
contest challenge appeal object
rule policy guideline
staff employee team colleague
person people human somebody someone
fallback alternative backup substitute
rent hire lease
test try tried
label annotate annotation tag watermark labelling labeller
train training trained retrain
stop halt
delete erase deletion
trial pilot
measure track monitor
leave left exit leaving
help assist
recommend suggest propose
gone lost loss lose fail failure outage
picture image
sound speech audio
can could may might
write written wrote
fine-tune fine-tuned
in-house inhouse
chip accelerator board
rest rely depend dependence
send sent
buy bought
know knew
include contain comprise
agree consent
assess assessment
law legal
flow flows
own itself themselves yourselves ourselves
document documentation documented
country countries
result outcome output
compress compressed quantised distilled
identify identifiable identified
"""
# Words without a claim of their own: grammar, and what a report calls its own parts.
_GRAMMAR = """
a an the this that these those it its they their them he she his her who whom whose which what where when while whether if
as at by for from in into of on onto to with within through over under up out about between among and or but so than then
there here also too still yet ever since although inside be is are exist was were been being am has have had having do does did doing done
we us our ours you your yours i my me such per via
"""
_SMALL = """
one thing kind way come use employ call name concern mean show include go get put behind chain part organisation
report component link field question answer ai system tool data further begin word far rest weigh
"""
# An extent or a certainty: never taken from a question or a definition, only from what was said or found.
_EXTENT = """
all every each always never none nobody nothing everybody everyone everything anyone anybody everywhere nowhere only solely
exclusively entire entirely complete completely full fully whole wholly most mostly majority many much few several both half
third quarter twice double dozens hundreds thousands more less least best worst certainly certain definitely sure any
"""
NUMBER_OF = {
    word: str(n)
    for n, word in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
            "twenty",
        ]
    )
} | {
    **{
        word: str(n * 10)
        for n, word in enumerate(["thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], 3)
    },
    **{
        # What comes first is another thing than how many there are.
        word: f"{n}th"
        for n, word in enumerate(
            ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"], 1
        )
    },
    "once": "1",
    "twice": "2",
    "dozen": "12",
    "hundred": "100",
    "thousand": "1000",
    "million": "1000000",
}
SEVERITY = frozenset({"low", "medium", "high", "critical"})

WITHHELD = re.compile(
    r"\bwith-?h(?:e|o)ld\w*\b|\bundisclosed\b|\b(?:will|would|does|do|did) not (?:say|tell|disclose)\b"
    r"|\bwo(?:n[’']t) (?:say|tell|disclose)\b|\bnot disclosed?\b",
    re.I,
)
NOT_KNOWN = re.compile(
    r"\bunknown\b|\bunclear\b|\bnot (?:yet )?(?:known|clear|been said|said|told|settled|decided|asked)\b"
    r"|\b(?:do|does|did|can|could)(?: ?not|n[’']t) (?:know|tell|say)\b|\bundecided\b|\bstill open\b",
    re.I,
)
HEDGED = re.compile(
    r"\b(?:only |just )?(?:partly|partially|in part|sometimes|some of|part of)\b"
    r"|\bnot (?:fully|wholly|entirely|completely|always)\b|\bincomplete(?:ly)?\b",
    re.I,
)
DENIAL = frozenset(
    [
        "no",
        "not",
        "never",
        "none",
        "nobody",
        "nothing",
        "neither",
        "nor",
        "without",
        "cannot",
        "lack",
        "lacking",
        "missing",
        "absent",
        "absence",
        "unable",
        "n't",
        "nowhere",
    ]
)
_CUT = re.compile(r"(?:^un|^in|^non-?)(?=\w{4})")


def fold(text: str) -> str:
    """Small letters without accents."""
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKD", text.replace("’", "'")).casefold()
    return "".join(c for c in plain if not unicodedata.combining(c))


@lru_cache(maxsize=8192)
def stem(word: str) -> str:
    """A word's root, roughly: plural, past, -ing and the final e taken off."""
    for end, instead in (
        ("ies", "y"),
        ("ied", "y"),
        ("sses", "ss"),
        ("ing", ""),
        ("ed", ""),
        ("es", ""),
        ("s", ""),
        ("ly", ""),
    ):
        root = word[: -len(end)] + instead
        if (
            word.endswith(end)
            and len(root) >= (5 if end == "ly" else 3)
            and not (end == "s" and word.endswith(("ss", "us", "is")))
        ):
            if end in ("ing", "ed") and len(root) > 3 and root[-1] == root[-2] and root[-1] not in "ls":
                root = root[:-1]
            word = root
            break
    return word[:-1] if word.endswith("e") and len(word) > 3 else word


def _table() -> dict[str, str]:
    found: dict[str, str] = {}
    for line in _SAME.strip().splitlines():
        words = line.split()
        for word in words:
            found.setdefault(stem(word), stem(words[0]))
    return found


_SAME_AS = _table()
GRAMMAR = frozenset(_SAME_AS.get(stem(w), stem(w)) for w in _GRAMMAR.split()) | frozenset(_GRAMMAR.split())
SMALL = GRAMMAR | frozenset(_SAME_AS.get(stem(w), stem(w)) for w in _SMALL.split()) | frozenset(_SMALL.split())
EXTENT = frozenset(_EXTENT.split())


@lru_cache(maxsize=8192)
def concept(word: str) -> str:
    """What a folded word stands for: its root, or that of the word that says the same. A word of extent stays itself."""
    if word in EXTENT or word in DENIAL:
        return word
    root = stem(word)
    return _SAME_AS.get(root, root)


def words(text: str) -> list[str]:
    """The folded words of a text; a possessive loses its ending, "don't" becomes "do" and "n't"."""
    return list(_words(text))


@lru_cache(maxsize=8192)
def _words(text: str) -> tuple[str, ...]:
    out: list[str] = []
    for raw in WORD.findall(text):
        word = re.sub(r"'s$|'$", "", fold(raw))
        if word.endswith("n't"):
            out += [w for w in (word[:-3], "n't") if w]
        elif word == "cannot":
            out += ["can", "not"]
        elif word and word != "s":
            out.append(word)
    return tuple(out)


@lru_cache(maxsize=4096)
def concepts(text: str) -> frozenset[str]:
    """All that the words of a text stand for; compounds count whole and in their parts."""
    return frozenset(c for word in words(text) for c in spellings(word))


@lru_cache(maxsize=8192)
def spellings(word: str) -> tuple[str, ...]:
    """The concepts of a word: of the whole, and of the parts of a compound."""
    parts = [p for p in re.split(r"[.&+'-]", word) if p]
    return tuple(dict.fromkeys((concept(word), *(concept(p) for p in parts if len(parts) > 1))))


def carried(word: str, by: frozenset[str]) -> bool:
    """True when the concepts hold the word, or every part of a compound."""
    parts = [p for p in re.split(r"[.&+'-]", word) if p]
    return concept(word) in by or (len(parts) > 1 and all(concept(p) in by for p in parts))


def denied_root(word: str) -> str | None:
    """``unencrypted`` → the concept of ``encrypted``; None for a word without such a beginning."""
    match = _CUT.match(word)
    return concept(word[match.end() :]) if match else None


def denials(found: Iterable[str]) -> list[str]:
    return [w for w in found if w in DENIAL or concept(w) in DENIAL]
