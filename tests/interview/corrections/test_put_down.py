"""What somebody has put down for a matter by its name stands there, whatever question is open; what only states it joins what was noted."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from talks import ask, talk
from worlds import Talk

from vcassist.interview.corrections.put_down import is_an_order
from vcassist.interview.ports import Stated

ROLE, CARE = "organisation.ai_role", "data.sensitive_data"
STORY: dict[str, dict[str, Any]] = {
    "we use AI and also build it": {ROLE: (("deployer", "developer"), "we use AI and also build it")},
    "religion": {CARE: (("religion",), "religion")},
}


def members(t: Talk, ref: str) -> tuple[str, ...] | None:
    fact = t.session.chain.get(ref)
    return fact.values if fact else None


def noted() -> Talk:
    t = talk(STORY)
    t.know(application__name="Kora", organisation__ai_role=("deployer",), data__sensitive_data=("health",))
    return ask(t, "storage.encrypted")


def test_what_is_put_down_for_a_matter_stands_there() -> None:
    t = noted()
    t.say("Put down for our role that we use AI and also build it. Luana insists.")
    assert members(t, ROLE) == ("deployer", "developer")
    assert t.session.chain.get("storage.encrypted") is None


@pytest.mark.parametrize(
    "said",
    ["in the sensitive things put also religion. Health stays.", "Rosa says under sensitive data also write religion"],
)
def test_what_is_put_beside_what_is_noted_joins_it(said: str) -> None:
    t = noted()
    t.say(said)
    assert members(t, CARE) == ("health", "religion")


def test_an_order_without_a_name_is_of_what_it_states() -> None:
    t = talk()
    t.know(data__sources=("users",))
    t.tools = replace(
        t.tools, stated=lambda words: (Stated("data.sources", "purchased", 0.9),) if "bought" in words else ()
    )
    ask(t, "data.provenance").say("You may write that part of it is bought.")
    assert members(t, "data.sources") == ("users", "purchased")
    assert t.session.chain.get("data.provenance") is None


@pytest.mark.parametrize("said", ["Shall we put down for our role that we build it?", "We put the notes in a folder."])
def test_a_question_and_what_people_do_put_nothing_down(said: str) -> None:
    t = noted()
    t.say(said)
    assert members(t, ROLE) == ("deployer",)


def test_an_order_is_told_by_its_form() -> None:
    assert is_an_order("You may write that it is bought") and not is_an_order("We write that it is bought")
    for said in (
        "The law says we must record that they agreed.",
        "Note that nobody checks it.",
        "Mark in IT, he checks it",
    ):
        assert not is_an_order(said)
