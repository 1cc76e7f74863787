"""The first page: what the organisation depends on, what matters, what to do on Monday, how sure this is.

Templates only. Each sentence carries the ids of what it was built from, and passes the claim gate like any other.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from vcassist.assessment.concentration import known_suppliers
from vcassist.assessment.register import Register
from vcassist.chain.facts import Chain, Fact, kind_of
from vcassist.chain.fields import FIELDS, KIND_TITLES
from vcassist.report.claims import Evidence, gate
from vcassist.report.evidence import (
    APPLICATIONS_AT_MOST,
    BEST_CHANGE,
    FURTHER,
    LITTLE_KNOWN,
    NOTHING_SAID,
    UNDECIDED,
    UNNAMED,
    change_line,
    further_line,
    letter_line,
)
from vcassist.report.model import FindingGroup, Letter, Question, Removed, Sentence, Summary, WhatIf
from vcassist.report.words import clean, listed, plural, stop, value_words, with_article

MATTERS_AT_LEAST, MATTERS_AT_MOST = 3, 5
SUPPLIERS_AT_MOST, NAMED_AT_MOST = 5, 4
Bullet = tuple[Sentence, ...]


def summary(
    chain: Chain,
    register: Register,
    risks: Sequence[FindingGroup],
    counts: Mapping[str, int],
    questions: Sequence[Question],
    letters: Sequence[Letter],
    evidence: Evidence,
    what_ifs: Sequence[WhatIf] = (),
) -> tuple[Summary, tuple[Removed, ...]]:
    """The first page, every sentence through the claim gate; and what the gate removed."""
    removed: list[Removed] = []

    def kept(sentences: Iterator[Sentence]) -> Bullet:
        stay, out = gate(sentences, evidence)
        removed.extend(out)
        return stay

    top = what_matters(risks)
    depends = [kept(bullet) for bullet in _depends_on(chain, register)]
    matters = [(group.label, kept(_matter(group, chain, register))) for group in top]
    monday = kept(_monday(top, questions, letters, what_ifs))
    sure = kept(_sureness(counts))
    return Summary(tuple(b for b in depends if b), tuple(matters), monday, sure), tuple(removed)


def what_matters(risks: Sequence[FindingGroup]) -> list[FindingGroup]:
    """The three to five risks of the first page: the critical and high ones, filled up from below to three."""
    grave = [g for g in risks if g.severity in ("critical", "high")]
    return list(risks[: min(max(len(grave), MATTERS_AT_LEAST), MATTERS_AT_MOST)])


_PARTS = {"compute": "the machines"}


def in_prose(component: str, chain: Chain) -> str:
    """A component's name within a sentence: its own or, without one, "the storage", "Storage 2"."""
    title, kind = clean(chain.title(component)), kind_of(component)
    if title != KIND_TITLES[kind] or (f"{kind}.name" in FIELDS and chain.value(f"{component}.name")):
        return title
    return _PARTS.get(kind, f"the {title.lower()}")


def _depends_on(chain: Chain, register: Register) -> Iterator[Iterator[Sentence]]:
    if not chain.facts:
        yield iter((Sentence(NOTHING_SAID, ("count:statuses",)),))
        return
    apps = [app for app in chain.mentioned("application") if not chain.absent(app)]
    if not apps:
        yield iter((Sentence(UNNAMED, ("count:statuses",)),))
    for app in apps[:APPLICATIONS_AT_MOST]:
        yield _application(chain, app)
    if len(apps) > APPLICATIONS_AT_MOST:
        yield _further(chain, apps[APPLICATIONS_AT_MOST:])
    yield _suppliers(chain, register)
    yield _rests_on(chain, register)
    yield _places(chain)


def _application(chain: Chain, app: str) -> Iterator[Sentence]:
    """What one application is, what for, for whom, and what happens without it."""
    name, supplier, purpose, people = (
        chain.get(f"{app}.{f}") for f in ("name", "supplier", "purpose", "affected_people")
    )
    shown = in_prose(app, chain)
    known_name = (name.ref,) if name and name.status == "known" else ()
    if known_name and supplier and supplier.status == "known":
        by = "supplied by yourselves" if supplier.value == "self" else f"supplied by {clean(str(supplier.value))}"
        yield Sentence(f"You use {shown}, {by}.", (*known_name, supplier.ref))
    elif known_name:
        yield Sentence(f"You use {shown}.", known_name)
    elif name is not None and name.open:
        yield Sentence(f"What {shown} is called is {_gap(name)}.", (name.ref,))
    if purpose and purpose.status == "known":
        yield Sentence(f"It is used for this: “{clean(str(purpose.value))}”.", (purpose.ref,))
    if people and people.status == "known":
        yield Sentence(f"Its output touches the lives of {listed(value_words(people).split('; '))}.", (people.ref,))
    yield from _without(chain, app)


