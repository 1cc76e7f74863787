"""How likely a message is to state something about each field, by the trained reader: what a language model is held against."""

from __future__ import annotations

from collections.abc import Mapping

from vcassist.chain.facts import field_of
from vcassist.reading.combined import LEAST_LIKELY_NAMED, Support
from vcassist.reading.text import windows
from vcassist.reading.trained import TrainedReader
from vcassist.reading.vetoes.steering import heard


def trained_support(trained: TrainedReader) -> Support | None:
    """The trained reader's judgement, or None where this installation carries no weights."""
    if not trained.available:
        return None

    def likely(message: str, asked: str | None) -> Mapping[str, float]:
        """The highest chance by field over the stretches of what can be a statement in it; read as an answer and by itself."""
        keys = {field_of(asked).key, None} if asked else {None}
        found: dict[str, float] = {}
        for window in windows(heard(message)):
            for guess in (g for key in keys for g in trained.guess(window.text, key, LEAST_LIKELY_NAMED).fields):
                found[guess.key] = max(found.get(guess.key, 0.0), guess.presence)
        return found

    return likely
