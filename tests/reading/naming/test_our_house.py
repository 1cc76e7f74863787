"""What an organisation is called is taken where somebody says who they are or where they work."""

from __future__ import annotations

import pytest

from vcassist.chain.facts import Chain, Fact, fold
from vcassist.interview.ports import Proposal, Reading
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
        ("Nurse here, Mtendere Health Centre, Malawi. We use CAD4TB", "Mtendere Health Centre"),
        ("im from the town hal of Villa Quinua in Peru", "town hal of Villa Quinua"),
        ("Milica here, municipal administration of Donja Reka, Serbia", "municipal administration of Donja Reka"),
        ("we do a youth radio thing in Hull called Loud Corridor. we use a bot", "Loud Corridor"),
        ("I am with Ngaio Blind Advocacy in New Zealand", "Ngaio Blind Advocacy"),
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
        "I'm from New Zealand",
        "I'm with Sister Agnes, she does the computers.",
        "We work with UNICEF, Red Cross Society, and others",
        "Our records come from the registry of Kenya",
        "We run a voice agent called Amina for mothers",
        "We have a colleague named Ahmed Ali",
        "We run a small tool for notes called Zana",
        "We have a bot called Kora, clinic in Accra",
        "we are Open Letters, more or less",
        "we are tired of it",
    ],
)
def test_places_others_houses_and_known_names_are_none(message: str) -> None:
    assert house(message) is None


def test_a_name_that_stands_stays() -> None:
    chain = Chain().with_facts({"organisation.name": Fact("organisation.name", "known", "Kora", "Kora")})
    assert house("we are Mesa Legal Jornalera", chain) is None


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("btw org is Ndihma Labs, bot is Ndihma, dont mix em", "Ndihma Labs"),
        ("and for the org put Ndihma Labs, sector software", "Ndihma Labs"),
        (
            "The name of our association is wrong, it is Filoi me Patousses Patras, no company",
            "Filoi me Patousses Patras",
        ),
    ],
)
def test_whose_name_it_is_may_stand_right_before_it(said: str, name: str) -> None:
    supplied = Proposal(
        "application.supplier", "known", name, name, 0.8, said.index(name), said.index(name) + len(name)
    )
    read = with_our_house(Reading((supplied,), "other"), said, Chain(), lambda text: ())
    assert [(p.ref, p.value) for p in read.proposals] == [("organisation.name", name)]


def test_a_name_that_stands_is_set_right_by_it() -> None:
    chain = fold([Fact("organisation.name", "known", "Filoi", "Filoi")])
    read = with_our_house(Reading((), "other"), "Our association is called Filoi me Patousses", chain, lambda text: ())
    assert read.intent == "correction" and read.proposals[0].value == "Filoi me Patousses"


@pytest.mark.parametrize("said", ["Our school is Catholic", "our charity is in Leeds", "The company is Jobly Works"])
def test_what_a_house_is_or_who_supplies_is_not_its_name(said: str) -> None:
    assert with_our_house(Reading((), "other"), said, Chain(), lambda text: ()).proposals == ()
