"""Opens graphs for onnxruntime and the tokenizers beside them, each in one way for all encoders. Both libraries are imported where they are used."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any


def open_graph(path: Path, threads: int = 2, *, spins: bool = False) -> Any:
    """A session on the processor with at most so many threads. ``spins``: whether they wait busily, which takes the cores from other graphs."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = max(1, min(threads, os.cpu_count() or 1))
    options.log_severity_level = 3
    if not spins:
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


def open_tokenizer(path: Path, most: int) -> Any:
    """A tokenizer that cuts texts off behind ``most`` tokens and fills none up."""
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(str(path))
    tokenizer.no_padding()
    tokenizer.enable_truncation(most)
    return tokenizer
