"""All benchmarks as one report: `python -m tests.benchmarks`; `--json`, or `--page` for docs/benchmarks.md.

A peer that is not there is left out and named; its floor stands alone.
"""

from __future__ import annotations

import argparse
import importlib
import json
import os
import platform
import shutil
import sys
import time
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

from tests.benchmarks.rows import Row, show

PAGE = Path(__file__).parents[2] / "docs" / "benchmarks.md"
HEAD = """\
# Benchmarks

Written by `python -m tests.benchmarks --page` on {date}: Python {python}, {system}, {cores} cores, with a
load of {load:.1f} from other work when it began. Each figure is a median beside its floor or peer, measured
in turn in the same run, so that a slow spell of the machine hits both. Only the ratio says anything about
another machine.

| what | ours | floor | ratio | aim | the floor is |
|---|---:|---:|---:|---:|---|
"""
FOOT = """
## Peers

{peers}

## To repeat it

    python3 main.py test --collect-only -q        sets up what the tests need
    .venv/bin/python -m tests.benchmarks          the table, in about a quarter of an hour on two cores
    .venv/bin/python -m tests.benchmarks --page   this page

Figures of the browser need a Chromium. With inkjs: `npm install --prefix FOLDER inkjs`, and
FOLDER/node_modules in the variable THIRD_CHAIR_NODE_MODULES. Each `tests/benchmarks/*_bench.py` runs
alone as well, with `-m`.
"""


def found_rows(absent: list[str]) -> Iterator[Row]:
    """Yield the rows of every module of this folder named `*_bench`, in name order.

    A module that lacks something says what, and that goes to `absent`.
    """
    for path in sorted(Path(__file__).parent.glob("*_bench.py")):
        try:
            rows = list(importlib.import_module(f"tests.benchmarks.{path.stem}").rows())
        except (SystemExit, ImportError, OSError) as lack:
            absent.append(f"`{path.stem}` was not measured: {lack}")
            continue
        if not rows:
            absent.append(f"`{path.stem}` was not measured: what it compares with is not installed here.")
        yield from rows


def peers() -> Iterator[str]:
    """Say of each peer whether it took part."""
    modules = Path(os.environ.get("THIRD_CHAIR_NODE_MODULES", "none"))
    package = modules / "inkjs" / "package.json"
    is_there = package.is_file()
    version = json.loads(package.read_text(encoding="utf-8"))["version"] if is_there else ""
    yield f"- inkjs: {'version ' + version if is_there else 'absent'}"
    for name, program in (("Ren'Py", "renpy"), ("inkcheck", "inkcheck")):
        yield f"- {name}: {'found, but no figure uses it yet' if shutil.which(program) else 'absent'}"
    yield "- ChoiceScript's tester: absent; its licence allows no commercial use, so it is not fetched"
    yield "- SugarCube: absent"


def page(rows: list[Row], absent: list[str], load: float) -> str:
    """Return the report as Markdown."""
    head = HEAD.format(
        date=time.strftime("%Y-%m-%d"),
        python=platform.python_version(),
        system=platform.system(),
        cores=os.cpu_count(),
        load=load,
    )
    lines = [
        f"| {row.what} | {row.ours:,.3g} {row.unit} | {row.floor:,.3g} {row.unit} | {row.ratio:.2f} "
        f"| {'' if row.goal is None else f'{row.goal:g}'} | {row.floor_is} |"
        for row in rows
    ]
    notes = [*peers(), *(f"- {line}" for line in absent)]
    return head + "\n".join(lines) + "\n" + FOOT.format(peers="\n".join(notes))


def main() -> int:
    """Measure, and print or write."""
    parser = argparse.ArgumentParser(
        description="Each figure stands beside its floor, measured in the same run."
    )
    parser.add_argument("--json", action="store_true", help="print JSON instead of a table")
    parser.add_argument("--page", action="store_true", help="write docs/benchmarks.md")
    chosen = parser.parse_args()
    absent: list[str] = []
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0
    if not (chosen.json or chosen.page):
        show(found_rows(absent), [])
        print(*peers(), *absent, sep="\n")
        return 0
    rows = list(found_rows(absent))
    if chosen.page:
        PAGE.write_text(page(rows, absent, load), encoding="utf-8")
        print(f"Written: {PAGE}")
        return 0
    print(json.dumps([{**asdict(row), "ratio": round(row.ratio, 2)} for row in rows], indent=1))
    return 0


if __name__ == "__main__":
    sys.exit(main())
