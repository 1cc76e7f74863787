"""Turns that were written anew take the place of what was kept, in the same step as the turn that did it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from vcassist.errors import Conflict
from vcassist.interview.ports import Store
from vcassist.interview.session import Session, Turn

TURNS = (Turn(0, reply="Hello."), Turn(1, said="Mrs Banda lost her flat."))


def test_words_that_were_struck_are_not_kept(store: Store) -> None:
    store.create(Session("s", "2026-11-24T10:00:00+00:00", TURNS), "hash")
    anew = replace(TURNS[1], said="[taken out]")
    store.append("s", Turn(2, said="take that out"), None, (anew,))
    assert [t.said for t in store.load("s").turns] == ["", "[taken out]", "take that out"]
    with pytest.raises(Conflict):
        store.append("s", Turn(2, said="late"), None, (replace(anew, said="lost"),))
    assert store.load("s").turns[1].said == "[taken out]"
