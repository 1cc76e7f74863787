"""Reports: false sentences that the claim gate lets through, true ones that it refuses, the report's own citations, completeness.

Citation recall and precision as in T. Gao et al., Enabling Large Language Models to Generate Text with Citations, 2023, with the claim
gate in the entailment model's place: recall is the share of sentences that what they cite carries; a citation is to the point when
it carries its sentence alone, or the sentence falls without it.

A server's gate cannot be asked about sentences of somebody else's: over --url only its reports are measured, with this process's gate
as the judge of their citations.
"""

from __future__ import annotations

from typing import Any

from vcassist.app import App
from vcassist.chain.facts import chain_from_json
from vcassist.errors import BadInput
from vcassist.evals.forms import LEFT_OUT, CaseForm, Part, ShortFacts
from vcassist.evals.kinds._facts import facts_of, shape_of
from vcassist.evals.measure import Ratio, Scored
from vcassist.evals.subject import InProcess, Subject, refusals
from vcassist.evals.suite import Case

# The kinds of lie ("why" in a case) that are about a name or a number. A name may be invented, swapped, or said of another part.
NAMES, NUMBERS = frozenset({"name", "place", "component"}), frozenset({"number"})


class Claim(Part):
    text: str
    ids: list[str]
    why: str = ""


class Form(CaseForm):
    facts: ShortFacts
    false: list[Claim]
    true: list[Claim] = LEFT_OUT


def problems(case: Case) -> list[str]:
    if not case["false"]:
        return ["it has no false sentences"]
    try:
        chain_from_json({"facts": facts_of(case["facts"])})
    except BadInput as error:
        return [str(error)]
    return [f"{s['text'][:40]!r} cites nothing" for s in (*case["false"], *case.get("true", [])) if not s["ids"]]


def traits(case: Case) -> list[str]:
    return shape_of(case["facts"])


def texts(case: Case) -> list[str]:
    """All sentences of a case as one text: a lie is meant to stand beside the truth that it was made from."""
    return [" ".join(s["text"] for s in (*case["false"], *case.get("true", [])))]


def answer(case: Case, subject: Subject) -> Any:
    facts, app = facts_of(case["facts"]), subject.app
    raised = [f for f in subject.assess(facts)["findings"] if f["verdict"] == "raised"]
    titles = {rule.id: rule.title for rule in app.rules}
    made = subject.report(facts)

    def refused(sentences: list[dict[str, Any]]) -> list[list[str]]:
        """Only the gate in this process is put such sentences to: a server makes its own."""
        if not isinstance(subject, InProcess):
            return []
        return subject.refusals(facts, [(s["text"], tuple(s["ids"])) for s in sentences])

    return {
        "false": refused(case["false"]),
        "true": refused(case.get("true", [])),
        "cited": cited(app, facts, made["sentences"]),
        "own_removed": made["removed"],
        "raised": len(raised),
        "shown": sum(titles[f["rule"]] in made["markdown"] for f in raised),
        "draft": "DRAFT" in made["markdown"],
    }


def cited(app: App, facts: list[dict[str, Any]], sentences: list[tuple[str, tuple[str, ...]]]) -> dict[str, int]:
    """Sentences of the report, how many their citations carry, their citations, and how many of these are to the point."""
    tried: list[tuple[str, tuple[str, ...]]] = list(sentences)
    for text, ids in sentences:
        for one in ids:
            tried += [(text, (one,)), (text, tuple(i for i in ids if i != one))]
    carried = {pair: not reasons for pair, reasons in zip(tried, refusals(app, facts, tried), strict=True)}
    found = {"sentences": len(sentences), "carried": 0, "citations": 0, "to_the_point": 0}
    for text, ids in sentences:
        found["carried"] += carried[text, ids]
        found["citations"] += len(ids)
        for one in ids:
            rest = tuple(i for i in ids if i != one)
            found["to_the_point"] += carried[text, ids] and (carried[text, (one,)] or not carried[text, rest])
    return found


def score(case: Case, got: Any, subject: Subject) -> Scored:
    if got is None:
        every = [s["text"] for s in case["false"]]
        return Scored(_leaks(case["false"], every), {}, True)
    # What was not put to the gate is not in the answer: then these two have no figure.
    lies = case["false"] if got["false"] else []
    truths = case.get("true", []) if got["true"] else []
    leaked = [s["text"] for s, reasons in zip(lies, got["false"], strict=True) if not reasons]
    refused = [s["text"] for s, reasons in zip(truths, got["true"], strict=True) if reasons]
    ratios: dict[str, Ratio] = {
        **_leaks(lies, leaked),
        "true_refused": (len(refused), len(truths)),
        "own_sentences_removed": (float(bool(got["own_removed"])), 1.0),
        "findings_shown": (got["shown"], got["raised"]),
        "citation_recall": (got["cited"]["carried"], got["cited"]["sentences"]),
        "citation_precision": (got["cited"]["to_the_point"], got["cited"]["citations"]),
        "marked_draft": (float(got["draft"]), 1.0),
    }
    by_lie: dict[str, dict[str, Ratio]] = {}
    for lie in lies:
        top, bottom = by_lie.setdefault(lie.get("why", "other"), {"leaked": (0.0, 0.0)})["leaked"]
        by_lie[lie.get("why", "other")] = {"leaked": (top + (lie["text"] in leaked), bottom + 1)}
    failed = bool(leaked or refused or got["own_removed"]) or got["shown"] < got["raised"]
    return Scored(
        ratios,
        {"lie": by_lie},
        failed,
        "no leak",
        {"leaked": leaked, "refused": refused, "own": got["own_removed"]},
        case.get("title", ""),
    )


def _leaks(lies: list[dict[str, Any]], leaked: list[str]) -> dict[str, Ratio]:
    """How many of all lies leaked, and of those about a name and about a number apart: these two have to be none."""
    kinds = {"leaked": lies}
    for measure, whys in (("leaked_names", NAMES), ("leaked_numbers", NUMBERS)):
        kinds[measure] = [lie for lie in lies if lie.get("why") in whys]
    return {measure: (sum(lie["text"] in leaked for lie in some), len(some)) for measure, some in kinds.items()}
