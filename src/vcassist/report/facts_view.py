"""Facts and components as people read them: value in words, the person's own words, and where they come from."""

from __future__ import annotations

from collections.abc import Mapping

from vcassist.chain.facts import Chain, Fact, kind_of, split_ref
from vcassist.chain.fields import FIELDS, KIND_TITLES, KINDS, fields_of
from vcassist.interview.planner import AFTER, pointless
from vcassist.interview.session import Session, Turn
from vcassist.interview.to_supplier import kept_by
from vcassist.interview.words import name_of
from vcassist.report.confirming import ground_of
from vcassist.report.model import ComponentView, FactRow
from vcassist.report.model_basis import ANSWER_OF, SOURCES
from vcassist.report.words import OWN, clean, value_words

# How a part's supplier stands where other answers say that there is none to ask for.
SETTLED = "settled"


def fact_rows(chain: Chain, session: Session | None) -> dict[str, FactRow]:
    """A row a fact by its reference, numbered F1, F2 … in the order of kinds, components and fields."""
    turns = {t.number: t for t in session.turns} if session else {}
    order = {key: at for at, key in enumerate(FIELDS)}
    components = chain.all_components()
    facts = sorted(chain.facts.values(), key=lambda f: (components.index(f.component), order[f.field.key]))
    return {fact.ref: _row(fact, f"F{n}", chain, session, turns) for n, fact in enumerate(facts, 1)}


def _row(fact: Fact, label: str, chain: Chain, session: Session | None, turns: Mapping[int, Turn]) -> FactRow:
    turn = turns.get(fact.turn)
    return FactRow(
        label=label,
        ref=fact.ref,
        component=fact.component,
        component_title=clean(chain.title(fact.component)),
        field=fact.field.label,
        status=fact.status,
        value=value_words(fact),
        raw=list(fact.value) if isinstance(fact.value, tuple) else fact.value,
        quote=fact.quote,
        where=_where(fact, turn, session is None),
        source="from the chain file" if session is None and fact.source == "said" else _source(fact, session),
        by=kept_by(fact) if fact.status == "withheld" else fact.by or "",
        note=clean(fact.note),
        start=fact.start,
        end=fact.end,
        replaced=tuple(value_words(old) for old in chain.history.get(fact.ref, ())),
        at=turn.at if turn else "",
    )


def _source(fact: Fact, session: Session | None) -> str:
    """Where a fact comes from, in words; a colleague by the name that was given, what was confirmed with what was put."""
    if fact.source == "colleague" and fact.note:
        return f"{ANSWER_OF}{clean(fact.note)}"
    if ground := ground_of(fact, session):
        what = f"read from “{clean(ground.words)}”" if ground.kind == "own" else "a public record"
        return f"{what}, {SOURCES['confirmed']}"
    return SOURCES.get(fact.source, clean(fact.source))


def _where(fact: Fact, turn: Turn | None, from_file: bool) -> str:
    if from_file:
        return clean(fact.note) if fact.note and fact.source == "supplier" else "from the chain file"
    if turn is None:
        return "origin not recorded"
    on = f", {turn.at[:10]}" if turn.at else ""
    if turn.document:
        # Where a turn read several documents, the fact's own note says in which of them its words stand.
        return f"{clean(fact.note) or f'document {clean(turn.document)}'} (turn {turn.number}{on})"
    return f"turn {turn.number}{on}"


def component_views(chain: Chain, rows: Mapping[str, FactRow]) -> tuple[ComponentView, ...]:
    """Every component that something was said about, in the order of the kinds."""
    return tuple(_component(chain, component, rows) for component in chain.all_components())


def _component(chain: Chain, component: str, rows: Mapping[str, FactRow]) -> ComponentView:
    kind = kind_of(component)
    specs = fields_of(kind)
    refs = [f"{component}.{spec.name}" for spec in specs]
    supplier = chain.get(f"{component}.supplier") if f"{kind}.supplier" in FIELDS else None
    name = OWN if supplier and supplier.value == "self" else clean(str(supplier.value or "")) if supplier else ""
    return ComponentView(
        id=component,
        kind=kind,
        kind_title=KIND_TITLES[kind],
        title=clean(chain.title(component)) or KIND_TITLES[kind],
        absent=chain.absent(component),
        supplier=name,
        supplier_status=supplier.status if supplier else _without_supplier(f"{component}.supplier", kind, chain),
        rows=tuple(rows[ref] for ref in refs if ref in rows),
        unasked=tuple(
            name_of(spec.key)
            for spec, ref in zip(specs, refs, strict=True)
            if ref not in rows and not does_not_arise(ref, chain)
        ),
    )


def _without_supplier(ref: str, kind: str, chain: Chain) -> str:
    return SETTLED if f"{kind}.supplier" in FIELDS and does_not_arise(ref, chain) else "unasked"


def does_not_arise(ref: str, chain: Chain) -> bool:
    """True for a question that other answers have settled: no labels on what is made where nothing is made.

    Where the answer that it hangs on is itself open, the question is open too.
    """
    if not pointless(ref, chain):
        return False
    component, kind, name = split_ref(ref)
    other, _, field = AFTER.get(f"{kind}.{name}", "").partition(".")
    first = chain.get(f"{component if other == kind else chain.first(other)}.{field}") if field else None
    return first is None or not first.open


def kinds_not_mentioned(chain: Chain) -> tuple[str, ...]:
    """The kinds of the value chain that nothing was said about."""
    return tuple(kind for kind in KINDS if not chain.mentioned(kind))


def count_statuses(chain: Chain) -> dict[str, int]:
    """How many fields of the chain are known, unknown, withheld, not applicable and not asked.

    A kind never mentioned counts as one open component, so that silence does not look like knowledge.
    """
    counts = dict.fromkeys(("known", "unknown", "withheld", "not_applicable", "unasked"), 0)
    for kind in KINDS:
        for component in chain.components(kind):
            for spec in fields_of(kind):
                ref = f"{component}.{spec.name}"
                fact = chain.get(ref)
                if fact or not does_not_arise(ref, chain):
                    counts[fact.status if fact else "unasked"] += 1
    counts["all"] = sum(counts.values())
    counts["open"] = counts["unknown"] + counts["withheld"] + counts["unasked"]
    return counts
