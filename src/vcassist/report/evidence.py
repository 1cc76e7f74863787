"""The evidence that the narrative may cite, by id.

Facts, findings, glossary passages, register records and the report's own counts.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from vcassist.assessment.evaluate import Finding
from vcassist.assessment.register import Register
from vcassist.assessment.rules import Rule
from vcassist.chain.facts import Chain, field_of
from vcassist.chain.fields import KIND_TITLES
from vcassist.report.claims import Evidence, Item
from vcassist.report.dependence import EDGE_WORDS
from vcassist.report.findings_view import title_of
from vcassist.report.materials import country_name
from vcassist.report.model import ConcentrationView, FactRow, Question
from vcassist.report.words import STATUS_WORDS, clean


def gather(
    chain: Chain,
    rows: Mapping[str, FactRow],
    findings: Sequence[Finding],
    rules: Mapping[str, Rule],
    register: Register,
    entries: Mapping[str, Any],
    counts: Mapping[str, int],
    concentration: Sequence[ConcentrationView],
    questions: Sequence[Question],
) -> Evidence:
    """Everything that a sentence of this report may rest on."""
    items = {ref: fact_item(row) for ref, row in rows.items()}
    for finding in findings:
        if finding.rule in rules:
            items[finding.id] = _finding_item(finding, rules[finding.rule], chain, items)
    for rule in rules.values():
        for slug in rule.terms:
            if slug in entries:
                items[f"glossary:{slug}"] = Item(f"{entries[slug].title}. {entries[slug].definition}", "passage")
    for row in rows.values():
        known = register.supplier(str(row.raw)) if row.ref.endswith(".supplier") and row.status == "known" else None
        if known:
            items[f"register:{known.id}"] = _register_item(known.id, register)
    items |= _count_items(counts, concentration, questions)
    return Evidence(items, register_names(register))


def fact_item(row: FactRow) -> Item:
    """A fact as evidence: its words, and what the gate compares by itself (place or organisation, yes or no)."""
    kind = row.component.partition("-")[0]
    words = (
        row.component_title,
        KIND_TITLES[kind],
        row.component,
        row.field,
        row.value,
        STATUS_WORDS[row.status],
        str(row.raw or ""),
        row.quote,
    )
    spec = field_of(row.ref)
    placed = row.value if row.status == "known" and spec.type in ("country", "entity") else ""
    said = str(row.raw) if spec.type == "yesno" and row.status == "known" else ""
    return Item(". ".join(clean(w) for w in words if w), "fact", kind, placed, said)


def _finding_item(finding: Finding, rule: Rule, chain: Chain, items: Mapping[str, Item]) -> Item:
    advice = " ".join(f"{m.do} {m.first_step} {m.effort} {m.who}" for m in rule.mitigations)
    because = " ".join(items[ref].text for ref in finding.because if ref in items)
    text = (
        rule.title,
        rule.statement,
        rule.why,
        rule.who,
        advice,
        *finding.reasons,
        title_of(finding.component, chain),
        because,
    )
    severity = finding.severity if finding.verdict == "raised" else ""
    return Item(" ".join(text), "finding", finding.component, "", finding.verdict, severity)


def _register_item(supplier_id: str, register: Register) -> Item:
    supplier = register.suppliers[supplier_id]
    edges = " ".join(
        f"{EDGE_WORDS.get(e.kind, e.kind)} {register.suppliers[e.to].name} {e.as_of} {e.note}."
        for e in supplier.edges
        if e.to in register.suppliers
    )
    return Item(
        f"{supplier.name} {country_name(supplier.country)} {edges} {supplier.as_of} public register", "register"
    )


def _count_items(
    counts: Mapping[str, int], concentration: Sequence[ConcentrationView], questions: Sequence[Question]
) -> dict[str, Item]:
    items = {
        "count:statuses": Item(
            "fields: all {all}, known {known}, unknown {unknown}, withheld {withheld}, not applicable "
            "{not_applicable}, "
            "not asked {unasked}. Nothing said is nothing known.".format(**counts),
            "count",
        ),
        "count:findings": Item(
            "risks raised {risks}, undecided {undecided}, ruled out {clear}; opportunities {opportunities}; an "
            "undecided risk "
            "is not an absent one.".format(**counts),
            "count",
        ),
        "count:questions": Item(
            " ".join(f"{q.text} {q.reason} {q.settles}" for q in questions) or "no open question", "count"
        ),
    }
    for view in concentration:
        least = round(10000 / view.total)
        shares = ", ".join(f"{s.name} {s.count}" for s in view.shares)
        words = (
            f"{view.scope} suppliers known for {view.total} components: {shares}; index {view.hhi:,} of 10,000, "
            f"at least {least:,}, could not be under"
        )
        items[f"count:{view.scope}"] = Item(words, "count")
    return items


@lru_cache(maxsize=2)
def _names_of(keys: tuple[str, ...]) -> frozenset[str]:
    return frozenset(key for key in keys if len(key) > 3 and " " not in key)


def register_names(register: Register) -> frozenset[str]:
    """Names of one word that the register knows, folded: noticed by the gate also when written small."""
    return _names_of(tuple(key for key, what, _ in register.names() if what in ("supplier", "model")))
