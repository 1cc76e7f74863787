"""Who stands behind the chain, and what that makes fragile.

Concentration, shared suppliers, single points of failure, loops, opacity, jurisdictions, and what a change would do.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from vcassist.assessment.concentration import direct, known_suppliers, ultimate, ultimate_owner
from vcassist.assessment.dependencies import Pair
from vcassist.assessment.evaluate import Finding, assess
from vcassist.assessment.failure import single_points
from vcassist.assessment.graph import name_of, opacity, shared_upstream
from vcassist.assessment.jurisdictions import jurisdictions, unplaced
from vcassist.assessment.leverage import leverage
from vcassist.assessment.loops import feedback_loops
from vcassist.assessment.measures import measure
from vcassist.assessment.register import Register
from vcassist.assessment.resilience import stops_application
from vcassist.assessment.rules import Rule, Scene
from vcassist.assessment.scenario import changed, preconditions
from vcassist.chain.facts import Chain, Fact
from vcassist.chain.fields import KIND_TITLES, SINGLE_KINDS
from vcassist.interview.sayings import statement
from vcassist.report.findings_view import field_words, title_of
from vcassist.report.map_view import EDGE_WORDS
from vcassist.report.materials import country_name
from vcassist.report.model import (
    ConcentrationView,
    DarkPart,
    FactRow,
    FailurePoint,
    JurisdictionView,
    LoopView,
    Sentence,
    Share,
    SharedView,
    SharedWay,
    WhatIf,
)
from vcassist.report.words import OWN, clean, means_words, plural

WHAT_IFS = 4


def concentration_views(chain: Chain, register: Register) -> tuple[ConcentrationView, ...]:
    """Direct and ultimate concentration with shares and a plain reading; no view where no supplier is known."""
    known = known_suppliers(chain, register)
    if not known:
        return ()
    views = []
    for scope, found in (("direct", direct(chain, register)), ("ultimate", ultimate(chain, register))):
        names = [n if scope == "direct" or n == "self" else ultimate_owner(n, register) for _, n in known]
        count = Counter(names)
        shares = tuple(Share(OWN if n == "self" else clean(n), count[n], share) for n, share in found.shares.items())
        views.append(
            ConcentrationView(scope, found.hhi, len(known), shares, _reading(scope, found.hhi, len(known), shares))
        )
    return tuple(views)


def _reading(scope: str, hhi: int, total: int, shares: tuple[Share, ...]) -> tuple[Sentence, ...]:
    ids = (f"count:{scope}",)
    top = shares[0]
    owner = "" if scope == "direct" else ", with the suppliers of one group counted together"
    parts = f"{plural(total, 'component')} whose supplier is known{owner}"
    first = f"{top.name[0].upper()}{top.name[1:]} stands behind {top.count} of {parts}."
    if top.count == 1 and len(shares) > 1:
        first = f"No supplier stands behind more than one of the {parts}."
    second = (
        f"The index is {hhi:,}: 10,000 would be one supplier for everything, and with {plural(total, 'component')} it could not be "
        f"under {round(10000 / total):,}."
    )
    return Sentence(first, ids), Sentence(second, ids)


def shared_views(chain: Chain, register: Register) -> tuple[SharedView, ...]:
    """Organisations on which two or more of the suppliers rest, with the way from each, step by step."""
    found = []
    for shared in shared_upstream(chain, register):
        ways = tuple(
            SharedWay(
                clean(way.supplier),
                tuple(title_of(c, chain) for c in way.components),
                "; ".join(f"{EDGE_WORDS.get(e.kind, e.kind)} {name_of(e.to, register)} ({e.as_of})" for e in way.edges)
                or "is that organisation itself",
            )
            for way in shared.ways
        )
        found.append(SharedView(clean(name_of(shared.organisation, register)), ways))
    return tuple(found)


def failure_points(
    chain: Chain, register: Register, rows: Mapping[str, FactRow], drawn: Sequence[Pair] = ()
) -> tuple[tuple[FailurePoint, ...], str]:
    """Suppliers whose loss alone stops an application; and a sentence on what is not settled."""
    points = tuple(
        FailurePoint(
            supplier=clean(point.supplier) or "a supplier that is withheld",
            applications=tuple(title_of(app, chain) for app in point.stops),
            parts=tuple(title_of(link.component, chain) for link in point.links),
            clears=tuple(setting_words(setting, chain) for setting in point.clears),
            facts=tuple(rows[ref] for ref in point.because if ref in rows),
        )
        for point in single_points(chain, register, drawn)
    )
    scene = Scene(chain, register, "chain")
    still = [
        title_of(app, chain) for app in chain.components("application") if stops_application(scene, app).truth is None
    ]
    if still:
        return points, f"Not settled yet for: {', '.join(still)}. The open questions say what is missing."
    return points, "" if points else "On what is known, the loss of a single outside supplier stops no application."


def setting_words(setting: str, chain: Chain) -> str:
    """``application.alternative=yes`` in plain words, with the part that it is about."""
    from vcassist.assessment.scenario import parse_change

    return change_words(parse_change(setting), chain)


def change_words(change: Fact, chain: Chain) -> str:
    """A change in plain words, what to do or else what would be so, with its part where that has a name or number."""
    said, title = (
        measure(change) or statement(change, country_name) or means_words(change),
        title_of(change.component, chain),
    )
    # "The data …" needs no name of its part behind it, "it …" does.
    bare = change.kind in SINGLE_KINDS or (title == KIND_TITLES[change.kind] and not said.startswith(("it ", "its ")))
    return said if bare else f"{said} ({title})"


def _now(ref: str, chain: Chain) -> str:
    """What was answered so far, in words; "" where nothing was, or no saying tells it."""
    fact = chain.get(ref)
    return (statement(fact, country_name) or "") if fact is not None else ""


def loop_views(chain: Chain, rows: Mapping[str, FactRow], drawn: Sequence[Pair] = ()) -> tuple[LoopView, ...]:
    """Feedback loops that were told of or drawn, and whether somebody watches over them."""
    return tuple(
        LoopView(
            loop.name,
            tuple(", ".join(title_of(c, chain) for c in station) for station in loop.stations),
            loop.word,
            tuple(rows[ref] for ref in loop.because if ref in rows),
        )
        for loop in feedback_loops(chain, drawn)
    )


def dark_parts(chain: Chain) -> tuple[DarkPart, ...]:
    """How much of what was asked is unknown or withheld, part by part, darkest first; the whole chain at the head."""
    found = [DarkPart(title_of(name, chain), share) for name, share in opacity(chain).items()]
    return (*found[:1], *sorted(found[1:], key=lambda part: -part.share))


def jurisdiction_views(chain: Chain, register: Register) -> tuple[tuple[JurisdictionView, ...], tuple[str, ...]]:
    """Every country that data or service pass through; and the places that are still open, in words."""
    there = set(chain.all_components())

    def words(names: Iterable[str], by: Mapping[str, str]) -> tuple[str, ...]:
        return tuple(
            title_of(name, chain) if name in there else f"{clean(name)} ({by.get(name) or 'register'})"
            for name in names
        )

    views = []
    for place in jurisdictions(chain, register):
        by = {p.where: f"register, {p.as_of}" for p in place.passages if p.basis == "register"}
        views.append(
            JurisdictionView(
                place.country,
                country_name(place.country),
                place.at_home,
                words(place.passing("data"), by),
                words(place.passing("service"), by),
            )
        )
    return tuple(views), tuple(field_words(ref, chain) for ref in unplaced(chain))


def what_ifs(
    chain: Chain, rules: Sequence[Rule], register: Register, findings: Sequence[Finding], labels: Mapping[str, str]
) -> tuple[WhatIf, ...]:
    """The few measures that would take away most, each by itself, and the last one all of them together."""
    risks = [rule for rule in rules if rule.kind == "risk"]
    raised = {f.id: f for f in findings if f.verdict == "raised" and f.kind == "risk"}
    weight = sum(f.weight for f in raised.values())
    found = []
    best = leverage(chain, rules, register, WHAT_IFS, findings)
    for one in best:
        left = (raised.keys() - set(one.gone)) | set(one.new)
        found.append(
            WhatIf(
                change=change_words(one.change, chain),
                now=_now(one.change.ref, chain),
                setting=one.as_setting,
                ends=_labelled(_ended(raised, left), labels),
                starts=_titled(one.new, rules, chain),
                takes=preconditions([one.change]),
                risks=(_rules_of(raised), _rules_of(left)),
                weight=(weight, weight - one.relief),
            )
        )
    if len(best) > 1:
        after = {
            f.id: f for f in assess(changed(chain, [b.change for b in best]), risks, register) if f.verdict == "raised"
        }
        found.append(
            WhatIf(
                change="All of these together",
                now="",
                setting="",
                ends=_labelled(_ended(raised, after), labels),
                starts=_titled([id_ for id_ in after if id_ not in raised], rules, chain),
                takes=(),
                risks=(_rules_of(raised), _rules_of(after)),
                weight=(weight, sum(f.weight for f in after.values())),
            )
        )
    return tuple(found)


def _ended(before: Iterable[str], left: Iterable[str]) -> list[str]:
    """The findings of risks that are left on no part."""
    rules = {id_.partition("@")[0] for id_ in left}
    return [id_ for id_ in before if id_.partition("@")[0] not in rules]


def _rules_of(ids: Iterable[str]) -> int:
    """How many risks findings are: one that is raised on several parts is one, as in the report's list."""
    return len({id_.partition("@")[0] for id_ in ids})


def _labelled(ids: Iterable[str], labels: Mapping[str, str]) -> tuple[str, ...]:
    found = dict.fromkeys(labels[id_] for id_ in ids if id_ in labels)
    return tuple(sorted(found, key=lambda label: (label[:1], int(label[1:]))))


def _titled(ids: Iterable[str], rules: Sequence[Rule], chain: Chain) -> tuple[str, ...]:
    titles = {rule.id: rule.title for rule in rules}
    return tuple(f"{titles[rule]} ({title_of(where, chain)})" for rule, _, where in (id_.partition("@") for id_ in ids))
