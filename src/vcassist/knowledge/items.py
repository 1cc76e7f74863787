"""What of the glossary gets a vector of its own, and the fingerprint of it all."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from vcassist.knowledge.glossary import Entry, sentences

FORMAT = 7
# Kinds in which people speak, as against the entry's own prose.
SPOKEN = ("name", "question", "words")
OUTSIDE = "outside"


@dataclass(frozen=True, slots=True)
class Item:
    """One text to embed. ``kind`` is name, question, words, sentence or outside; ``place`` is the passage a sentence stands in."""

    id: str
    term: str
    kind: str
    text: str
    place: int = -1


def items_of(entry: Entry) -> list[Item]:
    """The names, the words of people, and every sentence of an entry."""
    slug = entry.slug
    found = [Item(f"{slug}/title", slug, "name", f"{entry.title}: {', '.join(entry.aliases)}")]
    for kind, texts in (
        ("name", (entry.title, *entry.aliases, *entry.acronyms)),
        ("question", entry.example_questions),
        ("words", entry.in_other_words),
    ):
        found += [Item(f"{slug}/{kind}{n}", slug, kind, text) for n, text in enumerate(texts)]
    for place, (_, passage) in enumerate(entry.passages):
        for n, sentence in enumerate(sentences(passage)):
            found.append(Item(f"{slug}/p{place}s{n}", slug, "sentence", sentence, place))
    return found


def outside_items(texts: Sequence[str]) -> list[Item]:
    return [Item(f"outside/{n}", OUTSIDE, OUTSIDE, text) for n, text in enumerate(texts)]


def digest_of(items: Sequence[Item]) -> str:
    """One hash over the ids and texts of items, in any order."""
    return hashlib.sha256(json.dumps(sorted((i.id, i.text) for i in items)).encode()).hexdigest()


def manifest(entries: Mapping[str, Entry], outside: Sequence[str], embedder: str) -> dict[str, Any]:
    """What an index must have been built from to be used, part by part, so that a stale one can be told from it."""
    texts = {slug: digest_of(items_of(entry))[:16] for slug, entry in entries.items()}
    return {"format": FORMAT, "weights": embedder, "texts": texts, "outside": digest_of(outside_items(outside))[:16]}


def fingerprint(made_from: Mapping[str, Any]) -> str:
    return hashlib.sha256(json.dumps(made_from, sort_keys=True).encode()).hexdigest()[:16]


def differences(kept: Mapping[str, Any], wanted: Mapping[str, Any], titles: Mapping[str, str]) -> list[str]:
    """What changed since an index was built, in sentences."""
    found = []
    if kept["format"] != wanted["format"]:
        found.append("The index was built by another version of vcassist.")
    if kept["weights"] != wanted["weights"]:
        found.append(
            f"The index was built with other weights ({kept['weights']}) than are set now ({wanted['weights']})."
        )
    before, now = kept["texts"], wanted["texts"]
    for slug in sorted({*before, *now}):
        name = titles.get(slug, slug)
        if slug not in now:
            found.append(f"The entry {name} is in the index but no longer in the glossary.")
        elif slug not in before:
            found.append(f"The entry {name} is new and not in the index.")
        elif before[slug] != now[slug]:
            found.append(f"The entry {name} has changed since the index was built.")
    if kept["outside"] != wanted["outside"]:
        found.append("The list of what the glossary does not cover has changed since the index was built.")
    return found
