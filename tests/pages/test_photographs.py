"""Photographs of a pack: their size from the first bytes, and what is not drawn."""

from __future__ import annotations

from pathlib import Path
from struct import pack

import pytest

from game.pages.photographs import MOST_BYTES, pack_photograph, photograph_fault, photograph_size

PNG = b"\x89PNG\r\n\x1a\n" + pack(">I", 13) + b"IHDR"
JPEG = b"\xff\xd8\xff\xe0" + pack(">H", 16) + b"JFIF" + b"\0" * 10
SIZED = b"\xff\xc0" + pack(">HBHH", 17, 8, 480, 640)
WEBP = b"RIFF\0\0\0\0WEBP"


@pytest.mark.parametrize(
    ("content", "size"),
    [
        (PNG + pack(">II", 640, 480), (640, 480)),
        (JPEG + SIZED, (640, 480)),
        (JPEG + b"\xff" + SIZED, (640, 480)),  # a marker may be led by any number of 0xFF
        (WEBP + b"VP8X" + b"\0" * 8 + b"\x7f\x02\0" + b"\xdf\x01\0", (640, 480)),
        (WEBP + b"VP8 " + b"\0" * 10 + pack("<HH", 640, 480), (640, 480)),
        (WEBP + b"VP8L" + b"\0" * 4 + b"\x2f" + pack("<I", 639 | 479 << 14), (640, 480)),
        (PNG + pack(">II", 60_000, 60_000), None),  # would take fourteen gigabytes
        (PNG + pack(">II", 0, 480), None),
        (PNG, None),
        (JPEG, None),
        (JPEG + b"\xff\xe1\0\0", None),
        (b"\xff\xd8", None),
        (b"\xff\xd8" + b"\xff" * 5_000 + SIZED, None),  # megabytes of such would take seconds
        (WEBP + b"VP9 ", None),
        (b"<svg", None),
        (b"", None),
    ],
)
def test_the_size_of_a_photograph(content: bytes, size: tuple[int, int] | None) -> None:
    assert photograph_size(content) == size


def test_a_file_that_is_too_long_is_not_drawn() -> None:
    assert photograph_size((PNG + pack(">II", 640, 480)).ljust(MOST_BYTES + 1, b"\0")) is None


def test_a_photograph_is_found_by_its_name_without_the_ending(tmp_path: Path) -> None:
    content = JPEG + SIZED
    (tmp_path / "class.JPG").write_bytes(content)
    (tmp_path / "notes.txt").write_text("class")
    assert pack_photograph(tmp_path, "class") == content
    assert pack_photograph(tmp_path, "notes") is None


def test_why_a_photograph_is_not_drawn_is_told() -> None:
    large = PNG + pack(">II", 60_000, 60_000)
    assert photograph_fault(large, 99) == "it has 60,000 x 60,000 pixels, and 50 million are drawn at most"
    assert photograph_fault(PNG, 99) == "it is no PNG, JPEG or WebP file, or a damaged one"
    assert photograph_fault(PNG + pack(">II", 640, 480), MOST_BYTES + 1) == "it is larger than 16 MB"
    assert photograph_fault(PNG + pack(">II", 640, 480), MOST_BYTES) is None
