"""Which fields matter for one message: the asked one, those whose names, places or phrasings are near, and its neighbours.

Small models drown in 69 fields; with a dozen they find what is there.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from functools import cached_property

from vcassist.assessment.register import Register
from vcassist.chain.facts import Chain, split_ref
from vcassist.chain.fields import FIELDS, SINGLE_KINDS
from vcassist.errors import BadInput
from vcassist.interview.planner import READABLE_FIRST
from vcassist.reading.answering.answers import head_count
from vcassist.reading.naming.names import NameFinder
from vcassist.reading.naming.places import places

MOST = 14
_BY_NAME = {
    "supplier": ("application.supplier", "model.supplier", "compute.supplier", "storage.supplier"),
    "product": ("application.name", "application.supplier"),
    "model": ("model.name", "model.supplier"),
    "accelerator": ("compute.accelerator", "compute.hosting"),
}
_BY_PLACE = ("organisation.country", "storage.country", "compute.country", "data.country")
_WORD = re.compile(r"[^\W_]{3,}")
_COMMON = frozenset(
    ["the", "and", "for", "our", "are", "you", "they", "that", "this", "with", "have", "has", "not", "but", "was", "its", "what", "who", "how",
     "does", "from", "all", "can", "there", "which", "their", "them", "one", "any", "use", "used", "where", "when", "will", "would", "been", "whether"]
)  # fmt: skip


def stems(text: str) -> Counter[str]:
    """Content words of a text, roughly stemmed, with their counts."""
    return Counter(_stem(w) for w in _WORD.findall(text.casefold()) if w not in _COMMON)


def _stem(word: str) -> str:
    for end in ("ations", "ation", "ings", "ing", "ies", "ed", "es", "s", "ly", "er"):
        if word.endswith(end) and len(word) - len(end) >= 3:
            return word[: -len(end)]
    return word


class Relevance:
    """Ranks the fields for a message, from the register's names and the fields' own declarations."""

    def __init__(self, register: Register) -> None:
        self._finder = NameFinder(register)

    @cached_property
    def _words(self) -> dict[str, set[str]]:
        return {
            key: set(
                stems(
                    " ".join(
                        (f.question, f.means, *f.options.values(), *(p for group in f.says.values() for p in group))
                    )
                )
            )
            for key, f in FIELDS.items()
        }

    @cached_property
    def _rarity(self) -> dict[str, float]:
        counts = Counter(word for words in self._words.values() for word in words)
        return {word: math.log(len(FIELDS) / n) for word, n in counts.items()}

    def refs(self, message: str, asked: str | None, chain: Chain, hints: Iterable[str] = ()) -> tuple[str, ...]:
        """At most ``MOST`` references, the asked one first, in order of how near they are."""
        scores: defaultdict[str, float] = defaultdict(float)
        for key, score in self._near(message).items():
            scores[_component(key, asked) + "." + key.partition(".")[2]] += score
        if asked is None:
            for key, bonus in READABLE_FIRST.items():
                scores[key] += bonus / 2
        else:
            component, kind, _ = split_ref(asked)
            for field in FIELDS.values():
                if field.kind == kind and chain.get(f"{component}.{field.name}") is None:
                    scores[f"{component}.{field.name}"] += 1
        for hint in _sound(hints):
            scores[hint] += 50
        if asked:
            scores[asked] += 1000
        ranked = sorted((r for r, s in scores.items() if s > 0), key=lambda r: (-scores[r], r))
        return tuple(ranked[:MOST])

    def _near(self, message: str) -> dict[str, float]:
        scores: defaultdict[str, float] = defaultdict(float)
        said = set(stems(message))
        for key, words in self._words.items():
            scores[key] += sum(self._rarity[w] for w in words & said)
        for mention in self._finder.find(message):
            for what, _ in mention.whats:
                scores.update(dict.fromkeys(_BY_NAME[what], 6))
        if places(message):
            scores.update(dict.fromkeys(_BY_PLACE, 6))
        if head_count(message):
            scores["organisation.size"] += 6
        return scores


def _component(key: str, asked: str | None) -> str:
    """The component that a field of this kind is read for: the asked one of its kind, else the first."""
    kind = key.partition(".")[0]
    if asked and kind not in SINGLE_KINDS:
        component, asked_kind, _ = split_ref(asked)
        if asked_kind == kind:
            return component
    return kind


def _sound(refs: Iterable[str]) -> Sequence[str]:
    found = []
    for ref in refs:
        try:
            split_ref(ref)
        except BadInput:
            continue
        found.append(ref)
    return found
