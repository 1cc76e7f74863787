"""Commands that look into an assessment: whatif, explain, decide, graph and compare."""

from __future__ import annotations

import argparse
import sys
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from vcassist.cli.files import chain_of
from vcassist.cli.lines import as_json, is_file, read_json
from vcassist.errors import BadInput, BadUsage
from vcassist.interview.decisions import decisions_in, state_in_words, with_decision
from vcassist.interview.drawn import drawn_in

if TYPE_CHECKING:
    from vcassist.app import App
    from vcassist.assessment.state import State


def _show(result: Any, as_data: bool) -> int:
    """Prints a result that can say itself as data and in words."""
    print(as_json(result.as_json()) if as_data else result.as_text(), file=sys.stdout)
    return 0


def whatif(args: argparse.Namespace) -> int:
    """The same chain with changes."""
    from vcassist.app import open_app
    from vcassist.assessment.scenario import parse_change, what_if

    if not args.changes:
        raise BadUsage("No change was given.", "", "Add one with --set model.weights=open.")
    app = open_app()
    changes = [parse_change(change) for change in args.changes]
    chain, _ = chain_of(args.what, app)
    return _show(what_if(chain, changes, app.rules, app.register), args.json)


def explain(args: argparse.Namespace) -> int:
    """What made a finding so, and what could change it."""
    from vcassist.app import open_app
    from vcassist.assessment.explain import explain as explained

    if not (args.session or args.chain):
        raise BadUsage("Which chain?", "", "Add --session ID or --chain FILE.")
    app = open_app()
    chain, session = chain_of(args.session or args.chain, app)
    result = explained(args.finding, chain, app.rules, app.register)
    decision = decisions_in(session.extra).get(args.finding) if session else None
    if args.json:
        print(as_json({**result.as_json(), "decision": decision}))
        return 0
    print(result.as_text())
    if decision:
        note = f": {decision['note']}" if decision.get("note") else ""
        print(f"Decided on {decision['at'][:10]}: {state_in_words(decision['state'])}{note}")
    return 0


def decide(args: argparse.Namespace) -> int:
    """Keeps what the organisation decided about a finding."""
    from vcassist.app import open_app
    from vcassist.assessment.explain import explain as explained
    from vcassist.clock import utc_now

    app = open_app()
    session = app.store.load(args.session)
    found = explained(args.finding, session.chain, app.rules, app.register)
    # Who does it by when was decided elsewhere and stays.
    before = decisions_in(session.extra).get(args.finding, {})
    made = {**before, "state": args.state, "note": args.note.strip(), "at": utc_now()}
    app.store.change_extra(session.id, lambda extra: with_decision(extra, args.finding, made))
    print(f"{found.rule.title}: {state_in_words(args.state)}.")
    return 0


def graph(args: argparse.Namespace) -> int:
    """What hangs on what: all figures of the chain as a graph."""
    from vcassist.app import open_app
    from vcassist.assessment.figures import figures

    app = open_app()
    chain, session = chain_of(args.what, app)
    drawn = drawn_in(session.extra) if session else ()
    return _show(figures(chain, app.rules, app.register, drawn=drawn), args.json)


def compare(args: argparse.Namespace) -> int:
    """What changed between two states of a chain, and why."""
    from vcassist.app import open_app
    from vcassist.assessment.difference import difference

    app = open_app()
    return _show(difference(_state(args.before, app), _state(args.after, app).chain, app.knowledge), args.json)


def _state(what: str, app: App) -> State:
    """The state that a file keeps, or that a session is in (``ID``) or was in after one of its turns (``ID@TURN``)."""
    from vcassist.assessment.state import state_of
    from vcassist.report.earlier import earlier_state

    if what == "-" or is_file(what):
        return earlier_state(read_json(what), app.knowledge)
    id_, at, turn = what.partition("@")
    if at and not turn.isdigit():
        raise BadInput(f"{what} names no turn.", "", "Write it as ID@3, with the number of the turn.")
    chain, session = chain_of(id_, app)
    if session is not None and at:
        chain = replace(session, turns=tuple(t for t in session.turns if t.number <= int(turn))).chain
    return state_of(chain, app.knowledge)
