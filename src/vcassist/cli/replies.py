"""Commands on what people add to a report: suppliers' answers, and the mark that somebody reviewed it."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import TYPE_CHECKING

from vcassist.chain.facts import chain_from_json, fold
from vcassist.cli.files import write_out
from vcassist.cli.lines import as_json, read_bytes, read_json
from vcassist.errors import BadUsage

if TYPE_CHECKING:
    from vcassist.app import App
    from vcassist.reading.files.replies import Reply, Taken


def answers(args: argparse.Namespace) -> int:
    """Suppliers' filled-in letters: into the session that they name, or into a chain file."""
    from vcassist.app import open_app

    if args.session and args.chain:
        raise BadUsage("A session and a chain file were given.", "", "Give one of them.")
    app = open_app()
    replies = [reply for path in args.files for reply in _in_file(path)]
    if args.chain:
        return _into_chain(args, app, replies)
    session_id = args.session or _named(replies)
    session = app.store.load(session_id)
    turn = app.take_replies(session, replies)
    for fact in turn.facts:
        print(f"{fact.ref}: {', '.join(fact.values) or fact.status} ({fact.note})")
    print(turn.reply)
    return 0 if turn.facts else 1


def _in_file(path: str) -> Sequence[Reply]:
    """The letters in a file. Raises BadInput or TooLarge, naming it."""
    from vcassist.reading.files.bounded import open_document
    from vcassist.reading.files.replies import read_replies

    opened = open_document(read_bytes(path), path)
    return read_replies(opened.form or "", opened.document.name)


def _named(replies: Sequence[Reply]) -> str:
    named = {reply.assessment for reply in replies if reply.assessment}
    if len(named) != 1:
        why = "They name several." if named else "It names none: it was written from a chain file."
        raise BadUsage(
            "It is not clear which assessment the letters belong to.", why, "Add --session ID or --chain FILE."
        )
    return named.pop()


def _into_chain(args: argparse.Namespace, app: App, replies: Sequence[Reply]) -> int:
    import sys

    from vcassist.reading.files.replies import take_all

    chain = chain_from_json(read_json(args.chain))
    taken: Taken = take_all(replies, chain, app.batch_reader())
    facts = fold((*chain.facts.values(), *taken.facts), chain.retired).facts.values()
    write_out((as_json({"facts": [fact.as_json() for fact in facts]}) + "\n").encode(), args.out)
    print(taken.told, file=sys.stderr)
    return 0 if taken.facts else 1


def summarise(args: argparse.Namespace) -> int:
    """A summary in the model's words, each sentence checked; the report shows it until a fact changes."""
    from vcassist.app import open_app

    kept, removed = open_app().summarise(args.id)
    print(
        f"{kept} of the model's sentences passed the check and stand in the report; {removed} did not and are listed in its annex."
    )
    return 0 if kept else 1


def review(args: argparse.Namespace) -> int:
    """The mark that a person reviewed the report; without it every page says DRAFT."""
    from vcassist.app import open_app

    app = open_app()
    if args.undo:
        app.mark_reviewed(args.id, None)
        print("The report is a draft again.")
        return 0
    if not args.by:
        raise BadUsage("It was not said who reviewed it.", "", "Add --by NAME, or --undo to take the mark back.")
    mark = app.mark_reviewed(args.id, args.by, args.on)
    print(f"Marked as reviewed by {mark['by']} on {mark['on']}. If a fact changes, the report is a draft again.")
    return 0
