"""Of towns that bear one name the one in the organisation's own country is meant, unless another country is named with it."""

from __future__ import annotations

import pytest

from vcassist.chain.facts import Fact, fold
from vcassist.interview.ports import Proposal, Reading
from vcassist.reading.naming.towns_at_home import with_towns_at_home

HERE = fold((Fact("organisation.country", "known", "UY", "Uruguay", 0, 7, 1),))


def country(message: str, quote: str = "Salto") -> object:
    at = message.index(quote)
    read = Proposal("storage.country", "known", "BR", quote, 0.9, at, at + len(quote))
    return with_towns_at_home(Reading((read,), "answer"), message, HERE).proposals[0].value


@pytest.mark.parametrize(
    "message", ["in our building in Salto", "On our server in Salto; the copies are held in Brazil."]
)
def test_it_is_the_one_at_home(message: str) -> None:
    assert country(message) == "UY"


@pytest.mark.parametrize(("message", "quote"), [("in Salto in Brazil", "Salto"), ("in Curitiba", "Curitiba")])
def test_another_country_that_is_named_or_a_town_that_is_not_at_home_stays(message: str, quote: str) -> None:
    assert country(message, quote) == "BR"


def test_where_home_is_not_known_nothing_is_changed() -> None:
    read = Proposal("storage.country", "known", "BR", "Salto", 0.9, 3, 8)
    reading = Reading((read,), "answer")
    assert with_towns_at_home(reading, "in Salto", fold(())) == reading
