"""What if: try changes on an assessment without noting them. All of it is in the address, so that it works without a script."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Annotated, Any
from urllib.parse import urlencode

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from vcassist.app import App
from vcassist.assessment.evaluate import Finding
from vcassist.assessment.failure import single_points
from vcassist.assessment.leverage import leverage
from vcassist.assessment.measures import measure
from vcassist.assessment.scenario import Scenario, as_change, changed, parse_change, what_if
from vcassist.chain.facts import Chain, Fact, field_of, kind_of
from vcassist.chain.fields import FIELDS, fields_of
from vcassist.errors import BadInput, VcassistError
from vcassist.interview.drawn import drawn_in
from vcassist.interview.session import Session
from vcassist.web.pages import page, see
from vcassist.web.pages_talk import shell
from vcassist.web.parts import ByCookie, TheApp
from vcassist.web.problems import problem_of
from vcassist.web.views import component_title, field_choices
from vcassist.web.words import countries, in_words, label_alone, label_of

router = APIRouter()
MOST_CHANGES = 20
OFFERED = 5
# Shown beside a concentration: the suppliers with the largest shares.
NAMED_SHARES = 3


@dataclass(frozen=True, slots=True)
class Row:
    """One finding as a line. ``where`` is empty for the whole chain."""

    id: str
    title: str
    where: str
    severity: str
    kind: str


@dataclass(frozen=True, slots=True)
class Change:
    """A change that is tried: what it was, what it would be, and the address without it."""

    ref: str
    label: str
    before: str
    after: str
    without: str


@dataclass(frozen=True, slots=True)
class Offer:
    """A change that could be tried next: in words, its address, what it would clear and start, and what it takes."""

    words: str
    address: str
    clears: tuple[str, ...]
    starts: tuple[str, ...]


def address(session: Session, changes: Sequence[str], *more: tuple[str, str]) -> str:
    """The page's address with these changes on it."""
    query = urlencode([*(("set", change) for change in changes), *more])
    return f"/a/{session.id}/whatif" + (f"?{query}" if query else "")


def change_in_words(fact: Fact, chain: Chain) -> str:
    """``Weights of GPT-4o: open``."""
    component = component_title(fact.component, chain)
    return f"{label_of(fact.ref)} ({component}): {in_words(fact)}"


@router.get("/a/{session_id}/whatif")
def whatif(
    request: Request,
    app: TheApp,
    session: ByCookie,
    set_: Annotated[list[str] | None, Query(alias="set")] = None,
    ref: Annotated[str, Query(max_length=80)] = "",
    value: Annotated[list[str] | None, Query()] = None,
    own: Annotated[str, Query(max_length=1)] = "",
) -> Response:
    """The page. ``ref`` opens the choice of a value for one field; with ``value`` the choice is put among the changes."""
    try:
        facts = parsed(set_ or [])
        given = ["self"] if own else [v for v in value or [] if v]
        if ref and given:
            joined = ",".join(given) if field_of(ref).type == "set" else given[0]
            added = parsed([*map(as_change, facts), f"{ref}={joined}"])
            return see(f"{address(session, [as_change(f) for f in added])}#then")
        return page(request, "whatif.html", **shown(app, session, facts, ref))
    except BadInput as error:
        kept = readable(set_ or [])
        return page(request, "whatif.html", error.status, **shown(app, session, kept, "", problem_of(error)))


def parsed(changes: Sequence[str]) -> tuple[Fact, ...]:
    """Changes as facts, the last one of each field. Raises BadInput for one that cannot be, or for too many."""
    if len(changes) > MOST_CHANGES:
        raise BadInput(f"These are more than {MOST_CHANGES} changes.", "", "Take some of them out.")
    return tuple({fact.ref: fact for fact in map(parse_change, changes)}.values())


def readable(changes: Sequence[str]) -> tuple[Fact, ...]:
    """Those of the changes that can be."""
    found = []
    for change in changes[:MOST_CHANGES]:
        try:
            found.append(parse_change(change))
        except VcassistError:
            continue
    return tuple({fact.ref: fact for fact in found}.values())


def shown(app: App, session: Session, facts: Sequence[Fact], ref: str, problem: Any = None) -> dict[str, Any]:
    """All that the page shows. Raises BadInput for a field that there is not."""
    chain = session.chain
    after = changed(chain, facts)
    sets = [as_change(f) for f in facts]
    result = what_if(chain, facts, app.rules, app.register) if facts else None
    return {
        **shell(session, "whatif"),
        "problem": problem,
        "sets": sets,
        "changes": [_change(session, chain, fact, sets) for fact in facts],
        "result": result and _result(result, app, after),
        "offers": list(_offers(app, session, after, sets)),
        "points": list(_points(app, session, after, sets)),
        "fields": _fields(after),
        "choice": _choice(app, after, ref) if ref else None,
    }


