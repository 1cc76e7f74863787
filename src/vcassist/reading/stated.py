"""What a sentence states by itself, of the fields with choices: the trained reader's scores, mended by one linear layer. Adapter.

The trained reader learnt on answers and stories. A sentence that stands alone, beside the answer to something else ("the regulars go straight
in", "a plan for next year"), it takes for the wrong choice, or for stated at all, more often than it must. The layer sees the reader's scores
of all fields and choices and the sentence's words, and tells which choice of which field is stated, or that none is. It was fitted to
sentences by several hands that no reader was trained on (training/sentences); ``python training/stated.py`` fits it anew, and with
``--measure`` tells how well it does on each hand that it has not seen.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from vcassist.chain.fields import CHOICE_TYPES, FIELDS
from vcassist.interview.ports import Stated
from vcassist.reading.trained import Scores, TrainedReader, softmax
from vcassist.reading.vocabulary import FIELD_KEYS, OPTIONS, OPTIONS_OF
from vcassist.word_places import word_places

WEIGHTS = Path(__file__).resolve().parent / "weights" / "stated.npz"
# The choices among which it tells, in the order of the layer's outputs; the last output stands for none of them.
CHOICES: tuple[tuple[str, str], ...] = tuple((key, value) for key, value in OPTIONS if FIELDS[key].type in CHOICE_TYPES)
# Scores (logits) are cut off here and brought to at most 1.
_MOST = 8.0
BUCKETS, WORDS = 2048, 3.0
# A choice that is hardly stated is left out.
LEAST = 0.05
REMEMBERED = 64
_FIELD_AT = [FIELD_KEYS.index(key) for key, _ in CHOICES]
_OPTION_AT = [OPTIONS.index(choice) for choice in CHOICES]


@dataclass(frozen=True, slots=True)
class Layer:
    """What was fitted: weights (features, outputs), a bias for each output, and four figures by which the reader's own scores count."""

    weights: Any
    bias: Any
    scale: Any


class OnReaders:
    """What is told by a layer over the readers at hand (both, or the small one alone); ``LAYER`` is behind its name."""

    LAYER = ""

    def __init__(self, reader: TrainedReader, path: Path = WEIGHTS) -> None:
        self._reader, self._path = reader, path

    @cached_property
    def _layer(self) -> Layer | None:
        name = f"{which(self._reader)}{self.LAYER}" if self._reader.available else ""
        return opened(self._path, name).get(name) if name else None


class Statements(OnReaders):
    """Tells what sentences state."""

    def __init__(self, reader: TrainedReader, path: Path = WEIGHTS) -> None:
        super().__init__(reader, path)
        # One turn looks at the same sentence more than once.
        self.of = lru_cache(maxsize=REMEMBERED)(self._of)

    def _of(self, sentence: str) -> tuple[Stated, ...]:
        """The choices that a sentence may state, the likeliest first; nothing where none is likely, and without weights."""
        layer = self._layer
        if layer is None or not sentence.strip():
            return ()
        said = self._reader.scores(sentence, None)
        chances = told(base([said]), features([said], [sentence]), layer)[0]
        found = [Stated(key, value, float(c)) for (key, value), c in zip(CHOICES, chances, strict=False) if c >= LEAST]
        return tuple(sorted(found, key=lambda one: -one.chance))


def which(reader: TrainedReader) -> str:
    """The name of the layer for the readers at hand."""
    return "both" if len(reader.weights) == 2 else "small"


def features(said: list[Scores], sentences: list[str]) -> Any:
    """What the layer sees of sentences beside the reader's own word on each choice; shape (sentences, features)."""
    import numpy as np

    rows = np.zeros((len(said), len(FIELD_KEYS) + len(OPTIONS) + BUCKETS), dtype=np.float32)
    for row, one, sentence in zip(rows, said, sentences, strict=True):
        scores = np.concatenate([one.presence, one.option])
        row[: len(scores)] = np.clip(scores, -_MOST, _MOST) / _MOST
        at = word_places(sentence, BUCKETS)
        row[len(scores) + np.array(at)] = WORDS / np.sqrt(len(at) + 1)
    return rows


def base(said: list[Scores]) -> tuple[Any, Any, Any]:
    """The reader's own word: for each choice the logarithms of the chance that its field is stated and of the choice's share in it; and that
    of the chance that nothing is.
    """
    import numpy as np

    presence = np.array([one.presence for one in said], dtype=np.float32)
    option = np.array([one.option for one in said], dtype=np.float32)
    stated = log_sigmoid(presence)
    share = np.zeros_like(option)
    for own in filter(None, OPTIONS_OF.values()):
        logits = option[:, own]
        shifted = logits - logits.max(axis=1, keepdims=True)
        share[:, own] = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    return stated[:, _FIELD_AT], share[:, _OPTION_AT], log_sigmoid(-presence.max(axis=1))


def log_sigmoid(logits: Any) -> Any:
    """The logarithm of the chance that a logit stands for."""
    import numpy as np

    return np.minimum(0, logits) - np.log1p(np.exp(-np.abs(logits)))


def told(own: tuple[Any, Any, Any], seen: Any, layer: Layer) -> Any:
    """The chance of each choice, and last of none; shape (sentences, choices + 1)."""
    return softmax(scaled(own, layer.scale) + seen @ layer.weights + layer.bias)


def scaled(own: tuple[Any, Any, Any], scale: Any) -> Any:
    """The reader's own word as logits."""
    import numpy as np

    stated, share, none = own
    return np.hstack([scale[0] * stated + scale[1] * share, (scale[2] * none + scale[3])[:, None]])


def save(path: Path, layers: Mapping[str, Layer], made_of: str) -> None:
    """Writes the layers by name, with the choices that they tell apart and the hash of what they were fitted to."""
    import numpy as np

    held = {
        f"{name}_{part}": getattr(layer, part).astype(np.float16 if part == "weights" else np.float32)
        for name, layer in layers.items()
        for part in ("weights", "bias", "scale")
    }
    np.savez_compressed(path, made_of=np.array(made_of), choices=np.array([f"{k}={v}" for k, v in CHOICES]), **held)


def opened(path: Path, name: str = "") -> dict[str, Layer]:
    """The layers by name, or the one of a ``name``; none where there are no weights, or where they are for other choices than the declared ones."""
    import numpy as np

    if not path.exists():
        return {}
    with np.load(path, allow_pickle=False) as kept:
        if [str(c) for c in kept["choices"]] != [f"{k}={v}" for k, v in CHOICES]:
            return {}
        names = {file.removesuffix("_weights") for file in kept.files if file.endswith("_weights")}
        return {
            one: Layer(*(kept[f"{one}_{part}"].astype(np.float32) for part in ("weights", "bias", "scale")))
            for one in names
            if name in ("", one)
        }
