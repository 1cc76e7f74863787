"""The chain as a CycloneDX machine-learning bill of materials, versions 1.6 and 1.7.

Models with model cards, data, services with their providers and trust boundaries, what rests on what, findings as annotations. What
nobody knows or a supplier withholds is said as a composition. Every fact keeps its quote: as a property, and in 1.7 as a citation.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any

from vcassist import __version__
from vcassist.report import seal
from vcassist.report.model import ComponentView, FactRow, Report
from vcassist.report.words import OWN

_SERVICES = ("compute", "storage", "labelling")
_CHAIN = ("application", "model", "data", *_SERVICES)
_SPACE = uuid.UUID("6c5f7a0e-0c0b-5a5e-9d53-1f6f3a2c7e11")
_MODALITY = {"text": "text", "image": "image", "audio": "audio", "video": "video"}


def as_bom(report: Report, version: str) -> dict[str, Any]:
    """The bill as a dictionary, ``version`` being "1.6" or "1.7". Its serial number follows from the facts, so that the same
    facts give the same bill."""
    views = [v for v in report.components if not v.absent]
    chain = [v for v in views if v.kind in _CHAIN]
    made = {
        "$schema": f"http://cyclonedx.org/schema/bom-{version}.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": version,
        "serialNumber": f"urn:uuid:{uuid.uuid5(_SPACE, report.versions['facts'])}",
        "version": 1,
        "metadata": {
            "timestamp": _stamp(report.made_at),
            "lifecycles": [{"name": "interview", "description": report.stamp}],
            "tools": {
                "components": [{"type": "application", "bom-ref": "tool", "name": "vcassist", "version": __version__}]
            },
            "properties": [{"name": seal.NAME, "value": seal.PLACE}],
            "authors": [
                {"bom-ref": "person", "name": "The person who answered"},
                {"bom-ref": "others", "name": "A supplier, a colleague or a document, as the note says"},
            ],
            "component": {
                "type": "application",
                "bom-ref": "organisation",
                "name": report.organisation,
                "description": "The organisation's use of AI as a whole",
                "properties": _properties(views, ("organisation", "governance", "monitoring")),
            },
        },
        "components": [_component(v, report) for v in chain if v.kind not in _SERVICES],
        "services": [_service(v, chain, report.organisation) for v in chain if v.kind in _SERVICES],
        "dependencies": _dependencies(chain),
        "compositions": _compositions(chain),
        "annotations": list(_annotations(report, chain)),
    }
    if version != "1.6":
        made["citations"] = list(_citations(report, made))
    return made


def _annotations(report: Report, chain: list[ComponentView]) -> Iterator[dict[str, Any]]:
    """Each finding as a remark on the part that it is about, or on the organisation's use of AI as a whole."""
    there = {v.id for v in chain}
    for group in (*report.risks, *report.opportunities):
        for item in group.items:
            yield {
                "bom-ref": f"finding:{item.id}",
                "subjects": [item.component if item.component in there else "organisation"],
                "annotator": {"component": {"type": "application", "name": "vcassist", "version": __version__}},
                "timestamp": _stamp(report.made_at),
                "text": f"{group.label} {group.title} ({group.kind}, {item.severity}). {group.statement}",
            }


