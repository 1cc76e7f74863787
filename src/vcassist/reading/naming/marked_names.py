"""Names that end with a mark of their own ("Yes!Fit", "Splash!", "Guess?"): no sentence ends there. Pure.

A reader cuts a message at such marks. It reads the message with a letter in the place of the mark, and every offset holds.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from vcassist.chain.facts import Chain
from vcassist.interview.ports import Proposal, Reading

# Stands for the mark in a name; no name is read by its last letter.
LETTER = "o"
_MARKED = r"(?<![\w’'-])[A-ZÀ-ÖØ-Þ][\w-]*\w[!?]"
_APPOSED = r",\s(?:which|that|who|an?|our|the|this|for|to)\s|\s(?:which|that)\s"
_WORKS = r"\s(?!(?:is|was|as|us|this|its|does|has)\b)[a-z]{2,}s\s[a-z]"
# Behind these a name is no cry: it is told that it is one.
_CALLED = re.compile(rf"\b(?i:called|named|name is|tool|app|program|system|bot)\s[\"'“‘]?(?P<name>{_MARKED})")
_TOLD_OF = re.compile(rf"(?P<name>{_MARKED})(?={_APPOSED}|{_WORKS}|[\"'”’]?\sand\s[A-Z])")


@dataclass(frozen=True, slots=True)
class Marked:
    """``text`` is a message and ``chain`` what is known, with a letter for the mark of the ``names`` that have one."""

    message: str
    text: str
    chain: Chain
    names: tuple[str, ...]

    def back(self, reading: Reading) -> Reading:
        """The reading with the names and quotes of the message."""
        return replace(
            reading,
            proposals=tuple(map(self._back, reading.proposals)),
            maybe=tuple(map(self._back, reading.maybe)),
        )

    def _back(self, p: Proposal) -> Proposal:
        value, quote = p.value, p.quote
        for name in self.names:
            plain = name[:-1] + LETTER
            value = value.replace(plain, name) if isinstance(value, str) else value
            quote = quote.replace(plain, name)
        if p.start is not None and p.end is not None:
            quote = self.message[p.start : p.end]
        return replace(p, value=value, quote=quote)


def marked(message: str, chain: Chain, is_word: Callable[[str], bool]) -> Marked | None:
    """The message and the chain without the marks of names; None where no name has one."""
    known = [
        str(v)
        for f in chain.facts.values()
        if f.field.name == "name" and isinstance(v := f.value, str) and v[-1:] in "!?"
    ]
    names = tuple(dict.fromkeys((*known, *_new(message, is_word))))
    text = message
    for name in names:
        text = re.sub(rf"(?<!\w){re.escape(name)}", name[:-1] + LETTER, text)
    if text == message:
        return None
    facts = {
        ref: replace(f, value=f.value[:-1] + LETTER) if isinstance(f.value, str) and f.value in known else f
        for ref, f in chain.facts.items()
    }
    return Marked(message, text, chain.with_facts(facts), names)


def _new(message: str, is_word: Callable[[str], bool]) -> Iterator[str]:
    """The names with a mark that a message brings in."""
    for m in _CALLED.finditer(message):
        yield m["name"]
    for m in _TOLD_OF.finditer(message):
        begins = not re.search(r"[\w,:;][\"'“‘]?\s$", message[: m.start()])
        # "Great! that helps" is a cry; a capital within a sentence, or a word that nobody says, is a name.
        if not (begins and is_word(m["name"][:-1].casefold())):
            yield m["name"]
