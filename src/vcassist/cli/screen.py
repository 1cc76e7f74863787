"""What the terminal shows: with rich where it is a real one, or line by line in plain words for screen readers and slow lines."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from functools import cached_property
from typing import Any

WIDTH = 88
BAR = 20


class Screen:
    """``plain``: no colours, no boxes, nothing redrawn, one thing a line."""

    def __init__(self, plain: bool) -> None:
        self.plain = plain or not sys.stdout.isatty()

    @cached_property
    def _console(self) -> Any:
        from rich.console import Console

        console = Console(highlight=False, soft_wrap=False)
        console.width = min(console.width, WIDTH)
        return console

    def say(self, pieces: Iterable[str]) -> None:
        """The assistant's words: as they come in plain mode, else set in one piece once they are there."""
        if self.plain:
            for piece in pieces:
                print(piece, end="", flush=True)
            print(flush=True)
            return
        from rich.padding import Padding
        from rich.text import Text

        self._console.print(Padding(Text("".join(pieces)), (1, 0, 0, 0)))

    def note(self, text: str) -> None:
        """Something beside the conversation."""
        if self.plain:
            print(text, flush=True)
            return
        from rich.text import Text

        self._console.print(Text(text, style="dim"))

    def choices(self, answers: Iterable[tuple[str, str]], others: Iterable[tuple[str, str]]) -> None:
        """The quick replies, each with the sign that picks it; the ways around the question take one line."""
        answers, others = list(answers), list(others)
        if self.plain:
            for sign, label in answers:
                print(f"{sign}: {label}", flush=True)
            if others:
                print("Or " + ", ".join(f"{sign}: {label}" for sign, label in others), flush=True)
            return
        from rich.text import Text

        line = Text()
        for sign, label in answers:
            line.append(f" {sign} ", style="bold reverse")
            line.append(f" {label}   ")
        for sign, label in others:
            line.append(f"{sign} {label}   ", style="dim")
        self._console.print(line)

    def rows(self, title: str, rows: Iterable[tuple[str, ...]]) -> None:
        """A small table: a rule of boxes with rich, ``one: other (third)`` lines in plain mode."""
        listed = list(rows)
        if self.plain:
            print(title, flush=True)
            for first, *rest in listed:
                print("  " + ": ".join([first, ", ".join(part for part in rest if part)]), flush=True)
            return
        from rich.table import Table

        self.note(title)
        table = Table(show_header=False, box=None, padding=(0, 2, 0, 0))
        for row in listed:
            table.add_row(*row)
        self._console.print(table)

    def progress(self, share: float, words: str) -> None:
        """How far it is: ``share`` is 0 to 1."""
        if self.plain:
            self.note(words)
            return
        from rich.text import Text

        done = round(share * BAR)
        self._console.print(Text("━" * done, style="green") + Text("━" * (BAR - done) + f"  {words}", style="dim"))
