"""Fits the layer that tells what a sentence wants to know, and writes knowledge/asked.npz: run it after knowledge/asked.jsonl or
knowledge/talk.yaml changed. ``--measure`` fits it without each hand in turn instead, and tells how well it knows that hand's sentences.
"""

from __future__ import annotations

import json
import random
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "training"), str(ROOT / "src")]

from descent import Descent

from vcassist.interview.sentences import SENTENCE
from vcassist.knowledge.index import GlossaryIndex
from vcassist.knowledge.prepared import load_prepared
from vcassist.knowledge.talk import AMENDS, ASKS_NOTHING, BYE, NOTHING, OFF_TOPIC, TERMS, load_talk
from vcassist.knowledge.wanted import (
    Layer,
    Line,
    features,
    load_lines,
    matters_of,
    save,
    softmax,
    weights_path,
)
from vcassist.settings import read_settings

SEED = 7
# Sentences that ask nothing, by what the message that they stand in wants; texts of the glossary; what nobody here answers.
TELLING = {"answer": 7500, "correction": 1800, "other": 750, "skip": 375, "stop": 375, "undo": 255}
# What a message of one sentence does by its intent.
DOES = {"stop": BYE, "correction": AMENDS}
# What such messages want who put the question on the table once more before they answer it.
ECHOES = ("answer", "correction")
OF_THE_GLOSSARY, OF_NOBODY = 900, 400
LONGEST = 45
# How much one of our lines weighs, and one that tells something, beside one of the other texts; how far a rare topic is made up for; against
# large weights. Chosen on three hands left out and on what simulated people answer.
LINES, TOLD, EVENED, DECAY = 6.0, 1.5, 0.7, 3e-5
STEPS, PACE, LEAST_PACE = 150, 0.1, 0.005
# A chance from which on an answer is given by it.
SURE = 0.5


def others(glossary: GlossaryIndex) -> list[Line]:
    """What else the layer is fitted to: the examples of the talk, what the glossary is asked, what nobody answers, and what tells something."""
    draw = random.Random(SEED)
    found = [Line(text, None, key) for key, entry in load_talk().items() for text in entry["asked"]]
    asked = [item.text for item in glossary.items() if item.kind == "question"]
    asked += [item.text for item in glossary.items() if item.kind == "words" and "?" in item.text]
    found += [Line(text, None, TERMS) for text in draw.sample(asked, min(OF_THE_GLOSSARY, len(asked)))]
    found += [Line(text, None, OFF_TOPIC) for text in draw.sample(list(glossary.outside), OF_NOBODY)]
    telling: dict[str, list[Line]] = {intent: [] for intent in TELLING}
    for line, intent in told():
        # All the echoes, as there are few.
        (found if "?" in line.say else telling[intent]).append(line)
    found += by_themselves()
    for intent, most in TELLING.items():
        found += draw.sample(telling[intent], min(most, len(telling[intent])))
    return found


def by_themselves() -> Iterator[Line]:
    """The sentences that state something by themselves, or only look so: those in which it can be heard that somebody knows that they say
    otherwise than before set it right, the others ask nothing.
    """
    for path in sorted((ROOT / "training" / "sentences").glob("*.jsonl")):
        for row in path.read_text(encoding="utf-8").splitlines():
            case = json.loads(row)
            yield Line(case["say"], None, AMENDS if case.get("knows") else NOTHING)


def told() -> Iterator[tuple[Line, str]]:
    """The sentences of the reader's training messages that ask nothing, with the intent of each message: those of messages without a mark, and
    of what answers or corrects also those with one ("Chips? No idea."). One that ends the talk or corrects by itself does just that.
    """
    for path in sorted((ROOT / "training" / "messages").glob("*.jsonl")):
        for row in path.read_text(encoding="utf-8").splitlines():
            case = json.loads(row)
            if case["intent"] not in TELLING or ("?" in case["message"] and case["intent"] not in ECHOES):
                continue
            asked = case.get("asked") or None
            parts = list(SENTENCE.finditer(case["message"]))
            does = DOES.get(case["intent"], NOTHING)
            if does != NOTHING and len(parts) > 1:
                # Which of its sentences does it is not told.
                continue
            for sentence in parts:
                echo = "?" in case["message"]
                if 1 <= len(sentence[0].split()) <= LONGEST and ("?" in sentence[0]) == echo:
                    yield Line(sentence[0].strip(), asked, does), case["intent"]


