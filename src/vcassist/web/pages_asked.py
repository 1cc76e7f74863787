"""The page of a colleague: the questions that were handed over, and nothing else of the assessment."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from fastapi import APIRouter, Request
from starlette.responses import Response

from vcassist.app import App
from vcassist.chain.facts import field_of
from vcassist.chain.fields import Field
from vcassist.errors import BadInput
from vcassist.interview.session import Session
from vcassist.web.colleague import Answered, questions_in, take_answers
from vcassist.web.pages import page, see
from vcassist.web.parts import AskedByCookie, TheApp, TheDesk
from vcassist.web.problems import problem_of
from vcassist.web.views import component_title, field_choices
from vcassist.web.words import countries

router = APIRouter()
OPEN = {
    "known": "It is as above",
    "unknown": "I don’t know",
    "withheld": "The supplier won’t say",
    "not_applicable": "It does not apply",
}


@dataclass(frozen=True, slots=True)
class Question:
    """One question as a form. ``given`` and ``status`` are what was sent and could not be used; else empty."""

    ref: str
    part: str
    spec: Field
    kind: dict[str, Any]
    given: tuple[str, ...] = ()
    status: str = ""


@router.get("/a/{session_id}/asked")
def asked(request: Request, app: TheApp, opened: AskedByCookie, thanks: int = 0) -> Response:
    """The questions. ``thanks``: how many answers were just taken."""
    return _page(request, app, opened, thanks=thanks)


@router.post("/a/{session_id}/asked")
async def answer(request: Request, app: TheApp, desk: TheDesk, opened: AskedByCookie) -> Response:
    """Takes the answers: of each question a status and values, named after it; what was left empty is left out."""
    from starlette.concurrency import run_in_threadpool

    form = await request.form(max_fields=2000)
    sent = [(name, value) for name, value in form.multi_items() if isinstance(value, str)]
    return await run_in_threadpool(_taken, request, app, desk, opened, sent)


def _taken(request: Request, app: App, desk: Any, opened: Any, sent: list[tuple[str, str]]) -> Response:
    session, link = opened
    who = _first("who", sent)
    answers = [a for ref in questions_in(session, link) if (a := _answer(ref, sent)) is not None]
    try:
        count = take_answers(app, desk, session.id, link, who, answers)
    except BadInput as error:
        return _page(request, app, opened, error.status, problem=problem_of(error), who=who, sent=sent)
    return see(f"/a/{session.id}/asked?thanks={count}")


def _first(field: str, sent: list[tuple[str, str]]) -> str:
    """What was sent in a field; empty where nothing was."""
    return next((value for name, value in sent if name == field), "")


def _answer(ref: str, sent: list[tuple[str, str]]) -> Answered | None:
    """What was sent for one question; None where it was left alone."""
    values = [value.strip() for name, value in sent if name == f"value:{ref}" and value.strip()]
    status = _first(f"status:{ref}", sent) or "known"
    if any(name == f"own:{ref}" for name, _ in sent):
        values = ["self"]
    if status == "known" and not values:
        return None
    given: Any = values if field_of(ref).type == "set" else values[0] if values else None
    return Answered(ref, status, given if status == "known" else None)


def _page(
    request: Request,
    app: App,
    opened: Any,
    status: int = 200,
    problem: Any = None,
    who: str = "",
    sent: list[tuple[str, str]] | None = None,
    thanks: int = 0,
) -> Response:
    session, link = opened
    questions = [_question(session, ref, sent or []) for ref in questions_in(session, link)]
    return page(
        request,
        "asked.html",
        status,
        at=f"/a/{session.id}",
        questions=questions,
        who=who or link.label,
        problem=problem,
        thanks=thanks,
        statuses=OPEN,
        countries=countries() if any(q.kind["country"] for q in questions) else {},
    )


def _question(session: Session, ref: str, sent: list[tuple[str, str]]) -> Question:
    given = tuple(value for name, value in sent if name == f"value:{ref}")
    status = _first(f"status:{ref}", sent)
    spec = field_of(ref)
    return Question(
        ref, component_title(ref.partition(".")[0], session.chain), spec, field_choices(spec), given, status
    )
