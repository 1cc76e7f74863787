"""The keys of an assessment: a new secret link, links for reading and for single questions, and the passphrase."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from fastapi import APIRouter, Form, Request
from starlette.responses import Response

from vcassist.access import Access
from vcassist.app import App
from vcassist.errors import BadInput, NotFound
from vcassist.interview.not_asked import skipped_refs
from vcassist.interview.planner import open_refs
from vcassist.interview.ports import Link
from vcassist.interview.session import Session
from vcassist.web.pages import page, see
from vcassist.web.parts import ByCookie, EndingByCookie, TheApp, TheLimiter, count_passphrase
from vcassist.web.problems import problem_of
from vcassist.web.security import COOKIES, PATHS, cookie_of, keep_token, link_with, not_open_here, token_in
from vcassist.web.views import component_title
from vcassist.web.words import label_alone

router = APIRouter()


def links_data(app: App, session: Session) -> dict[str, Any]:
    """What the settings page shows of the keys: the links that there are, and the questions that can be handed over."""
    keys = app.store.keys(session.id)
    return {
        "links": [_shown(link, session) for link in keys.links] if keys else [],
        "locked": bool(keys and keys.passphrase),
        "questions": _open_questions(session),
        "made": None,
    }


def _shown(link: Link, session: Session) -> dict[str, Any]:
    return {
        "id": link.id,
        "kind": link.kind,
        "label": link.label,
        "at": link.at,
        "labels": _labels(link.refs, session),
    }


def _labels(refs: tuple[str, ...], session: Session) -> list[str]:
    """What each question is about; where several parts are asked the same, with the part."""
    alone = [label_alone(ref) for ref in refs]
    chain = session.chain
    return [
        f"{label} ({component_title(ref.partition('.')[0], chain)})" if alone.count(label) > 1 else label
        for ref, label in zip(refs, alone, strict=True)
    ]


def _open_questions(session: Session) -> list[tuple[str, list[tuple[str, str]]]]:
    """(component, its questions nobody answered) in the order of the kinds."""
    chain = session.chain
    found: dict[str, list[tuple[str, str]]] = {}
    for ref, spec in open_refs(chain, skipped_refs(session)):
        found.setdefault(component_title(ref.partition(".")[0], chain), []).append((ref, spec.question))
    return list(found.items())


@router.post("/a/{session_id}/links")
def make_link(
    request: Request,
    app: TheApp,
    session: ByCookie,
    kind: Annotated[Literal["read", "questions"], Form()],
    ref: Annotated[list[str] | None, Form()] = None,
    label: Annotated[str, Form(max_length=200)] = "",
) -> Response:
    """Makes a link and shows it: only now, since only its hash is kept."""
    from vcassist.web.pages_settings import settings_page

    try:
        link, key = app.doors.add_link(session.id, kind, ref or [], label)
    except BadInput as error:
        wrong = {"problem": problem_of(error), "wrong": "links", "given": label}
        return settings_page(request, app, session, error.status, **wrong)
    made = {**_shown(link, session), "link": link_with(request, session.id, key)}
    return settings_page(request, app, session, made=made)


@router.post("/a/{session_id}/links/{link_id}")
def take_back(app: TheApp, session: EndingByCookie, link_id: str) -> Response:
    """Ends a link; it opens nothing from now on."""
    app.store.remove_link(session.id, link_id)
    return see(f"/a/{session.id}/settings#links")


@router.post("/a/{session_id}/renew")
def renew(request: Request, app: TheApp, session: EndingByCookie) -> Response:
    """Puts another secret link in the place of the old one, which is dead at once. This browser keeps the new one."""
    response = see(f"/a/{session.id}/settings#l-h")
    keep_token(response, request, session.id, app.doors.renew(session.id))
    return response


@router.post("/a/{session_id}/passphrase")
def set_passphrase(
    request: Request,
    app: TheApp,
    session: ByCookie,
    passphrase: Annotated[str, Form(max_length=1000)] = "",
    again: Annotated[str, Form(max_length=1000)] = "",
    act: Annotated[Literal["set", "remove"], Form()] = "set",
) -> Response:
    """Sets a passphrase, typed twice, or removes it: nobody can look it up later, and an empty field removes nothing."""
    from vcassist.web.pages_settings import settings_page

    try:
        wanted = _typed_twice(passphrase, again) if act == "set" else None
        shown = app.doors.set_passphrase(session.id, token_in(request, session.id) or "", wanted)
    except BadInput as error:
        return settings_page(request, app, session, error.status, problem=problem_of(error), wrong="passphrase")
    response = see(f"/a/{session.id}/settings#p-h")
    keep_token(response, request, session.id, shown)
    return response


def _typed_twice(passphrase: str, again: str) -> str:
    """The passphrase. Raises BadInput where none was typed, or another one the second time."""
    if not passphrase:
        raise BadInput("No passphrase was typed.", "Nothing was changed.", "Type it in both fields.")
    if passphrase != again:
        raise BadInput("The two passphrases differ.", "Nothing was changed.", "Type the same one in both fields.")
    return passphrase


@router.post("/a/{session_id}/unlock")
def unlock(
    request: Request,
    app: TheApp,
    limiter: TheLimiter,
    session_id: str,
    passphrase: Annotated[str, Form(max_length=1000)] = "",
) -> Response:
    """Takes the passphrase for the links that this browser came by. Without any that fits it is as unknown as no assessment."""
    held = [
        (shown, access)
        for name in COOKIES
        if (shown := cookie_of(request, session_id, name)) and (access := _recognised(app, session_id, shown))
    ]
    if not held:
        raise not_open_here()
    count_passphrase(limiter, session_id, held[0][1])
    try:
        opened = [(app.doors.unlock(session_id, shown, passphrase), access.role) for shown, access in held]
    except BadInput as error:
        return page(request, "locked.html", error.status, at=f"/a/{session_id}", problem=problem_of(error))
    response = see(f"/a/{session_id}{PATHS[opened[0][1]]}")
    for shown, role in opened:
        keep_token(response, request, session_id, shown, role)
    return response


def _recognised(app: App, session_id: str, shown: str) -> Access | None:
    """As what a key that fits would let somebody in, whether the passphrase was given with it or not."""
    try:
        return app.doors.recognised(session_id, shown)
    except NotFound:
        return None
