"""How a photograph must be turned to stand upright: cameras write it into the file and turn nothing.

Browsers turn a JPEG or a PNG by themselves (CSS image-orientation: from-image), Chromium no WebP; whoever
decodes one must do it too.
"""

from __future__ import annotations

from struct import error, unpack_from

_MOST_BYTES = 200_000
"""Where the entry is looked for: it stands in the first segments, each of 65,535 bytes at most."""
_ORIENTATION, _SHORT = 0x0112, 3
_PNG = b"\x89PNG\r\n\x1a\n"


def orientation(content: bytes) -> int:
    """Return the EXIF orientation of a JPEG or PNG file, 1 to 8; 1 (as it is) for all that has none.

    2 is mirrored, 3 upside down, 4 both; 6 must be turned to the right and 8 to the left, 5 and 7 are these
    two mirrored. Exif 2.32, section 4.6.4, tag 0x0112; PNG 1.5, chunk eXIf.
    """
    head = content[:_MOST_BYTES]
    try:
        return _of_png(head) if head.startswith(_PNG) else _of_jpeg(head)
    except (error, IndexError):
        return 1


def stands_on_its_side(content: bytes) -> bool:
    """Tell whether width and height change places when a photograph is turned upright."""
    return orientation(content) > 4


def _of_png(head: bytes) -> int:
    at = len(_PNG)
    while head[at + 4 : at + 8] != b"IDAT":  # the picture itself begins
        length = unpack_from(">I", head, at)[0]
        if head[at + 4 : at + 8] == b"eXIf":
            return _of_tiff(head[at + 8 : at + 8 + length])
        at += 12 + length
    return 1


def _of_jpeg(head: bytes) -> int:
    at = 2 if head.startswith(b"\xff\xd8") else len(head)
    while head[at] == 0xFF and head[at + 1] not in {0xDA, 0xD9}:  # the picture itself begins, or it ends
        length = max(2, unpack_from(">H", head, at + 2)[0])
        if head[at + 1] == 0xE1 and head[at + 4 : at + 10] == b"Exif\0\0":
            return _of_tiff(head[at + 10 : at + 2 + length])
        at += 2 + length
    return 1


def _of_tiff(block: bytes) -> int:
    order = {b"II": "<", b"MM": ">"}.get(block[:2])
    if order is None:
        return 1
    first = unpack_from(order + "I", block, 4)[0]
    for entry in range(unpack_from(order + "H", block, first)[0]):
        tag, kind, _, value = unpack_from(order + "HHIH", block, first + 2 + 12 * entry)
        if (tag, kind) == (_ORIENTATION, _SHORT):
            return value if 1 <= value <= 8 else 1
    return 1
