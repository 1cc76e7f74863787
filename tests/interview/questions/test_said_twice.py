"""Who says for the second time that they do not know has answered, whatever they ask beside it."""

from __future__ import annotations

from talks import ask, talk


def test_who_said_already_that_they_do_not_know_has_answered() -> None:
    t = talk()
    t.know(application__name="Northchat")
    said = "I said already, no idea. What is a model?"
    ask(t, "model.access").say(said)
    fact = t.session.chain.get("model.access")
    assert fact is not None and fact.status == "unknown"


def test_who_asks_what_it_is_may_know_once_they_hear_it() -> None:
    t = talk()
    t.know(application__name="Northchat")
    ask(t, "model.access").say("What is a model? No idea.")
    assert t.session.chain.get("model.access") is None
