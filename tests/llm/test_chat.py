"""How long the configured model is waited for: by where it is and who waits, or as set."""

from __future__ import annotations

import pytest

from vcassist.errors import BadUsage
from vcassist.llm.chat import limits_of, open_chat
from vcassist.settings import Settings, read_settings

HERE = {"VCASSIST_MODEL": "openai:local", "VCASSIST_MODEL_URL": "http://127.0.0.1:9/v1", "VCASSIST_MODEL_KEY": "none"}
AWAY = {"VCASSIST_MODEL": "openai:some", "VCASSIST_MODEL_KEY": "none"}


def settings(**more: str) -> Settings:
    return read_settings(more)


def test_one_person_waits_long_for_a_model_of_their_own_and_many_do_not() -> None:
    alone, hosted = limits_of(settings(**HERE)), limits_of(settings(**HERE, VCASSIST_MODE="hosted"))
    assert (alone.seconds, hosted.seconds) == (120.0, 30.0)
    assert limits_of(settings(**AWAY)).seconds < hosted.seconds


@pytest.mark.parametrize("where", [HERE, AWAY])
def test_what_is_set_counts_wherever_the_model_is(where: dict[str, str]) -> None:
    chosen = settings(**where, VCASSIST_MODEL_SECONDS="7")
    assert open_chat(chosen).circuit.limits.seconds == 7.0


@pytest.mark.parametrize("wrong", ["601", "-1", "ten", "1.5", "٣٫٥"])
def test_no_time_that_cannot_be_meant_is_taken(wrong: str) -> None:
    with pytest.raises(BadUsage, match="VCASSIST_MODEL_SECONDS"):
        settings(**HERE, VCASSIST_MODEL_SECONDS=wrong)
