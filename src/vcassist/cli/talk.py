"""The interview in the terminal: the same conversation as on the web, with quick replies by number and commands."""

from __future__ import annotations

import argparse
import io
import os
import re
import select
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING

from vcassist.assessment.answers import count_of
from vcassist.chain.facts import field_of, kind_of
from vcassist.chain.fields import SINGLE_KINDS
from vcassist.cli.screen import Screen
from vcassist.errors import VcassistError
from vcassist.interview import summary
from vcassist.interview.not_asked import skipped_refs
from vcassist.interview.planner import coverage
from vcassist.interview.sayings import said_back
from vcassist.interview.timing import minutes_spent
from vcassist.interview.words import name_of, part_name
from vcassist.report.materials import country_name

if TYPE_CHECKING:
    from vcassist.app import App
    from vcassist.interview.session import Session

HELP = (
    ("/undo", "takes your last message back"),
    ("/why", "says why I ask"),
    ("/skip", "leaves the question"),
    ("/map", "lists what is noted; /change N asks for number N again, /remove N takes it away"),
    ("/remove", "with a part's name from /map, such as /remove model-2: takes that whole part away"),
    ("/report", "writes the draft report to a file"),
    ("/sending", "says who would receive your messages, and lets you decide again"),
    ("/save", "says how to come back"),
    ("/quit", "ends; everything is kept"),
)
SAYS = {"/undo": "undo that", "/skip": "skip", "/why": "why do you ask?", "/stop": "stop"}
SIGNS = "abcdefghijklmnop"
SHOWN_AT_THE_END = 6
PASTING_SECONDS = 0.15


@dataclass(frozen=True, slots=True)
class Quick:
    """What can be answered by a sign now: (sign, message) pairs, those that answer and those that lead around the question."""

    answers: tuple[tuple[str, str], ...] = ()
    others: tuple[tuple[str, str], ...] = ()

    @property
    def says(self) -> dict[str, str]:
        return dict((*self.answers, *self.others))


def quick_replies(session: Session) -> Quick:
    """Numbers, but letters where the answer itself may be a number."""
    from vcassist.web.replies import replies_for

    found = replies_for(session)
    options = field_of(session.asked).options.values() if session.asked else ()
    signs = iter(SIGNS if any(re.search(r"\d", label) for label in options) else map(str, count(1)))
    answers = tuple((sign, quick.say) for quick, sign in zip(found.choices, signs, strict=False))
    return Quick(answers, tuple((sign, quick.say) for quick, sign in zip(found.others, signs, strict=False)))


def message_for(said: str, quick: dict[str, str], many: bool) -> str:
    """A typed line as the message that it stands for: a sign, several signs of a set ("1 3"), or the words themselves."""
    signs = [sign for sign in re.split(r"[\s,;]+|\band\b", said.lower()) if sign]
    if not signs or any(sign not in quick for sign in signs) or (len(signs) > 1 and not many):
        return said
    return ", ".join(quick[sign] for sign in dict.fromkeys(signs))


def interview(args: argparse.Namespace) -> int:
    """Begins or resumes a session and talks until the end of it or of the input."""
    from vcassist.app import open_app
    from vcassist.cli.egress import ask_first, settings_for

    if isinstance(sys.stdin, io.TextIOWrapper):
        # A byte that is no text of this terminal's encoding costs one character and not the talk.
        sys.stdin.reconfigure(errors="replace")
    app = open_app(settings_for(args))
    screen = Screen(args.plain)
    if args.resume and args.minutes:
        app.store.set_minutes(args.resume, args.minutes)
    session = app.store.load(args.resume) if args.resume else app.begin(args.minutes)[0]
    ask_first(app, session, screen.note)
    session = app.store.load(session.id)
    if args.resume:
        for line in summary.welcome_back(session, app.findings(session.chain), country_name):
            screen.note(line)
        screen.say([app.remind(session).reply])
        session = app.store.load(session.id)
    else:
        screen.note(f"Session {session.id}. /help lists the commands.")
        screen.say([session.turns[-1].reply])
    try:
        _converse(app, session, screen)
    except KeyboardInterrupt:
        screen.note("")
    _farewell(app, app.store.load(session.id), screen)
    return 0


def _converse(app: App, session: Session, screen: Screen) -> None:
    while True:
        quick = quick_replies(session)
        screen.choices(quick.answers, quick.others)
        line = _line()
        if line is None or line == "/quit":
            return
        many = session.asked is not None and field_of(session.asked).type == "set"
        if line:
            _one(app, session, message_for(line, quick.says, many), screen)
        session = app.store.load(session.id)
        if session.done:
            return


def _line() -> str | None:
    """One answer: a line, or all lines of a page that is pasted at once. None at the end of the input."""
    try:
        said = input("> ")
    except EOFError:
        return None
    # Windows can wait for sockets only: there a page is read line by line.
    while os.name != "nt" and sys.stdin.isatty() and select.select([sys.stdin], [], [], PASTING_SECONDS)[0]:
        try:
            said += "\n" + input()
        except EOFError:
            break
    return said.strip()


