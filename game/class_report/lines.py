"""The lines of a text file, whatever program wrote it."""

from __future__ import annotations

import codecs
import io
from collections.abc import Iterator
from contextlib import suppress
from typing import BinaryIO

LONGEST = 100_000
"""Signs of a line that are looked at in one go; a longer one is cut there."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_NO_TEXT = (b"PK\x03\x04", b"%PDF", b"\xd0\xcf\x11\xe0", b"\x89PNG", b"\xff\xd8\xff")

NO_TEXT = (
    "This is no text file but a document, a spreadsheet or a picture. Copy the codes out of it into a plain "
    "text file, one code a line, or save it as CSV."
)


class NotText(ValueError):
    """Raised for a file that has no lines of text; the message says what helps."""


def lines_of(stream: BinaryIO) -> Iterator[tuple[int, str]]:
    """Yield the lines of a file with their numbers, from 1. Raises NotText.

    UTF-8 and UTF-16 are understood; of anything else the codes can be read all the same.
    """
    buffered = io.BufferedReader(stream) if isinstance(stream, io.RawIOBase) else stream
    head = _peeked(buffered)
    if head.startswith(_NO_TEXT):
        raise NotText(NO_TEXT)
    encoding = next((name for mark, name in _MARKS if head.startswith(mark)), "utf-8")
    text = io.TextIOWrapper(buffered, encoding=encoding, errors="replace")
    number = 1
    try:
        while line := text.readline(LONGEST):
            yield number, line
            number += line.endswith("\n")
    finally:
        with suppress(ValueError):  # after an interrupt it may be closed by now
            text.detach()  # who opened the file closes it


def _peeked(stream: BinaryIO) -> bytes:
    if isinstance(stream, io.BufferedReader):
        return stream.peek(8)[:8]
    head = stream.read(8)
    stream.seek(-len(head), io.SEEK_CUR)
    return head
