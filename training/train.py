"""Trains the reader on two cores, seeded: `python training/train.py --out FOLDER` (see training/MODEL_CARD.md)."""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
import torch
from transformers import AutoModel

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / "src")]
from data import MAX_TOKENS, Example, declared, encode, read_messages, varied
from model import ReaderModel, with_low_rank
from shipped import restore

from vcassist.chain.fields import FIELDS
from vcassist.graphs import open_tokenizer
from vcassist.knowledge.embedding import packaged_weights
from vcassist.reading.vocabulary import FIELD_KEYS, OPTION_FIELD, OPTIONS, OPTIONS_OF, field_text, option_text

TYPES = [FIELDS[key].type for key in FIELD_KEYS]
_OWN = [OPTIONS_OF[field] for field in FIELD_KEYS]
columns = torch.tensor([row + [-1] * (max(map(len, _OWN)) - len(row)) for row in _OWN])
has_options = torch.tensor([bool(row) for row in _OWN])


BELOW: dict[int, torch.Tensor] = {}
# Sixteen bits are quicker than 32 only where the processor multiplies matrices of them.
_PROCESSOR = Path("/proc/cpuinfo")
IN_SIXTEEN = _PROCESSOR.exists() and "amx_bf16" in _PROCESSOR.read_text(encoding="ascii", errors="replace")
# The token that fills a batch up, and the one that stands for a hidden word; by the encoder's vocabulary.
PADDING = [0]
HIDDEN_WORD = [103]


def hide_words(batch: dict[str, torch.Tensor], share: float) -> None:
    """Hides some of the messages' words, so that no single one is leant on. Cheaper than dropout in every layer."""
    chosen = (torch.rand(batch["ids"].shape) < share) & (batch["types"] == 1)
    batch["ids"][chosen] = HIDDEN_WORD[0]


def remember_below(model: ReaderModel, examples: list[Example]) -> None:
    """Computes the frozen layers' states of every example once."""
    with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16, enabled=IN_SIXTEEN):
        for group in batches(examples, 64, random.Random(0)):
            batch = tensors(group)
            states = model.lower(batch["ids"], batch["types"], batch["mask"])
            for row, e in enumerate(group):
                BELOW[id(e)] = states[row, : len(e.ids)].float().clone()


def batches(examples: list[Example], size: int, rng: random.Random) -> list[list[Example]]:
    """Batches of similar length, in random order."""
    order = sorted(examples, key=lambda e: len(e.ids) + rng.random() * 12)
    groups = [order[at : at + size] for at in range(0, len(order), size)]
    rng.shuffle(groups)
    return groups


def tensors(batch: list[Example]) -> dict[str, torch.Tensor]:
    """One padded batch."""
    longest = max(len(e.ids) for e in batch)
    count = len(FIELD_KEYS)
    out = {name: torch.zeros((len(batch), longest), dtype=torch.long) for name in ("ids", "mask", "types")}
    out["ids"] += PADDING[0]
    out["asked"] = torch.zeros((len(batch), count))
    out["present"] = torch.zeros((len(batch), count))
    out["weight"] = torch.ones((len(batch), count))
    out["options"] = torch.zeros((len(batch), len(OPTIONS)))
    for name in ("status", "start", "end"):
        out[name] = torch.full((len(batch), count), -100, dtype=torch.long)
    out["intent"] = torch.tensor([e.intent for e in batch])
    if all(id(e) in BELOW for e in batch):
        out["below"] = torch.zeros((len(batch), longest, BELOW[id(batch[0])].shape[1]))
        for row, e in enumerate(batch):
            out["below"][row, : len(e.ids)] = BELOW[id(e)]
    for row, e in enumerate(batch):
        n = len(e.ids)
        out["ids"][row, :n] = torch.tensor(e.ids)
        out["mask"][row, :n] = 1
        out["types"][row, :n] = torch.tensor(e.types)
        if e.asked >= 0:
            out["asked"][row, e.asked] = 1
            out["weight"][row, e.asked] = 3.0
        for field in e.trapped:
            out["weight"][row, field] = 3.0
        for field, status, options, start, end in e.facts:
            out["present"][row, field] = 1
            out["status"][row, field] = status
            out["start"][row, field], out["end"][row, field] = start, end
            out["options"][row, options] = 1
    return out


