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
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / "src"), str(HERE.parent / "tools")]

import asked as layer
from further import Batch, Encoder, descend, in_batches, log_chances, mean_of, write

from vcassist.graphs import open_tokenizer
from vcassist.knowledge.embedding import packaged_weights
from vcassist.knowledge.talk import ASKS_NOTHING
from vcassist.knowledge.wanted import Line, averaged, features, matters_of, softmax
from vcassist.knowledge.wanted_reader import KEYS, MAX_TOKENS, as_asked, reader_path

SEED, BATCH, PACE, HEAD_PACE = 7, 48, 1e-4, 2e-3
# So much is left to all topics.
SMOOTHED = 0.05
# How far a rare topic is made up for, and how much what weighs more in the layer does here.
EVENED, TEMPERED = 0.35, 0.6


def seen(states: torch.Tensor, mask: torch.Tensor, types: torch.Tensor) -> list[torch.Tensor]:
    """The mean state of the sentence, and that of the first token, which sees the open question as well."""
    return [mean_of(states, mask * types), states[:, 0]]


def encoded(lines: Sequence[Line], base: Path) -> list[Any]:
    """The sentences as word ids."""
    tokenizer = open_tokenizer(base / "tokenizer.json", MAX_TOKENS)
    return [tokenizer.encode(*as_asked(line.say, line.asked)) for line in lines]


def trained(lines: Sequence[Line], which: Sequence[int], keys: Sequence[str], weighs: Any, epochs: int, base: Path, sentences: Sequence[Any]) -> Encoder:  # fmt: skip
    """An encoder trained on the lines ``which``; ``weighs`` as of ``tools/asked.py``, a figure a line; ``sentences`` as of ``encoded``."""
    random.seed(SEED)
    torch.manual_seed(SEED)
    model = Encoder(base, len(keys), 2, seen)
    goal = np.array([keys.index(line.wants) for line in lines])
    often = np.maximum(np.bincount(goal[list(which)], minlength=len(keys)), 1)
    share = (weighs * often[goal] ** -EVENED) ** TEMPERED
    share /= share[list(which)].mean()
    order = list(which)

    def batches() -> Iterator[Batch]:
        for batch in in_batches(order, lambda n: len(sentences[n].ids), BATCH):
            yield [sentences[n] for n in batch], goal[batch], share[batch], None

    descend(model, batches, epochs, epochs * -(-len(order) // BATCH), PACE, HEAD_PACE, SMOOTHED)
    return model


def with_keys(keys: Sequence[str], path: Path) -> None:
    """Puts the names of the topics into the file's own metadata."""
    graph = onnx.load(str(path))
    graph.metadata_props.add(key=KEYS, value=json.dumps(list(keys)))
    onnx.save(graph, str(path))


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
    sentences = encoded(lines, base)
    which = [n for n, line in enumerate(lines) if line.hand not in out]
    print(f"{len(which)} sentences, {len(keys)} topics", flush=True)
    model = trained(lines, which, keys, weighs, args.epochs, base, sentences)
    if not out:
        write(model, reader_path())
        with_keys(keys, reader_path())
        return
    aside = [n for n, line in enumerate(lines) if line.hand in out]
    vectors = features([(line.say, line.asked) for line in lines], embed, matters_of(embed))
    fitted, weights, bias = layer.fitted(vectors[which], [lines[n].wants for n in which], weighs[which])
    assert fitted == keys, "a topic stands in no hand but those left out"
    theirs = log_chances(model, [sentences[n] for n in aside])
    measure(lines, aside, keys, softmax(vectors[aside] @ weights + bias), theirs)


if __name__ == "__main__":
    main()
