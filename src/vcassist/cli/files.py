"""Commands about files and kept sessions: draft, report, verify, export, import, sessions, delete."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from vcassist.chain.facts import Chain, chain_from_json
from vcassist.cli.lines import as_json, is_file, read_bytes, read_json
from vcassist.errors import BadInput, BadUsage, StorageTrouble

if TYPE_CHECKING:
    from vcassist.app import App
    from vcassist.interview.session import Session


MOST_CONFLICTS = 20


def format_for(out: str | None, given: str | None) -> str:
    """The format asked for, else the one that the file's suffix says, else Markdown.

    Raises BadUsage for another suffix, and for a format that no terminal shows where nothing says where to write.
    """
    if given or not out:
        if given in ("pdf", "docx") and not out and sys.stdout.isatty():
            raise BadUsage(f"A {given} is no text for a terminal.", "", f"Add --out report.{given}.")
        return given or "md"
    from vcassist.report import format_of, suffixes

    found = format_of(out)
    if found is None:
        raise BadUsage(f"{out} has a suffix that is no report format.", "", f"Use one of {', '.join(suffixes())}.")
    return found


def write_out(content: bytes, out: str | None, *, private: bool = False) -> None:
    """To the file, whole or not at all, or to standard output. ``private``: nobody but its owner may read the file."""
    if not out or out == "-":
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
        return
    part = Path(out + ".part")
    try:
        # What an interrupted run left must not lend its rights.
        part.unlink(missing_ok=True)
        if private:
            part.touch(0o600, exist_ok=False)
        part.write_bytes(content)
        part.replace(out)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise StorageTrouble(f"{out} cannot be written.", f"{error.strerror}.", "Choose another place.") from error


def draft(args: argparse.Namespace) -> int:
    """Documents in, draft report out; what came of reading them and the session's id go to standard error."""
    from vcassist.app import open_app
    from vcassist.cli.egress import settings_for
    from vcassist.report import render

    format_ = format_for(args.out, args.format)
    app = open_app(settings_for(args))
    app.refuse_unagreed()
    files = []
    for name in args.files:
        try:
            files.append((Path(name).name, Path(name).read_bytes()))
        except OSError as error:
            raise BadInput(
                f"{name} cannot be read.", f"{error.strerror}.", "Check the name and its permissions."
            ) from error

    def progress(name: str, page: int, pages: int) -> None:
        if sys.stderr.isatty():
            print(
                f"\rReading {name}: page {page} of {pages}",
                end="" if page < pages else "\n",
                file=sys.stderr,
                flush=True,
            )

    session, _ = app.draft(files, progress, _tell)
    for conflict in session.turns[-1].conflicts[:MOST_CONFLICTS]:
        _tell(f"{conflict.ref}: {conflict.old_quote} / {conflict.new_quote}")
    # Before the report is made and written, so that a place that cannot be written to does not lose the session.
    print(f"Session {session.id}: go on with `vcassist interview --resume {session.id}`.", file=sys.stderr)
    rendered = render(app=app, chain=session.chain, session=session, format=format_, short=args.short)
    write_out(rendered.content, args.out)
    return 0


def _tell(said: str) -> None:
    print(f"vcassist: {said}", file=sys.stderr)


def chain_of(what: str, app: App) -> tuple[Chain, Session | None]:
    """A session by its id, or a chain (or exported session) file by its path."""
    if is_file(what) or what == "-":
        data = read_json(what)
        if isinstance(data, dict) and "turns" in data:
            from vcassist.interview.session import session_from_json
            from vcassist.web.imported import checked_import

            session = session_from_json(checked_import(data))
            return session.chain, session
        return chain_from_json(data), None
    if "/" in what or what.endswith((".json", ".txt")):
        raise BadInput(f"There is no file {what}.", "", "Give a session's id or a chain file.")
    session = app.store.load(what)
    return session.chain, session


def report(args: argparse.Namespace) -> int:
    """The report of a session or a chain file."""
    from vcassist.app import open_app
    from vcassist.report import render

    app = open_app()
    format_ = format_for(args.out, args.format)
    chain, session = chain_of(args.what, app)
    rendered = render(
        app=app, chain=chain, session=session, format=format_, supplier=args.supplier or "", short=args.short
    )
    write_out(rendered.content, args.out)
    return 0


def verify(args: argparse.Namespace) -> int:
    """Whether a report is as it was made."""
    from vcassist.report import verify as check

    result = check(read_bytes(args.file))
    for line in result.explanations:
        print(line)
    return 0 if result.intact else 1


def export(args: argparse.Namespace) -> int:
    """A session as one JSON file."""
    from vcassist.app import open_app

    write_session(open_app().store.load(args.id), args.out)
    return 0


def write_session(session: Session, out: str | None) -> None:
    """A session as JSON, in a file that nobody but its owner may read."""
    from vcassist.interview.session import session_as_json

    write_out((as_json(session_as_json(session)) + "\n").encode(), out, private=True)


def take_in(args: argparse.Namespace) -> int:
    """An exported session, kept under a new id."""
    from vcassist.app import open_app
    from vcassist.web.imported import checked_import

    session, token = open_app().take_in(checked_import(read_json(args.file)))
    print(session.id)
    print(f"Its token, shown once: {token}", file=sys.stderr)
    return 0


def sessions(args: argparse.Namespace) -> int:
    """The sessions kept here."""
    del args
    from vcassist.app import open_app

    for session in open_app().store.sessions():
        name = session.chain.value("organisation.name") or session.title or "no name yet"
        print(f"{session.id}  {session.created}  {len(session.turns) - 1:3} turns  {name}")
    return 0


def delete(args: argparse.Namespace) -> int:
    """A session and everything of it, gone."""
    from vcassist.app import open_app

    app = open_app()
    app.store.load(args.id)
    if not args.yes:
        if not sys.stdin.isatty():
            raise BadUsage("Deleting cannot be undone.", "", "Add --yes to delete without being asked.")
        if input(f"Delete session {args.id} for good? Type yes: ").strip().lower() != "yes":
            print("Kept.")
            return 1
    app.store.delete(args.id)
    print("Deleted.")
    return 0
