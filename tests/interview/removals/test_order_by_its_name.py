"""A part that is ordered out by its name, its number or as the one without a name goes, whatever the encoder for notes makes of the order."""

from __future__ import annotations

from dataclasses import replace

import pytest
from talks import ask, talk

from vcassist.interview.ports import Touch


@pytest.mark.parametrize(
    "said",
    [
        "Please take away this second tool. There is only Kora.",
        "There is no application 2, friend.",
        "Delete the nameless one.",
        "Take out tool 2, please",
    ],
)
def test_the_second_tool_goes_that_is_ordered_out(said: str) -> None:
    t = talk()
    t.know(**{"application.name": "Kora", "application-2.sourcing": "vendor"})
    t.tools = replace(t.tools, touches=lambda say, asked, notes: [Touch() for _ in notes])
    ask(t, "application-2.decision_role").say(said)
    assert t.session.chain.mentioned("application") == ("application",)
