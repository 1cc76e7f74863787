"""The drawings: safe under a strict CSP, with the same content in words, for every chain."""

from __future__ import annotations

import re
from typing import Any
from xml.etree import ElementTree

import pytest
from report_chains import ODD_NAMES, all_unknown, empty, from_file, large, named, ordinary_session, tiny
from report_shelf import Shelf

from vcassist.chain.facts import Fact, fold
from vcassist.report.build import build
from vcassist.report.drawings import drawings
from vcassist.report.drawings.network import chain_maps
from vcassist.report.drawings.svg import fitted, width_of, wrapped


def test_the_alternative_text_of_the_map_counts_in_plain_words() -> None:
    def told(*suppliers: tuple[str, str, str | None]) -> str:
        facts = [Fact(f"{kind}.supplier", status, value) for kind, status, value in suppliers]  # type: ignore[arg-type]
        return drawings(build(Shelf(), fold(facts)))["map"][0].alt

    assert told(("model", "known", "TSMC")).startswith(
        "1 part of the chain, its one outside supplier and 1 organisation that this supplier rests on by public records."
    )
    both = told(("model", "withheld", None), ("storage", "known", "ASML"))
    assert both.startswith(
        "2 parts of the chain, their one outside supplier and a box for suppliers that are withheld."
    )
    assert told(("model", "known", "self")).startswith("1 part of the chain. ")


@pytest.mark.parametrize(
    "chain", [tiny(), all_unknown(), large(), ordinary_session().chain, *(named(n) for n in ODD_NAMES.values())]
)
def test_svg_is_well_formed_titled_and_free_of_style_and_script(chain: Any, shelf: Shelf) -> None:
    for place in drawings(build(shelf, chain)).values():
        for drawn in place:
            root = ElementTree.fromstring(drawn.svg)
            found = list(root.iter())
            assert not [e for e in found if "style" in e.attrib or e.tag.endswith(("}style", "}script", "}a"))]
            assert root.find("{http://www.w3.org/2000/svg}title") is not None and drawn.alt
            assert all(len(row) == len(drawn.header) for row in drawn.rows)


def test_nothing_is_drawn_of_nothing(shelf: Shelf) -> None:
    assert drawings(build(shelf, empty())) == {"map": (), "matrix": (), "bars": (), "changes": ()}


def test_a_long_chain_becomes_several_maps_that_fit_a_page(shelf: Shelf) -> None:
    maps = drawings(build(shelf, large()))["map"]
    assert len(maps) > 1 and all(m.height < 1.45 * m.width for m in maps)
    assert len({m.name for m in maps}) == len(maps)


def test_the_words_of_the_map_tell_who_supplies_what_and_how_that_is_known(shelf: Shelf) -> None:
    (drawn,) = drawings(build(shelf, ordinary_session().chain))["map"]
    assert ("GPT-4o", "supplied by", "OpenAI", "said") in drawn.rows
    assert ("OpenAI", "runs on", "Microsoft", "register, as of 2026-01-15") in drawn.rows


def test_long_names_are_shortened_to_their_box() -> None:
    assert width_of(fitted("x" * 500, 100, 12), 12) <= 100
    assert all(width_of(line, 12) <= 100 for line in wrapped("河畔诊所 " * 40, 100, 12))


def test_whoever_supplies_a_part_on_another_drawing_stands_where_its_arrows_lead(shelf: Shelf) -> None:
    names = ["Microsoft", *(f"Firm {n}" for n in range(2, 20))]
    suppliers = [(f"application{f'-{n}' if n > 1 else ''}.supplier", name) for n, name in enumerate(names, 1)]
    report = build(shelf, from_file(*suppliers, ("model.supplier", "OpenAI")))
    *_, last = chain_maps(report.chain_map)
    assert "OpenAI" in last.svg and "Microsoft" in last.svg, "OpenAI runs on Microsoft, which supplies another part"
    boxes = {
        (float(x), float(y))
        for x, y in re.findall(r'<rect x="([\d.]+)" y="([\d.]+)" width="\d+" height="38"', last.svg)
    }
    ends = [(float(x), float(y)) for x, y in re.findall(r"[ C]([\d.]+) ([\d.]+)\"[^>]*marker-end", last.svg)]
    # An arrow ends a hair's breadth before a box's left side, at its middle.
    assert len(ends) > 3 and all((x + 1, y - 19) in boxes for x, y in ends)
