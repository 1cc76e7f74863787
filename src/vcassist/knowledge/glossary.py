"""The glossary as data: one entry a file of knowledge/glossary/, split into sections, passages and sentences."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

import yaml

from vcassist.assets import folder, safe_yaml
from vcassist.errors import BrokenAsset

_ABBREVIATION = re.compile(r"\b(?:e\.g|i\.e|etc|vs|Dr|Mr|Ms|No|Art|Inc|Ltd|U\.S|approx|et al)\.$")
_END = re.compile(r"(?<=[.!?])[\"”’)]?\s+(?=[\"“‘(]?[A-Z0-9])")


@dataclass(frozen=True, slots=True)
class EntrySource:
    title: str
    publisher: str
    date: str
    url: str = ""


@dataclass(frozen=True)
class Entry:
    """One glossary entry. ``sections`` maps a heading ("" for the definition) to its text in Markdown.

    ``example_questions`` are asked by people who do not know the term; ``in_other_words`` are the situations, keywords
    and plain descriptions in which they speak of it. Both teach the search and are not shown. ``answers`` gives, for some
    of them, how the sentences begin that answer it, as an editor chose them; who asks something like it gets these.
    """

    slug: str
    title: str
    category: str
    aliases: tuple[str, ...]
    acronyms: tuple[str, ...]
    related: tuple[str, ...]
    example_questions: tuple[str, ...]
    in_other_words: tuple[str, ...]
    sources: tuple[EntrySource, ...]
    updated: str
    body: str
    sections: Mapping[str, str]
    digest: str
    answers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @cached_property
    def definition(self) -> str:
        """The first two sentences: what the term is."""
        return " ".join(sentences(self.sections[""])[:2])

    @cached_property
    def passages(self) -> tuple[tuple[str, str], ...]:
        """(heading, text) of each paragraph or list item, verbatim but for line breaks."""
        found = []
        for heading, text in self.sections.items():
            for block in re.split(r"\n\s*\n|\n(?=- )", text):
                # A heading inside a section is no part of the sentence that follows it.
                body = "\n".join(line for line in block.splitlines() if not line.startswith("#"))
                plain = " ".join(body.split()).removeprefix("- ")
                if plain:
                    found.append((heading, plain))
        return tuple(found)


def sentences(text: str) -> list[str]:
    """The sentences of a text, in order; list items count as sentences of their own."""
    found: list[str] = []
    for block in re.split(r"\n\s*\n|\n(?=- )", text):
        plain = " ".join(block.split()).removeprefix("- ")
        carry = ""
        for piece in _END.split(plain):
            carry = f"{carry} {piece}".strip()
            if not _ABBREVIATION.search(carry):
                found.append(carry)
                carry = ""
        if carry:
            found.append(carry)
    return [s for s in found if s]


def parse_entry(text: str, name: str) -> Entry:
    """One entry from the text of its file. Raises BrokenAsset naming file and what is missing."""
    parts = text.split("---\n", 2)
    if len(parts) != 3 or parts[0].strip():
        raise BrokenAsset(f"{name} has no front matter.", "", "It begins and ends with a line of three hyphens.")
    try:
        data: Any = safe_yaml(parts[1])
        body = parts[2].strip()
        return Entry(
            slug=data["slug"],
            title=data["title"],
            category=data["category"],
            aliases=tuple(map(str, data["aliases"])),
            acronyms=tuple(map(str, data["acronyms"])),
            related=tuple(data["related"]),
            example_questions=tuple(map(str, data["example_questions"])),
            in_other_words=tuple(map(str, data["in_other_words"])),
            sources=tuple(
                EntrySource(s["title"], s["publisher"], str(s["date"]), s.get("url", "")) for s in data["sources"]
            ),
            updated=str(data["updated"]),
            body=body,
            sections=_sections(body),
            digest=hashlib.sha256(text.encode()).hexdigest(),
            answers={str(a["asked"]): tuple(map(str, a["by"])) for a in data.get("answers", ())},
        )
    except yaml.YAMLError as error:
        raise BrokenAsset(f"The front matter of {name} is not readable YAML.", str(error)) from error
    except (KeyError, TypeError) as error:
        raise BrokenAsset(f"The front matter of {name} lacks {error}.") from error


def _sections(body: str) -> dict[str, str]:
    found: dict[str, list[str]] = {"": []}
    heading = ""
    for line in body.splitlines():
        if line.startswith("## "):
            heading = line[3:].strip()
            found[heading] = []
        else:
            found[heading].append(line)
    return {name: "\n".join(lines).strip() for name, lines in found.items()}


@lru_cache(maxsize=2)
def load_entries(root: Path | None = None) -> dict[str, Entry]:
    """All entries by slug, in the order of their slugs."""
    files = sorted((root or folder("knowledge") / "glossary").glob("*.md"))
    entries = [parse_entry(path.read_text(encoding="utf-8"), path.name) for path in files]
    return {entry.slug: entry for entry in entries}


@lru_cache(maxsize=2)
def load_outside(path: Path | None = None) -> tuple[str, ...]:
    """What people ask that the glossary does not answer, one a line of knowledge/outside.txt."""
    lines = (path or folder("knowledge") / "outside.txt").read_text(encoding="utf-8").splitlines()
    return tuple(line.strip() for line in lines if line.strip() and not line.startswith("#"))
