"""What the interview needs from outside, as ports: a reader, a glossary, a speaker, a store, a clock."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, Protocol

from vcassist.chain.facts import Chain, Value

if TYPE_CHECKING:
    from vcassist.interview.session import Session, Turn

Intent = Literal["answer", "question", "correction", "skip", "stop", "undo", "other"]
INTENTS: tuple[Intent, ...] = ("answer", "question", "correction", "skip", "stop", "undo", "other")


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a reader believes was said. Not yet a fact: the gate checks quote and value.

    ``confidence`` is 0 to 1. ``start`` and ``end`` are code points of the message where the reader knows them.
    """

    ref: str
    status: str
    value: Value | None
    quote: str
    confidence: float = 1.0
    start: int | None = None
    end: int | None = None
    by: str | None = None

    @classmethod
    def of_all(
        cls, message: str, ref: str, status: str, value: Value | None, confidence: float, by: str | None = None
    ) -> Proposal:
        """What a message says as a whole; its quote is all of it."""
        said = message.strip()
        start = message.index(said)
        return cls(ref, status, value, said, confidence, start, start + len(said), by)

    @property
    def members(self) -> tuple[str, ...]:
        """The values of a set; empty for any other field."""
        return self.value if isinstance(self.value, tuple) else ()

    def touches(self, start: int, end: int) -> bool:
        """True when its words share a character with those at ``start``–``end`` of the same message."""
        return (self.start or 0) < end and start < (self.end or 0)


@dataclass(frozen=True, slots=True)
class Reading:
    """One message understood: proposals in the order of the message, and what the person wants.

    ``doubts`` pairs a proposal with another reading of the same words that was not followed: to be asked back. ``maybe`` is what the
    message tells of a name that may be a further tool's, or somebody's: its name first; none of it is noted before that is asked back.
    """

    proposals: tuple[Proposal, ...]
    intent: Intent
    note: str = ""
    prompts: tuple[str, ...] = ()
    doubts: tuple[tuple[Proposal, Proposal], ...] = ()
    maybe: tuple[Proposal, ...] = ()


class Reader(Protocol):
    """Understands one message, given the question it answers and the chain so far."""

    def read(self, message: str, asked: str | None, chain: Chain) -> Reading: ...


@dataclass(frozen=True, slots=True)
class Passage:
    """One passage of a glossary entry. ``text`` is a verbatim part of the entry."""

    term: str
    title: str
    text: str
    score: float


@dataclass(frozen=True, slots=True)
class Citation:
    """``quote`` is verbatim from the entry ``term``."""

    term: str
    quote: str

    def as_json(self) -> dict[str, str]:
        return {"term": self.term, "quote": self.quote}


@dataclass(frozen=True, slots=True)
class Answer:
    """A grounded answer: its sentences come from the cited passages; nothing is cited where it is not covered."""

    text: str
    citations: tuple[Citation, ...]
    covered: bool
    near: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OfTheTalk:
    """What a question about the talk itself asks for: ``topic`` is an entry's id, ``text`` its answer as this installation stands.

    Without a text the question on the table answers it (``rephrase``, ``why``). ``lead`` is how much nearer the question comes to the
    talk than to the glossary (a difference of cosines); a question that asks for nothing known of the talk has the topic "".
    ``instead`` is the next best answer, where it is near enough to be one.
    """

    topic: str
    text: str
    lead: float = 1.0
    instead: OfTheTalk | None = None


@dataclass(frozen=True, slots=True)
class Stated:
    """A choice of a field, by its key, that a sentence states by itself, with the chance of it (0 to 1)."""

    key: str
    value: str
    chance: float


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a sentence wants of the assistant, as far as it was learnt: ``topic`` is an entry's id, "glossary" or "offtopic", ``sure`` its
    chance, ``text`` its answer as this installation stands ("" for what the glossary or nobody answers); ``asks`` is the chance that it
    asks anything, ``glossary`` and ``off_topic`` the chances that it asks for what the glossary has, and for what nobody here answers;
    ``instead`` is the next likely entry; ``ends``, ``amends`` and ``harms`` are the chances that it ends the talk, that it sets right what
    was told before, and that it tells of something that went wrong.
    """

    topic: str
    sure: float
    text: str
    asks: float
    glossary: float = 0.0
    off_topic: float = 0.0
    instead: Wanted | None = None
    ends: float = 0.0
    amends: float = 0.0
    harms: float = 0.0


@dataclass(frozen=True, slots=True)
class Touch:
    """What a message does to a note, each with its chance (0 to 1): it ``stands``; it is called wrong and something said ``instead``, or it is only to go
    ``away``; something ``otherwise`` is told without a thought of the note; something ``more`` is told that belongs to it. The rest to 1: nothing.
    """

    stands: float = 0.0
    instead: float = 0.0
    away: float = 0.0
    otherwise: float = 0.0
    more: float = 0.0

    @property
    def wrong(self) -> float:
        """The chance that the note is called wrong, whether something is said instead or not."""
        return self.instead + self.away

    @property
    def changes(self) -> float:
        """The chance that the note does not stand as it is."""
        return self.wrong + self.otherwise + self.more


class Glossary(Protocol):
    """Searches the glossary and answers questions from it."""

    def search(self, query: str, limit: int = 5) -> tuple[list[Passage], bool]:
        """Best first, one row a term; and whether the glossary covers the query at all."""
        ...

    def answer(self, question: str) -> Answer: ...

    def definition(self, term: str) -> Citation | None:
        """The first sentence of an entry, to cite."""
        ...

    def reachable(self) -> None:
        """Returns where it could be searched now. Raises NotReady."""
        ...


@dataclass(frozen=True, slots=True)
class Link:
    """A link beside the owner's. ``kind``: read (sees everything, changes nothing) or questions (answers ``refs`` and sees nothing else).

    ``label`` says whom it is for; ``at`` when it was made, in UTC.
    """

    id: str
    kind: Literal["read", "questions"]
    token_hash: str
    refs: tuple[str, ...] = ()
    label: str = ""
    at: str = ""


@dataclass(frozen=True, slots=True)
class Keys:
    """What opens a session: the owner's key, links, and a passphrase on top of either ("" where none was set)."""

    token_hash: str
    passphrase: str = ""
    links: tuple[Link, ...] = ()


