"""What a message says as the answer to a question with choices, as a small encoder reads the two together. No torch.

The trained reader learnt mostly on sentences. People who type with one thumb answer in a word or three ("bitlocker", "signed by mothers", "over
their heads"), which say everything to whoever sees the question. This is all-MiniLM-L6-v2 trained further on such answers by several hands
(``python training/answering.py``); it is opened with the first answer that it is asked for.
"""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

from vcassist.chain.fields import CHOICE_TYPES, FIELDS
from vcassist.pair_encoder import PairEncoder
from vcassist.reading.trained import small_weights
from vcassist.reading.vocabulary import OPTIONS, places_of

MAX_TOKENS = 96
# The choices that it tells, in the order of its outputs; the last output stands for an answer that states none.
CHOICES: tuple[tuple[str, str], ...] = tuple((key, value) for key, value in OPTIONS if FIELDS[key].type in CHOICE_TYPES)
NONE = len(CHOICES)
REMEMBERED = 64
_AT = places_of(CHOICES)
# What people say for nobody, in the word that the encoder has met.
_NOBODY = re.compile(
    r"\b(?:not|never|nary) (?:a|one)(?: single| living)? (?:soul|person|human(?: being)?|one of (?:us|them)|of (?:us|them))\b|\bnot a single one(?: of (?:us|them))?\b|\bno(?: living)? (?:soul|human(?: being)?)\b|\bno single (?:person|human)\b",
    re.I,
)


def path_of_weights() -> Path:
    return Path(__file__).resolve().parent / "weights" / "answering.onnx"


def as_read(key: str, say: str) -> tuple[str, str]:
    """What the encoder reads: a field's name with its question; the message."""
    said = _NOBODY.sub("nobody", say.replace("’", "'").strip())
    return f"{key.replace('.', ' ').replace('_', ' ')}: {FIELDS[key].question}", said


class AnsweringEncoder:
    """``chances`` gives what a message states as the answer to a question."""

    def __init__(self, path: Path | None = None) -> None:
        self._encoder = PairEncoder(path or path_of_weights(), MAX_TOKENS, lambda: small_weights().tokenizer)
        self.chances = lru_cache(maxsize=REMEMBERED)(self._chances)

    @property
    def available(self) -> bool:
        return self._encoder.available

    def _chances(self, message: str, key: str) -> tuple[tuple[str, float], ...]:
        """How likely a message states each choice of the field ``key``, and "" for none, together 1; nothing without weights, and for a field without
        choices. What states several choices shares its chance among them.
        """
        import numpy as np

        if key not in _AT or not message.strip() or not self.available:
            return ()
        at = [*_AT[key], NONE]
        found = np.exp(self._encoder.logits([as_read(key, message)])[0][at])
        return tuple(
            (CHOICES[n][1] if n < NONE else "", float(c)) for n, c in zip(at, found / found.sum(), strict=True)
        )
