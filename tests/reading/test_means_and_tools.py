"""Names that only serve or could replace something are no parts, and names are no purpose."""

from __future__ import annotations

import pytest

from vcassist.interview.ports import Proposal
from vcassist.reading.naming.serving import is_a_means, sifted, without_names


def named(message: str, *names: str, ref: str = "application.name") -> list[Proposal]:
    places = [(name, message.index(name)) for name in names]
    return [Proposal(ref, "known", name, name, 0.9, at, at + len(name)) for name, at in places]


@pytest.mark.parametrize(
    ("message", "names", "left"),
    [
        ("Ajo was built on Claude via Amazon Bedrock", ("Ajo", "Amazon Bedrock"), ["Ajo"]),
        ("it is built on Claude, reached over Amazon Bedrock", ("Amazon Bedrock",), []),
        ("the disk is encrypted with BitLocker", ("BitLocker",), []),
        ("we could swap to Kora any day", ("Kora",), []),
        ("we'd go back to Excel and WhatsApp", ("Excel", "WhatsApp"), []),
        ("we went over to Kora last year", ("Kora",), ["Kora"]),
        ("we reach everything through Kora", ("Kora",), ["Kora"]),
        ("we built it with Botwerk", ("Botwerk",), []),
        ("we made the bot in Botwerk", ("Botwerk",), []),
        ("ours is a small model thru botwerk", ("botwerk",), []),
        ("botwerk isnt a different bot", ("botwerk",), []),
        ("Botwerk is just the builder", ("Botwerk",), []),
        ("the posters are made with Kora", ("Kora",), ["Kora"]),
        ("Kora is a platform for pupils", ("Kora",), ["Kora"]),
        ("the rotas go through Kora", ("Kora",), ["Kora"]),
    ],
)
def test_what_only_serves_or_could_replace_is_left_out(message: str, names: tuple[str, ...], left: list[str]) -> None:
    assert [p.value for p in sifted(named(message, *names), message, "storage.country")] == left


def test_asked_for_a_name_a_name_stands() -> None:
    message = "encrypted with BitLocker"
    assert sifted(named(message, "BitLocker"), message, "application.name")


def test_names_are_no_purpose() -> None:
    message = "Kora and Nyota"
    purpose = Proposal("application.purpose", "known", message, message, 0.9, 0, len(message))
    assert sifted([*named(message, "Kora", "Nyota"), purpose], message, "application.purpose") == named(
        message, "Kora", "Nyota"
    )
    message = "Kora for rotas"
    purpose = Proposal("application.purpose", "known", "rotas", "rotas", 0.9, 9, 14)
    assert purpose in sifted([*named(message, "Kora"), purpose], message, "application.purpose")
    assert without_names([purpose], [(0, 4)]) == [purpose]


def test_a_means_is_told_by_what_stands_before_it() -> None:
    assert is_a_means("Nuru is our bot, built with Botwerk", 28)
    assert is_a_means("backed up by Acronis", 13) and not is_a_means("minutes by Acronis", 11)
