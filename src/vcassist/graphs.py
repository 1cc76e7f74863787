"""Opens graphs for onnxruntime and the tokenizers beside them, each in one way for all encoders. Both libraries are imported where they are used."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path
from typing import Any

# One product of integers, the largest there is of two states (bytes without a sign) with two weights (bytes with one).
SUM_OF_TWO = Path(__file__).with_name("sum_of_two.onnx")
LARGEST_STATE, LARGEST_SUM = 255, 2 * 255 * 127
# The setting of onnxruntime that multiplies in 16 bits.
EXACT = "session.x64quantprecision"


def open_graph(path: Path, threads: int = 2, *, spins: bool = False) -> Any:
    """A session on the processor with at most so many threads. ``spins``: whether they wait busily, which takes the cores from other graphs."""
    options = _options(threads, exact=cuts_off())
    if not spins:
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    return _open(path, options)


@cache
def cuts_off() -> bool:
    """Whether this processor cuts off large sums of two products of bytes, as those without VNNI do: onnxruntime then has to multiply in a slower way.

    Found by asking for such a sum, since what a processor is called and how it tells what it can do differs by system.
    """
    import numpy as np

    session = _open(SUM_OF_TWO, _options(1, exact=False))
    (found,) = session.run(None, {"states": np.full((1, 2), LARGEST_STATE, dtype=np.uint8)})
    return int(found.item()) != LARGEST_SUM


def open_tokenizer(path: Path, most: int) -> Any:
    """A tokenizer that cuts texts off behind ``most`` tokens and fills none up."""
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(str(path))
    tokenizer.no_padding()
    tokenizer.enable_truncation(most)
    return tokenizer


def _options(threads: int, *, exact: bool) -> Any:
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = max(1, min(threads, os.cpu_count() or 1))
    options.log_severity_level = 3
    options.add_session_config_entry(EXACT, str(int(exact)))
    return options


def _open(path: Path, options: Any) -> Any:
    import onnxruntime

    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
