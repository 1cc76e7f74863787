"""How likely a message states each choice of a field, as it was learnt from answers ("" for none), and what follows from that. Pure."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from math import log

from vcassist.chain.facts import Fact

# The encoder for answers learnt on messages of no more words. Of what the readers are not sure of in answers of more than a few, by people that neither
# had seen, it comes near in 78 of 100, the readers in 70.
LONGEST = 45
_LEAST = 1e-4


def likeliest(chances: Mapping[str, float]) -> str:
    """The likeliest choice; "" where there is none."""
    return max((value for value in chances if value), key=lambda value: chances[value], default="")


def another_choice(chances: Mapping[str, float], held: Collection[str], least: float) -> str:
    """The likeliest choice, where it is none of those that are held and at least so likely; else ""."""
    best = likeliest(chances)
    return best if best and best not in held and chances[best] >= least else ""


def likelier_by(other: float, own: float) -> float:
    """The logarithm of how many times likelier one choice is than another."""
    return log(max(other, _LEAST) / max(own, _LEAST))


def values_in(value: object) -> tuple[str, ...]:
    """The choices that a value holds: several for a set."""
    return tuple(map(str, value)) if isinstance(value, (list, tuple)) else (str(value),)


def chance_of(chances: Mapping[str, float], value: object) -> float:
    """How likely a value is stated; of a set the likeliest thing of it."""
    return max((chances.get(one, 0.0) for one in values_in(value)), default=0.0)


def chance_stated(words: str, answer: Fact, answers: Callable[[str, str], Iterable[tuple[str, float]]]) -> float:
    """How likely words state a choice as the answer to its question; 0 where that was not learnt. ``answers``: the encoder's chances."""
    return chance_of(dict(answers(words, answer.field.key)), answer.value)
