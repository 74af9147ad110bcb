"""The photograph on the page: the story's picture, as an image, with people painted out of it."""

from __future__ import annotations

import base64
import xml.etree.ElementTree as ET

from game.pages.debrief import debrief_page
from game.pages.photograph import print_of
from game.shipped import folder
from game.story.views import PhotographView
from tests.pages.made import HOSTILE, debrief, person, read

PICTURE = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 900 600">
<g id="empty_chair" transform="translate(793 250)"><rect width="9" height="9" fill="#000"/></g>
<g id="person_anna" transform="translate(76 216) scale(1.1)"><path d="M0,0" fill="none" stroke="#111"/></g>
<g id="person_pavel" transform="translate(166.5 164)"><rect width="9" height="9" fill="#222"/></g>
</svg>"""

STAFF = PhotographView(
    "The staff", (person("anna", "Anna Orlova"), person("pavel", "Pavel Grin")), ("pavel",)
)


def picture_in(address: str) -> str:
    kind, _, data = address.partition(",")
    assert kind == "data:image/svg+xml;base64"
    return base64.b64decode(data).decode()


def test_as_it_was_taken_the_picture_is_untouched_and_has_every_name() -> None:
    made = print_of(PICTURE, STAFF, as_taken=True)
    assert picture_in(made.address) == PICTURE
    assert [(plate.x, plate.name) for plate in made.plates] == [(106.0, "Orlova"), (196.5, "Grin")]
    assert made.has_empty_chair


def test_who_is_gone_is_painted_over_and_off_the_plate() -> None:
    made = print_of(PICTURE, STAFF, as_taken=False)
    assert [plate.name for plate in made.plates] == ["Orlova"]
    painted = picture_in(made.address)
    ET.fromstring(painted)
    assert 'fill="#222"' not in painted
    assert 'fill="none" stroke="#111"' in painted


def test_silhouettes_stand_for_people_whom_the_picture_does_not_show() -> None:
    for svg in (PICTURE.replace("person_anna", "person_olga"), ""):
        made = print_of(svg, STAFF, as_taken=True)
        drawn = picture_in(made.address)
        ET.fromstring(drawn)
        assert [plate.name for plate in made.plates] == ["Orlova", "Grin"]
        assert 'id="person_anna"' in drawn
        assert not made.has_empty_chair


def test_a_long_row_of_names_is_set_smaller() -> None:
    many = tuple(person(f"p{at}", f"Anna Konstantinopolskaya{at}") for at in range(14))
    assert print_of("", STAFF, as_taken=True).size == 28
    assert print_of("", PhotographView("All", many, ()), as_taken=True).size == 10.6


def test_the_page_shows_it_twice_with_the_empty_chair_and_the_names() -> None:
    page = debrief_page(debrief(photograph=STAFF), photograph_svg=PICTURE)
    before, after = page.split("<figure>")[1:]
    assert (before.count("<image "), after.count("<image ")) == (1, 1)
    assert before.count("</text>") == 2
    assert after.count("</text>") == 1
    assert "From the left: Anna Orlova, Pavel Grin; then an empty chair." in page
    assert "No longer in the picture: Pavel Grin." in page


def test_a_picture_from_a_stranger_s_pack_is_never_markup() -> None:
    hostile = PICTURE.replace('<g id="empty', f'<script>alert(1)</script>{HOSTILE}<g onload="x()" id="empty')
    page = debrief_page(debrief(photograph=STAFF), photograph_svg=hostile)
    found = read(page)
    assert found.all("script") == []
    assert "onload" not in page
    assert (found.open, found.misplaced) == ([], [])


def test_the_shipped_picture_has_a_head_for_everybody_in_the_shipped_photograph() -> None:
    ids = ["gorelov", "sorokin", "feldman", "drozd", "lisitsyn", "yershova", "ozols", "tikhonov"]
    view = PhotographView("The presidium", tuple(person(id, id.title()) for id in ids), ("feldman",))
    svg = (folder("assets") / "pictures" / "presidium_1934.svg").read_text(encoding="utf-8")
    made = print_of(svg, view, as_taken=False)
    assert [plate.name for plate in made.plates] == [id.title() for id in ids if id != "feldman"]
    ET.fromstring(picture_in(made.address))
