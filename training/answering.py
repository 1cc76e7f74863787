"""Trains the encoder that reads a message as the answer to a question with choices, and writes src/vcassist/reading/weights/answering.onnx:
`python training/answering.py` (some 50 minutes on two cores).

It is all-MiniLM-L6-v2, trained further on the answers of all hands (training/answers), short ones of one to five words foremost (training/few_words), those told by what happens (training/circumstances), on those of the people
of evals/interview/development, and on the reader's own messages. ``--aside 103,91`` trains it without these hands instead, and tells how well it knows what they wrote.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / "src")]

from data import answer_in, answers_of_hands, answers_of_people
from further import AlikeHead, Batch, Encoder, descend, in_batches, log_chances, mean_of, write

from vcassist.chain.facts import field_of
from vcassist.chain.fields import CHOICE_TYPES, FIELDS
from vcassist.graphs import open_tokenizer
from vcassist.interview.chances import LONGEST
from vcassist.knowledge.embedding import packaged_weights
from vcassist.reading.answering_encoder import CHOICES, MAX_TOKENS, NONE, as_read, path_of_weights

ANSWERS, FEW_WORDS, MESSAGES = HERE / "answers", HERE / "few_words", HERE / "messages"
# Answers told by what happens, halves in every way they come about, what is said beside the question, and corrections. The layers are not fitted to them.
CIRCUMSTANCES = HERE / "circumstances"
# The people to be interviewed whose talks may be looked at; the others measure what is learnt.
PEOPLE = HERE.parent / "evals" / "interview" / "development"
SEED, BATCH, PACE, HEAD_PACE, EPOCHS, SMOOTHED = 7, 48, 1.2e-4, 2e-3, 3, 0.04
# So many of the answers stand under another question as well, in each epoch; and how much a reader's message weighs.
ELSEWHERE, OF_THE_READER = 0.15, 0.7
# These answer any question.
_OF_ANYTHING = re.compile(
    r"\W*(?:well|so|oh|hm+)?\W*(?:yes|yeah|yep|no|nope|nah|not|never|always|all|none|nobody|nothing|some|sometimes|part|half|mostly|most|only|every\w*|each|hardly|barely|almost|nearly|now and|on and|it depends|in theory|of course|sure|with|by|once|twice|when|if|both|a few|few)\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Answer:
    """A message, the field that was asked for, and the choices that it states. ``hand``: who wrote it."""

    say: str
    key: str
    values: tuple[str, ...]
    hand: str
    weight: float = 1.0


def load() -> list[Answer]:
    """The answers of all hands and the reader's messages that were said to a question with choices; a longer one is left to the readers."""
    found = [Answer(*answer) for answer in answers_of_hands(ANSWERS, FEW_WORDS, CIRCUMSTANCES)]
    found += [Answer(*answer) for answer in answers_of_people(PEOPLE)]
    for path in sorted(MESSAGES.glob("*.jsonl")):
        for row in path.read_text(encoding="utf-8").splitlines():
            case = json.loads(row)
            spec = field_of(case["asked"]) if case.get("asked") else None
            if spec is None or spec.type not in CHOICE_TYPES or case["intent"] not in ("answer", "other", "question"):
                continue
            values = answer_in(case)
            if values is not None:
                found.append(Answer(case["message"], spec.key, values, path.stem, OF_THE_READER))
    return [one for one in found if len(one.say.split()) <= LONGEST]


def seen(states: torch.Tensor, mask: torch.Tensor, types: torch.Tensor) -> list[torch.Tensor]:
    """The state of the first token, and the mean state of the answer."""
    return [states[:, 0], mean_of(states, mask * types)]


def goal_of(one: Answer) -> int:
    """Where the choice is that an answer states; of several any one, so that the chance is shared among them."""
    return CHOICES.index((one.key, random.choice(one.values))) if one.values else NONE


def drawn(answers: Sequence[Answer]) -> list[Answer]:
    """The answers of one epoch: each under its own question, and some that are of their own matter under another one, which they do not answer."""
    keys = sorted({key for key, _ in CHOICES})
    found = list(answers)
    for one in answers:
        if random.random() < ELSEWHERE and len(one.say.split()) > 1 and not _OF_ANYTHING.match(one.say):
            kind, _, name = one.key.partition(".")
            others = [k for k in keys if k.partition(".")[2] != name and k.partition(".")[0] != kind]
            found.append(Answer(one.say, random.choice(others), (), one.hand, one.weight * 0.7))
    return found


