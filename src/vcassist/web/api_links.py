"""The API's keys: a new token, links for reading and for single questions, the passphrase, and a colleague's answers."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Response

from vcassist.web.colleague import Answered, questions_in, take_answers
from vcassist.web.parts import (
    OWNER_READS,
    READS,
    WRITES,
    AskedByToken,
    ByToken,
    EndingByToken,
    OwnerByToken,
    Shown,
    TheApp,
    TheDesk,
    TheLimiter,
    count_passphrase,
)
from vcassist.web.schemas import (
    AnswersIn,
    KeyOut,
    LinkIn,
    LinkMade,
    LinksOut,
    PassphraseIn,
    QuestionsOut,
    Taken,
    UnlockIn,
)

router = APIRouter(tags=["keys"])


@router.post("/sessions/{session_id}/token", response_model=KeyOut, responses=WRITES)
def new_token(app: TheApp, session: EndingByToken) -> dict[str, Any]:
    """Puts another token in the place of the old one, which opens nothing from now on."""
    return {"token": app.doors.renew(session.id)}


@router.put("/sessions/{session_id}/passphrase", response_model=KeyOut, responses=WRITES)
def put_passphrase(app: TheApp, session: ByToken, shown: Shown, body: PassphraseIn) -> dict[str, Any]:
    """Sets a passphrase that every token and link needs beside it; null takes it away. Answers with the token to send from now on."""
    return {"token": app.doors.set_passphrase(session.id, shown or "", body.passphrase)}


@router.post("/sessions/{session_id}/unlock", response_model=KeyOut, responses=WRITES)
def unlock(app: TheApp, limiter: TheLimiter, session_id: str, shown: Shown, body: UnlockIn) -> dict[str, Any]:
    """Gives the passphrase with a token that needs it; answers with the token to send from now on."""
    count_passphrase(limiter, session_id, app.doors.recognised(session_id, shown))
    return {"token": app.doors.unlock(session_id, shown or "", body.passphrase)}


@router.get("/sessions/{session_id}/links", response_model=LinksOut, responses=OWNER_READS)
def get_links(app: TheApp, session: OwnerByToken) -> dict[str, Any]:
    """The links that there are, without their tokens: those are told once."""
    keys = app.store.keys(session.id)
    links = keys.links if keys else ()
    return {"links": [{"id": x.id, "kind": x.kind, "refs": x.refs, "label": x.label, "at": x.at} for x in links]}


@router.post("/sessions/{session_id}/links", status_code=201, response_model=LinkMade, responses=WRITES)
def post_link(app: TheApp, session: ByToken, body: LinkIn) -> dict[str, Any]:
    """Makes a link: `read` sees everything and changes nothing, `questions` answers only `refs`. `path` opens it in a browser."""
    link, key = app.doors.add_link(session.id, body.kind, body.refs, body.label)
    return {"id": link.id, "kind": link.kind, "token": key, "path": f"/a/{session.id}?key={key}"}


@router.delete("/sessions/{session_id}/links/{link_id}", status_code=204, responses=WRITES)
def delete_link(app: TheApp, session: EndingByToken, link_id: str) -> Response:
    """Takes a link back; it opens nothing from now on."""
    app.store.remove_link(session.id, link_id)
    return Response(status_code=204)


@router.get("/sessions/{session_id}/questions", response_model=QuestionsOut, responses=READS)
def get_questions(opened: AskedByToken) -> dict[str, Any]:
    """The questions that a link of the kind `questions` may answer."""
    from vcassist.chain.facts import field_of

    session, link = opened
    refs = questions_in(session, link)
    return {"label": link.label, "questions": [{"ref": ref, "question": field_of(ref).question} for ref in refs]}


@router.post("/sessions/{session_id}/questions", response_model=Taken, responses=WRITES)
def post_answers(app: TheApp, desk: TheDesk, opened: AskedByToken, body: AnswersIn) -> dict[str, Any]:
    """Answers questions that were handed over. What contradicts something said before is put to the owner."""
    session, link = opened
    answers = [Answered(f.ref, f.status, f.value) for f in body.facts]
    return {"taken": take_answers(app, desk, session.id, link, body.who, answers)}
