"""The reference for authors as text: the pages of the findings, and the field tables."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Mapping

from game.authoring.catalogue import ENTRIES, Entry
from game.authoring.tables import TABLES, Table, rows

FAMILIES: Mapping[str, tuple[str, str]] = {
    "Y": ("YAML and files", "What keeps a file from being read, or would change its text in silence."),
    "S": ("Shape", "Keys and values that stand where they do not belong, or are missing."),
    "L": ("Links", "Names of scenes, choices, people and decks that nobody has defined."),
    "V": ("Variables", "Conditions and effects: names, types and signs."),
    "R": ("Reachability", "Scenes that no way leads to, and ways that lead to no ending."),
    "F": ("Facts and sources", "What the story rests on."),
    "T": ("Texts", "Markup inside a text."),
    "A": ("Pictures", "Pictures that are missing, or cannot be heard by who does not see them."),
    "P": ("Pedagogy", "What makes a page hard to read, or a lesson weak. All are warnings."),
}
"""The families of codes: a title, and a sentence."""

WIDTH = 110
NOTE = "<!-- Written by `python3 main.py explain --all -o docs/diagnostics.md`; a test keeps it current. -->"
SILENCE = """\
A warning can be silenced where it is right for once: put a comment with the reason on the line, or above it.

    # allow P104: the whole oath has to stand in the choice

An error cannot."""


def diagnostics_page() -> str:
    """Return a Markdown page with all findings by family."""
    parts = [
        NOTE,
        "# What `check` can find\n",
        "Each finding has a code; `python3 main.py explain CODE` shows the same entry in the terminal.\n",
        SILENCE,
    ]
    contents = []
    sections = []
    for letter, (title, sentence) in FAMILIES.items():
        codes = sorted(code for code in ENTRIES if code.startswith(letter))
        if codes:
            heading = f"{letter}: {title}"
            contents.append(f"- [{heading}](#{_anchor(heading)}): {sentence}")
            sections.append(f"## {heading}\n\n{sentence}")
            sections.extend(_section(code, ENTRIES[code]) for code in codes)
    return "\n".join([*parts, "", *contents, "", "\n\n".join(sections)]) + "\n"


def _section(code: str, entry: Entry) -> str:
    kind = "warning" if entry.is_warning else "error"
    parts = [f"### {code}: {entry.title}", f"*{kind}.* {entry.why}"]
    for title, example in (("Wrong", entry.wrong), ("Right", entry.right)):
        if example:
            fence = "```" if "```" not in example else "~~~"
            parts.append(f"{title}:\n\n{fence}yaml\n{example.rstrip()}\n{fence}")
    return "\n\n".join(parts)


def _anchor(heading: str) -> str:
    return re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-")


def fields_text(table: Table) -> str:
    """Return a field table as lines for a terminal; what must be there is marked with a star."""
    what, where = table.record.what, table.where
    lines = [where if what == where else f"{what}: {where}", ""]
    shown = list(rows(table))
    keys = max(len(row.key) for row in shown) + 1
    words = max(len(row.words) for row in shown)
    for row in shown:
        star = "*" if row.is_required else " "
        doc = row.doc.replace("\n", " ")
        lines.append(f"  {star} {row.key + ':':<{keys}}  {row.words:<{words}}  {doc}".rstrip())
    if any(row.is_required for row in shown):
        lines += ["", "  * must be there"]
    return "\n".join(lines) + "\n"


def fields_markdown(table: Table) -> str:
    """Return a field table in Markdown; the keys that must be there are in bold."""
    what, where = table.record.what, table.where
    heading = f"**{where}**" if what == where else f"**{_capital(what)}**: {where}"
    lines = [heading, "", "| key | value | |", "|---|---|---|"]
    for row in rows(table):
        key = f"**`{row.key}`**" if row.is_required else f"`{row.key}`"
        words, doc = (text.replace("|", "\\|").replace("\n", " ") for text in (row.words, row.doc))
        lines.append(f"| {key} | {words} | {doc} |")
    return "\n".join(lines)


def records_text() -> str:
    """Return the list of all records, one line each."""
    width = max(len(name) for name in TABLES)
    lines = [f"  {name:<{width}}  {table.where}" for name, table in TABLES.items()]
    return "\n".join(["The fields of a record: explain fields NAME", "", *lines]) + "\n"


def code_text(code: str) -> str:
    """Return the page of one code for a terminal. Raises KeyError for an unknown one."""
    entry = ENTRIES[code]
    kind = "warning" if entry.is_warning else "error"
    parts = [f"{code} ({kind}): {entry.title}", textwrap.fill(entry.why, 78)]
    for title, example in (("Wrong", entry.wrong), ("Right", entry.right)):
        if example:
            parts.append(f"{title}:\n\n{textwrap.indent(example.rstrip(), '    ')}")
    return "\n\n".join(parts) + "\n"


_MARKED = re.compile(r"(<!-- fields: (\w+) -->\n)(.*?)(<!-- end -->)", re.DOTALL)


def with_tables(page: str) -> str:
    """Return a Markdown page with its field tables written anew.

    A table stands between `<!-- fields: NAME -->` and `<!-- end -->`. Raises KeyError for an unknown name.
    """
    return _MARKED.sub(lambda found: f"{found[1]}{fields_markdown(TABLES[found[2]])}\n{found[4]}", page)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
