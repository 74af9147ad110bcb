"""Photographs of a pack (PNG, JPEG, WebP): their size, read from the first bytes before anything is decoded.

A few bytes can claim a picture that would fill the memory of any machine; what is too large is not drawn.
"""

from __future__ import annotations

from pathlib import Path
from struct import error, unpack_from

from game.pages.upright import stands_on_its_side

MOST_BYTES = 16 * 1024 * 1024
"""The largest photograph; a camera's have up to 12 MB."""
MOST_PIXELS = 50_000_000
"""The most pixels of a photograph; decoded they take four bytes each."""
ENDINGS = (".png", ".jpg", ".jpeg", ".webp")


def pack_photograph(folder: Path, name: str) -> bytes | None:
    """Return the PNG, JPEG or WebP file of this name; None where none is there that may be drawn.

    Raises OSError where the folder or the file cannot be read.
    """
    for path in sorted(folder.iterdir()):
        if path.stem == name and path.suffix.lower() in ENDINGS and path.is_file():
            with path.open("rb") as file:
                content = file.read(MOST_BYTES + 1)
            return content if photograph_size(content) else None
    return None


_PNG = b"\x89PNG\r\n\x1a\n"
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
"""Markers of a JPEG file behind which its size stands."""
_MOST_SEGMENTS = 1_000
"""What may stand before that; a camera writes some twenty segments."""


def photograph_size(content: bytes) -> tuple[int, int] | None:
    """Return width and height of the upright picture in pixels; None for what is not drawn."""
    size = None if photograph_fault(content, len(content)) else _size_of(content)
    return (size[1], size[0]) if size and stands_on_its_side(content) else size


def photograph_fault(head: bytes, size: int) -> str | None:
    """Return in words why a photograph is not drawn, or None where it is.

    `head` is the beginning of the file, at least its first megabyte, `size` how many bytes it has in all.
    """
    if size > MOST_BYTES:
        return f"it is larger than {MOST_BYTES // 2**20} MB"
    pixels = _size_of(head)
    if pixels is None or min(pixels) < 1:
        return "it is no PNG, JPEG or WebP file, or a damaged one"
    width, height = pixels
    if width * height > MOST_PIXELS:
        return f"it has {width:,} x {height:,} pixels, and {MOST_PIXELS // 10**6} million are drawn at most"
    return None


def _size_of(content: bytes) -> tuple[int, int] | None:
    try:
        return _size(content)
    except (error, IndexError):
        return None


def _size(content: bytes) -> tuple[int, int] | None:
    if content.startswith(_PNG):
        width, height = unpack_from(">II", content, 16)
        return width, height
    if content.startswith(b"\xff\xd8"):
        return _jpeg_size(content)
    if content.startswith(b"RIFF") and content[8:12] == b"WEBP":
        return _webp_size(content)
    return None


def _jpeg_size(content: bytes) -> tuple[int, int] | None:
    at = 2
    for _ in range(_MOST_SEGMENTS):
        if content[at] != 0xFF:
            break
        marker = content[at + 1]
        if marker in _FRAMES:
            height, width = unpack_from(">HH", content, at + 5)
            return width, height
        at += 1 if marker == 0xFF else 2 + max(2, unpack_from(">H", content, at + 2)[0])
    return None


def _webp_size(content: bytes) -> tuple[int, int] | None:
    match content[12:16]:
        case b"VP8X":
            return 1 + int.from_bytes(content[24:27], "little"), 1 + int.from_bytes(content[27:30], "little")
        case b"VP8 ":
            width, height = unpack_from("<HH", content, 26)
            return width & 0x3FFF, height & 0x3FFF
        case b"VP8L":
            bits = unpack_from("<I", content, 21)[0]
            return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    return None
