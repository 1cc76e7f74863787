"""The command line: parse, one call, print. Each command's work is imported only when it runs."""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path

from vcassist import __version__
from vcassist.cli.egress import add_options, add_redact
from vcassist.cli.evals import add_eval_options
from vcassist.errors import VcassistError
from vcassist.interview.decisions import STATES
from vcassist.report import FORMATS

READERS = ("offline", "model", "combined")


def build_parser() -> argparse.ArgumentParser:
    """The whole command line. Its help is the documentation in docs/commands.md."""
    parser = argparse.ArgumentParser(
        prog="vcassist",
        description="Maps the AI value chain an organisation depends on, and drafts a risk report from its own words.",
        epilog="Settings come from the environment: see docs/settings.md. Nothing leaves this machine unless you agree.",
    )
    parser.add_argument("--version", action="version", version=f"vcassist {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")

    def command(name: str, where: str, help_: str) -> argparse.ArgumentParser:
        sub = commands.add_parser(name, help=help_, description=help_)
        sub.set_defaults(where=where)
        return sub

    _running(command)
    _batch(command)
    _assessing(command)
    _documents(command)
    _keeping(command)
    return parser


Add = Callable[[str, str, str], argparse.ArgumentParser]


def _running(command: Add) -> None:
    serve = command("serve", "service:serve", "Serves the web application and the API.")
    serve.add_argument("--host", help="address to listen on (default: VCASSIST_HOST or 127.0.0.1)")
    serve.add_argument("--port", type=int, help="port (default: VCASSIST_PORT or 8000)")
    talk = command("interview", "talk:interview", "Holds the interview in the terminal.")
    talk.add_argument("--resume", metavar="ID", help="go on with an earlier session")
    talk.add_argument("--minutes", type=int, choices=(10, 20, 40), help="time budget; with --resume a new one")
    talk.add_argument("--plain", action="store_true", help="no colours, no boxes: for screen readers and slow lines")
    add_redact(talk)
    index = command("index", "service:index", "Builds the retrieval index; with --check verifies it.")
    index.add_argument("--check", action="store_true", help="verify hashes of weights and texts, build nothing")
    weights = command(
        "weights", "service:weights", "Prepares the larger offline reader, fetching its base weights once."
    )
    weights.add_argument(
        "--base", type=Path, metavar="DIR", help="take the base weights (all-mpnet-base-v2) from this folder"
    )
    weights.add_argument("--check", action="store_true", help="verify what was prepared, fetch nothing")
    model = command("model", "service:model", "Says which language model is configured, and tests it.")
    model.add_argument("--no-test", action="store_true", help="do not call the model")


def _batch(command: Add) -> None:
    extract = command("extract", "batch:extract", "Reads messages: facts and intent, a JSON line each.")
    extract.add_argument("--jsonl", action="store_true", help="read {id, message, asked} lines from standard input")
    add_options(extract, READERS)
    search = command("search", "batch:search", "Searches the glossary.")
    search.add_argument("query", nargs="*", help="what to look for")
    search.add_argument("--jsonl", action="store_true", help="read {id, query, limit} lines from standard input")
    search.add_argument("--limit", type=int, default=5, help="rows (default 5)")
    ask = command("ask", "batch:ask", "Answers a question from the glossary, with citations.")
    ask.add_argument("question", nargs="*", help="the question")
    ask.add_argument("--jsonl", action="store_true", help="read {id, question} lines from standard input")
    add_options(ask, READERS)
    assess = command("assess", "batch:assess", "Assesses a chain file: findings and concentration.")
    assess.add_argument("file", nargs="?", metavar="FILE", help="a chain file, or - for standard input")
    assess.add_argument("--json", action="store_true", help="print JSON")
    assess.add_argument(
        "--jsonl", action="store_true", help="read one chain a line, each with an id, from standard input"
    )
    register = command(
        "register",
        "batch:register",
        "Shows a supplier, model, product or chip: who stands behind it, and who depends on it.",
    )
    register.add_argument("name", nargs="+", metavar="NAME", help="any name that people use for it")


