"""`schema`: JSON Schema of a pack's files, with which an editor completes keys and names."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING

from game import shipped
from game.commands.outcome import CLEAN, WRONG_USAGE, CommandFailed
from game.commands.packs import PICTURE_KINDS, art_folders, compilation_of, find_pack
from game.commands.suggestions import did_you_mean
from game.commands.zips import peeked
from game.disk import write_text

if TYPE_CHECKING:
    from game.authoring.compiler import Compilation

SUMMARY = "write JSON Schema for editors that complete keys and names"
EXAMPLE = """\
examples:
  python3 main.py schema --pack my_class   into my_class/.schema, with the names that the pack knows
  python3 main.py schema -o schemas        all kinds of files, into a folder
  python3 main.py schema scene             one kind, to the screen

An editor with the YAML language server (in VS Code: the extension 'YAML' by Red Hat) uses a schema when the
first line of a file names it; `new` writes that line:

  # yaml-language-server: $schema=../../.schema/scene.json
"""
FOLDER = ".schema"
"""Where the schemas of a pack stand in it; `check` passes over names that begin with a dot."""


def add(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument("kind", nargs="?", metavar="KIND", help="a kind of file, such as scene; without, all")
    parser.add_argument("-o", "--output", type=Path, metavar="FOLDER", help="write KIND.json files there")
    parser.add_argument("--pack", metavar="PACK", help="offer the names that this pack knows")


def run(arguments: argparse.Namespace) -> int:
    """Write the schemas."""
    from game.authoring.tables import FILES

    kind = arguments.kind
    if kind is not None and kind not in FILES:
        advice = did_you_mean(kind, FILES) or f" There are: {', '.join(FILES)}."
        raise CommandFailed(f"There is no kind of file '{kind}'.{advice}", WRONG_USAGE)
    pack = find_pack(arguments.pack) if arguments.pack else None
    output = arguments.output
    if output is None and kind is None:
        if pack is None:
            raise CommandFailed(
                "Say where the schemas are to be written (schema -o FOLDER), for which pack "
                f"(schema --pack PACK), or which kind to show: {', '.join(FILES)}.",
                WRONG_USAGE,
            )
        if not pack.is_dir():
            raise CommandFailed(f"{pack} is a zip: say where to write, with -o FOLDER.", WRONG_USAGE)
        output = pack / FOLDER
    found = schemas(pack, [kind] if kind else list(FILES))
    if output is None:
        print(found[f"{kind}.json"], end="")
        return CLEAN
    for name, text in found.items():
        write_text(output / name, text)
    print(f"Written: {output}{'' if kind is None else f'/{kind}.json'}")
    return CLEAN


def schemas(pack: Path | None, kinds: list[str], compilation: Compilation | None = None) -> dict[str, str]:
    """Return the schema files by their names; `compilation` is the pack's, where it is at hand."""
    from game.authoring.schema import names_of, schema_of

    names, extends = None, None
    if pack is not None:
        names = names_of(compilation or compilation_of(pack), _pictures(pack))
        extends = bool(peeked(pack, "extends"))
    return {
        f"{kind}.json": json.dumps(schema_of(kind, names, extends), ensure_ascii=False, indent=1) + "\n"
        for kind in kinds
    }


def _pictures(pack: Path) -> dict[str, set[str]]:
    """Return the pictures that come with the game, and the pack's own, by the kind of their use."""
    assets = shipped.folder("assets")
    game = {kind: {file.stem for file in (assets / kind).glob("*.svg")} for kind in PICTURE_KINDS}
    own = {file.stem for folder in art_folders(pack) for file in folder.iterdir() if file.stem[:1] != "."}
    pictures = game["places"] | game["pictures"] | own
    return {"place": pictures, "picture": pictures, "portrait": game["portraits"] | own}
