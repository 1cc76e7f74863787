"""A message in which nothing was heard is called one of another matter only where it is that."""

from __future__ import annotations

from dataclasses import replace

import pytest
from talks import Talk, ask, talk

from vcassist.chain.facts import Chain
from vcassist.interview import phrases
from vcassist.interview.ports import Reading, Wanted


class Nothing:
    """Hears nothing in any message."""

    def read(self, message: str, asked: str | None, chain: Chain) -> Reading:
        return Reading((), "other")


def begun(off: float) -> Talk:
    t = talk()
    t.know(application__name="TriageMate")
    wants = Wanted("offtopic", 0.1, "", 0.1, off_topic=off)
    t.tools = replace(t.tools, reader=Nothing(), wanted=lambda sentence, asked: wants)
    return ask(t, "storage.encrypted")


@pytest.mark.parametrize(("off", "words"), [(0.9, phrases.OFF_TOPIC), (0.01, phrases.NOTHING_IN_IT)])
def test_only_another_matter_is_called_that(off: float, words: tuple[str, ...]) -> None:
    reply = begun(off).say("The roof has leaked since the harvest.").reply
    assert any(phrase in reply for phrase in words)


def test_who_is_back_is_welcome() -> None:
    assert phrases.WELCOME_BACK in begun(0.01).say("One moment, the bell. Okay, I'm back.").reply
