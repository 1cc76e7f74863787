"""What the organisation decided about findings: kept beside the turns by the finding's id, so that it outlives every assessment. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from vcassist.errors import BadInput

# State → how it is said to people. "open" is what a finding is without a decision.
STATES: Mapping[str, str] = MappingProxyType(
    {
        "open": "not decided yet",
        "in_progress": "in progress",
        "mitigated": "mitigated",
        "accepted": "accepted as it is",
        "false_alarm": "a false alarm",
    }
)
KEY = "decisions"


def decisions_in(extra: Mapping[str, Any]) -> dict[str, dict[str, str]]:
    """Finding id → ``{"state", "note", "at"}`` (ISO 8601, UTC) of what is kept beside the turns."""
    kept = extra.get(KEY)
    return {str(k): dict(v) for k, v in kept.items()} if isinstance(kept, Mapping) else {}


def with_decision(extra: Mapping[str, Any], finding_id: str, decision: Mapping[str, str]) -> dict[str, Any]:
    """The same with one decision more; the state "open" takes one back. Raises BadInput for a state that there is not."""
    if decision["state"] not in STATES:
        raise BadInput(f"A decision cannot be {decision['state'][:40]!r}.", f"It is one of: {', '.join(STATES)}.")
    others = {k: v for k, v in decisions_in(extra).items() if k != finding_id}
    return {**extra, KEY: others if decision["state"] == "open" else {**others, finding_id: dict(decision)}}


def state_in_words(state: str) -> str:
    return STATES.get(state, state)
