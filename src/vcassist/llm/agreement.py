"""What a person decided about their words leaving this machine, kept beside the turns of the assessment.

An agreement holds for one model at one address. When either changes, it is asked anew.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from vcassist.llm.egress import Notice
from vcassist.settings import Settings

KEPT_AS = "agreement"


@dataclass(frozen=True, slots=True)
class Agreement:
    """``agreed`` False is a refusal, which stands even where the installation agreed for all. ``redact``: names are masked."""

    agreed: bool
    model: str
    host: str
    redact: bool = False
    at: str = ""

    def fits(self, told: Notice) -> bool:
        return (self.model, self.host) == (told.model, told.host)

    def as_json(self) -> dict[str, Any]:
        return {"agreed": self.agreed, "model": self.model, "host": self.host, "redact": self.redact, "at": self.at}


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
