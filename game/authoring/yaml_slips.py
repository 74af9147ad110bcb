"""What YAML cannot read, told in an author's words at the line that holds the slip."""

from __future__ import annotations

import re
from typing import Any

import yaml

from game.authoring.diagnostics import Report
from game.authoring.spans import Span, TextFile
from game.authoring.yaml_lines import LineReader
from game.authoring.yaml_tree import Listed, Node, Unreadable, start_of
from game.authoring.yaml_typed import Slip

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x84\x86-\x9f\ufeff\ufffe\uffff]")


def report_unreadable(
    report: Report,
    file: TextFile,
    problem: yaml.YAMLError | Unreadable,
    start: int = 0,
    piece: Node | None = None,
) -> None:
    """Report why a file cannot be read any further; `start` is the end of what could be read.

    `piece` is the beginning of a document that YAML took for all of it.
    """
    if isinstance(problem, Unreadable):
        report.add(problem.code, Span(file, problem.start, problem.end))
        return
    if (control := _CONTROL.search(file.text)) and isinstance(problem, yaml.reader.ReaderError):
        found = f"U+{ord(control.group()):04X}"
        report.add("Y118", Span(file, control.start(), control.end()), found=found)
        return
    at = min(_offset(problem, "problem_mark", file), max(0, len(file.text) - 1))
    slip = (
        _of_piece(piece, file, at)
        or _of_escape(problem, file, at)
        or LineReader(file, start).first_slip(at)
        or _from_problem(problem, file, at)
    )
    report.add(slip.code, Span(file, slip.start, slip.end), **slip.values)


def _offset(problem: Any, name: str, file: TextFile) -> int:
    mark = getattr(problem, name, None)
    return min(int(mark.index), len(file.text)) if mark is not None else 0


def _of_piece(piece: Node | None, file: TextFile, at: int) -> Slip | None:
    """The first line of a document stands further in than the next, or begins with a dash as no other."""
    if piece is None:
        return None
    start = start_of(piece)
    line_end = file.text.find("\n", start)
    column, wanted = file.position(start)[1], file.position(at)[1]
    if wanted < column:
        return Slip("Y102", start, line_end, {"column": wanted, "help": "like_below"})
    if isinstance(piece, Listed) and file.text.startswith("-", start):
        return Slip("Y115", start, line_end, {"help": "no_dash"})
    return None


def _of_escape(problem: yaml.YAMLError, file: TextFile, at: int) -> Slip | None:
    """A backslash in double quotes, which stands for more than itself."""
    if "escape" not in str(getattr(problem, "problem", "")):
        return None
    back = file.text.rfind("\\", 0, at + 1)
    return Slip("Y129", back, back + 2, {"typed": file.text[back : back + 2]}) if back >= 0 else None


def _from_problem(problem: yaml.YAMLError, file: TextFile, at: int) -> Slip:
    """What YAML itself says, where no line shows a slip that people make."""
    context = str(getattr(problem, "context", "") or "")
    opened = _offset(problem, "context_mark", file)
    if "quoted scalar" in context:
        return Slip("Y104", opened, opened + 1, {})
    if "flow" in context and file.text[opened : opened + 1] in ("[", "{"):
        sign = file.text[opened]
        return Slip("Y116", opened, opened + 1, {"sign": sign, "closing": {"[": "]", "{": "}"}[sign]})
    line_start = file.text.rfind("\n", 0, at) + 1
    if at >= len(file.text.rstrip()) or not file.text[line_start:].strip():
        at = max(0, len(file.text.rstrip()) - 1)
    return Slip("Y117", at, at + 1, {})
