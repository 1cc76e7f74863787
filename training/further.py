"""Trains all-MiniLM-L6-v2 further to tell something of two texts that it reads together: what ``wanting.py`` and ``touching.py`` share.

The word embeddings are kept as they are. What is written is in 8 bits, for ``vcassist.pair_encoder``.
"""

from __future__ import annotations

import random
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from export import to_int8
from transformers import AutoModel

WARM, LEAST = 0.06, 0.02
# A word in so many is hidden, and how quickly the weights that are kept follow those that are trained.
HIDDEN, FOLLOWS = 0.04, 0.02
MASK, FIRST_WORD = 103, 1000
# So many batches are sorted together, so that texts of about the same length go into one.
BUCKET = 40
TELLS_EVERY = 50

# The pairs of a batch as they were encoded; what is right of each, by its place among the outputs; how much each weighs; and where not all outputs can be
# right of a pair, which may be (shape (pairs, outputs)), or nothing.
Batch = tuple[Sequence[Any], Sequence[int], Any, torch.Tensor | None]


class AlikeHead(torch.nn.Module):
    """A layer whose outputs of one kind share a part: what is learnt of "partly" under one question helps it under the others.

    ``kinds``: of each output, the number of its kind.
    """

    def __init__(self, states: int, kinds: Sequence[int]) -> None:
        super().__init__()
        self.own, self.shared = torch.nn.Linear(states, len(kinds)), torch.nn.Linear(states, max(kinds) + 1)
        torch.nn.init.zeros_(self.own.weight)
        torch.nn.init.zeros_(self.own.bias)
        self.register_buffer("kinds", torch.tensor(list(kinds)))

    def forward(self, states: torch.Tensor) -> torch.Tensor:
        return self.own(states) + self.shared(states)[:, self.kinds]

    def joined(self) -> torch.nn.Linear:
        """The same as one plain layer."""
        layer = torch.nn.Linear(self.own.in_features, self.own.out_features)
        with torch.no_grad():
            layer.weight.copy_(self.own.weight + self.shared.weight[self.kinds])
            layer.bias.copy_(self.own.bias + self.shared.bias[self.kinds])
        return layer


class Encoder(torch.nn.Module):
    """Logarithms of the chances of ``outputs`` (shape (pairs, outputs)) from word ids, a mask and types: 0 the first text, 1 the second.

    ``of`` makes of the states, the mask and the types what the head sees: ``parts`` arrays of shape (pairs, states).
    """

    def __init__(self, base: Path, outputs: int, parts: int, of: Callable[..., list[torch.Tensor]]) -> None:
        super().__init__()
        self.encoder = AutoModel.from_pretrained(str(base))
        self.encoder.embeddings.word_embeddings.weight.requires_grad_(False)
        self.drop = torch.nn.Dropout(0.1)
        self.head = torch.nn.Linear(parts * self.encoder.config.hidden_size, outputs)
        self.of = of

    def forward(self, ids: torch.Tensor, mask: torch.Tensor, types: torch.Tensor) -> torch.Tensor:
        states = self.encoder(input_ids=ids, attention_mask=mask, token_type_ids=types).last_hidden_state
        return torch.log_softmax(self.head(self.drop(torch.cat(self.of(states, mask, types), 1))), dim=1)


def mean_of(states: torch.Tensor, own: torch.Tensor) -> torch.Tensor:
    """The mean state of the tokens marked in ``own``."""
    own = own.unsqueeze(-1).to(states.dtype)
    return (states * own).sum(1) / own.sum(1).clamp(min=1)


def padded(encoded: Sequence[Any], hidden: float = 0.0) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    """ids, mask and types; shape (pairs, tokens of the longest). ``hidden``: the share of words that are masked."""
    shape = (len(encoded), max(len(one.ids) for one in encoded))
    ids, mask, types = (torch.zeros(shape, dtype=torch.long) for _ in range(3))
    for row, one in enumerate(encoded):
        words = [MASK if w >= FIRST_WORD and random.random() < hidden else w for w in one.ids]
        ids[row, : len(words)] = torch.tensor(words)
        types[row, : len(words)] = torch.tensor(one.type_ids)
        mask[row, : len(words)] = 1
    return ids, mask, types


