"""Takes an answer that consists of the offered choices at its word, before any other reader: a pressed button means what it says. So do
the closed classes of short answers: how many, still to be found out, kept back, and what points at something named before.

Such a message needs no understanding, so it is never sent to a model either.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from vcassist.chain.facts import Chain, field_of
from vcassist.chain.fields import ALONE
from vcassist.interview.answers.not_told import not_told
from vcassist.interview.answers.same_as_before import only_points, same_as_before
from vcassist.interview.answers.to_find_out import to_find_out
from vcassist.interview.ports import Intent, Proposal, Reader, Reading
from vcassist.reading.answering.how_many import how_many
from vcassist.reading.answering.spoken_marks import as_written, with_marks

# The other answers that are offered with a question, and what each means.
STATUS_WORDS: Mapping[str, str] = {
    "I don't know": "unknown",
    "They won't tell us": "withheld",
    "That does not apply to us": "not_applicable",
}
INTENT_WORDS: Mapping[str, Intent] = {"Skip this question": "skip", "Why do you ask?": "question"}


class ExactReader:
    """Answers itself where a message is nothing but offered words; anything else goes to the reader within."""

    def __init__(self, inner: Reader) -> None:
        self.inner = inner

    def read(self, message: str, asked: str | None, chain: Chain) -> Reading:
        marked = with_marks(message)
        if marked != message:
            return as_written(self.inner.read(marked, asked, chain), message)
        return exact(message, asked) or pointing(message, asked, chain) or self.inner.read(message, asked, chain)


def exact(message: str, asked: str | None) -> Reading | None:
    """The reading of a message that consists of offered words only, else None."""
    if asked is None:
        return None
    whole = message.strip()
    for phrase, intent in INTENT_WORDS.items():
        if whole.casefold() == phrase.casefold():
            return Reading((), intent)
    said = whole.rstrip(".!")
    start = message.index(said)
    for phrase, status in STATUS_WORDS.items():
        if said.casefold() == phrase.casefold():
            by = "supplier" if status == "withheld" else None
            return Reading((Proposal(asked, status, None, said, 1.0, start, start + len(said), by),), "answer")
    values = _chosen(said, field_of(asked).key)
    if not values:
        told = how_many(message, asked) or to_find_out(message, asked) or not_told(message, asked)
        return Reading((told,), "answer") if told is not None else None
    value = values if field_of(asked).type == "set" else values[0]
    return Reading((Proposal(asked, "known", value, said, 1.0, start, start + len(said)),), "answer")


def pointing(message: str, asked: str | None, chain: Chain) -> Reading | None:
    """The reading of a message that only points at somebody who was named before, else None. Where nobody was, it names nobody."""
    if asked is None or not only_points(message, asked):
        return None
    told = same_as_before(message, asked, chain)
    return Reading((told,) if told is not None else (), "answer")


def _chosen(said: str, key: str) -> tuple[str, ...]:
    """The values that a list of choices names, in the field's order; empty when it is none, or several where one is asked for."""
    spec = field_of(key)
    listed, one, by_label = _patterns(key)
    if not by_label or not listed.fullmatch(said):
        return ()
    values = {by_label[m.group().casefold()] for m in one.finditer(said)}
    if len(values) > 1 and (spec.type != "set" or ALONE & values):
        return ()
    return tuple(sorted(values, key=spec.values.index))


@cache
def _patterns(key: str) -> tuple[re.Pattern[str], re.Pattern[str], dict[str, str]]:
    """(a list of choices, one choice, choice → value) of a field; longer choices first, as some hold others."""
    by_label = {label.casefold(): value for value, label in field_of(key).options.items()}
    labels = "|".join(re.escape(label) for label in sorted(by_label, key=len, reverse=True)) or "(?!)"
    one = re.compile(rf"(?:{labels})(?=$|, | and )", re.I)
    return re.compile(rf"(?:{labels})(?:(?:, and |, | and )(?:{labels}))*", re.I), one, by_label
