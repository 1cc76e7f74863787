"""An App with a scripted language model beside a reader that hears only a name."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from vcassist.app import App
from vcassist.chain.facts import Chain
from vcassist.interview.ports import Answer, Proposal, Reading
from vcassist.interview.session import Session
from vcassist.llm.circuit import Circuit, GuardedChat, Limits
from vcassist.llm.fake import FakeChat
from vcassist.settings import Settings
from vcassist.store.memory import MemoryStore

SAID = "We at Hope House use GPT-4o. Ask Maria Lopez, maria@hope.example."
ADDS = {
    "facts": [{"ref": "model.name", "quote": "GPT-4o", "status": "known", "value": "GPT-4o"}],
    "intent": "answer",
}
REMOTE = {"model": "openai:gpt-4o-mini", "model_key": "k"}


class NameReader:
    """Reads only the organisation's name, as an offline reader might."""

    def read(self, message: str, asked: str | None, chain: Chain) -> Reading:
        if message == "skip":
            return Reading((), "skip")
        at = message.find("Hope House")
        found = (Proposal("organisation.name", "known", "Hope House", "Hope House", 0.8),) if at >= 0 else ()
        return Reading(found, "answer")


class NoGlossary:
    def search(self, query: str, limit: int = 5) -> tuple[list[Any], bool]:
        return [], False

    def answer(self, question: str) -> Answer:
        return Answer("My glossary does not cover that.", (), False)

    def definition(self, term: str) -> None:
        return None


def app_with(chat: FakeChat, tmp_path: Path, limits: Limits | None = None, **settings: str) -> App:
    """An App whose model is ``chat``; the settings say a remote model unless told otherwise."""
    app = App(Settings(data=tmp_path, **{**REMOTE, "speaker": "templates", **settings}))
    app.__dict__.update(reader=NameReader(), glossary=NoGlossary(), store=MemoryStore())
    chat.name, chat.remote = app.settings.model, app.settings.model_is_remote
    quick = limits or Limits(seconds=5, tries=1, failures=2, pause=60)
    app.assistant.__dict__["_chat"] = GuardedChat(chat, Circuit(quick))
    return app


def say(app: App, session: Session, said: str) -> Session:
    list(app.turn(app.store.load(session.id), said))
    return app.store.load(session.id)


def known(session: Session) -> set[str]:
    return set(session.chain.facts)
