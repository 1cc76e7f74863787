"""What a person decided about their words leaving this machine, kept beside the turns of the assessment.

An agreement holds for one model at one address. When either changes, it is asked anew.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from vcassist.chain.facts import Chain, Fact
from vcassist.llm.egress import Notice
from vcassist.settings import Settings

KEPT_AS = "agreement"
OWN_MODEL = "the model that vcassist itself uses"


@dataclass(frozen=True, slots=True)
class Agreement:
    """``agreed`` False is a refusal, which stands even where the installation agreed for all. ``redact``: names are masked.

    ``count``: the model's provider is to stand in the map, and to be counted among the organisation's suppliers.
    """

    agreed: bool
    model: str
    host: str
    redact: bool = False
    count: bool = False
    at: str = ""

    def fits(self, told: Notice) -> bool:
        return (self.model, self.host) == (told.model, told.host)

    def as_json(self) -> dict[str, Any]:
        return asdict(self)


def agreement_in(extra: Mapping[str, Any], told: Notice) -> Agreement | None:
    """The decision that holds for this model at this address, or None when it has not been asked about it."""
    kept = extra.get(KEPT_AS)
    if not isinstance(kept, Mapping):
        return None
    found = Agreement(
        kept.get("agreed") is True,
        str(kept.get("model", "")),
        str(kept.get("host", "")),
        kept.get("redact") is True,
        kept.get("count") is True,
        str(kept.get("at", "")),
    )
    return found if found.fits(told) else None


def may_leave(settings: Settings, told: Notice, kept: Agreement | None) -> bool:
    """Whether words of this assessment may go to the model: it is local, or sending was agreed and not refused here."""
    if not told.remote:
        return True
    return kept.agreed if kept is not None else settings.egress == "agreed"


def must_ask(settings: Settings, told: Notice, kept: Agreement | None) -> bool:
    """Whether the person is still to be asked."""
    return told.remote and settings.reading != "offline" and settings.egress != "agreed" and kept is None


def provider_facts(told: Notice, kept: Agreement | None, chain: Chain, noted: Iterable[Fact] = ()) -> tuple[Fact, ...]:
    """The model that vcassist itself uses, as a component of its own, once its provider is to be counted and is not yet.

    It waits until the organisation's own model is in the chain, which is the first of its kind. ``noted`` is all that was ever
    noted: a person who took it away again does not get it back.
    """
    if kept is None or not (kept.agreed and kept.count) or not told.company or not chain.mentioned("model"):
        return ()
    name = told.model.partition(":")[2]
    there = chain.mentioned("model")
    if any(fact.note == OWN_MODEL and fact.value == name for fact in noted):
        return ()
    if any(chain.value(f"{m}.name") == name and chain.value(f"{m}.supplier") == told.company for m in there):
        return ()
    component = chain.another("model")
    said = {"name": name, "supplier": told.company, "access": "api"}
    return tuple(
        Fact(f"{component}.{field}", "known", value, source="form", note=OWN_MODEL) for field, value in said.items()
    )
