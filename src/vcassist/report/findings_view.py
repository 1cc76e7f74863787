"""Findings as people read them: one section a rule, with the facts that made it so, citations, advice and decisions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from vcassist.assessment.evaluate import Finding, ranked
from vcassist.assessment.leverage import by_role
from vcassist.assessment.rules import SEVERITIES, Rule
from vcassist.chain.facts import Chain, split_ref
from vcassist.chain.fields import FIELDS, KIND_TITLES, SINGLE_KINDS
from vcassist.interview.session import Contradiction
from vcassist.interview.words import name_of, shown_value
from vcassist.report.materials import Framework, country_name
from vcassist.report.model import (
    Action,
    ControlView,
    Decision,
    FactRow,
    FindingGroup,
    FindingItem,
    Lever,
    MitigationView,
    OpenRule,
    Question,
    TermView,
)
from vcassist.report.words import ROLE_TITLES, clean, stop

# How many of a risk's mitigations the action plan takes over.
PLANNED = 2


def title_of(component: str, chain: Chain) -> str:
    """A component's name for people; a rule on the whole chain is about "the whole chain"."""
    return "the whole chain" if component == "chain" else clean(chain.title(component))


def groups(
    kind: str,
    findings: Sequence[Finding],
    rules: Mapping[str, Rule],
    chain: Chain,
    rows: Mapping[str, FactRow],
    entries: Mapping[str, Any],
    frameworks: Mapping[str, Framework],
    decisions: Mapping[str, Any],
) -> tuple[FindingGroup, ...]:
    """Raised findings of a kind (risk or opportunity), worst first, those of one rule together."""
    by_rule: dict[str, list[Finding]] = {}
    for finding in ranked(findings):
        if finding.kind == kind and finding.verdict == "raised" and finding.rule in rules:
            by_rule.setdefault(finding.rule, []).append(finding)
    letter = "R" if kind == "risk" else "O"
    return tuple(
        _group(f"{letter}{n}", rules[rule_id], members, chain, rows, entries, frameworks, decisions)
        for n, (rule_id, members) in enumerate(by_rule.items(), 1)
    )


def _group(
    label: str,
    rule: Rule,
    members: Sequence[Finding],
    chain: Chain,
    rows: Mapping[str, FactRow],
    entries: Mapping[str, Any],
    frameworks: Mapping[str, Framework],
    decisions: Mapping[str, Any],
) -> FindingGroup:
    return FindingGroup(
        label=label,
        rule=rule.id,
        kind=rule.kind,
        group=rule.group,
        severity=members[0].severity,
        title=rule.title,
        statement=stop(rule.statement),
        why=rule.why,
        who=rule.who,
        false_alarm=rule.false_alarm,
        items=tuple(_item(f, chain, rows, decisions) for f in members),
        terms=tuple(_term(entries[t]) for t in rule.terms if t in entries),
        controls=tuple(control(ref, frameworks) for ref in rule.frameworks),
        mitigations=tuple(
            MitigationView(m.do, m.first_step, m.effort, m.who)
            for m in rule.steps(ref for f in members for ref in f.because)
        ),
        levers=dict(rule.levers),
        digest=rule.digest,
    )


def _item(finding: Finding, chain: Chain, rows: Mapping[str, FactRow], decisions: Mapping[str, Any]) -> FindingItem:
    return FindingItem(
        id=finding.id,
        component=finding.component,
        component_title=title_of(finding.component, chain),
        severity=finding.severity,
        likelihood=finding.likelihood,
        impact=finding.impact,
        facts=tuple(rows[ref] for ref in finding.because if ref in rows),
        reasons=finding.reasons,
        lighter=tuple(r for r in finding.reasons if r in finding.lighter),
        decision=_decision(decisions.get(finding.id)),
    )


def _decision(data: Any) -> Decision | None:
    if not isinstance(data, Mapping) or not data.get("state"):
        return None
    return Decision(*(clean(str(data.get(part) or "")) for part in ("state", "note", "at", "who", "by_when")))


def _term(entry: Any) -> TermView:
    return TermView(entry.slug, entry.title, entry.definition, f"/glossary/{entry.slug}")


def control(ref: str, frameworks: Mapping[str, Framework]) -> ControlView:
    """``nist-ai-rmf-1.0:GOVERN-6.1`` with the framework's title and the item in a line, as far as they are known."""
    framework_id, _, item = ref.partition(":")
    known = frameworks.get(framework_id)
    return ControlView(ref, known.title if known else framework_id, item, known.items.get(item, "") if known else "")


def field_words(ref: str, chain: Chain) -> str:
    """``model.weights`` → ``the model's weights (GPT-4o)``; without the part where its kind says it."""
    component, kind, name = split_ref(ref)
    title = title_of(component, chain)
    about = "" if title == KIND_TITLES[kind] or kind in SINGLE_KINDS else f" ({title})"
    return f"{name_of(f'{kind}.{name}')}{about}"


