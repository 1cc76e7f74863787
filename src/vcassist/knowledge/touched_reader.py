"""What a message does to each note that was taken before, as a small encoder reads the two together. No torch.

People seldom say which note they set right: "who said farmers?", "she does not look when the queue is long", "that is a bit too nice". So the
message is read beside one note at a time, in the words in which the note was said back, by all-MiniLM-L6-v2 trained further on such pairs
(``knowledge/touched.jsonl``, ``python training/touching.py``). It is opened with the first message that can touch a note.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from vcassist.assets import folder
from vcassist.chain.facts import field_of
from vcassist.interview.ports import Touch
from vcassist.interview.words import name_of
from vcassist.knowledge.embedding import packaged_tokenizer
from vcassist.knowledge.talk import spelled_out
from vcassist.pair_encoder import PairEncoder

MAX_TOKENS = 160
# So many notes are read at once: more of them take memory, and no less time.
BATCH = 16
# What the encoder tells apart, in the order of its outputs.
DOES = ("nothing", "stands", "instead", "away", "otherwise", "more")


def touched_path() -> Path:
    return folder("knowledge") / "touched.onnx"


def as_read(ref: str, line: str, asked: str | None, say: str) -> tuple[str, str]:
    """What the encoder reads: a note by its field and as it is said back, and what is asked at the moment; the message."""
    asks = name_of(field_of(asked).key) if asked else "nothing"
    return f"{plain_name(ref)}: {line}. Asked: {asks}", spelled_out(say)


def plain_name(ref: str) -> str:
    """What a note is of in the fewest words: ``storage country``. Who calls it wrong says "the country"."""
    return field_of(ref).key.replace(".", " ").replace("_", " ")


class TouchedReader:
    """``touches`` gives, for each of some notes, what a message does to it."""

    def __init__(self, path: Path | None = None) -> None:
        self._encoder = PairEncoder(path or touched_path(), MAX_TOKENS, packaged_tokenizer)

    @property
    def available(self) -> bool:
        return self._encoder.available

    def touches(self, say: str, asked: str | None, notes: Sequence[tuple[str, str]]) -> list[Touch]:
        """``notes``: references with the lines in which they are said back. One result a note, in their order; nothing without the weights."""
        import numpy as np

        if not self.available:
            return []
        found: list[Touch] = []
        for begin in range(0, len(notes), BATCH):
            logits = self._encoder.logits([as_read(*note, asked, say) for note in notes[begin : begin + BATCH]])
            for row in np.exp(logits):
                found.append(Touch(**dict(zip(DOES[1:], map(float, row[1:]), strict=True))))
        return found
