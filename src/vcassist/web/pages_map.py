"""The map of the chain: the drawing with its equivalent list, each part with its facts, and dependencies drawn by hand."""

from __future__ import annotations

from contextlib import suppress
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Form, Request
from starlette.responses import Response

from vcassist.app import App
from vcassist.chain.facts import kind_of, split_ref
from vcassist.chain.fields import KINDS, fields_of
from vcassist.errors import BadInput, NotFound, VcassistError
from vcassist.interview.drawn import drawn_in
from vcassist.interview.session import Session
from vcassist.web.beneath import ways_told
from vcassist.web.chainmap import ORDER, ChainMap, chain_map
from vcassist.web.dependencies import draw, drawable, erase
from vcassist.web.pages import is_part, page, see
from vcassist.web.pages_talk import shell
from vcassist.web.parts import ByCookie, TheApp, TheDesk
from vcassist.web.places import way_back
from vcassist.web.problems import problem_of
from vcassist.web.views import component_title, component_view, next_component, noted, open_fields

router = APIRouter()
LIST_ORDER = ("organisation", *ORDER, "governance")


def map_of(app: App, session: Session) -> ChainMap:
    return chain_map(session.chain, app.register, drawn_in(session.extra))


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
        components=sorted(noted(session), key=lambda c: LIST_ORDER.index(c.kind)),
        suppliers=drawn.lines,
        supplied={row.id: row for row in drawn.rows if row.kind == "supplier"},
        beneath=ways_told(drawn.beneath, app.register),
        pairs=_pairs(session),
        choices=[(c, component_title(c, chain)) for c in drawable(chain)],
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
    kind = kind_of(component)
    if kind in KINDS:
        with suppress(VcassistError):
            return split_ref(f"{component}.{next(iter(fields_of(kind))).name}")[0]
    raise NotFound("There is no such part of the chain.", "", "Choose one from the list of what was noted.")


@router.get("/a/{session_id}/parts/{component}")
def part(request: Request, app: TheApp, session: ByCookie, component: str, back: str = "") -> Response:
    """One part of the chain: what was noted with the person's words, what is missing, what it rests on."""
    return _part_page(request, app, session, component, back)


def _part_page(
    request: Request, app: App, session: Session, component: str, back: str = "", status: int = 200, problem: Any = None
) -> Response:
    chain = session.chain
    checked_component(component)
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
        supplier=supplier,
        pairs=[p for p in _pairs(session) if component in (p["from"], p["to"])],
        choices=[(c, component_title(c, chain)) for c in drawable(chain) if c != component] if component in drawable(chain) else [],
        back=back,
        problem=problem,
    )  # fmt: skip


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
