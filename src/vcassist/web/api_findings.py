"""The API's view of what was understood: chain, findings, decisions, facts by hand, documents, reports."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, File, Query, UploadFile
from starlette.responses import Response

from vcassist.app import App
from vcassist.assessment.concentration import concentration
from vcassist.chain.facts import checked_component, split_ref
from vcassist.errors import BadInput
from vcassist.interview.interviewer import answer_json, state_fact
from vcassist.interview.session import Session
from vcassist.report import FORMATS
from vcassist.web.decisions import decide, decisions_of
from vcassist.web.desk import Desk
from vcassist.web.parts import READS, WRITES, ByToken, TheApp, TheDesk
from vcassist.web.reports import as_download, read_uploads, render_report
from vcassist.web.schemas import Answer, ChainOut, Decision, FactsIn, FindingsOut

router = APIRouter(tags=["findings"])
_REPORT: dict[int | str, dict[str, Any]] = {
    200: {
        "description": "The report as a file",
        "content": {
            kind: {"schema": {"type": "string"}}
            for kind in (
                "text/html",
                "text/markdown",
                "text/csv",
                "application/json",
                "application/pdf",
                "application/octet-stream",
            )
        },
    }
}


@router.get("/sessions/{session_id}/chain", response_model=ChainOut, response_model_exclude_unset=True, responses=READS)
def get_chain(session: ByToken) -> dict[str, Any]:
    """The folded chain, each fact with its turn and what it replaced."""
    return _as_seen(session)


def _as_seen(session: Session) -> dict[str, Any]:
    gone = sorted(session.retired)
    return {**session.chain.as_json(), **({"removed": gone} if gone else {})}


@router.put(
    "/sessions/{session_id}/facts", response_model=ChainOut, response_model_exclude_unset=True, responses=WRITES
)
def put_facts(app: TheApp, desk: TheDesk, session: ByToken, body: FactsIn) -> dict[str, Any]:
    """Sets facts by hand, each field once, as a turn of their own."""
    with desk.alone(session.id):
        fresh = app.store.load(session.id)
        facts = tuple(state_fact(f.ref, f.status, f.value, fresh.next_number, f.by) for f in body.facts)
        refs = [fact.ref for fact in facts]
        twice = next((ref for n, ref in enumerate(refs) if ref in refs[:n]), None)
        if twice is not None:
            # Which of the two was meant cannot be known, and the last one would win unseen.
            raise BadInput(f"{twice} stands twice.", "A call sets each field once.", "Keep one of them.")
        app.set_facts(fresh, facts)
        return _as_seen(app.store.load(session.id))


@router.delete(
    "/sessions/{session_id}/facts/{ref}", response_model=ChainOut, response_model_exclude_unset=True, responses=WRITES
)
def delete_fact(app: TheApp, desk: TheDesk, session: ByToken, ref: str) -> dict[str, Any]:
    """Takes back one fact, as a turn of its own: the field is open again. `DELETE …/turns/last` puts it back."""
    split_ref(ref)
    return _without(app, desk, session, ref)


@router.delete(
    "/sessions/{session_id}/components/{component}",
    response_model=ChainOut,
    response_model_exclude_unset=True,
    responses=WRITES,
)
def delete_component(app: TheApp, desk: TheDesk, session: ByToken, component: str) -> dict[str, Any]:
    """Takes away a part with all that was noted of it, as a turn of its own; `DELETE …/turns/last` puts it back.

    The other parts keep their ids and the id of this one is not given again: without `model-2`, the next model is `model-3`.
    """
    return _without(app, desk, session, checked_component(component))


def _without(app: App, desk: Desk, session: Session, what: str) -> dict[str, Any]:
    with desk.alone(session.id):
        app.remove(app.store.load(session.id), what)
        return _as_seen(app.store.load(session.id))


@router.get(
    "/sessions/{session_id}/findings", response_model=FindingsOut, response_model_exclude_unset=True, responses=READS
)
def get_findings(app: TheApp, session: ByToken) -> dict[str, Any]:
    """All findings, clear ones included, with decisions where there are any, and the concentration of suppliers."""
    decided = decisions_of(session)
    found = [
        {**f.as_json(), "decision": decided[f.id]} if f.id in decided else f.as_json()
        for f in app.findings(session.chain)
    ]
    return {"findings": found, "concentration": concentration(session.chain, app.register)}


@router.put("/sessions/{session_id}/findings/{finding_id}/decision", responses=WRITES)
def put_decision(app: TheApp, desk: TheDesk, session: ByToken, finding_id: str, body: Decision) -> dict[str, Any]:
    """Keeps what the organisation decided about a finding; "open" takes it back."""
    return decide(app, desk, session, finding_id, body.state, body.note, who=body.who, by_when=body.by_when)


@router.get("/sessions/{session_id}/report", response_class=Response, responses={**READS, **_REPORT})
def get_report(
    app: TheApp,
    session: ByToken,
    format_: Annotated[str, Query(alias="format", description=f"One of: {', '.join(FORMATS)}")] = "html",
    short: Annotated[bool, Query(description="Only the first page, to be sent: as html, pdf, docx or md")] = False,
) -> Response:
    """The draft report in one format."""
    return as_download(render_report(app, session, format_, short=short))


@router.post(
    "/sessions/{session_id}/documents", response_model=Answer, response_model_exclude_unset=True, responses=WRITES
)
def post_documents(desk: TheDesk, session: ByToken, files: Annotated[list[UploadFile], File()]) -> Any:
    """Reads documents (text, Markdown, PDF, Word) and answers like a turn."""
    return answer_json(desk.bring(session.id, read_uploads(files)).turn())