def _change(session: Session, chain: Chain, fact: Fact, sets: Sequence[str]) -> Change:
    now = chain.get(fact.ref)
    label = f"{label_of(fact.ref)} ({component_title(fact.component, chain)})"
    without = address(session, [s for s in sets if s != as_change(fact)])
    return Change(fact.ref, label, in_words(now) if now else "nothing said", in_words(fact), without)


def _result(result: Scenario, app: App, after: Chain) -> dict[str, Any]:
    titles = {rule.id: rule.title for rule in app.rules}
    names = ("gone", "new", "decided", "opened", "unchanged")

    def rows(findings: Sequence[Finding]) -> list[Row]:
        return [finding_row(f, titles, after) for f in findings]

    return {
        **{name: rows(getattr(result, name)) for name in names},
        "concentration": concentration_rows(result.before, result.after),
        "preconditions": result.preconditions,
    }


def finding_row(finding: Finding, titles: Any, chain: Chain) -> Row:
    where = "" if finding.component == "chain" else component_title(finding.component, chain)
    return Row(finding.id, titles.get(finding.rule, finding.rule), where, finding.severity, finding.kind)


def concentration_rows(before: Any, after: Any) -> list[dict[str, Any]]:
    """One row for suppliers and one for their groups: the index before and after, with the largest shares."""
    words = {"direct": "Suppliers", "ultimate": "The groups they belong to"}
    return [
        {"what": words[scope], "before": before[scope]["hhi"], "after": after[scope]["hhi"],
         "shares_before": _shares(before[scope]), "shares_after": _shares(after[scope])}
        for scope in words
    ]  # fmt: skip


def _shares(found: Any) -> str:
    named = [
        f"{'yourselves' if name == 'self' else name} {share:.0%}"
        for name, share in list(found["shares"].items())[:NAMED_SHARES]
    ]
    return ", ".join(named) or "no supplier is known"


def _offers(app: App, session: Session, after: Chain, sets: Sequence[str]) -> Iterator[Offer]:
    titles = {rule.id: rule.title for rule in app.rules}

    def named(ids: Sequence[str]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(titles[id_.partition("@")[0]] for id_ in ids))

    for one in leverage(after, app.rules, app.register, OFFERED):
        there = f"{address(session, [*sets, one.as_setting])}#then"
        done, part = measure(one.change), component_title(one.change.component, after)
        yield Offer(f"{done[0].upper()}{done[1:]} ({part})", there, named(one.gone), named(one.new))


def _points(app: App, session: Session, after: Chain, sets: Sequence[str]) -> Iterator[dict[str, Any]]:
    """Single points of failure, each with the smallest change that ends it."""
    for point in single_points(after, app.register, drawn_in(session.extra)):
        yield {
            "supplier": point.supplier,
            "stops": [component_title(app_, after) for app_ in point.stops],
            "through": [component_title(link.component, after) for link in point.links],
            "change": [change_in_words(parse_change(c), after) for c in point.clears],
            "address": f"{address(session, [*sets, *point.clears])}#then",
        }


def _fields(chain: Chain) -> list[tuple[str, list[tuple[str, str]]]]:
    """(component, its fields that can be set to another value) of every kind but the organisation itself."""
    return [
        (component_title(component, chain), [(f"{component}.{s.name}", label_of(s.key)) for s in fields_of(kind) if s.type != "text"])
        for kind in dict.fromkeys(f.kind for f in FIELDS.values())
        for component in chain.components(kind)
    ]  # fmt: skip


def _choice(app: App, chain: Chain, ref: str) -> dict[str, Any]:
    """What the form for one field's value shows. Raises BadInput for a field that there is not."""
    spec, fact = field_of(ref), chain.get(ref)
    names = sorted(s.name for s in app.register.suppliers.values()) if spec.type == "entity" else []
    return {
        "ref": ref,
        "spec": spec,
        "label": label_alone(ref),
        "component_title": component_title(ref.partition(".")[0], chain),
        "kind": kind_of(ref.partition(".")[0]),
        "now": in_words(fact) if fact else "nothing said",
        "picked": fact.values if fact else (),
        "countries": countries() if spec.type == "country" else {},
        "names": names,
        **field_choices(spec),
    }
