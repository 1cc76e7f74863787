"""What the assessment's pages show, as plain data: what was noted, what was found so far, how far it has come."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from vcassist.app import App
from vcassist.assessment.evaluate import Finding, ranked
from vcassist.assessment.rules import Rule
from vcassist.chain.facts import Chain, Fact, field_of, kind_of
from vcassist.chain.fields import KINDS, SINGLE_KINDS, Field, fields_of
from vcassist.interview import planner
from vcassist.interview.interviewer import skipped_refs
from vcassist.interview.session import Session, Turn
from vcassist.interview.words import part_name
from vcassist.report.confirming import ground_of
from vcassist.web.decisions import STATES, decisions_of
from vcassist.web.words import day, in_words, label_alone, label_of

ORIGINS: Mapping[str, str] = {
    "form": "set by hand",
    "confirmed": "confirmed by you",
    "document": "read in a document",
    "supplier": "answered by the supplier",
    "colleague": "answered by a colleague",
}


@dataclass(frozen=True, slots=True)
class FactView:
    ref: str
    label: str
    shown: str
    status: str
    quote: str
    origin: str
    turn: int
    before: tuple[str, ...]
    where: str = ""
    alone: str = ""
    gone: bool = False


@dataclass(frozen=True, slots=True)
class ComponentView:
    id: str
    title: str
    kind: str
    facts: tuple[FactView, ...]
    left: int
    absent: bool


@dataclass(frozen=True, slots=True)
class FindingView:
    id: str
    title: str
    statement: str
    where: str
    severity: str
    kind: str
    why: str
    who: str
    because: tuple[FactView, ...]
    reasons: tuple[str, ...]
    lighter: frozenset[str]
    missing: tuple[tuple[str, str], ...]
    step: str
    terms: tuple[str, ...]
    state: str
    state_words: str
    note: str
    does: str
    by_when: str


@dataclass(frozen=True, slots=True)
class Progress:
    """``share``: 0 to 100, how much of what is worth asking was answered."""

    share: int
    noted: int
    open: int
    risks: int
    undecided: int


def title_of(session: Session) -> str:
    """The session's name for people: its title, the organisation, the application, or the day it began."""
    chain = session.chain
    name = session.title or chain.value("organisation.name") or chain.value(f"{chain.first('application')}.name")
    return name or f"Assessment of {day(session.created)}"


def fact_view(fact: Fact, session: Session, chain: Chain | None = None) -> FactView:
    """A fact as it is shown; ``chain`` is the session's, where it is at hand."""
    chain = chain or session.chain
    return FactView(
        ref=fact.ref,
        label=label_of(fact.ref),
        shown=in_words(fact),
        status=fact.status,
        quote=fact.quote,
        origin=origin_of(fact, session),
        turn=fact.turn,
        before=tuple(in_words(old) for old in chain.history.get(fact.ref, ())),
        where=fact.note if fact.source != "colleague" else "",
        alone=label_alone(fact.ref),
    )


def origin_of(fact: Fact, session: Session) -> str:
    """How a fact came in, where it was not simply said: by whom, or what the person confirmed."""
    if fact.source == "colleague" and fact.note:
        return f"answered by {fact.note}"
    told = ORIGINS.get(fact.source, "")
    ground = ground_of(fact, session)
    if ground is None:
        return told
    return f"understood from “{ground.words}”, {told}" if ground.kind == "own" else f"public record, {told}"


def component_title(component: str, chain: Chain) -> str:
    """``Model: GPT-4o``; the kind alone where there is no name."""
    return part_name(component, chain)


def noted(session: Session) -> list[ComponentView]:
    """Every component, in the order of the kinds; a kind nobody spoke of yet comes empty."""
    chain = session.chain
    return [component_view(session, component, chain) for kind in KINDS for component in chain.components(kind)]