def loss_of(
    model: ReaderModel, batch: dict[str, torch.Tensor], option_field: torch.Tensor, is_set: torch.Tensor
) -> torch.Tensor:
    """The sum of the losses for presence, status, value, span and intent."""
    with torch.autocast("cpu", dtype=torch.bfloat16, enabled=IN_SIXTEEN):
        outputs = model(batch["ids"], batch["mask"], batch["types"], batch["asked"], batch.get("below"))
    presence, status, option, start, end, intent = (out.float() for out in outputs)
    functional = torch.nn.functional
    present = batch["present"]
    weight = batch["weight"] * (1 + 4.0 * present)
    total = (
        (functional.binary_cross_entropy_with_logits(presence, present * 0.97 + 0.005, reduction="none") * weight).sum()
        / len(present)
        * 0.5
    )
    total = total + functional.cross_entropy(status.flatten(0, 1), batch["status"].flatten(), ignore_index=-100)
    known = (batch["status"] == 0)[:, option_field]
    sets = known & is_set[option_field]
    if sets.any():
        total = total + functional.binary_cross_entropy_with_logits(option[sets], batch["options"][sets])
    single = (batch["status"] == 0) & ~is_set & has_options
    if single.any():
        # Each field's own options side by side, padded, so that one softmax serves all fields.
        own = option[:, columns.clamp(min=0).flatten()].view(len(option), *columns.shape).masked_fill(columns < 0, -1e4)
        gold = batch["options"][:, columns.clamp(min=0).flatten()].view_as(own).masked_fill(columns < 0, 0)
        total = total + functional.cross_entropy(own[single], gold[single].argmax(-1))
    for logits, gold in ((start, batch["start"]), (end, batch["end"])):
        total = total + 0.3 * functional.cross_entropy(logits.flatten(0, 1), gold.flatten(), ignore_index=-100)
    return total + 0.5 * functional.cross_entropy(intent, batch["intent"])


class Averaged:
    """A moving average of what is trained, over the steps; what stays as it is is not copied."""

    def __init__(self, model: torch.nn.Module, keep: float) -> None:
        self._model, self._keep = model, keep
        self._moving = [p for p in model.parameters() if p.requires_grad]
        self._means = [p.detach().clone() for p in self._moving]
        self._steps = 0

    def update(self) -> None:
        self._steps += 1
        keep = min(self._keep, self._steps / (self._steps + 10))
        with torch.no_grad():
            torch._foreach_lerp_(self._means, [p.detach() for p in self._moving], 1 - keep)

    @contextmanager
    def put_in(self) -> Iterator[Any]:
        """The model with the averages in place, for as long as the block lasts."""
        latest = [p.detach().clone() for p in self._moving]
        with torch.no_grad():
            for parameter, mean in zip(self._moving, self._means, strict=True):
                parameter.copy_(mean)
            yield self._model
            for parameter, value in zip(self._moving, latest, strict=True):
                parameter.copy_(value)


def embedded(texts: list[str], encoder: Any, tokenizer: Any) -> torch.Tensor:
    """Mean-pooled unit vectors of texts by the untrained encoder."""
    rows = []
    with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16, enabled=IN_SIXTEEN):
        for text in texts:
            e = tokenizer.encode(text)
            ids = torch.tensor([e.ids[:256]])
            states = encoder(input_ids=ids, attention_mask=torch.ones_like(ids)).last_hidden_state
            rows.append(torch.nn.functional.normalize(states.float().mean(1), dim=-1)[0])
    return torch.stack(rows)


def tokenizer_of(folder: Path) -> Any:
    """The tokenizer beside an encoder's weights; it tells also how a batch is filled up."""
    tokenizer = open_tokenizer(folder / "tokenizer.json", MAX_TOKENS)
    PADDING[0] = tokenizer.token_to_id("<pad>") or tokenizer.token_to_id("[PAD]")
    HIDDEN_WORD[0] = tokenizer.token_to_id("<mask>") or tokenizer.token_to_id("[MASK]")
    return tokenizer


def build_large(tokenizer: Any, folder: Path) -> ReaderModel:
    """The untrained model on weights of which only thin additions are trained."""
    encoder = AutoModel.from_pretrained(
        str(folder),
        dtype=torch.bfloat16 if IN_SIXTEEN else torch.float32,
        hidden_dropout_prob=0.0,
        attention_probs_dropout_prob=0.0,
    )
    encoder.pooler = None
    encoder.eval()
    size = encoder.config.hidden_size
    fields = embedded([field_text(FIELDS[key]) for key in FIELD_KEYS], encoder, tokenizer) * size**0.5
    options = embedded([option_text(*pair) for pair in OPTIONS], encoder, tokenizer) * size**0.5
    return ReaderModel(with_low_rank(encoder), fields, options, 0)


