"""What the index learns from the glossary's own phrases when it is built: the judges of meaning and of words, and when a query is covered."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from vcassist.knowledge.coverage import Coverage, calibrate, signs
from vcassist.knowledge.fusion import Hit, Kinship, Names, rank
from vcassist.knowledge.items import SPOKEN, Item
from vcassist.knowledge.judge import Judge, learn
from vcassist.knowledge.wordjudge import WordJudge, learn_words

if TYPE_CHECKING:
    from vcassist.knowledge.embedding import Vectors

NEAR = 64
BLOCK = 128
# Every twelfth phrase, and every sixth question that no entry answers, is held back to calibrate on: about a thousand and some
# hundreds. The final judge learns from all.
HOLD_BACK, HOLD_BACK_OUTSIDE = 12, 6
# An entry's own prose teaches half as much as what people say.
PROSE = 0.5
# Weights whose vectors all point one way (E5's do) tell more apart after their common part is taken off.
COMMON_PART = 0.3


@dataclass(frozen=True)
class Learned:
    judge: Judge
    words: WordJudge
    coverage: Coverage


def common_part(vectors: Vectors) -> Any:
    """The mean of unit vectors if it is large, else zeros. Shape (dimensions,)."""
    middle = vectors.mean(0)
    return middle if float(middle @ middle) > COMMON_PART else middle * 0


def centred(vectors: Vectors, middle: Any) -> Vectors:
    """Unit vectors without their common part."""
    import numpy as np

    moved = vectors - middle
    found: Vectors = moved / np.maximum(np.linalg.norm(moved, axis=-1, keepdims=True), 1e-9)
    return found


def largest_cosine(vectors: Vectors, vector: Any) -> float:
    """Of some unit vectors (n, dimensions) with one. Without BLAS, whose threads wait busily and cost ten times as much."""
    import numpy as np

    return float(np.einsum("nd,d->n", vectors, vector).max())


def nearest(asked: Vectors, items: Sequence[Item], vectors: Vectors, limit: int = NEAR) -> Iterator[list[Hit]]:
    """For each of ``asked`` (n, dimensions) the nearest items by exact search, best first; in blocks, so that memory is bounded."""
    import numpy as np

    kth = min(limit, len(items) - 1)
    for at in range(0, len(asked), BLOCK):
        cosines = asked[at : at + BLOCK] @ vectors.T
        tops = np.argpartition(-cosines, kth, axis=1)[:, :limit]
        for near, top in zip(cosines, tops, strict=True):
            yield [
                Hit(items[i].term, items[i].kind, items[i].text, float(near[i]), items[i].place)
                for i in top[np.argsort(-near[top], kind="stable")]
            ]


def learn_all(
    items: Sequence[Item],
    vectors: Vectors,
    outside: Vectors,
    outside_texts: Sequence[str],
    names: Names,
    kinship: Kinship,
) -> Learned:
    """The judges over everything, and the coverage calibrated on phrases that a judge of its own has not seen.

    Coverage hears meaning alone: the words of the field stand in many a question that the glossary does not answer.
    """
    import numpy as np

    held = np.zeros(len(items), bool)
    held[[n for n, i in enumerate(items) if i.kind in ("question", "words")][::HOLD_BACK]] = True
    held_outside = np.arange(len(outside)) % HOLD_BACK_OUTSIDE == 0

    def at(mask: Any) -> list[int]:
        return [int(n) for n in np.flatnonzero(mask)]

    weights = [1.0 if i.kind in SPOKEN else PROSE for i in items]

    def judge(mask: Any, others: Vectors, start: Judge | None = None) -> Judge:
        return learn(vectors[mask], [items[n].term for n in at(mask)], [weights[n] for n in at(mask)], others, start)

    known, rest = judge(~held, outside[~held_outside]), at(~held)
    shelf, shelf_vectors, far = [items[n] for n in rest], vectors[rest], outside[~held_outside]

    def rows(texts: Sequence[str], asked: Vectors) -> list[tuple[float, ...]]:
        found = []
        for text, vector, hits in zip(texts, asked, nearest(asked, shelf, shelf_vectors), strict=True):
            chances, none = known.log_chances(vector)
            ranked = rank(hits, names.votes(text), chances, {}, kinship)
            found.append(signs(ranked, none, largest_cosine(far, vector)))
        return found

    inside_rows = rows([items[n].text for n in at(held)], vectors[held])
    outside_rows = rows([outside_texts[n] for n in at(held_outside)], outside[held_outside])
    covered = [True] * len(inside_rows) + [False] * len(outside_rows)
    heard = learn_words([i.text for i in items], [i.term for i in items], weights, outside_texts)
    return Learned(
        judge(np.ones(len(items), bool), outside, known), heard, calibrate(inside_rows + outside_rows, covered)
    )


def kinship_of(related: Mapping[str, Sequence[str]], categories: Mapping[str, str]) -> Kinship:
    return Kinship(related, frozenset(slug for slug, category in categories.items() if category == "sectors"))