def component_view(session: Session, component: str, chain: Chain | None = None) -> ComponentView:
    """What was noted of one component."""
    chain = chain or session.chain
    kind = kind_of(component)
    facts = [chain.facts[ref] for spec in fields_of(kind) if (ref := f"{component}.{spec.name}") in chain.facts]
    absent = bool(facts) and chain.absent(component)
    return ComponentView(
        component,
        component_title(component, chain),
        kind,
        () if absent else tuple(fact_view(f, session, chain) for f in facts),
        len(fields_of(kind)) - len(facts),
        absent,
    )


def next_component(chain: Chain, kind: str) -> str | None:
    """The name of one more component of a kind, or None where there is only ever one, or none yet."""
    if kind in SINGLE_KINDS or not chain.mentioned(kind):
        return None
    return chain.another(kind)


def taken_away(session: Session) -> Turn | None:
    """The last turn, where something was taken away in it: that can be put back at once."""
    last = session.turns[-1] if session.turns else None
    return last if last is not None and last.removed else None


def finding_view(finding: Finding, rule: Rule, session: Session, chain: Chain) -> FindingView:
    decision = decisions_of(session).get(finding.id, {})
    state = decision.get("state", "open")
    return FindingView(
        id=finding.id,
        title=rule.title,
        statement=rule.statement,
        where="" if finding.component == "chain" else component_title(finding.component, chain),
        severity=finding.severity,
        kind=finding.kind,
        why=rule.why,
        who=rule.who,
        because=tuple(fact_view(chain.facts[ref], session, chain) for ref in finding.because if ref in chain.facts),
        reasons=finding.reasons,
        lighter=finding.lighter,
        missing=tuple((ref, field_of(ref).question) for ref in finding.missing),
        step=rule.steps(finding.because)[0].first_step if rule.mitigations else "",
        terms=rule.terms,
        state=state,
        state_words=STATES.get(state, state),
        note=decision.get("note", ""),
        does=decision.get("who", ""),
        by_when=decision.get("by_when", ""),
    )


@dataclass(frozen=True, slots=True)
class Assessed:
    risks: tuple[FindingView, ...]
    chances: tuple[FindingView, ...]
    undecided: tuple[FindingView, ...]
    clear: int


def assessed(app: App, session: Session) -> Assessed:
    """The findings of a session, worst first. Of the undecided ones those come first that need the fewest answers."""
    chain = session.chain
    rules = {rule.id: rule for rule in app.rules}
    by_verdict: dict[str, list[FindingView]] = {}
    clear = 0
    for finding in ranked(app.findings(chain)):
        if finding.verdict == "clear":
            clear += 1
            continue
        where = "undecided" if finding.verdict == "unknown" else finding.kind
        by_verdict.setdefault(where, []).append(finding_view(finding, rules[finding.rule], session, chain))
    undecided = [f for f in by_verdict.get("undecided", []) if f.kind == "risk"]
    return Assessed(
        tuple(by_verdict.get("risk", ())),
        tuple(by_verdict.get("opportunity", ())),
        tuple(sorted(undecided, key=lambda f: len(f.missing))),
        clear,
    )


def progress_of(session: Session, found: Assessed) -> Progress:
    chain = session.chain
    skipped = skipped_refs(session)
    left = sum(1 for _ in planner.open_refs(chain, skipped))
    share = round(100 * planner.coverage(chain, skipped))
    return Progress(share, len(chain.facts), left, len(found.risks), len(found.undecided))


def open_fields(session: Session, component: str) -> list[Field]:
    """The fields of a component that nothing was said about."""
    return [spec for spec in fields_of(kind_of(component)) if f"{component}.{spec.name}" not in session.chain.facts]


def field_choices(spec: Field) -> dict[str, Any]:
    """What a form needs for a field: its kind of input and the values to choose from."""
    many = spec.type == "set"
    return {
        "many": many,
        "options": dict(spec.options),
        "open": spec.type in ("text", "entity"),
        "country": spec.type == "country",
    }
