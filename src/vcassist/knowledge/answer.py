"""Composes an answer from an entry's own sentences: the few that answer the question, each cited. No model needed."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from vcassist.knowledge.embedding import Embedder
from vcassist.knowledge.fusion import Ranked, words
from vcassist.knowledge.glossary import Entry, sentences

MOST = 4
CLOSE = 0.06
_DEFINE = re.compile(
    r"^\W*(?:so\s+)?(?:what(?:'s| is| are|s)\b|define\b|meaning of\b|explain\b|what does .* mean|\w+\W*$)", re.I
)
_POINTS_BACK = re.compile(
    r"^(?:It|They|This|These|Those|That|Such|Both|Here|There|Then|Also|Yet|But|And|So|Another|The same)\b"
)


def compose(
    question: str, vector: Any, found: Sequence[Ranked], entries: Mapping[str, Entry], embedder: Embedder
) -> list[tuple[str, str]]:
    """(term, sentence) in reading order: at most four sentences of the best entry, or of two that are about as near."""
    terms = [found[0].term]
    if len(found) > 1 and found[1].score >= found[0].score - CLOSE:
        terms.append(found[1].term)
    pool: list[tuple[str, int, str, str]] = []
    for term in terms:
        for heading, text in entries[term].sections.items():
            if heading.lower().startswith("questions to ask") and "ask" not in words(question):
                continue
            for sentence in sentences(text):
                pool.append((term, len(pool), heading, sentence))
    vectors = embedder.embed([sentence for *_, sentence in pool])
    asked = set(words(question))
    scored = []
    for (term, place, heading, sentence), near in zip(pool, vectors @ vector, strict=True):
        shared = len(asked & set(words(sentence))) / (len(asked) or 1)
        bonus = 0.10 * shared + (0.05 if term == terms[0] else -0.03)
        if not heading and _DEFINE.match(question) and term == terms[0]:
            bonus += 0.18
        if _POINTS_BACK.match(sentence):
            bonus -= 0.15
        scored.append((float(near) + bonus, place, term, sentence))
    scored.sort(reverse=True)
    best = scored[0][0]
    picked = [s for s in scored[:MOST] if s[0] >= best - 0.22]
    lead = next(s for s in scored if s[2] == terms[0] and not any(p[1] < s[1] for p in scored if p[2] == terms[0]))
    if len(picked) < 2 and lead not in picked:
        picked.append(lead)
    return [(term, sentence) for _, _, term, sentence in sorted(picked, key=lambda s: s[1])]
