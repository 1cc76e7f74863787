"""Talks with a scripted interviewer's partner: each message with what a reader makes of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from worlds import ScriptedReader, Talk

from vcassist.interview.session import Turn

Script = Mapping[str, tuple[str, Mapping[str, tuple[str, Any, str]]]]


def talk(script: Script, **session: Any) -> Talk:
    return Talk(ScriptedReader(script), **session)


STORY = "We use Northchat to sort letters."
SCRIPT: Script = {
    STORY: (
        "answer",
        {
            "application.name": ("known", "Northchat", "Northchat"),
            "application.purpose": ("known", "sort letters", "sort letters"),
        },
    ),
    "skip": ("skip", {}),
    "undo": ("undo", {}),
    "stop": ("stop", {}),
    "What is vendor lock-in?": ("question", {}),
    "What is the weather?": ("question", {}),
    "Why do you ask?": ("question", {}),
    "blah": ("answer", {}),
    "Weights are open": ("answer", {"model.weights": ("known", "open", "open")}),
    "It is closed": ("answer", {"model.weights": ("known", "closed", "closed")}),
    "Sorry, it is closed": ("correction", {"model.weights": ("known", "closed", "closed")}),
    "It makes text": ("answer", {"application.generates": ("known", ("text",), "text")}),
    "And images": ("answer", {"application.generates": ("known", ("image",), "images")}),
    "For patients": ("answer", {"application.affected_people": ("known", ("patients",), "patients")}),
    "I don't know": ("answer", {"model.weights": ("unknown", None, "I don't know")}),
    "No, nothing else": ("answer", {}),
    "We run North-4": ("answer", {"model.name": ("known", "North-4", "North-4")}),
}


def told(turn: Turn) -> dict[str, Any]:
    return {f.ref: f.value for f in turn.facts}


def until(t: Talk, ref: str, limit: int = 80) -> None:
    """Skips questions until ``ref`` is the one that is asked."""
    for _ in range(limit):
        if t.session.asked == ref:
            return
        t.say("skip")
    raise AssertionError(f"{ref} was never asked")
