"""Tells whether a report was altered after it was made: by its digest; of a json report also by its facts' digest and its quotes."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from vcassist.errors import BadInput
from vcassist.report.materials import asset_digests
from vcassist.report.provenance import digest_of
from vcassist.report.seal import seal_in

_PLAIN = "Use a report that `vcassist report` wrote as html, pdf, docx, md, json or cyclonedx, just as it was written."
NO_SIGNATURE = (
    "That shows that nobody changed it by accident or without care; it does not show who wrote it. Compare the facts' digest with the "
    "assessment's, or keep the file with somebody both sides trust."
)


@dataclass(frozen=True, slots=True)
class Verification:
    """``bool(…)`` is True when nothing was altered. ``explanations`` says what was found, a sentence each."""

    intact: bool
    explanations: tuple[str, ...]

    def __bool__(self) -> bool:
        return self.intact


def verify(report: Any) -> Verification:
    """Checks a report: a file's bytes in any format that carries a digest, or a json report as text or parsed.

    Raises BadInput for what is none, or carries no digest.
    """
    if isinstance(report, bytes | bytearray):
        seal = seal_in(bytes(report))
        if seal is not None:
            return _sealed(*seal)
    data = _parsed(report)
    said, problems, notes = data["digest"], [], []
    body = {key: value for key, value in data.items() if key != "digest"}
    if digest_of(body) != said:
        problems.append("The report's digest does not fit its content: it was altered after it was made.")
    if digest_of(data["inputs"]["chain"]) != data["inputs"].get("facts"):
        problems.append("The facts do not fit the digest that the report was made with.")
    problems += _strange_rows(data)
    for name, now in asset_digests().items():
        then = data["inputs"].get(name)
        if then and then != now:
            notes.append(f"It was made with another edition of {name} than the one installed here.")
    if not problems:
        notes = ["The report is as it was made: its digest and that of its facts fit.", NO_SIGNATURE, *notes]
    return Verification(not problems, (*problems, *notes))


def _sealed(said: str, found: str) -> Verification:
    if said == found:
        return Verification(True, ("The report is as it was made: its digest fits all that it holds.", NO_SIGNATURE))
    return Verification(False, ("The report's digest does not fit the file: it was altered after it was made.",))


def _parsed(given: Any) -> Mapping[str, Any]:
    data = given
    if isinstance(given, bytes | bytearray | str):
        try:
            data = json.loads(given, object_pairs_hook=_once)
        except (ValueError, RecursionError) as error:
            raise BadInput("This is no report, or it carries no digest.", "", _PLAIN) from error
    fits = isinstance(data, Mapping) and isinstance(data.get("digest"), str) and isinstance(data.get("report"), Mapping)
    if not fits or not isinstance(data.get("inputs"), Mapping) or not isinstance(data["inputs"].get("chain"), Mapping):
        raise BadInput("This is no report, or it carries no digest.", "", _PLAIN)
    return dict(data)


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object whose keys stand once: of two alike, one reader takes the first and another the last."""
    found = dict(pairs)
    if len(found) < len(pairs):
        raise BadInput("This report holds the same key twice.", "It was altered after it was made.")
    return found


def _strange_rows(data: Mapping[str, Any]) -> list[str]:
    """Rows of the annex that differ from the facts that they are said to show."""
    facts = {f.get("ref"): f for f in data["inputs"]["chain"].get("facts", ()) if isinstance(f, Mapping)}
    rows = data["report"].get("evidence")
    shown = {r.get("ref"): r for r in rows if isinstance(r, Mapping)} if isinstance(rows, list) else {}
    out = [
        f"The annex shows another quote or value for {ref} than the facts hold."
        for ref, row in shown.items()
        if ref in facts
        and any(
            row.get(mine) != facts[ref].get(theirs)
            for mine, theirs in (("quote", "quote"), ("raw", "value"), ("status", "status"))
        )
    ]
    if set(facts) != set(shown):
        out.append("The annex does not list the same facts as the report was made from.")
    return out
