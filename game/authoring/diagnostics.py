"""Findings for authors: what a Diagnostic is, how it is collected, silenced, sorted and written."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from game.authoring.catalogue import ENTRIES, HELPS
from game.authoring.spans import Span, TextFile, excerpt


class Severity(StrEnum):
    """How much a finding matters: an error keeps the story from being made, a warning does not."""

    ERROR = "error"
    WARNING = "warning"


_ESCAPED = "\\x{:02x}"


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding: what is wrong, where, and what may help. `defined` is a second place worth a look."""

    code: str
    severity: Severity
    message: str
    span: Span
    help: str = ""
    defined: Span | None = None

    def as_text(self) -> str:
        """Return the finding as an author reads it: place and message, the line with carets, the help."""
        lines = [f"{self.span.place}: {self.severity}[{self.code}]: {self.message}", *excerpt(self.span)]
        if self.help:
            lines.extend(
                f"  help: {line}" if not at else f"        {line}" for at, line in _numbered(self.help)
            )
        return printable("\n".join(lines))

    def as_plain(self) -> dict[str, object]:
        """Return the finding as plain values; lines and columns count from 1, the end is excluded."""
        line, column = self.span.file.position(self.span.start)
        end_line, end_column = self.span.file.position(self.span.end)
        return {
            "code": self.code,
            "severity": str(self.severity),
            "message": self.message,
            "file": self.span.file.shown or self.span.file.path,
            "line": line,
            "column": column,
            "end_line": end_line,
            "end_column": end_column,
            "help": self.help,
            "defined": self.defined.place if self.defined else "",
        }


def _numbered(text: str) -> Iterable[tuple[int, str]]:
    return enumerate(text.split("\n"))


_NAMING = frozenset({"L101", "L103", "L104", "V101", "V108", "F101", "F102", "T105", "T106"})
MOST = 2_000
"""Findings that one compilation keeps: a damaged file could have millions, and nobody reads them."""


class Report:
    """Collects the findings of one compilation, each place and code once, and MOST in all.

    `errors` counts the errors kept. `wrong` counts whatever keeps a record from being made, also what was
    reported before, or not kept: who reads a record compares it before and after.
    """

    def __init__(self) -> None:
        self.errors = 0
        self.wrong = 0
        self._found: dict[tuple[str, str, int], Diagnostic] = {}
        self._meant: dict[tuple[str, str], list[tuple[str, str, int]]] = {}

    def add(
        self, code: str, span: Span, *, help: str | None = None, defined: Span | None = None, **values: object
    ) -> None:
        """Add a finding. `help` names a template of HELPS instead of the entry's own; "" leaves help out."""
        entry = ENTRIES[code]
        self.wrong += not entry.is_warning
        if self.is_full:
            return
        severity = Severity.WARNING if entry.is_warning else Severity.ERROR
        template = entry.help if help is None else HELPS[help] if help else ""
        where = f" ({defined.place.rpartition(':')[0]})" if defined else ""
        values |= {"where": where, "line": defined.line if defined else ""}
        message, advice = entry.message.format(**values), template.format(**values)
        key = (code, span.file.shown + "\0" + span.file.path, span.start)
        if key not in self._found:
            if code in _NAMING and values.get("guess"):
                self._meant.setdefault((str(values["name"]), str(values["guess"])), []).append(key)
            self._found[key] = Diagnostic(code, severity, message, span, advice, defined)
            self.errors += severity is Severity.ERROR

    def join_repeated(self, used: Callable[[], Collection[str]]) -> None:
        """Make one finding of all uses of a name, where only the misspelt name is defined, and used nowhere.

        Then the definition is the slip. `used` gives all names that something refers to.
        """
        repeated = {meant: keys for meant, keys in self._meant.items() if len(keys) > 1}
        names = used() if repeated else ()
        for (_, guess), keys in repeated.items():
            if guess in names:
                continue
            found = sorted(
                (self._found[key] for key in keys), key=lambda one: (one.span.file.path, one.span.start)
            )
            others = ", ".join(one.span.place.rpartition(":")[0] for one in found[1:5])
            places = others + (", ..." if len(found) > 5 else "")
            advice = HELPS["also"].format(help=found[0].help, places=places)
            for key in keys:
                del self._found[key]
            self.errors -= len(keys) - 1
            first = replace(found[0], help=advice)
            self._found[
                (first.code, first.span.file.shown + "\0" + first.span.file.path, first.span.start)
            ] = first

    def withdraw(self, code: str, file: TextFile, start: int, end: int, words: str) -> None:
        """Take back a finding with `words` in its message, once it is known to follow from another one."""
        for key, found in list(self._found.items()):
            is_inside = found.span.file is file and start <= found.span.start < end
            if found.code == code and is_inside and words in found.message:
                del self._found[key]
                self.errors -= found.severity is Severity.ERROR

    @property
    def is_full(self) -> bool:
        """Whether no more findings are kept."""
        return len(self._found) >= MOST

    def sorted(self, files: Iterable[TextFile]) -> tuple[Diagnostic, ...]:
        """Return all findings in the order of the files and lines, without those that a comment allows."""
        order = {file.shown: at for at, file in enumerate(files)}
        kept = [found for found in self._found.values() if not self._is_allowed(found)]
        kept.sort(
            key=lambda found: (
                order.get(found.span.file.shown, -1),
                found.span.file.path,
                found.span.start,
                found.severity,
                found.code,
            )
        )
        if self.is_full:
            last = Span(TextFile("", "", ""), 0, 0)
            message = ENTRIES["Y218"].message.format(most=MOST)
            kept.append(Diagnostic("Y218", Severity.ERROR, message, last, ENTRIES["Y218"].help))
        return tuple(kept)

    def _is_allowed(self, found: Diagnostic) -> bool:
        if found.severity is Severity.ERROR or "# allow" not in found.span.file.text:
            return False
        number = found.span.line
        if _allows(found.span.file.line(number), found.code):
            return True
        while (above := found.span.file.line(number - 1).strip()).startswith("#"):
            if _allows(above, found.code):
                return True
            number -= 1
        return False


