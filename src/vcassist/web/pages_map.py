"""The map of the chain: the drawing with its equivalent list, each part with its facts, and dependencies drawn by hand."""

from __future__ import annotations

from contextlib import suppress
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Form, Request
from starlette.responses import Response

from vcassist.app import App
from vcassist.chain import facts
from vcassist.chain.facts import kind_of
from vcassist.chain.fields import SINGLE_KINDS
from vcassist.errors import BadInput, NotFound
from vcassist.interview.drawn import drawn_in
from vcassist.interview.session import Session
from vcassist.web.beneath import ways_told
from vcassist.web.chainmap import NARROW, ORDER, WIDTH, ChainMap, chain_map
from vcassist.web.decisions import decisions_of
from vcassist.web.dependencies import draw, drawable, erase
from vcassist.web.pages import is_part, page, see
from vcassist.web.pages_talk import shell
from vcassist.web.parts import ByCookie, OwnerByCookie, TheApp, TheDesk
from vcassist.web.places import way_back
from vcassist.web.problems import problem_of
from vcassist.web.views import component_title, component_view, next_component, noted, open_fields, taken_away

router = APIRouter()
LIST_ORDER = ("organisation", *ORDER, "governance")


def map_of(app: App, session: Session, width: int = WIDTH) -> ChainMap:
    return chain_map(session.chain, app.register, drawn_in(session.extra), width=width)


@router.get("/a/{session_id}/map")
def whole_map(request: Request, app: TheApp, session: ByCookie) -> Response:
    """The drawing and, beside it, the same as a list."""
    drawn = map_of(app, session)
    chain = session.chain
    return page(
        request,
        "map.html",
        **shell(session, "map"),
        map=drawn,
        narrow_map=map_of(app, session, NARROW),
        components=sorted(noted(session), key=lambda c: LIST_ORDER.index(c.kind)),
        suppliers=drawn.lines,
        supplied={row.id: row for row in drawn.rows if row.kind == "supplier"},
        beneath=ways_told(drawn.beneath, app.register),
        pairs=_pairs(session),
        choices=[(c, component_title(c, chain)) for c in drawable(chain)],
        removable={c for c in chain.all_components() if kind_of(c) not in SINGLE_KINDS},
        taken=taken_away(session),
        problem=None,
    )


def _pairs(session: Session) -> list[dict[str, str]]:
    chain, there = session.chain, set(drawable(session.chain))
    return [
        {"from": a, "to": b, "one": component_title(a, chain), "other": component_title(b, chain)}
        for a, b in drawn_in(session.extra)
        if a in there and b in there
    ]


def checked_component(component: str) -> str:
    """Raises NotFound for what can be no part of any chain."""
    with suppress(BadInput):
        return facts.checked_component(component)
    raise NotFound("There is no such part of the chain.", "", "Choose one from the list of what was noted.")


def _present(session: Session, component: str) -> None:
    """Raises NotFound for what can be no part of any chain, and for a part that was taken away."""
    checked_component(component)
    if component in session.retired:
        raise NotFound(
            "This part was taken away.", "What was said of it still stands in the conversation.", "Look at the map for what there is."
        )  # fmt: skip


@router.get("/a/{session_id}/parts/{component}")
def part(request: Request, app: TheApp, session: ByCookie, component: str, back: str = "") -> Response:
    """One part of the chain: what was noted with the person's words, what is missing, what it rests on."""
    return _part_page(request, app, session, component, back)


def _part_page(
    request: Request, app: App, session: Session, component: str, back: str = "", status: int = 200, problem: Any = None
) -> Response:
    chain = session.chain
    _present(session, component)
    mentioned = component in chain.all_components()
    supplier = app.register.supplier(chain.value(f"{component}.supplier"))
    return page(
        request,
        "part-part.html" if is_part(request) else "part.html",
        status,
        **shell(session, "map"),
        component=component,
        component_title=component_title(component, chain),
        view=component_view(session, component),
        left=[(f"{component}.{spec.name}", spec) for spec in open_fields(session, component)],
        another=next_component(chain, kind_of(component)) if mentioned else None,
        removable=mentioned and kind_of(component) not in SINGLE_KINDS,
        taken=taken_away(session),
        supplier=supplier,
        pairs=[p for p in _pairs(session) if component in (p["from"], p["to"])],
        choices=[(c, component_title(c, chain)) for c in drawable(chain) if c != component] if component in drawable(chain) else [],
        back=back,
        problem=problem,
    )  # fmt: skip


@router.get("/a/{session_id}/parts/{component}/remove")
def ask_to_remove(request: Request, app: TheApp, session: OwnerByCookie, component: str, back: str = "map") -> Response:
    """What would go with a part, before it is taken away."""
    _present(session, component)
    chain = session.chain
    if component not in chain.all_components():
        raise NotFound("Nothing is noted of this part.", "", "Choose one from the list of what was noted.")
    there = app.findings(chain)
    return page(
        request,
        "remove.html",
        **shell(session, "map"),
        component=component,
        component_title=component_title(component, chain),
        view=component_view(session, component),
        risks=sum(f.component == component and f.verdict == "raised" and f.kind == "risk" for f in there),
        decided=sum(f.component == component and f.id in decisions_of(session) for f in there),
        pairs=[p for p in _pairs(session) if component in (p["from"], p["to"])],
        back=back,
        way_back=way_back(session, back),
    )


@router.post("/a/{session_id}/parts/{component}/remove")
def remove(
    app: TheApp,
    desk: TheDesk,
    session: ByCookie,
    component: str,
    back: Annotated[str, Form(max_length=60)] = "map",
) -> Response:
    """Takes a part away with all that was noted of it; the page that follows offers to put it back."""
    _present(session, component)
    with desk.alone(session.id):
        app.remove(app.store.load(session.id), component)
    return see(way_back(session, "map" if back == f"part:{component}" else back))


@router.post("/a/{session_id}/dependencies")
def depend(
    request: Request,
    app: TheApp,
    desk: TheDesk,
    session: ByCookie,
    one: Annotated[str, Form(alias="from", max_length=40)],
    other: Annotated[str, Form(alias="to", max_length=40)],
    act: Annotated[Literal["draw", "erase"], Form()] = "draw",
    back: Annotated[str, Form(max_length=60)] = "",
) -> Response:
    """Draws a dependency between two parts, or takes one away."""
    try:
        with desk.alone(session.id):
            (draw if act == "draw" else erase)(app, app.store.load(session.id), one, other)
    except BadInput as error:
        if one in drawable(session.chain):
            return _part_page(request, app, session, one, back, error.status, problem_of(error))
        raise
    return see(way_back(session, back))
