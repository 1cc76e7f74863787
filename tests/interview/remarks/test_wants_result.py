"""Who is tired or called away and asks for what was found ends the talk; the wish alone is a question like others."""

from __future__ import annotations

import pytest

from vcassist.interview.remarks.goodbyes import closes_the_talk
from vcassist.interview.remarks.wants_result import goes_with_the_result


@pytest.mark.parametrize(
    "said",
    [
        "I am tired, baby is coming. Thank you, can I have the report?",
        "I've a bell to ring, so give me what you've got.",
        "I am finished now tell me in few words what you have found so that I can tell the members on sunday",
        "stop please tell me in few words what you found",
        "Enough. What did you find?",
        "i have to go, show me the report",
        "I am cold and the radio is calling, give me what you have",
    ],
)
def test_a_reason_to_go_and_a_wish_for_the_result_close_all_of_the_message(said: str) -> None:
    assert closes_the_talk(said) == 0


def test_what_is_told_before_is_told() -> None:
    said = "No, UK only as far as I'm told. I've a bell to ring, so give me what you've got."
    assert goes_with_the_result(said) == said.index("I've a bell")


@pytest.mark.parametrize(
    "said",
    [
        "can I have the report?",
        "Where is the report kept?",
        "They give the results to the doctor, I am tired of it.",
        "The baby is coming every month for a check and the app tells what it found.",
        "I have a colleague to check it, she gives me the results.",
        "What is the result of a test worth?",
        "Everything is here in Kenya. What is the report for?",
        "Never, the nurses have no time for it. What is in the report?",
        "I have a question to ask: can you show me what you have noted so far?",
        "I'm done with that one. What is the summary for?",
    ],
)
def test_neither_alone_closes(said: str) -> None:
    assert goes_with_the_result(said) is None
