"""Tools that a sentence tells to be given up or only planned: their names, and the words that say so. Pure.

Readers pass over plans and the past, since neither is a fact about what is in use; which tools they are about is one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from vcassist.assessment.register import Register
from vcassist.given_names import GIVEN_NAMES
from vcassist.reading.naming.places import places

_I = re.I
_TAKING = r"introduc\w*|adopt\w*|buy(?:ing)?|bought|purchas\w*|procur\w*|acquir\w*|licens\w*|try(?:ing)?|test(?:ing)?|pilot(?:ing)?|start\w*|begin\w*|us(?:e|ing)|add(?:ing)?|deploy\w*|roll(?:ing)? out|switch\w* to|mov\w* to|sign\w* up (?:for|to)"
_PLANNED = re.compile(
    rf"\b(?:plan(?:s|ned|ning)? (?:to|on)|intend(?:s|ed|ing)? to|hop(?:e|es|ing) to|want(?:s)? to|would like to|(?:is|are|am) going to|consider(?:s|ing)?|looking (?:at|into)|will(?: (?:then|soon|also))?|(?:is|are) due to) (?:{_TAKING})\b"
    r"|\b(?:is|are) (?:only |still |merely )?(?:planned|foreseen|under consideration|on order)\b",
    _I,
)
_GIVEN_UP = re.compile(
    r"\b(?:(?:gave|given|giving) (?:(?:it|this|that|them|both) )?up|stopped using|no longer (?:use[sd]?|in use)|(?:was|were|been) (?:abandoned|discontinued|dropped|switched off|phased out|retired|cancelled|withdrawn|decommissioned)|(?:abandoned|dropped|cancelled|discontinued) (?:it|them|this)|phased (?:it|them) out|switched (?:it|them) off)\b",
    _I,
)
_NAME = r"(?P<name>(?-i:[A-ZÀ-ÖØ-Þ][\w+-]*\w(?: [A-ZÀ-ÖØ-Þ\d][\w+.-]*\w){0,2}))(?![\w’'])"
# What is tried, bought or had: a known product's name, wherever the sentence puts it behind such a word.
_HAD = re.compile(
    rf"(?:\b(?:{_TAKING}|tried|used|tested|piloted|gave up|given up|called|named|with|from|by|of)\s(?:the |a |an |our )?|^\W*){_NAME}",
    _I,
)
# A name that nobody knows is a tool's right behind a verb that takes nothing but things up.
_TAKEN_UP = re.compile(
    r"\b(?:introduc(?:e|es|ing)|adopt(?:ing)?|buy(?:ing)?|bought|purchas(?:e|ing)|procur(?:e|ing)|acquir(?:e|ing)|licens(?:e|ing)|deploy(?:ing)?|roll(?:ing)? out|pilot(?:ing|ed)?|test(?:ing|ed)?|try(?:ing)?|tried|used|gave up|given up)\s"
    r"(?P<name>(?-i:[A-ZÀ-ÖØ-Þ][\w+-]*[a-zß-ÿ][\w+-]*))(?![\w’'-]| (?-i:[A-Z]))",
    _I,
)


@dataclass(frozen=True, slots=True)
class Idle:
    """A tool that is ``planned`` or ``retired`` (``lifecycle``), with the place of its name and that of the words that say so."""

    name: str
    lifecycle: str
    at: int
    start: int
    end: int


# Whether a name is a known product's (True) or another known thing's (False); None for a name that nobody knows.
KnownProduct = Callable[[str], bool | None]


def products_of(register: Register) -> KnownProduct:
    """Tells products by the register."""

    def is_product(name: str) -> bool | None:
        if register.product(name):
            return True
        return False if register.supplier(name) or register.model(name) or register.accelerator(name) else None

    return is_product


def idle_tool(sentence: str, named: Sequence[tuple[int, str]], is_product: KnownProduct) -> Idle | None:
    """The tool that a sentence tells to be planned or given up; places count in the sentence.

    ``named``: the tools that a reader newly found in it, by their places. Without one it is a known product that it has or takes up, else
    whatever stands right behind a verb that takes things up.
    """
    for lifecycle, pattern in (("retired", _GIVEN_UP), ("planned", _PLANNED)):
        told = pattern.search(sentence)
        if told is None:
            continue
        found = min(named, key=lambda each: abs(each[0] - told.start())) if named else _taken(sentence, is_product)
        if found:
            return Idle(found[1], lifecycle, found[0], *told.span())
    return None


def _taken(sentence: str, is_product: KnownProduct) -> tuple[int, str] | None:
    """The name that a sentence takes up or has something with, and where it stands."""
    for found in _HAD.finditer(sentence):
        if is_product(found["name"]):
            return found.start("name"), found["name"]
    for found in _TAKEN_UP.finditer(sentence):
        if is_product(found["name"]) is None and not _somebody_or_somewhere(found["name"]):
            return found.start("name"), found["name"]
    return None


def _somebody_or_somewhere(name: str) -> bool:
    return name.split()[0].casefold() in GIVEN_NAMES or bool(places(name, asked=True))
