"""Messages to facts: precision, recall, F1 over (reference, status, value); forbidden facts; quotes; intent.

Where a second annotator saw what the first did not, a case says what a reader may note without being right or wrong (``may``), and
which other intent is as good (``intent_also``).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from vcassist.chain.facts import Status, checked_value, field_of
from vcassist.errors import BadInput
from vcassist.evals.forms import LEFT_OUT, CaseForm, FactForm, Value
from vcassist.evals.kinds._facts import asserts, credit, facts_agree
from vcassist.evals.measure import Ratio, Scored, prf
from vcassist.evals.subject import Subject
from vcassist.evals.suite import Case
from vcassist.interview.ports import INTENTS

MANY = 4


class Trap(FactForm):
    status: Status


class Free(Trap):
    """A fact that one could note or leave."""

    value: Value


class Stated(Free):
    """A fact that the message states, with its words."""

    quote: str
    start: int
    end: int


class Form(CaseForm):
    message: str
    asked: str | None = None
    facts: list[Stated]
    forbidden: list[Trap]
    intent: str
    intent_also: str = "other"
    may: list[Free] = LEFT_OUT


def problems(case: Case) -> list[str]:
    found = []
    if case["intent"] not in INTENTS:
        found.append(f"the intent {case['intent']!r} does not exist")
    if case.get("intent_also", "other") not in INTENTS:
        found.append(f"the intent {case['intent_also']!r} does not exist")
    if len({f["ref"] for f in case["facts"]}) != len(case["facts"]):
        found.append("a reference stands twice")
    try:
        if case.get("asked"):
            field_of(case["asked"])
        for fact in (*case["facts"], *case["forbidden"], *case.get("may", [])):
            field_of(fact["ref"])
        for fact in case["facts"]:
            if fact["status"] == "known":
                checked_value(fact["ref"], fact["value"])
            if case["message"][fact["start"] : fact["end"]] != fact["quote"]:
                found.append(f"the quote of {fact['ref']} is not at {fact['start']}:{fact['end']}")
        for free in case.get("may", []):
            if free["status"] == "known":
                checked_value(free["ref"], free["value"])
            if any(f["ref"] == free["ref"] for f in (*case["facts"], *case["forbidden"])):
                found.append(f"{free['ref']} may be noted and is expected or forbidden")
        for trap in case["forbidden"]:
            if any(
                f["ref"] == trap["ref"] and f["value"] == trap.get("value") and f["status"] == trap["status"]
                for f in case["facts"]
            ):
                found.append(f"{trap['ref']} is both expected and forbidden")
    except BadInput as error:
        found.append(str(error))
    return found


def texts(case: Case) -> list[str]:
    return [case["message"]]


def traits(case: Case) -> list[str]:
    """Those that the case names, and what its annotation shows: a trap, many facts."""
    return [*case.get("traits", []), *["trap"] * bool(case["forbidden"]), *["many"] * (len(case["facts"]) >= MANY)]


def cluster(case: Case) -> str:
    """Messages of one voice belong together when the interval is drawn."""
    return str(case.get("voice") or case["id"])


def answer(case: Case, subject: Subject) -> Any:
    return subject.read(case["message"], case.get("asked"))


def score(case: Case, got: Any, subject: Subject) -> Scored:
    gold, heard, register = case["facts"], (got or {}).get("facts", []), subject.register
    heard = [h for h in heard if not any(facts_agree(h, free, register) for free in case.get("may", []))]
    by_ref = {f["ref"]: f for f in heard}
    right = [g for g in gold if g["ref"] in by_ref and facts_agree(g, by_ref[g["ref"]], register)]
    partial = sum(credit(g, by_ref.get(g["ref"]), register) for g in gold)
    said = [t for t in case["forbidden"] if any(asserts(h, t, register) for h in heard)]
    message = case["message"]
    outside = [h for h in heard if message[h["start"] : h["end"]] != h["quote"] or not h["quote"]]
    intent = (got or {}).get("intent") in (case["intent"], case.get("intent_also", case["intent"]))
    ratios: dict[str, Ratio] = {
        **prf(len(right), len(heard), len(gold)),
        "f1_partial_sets": (2 * partial, len(heard) + len(gold)),
        "forbidden": (len(said), len(case["forbidden"])),
        "silent_kept": (float(not heard), 1.0) if not gold else (0.0, 0.0),
        "quotes_outside": (len(outside), max(len(heard), 1)),
        "intent": (float(intent), 1.0),
        "whole_message": (float(len(right) == len(gold) == len(heard)), 1.0),
    }
    failed = len(right) < max(len(gold), len(heard)) or bool(said)
    short = [{k: f[k] for k in ("ref", "status", "value", "quote")} for f in heard]
    wanted = [{k: f[k] for k in ("ref", "status", "value", "quote")} for f in gold]
    note = f"asserted what is forbidden: {', '.join(t['ref'] for t in said)}" if said else ""
    return Scored(ratios, _groups(case, gold, heard, right, said, ratios), failed, wanted, short, note)


def _groups(
    case: Case, gold: list[Any], heard: list[Any], right: list[Any], said: list[Any], ratios: Mapping[str, Ratio]
) -> dict[str, dict[str, dict[str, Ratio]]]:
    """The same by field, kind, status, trait, kind of trap, and whether the message answers a question."""
    good = {g["ref"] for g in right}

    def split(key: Any) -> dict[str, dict[str, Ratio]]:
        labels = {key(f) for f in (*gold, *heard)}
        return {
            label: prf(
                sum(key(g) == label and g["ref"] in good for g in gold),
                sum(key(h) == label for h in heard),
                sum(key(g) == label for g in gold),
            )
            for label in labels
        }

    whole = {k: ratios[k] for k in ("precision", "recall", "f1", "forbidden", "intent")}
    why = {t.get("why") or "other" for t in case["forbidden"]}
    return {
        "field": split(lambda f: field_of(f["ref"]).key),
        "kind": split(lambda f: field_of(f["ref"]).kind),
        "status": split(lambda f: f["status"]),
        "trait": dict.fromkeys(case.get("traits", []), whole),
        "intent": {case["intent"]: {"right": ratios["intent"]}},
        "context": {"answers a question" if case.get("asked") else "volunteered": whole},
        "trap": {
            w: {
                "forbidden": (
                    sum((t.get("why") or "other") == w for t in said),
                    sum((t.get("why") or "other") == w for t in case["forbidden"]),
                )
            }
            for w in why
        },
    }
