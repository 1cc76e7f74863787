"""What the commands share about words that leave: the settings that options change, the question before, a count after."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from vcassist.settings import Settings, read_settings

if TYPE_CHECKING:
    from vcassist.app import App
    from vcassist.interview.receipts import Receipt
    from vcassist.interview.session import Session


def add_options(parser: argparse.ArgumentParser, readers: tuple[str, ...]) -> None:
    """The three options of every command that reads what people wrote without asking them."""
    parser.add_argument("--reader", choices=readers, help="which reader (default: offline, or combined with a model)")
    parser.add_argument("--agree", action="store_true", help="agree that texts go to the configured remote model")
    add_redact(parser)


def add_redact(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--redact",
        action="store_true",
        help="mask personal names, e-mail addresses, telephone numbers and the organisation's name before they leave",
    )


def settings_for(args: argparse.Namespace) -> Settings:
    """The settings of the environment, with what the command's options change."""
    given: dict[str, Any] = {}
    for name in ("model", "reader"):
        if getattr(args, name, None):
            given[name] = getattr(args, name)
    if getattr(args, "agree", False):
        given["egress"] = "agreed"
    if getattr(args, "redact", False):
        given["redact"] = "yes"
    return replace(read_settings(), **given)


class Tally:
    """Counts what left during a command that keeps no session, and tells each trouble of the model once."""

    def __init__(self) -> None:
        self._calls = self._bytes = 0
        self._to = ""
        self._told: set[str] = set()

    def keep(self, receipt: Receipt) -> None:
        self._calls, self._bytes, self._to = self._calls + 1, self._bytes + receipt.bytes, receipt.to

    def note(self, note: str) -> None:
        if note and note not in self._told:
            self._told.add(note)
            print(f"vcassist: {note}", file=sys.stderr)

    def end(self) -> None:
        if self._calls:
            print(f"vcassist: {self._calls} calls, {self._bytes:,} bytes, went to {self._to}.", file=sys.stderr)


def ask_first(app: App, session: Session, say: Callable[[str], None]) -> None:
    """Shows what would leave, to whom and where, and asks once an assessment. The end of the input decides nothing."""
    from vcassist.llm.agreement import agreement_in, must_ask

    if app.settings.reading == "offline":
        return
    told = app.assistant.told
    if must_ask(app.settings, told, agreement_in(session.extra, told)):
        _ask(app, session, say)


def ask_anew(app: App, session: Session, say: Callable[[str], None]) -> None:
    """Shows it again, and lets the person decide otherwise."""
    if app.settings.reading == "offline":
        say("No language model is used here. Nothing leaves this machine.")
    elif app.assistant.told.remote:
        _ask(app, session, say)
    else:
        say(app.assistant.told.lines[0])


def _ask(app: App, session: Session, say: Callable[[str], None]) -> None:
    told = app.assistant.told
    for line in told.lines:
        say(line)
    while True:
        try:
            said = input("Send them? yes / masked (names, addresses and numbers are hidden first) / no > ")
        except EOFError:
            return
        answer = _DECISIONS.get(said.strip().lower().rstrip("."))
        if answer is not None:
            break
        say("Please say yes, masked or no.")
    agreed, redact = answer in ("yes", "masked"), answer == "masked"
    app.decide_egress(session.id, agreed=agreed, redact=redact, count=agreed and _counts(told.company))
    decided = {
        "yes": "Your messages are sent.",
        "masked": "Your messages are sent with names masked.",
        "no": "Nothing is sent.",
    }
    say(f"{decided[answer]} /sending changes that.")


_DECISIONS = {"yes": "yes", "y": "yes", "masked": "masked", "m": "masked", "mask": "masked", "no": "no", "n": "no"}


def _counts(company: str) -> bool:
    """Whether the person wants the model's provider to stand in the map as a supplier."""
    if not company:
        return False
    try:
        return input(f"Count {company} among your suppliers in the map? yes / no > ").strip().lower() in ("yes", "y")
    except EOFError:
        return False
