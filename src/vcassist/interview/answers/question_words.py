"""The words with which a question itself names its choices ("does it stop, get worse, or carry on?"), and what is answered in them. Pure.

They stand beside the labels of `labels.py`: who answers in the words of the question chooses by them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from typing import Any

from vcassist.chain.facts import Fact, checked_value, field_of
from vcassist.interview.corrections.correcting import turned_at
from vcassist.interview.remarks.moves import hedge_of
from vcassist.interview.turns_of_phrase import NOT_SO

_I = re.I
_EFFECT = {
    "stops": r"stop(?:s|ped)?|stands? still",
    "degrades": r"(?:gets? |(?:it|be|is) |a (?:bit|little) |much |far )?worse",
    "none": r"(?:carr(?:y|ies)|goes|go) on",
}
# Each is in the text of its question, in one form or another.
IN_THE_QUESTION: Mapping[str, Mapping[str, str]] = {
    "application.lifecycle": {
        "planned": "planned",
        "pilot": "on trial|in trial",
        "in_use": "in use",
        "retired": "given up",
    },
    "application.sourcing": {"vendor": "a supplier", "both": "both"},
    "application.decision_role": {
        "recommends": r"(?:it )?recommends? decisions",
        "decides": r"(?:it )?decides? by itself",
    },
    "application.human_review": {"always": "always", "sometimes": "sometimes", "never": "never"},
    "application.outage_effect": _EFFECT,
    "compute.outage_effect": _EFFECT,
    "compute.hosting": {
        "own_premises": r"on (?:our|your) own premises|(?:our|your|my) own premises",
        "cloud": r"in a cloud(?: that)? (?:you|we|i) rent",
        "vendor_managed": r"at the supplier['’]s",
    },
    "model.weights": {"open": "open weights", "closed": "closed"},
    "model.access": {
        "api": r"over the network|(?:over |by )?(?:our|your|my|an?) own connection(?: to it)?",
        "self_hosted": r"run by (?:our|your|my)sel(?:ves|f)|(?:on )?machines of (?:our|your|my) own|(?:on )?(?:our|your|my) own machines?",
        "inside_product": r"built into a product|(?:inside |in )?(?:a |the )?ready[- ]made (?:app|website)(?: or website)?",
    },
    "model.adaptation": {"as_is": "as it is", "fine_tuned": "fine[- ]tuned", "from_scratch": "trained from scratch"},
}
_LEAD = r"\W*(?:(?:oh|ah|well|so|hm+|ok(?:ay)?|yes|it|we|they|the (?:service|work|school|clinic|office)|that|this|things?|would|will|(?:i (?:would |['’]d )?say)|just|simply|both)(?:['’](?:d|ll|s))?[ ,]+){0,4}"
# A choice is whole where a mark ends it; not "stop?" nor "carry on with paper".
_ENDS = r"(?=\s{0,2}(?:$|[,.;:!\n–—]|- ))"
# What follows in its own sentence, or heads the next, and takes some of it back.
_BUT = re.compile(
    r"\b(?:but|except|unless|or|though|although|only|apart from|almost|mostly|not|until|till|then|after)\b|n['’]t\b", _I
)
_NEXT_TAKES_BACK = re.compile(r"\W*(?:but|except|unless|or|well|though|no|only|not|until|after)\b", _I)
# What denies the choice behind it, and what makes it a condition.
_NOT = re.compile(rf"(?:\b(?:not|never|no longer|instead of|rather than)|{NOT_SO})(?:\s\w+)?\s$", _I)
_IF = re.compile(r"\b(?:if|when|whenever|once|until|unless|in case|suppose|as soon as|every time)\b[^,;:.!?]*$", _I)
_FIRST = re.compile(r"[^.!?;\n]*[.!?;\n]*\s*")


@cache
def choice_words(key: str, value: str) -> str:
    """A pattern of the words, label or question's, by which one value of a field is named; empty where there are none."""
    label = field_of(key).options.get(value, "")
    bare = re.escape(re.sub(r"^(?:it|our|a) ", "", label))
    return "|".join(filter(None, (IN_THE_QUESTION.get(key, {}).get(value), bare)))


def chosen_in(key: str, text: str) -> dict[str, tuple[int, int]]:
    """The values of a field that a text names by their words, each with its place; what stands within longer words names none."""
    found = {
        v: m.span()
        for v in field_of(key).values
        if (m := re.search(rf"(?<![\w-])(?:{choice_words(key, v)})(?![\w-])", text, _I))
    }
    spans = list(found.values())
    return {
        v: (a, b) for v, (a, b) in found.items() if not any(c <= a and b <= d and (c, d) != (a, b) for c, d in spans)
    }


