"""Zips from strangers: opened under limits, and read without trusting what they say of themselves.

What Python's zipfile does with a damaged or hostile file depends on its bytes: it raises a dozen kinds of
errors, takes a gigabyte for a list of entries, and unpacks some ways of packing without any bound. Here all
of that is one error.
"""

from __future__ import annotations

import struct
import zipfile
import zlib
from pathlib import Path

MOST_LISTED = 4 * 1024 * 1024
"""Bytes of a zip's list of entries; two thousand files with long names take less than a tenth."""
_TAIL = 22 + 0xFFFF
"""The end record and the longest comment behind it."""
_ODD = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    RuntimeError,  # a password, a kind of packing that this Python lacks
    LookupError,
    ValueError,
    OverflowError,
)


class UnreadableZip(Exception):
    """A zip, or a file in it, that cannot be read; the message says why."""


def opened(path: Path) -> zipfile.ZipFile:
    """Open a zip. Raises UnreadableZip, and OSError where the file itself cannot be read."""
    try:
        _look_at_list(path)
        return zipfile.ZipFile(path)
    except _ODD as problem:
        raise UnreadableZip(str(problem) or type(problem).__name__) from problem


def entries(archive: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
    """Return the files of a zip; folders, and what has no name, are left out."""
    return [info for info in archive.infolist() if info.filename and not info.is_dir()]


def unpacked(archive: zipfile.ZipFile, info: zipfile.ZipInfo, most: int) -> bytes:
    """Return what a file of a zip holds, `most` bytes at most. Raises UnreadableZip and OSError."""
    if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        # bzip2 and LZMA unpack a piece of any size in one go.
        raise UnreadableZip("it is packed in an uncommon way")
    try:
        with archive.open(info) as member:
            return member.read(most)
    except _ODD as problem:
        raise UnreadableZip(str(problem) or type(problem).__name__) from problem


def _look_at_list(path: Path) -> None:
    """Refuse a list of entries that is longer than any pack's, before it is read into memory."""
    with path.open("rb") as file:
        file.seek(max(0, path.stat().st_size - _TAIL))
        tail = file.read(_TAIL)
    at = tail.rfind(b"PK\5\6")
    if at >= 0 and len(tail) >= at + 16 and struct.unpack_from("<I", tail, at + 12)[0] > MOST_LISTED:
        raise zipfile.BadZipFile("it lists more files than any pack has")
