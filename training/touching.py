"""Trains the encoder that tells what a message does to a note, and writes knowledge/touched.onnx: `python training/touching.py` (about half an
hour on two cores).

It is all-MiniLM-L6-v2, its six layers trained further on messages beside the notes of the organisations in ``knowledge/touched.jsonl``, one
note at a time: all that a message touches, and a few that it leaves. The hands of ``--aside`` are left out, and it is told how well it knows
them.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from transformers import AutoModel

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / "src")]

from export import to_int8

from vcassist.assets import folder
from vcassist.chain.facts import Chain, Fact, fact_from_json, field_of
from vcassist.graphs import open_tokenizer
from vcassist.interview.words import line_for
from vcassist.knowledge.embedding import packaged_weights
from vcassist.knowledge.touched_reader import DOES, MAX_TOKENS, as_read, touched_path
from vcassist.report.materials import country_name

SEED, BATCH, PACE, HEAD_PACE, WARM, LEAST = 7, 48, 1.5e-4, 1.5e-3, 0.06, 0.02
HIDDEN, SMOOTHED, FOLLOWS = 0.04, 0.04, 0.02
MASK, FIRST_WORD = 103, 1000
BUCKET = 40
# So many notes that a message leaves are read beside it in an epoch, and so many ordinary messages beside notes of somebody else.
LEFT, ORDINARY = 3, 1500
STATUSES = ("unknown", "withheld", "not_applicable")


@dataclass(frozen=True, slots=True)
class Pair:
    """A note, and the question on the table; a message; what it does to the note, by its place in ``DOES``."""

    first: str
    say: str
    does: int


@dataclass(frozen=True, slots=True)
class Message:
    """What is said, and the pairs of those notes that it touches and those that it leaves."""

    hand: str
    touched: tuple[Pair, ...]
    left: tuple[Pair, ...]


def noted(ref: str, value: Any) -> Fact:
    status = value if value in STATUSES else "known"
    return fact_from_json({"ref": ref, "status": status, "value": None if status != "known" else value, "by": "supplier" if status == "withheld" else None})  # fmt: skip


def gathered() -> list[Message]:
    """The messages of ``knowledge/touched.jsonl``."""
    found: list[Message] = []
    for row in (folder("knowledge") / "touched.jsonl").read_text(encoding="utf-8").splitlines():
        case = json.loads(row)
        facts = {ref: noted(ref, value) for ref, value in case["noted"].items()}
        chain = Chain(facts)
        lines = {ref: line_for(fact, chain, country_name) for ref, fact in facts.items()}
        for message in case["messages"]:
            pairs: dict[bool, list[Pair]] = {True: [], False: []}
            for ref, line in lines.items():
                does = message["does"].get(ref, ["nothing"])[0]
                first, say = as_read(line, message["asked"] or None, message["say"])
                pairs[does != "nothing"].append(Pair(first, say, DOES.index(does)))
            found.append(Message(case["id"].partition("-")[0], tuple(pairs[True]), tuple(pairs[False])))
    return found


def ordinary(notes: Sequence[tuple[str, str]]) -> list[Pair]:
    """Answers of the reader's training messages beside notes of another matter, which they leave."""
    draw = random.Random(SEED)
    rows = [
        row
        for path in sorted((HERE / "messages").glob("*.jsonl"))
        for row in path.read_text(encoding="utf-8").splitlines()
    ]
    found: list[Pair] = []
    for row in draw.sample(rows, ORDINARY):
        case = json.loads(row)
        if case["intent"] not in ("answer", "question", "skip", "other"):
            continue
        told = {field_of(fact["ref"]).key for fact in case["facts"]}
        key, line = draw.choice(notes)
        if key not in told and key != case.get("asked"):
            found.append(Pair(*as_read(line, case.get("asked") or None, case["message"]), 0))
    return found


