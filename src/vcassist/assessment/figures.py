"""All graph figures of a chain together, as data and in words. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from vcassist.assessment.concentration import concentration
from vcassist.assessment.dependencies import Pair
from vcassist.assessment.evaluate import Finding, assess
from vcassist.assessment.failure import SinglePoint, single_points
from vcassist.assessment.graph import SharedUpstream, name_of, opacity, shared_upstream
from vcassist.assessment.jurisdictions import Jurisdiction, jurisdiction_shares, jurisdictions, unplaced
from vcassist.assessment.leverage import Leverage, RoleLever, by_role, leverage
from vcassist.assessment.loops import FeedbackLoop, feedback_loops
from vcassist.assessment.register import Edge, Register
from vcassist.assessment.rules import Rule
from vcassist.assessment.scenario import preconditions
from vcassist.chain.facts import Chain
from vcassist.chain.fields import FIELDS

EDGE_WORDS: Mapping[str, str] = {"built_by": "uses models of", "runs_on": "runs on", "owned_by": "belongs to"}
TOP = 3


@dataclass(frozen=True, slots=True)
class Figures:
    """What the graph of a chain shows. ``concentration``: ``{"direct": {"hhi", "shares"}, "ultimate": {…}, "jurisdictions": {…}}``."""

    concentration: Mapping[str, Any]
    shared: tuple[SharedUpstream, ...]
    points: tuple[SinglePoint, ...]
    loops: tuple[FeedbackLoop, ...]
    opacity: Mapping[str, float]
    jurisdictions: tuple[Jurisdiction, ...]
    unplaced: tuple[str, ...]
    leverage: tuple[Leverage, ...]
    roles: Mapping[str, tuple[RoleLever, ...]]
    register: Register
    sector: str | None = None

    def as_json(self) -> dict[str, Any]:
        return {
            "concentration": dict(self.concentration),
            "shared_upstream": [
                {
                    "organisation": name_of(s.organisation, self.register),
                    "ways": [w.as_json(self.register) for w in s.ways],
                }
                for s in self.shared
            ],
            "single_points": [p.as_json() for p in self.points],
            "feedback_loops": [loop.as_json() for loop in self.loops],
            "opacity": dict(self.opacity),
            "jurisdictions": [j.as_json() for j in self.jurisdictions],
            "places_open": list(self.unplaced),
            "leverage": [one.as_json() for one in self.leverage],
            "roles": {role: [lever.as_json() for lever in levers] for role, levers in self.roles.items()},
        }

    def as_text(self) -> str:
        """The same in words, a paragraph each."""
        parts = (self._shares(), self._shared(), self._points(), self._loops(), self._dark(), self._places(),
                 self._levers(), self._roles())  # fmt: skip
        return "\n\n".join("\n".join(part) for part in parts)

    def _shares(self) -> Iterator[str]:
        none = {"jurisdictions": "no supplier's home is known"}
        yield "Concentration of suppliers (10,000: one stands behind everything)"
        for scope in ("direct", "ultimate", "jurisdictions"):
            found = self.concentration[scope]
            shares = ", ".join(f"{name} {share:.0%}" for name, share in found["shares"].items())
            yield f"  {scope}: {found['hhi']:,}" + (
                f" ({shares})" if shares else f" ({none.get(scope, 'no supplier is known')})"
            )

    def _shared(self) -> Iterator[str]:
        yield "Suppliers that rest on one organisation"
        for shared in self.shared:
            yield f"  {name_of(shared.organisation, self.register)}:"
            for way in shared.ways:
                yield f"    {way.supplier} ({', '.join(way.components)}) {way_in_words(way.edges, self.register)}"
        if not self.shared:
            yield "  none, as far as suppliers and register are known"

    def _points(self) -> Iterator[str]:
        yield "Single points of failure"
        for point in self.points:
            yield f"  {point.supplier or 'a withheld supplier'}: its loss stops {', '.join(point.stops)}"
            yield f"    through {', '.join(link.component for link in point.links)}"
            ways = dict.fromkeys(way for link in point.links for way in link.passed_on)
            yield from (f"    passed on, as drawn: {' → '.join(way)}" for way in ways)
            yield f"    smallest change that ends it: {' and '.join(point.clears)}"
        if not self.points:
            yield "  none that what is known would make certain"

    def _loops(self) -> Iterator[str]:
        yield "Feedback loops"
        for loop in self.loops:
            yield f"  {loop.word}: {loop.name} ({' → '.join(map(', '.join, loop.stations))})"
        if not self.loops:
            yield "  none was told of"

    def _dark(self) -> Iterator[str]:
        yield "Opacity: share of what was asked that is unknown or withheld"
        for name, share in self.opacity.items():
            yield f"  {'all of it' if name == 'chain' else name}: {share:.0%}"
        if not self.opacity:
            yield "  nothing was asked on data, storage, compute or model yet"

    def _places(self) -> Iterator[str]:
        yield "Countries that data and service pass through"
        for place in self.jurisdictions:
            home = {True: ", at home", False: ", abroad", None: ""}[place.at_home]
            ways = (f"{what}: {', '.join(found)}" for what in ("data", "service") if (found := place.passing(what)))
            yield f"  {place.country}{home}: {'; '.join(ways)}"
        if self.unplaced:
            yield f"  still open: {', '.join(self.unplaced)}"

    def _levers(self) -> Iterator[str]:
        yield "Changes that would clear most"
        for n, one in enumerate(self.leverage, 1):
            more = f", and starts {', '.join(one.new)}" if one.new else ""
            yield f"  {n}. {one.as_setting}: clears {', '.join(one.gone)}{more} (weight {one.relief})"
            yield from (f"     it takes: {p}" for p in preconditions([one.change]))
        if not self.leverage:
            yield "  no single answer clears a risk that is raised now"

    def _roles(self) -> Iterator[str]:
        yield "What others could do"
        for role, levers in self.roles.items():
            yield f"  {role_in_words(role, self.sector)}:"
            yield from (f"    {lever.text} (weight {lever.weight})" for lever in levers[:TOP])
        if not self.roles:
            yield "  nothing is raised yet"


def role_in_words(role: str, sector: str | None) -> str:
    """``civil_society`` → ``civil society``; the organisation's own role with the field that it works in, where that is known."""
    if role != "organisation":
        return role.replace("_", " ")
    told = FIELDS["organisation.sector"].options.get(sector or "", "")
    return "your own organisation" + (f" ({told})" if told else "")


def way_in_words(edges: Sequence[Edge], register: Register) -> str:
    """``runs on Microsoft (as of 2025-06-30)``, edge by edge."""
    if not edges:
        return "is that organisation itself"
    steps = (f"{EDGE_WORDS.get(e.kind, e.kind)} {name_of(e.to, register)} (as of {e.as_of})" for e in edges)
    return ", which ".join(steps)


def figures(
    chain: Chain,
    rules: Sequence[Rule],
    register: Register,
    findings: Sequence[Finding] | None = None,
    drawn: Sequence[Pair] = (),
) -> Figures:
    """All graph figures of a chain. ``findings`` are those by these rules, where they are at hand.

    ``drawn`` are the dependencies that a person drew on the map: (what rests, what it rests on).
    """
    judged = assess(chain, rules, register) if findings is None else findings
    return Figures(
        {**concentration(chain, register), "jurisdictions": jurisdiction_shares(chain, register).as_json()},
        shared_upstream(chain, register),
        single_points(chain, register, drawn),
        feedback_loops(chain, drawn),
        opacity(chain),
        jurisdictions(chain, register),
        unplaced(chain),
        leverage(chain, rules, register, findings=judged),
        by_role(judged, rules),
        register,
        chain.value("organisation.sector"),
    )
