"""A chip is noted by its name alone; what a cloud calls a rented machine is none."""

from __future__ import annotations

import pytest

from vcassist.chain.facts import Fact
from vcassist.interview.answers.chips import chip_only


def chip(words: str) -> str | None:
    found = chip_only(Fact("compute.accelerator", "known", words, words, 3, 3 + len(words), 1))
    return None if found is None else str(found.value)


@pytest.mark.parametrize("words", ["xlarge", "g6.xlarge", '"g6.xlarge" is the instance type', "2xlarge"])
def test_a_rented_machine_is_no_chip(words: str) -> None:
    assert chip(words) is None


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("NVIDIA L4", "NVIDIA L4"),
        ("chip is L4", "L4"),
        ("the chips are an H100", "H100"),
        ("RTX 6000", "RTX 6000"),
        ("NVIDIA L4, the instance type is g6.xlarge", "NVIDIA L4"),
        ("small NVIDIA card", "small NVIDIA card"),
    ],
)
def test_a_chip_is_its_name(words: str, name: str) -> None:
    assert chip(words) == name
