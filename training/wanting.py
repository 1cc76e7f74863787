"""Trains the encoder that tells what a sentence wants, and writes knowledge/asked.onnx: `python training/wanting.py` (some 25 minutes on two cores).

It is all-MiniLM-L6-v2, its six layers trained further on what ``tools/asked.py`` fits the linear layer to, the question on the table before each
sentence; the word embeddings are kept as they are. ``--measure 2,9,12`` trains it without these hands instead, and tells how well it, the
layer and both know their sentences. Run it after many new lines or a new topic; until then the layer alone knows a topic that is newer.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from transformers import AutoModel

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / "src"), str(HERE.parent / "tools")]

import asked as layer
from export import to_int8

from vcassist.graphs import open_tokenizer
from vcassist.knowledge.embedding import packaged_weights
from vcassist.knowledge.talk import ASKS_NOTHING
from vcassist.knowledge.wanted import Line, averaged, features, matters_of, softmax
from vcassist.knowledge.wanted_reader import KEYS, MAX_TOKENS, as_asked, reader_path

SEED, BATCH, PACE, HEAD_PACE, WARM, LEAST = 7, 48, 1e-4, 2e-3, 0.06, 0.02
# A word in so many is hidden, so much is left to all topics, and how quickly the weights that are kept follow those that are trained.
HIDDEN, SMOOTHED, FOLLOWS = 0.04, 0.05, 0.02
MASK, FIRST_WORD = 103, 1000
# How far a rare topic is made up for, and how much what weighs more in the layer does here.
EVENED, TEMPERED = 0.35, 0.6
# Sentences of about the same length go together.
BUCKET = 40


class Wanting(torch.nn.Module):
    """Logarithms of the chances of topics (shape (sentences, topics)) from word ids, a mask and types: 0 the open question, 1 the sentence."""

    def __init__(self, base: Path, topics: int) -> None:
        super().__init__()
        self.encoder = AutoModel.from_pretrained(str(base))
        self.encoder.embeddings.word_embeddings.weight.requires_grad_(False)
        self.drop = torch.nn.Dropout(0.1)
        self.head = torch.nn.Linear(2 * self.encoder.config.hidden_size, topics)

    def forward(self, ids: torch.Tensor, mask: torch.Tensor, types: torch.Tensor) -> torch.Tensor:
        states = self.encoder(input_ids=ids, attention_mask=mask, token_type_ids=types).last_hidden_state
        own = (mask * types).unsqueeze(-1).to(states.dtype)
        mean = (states * own).sum(1) / own.sum(1).clamp(min=1)
        return torch.log_softmax(self.head(self.drop(torch.cat([mean, states[:, 0]], 1))), dim=1)


class Sentences:
    """The sentences as word ids, and batches of them."""

    def __init__(self, lines: Sequence[Line], base: Path) -> None:
        tokenizer = open_tokenizer(base / "tokenizer.json", MAX_TOKENS)
        self._encoded = [tokenizer.encode(*as_asked(line.say, line.asked)) for line in lines]

    def length(self, n: int) -> int:
        return len(self._encoded[n].ids)

    def batch(self, which: Sequence[int], hidden: float = 0.0) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
        """ids, mask and types; shape (sentences, tokens of the longest)."""
        shape = (len(which), max(map(self.length, which)))
        ids, mask, types = (torch.zeros(shape, dtype=torch.long) for _ in range(3))
        for row, n in enumerate(which):
            one = self._encoded[n]
            words = [MASK if w >= FIRST_WORD and random.random() < hidden else w for w in one.ids]
            ids[row, : len(words)] = torch.tensor(words)
            types[row, : len(words)] = torch.tensor(one.type_ids)
            mask[row, : len(words)] = 1
        return ids, mask, types


def trained(lines: Sequence[Line], which: Sequence[int], keys: Sequence[str], weighs: Any, epochs: int, base: Path, sentences: Sentences) -> Wanting:  # fmt: skip
    """An encoder trained on the lines ``which``; ``weighs`` as of ``tools/asked.py``, a figure a line."""
    random.seed(SEED)
    torch.manual_seed(SEED)
    model = Wanting(base, len(keys))
    goal = np.array([keys.index(line.wants) for line in lines])
    often = np.maximum(np.bincount(goal[list(which)], minlength=len(keys)), 1)
    share = (weighs * often[goal] ** -EVENED) ** TEMPERED
    share /= share[list(which)].mean()
    body = [p for name, p in model.named_parameters() if p.requires_grad and not name.startswith("head")]
    descent = torch.optim.AdamW([{"params": body}, {"params": model.head.parameters()}], weight_decay=0.01)
    kept = {name: part.clone() for name, part in model.state_dict().items()}
    order, steps, done, began = list(which), epochs * -(-len(which) // BATCH), 0, time.monotonic()
    model.train()
    for epoch in range(epochs):
        for batch in _batches(order, sentences):
            pace = min(1.0, done / (WARM * steps)) * max(LEAST, 0.5 * (1 + np.cos(np.pi * done / steps)))
            for group, most in zip(descent.param_groups, (PACE, HEAD_PACE), strict=True):
                group["lr"] = most * pace
            told = model(*sentences.batch(batch, HIDDEN))
            off = -(1 - SMOOTHED) * told[range(len(batch)), goal[batch]] - SMOOTHED * told.mean(1)
            descent.zero_grad()
            (off * torch.tensor(share[batch], dtype=torch.float32)).mean().backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            descent.step()
            done += 1
            if done % 5 == 0:
                with torch.no_grad():
                    for name, part in model.state_dict().items():
                        if part.dtype.is_floating_point:
                            kept[name].lerp_(part, min(FOLLOWS, done / 1000))
        print(f"epoch {epoch + 1}: {done} of {steps} steps, {time.monotonic() - began:.0f} s", flush=True)
    model.load_state_dict(kept)
    return model.eval()


def _batches(order: list[int], sentences: Sentences) -> list[list[int]]:
    random.shuffle(order)
    buckets = [
        sorted(order[n : n + BATCH * BUCKET], key=sentences.length) for n in range(0, len(order), BATCH * BUCKET)
    ]
    found = [bucket[n : n + BATCH] for bucket in buckets for n in range(0, len(bucket), BATCH)]
    random.shuffle(found)
    return found


def write(model: Wanting, keys: Sequence[str], path: Path) -> None:
    """The encoder for onnxruntime, in 8 bits, with the names of its topics in the file's own metadata."""
    ids = torch.full((1, 12), 7, dtype=torch.long)
    types = torch.cat([torch.zeros((1, 6), dtype=torch.long), torch.ones((1, 6), dtype=torch.long)], 1)
    axes = {name: {0: "sentences", 1: "tokens"} for name in ("ids", "mask", "types")} | {"logits": {0: "sentences"}}
    with tempfile.TemporaryDirectory() as folder:
        full = Path(folder) / "full.onnx"
        torch.onnx.export(
            model, (ids, torch.ones_like(ids), types), str(full), dynamo=False, opset_version=17,
            input_names=["ids", "mask", "types"], output_names=["logits"], dynamic_axes=axes,
        )  # fmt: skip
        to_int8(full, path)
    graph = onnx.load(str(path))
    graph.metadata_props.add(key=KEYS, value=json.dumps(list(keys)))
    onnx.save(graph, str(path))
    print(f"{path}: {len(keys)} topics, {path.stat().st_size / 1e6:.1f} MB")


