"""By which word people call a thing of a longer name."""

from __future__ import annotations

import pytest

from vcassist.interview.parts.short_names import head_of, heads_in


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
    assert list(heads_in("GPT-4o", "We use GPT Builder and GPT-3")) == []


def test_it_is_found_where_it_is_said() -> None:
    assert list(heads_in("DAX Copilot", "If DAX is down, they type. DAX, too")) == [(3, 6), (27, 30)]
