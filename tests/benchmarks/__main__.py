"""All benchmarks as one table: `python -m tests.benchmarks [--json]`."""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.rows import Row, show


def all_rows() -> Iterator[Row]:
    """Yield the rows of every module of this folder named `*_bench`, in name order."""
    for path in sorted(Path(__file__).parent.glob("*_bench.py")):
        yield from importlib.import_module(f"tests.benchmarks.{path.stem}").rows()


show(all_rows())
