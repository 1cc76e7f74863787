"""The command link: what opens a session in a browser, for whoever has the data folder, also when the secret link is lost."""

from __future__ import annotations

import argparse
import sys
from getpass import getpass

from vcassist.access import key_in
from vcassist.app import App
from vcassist.errors import BadUsage


def link(args: argparse.Namespace) -> int:
    """One act on the keys of a session; without one, the list of its links. Keys are shown once, since only hashes are kept."""
    from vcassist.app import open_app

    app = open_app()
    session = app.store.load(args.id)
    if args.label and not (args.read or args.ask):
        raise BadUsage("--for says whom a new link is for.", "", "Add --read or --ask REF.")
    if args.renew:
        _show(session.id, app.doors.renew(session.id))
    elif args.read or args.ask:
        made, key = app.doors.add_link(session.id, "read" if args.read else "questions", args.ask or (), args.label)
        _show(session.id, key)
        print(f"Its name for --take-back: {made.id}", file=sys.stderr)
    elif args.take_back is not None:
        app.store.remove_link(session.id, args.take_back)
        print("Taken back: it opens nothing from now on.")
    elif args.passphrase:
        app.doors.set_passphrase(session.id, "", _passphrase() or None)
        print("Kept.")
    else:
        _list(app, session.id)
    return 0


def _show(session_id: str, key: str) -> None:
    print(f"/a/{session_id}?key={key_in(key)}")
    print("Put your server's address before it. It is shown once.", file=sys.stderr)


def _passphrase() -> str:
    """Typed unseen, or the first line of standard input."""
    return getpass("Passphrase: ") if sys.stdin.isatty() else sys.stdin.readline().rstrip("\r\n")


def _list(app: App, session_id: str) -> None:
    keys = app.store.keys(session_id)
    links = keys.links if keys else ()
    for each in links:
        what = "for reading" if each.kind == "read" else f"for answering {', '.join(each.refs)}"
        print(f"{each.id}  {each.at}  {what}{f', for {each.label}' if each.label else ''}")
    if not links:
        print("No links beside the secret one.")
    if keys and keys.passphrase:
        print("A passphrase is set.")
