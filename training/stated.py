"""Fits the layers that tell what a sentence states by itself, and what it states as an answer, and writes
src/vcassist/reading/weights/stated.npz: run it after training/sentences, training/answers or a reader's weights changed. ``--measure`` fits each
without each hand in turn instead, and tells how well it knows what that hand wrote, and how well the readers alone do.
"""

from __future__ import annotations

import hashlib
import json
import random
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / "src")]

from data import answer_in, answers_of_hands
from descent import Descent

from vcassist.chain.facts import field_of
from vcassist.chain.fields import CHOICE_TYPES, FIELDS
from vcassist.reading import answered, members
from vcassist.reading.stated import CHOICES, WEIGHTS, Layer, base, features, save, told, which
from vcassist.reading.trained import Scores, TrainedReader, open_trained, sigmoid, small_weights, softmax
from vcassist.reading.vocabulary import FIELD_KEYS, places_of
from vcassist.settings import read_settings

SENTENCES, MESSAGES, ANSWERS = HERE / "sentences", HERE / "messages", HERE / "answers"
# The messages that no reader was trained on.
UNSEEN = ("vv", "ww", "xx", "ya", "yb", "yc", "yd", "ye")
NONE, NO_ANSWER = len(CHOICES), len(answered.CHOICES)
# Against large weights; how fast it learns, and how often it looks at all sentences. Chosen on three hands left out.
DECAY, PACE, LEAST_PACE, STEPS = 3e-5, 0.03, 0.001, 150
SURE = (0.5, 0.8)
# How much a sentence that says something by the way counts among answers that may state several choices.
BY_THE_WAY = 0.4
# From this chance on a text plainly speaks of a field, and below the other it hardly does, to a reader that does not know the question.
PLAINLY, HARDLY = 0.3, 0.2
# How many of the answers stand under another question too. Of 252 messages of a hand left out that speak of something else 14 in 100 were taken for
# an answer without any, 8 with a quarter and 4 with all; of answers told by what happens, by another hand, 86, 83 and 81 in 100 are known.
SHARE = 0.3


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


@dataclass(frozen=True, slots=True)
class Answer:
    """A message, the field that it answers, and the choices that it states. ``hand``: who wrote it, "" for one of the reader's messages;
    ``weight``: how much it counts.
    """

    say: str
    key: str
    values: tuple[str, ...]
    hand: str
    weight: float = 1.0


