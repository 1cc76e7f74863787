"""The map of a chain as positions: a list of what it has, with one line a supplier running down beside it.

Read from top to bottom: the parts that the person told of, their suppliers, and what these rest on by the register.
A supplier's line is full where the person named it and broken where public records go on; what is not known stays a gap.
Nothing here knows colours: the template draws it, the style sheet colours it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from vcassist.assessment.graph import feedback_loops
from vcassist.assessment.register import Register
from vcassist.assessment.suppliers import SUPPLIER_KINDS
from vcassist.chain.facts import Chain, kind_of
from vcassist.chain.fields import FIELDS, KIND_TITLES, fields_of
from vcassist.report.drawings.svg import fitted
from vcassist.web.beneath import Beneath, shared_beneath, shown_of
from vcassist.web.words import country_name, value_in_words

# From what people meet down to what it stands on.
ORDER = ("application", "model", "compute", "data", "labelling", "storage", "monitoring")
WIDTH, TOP, GAP = 400, 8.0, 8.0
# Heights of a part, of a part on a crowded map, and of the other rows, in the drawing's own pixels.
TALL, LOW = 52.0, 32.0
HEIGHTS = {"gap": 34.0, "heading": 34.0, "supplier": 34.0, "public": 28.0, "more": 24.0}
MANY, MOST_PUBLIC = 16, 9
TITLE_SIZE, NOTE_SIZE = 14.0, 12.0


@dataclass(frozen=True, slots=True)
class Row:
    """One thing on the map. ``kind``: part, gap, supplier, public, more or heading; ``at`` is its middle.

    ``state`` of a part tells of its supplier: named, own, unknown, withheld, unasked, absent, or "" where it has none.
    ``marks`` are its fields in order: known, open or unasked. ``told`` says all of it in a sentence.
    """

    kind: str
    id: str
    title: str
    label: str = ""
    note: str = ""
    state: str = ""
    marks: tuple[str, ...] = ()
    told: str = ""
    y: float = 0.0
    height: float = 0.0

    @property
    def at(self) -> float:
        return self.y + self.height / 2


@dataclass(frozen=True, slots=True)
class Stop:
    """Where a line touches a row: a part that is supplied, or an organisation rested on, perhaps ``through`` others."""

    y: float
    through: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """One supplier's line at ``x``: full from its first part to its own row at ``y``, broken from there on."""

    supplier: str
    x: float
    y: float
    said: tuple[Stop, ...]
    public: tuple[Stop, ...]

    @property
    def weight(self) -> float:
        """Thicker the more rests on one supplier."""
        return min(5.0, 1.4 + 0.6 * len(self.said))


@dataclass(frozen=True, slots=True)
class Arc:
    """A link between two parts: ``drawn`` by the person, or ``feedback`` that flows back."""

    kind: str
    x: float
    start: float
    end: float
    told: str


@dataclass(frozen=True, slots=True)
class ChainMap:
    """The drawing. ``left`` and ``right`` are the edges of its boxes; ``told`` describes it in a sentence."""

    height: float
    left: float
    right: float
    rows: tuple[Row, ...]
    lines: tuple[Line, ...]
    arcs: tuple[Arc, ...]
    beneath: tuple[Beneath, ...]
    told: str
    width: int = WIDTH


@dataclass(frozen=True, slots=True)
class _Link:
    kind: str
    start: str
    end: str
    told: str


def chain_map(
    chain: Chain, register: Register, drawn: Sequence[tuple[str, str]] = (), most_public: int = MOST_PUBLIC
) -> ChainMap:
    """Lays a chain out. ``drawn`` are (what rests, what it rests on) as the person drew them.

    At most ``most_public`` organisations of the public record are drawn; ``beneath`` has them all.
    """
    parts = [component for kind in ORDER for component in chain.components(kind)]
    supplied = suppliers_of(chain, register, parts)
    beneath = shared_beneath(register, supplied)
    shown = shown_of(beneath, most_public)
    links = _links(chain, drawn, parts)
    pitch = max(5.0, min(13.0, 120 / max(1, len(supplied))))
    left = 30 + 9.0 * len(links)
    right = WIDTH - (18 + pitch * len(supplied) if supplied else 10)
    rows = _placed(
        [
            *_part_rows(chain, parts, right - left),
            *_supplier_rows(chain, register, supplied),
            *_public_rows(shown, len(beneath) - len(shown)),
        ],
        right - left,
    )
    end = rows[-1].y + rows[-1].height + 10
    return ChainMap(
        height=end,
        left=left,
        right=right,
        rows=rows,
        lines=_lines(rows, supplied, shown, right, pitch),
        arcs=_arcs(rows, links),
        beneath=tuple(beneath),
        told=_told(chain, supplied, beneath),
    )


# --- what there is ----------------------------------------------------------------------------------------------------


def suppliers_of(chain: Chain, register: Register, parts: Iterable[str]) -> dict[str, list[str]]:
    """Each outside supplier that was named → the parts it supplies, in the order of the parts."""
    found: dict[str, list[str]] = {}
    names: dict[str, str] = {}
    for component in parts:
        value = chain.value(f"{component}.supplier") if kind_of(component) in SUPPLIER_KINDS else None
        if value and value != "self":
            name = names.setdefault(register.same_key(value), register.canonical(value))
            found.setdefault(name, []).append(component)
    return found