def in_batches(order: list[int], length: Callable[[int], int], size: int) -> list[list[int]]:
    """Pairs by their numbers, shuffled, in batches of about the same length."""
    random.shuffle(order)
    buckets = [sorted(order[n : n + size * BUCKET], key=length) for n in range(0, len(order), size * BUCKET)]
    found = [bucket[n : n + size] for bucket in buckets for n in range(0, len(bucket), size)]
    random.shuffle(found)
    return found


def descend(model: Encoder, batches: Callable[[], Iterable[Batch]], epochs: int, steps: int, pace: float, head_pace: float, smoothed: float) -> None:  # fmt: skip
    """Trains a model for some epochs, of ``batches()`` each, with ``steps`` in all. ``smoothed``: how much is left to all outputs that may be right."""
    body = [p for name, p in model.named_parameters() if p.requires_grad and not name.startswith("head")]
    descent = torch.optim.AdamW([{"params": body}, {"params": model.head.parameters()}], weight_decay=0.01)
    kept = {name: part.clone() for name, part in model.state_dict().items()}
    done, began = 0, time.monotonic()
    model.train()
    for epoch in range(epochs):
        for encoded, goal, weighs, admitted in batches():
            at = min(1.0, done / (WARM * steps)) * max(LEAST, 0.5 * (1 + np.cos(np.pi * done / steps)))
            for group, most in zip(descent.param_groups, (pace, head_pace), strict=True):
                group["lr"] = most * at
            told = model(*padded(encoded, HIDDEN))
            if admitted is None:
                left = told.mean(1)
            else:
                told = told.masked_fill(~admitted, float("-inf")).log_softmax(1)
                left = told.masked_fill(~admitted, 0.0).sum(1) / admitted.sum(1)
            off = -(1 - smoothed) * told[range(len(goal)), goal] - smoothed * left
            descent.zero_grad()
            (off * torch.tensor(weighs, dtype=torch.float32)).mean().backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            descent.step()
            done += 1
            if done % TELLS_EVERY == 0:
                print(f"epoch {epoch + 1}: {done} of {steps} steps, {time.monotonic() - began:.0f} s", flush=True)
            if done % 5 == 0:
                with torch.no_grad():
                    for name, part in model.state_dict().items():
                        if part.dtype.is_floating_point:
                            kept[name].lerp_(part, min(FOLLOWS, done / 1000))
    model.load_state_dict(kept)
    model.eval()


def log_chances(model: Encoder, encoded: Sequence[Any]) -> Any:
    """What a trained model tells of pairs; shape (pairs, outputs)."""
    with torch.no_grad():
        return np.vstack([model(*padded(encoded[n : n + 64])).numpy() for n in range(0, len(encoded), 64)])


def write(model: Encoder, path: Path) -> None:
    """The encoder for onnxruntime, in 8 bits."""
    ids = torch.full((1, 12), 7, dtype=torch.long)
    types = torch.cat([torch.zeros((1, 6), dtype=torch.long), torch.ones((1, 6), dtype=torch.long)], 1)
    axes = {name: {0: "pairs", 1: "tokens"} for name in ("ids", "mask", "types")} | {"logits": {0: "pairs"}}
    with tempfile.TemporaryDirectory() as folder:
        full = Path(folder) / "full.onnx"
        torch.onnx.export(
            model, (ids, torch.ones_like(ids), types), str(full), dynamo=False, opset_version=17,
            input_names=["ids", "mask", "types"], output_names=["logits"], dynamic_axes=axes,
        )  # fmt: skip
        to_int8(full, path)
    print(f"{path}: {path.stat().st_size / 1e6:.1f} MB")
