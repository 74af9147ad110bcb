"""The band of one chapter as plain shapes: what a template draws without computing anything."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from game.mapping import curves
from game.mapping.arrow_words import Tip, arrow_words, tag_words, tip
from game.mapping.boxes import (
    GAP,
    LETTER_WIDTH,
    TRAY_HEAD,
    Box,
    TrayBox,
    scene_box,
    stub_box,
    tag_size,
    tray_box,
)
from game.mapping.graph import Arrow, StoryGraph
from game.mapping.layout import Link, Node, Route, Table, laid_out
from game.mapping.page_cuts import slices
from game.story.model import Chapter

BORDER = 14.0
"""Around each picture, so that a thick line or a focus ring is not cut; in pixels."""
LEAST_WIDTH = 380.0
"""So that the label of an arrow has room in a chapter of one scene."""


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
            self._placed(arrow, curves.moved(route, shift, BORDER), across, down)
            for arrow, route in zip(self.arrows, layout.routes, strict=True)
        )
        taken = [(box.y, box.y + box.height) for box in boxes]
        taken += [(tray.y, tray.y + TRAY_HEAD + GAP) for tray in trays]
        taken += [(tray.y + tray.box.height - GAP, tray.y + tray.box.height) for tray in trays]
        taken += [(arrow.tag_y - 12, arrow.tag_y + 12) for arrow in arrows if arrow.tag]
        cut = slices(across, down, taken)
        return Picture(self.chapter, across, down, trays, tuple(boxes), arrows, cut)

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
                led_to = self.graph.story.scenes[scene]
                self.boxes.setdefault(stub, stub_box(self.graph, led_to, leads_out=True))
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
        middle = route.tag or curves.middle(route)
        wide = tag_size(tag)[0]
        return PlacedArrow(
            arrow,
            curves.line(route),
            curves.heads(route),
            tag,
            *middle,
            wide,
            tip(self.graph, arrow, middle, wide / 2 + 14, across, down),
            arrow_words(self.graph, arrow),
            arrow.source,
            arrow.source not in self.graph.reached,
        )
