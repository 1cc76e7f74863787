"""A fact that was confirmed says in the pages what the person said yes to."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient

from vcassist.app import App
from vcassist.chain.facts import Fact
from vcassist.interview.session import Awaiting, Turn

FACT = Fact("application.affected_people", "known", ("patients",), "Yes", 0, 3, 2, source="confirmed")


@pytest.mark.parametrize(
    ("old", "told"),
    [
        ("The front desk", "understood from “The front desk”, confirmed by you"),
        (None, "public record, confirmed by you"),
    ],
)
def test_own_words_and_public_records_are_told_apart(client: TestClient, vc: App, here: str, old, told) -> None:
    asked = Awaiting(FACT.ref, "confirm", old, ["patients"])
    vc.store.append(
        here[3:], Turn(1, said="The front desk writes.", reply="So?", awaiting=asked, at="2026-11-28T10:00:00+00:00")
    )
    vc.store.append(here[3:], Turn(2, said="Yes", facts=(FACT,), reply="Good.", at="2026-11-28T10:01:00+00:00"))
    text = client.get(f"{here}/parts/application").text
    assert told in text and ("public record" in text) == (old is None)
