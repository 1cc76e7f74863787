"""The files of letters: each letter taken by itself bears its own name."""

from __future__ import annotations

import re

import pytest
from report_chains import from_file
from report_shelf import Shelf

from vcassist.report import format_of, render
from vcassist.report.build import build


def names(format: str, *told: tuple[str, object]) -> list[str]:
    shelf, chain = Shelf(), from_file(*told)
    suppliers = [letter.supplier for letter in build(shelf, chain, None).letters]
    return [render(app=shelf, chain=chain, format=format, supplier=s).filename for s in ("", *suppliers)]


@pytest.mark.parametrize("format", ["letter", "letter-html", "letter-md"])
def test_no_two_letters_of_one_report_download_under_one_name(format: str) -> None:
    found = names(
        format,
        ("data.supplier", "Mistral AI"),
        ("application.supplier", "Molarix Oy"),
        ("storage.supplier", "Hetzner"),
    )
    assert len(found) == len(set(found)) == 4
    assert any("-to-molarix-oy-letters." in name for name in found)
    assert {format_of(name) for name in found} == {format}


def test_names_without_plain_letters_and_names_that_come_out_alike_are_told_apart() -> None:
    found = names(
        "letter-md", ("data.supplier", "Müller"), ("application.supplier", "Muller"), ("storage.supplier", "北京云")
    )
    assert len(found) == len(set(found)) == 4 and all(name.isascii() for name in found)
    assert any(re.search(r"-to-supplier-\d-letters\.md$", name) for name in found)