def _assessing(command: Add) -> None:
    whatif = command(
        "whatif", "assessing:whatif", "Assesses the same chain with changes: what is gone, new, unchanged."
    )
    whatif.add_argument("what", metavar="ID|FILE", help="a session's id, a chain file, or - for standard input")
    whatif.add_argument(
        "--set",
        action="append",
        default=[],
        metavar="REF=VALUE",
        dest="changes",
        help="a change, such as model.weights=open",
    )
    explain = command(
        "explain", "assessing:explain", "Says what made a finding so, and which open fields could change it."
    )
    explain.add_argument("finding", metavar="FINDING", help="its id, such as no-fallback@application")
    explain.add_argument("--session", metavar="ID", help="a session")
    explain.add_argument("--chain", metavar="FILE", help="a chain file")
    decide = command(
        "decide", "assessing:decide", "Keeps what you decided about a finding; it outlives every assessment."
    )
    decide.add_argument("finding", metavar="FINDING", help="its id, such as no-fallback@application")
    decide.add_argument("--session", metavar="ID", required=True, help="a session")
    decide.add_argument("--state", choices=tuple(STATES), required=True, help="what you decided; open takes it back")
    decide.add_argument("--note", default="", help="why, or by when")
    graph = command(
        "graph", "assessing:graph", "Shows what hangs on what: shared suppliers, single points, loops, leverage."
    )
    graph.add_argument("what", metavar="ID|FILE", help="a session's id, a chain file, or - for standard input")
    compare = command("compare", "assessing:compare", "Says what changed between two states of a chain, and why.")
    states = (
        "a session (ID), a session after one of its turns (ID@TURN), a JSON report, a chain file or an exported session"
    )
    compare.add_argument("before", metavar="BEFORE", help=f"the earlier state: {states}")
    compare.add_argument("after", metavar="AFTER", help="the later one")
    for sub in (whatif, explain, graph, compare):
        sub.add_argument("--json", action="store_true", help="print JSON")


SHORT = "one or two pages to send: the first page alone (html, pdf, docx, md)"


def _documents(command: Add) -> None:
    draft = command("draft", "files:draft", "Drafts a risk report from documents, without an interview.")
    draft.add_argument("files", nargs="+", metavar="FILE", help="text, Markdown, HTML, e-mail (EML), PDF or DOCX")
    draft.add_argument("--format", choices=FORMATS, help="format (default: by the suffix of --out, else md)")
    draft.add_argument("--out", metavar="REPORT", help="where to write (default: standard output)")
    draft.add_argument("--short", action="store_true", help=SHORT)
    add_options(draft, READERS)
    report = command("report", "files:report", "Writes the report of a session or a chain file.")
    report.add_argument("what", metavar="ID|FILE", help="a session's id, or a chain file")
    report.add_argument("--format", choices=FORMATS, help="format (default: by the suffix of --out, else md)")
    report.add_argument("--out", metavar="FILE", help="where to write (default: standard output)")
    report.add_argument("--supplier", metavar="NAME", help="only the letter to this supplier")
    report.add_argument("--short", action="store_true", help=SHORT)
    answers = command("answers", "replies:answers", "Reads suppliers' filled-in letters back into the assessment.")
    answers.add_argument(
        "files",
        nargs="+",
        metavar="FILE",
        help="a letter that came back: DOCX, HTML, Markdown or text; a PDF where its boxes can be read",
    )
    answers.add_argument("--session", metavar="ID", help="the session (default: the one that the letter names)")
    answers.add_argument("--chain", metavar="FILE", help="a chain file instead of a session")
    answers.add_argument(
        "--out", metavar="FILE", help="with --chain: where to write the updated chain (default: standard output)"
    )
    summarise = command(
        "summarise",
        "replies:summarise",
        "Has the language model write a summary for the report, each sentence checked.",
    )
    summarise.add_argument("id", metavar="ID", help="a session's id")
    review = command(
        "review", "replies:review", "Marks the report of a session as reviewed by a person, or takes that back."
    )
    review.add_argument("id", metavar="ID", help="a session's id")
    review.add_argument("--by", metavar="NAME", help="who reviewed it")
    review.add_argument("--on", metavar="DATE", help="on which day, as 2026-11-24 (default: today)")
    review.add_argument("--undo", action="store_true", help="make it a draft again")
    verify = command("verify", "files:verify", "Says whether a report was altered since it was made.")
    verify.add_argument("file", metavar="REPORT", help="a report as html, pdf, docx, md, json or cyclonedx")


