"""Trains the encoder that tells what a message does to a note, and writes knowledge/touched.onnx: `python training/touching.py` (about half an
hour on two cores).

It is all-MiniLM-L6-v2, its six layers trained further on messages beside the notes of the organisations in ``knowledge/touched.jsonl``, one
note at a time: all that a message touches, and a few that it leaves; with them notes put into the plain sentences of ``plain.txt``. The hands of ``--aside`` are left out, and it is told how well it knows
them.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / "src")]

from further import Batch, Encoder, descend, in_batches, log_chances, mean_of, write

from vcassist.assets import folder
from vcassist.chain.facts import Chain, Fact, fact_from_json, field_of
from vcassist.graphs import open_tokenizer
from vcassist.interview.words import line_for, name_of
from vcassist.knowledge.embedding import packaged_weights
from vcassist.knowledge.touched_reader import DOES, MAX_TOKENS, as_read, plain_name, touched_path
from vcassist.report.materials import country_name

SEED, BATCH, PACE, HEAD_PACE, SMOOTHED = 7, 48, 1.5e-4, 1.5e-3, 0.04
# So many notes that a message leaves are read beside it in an epoch, and so many ordinary messages beside notes of somebody else.
LEFT, ORDINARY = 3, 1500
# So many pairs of an epoch are notes put into the plain sentences of ``plain.txt``; a longer value is not said in them.
PLAIN, LONGEST = 2400, 7
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


def organisations() -> Iterator[tuple[dict[str, Any], dict[str, str]]]:
    """Each organisation of ``knowledge/touched.jsonl``, and its notes as they are said back, by their references."""
    for row in (folder("knowledge") / "touched.jsonl").read_text(encoding="utf-8").splitlines():
        case = json.loads(row)
        facts = {ref: noted(ref, value) for ref, value in case["noted"].items()}
        yield case, {ref: line_for(fact, Chain(facts), country_name) for ref, fact in facts.items()}


def gathered() -> list[Message]:
    """The messages of all organisations."""
    found: list[Message] = []
    for case, lines in organisations():
        for message in case["messages"]:
            pairs: dict[bool, list[Pair]] = {True: [], False: []}
            for ref, line in lines.items():
                does = message["does"].get(ref, ["nothing"])[0]
                pair = Pair(*as_read(ref, line, message["asked"] or None, message["say"]), DOES.index(does))
                pairs[does != "nothing"].append(pair)
            found.append(Message(case["id"].partition("-")[0], tuple(pairs[True]), tuple(pairs[False])))
    return found


@dataclass(frozen=True, slots=True)
class Noted:
    """A note as it is said back, what it is called, and its value in words; with the others of its organisation."""

    ref: str
    line: str
    names: tuple[str, ...]
    value: str
    others: tuple[tuple[str, str], ...]


def all_noted() -> list[Noted]:
    """The notes of all organisations that have a value of few words."""
    found: list[Noted] = []
    for case, lines in organisations():
        for ref, line in lines.items():
            name, _, value = line.rpartition(" – ")
            if case["noted"][ref] in STATUSES or len(value.split()) > LONGEST:
                continue
            names = (field_of(ref).name.replace("_", " "), plain_name(ref), name_of(field_of(ref).key), name)
            found.append(Noted(ref, line, names, value, tuple((r, one) for r, one in lines.items() if r != ref)))
    return found


def plainly(notes: Sequence[Noted], forms: Sequence[tuple[str, str]], how_many: int) -> Iterator[Pair]:
    """Notes that plain sentences call wrong, or right, and others of the same organisation that these leave."""
    values: dict[str, list[str]] = {}
    for note in notes:
        values.setdefault(field_of(note.ref).key, []).append(note.value)
    for note in random.choices(notes, k=how_many // 2):
        does, form = random.choice(forms)
        if note.value in ("yes", "no", "partly") and "{field}" not in form:
            continue
        new = [value for value in values[field_of(note.ref).key] if value != note.value]
        if not new and "{new}" in form:
            continue
        name = random.choice(note.names)
        say = form.format(field=name, value=note.value, new=random.choice(new) if new else "")
        asked = random.choice(note.others)[0] if note.others else None
        yield Pair(*as_read(note.ref, note.line, asked, say), DOES.index(does))
        said = set(say.casefold().replace(",", " ").split())
        apart = [one for one in note.others if not said & set(plain_name(one[0]).split())]
        if apart:
            yield Pair(*as_read(*random.choice(apart), asked, say), 0)


def plain_forms() -> list[tuple[str, str]]:
    rows = (HERE / "plain.txt").read_text(encoding="utf-8").splitlines()
    return [(does, form) for does, _, form in (row.partition(" | ") for row in rows if not row.startswith("#"))]


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
        ref, line = draw.choice(notes)
        if field_of(ref).key not in told and field_of(ref).key != case.get("asked"):
            found.append(Pair(*as_read(ref, line, case.get("asked") or None, case["message"]), 0))
    return found


def seen(states: torch.Tensor, mask: torch.Tensor, types: torch.Tensor) -> list[torch.Tensor]:
    """The state of the first token, the mean state of the message and that of the note."""
    return [states[:, 0], mean_of(states, mask * types), mean_of(states, mask * (1 - types))]


def encoded(pairs: Sequence[Pair], base: Path) -> list[Any]:
    """The pairs as word ids."""
    found: list[Any] = open_tokenizer(base / "tokenizer.json", MAX_TOKENS).encode_batch(
        [(pair.first, pair.say) for pair in pairs]
    )
    return found


def drawn(messages: Sequence[Message], others: Sequence[Pair], plain: Sequence[Pair]) -> list[Pair]:
    """The pairs of one epoch."""
    pairs = [pair for message in messages for pair in message.touched]
    pairs += [pair for message in messages for pair in random.sample(message.left, min(LEFT, len(message.left)))]
    return [*pairs, *others, *plain]


def trained(messages: Sequence[Message], others: Sequence[Pair], epochs: int, base: Path) -> Encoder:
    random.seed(SEED)
    torch.manual_seed(SEED)
    model = Encoder(base, len(DOES), 3, seen)
    notes, forms = all_noted(), plain_forms()
    steps = epochs * -(-len(drawn(messages, others, list(plainly(notes, forms, PLAIN)))) // BATCH)

    def batches() -> Iterator[Batch]:
        pairs = drawn(messages, others, list(plainly(notes, forms, PLAIN)))
        tokens = encoded(pairs, base)
        for batch in in_batches(list(range(len(pairs))), lambda n: len(tokens[n].ids), BATCH):
            yield [tokens[n] for n in batch], [pairs[n].does for n in batch], [1.0] * len(batch), None

    descend(model, batches, epochs, steps, PACE, HEAD_PACE, SMOOTHED)
    return model


def measure(model: Encoder, messages: Sequence[Message], base: Path) -> None:
    """Prints, for thresholds on the chance that a note is no longer right, how many of such notes are found and how many found ones are not."""
    pairs = [pair for message in messages for pair in (*message.touched, *message.left)]
    told = np.exp(log_chances(model, encoded(pairs, base)))
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
    notes = sorted({(ref, line) for _, lines in organisations() for ref, line in lines.items()})
    learnt = [message for message in messages if message.hand not in out]
    print(f"{len(learnt)} messages, {sum(len(m.touched) for m in learnt)} touched notes", flush=True)
    model = trained(learnt, ordinary(notes), args.epochs, base)
    write(model, touched_path())
    if out:
        measure(model, [message for message in messages if message.hand in out], base)


if __name__ == "__main__":
    main()
