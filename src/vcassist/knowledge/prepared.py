"""Vectors of the glossary's texts that were made beforehand, so that the index is built in seconds on a slow machine.

A text that is not among them is embedded as ever: nothing but time is lost. `python tools/vectors.py` makes the file anew.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from vcassist.assets import folder

if TYPE_CHECKING:
    from vcassist.knowledge.embedding import Vectors

LEVELS = 127


def prepared_path() -> Path:
    return folder("knowledge") / "vectors.npz"


def key_of(text: str) -> int:
    """64 bits of a text's sha256."""
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:8], "big")


class Prepared:
    """Unit vectors by text for one embedder, kept as 8-bit steps of each vector's largest part (cosine to the exact one above 0.9995)."""

    def __init__(self, keys: Any, steps: Any, largest: Any) -> None:
        self._at = {int(key): n for n, key in enumerate(keys)}
        self._steps, self._largest = steps, largest

    def __contains__(self, text: str) -> bool:
        return key_of(text) in self._at

    def vectors(self, texts: Sequence[str]) -> Vectors:
        """Shape (texts, dimensions). Raises KeyError for a text that is not there."""
        import numpy as np

        at = [self._at[key_of(text)] for text in texts]
        rough = self._steps[at].astype(np.float32) * self._largest[at, None]
        found: Vectors = rough / np.maximum(np.linalg.norm(rough, axis=1, keepdims=True), 1e-9)
        return found


def load_prepared(embedder: str, path: Path | None = None) -> Prepared | None:
    """The prepared vectors of an embedder (by the name that holds its weights' hash), or None when there are none."""
    import numpy as np

    file = path or prepared_path()
    if not file.exists():
        return None
    with np.load(file, allow_pickle=False) as kept:
        if str(kept["embedder"]) != embedder:
            return None
        return Prepared(kept["keys"], kept["steps"], kept["largest"])


def save_prepared(embedder: str, texts: Sequence[str], vectors: Vectors, path: Path) -> None:
    """Writes unit vectors of texts, in the order of their keys so that the same texts give the same file."""
    import numpy as np

    keys = np.array([key_of(text) for text in texts], dtype=np.uint64)
    keys, first = np.unique(keys, return_index=True)
    chosen = vectors[first]
    largest = np.abs(chosen).max(axis=1) / LEVELS
    steps = np.rint(chosen / np.maximum(largest[:, None], 1e-9)).astype(np.int8)
    np.savez_compressed(path, embedder=np.array(embedder), keys=keys, steps=steps, largest=largest.astype(np.float32))