def _may_be_right() -> dict[str, torch.Tensor]:
    """By field, which outputs may be right of an answer to it: its choices, and that none is stated."""
    found = {key: torch.zeros(NONE + 1, dtype=torch.bool) for key, _ in CHOICES}
    for n, (key, _) in enumerate(CHOICES):
        found[key][[n, NONE]] = True
    return found


def trained(answers: Sequence[Answer], epochs: int, base: Path) -> Encoder:
    random.seed(SEED)
    torch.manual_seed(SEED)
    model = Encoder(base, NONE + 1, 2, seen)
    values = [*dict.fromkeys(value for _, value in CHOICES)]
    # "Partly" is one kind whatever was asked, and so is each other value that several fields have.
    model.head = AlikeHead(model.head.in_features, [values.index(value) for _, value in CHOICES] + [len(values)])
    admitted = _may_be_right()
    tokenizer = open_tokenizer(base / "tokenizer.json", MAX_TOKENS)
    steps = epochs * -(-len(drawn(answers)) // BATCH)

    def batches() -> Iterator[Batch]:
        rows = drawn(answers)
        tokens = tokenizer.encode_batch([as_read(one.key, one.say) for one in rows])
        for batch in in_batches(list(range(len(rows))), lambda n: len(tokens[n].ids), BATCH):
            may_be = torch.stack([admitted[rows[n].key] for n in batch])
            yield [tokens[n] for n in batch], [goal_of(rows[n]) for n in batch], [rows[n].weight for n in batch], may_be

    descend(model, batches, epochs, steps, PACE, HEAD_PACE, SMOOTHED)
    model.head = model.head.joined()
    return model


def chances(model: Encoder, answers: Sequence[Answer], base: Path) -> Any:
    """How likely each answer states each choice of its field, and none (last); shape (answers, choices + 1), 0 for those of other fields."""
    tokenizer = open_tokenizer(base / "tokenizer.json", MAX_TOKENS)
    told = np.exp(log_chances(model, tokenizer.encode_batch([as_read(one.key, one.say) for one in answers])))
    for row, one in zip(told, answers, strict=True):
        row[[n for n, (key, _) in enumerate(CHOICES) if key != one.key]] = 0
    return told / told.sum(axis=1, keepdims=True)


def measure(told: Any, answers: Sequence[Answer]) -> None:
    """Prints for each hand how many answers with one choice are known, at each sureness, and how many that state none are taken for an answer."""
    for hand in sorted({one.hand for one in answers}):
        mine = [n for n, one in enumerate(answers) if one.hand == hand and FIELDS[one.key].type != "set"]
        states = [n for n in mine if answers[n].values]
        none = [n for n in mine if not answers[n].values]
        best = {n: int(told[n].argmax()) for n in mine}
        right = {n for n in states if best[n] == CHOICES.index((answers[n].key, answers[n].values[0]))}
        line = f"hand {hand}: of {len(states)} that state something {len(right) / max(1, len(states)):.3f} known"
        for least in (0.5, 0.7, 0.9):
            tells = [n for n in states if best[n] != NONE and told[n].max() >= least]
            falsely = [n for n in none if best[n] != NONE and told[n].max() >= least]
            line += f"; from {least} {len(right & set(tells)) / max(1, len(states)):.3f}, wrong {len(set(tells) - right) / max(1, len(states)):.3f}, of {len(none)} that state nothing {len(falsely) / max(1, len(none)):.3f}"
        print(line, flush=True)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--aside", default="")
    parser.add_argument("--epochs", type=int, default=EPOCHS)
    parser.add_argument("--keep", default="", help="where the measured chances are kept")
    options = parser.parse_args()
    answers, base = load(), packaged_weights()
    aside = set(filter(None, options.aside.split(",")))
    model = trained([one for one in answers if one.hand not in aside], options.epochs, base)
    if not aside:
        write(model, path_of_weights())
        return 0
    others = [one for one in answers if one.hand in aside]
    told = chances(model, others, base)
    measure(told, others)
    if options.keep:
        np.save(options.keep, told)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
