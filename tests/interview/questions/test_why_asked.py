"""A "why" that names another question is answered with the reason of that one."""

from __future__ import annotations

import pytest

from vcassist.interview.questions.why_asked import asked_about_earlier
from vcassist.interview.session import Awaiting, Session, Turn

OPEN = Session(
    "s", "2026-01-01", (Turn(0), Turn(1, said="we use Lumo", awaiting=Awaiting("application.outage_effect")))
)


@pytest.mark.parametrize(
    ("said", "key"),
    [
        ("Why do you need to know who bought it?", "application.sourcing"),
        ("why did you want to know who paid for it?", "application.sourcing"),
        ("why is it important whom it affects?", "application.affected_people"),
    ],
)
def test_another_question_is_named(said: str, key: str) -> None:
    found = asked_about_earlier(OPEN, said)
    assert found is not None
    assert found.key == key


@pytest.mark.parametrize("said", ["why do you ask?", "why do you need to know what happens to the service?", "why?"])
def test_the_open_question_is_meant(said: str) -> None:
    assert asked_about_earlier(OPEN, said) is None
