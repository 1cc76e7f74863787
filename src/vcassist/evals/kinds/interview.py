"""Simulated respondents to final chains: what is right, wrong, invented; what was asked twice or needlessly; corrections."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from vcassist.chain.facts import chain_from_json, checked_value, split_ref
from vcassist.errors import BadInput
from vcassist.evals.forms import LEFT_OUT, CaseForm, Part, ShortFacts, Value
from vcassist.evals.kinds._facts import facts_agree, facts_of
from vcassist.evals.manners import MANNERS
from vcassist.evals.measure import Ratio, Scored
from vcassist.evals.respondent import Respondent
from vcassist.evals.subject import Subject
from vcassist.evals.suite import Case

MOST_TURNS = 90
# What a case may hold beside words of its own: each is a habit that an interview has to cope with.
HABITS = ("corrections", "contradicts", "vague", "asks", "asides", "brings", "skips", "impatient")


class Correction(Part):
    ref: str
    say: str
    first: str = ""
    wrong: Value = None
    named: str = "no"


class Contradiction(Part):
    ref: str
    after: str
    value: Value
    say: str
    decides: str


class Form(CaseForm):
    """A respondent. Numbers may be written as texts, since YAML gives them so."""

    opening: str
    facts: ShortFacts
    manner: str = "terse"
    tells: list[str] = LEFT_OUT
    says: dict[str, str] = LEFT_OUT
    asks: dict[str, str] = LEFT_OUT
    asides: dict[str, str] = LEFT_OUT
    vague: dict[str, list[str]] = LEFT_OUT
    brings: dict[str, list[str]] = LEFT_OUT
    skips: list[str] = LEFT_OUT
    corrections: list[Correction] = LEFT_OUT
    contradicts: list[Contradiction] = LEFT_OUT
    impatient: str = ""


def problems(case: Case) -> list[str]:
    found = []
    if not str(case.get("patience", "1")).isdigit():
        found.append("'patience' is no number of messages")
    if case.get("manner", "terse") not in MANNERS:
        found.append(f"there is no manner {case['manner']!r}")
    try:
        chain_from_json({"facts": facts_of(case["facts"])})
        for ref in refs_of(case):
            split_ref(ref)
        found += [f"{ref} is told and not in the chain" for ref in case.get("tells", []) if ref not in case["facts"]]
        found += [why for c in case.get("corrections", []) for why in _problems_of(c, case)]
    except BadInput as error:
        found.append(str(error))
    return found


def _problems_of(correction: Mapping[str, Any], case: Case) -> list[str]:
    """What is wrong with a correction."""
    ref, found = correction["ref"], []
    gold = case["facts"].get(ref)
    if gold is None or (isinstance(gold, Mapping) and gold.get("status", "known") != "known"):
        found.append(f"{ref} is corrected and has no value in the chain")
    if "first" not in correction and ref not in case.get("tells", []):
        found.append(f"{ref} is corrected, and neither 'first' nor the opening tells it before")
    if not str(correction.get("later", "1")).isdigit():
        found.append(f"'later' of {ref} is no number of messages")
    try:
        if "wrong" in correction:
            checked_value(ref, correction["wrong"])
    except BadInput as error:
        found.append(f"'wrong' of {ref} is no value that may be told: {error.what}")
    return found


def traits(case: Case) -> list[str]:
    """What this person does beside answering."""
    return [what for what in HABITS if case.get(what)] or ["plain"]


def refs_of(case: Case) -> list[str]:
    """Every reference that a case speaks of beside its chain."""
    by_ref = ("says", "asks", "asides", "vague", "brings")
    return [
        *(ref for part in by_ref for ref in case.get(part, {})),
        *(ref for part in ("tells", "skips") for ref in case.get(part, [])),
        *(c["ref"] for part in ("corrections", "contradicts") for c in case.get(part, [])),
        *(c["after"] for c in case.get("contradicts", [])),
        *(ref for brought in case.get("brings", {}).values() for ref in brought),
    ]


def texts(case: Case) -> list[str]:
    own = (case.get(part, {}).values() for part in ("says", "asks", "asides"))
    turned = (*case.get("corrections", []), *case.get("contradicts", []))
    return [
        case["opening"],
        *(words for part in own for words in part),
        *(each[key] for each in turned for key in ("first", "say", "decides") if key in each),
        *(w for many in case.get("vague", {}).values() for w in many),
    ]


def answer(case: Case, subject: Subject) -> Any:
    """One whole interview."""
    person, talk = Respondent(case), subject.begin()
    reply = talk.say(person.opening())
    turns = 1
    while not reply.get("done") and turns < MOST_TURNS:
        reply = talk.say(person.say(reply))
        turns += 1
    return {
        "facts": talk.facts(),
        "log": person.log,
        "told": sorted(person.told),
        "turns": turns,
        "done": bool(reply.get("done")),
        "cut_short": bool(reply.get("done")) and not person.leaves,
    }


def score(case: Case, got: Any, subject: Subject) -> Scored:
    got = got or {"facts": [], "log": [], "told": case.get("tells", []), "turns": 0, "done": False, "cut_short": False}
    register = subject.register
    gold = {f["ref"]: f for f in facts_of(case["facts"])}
    final = {f["ref"]: f for f in got["facts"]}
    reached = {r: gold.get(r, {"ref": r, "status": "unknown", "value": None}) for r in got["told"]}
    right = {r for r, g in reached.items() if r in final and facts_agree(g, final[r], register)}
    known = [f for f in final.values() if f["status"] == "known"]
    wrong = [
        f["ref"]
        for f in known
        if f["ref"] in gold and gold[f["ref"]]["status"] == "known" and not facts_agree(f, gold[f["ref"]], register)
    ]
    invented = [f["ref"] for f in known if gold.get(f["ref"], {}).get("status") != "known"]
    asked = [line for line in got["log"] if line["asked"]]
    needless = [line["asked"] for line in asked if line["known"] and not line["special"]]
    corrected = [c["ref"] for c in case.get("corrections", []) if c["ref"] in got["told"]]
    honoured = [r for r in corrected if r in final and facts_agree(gold[r], final[r], register)]
    ratios: dict[str, Ratio] = {
        "reached_right": (len(right), len(reached)),
        "wrong": (len(wrong), len(known)),
        "invented": (len(invented), len(known)),
        "gold_reached": (sum(r in right for r in gold), len(gold)),
        "asked_again": (sum(line["again"] and not line["special"] for line in asked), len(asked)),
        "asked_though_told": (len(needless), len(asked)),
        "corrections_honoured": (len(honoured), len(corrected)),
        "ended": (float(got["done"]), 1.0),
        "cut_short": (float(got["cut_short"]), 1.0),
        "turns": (got["turns"], 1.0),
    }
    failed = bool(wrong or invented or len(honoured) < len(corrected) or not got["done"] or got["cut_short"])
    lost = {r: reached[r] for r in sorted(set(reached) - right)}
    shown = {
        "wrong": wrong,
        "invented": [{k: final[r][k] for k in ("ref", "value", "quote")} for r in invented],
        "needless": needless,
    }
    groups: dict[str, Any] = {"manner": {case.get("manner", "terse"): ratios}, "trait": dict.fromkeys(traits(case), ratios), "status": {
        s: {"right": (sum(r in right for r in reached if reached[r]["status"] == s), sum(g["status"] == s for g in reached.values()))}
        for s in {g["status"] for g in reached.values()}
    }}  # fmt: skip
    return Scored(
        ratios,
        groups,
        failed,
        {r: g["value"] or g["status"] for r, g in list(lost.items())[:12]},
        shown,
        case.get("voice", ""),
    )
