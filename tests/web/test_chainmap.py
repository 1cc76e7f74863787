"""The map's layout: rows in order, one line a supplier, gaps where nothing is known, and nothing drawn over anything."""

from __future__ import annotations

from itertools import pairwise

import pytest

from vcassist.app import App
from vcassist.chain.facts import Chain, chain_from_json
from vcassist.report.drawings.svg import width_of
from vcassist.web.beneath import ways_told
from vcassist.web.chainmap import MOST_PUBLIC, NARROW, WIDTH, ChainMap, chain_map

CLINIC = {
    "application.name": "Chat",
    "application.supplier": "OpenAI",
    "model.name": "GPT-4o",
    "model.supplier": "OpenAI",
    "compute.supplier": "Microsoft",
    "storage.supplier": "self",
    "storage.country": "KE",
}


def chain(facts: dict[str, object], **statuses: str) -> Chain:
    known = [{"ref": ref, "value": value} for ref, value in facts.items()]
    return chain_from_json({"facts": known + [{"ref": r.replace("__", "."), "status": s} for r, s in statuses.items()]})


def drawn(vc: App, facts: dict[str, object], **statuses: str) -> ChainMap:
    return chain_map(chain(facts, **statuses), vc.register)


def row(map_: ChainMap, id_: str):
    return next(r for r in map_.rows if r.id == id_)


def test_what_was_not_talked_about_is_a_gap(vc: App) -> None:
    made = drawn(vc, {})
    assert {r.kind for r in made.rows} == {"gap"} and made.lines == () and made.beneath == ()


def test_a_suppliers_line_runs_past_all_it_supplies_and_on_to_what_it_rests_on(vc: App) -> None:
    made = drawn(vc, CLINIC)
    line = next(line for line in made.lines if line.supplier == "OpenAI")
    assert [stop.y for stop in line.said] == [row(made, "application").at, row(made, "model").at]
    assert line.y == row(made, "OpenAI").at and row(made, "OpenAI").note == "United States, 2 parts"
    assert line.public and all(stop.y > line.y for stop in line.public)
    assert line.weight > next(line for line in made.lines if line.supplier == "Microsoft").weight


def test_the_lowest_of_the_public_record_is_what_all_stands_on(vc: App) -> None:
    made = drawn(vc, CLINIC)
    public = [r.id for r in made.rows if r.kind == "public"]
    assert len(public) == MOST_PUBLIC and public[-1] == "asml" and "tsmc" in public
    assert sum(r.kind == "more" for r in made.rows) == 1 and len(made.beneath) > MOST_PUBLIC


@pytest.mark.parametrize(
    ("statuses", "state", "words"),
    [
        ({"data__supplier": "unknown"}, "unknown", "supplier not known"),
        ({"data__supplier": "withheld"}, "withheld", "supplier not told"),
        ({"data__consent": "unknown"}, "unasked", ""),
    ],
)
def test_an_unknown_supplier_is_a_gap_on_its_part(vc: App, statuses: dict[str, str], state: str, words: str) -> None:
    part = row(drawn(vc, {}, **statuses), "data")
    assert (part.kind, part.state, part.note) == ("part", state, words)


def test_own_and_absent_parts_have_no_line(vc: App) -> None:
    from vcassist.chain.fields import fields_of

    none = {f"labelling__{f.name}": "not_applicable" for f in fields_of("labelling") if f.name != "done_by"}
    made = drawn(vc, {**CLINIC, "labelling.done_by": ["nobody"]}, **none)
    assert row(made, "storage").state == "own" and row(made, "storage").note == "your own, in Kenya"
    assert row(made, "labelling").state == "absent" and "there is none" in row(made, "labelling").told
    assert {line.supplier for line in made.lines} == {"OpenAI", "Microsoft"}


def test_marks_tell_known_open_and_unasked_apart(vc: App) -> None:
    marks = row(drawn(vc, {"storage.country": "KE"}, storage__encrypted="unknown"), "storage").marks
    assert sorted(marks) == ["known", "open", "unasked", "unasked", "unasked"]