def _citations(report: Report, made: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """Who said each fact, in which words: one citation a fact, pointing at its property in the bill."""
    rows = {row.ref: row for row in report.evidence}
    places = [("/metadata/component", made["metadata"]["component"])]
    places += [(f"/{part}/{n}", each) for part in ("components", "services") for n, each in enumerate(made[part])]
    for at, each in places:
        for n, kept in enumerate(each["properties"]):
            row = rows.get(kept["name"].removeprefix("vcassist:"))
            if row is None:
                continue
            words = f"“{row.quote}”, " if row.quote.strip() else ""
            yield {
                "pointers": [f"{at}/properties/{n}/value"],
                "timestamp": _stamp(row.at or report.made_at),
                "attributedTo": "others" if row.borrowed else "person",
                "note": f"{words}{row.source}, {row.where}",
            }


def _stamp(made_at: str) -> str:
    try:
        return datetime.fromisoformat(made_at).isoformat()
    except ValueError:
        return "1970-01-01T00:00:00+00:00"


def _row(view: ComponentView, field: str) -> FactRow | None:
    return next((row for row in view.rows if row.ref == f"{view.id}.{field}"), None)


def _known(view: ComponentView, field: str) -> str:
    row = _row(view, field)
    return row.value if row and row.status == "known" else ""


def _supplier(view: ComponentView, owner: str) -> str:
    """The supplier's name; of what the organisation supplies itself, its own."""
    return owner if view.supplier == OWN else view.supplier


def _properties(views: Iterable[ComponentView], kinds: Iterable[str] = ()) -> list[dict[str, str]]:
    """Each fact with its status and, where there is one, its quote: the citation that the bill rests on."""
    wanted, out = set(kinds), []
    for view in views:
        for row in view.rows if not wanted or view.kind in wanted else ():
            out.append({"name": f"vcassist:{row.ref}", "value": row.value})
            out.append({"name": f"vcassist:status:{row.ref}", "value": row.status})
            if row.quote.strip():
                out.append({"name": f"vcassist:quote:{row.ref}", "value": row.quote})
    return out


def _component(view: ComponentView, report: Report) -> dict[str, Any]:
    kind = {"model": "machine-learning-model", "data": "data"}.get(view.kind, "application")
    out: dict[str, Any] = {"type": kind, "bom-ref": view.id, "name": view.title, "properties": _properties([view])}
    if _known(view, "supplier"):
        out["supplier"] = {"name": _supplier(view, report.organisation)}
    description = _known(view, "purpose") or _known(view, "description")
    if description:
        out["description"] = description
    if view.kind == "model":
        out["modelCard"] = _model_card(view, report)
        if _known(view, "licence"):
            out["licenses"] = [{"license": {"name": _known(view, "licence")}}]
    if view.kind == "data":
        out["data"] = [_dataset(view, report.organisation)]
    return out


def _model_card(view: ComponentView, report: Report) -> dict[str, Any]:
    """What is known of a model, and what was found about it as ethical considerations."""
    card: dict[str, Any] = {"bom-ref": f"{view.id}-card", "modelParameters": {}, "considerations": {}}
    apps = [v for v in report.components if v.kind == "application" and not v.absent]
    if len(apps) > 1 and sum(v.kind == "model" and not v.absent for v in report.components) > 1:
        # Nobody said which application uses which model.
        apps = []
    generated = [
        m
        for v in apps
        for row in [_row(v, "generates")]
        if row and isinstance(row.raw, list)
        for m in row.raw
        if m in _MODALITY
    ]
    if generated:
        card["modelParameters"]["outputs"] = [{"format": m} for m in dict.fromkeys(generated)]
    uses = [p for v in apps if (p := _known(v, "purpose"))]
    people = [p for v in apps if (p := _known(v, "affected_people"))]
    if uses:
        card["considerations"]["useCases"] = list(dict.fromkeys(uses))
    if people:
        card["considerations"]["fairnessAssessments"] = [{"groupAtRisk": p} for p in dict.fromkeys(people)]
    found = [g for g in report.risks if any(i.component == view.id for i in g.items)]
    if found:
        card["considerations"]["ethicalConsiderations"] = [
            {"name": g.title, "mitigationStrategy": g.mitigations[0].do if g.mitigations else "none named"}
            for g in found
        ]
    facts = [row for row in view.rows if row.status == "known"]
    card["properties"] = [{"name": f"vcassist:{row.ref}", "value": row.value} for row in facts]
    return card


def _dataset(view: ComponentView, owner: str) -> dict[str, Any]:
    out: dict[str, Any] = {"type": "dataset", "name": view.title}
    if _known(view, "description"):
        out["description"] = _known(view, "description")
    sensitive = _row(view, "sensitive_data")
    kinds = list(sensitive.raw) if sensitive and isinstance(sensitive.raw, list) and sensitive.raw != ["none"] else []
    if _known(view, "personal_data") in ("yes", "partly"):
        kinds.insert(0, "personal data")
    if kinds:
        out["sensitiveData"] = kinds
    if _known(view, "supplier"):
        out["governance"] = {"custodians": [{"organization": {"name": _supplier(view, owner)}}]}
    return out


def _service(view: ComponentView, chain: list[ComponentView], owner: str) -> dict[str, Any]:
    out: dict[str, Any] = {"bom-ref": view.id, "name": view.title, "properties": _properties([view])}
    outside = _known(view, "supplier") != OWN
    if _known(view, "supplier"):
        out["provider"] = {"name": _supplier(view, owner)}
        # Data that goes to an outside provider crosses a trust boundary.
        out["x-trust-boundary"] = outside
        out["trustZone"] = f"outside: {view.supplier}" if outside else "own"
    country = _known(view, "country")
    if country:
        out["description"] = f"In {country}"
    data = [_flow(v) for v in chain if v.kind == "data"]
    if data:
        out["data"] = data
    return out


def _flow(data: ComponentView) -> dict[str, str]:
    """What goes through a service: a data source, with how careful it must be handled."""
    sensitive = _row(data, "sensitive_data")
    if sensitive and isinstance(sensitive.raw, list) and sensitive.raw != ["none"]:
        level = "sensitive"
    else:
        level = {"yes": "personal", "partly": "personal", "no": "not personal"}.get(
            _known(data, "personal_data"), "unknown"
        )
    return {"flow": "unknown", "classification": level, "name": data.title}


def _dependencies(chain: list[ComponentView]) -> list[dict[str, Any]]:
    """The organisation rests on its applications, these on models, storage and data, models on machines and data."""
    of: dict[str, list[str]] = {}
    for view in chain:
        of.setdefault(view.kind, []).append(view.id)
    below: Mapping[str, tuple[str, ...]] = {
        "application": ("model", "storage", "data"),
        "model": ("compute", "data"),
        "data": ("labelling", "storage"),
    }
    out = [{"ref": "organisation", "dependsOn": of.get("application") or [v.id for v in chain]}]
    for view in chain:
        targets = [t for kind in below.get(view.kind, ()) for t in of.get(kind, ())]
        out.append({"ref": view.id, "dependsOn": targets} if targets else {"ref": view.id})
    return out


def _compositions(chain: list[ComponentView]) -> list[dict[str, Any]]:
    """How complete each part is: withheld by a supplier, unknown, or as far as asked."""
    by: dict[str, list[str]] = {}
    for view in chain:
        statuses = {row.status for row in view.rows}
        aggregate = (
            "incomplete_third_party_proprietary_only"
            if any(row.status == "withheld" and row.by == "supplier" for row in view.rows)
            else "unknown"
            if statuses & {"unknown", "withheld"} or view.unasked
            else "complete"
        )
        by.setdefault(aggregate, []).append(view.id)
    return [{"aggregate": aggregate, "assemblies": refs} for aggregate, refs in by.items()] + [
        {"aggregate": "unknown", "dependencies": ["organisation"]}
    ]
