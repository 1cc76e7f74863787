"""Tells what a sentence wants to know of the assistant: one linear layer over the sentence's vector, its words, and the question on the table,
averaged with an encoder that was trained on the same sentences (``wanted_reader``).

It is fitted to what people of many kinds ask (knowledge/asked.jsonl, knowledge/talk.yaml), to what the glossary is asked, and to sentences
that ask nothing. ``python tools/asked.py`` fits it anew, and with ``--measure`` tells how well it does on each hand that it has not seen.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from vcassist.assets import folder
from vcassist.chain.facts import field_of
from vcassist.chain.fields import FIELDS
from vcassist.errors import BrokenAsset
from vcassist.interview.questions.on_the_table import pointing
from vcassist.knowledge.talk import ASKS_NOTHING, OFF_TOPIC, TERMS, load_talk, spelled_out
from vcassist.knowledge.wanted_reader import WantedReader
from vcassist.word_places import word_places

# Places for words and pairs of words, by their hash.
BUCKETS = 2048
# How much each part weighs beside the sentence's own vector, whose length is 1.
POINTED, WORDS, FORM = 0.7, 1.5, 0.5
# How much the encoder counts, and the least chance of which a logarithm is taken. On the sentences of seven hands that neither had seen
# (3,448), the layer alone knew 0.767 of the questions, the encoder 0.823, both 0.838.
ENCODER, LEAST = 0.7, 1e-9
_WH = re.compile(r"^\W*(?:what|who|whom|why|how|where|which|when|whose)\b", re.I)

Embed = Callable[[list[str]], Any]


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence that somebody writes while ``asked`` (a field, or None) stands open, and what it wants. ``hand``: who of the writers wrote it."""

    say: str
    asked: str | None
    wants: str
    also: str = ""
    hand: int = 0


@lru_cache(maxsize=1)
def load_lines() -> tuple[Line, ...]:
    """The lines of knowledge/asked.jsonl. Raises BrokenAsset for one that names no field or wants nothing known."""
    path = folder("knowledge") / "asked.jsonl"
    lines = []
    for number, row in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        told = json.loads(row)
        line = Line(told["say"], told["asked"], told["wants"], told.get("also", ""), told["hand"])
        known = {line.wants, line.also or line.wants} <= {*load_talk(), *ASKS_NOTHING, TERMS, OFF_TOPIC}
        if not known or not (line.asked is None or line.asked in FIELDS):
            raise BrokenAsset(f"Line {number} of knowledge/asked.jsonl is not as it should be.", row[:120])
        lines.append(line)
    return tuple(lines)


def made_of() -> str:
    """A hash of the sentences, entries and fields that the layer is fitted to, so that a stale one can be told."""
    asked = [(key, *entry["asked"]) for key, entry in load_talk().items()]
    lines = [(line.say, line.asked or "", line.wants) for line in load_lines()]
    return hashlib.sha256(json.dumps([asked, lines, _asked_for()]).encode()).hexdigest()[:16]


def weights_path() -> Path:
    return folder("knowledge") / "asked.npz"


def _asked_for() -> list[str]:
    """What each field asks for, in the order of the fields."""
    return [f"{f.question} {f.means}"[:300] for f in FIELDS.values()]


def matters_of(embed: Embed) -> dict[str, Any]:
    """The vector of what each field asks for, by the field's key."""
    return dict(zip(FIELDS, embed(_asked_for()), strict=True))


def features(lines: Sequence[tuple[str, str | None]], embed: Embed, matters: Mapping[str, Any]) -> Any:
    """What the layer sees of sentences, each beside the question on the table; shape (sentences, features). ``matters`` as of ``matters_of``."""
    import numpy as np

    told = [spelled_out(say) for say, _ in lines]
    pointed = [pointing(text, field_of(asked)) if asked else text for text, (_, asked) in zip(told, lines, strict=True)]
    keys = [field_of(asked).key if asked else None for _, asked in lines]
    vectors = np.asarray(embed(told), dtype=np.float32)
    # Without a question on the table there is nothing to point at.
    pointing_ones = vectors if pointed == told else np.asarray(embed(pointed), dtype=np.float32)
    near = [float(v @ matters[key]) if key else 0.0 for v, key in zip(vectors, keys, strict=True)]
    return np.hstack(
        [
            vectors,
            POINTED * pointing_ones,
            np.array(near, dtype=np.float32)[:, None],
            FORM * np.array([_form(*pair) for pair in zip(told, pointed, strict=True)], dtype=np.float32),
            WORDS * np.array([_words(text) for text in told]),
        ]
    )


