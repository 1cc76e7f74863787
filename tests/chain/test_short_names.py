"""By which word people call a thing of a longer name."""

from __future__ import annotations

import pytest

from vcassist.chain.short_names import head_of, says_name, short_places, tail_of, with_it_for


@pytest.mark.parametrize(
    ("name", "head"),
    [
        ("DAX Copilot", "DAX"),
        ("ConvNeXt-Tiny", "ConvNeXt"),
        ("LinguaDesk Pro", "LinguaDesk"),
        ("Google Translate", ""),
        ("Face Match", ""),
        ("Trint", ""),
        ("AI Desk", ""),
    ],
)
def test_a_first_word_that_is_written_as_no_common_one_stands_for_the_name(name: str, head: str) -> None:
    assert head_of(name) == head


def test_before_another_name_it_is_part_of_that() -> None:
    assert list(short_places("GPT-4o", "We use GPT Builder and GPT-3")) == []


def test_it_is_found_where_it_is_said() -> None:
    assert list(short_places("DAX Copilot", "If DAX is down, they type. DAX, too")) == [(3, 6), (27, 30)]


@pytest.mark.parametrize(
    ("name", "tail"),
    [
        ("Microsoft 365 Copilot", "Copilot"),
        ("GitHub Copilot", "Copilot"),
        ("Google Translate", ""),
        ("Llama 3.1", ""),
        ("Trint", ""),
    ],
)
def test_a_last_word_that_is_no_kind_of_thing_stands_for_the_name(name: str, tail: str) -> None:
    assert tail_of(name) == tail


def test_a_name_is_said_whole_or_by_its_first_or_last_word() -> None:
    assert says_name("Microsoft 365 Copilot", "we leave Copilot on") and says_name(
        "Microsoft 365 Copilot", "microsoft 365 copilot it is"
    )
    assert not says_name("Microsoft 365 Copilot", "we pay for GitHub Copilot")


def test_the_longest_name_is_turned_into_it_first() -> None:
    assert with_it_for("Zoho Desk told her, and zoho too.", ["Zoho", "Zoho Desk"]) == "it told her, and it too."
    assert with_it_for("Kora's answer, korale", ["Kora"]) == "it's answer, korale"
