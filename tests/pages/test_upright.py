"""The orientation that a camera writes into a JPEG file, whatever else stands there."""

from __future__ import annotations

from struct import pack

import pytest

from game.pages.photographs import photograph_size
from game.pages.upright import orientation, stands_on_its_side

JFIF = b"\xff\xe0" + pack(">H", 16) + b"JFIF" + b"\0" * 10
SIZED = b"\xff\xc0" + pack(">HBHH", 17, 8, 480, 640)


def exif(value: int, order: str = "<", *, tag: int = 0x0112, before: int = 0) -> bytes:
    """A segment with one entry of interest, behind `before` others."""
    others = pack(order + "HHII", 0x010F, 2, 4, 0) * before
    entry = pack(order + "HHIHH", tag, 3, 1, value, 0)
    mark = b"II*\0" if order == "<" else b"MM\0*"
    tiff = mark + pack(order + "I", 8) + pack(order + "H", before + 1) + others + entry + pack(order + "I", 0)
    return b"\xff\xe1" + pack(">H", len(tiff) + 8) + b"Exif\0\0" + tiff


@pytest.mark.parametrize("order", ["<", ">"])
@pytest.mark.parametrize("value", range(1, 9))
def test_all_orientations_in_both_orders_of_bytes(value: int, order: str) -> None:
    assert orientation(b"\xff\xd8" + JFIF + exif(value, order, before=3) + SIZED) == value


@pytest.mark.parametrize("value", range(1, 9))
def test_a_png_has_it_in_a_chunk_of_its_own(value: int) -> None:
    tiff = exif(value, ">")[10:]
    chunk = pack(">I", len(tiff)) + b"eXIf" + tiff + b"\0" * 4
    size = pack(">II", 640, 480) + b"\x08\2\0\0\0"
    header = b"\x89PNG\r\n\x1a\n" + pack(">I", 13) + b"IHDR" + size + b"\0" * 4
    data = pack(">I", 0) + b"IDAT" + b"\0" * 4
    assert orientation(header + chunk + data) == value
    assert orientation(header + data + chunk) == 1
    assert orientation((header + chunk)[:-20]) == 1
    assert photograph_size(header + chunk + data) == ((640, 480) if value < 5 else (480, 640))


@pytest.mark.parametrize("content", [
    b"",
    b"\xff\xd8",
    b"\xff\xd8" + JFIF + SIZED,
    b"\xff\xd8" + exif(0),
    b"\xff\xd8" + exif(9),
    b"\xff\xd8" + exif(6, tag=0x0113),
    b"\xff\xd8" + exif(6)[:20],
    b"\xff\xd8" + exif(6).replace(b"II*\0", b"XX*\0"),
    b"\xff\xd8\xff\xe1\0\0Exif\0\0",
    b"\xff\xd8\xff\xda" + exif(6),
    b"\x89PNG\r\n\x1a\n" + exif(6),
])  # fmt: skip
def test_what_says_nothing_that_can_be_used_stays_as_it_is(content: bytes) -> None:
    assert orientation(content) == 1


@pytest.mark.parametrize(
    ("value", "size"), [(1, (640, 480)), (3, (640, 480)), (6, (480, 640)), (8, (480, 640))]
)
def test_the_size_of_a_photograph_is_that_of_the_upright_picture(value: int, size: tuple[int, int]) -> None:
    content = b"\xff\xd8" + exif(value) + SIZED
    assert photograph_size(content) == size
    assert stands_on_its_side(content) == (size == (480, 640))
