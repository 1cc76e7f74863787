"""A session is its turns. Everything else (chain, what was asked, what is pending) is derived from them. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, get_args

from vcassist.chain.facts import Chain, Fact, checked_component, fact_from_json, fold, split_ref
from vcassist.chain.fields import ALONE, KIND_TITLES, SINGLE_KINDS
from vcassist.errors import BadInput
from vcassist.interview.ports import Citation, Intent

FORMAT = 1


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Public knowledge offered for confirmation, never asserted. ``about`` names what it follows from."""

    ref: str
    value: str
    source: str
    as_of: str
    about: str = ""

    def as_json(self) -> dict[str, str]:
        return {"ref": self.ref, "value": self.value, "source": self.source, "as_of": self.as_of}


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two different values for one field, both said; the old one stands until the person decides."""

    ref: str
    old: Any
    new: Any
    old_quote: str = ""
    new_quote: str = ""

    @classmethod
    def between(cls, old: Fact, new: Fact) -> Contradiction:
        """That of what stands and what was said now, with both quotes."""
        return cls(old.ref, old.as_json()["value"], new.as_json()["value"], old.quote, new.quote)

    def as_json(self) -> dict[str, Any]:
        return {"ref": self.ref, "old": self.old, "new": self.new}


# Sets that usually have more than the first item that comes to mind.
OPEN_SETS = frozenset({"affected_people", "sources", "sensitive_data"})


@dataclass(frozen=True, slots=True)
class Awaiting:
    """What the reply waits for: an answer to ``ref``, and in which manner it was asked.

    ``manner``: question; again (shorter, after an aside or a question back); vague (the one follow-up to an answer that told nothing);
    confirm (``new`` is offered, and ``also`` with it); conflict (``old`` or ``new``?); more (anything else? Where ``old`` holds
    the bare yes to that: what else? Where ``new`` holds what was told beside something else: what else than that?); change (something answered before).
    """

    ref: str
    manner: str = "question"
    old: Any = None
    new: Any = None
    also: tuple[tuple[str, Any], ...] = ()

    @classmethod
    def between(cls, conflict: Contradiction) -> Awaiting:
        """The question which of two values is right. The members of a set are held as they are once the session was stored."""
        return cls(conflict.ref, "conflict", _unlisted(conflict.old), _unlisted(conflict.new))

    @property
    def is_open(self) -> bool:
        """Whether it was asked for any answer: nothing is offered, set against another, to be changed or to be gone on with."""
        return self.manner in ("question", "again", "vague")

    @property
    def of_open_set(self) -> bool:
        """Whether it is asked for a set that usually has several items."""
        return self.ref.partition(".")[2] in OPEN_SETS

    @property
    def asks_if_all(self) -> bool:
        """Whether one item of a set that usually has several is shown from the person's own words: it is asked at once whether that is all."""
        is_set = self.of_open_set and isinstance(self.new, list)
        return (
            self.manner == "confirm"
            and bool(self.old)
            and is_set
            and len(self.new) == 1
            and not (self.also or ALONE & set(self.new))
        )

    @property
    def offered(self) -> dict[str, Any]:
        """Reference → value of all that a yes would confirm."""
        return {self.ref: self.new, **dict(self.also)} if self.manner == "confirm" else {}


@dataclass(frozen=True, slots=True)
class Turn:
    """One exchange: what was said, what was understood, what was replied. Turn 0 is the greeting.

    ``removed`` are components (``model-2``) and single facts (``model.weights``) that were taken away: what was said of them before
    stays in its turn and counts no more. ``settled`` are references on whose contradiction the person said a word, whichever value it was.
    ``hushed`` are marks of names that were taken out and are not to come back.
    """

    number: int
    said: str = ""
    facts: tuple[Fact, ...] = ()
    intent: Intent = "answer"
    reply: str = ""
    awaiting: Awaiting | None = None
    suggestions: tuple[Suggestion, ...] = ()
    conflicts: tuple[Contradiction, ...] = ()
    citations: tuple[Citation, ...] = ()
    skipped: str | None = None
    refused: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    settled: tuple[str, ...] = ()
    hushed: tuple[str, ...] = ()
    undoes: int | None = None
    done: bool = False
    note: str = ""
    prompts: tuple[str, ...] = ()
    at: str = ""
    document: str = ""