def test_a_name_outside_the_register_says_so(vc: App) -> None:
    assert row(drawn(vc, {"model.supplier": "Tiba Labs"}), "Tiba Labs").note == "not in the register"


def test_dependencies_that_a_person_drew_and_feedback_are_arcs(vc: App) -> None:
    told = chain({**CLINIC, "monitoring.feedback_reused": "yes", "data.description": "letters"})
    made = chain_map(told, vc.register, [("application", "storage"), ("application", "model-9")])
    assert [arc.kind for arc in made.arcs] == ["drawn", "feedback"]
    assert (made.arcs[0].start, made.arcs[0].end) == (row(made, "application").at, row(made, "storage").at)
    assert made.arcs[1].start > made.arcs[1].end and "whether it is watched is open" in made.arcs[1].told


def many(number: int) -> dict[str, object]:
    kinds = ("application", "data", "storage", "compute", "model", "labelling")
    refs = [f"{kinds[n % 6]}{f'-{n // 6 + 1}' if n >= 6 else ''}.supplier" for n in range(number)]
    return {ref: f"Supplier {at % 25}" for at, ref in enumerate(refs)}


@pytest.mark.parametrize("facts", [CLINIC, many(12), many(60)])
def test_no_row_covers_another_and_every_line_stays_on_the_sheet(vc: App, facts: dict[str, object]) -> None:
    made = drawn(vc, facts)
    assert all(a.y + a.height <= b.y for a, b in pairwise(made.rows))
    xs = [line.x for line in made.lines]
    assert xs == sorted(set(xs)) and made.right < xs[0] and xs[-1] < made.width
    assert made.right - made.left > 200 and made.rows[-1].y + made.rows[-1].height <= made.height


def test_each_way_of_the_list_leads_from_a_supplier_to_where_it_ends(vc: App) -> None:
    made = drawn(vc, CLINIC)
    for told in ways_told(made.beneath, vc.register):
        assert told["ways"]
        for way in told["ways"]:
            assert way[0].start.name in ("OpenAI", "Microsoft") and way[-1].end.id == told["id"]
            assert all(a.end.id == b.start.id for a, b in pairwise(way))


# The drawing is as wide as a phone of 320 pixels leaves room for, so that its sizes are pixels there.
PHONE = 320 - 2 * 16


def test_on_a_phone_nothing_is_scaled_down_and_everything_can_be_pressed(vc: App) -> None:
    for count in (1, 2, 9):
        suppliers = {
            f"application{f'-{n}' if n > 1 else ''}.supplier": f"Supplier number {n}" for n in range(1, count + 1)
        }
        made = chain_map(chain({**CLINIC, **suppliers}), vc.register, width=NARROW)
        assert made.width <= PHONE and made.right - made.left > 120
        assert made.right < made.lines[0].x and made.lines[-1].x < made.width
        assert all(row.height >= 24 for row in made.rows)


def test_what_has_no_room_beside_the_words_stands_below_them(vc: App) -> None:
    facts = {"application.name": "AfyaTriage", "application.supplier": "Tiba Laboratories", "model.supplier": "OpenAI"}
    narrow, wide = (chain_map(chain(facts), vc.register, width=width) for width in (NARROW, WIDTH))
    for id_, apart in (("application", True), ("Tiba Laboratories", True), ("OpenAI", False)):
        assert row(narrow, id_).apart is apart and row(wide, id_).apart is False, id_
        assert row(narrow, id_).height > row(wide, id_).height or not apart
        room = narrow.right - narrow.left
        for text, size in ((row(narrow, id_).title, 14.0), (row(narrow, id_).note, 12.0)):
            assert width_of(text, size) <= room - 24


def test_no_heading_runs_into_the_lines(vc: App) -> None:
    made = chain_map(chain({"model.supplier": "OpenAI"}), vc.register, width=NARROW)
    headings = [r.title for r in made.rows if r.kind == "heading"]
    assert headings and all(width_of(title, 14.0) <= made.right - made.left for title in headings)
