"""A no that is of what was told before answers nothing that is asked."""

from __future__ import annotations

import pytest
from talks import Talk, ask, talk


def with_no_consent() -> Talk:
    t = talk()
    t.know(**{"application.name": "Northchat", "data.consent": "no"})
    return t


@pytest.mark.parametrize("said", ["no no no they did not agree I told you", "No, they never agreed, I told you."])
def test_a_no_of_what_was_told_answers_nothing_else(said: str) -> None:
    t = ask(with_no_consent(), "model.tested_locally")
    t.say(said)
    assert t.session.chain.get("model.tested_locally") is None
    assert "no consent" in t.session.turns[-1].reply


@pytest.mark.parametrize("said", ["No, nobody did.", "No, it was never tested, I told you.", "no"])
def test_a_no_to_what_is_asked_is_one(said: str) -> None:
    t = ask(with_no_consent(), "model.tested_locally")
    t.say(said)
    fact = t.session.chain.get("model.tested_locally")
    assert fact is not None and fact.value == "no"
