"""A name may end with a mark; nothing else that does is one."""

from __future__ import annotations

import pytest

from vcassist.chain.facts import Chain, Fact, fold
from vcassist.interview.reading import gate
from vcassist.knowledge.register import load_register
from vcassist.reading.naming.marked_names import marked
from vcassist.reading.offline import OfflineReader
from vcassist.reading.trained import open_trained

COMMON = frozenset({"great", "hello", "yes", "splash"})
NOTHING = fold([])


def names(message: str, chain: Chain = NOTHING) -> tuple[str, ...]:
    found = marked(message, chain, COMMON.__contains__)
    return found.names if found else ()


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("Zapf!, which sorts the barrels, and Keg, an app for the rota.", ("Zapf!",)),
        ("We have a thing called Splash! for the pool.", ("Splash!",)),
        ("At the front Zapf! sorts the barrels.", ("Zapf!",)),
        ("Great! that helps the crew.", ()),
        ("Hello! we are a brewery in Bern.", ()),
        ("Is it Zapf? We do not know.", ()),
    ],
)
def test_a_mark_belongs_to_a_name_where_the_words_go_on_after_it(message: str, expected: tuple[str, ...]) -> None:
    assert names(message) == expected


def test_a_known_name_with_a_mark_is_that_name_wherever_it_stands() -> None:
    known = fold([Fact("application.name", "known", "Zapf!")])
    found = marked("Zapf! is on trial. Nobody checks Zapf!.", known, COMMON.__contains__)
    assert found is not None
    assert found.text == "Zapfo is on trial. Nobody checks Zapfo."
    assert found.chain.value("application.name") == "Zapfo"


def test_the_name_is_noted_with_its_mark_and_found_again(tmp_path_factory: pytest.TempPathFactory) -> None:
    reader = OfflineReader(load_register(), open_trained(tmp_path_factory.mktemp("data"), "large"))

    def heard(message: str, asked: str | None, chain: Chain) -> list[Fact]:
        facts = gate(reader.read(message, asked, chain), message).facts
        assert all(f.quote == message[f.start : f.end] for f in facts)
        return list(facts)

    story = "We brew. Two programs: Zapf!, which sorts the barrels, and Kegly, an assistant for planning the rota."
    told = heard(story, None, NOTHING)
    values = {f.ref: f.value for f in told}
    assert values["application.name"] == "Zapf!"
    assert values["application-2.name"] == "Kegly"
    assert values["application-2.purpose"] == "planning the rota"
    answer = heard("Zapf! has been in use for years. Kegly is only on trial.", "application.lifecycle", fold(told))
    assert {f.ref: f.value for f in answer} == {"application.lifecycle": "in_use", "application-2.lifecycle": "pilot"}
