"""The pictures of a pack: which files are some, and which of them are not shown.

What a picture holds is read by those who draw it (game/pages); a command gives their answer to the compiler.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import PurePosixPath

from game.authoring.diagnostics import Report
from game.authoring.opened_zip import UnreadableZip
from game.authoring.spans import Span, TextFile

PICTURE_ENDINGS = frozenset({".svg", ".png", ".jpg", ".jpeg", ".webp"})
MOST = 500
"""Pictures of a pack that are looked at."""
_HEAD = 1024 * 1024 + 1
"""Bytes of each: what tells whether it is drawn stands at its beginning."""

Reader = Callable[[int], bytes]
"""Reads a file, so many bytes of it at most."""

PictureFault = Callable[[str, bytes, int], tuple[str, int] | None]
"""Takes the path of a picture, the first megabyte of its file and the size of it all; returns why it is not
drawn, in words, and the line of that (from 1), or None where it is drawn."""


def is_picture(path: str) -> bool:
    """Tell whether a path inside a pack is that of a picture that can be used."""
    return path.startswith("art/") and PurePosixPath(path).suffix.lower() in PICTURE_ENDINGS


def look_at_pictures(
    readers: Mapping[str, Reader],
    sizes: Mapping[str, int],
    place: Callable[[str, str], TextFile],
    report: Report,
    fault_of: PictureFault | None,
) -> None:
    """Report the pictures that are not shown. `place` makes the file that is named, with its text."""
    if fault_of is None:
        return
    for path in sorted(filter(is_picture, readers))[:MOST]:
        try:
            head = readers[path](_HEAD)
            fault = fault_of(path, head, sizes[path])
        except (OSError, UnreadableZip) as problem:
            head, fault = b"", (f"it cannot be read ({problem})", 1)
        if fault:
            found, line = fault
            is_drawing = path.lower().endswith(".svg")
            file = place(path, head.decode("utf-8", "replace") if is_drawing else "")
            start = file.line_starts[min(line, len(file.line_starts)) - 1]
            report.add("A105" if is_drawing else "A106", Span(file, start, start), found=found)
