"""Rewrites the larger reader's graph so that states are quantised a token at a time: three times as quick as in blocks, and as near.

MPNet's states have a few channels, the same ones in every message, that are up to thirty times as large as the others; in one scale with them the
others drown. So those few are multiplied apart, in floats (as in LLM.int8(), arXiv 2208.07339); what remains is evened out between states
and weights, channel by channel (SmoothQuant, arXiv 2211.10438), so that 8 bits a token and 8 bits an output serve.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / "src")]
from data import encode, read_messages

from vcassist.reading.larger import ACTIVATION_FLOOR, quantised_weight
from vcassist.reading.vocabulary import FIELD_KEYS

# By the place of a matrix in its layer: how many channels are multiplied apart, and how much of the unevenness goes into the weights.
APART = {"attention.attn.o": (0, 0.65), "attention.attn": (8, 0.65), "intermediate": (8, 0.65), "output": (64, 0.4)}
# The step of a byte, as a share of a token's largest state: on both sides of zero, or above it only.
AROUND, ABOVE = 1 / 127, 1 / 255


def peaks(full: Path, inputs: Sequence[str], feeds: Iterable[Mapping[str, Any]]) -> dict[str, Any]:
    """The largest size of each channel of the tensors ``inputs`` while the graph ``full`` (in floats) reads ``feeds``."""
    import onnxruntime

    model = onnx.load(str(full))
    model.graph.output.extend(helper.make_tensor_value_info(name, TensorProto.FLOAT, None) for name in inputs)
    watched = full.with_name(f"{full.stem}-watched.onnx")
    onnx.save(model, str(watched))
    session = onnxruntime.InferenceSession(str(watched), providers=["CPUExecutionProvider"])
    found: dict[str, Any] = {}
    for feed in feeds:
        for name, states in zip(inputs, session.run(list(inputs), dict(feed)), strict=True):
            largest = np.abs(states).reshape(-1, states.shape[-1]).max(0)
            found[name] = np.maximum(found.get(name, 0), largest)
    watched.unlink()
    return found


def sample(tokenizer: Any, count: int = 250, seed: int = 1) -> Iterator[dict[str, Any]]:
    """Training messages as the graph takes them."""
    records = random.Random(seed).sample(read_messages(HERE / "messages"), count)
    for record in records:
        example = encode(record, tokenizer)
        asked = np.zeros((1, len(FIELD_KEYS)), dtype=np.float32)
        if example.asked >= 0:
            asked[0, example.asked] = 1
        ids, types = (np.array([row], dtype=np.int64) for row in (example.ids, example.types))
        yield {"ids": ids, "mask": np.ones_like(ids), "types": types, "asked": asked}


def in_rows(model: Any, layer_of: Mapping[str, str], sizes: Mapping[str, Any]) -> list[dict[str, str]]:
    """Puts the wide matrices of a graph in floats into rows; returns how to fill those that stand for a layer of the base weights.

    ``layer_of``: by the name of a matrix (in × out), its layer. ``sizes``: by the name of a matrix's input, its channels' peaks; a matrix
    whose input is not in it stays as it is.
    """
    ours = list(multiplied(model, lambda node, matrix: node.input[0] in sizes))
    gone = {name for _, name in ours}
    matrices = {t.name: numpy_helper.to_array(t) for t in model.graph.initializer if t.name in gone}
    nodes: list[Any] = []
    made: dict[str, Any] = {}
    told: list[dict[str, str]] = []
    quantised: dict[str, str] = {}
    reach: dict[str, Any] = {}

    def constant(name: str, content: Any) -> str:
        made.setdefault(name, numpy_helper.from_array(np.ascontiguousarray(content), name))
        return name

    for source, name in ours:
        reach[source] = np.maximum(reach.get(source, 0), np.abs(matrices[name]).max(1))
    for node in model.graph.node:
        if node.op_type != "MatMul" or node.input[1] not in gone:
            nodes.append(node)
            continue
        source, weight, layer = node.input[0], matrices[node.input[1]], layer_of.get(node.input[1])
        name = layer or node.name.strip("/").partition("/")[0]
        count, share = _place(name)
        activated = name.endswith(".output.dense") and ".attention." not in name
        if source not in quantised:
            part = quantised[source] = f"rows_{len(quantised)}"
            nodes += _quantise(source, part, activated, *_evened(sizes[source], reach[source], count, share), constant)
        nodes += _multiply(node, quantised[source], name, activated, bool(count))
        new = {"bytes": f"{name}.bytes", "scales": f"{name}.scales", "evened": f"{quantised[source]}.evened"}
        if count:
            new |= {"apart": f"{quantised[source]}.apart", "floats": f"{name}.floats"}
        if activated:
            new["lifted"] = f"{name}.lifted"
        for slot, content in quantised_weight(new, weight.T, made).items():
            made[slot] = numpy_helper.from_array(content, slot)
            if layer:
                made[slot].raw_data = b""
        if layer:
            told.append({"base": f"encoder.{layer}.weight", "change": layer, **new})
    kept = [t for t in model.graph.initializer if t.name not in gone]
    del model.graph.initializer[:], model.graph.node[:]
    model.graph.initializer.extend([*kept, *made.values()])
    model.graph.node.extend(nodes)
    model.opset_import.append(helper.make_opsetid("com.microsoft", 1))
    return told


def multiplied(model: Any, wanted: Callable[[Any, Any], bool]) -> Iterator[tuple[str, str]]:
    """The wanted products of states with a matrix, by node and matrix (in × out): names of input and matrix."""
    matrices = {t.name: t for t in model.graph.initializer if len(t.dims) == 2}
    for node in model.graph.node:
        if node.op_type == "MatMul" and node.input[1] in matrices and wanted(node, matrices[node.input[1]]):
            yield node.input[0], node.input[1]


def _place(name: str) -> tuple[int, float]:
    return next((kept for place, kept in APART.items() if f".{place}." in f"{name}."), (0, 0.5))


def _evened(size: Any, reach: Any, count: int, share: float) -> tuple[Any, Any]:
    """What each channel of the states is multiplied by before it is quantised (0 for those multiplied apart), and which those are."""
    apart = np.sort(np.argsort(-size)[:count])
    factor = np.maximum(reach, 1e-5) ** (1 - share) / np.maximum(size, 1e-5) ** share
    factor /= np.median(factor)
    factor[apart] = 0
    return factor.astype(np.float32), apart.astype(np.int64)


def _quantise(source: str, part: str, activated: bool, evened: Any, apart: Any, constant: Any) -> list[Any]:
    """Nodes that bring a tensor to bytes with a scale a token; what has been activated lies almost all on one side of zero."""
    make, nodes, states = helper.make_node, [], source
    if activated:
        nodes.append(make("Add", [states, constant("rows_lift", np.float32(-ACTIVATION_FLOOR))], [f"{part}.above"]))
        states = f"{part}.above"
    nodes.append(make("Mul", [states, constant(f"{part}.evened", evened)], [f"{part}.even"]))
    states = sized = f"{part}.even"
    if not activated:
        nodes.append(make("Abs", [states], [f"{part}.sizes"]))
        sized = f"{part}.sizes"
    zero, step = ("rows_low", ABOVE) if activated else ("rows_middle", AROUND)
    nodes += [
        make("ReduceMax", [sized], [f"{part}.peak"], axes=[-1], keepdims=1),
        make("Div", [states, f"{part}.peak"], [f"{part}.share"]),
        make(
            "QuantizeLinear",
            [
                f"{part}.share",
                constant(f"{zero}_step", np.float32(step)),
                constant(zero, np.uint8(0 if activated else 128)),
            ],
            [f"{part}.bytes"],
        ),
    ]
    if len(apart):
        nodes.append(make("Gather", [source, constant(f"{part}.apart", apart)], [f"{part}.large"], axis=-1))
    return nodes


def _multiply(node: Any, part: str, name: str, activated: bool, apart: bool) -> list[Any]:
    """Nodes that multiply a quantised tensor with a matrix, in the place of ``node``."""
    make = helper.make_node
    zero = "rows_low" if activated else "rows_middle"
    nodes = [
        make(
            "MatMulIntegerToFloat",
            [f"{part}.bytes", f"{name}.bytes", f"{zero}_step", f"{name}.scales", zero],
            [f"{name}.share"],
            domain="com.microsoft",
        ),
        make("Mul", [f"{name}.share", f"{part}.peak"], [f"{name}.main"]),
    ]
    if activated:
        nodes.append(make("Sub", [f"{name}.main", f"{name}.lifted"], [f"{name}.lowered"]))
    if apart:
        nodes += [
            make("MatMul", [f"{part}.large", f"{name}.floats"], [f"{name}.beside"]),
            make("Add", [nodes[-1].output[0], f"{name}.beside"], [f"{name}.sum"]),
        ]
    nodes[-1].output[0] = node.output[0]
    return nodes
