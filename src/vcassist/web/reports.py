"""Asks the report room for a report, and hands over documents to read; both are loaded when first needed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from importlib import import_module
from typing import Protocol

from fastapi import UploadFile
from starlette.responses import Response

from vcassist.app import App
from vcassist.errors import BadInput, NotReady, TooLarge
from vcassist.interview.session import Session

MAX_FILES = 10
MAX_FILE = 20_000_000


class Rendered(Protocol):
    content: bytes
    media_type: str
    filename: str


def offered_formats() -> dict[str, str]:
    """The formats of this installation with their names for people, the usual ones first."""
    found: dict[str, str] = import_module("vcassist.report").format_names()
    return found


def short_formats() -> dict[str, str]:
    """Those that have a short version, one or two pages to send."""
    found: dict[str, str] = import_module("vcassist.report").short_formats()
    return found


def letters_of(app: App, session: Session) -> list[tuple[str, int]]:
    """The suppliers that get a letter, with the number of questions in it."""
    from vcassist.report.letters import letters

    found = letters(session.chain, app.register, app.findings(session.chain))
    return [(letter.supplier, len(letter.questions)) for letter in found]


def stamp_of(session: Session) -> str:
    """What every page of the report says of its review."""
    from vcassist.report.provenance import digest_of
    from vcassist.report.review import standing

    return standing(session.extra, digest_of(session.chain.as_json()))[1]


def render_report(app: App, session: Session, format_: str, supplier: str = "", short: bool = False) -> Rendered:
    """The report of a session in one format; ``supplier`` leaves only the letter to it, ``short`` only the first page.

    Raises BadUsage for an unknown format or one without a short version, NotFound for a supplier without a letter, NotReady without a renderer.
    """
    try:
        render = import_module("vcassist.report").render
    except (ImportError, AttributeError) as error:
        raise NotReady(
            "Reports cannot be made by this installation yet.", "", "Update vcassist, then try again."
        ) from error
    made: Rendered = render(
        app=app, chain=session.chain, session=session, format=format_, supplier=supplier, short=short
    )
    return made


def as_download(made: Rendered, content: bytes | None = None, *, inline: bool = False) -> Response:
    """A finished report, or ``content`` in its place, under its name."""
    name = re.sub(r"[^A-Za-z0-9._-]+", "-", made.filename)[:120] or "report"
    how = "inline" if inline else "attachment"
    return Response(
        made.content if content is None else content,
        media_type=made.media_type,
        headers={"Content-Disposition": f'{how}; filename="{name}"'},
    )


def read_uploads(uploads: Sequence[UploadFile]) -> list[tuple[str, bytes]]:
    """(file name, bytes) of each upload, within bounds. Raises BadInput or TooLarge."""
    files: list[tuple[str, bytes]] = []
    for upload in uploads:
        content = upload.file.read(MAX_FILE + 1)
        if len(content) > MAX_FILE:
            raise TooLarge(
                f"{_plain(upload.filename)} is too large.",
                f"A file may have {MAX_FILE // 1_000_000} MB.",
                "Send a part of it.",
            )
        if upload.filename and content:
            files.append((_plain(upload.filename), content))
    if not files:
        raise BadInput("No file was chosen, or it is empty.", "", "Choose a text, Markdown, PDF or Word file.")
    if len(files) > MAX_FILES:
        raise TooLarge(
            f"These are {len(files)} files.", f"At most {MAX_FILES} are read at once.", "Send them in parts."
        )
    return files


def _plain(name: str | None) -> str:
    """The last part of a file name, without what could steer a terminal or a path."""
    return re.sub(r"[\x00-\x1f\x7f]", "", (name or "").replace("\\", "/").rsplit("/", 1)[-1])[:200]