def build(tokenizer: Any, frozen: int, dropout: float = 0.0) -> ReaderModel:
    """The untrained model on the packaged weights."""
    encoder = AutoModel.from_pretrained(
        str(packaged_weights()),
        attn_implementation="sdpa",
        hidden_dropout_prob=dropout,
        attention_probs_dropout_prob=dropout,
    )
    encoder.eval()
    fields = embedded([field_text(FIELDS[key]) for key in FIELD_KEYS], encoder, tokenizer) * 384**0.5
    options = embedded([option_text(*pair) for pair in OPTIONS], encoder, tokenizer) * 384**0.5
    for parameter in encoder.embeddings.parameters():
        parameter.requires_grad = False
    for layer in encoder.encoder.layer[:frozen]:
        for parameter in layer.parameters():
            parameter.requires_grad = False
    return ReaderModel(encoder, fields, options, frozen)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=HERE / "out")
    parser.add_argument("--data", type=Path, default=HERE / "messages")
    parser.add_argument("--only", default="*.jsonl", help="pattern of the message files to read")
    parser.add_argument("--again", help="pattern of the message files that are read twice in each epoch")
    parser.add_argument("--epochs", type=int, default=6)
    parser.add_argument("--batch", type=int, default=32)
    parser.add_argument("--frozen", type=int, default=0, help="lower layers kept as they are, and computed once")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument(
        "--share", type=float, default=1.0, help="share of the training messages, for the learning curve"
    )
    parser.add_argument("--dev", type=float, default=0.04, help="share of voices held out to choose by")
    parser.add_argument("--lr", type=float, default=1.5e-4)
    parser.add_argument("--shipped", action="store_true", help="go on from the larger reader that is shipped")
    parser.add_argument(
        "--replay", type=int, help="how many messages that are not in --again an epoch draws; all without it"
    )
    parser.add_argument("--start", type=Path, help="weights of an earlier run to go on from")
    parser.add_argument("--ema", type=float, default=0.995, help="the weights kept are a moving average over the steps")
    parser.add_argument("--dropout", type=float, default=0.1)
    parser.add_argument("--head-lr", type=float, default=1e-3)
    parser.add_argument("--minutes", type=float, default=58)
    parser.add_argument(
        "--encoder", type=Path, help="folder of larger weights, kept as they are but for thin additions"
    )
    parser.add_argument("--hide", type=float, default=0.0, help="share of the words that are hidden in training")
    args = parser.parse_args()
    torch.manual_seed(args.seed)
    torch.set_num_threads(args.threads)
    rng = random.Random(args.seed)
    tokenizer = tokenizer_of(args.encoder or packaged_weights())
    records = read_messages(args.data, args.only)

    def held(record: dict[str, Any]) -> bool:
        return int(hashlib.sha256(record["voice"].encode()).hexdigest(), 16) % 1000 < args.dev * 1000

    heard = [r for r in records if not held(r)]
    dev = [encode(r, tokenizer) for r in records if held(r)]
    voices = sorted({r["voice"] for r in heard})
    rng.shuffle(voices)
    kept = set(voices[: max(1, round(len(voices) * args.share))])
    heard = [r for r in heard if r["voice"] in kept]
    again = read_messages(args.data, args.again) if args.again else []
    again = [r for r in again if not held(r) and r["voice"] in kept]
    newest = {(r["voice"], r["message"]) for r in again}
    older = [r for r in heard if (r["voice"], r["message"]) not in newest]

    def drawn() -> list[dict[str, Any]]:
        """An epoch's messages: the older ones or some of them, and the newest twice."""
        some = older if args.replay is None else rng.sample(older, min(args.replay, len(older)))
        return [*some, *again, *again]

    train = [encode(r, tokenizer) for r in drawn()]
    phrases = declared(tokenizer)
    model = build_large(tokenizer, args.encoder) if args.encoder else build(tokenizer, args.frozen, args.dropout)
    if args.shipped:
        restore(model)
    if args.start:
        model.load_state_dict(torch.load(args.start))
    option_field = torch.tensor([FIELD_KEYS.index(f) for f in OPTION_FIELD])
    is_set = torch.tensor([t == "set" for t in TYPES])
    encoder_ids = {id(p) for p in model.encoder.parameters()}
    heads = [p for p in model.parameters() if id(p) not in encoder_ids and p.requires_grad]
    encoder = [p for p in model.encoder.parameters() if p.requires_grad]
    optimiser = torch.optim.AdamW(
        [*([{"params": encoder, "lr": args.lr}] if encoder else []), {"params": heads, "lr": args.head_lr}],
        weight_decay=0.02,
    )
    steps = args.epochs * ((len(train) + len(phrases)) // args.batch + 1)
    averaged = Averaged(model, args.ema)
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimiser, [*([args.lr] if encoder else []), args.head_lr], total_steps=steps + 1, pct_start=0.1
    )
    began = time.time()
    model.eval()
    if args.frozen:
        remember_below(model, train + phrases + dev)
    print(f"{len(train)} training and {len(dev)} development messages, {steps} steps", flush=True)
    for epoch in range(args.epochs):
        model.train()
        losses = []
        if not args.frozen:
            train = [encode(r, tokenizer) for r in varied(drawn(), rng)]
        for batch in batches(train + phrases, args.batch, rng):
            optimiser.zero_grad()
            ready = tensors(batch)
            if args.hide:
                hide_words(ready, args.hide)
            loss = loss_of(model, ready, option_field, is_set)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            averaged.update()
            losses.append(loss.item())
            if len(losses) % 50 == 0:
                print(f"  step {len(losses)}: {np.mean(losses[-50:]):.3f}, {time.time() - began:.0f} s", flush=True)
        model.eval()
        with torch.no_grad(), averaged.put_in() as judged:
            held_loss = (
                [loss_of(judged, tensors(b), option_field, is_set).item() for b in batches(dev, 32, rng)]
                if dev
                else [0.0]
            )
            score = quick_f1(judged, dev) if dev else (0.0, 0.0)
            args.out.mkdir(parents=True, exist_ok=True)
            torch.save(judged.state_dict(), args.out / "reader.pt")
        print(
            f"epoch {epoch + 1}: train {np.mean(losses):.3f} dev {np.mean(held_loss):.3f} F1 {score[0]:.3f} at {score[1]:.2f}; {time.time() - began:.0f} s",
            flush=True,
        )
        if (time.time() - began) / 60 > args.minutes:
            break
    (args.out / "run.json").write_text(
        json.dumps(
            {"seed": args.seed, "epochs": args.epochs, "messages": len(train), "seconds": round(time.time() - began)}
        )
    )


