"""The conversation: what was said, what was noted, what was found, and the box to say more."""

from __future__ import annotations

import secrets
from typing import Annotated, Any

from fastapi import APIRouter, Form, Header, Request
from starlette.responses import Response

from vcassist.access import key_in
from vcassist.app import App
from vcassist.errors import VcassistError
from vcassist.interview.drawn import drawn_in
from vcassist.interview.session import Session
from vcassist.web.chainmap import NARROW, chain_map
from vcassist.web.desk import refuse_another_last
from vcassist.web.egress import egress_of
from vcassist.web.events import stream, wants_events
from vcassist.web.pages import page, refused, see
from vcassist.web.parts import ByCookie, TheApp, TheDesk, anew, by_cookie
from vcassist.web.places import way_back
from vcassist.web.problems import problem_response
from vcassist.web.replies import replies_for
from vcassist.web.security import enter, link_with, token_in
from vcassist.web.spoken import exchanges, shown_facts
from vcassist.web.views import assessed, component_view, progress_of, title_of

router = APIRouter()
SHOWN_OPEN = 3
# Beside the conversation the map leaves room for the findings.
MOST_PUBLIC = 5


def shell(session: Session, here: str) -> dict[str, Any]:
    """What every page of an assessment shows around its content."""
    return {"session": session, "title": title_of(session), "here": here, "at": f"/a/{session.id}"}


def panels(app: App, session: Session) -> dict[str, Any]:
    """What stands beside the conversation: the map, how far it has come, and what was found."""
    found = assessed(app, session)
    chain = session.chain
    return {
        "map": chain_map(chain, app.register, drawn_in(session.extra), MOST_PUBLIC),
        "narrow_map": chain_map(chain, app.register, drawn_in(session.extra), MOST_PUBLIC, NARROW),
        "beside_map": [component_view(session, kind, chain) for kind in ("organisation", "governance")],
        "found": found,
        "progress": progress_of(session, found),
    }


def is_done(session: Session) -> bool:
    """True once the questions came to an end, also when facts were set by hand since."""
    return session.done or (session.awaiting is None and any(turn.done for turn in session.live))


def talk_data(app: App, request: Request, session: Session, text: str = "") -> dict[str, Any]:
    said, fresh = exchanges(session), len(session.turns) == 1
    replied = [at for at, each in enumerate(said) if each.turn.reply and not each.undone]
    # The exchange whose question stands lies open, however much was set by hand since.
    first = max(0, min(len(said) - SHOWN_OPEN, replied[-1] if replied else len(said)))
    return {
        **shell(session, "talk"),
        **panels(app, session),
        "earlier": said[:first],
        "latest": said[first:],
        # The exchange whose question stands: facts set by hand since then ask nothing.
        "current": replied[-1] - first if replied else -1,
        "replies": replies_for(session),
        "text": text,
        "key": secrets.token_urlsafe(12),
        "fresh": fresh,
        "asking": session.awaiting is not None or fresh,
        "done": is_done(session),
        "can_undo": any(t.said or t.facts or t.removed for t in session.turns[1:]),
        # Shown as long as nothing was said: an answer with a key in it is not compressed.
        "link": secret_link(request, session) if fresh else "",
        "egress": egress_of(app, session),
    }


def secret_link(request: Request, session: Session) -> str:
    """The link that opens this assessment anywhere; "" for who is not its owner. Made from the browser's own key: the server
    keeps only its hash.
    """
    token = token_in(request, session.id)
    return link_with(request, session.id, key_in(token)) if token and request.state.role == "owner" else ""


@router.get("/a/{session_id}")
def talk(request: Request, app: TheApp, session_id: str, key: str | None = None) -> Response:
    """The conversation. A secret link's key goes into a cookie and out of the address."""
    if key is not None:
        return enter(app, request, session_id, key)
    session = by_cookie(session_id, app, request)
    part = request.headers.get("x-part") == "talk"
    return page(request, "talk-part.html" if part else "talk.html", **talk_data(app, request, session), problem=None)


@router.get("/a/{session_id}/at")
def at(session: ByCookie) -> dict[str, int]:
    """The number that the next turn will have: by it a window sees that another one went on."""
    return {"at": session.next_number}


@router.post("/a/{session_id}/say")
def say(
    request: Request,
    app: TheApp,
    desk: TheDesk,
    session: ByCookie,
    say: Annotated[str, Form()] = "",
    quick: Annotated[str, Form()] = "",
    pick: Annotated[list[str] | None, Form()] = None,
    at: Annotated[int | None, Form()] = None,
    key: Annotated[str | None, Form(max_length=100)] = None,
    accept: Annotated[str | None, Header()] = None,
) -> Response:
    """Says something: a quick reply, ticked choices, or own words. Without a script the page comes back."""
    said = spoken(say, quick, pick or [])
    try:
        run = desk.take(session.id, said, f"page:{key}:{said}" if key else None, at)
        if wants_events(accept):
            return stream(run, shown_facts)
        run.turn()
    except VcassistError as error:
        if wants_events(accept):
            return problem_response(error)
        return refused(request, "talk.html", error, **talk_data(app, request, anew(app, session), said))
    return see(f"/a/{session.id}#latest")


def spoken(say: str, quick: str, pick: list[str]) -> str:
    """One message of what a form sent: a pressed quick reply, ticked choices and own words, so that nothing is lost."""
    words = say.replace("\r\n", "\n").strip()
    return ". ".join(part for part in (quick, ", ".join(pick), words) if part)


@router.post("/a/{session_id}/undo")
def undo(
    app: TheApp,
    desk: TheDesk,
    session: ByCookie,
    at: Annotated[int | None, Form()] = None,
    back: Annotated[str, Form(max_length=60)] = "",
) -> Response:
    """Takes the last turn back, as if it had never been said. With ``at`` only where that is still the last one."""
    with desk.alone(session.id):
        refuse_another_last(app.store.load(session.id), at)
        app.store.drop_last(session.id)
    return see(way_back(session, back))