class Store(Protocol):
    """Keeps sessions. A turn is appended whole or not at all."""

    def create(self, session: Session, token_hash: str) -> None:
        """Raises Conflict when the id exists."""
        ...

    def load(self, session_id: str) -> Session:
        """Raises NotFound."""
        ...

    def token_hash(self, session_id: str) -> str | None:
        """The hash that a shown token must have, or None for an unknown session."""
        ...

    def keys(self, session_id: str) -> Keys | None:
        """All that may open it, or None for an unknown session. Links come in the order in which they were made."""
        ...

    def set_token_hash(self, session_id: str, token_hash: str) -> None:
        """Puts another owner's key in the place of the old one. Raises NotFound."""
        ...

    def set_passphrase(self, session_id: str, kept: str) -> None:
        """Keeps a passphrase's hash; "" is none. Raises NotFound."""
        ...

    def add_link(self, session_id: str, link: Link) -> None:
        """Raises NotFound."""
        ...

    def remove_link(self, session_id: str, link_id: str) -> None:
        """Raises NotFound for an unknown session or link."""
        ...

    def append(self, session_id: str, turn: Turn, key: str | None = None, rewritten: Sequence[Turn] = ()) -> None:
        """Keeps the turn, and with it the ``key`` of the submit that it answers; earlier turns that were ``rewritten`` take the place
        of what was kept. Raises Conflict when the session has moved on since the turn was begun, NotFound when it is gone.
        """
        ...

    def answered(self, session_id: str, key: str) -> int | None:
        """The number of the turn that answered the submit with this key; None when there is none (any more)."""
        ...

    def hold(self, session_id: str, holder: str, seconds: float) -> bool:
        """Holds the session for ``holder``, in all processes; False while somebody else holds it. A hold ends by itself
        after ``seconds``. Raises NotFound.
        """
        ...

    def hold_on(self, holder: str, seconds: float) -> None:
        """Lets everything that ``holder`` holds last ``seconds`` from now."""
        ...

    def let_go(self, session_id: str, holder: str) -> None:
        """Ends a hold. What is not held (any more) is no error."""
        ...

    def drop_last(self, session_id: str) -> None:
        """Removes the last turn. Raises Conflict when only the greeting is left."""
        ...

    def change_extra(self, session_id: str, change: Callable[[Mapping[str, Any]], Mapping[str, Any]]) -> None:
        """Replaces what is kept beside the turns (decisions on findings, the agreement, receipts, drawn dependencies)
        by what ``change`` makes of it, with nobody in between. Raises NotFound.
        """
        ...

    def set_minutes(self, session_id: str, minutes: int | None) -> None:
        """Changes the time budget; None is none. Raises NotFound."""
        ...

    def delete(self, session_id: str, unchanged_since: str | None = None) -> None:
        """Deletes everything of a session. Raises NotFound; Conflict when it was changed at or after a given moment."""
        ...

    def changed(self, session_id: str) -> str:
        """When something of it was last written here (ISO 8601, UTC). Raises NotFound."""
        ...

    def unchanged_since(self, moment: str) -> Sequence[str]:
        """The ids of the sessions of which nothing was written at or after ``moment``."""
        ...

    def sessions(self) -> Sequence[Session]:
        """All sessions, newest first."""
        ...

    def ready(self) -> None:
        """Returns where sessions can be read now. Raises StorageTrouble or NotReady."""
        ...


class Speaker(Protocol):
    """Phrases what was noted and answered, in pieces as they come. Whoever listens checks each sentence before it is shown.

    ``version`` names the prompt, for the turn to keep.
    """

    @property
    def version(self) -> str: ...

    def say(self, facts: Sequence[str], passages: Sequence[str], question: str) -> Iterator[str]:
        """``facts`` are lines for people; ``question`` is "" where none was asked. Raises VcassistError, also half-way."""
        ...
