"""Writes the trained reader for onnxruntime: `python training/export.py --run FOLDER`.

The small reader is one int8 file. The larger one (`--encoder FOLDER`, the base weights it was trained on) is a graph without the base weights and a
file of what training changed; `vcassist.reading.larger` joins them with the packaged base weights.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from onnx import numpy_helper

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / "src")]
import rows
import train
from model import LowRank, linears
from shipped import NAMES as NAMES_IN_GRAPH
from shipped import names_in

from vcassist.knowledge.embedding import packaged_weights
from vcassist.reading.larger import CHANGES, GRAPH, RECIPE
from vcassist.reading.vocabulary import FIELD_KEYS

WORDS = "words"
NAMES = ["presence", "status", "option", "start", "end", "intent"]


def to_onnx(model: torch.nn.Module, full: Path) -> None:
    """The model as an ONNX file in floats."""
    model.eval()
    model.fold()
    ids = torch.full((1, 12), 7, dtype=torch.long)
    types = torch.cat([torch.zeros((1, 6), dtype=torch.long), torch.ones((1, 6), dtype=torch.long)], 1)
    axes = {name: {0: "batch", 1: "tokens"} for name in ("ids", "mask", "types")}
    axes.update({"asked": {0: "batch"}, "start": {0: "batch", 2: "tokens"}, "end": {0: "batch", 2: "tokens"}})
    torch.onnx.export(
        model, (ids, torch.ones_like(ids), types, torch.zeros((1, len(FIELD_KEYS)))), str(full), dynamo=False,
        opset_version=17, input_names=["ids", "mask", "types", "asked"], output_names=NAMES, dynamic_axes=axes,
    )  # fmt: skip


def to_int8(full: Path, out: Path) -> None:
    """The small reader's int8 file: weights a channel at a time, states quantised as they come."""
    from onnxruntime.quantization import QuantType, quantize_dynamic

    out.parent.mkdir(parents=True, exist_ok=True)
    quantize_dynamic(
        str(full),
        str(out),
        weight_type=QuantType.QInt8,
        op_types_to_quantize=["MatMul", "Gather", "Gemm"],
        per_channel=True,
    )


def merged(model: Any) -> dict[str, LowRank]:
    """Puts plain layers in place of the thin additions; returns the additions by layer."""
    changes = {}
    for name, owner, attribute in linears(model.encoder):
        changes[name] = getattr(owner, attribute)
        setattr(owner, attribute, changes[name].merged())
    model.float()
    return changes


def without_base(full: Path, changes: dict[str, LowRank], reader: Any, tokenizer: Any) -> None:
    """Writes the graph without the weights that come from the base, and the changes.

    The encoder's matrices are in rows of 8 bits (``rows.py``), and of the heads' those that look at every word; the others, small, in floats.
    """
    model = onnx.load(str(full))
    names = names_in(model.graph, reader)
    embeddings = reader.encoder.embeddings.word_embeddings.weight
    floats = {t.name: numpy_helper.to_array(t).tobytes() for t in model.graph.initializer}
    weights = {c.merged().weight.detach().numpy().T.tobytes(): name for name, c in changes.items()}
    layer_of = {name: weights[content] for name, content in floats.items() if content in weights}
    words = next(name for name, content in floats.items() if content == embeddings.detach().numpy().tobytes())
    wide = embeddings.shape[1]
    found = rows.multiplied(model, lambda _, matrix: matrix.name in layer_of or list(matrix.dims) == [wide, wide])
    inputs = list(dict.fromkeys(source for source, _ in found))
    recipe = rows.in_rows(model, layer_of, rows.peaks(full, inputs, rows.sample(tokenizer)))
    assert len(recipe) == len(changes), f"{len(recipe)} of {len(changes)} matrices were found in the graph"
    slots = {t.name: t for t in model.graph.initializer}
    size = list(slots[words].dims)
    _rows_of_bytes(model.graph, words)
    recipe.append({"base": "embeddings.word_embeddings.weight", "rows": WORDS, "scales": f"{WORDS}_scale"})
    slots = {t.name: t for t in model.graph.initializer}
    for name, dims in ((WORDS, size), (f"{WORDS}_scale", [size[0], 1])):
        slots[name].dims.extend(dims)
    for name in (WORDS, f"{WORDS}_scale"):
        slots[name].raw_data = b""
    model.metadata_props.add(key=RECIPE, value=json.dumps(recipe))
    model.metadata_props.add(key=NAMES_IN_GRAPH, value=json.dumps(names))
    onnx.save(model, str(GRAPH))
    np.savez(
        CHANGES,
        **{
            f"{n}.{s}": getattr(c, s).detach().numpy().astype(np.float16)
            for n, c in changes.items()
            for s in ("down", "up")
        },
    )


def _rows_of_bytes(graph: Any, words: str) -> None:
    """Looks words up in a table of bytes with a scale a row, in the place of one of floats."""
    node = next(n for n in graph.node if n.op_type == "Gather" and n.input[0] == words)
    at = list(graph.node).index(node)
    ids, out = node.input[1], node.output[0]
    make = onnx.helper.make_node
    new = [
        make("Gather", [WORDS, ids], [f"{WORDS}_found"]),
        make("Cast", [f"{WORDS}_found"], [f"{WORDS}_float"], to=onnx.TensorProto.FLOAT),
        make("Gather", [f"{WORDS}_scale", ids], [f"{WORDS}_scale_found"]),
        make("Mul", [f"{WORDS}_float", f"{WORDS}_scale_found"], [out]),
    ]
    graph.node.remove(node)
    for offset, each in enumerate(new):
        graph.node.insert(at + offset, each)
    graph.initializer.remove(next(t for t in graph.initializer if t.name == words))
    graph.initializer.add(name=WORDS, data_type=onnx.TensorProto.INT8)
    graph.initializer.add(name=f"{WORDS}_scale", data_type=onnx.TensorProto.FLOAT)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--run", type=Path, default=HERE / "out")
    parser.add_argument("--out", type=Path, default=HERE.parent / "src/vcassist/reading/weights/reader.onnx")
    parser.add_argument("--frozen", type=int, default=0)
    parser.add_argument("--encoder", type=Path, help="the larger base weights' folder")
    args = parser.parse_args()
    tokenizer = train.tokenizer_of(args.encoder or packaged_weights())
    model = train.build_large(tokenizer, args.encoder) if args.encoder else train.build(tokenizer, args.frozen)
    model.load_state_dict(torch.load(args.run / "reader.pt"))
    full = args.run / "reader-full.onnx"
    if args.encoder:
        # The halved precision of what is shipped counts in the merged weights too.
        for _, owner, name in linears(model.encoder):
            part = getattr(owner, name)
            part.down.data, part.up.data = part.down.data.half().float(), part.up.data.half().float()
        changes = merged(model)
        to_onnx(model, full)
        without_base(full, changes, model, tokenizer)
        print(f"{GRAPH.name} {GRAPH.stat().st_size / 1e6:.1f} MB, {CHANGES.name} {CHANGES.stat().st_size / 1e6:.1f} MB")
        return
    model.encoder.config._attn_implementation = "eager"
    to_onnx(model, full)
    to_int8(full, args.out)
    print(f"{args.out}: {args.out.stat().st_size / 1e6:.1f} MB (full {full.stat().st_size / 1e6:.1f} MB)")


if __name__ == "__main__":
    main()
