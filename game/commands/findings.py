"""A compiler's diagnostics as the plain findings that the window shows."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from game.authoring.diagnostics import Diagnostic
    from game.desktop.bench import Finding


def as_findings(diagnostics: Iterable[Diagnostic]) -> tuple[Finding, ...]:
    """Return diagnostics with the lines they stand in, and what their codes mean."""
    from game.authoring.catalogue import ENTRIES
    from game.authoring.diagnostics import Severity
    from game.desktop.bench import Finding, Meaning

    found = []
    for diagnostic in diagnostics:
        span, entry = diagnostic.span, ENTRIES[diagnostic.code]
        line, column = span.file.position(span.start)
        source = span.file.line(line)
        root = span.file.shown.removesuffix(span.file.path) if span.file.path else ""

        def short(text: str, root: str = root) -> str:
            # The window shows places inside the pack; where that lies was said once.
            return text.replace(root, "") if root.strip("/.") else text

        found.append(
            Finding(
                is_error=diagnostic.severity is Severity.ERROR,
                code=diagnostic.code,
                message=short(diagnostic.message),
                file=span.file.path or span.file.shown,
                line=line if span.file.text else 0,
                source=source,
                start=column - 1,
                end=min(len(source), column - 1 + span.end - span.start),
                help=short(diagnostic.help),
                meaning=Meaning(entry.title, entry.why, entry.wrong, entry.right),
            )
        )
    return tuple(found)
