"""A message in another language is known by its letters; English in its many kinds, names and code are read."""

from __future__ import annotations

import sys

import pytest

from vcassist.reading.language import foreign


@pytest.mark.parametrize(
    "message",
    [
        "Ginagamit namin ito para sagutin ang mga tanong ng mga pasyente.",
        "Usamos isto para responder às famílias, ninguém verifica.",
        "Tunatumia mashine hii kuwajibu wakulima kila siku.",
        "Ezzel a programmal írjuk a leveleket a tagoknak.",
        "Bu makine hastaların sorularına cevap veriyor.",
        "Nou itilize machin sa a pou reponn moun yo.",
        "Nous nous en servons pour les malades.",
        "Мы отвечаем на письма родителей.",
        "Notez que toutes les données sont chiffrées.",
    ],
)
def test_another_language_is_known(message: str) -> None:
    assert foreign(message)


@pytest.mark.parametrize(
    "message",
    [
        "we dey use am every day, oga just dey shout am for meeting",
        "zero labeler zero salary zero problem",
        "Document it: per file or per batch?",
        "Raspberry Pi 5, YAMNet int8, LoRa uplink, MQTT broker",
        "Tok Pisin no, mi laik English, we use it for the farmers",
        "Nope. Neck.",
        "",
    ],
)
def test_english_in_its_many_kinds_is_read(message: str) -> None:
    assert not foreign(message)


def test_a_name_that_was_asked_for_may_be_of_any_language() -> None:
    assert not foreign("Associação dos Pescadores de Santa Luzia", "organisation.name")
    assert foreign("Associação dos pescadores que usam a máquina todos os dias", "organisation.name")


def test_what_is_plainly_english_does_not_open_the_library(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "py3langid.langid", None)
    assert not foreign("We use it for the letters to the parents, and I read each of them first.")
