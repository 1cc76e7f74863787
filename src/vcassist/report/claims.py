"""The claim gate: a sentence stays in the report only if the evidence it cites carries all that it says.

Used on every sentence, whether a template or a language model wrote it. It refuses rather than guesses: a true sentence
that cites too little is refused too, and is listed in the annex. What it asks, in the order of the checks:

1. it cites evidence, and all of it exists; what stands in quotation marks was said so;
2. its numbers and names stand in the evidence, a figure beside what it counts, an organisation or country at its part of the chain
   and doing only what the evidence has it do;
3. each of its words is carried: by the field, its question and its value, or by one statement of a finding or passage;
4. yes stays yes, no stays no, partly stays partly, and what is open is said to be open;
5. a finding is said to be what it is: raised, ruled out or undecided, and as severe as it is.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from vcassist.chain.fields import FIELDS
from vcassist.report import claim_checks, claim_everyday, claim_roles, claim_sense, claim_subjects
from vcassist.report.claim_items import Evidence, Item
from vcassist.report.claim_reading import read
from vcassist.report.claim_words import WORD
from vcassist.report.model import Removed, Sentence

__all__ = ["Evidence", "Item", "check", "gate"]


def check(sentence: Sentence, evidence: Evidence) -> list[str]:
    """Why the sentence cannot stay, one reason a line; empty when it may."""
    reasons = [f"cites {i}, which does not exist" for i in sentence.ids if i not in evidence.items]
    if not sentence.ids:
        reasons.append("cites nothing")
    cited = [evidence.items[i] for i in dict.fromkeys(sentence.ids) if i in evidence.items]
    if any(item.kind == "line" for item in cited):
        # A line that the report worked out is said as it is or not at all.
        return [*reasons, *claim_checks.lines(sentence.text, cited)]
    behind = [
        evidence.items[r] for item in cited for r in item.because if r in evidence.items and r not in sentence.ids
    ]
    own_name = evidence.items.get("organisation.name")
    known = [*behind, *([own_name] if own_name and own_name.status == "known" else [])]
    reading = read(sentence.text, cited, known)
    lending = [*behind, *([own_name] if own_name in known and own_name else [])]
    found = [
        *reasons,
        *claim_checks.quotes(reading, cited),
        *claim_checks.numbers(reading, [*cited, *behind]),
        *claim_checks.names(reading, [*cited, *lending], _ordinary()),
        *claim_roles.roles(reading, cited),
        *claim_everyday.unnamed(reading),
        *claim_subjects.pairs(reading, cited),
        *claim_subjects.subjects(reading, cited),
        *claim_sense.relations(reading, cited),
        *claim_sense.placement(reading, cited),
        *claim_sense.behind(reading),
        *claim_sense.polarity(reading, cited, behind),
        *claim_sense.verdicts(reading.masked, cited),
        *claim_checks.vocabulary(reading, cited, lending),
    ]
    return list(dict.fromkeys(found))


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


@lru_cache(maxsize=1)
def _ordinary() -> frozenset[str]:
    """Words that the fields themselves write in capitals: acronyms, not names of anybody."""
    text = " ".join(f"{f.question} {f.label}" for f in FIELDS.values())
    return frozenset(w for w in WORD.findall(text) if len(w) > 1 and w.isupper())
