"""Tells what a sentence wants to know of the assistant, beside the linear layer of ``wanted``: an encoder trained on the same sentences. Adapter.

A layer over the vectors of an encoder that was made for likeness knows what a sentence is about, and less what it asks. This is the same encoder
(all-MiniLM-L6-v2), trained further on the sentences themselves, each with the question on the table before it (``python training/wanting.py``).
The two err on different sentences; ``wanted`` averages what they say. It runs without torch, and is opened with the first question.
"""

from __future__ import annotations

import json
from functools import cached_property
from pathlib import Path

from vcassist.assets import folder
from vcassist.chain.facts import field_of
from vcassist.knowledge.embedding import packaged_tokenizer
from vcassist.knowledge.talk import spelled_out
from vcassist.pair_encoder import PairEncoder

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
        self._encoder = PairEncoder(path or reader_path(), MAX_TOKENS, packaged_tokenizer)

    @property
    def available(self) -> bool:
        return self._encoder.available

    @cached_property
    def keys(self) -> list[str]:
        """The topics that it knows, in the order of its outputs."""
        found: list[str] = json.loads(self._encoder.told[KEYS])
        return found

    def logits(self, say: str, asked: str | None) -> dict[str, float]:
        (found,) = self._encoder.logits([as_asked(say, asked)])
        return dict(zip(self.keys, map(float, found), strict=True))
