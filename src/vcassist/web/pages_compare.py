"""What changed: an earlier state against the assessment of today, each changed finding with what changed it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Annotated, Any

from fastapi import APIRouter, File, Query, Request, UploadFile
from starlette.responses import Response

from vcassist.app import App
from vcassist.assessment.difference import Changed, difference
from vcassist.assessment.register import Register
from vcassist.assessment.state import State, state_of
from vcassist.chain.facts import Chain, Fact
from vcassist.errors import BadInput, NotFound
from vcassist.interview.session import Session, Turn
from vcassist.report.earlier import earlier_state
from vcassist.web.entities import address_of
from vcassist.web.pages import page
from vcassist.web.pages_talk import shell
from vcassist.web.pages_whatif import concentration_rows
from vcassist.web.parts import ByCookie, TheApp
from vcassist.web.problems import problem_of
from vcassist.web.security import kept_sessions, opened_here
from vcassist.web.views import component_title, title_of
from vcassist.web.words import day, in_words, label_of

router = APIRouter()
SNIPPET = 60
_NO_FILE = "Use a report in JSON or an assessment that you took away earlier."


@dataclass(frozen=True, slots=True)
class AnswerRow:
    ref: str
    label: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class CauseView:
    """``href`` leads to the answer, glossary or register entry where there is a page for it."""

    words: str
    href: str


@dataclass(frozen=True, slots=True)
class FindingRow:
    id: str
    title: str
    where: str
    before: str
    after: str
    causes: tuple[CauseView, ...]


@router.get("/a/{session_id}/compare")
def compare(
    request: Request,
    app: TheApp,
    session: ByCookie,
    turn: Annotated[int | None, Query(ge=0, le=100_000)] = None,
    with_: Annotated[str, Query(alias="with", max_length=80)] = "",
) -> Response:
    """With ``turn``: as it was after that turn. With ``with``: another assessment that this browser holds the key to."""
    try:
        if with_:
            other = opened_here(app, request, with_)
            return _shown(request, app, session, state_of(other.chain, app.knowledge), title_of(other))
        if turn is not None:
            earlier = replace(session, turns=tuple(t for t in session.turns if t.number <= turn))
            return _shown(request, app, session, state_of(earlier.chain, app.knowledge), f"Step {turn}")
    except NotFound as error:
        return _shown(request, app, session, problem=error)
    return _shown(request, app, session)


@router.post("/a/{session_id}/compare")
def compare_file(
    request: Request, app: TheApp, session: ByCookie, file: Annotated[UploadFile | None, File()] = None
) -> Response:
    """Against a file that was taken away. It is compared and forgotten."""
    try:
        state = earlier_state(_json(file), app.knowledge)
    except BadInput as error:
        return _shown(request, app, session, problem=error)
    return _shown(request, app, session, state, str(file.filename if file else ""))


def _json(file: UploadFile | None) -> Any:
    if file is None or not file.filename:
        raise BadInput("No file was chosen.", "", _NO_FILE)
    try:
        return json.loads(file.file.read().decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise BadInput("This file is not JSON.", "", _NO_FILE) from error


def _shown(
    request: Request,
    app: App,
    session: Session,
    state: State | None = None,
    name: str = "",
    problem: BadInput | NotFound | None = None,
) -> Response:
    found = difference(state, session.chain, app.knowledge) if state else None
    before = state.chain if state else session.chain
    return page(
        request,
        "compare.html",
        problem.status if problem else 200,
        **shell(session, "compare"),
        problem=problem and problem_of(problem),
        name=name,
        found=found,
        answers=[_answer(a.ref, a.before, a.after, session.chain) for a in found.answers] if found else [],
        findings=[_finding(f, session, before, app.register) for f in found.findings if not f.words_only] if found else [],
        reworded=[_finding(f, session, before, app.register) for f in found.findings if f.words_only] if found else [],
        concentration=concentration_rows(found.concentration["before"], found.concentration["after"]) if found else [],
        steps=[(turn.number, _step(turn)) for turn in reversed(session.live[:-1]) if turn.number > 0 or turn.facts],
        others=[(s.id, title_of(s), day(s.created)) for s in kept_sessions(app, request) if s.id != session.id],
    )  # fmt: skip


def _answer(ref: str, before: Fact | None, after: Fact | None, chain: Chain) -> AnswerRow:
    old, new = (in_words(fact) if fact else "nothing said" for fact in (before, after))
    return AnswerRow(ref, f"{label_of(ref)} ({component_title(ref.partition('.')[0], chain)})", old, new)


def _step(turn: Turn) -> str:
    """``Step 3, 24 November 2026: “We keep it in …”``."""
    told = turn.said or turn.document or (f"taken away: {turn.note}" if turn.removed else "set by hand")
    short = told if len(told) <= SNIPPET else told[:SNIPPET].rstrip() + "…"
    return f"Step {turn.number}{', ' + day(turn.at) if turn.at else ''}: {short}"


VERDICTS: Mapping[str, str] = {"raised": "raised", "clear": "ruled out", "unknown": "open"}


def _finding(found: Changed, session: Session, before: Chain, register: Register) -> FindingRow:
    component = found.id.partition("@")[2]
    chain = session.chain if component in session.chain.all_components() else before
    old, new = (
        ", ".join(filter(None, (VERDICTS.get(v[0], v[0]), v[1]))) if v else "not there"
        for v in (found.before, found.after)
    )
    where = "" if component == "chain" else component_title(component, chain)
    causes = tuple(_cause(cause, session, chain, register) for cause in found.causes)
    return FindingRow(found.id if found.after else "", found.title, where, old, new, causes)


def _cause(cause: str, session: Session, chain: Chain, register: Register) -> CauseView:
    what, _, which = cause.partition(":")
    if what == "answer":
        words = f"your answer: {label_of(which).lower()} ({component_title(which.partition('.')[0], chain)})"
        return CauseView(words, f"/a/{session.id}/facts/{which}")
    if what == "glossary":
        return CauseView(f"the glossary entry “{which.replace('-', ' ')}”", f"/glossary/{which}")
    if what == "register":
        entity = register.suppliers.get(which) or register.accelerators.get(which)
        if entity is None:
            return CauseView(f"the register’s entry “{which.replace('-', ' ')}”", "/register")
        return CauseView(f"the register’s entry “{entity.name}”", f"/register/{address_of(entity)}")
    return CauseView("the rule itself was changed" if what == "rule" else "vcassist judges otherwise than before", "")
