"""The picture of a chapter, with the real library: nothing overlaps, every arrow joins what it should."""

from __future__ import annotations

import re

import pytest

from game.mapping.graph import graph_of
from game.mapping.layout import Link, Node, Table, laid_out
from game.mapping.picture import Picture, PlacedBox, picture_of
from tests.mapping.made import large_story, small_story

pytestmark = pytest.mark.usefixtures("graphviz")


def pictures(story: object) -> list[Picture]:
    graph = graph_of(story)  # type: ignore[arg-type]
    return [picture_of(graph, chapter) for chapter in graph.story.chapters]


def sides(placed: PlacedBox) -> tuple[float, float, float, float]:
    return placed.x, placed.y, placed.x + placed.box.width, placed.y + placed.height


def test_the_small_story_is_two_bands_with_stubs_for_each_other() -> None:
    evening, night = pictures(small_story())
    assert [(p.box.scene, p.box.ground) for p in evening.boxes] == [
        ("door", "scene"), ("desk", "scene"), ("street", "scene"), ("lost", "scene"), ("end_one", "ending"),
        ("car", "stub"), ("car", "stub"), ("letter_a", "letter"), ("letter_b", "letter"),
    ]  # fmt: skip
    assert [(p.box.scene, p.box.ground) for p in night.boxes] == [
        ("car", "chair"), ("end_two", "ending"), ("end_one", "stub"), ("street", "stub"),
    ]  # fmt: skip
    assert [p.box.words for p in evening.boxes if p.box.ground in ("stub", "ending") or p.box.is_lost] == [
        "Nobody comes here. lost. Nothing leads here",
        "Home. end_one. Ending: At liberty",
        "To The car. Chapter: Night",
        "From The car. Chapter: Night",
    ]
    (tray,) = evening.trays
    assert (tray.box.title, tray.box.columns) == ("Tray: tray", 2)


@pytest.mark.parametrize("scenes", [60, 300])
def test_no_box_touches_another_and_all_stand_within_the_picture(scenes: int) -> None:
    for picture in pictures(large_story(scenes, 3)):
        spans = [sides(placed) for placed in picture.boxes]
        for number, (left, top, right, bottom) in enumerate(spans):
            assert 0 < left < right < picture.width
            assert 0 < top < bottom < picture.height
            for other in spans[:number]:
                is_clear = right < other[0] or other[2] < left or bottom < other[1] or other[3] < top
                assert is_clear, (picture.boxes[number].box.scene, other)


def test_every_arrow_begins_and_ends_at_its_boxes() -> None:
    for picture in pictures(large_story(120, 2)):
        standing = {placed.box.scene: sides(placed) for placed in picture.boxes}
        for arrow in picture.arrows:
            if arrow.arrow.kind == "tray":
                continue
            points = re.findall(r"(-?[\d.]+),(-?[\d.]+)", f"{arrow.path} {arrow.heads}")
            first, tip = points[0], re.findall(r"(-?[\d.]+),(-?[\d.]+)", arrow.heads)[0]
            for point, scene in ((first, arrow.arrow.source), (tip, arrow.arrow.target)):
                left, top, right, bottom = standing[scene]
                assert left - 3 <= float(point[0]) <= right + 3, (arrow.arrow, point)
                assert top - 3 <= float(point[1]) <= bottom + 3, (arrow.arrow, point)


def test_the_same_story_gives_the_same_picture() -> None:
    assert pictures(small_story()) == pictures(small_story())


def test_cells_of_a_tray_can_hold_arrows() -> None:
    tray = Node("tray", 2 * 194 + 10, 22 + 20 + 2 * 90, Table(2, 3, 184, 80, 10, 22))
    links = [Link("desk", "tray", is_double=True, beside=True), Link(("tray", 2), "end", (40, 20))]
    found = laid_out([Node("desk", 196, 60), tray, Node("end", 196, 60)], links)
    there, on = found.routes
    assert there.head is not None
    assert there.tail is not None
    left, top = found.corners["tray"]
    # The third cell is the first of the second row.
    assert left < on.curve[0][0] < left + 194
    assert on.curve[0][1] == pytest.approx(top + 22 + 20 + 90 + 80, abs=12)
    assert on.tag is not None


def test_an_empty_chapter_is_an_empty_picture() -> None:
    assert laid_out([], []).corners == {}
