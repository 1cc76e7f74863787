"""The map of a chain as positions: a list of what it has, with one line a supplier running down beside it.

Read from top to bottom: the parts that the person told of, their suppliers, and what these rest on by the register.
A supplier's line is full where the person named it and broken where public records go on; what is not known stays a gap.
Nothing here knows colours: the template draws it, the style sheet colours it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from vcassist.assessment.answers import count_of
from vcassist.assessment.loops import feedback_loops
from vcassist.assessment.register import Register
from vcassist.assessment.suppliers import SUPPLIER_KINDS
from vcassist.chain.facts import Chain, kind_of
from vcassist.web.beneath import Beneath, shared_beneath, shown_of
from vcassist.web.chainmap_rows import Row, below_each_other, part_rows, public_rows, supplier_rows

# From what people meet down to what it stands on.
ORDER = ("application", "model", "compute", "data", "labelling", "storage", "monitoring")
WIDTH = 400
# On a narrow phone it is drawn anew, one pixel a pixel: scaled down, nobody could read it or press what is in it.
NARROW = 280
# How wide all the suppliers' lines together may be, and two of them apart.
LINES, PITCH = {WIDTH: 120, NARROW: 56}, {WIDTH: 13.0, NARROW: 8.0}
MOST_PUBLIC = 9


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
    chain: Chain,
    register: Register,
    drawn: Sequence[tuple[str, str]] = (),
    most_public: int = MOST_PUBLIC,
    width: int = WIDTH,
) -> ChainMap:
    """Lays a chain out. ``drawn`` are (what rests, what it rests on) as the person drew them; ``width`` is WIDTH or NARROW.

    At most ``most_public`` organisations of the public record are drawn; ``beneath`` has them all.
    """
    parts = [component for kind in ORDER for component in chain.components(kind)]
    supplied = suppliers_of(chain, register, parts)
    beneath = shared_beneath(register, supplied)
    shown = shown_of(beneath, most_public)
    links = _links(chain, drawn, parts)
    pitch = max(5.0, min(PITCH[width], LINES[width] / max(1, len(supplied))))
    left = 30 + 9.0 * len(links)
    right = width - (18 + pitch * len(supplied) if supplied else 10)
    rows = below_each_other(
        [
            *part_rows(chain, parts, right - left),
            *supplier_rows(chain, register, supplied),
            *public_rows(shown, len(beneath) - len(shown)),
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
        width=width,
    )


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
        f"{count_of(there, 'part')} of your chain, {count_of(len(supplied), 'supplier')} that you named, "
        f"{count_of(len(beneath), 'organisation')} that these rest on by public record."
    )
