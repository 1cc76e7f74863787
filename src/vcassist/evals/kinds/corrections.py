"""What is noted, and one message in the middle of a talk, to what stands after it: what the message sets right, and what it must leave alone.

Each message of an organisation is said against the same notes, so that nothing that went wrong before counts against it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

from pydantic import Field

from vcassist.chain.facts import chain_from_json, split_ref
from vcassist.errors import BadInput
from vcassist.evals.forms import LEFT_OUT, CaseForm, Part, ShortFacts, Value
from vcassist.evals.kinds._facts import REMOVED, facts_of, stands_right, value_shown, values_agree
from vcassist.evals.measure import Ratio, Scored, totals, totals_by
from vcassist.evals.subject import InProcess, Subject
from vcassist.evals.suite import Case


class Noted(Part):
    """A fact that stands in the notes, in the person's words."""

    ref: str
    value: Value
    quote: str


class Message(Part):
    """One message said against the notes."""

    say: str
    asked: str | None = None
    then: ShortFacts = LEFT_OUT
    changes: list[str] = LEFT_OUT
    manner: Literal["knows", "unaware", "none"]


class Form(CaseForm):
    """Notes of one organisation, and messages that are each said against them."""

    noted: list[Noted] = Field(min_length=1)
    messages: list[Message] = Field(min_length=1)


def problems(case: Case) -> list[str]:
    found = []
    try:
        before = chain_from_json({"facts": [{"status": "known", **fact} for fact in case["noted"]]}).facts
    except BadInput as error:
        return [f"what is noted cannot be read: {error}"]
    for number, message in enumerate(case["messages"], 1):
        where = f"message {number}"
        if not message["say"].strip():
            found.append(f"{where} has no 'say'")
        try:
            then = facts_of(message.get("then", {}))
            chain_from_json({"facts": [f for f in then if f["status"] != REMOVED]})
            for ref in filter(None, [message.get("asked"), *message.get("changes", [])]):
                split_ref(ref)
        except BadInput as error:
            found.append(f"{where}: {error}")
            continue
        told = {f["ref"] for f in then}
        found += [
            f"{where} changes {ref}, which is not noted or not in 'then'"
            for ref in message.get("changes", [])
            if ref not in before or ref not in told
        ]
        if bool(message.get("changes")) == (message["manner"] == "none"):
            found.append(f"{where}: 'changes' and 'manner' do not agree")
    return found


def traits(case: Case) -> list[str]:
    """Whether the notes are of one tool or of several."""
    return ["several" if any("-" in fact["ref"].partition(".")[0] for fact in case["noted"]) else "one"]


def texts(case: Case) -> list[str]:
    return [message["say"] for message in case["messages"]]


def answer(case: Case, subject: Subject) -> Any:
    """After each message all that is noted, its reply, and what it asks back."""
    assert isinstance(subject, InProcess)
    after = []
    for message in case["messages"]:
        talk = subject.begin()
        for fact in case["noted"]:
            talk.told(fact["ref"], fact["value"], fact["quote"])
        if message.get("asked"):
            talk.put(message["asked"])
        reply = talk.say(message["say"])
        after.append(
            {
                "facts": talk.facts(),
                "reply": reply.get("reply", ""),
                "back": [c["ref"] for c in reply.get("conflicts", ())],
            }
        )
    return {"after": after}


def score(case: Case, got: Any, subject: Subject) -> Scored:
    register, sums, shapes, failed = subject.register, [], [], []
    noted = {fact["ref"]: {"status": "known", **fact} for fact in case["noted"]}
    after = (got or {}).get("after", [])
    for number, message in enumerate(case["messages"]):
        came: dict[str, Any] = after[number] if number < len(after) else {"facts": [], "reply": "", "back": []}
        one, wrong = _message(message, noted, came, register)
        sums.append(one)
        shapes.append((message["manner"], one))
        if wrong:
            failed.append({"say": message["say"], "asked": message.get("asked"), **wrong, "reply": came["reply"]})
    ratios = totals(sums)
    groups: dict[str, Any] = {"manner": totals_by(shapes), "trait": dict.fromkeys(traits(case), ratios)}
    return Scored(ratios, groups, bool(failed), [f["say"] for f in failed], failed, case.get("voice", ""))


def _message(
    message: Mapping[str, Any], noted: Mapping[str, Any], came: Mapping[str, Any], register: Any
) -> tuple[dict[str, Ratio], dict[str, Any]]:
    """What one message came to, as ratios, and what is not right of it."""
    stands = {fact["ref"]: fact for fact in came["facts"]}
    then = {fact["ref"]: fact for fact in facts_of(message.get("then", {}))}
    changes = set(message.get("changes", ()))
    right = {ref: stands_right(then[ref], stands, register) for ref in changes}
    asked_back = {ref for ref in changes if ref in came["back"]}
    new = {ref: stands_right(gold, stands, register) for ref, gold in then.items() if ref not in changes}
    broken = [ref for ref in noted if ref not in then and not _same(ref, noted[ref], stands.get(ref), register)]
    doubted = [ref for ref in came["back"] if ref not in changes and ref in noted]
    found: dict[str, Ratio] = {
        "at_once": (sum(right.values()), len(right)),
        "heard": (sum(ok or ref in asked_back for ref, ok in right.items()), len(right)),
        "told": (sum(new.values()), len(new)),
        "broken": (len(broken), sum(ref not in then for ref in noted)),
        "doubted": (float(bool(doubted)), 1.0),
    }
    wrong: dict[str, Any] = {
        ref: {"wanted": value_shown(then[ref]), "noted": value_shown(stands.get(ref))}
        for ref, ok in {**right, **new}.items()
        if not ok
    }
    wrong |= {f"broken {ref}": value_shown(stands.get(ref)) for ref in broken}
    wrong |= {f"doubted {ref}": "asked which is right" for ref in doubted}
    return found, wrong


def _same(ref: str, before: Mapping[str, Any], there: Mapping[str, Any] | None, register: Any) -> bool:
    return (
        there is not None
        and there["status"] == "known"
        and values_agree(ref, before["value"], there["value"], register)
    )
