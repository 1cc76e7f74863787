"""Builds the view model: one pure pass from chain, findings and knowledge to everything that the formats show."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from vcassist.assessment.evaluate import Finding
from vcassist.assessment.rules import Rule
from vcassist.assessment.state import Knowledge, state_of
from vcassist.chain.facts import Chain
from vcassist.chain.fields import KIND_TITLES
from vcassist.clock import utc_now
from vcassist.interview.contradictions import still_open
from vcassist.interview.drawn import drawn_in
from vcassist.interview.receipts import receipts_in
from vcassist.interview.remarks.told_besides import all_told_besides
from vcassist.interview.session import Session
from vcassist.report import dependence, facts_view, findings_view, provenance
from vcassist.report.claims import Evidence, gate
from vcassist.report.evidence import gather
from vcassist.report.letters import letters
from vcassist.report.map_view import chain_map
from vcassist.report.materials import Materials, digests_of, entries_of, harms_of, load_frameworks
from vcassist.report.model import FactRow, FindingGroup, Removed, Report, Summary, ToldBesides
from vcassist.report.narrative import summary
from vcassist.report.review import standing
from vcassist.report.spoken import spoken_in
from vcassist.report.words import clean

TITLE = "What our AI depends on"
NOT_NAMED = "Your organisation"


def build(app: Materials, chain: Chain, session: Session | None = None, at: str | None = None) -> Report:
    """The report on ``chain``. ``at`` is the time of making (ISO 8601); now when left out."""
    register, rules = app.register, {rule.id: rule for rule in app.rules}
    findings = app.findings(chain)
    entries, frameworks = entries_of(app), load_frameworks()
    rows = facts_view.fact_rows(chain, session)
    views = facts_view.component_views(chain, rows)
    decisions = session.extra.get("decisions") if session else None
    known_decisions: Mapping[str, Any] = decisions if isinstance(decisions, Mapping) else {}
    risks, chances = (
        findings_view.groups(kind, findings, rules, chain, rows, entries, frameworks, known_decisions)
        for kind in ("risk", "opportunity")
    )
    counts = {**facts_view.count_statuses(chain), **_count(findings)}
    conflicts = still_open(session, chain) if session else ()
    questions = (*findings_view.contradicted(conflicts, chain), *findings_view.open_questions(findings, chain))
    concentration = dependence.concentration_views(chain, register)
    labels = _labels(rows, (*risks, *chances))
    changes = dependence.what_ifs(chain, app.rules, register, findings, labels)
    to_suppliers = letters(chain, register, findings)
    evidence = gather(
        chain, rows, findings, rules, register, entries, counts, concentration, questions, to_suppliers, changes
    )
    editions = provenance.versions(chain, register, session)
    first_page, removed = summary(chain, register, risks, counts, questions, to_suppliers, evidence, changes)
    first_page, removed = _with_spoken(first_page, removed, session, editions["facts"], evidence)
    by_hand = drawn_in(session.extra) if session else ()
    points, note = dependence.failure_points(chain, register, rows, by_hand)
    loops = dependence.loop_views(chain, rows, by_hand)
    drawn = replace(chain_map(chain, register, views), loop=bool(loops))
    places, places_open = dependence.jurisdiction_views(chain, register)
    draft, stamp = standing(session.extra if session else {}, editions["facts"])
    names = list(dict.fromkeys(v.supplier for v in views if v.supplier))
    return Report(
        title=TITLE,
        organisation=clean(chain.value("organisation.name") or (session.title if session else "")) or NOT_NAMED,
        subtitle="The AI value chain: dependence, risks and ways forward",
        draft=draft,
        stamp=stamp,
        made_at=at or utc_now(),
        origin=provenance.origin(session, chain),
        summary=first_page,
        counts=counts,
        chain_map=drawn,
        components=views,
        not_mentioned=tuple(KIND_TITLES[kind] for kind in facts_view.kinds_not_mentioned(chain)),
        risks=risks,
        opportunities=chances,
        undecided=findings_view.undecided(findings, rules, chain),
        clear=_clear(findings, rules, chain),
        concentration=concentration,
        failure_points=points,
        failure_note=note,
        shared=dependence.shared_views(chain, register),
        loops=loops,
        opacity=dependence.dark_parts(chain),
        jurisdictions=places,
        places_open=places_open,
        what_ifs=changes,
        levers=findings_view.levers(findings, app.rules, labels),
        questions=questions,
        told_besides=tuple(
            ToldBesides(one.subject, one.quote, turn)
            for turn, one in (all_told_besides(session, harms_of(app)) if session else ())
        ),
        letters=to_suppliers,
        actions=findings_view.actions(risks, chances),
        evidence=tuple(rows.values()),
        sources=provenance.sources(register, drawn, (*risks, *chances), entries, frameworks, names),
        method=provenance.method(session, app),
        limits=provenance.LIMITS,
        versions=editions,
        removed=removed,
        labels=labels,
        receipts=receipts_in(session.extra) if session else (),
        assessment=session.id if session else "",
        chain=chain.as_json(),
        judged=state_of(chain, Knowledge(app.rules, register, digests_of(app))).as_json(),
    )


def _with_spoken(
    page: Summary, removed: tuple[Removed, ...], session: Session | None, facts: str, evidence: Evidence
) -> tuple[Summary, tuple[Removed, ...]]:
    """The first page with a model's sentences, where some were written on these facts and pass the gate."""
    spoken = spoken_in(session.extra, facts) if session else None
    if spoken is None:
        return page, removed
    kept, out = gate(spoken.sentences, evidence)
    return replace(page, spoken=kept, spoken_by=spoken.by), (*removed, *out)


def _count(findings: Sequence[Finding]) -> dict[str, int]:
    """How many rules are found, undecided and ruled out, as the lists of the report have them: one on several parts counts once."""

    def rules(kind: str, verdict: str) -> int:
        return len({f.rule for f in findings if f.kind == kind and f.verdict == verdict})

    return {
        "risks": rules("risk", "raised"),
        "undecided": rules("risk", "unknown"),
        "clear": rules("risk", "clear"),
        "opportunities": rules("opportunity", "raised"),
    }


def _clear(findings: Sequence[Finding], rules: Mapping[str, Rule], chain: Chain) -> tuple[tuple[str, str], ...]:
    """Risks that the facts rule out: (title, components)."""
    by_rule: dict[str, list[str]] = {}
    for f in findings:
        if f.verdict == "clear" and f.kind == "risk" and f.rule in rules:
            by_rule.setdefault(f.rule, []).append(findings_view.title_of(f.component, chain))
    return tuple((rules[rule].title, ", ".join(where)) for rule, where in by_rule.items())


def _labels(rows: Mapping[str, FactRow], groups: Sequence[FindingGroup]) -> dict[str, str]:
    """The short label of every id that a sentence may cite and a reader can look up."""
    found = {ref: row.label for ref, row in rows.items()}
    return found | {item.id: group.label for group in groups for item in group.items}