def _links(chain: Chain, drawn: Sequence[tuple[str, str]], parts: Sequence[str]) -> list[_Link]:
    found = [_Link("drawn", a, b, f"{chain.title(a)} rests on {chain.title(b)}, drawn by you") for a, b in drawn]
    watched = {True: "and it is watched", False: "and nobody watches it", None: "whether it is watched is open"}
    for loop in feedback_loops(chain):
        told = f"What comes out flows back from {chain.title(loop.path[-2])} to {chain.title(loop.path[0])}, {watched[loop.guarded]}"
        found.append(_Link("feedback", loop.path[-2], loop.path[0], told))
    return [link for link in found if link.start in parts and link.end in parts]


# --- rows -------------------------------------------------------------------------------------------------------------


def _placed(rows: Sequence[Row], room: float) -> tuple[Row, ...]:
    """The rows one below the other, their titles cut to the room there is."""
    placed, y = [], TOP
    for row in rows:
        height = row.height or HEIGHTS[row.kind]
        title = row.title if row.kind == "heading" else fitted(row.title, room - 24, TITLE_SIZE)
        placed.append(replace(row, title=title, y=y, height=height))
        y += height + GAP
    return tuple(placed)


def _part_rows(chain: Chain, parts: Sequence[str], room: float) -> list[Row]:
    rows = []
    for component in parts:
        if component in chain.mentioned(kind_of(component)):
            rows.append(_part(chain, component, len(parts) > MANY, room))
        else:
            told = f"{KIND_TITLES[kind_of(component)]}: not talked about yet"
            rows.append(Row("gap", component, told, state="unasked", told=told))
    return rows


def _part(chain: Chain, component: str, crowded: bool, room: float) -> Row:
    kind = kind_of(component)
    label = f"{KIND_TITLES[kind]} {component.partition('-')[2]}".strip()
    state, words = supplier_state(chain, component)
    absent = state == "absent"
    country = chain.value(f"{component}.country") if f"{kind}.country" in FIELDS else None
    note = ", ".join(filter(None, (words, f"in {country_name(country)}" if country else "")))
    facts = [chain.get(f"{component}.{spec.name}") for spec in fields_of(kind)]
    marks = tuple("unasked" if fact is None else "open" if fact.open else "known" for fact in facts)
    name = "" if absent else called(chain, component)
    full = f"{label}: {name}" if name else label
    told = ". ".join(filter(None, (full, note, "" if absent else f"{marks.count('known')} of {len(marks)} known")))
    if crowded:
        return Row("part", component, full, state=state, told=told, height=LOW)
    shown = () if absent else marks
    note = fitted(note, room - 34, NOTE_SIZE)
    return Row("part", component, name or label, label if name else "", note, state, shown, told, height=TALL)


def called(chain: Chain, component: str) -> str:
    """What a part is called: its name, else what it was described as, else how it is run."""
    kind = kind_of(component)
    for name in ("name", "description", "hosting"):
        fact = chain.get(f"{component}.{name}") if f"{kind}.{name}" in FIELDS else None
        if fact is not None and fact.value:
            words = value_in_words(fact.ref, fact.value)
            return words[:1].upper() + words[1:]
    return ""


def supplier_state(chain: Chain, component: str) -> tuple[str, str]:
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


def _supplier_rows(chain: Chain, register: Register, supplied: Mapping[str, Sequence[str]]) -> list[Row]:
    rows = [Row("heading", "suppliers", "Who supplies it")] if supplied else []
    for name, parts in supplied.items():
        known = register.supplier(name)
        country = country_name(known.country) if known and known.country else ""
        count = f"{len(parts)} parts" if len(parts) > 1 else ""
        told = f"{name} supplies {', '.join(chain.title(c) for c in parts)}"
        note = ", ".join(filter(None, (country if known else "not in the register", count)))
        rows.append(Row("supplier", name, name, note=note, state="" if known else "strange", told=told))
    return rows


def _public_rows(shown: Sequence[Beneath], more: int) -> list[Row]:
    rows = [Row("heading", "public", "What they rest on, by public record")] if shown else []
    for each in shown:
        told = f"{', '.join(each.ways)} rest{'s' if len(each.ways) == 1 else ''} on {each.name}"
        rows.append(
            Row("public", each.id, each.name, note=country_name(each.country) if each.country else "", told=told)
        )
    if more > 0:
        rows.append(Row("more", "more", f"and {more} more"))
    return rows


# --- lines ------------------------------------------------------------------------------------------------------------


def _lines(
    rows: Sequence[Row], supplied: Mapping[str, Sequence[str]], shown: Sequence[Beneath], right: float, pitch: float
) -> tuple[Line, ...]:
    at = {(row.kind, row.id): row.at for row in rows}
    return tuple(
        Line(
            name,
            right + 14 + pitch * number,
            at["supplier", name],
            tuple(Stop(at["part", part]) for part in parts),
            tuple(Stop(at["public", b.id], len(b.ways[name]) > 1) for b in shown if name in b.ways),
        )
        for number, (name, parts) in enumerate(supplied.items())
    )


def _arcs(rows: Sequence[Row], links: Sequence[_Link]) -> tuple[Arc, ...]:
    at = {row.id: row.at for row in rows if row.kind in ("part", "gap")}
    return tuple(
        Arc(link.kind, 9.0 + 9 * number, at[link.start], at[link.end], link.told) for number, link in enumerate(links)
    )


def _told(chain: Chain, supplied: Mapping[str, Sequence[str]], beneath: Sequence[Beneath]) -> str:
    there = sum(len(chain.mentioned(kind)) for kind in ORDER)
    return (
        f"{_count(there, 'part')} of your chain, {_count(len(supplied), 'supplier')} that you named, "
        f"{_count(len(beneath), 'organisation')} that these rest on by public record."
    )


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"
