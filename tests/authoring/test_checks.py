"""Pictures against what the game brings along, and names of every kind."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.authoring import compile_pack
from game.commands.packs import compilation_of
from tests.authoring.packs import X, codes, compiled, good_pack


def test_a_portrait_without_a_file_is_a_warning(tmp_path: Path) -> None:
    people = "sorokin: {name: S}\nfeldman: {name: F, portrait: feldmann}\n"
    pack = good_pack(tmp_path, {"people.yaml": people})
    assert codes(compile_pack(pack)) == []
    (found,) = compile_pack(pack, portraits=["feldman"]).diagnostics
    assert (found.code, found.span.line, found.help) == ("A104", 2, "did you mean `feldman`?")


def test_pictures_of_the_packs_own_folder_count(tmp_path: Path) -> None:
    x = X + "place: square\ntext: X.\nnext: [{to: night}]\n"
    files = {"chapters/01_a/x.yaml": x, "pictures.yaml": "lamp: L.\nsquare: S.\n", "art/square.svg": "<svg/>"}
    assert codes(compile_pack(good_pack(tmp_path, files), places=["lamp"])) == []


def test_a_picture_that_is_not_shown_is_named_with_the_line_that_is_the_reason(tmp_path: Path) -> None:
    # A105 and A106: what tells is given by the commands, as only pages/ can read pictures.
    head = '<svg viewBox="0 0 6 7">'
    files = {
        "art/lamp.svg": f"{head}\n<path/>\n<use/></svg>",
        "art/map.svg": f"{head}</svg>",
        "art/us.JPG": "no photograph",
    }
    pack = good_pack(tmp_path, files)
    assert codes(compile_pack(pack)) == []
    drawing, photograph = compilation_of(pack).diagnostics
    assert (drawing.code, drawing.span.file.path, drawing.span.line) == ("A105", "art/lamp.svg", 3)
    assert drawing.message == "this drawing is not shown: `<use>`, which the window does not draw"
    assert (photograph.code, photograph.span.file.path) == ("A106", "art/us.JPG")
    assert photograph.message == (
        "this photograph is not shown: it is no PNG, JPEG or WebP file, or a damaged one"
    )


@pytest.mark.parametrize(
    ("path", "help_line"),
    [
        ("art/square.gif", "`art/square.gif` is there: a picture ends in .svg, .png, .jpg, .jpeg or .webp"),
        ("square.png", "`square.png` is there: move it into the folder `art` of the pack"),
    ],
)
def test_a_picture_that_is_there_and_not_used(tmp_path: Path, path: str, help_line: str) -> None:
    x = X + "place: square\ntext: X.\nnext: [{to: night}]\n"
    pack = good_pack(tmp_path, {"chapters/01_a/x.yaml": x, path: "GIF89a"})
    (found,) = compile_pack(pack, places=["lamp"]).diagnostics
    assert (found.code, found.help) == ("A101", help_line)


def test_one_missing_picture_is_told_once(tmp_path: Path) -> None:
    scene = "place: square\ntext: X.\nnext: [{to: y}]\n"
    y = "---\nscene: y\ntitle: Y\nprovenance: invented\nplace: square\ntext: Y.\nnext: [{to: night}]\n"
    pack = good_pack(tmp_path, {"chapters/01_a/x.yaml": X + scene + y})
    assert codes(compile_pack(pack, places=["lamp"])) == ["A101"]


def test_the_blank_place_needs_no_picture(tmp_path: Path) -> None:
    x = X + "place: blank\ntext: X.\nnext: [{to: night}]\n"
    assert codes(compile_pack(good_pack(tmp_path, {"chapters/01_a/x.yaml": x}), places=["lamp"])) == []


@pytest.mark.parametrize(
    ("link", "help_line"),
    [
        ("nihgt", "did you mean `night`"),
        ("Night", "write its id, `night`"),
        ("nite", "write a scene `nite`"),
        ("offic", "did you mean `office`"),
        ("let_ter", "did you mean `letter`"),
    ],
)
def test_what_a_broken_link_may_have_meant(tmp_path: Path, link: str, help_line: str) -> None:
    result = compiled(tmp_path, X + f"text: X.\nnext: [{{to: {link}}}]\n")
    assert [found.help[: len(help_line)] for found in result.diagnostics] == [help_line]


def test_a_misspelt_link_does_not_make_its_scene_unreached(tmp_path: Path) -> None:
    y = "---\nscene: long_road\ntitle: Y\nprovenance: invented\ntext: Y.\nnext: [{to: night}]\n"
    result = compiled(tmp_path, X + "text: X.\nnext: [{to: long_raod}]\n" + y)
    assert codes(result) == ["L101"]


def test_every_letter_of_a_deck_is_reached_by_its_offer(tmp_path: Path) -> None:
    y = "---\nscene: y\ntitle: Y\ndeck: in_tray\nprovenance: invented\ntext: Y.\nnext: [{to: z}]\n"
    z = "---\nscene: z\ntitle: Z\nprovenance: invented\ntext: Z.\nnext: [{to: night}]\n"
    assert codes(compiled(tmp_path, X + "text: X.\nnext: [{to: night}]\n" + y + z)) == []
