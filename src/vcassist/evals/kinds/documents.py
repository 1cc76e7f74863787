"""Documents to a chain and a draft report: what is read from policies, minutes, contracts; what is invented; what the draft then finds.

A case holds texts; the ending of each name says in which form it is put to the product (.txt, .md and .html as written, .docx and
.pdf made from the text, one paragraph a blank line).
"""

from __future__ import annotations

import io
import re
from pathlib import PurePath
from typing import Any

from vcassist.chain.facts import chain_from_json, field_of
from vcassist.errors import BadInput
from vcassist.evals.forms import LEFT_OUT, CaseForm, FactForm, Part, ShortFacts
from vcassist.evals.kinds._facts import asserts, credit, facts_agree, facts_of
from vcassist.evals.measure import Ratio, Scored, prf
from vcassist.evals.subject import Subject
from vcassist.evals.suite import Case

FORMS = (".txt", ".md", ".html", ".docx", ".pdf")


class Document(Part):
    name: str
    text: str


class Form(CaseForm):
    documents: list[Document]
    facts: ShortFacts
    forbidden: list[FactForm] = LEFT_OUT
    conflicts: list[str] = LEFT_OUT
    genre: str = "other"


def problems(case: Case) -> list[str]:
    found = [f"it has no {key!r}" for key in ("documents", "facts") if not case.get(key)]
    if found:
        return found
    for each in case["documents"]:
        if PurePath(each["name"]).suffix not in FORMS or not each["text"].strip():
            found.append(f"a document has a text and a name that ends in one of {', '.join(FORMS)}")
    try:
        chain_from_json({"facts": facts_of(case["facts"])})
        for trap in case.get("forbidden", []):
            field_of(trap["ref"])
            if case["facts"].get(trap["ref"]) == trap.get("value"):
                found.append(f"{trap['ref']} is both expected and forbidden")
        found += [
            f"{ref} contradicts nothing expected" for ref in case.get("conflicts", []) if ref not in case["facts"]
        ]
    except BadInput as error:
        found.append(str(error))
    return found


def texts(case: Case) -> list[str]:
    return [each["text"] for each in case["documents"]]


def as_file(name: str, text: str) -> bytes:
    """The text as a file of the form that its name asks for."""
    form = PurePath(name).suffix
    if form == ".docx":
        return _docx(text)
    return _pdf(text) if form == ".pdf" else text.encode()


def _paragraphs(text: str) -> list[str]:
    return [" ".join(p.split()) for p in re.split(r"\n\s*\n", text) if p.strip()]


def _docx(text: str) -> bytes:
    import docx

    made, out = docx.Document(), io.BytesIO()
    for paragraph in _paragraphs(text):
        made.add_paragraph(paragraph)
    made.save(out)
    return out.getvalue()


def _pdf(text: str) -> bytes:
    import json

    import typst

    source = b'#set document(title: "case")\n#for p in json(bytes(sys.inputs.data)) [#par(p)\n\n]'
    made: bytes = typst.compile(source, format="pdf", sys_inputs={"data": json.dumps(_paragraphs(text))})
    return made


def answer(case: Case, subject: Subject) -> Any:
    return subject.draft([(each["name"], as_file(each["name"], each["text"])) for each in case["documents"]])


def raised(findings: list[dict[str, Any]], verdict: str = "raised") -> set[str]:
    return {f["id"] for f in findings if f["verdict"] == verdict}


def score(case: Case, got: Any, subject: Subject) -> Scored:
    made = got or {"facts": [], "conflicts": [], "findings": [], "markdown": ""}
    gold, register = facts_of(case["facts"]), subject.register
    by_ref = {f["ref"]: f for f in made["facts"]}
    right = {g["ref"] for g in gold if g["ref"] in by_ref and facts_agree(g, by_ref[g["ref"]], register)}
    partial = sum(credit(g, by_ref.get(g["ref"]), register) for g in gold)
    traps = case.get("forbidden", [])
    said = [t for t in traps if any(asserts(f, {"status": "known", **t}, register) for f in made["facts"])]
    told = {c["ref"] for c in made["conflicts"]} & set(case.get("conflicts", []))
    whole = subject.assess(gold)["findings"]
    wanted, found = raised(whole), raised(made["findings"])
    quoted = [f["quote"] for f in made["facts"] if f.get("quote")]
    written = " ".join(" ".join(each["text"].split()) for each in case["documents"])
    outside = [q for q in quoted if not _stands_in(q, written)]
    ratios: dict[str, Ratio] = {
        **prf(len(right), len(made["facts"]), len(gold)),
        "f1_partial_sets": (2 * partial, len(made["facts"]) + len(gold)),
        "forbidden": (len(said), len(traps)),
        "quotes_outside": (len(outside), max(1, len(quoted))),
        "contradictions_told": (len(told), len(case.get("conflicts", []))),
        "findings_raised": (len(wanted & found), len(wanted)),
        "findings_wrong": (len(found - wanted), len(found)),
        "marked_draft": (float("DRAFT" in made["markdown"]), 1.0),
    }
    missed = {g["ref"]: g["value"] or g["status"] for g in gold if g["ref"] not in right}
    wrong = [{k: f.get(k) for k in ("ref", "status", "value", "quote")} for f in made["facts"] if f["ref"] not in right]
    failed = bool(missed or wrong or said or outside) or len(told) < len(case.get("conflicts", []))
    note = f"asserted what is forbidden: {', '.join(t['ref'] for t in said)}" if said else case.get("title", "")
    groups: dict[str, Any] = {
        "genre": {case.get("genre", "other"): {k: ratios[k] for k in ("f1", "precision", "recall", "forbidden")}},
        "form": {PurePath(d["name"]).suffix[1:]: {"f1": ratios["f1"], "recall": ratios["recall"]} for d in case["documents"]},
        "trait": {t: {"f1": ratios["f1"], "forbidden": ratios["forbidden"]} for t in case.get("traits", [])},
        "kind": _by_kind(gold, made["facts"], right),
    }  # fmt: skip
    return Scored(ratios, groups, failed, missed, wrong, note)


def _stands_in(quote: str, written: str) -> bool:
    """Whether the quote's words stand in the texts, whatever lines, marks of Markdown or hyphens the file's form put between them."""
    one, other = (re.sub(r"[\W_]+", "", text).casefold() for text in (quote, written))
    return one in other


def _by_kind(gold: list[dict[str, Any]], heard: list[dict[str, Any]], right: set[str]) -> dict[str, dict[str, Ratio]]:
    """Precision, recall and F1 by kind of component."""
    kinds = {field_of(f["ref"]).kind for f in (*gold, *heard)}
    return {
        kind: prf(
            sum(field_of(ref).kind == kind for ref in right),
            sum(field_of(h["ref"]).kind == kind for h in heard),
            sum(field_of(g["ref"]).kind == kind for g in gold),
        )
        for kind in kinds
    }
