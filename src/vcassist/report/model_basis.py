"""The report's smallest pieces as data: a sentence, a fact as people read it, a component with its facts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from vcassist.chain.facts import field_of
from vcassist.interview.words import name_of

# Where a fact comes from, in words; a colleague is told by the name that was given.
SOURCES = {
    "said": "said in the interview",
    # Of what, tells the question that was put: see ``confirming``.
    "confirmed": "confirmed by the person",
    "form": "set in the form",
    "document": "read in a document",
    "supplier": "the supplier's reply",
    "colleague": "a colleague's answer",
}
ANSWER_OF = "the answer of "


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of the narrative and the ids of the evidence it is built from.

    Ids are a fact's reference (``model.weights``), a finding's id (``no-fallback@application``), ``glossary:slug``,
    ``register:supplier-id`` or ``count:name`` (a figure that the report itself counted).
    """

    text: str
    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FactRow:
    """One fact as people read it. ``label`` (F1, F2 …) is its number in the evidence annex, ``at`` when it was said (ISO 8601)."""

    label: str
    ref: str
    component: str
    component_title: str
    field: str
    status: str
    value: str
    raw: Any
    quote: str
    where: str
    source: str
    by: str = ""
    note: str = ""
    start: int | None = None
    end: int | None = None
    replaced: tuple[str, ...] = ()
    at: str = ""

    @property
    def borrowed(self) -> bool:
        """True where the words are not those of the person who answered, but a supplier's, a colleague's or a document's."""
        return self.source.startswith((*(SOURCES[s] for s in ("supplier", "document", "colleague")), ANSWER_OF))

    @property
    def topic(self) -> str:
        """What the fact is about in plain words: ``checks by a person``."""
        return name_of(field_of(self.ref).key)

    @property
    def origin(self) -> str:
        """How it came in and where it stands: ``said in the interview, turn 3, 2026-11-20``."""
        return ", ".join(dict.fromkeys((self.source, self.where)))


@dataclass(frozen=True, slots=True)
class ComponentView:
    """One component with everything said of it. ``unasked`` names in plain words what nothing was said about."""

    id: str
    kind: str
    kind_title: str
    title: str
    absent: bool
    supplier: str
    supplier_status: str
    rows: tuple[FactRow, ...]
    unasked: tuple[str, ...]

    @property
    def dark(self) -> int:
        """How many of its fields are unknown or withheld."""
        return sum(row.status in ("unknown", "withheld") for row in self.rows)
