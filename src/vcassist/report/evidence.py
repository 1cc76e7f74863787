"""The evidence that the narrative may cite, by id.

Facts, findings, glossary passages, register records and the report's own counts.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from vcassist.assessment.evaluate import Finding, ranked
from vcassist.assessment.register import Register
from vcassist.assessment.rules import Rule
from vcassist.chain.facts import Chain, field_of
from vcassist.chain.fields import KIND_TITLES
from vcassist.interview.to_supplier import kept_by
from vcassist.report.claims import Evidence, Item
from vcassist.report.findings_view import field_words, title_of
from vcassist.report.map_view import EDGE_WORDS
from vcassist.report.materials import country_name
from vcassist.report.model import ConcentrationView, FactRow, Letter, Question, WhatIf
from vcassist.report.words import OWN, STATUS_WORDS, clean, listed, plural, stop

# How many applications the first page tells of one by one, and the id of the line that lists the others.
APPLICATIONS_AT_MOST, FURTHER = 3, "count:applications"
BEST_CHANGE = "count:change"
# Lines of the first page that say how little there is to say.
NOTHING_SAID = "Nothing has been said yet about what you depend on."
UNNAMED = "No application has been named yet."
UNDECIDED = "An undecided risk is not an absent one: the open questions say what would decide it."
LITTLE_KNOWN = "Little is known so far: read this report as a list of questions, not as a verdict."


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
    letters: Sequence[Letter] = (),
    what_ifs: Sequence[WhatIf] = (),
) -> Evidence:
    """Everything that a sentence of this report may rest on."""
    items = {ref: fact_item(row, register) for ref, row in rows.items()}
    for finding in findings:
        if finding.rule in rules:
            items[finding.id] = _finding_item(finding, rules[finding.rule], chain, items)
    for rule in rules.values():
        for slug in rule.terms:
            if slug in entries:
                items[f"glossary:{slug}"] = _passage(entries[slug])
    for row in rows.values():
        known = register.supplier(str(row.raw)) if row.ref.endswith(".supplier") and row.status == "known" else None
        if known:
            items[f"register:{known.id}"] = _register_item(known.id, register)
    items |= _count_items(counts, concentration, questions)
    for n, letter in enumerate(letters, 1):
        line = letter_line(letter, len(letters))
        items[f"letter:{n}"] = Item(line, "line", names=(letter.supplier,))
    for change in what_ifs[:1]:
        items[BEST_CHANGE] = Item(change_line(change), "line")
    titles = [
        clean(chain.title(a)) for a in chain.mentioned("application")[APPLICATIONS_AT_MOST:] if chain.value(f"{a}.name")
    ]
    items[FURTHER] = Item(further_line(titles), "line", names=tuple(titles))
    for rule_id, where in _raised_at(findings, chain).items():
        if where:
            line = f"It concerns {listed(where, 6)}."
            items[f"count:{rule_id}"] = Item(line, "line", names=tuple(where))
    for rule_id, hidden in withheld_at(findings, chain).items():
        line = withheld_line(hidden)
        items[f"withheld:{rule_id}"] = Item(line, "line")
    return Evidence(items)


def _raised_at(findings: Sequence[Finding], chain: Chain) -> dict[str, list[str]]:
    """Rule id → the components that it is raised on, as the report lists them."""
    found: dict[str, list[str]] = {}
    for finding in ranked(list(findings)):
        if finding.verdict == "raised":
            found.setdefault(finding.rule, []).append(title_of(finding.component, chain))
    return found


def fact_item(row: FactRow, register: Register) -> Item:
    """A fact as evidence: its words, and what the gate compares by itself (status, value, names as they may be written)."""
    kind = row.component.partition("-")[0]
    spec = field_of(row.ref)
    raw = tuple(row.raw) if isinstance(row.raw, list) else (str(row.raw),) if row.raw else ()
    named = spec.type in ("country", "entity", "text") and row.status == "known" and raw != ("self",)
    names = dict.fromkeys((row.value, *(clean(v) for v in raw))) if named else {}
    if spec.type == "entity" and named:
        names[clean(register.canonical(raw[0]))] = None
    words = (
        row.component_title,
        KIND_TITLES[kind],
        row.field,
        row.value,
        STATUS_WORDS[row.status],
        *names,
        row.quote,
    )
    return Item(
        ". ".join(clean(w) for w in words if w),
        "fact",
        ref=row.ref,
        status=row.status,
        raw=raw,
        names=tuple(names),
        title=row.component_title,
        by=row.by,
        quote=clean(row.quote),
    )


def _finding_item(finding: Finding, rule: Rule, chain: Chain, items: Mapping[str, Item]) -> Item:
    advice = [
        text for m in rule.mitigations for text in (m.do, m.first_step, f"{stop(m.do)} First step: {m.first_step}")
    ]
    units = (rule.title, rule.statement, *_sentences(rule.why), *_sentences(rule.who), *finding.reasons)
    because = [items[ref].text for ref in finding.because if ref in items]
    title = title_of(finding.component, chain)
    return Item(
        " ".join((*units, *advice, title, *because)),
        "finding",
        title=title,
        verdict=finding.verdict,
        severity=finding.severity if finding.verdict == "raised" else "",
        units=units,
        advice=tuple(advice),
        because=tuple(finding.because),
    )


def _sentences(text: str) -> list[str]:
    return [part for part in re.split(r"(?<=[.!?])\s+", text.strip()) if part]


def _passage(entry: Any) -> Item:
    return Item(
        f"{entry.title}. {entry.definition}", "passage", title=entry.title, units=tuple(_sentences(entry.definition))
    )


def _register_item(supplier_id: str, register: Register) -> Item:
    supplier = register.suppliers[supplier_id]
    edges = tuple(
        (supplier.name, EDGE_WORDS.get(e.kind, e.kind), register.suppliers[e.to].name)
        for e in supplier.edges
        if e.to in register.suppliers
    )
    words = " ".join(f"{what} {to}." for _, what, to in edges)
    text = f"{supplier.name} {country_name(supplier.country)} {words} {supplier.as_of} public register record, itself, themselves, together, rest on, others"
    return Item(text, "register", edges=edges)


def _count_items(
    counts: Mapping[str, int], concentration: Sequence[ConcentrationView], questions: Sequence[Question]
) -> dict[str, Item]:
    statuses = {
        "question": "all",
        "answered": "known",
        "not known": "unknown",
        "withheld": "withheld",
        "not applicable": "not_applicable",
        "not asked": "unasked",
    }
    found = {"found": "risks", "undecided": "undecided", "ruled out": "clear", "opportunity": "opportunities"}
    items = {
        "count:statuses": _figures(
            "questions about this chain, to you, yet, of the others",
            statuses,
            counts,
            (NOTHING_SAID, UNNAMED, LITTLE_KNOWN),
        ),
        "count:findings": _figures("risks; opportunities", found, counts, (UNDECIDED,)),
        "count:questions": Item(
            " ".join(f"{q.text} {q.reason}" for q in questions),
            "count",
            advice=("Find an answer to this question first",),
        ),
    }
    for view in concentration:
        figures = (
            *((share.name, str(share.count)) for share in view.shares),
            *(("yourselves", str(share.count)) for share in view.shares if share.name == OWN),
            ("part", str(view.total)),
            ("component", str(view.total)),
            ("index", str(view.hhi)),
            ("scale", "10000"),
            ("under", str(round(10000 / view.total))),
        )
        words = (
            f"{view.scope} suppliers known; the suppliers of one group counted together; ends at, could not be under"
        )
        text = f"{words} {' '.join(f'{label} {n}' for label, n in figures)}"
        items[f"count:{view.scope}"] = Item(text, "count", names=tuple(s.name for s in view.shares), figures=figures)
    return items


def _figures(words: str, labels: Mapping[str, str], counts: Mapping[str, int], lines: tuple[str, ...]) -> Item:
    figures = tuple((label, str(counts[key])) for label, key in labels.items())
    none = "none" if any(n == "0" for _, n in figures) else ""
    return Item(
        f"{words} {none} {' '.join(f'{label} {n}' for label, n in figures)}", "count", figures=figures, advice=lines
    )


def withheld_at(findings: Sequence[Finding], chain: Chain) -> dict[str, list[str]]:
    """Rule id → what suppliers withhold among the facts behind its raised findings, in words."""
    found: dict[str, list[str]] = {}
    for finding in ranked(list(findings)):
        for ref in finding.because if finding.verdict == "raised" else ():
            fact = chain.get(ref)
            if fact is not None and fact.status == "withheld" and kept_by(fact) == "supplier":
                said = found.setdefault(finding.rule, [])
                said += [words for words in (field_words(ref, chain),) if words not in said]
    return found


def withheld_line(hidden: Sequence[str]) -> str:
    """The line of the first page about what a supplier does not tell."""
    return f"What is withheld: {listed(hidden, 6)}."


def further_line(titles: Sequence[str]) -> str:
    """The line of the first page about applications beyond the first ones."""
    return f"Further applications: {listed(titles, 6)}."


def change_line(change: WhatIf) -> str:
    """The line of the first page about the change that would take away most."""
    before, after = change.risks
    today = f" Today {change.now}." if change.now else ""
    return f"The one change that would help most: {change.change}.{today} Of {plural(before, 'risk')}, {after} would be left."


def letter_line(letter: Letter, letters: int = 1) -> str:
    """The line of the first page about a letter, the first to send of so many."""
    which = "the letter in this report to" if letters == 1 else "the letters in this report, first the one to"
    return f"Send {which} {letter.supplier}: {plural(len(letter.questions), 'question')}, with room for the answers."
