"""People painted out of a picture: what is left of them, and of whom nothing is touched."""

from __future__ import annotations

import xml.etree.ElementTree as ET

from game.pages.retouching import Paint, group_of, heads, retouched
from game.shipped import folder

TWO = (
    '<svg viewBox="0 0 900 600"><g transform="translate(30 30)">'
    '<g id="person_ann" transform="translate(76 216)"><g><circle fill="#000000"/></g>'
    '<path stroke="#ff0000" fill="none"/></g>'
    '<g id="person_bob" transform="translate(166 164)"><rect fill="#ffffff"/></g></g>'
    '<g id="empty_plate"><rect fill="#cccccc"/></g></svg>'
)
PAINT = Paint("#0102ff", "#030405")
SHIPPED = (folder("assets") / "pictures" / "presidium_1934.svg").read_text(encoding="utf-8")


def group(svg: str, person: str) -> ET.Element:
    found = [part for part in ET.fromstring(svg).iter() if part.get("id") == f"person_{person}"]
    assert len(found) == 1
    return found[0]


def colours(svg: str, person: str) -> set[str]:
    return {paint for part in group(svg, person).iter() if (paint := part.get("fill", "none")) != "none"}


def test_a_person_is_covered_in_tones_of_the_paint_and_nobody_else_is() -> None:
    painted = retouched(TWO, ["ann"], paint=PAINT)
    assert colours(painted, "ann") == {"#0102ff", "#0809ff", "#0000f8"}
    assert [part.get("stroke") for part in group(painted, "ann").iter("path")] == ["#0102ff"]
    assert colours(painted, "bob") == {"#ffffff"}


def test_a_brush_goes_over_the_edge_of_what_it_hides() -> None:
    (circle,) = group(retouched(TWO, ["ann"], paint=PAINT), "ann").iter("circle")
    assert (circle.get("stroke"), circle.get("stroke-width")) == ("#0102ff", "4")


def test_house_paint_covers_the_name_as_well() -> None:
    plain, crude = retouched(TWO, ["ann"], paint=PAINT), retouched(TWO, ["ann"], ["ann"], PAINT)
    assert colours(crude, "ann") == {"#030405", "#131415", "#000000"}
    assert len(list(ET.fromstring(crude))) - len(list(ET.fromstring(plain))) == 1
    assert ET.fromstring(crude)[-1].get("fill") == "#030405"


def test_house_paint_without_anybody_gone_changes_nothing() -> None:
    assert retouched(TWO, [], ["ann"], PAINT) == TWO
    assert retouched(TWO, ["somebody_else"], [], PAINT) == TWO


def test_everybody_can_be_painted_out_of_the_shipped_photograph() -> None:
    people = list(heads(SHIPPED))
    assert len(people) == 8
    painted = retouched(SHIPPED, people, people[:3], PAINT)
    ET.fromstring(painted)
    assert all("#3a332a" not in colours(painted, person) for person in people)


def test_a_group_of_any_size_stands_within_the_print() -> None:
    for count in (1, 2, 8, 9, 24):
        ids = [f"p{at}" for at in range(count)]
        drawn = group_of(ids)
        ET.fromstring(drawn)
        places = heads(drawn)
        assert sorted(places, key=lambda person: places[person]) == ids
        assert 20 < min(places.values()) <= max(places.values()) < 820
