"""Where the boxes and arrows of one chapter stand. Graphviz' `dot` decides, through pygraphviz.

Graphviz gets sizes and numbers only, never a story's text: it needs no fonts, and nothing that an author
writes can be taken for its own language. All values are in pixels, y downwards.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Point = tuple[float, float]

SIDE_BY_SIDE, ONE_BELOW_ANOTHER = 34.0, 40.0
"""Between boxes of one row, and between rows."""


class LayoutMissing(Exception):
    """The library that lays out the map is not installed."""


@dataclass(frozen=True, slots=True)
class Table:
    """The cells of a tray, by which arrows can hold: `head` is the room above them."""

    columns: int
    cells: int
    cell_width: float
    cell_height: float
    gap: float
    head: float


@dataclass(frozen=True, slots=True)
class Node:
    """A box to be placed; a tray is one box with cells."""

    name: str
    width: float
    height: float
    table: Table | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """An arrow to be drawn; `source` and `target` are nodes, or (node, cell).

    `tag` is the size of the text that it wears. `is_double` asks for a head at both ends, `beside` for the
    target in the same row.
    """

    source: str | tuple[str, int]
    target: str | tuple[str, int]
    tag: tuple[float, float] = (0.0, 0.0)
    is_double: bool = False
    beside: bool = False


@dataclass(frozen=True, slots=True)
class Route:
    """An arrow's Bézier curve (start, then three points for each piece), its tips, the middle of its tag."""

    curve: tuple[Point, ...]
    head: Point | None
    tail: Point | None
    tag: Point | None


@dataclass(frozen=True, slots=True)
class Layout:
    """The upper left corner of each node by name, the links' routes in their order, and the whole size."""

    corners: Mapping[str, Point]
    routes: tuple[Route, ...]
    width: float
    height: float


def laid_out(nodes: Sequence[Node], links: Sequence[Link]) -> Layout:
    """Return a layered layout, from top to bottom. Raises LayoutMissing where pygraphviz is not installed."""
    if not nodes:
        return Layout({}, (), 0.0, 0.0)
    try:
        import pygraphviz
    except ImportError as problem:
        raise LayoutMissing(str(problem)) from problem
    graph = pygraphviz.AGraph(string=_as_dot(nodes, links))
    try:
        return _read(json.loads(graph.draw(format="json0", prog="dot")), nodes, links)
    finally:
        graph.close()


def _as_dot(nodes: Sequence[Node], links: Sequence[Link]) -> str:
    numbers = {node.name: f"n{number}" for number, node in enumerate(nodes)}
    found = [
        "digraph {",
        f"graph [nodesep={_inches(SIDE_BY_SIDE)}, ranksep={_inches(ONE_BELOW_ANOTHER)}, splines=spline];",
        'node [shape=box, label="", fixedsize=true]; edge [arrowsize=0.9];',
    ]
    for node in nodes:
        size = f"width={_inches(node.width)}, height={_inches(node.height)}"
        shape = f"shape=plain, fixedsize=false, label={_table(node.table)}" if node.table else size
        found.append(f"{numbers[node.name]} [{shape}];")
    for number, link in enumerate(links):
        ends = [_end(numbers, end) for end in (link.source, link.target)]
        options = [f"id={number}"]
        options += [f"label={_blank(*link.tag)}"] if link.tag[0] else []
        options += ["dir=both"] if link.is_double else []
        found.append(f"{ends[0]} -> {ends[1]} [{', '.join(options)}];")
        if link.beside:
            found.append(f"{{ rank=same; {ends[0]}; {ends[1].partition(':')[0]}; }}")
    return "\n".join([*found, "}"])


def _inches(pixels: float) -> str:
    return f"{pixels / 72:.4f}"


def _end(numbers: Mapping[str, str], end: str | tuple[str, int]) -> str:
    return numbers[end] if isinstance(end, str) else f"{numbers[end[0]]}:c{end[1]}"


def _table(table: Table) -> str:
    """A label in Graphviz' own small HTML: rows of empty cells with names, an empty head above them."""
    rows = [
        "<tr>" + "".join(_cell(table.cell_width, table.cell_height, f"c{cell}") for cell in row) + "</tr>"
        for row in _rows(table)
    ]
    across = table.columns * (table.cell_width + table.gap) - table.gap
    head = f"<tr>{_cell(across, table.head).replace('<td', f'<td colspan={_quoted(table.columns)}')}</tr>"
    options = f'border="0" cellborder="0" cellpadding="0" cellspacing="{table.gap:.0f}"'
    return f"<<table {options}>{head}{''.join(rows)}</table>>"


def _rows(table: Table) -> Iterable[range]:
    for first in range(0, table.cells, table.columns):
        yield range(first, min(first + table.columns, table.cells))


def _cell(width: float, height: float, port: str = "") -> str:
    named = f" port={_quoted(port)}" if port else ""
    return f'<td fixedsize="true" width="{math.ceil(width)}" height="{math.ceil(height)}"{named}></td>'


def _quoted(value: object) -> str:
    return f'"{value}"'


def _blank(width: float, height: float) -> str:
    """A label of a given size without text: Graphviz keeps the room free."""
    options = 'border="0" cellborder="0" cellpadding="0" cellspacing="0"'
    return f"<<table {options}><tr>{_cell(width, height)}</tr></table>>"


def _read(found: Mapping[str, Any], nodes: Sequence[Node], links: Sequence[Link]) -> Layout:
    _, _, width, height = (float(part) for part in found["bb"].split(","))
    placed = {each["name"]: each for each in found["objects"] if "pos" in each}

    def point(text: str) -> Point:
        x, y = text.split(",")
        return float(x), height - float(y)

    corners = dict[str, Point]()
    for number, node in enumerate(nodes):
        x, y = point(placed[f"n{number}"]["pos"])
        corners[node.name] = (x - node.width / 2, y - node.height / 2)
    routes: list[Route | None] = [None] * len(links)
    for edge in found.get("edges", ()):
        if "pos" not in edge:
            continue
        curve, head, tail = list[Point](), None, None
        for part in edge["pos"].partition(";")[0].split():
            if part.startswith("e,"):
                head = point(part[2:])
            elif part.startswith("s,"):
                tail = point(part[2:])
            else:
                curve.append(point(part))
        tag = point(edge["lp"]) if "lp" in edge else None
        routes[int(edge["id"])] = Route(tuple(curve), head, tail, tag)
    for number, link in enumerate(links):
        # Graphviz may give up on an arrow in a dense chapter; a straight line still says what leads where.
        routes[number] = routes[number] or _straight(link, nodes, corners)
    return Layout(corners, tuple(route for route in routes if route), width, height)


def _straight(link: Link, nodes: Sequence[Node], corners: Mapping[str, Point]) -> Route:
    sizes = {node.name: (node.width, node.height) for node in nodes}
    ends = []
    for end in (link.source, link.target):
        name = end if isinstance(end, str) else end[0]
        (x, y), (width, height) = corners[name], sizes[name]
        ends.append((x + width / 2, y + height / 2))
    (a, b), (c, d) = ends
    third = ((a + (c - a) / 3, b + (d - b) / 3), (a + (c - a) * 2 / 3, b + (d - b) * 2 / 3))
    return Route((ends[0], *third, ends[1]), ends[1], None, None)
