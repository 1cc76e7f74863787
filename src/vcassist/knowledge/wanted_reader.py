"""Tells what a sentence wants to know of the assistant, beside the linear layer of ``wanted``: an encoder trained on the same sentences. Adapter.

A layer over the vectors of an encoder that was made for likeness knows what a sentence is about, and less what it asks. This is the same encoder
(all-MiniLM-L6-v2), trained further on the sentences themselves, each with the question on the table before it (``python training/wanting.py``).
The two err on different sentences; ``wanted`` averages what they say. It runs without torch, and is opened with the first question.
"""

from __future__ import annotations

import json
from functools import cached_property
from pathlib import Path
from typing import Any

from vcassist.assets import folder
from vcassist.chain.facts import field_of
from vcassist.graphs import open_graph, open_tokenizer
from vcassist.knowledge.embedding import packaged_tokenizer
from vcassist.knowledge.talk import spelled_out

# What the model file's own metadata holds: its topics, in the order of its outputs.
KEYS = "keys"
MAX_TOKENS = 96


def reader_path() -> Path:
    return folder("knowledge") / "asked.onnx"


def as_asked(say: str, asked: str | None) -> tuple[str, str]:
    """What the encoder reads: the question on the table, or nothing, and the sentence with its shortened words spelled out."""
    return (field_of(asked).question if asked else ""), spelled_out(say)


class WantedReader:
    """``logits`` gives the logarithm of the chance of each topic (by its key) that a sentence may want."""

    def __init__(self, path: Path | None = None) -> None:
        self._path = path or reader_path()

    @property
    def available(self) -> bool:
        return self._path.exists()

    @cached_property
    def keys(self) -> list[str]:
        """The topics that it knows, in the order of its outputs."""
        found: list[str] = json.loads(self._session.get_modelmeta().custom_metadata_map[KEYS])
        return found

    def logits(self, say: str, asked: str | None) -> dict[str, float]:
        import numpy as np

        encoded = self._tokenizer.encode(*as_asked(say, asked))
        ids = np.array([encoded.ids], dtype=np.int64)
        types = np.array([encoded.type_ids], dtype=np.int64)
        (found,) = self._session.run(None, {"ids": ids, "mask": np.ones_like(ids), "types": types})
        return dict(zip(self.keys, map(float, found[0]), strict=True))

    @cached_property
    def _session(self) -> Any:
        return open_graph(self._path)

    @cached_property
    def _tokenizer(self) -> Any:
        return open_tokenizer(packaged_tokenizer(), MAX_TOKENS)
