"""Fits the layers that tell what a sentence states by itself, and what it states as an answer, and writes
src/vcassist/reading/weights/stated.npz: run it after training/sentences or a reader's weights changed. ``--measure`` fits the first without
each hand in turn instead, and tells how well it knows that hand's sentences, and how well the readers alone do.
"""

from __future__ import annotations

import hashlib
import json
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / "src")]

from descent import Descent

from vcassist.chain.facts import field_of
from vcassist.chain.fields import FIELDS
from vcassist.reading import answered
from vcassist.reading.stated import CHOICES, WEIGHTS, Layer, base, features, save, told, which
from vcassist.reading.trained import TrainedReader, open_trained, small_weights, softmax
from vcassist.settings import read_settings

SENTENCES, MESSAGES = HERE / "sentences", HERE / "messages"
# The messages that no reader was trained on.
UNSEEN = ("vv", "ww", "xx", "ya", "yb", "yc", "yd", "ye")
NONE, NO_ANSWER = len(CHOICES), len(answered.CHOICES)
# Against large weights; how fast it learns, and how often it looks at all sentences. Chosen on three hands left out.
DECAY, PACE, LEAST_PACE, STEPS = 3e-5, 0.03, 0.001, 150
SURE = (0.5, 0.8)


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence, the field that it speaks of, and the choice that it states (its place among CHOICES), or NONE. ``hand``: who wrote it."""

    say: str
    key: str
    at: int
    hand: int


def load_sentences() -> list[Line]:
    """The lines of all hands. A field or a value that is not declared is an error."""
    lines = []
    for path in sorted(SENTENCES.glob("*.jsonl")):
        for row in path.read_text(encoding="utf-8").splitlines():
            case = json.loads(row)
            assert case["field"] in FIELDS, row
            at = NONE if case["how"] == "none" else CHOICES.index((case["field"], case["value"]))
            lines.append(Line(case["say"], case["field"], at, case["hand"]))
    return lines


def load_answers(lines: list[Line]) -> list[tuple[str, str, int]]:
    """(message, the field that it answers, the choice's place among those of ``answered`` or NO_ANSWER) of the messages that no reader was
    trained on, and of the sentences as answers to the question of their field. Who says that they do not know, or may not say, is left out.
    """
    found = []
    for name in UNSEEN:
        for row in (MESSAGES / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
            case = json.loads(row)
            spec = field_of(case["asked"]) if case.get("asked") else None
            if spec is None or spec.type not in ("yesno", "enum") or case["intent"] not in ("answer", "correction"):
                continue
            told = next((f for f in case["facts"] if f["ref"] == case["asked"]), None)
            if told is None or told["status"] == "known":
                at = answered.CHOICES.index((spec.key, told["value"])) if told else NO_ANSWER
                found.append((case["message"], spec.key, at))
    for line in lines:
        if FIELDS[line.key].type in ("yesno", "enum"):
            at = NO_ANSWER if line.at == NONE else answered.CHOICES.index(CHOICES[line.at])
            found.append((line.say, line.key, at))
    return found


def made_of() -> str:
    """A hash of what the layers are fitted to, so that stale ones can be told."""
    lines = load_sentences()
    told = sorted((line.say, line.at, line.hand) for line in lines)
    return hashlib.sha256(json.dumps([told, sorted(load_answers(lines)), CHOICES]).encode()).hexdigest()[:16]


def fitted(own: tuple[Any, Any, Any], seen: Any, at: Any) -> Layer:
    """The layer that tells ``at`` from the readers' own word and the features: softmax regression, by Adam with a falling step."""
    goal = np.eye(NONE + 1, dtype=np.float32)[at]
    parts = [np.zeros((seen.shape[1], NONE + 1), np.float32), np.zeros(NONE + 1, np.float32), np.array([1, 1, 1, 0], np.float32)]  # fmt: skip
    descent = Descent(parts, STEPS, PACE, LEAST_PACE)
    stated, share, none = own
    for _ in range(STEPS):
        off = (told(own, seen, Layer(*parts)) - goal) / len(at)
        of_scale = [(off[:, :-1] * stated).sum(), (off[:, :-1] * share).sum(), (off[:, -1] * none).sum(), off[:, -1].sum()]  # fmt: skip
        slopes = [seen.T @ off + DECAY * parts[0], off.sum(axis=0) + DECAY * parts[1], np.array(of_scale, np.float32)]
        descent.step(slopes)
    return Layer(*parts)


def fitted_answers(own: Any, seen: Any, keys: list[str], at: Any) -> Layer:
    """The layer that tells ``at`` among the choices of the field that was asked. What yes, partly, no and none sound like in general is shared
    by all fields of that kind."""
    among = np.full((len(at), NO_ANSWER + 1), -1e9, np.float32)
    for row, key in zip(among, keys, strict=True):
        row[[n for n, (k, _) in enumerate(answered.CHOICES) if k == key]] = row[-1] = 0
    sound = np.zeros((NO_ANSWER + 1, 4), np.float32)
    for n, (key, value) in enumerate(answered.CHOICES):
        if FIELDS[key].type == "yesno":
            sound[n, FIELDS[key].values.index(value)] = 1
    sound[-1, 3] = 1
    goal = np.eye(NO_ANSWER + 1, dtype=np.float32)[at]
    parts = [np.zeros((seen.shape[1], NO_ANSWER + 1), np.float32), np.zeros(NO_ANSWER + 1, np.float32), np.zeros((seen.shape[1], 4), np.float32)]  # fmt: skip
    descent = Descent(parts, STEPS, PACE, LEAST_PACE)
    for _ in range(STEPS):
        off = (softmax(own + seen @ (parts[0] + parts[2] @ sound.T) + parts[1] + among) - goal) / len(at)
        slope = seen.T @ off
        slopes = [slope + DECAY * parts[0], off.sum(axis=0) + DECAY * parts[1], slope @ sound + DECAY * parts[2]]
        descent.step(slopes)
    return Layer(parts[0] + parts[2] @ sound.T, parts[1], np.ones(1, np.float32))


def rows_of(own: tuple[Any, Any, Any], rows: Any) -> tuple[Any, Any, Any]:
    stated, share, none = own
    return stated[rows], share[rows], none[rows]


def measure(lines: list[Line], own: tuple[Any, Any, Any], seen: Any) -> None:
    """Prints for each hand what a layer that has seen none of its sentences makes of them, and what the readers' own word, scaled, does."""
    at, hands = np.array([line.at for line in lines]), np.array([line.hand for line in lines])
    plain = Layer(
        np.zeros((seen.shape[1], NONE + 1), np.float32), np.zeros(NONE + 1, np.float32), np.array([1, 1, 1, 0])
    )
    for hand in sorted(set(hands)):
        kept, aside = np.flatnonzero(hands != hand), np.flatnonzero(hands == hand)
        layer = fitted(rows_of(own, kept), seen[kept], at[kept])
        for name, one in (("readers alone", plain), ("with the layer", layer)):
            chances = told(rows_of(own, aside), seen[aside], one)
            print(f"hand {hand}, {name}: {summary(chances, at[aside])}", flush=True)


def summary(chances: Any, at: Any) -> str:
    """How many of the sentences that state something are known; at each sureness how many are, how many of those told are right, and in how
    many of the sentences that state nothing something is told.
    """
    best, sure, states = chances.argmax(axis=1), chances.max(axis=1), at != NONE
    parts = [f"of {states.sum()} that state something {(best == at)[states].mean():.3f} known"]
    for least in SURE:
        tells = (best != NONE) & (sure >= least)
        right, wrong = (tells & (best == at)).sum(), (tells & ~states).sum() / max(1, (~states).sum())
        parts.append(f"from {least}: {right / states.sum():.3f}, right {right / max(1, tells.sum()):.3f}, of {(~states).sum()} that state nothing {wrong:.3f}")  # fmt: skip
    return "; ".join(parts)


def main() -> int:
    data = read_settings().data
    readers = [open_trained(data), TrainedReader(lambda: (small_weights(),))]
    lines = load_sentences()
    answers = load_answers(lines)
    at = np.array([line.at for line in lines])
    layers = {}
    for reader in readers:
        said = [reader.scores(line.say, None) for line in lines]
        own, seen = base(said), features(said, [line.say for line in lines])
        if "--measure" in sys.argv:
            measure(lines, own, seen)
            return 0
        layers[which(reader)] = fitted(own, seen, at)
        messages, keys, choices = zip(*answers, strict=True)
        answering = [reader.scores(message, key) for message, key in zip(messages, keys, strict=True)]
        seen = features(answering, list(messages))
        layers[f"{which(reader)}_asked"] = fitted_answers(
            answered.own(answering, list(keys)), seen, list(keys), np.array(choices)
        )
    assert {"both", "small"} <= set(layers), "The larger reader is not prepared: vcassist weights."
    save(WEIGHTS, layers, made_of())
    print(
        f"{WEIGHTS}: {len(lines)} sentences, {len(answers)} answers, {len(CHOICES)} choices, {WEIGHTS.stat().st_size / 1e6:.1f} MB"
    )
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
