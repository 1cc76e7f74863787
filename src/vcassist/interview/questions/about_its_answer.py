"""Questions about the question on the table and its matter: which choice fits, where the answer is found, what hangs on it, how it is done. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from vcassist.assessment.rules import Rule
from vcassist.chain.facts import Fact, field_of
from vcassist.interview.questions.asking import asks_by_words, sentences
from vcassist.interview.questions.finding_out import asks_where_to_find, where_to_find
from vcassist.interview.questions.on_the_table import enough_for, pointing
from vcassist.interview.questions.what_of_it import what_of_it
from vcassist.interview.questions.which_choice import asks_which_choice, fitting
from vcassist.interview.sentences import SENTENCE

# So few words without a verb guess.
A_GUESS = 4
_ENOUGH = re.compile(r"\b(?:enough|suffic\w+|suffice|do for (?:a yes|that))\b", re.I)


def on_its_answer(
    asks: str, asked: str | None, noted: Sequence[Fact], rules: Sequence[Rule] = (), message: str = ""
) -> tuple[str, str]:
    """What is told to who asks how to answer ``asked`` or what of it, and the other questions of ``asks``; ``noted``: what ``message`` told."""
    if asked is None:
        return "", asks
    spec = field_of(asked)
    said = ""
    rest: list[str] = []
    for sentence in (m[0].strip() for m in SENTENCE.finditer(asks)):
        told = ""
        if not said and asks_where_to_find(sentence):
            told = where_to_find(spec)
        elif not said:
            told = what_of_it(sentence, spec, rules)
        if not said and not told and asks_which_choice(sentence, spec):
            fact = fit_asked_of(sentence, message, noted, asked)
            of_it = spec if fact is None else fact.field
            told = enough_for(asked, rules) if fact is None and _ENOUGH.search(sentence) else fitting(of_it, fact)
        if told:
            said = told
        elif said and len(sentence.split()) <= A_GUESS and not asks_by_words(sentence):
            # "What would be enough? One sheet?": the guess belongs to the question before it.
            continue
        else:
            rest.append(sentence)
    return said, " ".join(rest) if said else asks


def fit_asked_of(question: str, message: str, noted: Sequence[Fact], asked: str | None) -> Fact | None:
    """The fact of which it is asked whether it fits: the one told just before a question that only points ("… nobody deletes. Is that a
    yes?"), else the answer to ``asked``.
    """
    own = next((f for f in noted if f.ref == asked), None)
    before = message[: max(0, message.find(question))].rstrip()
    told = (f for f in noted if f.end is not None and f.end <= len(before) and len(sentences(before[f.end :])) <= 1)
    last = max(told, key=lambda f: f.end or 0, default=None)
    if last is None or not last.field.options or (asked and pointing(question, field_of(asked)) != question):
        return own
    return last


def asks_how_to_answer(said: str, asked: str | None) -> bool:
    """Whether a message asks, in whatever form, which choice fits or where the answer is found."""
    return asked is not None and (asks_where_to_find(said) or asks_which_choice(said, field_of(asked)))