def load_answers(lines: list[Line]) -> list[Answer]:
    """The answers by hands of their own, the messages that no reader was trained on, and the sentences as answers to the question of their field.
    Who says that they do not know, or may not say, is left out. A field or a value that is not declared is an error.
    """
    found = [Answer(*answer) for answer in answers_of_hands(ANSWERS)]
    for name in UNSEEN:
        for row in (MESSAGES / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
            case = json.loads(row)
            spec = field_of(case["asked"]) if case.get("asked") else None
            if spec is None or spec.type not in CHOICE_TYPES or case["intent"] not in ("answer", "correction"):
                continue
            values = answer_in(case)
            if values is not None:
                found.append(Answer(case["message"], spec.key, values, ""))
    for line in lines:
        if FIELDS[line.key].type in CHOICE_TYPES:
            values = () if line.at == NONE else (CHOICES[line.at][1],)
            found.append(Answer(line.say, line.key, values, str(line.hand), BY_THE_WAY))
    return found


def made_of() -> str:
    """A hash of what the layers are fitted to, so that stale ones can be told."""
    lines = load_sentences()
    told = sorted((line.say, line.at, line.hand) for line in lines)
    answers = sorted((a.say, a.key, a.values, a.hand, a.weight) for a in load_answers(lines))
    return hashlib.sha256(json.dumps([told, answers, CHOICES]).encode()).hexdigest()[:16]


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


def choices_of(keys: list[str]) -> Any:
    """What shuts out, added to logits, all choices but those of the field that was asked and none; shape (answers, choices + 1)."""
    among, places = np.full((len(keys), NO_ANSWER + 1), -1e9, np.float32), places_of(answered.CHOICES)
    for row, key in zip(among, keys, strict=True):
        row[[*places[key], -1]] = 0
    return among


def fitted_answers(own: Any, seen: Any, keys: list[str], at: Any) -> Layer:
    """The layer that tells ``at`` among the choices of the field that was asked. What yes, partly, no and none sound like in general is shared
    by all fields of that kind."""
    among = choices_of(keys)
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


def fitted_members(own: Any, seen: Any, stated: Any, among: Any, weights: Any) -> Layer:
    """The layer that tells for each choice by itself whether it is ``stated``; ``among`` are the choices of the field that was asked. Shapes
    (answers, choices, 6), (answers, features), and twice (answers, choices). What speaks for or against any choice is shared by all.
    """
    outputs = len(members.CHOICES)
    parts = [np.zeros((seen.shape[1], outputs), np.float32), np.zeros(outputs, np.float32), np.zeros((seen.shape[1], 1), np.float32), np.array(members.START, np.float32)]  # fmt: skip
    descent = Descent(parts, STEPS, PACE, LEAST_PACE)
    counts = among * weights[:, None] / len(seen)
    for _ in range(STEPS):
        logits = seen @ (parts[0] + parts[2]) + parts[1] + own @ parts[3]
        off = (sigmoid(logits) - stated) * counts
        slope = seen.T @ off
        slopes = [slope + DECAY * parts[0], off.sum(axis=0), slope.sum(axis=1, keepdims=True) + DECAY * parts[2], np.einsum("ij,ijk->k", off, own)]  # fmt: skip
        descent.step(slopes)
    return Layer(parts[0] + parts[2], parts[1], parts[3])


@dataclass(frozen=True, slots=True)
class OfOne:
    """Answers to questions with one answer, made ready to fit: the readers' own word, the features, the field, the choice, who wrote it."""

    own: Any
    seen: Any
    keys: list[str]
    at: Any
    hands: Any

    def fit(self, rows: Any) -> Layer:
        return fitted_answers(self.own[rows], self.seen[rows], [self.keys[n] for n in rows], self.at[rows])


def of_one(reader: TrainedReader, answers: list[Answer], by_itself: dict[str, Scores]) -> OfOne:
    """Each answer to its own question, and once more to another that it does not speak of: there it states nothing. ``by_itself``: what the reader
    says of each text without a question.
    """
    mine = [a for a in answers if FIELDS[a.key].type != "set"]
    mine += to_another(answers, by_itself)
    said = [reader.scores(a.say, a.key) for a in mine]
    at = [answered.CHOICES.index((a.key, a.values[0])) if a.values else NO_ANSWER for a in mine]
    keys = [a.key for a in mine]
    seen = answered.seen(said, [by_itself[a.say] for a in mine], [a.say for a in mine])
    return OfOne(answered.own(said, keys), seen, keys, np.array(at), np.array([a.hand for a in mine]))


def to_another(answers: list[Answer], by_itself: dict[str, Scores]) -> list[Answer]:
    """Answers as they would be no answer to the question for another field: where they tell plainly of their own and hardly of that one."""
    keys = sorted({key for key, _ in answered.CHOICES})
    at = {key: FIELD_KEYS.index(key) for key in (*keys, *(a.key for a in answers))}
    found = []
    for one in answers:
        chances = sigmoid(by_itself[one.say].presence)
        others = [k for k in keys if k != one.key and chances[at[k]] < HARDLY]
        # Each by its own words, so that a line more changes none of the others.
        draw = random.Random(f"{one.key} {one.say}")
        if draw.random() < SHARE and chances[at[one.key]] >= PLAINLY and others:
            found.append(Answer(one.say, draw.choice(others), (), one.hand))
    return found


@dataclass(frozen=True, slots=True)
class OfSeveral:
    """The same of questions that may have several answers; see ``fitted_members`` for the shapes."""

    own: Any
    seen: Any
    stated: Any
    among: Any
    weights: Any
    hands: Any

    def fit(self, rows: Any) -> Layer:
        return fitted_members(*(part[rows] for part in (self.own, self.seen, self.stated, self.among, self.weights)))


def of_several(reader: TrainedReader, answers: list[Answer], by_itself: dict[str, Scores]) -> OfSeveral:
    mine = [a for a in answers if FIELDS[a.key].type == "set"]
    said = [reader.scores(a.say, a.key) for a in mine]
    parts = [[reader.scores(piece, a.key) for piece in members.pieces(a.say)] for a in mine]
    own = np.array([members.own_of(s, by_itself[a.say], p, a.key) for s, p, a in zip(said, parts, mine, strict=True)])
    stated = np.array([[k == a.key and v in a.values for k, v in members.CHOICES] for a in mine], np.float32)
    among = np.array([[k == a.key for k, _ in members.CHOICES] for a in mine], np.float32)
    return OfSeveral(own, features(said, [a.say for a in mine]), stated, among, np.array([a.weight for a in mine], np.float32), np.array([a.hand for a in mine]))  # fmt: skip


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


def measure_answers(one: OfOne) -> None:
    """Prints for each hand that wrote answers what the readers alone make of them, and a layer that has seen none of them."""
    among = choices_of(one.keys)
    for hand in hands_of_answers(one.hands):
        kept, aside = np.flatnonzero(one.hands != hand), np.flatnonzero(one.hands == hand)
        layer = one.fit(kept)
        for name, more in (("readers alone", 0), ("with the layer", one.seen[aside] @ layer.weights + layer.bias)):
            chances = softmax(one.own[aside] + more + among[aside])
            best, at, sure = chances.argmax(axis=1), one.at[aside], chances.max(axis=1)
            states, tells = at != NO_ANSWER, best != NO_ANSWER
            least = answered.INSTEAD
            print(
                f"answers of hand {hand}, {name}: of {states.sum()} {(best == at)[states].mean():.3f} known, {(tells & (best != at))[states].mean():.3f} taken for another; "
                f"of {(~states).sum()} that state nothing {tells[~states].mean():.3f} taken for an answer; from {least}: {(tells & (sure >= least) & (best == at)).sum() / states.sum():.3f} known, right {(best == at)[tells & (sure >= least)].mean():.3f}",
                flush=True,
            )


def measure_members(several: OfSeveral) -> None:
    """The same of answers that may state several choices: how many are told whole, and of the choices told and stated how many are right and found."""
    for hand in hands_of_answers(several.hands):
        kept, aside = np.flatnonzero(several.hands != hand), np.flatnonzero(several.hands == hand)
        layer, own, among = several.fit(kept), several.own[aside], several.among[aside] > 0
        stated = several.stated[aside] > 0
        plain = (own[:, :, 0] > 0) & (own[:, :, 1] > 0) & among
        logits = own @ layer.scale + several.seen[aside] @ layer.weights + layer.bias
        for name, found in (("readers alone", plain), ("with the layer", (logits > 0) & among)):
            print(
                f"several, hand {hand}, {name}: of {len(aside)} {(found == stated).all(axis=1).mean():.3f} whole; "
                f"of the choices told {(found & stated).sum() / found.sum():.3f} right, of those stated {(found & stated).sum() / stated.sum():.3f} found",
                flush=True,
            )


def hands_of_answers(hands: Any) -> list[str]:
    return [h for h in sorted(set(hands)) if (ANSWERS / f"{h}.jsonl").exists()]


def main() -> int:
    data = read_settings().data
    readers = [open_trained(data), TrainedReader(lambda: (small_weights(),))]
    lines = load_sentences()
    answers = load_answers(lines)
    at = np.array([line.at for line in lines])
    layers = {}
    for reader in readers:
        texts = dict.fromkeys(one.say for one in (*lines, *answers))
        by_itself = {text: reader.scores(text, None) for text in texts}
        said = [by_itself[line.say] for line in lines]
        own, seen = base(said), features(said, [line.say for line in lines])
        one, several = of_one(reader, answers, by_itself), of_several(reader, answers, by_itself)
        if "--measure" in sys.argv:
            measure_members(several)
            measure_answers(one)
            measure(lines, own, seen)
            return 0
        layers[which(reader)] = fitted(own, seen, at)
        layers[f"{which(reader)}{answered.Answers.LAYER}"] = one.fit(np.arange(len(one.at)))
        layers[f"{which(reader)}{members.Members.LAYER}"] = several.fit(np.arange(len(several.hands)))
    assert {"both", "small"} <= set(layers), "The larger reader is not prepared: vcassist weights."
    save(WEIGHTS, layers, made_of())
    print(
        f"{WEIGHTS}: {len(lines)} sentences, {len(answers)} answers, {len(CHOICES)} choices, {WEIGHTS.stat().st_size / 1e6:.1f} MB"
    )
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
