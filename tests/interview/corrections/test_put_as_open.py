"""An order to note that something is not known is of the answer given last, and leaves the question that is open."""

from __future__ import annotations

import pytest
from talks import Talk, answered, ask, talk, waits


def told_of_encryption() -> Talk:
    """A talk in which encryption was answered last, and a fallback is asked for now."""
    t = answered("storage.encrypted", "yes", application__name="Northchat")
    return ask(t, "application.alternative")


def status(t: Talk, ref: str) -> str | None:
    fact = t.session.chain.get(ref)
    return fact.status if fact else None


@pytest.mark.parametrize(
    "said",
    [
        "no, set it to unknown",
        "I did not mean that. Put it as unknown please.",
        "I never asked them. Mark that as not known.",
        "don't write yes there, I am not sure",
        "why yes? I just said I don't know the encryption thing",
    ],
)
def test_the_last_answer_is_left_open_and_the_question_stays(said: str) -> None:
    t = told_of_encryption()
    t.say(said)
    assert status(t, "storage.encrypted") == "unknown" and status(t, "application.alternative") is None
    assert waits(t) == ("application.alternative", "again")


def test_a_dont_know_that_was_said_then_and_was_not_heard_is_taken() -> None:
    t = answered("storage.encrypted", "I guess yes", application__name="Northchat")
    ask(t, "application.alternative").say("I said I don't know")
    assert status(t, "storage.encrypted") == "unknown" and status(t, "application.alternative") is None


@pytest.mark.parametrize("said", ["Put it as unknown please.", "I said I don't know technical things."])
def test_without_a_protest_it_is_of_the_question_that_is_open_or_of_nothing(said: str) -> None:
    t = told_of_encryption()
    t.say(said)
    assert status(t, "storage.encrypted") == "known"


@pytest.mark.parametrize(
    "said", ["I told you, I don't know the model.", "we put it down as an unknown cost", "put that nobody knows"]
)
def test_what_names_another_matter_or_gives_no_order_changes_nothing(said: str) -> None:
    t = told_of_encryption()
    t.say(said)
    assert status(t, "storage.encrypted") == "known"


def test_a_value_that_is_not_to_be_put_goes_unless_another_is_told() -> None:
    t = talk()
    t.know(application__name="Northchat")
    ask(t, "storage.country").say("Kenya")
    ask(t, "application.alternative").say("don't put Kenya, I only guessed")
    assert status(t, "storage.country") == "unknown"