def _gap(fact: Fact) -> str:
    return {"unknown": "not known"}.get(fact.status, value_words(fact))


_GONE = {
    "stops": "If it is gone for a day, your service stops.",
    "degrades": "If it is gone for a day, your service gets worse.",
}
_FALLBACK = {"yes": "A fallback is ready.", "partly": "A fallback is only partly ready.", "no": "No fallback is ready."}


def _without(chain: Chain, app: str) -> Iterator[Sentence]:
    effect, fallback = chain.value(f"{app}.outage_effect"), chain.get(f"{app}.alternative")
    if effect not in _GONE:
        return
    yield Sentence(_GONE[effect], (f"{app}.outage_effect",))
    if fallback is not None and isinstance(fallback.value, str):
        yield Sentence(_FALLBACK[fallback.value], (fallback.ref,))
    elif fallback is not None and fallback.open:
        yield Sentence(f"Whether a fallback is ready is {_gap(fallback)}.", (fallback.ref,))


def _further(chain: Chain, apps: Sequence[str]) -> Iterator[Sentence]:
    named = [app for app in apps if chain.value(f"{app}.name")]
    if named:
        titles = [clean(chain.title(app)) for app in named]
        yield Sentence(further_line(titles), (FURTHER,))


def _behind(chain: Chain, register: Register) -> dict[str, list[str]]:
    """Outside suppliers, those behind most parts first, each with its components; the organisation itself last."""
    found: dict[str, list[str]] = {}
    for component in chain.all_components():
        name = chain.value(f"{component}.supplier") if f"{kind_of(component)}.supplier" in FIELDS else None
        if name:
            found.setdefault(register.canonical(name), []).append(component)
    return dict(sorted(found.items(), key=lambda item: (item[0] == "self", -len(item[1]))))


def _suppliers(chain: Chain, register: Register) -> Iterator[Sentence]:
    for name, components in list(_behind(chain, register).items())[:SUPPLIERS_AT_MOST]:
        who = "You yourselves stand" if name == "self" else f"{clean(name)} stands"
        if len(components) > NAMED_AT_MOST:
            yield Sentence(
                f"{who} behind {len(components)} of {len(known_suppliers(chain, register))} parts whose supplier is known.",
                ("count:direct",),
            )
            continue
        refs = tuple(f"{c}.supplier" for c in components)
        yield Sentence(f"{who} behind {listed([in_prose(c, chain) for c in components])}.", refs)
    yield from _hidden(chain)


def _hidden(chain: Chain) -> Iterator[Sentence]:
    """Who stands behind what is not known or withheld, one sentence for each reason."""
    gaps: dict[str, list[Fact]] = {}
    for component in chain.all_components():
        fact = chain.get(f"{component}.supplier") if f"{kind_of(component)}.supplier" in FIELDS else None
        if fact is not None and fact.open:
            gaps.setdefault(_gap(fact), []).append(fact)
    for gap, facts in gaps.items():
        shown = facts[:SUPPLIERS_AT_MOST]
        ids = tuple(f.ref for f in shown)
        where = listed([in_prose(f.component, chain) for f in shown])
        yield Sentence(f"Who stands behind {where} is {gap}.", ids)


def _rests_on(chain: Chain, register: Register) -> Iterator[Sentence]:
    """One sentence on what all the suppliers rest on: those that most of them share come first."""
    registered: dict[str, tuple[str, ...]] = {}
    for name, components in _behind(chain, register).items():
        known = register.supplier(name)
        if known:
            registered[known.id] = tuple(f"{c}.supplier" for c in components)
    behind: dict[str, list[str]] = {}
    for supplier in registered:
        for to in dict.fromkeys(e.to for e in register.suppliers[supplier].edges):
            if to in register.suppliers and to not in registered:
                behind.setdefault(to, []).append(supplier)
    shared = sorted(behind, key=lambda to: -len(behind[to]))
    if not shared:
        return
    using = [s for s in registered if any(s in found for found in behind.values())]
    names = [clean(register.suppliers[to].name) for to in shared]
    rests = listed(names) if len(names) <= 6 else f"{', '.join(names[:5])} and others"
    ids = tuple(dict.fromkeys(i for s in using for i in (*registered[s], f"register:{s}")))
    verb = "itself rests" if len(using) == 1 else "themselves rest"
    who = listed([clean(register.suppliers[s].name) for s in using])
    yield Sentence(f"By the public register, {who} {verb} on {rests}.", ids)


