"""Quick replies: what a person can answer with one press, in words that the readers understand as any other message."""

from __future__ import annotations

from dataclasses import dataclass

from vcassist.chain.facts import field_of, kind_of
from vcassist.interview.removals.removing import asks_to_remove
from vcassist.interview.session import Awaiting, Session
from vcassist.web.words import value_in_words

# Kinds of whose fields a supplier may keep silent.
ABOUT_SUPPLIERS = frozenset({"application", "data", "labelling", "storage", "compute", "model", "monitoring"})


@dataclass(frozen=True, slots=True)
class Quick:
    """One press: what the button says, and the message that it sends."""

    label: str
    say: str


@dataclass(frozen=True, slots=True)
class Replies:
    """``choices`` answer the question (several at once where ``many``); ``others`` are the ways around it."""

    choices: tuple[Quick, ...] = ()
    others: tuple[Quick, ...] = ()
    many: bool = False


def capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def replies_for(session: Session) -> Replies:
    """The quick replies to what the session waits for; none before the first question."""
    awaiting = session.awaiting
    if awaiting is None:
        return Replies()
    spec = field_of(awaiting.ref)
    choices, many = _choices(awaiting, session), spec.type == "set" and awaiting.manner not in ("confirm", "conflict")
    return Replies(choices, _others(awaiting), many)


def _choices(awaiting: Awaiting, session: Session) -> tuple[Quick, ...]:
    spec = field_of(awaiting.ref)
    if asks_to_remove(awaiting):
        return Quick("Yes, take it out", "Yes, take it out"), Quick("No, keep it", "No, keep it")
    if awaiting.manner == "confirm":
        return Quick("Yes, that is so", "Yes, that is so"), Quick("No, not with us", "No, not with us")
    if awaiting.manner == "conflict":
        return tuple(
            Quick(capital(value_in_words(awaiting.ref, value)), _spoken(awaiting.ref, value))
            for value in (awaiting.old, awaiting.new)
        )
    options = tuple((value, label) for value, label in spec.options.items())
    if awaiting.manner == "more":
        fact = session.chain.get(awaiting.ref)
        options = tuple(o for o in options if not fact or o[0] not in (*fact.values, "none", "nobody"))
    return tuple(Quick(capital(label), label) for _, label in options)


def _spoken(ref: str, value: object) -> str:
    return value_in_words(ref, value)


def _others(awaiting: Awaiting) -> tuple[Quick, ...]:
    if asks_to_remove(awaiting):
        return ()
    if awaiting.manner == "more":
        return Quick("That is all", "That's all"), Quick("Why do you ask?", "Why do you ask?")
    kind = kind_of(awaiting.ref.partition(".")[0])
    found = [Quick("I don't know", "I don't know")]
    if awaiting.manner != "conflict":
        if kind in ABOUT_SUPPLIERS:
            found.append(Quick("They won't say", "They won't tell us"))
        if awaiting.manner != "confirm":
            found.append(Quick("Doesn't apply", "That does not apply to us"))
        found.append(Quick("Skip", "Skip this question"))
    found.append(Quick("Why do you ask?", "Why do you ask?"))
    return tuple(found)