def _one(app: App, session: Session, said: str, screen: Screen) -> None:
    """One line of the person: a command, or a turn."""
    command, _, rest = said.partition(" ")
    if command in SAYS:
        said = SAYS[command]
    elif command == "/map":
        _map(session, screen)
        return
    elif command == "/change":
        _change(app, session, rest, screen)
        return
    elif command == "/remove":
        _remove(app, session, rest.strip(), screen)
        return
    elif command == "/save":
        screen.note(f"Everything is kept as you go. Come back with: vcassist interview --resume {session.id}")
        return
    elif command == "/sending":
        from vcassist.cli.egress import ask_anew

        ask_anew(app, session, screen.note)
        return
    elif command == "/report":
        _write_report(app, session, screen)
        return
    elif command.startswith("/"):
        screen.rows("Commands", HELP)
        return
    try:
        _turn(app, session, said, screen)
    except VcassistError as error:
        screen.note(str(error))


def _turn(app: App, session: Session, said: str, screen: Screen) -> None:
    before = _named(app, session)
    cited: list[str] = []

    def pieces() -> Iterator[str]:
        for event in app.turn(session, said):
            if event.kind == "reply":
                yield event.data["text"]
            if event.turn is not None:
                cited.extend(c.term for c in event.turn.citations)

    screen.say(pieces())
    titles = dict.fromkeys(app.entries[term].title for term in cited if term in app.entries)
    if titles:
        screen.note(f"From the glossary: {', '.join(titles)}.")
    session = app.store.load(session.id)
    rules = {rule.id: rule for rule in app.rules}
    now = _named(app, session)
    for id_ in [i for i in now if i not in before][:3]:
        screen.note(f"Risk named: {rules[id_.partition('@')[0]].title}.")
    share = coverage(session.chain, skipped_refs(session))
    spent = minutes_spent(session, session.turns[-1].at)
    time = f"{spent:.0f} of {session.minutes} minutes" if session.minutes else count_of(round(spent), "minute")
    screen.progress(share, f"{share:.0%} covered, {count_of(len(now), 'risk')} named, {time}")


def _named(app: App, session: Session) -> list[str]:
    """The ids of the risks that are named so far."""
    return [f.id for f in summary.risks(app.findings(session.chain), "raised")]


def _map(session: Session, screen: Screen) -> None:
    facts = session.chain.facts.values()
    rows, chain = [], session.chain
    parts = [c for c in chain.all_components() if kind_of(c) not in SINGLE_KINDS]
    if parts:
        screen.rows("Parts (take one away with /remove and its name)", ((c, part_name(c, chain)) for c in parts))
    for at, fact in enumerate(facts, 1):
        said = said_back(fact, chain, country_name)
        rows.append((str(at), said, f"“{fact.quote}”" if fact.quote and fact.quote[:20] not in said else ""))
    screen.rows(
        "Noted so far (change one with /change and its number, take it away with /remove)"
        if rows
        else "Nothing is noted yet.",
        rows,
    )


def _change(app: App, session: Session, number: str, screen: Screen) -> None:
    facts = list(session.chain.facts)
    if not number.strip().isdigit() or not 1 <= int(number) <= len(facts):
        screen.note("Say which: /map lists what is noted, with numbers. Then, for example: /change 3")
        return
    screen.say([app.ask_again(session, facts[int(number) - 1]).reply])


def _remove(app: App, session: Session, what: str, screen: Screen) -> None:
    """Takes away a single fact by its number, or a part by its name once the person said yes."""
    facts, chain = list(session.chain.facts), session.chain
    if what.isdigit() and 1 <= int(what) <= len(facts):
        what = facts[int(what) - 1]
    elif what not in chain.all_components():
        screen.note("Say which: /map lists what is noted. Then, for example: /remove 3, or /remove model-2")
        return
    if "." not in what:
        noted = count_of(sum(f.component == what for f in chain.facts.values()), "thing")
        screen.note(f"Take away {part_name(what, chain)}, with {noted} noted of it? yes or no")
        if (_line() or "").casefold() not in ("y", "yes"):
            screen.note("It stays.")
            return
    try:
        turn = app.remove(session, what)
    except VcassistError as error:
        screen.note(str(error))
        return
    screen.note(f"Taken away: {turn.note}. /undo puts it back.")
    if turn.reply:
        screen.say([turn.reply])


def _write_report(app: App, session: Session, screen: Screen) -> None:
    from vcassist.cli.files import write_out
    from vcassist.report import render

    rendered = render(app=app, chain=session.chain, session=session, format="html")
    try:
        write_out(rendered.content, rendered.filename)
    except VcassistError as error:
        screen.note(str(error))
    else:
        screen.note(f"Written: {rendered.filename}")


def _farewell(app: App, session: Session, screen: Screen) -> None:
    """The risks that are named, the questions that are open, and how to go on."""
    findings = app.findings(session.chain)
    rules = {rule.id: rule for rule in app.rules}
    named = summary.gravest(findings)
    if named:
        screen.rows("Risks named", ((f.severity, rules[f.rule].title) for f in named[:SHOWN_AT_THE_END]))
    waiting = summary.open_questions(findings, session.chain, SHOWN_AT_THE_END)
    if session.chain.facts and waiting:
        screen.rows("Open questions that would settle most", ((str(at), name) for at, name in enumerate(waiting, 1)))
    letter = summary.for_supplier(session.chain)
    if letter:
        asks = ", ".join(dict.fromkeys(name_of(field_of(ref).key) for ref in letter[:SHOWN_AT_THE_END]))
        screen.note(f"To ask your supplier: {asks}. As a letter: vcassist report {session.id} --format letter")
    screen.note(f"Kept. Go on with: vcassist interview --resume {session.id}")
    screen.note(f"The report: vcassist report {session.id} --out report.html")
