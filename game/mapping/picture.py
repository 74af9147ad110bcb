"""The band of one chapter as plain shapes: what a template draws without computing anything."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

from game.mapping.boxes import LETTER_WIDTH, Box, TrayBox, scene_box, stub_box, tag_size, tray_box
from game.mapping.boxes import GAP, TRAY_HEAD
from game.mapping.graph import Arrow, StoryGraph, WayLabel
from game.mapping.layout import Link, Node, Point, Route, Table, laid_out
from game.mapping.lettering import lines, width
from game.story.model import Chapter

BORDER = 14.0
"""Around each picture, so that a thick line or a focus ring is not cut."""
LEAST_WIDTH = 380.0
"""So that the label of an arrow has room in a chapter of one scene."""
TIP_ROOM, TIP_SIZE, TIP_LEADING, TIP_LINES = 330.0, 14.0, 18.0, 14
HEAD_LENGTH, HEAD_HALF = 11.0, 5.5
PAGE_SHAPE = 1.36
"""Height to width of what of a printed page is left beside its margins and a heading."""


@dataclass(frozen=True, slots=True)
class PlacedBox:
    """A box and its upper left corner; a letter's and a tray's too."""

    box: Box
    x: float
    y: float
    height: float


@dataclass(frozen=True, slots=True)
class PlacedTray:
    """A tray and its upper left corner."""

    box: TrayBox
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class TipLine:
    """One line of an arrow's label; `y` is its baseline."""

    text: str
    y: float
    is_condition: bool


@dataclass(frozen=True, slots=True)
class Tip:
    """The label that an arrow shows when it is pointed at or focused."""

    x: float
    y: float
    width: float
    height: float
    lines: tuple[TipLine, ...]


@dataclass(frozen=True, slots=True)
class PlacedArrow:
    """An arrow: `path` and `heads` are SVG path data, `words` all that it says, `from_scene` its source."""

    arrow: Arrow
    path: str
    heads: str
    tag: str
    tag_x: float
    tag_y: float
    tag_width: float
    tip: Tip
    words: str
    from_scene: str
    is_lost: bool


@dataclass(frozen=True, slots=True)
class Picture:
    """A chapter's band. `slices` (y, height) cut it between the boxes where it is longer than a page."""

    chapter: Chapter
    width: float
    height: float
    trays: tuple[PlacedTray, ...]
    boxes: tuple[PlacedBox, ...]
    arrows: tuple[PlacedArrow, ...]
    slices: tuple[tuple[float, float], ...]


def picture_of(graph: StoryGraph, chapter: Chapter) -> Picture:
    """Return the band of a chapter. Raises LayoutMissing."""
    return _Drawing(graph, chapter).picture()


