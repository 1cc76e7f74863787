"""What a message states as an answer to the question that was asked, where that is one of a few choices: the trained reader's scores, mended
by one linear layer, as ``stated`` does for sentences by themselves. Adapter.

It has the last word on what was read as the answer: a plan, a wish, hearsay or an irony that holds the words of an answer ("of course we read
the card, by candlelight, every Friday") is none, and of two choices that lie near each other it tells which. It was fitted to sentences and
answers that no reader was trained on (``python training/stated.py``).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from vcassist.chain.facts import Chain, field_of, split_ref
from vcassist.chain.fields import FIELDS
from vcassist.chain.short_names import says_name
from vcassist.interview.corrections.correcting import turned_at
from vcassist.interview.corrections.denying import SIZE
from vcassist.interview.meant import stems
from vcassist.interview.ports import Proposal, Reading
from vcassist.interview.sentences import SENTENCE
from vcassist.reading.answering.in_few_words import instead
from vcassist.reading.answering.value_words import called_by_own_words
from vcassist.reading.stated import REMEMBERED, WEIGHTS, OnReaders, Statements, features, log_sigmoid
from vcassist.reading.trained import Scores, TrainedReader, sigmoid, softmax
from vcassist.reading.vetoes.modality import tells_what_is_not_so
from vcassist.reading.vocabulary import FIELD_KEYS, OPTIONS, OPTIONS_OF, places_of
from vcassist.reading.weighed import people_decide

# The choices among which it tells, in the order of the layer's outputs; the last output stands for an answer that states none.
CHOICES: tuple[tuple[str, str], ...] = tuple((key, v) for key, v in OPTIONS if FIELDS[key].type in ("yesno", "enum"))
# How sure it must be that nothing is stated, of another choice, of one where none was read, and of another where a form of words decided. Of 676
# answers told by what happens, by two hands that a layer had not seen, 503 were right, 83 wrong and 90 not heard without it; with it 553, 60 and 63.
NOTHING, INSTEAD, FOUND, AGAINST_FORM = 0.85, 0.6, 0.7, 0.9
# What a form of words leaves no doubt of is not weighed.
PLAIN = 0.99
# Where the readers alone would say something else, it must be surer of what it finds.
FOUND_ALONE = 0.85
# A sentence with such a chance states it by itself.
ALONE, NEVER = 0.4, 2.0
# A message of fewer words says it plainly, or not at all; one of so many that has the word of a choice means it.
LEAST_WORDS, SHORT = 4, 9
# From this chance on a sentence is of another field.
OF_ANOTHER = 0.75
# What it was fitted to is not longer, in characters.
LONGEST = 600
_AT = places_of(CHOICES)


class Answers(OnReaders):
    """Weighs what was read as the answer to a question."""

    LAYER = "_asked"

    def __init__(self, reader: TrainedReader, statements: Statements, path: Path = WEIGHTS) -> None:
        super().__init__(reader, path)
        self._statements = statements
        self.chances = lru_cache(maxsize=REMEMBERED)(self._chances)

    def _chances(self, message: str, key: str) -> tuple[tuple[str, float], ...]:
        """How likely a message states each choice of a field that it answers, and "" for none; nothing without weights."""
        if self._layer is None or key not in _AT:
            return ()
        said, by_itself = self._reader.scores(message, key), self._reader.scores(message, None)
        logits = own([said], [key]) + seen([said], [by_itself], [message]) @ self._layer.weights + self._layer.bias
        at = [*_AT[key], len(CHOICES)]
        found = softmax(logits[:, at])[0]
        return tuple((CHOICES[n][1] if n < len(CHOICES) else "", float(c)) for n, c in zip(at, found, strict=True))

    def weighed(self, reading: Reading, message: str, asked: str | None, chain: Chain) -> Reading:
        """The same without the answer where the message surely states none, with the other choice where it surely states that, and with the one
        that it states where none was read. Where there are several tools or models, a message may state something of each: that is left as it was
        told apart.
        """
        if asked is None or field_of(asked).key not in _AT or not may_be_weighed(message, asked, chain):
            return reading
        if len(message.split()) < LEAST_WORDS or turned_at(message, field_of(asked).type == "yesno"):
            return reading
        read = next((p for p in reading.proposals if p.ref == asked), None)
        if read is None:
            # What tells of a further tool answers no question about this one.
            further = reading.maybe or any(_is_another(p.ref, asked) for p in reading.proposals)
            return reading if further else self._found(reading, message, asked)
        doubted = read.status == "known" and read.confidence < PLAIN
        chances = dict(self.chances(message, field_of(asked).key)) if doubted else {}
        if not chances:
            return reading
        if chances[""] >= NOTHING and not _in_its_own_word(read, message):
            return replace(reading, proposals=tuple(p for p in reading.proposals if p is not read))
        value, chance = max(chances.items(), key=lambda each: each[1])
        # What is counted out of a message ("four hundred in the network; my school has ninety-one") is not weighed against.
        if not value or value == read.value or chance < INSTEAD or field_of(asked).key == SIZE:
            return reading
        if chance < self._least(message, read, reading) or (value == "decides" and people_decide(message)):
            return reading
        other = replace(read, value=value, confidence=chance)
        return instead(reading, read, other)

    def _least(self, message: str, read: Proposal, reading: Reading) -> float:
        """How sure another choice must be than the one that was read. What a form of words decided against the readers mostly stands. What one of
        several sentences states by itself stands too ("We have a policy. Nobody was trained."), where the readers heard the same unless another
        sentence, in which nothing else was read, states another choice.
        """
        key, plain = field_of(read.ref).key, self._by_readers(message, read.ref) == read.value
        least = INSTEAD if plain else AGAINST_FORM
        sentences = list(SENTENCE.finditer(message))
        if len(sentences) < 2:
            return least
        each = [dict(self.chances(m[0], key)) for m in sentences]
        by_itself = any(chances.get(str(read.value), 0.0) >= ALONE for chances in each)
        others = [p.start or 0 for p in reading.proposals if p is not read]
        free = [c for m, c in zip(sentences, each, strict=True) if not any(m.start() <= at < m.end() for at in others)]
        otherwise = any(c >= ALONE for chances in free for value, c in chances.items() if value not in ("", read.value))
        return NEVER if by_itself and not (plain and otherwise) else least

    def _found(self, reading: Reading, message: str, asked: str) -> Reading:
        """The same with the choice that a message surely states as an answer, where nothing was read in it."""
        key = field_of(asked).key
        chances = self.chances(message, key) if reading.intent == "answer" else ()
        value, chance = max(chances, key=lambda each: each[1], default=("", 0.0))
        if not value or chance < (FOUND if self._by_readers(message, asked) == value else FOUND_ALONE):
            return reading
        if tells_what_is_not_so(message) or self._of_another_matter(message, key):
            return reading
        quote, start = told_at(message, lambda text: dict(self.chances(text, key)).get(value, 0.0) >= FOUND)
        told = Proposal(asked, "known", value, quote, chance, start, start + len(quote))
        return replace(reading, proposals=(*reading.proposals, told))

    def _of_another_matter(self, message: str, key: str) -> bool:
        """Whether each sentence of a message plainly states something of another field by itself, or nothing: "there is one sheet with rules, but
        it is not finished" names nobody who is responsible.
        """
        found = [self._statements.of(m[0]) for m in SENTENCE.finditer(message)]
        firsts = [each[0] for each in found if each]
        return any(one.chance >= OF_ANOTHER and one.key != key for one in firsts) and all(
            one.key != key for one in firsts
        )

    def _by_readers(self, message: str, ref: str) -> str | None:
        """The choice that the readers alone take a message for, as an answer to ``ref``."""
        found = self._reader.nearest(message, field_of(ref).key)
        return found[1] if found else None


def _in_its_own_word(read: Proposal, message: str) -> bool:
    """Whether a short answer calls one of several choices by its own word: "closed, I should say"."""
    spec = field_of(read.ref)
    return spec.type == "enum" and len(message.split()) <= SHORT and read.value in called_by_own_words(message, spec)


def may_be_weighed(message: str, asked: str, chain: Chain) -> bool:
    """Whether a message is short enough for a layer over answers, and tells of no other part of the kind that is asked of: of several it may state
    something of each.
    """
    part, kind, _ = split_ref(asked)
    others = [each for each in chain.mentioned(kind) if each != part]
    # Sets of data have no names by which a message could be seen to speak of another.
    several = bool(others) and (kind not in ("application", "model") or _tells_of_several(message, others, chain))
    return len(message) <= LONGEST and not several


# Words that set one thing beside another.
_SEVERAL = re.compile(
    r"\b(?:both|each|neither|either|others?|another|first|second|third|former|latter|respectively|whereas|while|all (?:of them|two|three)|(?:that|this|the) one|one of|but (?:for|with|in|on|at))\b",
    re.I,
)
# So many of the words that tell what a tool without a name is name it.
_TITLE_WORDS = 3


def _tells_of_several(message: str, others: Sequence[str], chain: Chain) -> bool:
    """Whether a message sets things side by side, or names one of the other parts: by its name, or the tool that it is in, or what that is."""
    if _SEVERAL.search(message):
        return True
    for part in others:
        tool = part.replace(part.partition("-")[0], "application", 1)
        names = [str(chain.value(f"{each}.name") or "") for each in {part, tool}]
        if any(name and says_name(name, message) for name in names):
            return True
        purpose = str(chain.value(f"{tool}.purpose") or "")
        if stems(" ".join(purpose.split()[:_TITLE_WORDS])) & stems(message):
            return True
    return False


def _is_another(ref: str, asked: str) -> bool:
    """Whether a reference is of another part of the same kind: ``application-2.name`` beside ``application.purpose``."""
    (mine, kind, _), (its, same, _) = split_ref(asked), split_ref(ref)
    return kind == same and mine != its


def told_at(message: str, states: Callable[[str], bool]) -> tuple[str, int]:
    """The first sentence of a message that states by itself what the message does, else all of it; and where that begins."""
    for m in SENTENCE.finditer(message):
        quote = m[0].rstrip()
        if quote != message.strip() and states(quote):
            return quote, m.start()
    return message.strip(), len(message) - len(message.lstrip())


def seen(said: list[Scores], by_itself: list[Scores], messages: list[str]) -> Any:
    """What the layer sees of messages: what ``features`` tells, and of which fields a reader sees something that does not know the question, for
    what plainly speaks of another matter answers none; shape (messages, features).
    """
    import numpy as np

    chances = np.array([sigmoid(one.presence) for one in by_itself], dtype=np.float32)
    return np.hstack([features(said, messages), chances])


def own(said: list[Scores], keys: list[str]) -> Any:
    """The reader's own word as logits: for each choice of the field that was asked the logarithm of its chance, last that of none."""
    import numpy as np

    rows = np.zeros((len(said), len(CHOICES) + 1), dtype=np.float32)
    for row, one, key in zip(rows, said, keys, strict=True):
        presence = one.presence[FIELD_KEYS.index(key)]
        logits = one.option[OPTIONS_OF[key]]
        shifted = logits - logits.max()
        row[_AT[key]] = shifted - np.log(np.exp(shifted).sum()) + log_sigmoid(presence)
        row[-1] = log_sigmoid(-presence)
    return rows