class Touching(torch.nn.Module):
    """Logarithms of the chances of what a message does (shape (pairs, doings)) from word ids, a mask and types: 0 the note, 1 the message."""

    def __init__(self, base: Path) -> None:
        super().__init__()
        self.encoder = AutoModel.from_pretrained(str(base))
        self.encoder.embeddings.word_embeddings.weight.requires_grad_(False)
        self.drop = torch.nn.Dropout(0.1)
        self.head = torch.nn.Linear(3 * self.encoder.config.hidden_size, len(DOES))

    def forward(self, ids: torch.Tensor, mask: torch.Tensor, types: torch.Tensor) -> torch.Tensor:
        states = self.encoder(input_ids=ids, attention_mask=mask, token_type_ids=types).last_hidden_state
        parts = [states[:, 0]]
        for own in (mask * types, mask * (1 - types)):
            own = own.unsqueeze(-1).to(states.dtype)
            parts.append((states * own).sum(1) / own.sum(1).clamp(min=1))
        return torch.log_softmax(self.head(self.drop(torch.cat(parts, 1))), dim=1)


class Batches:
    """Pairs as word ids, in batches of about the same length."""

    def __init__(self, base: Path) -> None:
        self._tokenizer = open_tokenizer(base / "tokenizer.json", MAX_TOKENS)

    def encoded(self, pairs: Sequence[Pair]) -> list[Any]:
        return self._tokenizer.encode_batch([(pair.first, pair.say) for pair in pairs])

    def batch(self, encoded: Sequence[Any], hidden: float = 0.0) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
        shape = (len(encoded), max(len(one.ids) for one in encoded))
        ids, mask, types = (torch.zeros(shape, dtype=torch.long) for _ in range(3))
        for row, one in enumerate(encoded):
            words = [MASK if w >= FIRST_WORD and random.random() < hidden else w for w in one.ids]
            ids[row, : len(words)] = torch.tensor(words)
            types[row, : len(words)] = torch.tensor(one.type_ids)
            mask[row, : len(words)] = 1
        return ids, mask, types

    def of(self, pairs: Sequence[Pair]) -> list[tuple[list[Any], list[int]]]:
        encoded = self.encoded(pairs)
        order = list(range(len(pairs)))
        random.shuffle(order)
        buckets = [sorted(order[n : n + BATCH * BUCKET], key=lambda n: len(encoded[n].ids)) for n in range(0, len(order), BATCH * BUCKET)]  # fmt: skip
        found = [bucket[n : n + BATCH] for bucket in buckets for n in range(0, len(bucket), BATCH)]
        random.shuffle(found)
        return [([encoded[n] for n in batch], [pairs[n].does for n in batch]) for batch in found]


def drawn(messages: Sequence[Message], others: Sequence[Pair]) -> list[Pair]:
    """The pairs of one epoch."""
    pairs = [pair for message in messages for pair in message.touched]
    pairs += [pair for message in messages for pair in random.sample(message.left, min(LEFT, len(message.left)))]
    return [*pairs, *others]