def fitted(seen: Any, wants: list[str], weighs: Any) -> tuple[list[str], Any, Any]:
    """Keys, weights and bias that tell ``wants`` from features: softmax regression, by Adam with a falling step."""
    keys = sorted(set(wants))
    at = np.array([keys.index(w) for w in wants])
    weighs = weighs * (1 / np.bincount(at)[at]) ** EVENED
    weighs = (weighs / weighs.sum()).astype(np.float32)[:, None]
    goal = np.eye(len(keys), dtype=np.float32)[at]
    parts = [np.zeros((seen.shape[1], len(keys)), np.float32), np.zeros(len(keys), np.float32)]
    descent = Descent(parts, STEPS, PACE, LEAST_PACE)
    for _ in range(STEPS):
        off = (softmax(seen @ parts[0] + parts[1]) - goal) * weighs
        descent.step([seen.T @ off + DECAY * parts[0], off.sum(axis=0)])
    return keys, parts[0], parts[1]


def gathered() -> tuple[list[Line], Any, Callable[[list[str]], Any]]:
    """All sentences, how much each weighs, and what turns texts into vectors (those that were made beforehand are not made again)."""
    glossary = GlossaryIndex(read_settings())
    embedder = glossary.embedder
    prepared = load_prepared(embedder.name)

    def embed(texts: list[str]) -> Any:
        new = [t for t in dict.fromkeys(texts) if prepared is None or t not in prepared]
        made = {t: v for at in range(0, len(new), 256) for t, v in zip(new[at : at + 256], embedder.embed(new[at : at + 256]), strict=True)}  # fmt: skip
        return np.array([made[t] if t in made else prepared.vectors([t])[0] for t in texts])  # type: ignore[union-attr]

    lines = [*others(glossary), *load_lines()]
    weighs = np.array(
        [LINES if line.hand else TOLD if line.wants in ASKS_NOTHING and "?" not in line.say else 1.0 for line in lines]
    )
    return lines, weighs, embed


def main() -> int:
    embedder = GlossaryIndex(read_settings()).embedder
    lines, weighs, embed = gathered()
    matters = matters_of(embed)
    seen = features([(line.say, line.asked) for line in lines], embed, matters)
    hands = np.array([line.hand for line in lines])
    wants = [line.wants for line in lines]
    print(f"{len(lines)} sentences, {int((hands > 0).sum())} of them ours")
    if "--measure" in sys.argv:
        measure(lines, seen, weighs, hands)
        return 0
    keys, weights, bias = fitted(seen, wants, weighs)
    save(weights_path(), embedder.name, Layer(keys, weights, bias, matters))
    print(f"{weights_path()}: {len(keys)} topics, {weights_path().stat().st_size / 1e6:.1f} MB")
    return 0


def measure(lines: list[Line], seen: Any, weighs: Any, hands: Any) -> None:
    """Prints for each hand how many of its sentences are known by a layer that has seen none of them."""
    right: list[float] = []
    for hand in sorted(set(hands) - {0}):
        kept, aside = np.flatnonzero(hands != hand), np.flatnonzero(hands == hand)
        keys, weights, bias = fitted(seen[kept], [lines[n].wants for n in kept], weighs[kept])
        chances = softmax(seen[aside] @ weights + bias)
        best = [keys[n] for n in chances.argmax(axis=1)]
        known = np.array([b in (lines[n].wants, lines[n].also) for b, n in zip(best, aside, strict=True)])
        sure = chances.max(axis=1) >= SURE
        print(f"hand {hand}: {len(aside)} sentences, known {known.mean():.3f}; of the {sure.mean():.2f} that it is sure of {known[sure].mean():.3f}")  # fmt: skip
        right += list(known)
    print(f"all: {np.mean(right):.3f}")


if __name__ == "__main__":
    raise SystemExit(main())
