"""Talks through a plain reader that hears an answer only where it was asked for, and whatever a test's stories tell it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from worlds import Talk

from vcassist.chain.facts import Chain, field_of
from vcassist.chain.fields import FIELDS
from vcassist.interview.ports import Proposal, Reading
from vcassist.interview.session import Awaiting, Turn

COUNTRIES = {
    "Ghana": "GH",
    "Togo": "TG",
    "Kenya": "KE",
    "Sweden": "SE",
    "Norway": "NO",
    "Ireland": "IE",
    "Belgium": "BE",
}
YESNO = {"yes": "yes", "partly": "partly", "no": "no", "nobody": "no"}
WORDS: Mapping[str, Mapping[str, Any]] = {
    "organisation.country": COUNTRIES, "storage.country": COUNTRIES,
    "organisation.size": {"9": "up_to_10", "12": "11_to_50", "14": "11_to_50", "85": "51_to_250"},
    "application.human_review": {"always": "always", "sometimes": "sometimes", "never": "never"},
    "application.lifecycle": {"every day": "in_use", "on trial": "pilot"},
    "application.affected_people": {"patients": ("patients",), "children": ("children",)},
    "model.name": {"North-4": "North-4"}, "model-2.name": {"Tide": "Tide"}, "model.weights": {"open": "open", "closed": "closed"},
    "model.supplier": {"Northmodel": "Northmodel", "Eastmodel": "Eastmodel", "Loner": "Loner"},
    "application.name": {"Northchat": "Northchat", "TriageMate": "TriageMate"},
    **{key: YESNO for key, f in FIELDS.items() if f.type == "yesno"},
}  # fmt: skip
INTENTS = {
    "skip": "skip",
    "undo": "undo",
    "stop": "stop",
    "bye": "other",
    "Nice weather": "other",
    "Guten Tag zusammen": "other",
}


class WordReader:
    """Understands a message only as an answer to what it is read for: the last word of that field that it finds. What else it tells
    must be in ``stories``."""

    def __init__(self, stories: Mapping[str, Mapping[str, Any]] | None = None, **intents: str) -> None:
        self.stories, self.intents = stories or {}, {**INTENTS, **intents}
        self.heard: list[tuple[str, str | None]] = []
        self.sure = 0.8

    def read(self, message: str, asked: str | None, chain: Chain) -> Reading:
        self.heard.append((message, asked))
        found = dict(self.stories.get(message, {}))
        if asked and asked not in found:
            vocabulary = WORDS.get(field_of(asked).key, {}) | WORDS.get(asked, {})
            places = {w: m.start() for w in vocabulary for m in re.finditer(rf"\b{re.escape(w)}\b", message)}
            if places:
                word = max(places, key=lambda w: places[w])
                found[asked] = (vocabulary[word], word)
        if asked and re.search(r"\bno idea\b", message):
            found[asked] = (None, "no idea")
        proposals = tuple(
            Proposal(ref, "known" if v is not None else "unknown", v, quote, self.sure)
            for ref, (v, quote) in found.items()
            if quote in message
        )
        asks = "question" if message.endswith("?") else "answer"
        return Reading(proposals, self.intents.get(message, asks), note="English only." if "Guten" in message else "")  # type: ignore[arg-type]


def talk(stories: Mapping[str, Mapping[str, Any]] | None = None, rules: Any = None, **session: Any) -> Talk:
    return Talk(WordReader(stories), rules, **session)


def ask(t: Talk, ref: str, manner: str = "question", **more: Any) -> Talk:
    """Makes ``ref`` the question on the table."""
    last = t.session.turns[-1]
    turn = Turn(last.number + 1, reply="…", awaiting=Awaiting(ref, manner, **more))
    t.session = replace(t.session, turns=(*t.session.turns, turn))
    return t


def answered(ref: str, said: str, **known: Any) -> Talk:
    """A talk in which ``ref`` was asked and answered with ``said``."""
    t = talk()
    if known:
        t.know(**known)
    ask(t, ref).say(said)
    assert t.session.chain.get(ref) is not None
    return t


def waits(t: Talk) -> tuple[str, str] | None:
    a = t.session.awaiting
    return (a.ref, a.manner) if a else None


STORY = "We are a clinic and a nurse always checks it before anybody sees it."