class _Drawing:
    """Gathers the boxes and arrows of a chapter, with stubs for the scenes of others, and has them placed."""

    def __init__(self, graph: StoryGraph, chapter: Chapter) -> None:
        self.graph = graph
        self.chapter = chapter
        scenes = [scene for scene in graph.story.scenes.values() if scene.chapter == chapter.id]
        self.boxes = {s.id: scene_box(graph, s) for s in scenes if not s.waits_in}
        self.trays = {tray.name: tray_box(graph, tray) for tray in graph.trays if tray.chapter == chapter.id}
        self.cells = {
            letter: (name, position)
            for name, tray in self.trays.items()
            for position, letter in enumerate(tray.tray.letters)
        }
        self.arrows = list[Arrow]()
        self.links = list[Link]()
        self._link()

    def picture(self) -> Picture:
        """Return everything placed."""
        layout = laid_out([*self._nodes()], self.links)
        shift = BORDER + max(0.0, (LEAST_WIDTH - layout.width - 2 * BORDER) / 2)
        across = max(LEAST_WIDTH, layout.width + 2 * BORDER)
        down = layout.height + 2 * BORDER
        corner = {name: (x + shift, y + BORDER) for name, (x, y) in layout.corners.items()}
        trays = tuple(PlacedTray(tray, *corner[name]) for name, tray in self.trays.items())
        boxes = [PlacedBox(box, *corner[name], box.height) for name, box in self.boxes.items()]
        for tray in trays:
            for position, letter in enumerate(tray.box.letters):
                x, y = tray.box.place(position)
                boxes.append(PlacedBox(letter, tray.x + x, tray.y + y, tray.box.cell_height))
        arrows = tuple(
            self._placed(arrow, _shifted(route, shift), across, down)
            for arrow, route in zip(self.arrows, layout.routes, strict=True)
        )
        taken = [(box.y, box.y + box.height) for box in boxes]
        taken += [(tray.y, tray.y + TRAY_HEAD + GAP) for tray in trays]
        taken += [(arrow.tag_y - 12, arrow.tag_y + 12) for arrow in arrows if arrow.tag]
        slices = tuple(_slices(across, down, taken))
        return Picture(self.chapter, across, down, trays, tuple(boxes), arrows, slices)

    def _nodes(self) -> Iterator[Node]:
        for name, box in self.boxes.items():
            yield Node(name, box.width, box.height)
        for name, tray in self.trays.items():
            table = Table(tray.columns, len(tray.letters), LETTER_WIDTH, tray.cell_height, GAP, TRAY_HEAD)
            yield Node(name, tray.width, tray.height, table)

    def _link(self) -> None:
        """Sort the arrows: within the chapter, out of it, into it. Many that come in share one stub."""
        coming = dict[str, list[Arrow]]()
        with_desk = set[str]()
        for arrow in self.graph.arrows:
            starts, ends = self._is_here(arrow.source), self._is_here(arrow.target)
            if starts and ends:
                beside = arrow.kind == "tray" and not {arrow.source, arrow.target} & with_desk
                if beside:
                    with_desk |= {arrow.source, arrow.target}
                self._add(arrow, self._end(arrow.source), self._end(arrow.target), beside)
            elif starts:
                scene = arrow.target if arrow.kind != "tray" else self._tray(arrow.target)
                stub = f"out/{scene}"
                target = self.graph.story.scenes[scene]
                self.boxes.setdefault(stub, stub_box(self.graph, target, leads_out=True))
                self._add(arrow, self._end(arrow.source), stub)
            elif ends:
                coming.setdefault(arrow.target, []).append(arrow)
        for target, arrows in coming.items():
            first = self.graph.story.scenes[arrows[0].source]
            stub = f"in/{target}"
            self.boxes[stub] = stub_box(self.graph, first, leads_out=False, others=len(arrows) - 1)
            labels = tuple(label for arrow in arrows for label in arrow.ways)
            merged = Arrow(arrows[0].source, target, arrows[0].kind, labels)
            self._add(merged, stub, self._end(target))

    def _is_here(self, name: str) -> bool:
        return name in self.boxes or name in self.trays or name in self.cells

    def _tray(self, name: str) -> str:
        """The first letter of a tray of another chapter stands for the tray."""
        return next(tray.letters[0] for tray in self.graph.trays if tray.name == name)

    def _end(self, name: str) -> str | tuple[str, int]:
        return self.cells.get(name, name)

    def _add(
        self, arrow: Arrow, source: str | tuple[str, int], target: str | tuple[str, int], beside: bool = False
    ) -> None:
        tray = self.trays.get(arrow.target)
        is_double = tray is not None and tray.tray.returns
        self.arrows.append(arrow)
        self.links.append(Link(source, target, tag_size(tag_words(arrow)), is_double, beside))

    def _placed(self, arrow: Arrow, route: Route, across: float, down: float) -> PlacedArrow:
        tag = tag_words(arrow)
        middle = route.tag or _middle(route.curve)
        story = self.graph.story
        target = story.scenes[arrow.target].title if arrow.target in story.scenes else "the tray"
        head = f"{story.scenes[arrow.source].title} → {target}"
        heads = "".join(_head(tip, base) for tip, base in _tips(route))
        start = route.tail or route.curve[0]
        path = f"M{_pair(route.curve[0])} C{' '.join(_pair(point) for point in route.curve[1:])}"
        del start
        return PlacedArrow(
            arrow,
            path,
            heads,
            tag,
            *middle,
            tag_size(tag)[0],
            _tip(head, arrow, middle, across, down),
            f"{head}: {'; '.join(_label_words(way) for way in arrow.ways)}",
            arrow.source,
            arrow.source not in self.graph.reached,
        )


