"""The chain map: components on the left, their suppliers in the middle, what these rest on (register) on the right.

Full lines are what the person said, broken lines are public records. A long chain becomes several drawings.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from vcassist.chain.fields import KIND_TITLES, KINDS
from vcassist.report.drawings.svg import GREY, Drawing, document, fitted, line, rect, text, width_of, wrapped
from vcassist.report.model import ChainMap, MapEdge, MapNode
from vcassist.report.words import listed, plural

X = {"chain": 34, "supplier": 304, "upstream": 556}
W = {"chain": 206, "supplier": 182, "upstream": 180}
WIDTH, BOX, GAP, HEAD, ROWS, UPSTREAM_AT_MOST = 744, 38, 9, 20, 18, 12
FLOW = tuple(kind for kind in KINDS if kind not in ("organisation", "governance"))


def chain_maps(chain_map: ChainMap) -> tuple[Drawing, ...]:
    """The map in pieces of at most 18 boxes; empty when there is nothing to draw."""
    order = {kind: at for at, kind in enumerate(FLOW)}
    boxes = sorted((n for n in chain_map.nodes if n.column == "chain"), key=lambda n: order.get(n.kind, 99))
    pieces = [boxes[at : at + ROWS] for at in range(0, len(boxes), ROWS)]
    return tuple(_piece(chain_map, piece, n, len(pieces)) for n, piece in enumerate(pieces, 1))


def _piece(chain_map: ChainMap, boxes: Sequence[MapNode], number: int, of: int) -> Drawing:
    nodes = {n.id: n for n in chain_map.nodes}
    name = f"map-{number}"
    said = [e for e in chain_map.edges if e.origin == "said" and any(b.id == e.start for b in boxes)]
    suppliers = list(dict.fromkeys(e.end for e in said))
    public = [e for e in chain_map.edges if e.origin == "register" and e.start in suppliers]
    count: dict[str, int] = {}
    for edge in public:
        count[edge.end] = count.get(edge.end, 0) + (edge.end not in suppliers)
    chosen = sorted((i for i in count if count[i]), key=lambda i: (-count[i], i))[:UPSTREAM_AT_MOST]
    left_out = len([i for i in count if count[i]]) - len(chosen)
    public = [e for e in public if e.end in chosen or e.end in suppliers]
    at, headings, height = _chain_column(boxes)
    at |= _beside(suppliers, said, at)
    at |= _beside(chosen, public, at)
    height = max(height, *(y + BOX + GAP for y in at.values()))
    parts = [*headings, *_edges(said, public, at, suppliers, name)]
    parts += [_box(nodes[i], at[i], suppliers) for i in at]
    if chain_map.loop and number == 1:
        parts += _feedback(boxes, at, name)
    parts += _legend(height, left_out)
    title = "Map of the chain" + (f", part {number} of {of}" if of > 1 else "")
    alt = _told(boxes, [nodes[i] for i in suppliers], len(chosen))
    svg = document(name, title, alt, WIDTH, round(height + 52), parts)
    return Drawing(
        name,
        title,
        alt,
        svg,
        WIDTH,
        round(height + 52),
        ("From", "Relation", "To", "Known from"),
        _rows(boxes, said, public, nodes),
    )


def _told(boxes: Sequence[MapNode], suppliers: Sequence[MapNode], upstream: int) -> str:
    """What the drawing shows, for whoever cannot see it."""
    named = sum(not s.mark for s in suppliers)
    shown = [f"{plural(len(boxes), 'part')} of the chain"]
    whose, who = "its" if len(boxes) == 1 else "their", "this supplier rests" if named == 1 else "these suppliers rest"
    shown += [f"{whose} {'one outside supplier' if named == 1 else plural(named, 'outside supplier')}"] if named else []
    shown += ["a box for suppliers that are withheld"] if named < len(suppliers) else []
    shown += [f"{plural(upstream, 'organisation')} that {who} on by public records"] if upstream else []
    return f"{listed(shown)}. The table below says the same in words."


def _chain_column(boxes: Sequence[MapNode]) -> tuple[dict[str, float], list[str], float]:
    """Positions of the component boxes under a heading a kind, with an arrow from kind to kind."""
    at: dict[str, float] = {}
    parts = [
        text(X[c], 16, words, 12.5, weight="bold")
        for c, words in (("chain", "Your chain"), ("supplier", "Who supplies it"), ("upstream", "What that rests on"))
    ]
    y, kind = 30.0, ""
    for box in boxes:
        if box.kind != kind:
            if kind:
                parts.append(line(f"M{X['chain'] + 14:g} {y - GAP:g}V{y + 6:g}", width=1, stroke=GREY))
            kind = box.kind
            parts.append(text(X["chain"] + (22 if at else 0), y + 11, KIND_TITLES.get(kind, kind), 10.5, fill=GREY))
            y += HEAD
        at[box.id] = y
        y += BOX + GAP
    return at, parts, y


def _beside(ids: Sequence[str], edges: Sequence[MapEdge], at: Mapping[str, float]) -> dict[str, float]:
    """Positions in the next column: each at the middle of what leads to it, pushed down where boxes would overlap."""

    def middle(node: str) -> float:
        ys = [at[e.start] for e in edges if e.end == node and e.start in at]
        return sum(ys) / len(ys) if ys else 30

    placed: dict[str, float] = {}
    floor = 30.0
    for node in sorted(ids, key=lambda i: (middle(i), i)):
        placed[node] = max(floor, middle(node))
        floor = placed[node] + BOX + GAP
    # Where the last boxes were pushed far down, move the column up as a whole.
    lowest = max((*at.values(), 30.0))
    over = max(0.0, floor - BOX - GAP - lowest)
    lift = min(over, min(placed.values(), default=30.0) - 30.0)
    return {node: y - lift for node, y in placed.items()}


def _edges(
    said: Sequence[MapEdge], public: Sequence[MapEdge], at: Mapping[str, float], suppliers: Sequence[str], name: str
) -> list[str]:
    parts = []
    for edge in said:
        parts.append(_curve(X["chain"] + W["chain"], at[edge.start], X["supplier"], at[edge.end], "", name))
    for edge in public:
        right = X["supplier"] + W["supplier"]
        if edge.end in suppliers:
            y1, y2 = at[edge.start] + BOX / 2 + 6, at[edge.end] + BOX / 2 - 6
            bend = right + 16 + abs(y2 - y1) / 14
            parts.append(
                line(
                    f"M{right} {y1:g}C{bend:g} {y1:g} {bend:g} {y2:g} {right + 1} {y2:g}",
                    dash="5 4",
                    end=f"{name}-arrow",
                )
            )
        else:
            parts.append(_curve(right, at[edge.start], X["upstream"], at[edge.end], "5 4", name))
    return parts


def _curve(x1: float, y1: float, x2: float, y2: float, dash: str, name: str) -> str:
    a, b, mid = y1 + BOX / 2, y2 + BOX / 2, (x1 + x2) / 2
    return line(f"M{x1:g} {a:g}C{mid:g} {a:g} {mid:g} {b:g} {x2 - 1:g} {b:g}", dash=dash, end=f"{name}-arrow")


def _box(node: MapNode, y: float, suppliers: Sequence[str]) -> str:
    # Who supplies a part on another of the drawings is here one that others rest on.
    column = "supplier" if node.id in suppliers else "chain" if node.column == "chain" else "upstream"
    x, w = X[column], W[column]
    unclear = node.mark in ("dark", "withheld") or node.note == "supplier not known"
    fill = {"chain": "#ffffff", "supplier": "#ececec", "upstream": "#ffffff"}[column]
    parts = [
        rect(
            x,
            y,
            w,
            BOX,
            fill=fill,
            radius=5 if column == "chain" else 0,
            dash="2 3" if unclear else "",
            width=1.6 if unclear else 1.2,
        )
    ]
    room = w - (30 if unclear else 14)
    note = "yours" if node.note == "own" else node.note
    lines = wrapped(node.title, room, 11.5, 1 if note and column == "chain" else 2)
    if column != "chain" and node.note:
        lines[-1:] = (
            [f"{lines[-1]} ({node.note})"] if width_of(f"{lines[-1]} ({node.note})", 11.5) <= room else [lines[-1]]
        )
    start = y + (24 if len(lines) == 1 and not (note and column == "chain") else 16)
    parts += [text(x + 8, start + 14 * n, words, 11.5) for n, words in enumerate(lines)]
    if note and column == "chain":
        parts.append(text(x + 8, y + 31, fitted(note, room, 10), 10, fill=GREY))
    if unclear:
        parts.append(text(x + w - 9, y + 25, "?", 16, anchor="end", weight="bold"))
    return "".join(parts)


def _feedback(boxes: Sequence[MapNode], at: Mapping[str, float], name: str) -> list[str]:
    """A loop from monitoring back to the data, at the left edge."""
    start = next((at[b.id] for b in reversed(boxes) if b.kind == "monitoring"), None)
    end = next((at[b.id] for b in boxes if b.kind in ("data", "model")), None)
    if start is None or end is None or start <= end:
        return []
    a, b, x = start + BOX / 2, end + BOX / 2, X["chain"]
    return [line(f"M{x} {a:g}H12V{b:g}H{x - 1}", width=1.8, end=f"{name}-arrow"), text(2, b - 8, "loop", 10)]


def _legend(height: float, left_out: int) -> list[str]:
    y = height + 14
    more = (
        f"Not drawn: {plural(left_out, 'more organisation')} that these suppliers rest on by the register."
        if left_out
        else ""
    )
    return [
        line(f"M34 {y:g}H70", width=1.4),
        text(76, y + 4, "said by you", 10.5),
        line(f"M166 {y:g}H202", dash="5 4", width=1.4),
        text(208, y + 4, "public record, with source and date", 10.5),
        rect(424, y - 8, 26, 16, dash="2 3", width=1.6),
        text(456, y + 4, "? something here is unknown or withheld", 10.5),
        text(34, y + 26, more, 10.5),
    ]


def _rows(
    boxes: Sequence[MapNode], said: Sequence[MapEdge], public: Sequence[MapEdge], nodes: Mapping[str, MapNode]
) -> tuple[tuple[str, ...], ...]:
    rows = [(nodes[e.start].title, e.what, nodes[e.end].title, "said") for e in said]
    started = {e.start for e in said}
    rows += [(box.title, *_told_under(box.note)) for box in boxes if box.id not in started and box.note]
    rows += [(nodes[e.start].title, e.what, nodes[e.end].title, f"register, as of {e.as_of}") for e in public]
    return tuple(rows)


def _told_under(note: str) -> tuple[str, str, str]:
    """What stands under a box's name as the rest of a row: relation, to what, known from."""
    if note == "own":
        return "supplied by", "your own organisation", "said"
    if note == "supplier not known":
        return "supplied by", "not known", "open"
    lead, _, whence = note.partition(" ")
    return {"from": "comes from", "by": "done by"}.get(lead, lead), whence, "said"
