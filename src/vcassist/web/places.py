"""Where a form leads back to: the places of one assessment by name, so that no address comes from outside."""

from __future__ import annotations

import re

from vcassist.interview.session import Session

_PART = re.compile(r"part:([a-z]+(?:-[0-9]{1,4})?)")
# A fact on the page of documents.
_READ = re.compile(r"documents:(f-[0-9]{1,6}-[a-z0-9_-]{1,60})")
PLACES = {"": "#latest", "talk": "#latest", "map": "/map", "documents": "/documents#read", "report": "/report"}


def way_back(session: Session, back: str) -> str:
    """The address of ``talk``, ``map``, ``documents``, ``documents:f-3-model-name``, ``report`` or ``part:model-2``; the conversation for
    anything else.
    """
    if found := _PART.fullmatch(back):
        return f"/a/{session.id}/parts/{found[1]}"
    if found := _READ.fullmatch(back):
        return f"/a/{session.id}/documents#{found[1]}"
    return f"/a/{session.id}{PLACES.get(back, '#latest')}"
