"""The composition root: the only place where adapters are chosen. Each part is made when first needed."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cached_property
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from vcassist.assessment.evaluate import Finding, assess
from vcassist.assessment.register import Register
from vcassist.assessment.rules import Rule
from vcassist.chain.facts import Chain, Fact, at_turn
from vcassist.errors import BadInput, NotAllowed, NotFound
from vcassist.interview.interviewer import Event, Tools, greet, next_step, take_turn
from vcassist.interview.ports import Glossary, Reader, Store
from vcassist.interview.session import Session, Turn, session_from_json
from vcassist.knowledge.register import load_register
from vcassist.knowledge.rulebook import load_rulebook
from vcassist.settings import Settings, read_settings

if TYPE_CHECKING:
    from vcassist.knowledge.glossary import Entry

if TYPE_CHECKING:
    from vcassist.reading.documents import DocumentReading

# (document's name, page now read, pages in all)
Progress = Callable[[str, int, int], None]


def utc_now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


@dataclass(frozen=True)
class App:
    """One running vcassist: its settings and, on demand, every part of it."""

    settings: Settings

    @cached_property
    def register(self) -> Register:
        return load_register()

    @cached_property
    def rules(self) -> tuple[Rule, ...]:
        return load_rulebook()

    @cached_property
    def entries(self) -> dict[str, Entry]:
        """The glossary as data, without its index."""
        from vcassist.knowledge.glossary import load_entries

        return load_entries()

    @cached_property
    def glossary(self) -> Glossary:
        from vcassist.knowledge.index import open_glossary

        return open_glossary(self.settings)

    @cached_property
    def reader(self) -> Reader:
        from vcassist.reading.offline import OfflineReader

        return OfflineReader(self.register)

    def batch_reader(self) -> Reader:
        """The reader that the settings ask for, for commands that read many messages."""
        return self.reader

    @cached_property
    def store(self) -> Store:
        from vcassist.store.database import open_store

        return open_store(self.settings)

    @cached_property
    def tools(self) -> Tools:
        return Tools(self.reader, self.glossary, self.register, self.rules, utc_now)

    def findings(self, chain: Chain) -> tuple[Finding, ...]:
        return assess(chain, self.rules, self.register)

    # --- sessions ---------------------------------------------------------------------------------------------------

    def begin(self, minutes: int | None = None) -> tuple[Session, str]:
        """A new stored session with its greeting, and the token that opens it (stored only as a hash)."""
        token = secrets.token_urlsafe(24)
        session = Session(id=secrets.token_hex(8), created=utc_now(), minutes=minutes)
        session = replace(session, turns=(greet(self.tools_without_reading()),))
        self.store.create(session, hashed(token))
        return session, token

    def tools_without_reading(self) -> Tools:
        """Tools for what needs neither reader nor glossary, so that nothing heavy is loaded."""
        return Tools(None, None, self.register, self.rules, utc_now)  # type: ignore[arg-type]

    def opened(self, session_id: str, token: str | None) -> Session:
        """The session, if the token fits. Raises NotAllowed without a token; a wrong one and an unknown id look alike."""
        if not token:
            raise NotAllowed("This assessment needs its token.", "", "Send it as 'Authorization: Bearer …'.")
        kept = self.store.token_hash(session_id)
        if kept is None or not secrets.compare_digest(kept, hashed(token)):
            raise NotFound("There is no such assessment.", "The link may be wrong, or it was deleted.")
        return self.store.load(session_id)

    def turn(self, session: Session, said: str) -> Iterator[Event]:
        """One turn; it is stored, whole, just before its last event is handed on."""
        for event in take_turn(session, said, self.tools):
            if event.turn is not None:
                self.store.append(session.id, event.turn)
            yield event

    def set_facts(self, session: Session, facts: tuple[Fact, ...], note: str = "") -> Turn:
        """Facts set by hand (map, list, form) or read from a file, as a turn of their own; what was asked stays asked."""
        number = session.next_number
        asked = session.awaiting
        if asked and any(f.ref == asked.ref for f in facts):
            asked = None
        turn = Turn(number=number, facts=at_turn(facts, number), awaiting=asked, note=note, at=utc_now())
        self.store.append(session.id, turn)
        return turn

    def read_files(
        self, files: Sequence[tuple[str, bytes]], chain: Chain, on_progress: Progress | None = None
    ) -> DocumentReading:
        """The facts of documents, each with its quote and place. Raises BadInput naming the file that cannot be read."""
        from vcassist.reading.documents import read_document, read_documents

        documents = [read_document(data, name) for name, data in files]
        return read_documents(documents, self.reader, on_progress, chain=chain)

    def draft(self, files: Sequence[tuple[str, bytes]], on_progress: Progress | None = None) -> tuple[Session, str]:
        """A new session filled from documents; it can be continued as an interview. Returns it with its token."""
        reading = self.read_files(files, Chain(), on_progress)
        session, token = self.begin()
        self._append_reading(session, files, reading)
        return self.store.load(session.id), token

    def draft_from(self, session: Session, files: Sequence[tuple[str, bytes]]) -> Turn:
        """Documents added to a session, as a turn."""
        return self._append_reading(session, files, self.read_files(files, session.chain))

    def _append_reading(self, session: Session, files: Sequence[tuple[str, bytes]], reading: DocumentReading) -> Turn:
        number = session.next_number
        names = ", ".join(name for name, _ in files)
        facts = at_turn(reading.facts, number)
        told = f"I read {names} and noted {len(facts)} thing{'s' if len(facts) != 1 else ''}. "
        if reading.conflicts:
            told += f"In {len(reading.conflicts)} place{'s' if len(reading.conflicts) != 1 else ''} it contradicts itself or what was said; the first stands. "
        after = replace(session, turns=(*session.turns, Turn(number, facts=facts)))
        plan = next_step(after, self.tools_without_reading())
        turn = replace(
            plan,
            number=number,
            facts=facts,
            reply=told + plan.reply,
            conflicts=reading.conflicts,
            document=names,
            at=utc_now(),
        )
        self.store.append(session.id, turn)
        return turn

    def take_in(self, data: Any) -> tuple[Session, str]:
        """Stores an exported session under a new id. Raises BadInput when it is none."""
        session = session_from_json(data)
        if not session.turns:
            raise BadInput("This session has no turns.")
        token = secrets.token_urlsafe(24)
        session = replace(session, id=secrets.token_hex(8))
        self.store.create(session, hashed(token))
        return session, token


def hashed(token: str) -> str:
    return sha256(token.encode()).hexdigest()


def open_app(settings: Settings | None = None) -> App:
    return App(settings or read_settings())
