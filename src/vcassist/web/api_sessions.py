"""The API's sessions: create, say, take back, look, export, import, delete."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Body, Header, Query, Response
from starlette.responses import JSONResponse

from vcassist.chain.facts import split_ref
from vcassist.interview.interviewer import answer_json
from vcassist.interview.reading import clean_message
from vcassist.interview.session import Session, session_as_json
from vcassist.web.desk import refuse_another_last
from vcassist.web.events import stream, wants_events
from vcassist.web.imported import checked_import
from vcassist.web.parts import OPEN_WRITES, READS, WRITES, ByToken, EndingByToken, TheApp, TheDesk
from vcassist.web.schemas import Answer, Created, NewSession, ReadIn, ReadOut, Say, SessionOut

router = APIRouter(tags=["sessions"])
_EVENTS: dict[int | str, dict[str, Any]] = {
    200: {
        "description": "The answer; with `Accept: text/event-stream` the events understood, reply, done or error",
        "content": {"text/event-stream": {"schema": {"type": "string"}}},
    }
}


def as_seen(session: Session) -> dict[str, Any]:
    return {**session_as_json(session), "asked": session.asked, "done": session.done}


@router.post(
    "/sessions", status_code=201, response_model=Created, response_model_exclude_unset=True, responses=OPEN_WRITES
)
def create_session(app: TheApp, desk: TheDesk, body: NewSession) -> dict[str, Any]:
    """Begins an assessment. Keep the token: it is stored only as a hash and opens everything of this assessment."""
    opening = clean_message(body.opening) if body.opening is not None else None
    session, token = app.begin(body.minutes)
    made: dict[str, Any] = {"id": session.id, "token": token, "reply": session.turns[0].reply, "asked": None}
    if opening is None:
        return made
    try:
        turn = desk.take(session.id, opening).turn()
    except Exception:
        # Nobody would ever hold the token of this one.
        app.store.delete(session.id)
        raise
    return {**made, **answer_json(turn)}


@router.post(
    "/sessions/import",
    status_code=201,
    response_model=Created,
    response_model_exclude_unset=True,
    responses=OPEN_WRITES,
)
def import_session(app: TheApp, body: Annotated[dict[str, Any], Body()]) -> dict[str, Any]:
    """Takes in an exported session under a new id and token."""
    session, token = app.take_in(checked_import(body))
    return {
        "id": session.id,
        "token": token,
        "reply": session.turns[-1].reply,
        "asked": session.asked,
        "done": session.done,
    }


@router.post(
    "/sessions/{session_id}/turns",
    response_model=Answer,
    response_model_exclude_unset=True,
    responses={**WRITES, **_EVENTS},
)
def take_turn(
    desk: TheDesk,
    session: ByToken,
    body: Say,
    accept: Annotated[str | None, Header()] = None,
    idempotency_key: Annotated[str | None, Header(max_length=200)] = None,
) -> Any:
    """Says something and gets the reply. The same Idempotency-Key gives the same answer and is taken once."""
    run = desk.take(session.id, body.say, idempotency_key)
    return stream(run) if wants_events(accept) else answer_json(run.turn())


@router.post("/sessions/{session_id}/read", response_model=ReadOut, response_model_exclude_unset=True, responses=WRITES)
def read_message(app: TheApp, desk: TheDesk, session: ByToken, body: ReadIn) -> dict[str, Any]:
    """Reads one message, as an answer to a field where `asked` names one, and stores nothing of it: no turn is taken.

    It is read as a turn of this assessment would be, with the same limits; words go to a model only where that was agreed to.
    """
    if body.asked is not None:
        split_ref(body.asked)
    with desk.place(session.id):
        facts, intent = app.read(session, body.message, body.asked)
    return {"facts": [fact.as_json() for fact in facts], "intent": intent}


@router.delete("/sessions/{session_id}/turns/last", response_model=SessionOut, responses=WRITES)
def undo(
    app: TheApp,
    desk: TheDesk,
    session: ByToken,
    at: Annotated[
        int | None, Query(description="The number of the turn that is meant, so that a retry takes back no other")
    ] = None,
) -> dict[str, Any]:
    """Takes the last turn back, as if it had never been said. With `at` only where that is still the last one."""
    with desk.alone(session.id):
        refuse_another_last(app.store.load(session.id), at)
        app.store.drop_last(session.id)
    return as_seen(app.store.load(session.id))


@router.get("/sessions/{session_id}", response_model=SessionOut, responses=READS)
def get_session(session: ByToken) -> dict[str, Any]:
    """The session with all its turns."""
    return as_seen(session)


@router.get(
    "/sessions/{session_id}/export", response_model=SessionOut, response_model_exclude_unset=True, responses=READS
)
def export_session(session: ByToken) -> Any:
    """Everything of the session as one file, which `POST /sessions/import` takes back in."""
    name = f'attachment; filename="assessment-{session.id}.json"'
    return JSONResponse(session_as_json(session), headers={"Content-Disposition": name})


@router.delete("/sessions/{session_id}", status_code=204, responses=WRITES)
def delete_session(app: TheApp, desk: TheDesk, session: EndingByToken) -> Response:
    """Deletes everything of the session, for good."""
    with desk.alone(session.id):
        app.store.delete(session.id)
    return Response(status_code=204)