@dataclass(frozen=True, slots=True)
class Session:
    """One assessment. ``created`` and turn times are ISO 8601 in UTC; ``minutes`` is the time budget, if any."""

    id: str
    created: str
    turns: tuple[Turn, ...] = ()
    minutes: int | None = None
    title: str = ""
    extra: Mapping[str, Any] = field(default_factory=dict)

    @property
    def undone(self) -> frozenset[int]:
        """Numbers of the turns that a later turn took back. What was taken back by a turn that is taken back itself stands again, unless
        both are looks at one document: each takes the place of the one before.
        """
        gone: set[int] = set()
        for turn in reversed(self.turns):
            if turn.undoes is not None and (turn.number not in gone or turn.document):
                gone.add(turn.undoes)
        return frozenset(gone)

    @property
    def live(self) -> tuple[Turn, ...]:
        """The turns that still count."""
        gone = self.undone
        return tuple(t for t in self.turns if t.number not in gone)

    @property
    def retired(self) -> frozenset[str]:
        """The components that were taken away. Their ids are not given again."""
        return frozenset(what for turn in self.live for what in turn.removed if "." not in what)

    @property
    def facts(self) -> tuple[Fact, ...]:
        """What counts of all that was said, in its order."""
        kept: list[Fact] = []
        retired = self.retired
        for turn in self.live:
            if turn.removed:
                kept = [f for f in kept if f.ref not in turn.removed]
            kept += [f for f in turn.facts if f.component not in retired]
        return tuple(kept)

    @property
    def chain(self) -> Chain:
        return fold(self.facts, self.retired)

    @property
    def awaiting(self) -> Awaiting | None:
        return self.turns[-1].awaiting if self.turns else None

    @property
    def asked(self) -> str | None:
        return self.awaiting.ref if self.awaiting else None

    @property
    def put(self) -> frozenset[str]:
        """The references that the last reply put to the person: what it asked for, and all that a yes would confirm."""
        return frozenset((self.awaiting.ref, *self.awaiting.offered)) if self.awaiting else frozenset()

    @property
    def done(self) -> bool:
        return bool(self.turns) and self.turns[-1].done

    def said_in(self, number: int) -> str:
        """The message of a turn that stands; "" for none."""
        return next((turn.said for turn in self.live if turn.number == number), "")

    def after(self, turn: Turn, rewritten: Sequence[Turn] = ()) -> Session:
        """The session with one turn more, and with earlier turns as they were written anew."""
        anew = {t.number: t for t in rewritten}
        return replace(self, turns=(*(anew.get(t.number, t) for t in self.turns), turn))

    @property
    def next_number(self) -> int:
        return self.turns[-1].number + 1 if self.turns else 0


def turn_as_json(turn: Turn) -> dict[str, Any]:
    """A turn for storage and export; ``turn_from_json`` reads it back whole."""
    out: dict[str, Any] = {
        "number": turn.number,
        "said": turn.said,
        "facts": [{**f.as_json(), "turn": f.turn} for f in turn.facts],
        "intent": turn.intent,
        "reply": turn.reply,
        "awaiting": None,
        "suggestions": [{**s.as_json(), "about": s.about} for s in turn.suggestions],
        "conflicts": [{**c.as_json(), "old_quote": c.old_quote, "new_quote": c.new_quote} for c in turn.conflicts],
        "citations": [c.as_json() for c in turn.citations],
        "done": turn.done,
        "at": turn.at,
    }
    if turn.awaiting:
        a = turn.awaiting
        out["awaiting"] = {"ref": a.ref, "manner": a.manner, "old": a.old, "new": a.new}
        if a.also:
            out["awaiting"]["also"] = [list(each) for each in a.also]
    for name in ("skipped", "refused", "removed", "settled", "hushed", "undoes", "note", "prompts", "document"):
        value = getattr(turn, name)
        if value not in (None, (), ""):
            out[name] = list(value) if isinstance(value, tuple) else value
    return out