def _places(chain: Chain) -> Iterator[Sentence]:
    places = (
        ("storage", "The data is stored in", "Where the data is stored"),
        ("compute", "The machines stand in", "Where the machines stand"),
    )
    for kind, words, where in places:
        facts = [f for c in chain.mentioned(kind) if (f := chain.get(f"{c}.country")) is not None]
        known = [f for f in facts if f.status == "known"]
        if known:
            names = list(dict.fromkeys(with_article(value_words(f)) for f in known))
            yield Sentence(f"{words} {listed(names)}.", tuple(f.ref for f in known))
        elif facts and all(f.open for f in facts):
            yield Sentence(f"{where} is {_gap(facts[0])}.", (facts[0].ref,))


def _matter(group: FindingGroup, chain: Chain, register: Register) -> Iterator[Sentence]:
    ids = tuple(item.id for item in group.items)
    yield Sentence(group.statement, ids)
    kind = kind_of(group.items[0].component)
    if len(group.items) > 1 or (kind != "chain" and len(chain.components(kind)) > 1):
        yield Sentence(
            f"It concerns {listed([i.component_title for i in group.items], 6)}.", (f"count:{group.rule}", *ids)
        )
    if kind == "chain":
        yield from _who(group, chain, register)
    reasons = list(dict.fromkeys(r for item in group.items for r in item.reasons))
    if reasons:
        yield Sentence(f"What weighs on it: {stop('; '.join(reasons[:2]))}", ids)
    said = [row for item in group.items for row in item.facts if row.quote.strip()]
    # A bare name says less than what was said about it.
    quoted = next((row for row in said if row.field not in ("supplier", "name", "country")), None)
    if quoted:
        yield Sentence(f"In your words: “{clean(quoted.quote)}”.", (quoted.ref,))


def _who(group: FindingGroup, chain: Chain, register: Register) -> Iterator[Sentence]:
    """A finding on the whole chain names nobody: the suppliers among its facts do."""
    rows = [
        row for item in group.items for row in item.facts if row.ref.endswith(".supplier") and row.status == "known"
    ]
    names = {clean(register.canonical(str(chain.value(row.ref)))): row.ref for row in rows if row.raw != "self"}
    if 0 < len(names) <= NAMED_AT_MOST:
        yield Sentence(
            f"{listed(list(names))} {'stands' if len(names) == 1 else 'stand'} behind it.", tuple(names.values())
        )


def _monday(
    top: Sequence[FindingGroup], questions: Sequence[Question], letters: Sequence[Letter], what_ifs: Sequence[WhatIf]
) -> Iterator[Sentence]:
    """The easiest first step on each thing that matters; the letter with most questions; the question that settles most."""
    seen = set()
    for group in top:
        easy = sorted(group.mitigations, key=lambda m: ("low", "medium", "high").index(m.effort))
        if easy and easy[0].first_step not in seen:
            seen.add(easy[0].first_step)
            yield Sentence(
                f"{stop(easy[0].do)} Begin so: {stop(easy[0].first_step)}", tuple(item.id for item in group.items)
            )
    if what_ifs:
        yield Sentence(change_line(what_ifs[0]), (BEST_CHANGE,))
    if letters:
        at = max(range(len(letters)), key=lambda n: len(letters[n].questions))
        yield Sentence(letter_line(letters[at]), (f"letter:{at + 1}",))
    if len(top) < MATTERS_AT_LEAST and questions:
        yield Sentence(f"Find an answer to this question first: “{questions[0].text}”", ("count:questions",))


def _sureness(counts: Mapping[str, int]) -> Iterator[Sentence]:
    answered = f"{counts['known']:,} {_are(counts['known'])}" if counts["known"] else "none is"
    yield Sentence(
        f"Of {plural(counts['all'], 'question')} about this chain, {answered} answered.", ("count:statuses",)
    )
    rest = (
        ("unknown", "not known to you"),
        ("withheld", "withheld"),
        ("not_applicable", "not applicable"),
        ("unasked", "not asked yet"),
    )
    parts = [f"{counts[key]:,} {_are(counts[key])} {words}" for key, words in rest if counts[key]]
    if parts:
        yield Sentence(f"{listed(parts)}.", ("count:statuses",))
    yield Sentence(
        f"{plural(counts['risks'], 'risk')} {_was(counts['risks'])} found, {counts['undecided']:,} "
        f"{_are(counts['undecided'])} undecided and {counts['clear']:,} {_are(counts['clear'])} ruled out.",
        ("count:findings",),
    )
    if counts["undecided"]:
        yield Sentence(UNDECIDED, ("count:findings",))
    if counts["known"] * 3 < counts["all"]:
        yield Sentence(LITTLE_KNOWN, ("count:statuses",))


def _was(number: int) -> str:
    return "was" if number == 1 else "were"


def _are(number: int) -> str:
    return "is" if number == 1 else "are"
