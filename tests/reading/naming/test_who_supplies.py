"""Who stands behind a named tool: the name right behind "supplier of" is whose supplier it is, and never the supplier."""

from __future__ import annotations

import time

import pytest

from vcassist.knowledge.register import load_register
from vcassist.reading.naming.names import NameFinder
from vcassist.reading.naming.who_supplies import companies, possessed, spoken_of, who_supplies, with_who_supplies
from vcassist.reading.seen import look
from vcassist.reading.stretches import unframed


def told(message: str, taken: str = "") -> dict[str, object]:
    """The values by field; ``taken``: a name that was read as the supplier's."""
    finder = NameFinder(load_register())
    seen = look(message, finder, None)
    at = message.index(taken) if taken else 0
    best = (
        {"application.supplier": seen.known("application.supplier", taken, at, at + len(taken), 0.9)} if taken else {}
    )
    return {p.ref: p.value for p in with_who_supplies(best, seen, finder.resolve).values()}


@pytest.mark.parametrize(
    "message",
    [
        "The supplier of AvalNet is Montis.",
        "AvalNet's maker is a small firm called Montis.",
        "Vendor for AvalNet: Montis",
        "The company behind AvalNet is called Montis",
        "The provider of AvalNet, as far as I know, is Montis.",
        "Montis is the developer of AvalNet.",
        "Montis are the people who make AvalNet",
        "It is Montis that makes AvalNet.",
        "Behind AvalNet stands Montis.",
        "Behind AvalNet stand the people of Montis",
        "behind AvalNet there is a company, Montis",
        "Who makes AvalNet? Montis does.",
        "Who is the supplier of AvalNet? That would be Montis.",
        "We use Montis' AvalNet for the loans.",
    ],
)
def test_the_other_name_is_the_supplier(message: str) -> None:
    assert told(message, "AvalNet")["application.supplier"] == "Montis"


@pytest.mark.parametrize(
    "message",
    ["The supplier of AvalNet is abroad.", "The maker of AvalNet won't say.", "AvalNet's vendor is in Berlin"],
)
def test_a_tool_is_not_its_own_supplier_where_nobody_else_is_named(message: str) -> None:
    assert "application.supplier" not in told(message, "AvalNet")


@pytest.mark.parametrize(
    "message",
    [
        "Behind Quillo is Claude",
        "The supplier of AvalNet is Germany",
        "The owner of AvalNet is Peter",
        "If the supplier of AvalNet is Montis, we are lucky.",
        "I don't know whether the supplier of AvalNet is Montis.",
        "Kirjuri's drafts are checked by Aino.",
        "We use Maria's AvalNet account.",
    ],
)
def test_no_person_place_or_model_is_made_one(message: str) -> None:
    assert told(message) == {}


def test_a_host_has_the_machines_and_a_model_s_maker_the_model() -> None:
    assert told("The host of AvalNet is Sahelweb.") == {"compute.supplier": "Sahelweb"}
    assert told("The developer of Llama 3 is Meta.") == {"model.supplier": "Meta"}


def test_each_of_two_has_its_own() -> None:
    message = "Telon's supplier is Escena SA and Butaca's is Cartelera."
    assert [message[b.start : b.end] for b in who_supplies(message)] == ["Escena SA", "Cartelera"]
    assert companies(message) == [(b.start, b.end) for b in who_supplies(message)]


def test_what_tells_of_its_supplier_is_no_answer_for_a_tool() -> None:
    message = "The supplier of Kora is Montis"
    at = message.index("Kora")
    assert spoken_of(message) == [(at, at + 4)]
    assert unframed(message, at, at + 4) == message


def test_a_kind_and_a_given_name_possess_nothing() -> None:
    assert [(a.text, b.text) for a, b in possessed("We use Ferrera's Nido for triage")] == [("Ferrera", "Nido")]
    assert not list(possessed("We use Kora's AI for triage"))
    assert not list(possessed("We use Maria's Nido for triage"))


def test_long_words_take_no_time() -> None:
    begins = time.process_time()
    list(who_supplies("The supplier of " + "Aa " * 900))
    list(who_supplies("Kora, " * 450 + "is the maker of"))
    spoken_of("behind Kora " * 240)
    assert time.process_time() - begins < 2


def told_of_both(message: str, maker: str) -> set[str]:
    finder = NameFinder(load_register())
    seen = look(message, finder, None)
    at = message.index(maker)
    best = {k: seen.known(k, maker, at, at + len(maker), 0.8) for k in ("application.supplier", "model.supplier")}
    return {p.ref for p in with_who_supplies(best, seen, finder.resolve).values()}


def test_who_made_a_named_model_supplies_no_tool() -> None:
    assert told_of_both("Whisper wasn't made by us, it's OpenAI's", "OpenAI") == {"model.supplier"}
    assert told_of_both("It wasn't made by us, it's OpenAI's", "OpenAI") == {"application.supplier", "model.supplier"}
