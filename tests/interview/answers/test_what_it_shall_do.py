"""What a tool shall do has the order of words of a question, and asks nothing."""

from __future__ import annotations

import pytest
from talks import ask, talk

from vcassist.interview.answers.what_it_shall_do import tells_what_it_shall_do

PURPOSE = "application.purpose"


@pytest.mark.parametrize(
    ("sentence", "tells"),
    [
        ("will put the talk as captions on the tablets", True),
        ("it is going to sort our letters, I hope.", True),
        ("will you sort our letters", False),
        ("will our letters be sold", False),
        ("would help us?", False),
    ],
)
def test_nobody_stands_between_its_verbs(sentence: str, tells: bool) -> None:
    assert tells_what_it_shall_do(sentence, PURPOSE) is tells
    assert not tells_what_it_shall_do(sentence, "governance.policy")


def test_it_is_noted_and_not_answered() -> None:
    said = "will put the teacher's talking as captions on the children's tablets I believe"
    work = said[len("will ") : said.index(" I believe")]
    t = talk({said: {PURPOSE: (work, work)}})
    t.know(**{"application.name": "Vasara"})
    ask(t, PURPOSE)
    t.say(said)
    assert t.session.chain.value(PURPOSE) == work
    assert t.session.turns[-1].intent == "answer"