def _keeping(command: Add) -> None:
    export = command("export", "files:export", "Writes a session as one JSON file.")
    export.add_argument("id", metavar="ID")
    export.add_argument("--out", metavar="FILE", help="where to write (default: standard output)")
    take = command("import", "files:take_in", "Takes in a session that export wrote.")
    take.add_argument("file", metavar="FILE")
    command("sessions", "files:sessions", "Lists the sessions kept here.")
    link = command("link", "links:link", "Lists the links of a session, makes new ones, takes them back.")
    link.add_argument("id", metavar="ID")
    act = link.add_mutually_exclusive_group()
    act.add_argument("--renew", action="store_true", help="a new secret link; the old one is dead at once")
    act.add_argument("--read", action="store_true", help="a link for reading: it can change nothing")
    act.add_argument("--ask", action="append", metavar="REF", help="a link that answers only this question; repeatable")
    act.add_argument("--take-back", metavar="LINK", help="end a link")
    act.add_argument(
        "--passphrase", action="store_true", help="read a passphrase that every link needs too; empty for none"
    )
    link.add_argument("--for", dest="label", default="", metavar="NAME", help="whom the link is for")
    delete = command("delete", "files:delete", "Deletes a session and everything of it.")
    delete.add_argument("id", metavar="ID")
    delete.add_argument("--yes", action="store_true", help="do not ask again")
    retention = command(
        "retention", "keeping:retention", "Deletes the sessions that nobody changed for VCASSIST_RETENTION_DAYS."
    )
    retention.add_argument("--days", type=int, metavar="N", help="instead of VCASSIST_RETENTION_DAYS")
    retention.add_argument("--dry-run", action="store_true", help="only list what would be deleted")
    retention.add_argument("--export", metavar="FOLDER", help="write each session there before it is deleted")
    backup = command("backup", "keeping:backup", "Copies the SQLite database into a file, also while the server runs.")
    backup.add_argument("file", metavar="FILE", help="where to; it must not exist")
    restore = command("restore", "keeping:restore", "Puts a backup in place of the SQLite database.")
    restore.add_argument("file", metavar="FILE", help="a file that backup wrote")
    restore.add_argument("--replace", action="store_true", help="move a database that is there aside")
    rekey = command(
        "rekey", "keeping:rekey", "Writes the database anew with the first key of VCASSIST_ENCRYPTION_KEYS."
    )
    rekey.add_argument("--new", action="store_true", help="only print a fresh key; nothing is written")
    add_eval_options(command("eval", "evals:evaluate", "Runs eval suites."), READERS)


def run(arguments: Sequence[str]) -> int:
    """Runs one command; returns its exit code (0 done, 1 the work failed, 2 wrong usage)."""
    parser = build_parser()
    try:
        args = parser.parse_args(arguments)
    except SystemExit as stop:
        return int(stop.code or 0)
    if not args.command:
        parser.print_help()
        return 2
    module, _, function = args.where.partition(":")
    _write_utf8()
    try:
        code = int(getattr(import_module(f"vcassist.cli.{module}"), function)(args) or 0)
        # Here, and not when the interpreter ends, so that output that cannot be written is told and counts.
        sys.stdout.flush()
        return code
    except VcassistError as error:
        print(f"vcassist: {error}", file=sys.stderr)
        return error.exit_code
    except KeyboardInterrupt:
        print("\nvcassist: stopped. What was answered is kept.", file=sys.stderr)
        return 1
    except BrokenPipeError:
        _silence_output()
        return 1
    except OSError as error:
        _silence_output()
        where = f" ({error.filename})" if error.filename else ""
        print(
            f"vcassist: This machine could not do it: {error.strerror or error}{where}. "
            "Make room or choose another place, then try again; what was stored is safe.",
            file=sys.stderr,
        )
        return 1


def _write_utf8() -> None:
    """What other programs read is UTF-8 with plain line ends, whatever the locale; a terminal shows what it can."""
    out = sys.stdout
    if not isinstance(out, io.TextIOWrapper):
        return
    if out.isatty():
        out.reconfigure(errors="replace")
    else:
        out.reconfigure(encoding="utf-8", newline="\n")


def _silence_output() -> None:
    """What is still held back goes nowhere, so that the interpreter does not stumble over it again when it ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
