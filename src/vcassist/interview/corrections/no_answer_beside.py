"""What sets one answer right is not taken for the answer to what is asked meanwhile. Pure.

The question on the table waits while somebody goes back to another: "The law of thirty days exists, but we do not follow it" has a no for any question.
Such an answer counts where it stands before what sets right, begins with a yes or no of its own, or its sentence tells that matter by itself.
"""

from __future__ import annotations

import re
from dataclasses import replace

from vcassist.chain.facts import Fact
from vcassist.chain.fields import CHOICE_TYPES
from vcassist.interview.answers.offered import NO, YES
from vcassist.interview.heard import Heard
from vcassist.interview.questions.matters_named import may_be_of
from vcassist.interview.sentences import BEYOND_TITLES, around
from vcassist.interview.session import Session
from vcassist.interview.tools import Tools

# From this chance on a sentence tells a matter by itself.
TELLS = 0.3
_TO_THE_QUESTION = re.compile(
    r"\b(?:as (?:to|for) (?:what you ask|your question)|(?:to|on) your question|to answer (?:you|that|your question)|what you (?:ask|asked)(?: me)?(?: now| just now)?|and (?:yes|no)\b)",
    re.I,
)


def without_an_answer_beside(heard: Heard, said: str, session: Session, tools: Tools) -> Heard:
    """The same without an answer to the open question that was read in what sets another note right, or puts it in doubt."""
    waits = session.awaiting
    answer = next((f for f in heard.facts if f.ref == session.asked), None)
    if waits is None or not waits.is_open or answer is None or answer.start is None or answer.source != "said":
        return heard
    places = [*_put_right(heard, session.asked), *_doubted(heard, said, session.asked)]
    all_of_it = len(said.strip()) - 1
    changes = bool(places or heard.removed)
    places = [(start, end) for start, end in places if end - start < all_of_it]
    word = re.search(r"\w", said[answer.start :])
    here = around(BEYOND_TITLES, said, answer.start + (word.start() if word is not None else 0))
    if not changes or here is None or len(said.split()) <= len(answer.quote.split()):
        return heard
    shared = any(answer.touches(*place) for place in places)
    within = any(here.start() <= start < here.end() for start, _ in places)
    if _is_of_the_question(answer, here, said, shared, tools):
        return heard
    # What is taken away, or put right by a message as a whole, has no place: who answers first begins with the answer.
    begins = here.end() <= min(start for start, _ in places) if places else not said[: here.start()].strip()
    if not within and begins and (answer.field.type in CHOICE_TYPES or _is_most_of(answer, here[0])):
        return heard
    if answer.open and not within:
        return heard
    return replace(heard, facts=tuple(f for f in heard.facts if f is not answer))


def _is_most_of(answer: Fact, sentence: str) -> bool:
    """Whether a name or words are most of what their sentence says: "Read Blueline's small print now" names nobody."""
    return 2 * len(answer.quote.split()) >= len(sentence.split())


def _put_right(heard: Heard, asked: str | None) -> list[tuple[int, int]]:
    """Where the words stand that put another note right."""
    new = [n for _, n in heard.replaced if n.ref != asked and n.start is not None]
    # A quote may begin with the mark that ends the sentence before.
    return [((n.end or 0) - len(n.quote.lstrip(" .,;:!?…–—-")), n.end or 0) for n in new]


def _doubted(heard: Heard, said: str, asked: str | None) -> list[tuple[int, int]]:
    """Where the words stand that contradict another note."""
    quotes = [c.new_quote for c in heard.conflicts if c.ref != asked and c.new_quote in said]
    return [(said.index(q), said.index(q) + len(q)) for q in quotes if q]


def _is_of_the_question(answer: Fact, here: re.Match[str], said: str, shared: bool, tools: Tools) -> bool:
    """Whether the sentence of an answer names its matter, or tells it by itself; or, apart from what is put right, begins with a yes or no."""
    text, key = here[0], answer.field.key
    if _TO_THE_QUESTION.search(said[: answer.end or 0]):
        return True
    if not shared and answer.field.type == "yesno" and (YES.match(text) or NO.match(text)):
        return True
    return may_be_of(key, text, tools) or any(one.key == key and one.chance >= TELLS for one in tools.stated(text))
