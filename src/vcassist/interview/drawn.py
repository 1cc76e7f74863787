"""Dependencies that a person drew between parts of the chain: kept beside the turns, as pairs of what rests on what. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

KEPT_AS = "dependencies"


def drawn_in(extra: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    """(what rests, what it rests on) of each, in the order in which they were drawn."""
    kept = extra.get(KEPT_AS)
    return tuple((str(one), str(other)) for one, other in kept) if isinstance(kept, list) else ()
