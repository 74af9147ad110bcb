"""`explain`: what a code of `check` means, and which keys a scene or any other record may have."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable
from pathlib import Path

from game.commands.outcome import CLEAN, WRONG_USAGE, CommandFailed
from game.commands.suggestions import did_you_mean
from game.disk import DiskProblem, write_text

SUMMARY = "say what a code of check means, and which keys a record may have"
EXAMPLE = """\
examples:
  python3 main.py explain P104             why there is this rule, wrong and right
  python3 main.py explain                  list all codes
  python3 main.py explain fields scene     the keys of a scene, required ones marked
  python3 main.py explain fields           list all records
  python3 main.py explain --all -o docs/diagnostics.md
                                           all codes as one page
  python3 main.py explain --fields-in docs/format.md
                                           write the field tables of a page anew
"""


def add(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument(
        "what", nargs="*", metavar="CODE", help="a code as check writes it, or: fields RECORD"
    )
    parser.add_argument("--all", action="store_true", help="all codes as one page of Markdown")
    parser.add_argument("-o", "--output", type=Path, metavar="FILE", help="write the page there (with --all)")
    parser.add_argument("--fields-in", type=Path, metavar="FILE", help="renew the tables of a Markdown page")
    parser.add_argument("--json", action="store_true", help="write the codes or the fields as JSON")


def run(arguments: argparse.Namespace) -> int:
    """Write what was asked for."""
    what: list[str] = arguments.what
    if arguments.output and not arguments.all:
        raise CommandFailed("-o goes with --all: explain --all -o diagnostics.md", WRONG_USAGE)
    if arguments.all:
        return _page(arguments.output)
    if arguments.fields_in:
        return _renewed(arguments.fields_in)
    if what[:1] == ["fields"]:
        return _fields(what[1:], as_json=arguments.json)
    if len(what) > 1:
        raise CommandFailed(f"One code at a time: explain {what[0]}", WRONG_USAGE)
    return _codes(what, as_json=arguments.json)


def _codes(what: list[str], *, as_json: bool) -> int:
    from game.authoring.catalogue import ENTRIES
    from game.authoring.reference import code_text

    code = what[0].upper().strip("[]") if what else ""
    if code not in ENTRIES:
        code = code[:1] + code[1:].translate(str.maketrans("OIL", "011"))  # copied by hand
    if code and code not in ENTRIES:
        raise CommandFailed(f"There is no code {what[0]}.{_advice(what[0], code, ENTRIES)}", WRONG_USAGE)
    if as_json:
        shown = [code] if code else sorted(ENTRIES)
        _print_json([_code_as_plain(name) for name in shown])
    elif code:
        print(code_text(code), end="")
    else:
        for name, entry in sorted(ENTRIES.items()):
            print(f"{name}  {entry.title}")
    return CLEAN


def _advice(typed: str, code: str, known: Iterable[str]) -> str:
    from game.authoring.tables import TABLES

    if typed in TABLES:
        return f" For the keys of a record: explain fields {typed}"
    return did_you_mean(code, known) or " `explain` alone lists them."


def _code_as_plain(code: str) -> dict[str, object]:
    from game.authoring.catalogue import ENTRIES

    entry = ENTRIES[code]
    kind = "warning" if entry.is_warning else "error"
    texts = {"title": entry.title, "why": entry.why, "wrong": entry.wrong, "right": entry.right}
    return {"code": code, "severity": kind, **texts}


def _fields(names: list[str], *, as_json: bool) -> int:
    from game.authoring.reference import fields_text, records_text
    from game.authoring.tables import TABLES, rows

    for name in names:
        if name not in TABLES:
            advice = did_you_mean(name, TABLES) or f" There are: {', '.join(TABLES)}."
            raise CommandFailed(f"There is no record '{name}'.{advice}", WRONG_USAGE)
    if as_json:
        plain = {
            name: [
                {"key": row.key, "required": row.is_required, "value": row.words, "doc": row.doc}
                for row in rows(TABLES[name])
            ]
            for name in names or TABLES
        }
        _print_json(plain)
    elif names:
        print("\n".join(fields_text(TABLES[name]) for name in names), end="")
    else:
        print(records_text(), end="")
    return CLEAN


def _page(output: Path | None) -> int:
    from game.authoring.reference import NOTE, diagnostics_page

    if output is None:
        print(diagnostics_page(), end="")
        return CLEAN
    if output.is_file() and not output.read_bytes().startswith(NOTE.encode()):
        raise CommandFailed(f"{output} is there already, and is no such page. Name another file.")
    write_text(output, diagnostics_page())
    print(f"Written: {output}")
    return CLEAN


def _renewed(page: Path) -> int:
    from game.authoring.reference import with_tables

    try:
        text = page.read_text(encoding="utf-8")
    except (OSError, ValueError) as problem:
        raise DiskProblem(f"{page} could not be read: {problem}.") from problem
    try:
        write_text(page, with_tables(text))
    except KeyError as name:
        raise CommandFailed(f"{page} asks for the fields of {name}, and there is no such record.") from name
    print(f"Written: {page}")
    return CLEAN


def _print_json(plain: object) -> None:
    print(json.dumps(plain, ensure_ascii=False, indent=1))
