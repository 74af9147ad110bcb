"""Signs that nobody sees, and that turn a text about or steer a terminal: none reaches a story."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from game.authoring.diagnostics import Report
from game.authoring.spans import Span, TextFile
from game.authoring.yaml_tree import Group, Node, Scalar, span_of

MOST = 20
"""Places of one file that are told."""
_TURNING = "\u202a-\u202e\u2066-\u2069"
_SIGNS = f"\0-\x08\x0b-\x1f\x7f-\x9f{_TURNING}"
# Text of another direction, opened and closed again in one line, turns nothing but itself about.
_CLOSED = f"[\u2066-\u2068][^\n{_SIGNS}]*\u2069"
_TURNS = re.compile(f"{_CLOSED}|([{_TURNING}])")
_UNSEEN = re.compile(f"{_CLOSED}|([{_SIGNS}])")
_ESCAPE = re.compile(r"\\[0abefrvNxuU]")


def report_unseen(report: Report, file: TextFile, nodes: Iterable[Node]) -> None:
    """Report such signs, whether they stand in the file or in double quotes as an escape (`"\\e"`)."""
    told = 0
    for found in () if file.text.isascii() else _TURNS.finditer(file.text):
        if found[1] and told < MOST:
            report.add("Y118", Span(file, found.start(), found.end()), found=f"U+{ord(found[1]):04X}")
            told += 1
    # Reading all values takes time, and hardly any file has such an escape.
    for scalar in _scalars(nodes) if _ESCAPE.search(file.text) else ():
        sign = next(filter(None, _UNSEEN.findall(scalar.value)), "") if scalar.style == '"' else ""
        if sign and told < MOST and sign not in file.text[scalar.start_mark.index : scalar.end_mark.index]:
            report.add("Y118", span_of(file, scalar), found=f"U+{ord(sign):04X}")
            told += 1


def _scalars(nodes: Iterable[Node]) -> Iterator[Scalar]:
    waiting = [*nodes]
    while waiting:
        node = waiting.pop()
        if isinstance(node, Group):
            waiting += node.items
        else:
            yield node
