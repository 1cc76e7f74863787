"""What an organisation is called is taken where somebody says who they are or where they work."""

from __future__ import annotations

import pytest

from vcassist.chain.facts import Chain, Fact
from vcassist.interview.ports import Reading
from vcassist.reading.naming.names import Mention
from vcassist.reading.naming.our_house import with_our_house


def house(message: str, chain: Chain | None = None) -> str | None:
    def find(text: str) -> list[Mention]:
        at = text.find("Open Letters")
        return [Mention(at, at + 12, "Open Letters", (("product", "open_letters"),))] if at >= 0 else []

    read = with_our_house(Reading((), "answer"), message, chain or Chain(), find)
    return next((str(p.value) for p in read.proposals), None)


@pytest.mark.parametrize(
    ("message", "name"),
    [
        ("oh and we r Mesa Legal Jornalera, 9 volunteers", "Mesa Legal Jornalera"),
        ("I am the head teacher of Al-Noor Grammar School here in Lahore", "Al-Noor Grammar School"),
        ("I write on behalf of the Registry of the Land and Titles Court.", "Registry of the Land and Titles Court"),
    ],
)
def test_it_is_found(message: str, name: str) -> None:
    assert house(message) == name


@pytest.mark.parametrize(
    "message",
    [
        "My daughter goes to Hill Valley School",
        "We buy from the Red Cross Shelter",
        "We are in New York City with ten people",
        "we are Open Letters, more or less",
        "we are tired of it",
    ],
)
def test_places_others_houses_and_known_names_are_none(message: str) -> None:
    assert house(message) is None


def test_a_name_that_stands_stays() -> None:
    chain = Chain().with_facts({"organisation.name": Fact("organisation.name", "known", "Kora", "Kora")})
    assert house("we are Mesa Legal Jornalera", chain) is None
