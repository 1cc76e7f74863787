"""A known name is an answer to the question for one, however unsure it is told."""

from __future__ import annotations

import pytest

from vcassist.interview.ports import Reading
from vcassist.reading.naming.by_hearsay import with_name_by_hearsay
from vcassist.reading.naming.names import Mention


def named(message: str, asked: str | None = "model.name") -> str | None:
    def find(text: str) -> list[Mention]:
        names = (("chatgpt", "product"), ("GPT-4o", "model"), ("Whisper", "model"))
        found = [(text.find(name), name, kind) for name, kind in names if name in text]
        return [Mention(at, at + len(name), name, ((kind, name.lower()),)) for at, name, kind in found]

    read = with_name_by_hearsay(Reading((), "answer"), message, asked, find)
    return next((str(p.value) for p in read.proposals), None)


@pytest.mark.parametrize(
    ("message", "name"),
    [
        ("i think chatgpt? someone said its chatgpt underneath", "chatgpt"),
        ("my nephew says it is GPT-4o", "GPT-4o"),
        ("I think behind VoxRead is Whisper, the man said", "Whisper"),
        ("maybe GPT-4o", "GPT-4o"),
        ("somebody at the demo said GPT-4o, so put that", "GPT-4o"),
    ],
)
def test_it_is_taken(message: str, name: str) -> None:
    assert named(message) == name


@pytest.mark.parametrize(
    "message",
    [
        "it is not GPT-4o",
        "my boss uses chatgpt at home",
        "I think it is GPT-4o or Whisper",
        "they used to say it is chatgpt",
        "do you think it is GPT-4o?",
    ],
)
def test_what_is_denied_another_s_or_one_of_two_is_not(message: str) -> None:
    assert named(message) is None


def test_nothing_is_taken_where_no_name_was_asked_for() -> None:
    assert named("my nephew says it is GPT-4o", "application.human_review") is None
    assert named("my nephew says it is GPT-4o", None) is None