ALLOW = re.compile(
    r"(?:^|\s)# allow\b[ \t]*(?P<code>[A-Z]\d{3}\b)?(?P<rest>[ \t]*:?[ \t]*(?P<reason>.*))$", re.MULTILINE
)


def _allows(line: str, code: str) -> bool:
    found = ALLOW.search(line)
    return bool(found and found["code"] == code and found["reason"].strip())


def check_allow_comments(file: TextFile, report: Report) -> None:
    """Report every `# allow` comment that silences nothing: without reason, or for no warning's code."""
    if "# allow" not in file.text:
        return
    for found in ALLOW.finditer(file.text):
        start = file.text.index("#", found.start())
        span = Span(file, start, found.end())
        code = found["code"] or ""
        entry = ENTRIES.get(code)
        if entry is None or not entry.is_warning:
            report.add("P112", span, allowed=code or found["rest"].strip(" :") or "nothing")
        elif not found["reason"].strip():
            report.add("P110", span, allowed=code)


def printable(text: str) -> str:
    """Return text of a stranger's pack without signs that a terminal would obey."""
    return "".join(
        sign if sign.isprintable() or sign == "\n" else _ESCAPED.format(ord(sign)) for sign in text
    )


def as_text(diagnostics: Iterable[Diagnostic]) -> str:
    """Return findings as text, an empty line between two."""
    return "\n\n".join(found.as_text() for found in diagnostics)


def as_plain(diagnostics: Iterable[Diagnostic]) -> list[dict[str, object]]:
    """Return findings as plain values for JSON."""
    return [found.as_plain() for found in diagnostics]


_IN_COMMANDS = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_IN_PROPERTIES = _IN_COMMANDS | str.maketrans({":": "%3A", ",": "%2C"})


def as_workflow_commands(diagnostics: Iterable[Diagnostic]) -> str:
    """Return findings as GitHub's workflow commands, one a line: it shows each beside the line it names.

    Escaped as GitHub's own toolkit does it. A file without a line of its own is named without one.
    """
    lines = []
    for found in diagnostics:
        plain = found.as_plain()
        places = {"file": plain["file"]}
        if found.span.file.text:
            end = plain["end_column"] if plain["line"] == plain["end_line"] else None
            places |= {"line": plain["line"], "endLine": plain["end_line"], "col": plain["column"]}
            places |= {"endColumn": end} if end else {}
        places["title"] = found.code
        options = ",".join(f"{key}={str(value).translate(_IN_PROPERTIES)}" for key, value in places.items())
        advice = f"\nhelp: {found.help}" if found.help else ""
        message = printable(found.message + advice).translate(_IN_COMMANDS)
        lines.append(f"::{found.severity} {options}::{message}\n")
    return "".join(lines)
