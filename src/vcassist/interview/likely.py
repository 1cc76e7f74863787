"""How an answer is likely to turn out: which values are usual, and whether this person knows. Our own estimates. Pure.

The figures are judgements about small organisations, not a survey. They only order questions: no finding reads them. A field
without an entry of its own is estimated by its type, so a new field needs nothing here.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from vcassist.chain.facts import Fact, Value
from vcassist.chain.fields import FIELDS, Field

Shares = Mapping[str, float]


def _yesno(yes: float, partly: float, no: float) -> dict[str, float]:
    return {"yes": yes, "partly": partly, "no": no}


# Share of each value among those who know. For sets: how often a value is the answer. What is left over goes to the rest.
USUAL: Mapping[str, Shares] = MappingProxyType({
    "application.lifecycle": {"planned": 0.1, "pilot": 0.3, "in_use": 0.55},
    "application.sourcing": {"vendor": 0.75, "in_house": 0.15},
    "application.supplier": {"self": 0.12},
    "application.decision_role": {"assists": 0.6, "recommends": 0.3, "decides": 0.1},
    "application.human_review": {"always": 0.5, "sometimes": 0.35, "never": 0.15},
    "application.appeal": _yesno(0.3, 0.15, 0.55),
    "application.tells_people": _yesno(0.35, 0.2, 0.45),
    "application.generates": {"none": 0.3, "text": 0.5},
    "application.labels_content": _yesno(0.2, 0.15, 0.65),
    "application.outage_effect": {"stops": 0.2, "degrades": 0.4, "none": 0.4},
    "application.alternative": _yesno(0.65, 0.15, 0.2),
    "application.works_offline": _yesno(0.15, 0.15, 0.7),
    "data.sources": {"own_records": 0.35, "users": 0.35, "partners": 0.1, "public_web": 0.07},
    "data.supplier": {"self": 0.6},
    "data.personal_data": _yesno(0.65, 0.15, 0.2),
    "data.sensitive_data": {"none": 0.3, "health": 0.25, "children": 0.15},
    "data.consent": _yesno(0.45, 0.25, 0.3),
    "data.provenance": _yesno(0.4, 0.2, 0.4),
    "data.representative": _yesno(0.3, 0.4, 0.3),
    "labelling.done_by": {"nobody": 0.4, "own_staff": 0.25, "community": 0.1, "vendor": 0.1},
    "labelling.supplier": {"self": 0.6},
    "labelling.quality_checked": _yesno(0.5, 0.2, 0.3),
    "storage.supplier": {"self": 0.25},
    "storage.crosses_border": _yesno(0.4, 0.1, 0.5),
    "storage.encrypted": _yesno(0.7, 0.1, 0.2),
    "storage.retention_limit": _yesno(0.35, 0.25, 0.4),
    "compute.supplier": {"self": 0.25},
    "compute.hosting": {"vendor_managed": 0.55, "cloud": 0.15, "own_premises": 0.15, "device": 0.15},
    "compute.outage_effect": {"stops": 0.4, "degrades": 0.35, "none": 0.25},
    "model.supplier": {"self": 0.1},
    "model.weights": {"closed": 0.7, "open": 0.3},
    "model.access": {"inside_product": 0.6, "api": 0.2, "self_hosted": 0.2},
    "model.adaptation": {"as_is": 0.45, "prompted": 0.3, "fine_tuned": 0.15},
    "model.compressed": _yesno(0.3, 0.1, 0.6),
    "model.documentation": _yesno(0.2, 0.15, 0.65),
    "model.tested_locally": _yesno(0.25, 0.25, 0.5),
    "model.trains_on_inputs": _yesno(0.35, 0.1, 0.55),
    "model.alternative": _yesno(0.5, 0.2, 0.3),
    "monitoring.bias_tested": _yesno(0.12, 0.13, 0.75),
    "monitoring.feedback_reused": _yesno(0.25, 0.1, 0.65),
    "monitoring.update_control": _yesno(0.2, 0.2, 0.6),
    "governance.policy": _yesno(0.25, 0.25, 0.5),
    "governance.responsible_person": _yesno(0.6, 0.1, 0.3),
    "governance.impact_assessment": _yesno(0.25, 0.15, 0.6),
    "governance.people_consulted": _yesno(0.25, 0.15, 0.6),
    "governance.transparency_published": _yesno(0.2, 0.1, 0.7),
})  # fmt: skip
# Where the sector says more: field → sector → shares.
BY_SECTOR: Mapping[str, Mapping[str, Shares]] = MappingProxyType({
    "application.affected_people": {
        "health": {"patients": 0.85}, "education": {"students": 0.85}, "humanitarian": {"refugees": 0.7},
        "agriculture": {"farmers": 0.85}, "government": {"citizens": 0.8}, "business": {"customers": 0.7},
        "social_services": {"citizens": 0.35, "children": 0.3}, "civil_society": {"citizens": 0.7}, "media": {"citizens": 0.7},
    },
    "data.sensitive_data": {
        "health": {"health": 0.85}, "education": {"children": 0.5, "none": 0.35}, "humanitarian": {"legal_status": 0.5, "health": 0.2},
        "social_services": {"children": 0.3, "health": 0.3, "finance": 0.15}, "agriculture": {"none": 0.6, "location": 0.3},
        "environment": {"none": 0.8, "location": 0.15}, "media": {"none": 0.7},
    },
    "data.personal_data": {"environment": _yesno(0.1, 0.15, 0.75), "agriculture": _yesno(0.4, 0.2, 0.4), "health": _yesno(0.85, 0.1, 0.05)},
})  # fmt: skip
BY_TYPE: Mapping[str, Shares] = MappingProxyType({"yesno": _yesno(0.35, 0.2, 0.45), "entity": {"self": 0.15}})
DOES_NOT_APPLY = 0.04
SAME_AGAIN = 0.45
SAME_COUNTRY = 0.7
STRANGER = "somebody else"
ELSEWHERE = "XX"
SOMETHING = "something"


@dataclass(frozen=True, slots=True)
class Likely:
    """An answer to try. ``share``: how likely it is among those who know; None for an option, whose share the sector decides."""

    fact: Fact
    share: float | None


def answers(ref: str, spec: Field, named: Collection[str]) -> list[Likely]:
    """Answers that between them stand for all that this field can have; with ``option_shares`` they add up to 1.

    Options stand for themselves. A country is one of those ``named`` or another; an organisation is oneself, one of those named, or
    a stranger; words are just words.
    """
    if spec.options:
        found: list[tuple[Value, float | None]] = [((v,) if spec.type == "set" else v, None) for v in spec.values]
    elif spec.type == "entity":
        oneself = USUAL.get(spec.key, BY_TYPE["entity"])["self"]
        others = sorted(set(named) - {"self"})
        again = SAME_AGAIN if others else 0.0
        found = [("self", oneself), (STRANGER, (1 - oneself) * (1 - again))]
        found += [(name, (1 - oneself) * again / len(others)) for name in others]
    elif spec.type == "country":
        again = SAME_COUNTRY if named else 0.0
        found = [(ELSEWHERE, 1 - again), *((code, again / len(named)) for code in sorted(named))]
    else:
        found = [(SOMETHING, 1.0)]
    applies = 1 - DOES_NOT_APPLY
    likely = [Likely(Fact(ref, "known", v), None if share is None else share * applies) for v, share in found]
    return [*likely, Likely(Fact(ref, "not_applicable"), DOES_NOT_APPLY)]


@lru_cache(maxsize=1024)
def option_shares(key: str, sector: str) -> Shares:
    """Value → how likely it is among those who know, in this sector ("" where it is not known)."""
    spec = FIELDS[key]
    said = BY_SECTOR.get(key, {}).get(sector) or USUAL.get(key) or BY_TYPE.get(spec.type, {})
    rest = [value for value in spec.values if value not in said]
    left = max(0.0, 1.0 - sum(said.values()))
    share = {value: said.get(value, left / len(rest) if rest else 0.0) for value in spec.values}
    whole = sum(share.values()) / (1 - DOES_NOT_APPLY)
    return {value: each / whole for value, each in share.items()}
