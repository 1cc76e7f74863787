"""The rows of the map of a chain: one for each part that was told of, each supplier, and what these rest on by public record."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from vcassist.assessment.register import Register
from vcassist.chain.facts import Chain, kind_of
from vcassist.chain.fields import FIELDS, KIND_TITLES, fields_of
from vcassist.report.drawings.svg import fitted, width_of
from vcassist.web.beneath import Beneath
from vcassist.web.words import country_name, value_in_words

TOP, GAP = 8.0, 8.0
# Heights of a part, of a part on a crowded map, and of the other rows, in the drawing's own pixels.
TALL, LOW = 52.0, 32.0
HEIGHTS = {"gap": 34.0, "heading": 34.0, "supplier": 34.0, "public": 28.0, "more": 26.0}
MANY = 16
TITLE_SIZE, NOTE_SIZE = 14.0, 12.0
# A further line in a row, from one mark to the next, and what stays free at both ends of a row and between two texts in it.
LINE, MARK, FREE = 14.0, 7.5, 36.0


@dataclass(frozen=True, slots=True)
class Row:
    """One thing on the map. ``kind``: part, gap, supplier, public, more or heading; ``at`` is its middle.

    ``state`` of a part tells of its supplier: named, own, unknown, withheld, unasked, absent, or "" where it has none.
    ``marks`` are its fields in order: known, open or unasked. ``told`` says all of it in a sentence. ``apart`` is set where marks or
    note have no room beside the words and stand on a line of their own.
    """

    kind: str
    id: str
    title: str
    label: str = ""
    note: str = ""
    state: str = ""
    marks: tuple[str, ...] = ()
    told: str = ""
    apart: bool = False
    y: float = 0.0
    height: float = 0.0

    @property
    def at(self) -> float:
        return self.y + self.height / 2


def below_each_other(rows: Sequence[Row], room: float) -> tuple[Row, ...]:
    """The rows one below the other, their titles cut to the room there is."""
    placed, y = [], TOP
    for row in rows:
        apart = _beside(row) > room
        height = (row.height or HEIGHTS[row.kind]) + (LINE if apart else 0)
        # A heading that does not fit has a shorter one.
        long = row.kind == "heading" and width_of(row.title, TITLE_SIZE) > room
        title = (row.label if long else "") or fitted(
            row.title, room - (0 if row.kind == "heading" else 24), TITLE_SIZE
        )
        note = fitted(row.note, room - 24, NOTE_SIZE)
        placed.append(replace(row, title=title, note=note, apart=apart, y=y, height=height))
        y += height + GAP
    return tuple(placed)


def _beside(row: Row) -> float:
    """The room that a row's words need with its marks, or its note, beside them; 0 where nothing is to stand beside them."""
    if row.marks:
        words = width_of(row.label, NOTE_SIZE) if row.label else width_of(row.title, TITLE_SIZE)
        return words + MARK * len(row.marks) + FREE
    if row.note and row.kind != "part":
        return width_of(row.title, TITLE_SIZE) + width_of(row.note, NOTE_SIZE) + FREE
    return 0.0


def part_rows(chain: Chain, parts: Sequence[str], room: float) -> list[Row]:
    """A row for each component, or a gap where it was not talked about yet; ``room`` is a box's width in pixels."""
    rows = []
    for component in parts:
        if component in chain.mentioned(kind_of(component)):
            rows.append(_part(chain, component, len(parts) > MANY, room))
        else:
            kind, note = KIND_TITLES[kind_of(component)], "not talked about yet"
            rows.append(Row("gap", component, kind, note=note, state="unasked", told=f"{kind}: {note}"))
    return rows


def _part(chain: Chain, component: str, crowded: bool, room: float) -> Row:
    kind = kind_of(component)
    label = chain.title(component, named=False)
    state, words = _supplier_state(chain, component)
    absent = state == "absent"
    country = chain.value(f"{component}.country") if f"{kind}.country" in FIELDS else None
    note = ", ".join(filter(None, (words, f"in {country_name(country)}" if country else "")))
    facts = [chain.get(f"{component}.{spec.name}") for spec in fields_of(kind)]
    marks = tuple("unasked" if fact is None else "open" if fact.open else "known" for fact in facts)
    name = "" if absent else _called(chain, component)
    full = f"{label}: {name}" if name else label
    told = ". ".join(filter(None, (full, note, "" if absent else f"{marks.count('known')} of {len(marks)} known")))
    if crowded:
        return Row("part", component, full, state=state, told=told, height=LOW)
    shown = () if absent else marks
    note = fitted(note, room - 34, NOTE_SIZE)
    return Row("part", component, name or label, label if name else "", note, state, shown, told, height=TALL)


def _called(chain: Chain, component: str) -> str:
    """What a part is called: its name, else what it was described as, else how it is run."""
    kind = kind_of(component)
    for name in ("name", "description", "hosting"):
        fact = chain.get(f"{component}.{name}") if f"{kind}.{name}" in FIELDS else None
        if fact is not None and fact.value:
            words = value_in_words(fact.ref, fact.value)
            return words[:1].upper() + words[1:]
    return ""


def _supplier_state(chain: Chain, component: str) -> tuple[str, str]:
    """(state, how the map says it) of a part's supplier; the words are empty where its line says it."""
    if chain.absent(component):
        return "absent", "there is none"
    if f"{kind_of(component)}.supplier" not in FIELDS:
        return "", ""
    fact = chain.get(f"{component}.supplier")
    if fact is None:
        return "unasked", ""
    if fact.status == "known":
        return ("own", "your own") if fact.value == "self" else ("named", "")
    if fact.status == "not_applicable":
        return "", ""
    return fact.status, "supplier not known" if fact.status == "unknown" else "supplier not told"


def supplier_rows(chain: Chain, register: Register, supplied: Mapping[str, Sequence[str]]) -> list[Row]:
    """A heading, and a row for each supplier of ``supplied`` (name → the components that it supplies)."""
    rows = [Row("heading", "suppliers", "Who supplies it")] if supplied else []
    for name, parts in supplied.items():
        known = register.supplier(name)
        country = country_name(known.country) if known and known.country else ""
        count = f"{len(parts)} parts" if len(parts) > 1 else ""
        told = f"{name} supplies {', '.join(chain.title(c) for c in parts)}"
        note = ", ".join(filter(None, (country if known else "not in the register", count)))
        rows.append(Row("supplier", name, name, note=note, state="" if known else "strange", told=told))
    return rows


def public_rows(shown: Sequence[Beneath], more: int) -> list[Row]:
    """A heading, a row for each organisation beneath, and one that says how many ``more`` there are."""
    rows = [Row("heading", "public", "What they rest on, by public record", "By public record")] if shown else []
    for each in shown:
        told = f"{', '.join(each.ways)} rest{'s' if len(each.ways) == 1 else ''} on {each.name}"
        rows.append(
            Row("public", each.id, each.name, note=country_name(each.country) if each.country else "", told=told)
        )
    if more > 0:
        rows.append(Row("more", "more", f"and {more} more"))
    return rows
