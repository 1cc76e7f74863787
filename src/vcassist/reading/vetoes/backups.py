"""Tells names and places of a backup from those of the data: a copy abroad says nothing of where the data are. Pure."""

from __future__ import annotations

import re

# What says where data are kept and machines stand, which a backup's place is taken for.
PLACES = frozenset({"storage.country", "storage.supplier", "compute.country", "compute.supplier", "compute.hosting"})
_BACKUP = r"(?:back-?ups?|back(?:s|ed|ing)? (?:\w+ )?up|(?:spare|second|safety|security|off-?site|mirror|extra) cop(?:y|ies)|mirrored|replicas?|replicated)"
# From the backup to what is named, with no word of the data themselves between: "a backup on Hetzner, Germany".
_OF_A_BACKUP = re.compile(
    rf"(?P<before>[^.;!?\n]*)\b{_BACKUP}\b(?:(?!\b(?:data|files?|records?|originals?|main|live|primary|rest|database|itself)\b)[^.;!?\n])*$",
    re.I,
)
# "Data and backups are kept in Norway": both.
_BOTH = re.compile(
    r"\b(?:data|files?|records?|originals?|everything|database|storage|servers?)(?:\s(?:and|plus|with|including)|,)\s(?:(?:all|its|their|the|our|of) )*(?:\w+ )?$",
    re.I,
)
_ITS_NAME = re.compile(rf"[^.;!?\n]*\b{_BACKUP}\b", re.I)


def of_a_backup(text: str, start: int, end: int) -> bool:
    """Whether what stands at a place in a text is told of a backup alone."""
    within = _ITS_NAME.match(text[start:end])
    found = _OF_A_BACKUP.search(text[: start + within.end() if within else start])
    return (
        found is not None
        and not _BOTH.search(found["before"])
        and not (within and _BOTH.search(text[: start + within.start()]))
    )