def quick_f1(model: ReaderModel, dev: list[Example]) -> tuple[float, float]:
    """F1 over (field, status, closed value) on the development messages at the best threshold, for watching only."""
    rows = []
    gold_count = sum(len(e.facts) for e in dev)
    for at in range(0, len(dev), 32):
        part = dev[at : at + 32]
        batch = tensors(part)
        with torch.autocast("cpu", dtype=torch.bfloat16, enabled=IN_SIXTEEN):
            presence, status, option, *_ = (
                o.float() for o in model(batch["ids"], batch["mask"], batch["types"], batch["asked"])
            )
        prob = torch.sigmoid(presence)
        for row, e in enumerate(part):
            gold = {f: (s, frozenset(o)) for f, s, o, *_ in e.facts}
            for field in range(len(FIELD_KEYS)):
                p = prob[row, field].item()
                if p < 0.15:
                    continue
                s = int(status[row, field].argmax())
                own = OPTIONS_OF[FIELD_KEYS[field]]
                chosen: frozenset[int] = frozenset()
                if s == 0 and own:
                    if TYPES[field] == "set":
                        chosen = frozenset(o for o in own if option[row, o] > 0) or frozenset(
                            [own[int(option[row, own].argmax())]]
                        )
                    else:
                        chosen = frozenset([own[int(option[row, own].argmax())]])
                rows.append((p, gold.get(field) == (s, chosen)))
    best = (0.0, 0.5)
    for threshold in np.arange(0.2, 0.9, 0.05):
        hits = [right for p, right in rows if p >= threshold]
        if hits:
            best = max(best, (2 * sum(hits) / (len(hits) + gold_count), float(threshold)))
    return best


if __name__ == "__main__":
    main()
