"""A choice that is a sentence of its own at the beginning of a message answers what was asked, whatever the rest sets right. Pure."""

from __future__ import annotations

from vcassist.chain.facts import Fact, field_of
from vcassist.interview.sentences import SENTENCE
from vcassist.interview.session import Awaiting


def answered_first(said: str, facts: tuple[Fact, ...], awaiting: Awaiting | None) -> tuple[Fact | None, int]:
    """(the answer to the open question, where its sentence ends), where the first of several sentences is nothing but one of its choices; else
    (None, 0). A yes or no is left out, since it may be said to what is set right ("No. It is ours.").
    """
    if awaiting is None or awaiting.manner == "conflict" or field_of(awaiting.ref).type not in ("enum", "set"):
        return None, 0
    found = SENTENCE.match(said)
    answer = next((f for f in facts if f.ref == awaiting.ref and f.status == "known"), None)
    if found is None or answer is None or not said[found.end() :].strip():
        return None, 0
    words = found[0].strip().rstrip(".!").casefold()
    spec = field_of(awaiting.ref)
    plain = {choice.casefold() for value in answer.values for choice in (value, spec.options.get(value, value))}
    return (answer, found.end()) if words in plain else (None, 0)
