"""Facts by hand: change one, add what is missing, in place or on a page of its own."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from fastapi import APIRouter, Form, Request
from starlette.responses import Response

from vcassist.app import App
from vcassist.chain.facts import field_of, split_ref
from vcassist.errors import BadInput, NotFound, VcassistError
from vcassist.interview.interviewer import state_fact
from vcassist.interview.session import Session
from vcassist.web.pages import is_part, page, see
from vcassist.web.pages_talk import shell
from vcassist.web.parts import ByCookie, TheApp, TheDesk
from vcassist.web.places import way_back
from vcassist.web.problems import problem_of
from vcassist.web.views import component_title, fact_view, field_choices
from vcassist.web.words import countries, label_of

router = APIRouter()


def form_data(
    app: App, session: Session, ref: str, back: str, problem: Any = None, given: Any = None
) -> dict[str, Any]:
    """What the form for one field shows."""
    spec, chain = field_of(ref), session.chain
    if ref.partition(".")[0] in session.retired:
        raise NotFound("This part was taken away.", "", "Look at the map for what there is.")
    fact = chain.get(ref)
    kind = field_choices(spec)
    names = sorted({s.name for s in app.register.suppliers.values()}) if spec.type == "entity" else []
    return {
        **shell(session, "facts"),
        "ref": ref,
        "spec": spec,
        "label": label_of(ref),
        "fact": fact_view(fact, session, chain) if fact else None,
        "values": given if given is not None else (fact.values if fact else ()),
        "status": fact.status if fact else "known",
        "by": fact.by if fact else None,
        "component_title": component_title(ref.partition(".")[0], chain),
        "way_back": way_back(session, back or f"part:{ref.partition('.')[0]}"),
        "back": back or f"part:{ref.partition('.')[0]}",
        "problem": problem,
        "countries": countries() if kind["country"] else {},
        "names": names,
        **kind,
    }


@router.get("/a/{session_id}/facts/{ref}")
def fact_form(request: Request, app: TheApp, session: ByCookie, ref: str, back: str = "") -> Response:
    _known(ref)
    return page(request, "fact-part.html" if is_part(request) else "fact.html", **form_data(app, session, ref, back))


@router.post("/a/{session_id}/facts/{ref}")
def set_fact(
    request: Request,
    app: TheApp,
    desk: TheDesk,
    session: ByCookie,
    ref: str,
    status: Annotated[str, Form()] = "known",
    value: Annotated[list[str] | None, Form()] = None,
    own: Annotated[str, Form()] = "",
    back: Annotated[str, Form(max_length=60)] = "",
    act: Annotated[Literal["keep", "remove"], Form()] = "keep",
) -> Response:
    _known(ref)
    if act == "remove":
        with desk.alone(session.id):
            app.remove(app.store.load(session.id), ref)
        return see(way_back(session, back))
    values = [v.strip() for v in value or [] if v.strip()]
    # The status and the tick came with the form as they stood: a value that was put beside them is the newer word.
    before = session.chain.get(ref)
    if before and before.status == status != "known" and (values or own):
        status = "known"
    if before and before.value == "self" and any(v != "self" for v in values):
        own = ""
    given: Any = values if field_of(ref).type == "set" else (own and "self") or (values[0] if values else "")
    try:
        with desk.alone(session.id):
            fresh = app.store.load(session.id)
            fact = state_fact(ref, status, given if status == "known" else None, fresh.next_number)
            app.set_facts(fresh, (fact,))
    except BadInput as error:
        data = form_data(app, session, ref, back, problem_of(error), values)
        name = "fact-part.html" if is_part(request) else "fact.html"
        return page(request, name, error.status, **{**data, "status": status})
    return see(way_back(session, back))


def _known(ref: str) -> None:
    """Raises NotFound for a reference that no field has: here it is part of the address."""
    try:
        split_ref(ref)
    except VcassistError as error:
        raise NotFound("There is no such field.", "", "Choose one from the list of what was noted.") from error
