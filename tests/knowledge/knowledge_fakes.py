"""Weights at our own port that are small enough to see through, and a glossary of four entries."""

from __future__ import annotations

import hashlib
from typing import Any

import numpy as np

from vcassist.knowledge.fusion import words
from vcassist.knowledge.glossary import Entry, parse_entry

TEXT = """---
slug: {slug}
title: {title}
category: {category}
aliases: [{aliases}]
acronyms: []
related: [{related}]
example_questions:
{questions}
in_other_words:
{phrases}
sources:
  - {{title: "A source", publisher: "Somebody", date: "2024"}}
updated: 2026-11-24
---
{body}
"""


class WordWeights:
    """The mean of one fixed direction a content word: texts are near when they share words, in any order."""

    def __init__(self, name: str = "words", known: dict[str, int] | None = None) -> None:
        self.name, self.words, self.asked = name, known or {}, 0

    def embed(self, texts: list[str], query: bool = False) -> Any:
        self.asked += len(texts)
        found = np.stack([sum((self._direction(w) for w in words(t)), start=np.full(48, 1e-3)) for t in texts])
        return (found / np.linalg.norm(found, axis=1, keepdims=True)).astype(np.float32)

    def _direction(self, word: str) -> Any:
        seed = int.from_bytes(hashlib.sha256(word.encode()).digest()[:4])
        return np.random.default_rng(seed).standard_normal(48)


def entry(slug: str, title: str, about: str, related: str = "", category: str = "models", body: str = "") -> Entry:
    """An entry about some words: six questions and six phrases are made from them."""
    told = about.split()
    questions = [f"Why does the {told[n % len(told)]} {told[(n + 1) % len(told)]} matter?" for n in range(6)]
    phrases = [f"our {told[n % len(told)]} and {told[(n + 2) % len(told)]}" for n in range(6)]
    body = body or f"{title} is about {', '.join(told)}. It helps.\n\n## Why it matters\nThe {told[0]} decides."
    return parse_entry(
        TEXT.format(
            slug=slug, title=title, category=category, aliases=told[0], related=related, body=body,
            questions="\n".join(f"  - {q}" for q in questions), phrases="\n".join(f"  - {p}" for p in phrases),
        ),
        f"{slug}.md",
    )  # fmt: skip


def small_glossary() -> dict[str, Entry]:
    made = (
        entry("gpu", "GPU", "graphics card memory watts", "foundry", "infrastructure"),
        entry("foundry", "Chip Foundry", "silicon wafer factory lithography", "gpu", "infrastructure"),
        entry("consent", "Consent", "permission signature withdraw voluntary", "", "data"),
        entry("ai-in-health", "AI in Health", "clinic nurse xray permission", "consent", "sectors"),
    )
    return {e.slug: e for e in made}
