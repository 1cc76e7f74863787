"""The larger reader as a torch module again, from the files that are shipped, so that training can go on from it."""

from __future__ import annotations

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
from model import ReaderModel, linears

from vcassist.reading.larger import CHANGES, GRAPH

# The graph's own metadata: under which name it holds each parameter of the heads whose name the export lost, and whether it lies transposed.
NAMES = "names"
FIELD_VECTORS, OPTION_VECTORS = "declarations.fields", "declarations.options"


def _held(graph: Any) -> dict[str, Any]:
    """The tensors that a graph holds, by name; not those that are still to be filled."""
    return {t.name: numpy_helper.to_array(t) for t in graph.initializer if t.raw_data} | {
        node.output[0]: numpy_helper.to_array(node.attribute[0].t) for node in graph.node if node.op_type == "Constant"
    }


def names_in(graph: Any, model: ReaderModel) -> dict[str, tuple[str, bool]]:
    """By parameter of the heads (and the two declarations' tables): the tensor of an exported graph that holds the same, and if transposed.

    ``graph`` still holds floats, and ``model`` is folded.
    """
    by_content: dict[bytes, str] = {}
    for name, content in _held(graph).items():
        if content.ndim == 2:
            by_content.setdefault(content.tobytes(), name)
    assert model.folded is not None
    wanted = {n: p for n, p in model.named_parameters() if not n.startswith("encoder.") and p.ndim == 2}
    wanted |= dict(zip((FIELD_VECTORS, OPTION_VECTORS), model.folded, strict=True))
    found: dict[str, tuple[str, bool]] = {}
    for name, parameter in wanted.items():
        content = parameter.detach().numpy()
        for transposed, layout in ((True, content.T), (False, content)):
            if (at := by_content.get(np.ascontiguousarray(layout).tobytes())) is not None:
                found[name] = (at, transposed)
                break
    return found


def restore(model: ReaderModel) -> None:
    """Fills an untrained larger model with what is shipped.

    The heads' four widest matrices are shipped in 8 bits, and the declarations' vectors as they came out (a field's vector is then trained itself,
    not the projection of its text).
    """
    shipped = onnx.load(str(GRAPH))
    graph = shipped.graph
    names = json.loads(next(p.value for p in shipped.metadata_props if p.key == NAMES))
    held = _held(graph)
    part_of = {node.input[1]: node.input[0].removesuffix(".bytes") for node in graph.node if len(node.input) > 1}

    def content(name: str) -> Any:
        head = name.removesuffix(".weight")
        if f"{head}.bytes" in held:
            evened = held[f"{part_of[f'{head}.bytes']}.evened"]
            return (evened[:, None] * held[f"{head}.bytes"].astype(np.float32) * held[f"{head}.scales"][None]).T
        at, transposed = names.get(name, (name, False))
        return held[at].T if transposed else held[at]

    changes = np.load(CHANGES)
    with torch.no_grad():
        for name, owner, attribute in linears(model.encoder):
            layer = getattr(owner, attribute)
            for part in ("down", "up"):
                getattr(layer, part).copy_(torch.tensor(changes[f"{name}.{part}"].astype(np.float32)))
        folded = {"query.weight", "query.bias", "option.weight", "option.bias", "field_delta", "option_delta"}
        for name, parameter in model.named_parameters():
            if not name.startswith("encoder.") and name not in folded:
                parameter.copy_(torch.tensor(np.array(content(name))).reshape(parameter.shape))
        model.field_text.copy_(torch.tensor(np.array(content(FIELD_VECTORS))).reshape(model.field_text.shape))
        model.field_delta.zero_()
        torch.nn.init.eye_(model.query.weight)
        model.query.bias.zero_()
        model.option.weight.zero_()
        model.option.bias.zero_()
        model.option_delta.copy_(torch.tensor(np.array(content(OPTION_VECTORS))))
    for part in (model.query, model.option):
        part.requires_grad_(False)
