"""A small encoder of ours that reads two texts together, through onnxruntime. No torch; nothing is opened before it is asked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

from vcassist.graphs import open_graph, open_tokenizer


class PairEncoder:
    """``logits`` gives what the graph at ``path`` says of pairs of texts, each pair cut off behind ``most`` tokens. ``tokenizer`` is asked for the file
    of its tokenizer when that is first needed.
    """

    def __init__(self, path: Path, most: int, tokenizer: Callable[[], Path]) -> None:
        self._path, self._most, self._file = path, most, tokenizer

    @property
    def available(self) -> bool:
        return self._path.exists()

    def logits(self, pairs: Sequence[tuple[str, str]]) -> Any:
        """Shape (pairs, outputs)."""
        import numpy as np

        encoded = [self._tokenizer.encode(*pair) for pair in pairs]
        shape = (len(pairs), max(len(one.ids) for one in encoded))
        ids, mask, types = (np.zeros(shape, dtype=np.int64) for _ in range(3))
        for row, one in enumerate(encoded):
            ids[row, : len(one.ids)] = one.ids
            types[row, : len(one.ids)] = one.type_ids
            mask[row, : len(one.ids)] = 1
        return self._session.run(None, {"ids": ids, "mask": mask, "types": types})[0]

    @cached_property
    def told(self) -> dict[str, str]:
        """What the file tells of itself."""
        return dict(self._session.get_modelmeta().custom_metadata_map)

    @cached_property
    def _session(self) -> Any:
        return open_graph(self._path)

    @cached_property
    def _tokenizer(self) -> Any:
        return open_tokenizer(self._file(), self._most)
