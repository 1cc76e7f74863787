"""Names of further tools that nothing announces: things are told from people, places and companies, and where that is open it is asked."""

from __future__ import annotations

import pytest

from vcassist.reading.naming.newcomers import MOST, newcomers
from vcassist.reading.text import Span

COMMON = {"maria", "excel", "payroll", "translations"}


def found(message: str, chance: float = 0.6, known: tuple[str, ...] = ("Kora",)) -> list[tuple[str, bool]]:
    said = newcomers(message, known, (), lambda word: word in COMMON, lambda part: chance)
    return [(new.name, new.sure) for new in said]


@pytest.mark.parametrize(
    ("message", "name"),
    [
        ("Quillo, which drafts the court letters, is new.", "Quillo"),
        ("plus Quillo, it drafts the court letters", "Quillo"),
        ("I forgot Pillbox. It reminds patients of their tablets.", "Pillbox"),
        ("For pictures of leaves the officers open Blattwerk.", "Blattwerk"),
        ("Payroll runs through Lohnix, which flags odd hours.", "Lohnix"),
        ("Besides Kora the co-op bought Kuhauge, a camera that spots lame cows.", "Kuhauge"),
        ("PlantPal tells apart the pests.", "PlantPal"),
    ],
)
def test_words_that_are_said_of_things_make_a_name_a_tool_s(message: str, name: str) -> None:
    assert found(message, chance=0.0) == [(name, True)]


@pytest.mark.parametrize(
    ("message", "name"),
    [
        ("And Clerky writes our emails.", "Clerky"),
        ("Then there's Shiftly for rotas.", "Shiftly"),
        ("For letters we have Brevio.", "Brevio"),
        ("The marking is done with Gradely.", "Gradely"),
        ("Kashka drafts the replies to parents", "Kashka"),
    ],
)
def test_a_name_that_only_does_a_tool_s_work_may_be_one(message: str, name: str) -> None:
    assert found(message) == [(name, False)]


def test_a_name_that_does_what_no_tool_is_likely_to_do_is_passed_over() -> None:
    assert found("Akello reads the pictures.", chance=0.1) == []


@pytest.mark.parametrize(
    "message",
    [
        "And Salome writes our emails by hand.",
        "Then there's Zuzana for the rotas, she does them on paper",
        "Marek signs them off",
        "Maria plans the rounds.",
        "Nurse Tilda plans the rounds.",
        "Ward Linde plans the rounds.",
        "Kisumu sends the hard cases.",
        "It was paid for by Lighthouse, which funds clinics.",
        "We work with Brightwater, which hosts websites.",
        "The board would like to use Tilda for rotas next year.",
        "We used to have Tilda for rotas but that's gone.",
        "My sister's school uses Tilda to mark homework.",
        "Kora plans the rounds.",
        "Samaki they call it.",
        "Uy, that one I do not know.",
        "Retina scans are graded by software.",
        "Hotlineo for trafficked workers.",
        "It is from a crowd called Sentry.",
        "Procured through MedTrack, the Accra distributor.",
        "Ordered via TechBridge last spring.",
    ],
)
def test_people_places_companies_plans_and_what_is_known_are_no_new_tools(message: str) -> None:
    assert found(message, chance=0.9) == []


def test_a_name_that_heads_an_answer_as_known_ones_do_is_a_tool_s() -> None:
    assert found("Kora: always. Shiftly: never.", chance=0.0) == [("Shiftly", True)]
    assert found("Address: Main Road. Shiftly: never.", chance=0.0) == []
    assert found("Kora: Nadia. Maria: she signs.", chance=0.0) == []


def test_the_words_of_its_work_are_its_purpose() -> None:
    said = {
        "And Clerky writes our emails too.": "writes our emails",
        "Then there's Shiftly for the rotas.": "rotas",
        "For pictures of leaves the officers open Blattwerk.": "pictures of leaves",
        "Payroll runs through Lohnix, which flags odd hours.": "flags odd hours",
    }
    for message, task in said.items():
        (new,) = newcomers(message, (), (), lambda word: word in COMMON, lambda part: 0.6)
        assert new.task is not None and new.task.text == task == message[new.task.start : new.task.end]


def test_a_tale_of_many_names_is_judged_a_bounded_number_of_times() -> None:
    asked: list[Span] = []

    def likely(part: Span) -> float:
        asked.append(part)
        return 0.0

    names = [f"Qu{a}{b}o" for a in "aeiou" for b in "bcdfg"]
    list(newcomers(" ".join(f"{name} plans the rounds." for name in names), (), (), lambda word: False, likely))
    assert 1 <= len(asked) <= MOST


@pytest.mark.parametrize(
    ("message", "name"),
    [
        ("Zorbit decides who gets overtime.", "Zorbit"),
        ("And Fenwick picks whose application is read first.", "Fenwick"),
        ("UKG hands out overtime.", "UKG"),
        ("Marlo orders the lists. It's the council's.", "Marlo"),
    ],
)
def test_a_name_whose_work_bears_on_people_is_asked_after_however_unlikely_it_seems(message: str, name: str) -> None:
    assert found(message, chance=0.0) == [(name, False)]


def test_somebody_who_does_something_is_told_by_the_word_right_behind_the_name() -> None:
    assert found("The company uses Zorbit, it decides who gets overtime.") == [("Zorbit", True)]
    assert found("Sorcha, who writes the letters, is ill.") == []


@pytest.mark.parametrize(
    "message",
    ["Sorcha drafts the letters in Kora.", "And Lualhati takes the photos with Kora", "AlphaChat supplies Kora."],
)
def test_who_works_with_a_known_tool_or_supplies_it_is_none(message: str) -> None:
    assert found(message) == []


def test_a_name_that_the_register_knows_is_sure_to_be_a_tool_s() -> None:
    said = newcomers(
        "And Clerky writes our emails.",
        ("Kora",),
        (),
        lambda word: False,
        lambda part: 0.6,
        lambda name: name == "Clerky",
    )
    assert [(new.name, new.sure) for new in said] == [("Clerky", True)]


def test_what_is_used_for_one_task_and_another_for_a_second_are_two_tools() -> None:
    used = "We use Kora to tell weeds from a photo, and Zed Schrift for the letters."
    assert found(used, chance=0.0) == [("Zed Schrift", False)]
    assert found("We use Kora to tell weeds, and Maria for the letters.") == []


def test_what_is_said_to_be_a_tool_is_one_and_who_makes_one_is_none() -> None:
    assert found("Kora makes our rosters and AskZed is a chatbot that tells mothers what to do.") == [("AskZed", True)]
    assert found("You forgot Tiyeni Digital, they make AskZed.") == []


def test_what_stands_beside_a_known_tool_with_who_made_it_is_another() -> None:
    assert found("We like Kora, and Zedo, which our nurse built, too.", chance=0.0) == [("Zedo", True)]