def measure(lines: Sequence[Line], aside: Sequence[int], keys: list[str], own: Any, theirs: Any) -> None:
    """Prints how well the layer, the encoder and both know sentences of hands that neither has seen."""
    asks = np.array([lines[n].wants not in ASKS_NOTHING for n in aside])
    both = np.array([averaged(keys, mine, dict(zip(keys, other, strict=True))) for mine, other in zip(own, theirs, strict=True)])  # fmt: skip
    for name, chances in (("layer", own), ("encoder", np.exp(theirs)), ("both", both)):
        best, sure = chances.argmax(axis=1), chances.max(axis=1) >= layer.SURE
        known = np.array([keys[b] in (lines[n].wants, lines[n].also) for b, n in zip(best, aside, strict=True)])
        print(
            f"{name}: of {asks.sum()} questions known {known[asks].mean():.3f}, surely {(known & sure)[asks].mean():.3f}, another surely {(~known & sure)[asks].mean():.3f}; "
            f"of {(~asks).sum()} that ask nothing known {known[~asks].mean():.3f}"
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--epochs", type=int, default=3)
    parser.add_argument("--measure", default="", help="hands to be left out, as 2,9,12")
    args = parser.parse_args()
    lines, weighs, embed = layer.gathered()
    out = {int(hand) for hand in args.measure.split(",") if hand}
    keys, base = sorted({line.wants for line in lines}), packaged_weights()
    sentences = Sentences(lines, base)
    which = [n for n, line in enumerate(lines) if line.hand not in out]
    print(f"{len(which)} sentences, {len(keys)} topics", flush=True)
    model = trained(lines, which, keys, weighs, args.epochs, base, sentences)
    if not out:
        write(model, keys, reader_path())
        return
    aside = [n for n, line in enumerate(lines) if line.hand in out]
    seen = features([(line.say, line.asked) for line in lines], embed, matters_of(embed))
    fitted, weights, bias = layer.fitted(seen[which], [lines[n].wants for n in which], weighs[which])
    assert fitted == keys, "a topic stands in no hand but those left out"
    with torch.no_grad():
        theirs = np.vstack([model(*sentences.batch(aside[n : n + 64])).numpy() for n in range(0, len(aside), 64)])
    measure(lines, aside, keys, softmax(seen[aside] @ weights + bias), theirs)


if __name__ == "__main__":
    main()
