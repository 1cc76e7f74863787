"""Whose a sentence of a document is: the tool's that is named in it, else the one's that was named last before it. Pure.

A heading that names a tool says what its section is about; one that names none ends an aside about another tool, so that what follows is
about the tool of the section above, or else the one that the documents name most. A tool that was given up or is only planned is spoken of
in its own sentences, and nowhere else.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field

from vcassist.chain.short_names import tail_of
from vcassist.reading.files.documents import whole_sentences

# Characters of a line that can be a heading.
LONGEST_HEADING = 70
_HEADING = re.compile(r"(?:[\d§#]|[^\W\d_a-zß-ÿ])[^\n|]*[^\s.!?;:,|]")
# What may stand before a heading's words on its line.
_NUMBER = re.compile(r"[\s#]*(?:(?:section|chapter|part|annex)\s)?(?:[\dIVX.]{1,6}[.)]?|[A-Za-z][.)])?\s*", re.I)
# A tool that comes in beside others may be told of before it is named.
_A_FURTHER = re.compile(r"\b(?:also|another|second|third|further|additional|besides|moreover)\b", re.I)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence at ``start``–``end`` of a stretch, the tools that it names by their places, and whose it is where it names none."""

    start: int
    end: int
    named: tuple[tuple[int, str], ...]
    owner: str
    brings_in: bool

    def tool(self, at: int, proposed: str) -> str:
        """Whose is what the sentence says at a place; ``proposed`` is whose the reader takes it for, "" for nobody's."""
        names = [name for _, name in self.named]
        if names:
            before = [name for start, name in self.named if start <= at]
            return proposed if proposed in names else before[-1] if before else names[0]
        return self.owner


@dataclass
class Subjects:
    """The tools that documents spoke of so far: how often, which last, and which one the section is about.

    ``past``: the one given up or planned that the line speaks of.
    """

    often: Counter[str] = field(default_factory=Counter)
    section: str = ""
    last: str = ""
    past: str = ""

    def begin(self) -> None:
        """Another document begins: what it says without a name is about the tool that is spoken of most."""
        self.section, self.last, self.past = "", self._main(), ""

    def sentences(
        self, text: str, tools: Mapping[str, str], idle: Collection[str], *, on_a_new_line: bool
    ) -> Iterator[Sentence]:
        """The sentences of the next stretch, in order. ``tools``: the components by their names; ``idle``: those not in use."""
        for start, end in whole_sentences(text):
            named = tuple((at + start, tools[name]) for at, name in _named(text[start:end], tools))
            spoken = [tool for _, tool in named if tool not in idle]
            if spoken or (text[start - 1 : start] == "\n" if start else on_a_new_line):
                self.past = ""
            if is_heading(text, start, end):
                self.section = spoken[0] if spoken else self.section
                self.last = self.section or self._main() or self.last
            yield Sentence(start, end, named, self.past or self.last, bool(_A_FURTHER.search(text, start, end)))
            self.often.update(spoken)
            self.last = spoken[0] if spoken else self.last
            self.past = named[0][1] if named and not spoken else self.past

    def _main(self) -> str:
        return max(self.often, key=lambda tool: self.often[tool], default="")


def is_heading(text: str, start: int, end: int) -> bool:
    """Whether a sentence is a short line of its own that ends in no mark."""
    before = text[text.rfind("\n", 0, start) + 1 : start]
    alone = _NUMBER.fullmatch(before) is not None and text[end:].lstrip(" ")[:1] in ("", "\n")
    return alone and end - start <= LONGEST_HEADING and _HEADING.fullmatch(text, start, end) is not None


def _named(sentence: str, tools: Mapping[str, str]) -> list[tuple[int, str]]:
    """Where a sentence names tools, by their whole names or what they are called for short, the longest name at each place."""
    found: dict[int, tuple[int, str]] = {}
    for name in tools:
        for words in filter(None, (name, tail_of(name))):
            exactly = re.NOFLAG if any(c.isupper() for c in words) else re.I
            for at in re.finditer(rf"(?<![\w-]){re.escape(words)}(?![\w-])", sentence, exactly):
                longer = [s for s, (e, _) in found.items() if s <= at.start() < e and e - s > len(words)]
                if not longer:
                    found[at.start()] = max(found.get(at.start(), (0, "")), (at.end(), name))
    inside = {s for s in found for t, (e, _) in found.items() if t < s < e}
    return sorted((start, name) for start, (_, name) in found.items() if start not in inside)
