"""What is told before a case of which somebody asks whether it counts stands."""

from __future__ import annotations

import pytest
from talks import ask, talk


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