def checked_removal(what: Any) -> str:
    """A component or a reference, as it may be taken away. Raises BadInput for anything else, and for what there is always one of."""
    if "." in str(what):
        split_ref(what)
    elif checked_component(what) in SINGLE_KINDS:
        raise BadInput(
            f"{KIND_TITLES[what]} cannot be taken away as a whole.",
            "There is always just one.",
            "Take back single answers of it.",
        )
    return str(what)


def turn_from_json(data: Any) -> Turn:
    """Raises BadInput when a part is missing or holds what it cannot."""
    try:
        awaiting = data.get("awaiting")
        intent = data["intent"]
        if intent not in get_args(Intent):
            raise BadInput(f"The intent {intent!r} does not exist.")
        return Turn(
            number=int(data["number"]),
            said=str(data["said"]),
            facts=tuple(fact_from_json(item) for item in data["facts"]),
            intent=intent,
            reply=str(data["reply"]),
            awaiting=_awaiting(awaiting) if awaiting else None,
            suggestions=tuple(Suggestion(**s) for s in data["suggestions"]),
            conflicts=tuple(Contradiction(**c) for c in data["conflicts"]),
            citations=tuple(Citation(**c) for c in data["citations"]),
            skipped=data.get("skipped"),
            refused=tuple(data.get("refused", ())),
            removed=tuple(checked_removal(what) for what in data.get("removed", ())),
            settled=tuple(str(ref) for ref in data.get("settled", ())),
            hushed=tuple(str(mark) for mark in data.get("hushed", ())),
            undoes=data.get("undoes"),
            done=bool(data["done"]),
            note=str(data.get("note", "")),
            prompts=tuple(data.get("prompts", ())),
            at=str(data["at"]),
            document=str(data.get("document", "")),
        )
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise BadInput("A turn of this file cannot be read.", f"{type(error).__name__}: {error}.") from error


def _awaiting(data: Any) -> Awaiting:
    also = tuple((str(ref), _unlisted(value)) for ref, value in data.get("also", ()))
    return Awaiting(data["ref"], data["manner"], _unlisted(data["old"]), _unlisted(data["new"]), also)


def _unlisted(value: Any) -> Any:
    """A set's value as it was before JSON made it a list."""
    return tuple(value) if isinstance(value, list) else value


def session_as_json(session: Session) -> dict[str, Any]:
    """A session as one self-contained object."""
    return {
        "format": FORMAT,
        "id": session.id,
        "created": session.created,
        "minutes": session.minutes,
        "title": session.title,
        "extra": dict(session.extra),
        "turns": [turn_as_json(t) for t in session.turns],
    }


def session_from_json(data: Any) -> Session:
    """Raises BadInput for anything that is not an exported session of a known format."""
    if not isinstance(data, Mapping) or data.get("format") != FORMAT or not isinstance(data.get("turns"), list):
        raise BadInput(
            "This is not an exported session.",
            f"It does not say 'format: {FORMAT}'.",
            "Use a file that `vcassist export` wrote.",
        )
    minutes = data.get("minutes")
    if minutes is not None and not isinstance(minutes, int):
        raise BadInput("The time budget of this file is not a number.")
    extra = data.get("extra") or {}
    if not isinstance(extra, Mapping):
        raise BadInput("What this file keeps beside its turns is not in its form.", "", "Export the session again.")
    turns = tuple(turn_from_json(t) for t in data["turns"])
    if [t.number for t in turns] != sorted({t.number for t in turns}):
        raise BadInput("The turns of this file are out of order.", "", "Export the session again.")
    return Session(
        str(data.get("id", "")),
        str(data.get("created", "")),
        turns,
        minutes,
        str(data.get("title", "")),
        dict(extra),
    )
