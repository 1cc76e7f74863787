"""What sets one answer right is not taken for the answer to what is asked meanwhile, nor for a word on a third matter. Pure.

The question on the table waits while somebody goes back to another: "The law of thirty days exists, but we do not follow it" has a no for any question.
Such an answer counts where it stands before what sets right, begins with a yes or no of its own, or its sentence tells that matter by itself. Of
what else was read beside a correction only that counts of which some sentence speaks: of 27 such readings 8 were right where none did, half of them by
chance.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from vcassist.chain.facts import Fact, field_of
from vcassist.chain.fields import CHOICE_TYPES
from vcassist.interview.answers.offered import NO, YES
from vcassist.interview.corrections.correcting import may_correct
from vcassist.interview.heard import Heard, without_told
from vcassist.interview.meant import shares_words
from vcassist.interview.questions.matters_named import may_be_of, some_sentence_is_of
from vcassist.interview.sentences import BEYOND_TITLES, around
from vcassist.interview.session import Session
from vcassist.interview.tools import Tools
from vcassist.interview.turns_of_phrase import PARTLY

# From this chance on a sentence tells a matter by itself, and a message answers nothing of a question, as it was learnt from answers.
TELLS, NO_ANSWER = 0.3, 0.7
# So likely the first sentence of a message must state the answer, to be it.
FAIR = 0.5
_TO_THE_QUESTION = re.compile(
    r"\b(?:as (?:to|for) (?:what you ask|your question)|(?:to|on) your question|to answer (?:you|that|your question)|what you (?:ask|asked)(?: me)?(?: now| just now)?|and (?:yes|no)\b)",
    re.I,
)


# "No wait", "Not USA": no answer to anything.
_TURNS = re.compile(r"\W*(?:no\W+(?:wait|sorry|hang on|hold on)\b|not (?-i:[A-Z]))", re.I)

# "Partly, because of the stick. And it does NOT need a connection!"
_PARTLY_FIRST = re.compile(rf"\W*{PARTLY}", re.I)

_LABELLED = re.compile(
    r"\W*(?:(?:and|but|as (?:for|to)|on|about|the|our|to your question)\s)*(?P<what>[\w-]+(?: [\w-]+){0,3})\s?[,:–—-]\s*(?:yes|no|partly|none|always|never|sometimes)\W*",
    re.I,
)


def without_an_answer_beside(heard: Heard, said: str, session: Session, tools: Tools) -> Heard:
    """The same without an answer to the open question that was read in what sets another note right, or puts it in doubt."""
    waits = session.awaiting
    answer = next((f for f in heard.facts if f.ref == session.asked), None)
    if waits is None or not waits.is_open or answer is None or answer.start is None or answer.source != "said":
        return heard
    if _is_labelled(answer, said):
        return heard
    places = [*_put_right(heard, session.asked), *_doubted(heard, said, session.asked)]
    changes = bool(places or heard.removed)
    sets_right = changes or _grown(heard, session)
    if (sets_right or may_correct(said)) and _answers_nothing(answer, said, tools):
        # What would not apply then does not follow either.
        return _without(heard, answer)
    if len(said.split()) <= len(answer.quote.split()):
        # All of a message that sets something right was taken for the answer.
        of_it = not sets_right or some_sentence_is_of(answer.field.key, said, tools)
        of_it = of_it or _begins_with_it(answer, said, places, tools)
        return heard if of_it or _TO_THE_QUESTION.search(said) else _without(heard, answer)
    all_of_it = len(said.strip()) - 1
    places = [(start, end) for start, end in places if end - start < all_of_it]
    word = re.search(r"\w", said[answer.start :])
    here = around(BEYOND_TITLES, said, answer.start + (word.start() if word is not None else 0))
    if not changes or here is None:
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


def _is_labelled(answer: Fact, said: str) -> bool:
    """Whether the sentence of an answer is a word of the question with a yes or no: "I said it does NOT decide. Rules, yes"."""
    here = around(BEYOND_TITLES, said, answer.start or 0)
    label = _LABELLED.fullmatch(here[0]) if here is not None else None
    return label is not None and shares_words(label["what"], answer.field)


def without_words_on_nothing_else(heard: Heard, said: str, session: Session, tools: Tools) -> Heard:
    """The same without choices of third matters that were read in what sets a note right, and of which no sentence speaks: "it has finished in October,
    since then it is our daily work" changes no part that somebody plays.
    """
    told = {*(new.ref for _, new in heard.replaced), *(c.ref for c in heard.conflicts)}
    put = {ref for ref in told if some_sentence_is_of(field_of(ref).key, said, tools)}
    if not put or heard.removed:
        return heard
    others = [f for f in heard.facts if f.ref not in put | session.put and f.status == "known" and f.source == "said"]
    others = [f for f in others if f.field.type in CHOICE_TYPES and not _follows_from_use(f, session)]
    unsaid = {f.ref for f in others if not some_sentence_is_of(f.field.key, said, tools)}
    return without_told(heard, unsaid) if unsaid else heard


def _follows_from_use(fact: Fact, session: Session) -> bool:
    """Whether a fact is the part that somebody plays, told by what they do, where none was noted: who uses it daily uses it."""
    return fact.field.name == "ai_role" and session.chain.get(fact.ref) is None


def _without(heard: Heard, answer: Fact) -> Heard:
    """The same without an answer, and without what would not apply with it."""
    with_it = {f.ref for f in heard.facts if f.status == "not_applicable" and f.quote == answer.quote}
    return without_told(heard, {answer.ref, *with_it})


def _grown(heard: Heard, session: Session) -> bool:
    """Whether something that stood was told anew or added to."""
    return any(f.ref != session.asked and session.chain.get(f.ref) is not None for f in heard.facts)


def _answers_nothing(answer: Fact, said: str, tools: Tools) -> bool:
    """Whether a message states no choice of the question that it was taken to answer ("I misspoke, not Amazon. Hetzner keeps it"), nor begins with it
    ("Not read. My wife says, since spring people can complain").
    """
    if answer.field.type not in CHOICE_TYPES or answer.open or _TO_THE_QUESTION.search(said):
        return False
    return states_none(said, answer, tools) and not _begins_with_it(answer, said, (), tools)


def _begins_with_it(answer: Fact, said: str, places: Sequence[tuple[int, int]], tools: Tools) -> bool:
    """Whether the first sentence of a message may be the answer: it sets nothing right, and states something of the question. A bare no begins no list."""
    first = BEYOND_TITLES.search(said) if answer.field.type != "set" else None
    if first is None or (answer.start or 0) >= first.end() or first.end() >= len(said.rstrip()):
        return False
    apart = all(start >= first.end() for start, _ in places)
    if apart and answer.value == "partly" and _PARTLY_FIRST.match(first[0]):
        return True
    return apart and dict(tools.answers(first[0], answer.field.key)).get(str(answer.value), 0.0) >= FAIR


def states_none(text: str, answer: Fact, tools: Tools) -> bool:
    """Whether a text states no choice of the question of an answer, as it was learnt from answers."""
    return dict(tools.answers(text, answer.field.key)).get("", 0.0) >= NO_ANSWER


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
    if not shared and answer.field.type == "yesno" and (YES.match(text) or NO.match(text)) and not _TURNS.match(text):
        return True
    return may_be_of(key, text, tools) or any(one.key == key and one.chance >= TELLS for one in tools.stated(text))
