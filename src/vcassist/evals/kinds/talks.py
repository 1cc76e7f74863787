"""Long talks to what stands in the notes after each message: facts beside answers, corrections, complaints, questions.

A talk is written, not simulated: which question stood open is told with each message and put by hand where it does not stand already, so
that the same words meet the same question whatever the interviewer would have asked.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from vcassist.assessment.register import Register
from vcassist.chain.facts import chain_from_json, split_ref
from vcassist.errors import BadInput
from vcassist.evals.forms import LEFT_OUT, CaseForm, Part, ShortFacts
from vcassist.evals.kinds._facts import REMOVED, facts_agree, facts_of, stands_right, value_shown, values_agree
from vcassist.evals.measure import Ratio, Scored, fold_text, totals, totals_by
from vcassist.evals.subject import InProcess, Subject
from vcassist.evals.suite import Case

# By these fields one component of a kind is told from another.
NAMED_BY = {"application": "application.name", "model": "model.name", "data": "data.description"}

Facts = Mapping[str, Mapping[str, Any]]


class Message(Part):
    say: str
    asked: str | None = None
    then: ShortFacts = LEFT_OUT
    may: list[str] = LEFT_OUT
    answer: list[str] = LEFT_OUT


class Form(CaseForm):
    turns: list[Message]


def problems(case: Case) -> list[str]:
    turns = case.get("turns")
    if not isinstance(turns, list) or not turns:
        return ["it has no 'turns'"]
    found = []
    for number, turn in enumerate(turns, 1):
        where = f"message {number}"
        if not isinstance(turn, Mapping) or not str(turn.get("say", "")).strip():
            found.append(f"{where} has no 'say'")
            continue
        if not isinstance(turn.get("then", {}), Mapping):
            found.append(f"'then' of {where} holds nothing by field; write {{}} where nothing is told")
            continue
        try:
            chain_from_json({"facts": [f for f in facts_of(turn.get("then", {})) if f["status"] != REMOVED]})
            for ref in [*turn.get("then", {}), *turn.get("may", []), *filter(None, [turn.get("asked")])]:
                split_ref(ref)
        except BadInput as error:
            found.append(f"{where}: {error}")
    return found


def traits(case: Case) -> list[str]:
    """Whether a talk is of one tool or of several."""
    several = any("-" in ref.partition(".")[0] for turn in case["turns"] for ref in turn.get("then", {}))
    return ["several" if several else "one"]


def texts(case: Case) -> list[str]:
    return [turn["say"] for turn in case["turns"]]


def answer(case: Case, subject: Subject) -> Any:
    """The whole talk: after each message its reply and all that is noted."""
    assert isinstance(subject, InProcess)
    talk, after = subject.begin(), []
    for told in _told(case):
        if told.asked:
            talk.put(aligned({f["ref"]: f for f in talk.facts()}, told.before, subject.register).to_own(told.asked))
        reply = talk.say(told.say)
        facts = talk.facts()
        after.append({"facts": facts, "reply": reply.get("reply", "")})
        word = _word_on(reply, told, facts, subject.register)
        if word:
            talk.say(word)
            after[-1]["settled"] = talk.facts()
    return {"after": after}


def _word_on(reply: Mapping[str, Any], told: Told, noted: list[dict[str, Any]], register: Register) -> str:
    """What the person says when asked which of two values is right; nothing where that was not asked, or neither is."""
    put = next((c for c in reply.get("conflicts", ()) if c["ref"] == reply.get("asked")), None)
    if put is None:
        return ""
    own = {f["ref"]: f for f in noted}
    own[put["ref"]] = {"ref": put["ref"], "status": "known", "value": put["new"]}
    named = aligned(own, told.now, register).named(own)
    gold: Facts = told.now
    ref = next(r for r, f in named.items() if f is own[put["ref"]])
    if ref not in gold:
        return ""
    for value, word in ((put["new"], "The second one is right."), (put["old"], "The first one is right.")):
        if facts_agree(gold[ref], {"ref": ref, "status": "known", "value": value}, register):
            return word
    return ""


def score(case: Case, got: Any, subject: Subject) -> Scored:
    register, sums, shapes = subject.register, [], []
    failed: list[dict[str, Any]] = []
    after = (got or {}).get("after", [])
    before: Facts = {}
    may: set[str] = set()
    for number, told in enumerate(_told(case)):
        came: dict[str, Any] = after[number] if number < len(after) else {"facts": [], "reply": ""}
        stands, settled = (
            _by_the_case(facts, told, register) for facts in (came["facts"], came.get("settled", came["facts"]))
        )
        one, lost = _message(told, before, stands, settled, came["reply"], register)
        sums.append(one)
        shapes.append((told.shape, one))
        if lost:
            failed.append({"message": number + 1, "say": told.say, "asked": told.asked, **lost})
        before, may = settled, may | told.may
    ratios = totals(sums) | _end(told.now, may, before, register)
    by_shape = totals_by(shapes)
    groups: dict[str, Any] = {"message": by_shape, "trait": dict.fromkeys(traits(case), ratios)}
    return Scored(ratios, groups, bool(failed), [f["say"] for f in failed], failed, case.get("voice", ""))


def _by_the_case(facts: list[dict[str, Any]], told: Told, register: Register) -> Facts:
    own = {f["ref"]: f for f in facts}
    return aligned(own, told.now, register).named(own)


def _message(
    told: Told, before: Facts, stands: Facts, settled: Facts, reply: str, register: Register
) -> tuple[dict[str, Ratio], dict[str, Any]]:
    """What one message came to, as ratios, and what is not right of it."""
    right = {ref: stands_right(gold, stands, register) for ref, gold in told.new.items()}
    changed = {ref: stands_right(gold, stands, register) for ref, gold in told.changed.items()}
    kept = [
        ref
        for ref, gold in told.before.items()
        if ref not in told.then and ref not in told.may and stands_right(gold, before, register)
    ]
    broken = [ref for ref in kept if not stands_right(told.before[ref], stands, register)]
    found: dict[str, Ratio] = {
        "at_once": (sum(right.values()), len(right)),
        "corrections_at_once": (sum(changed.values()), len(changed)),
        "corrections": (sum(stands_right(gold, settled, register) for gold in told.changed.values()), len(changed)),
        "broken": (len(broken), len(kept)),
    }
    lost: dict[str, Any] = {
        ref: {"wanted": told.then[ref], "noted": value_shown(stands.get(ref))}
        for ref, ok in {**right, **changed}.items()
        if not ok
    }
    lost |= {f"broken {ref}": value_shown(stands.get(ref)) for ref in broken}
    if told.answer:
        folded = fold_text(reply)
        answered = any(fold_text(stem) in folded for stem in told.answer)
        found["answered"] = (float(answered), 1.0)
        if not answered:
            lost["answer"] = reply
    return found, lost


def _end(gold: Facts, may: set[str], noted: Facts, register: Register) -> dict[str, Ratio]:
    """What stands when the talk is over."""
    known = [ref for ref, f in noted.items() if f["status"] == "known"]
    wrong = [
        r for r in known if r in gold and gold[r]["status"] == "known" and not stands_right(gold[r], noted, register)
    ]
    invented = [r for r in known if r not in may and (r not in gold or gold[r]["status"] != "known")]
    right = [r for r, g in gold.items() if stands_right(g, noted, register)]
    return {
        "right_at_end": (len(right), len(gold)),
        "wrong": (len(wrong), len(known)),
        "invented": (len(invented), len(known)),
    }


@dataclass(frozen=True)
class Told:
    """One message as it is meant. ``before`` and ``now``: all that stands before and after it; ``new`` and ``changed``: what it adds and
    corrects."""

    say: str
    asked: str | None
    then: Facts
    may: frozenset[str]
    answer: tuple[str, ...]
    before: Facts
    now: Facts

    @property
    def changed(self) -> Facts:
        return {ref: gold for ref, gold in self.then.items() if ref in self.before}

    @property
    def new(self) -> Facts:
        return {ref: gold for ref, gold in self.then.items() if ref not in self.before and gold["status"] != REMOVED}

    @property
    def shape(self) -> str:
        """What a message does, to tell the figures by it."""
        if not self.before:
            return "opening"
        answers = self.asked in self.then
        if not self.then:
            return "question" if self.answer else "aside"
        beside = len(self.then) > 1 or bool(self.answer)
        if any(ref != self.asked for ref in self.changed):
            return "answer and correction" if answers else "correction"
        return ("answer and more" if beside else "answer") if answers else "told unasked"


def _told(case: Case) -> Iterator[Told]:
    now: dict[str, Any] = {}
    for turn in case["turns"]:
        before = dict(now)
        then = {f["ref"]: f for f in facts_of(turn.get("then", {}))}
        # What is said again is no correction.
        then = {ref: gold for ref, gold in then.items() if gold != before.get(ref)}
        now |= then
        now = {ref: gold for ref, gold in now.items() if gold["status"] != REMOVED}
        yield Told(
            turn["say"],
            turn.get("asked"),
            then,
            frozenset(turn.get("may", ())),
            tuple(turn.get("answer", ())),
            before,
            dict(now),
        )


@dataclass(frozen=True)
class Aligned:
    """Which component of the notes is which of the case's: ``own`` by the case's."""

    own: Mapping[str, str]

    def to_own(self, ref: str) -> str:
        component, _, key = ref.partition(".")
        return f"{self.own.get(component, component)}.{key}"

    def named(self, noted: Facts) -> dict[str, Any]:
        """The notes under the case's own references; what has none there stands under ``other …``, so that it counts as invented."""
        back = {own: case for case, own in self.own.items()}
        taken = set(self.own)
        found = {}
        for ref, fact in noted.items():
            component, _, key = ref.partition(".")
            case = back.get(component) or (component if component not in taken else f"other {component}")
            found[f"{case}.{key}"] = fact
        return found


def aligned(noted: Facts, gold: Facts, register: Register) -> Aligned:
    """Components of one kind by what they are called, as the product may number them otherwise; the rest keep their place."""
    own: dict[str, str] = {}
    for kind, name in NAMED_BY.items():
        key = name.partition(".")[2]
        wanted = {r.partition(".")[0]: g for r, g in gold.items() if _of(r, kind, key) and g["status"] == "known"}
        there = {r.partition(".")[0]: f for r, f in noted.items() if _of(r, kind, key) and f["status"] == "known"}
        for component, fact in wanted.items():
            same = [
                c
                for c, f in there.items()
                if c not in own.values() and values_agree(name, fact["value"], f["value"], register)
            ]
            if same:
                own[component] = component if component in same else same[0]
    return Aligned(own)


def _of(ref: str, kind: str, key: str) -> bool:
    component, _, its = ref.partition(".")
    return its == key and component.partition("-")[0] == kind