def opened_with_a_choice(facts: tuple[Fact, ...], said: str, ref: str, number: int) -> tuple[Fact, ...]:
    """The facts, with the choice whose words an answer begins with, whatever its reasons behind them were read as."""
    spec = field_of(ref)
    if spec.type != "enum" or spec.key == "organisation.size" or turned_at(said, yes_or_no=False):
        return facts
    begun = _begun(spec.key, said)
    if begun is None or hedge_of(said[begun[1][0] :]) or any(f.ref != ref and f.field.key == spec.key for f in facts):
        # "Carry on for Kora, stop for Otter": whose it is, the reading of its parts tells.
        return facts
    value, (start, end) = begun
    if any(f.ref == ref and f.value == value for f in facts):
        return facts
    fact = Fact(ref, "known", checked_value(ref, value), said[start:end], start, end, number)
    return (*(f for f in facts if f.ref != ref), fact)


def begun_with_one(said: str, ref: str, two: tuple[Any, Any]) -> tuple[str, tuple[int, int]] | None:
    """The one of two values on the table whose words a message begins with, whatever it says of it: "decides lol, that's what I said"."""
    if field_of(ref).type != "enum":
        return None
    begun = (
        (v, re.match(rf"{_LEAD}(?P<choice>{choice_words(field_of(ref).key, v)})(?![\w-])", said, _I)) for v in two if v
    )
    found = [(v, m.span("choice")) for v, m in begun if m]
    return found[0] if len(found) == 1 else None


def plainly_named(key: str, text: str) -> tuple[set[str], dict[str, tuple[int, int]]]:
    """The values that a text denies by their words, and those that it names; what only might happen ("if it stops") is neither."""
    denied, named = set(), {}
    for value, (start, end) in chosen_in(key, text).items():
        before = text[:start]
        if _NOT.search(before):
            denied.add(value)
        elif not _IF.search(before):
            named[value] = (start, end)
    return denied, named


def _begun(key: str, said: str) -> tuple[str, tuple[int, int]] | None:
    """The value whose words begin a message and end at a mark, where nothing behind takes it back."""
    for value in field_of(key).values:
        found = re.match(rf"{_LEAD}(?P<choice>{choice_words(key, value)}){_ENDS}", said, _I)
        if found is None:
            continue
        first = _FIRST.match(said, found.end())
        rest, behind = (first[0], said[first.end() :]) if first else ("", "")
        if _BUT.search(rest) or _NEXT_TAKES_BACK.match(behind) or rest.rstrip().endswith("?"):
            return None
        # "Worse, stop, who knows" lists them; "worse, the queue stops at the door" gives its reason.
        others = {v for v, (at, _) in chosen_in(key, rest).items() if v != value and not re.search(r"\w", rest[:at])}
        return None if others else (value, found.span("choice"))
    return None


def without_denied_choice(facts: tuple[Fact, ...], said: str) -> tuple[Fact, ...]:
    """The facts, with the choice that stands before "not" where a reader took the denied one: "they check always, not sometimes"; without
    one that is wondered about and denied, or does not happen ("stop? no, we phone")."""
    enums = {id(f) for f in facts if f.field.type == "enum" and f.status == "known"}
    return tuple(_turned(f, said) if id(f) in enums else f for f in facts if id(f) not in enums or not _denied(f, said))


def _denied(fact: Fact, said: str) -> bool:
    words = choice_words(fact.field.key, str(fact.value))
    if not words:
        return False
    wondered = rf"(?<![\w-])(?:{words})\s?\?+\s{{0,3}}(?:no|nope|nah|never)\b"
    return bool(re.search(rf"{wondered}|\b(?:do(?:es)?|did|will|would)(?: not|n['’]t) (?:{words})(?![\w-])", said, _I))


def _turned(fact: Fact, said: str) -> Fact:
    key = fact.field.key
    if not isinstance(fact.value, str) or not (words := choice_words(key, fact.value)):
        return fact
    for denied in re.finditer(
        rf"(?P<before>[^.!?;\n]{{1,80}}?),?(?: and| but)? not (?:just )?(?:{words})(?=\s*(?:$|[.!?;,\n]))", said, _I
    ):
        named = chosen_in(key, denied["before"])
        if (
            len(named) == 1
            and fact.value not in named
            and (fact.start or 0) < denied.end()
            and denied.start() < (fact.end or 0)
        ):
            value, (start, end) = next(iter(named.items()))
            start, end = denied.start("before") + start, denied.start("before") + end
            return replace(fact, value=checked_value(fact.ref, value), quote=said[start:end], start=start, end=end)
    return fact
