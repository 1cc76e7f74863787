"""The check of the claim gate on everyday words that stand where only a name or a supplier can, and on names said twice."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from vcassist.report.claim_reading import Reading, everyday
from vcassist.report.claim_roles import AUXILIARY, BE, DOES, LINK, TOKEN, is_mark
from vcassist.report.claim_words import concept, concepts, fold

_WHO = frozenset({"who", "which", "that", "itself", "themselves"})
_STANDS = concepts("supplier company organisation others nobody you yourselves ourselves they what one both") | _WHO
_DETERMINER = frozenset(["the", "a", "an", "this", "that", "which", "what", "each", "every", "no", "one", "any"])
_MASS = frozenset({"data", "ai", "storage", "labelling", "hardware", "software"})
_COUNTED = frozenset(
    [
        "application",
        "app",
        "tool",
        "product",
        "assistant",
        "label",
        "labeller",
        "file",
        "disk",
        "machine",
        "server",
        "cloud",
        "model",
        "chip",
        "board",
        "accelerator",
        "card",
        "link",
        "component",
        "report",
        "question",
        "answer",
        "system",
        "name",
        "kind",
        "way",
        "part",
        "chain",
        "organisation",
        "thing",
    ]
)
_GOES_ON = BE | {"'", "’", ",", "behind", "comes", "came", "has", "rests", "offers", "withholds"}


def unnamed(reading: Reading) -> Iterator[str]:
    """Everyday words that stand where only a name or a supplier can: "Link stands behind it", "AI provides the machines"."""
    for clause in reading.clauses:
        tokens = [fold(t) for t in TOKEN.findall(clause.text)]
        while tokens and tokens[0] in LINK:
            tokens = tokens[1:]
        if _taken_for_a_name(tokens):
            yield f"the name {tokens[0]} is not in the evidence"
        if "behind" in tokens:
            before = [t for t in tokens[: tokens.index("behind")][::-1] if t not in BE | AUXILIARY - _WHO]
            bare = len(before) < 2 or before[1] not in _DETERMINER
            if before and bare and before[0] in everyday() and concept(before[0]) not in _STANDS:
                yield f"says that {before[0]} supplies something, which the evidence does not"
        named = [m.text for m in clause.mentions]
        for name in dict.fromkeys(named):
            twice = named.count(name) > 1
            if twice and not any(m.text == name and m.titles and m.values for m in clause.mentions):
                yield f"says {name} twice in one breath"


def _taken_for_a_name(tokens: Sequence[str]) -> bool:
    """True for an everyday word that opens a clause as only a name does: without the article that a thing needs, or acting."""
    if len(tokens) < 2:
        return False
    first, then = re.sub(r"['’]s$", "", tokens[0]), tokens[1]
    if first not in _COUNTED | _MASS:
        return False
    acts = (concept(then) in DOES and then.endswith("s") and not then.endswith("rs")) or then == "behind"
    if first != tokens[0] or acts or (then in LINK - {"or"} and len(tokens) > 2 and is_mark(tokens[2])):
        return True
    return first in _COUNTED and (then in _GOES_ON or concept(then) in DOES)
