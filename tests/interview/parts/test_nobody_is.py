"""What a message names and nobody is or uses is not noted."""

from __future__ import annotations

import pytest
from talks import ask, talk

from vcassist.chain.facts import Fact
from vcassist.interview.parts.nobody_is import called_only_another, without_what_nobody_is


def left(said: str, ref: str, value: str, asked: str = "storage.encrypted") -> bool:
    t = talk()
    t.know(application__name="Northchat", organisation__name="St Brigid's")
    start = said.index(value) if value in said else 0
    fact = Fact(ref, "known", value, value, start, start + len(value), 9)
    return bool(without_what_nobody_is((fact,), said, ask(t, asked).session))


@pytest.mark.parametrize(
    ("said", "ref", "value"),
    [
        ("We're not government, in case you have us as a county council", "organisation.sector", "government"),
        ("we're a Catholic parish", "organisation.name", "Catholic parish"),
        ("that's a different app", "application.name", "different app"),
    ],
)
def test_what_is_denied_or_only_said_of_a_kind_goes(said: str, ref: str, value: str) -> None:
    assert not left(said, ref, value)


@pytest.mark.parametrize(
    ("said", "ref", "value"),
    [
        ("We are government, not a charity", "organisation.sector", "government"),
        ("we're Catholic Parish Clara now", "organisation.name", "Catholic Parish Clara"),
        ("it's Differently", "application.name", "Differently"),
    ],
)
def test_what_is_told_stays(said: str, ref: str, value: str) -> None:
    assert left(said, ref, value)


def test_the_system_that_data_comes_from_is_no_tool_unless_it_is_used() -> None:
    assert not left("from our records system, PowerSchool", "application-2.name", "PowerSchool", "data.sources")
    assert left("from PowerSchool, which we use too", "application-2.name", "PowerSchool", "data.sources")
    assert left("we also use PowerSchool", "application-2.name", "PowerSchool", "data.sources")


def test_only_a_name_can_be_called_another() -> None:
    assert called_only_another(Fact("model.name", "known", "another model", "another model"))
    assert not called_only_another(Fact("application.purpose", "known", "another model", "another model"))