def _form(text: str, pointed: str) -> list[float]:
    words = re.findall(r"[a-z']+", text.lower())
    return [
        float(holds)
        for holds in (
            "?" in text,
            _WH.match(text) is not None,
            any(w in words for w in ("you", "your", "u", "ur")),
            any(w in words for w in ("i", "me", "my")),
            any(w in words for w in ("we", "our", "us")),
            len(words) <= 4,
            len(words) >= 15,
            pointed != text,
            pointed.count("that") > text.count("that") + 1,
        )
    ]


def _words(text: str) -> Any:
    """Which words and pairs of neighbours a sentence has, by place."""
    import numpy as np

    found = np.zeros(BUCKETS, dtype=np.float32)
    found[word_places(text, BUCKETS)] = 1
    return found / np.sqrt(found.sum() + 1)


@dataclass(frozen=True, slots=True)
class Layer:
    """What was fitted: weights (features, keys) and a bias for each key; and the vectors of what the fields ask for, by key."""

    keys: list[str]
    weights: Any
    bias: Any
    matters: Mapping[str, Any]


class Wants:
    """The fitted layer, with the encoder beside it where there is one. ``chances`` is empty where there is no layer for these vectors."""

    def __init__(
        self, embedder: str, embed: Embed, path: Path | None = None, reader: WantedReader | None = None
    ) -> None:
        self._embedder, self._path = embedder, path or weights_path()
        self._embed = embed
        self._reader = reader if reader is not None and reader.available else None
        # One turn looks at the same sentence more than once.
        self.chances = lru_cache(maxsize=64)(self._chances)

    @cached_property
    def _layer(self) -> Layer | None:
        return opened(self._path, self._embedder)

    def _chances(self, say: str, asked: str | None) -> tuple[tuple[str, float], ...]:
        """What a sentence may want, beside the field ``asked``, with the chance of each, best first."""
        layer = self._layer
        if layer is None:
            return ()
        chances = softmax(features([(say, asked)], self._embed, layer.matters) @ layer.weights + layer.bias)[0]
        if self._reader is not None:
            chances = averaged(layer.keys, chances, self._reader.logits(say, asked))
        return tuple(sorted(zip(layer.keys, map(float, chances), strict=True), key=lambda one: -one[1]))


def averaged(keys: Sequence[str], chances: Any, logits: Mapping[str, float]) -> Any:
    """The chances of a layer and of the encoder as one, by their logarithms. Of a topic newer than the encoder the layer alone tells."""
    import numpy as np

    own = np.log(np.maximum(chances, LEAST))
    theirs = np.array([logits.get(key, mine) for key, mine in zip(keys, own, strict=True)])
    return softmax(((1 - ENCODER) * own + ENCODER * theirs)[None, :])[0]


def softmax(logits: Any) -> Any:
    """Chances from logits, row by row."""
    import numpy as np

    shifted = np.exp(logits - logits.max(axis=1, keepdims=True))
    return shifted / shifted.sum(axis=1, keepdims=True)


def save(path: Path, embedder: str, layer: Layer) -> None:
    """Writes a layer, with the name of the embedder that it was fitted with and the hash of what it is made of."""
    import numpy as np

    np.savez_compressed(
        path,
        embedder=np.array(embedder),
        made_of=np.array(made_of()),
        keys=np.array(layer.keys),
        weights=layer.weights.astype(np.float16),
        bias=layer.bias.astype(np.float16),
        fields=np.array(list(layer.matters)),
        matters=np.array(list(layer.matters.values())),
    )


def opened(path: Path, embedder: str) -> Layer | None:
    """The layer for an embedder (by the name that holds its weights' hash); None where there is none."""
    import numpy as np

    if not path.exists():
        return None
    with np.load(path, allow_pickle=False) as kept:
        if str(kept["embedder"]) != embedder:
            return None
        return Layer(
            [str(k) for k in kept["keys"]],
            kept["weights"].astype(np.float32),
            kept["bias"].astype(np.float32),
            dict(zip(map(str, kept["fields"]), kept["matters"], strict=True)),
        )
