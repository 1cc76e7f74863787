"""What a message does to each note that was taken before, as a small encoder reads the two together. No torch.

People seldom say which note they set right: "who said farmers?", "she does not look when the queue is long", "that is a bit too nice". So the
message is read beside one note at a time, in the words in which the note was said back, by all-MiniLM-L6-v2 trained further on such pairs
(``knowledge/touched.jsonl``, ``python training/touching.py``). It is opened with the first message that can touch a note.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

from vcassist.assets import folder
from vcassist.chain.facts import field_of
from vcassist.graphs import open_graph, open_tokenizer
from vcassist.interview.ports import Touch
from vcassist.interview.words import name_of
from vcassist.knowledge.embedding import packaged_tokenizer
from vcassist.knowledge.talk import spelled_out

MAX_TOKENS = 160
# So many notes are read at once: more of them take memory, and no less time.
BATCH = 16
# What the encoder tells apart, in the order of its outputs.
DOES = ("nothing", "stands", "instead", "away", "otherwise", "more")


def touched_path() -> Path:
    return folder("knowledge") / "touched.onnx"


def as_read(line: str, asked: str | None, say: str) -> tuple[str, str]:
    """What the encoder reads: a note as it is said back and what is asked at the moment; the message."""
    return f"{line}. Asked: {name_of(field_of(asked).key) if asked else 'nothing'}", spelled_out(say)


class TouchedReader:
    """``touches`` gives, for each of some notes, what a message does to it."""

    def __init__(self, path: Path | None = None) -> None:
        self._path = path or touched_path()

    @property
    def available(self) -> bool:
        return self._path.exists()

    def touches(self, say: str, asked: str | None, lines: Sequence[str]) -> list[Touch]:
        """``lines``: notes as they are said back. One result a note, in their order."""
        if not self.available:
            return []
        found: list[Touch] = []
        for begin in range(0, len(lines), BATCH):
            for row in self._chances([as_read(line, asked, say) for line in lines[begin : begin + BATCH]]):
                found.append(Touch(**dict(zip(DOES[1:], map(float, row[1:]), strict=True))))
        return found

    def _chances(self, pairs: Sequence[tuple[str, str]]) -> Any:
        import numpy as np

        encoded = [self._tokenizer.encode(*pair) for pair in pairs]
        shape = (len(pairs), max(len(one.ids) for one in encoded))
        ids, mask, types = (np.zeros(shape, dtype=np.int64) for _ in range(3))
        for row, one in enumerate(encoded):
            ids[row, : len(one.ids)] = one.ids
            types[row, : len(one.ids)] = one.type_ids
            mask[row, : len(one.ids)] = 1
        (logits,) = self._session.run(None, {"ids": ids, "mask": mask, "types": types})
        return np.exp(logits)

    @cached_property
    def _session(self) -> Any:
        return open_graph(self._path)

    @cached_property
    def _tokenizer(self) -> Any:
        return open_tokenizer(packaged_tokenizer(), MAX_TOKENS)
