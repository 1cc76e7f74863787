"""What stands already, said once more beside the question, is met as that."""

from __future__ import annotations

import pytest
from talks import Talk, ask, talk


def of_a_vendor(said: str, **read: tuple[object, str]) -> Talk:
    t = talk({said: {ref.replace("__", "."): value for ref, value in read.items()}})
    t.know(**{"application.name": "SmartMatch", "application.supplier": "Jobly", "organisation.country": "GB"})
    return ask(t, "application.outage_effect")


def test_what_stands_is_said_back_and_the_question_put_again() -> None:
    t = of_a_vendor("It comes from Jobly.", application__supplier=("Jobly", "Jobly"))
    t.say("It comes from Jobly.")
    reply = t.session.turns[-1].reply
    assert "it comes from Jobly" in reply and "would you rather say" not in reply
    assert t.session.asked == "application.outage_effect"


@pytest.mark.parametrize(
    "said",
    [
        "Jobly told the trainers in the spring that the whole matching would one day move elsewhere",
        "Would Jobly tell us?",
    ],
)
def test_a_message_that_says_much_more_or_asks_is_not_taken_for_that(said: str) -> None:
    t = of_a_vendor(said, application__supplier=("Jobly", "Jobly"))
    t.say(said)
    assert "so it is noted" not in t.session.turns[-1].reply
    assert "That is what I have" not in t.session.turns[-1].reply
