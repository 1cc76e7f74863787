"""The claim gate: a sentence stays in the report only if the evidence it cites carries its names, numbers and verdicts.

Used on every sentence, whether a template or a language model wrote it. It refuses rather than guesses: a true sentence
that cites too little is refused too, and is listed in the annex.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from vcassist.chain.fields import FIELDS, KIND_TITLES
from vcassist.report.model import Removed, Sentence

_NUMBER_WORDS = (
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
)
_NUMBER_OF = {word: str(n) for n, word in enumerate(_NUMBER_WORDS)} | {
    "dozen": "12",
    "hundred": "100",
    "thousand": "1000",
}
# "One" as a pronoun counts nothing.
_PRONOUN = re.compile(
    r"\b(?:one (?:of|another|and the same|day)|(?:no|any|each|this|that|which|every|the) one)\b", re.I
)
_NUMBER = re.compile(r"(?<![\w.-])\d+(?:[.,\u00a0\u202f]\d+)*(?!\w)")
_WORD = re.compile(r"[^\W_](?:[\w’'.&+-]*[^\W_])?")
_START = re.compile(r"(?:^|(?<=[.!?:])\s+|[“\"(])\W*$")
# Words that claim an extent, a certainty or a judgement: the evidence must use them itself.
_STRONG = frozenset(
    [
        "all",
        "always",
        "never",
        "every",
        "everybody",
        "everyone",
        "nobody",
        "none",
        "entire",
        "entirely",
        "completely",
        "fully",
        "wholly",
        "solely",
        "only",
        "exclusively",
        "certainly",
        "definitely",
        "undoubtedly",
        "guaranteed",
        "guarantee",
        "guarantees",
        "proves",
        "proven",
        "proof",
        "impossible",
        "inevitable",
        "half",
        "third",
        "thirds",
        "quarter",
        "majority",
        "most",
        "twice",
        "double",
        "illegal",
        "unlawful",
        "lawful",
        "legal",
        "compliant",
        "non-compliant",
        "violates",
        "violation",
        "breach",
        "breaches",
        "fraud",
        "negligent",
        "liable",
        "secure",
        "insecure",
        "safe",
        "unsafe",
        "harmless",
        "dangerous",
        "best",
        "worst",
        "immediately",
        "urgent",
    ]
)
_SEVERITY = frozenset({"low", "medium", "high", "critical"})
_RISK_WORDS = re.compile(
    r"\b(?:is|are|poses?|creates?|raises?|raised|faces?|as|this)\b[^.;]{0,40}\brisks?\b"
    r"|\brisks? (?:is|are|was|were) raised\b",
    re.I,
)
_CLEAR_WORDS = re.compile(
    r"\b(?:no|without(?: any)?|free of|low) (?:\w+ )?risks?\b|\bruled out\b|\bnothing to worry\b", re.I
)
_DENIAL = re.compile(
    r"\b(?:no|not|nothing|nobody|never|none|without|neither|nor|lacks?|missing|cannot|unknown|withheld|won[’']t|unable|undisclosed|\w+n[’']t)\b",
    re.I,
)
_CLAUSE = re.compile(r"[,;.]| and | while | but | whereas ")
_TOPIC = {
    "storage": r"stored?s?|storage",
    "compute": r"machines?|computing|servers?|compute|hosted",
    "model": r"models?",
    "data": r"collected",
    "labelling": r"label\w*|annotat\w*",
    "organisation": r"organisation|based in|works in",
    "application": r"applications?|tool",
}


@dataclass(frozen=True, slots=True)
class Item:
    """One piece of evidence. ``value`` is what a fact of a country or an organisation holds.

    ``verdict`` a finding's.
    """

    text: str
    kind: str
    topic: str = ""
    value: str = ""
    verdict: str = ""
    severity: str = ""


@dataclass(frozen=True)
class Evidence:
    """All evidence by id. ``names`` are names known to the register, noticed also when written small."""

    items: Mapping[str, Item]
    names: frozenset[str] = field(default_factory=frozenset)


def check(sentence: Sentence, evidence: Evidence) -> list[str]:
    """Why the sentence cannot stay, one reason a line; empty when it may."""
    reasons = [f"cites {i}, which does not exist" for i in sentence.ids if i not in evidence.items]
    if not sentence.ids:
        reasons.append("cites nothing")
    cited = [evidence.items[i] for i in sentence.ids if i in evidence.items]
    text = " ".join(item.text for item in cited)
    words = _words(text)
    reasons += [f"the number {n} is not in the evidence" for n in sorted(_numbers(sentence.text) - _numbers(text))]
    reasons += [
        f"the name {n} is not in the evidence" for n in _names(sentence.text, evidence.names) if not _carried(n, words)
    ]
    reasons += _verdicts(sentence.text, cited, words)
    reasons += _misplaced(sentence.text, cited)
    return reasons


def gate(sentences: Iterable[Sentence], evidence: Evidence) -> tuple[tuple[Sentence, ...], tuple[Removed, ...]]:
    """The sentences that may stay, in order, and those removed with their reasons."""
    kept, removed = [], []
    for sentence in sentences:
        reasons = check(sentence, evidence)
        if reasons:
            removed.append(Removed(sentence.text, tuple(reasons)))
        else:
            kept.append(sentence)
    return tuple(kept), tuple(removed)


def _fold(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.replace("’", "'")).casefold()
    return "".join(c for c in plain if not unicodedata.combining(c))


def _base(word: str) -> str:
    return re.sub(r"'s$|'$", "", _fold(word))


@lru_cache(maxsize=256)
def _words(text: str) -> frozenset[str]:
    found = {_base(w) for w in _WORD.findall(text)}
    return frozenset(found | {part for w in found for part in re.split(r"[.&+'-]", w) if part})


def _carried(name: str, words: frozenset[str]) -> bool:
    return name in words or all(part in words for part in re.split(r"[.&+'-]", name) if part)


def _numbers(text: str) -> set[str]:
    found = set()
    for raw in _NUMBER.findall(text):
        digits = "".join(str(unicodedata.digit(c, "")) or c for c in raw)
        found.add(re.sub(r"[,\u00a0\u202f](?=\d{3}\b)", "", digits))
    plain = _PRONOUN.sub(" ", text)
    return found | {_NUMBER_OF[w] for w in re.findall(r"[a-z]+", plain.casefold()) if w in _NUMBER_OF}


@lru_cache(maxsize=1)
def _ordinary() -> frozenset[str]:
    """Words that may begin a sentence without being a name: small ones, and those of the questions and reasons."""
    small = """a about after again also although an and another any are as ask at because before behind both but by
    decide during each either first for found four from further given here how however if in is it its
    later losing next no nobody not nothing on once one only or other others our outside people public
    see since so some still such taken tell that the their them then there these they this those three
    to together two under until what when where whether which while who whose why with within without
    you your yourselves five six seven eight nine ten write check find name note begin start by-law
    suppliers risks findings facts questions answers names known unknown withheld undecided"""
    field_words = " ".join(f"{f.question} {f.reason} {f.label} {f.means}" for f in FIELDS.values())
    plain = {w for w in _WORD.findall(field_words) if w == w.lower()}
    return frozenset({*small.split(), *map(_fold, plain), *(t.casefold() for t in KIND_TITLES.values())})


def _names(text: str, known: frozenset[str]) -> list[str]:
    """Folded words of the sentence that name something.

    With a capital or in another script, or names of the register.
    """
    found: dict[str, None] = {}
    for match in _WORD.finditer(text):
        word = match[0]
        folded = _base(word)
        if any(c.isalpha() and not unicodedata.name(c, "").startswith("LATIN") for c in word):
            found[folded] = None
        elif any(c.isupper() for c in word):
            starts = _START.search(text[: match.start()]) is not None and word[1:] == word[1:].lower()
            if not (starts and folded in _ordinary()) and folded != "i":
                found[folded] = None
        elif folded in known and folded not in _ordinary():
            found[folded] = None
    return list(found)


def _verdicts(text: str, cited: list[Item], words: frozenset[str]) -> list[str]:
    reasons = []
    said = {_fold(w) for w in _WORD.findall(text)}
    reasons += [f"“{w}” claims more than the evidence" for w in sorted((said & _STRONG) - words)]
    findings = [item for item in cited if item.kind == "finding"]
    levels = {item.severity for item in findings if item.verdict == "raised"}
    reasons += [f"no cited finding is {w}" for w in sorted((said & _SEVERITY) - levels - words)]
    clear, raised = _CLEAR_WORDS.search(text), _RISK_WORDS.search(text)
    counted = any(item.kind == "count" for item in cited)
    if clear and not counted and not any(item.verdict == "clear" for item in findings):
        reasons.append("says that a risk is absent, which no cited finding does")
    if raised and not clear and not counted and not any(item.verdict == "raised" for item in findings):
        reasons.append("says that a risk is there, which no cited finding does")
    if _DENIAL.search(text) and cited and not any(_DENIAL.search(item.text) for item in cited):
        reasons.append("denies what the evidence does not deny")
    if not _DENIAL.search(text) and cited and all(item.kind == "fact" and item.verdict == "no" for item in cited):
        reasons.append("affirms what the evidence denies")
    return reasons


def _misplaced(text: str, cited: list[Item]) -> list[str]:
    """A country or organisation said of one part of the chain that the cited facts give to another."""
    facts = [item for item in cited if item.kind == "fact" and item.value]
    reasons = []
    for clause in _CLAUSE.split(text):
        topics = {t for t, pattern in _TOPIC.items() if re.search(rf"\b(?:{pattern})\b", clause, re.I)}
        if len(topics) != 1:
            continue
        own = {item.value for item in facts if item.topic in topics}
        if not own:
            continue
        for other in {item.value for item in facts} - own:
            if re.search(rf"(?<!\w){re.escape(other)}(?!\w)", clause):
                reasons.append(f"the evidence does not say {other} of {next(iter(topics))}")
    return sorted(set(reasons))
