"""The report as data: what every format shows, with the ids that each sentence is built from.

Nothing here knows a format.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from vcassist.interview.receipts import Receipt
from vcassist.report.model_basis import ComponentView as ComponentView
from vcassist.report.model_basis import FactRow as FactRow
from vcassist.report.model_basis import Sentence as Sentence
from vcassist.report.model_dependence import ChainMap as ChainMap
from vcassist.report.model_dependence import ConcentrationView as ConcentrationView
from vcassist.report.model_dependence import DarkPart as DarkPart
from vcassist.report.model_dependence import FailurePoint as FailurePoint
from vcassist.report.model_dependence import JurisdictionView as JurisdictionView
from vcassist.report.model_dependence import LoopView as LoopView
from vcassist.report.model_dependence import MapEdge as MapEdge
from vcassist.report.model_dependence import MapNode as MapNode
from vcassist.report.model_dependence import Share as Share
from vcassist.report.model_dependence import SharedView as SharedView
from vcassist.report.model_dependence import SharedWay as SharedWay
from vcassist.report.model_dependence import WhatIf as WhatIf


@dataclass(frozen=True, slots=True)
class Decision:
    """What was decided about a finding, when (``at``), and who does it by when, as far as that was said."""

    state: str
    note: str = ""
    at: str = ""
    who: str = ""
    by_when: str = ""


@dataclass(frozen=True, slots=True)
class FindingItem:
    """One finding on one component; ``facts`` are the labels and words that made it so.

    ``reasons`` say why it weighs as it does; those that are also in ``lighter`` make it less grave.
    """

    id: str
    component: str
    component_title: str
    severity: str
    likelihood: int
    impact: int
    facts: tuple[FactRow, ...]
    reasons: tuple[str, ...]
    decision: Decision | None = None
    lighter: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TermView:
    slug: str
    title: str
    definition: str
    link: str


@dataclass(frozen=True, slots=True)
class ControlView:
    id: str
    framework: str
    item: str
    text: str


@dataclass(frozen=True, slots=True)
class MitigationView:
    do: str
    first_step: str
    effort: str
    who: str


@dataclass(frozen=True, slots=True)
class FindingGroup:
    """A raised rule with all components that raise it. ``label`` is R1 … for risks and O1 … for opportunities."""

    label: str
    rule: str
    kind: str
    group: str
    severity: str
    title: str
    statement: str
    why: str
    who: str
    false_alarm: str
    items: tuple[FindingItem, ...]
    terms: tuple[TermView, ...]
    controls: tuple[ControlView, ...]
    mitigations: tuple[MitigationView, ...]
    levers: Mapping[str, str]
    digest: str


@dataclass(frozen=True, slots=True)
class OpenRule:
    """A rule that the facts do not decide yet, and the fields (reference, words) that would."""

    rule: str
    kind: str
    title: str
    severity: str
    components: tuple[str, ...]
    missing: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Question:
    """A question still open, on one or more components. ``settles`` counts the undecided findings that read it.

    ``said`` are the words of a contradiction that nobody decided, the standing ones first; empty for what is not known.
    """

    field: str
    refs: tuple[str, ...]
    text: str
    reason: str
    components: tuple[str, ...]
    settles: int
    status: str
    said: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LetterQuestion:
    """``in_short`` says for a yes-or-no question what a yes means; ``ticks`` are the answers that can be ticked."""

    ref: str
    component: str
    status: str
    text: str
    why: str
    in_short: str = ""
    ticks: tuple[str, ...] = ()
    number: int = 0


@dataclass(frozen=True, slots=True)
class Letter:
    supplier: str
    components: tuple[str, ...]
    questions: tuple[LetterQuestion, ...]

    @property
    def asked_in_vain(self) -> int:
        """How many of its questions somebody was asked before, and did not know or refused."""
        return sum(question.status != "unasked" for question in self.questions)


@dataclass(frozen=True, slots=True)
class Action:
    """A row of the action plan. ``who`` and ``by_when`` are what was decided, or blank for people to fill in."""

    label: str
    severity: str
    do: str
    first_step: str
    effort: str
    suggested: str
    decision: str = ""
    who: str = ""
    by_when: str = ""


@dataclass(frozen=True, slots=True)
class Lever:
    role: str
    text: str
    label: str


@dataclass(frozen=True, slots=True)
class SourceView:
    """A public document, listed once. ``terms`` are the glossary entries whose first source it is; their citations point at ``anchor``."""

    used_for: str
    title: str
    publisher: str
    date: str
    url: str
    anchor: str = ""
    terms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Removed:
    """A sentence that the claim gate took out, and why."""

    text: str
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Summary:
    """The first page. ``spoken`` are sentences of a language model (``spoken_by``), each through the claim gate like all others."""

    depends_on: tuple[tuple[Sentence, ...], ...]
    matters: tuple[tuple[str, tuple[Sentence, ...]], ...]
    monday: tuple[Sentence, ...]
    sureness: tuple[Sentence, ...]
    spoken: tuple[Sentence, ...] = ()
    spoken_by: str = ""


@dataclass(frozen=True, slots=True)
class ToldBesides:
    """What somebody told that no question asks for: ``subject`` is cost, incident, weakness or words (what was to be kept), ``quote`` their words, said in turn ``turn``."""

    subject: str
    quote: str
    turn: int


@dataclass(frozen=True, slots=True)
class Report:
    """Everything a report says. ``stamp`` is shown on every page.

    ``draft`` is false once a person marked it reviewed; ``short`` where only the first page is to be shown.
    """

    title: str
    organisation: str
    subtitle: str
    draft: bool
    stamp: str
    made_at: str
    origin: str
    summary: Summary
    counts: Mapping[str, int]
    chain_map: ChainMap
    components: tuple[ComponentView, ...]
    not_mentioned: tuple[str, ...]
    risks: tuple[FindingGroup, ...]
    opportunities: tuple[FindingGroup, ...]
    undecided: tuple[OpenRule, ...]
    clear: tuple[tuple[str, str], ...]
    concentration: tuple[ConcentrationView, ...]
    failure_points: tuple[FailurePoint, ...]
    failure_note: str
    shared: tuple[SharedView, ...]
    loops: tuple[LoopView, ...]
    opacity: tuple[DarkPart, ...]
    jurisdictions: tuple[JurisdictionView, ...]
    places_open: tuple[str, ...]
    what_ifs: tuple[WhatIf, ...]
    levers: tuple[Lever, ...]
    questions: tuple[Question, ...]
    letters: tuple[Letter, ...]
    actions: tuple[Action, ...]
    evidence: tuple[FactRow, ...]
    sources: tuple[SourceView, ...]
    method: tuple[str, ...]
    limits: tuple[str, ...]
    versions: Mapping[str, str]
    removed: tuple[Removed, ...]
    labels: Mapping[str, str]
    receipts: tuple[Receipt, ...] = ()
    assessment: str = ""
    chain: Mapping[str, Any] = field(default_factory=dict)
    judged: Mapping[str, Any] = field(default_factory=dict)
    short: bool = False
    told_besides: tuple[ToldBesides, ...] = ()

    @property
    def source_of(self) -> dict[str, str]:
        """Glossary entry → the anchor of its first source."""
        return {slug: source.anchor for source in self.sources for slug in source.terms}

    @property
    def slug(self) -> str:
        """The organisation's name as a file name of plain letters and digits."""
        return file_slug(self.organisation) or "vcassist"

    def cites(self, sentence: Sentence) -> tuple[str, ...]:
        """The labels (F3, R1 …) of a sentence's evidence, in order; counted figures have none."""
        return tuple(dict.fromkeys(self.labels[i] for i in sentence.ids if i in self.labels))


def file_slug(name: str) -> str:
    """A name as part of a file's name, in plain letters and digits; "" where it has none of these."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:60].rstrip("-")
