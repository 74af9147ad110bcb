"""Drawings that come with a pack: which are drawn, and what is said of the others."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.desktop.resources import Pictures
from game.pages.pack_pictures import MOST_BYTES, drawing_fault, pack_picture, plain_drawing

ASSETS = Path(__file__).parents[2] / "assets"
HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9">'
BARE = b'<svg viewBox="0 0 9 9">'
UNKNOWN = "`<{}>`, which the window does not draw"
LONG = "a `transform`, `points` or `style` of more than 4,000 signs"
ENTITIES = "entities (`<!DOCTYPE ... [`)"
OUTSIDE = "an address of something outside it (`{}`)"
ADDRESS = "an address or a sign that no drawing needs (`{}`)"


@pytest.mark.parametrize(
    "inside",
    [
        "",
        '<g id="layer@2\\x" transform="scale(2)"><path d="M1 1z"/></g>',
        '<linearGradient id="b" xlink:href="#a"/><rect fill="url(#b)" style="fill: url( \'#b\' )"/>',
        "<style>.a{fill:#fff}</style><title>A</title><desc>B &amp; C</desc><metadata>D</metadata>",
        '<x:view xmlns:x="http://drawing.program" name="C:\\a.svg"><x:grid/></x:view>',
        '<path style="stroke-dasharray:none"/><text>Words</text><!-- a remark -->',
    ],
)
def test_a_drawing_of_plain_shapes_is_drawn(inside: str) -> None:
    assert drawing_fault(f"{HEAD}{inside}</svg>".encode()) is None


def test_a_drawing_as_programs_write_it_is_drawn() -> None:
    head = (
        '\ufeff<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n<!-- Created with a program -->\n'
        '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">\n'
    )
    assert drawing_fault(f"{head}{HEAD}</svg>".encode()) is None


def test_every_drawing_of_the_game_would_be_drawn() -> None:
    drawings = sorted(ASSETS.rglob("*.svg"))
    assert len(drawings) > 90
    assert [path.name for path in drawings if drawing_fault(path.read_bytes())] == []


@pytest.mark.parametrize(
    ("inside", "found"),
    [
        ("<script>alert(1)</script>", UNKNOWN.format("script")),
        ('<s:script xmlns:s="http://www.w3.org/2000/svg"/>', UNKNOWN.format("script")),
        ('<h:iframe xmlns:h="http://www.w3.org/1999/xhtml"/>', UNKNOWN.format("iframe")),
        ("<foreignObject/>", UNKNOWN.format("foreignObject")),
        ('<image href="data:image/png;base64,AAAA"/>', UNKNOWN.format("image")),
        ('<set attributeName="href" to="javascript:alert(1)"/>', UNKNOWN.format("set")),
        ('<use href="#a"/>', UNKNOWN.format("use")),  # ten inside ten inside ten: the laughs without entities
        ("<filter/>", UNKNOWN.format("filter")),
        ('<path ONLOAD="alert(1)"/>', "a script (`ONLOAD`)"),
        ('<g xlink:href="https://example.org"/>', OUTSIDE.format("https://example.org")),
        ('<g href="java&#115;cript:alert(1)"/>', OUTSIDE.format("javascript:alert(1)")),
        ('<g href="file:///etc/passwd"/>', OUTSIDE.format("file:///etc/passwd")),
        ('<path fill="url(http://example.org)"/>', ADDRESS.format("fill")),
        ('<path fill="u&#114;l(http://example.org)"/>', ADDRESS.format("fill")),
        ('<path style="fill:u\\72l(http://example.org)"/>', ADDRESS.format("style")),
        ('<g xml:base="http://example.org"/>', ADDRESS.format("base")),
        ("<style>@import 'x.css'</style>", "a style that asks for something outside it"),
        ("<style>@font-face{src:url(x)}</style>", "a style that asks for something outside it"),
        ("<style><![CDATA[a{fill:url(x)}]]></style>", "a style that asks for something outside it"),
        ('<path stroke-dasharray=".001"/>', "a dashed line (`stroke-dasharray`)"),
        ('<path style="stroke-dasharray:/**/.1"/>', "a dashed line (`stroke-dasharray`)"),
        ('<!-- <a/><path stroke-dasharray="1"/> -->', "a dashed line (`stroke-dasharray`)"),
        (f'<path d="{"1 " * 20_000}"/>', "a path of more than 40,000 signs"),
        (f'<g transform="{"scale(1)" * 500}"/>', LONG),
        ("<g/>" * 3_000, "more than 3,000 shapes"),
        ("<g>" * 100 + "</g>" * 100, "more than 100 elements inside one another"),
        ('<clipPath id="a"><path clip-path="url(#a)"/></clipPath>', "a `clipPath` inside another"),
        ("<?xml-stylesheet href='x.css'?>", "`<?xml-stylesheet`"),
        ("<g", "it is no SVG (not well-formed (invalid token))"),
        ("&lol;", "it is no SVG (undefined entity)"),
    ],
)  # fmt: skip
def test_what_is_more_than_shapes_is_not_drawn(inside: str, found: str) -> None:
    fault = drawing_fault(f"{HEAD}\n{inside}</svg>".encode())
    assert fault is not None
    assert fault.found == found


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (b"", "it is no SVG (no element found)"),
        (b"\x89PNG\r\n\x1a\n<svg/>", "it is no SVG (not well-formed (invalid token))"),
        (b"<html><svg/></html>", "it does not begin with `<svg>`"),
        ("<svg/>".encode("utf-16"), "it is not written as UTF-8"),
        (
            b'<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]><svg>&a;</svg>',
            ENTITIES,
        ),
        (
            b'<!DOCTYPE svg [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><svg>&b;</svg>',
            ENTITIES,
        ),
        (b"<svg/>", "its size is not known: `<svg>` has no `viewBox` of four numbers"),
        (BARE + b" " * MOST_BYTES + b"</svg>", "it is larger than 1 MB"),
    ],
)
def test_what_is_no_drawing_is_not_drawn(content: bytes, found: str, tmp_path: Path) -> None:
    fault = drawing_fault(content)
    assert fault is not None
    assert fault.found == found
    (tmp_path / "lamp.svg").write_bytes(content)
    assert pack_picture(tmp_path / "lamp.svg") is None


@pytest.mark.parametrize(
    "root",
    [
        "viewBox='0 0 9 9'", 'viewBox = "0,0\n9 9."', 'viewBox="-0 +0 .9e1 9"', 'width="9" height="9px"',
        'a=">" viewBox="0 0 9 9"',
    ],
)  # fmt: skip
def test_the_size_is_found_however_it_is_written(root: str, tmp_path: Path) -> None:
    (tmp_path / "lamp.svg").write_text(f'<!-- <svg viewBox="0 0 1 1"/> --><svg {root}><path/></svg>')
    drawing = pack_picture(tmp_path / "lamp.svg")
    assert drawing is not None
    assert drawing.startswith((b'<svg viewBox="0 0 9 9"', b'<svg viewBox="-0 0 9 9"'))
    assert drawing.count(b"viewBox") == 1
    assert Pictures(ASSETS, (tmp_path,)).filling("lamp", 9, 9) is not None


def test_no_attribute_comes_out_of_another_when_the_size_is_written_anew() -> None:
    quotes = """a=" viewBox='1" b='" onload="alert(1)'"""
    drawing = plain_drawing(f'<svg {quotes} viewBox="0 0 9 9"/>'.encode())
    assert drawing == f'<svg viewBox="0 0 9 9" {quotes}/>'.encode()


@pytest.mark.parametrize(
    ("root", "found"),
    [
        ('viewBox="0 0 9"', "its size is not known: `<svg>` has no `viewBox` of four numbers"),
        ('viewBox="0 0 nan 9"', "its size is not known: `<svg>` has no `viewBox` of four numbers"),
        ('width="100%" height="9"', "its size is not known: `<svg>` has no `viewBox` of four numbers"),
        ('viewBox="0 0 0 9"', "its `viewBox` is too large or too small"),
        ('viewBox="0 0 9e99 9"', "its `viewBox` is too large or too small"),
        ('viewBox="0 0 210 9"', "it is more than 20 times as wide as high, or as high as wide"),
    ],
)
def test_a_drawing_whose_size_cannot_be_used_is_told(root: str, found: str) -> None:
    fault = drawing_fault(f"<svg {root}/>".encode())
    assert fault is not None
    assert fault.found == found


def test_a_drawing_with_a_prefix_is_told() -> None:
    fault = drawing_fault(b'<s:svg xmlns:s="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>')
    assert fault is not None
    assert fault.found == "its elements have a prefix (`<svg:svg>`)"


def test_the_line_of_the_fault_is_told() -> None:
    fault = drawing_fault(BARE + b"\n<path/>\n<g>\n<use/></g></svg>")
    assert fault is not None
    assert fault.line == 4
