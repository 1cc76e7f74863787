"""Commands for whoever runs an installation: retention, backup, restore, new keys."""

from __future__ import annotations

import argparse
from pathlib import Path

from vcassist.cli.files import write_session
from vcassist.errors import BadUsage
from vcassist.interview.session import Session


def retention(args: argparse.Namespace) -> int:
    """Deletes what is old, or lists it; with a folder to export to, nothing is deleted that was not written there."""
    from vcassist.app import open_app
    from vcassist.store.retention import limit, sweep

    app = open_app()
    days = app.settings.retention_days if args.days is None else args.days
    if days < 1:
        raise BadUsage("It is not said after how many days.", "", "Set VCASSIST_RETENTION_DAYS, or add --days N.")
    if args.dry_run:
        for session_id in app.store.unchanged_since(limit(days)):
            print(f"{session_id}  last changed {app.store.changed(session_id)}")
        return 0
    if args.export:
        Path(args.export).mkdir(mode=0o700, parents=True, exist_ok=True)

    def export(session: Session) -> None:
        write_session(session, str(Path(args.export) / f"{session.id}.json"))

    deleted = sweep(app.store, days, before=export if args.export else None)
    print(f"Deleted {len(deleted)} of what nobody changed for {days} days.")
    return 0


def rekey(args: argparse.Namespace) -> int:
    """Encrypts everything with the first key, what is not encrypted yet too; or makes a key."""
    from vcassist.store.sealing import new_key

    if args.new:
        print(new_key())
        return 0
    from vcassist.settings import read_settings
    from vcassist.store.database import open_database

    settings = read_settings()
    if not settings.encryption_keys:
        raise BadUsage("No key is set.", "", "Make one with --new and put it into VCASSIST_ENCRYPTION_KEYS.")
    store = open_database(settings)
    try:
        print(f"Written anew with the first key: {store.rekey()} sessions.")
    finally:
        store.close()
    return 0


def backup(args: argparse.Namespace) -> int:
    """The SQLite database as one file."""
    from vcassist.settings import read_settings
    from vcassist.store.backup import back_up

    back_up(read_settings(), Path(args.file))
    print(f"Written to {args.file}. It holds everything, so keep it as safe as the database.")
    return 0


def restore(args: argparse.Namespace) -> int:
    """A backup in place of the database, brought to the schema of this version."""
    from vcassist.settings import read_settings
    from vcassist.store.backup import restore as put_back
    from vcassist.store.database import open_database

    settings = read_settings()
    aside = put_back(settings, Path(args.file), replace=args.replace)
    store = open_database(settings)
    try:
        store.ready()
        print(f"Restored: {store.count()} sessions.")
    finally:
        store.close()
    if aside is not None:
        print(f"What was there before is now {aside}.")
    return 0
