"""Who told what something costs, or what went wrong, hears that it is kept, then and when they ask."""

from __future__ import annotations

import pytest
from talks import ask, talk

from vcassist.interview import phrases


def test_a_cost_and_an_incident_are_said_to_be_kept_in_their_words() -> None:
    t = ask(talk(), "governance.policy")
    assert "for the report: “We pay 44 euros a month”" in t.say("We pay 44 euros a month.").reply
    reply = t.say("We had one near miss in June, a double dose.").reply
    assert "What went wrong there I keep in your words" in reply and "near miss in June" in reply


def test_who_asks_for_it_is_told_what_is_kept() -> None:
    t = ask(talk(), "governance.policy")
    t.say("We pay 44 euros a month.")
    t.say("We had one near miss in June.")
    reply = t.say("Did you note the cost and the incident?").reply
    assert "44 euros a month" in reply and "near miss in June" in reply


@pytest.mark.parametrize(
    ("asks", "subject"), [("did you write down what we pay?", "cost"), ("have you noted the incident?", "incident")]
)
def test_what_nobody_told_is_not_said_to_be_kept(asks: str, subject: str) -> None:
    t = ask(talk(), "governance.policy")
    assert phrases.BESIDES_NOT_NOTED[subject] in t.say(asks).reply


def test_nobody_who_tells_a_cost_is_asked_what_to_change() -> None:
    t = talk()
    t.know(governance__policy="yes")
    reply = ask(t, "governance.exit_clause").say("I meant the cost of OUR server, 44 euros a month.").reply
    assert "in your words" in reply and "What should it be" not in reply
