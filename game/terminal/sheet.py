"""A sheet: what is printed at once, as wrapped lines."""

from __future__ import annotations

from dataclasses import dataclass, field

from game.story.views import ProseView, RunView
from game.terminal.flow import Line, Span, columns, flow
from game.terminal.ink import Ink

WIDEST = 76
"""Reading lines longer than this are hard to follow, however wide the terminal is."""

NARROWEST = 20

_LOOKS = {"plain": "", "emphasis": "3", "strong": "1", "both": "1;3"}
_MARKS = {"plain": "", "emphasis": "*", "strong": "**", "both": "***"}


@dataclass(slots=True)
class Sheet:
    """Lines for a terminal of `width` columns that shows what `ink` can."""

    width: int
    ink: Ink
    lines: list[Line] = field(default_factory=list)

    def heading(self, text: str) -> Sheet:
        """Add a heading with a line under it."""
        self.gap()
        found = flow([Span(self.ink.spelled(text), "1")], self.width)
        self.lines += found
        widest = max(columns("".join(span.text for span in line)) for line in found)
        self.lines.append((Span("=" * widest),))
        return self

    def subheading(self, text: str) -> Sheet:
        """Add a smaller heading."""
        return self.gap().say(text, look="1")

    def say(self, text: str, first: str = "", rest: str | None = None, look: str = "") -> Sheet:
        """Add one paragraph of plain text, `first` before its first line and `rest` before the others."""
        after = " " * columns(first) if rest is None else rest
        self.lines += flow([Span(self.ink.spelled(text), look)], self.width, first, after)
        return self

    def prose(self, prose: ProseView, first: str = "", rest: str | None = None) -> Sheet:
        """Add paragraphs with a blank line between them."""
        after = " " * columns(first) if rest is None else rest
        for position, paragraph in enumerate(prose):
            if position:
                self.gap()
            before = after if position else first
            self.lines += flow([self._span(run) for run in paragraph], self.width, before, after)
        return self

    def gap(self) -> Sheet:
        """Add a blank line, unless the sheet is empty or ends with one."""
        if self.lines and self.lines[-1]:
            self.lines.append(())
        return self

    def rule(self, label: str = "") -> Sheet:
        """Add a line across the sheet, with a label in it."""
        wanted = self.ink.spelled(label)
        if columns(wanted) > self.width - 8:
            self.rule()
            self.say(label, "    ", look="1")
            return self
        head = [Span("--- "), Span(wanted, "1"), Span(" ")] if wanted else []
        taken = columns("".join(span.text for span in head))
        self.lines.append((*head, Span("-" * (self.width - taken))))
        return self

    def _span(self, run: RunView) -> Span:
        text = self.ink.spelled(run.text)
        if not text.strip():
            return Span(text)
        if self.ink.styled:
            looks = [look for look in (_LOOKS[run.style], "4" if run.term else "") if look]
            return Span(text, ";".join(looks))
        mark = _MARKS[run.style]
        return Span(f"{mark}[{text}]{mark}" if run.term else f"{mark}{text}{mark}")