def undecided(findings: Iterable[Finding], rules: Mapping[str, Rule], chain: Chain) -> tuple[OpenRule, ...]:
    """Rules that are open on some component, with what would decide them; risks first, worst first."""
    by_rule: dict[str, list[Finding]] = {}
    for finding in ranked(list(findings)):
        if finding.verdict == "unknown" and finding.rule in rules:
            by_rule.setdefault(finding.rule, []).append(finding)
    return tuple(
        OpenRule(
            rule=rule_id,
            kind=members[0].kind,
            title=rules[rule_id].title,
            severity=max((f.severity for f in members), key=SEVERITIES.index),
            components=tuple(title_of(f.component, chain) for f in members),
            missing=tuple(
                (ref, field_words(ref, chain)) for ref in dict.fromkeys(r for f in members for r in f.missing)
            ),
        )
        for rule_id, members in by_rule.items()
    )


def open_questions(findings: Iterable[Finding], chain: Chain) -> tuple[Question, ...]:
    """Open fields, those of one question together; first the question that settles most."""
    settles: dict[str, int] = {}
    for finding in findings:
        for ref in finding.missing if finding.verdict == "unknown" else ():
            settles[ref] = settles.get(ref, 0) + 1
    for ref, fact in chain.facts.items():
        if fact.open:
            settles.setdefault(ref, 0)
    by_field: dict[str, list[str]] = {}
    for ref in settles:
        known = chain.get(ref)
        if known is None or known.open:
            _, kind, name = split_ref(ref)
            by_field.setdefault(f"{kind}.{name}", []).append(ref)
    found = [_question(key, sorted(refs), settles, chain) for key, refs in by_field.items()]
    return tuple(sorted(found, key=lambda q: (-q.settles, list(FIELDS).index(q.field))))


def contradicted(conflicts: Iterable[Contradiction], chain: Chain) -> tuple[Question, ...]:
    """Fields of which two things were said and nobody decided, each with both: what stands first."""
    said: dict[str, list[str]] = {}
    for conflict in conflicts:
        first, second = (shown_value(conflict.ref, value, country_name) for value in (conflict.old, conflict.new))
        ways = (conflict.old_quote or first, conflict.new_quote or second)
        if ways[0] == ways[1]:
            # One sentence that was read in two ways.
            ways = (f"{ways[0]}: {first}", f"{ways[1]}: {second}")
        words = said.setdefault(conflict.ref, [])
        words += [text for way in ways if (text := clean(way)) not in words]
    found = []
    for ref, words in said.items():
        _, kind, name = split_ref(ref)
        found.append(replace(_question(f"{kind}.{name}", [ref], {ref: 0}, chain), said=tuple(words)))
    return tuple(found)


def _question(key: str, refs: list[str], settles: Mapping[str, int], chain: Chain) -> Question:
    facts = [chain.get(ref) for ref in refs]
    statuses = dict.fromkeys(fact.status if fact else "unasked" for fact in facts)
    return Question(
        field=key,
        refs=tuple(refs),
        text=FIELDS[key].question,
        reason=FIELDS[key].reason,
        components=tuple(title_of(ref.partition(".")[0], chain) for ref in refs),
        settles=sum(settles[ref] for ref in refs),
        status=" / ".join(statuses),
    )


def actions(risks: Iterable[FindingGroup], opportunities: Iterable[FindingGroup]) -> tuple[Action, ...]:
    """The plan: each finding's mitigations with their first step; risks first. Who and by when are blank unless they were decided."""
    plan = []
    for group in (*risks, *opportunities):
        made = [i.decision for i in group.items if i.decision]
        state, who, by_when = (
            ", ".join(dict.fromkeys(v for d in made if (v := getattr(d, part)))) for part in ("state", "who", "by_when")
        )
        for step in group.mitigations[: PLANNED if group.kind == "risk" else 1]:
            plan.append(
                Action(
                    group.label, group.severity, step.do, step.first_step, step.effort, step.who, state, who, by_when
                )
            )
    return tuple(plan)


def levers(findings: Sequence[Finding], rules: Sequence[Rule], labels: Mapping[str, str]) -> tuple[Lever, ...]:
    """What each role could do to change what was found, by role; first what bears on most."""
    found = by_role(findings, rules)
    return tuple(
        Lever(
            ROLE_TITLES.get(role, role),
            lever.text,
            ", ".join(dict.fromkeys(labels[id_] for id_ in lever.findings if id_ in labels)),
        )
        for role in (*ROLE_TITLES, *(r for r in found if r not in ROLE_TITLES))
        for lever in found.get(role, ())
    )
