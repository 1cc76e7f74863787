"""The chain as a graph: single points of failure with their paths, feedback loops, opacity, and where a small change clears most. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from vcassist.assessment.evaluate import Finding, assess, judge_at
from vcassist.assessment.explain import answers_to_try
from vcassist.assessment.predicates import DARK_KINDS
from vcassist.assessment.register import Edge, Register
from vcassist.assessment.resilience import path_of, stops_application, stops_through
from vcassist.assessment.rules import Rule, Scene, components_for
from vcassist.assessment.scenario import changed
from vcassist.assessment.suppliers import SUPPLIER_KINDS
from vcassist.chain.facts import Chain, Fact
from vcassist.chain.fields import FIELDS

# Default edges: what the first rests on. Feedback runs the other way and is added only where a person told of it.
RESTS_ON_KIND = {
    "application": ("model", "compute", "storage", "data"),
    "model": ("compute", "data", "labelling"),
    "labelling": ("data",),
    "data": ("storage",),
    "monitoring": ("application",),
}
CANDIDATES = 40


def component_edges(chain: Chain) -> list[tuple[str, str]]:
    """(what rests, what it rests on) between the mentioned components, by kind."""
    return [
        (one, other)
        for kind, below in RESTS_ON_KIND.items()
        for one in chain.mentioned(kind)
        for under in below
        for other in chain.mentioned(under)
    ]


def shared_upstream(chain: Chain, register: Register) -> dict[str, dict[str, tuple[Edge, ...]]]:
    """Organisations that two or more of the chain's suppliers rest on, each with the suppliers' ids and paths to it."""
    found: dict[str, dict[str, tuple[Edge, ...]]] = {}
    for component in chain.all_components():
        known = (
            register.supplier(chain.value(f"{component}.supplier"))
            if component.partition("-")[0] in SUPPLIER_KINDS
            else None
        )
        for organisation, path in ({known.id: (), **register.upstream(known.id)} if known else {}).items():
            found.setdefault(organisation, {})[known.id if known else ""] = path
    return {organisation: paths for organisation, paths in found.items() if len(paths) > 1}


@dataclass(frozen=True, slots=True)
class SinglePoint:
    """``supplier`` stands behind ``component``, whose loss stops ``application``; ``clears`` are single changes that end it."""

    application: str
    component: str
    supplier: str
    because: tuple[str, ...]
    clears: tuple[str, ...]


def single_points(chain: Chain, register: Register) -> tuple[SinglePoint, ...]:
    """Every component whose outside supplier alone can stop an application; ``supplier`` is "" where it is withheld."""
    scene = Scene(chain, register, "chain")
    found = []
    for app in chain.components("application"):
        if stops_application(scene, app).truth is not True:
            continue
        for component in path_of(chain, app):
            through = stops_through(scene, app, component)
            if through.truth is True:
                kind = component.partition("-")[0]
                own = component if f"{kind}.alternative" in FIELDS else app
                clears = dict.fromkeys(
                    (f"{own}.alternative=yes", f"{app}.alternative=yes", f"{component}.supplier=self")
                )
                name = chain.value(f"{component}.supplier")
                found.append(
                    SinglePoint(
                        app, component, register.canonical(name) if name else "", through.because, tuple(clears)
                    )
                )
    return tuple(found)


@dataclass(frozen=True, slots=True)
class FeedbackLoop:
    """``path`` are components, first and last the same; ``guarded`` is None while that is open."""

    path: tuple[str, ...]
    guarded: bool | None
    because: tuple[str, ...]


def feedback_loops(chain: Chain) -> tuple[FeedbackLoop, ...]:
    """Loops that a person told of: what comes out flows back into training or the knowledge that is used."""
    found = []
    for monitoring in chain.mentioned("monitoring"):
        ref = f"{monitoring}.feedback_reused"
        if chain.value(ref) not in ("yes", "partly"):
            continue
        guards = [f"{monitoring}.performance_tracked", *(f"{c}.quality_checked" for c in chain.mentioned("labelling"))]
        values = [chain.value(g) for g in guards]
        guarded = False if any(v in ("no", "partly") for v in values) else None if None in values else True
        first = [chain.components(kind)[0] for kind in ("data", "model", "application")]
        told = tuple(g for g in guards if chain.get(g))
        found.append(FeedbackLoop((*first, monitoring, first[0]), guarded, (ref, *told)))
    return tuple(found)


def opacity(chain: Chain) -> dict[str, float]:
    """Share (0 to 1) of what was asked on each component of the path that is unknown or withheld; "chain" is all of it."""
    asked: dict[str, list[bool]] = {"chain": []}
    for fact in chain.facts.values():
        if (
            fact.kind in DARK_KINDS
            and fact.status != "not_applicable"
            and not (fact.status == "withheld" and fact.by == "person")
        ):
            asked.setdefault(fact.component, []).append(fact.open)
            asked["chain"].append(fact.open)
    return {name: round(sum(dark) / len(dark), 4) for name, dark in sorted(asked.items()) if dark}


@dataclass(frozen=True, slots=True)
class Leverage:
    """One change, the risks it would end and start, and the severity (likelihood × impact) that it takes away in sum."""

    change: Fact
    gone: tuple[str, ...]
    new: tuple[str, ...]
    relief: int


def leverage(chain: Chain, rules: Sequence[Rule], register: Register, limit: int = 5) -> tuple[Leverage, ...]:
    """The single changes of an answer that take away most severity of raised risks, best first."""
    risks = [r for r in rules if r.kind == "risk"]
    findings = assess(chain, risks, register)
    weight: dict[str, int] = {}
    for finding in findings:
        if finding.verdict == "raised":
            for ref in finding.because:
                weight[ref] = weight.get(ref, 0) + finding.likelihood * finding.impact
    tried = []
    for ref in sorted(weight, key=lambda r: (-weight[r], r))[:CANDIDATES]:
        best = max(_tries(ref, chain, risks, register, findings), key=lambda found: found.relief, default=None)
        if best is not None and best.relief > 0:
            tried.append(best)
    return tuple(sorted(tried, key=lambda found: (-found.relief, found.change.ref))[:limit])


def _tries(
    ref: str, chain: Chain, rules: Sequence[Rule], register: Register, findings: Sequence[Finding]
) -> Iterator[Leverage]:
    """What each answer to a field would do; only rules that read the field are judged again."""
    kind, _, name = ref.partition(".")
    key = f"{kind.partition('-')[0]}.{name}"
    if FIELDS[key].type in ("country", "text"):
        return
    before = {f.id: f.likelihood * f.impact for f in findings if f.verdict == "raised"}
    reading = [r for r in rules if key in r.reads]
    for answer in answers_to_try(ref, chain):
        if answer.status != "known":
            continue
        scene = Scene(changed(chain, [answer]), register, "chain")
        judged = [judge_at(rule, scene.at(c)) for rule in reading for c in components_for(rule, scene.chain)]
        gone = tuple(f.id for f in judged if f.verdict == "clear" and f.id in before)
        new = tuple(f.id for f in judged if f.verdict == "raised" and f.id not in before)
        added = sum(f.likelihood * f.impact for f in judged if f.id in new)
        yield Leverage(answer, gone, new, sum(before[id_] for id_ in gone) - added)
