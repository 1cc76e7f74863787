"""What is told before a case of which somebody asks whether it counts stands."""

from __future__ import annotations

import pytest
from talks import ask, talk

from vcassist.chain.facts import Fact
from vcassist.interview.heard import Heard
from vcassist.interview.ports import Reading
from vcassist.interview.questions.asking import Parts
from vcassist.interview.questions.beside import beside
from vcassist.interview.session import Awaiting


@pytest.mark.parametrize(
    ("said", "noted"),
    [
        ("No. Nothing is encrypted. The zip files have a password, does that count?", True),
        ("No. Nothing is encrypted. The zip files have a password. Does that count?", True),
        ("The zip files are encrypted by a password, does that count?", False),
    ],
)
def test_an_answer_before_the_case_stands(said: str, noted: bool) -> None:
    t = ask(talk(), "storage.encrypted")
    t.say(said)
    assert (t.session.chain.get("storage.encrypted") is not None) is noted


def test_who_says_what_to_write_has_not_asked_what_it_means() -> None:
    t = ask(talk(), "governance.policy")
    t.say("let us say no, not really")
    assert t.session.chain.value("governance.policy") == "no"


@pytest.mark.parametrize(
    ("asks", "stands"),
    [
        ("Could they move it elsewhere?", True),
        ("Whether it could move?", True),
        ("What is another provider?", False),
        ("Whether they may train on our letters?", False),
        ("Is that the same as a cloud, or what does it mean?", False),
    ],
)
def test_who_says_the_question_back_and_does_not_know_has_answered(asks: str, stands: bool) -> None:
    said = f"{asks} I don't know."
    shrug = Fact("compute.alternative", "unknown", None, "I don't know", len(asks) + 1, len(said) - 1)
    parts = Parts(tells=" " * len(asks) + " I don't know.", asks=asks)
    heard = beside(Heard(facts=(shrug,), reading=Reading((), "answer")), parts, said, Awaiting(shrug.ref), lambda question: None)  # fmt: skip
    assert heard.asks == asks
    assert (heard.facts == (shrug,)) is stands