def trained(messages: Sequence[Message], others: Sequence[Pair], epochs: int, base: Path) -> Touching:
    random.seed(SEED)
    torch.manual_seed(SEED)
    model, batches = Touching(base), Batches(base)
    body = [p for name, p in model.named_parameters() if p.requires_grad and not name.startswith("head")]
    descent = torch.optim.AdamW([{"params": body}, {"params": model.head.parameters()}], weight_decay=0.01)
    kept = {name: part.clone() for name, part in model.state_dict().items()}
    steps, done, began = epochs * -(-len(drawn(messages, others)) // BATCH), 0, time.monotonic()
    model.train()
    for epoch in range(epochs):
        lost = 0.0
        for encoded, does in batches.of(drawn(messages, others)):
            pace = min(1.0, done / (WARM * steps)) * max(LEAST, 0.5 * (1 + np.cos(np.pi * min(done / steps, 1.0))))
            for group, most in zip(descent.param_groups, (PACE, HEAD_PACE), strict=True):
                group["lr"] = most * pace
            told = model(*batches.batch(encoded, HIDDEN))
            off = -(1 - SMOOTHED) * told[range(len(does)), does] - SMOOTHED * told.mean(1)
            descent.zero_grad()
            off.mean().backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            descent.step()
            lost += float(off.mean().detach())
            done += 1
            if done % 50 == 0:
                print(f"{done} of {steps}, {time.monotonic() - began:.0f} s", flush=True)
            if done % 5 == 0:
                with torch.no_grad():
                    for name, part in model.state_dict().items():
                        if part.dtype.is_floating_point:
                            kept[name].lerp_(part, min(FOLLOWS, done / 1000))
        print(f"epoch {epoch + 1}: {done} of {steps} steps, loss {lost * epochs / steps:.3f}, {time.monotonic() - began:.0f} s", flush=True)  # fmt: skip
    model.load_state_dict(kept)
    return model.eval()


def write(model: Touching, path: Path) -> None:
    """The encoder for onnxruntime, in 8 bits."""
    ids = torch.full((1, 12), 7, dtype=torch.long)
    types = torch.cat([torch.zeros((1, 6), dtype=torch.long), torch.ones((1, 6), dtype=torch.long)], 1)
    axes = {name: {0: "pairs", 1: "tokens"} for name in ("ids", "mask", "types")} | {"logits": {0: "pairs"}}
    with tempfile.TemporaryDirectory() as place:
        full = Path(place) / "full.onnx"
        torch.onnx.export(
            model, (ids, torch.ones_like(ids), types), str(full), dynamo=False, opset_version=17,
            input_names=["ids", "mask", "types"], output_names=["logits"], dynamic_axes=axes,
        )  # fmt: skip
        to_int8(full, path)
    print(f"{path}: {path.stat().st_size / 1e6:.1f} MB")


def measure(model: Touching, messages: Sequence[Message], base: Path) -> None:
    """Prints, for thresholds on the chance that a note is no longer right, how many of such notes are found and how many found ones are not."""
    batches = Batches(base)
    pairs = [pair for message in messages for pair in (*message.touched, *message.left)]
    encoded = batches.encoded(pairs)
    with torch.no_grad():
        told = np.vstack(
            [np.exp(model(*batches.batch(encoded[n : n + 64])).numpy()) for n in range(0, len(encoded), 64)]
        )
    goal = np.array([pair.does for pair in pairs])
    groups = {"instead or away": ("instead", "away"), "otherwise": ("otherwise",), "more": ("more",), "any": DOES[2:]}
    for name, does in groups.items():
        places = [DOES.index(one) for one in does]
        chance, right = told[:, places].sum(1), np.isin(goal, places)
        figures = []
        for least in (0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9):
            found = chance >= least
            figures.append(f"{least}: {(found & right).sum() / max(right.sum(), 1):.2f} found, {(found & right).sum() / max(found.sum(), 1):.2f} right")  # fmt: skip
        print(f"{name} ({right.sum()} of {len(pairs)} pairs): {'; '.join(figures)}")
    print("confusion (rows: what it does)", *(f"{one:>9}" for one in DOES))
    for n, one in enumerate(DOES):
        print(f"{one:>29}", *(f"{int(((told.argmax(1) == k) & (goal == n)).sum()):>9}" for k in range(len(DOES))))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--epochs", type=int, default=3)
    parser.add_argument("--aside", default="f", help="hands to be left out, as a,f")
    args = parser.parse_args()
    messages, base = gathered(), packaged_weights()
    out = {hand for hand in args.aside.split(",") if hand}
    notes = sorted({(field_of(ref).key, line) for ref, line in lines_noted()})
    learnt = [message for message in messages if message.hand not in out]
    print(f"{len(learnt)} messages, {sum(len(m.touched) for m in learnt)} touched notes", flush=True)
    model = trained(learnt, ordinary(notes), args.epochs, base)
    write(model, touched_path())
    if out:
        measure(model, [message for message in messages if message.hand in out], base)


def lines_noted() -> list[tuple[str, str]]:
    """The reference of each note of ``knowledge/touched.jsonl`` and the note as it is said back."""
    cases = [
        json.loads(row) for row in (folder("knowledge") / "touched.jsonl").read_text(encoding="utf-8").splitlines()
    ]
    return [
        (ref, line_for(noted(ref, value), None, country_name)) for case in cases for ref, value in case["noted"].items()
    ]


if __name__ == "__main__":
    main()
