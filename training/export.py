"""Writes the trained reader as one small int8 ONNX file: `python training/export.py --run FOLDER --out FILE`."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import torch
from tokenizers import Tokenizer

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / "src")]
import train

from vcassist.knowledge.embedding import packaged_weights
from vcassist.reading.vocabulary import FIELD_KEYS

NAMES = ["presence", "status", "option", "start", "end", "intent"]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--run", type=Path, default=HERE / "out")
    parser.add_argument("--out", type=Path, default=HERE.parent / "src/vcassist/reading/weights/reader.onnx")
    parser.add_argument("--frozen", type=int, default=0)
    args = parser.parse_args()
    tokenizer = Tokenizer.from_file(str(packaged_weights() / "tokenizer.json"))
    tokenizer.no_padding()
    model = train.build(tokenizer, args.frozen)
    model.load_state_dict(torch.load(args.run / "reader.pt"))
    model.encoder.config._attn_implementation = "eager"
    model.eval()
    model.fold()
    ids = torch.ones((1, 12), dtype=torch.long)
    types = torch.cat([torch.zeros((1, 6), dtype=torch.long), torch.ones((1, 6), dtype=torch.long)], 1)
    full = args.run / "reader-full.onnx"
    axes = {name: {0: "batch", 1: "tokens"} for name in ("ids", "mask", "types")}
    axes.update({"asked": {0: "batch"}, "start": {0: "batch", 2: "tokens"}, "end": {0: "batch", 2: "tokens"}})
    torch.onnx.export(
        model, (ids, torch.ones_like(ids), types, torch.zeros((1, len(FIELD_KEYS)))), str(full), dynamo=False,
        opset_version=17, input_names=["ids", "mask", "types", "asked"], output_names=NAMES, dynamic_axes=axes,
    )  # fmt: skip
    from onnxruntime.quantization import QuantType, quantize_dynamic

    args.out.parent.mkdir(parents=True, exist_ok=True)
    quantize_dynamic(
        str(full),
        str(args.out),
        weight_type=QuantType.QInt8,
        op_types_to_quantize=["MatMul", "Gather", "Gemm"],
        per_channel=True,
    )
    print(f"{args.out}: {args.out.stat().st_size / 1e6:.1f} MB (full {full.stat().st_size / 1e6:.1f} MB)")


if __name__ == "__main__":
    main()
