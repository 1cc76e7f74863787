"""The first page: what the organisation depends on, what matters, what to do on Monday, how sure this is.

Templates only.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from vcassist.assessment.register import Register
from vcassist.chain.facts import Chain, kind_of
from vcassist.chain.fields import FIELDS
from vcassist.report.claims import Evidence, gate
from vcassist.report.findings_view import title_of
from vcassist.report.model import FindingGroup, Letter, Question, Removed, Sentence, Summary
from vcassist.report.words import clean, listed, plural, stop, value_words

MATTERS_AT_LEAST, MATTERS_AT_MOST = 3, 5


def summary(
    chain: Chain,
    register: Register,
    risks: Sequence[FindingGroup],
    counts: Mapping[str, int],
    questions: Sequence[Question],
    letters: Sequence[Letter],
    evidence: Evidence,
) -> tuple[Summary, tuple[Removed, ...]]:
    """The first page, every sentence through the claim gate; and what the gate removed."""
    top = what_matters(risks)
    depends, removed = gate(_depends_on(chain, register), evidence)
    matters = []
    for group in top:
        kept, out = gate(_matter(group), evidence)
        matters.append((group.label, kept))
        removed += out
    monday, out = gate(_monday(chain, top, questions, letters, register), evidence)
    removed += out
    sure, out = gate(_sureness(counts), evidence)
    return Summary(depends, tuple(matters), monday, sure), removed + out


def what_matters(risks: Sequence[FindingGroup]) -> list[FindingGroup]:
    """The three to five risks of the first page: the critical and high ones, filled up from below to three."""
    grave = [g for g in risks if g.severity in ("critical", "high")]
    return list(risks[: min(max(len(grave), MATTERS_AT_LEAST), MATTERS_AT_MOST)])


def _depends_on(chain: Chain, register: Register) -> Iterator[Sentence]:
    if not chain.facts:
        yield Sentence("Nothing has been said yet about what the organisation depends on.", ("count:statuses",))
        return
    yield from _applications(chain)
    yield from _suppliers(chain, register)
    yield from _places(chain)


def _applications(chain: Chain) -> Iterator[Sentence]:
    apps = [app for app in chain.mentioned("application") if not chain.absent(app)]
    if not apps:
        yield Sentence("Which application is used has not been said yet.", ("count:statuses",))
    for app in apps[:4]:
        name_ref, purpose_ref, people_ref = f"{app}.name", f"{app}.purpose", f"{app}.affected_people"
        title = title_of(app, chain)
        own_ids = tuple(ref for ref in (name_ref,) if chain.value(ref)) or _first_ref(chain, app)
        purpose = chain.value(purpose_ref)
        if purpose:
            yield Sentence(f"{title} is used for “{clean(purpose)}”.", (*own_ids, purpose_ref))
        else:
            yield Sentence(f"{title} is part of the chain.", own_ids)
        people = chain.get(people_ref)
        if people is not None and people.status == "known":
            yield Sentence(
                f"What {title} puts out touches the lives of {value_words(people).replace(';', ',')}.",
                (*own_ids, people_ref),
            )
    if len(apps) > 4:
        refs = tuple(ref for app in apps[4:] for ref in _first_ref(chain, app))
        yield Sentence(
            f"Further applications: {listed([title_of(a, chain) for a in apps[4:]])}.",
            (*refs, *(f"{a}.name" for a in apps[4:] if chain.value(f"{a}.name"))),
        )


def _first_ref(chain: Chain, component: str) -> tuple[str, ...]:
    return tuple(ref for ref in chain.facts if ref.partition(".")[0] == component)[:1]


def _suppliers(chain: Chain, register: Register) -> Iterator[Sentence]:
    behind: dict[str, list[str]] = {}
    open_ones: list[str] = []
    registered: dict[str, tuple[str, ...]] = {}
    for component in chain.all_components():
        fact = chain.get(f"{component}.supplier") if f"{kind_of(component)}.supplier" in FIELDS else None
        if fact is not None and isinstance(fact.value, str):
            behind.setdefault(register.canonical(fact.value), []).append(component)
        elif fact is not None and fact.open:
            open_ones.append(component)
    for name, components in sorted(behind.items(), key=lambda item: (item[0] == "self", -len(item[1]))):
        refs = tuple(f"{c}.{f}" for c in components for f in ("supplier", "name") if chain.get(f"{c}.{f}"))
        known = register.supplier(name)
        ids = (*refs, f"register:{known.id}") if known else refs
        who = "You yourselves stand" if name == "self" else f"{clean(name)} stands"
        yield Sentence(f"{who} behind {listed([title_of(c, chain) for c in components])}.", ids)
        if known:
            registered[known.id] = ids
    yield from _rests_on(registered, register)
    for component in open_ones:
        fact = chain.facts[f"{component}.supplier"]
        word = {"unknown": "not known"}.get(fact.status, value_words(fact))
        yield Sentence(
            f"Who stands behind {title_of(component, chain)} is {word}.", (fact.ref, *_named(chain, component))
        )


def _rests_on(registered: Mapping[str, tuple[str, ...]], register: Register) -> Iterator[Sentence]:
    """One sentence on what all the suppliers rest on: those that most of them share come first."""
    behind: dict[str, list[str]] = {}
    for supplier in registered:
        for to in dict.fromkeys(e.to for e in register.suppliers[supplier].edges):
            if to in register.suppliers and to not in registered:
                behind.setdefault(to, []).append(supplier)
    shared = sorted(behind, key=lambda to: -len(behind[to]))
    if shared:
        names = [clean(register.suppliers[to].name) for to in shared]
        rests = listed(names) if len(names) <= 6 else f"{', '.join(names[:5])} and others"
        suppliers = listed([clean(register.suppliers[s].name) for s in registered])
        ids = tuple(dict.fromkeys(i for refs in registered.values() for i in refs))
        yield Sentence(
            f"By the public register, {suppliers} themselves rest on {rests}."
            if len(registered) > 1
            else f"By the public register, {suppliers} itself rests on {rests}.",
            ids,
        )


def _named(chain: Chain, component: str) -> tuple[str, ...]:
    ref = f"{component}.name"
    return (ref,) if chain.get(ref) else ()


def _places(chain: Chain) -> Iterator[Sentence]:
    for kind, words in (("storage", "Data is stored in"), ("compute", "The machines stand in")):
        facts = [
            f for c in chain.mentioned(kind) if (f := chain.get(f"{c}.country")) is not None and f.status == "known"
        ]
        names = list(dict.fromkeys(value_words(f) for f in facts))
        if names:
            yield Sentence(f"{words} {listed(names)}.", tuple(f.ref for f in facts))


def _matter(group: FindingGroup) -> Iterator[Sentence]:
    ids = tuple(item.id for item in group.items)
    yield Sentence(group.statement, ids)
    if len(group.items) > 1:
        yield Sentence(
            f"It concerns "
            f"{listed([i.component_title for i in group.items][:8])}{'' if len(group.items) <= 8 else ' and others'}.",
            ids,
        )
    reasons = list(dict.fromkeys(r for item in group.items for r in item.reasons))
    if reasons:
        yield Sentence(f"What weighs on it: {stop('; '.join(reasons[:2]))}", ids)
    said = [row for item in group.items for row in item.facts if row.quote.strip()]
    if said:
        # A bare name says less than what was said about it.
        quoted = next((row for row in said if row.field not in ("supplier", "name", "country")), said[0])
        yield Sentence(f"In your words: “{clean(quoted.quote)}”.", (quoted.ref,))


def _monday(
    chain: Chain,
    top: Sequence[FindingGroup],
    questions: Sequence[Question],
    letters: Sequence[Letter],
    register: Register,
) -> Iterator[Sentence]:
    seen = set()
    for group in top:
        easy = sorted(group.mitigations, key=lambda m: ("low", "medium", "high").index(m.effort))
        if easy and easy[0].first_step not in seen:
            seen.add(easy[0].first_step)
            yield Sentence(
                f"{stop(easy[0].do)} Begin so: {stop(easy[0].first_step)}", tuple(item.id for item in group.items)
            )
    for letter in letters[:1]:
        refs = tuple(
            ref
            for ref in chain.facts
            if ref.endswith(".supplier") and clean(register.canonical(str(chain.value(ref) or ""))) == letter.supplier
        )
        if refs:
            known = register.supplier(letter.supplier)
            yield Sentence(
                f"Send {letter.supplier} the questions that are still open.",
                (*refs, f"register:{known.id}") if known else refs,
            )
    if len(top) < MATTERS_AT_LEAST and questions:
        yield Sentence(f"Find an answer to this question first: “{questions[0].text}”", ("count:questions",))


def _sureness(counts: Mapping[str, int]) -> Iterator[Sentence]:
    yield Sentence(
        f"Of {plural(counts['all'], 'field')} of this chain: {counts['known']:,} known, {counts['unknown']:,} unknown, "
        f"{counts['withheld']:,} withheld, {counts['not_applicable']:,} that do not apply, {counts['unasked']:,} not "
        f"asked.",
        ("count:statuses",),
    )
    yield Sentence(
        f"{plural(counts['risks'], 'risk')} {'is' if counts['risks'] == 1 else 'are'} raised, "
        f"{counts['undecided']:,} undecided and "
        f"{counts['clear']:,} ruled out.",
        ("count:findings",),
    )
    if counts["undecided"]:
        yield Sentence(
            "An undecided risk is not an absent one: the open questions say what would decide it.", ("count:findings",)
        )
    if counts["known"] * 3 < counts["all"]:
        yield Sentence("Little is known so far: read this report as a list of questions.", ("count:statuses",))
