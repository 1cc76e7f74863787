"""What a message states as an answer to the question that was asked, where that is one of a few choices: the trained reader's scores, mended
by one linear layer, as ``stated`` does for sentences by themselves. Adapter.

It has the last word on what was read as the answer: a plan, a wish, hearsay or an irony that holds the words of an answer ("of course we read
the card, by candlelight, every Friday") is none, and of two choices that lie near each other it tells which. It was fitted to sentences and
answers that no reader was trained on (``python training/stated.py``).
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from vcassist.chain.facts import Chain, field_of
from vcassist.chain.fields import FIELDS
from vcassist.interview.ports import Reading
from vcassist.reading.stated import REMEMBERED, WEIGHTS, OnReaders, features, log_sigmoid
from vcassist.reading.trained import Scores, TrainedReader, softmax
from vcassist.reading.vocabulary import FIELD_KEYS, OPTIONS, OPTIONS_OF

# The choices among which it tells, in the order of the layer's outputs; the last output stands for an answer that states none.
CHOICES: tuple[tuple[str, str], ...] = tuple((key, v) for key, v in OPTIONS if FIELDS[key].type in ("yesno", "enum"))
# How sure it must be that nothing is stated, and of another choice. Of 917 answers by people and hands that it had not seen, rightly read
# before, none was lost so and four were changed; of 184 that state nothing and were read as answers 43 were left out.
NOTHING, INSTEAD = 0.8, 0.8
# What it was fitted to is not longer, in characters.
LONGEST = 600
_AT: dict[str, list[int]] = {
    key: [n for n, (k, _) in enumerate(CHOICES) if k == key] for key in dict.fromkeys(k for k, _ in CHOICES)
}


class Answers(OnReaders):
    """Weighs what was read as the answer to a question."""

    LAYER = "_asked"

    def __init__(self, reader: TrainedReader, path: Path = WEIGHTS) -> None:
        super().__init__(reader, path)
        self.chances = lru_cache(maxsize=REMEMBERED)(self._chances)

    def _chances(self, message: str, key: str) -> tuple[tuple[str, float], ...]:
        """How likely a message states each choice of a field that it answers, and "" for none; nothing without weights."""
        if self._layer is None or key not in _AT:
            return ()
        said = self._reader.scores(message, key)
        logits = own([said], [key]) + features([said], [message]) @ self._layer.weights + self._layer.bias
        at = [*_AT[key], len(CHOICES)]
        found = softmax(logits[:, at])[0]
        return tuple((CHOICES[n][1] if n < len(CHOICES) else "", float(c)) for n, c in zip(at, found, strict=True))

    def weighed(self, reading: Reading, message: str, asked: str | None, chain: Chain) -> Reading:
        """The same without the answer where the message surely states none, and with the other choice where it surely states that. Where there
        are several tools or models, a message may state something of each: that is left as it was told apart.
        """
        read = next((p for p in reading.proposals if p.ref == asked and p.status == "known"), None)
        if asked is None or read is None or len(message) > LONGEST or len(chain.mentioned(field_of(asked).kind)) > 1:
            return reading
        chances = dict(self.chances(message, field_of(asked).key))
        if not chances:
            return reading
        if chances[""] >= NOTHING:
            return replace(reading, proposals=tuple(p for p in reading.proposals if p is not read))
        value, chance = max(chances.items(), key=lambda each: each[1])
        # What a form of words decided against the readers stands.
        if not value or value == read.value or chance < INSTEAD or self._by_readers(message, read.ref) != read.value:
            return reading
        other = replace(read, value=value, confidence=chance)
        return replace(reading, proposals=tuple(other if p is read else p for p in reading.proposals))

    def _by_readers(self, message: str, ref: str) -> str | None:
        """The choice that the readers alone take a message for, as an answer to ``ref``."""
        found = self._reader.nearest(message, field_of(ref).key)
        return found[1] if found else None


def own(said: list[Scores], keys: list[str]) -> Any:
    """The reader's own word as logits: for each choice of the field that was asked the logarithm of its chance, last that of none."""
    import numpy as np

    rows = np.zeros((len(said), len(CHOICES) + 1), dtype=np.float32)
    for row, one, key in zip(rows, said, keys, strict=True):
        presence = one.presence[FIELD_KEYS.index(key)]
        logits = one.option[OPTIONS_OF[key]]
        shifted = logits - logits.max()
        row[_AT[key]] = shifted - np.log(np.exp(shifted).sum()) + log_sigmoid(presence)
        row[-1] = log_sigmoid(-presence)
    return rows