def tag_words(arrow: Arrow) -> str:
    """Return what an arrow wears in the picture: how many ways it is, `if`, a draw's share; often nothing."""
    parts = [f"{len(arrow.ways)} choices"] if arrow.kind == "choice" and len(arrow.ways) > 1 else []
    if arrow.kind == "chance":
        parts.append(f"chance {' + '.join(way.share for way in arrow.ways)}")
    with_condition = [way for way in arrow.ways if way.condition]
    if with_condition:
        all_of_one = len(arrow.ways) == len(with_condition)
        parts.append("if" if all_of_one else f"{len(with_condition)} of them if")
    return ", ".join(parts)


def _label_words(way: WayLabel) -> str:
    words = ": ".join(part for part in (way.id, way.text) if part) or "continue"
    return f"{words}, {way.share}" if way.share else words


def _tip(head: str, arrow: Arrow, middle: Point, across: float, down: float) -> Tip:
    texts = [(text, False) for text in lines(head, TIP_SIZE, TIP_ROOM)]
    for way in arrow.ways:
        texts += [(text, False) for text in lines(_label_words(way), TIP_SIZE, TIP_ROOM)]
        if way.condition:
            texts += [(text, True) for text in lines(f"if {way.condition}", TIP_SIZE, TIP_ROOM)]
    if len(texts) > TIP_LINES:
        texts = [*texts[: TIP_LINES - 1], ("… and more: see the list below", False)]
    room = max(width(text, TIP_SIZE) for text, _ in texts) + 24
    high = len(texts) * TIP_LEADING + 18
    x = min(max(middle[0] - room / 2, 4), across - room - 4)
    # Below the middle, so that the arrow's own tag stays in sight; above it at the lower edge.
    y = middle[1] + 16 if middle[1] + 20 + high < down else max(4, middle[1] - 16 - high)
    placed = tuple(
        TipLine(text, y + 4 + TIP_LEADING * (number + 1), is_condition)
        for number, (text, is_condition) in enumerate(texts)
    )
    return Tip(x, y, room, high, placed)


def _shifted(route: Route, x: float) -> Route:
    def moved(point: Point | None) -> Point | None:
        return None if point is None else (point[0] + x, point[1] + BORDER)

    curve = tuple((a + x, b + BORDER) for a, b in route.curve)
    return Route(curve, moved(route.head), moved(route.tail), moved(route.tag))


def _middle(curve: tuple[Point, ...]) -> Point:
    """The middle of a curve's middle piece: near enough for a label."""
    pieces = (len(curve) - 1) // 3
    a, b, c, d = curve[3 * (pieces // 2) :][:4]
    return (a[0] + 3 * b[0] + 3 * c[0] + d[0]) / 8, (a[1] + 3 * b[1] + 3 * c[1] + d[1]) / 8


def _tips(route: Route) -> Iterator[tuple[Point, Point]]:
    if route.head:
        yield route.head, route.curve[-1]
    if route.tail:
        yield route.tail, route.curve[0]


def _head(tip: Point, base: Point) -> str:
    """A triangle from where the line ends to the tip, as path data."""
    dx, dy = tip[0] - base[0], tip[1] - base[1]
    long = math.hypot(dx, dy) or 1.0
    dx, dy = dx / long, dy / long
    back = (tip[0] - dx * HEAD_LENGTH, tip[1] - dy * HEAD_LENGTH)
    left = (back[0] - dy * HEAD_HALF, back[1] + dx * HEAD_HALF)
    right = (back[0] + dy * HEAD_HALF, back[1] - dx * HEAD_HALF)
    return f"M{_pair(tip)} L{_pair(left)} L{_pair(right)} Z "


def _pair(point: Point) -> str:
    return f"{point[0]:.1f},{point[1]:.1f}"


def _slices(across: float, down: float, taken: list[tuple[float, float]]) -> Iterator[tuple[float, float]]:
    """Cut at the lowest place that no box stands in; where there is none for a whole page, anywhere."""
    page = across * PAGE_SHAPE
    top = 0.0
    while down - top > page:
        ends = [end + 6 for _, end in taken if top + page * 0.4 < end + 6 < top + page]
        free = [y for y in ends if not any(first - 4 < y < last + 4 for first, last in taken)]
        cut = max(free, default=top + page)
        yield top, cut - top
        top = cut
    yield top, down - top
