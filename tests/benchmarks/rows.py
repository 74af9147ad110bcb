"""One measured figure beside its floor, and a table of them."""

from __future__ import annotations

import argparse
import json
import statistics
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass


@dataclass(frozen=True)
class Row:
    """What was measured, ours and the floor in the same unit (medians), and the ratio that we aim at."""

    what: str
    unit: str
    ours: float
    floor: float
    floor_is: str
    goal: float | None = None

    @property
    def ratio(self) -> float:
        """Ours by floor."""
        return self.ours / self.floor if self.floor else float("inf")


def interleaved(ours: Callable[[], float], floor: Callable[[], float], rounds: int) -> tuple[float, float]:
    """Run both in turn `rounds` times and return their medians: a slow spell of the machine hits both."""
    pairs = [(ours(), floor()) for _ in range(rounds)]
    return statistics.median(o for o, _ in pairs), statistics.median(f for _, f in pairs)


def show(rows: Iterable[Row], arguments: Sequence[str] | None = None) -> None:
    """Print the rows as a table, or as JSON with --json."""
    parser = argparse.ArgumentParser(
        description="Each figure stands beside its floor, measured in the same run."
    )
    parser.add_argument("--json", action="store_true", help="print JSON instead of a table")
    as_json = parser.parse_args(arguments).json
    if as_json:
        print(json.dumps([{**asdict(row), "ratio": round(row.ratio, 2)} for row in rows], indent=1))
        return
    for row in rows:
        goal = f"  goal {row.goal:g}" if row.goal else ""
        print(
            f"{row.what:<44} {row.ours:10.3f} {row.unit:<3}  floor {row.floor:10.3f} {row.unit:<3}"
            f"  ratio {row.ratio:6.2f}{goal}   ({row.floor_is})",
            flush=True,
        )
