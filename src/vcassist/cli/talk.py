"""The interview in the terminal: the same conversation as on the web, with quick replies by number."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING, Any

from vcassist.chain.facts import field_of
from vcassist.errors import BadInput
from vcassist.interview.planner import coverage
from vcassist.interview.words import line_for

if TYPE_CHECKING:
    from vcassist.app import App
    from vcassist.interview.session import Session

ALWAYS = ("I don't know", "They won't tell us", "That doesn't apply to us", "skip", "why do you ask?")
HELP = "/undo takes the last answer back · /why asks for the reason · /skip goes on · /map shows what is noted · /report writes the draft · /save says how to resume · /quit ends"


def quick_replies(session: Session) -> list[str]:
    """What can be answered by number now."""
    awaiting = session.awaiting
    if awaiting is None:
        return []
    if awaiting.manner == "confirm":
        return ["yes", "no", *ALWAYS]
    spec = field_of(awaiting.ref)
    return [*spec.options.values(), *ALWAYS]


class Screen:
    """Prints with rich, or plainly for screen readers and slow lines."""

    def __init__(self, plain: bool) -> None:
        self._console: Any = None
        if not plain and sys.stdout.isatty():
            from rich.console import Console

            self._console = Console(highlight=False)

    def say(self, text: str) -> None:
        if self._console:
            from rich.text import Text

            self._console.print(Text(text, style="bold"))
        else:
            print(text)

    def note(self, text: str) -> None:
        if self._console:
            from rich.text import Text

            self._console.print(Text(text, style="dim"))
        else:
            print(text)


def interview(args: argparse.Namespace) -> int:
    """Begins or resumes a session and talks until the end of it or of the input."""
    from vcassist.app import open_app
    from vcassist.cli.egress import ask_first, settings_for

    app = open_app(settings_for(args))
    screen = Screen(args.plain)
    if args.resume:
        session = app.store.load(args.resume)
        screen.note(f"Welcome back. {len(session.chain.facts)} things are noted so far; we go on where we were.")
    else:
        session, _ = app.begin(args.minutes)
        screen.note(f"Session {session.id}. {HELP}")
    ask_first(app, session, screen.note)
    session = app.store.load(session.id)
    screen.say(session.turns[-1].reply)
    while not session.done:
        said = _listen(session, screen)
        if said is None or said == "/quit":
            break
        session = _one(app, session, said, screen)
    screen.note(
        f"Kept as session {session.id}. Resume: vcassist interview --resume {session.id}. Report: vcassist report {session.id} --format html --out report.html"
    )
    return 0


def _listen(session: Session, screen: Screen) -> str | None:
    choices = quick_replies(session)
    if choices:
        screen.note("  ".join(f"{n}) {choice}" for n, choice in enumerate(choices, 1)))
    try:
        said = input("> ").strip()
    except EOFError:
        return None
    if said.isdigit() and 1 <= int(said) <= len(choices):
        return choices[int(said) - 1]
    return said


def _one(app: App, session: Session, said: str, screen: Screen) -> Session:
    """One line of the person: a command, or a turn."""
    said = {"/undo": "undo that", "/skip": "skip", "/why": "why do you ask?"}.get(said, said)
    if said in ("/help", "/?"):
        screen.note(HELP)
    elif said == "/map":
        for fact in session.chain.facts.values():
            screen.note(f"  {line_for(fact)}" + (f"   “{fact.quote}”" if fact.quote else ""))
    elif said == "/save":
        screen.note(f"Everything is kept as you go. Resume: vcassist interview --resume {session.id}")
    elif said == "/report":
        _write_report(app, session, screen)
    else:
        try:
            for event in app.turn(session, said):
                if event.turn is not None:
                    screen.say(event.turn.reply)
        except BadInput as error:
            screen.note(str(error))
        session = app.store.load(session.id)
        found = [f for f in app.findings(session.chain) if f.verdict == "raised" and f.kind == "risk"]
        screen.note(f"[{coverage(session.chain):.0%} covered · {len(found)} risks named so far]")
    return session


def _write_report(app: App, session: Session, screen: Screen) -> None:
    from vcassist.cli.files import write_out
    from vcassist.report import render

    rendered = render(app=app, chain=session.chain, session=session, format="html")
    write_out(rendered.content, rendered.filename)
    screen.note(f"Written: {rendered.filename}")
