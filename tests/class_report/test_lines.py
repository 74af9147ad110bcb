"""Lines of a file, whatever program wrote it."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from game.class_report.lines import LONGEST, NotText, lines_of


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_lines_have_numbers_in_any_encoding(encoding: str) -> None:
    stream = io.BytesIO("Ж: 1\r\n\r\n2".encode(encoding))
    assert [(number, line.strip()) for number, line in lines_of(stream)] == [(1, "Ж: 1"), (2, ""), (3, "2")]


def test_an_encoding_of_old_loses_no_code() -> None:
    stream = io.BytesIO("Chloé;1234G-55\n".encode("cp1252"))
    assert [line for _, line in lines_of(stream)] == ["Chlo\ufffd;1234G-55\n"]


def test_a_line_without_end_is_cut() -> None:
    stream = io.BytesIO(b"x" * (LONGEST + 5) + b"\ny")
    assert [(number, len(line)) for number, line in lines_of(stream)] == [(1, LONGEST), (1, 6), (2, 1)]


@pytest.mark.parametrize("head", [b"PK\x03\x04", b"%PDF-1.7", b"\xd0\xcf\x11\xe0"])
def test_a_spreadsheet_or_a_document_is_refused_with_what_helps(head: bytes) -> None:
    with pytest.raises(NotText, match="save it as CSV"):
        list(lines_of(io.BytesIO(head + b"\0" * 40)))


def test_a_file_is_left_open_for_whoever_opened_it() -> None:
    stream = io.BytesIO(b"1")
    assert list(lines_of(stream)) == [(1, "1")]
    assert not stream.closed


def test_a_file_that_was_closed_before_its_end_was_read_is_no_problem(tmp_path: Path) -> None:
    path = tmp_path / "codes.txt"
    path.write_bytes(b"one\ntwo\n")
    with path.open("rb") as file:
        lines = lines_of(file)
        assert next(lines) == (1, "one\n")
    lines.close()
