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


def test_a_no_to_what_was_understood_is_none_to_what_is_asked() -> None:
    said = "no I meant the tool, and nobody"
    t = talk({said: {"governance.responsible_person": ("no", "no")}})
    t.know(application__name="Northchat")
    ask(t, "governance.responsible_person").say(said)
    assert t.session.chain.get("governance.responsible_person") is None


def test_a_no_that_points_at_another_matter_in_its_sentence_is_of_that() -> None:
    said = "and rules no, I never saw any"
    t = talk(
        {said: {"governance.policy": ("no", "rules no"), "governance.responsible_person": ("no", "I never saw any")}}
    )
    t.know(application__name="Northchat")
    ask(t, "governance.responsible_person").say(said)
    chain = t.session.chain
    assert chain.get("governance.responsible_person") is None and chain.get("governance.policy") is not None
