"""The receipts of what left this machine: one a call to a remote model, kept beside the turns of an assessment. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from typing import Any

KEPT_AS = "egress"
_WORDS = ("time", "provider", "model", "to", "country", "digest")
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class Receipt:
    """One call that left. ``time`` is ISO 8601 UTC; ``digest`` is the SHA-256 of all that was sent (prompt, words, schema)."""

    time: str
    provider: str
    model: str
    to: str
    country: str
    bytes: int
    digest: str

    def as_json(self) -> dict[str, Any]:
        return asdict(self)


def receipts_in(extra: Mapping[str, Any]) -> tuple[Receipt, ...]:
    """The receipts, oldest first; what is not in their form is left out, since a session may come from a file."""
    kept = extra.get(KEPT_AS)
    if not isinstance(kept, list):
        return ()
    return tuple(Receipt(**{f.name: item[f.name] for f in fields(Receipt)}) for item in kept if _sound(item))


def with_receipt(extra: Mapping[str, Any], receipt: Receipt) -> dict[str, Any]:
    return {**extra, KEPT_AS: [*(r.as_json() for r in receipts_in(extra)), receipt.as_json()]}


def _sound(item: Any) -> bool:
    if not isinstance(item, Mapping) or type(item.get("bytes")) is not int:
        return False
    return all(isinstance(item.get(name), str) and len(item[name]) <= _LONGEST for name in _WORDS)
