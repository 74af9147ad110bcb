"""All benchmarks as one report: `python -m tests.benchmarks`; `--json`, or `--page` for docs/benchmarks.md.

`--page FILE` writes the page elsewhere, `--only start idle` measures those modules alone.

A peer that is not there is left out and named; its floor stands alone.
"""

from __future__ import annotations

import argparse
import importlib
import json
import math
import os
import platform
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path

from tests.benchmarks import renpy_bench
from tests.benchmarks.rows import Row, show

PAGE = Path(__file__).parents[2] / "docs" / "benchmarks.md"
HEAD = """\
# Benchmarks

Written by `python -m tests.benchmarks --page` on {date}: Python {python}, {system}, {cores} cores, with a
load of {load:.1f} from other work when it began. Each figure is a median beside its floor or peer, measured
in turn in the same run, so that a slow spell of the machine hits both. Only the ratio (ours by the floor's)
says anything about another machine; less is better but in rows marked *more is better*. An aim is a ratio to
be kept; where a row misses it, it stands here all the same.
"""
TABLE = """
## {title}

{about}

| what | ours | beside it | ratio | aim | beside it stands |
|---|---:|---:|---:|---:|---|
"""
SIGNIFICANT = 3
Tables = Sequence[tuple[str, Sequence[Row]]]
"""The rows of each module, beside its name."""

FOOT = """
## Peers

{peers}

## To repeat it

    python3 main.py test --collect-only -q        sets up what the tests need
    .venv/bin/python -m tests.benchmarks          the table
    .venv/bin/python -m tests.benchmarks --page   this page; {minutes:.0f} minutes here

Figures of the browser need a Chromium. With inkjs: `npm install --prefix FOLDER inkjs`, and
FOLDER/node_modules in the variable THIRD_CHAIR_NODE_MODULES. With Ren'Py: `apt-get install renpy
renpy-thequestion` on Debian; elsewhere THIRD_CHAIR_RENPY names its program and THIRD_CHAIR_RENPY_GAME a
project. Each `tests/benchmarks/*_bench.py` runs alone as well, with `-m`.
"""


def found_rows(absent: list[str], only: Sequence[str] = ()) -> Iterator[tuple[str, Sequence[Row]]]:
    """Yield the name and the rows of every module of this folder named `*_bench`, in name order.

    `only` names those that are asked for. A module that lacks something, or fails, says what, and that goes
    to `absent`.
    """
    for path in sorted(Path(__file__).parent.glob("*_bench.py")):
        if only and path.stem.removesuffix("_bench") not in only:
            continue
        began = time.monotonic()
        try:
            module = importlib.import_module(f"tests.benchmarks.{path.stem}")
            rows = list(module.rows())
        except (SystemExit, ImportError) as lack:
            absent.append(f"`{path.stem}` was not measured: {lack}")
            continue
        except Exception as failure:  # an hour of figures is not thrown away for one of them
            absent.append(f"`{path.stem}` failed: {type(failure).__name__}: {failure}")
            continue
        if not rows:
            absent.append(f"`{path.stem}` was not measured: what it compares with is not installed here.")
        print(f"{path.stem}: {time.monotonic() - began:.0f} s", file=sys.stderr, flush=True)
        yield path.stem, rows


def peers() -> Iterator[str]:
    """Say of each peer whether it took part."""
    modules = Path(os.environ.get("THIRD_CHAIR_NODE_MODULES", "none"))
    package = modules / "inkjs" / "package.json"
    if package.is_file():
        yield f"- inkjs: version {json.loads(package.read_text(encoding='utf-8'))['version']}"
    else:
        yield "- inkjs: absent"
    if renpy_bench.PROGRAM.is_file() and renpy_bench.GAME.is_dir():
        yield f"- Ren'Py: version {renpy_version()}; its sample game {renpy_bench.GAME.name}"
    else:
        yield "- Ren'Py: absent"
    yield f"- inkcheck: {'found, but no figure uses it yet' if shutil.which('inkcheck') else 'absent'}"
    yield "- ChoiceScript's tester: absent; its licence allows no commercial use, so it is not fetched"
    yield "- SugarCube: absent; the npm package of that name is another thing"


def renpy_version() -> str:
    """Return the version as Debian names it, or that Ren'Py is of another origin."""
    asked = ["dpkg-query", "--show", "--showformat=${Version}", "renpy"]
    try:
        found = subprocess.run(asked, capture_output=True, text=True, check=False).stdout.strip()
    except OSError:
        found = ""
    return f"{found}, Debian's" if found else "unknown"


def page(tables: Tables, absent: list[str], load: float, minutes: float) -> str:
    """Return the report as Markdown; `load` is that of the machine before, `minutes` is how long it took."""
    head = HEAD.format(
        date=time.strftime("%Y-%m-%d"),
        python=platform.python_version(),
        system=platform.system(),
        cores=os.cpu_count(),
        load=load,
    )
    text = [head]
    for name, rows in tables:
        if rows:
            about = (sys.modules[f"tests.benchmarks.{name}"].__doc__ or "").partition("\n")[0]
            title = name.removesuffix("_bench").replace("_", " ").capitalize()
            table = TABLE.format(title=title, about=about)
            text.append(table + "".join(f"{line(row)}\n" for row in rows))
    notes = [*peers(), *(f"- {lack}" for lack in absent)]
    return "".join(text) + FOOT.format(peers="\n".join(notes), minutes=minutes)


def line(row: Row) -> str:
    """Return a row of a table."""
    cells = [
        row.what + (" (*more is better*)" if row.unit.endswith("/s") else ""),
        f"{plain(row.ours)} {row.unit}",
        f"{plain(row.floor)} {row.unit}",
        f"{row.ratio:.2f}",
        "" if row.goal is None else f"{row.goal:g}",
        row.floor_is,
    ]
    return f"| {' | '.join(cells)} |"


def plain(number: float) -> str:
    """Return a number with three significant digits and no exponent: 1,550; 222; 6.62; 0.061."""
    if not number:
        return "0"
    digits = max(0, SIGNIFICANT - 1 - math.floor(math.log10(abs(number))))
    return f"{round(number, SIGNIFICANT - 1 - math.floor(math.log10(abs(number)))):,.{digits}f}"


def main() -> int:
    """Measure, and print or write."""
    parser = argparse.ArgumentParser(
        description="Each figure stands beside its floor, measured in the same run."
    )
    parser.add_argument("--json", action="store_true", help="print JSON instead of a table")
    parser.add_argument("--page", type=Path, nargs="?", const=PAGE, metavar="FILE", help="write the page")
    parser.add_argument("--only", nargs="+", default=(), metavar="NAME", help="these modules, as start, idle")
    chosen = parser.parse_args()
    absent: list[str] = []
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0
    began = time.monotonic()
    if not (chosen.json or chosen.page):
        show((row for _, rows in found_rows(absent, chosen.only) for row in rows), [])
        print(*peers(), *absent, sep="\n")
    else:
        tables = list(found_rows(absent, chosen.only))
        if chosen.page:
            text = page(tables, absent, load, (time.monotonic() - began) / 60)
            chosen.page.write_text(text, encoding="utf-8")
            print(f"Written: {chosen.page}")
        else:
            rows = [row for _, some in tables for row in some]
            print(json.dumps([{**asdict(row), "ratio": round(row.ratio, 2)} for row in rows], indent=1))
    return 1 if any("` failed: " in line for line in absent) else 0


if __name__ == "__main__":
    sys.exit(main())
