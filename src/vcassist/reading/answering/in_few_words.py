"""What a few words say as the answer to the question that was asked, where that is one of some choices. Pure but for its port.

In a word or three the readers hear what they have met, and guess at the rest ("bitlocker", "over their heads", "game over"). An encoder that was
trained on such answers has the last word on them, unless a form of words left no doubt.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from vcassist.chain.facts import Chain, field_of, split_ref
from vcassist.chain.fields import ALONE, CHOICE_TYPES, Field
from vcassist.interview.chances import LONGEST
from vcassist.interview.ports import Proposal, Reading
from vcassist.interview.turns_of_phrase import PARTLY
from vcassist.reading.answering.answers import polarity
from vcassist.reading.answering.how_many import only_agrees, only_judges

# More words are read as sentences.
MOST_WORDS = 6
# How sure it must be of a choice, of other choices than were read of several, and that none is stated.
FOUND, OTHERS, NOTHING = 0.6, 0.8, 0.85
# What a form of words leaves no doubt of is not weighed.
PLAIN = 0.99
# The least share of the chance that a choice of several has which is stated as well, and how much all of them must have together.
SHARE, TOGETHER = 0.2, 0.6
# How many people, and how many, is counted.
_COUNTED = frozenset({"organisation.size"})

# Who uses these words for a choice means it.
_SO_MANY_WORDS = {
    "partly": re.compile(rf"\b{PARTLY}", re.I),
    "sometimes": re.compile(r"\bsometimes\b", re.I),
}
_PARTLY_FIRST = re.compile(rf"\W*{PARTLY}", re.I)
# So sure the readers must be of it then.
MEANT = 0.8

Chances = Callable[[str, str], Sequence[tuple[str, float]]]


def in_few_words(reading: Reading, message: str, asked: str | None, chain: Chain, chances: Chances) -> Reading:
    """The same with what a few words state as the answer to ``asked``. ``chances`` tells how likely a message states each choice of a field, "" for
    none; nothing where it cannot tell.
    """
    spec = choices_asked(reading, message, asked)
    if asked is None or spec is None or len(message.split()) > MOST_WORDS:
        return reading
    read = next((p for p in reading.proposals if p.ref == asked), None)
    if read is not None and (stays_open(read) or read.confidence >= PLAIN):
        return reading
    if only_judges(message):
        return reading if read is None else without(reading, read)
    if spec.type == "enum" and only_agrees(message):
        # "Yes they do" to "always, sometimes or never?" tells which no more than a bare yes.
        return reading if read is None else without(reading, read)
    found = dict(chances(message, spec.key))
    if not found or tells_of_another(reading, asked):
        return reading
    before = () if read is None else read.members
    if spec.type == "yesno" and _PARTLY_FIRST.match(message):
        found = {"partly": found["partly"], "": 0.0}
    elif (first := polarity(message)) is not None and spec.type == "yesno" and first.value in ("yes", "no"):
        # Who begins with yes or no has said so: what follows may only make a part of it.
        found = {v: chance for v, chance in found.items() if v in (first.value, "partly")}
        found[""] = 0.0
    now, sure = _several(found) if spec.type == "set" else _one(found)
    least = OTHERS if before else FOUND
    if not now:
        return without(reading, read) if read is not None and found[""] >= NOTHING else reading
    if set(now) == set(before) or sure < least or (read is not None and in_so_many_words(read, message)):
        return reading
    value = tuple(v for v in spec.values if v in now) if spec.type == "set" else now[0]
    told = Proposal.of_all(message, asked, "known", value, sure)
    # What answers as a whole brings in no further thing: "just typing in ChatGPT" tells the part that somebody plays.
    rest = tuple(p for p in reading.proposals if p is not read and not is_further(p, chain))
    return replace(reading, proposals=(told, *rest), intent="answer")


Near = Callable[[str, str], tuple[float, str, float] | None]


def nearest_in_few_words(chances: Chances, nearest: Near) -> Near:
    """How likely a text states something of a field, the choice that it comes nearest to, and how likely that one is: of a sentence or two as ``chances``
    has it, of more as ``nearest``.
    """

    def found(text: str, key: str) -> tuple[float, str, float] | None:
        if only_agrees(text) or only_judges(text):
            return None
        words = len(text.split())
        near = nearest(text, key) if words > MOST_WORDS else None
        told = dict(chances(text, key)) if words <= LONGEST and (near or words <= MOST_WORDS) else {}
        if not told:
            return near or nearest(text, key)
        states = 1 - told.pop("")
        value = max(told, key=lambda v: told[v])
        return states, value, told[value] / max(states, 1e-6)

    return found


def _one(found: dict[str, float]) -> tuple[tuple[str, ...], float]:
    """The likeliest choice with its chance; none where none is the likeliest."""
    value = max(found, key=lambda v: found[v])
    return ((value,) if value else ()), found[value]


def _several(found: dict[str, float]) -> tuple[tuple[str, ...], float]:
    """The choices that share the chance, with all that they have of it."""
    stated = [v for v, chance in found.items() if v and chance >= SHARE]
    best = max(stated, key=lambda v: found[v], default="")
    if best in ALONE:
        stated = [best]
    stated = [v for v in stated if v == best or v not in ALONE]
    together = sum(found[v] for v in stated)
    return (tuple(stated), together) if together >= TOGETHER else ((), found[""])


def choices_asked(reading: Reading, message: str, asked: str | None) -> Field | None:
    """The field with choices that was asked for, where a message may state one of them as its answer; None for a number, which is counted out of it."""
    if asked is None or reading.intent not in ("answer", "other", "question") or message.rstrip().endswith("?"):
        return None
    spec = field_of(asked)
    return spec if spec.type in CHOICE_TYPES and spec.key not in _COUNTED else None


def in_so_many_words(read: Proposal, message: str) -> bool:
    """Whether a choice was surely read that a message has in so many words: "faces, then. Yes, partly"."""
    word = _SO_MANY_WORDS.get(str(read.value))
    return word is not None and read.confidence >= MEANT and word.search(message) is not None


def tells_of_another(reading: Reading, asked: str) -> bool:
    """Whether the same was read of another part: of several tools a message may state something of each."""
    return any(p.ref != asked and field_of(p.ref).key == field_of(asked).key for p in reading.proposals)


def without(reading: Reading, read: Proposal) -> Reading:
    """The same without one proposal."""
    return replace(reading, proposals=tuple(p for p in reading.proposals if p is not read))


def instead(reading: Reading, read: Proposal, other: Proposal) -> Reading:
    """The same with another proposal in the place of one."""
    return replace(reading, proposals=tuple(other if p is read else p for p in reading.proposals))


def stays_open(read: Proposal) -> bool:
    """Whether it was read that it is not known or not told. A secret about weights is an answer: they are closed."""
    return read.status != "known" and not (field_of(read.ref).name == "weights" and read.status == "withheld")


def is_further(p: Proposal, chain: Chain) -> bool:
    """Whether a proposal is of a further part of a kind of which there is one."""
    part, kind, _ = split_ref(p.ref)
    there = chain.mentioned(kind)
    return bool(there) and part not in there
