"""Joins the modules of web/ into one script: a page opened from a disk may not import files.

The modules use one form of import and one of export, `import { a, b } from "./x.js";` and `export` before
`function`, `class`, `const` or `async function`. Each becomes a function of its own that returns what it
exports, so that names of one module never meet those of another.
"""

from __future__ import annotations

import re
from pathlib import Path

WEB = Path(__file__).parent / "web"

_IMPORT = re.compile(r'^import \{(?P<names>[^}]*)\} from "(?P<path>[^"]+)";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:async )?(?:function\*?|class|const) (?P<name>\w+))", re.MULTILINE)
_OTHER = re.compile(r"^(?:import|export)\b.*", re.MULTILINE)
_COMMENT = re.compile(r"^\s*(?://.*|/\*\*(?:(?!\*/).)*\*/)\n", re.MULTILINE)


def joined(entry: Path = WEB / "player" / "main.js") -> str:
    """Return one script with the module and all that it imports, each once, the imported before.

    Raises ValueError for a form of import or export that this cannot read, and for modules in a ring.
    """
    done: dict[Path, str] = {}
    _add(entry.resolve(), done, ())
    return '"use strict";\n(() => {\n' + "".join(done.values()) + "})();\n"


def _add(path: Path, done: dict[Path, str], above: tuple[Path, ...]) -> None:
    if path in above:
        raise ValueError(f"{path.name} imports itself, through {' -> '.join(part.name for part in above)}")
    if path in done:
        return
    text = path.read_text(encoding="utf-8")
    for found in _IMPORT.finditer(text):
        _add((path.parent / found["path"]).resolve(), done, (*above, path))
    done[path] = _wrapped(path, text)


def _wrapped(path: Path, text: str) -> str:
    def taken(found: re.Match[str]) -> str:
        names = found["names"].replace(" as ", ": ")
        return f"const {{{names}}} = {_name((path.parent / found['path']).resolve())};\n"

    exported = ", ".join(found["name"] for found in _EXPORT.finditer(text))
    text = _EXPORT.sub("", _IMPORT.sub(taken, _COMMENT.sub("", text)))
    if other := _OTHER.search(text):
        raise ValueError(f"{path.name}: the bundle cannot read `{other[0]}`")
    return f"const {_name(path)} = (() => {{\n{text}return {{ {exported} }};\n}})();\n"


def _name(path: Path) -> str:
    """The variable that holds a module: its folder and its name."""
    return f"{path.parent.name}_{path.stem}"
