"""The conversation: what was said, what was noted, what was found, and the box to say more."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from typing import Annotated, Any

from fastapi import APIRouter, Form, Header, Request
from starlette.responses import Response

from vcassist.app import App
from vcassist.chain.facts import field_of
from vcassist.errors import VcassistError
from vcassist.interview.session import Session, Turn
from vcassist.knowledge.glossary import load_entries
from vcassist.web.egress import egress_of
from vcassist.web.events import stream, wants_events
from vcassist.web.pages import page, see
from vcassist.web.parts import ByCookie, TheApp, TheDesk
from vcassist.web.problems import problem_of, problem_response
from vcassist.web.replies import replies_for
from vcassist.web.security import keep_token, opened_here, session_with, token_in
from vcassist.web.views import assessed, fact_view, next_component, noted, progress_of, title_of

router = APIRouter()
SHOWN_OPEN = 4


def shell(session: Session, here: str) -> dict[str, Any]:
    """What every page of an assessment shows around its content."""
    return {"session": session, "title": title_of(session), "here": here, "at": f"/a/{session.id}"}


def panels(app: App, session: Session) -> dict[str, Any]:
    """What stands beside the conversation."""
    found = assessed(app, session)
    chain = session.chain
    components = noted(session)
    more = {c.kind: name for c in components if (name := next_component(chain, c.kind))}
    last = {c.kind: c.id for c in components}
    return {
        "components": components,
        "more": more,
        "last": last,
        "found": found,
        "progress": progress_of(session, found),
    }


def exchanges(session: Session) -> list[dict[str, Any]]:
    """The turns as shown: with the facts noted in them, what was taken back, and the titles of what is cited."""
    entries = load_entries()
    undone, chain = session.undone, session.chain
    return [
        {
            "turn": turn,
            "asks": asks_in(turn),
            "undone": turn.number in undone,
            "facts": [fact_view(fact, chain) for fact in turn.facts],
            "citations": [(c, entries[c.term].title) for c in _once(turn) if c.term in entries],
        }
        for turn in session.turns
    ]


def asks_in(turn: Turn) -> tuple[str, str, str]:
    """A reply in three parts: what comes before the question, the question itself, and the reason after it."""
    question = field_of(turn.awaiting.ref).question if turn.awaiting else ""
    if turn.number == 0:
        # The greeting's last sentence is the first question.
        question = turn.reply.rpartition(". ")[2]
    at = turn.reply.lower().rfind(question.lower()) if question else -1
    if at < 0:
        return turn.reply, "", ""
    end = at + len(question)
    before, asked = turn.reply[:at].strip(), turn.reply[at:end]
    return before, asked[:1].upper() + asked[1:], turn.reply[end:].strip()


def _once(turn: Turn) -> Sequence[Any]:
    return list({c.term: c for c in turn.citations}.values())


def talk_data(app: App, request: Request, session: Session, text: str = "", problem: Any = None) -> dict[str, Any]:
    said = exchanges(session)
    return {
        **shell(session, "talk"),
        **panels(app, session),
        "earlier": said[:-SHOWN_OPEN],
        "latest": said[-SHOWN_OPEN:],
        "replies": replies_for(session),
        "text": text,
        "problem": problem,
        "key": secrets.token_urlsafe(12),
        "fresh": len(session.turns) == 1,
        "can_undo": any(t.said or t.facts for t in session.turns[1:]),
        "link": secret_link(request, session),
        "egress": egress_of(app, session),
    }


def secret_link(request: Request, session: Session) -> str:
    """The link that opens this assessment anywhere. Made from the browser's own key: the server keeps only its hash."""
    return f"{request.base_url}a/{session.id}?key={token_in(request, session.id)}"


@router.get("/a/{session_id}")
def talk(request: Request, app: TheApp, session_id: str, key: str | None = None) -> Response:
    """The conversation. A secret link's key goes into a cookie and out of the address."""
    if key is not None:
        session_with(app, session_id, key or "-")
        response = see(f"/a/{session_id}")
        keep_token(response, request, session_id, key)
        return response
    session = opened_here(app, request, session_id)
    part = request.headers.get("x-part") == "talk"
    return page(request, "talk-part.html" if part else "talk.html", **talk_data(app, request, session))


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
            return stream(run)
        run.turn()
    except VcassistError as error:
        if wants_events(accept):
            return problem_response(error)
        fresh = app.store.load(session.id)
        data = talk_data(app, request, fresh, said, problem_of(error))
        return page(request, "talk.html", error.status, **data)
    return see(f"/a/{session.id}#latest")


def spoken(say: str, quick: str, pick: list[str]) -> str:
    """One message of what a form sent: a pressed quick reply, ticked choices and own words, so that nothing is lost."""
    words = say.replace("\r\n", "\n").strip()
    return ". ".join(part for part in (quick, ", ".join(pick), words) if part)


@router.post("/a/{session_id}/undo")
def undo(app: TheApp, desk: TheDesk, session: ByCookie) -> Response:
    """Takes the last turn back, as if it had never been said."""
    with desk.alone(session.id):
        app.store.drop_last(session.id)
    return see(f"/a/{session.id}#latest")
