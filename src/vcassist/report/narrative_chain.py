"""What the organisation depends on, for the first page: applications, who stands behind the parts, on what, and where."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from vcassist.assessment.concentration import known_suppliers
from vcassist.assessment.register import Register
from vcassist.chain.facts import Chain, Fact, kind_of
from vcassist.chain.fields import FIELDS, KIND_TITLES
from vcassist.report.evidence import (
    APPLICATIONS_AT_MOST,
    FURTHER,
    NOTHING_SAID,
    UNNAMED,
    further_line,
)
from vcassist.report.model import Sentence
from vcassist.report.words import clean, listed, value_words, with_article

SUPPLIERS_AT_MOST, NAMED_AT_MOST, HIDDEN_AT_MOST = 5, 4, 6
_PARTS = {"compute": "the machines"}


def _in_prose(component: str, chain: Chain) -> str:
    """A component's name within a sentence: its own or, without one, "the storage", "Storage 2"."""
    title, kind = clean(chain.title(component)), kind_of(component)
    if title != KIND_TITLES[kind] or (f"{kind}.name" in FIELDS and chain.value(f"{component}.name")):
        return title
    return _PARTS.get(kind, f"the {title.lower()}")


def depends_on(chain: Chain, register: Register) -> Iterator[Iterator[Sentence]]:
    """One bullet an application, then one each for suppliers, what these rest on, and places; each sentence with its ids."""
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
    yield _suppliers(
        chain,
        register,
        frozenset(
            f"{app}.supplier" for app in apps[:APPLICATIONS_AT_MOST] if _named(chain, app) and not _idle(chain, app)
        ),
    )
    yield _rests_on(chain, register)
    yield _places(chain)


def _application(chain: Chain, app: str) -> Iterator[Sentence]:
    """What one application is, what for, for whom, and what happens without it."""
    name, supplier, purpose, people = (
        chain.get(f"{app}.{f}") for f in ("name", "supplier", "purpose", "affected_people")
    )
    shown = _in_prose(app, chain)
    known_name = (name.ref,) if name and name.status == "known" else ()
    idle = _idle(chain, app)
    if known_name and idle:
        yield Sentence(idle.format(shown), (*known_name, f"{app}.lifecycle"))
    elif known_name and supplier and supplier.status == "known":
        maker = clean(str(supplier.value))
        by = ", which you supply yourselves" if maker == "self" else f", supplied by {maker}" if maker != shown else ""
        yield Sentence(f"You use {shown}{by}.", (*known_name, supplier.ref))
    elif known_name:
        yield Sentence(f"You use {shown}.", known_name)
    elif name is not None and name.open:
        yield Sentence(f"What {shown} is called is {_gap(name)}.", (name.ref,))
    if purpose and purpose.status == "known":
        yield Sentence(f"It is used for this: “{clean(str(purpose.value))}”.", (purpose.ref,))
    if people and people.status == "known":
        yield Sentence(f"Its output touches the lives of {listed(value_words(people).split('; '))}.", (people.ref,))
    if not idle:
        yield from _without(chain, app)


def _idle(chain: Chain, app: str) -> str:
    """What is said of an application that is not in use yet, or not any more; "" of one that is used."""
    return _IDLE.get(str(chain.value(f"{app}.lifecycle")), "")


def _gap(fact: Fact) -> str:
    return {"unknown": "not known"}.get(fact.status, value_words(fact))


_IDLE = {"planned": "{} is planned.", "retired": "{} is no longer used."}
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


def _named(chain: Chain, app: str) -> bool:
    return bool(chain.value(f"{app}.name"))


def _suppliers(chain: Chain, register: Register, told: frozenset[str]) -> Iterator[Sentence]:
    """Who stands behind which parts; who supplies just one application was told with it."""
    for name, components in list(_behind(chain, register).items())[:SUPPLIERS_AT_MOST]:
        who = "You yourselves stand" if name == "self" else f"{clean(name)} stands"
        if len(components) > NAMED_AT_MOST:
            yield Sentence(
                f"{who} behind {len(components)} of {len(known_suppliers(chain, register))} parts whose supplier is known.",
                ("count:direct",),
            )
            continue
        refs = tuple(f"{c}.supplier" for c in components)
        if len(refs) == 1 and refs[0] in told:
            continue
        yield Sentence(f"{who} behind {listed([_in_prose(c, chain) for c in components])}.", refs)
    yield from _hidden(chain)


def _hidden(chain: Chain) -> Iterator[Sentence]:
    """Who stands behind what is not known or withheld, one sentence for each reason."""
    gaps: dict[str, list[Fact]] = {}
    for component in chain.all_components():
        fact = chain.get(f"{component}.supplier") if f"{kind_of(component)}.supplier" in FIELDS else None
        if fact is not None and fact.open:
            gaps.setdefault(_gap(fact), []).append(fact)
    for gap, facts in gaps.items():
        shown = facts[:HIDDEN_AT_MOST]
        ids = tuple(f.ref for f in shown)
        where = listed([_in_prose(f.component, chain) for f in shown])
        yield Sentence(f"Who stands behind {where} is {gap}.", ids)


def _rests_on(chain: Chain, register: Register) -> Iterator[Sentence]:
    """One sentence on what all the suppliers rest on: those that most of them share come first."""
    registered: dict[str, tuple[str, ...]] = {}
    for name, components in _behind(chain, register).items():
        known = register.supplier(name)
        if known:
            # One fact shows that a supplier is one of theirs.
            registered[known.id] = (f"{components[0]}.supplier",)
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
    each = all(set(using) <= set(behind[to]) for to in shared)
    verb = "itself rests" if len(using) == 1 else "themselves rest" if each else "together rest"
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
