"""Replay codes: written, read and replayed against the engine's bare steps; a class's codes to a report.

Run with `python -m tests.benchmarks.replay_code_bench`; `--report` measures files of 1,000, 10,000 and
100,000 codes, each in a process of its own: seconds, and the peak memory of the largest process.
"""

from __future__ import annotations

import json
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import cache
from pathlib import Path

from game.authoring.compiler import compile_pack
from game.class_report.gathering import gathered
from game.class_report.lines import lines_of
from game.class_report.report import class_view
from game.class_report.roads import Roads
from game.explore.walk_codes import walk_codes
from game.pages.class_report import class_page
from game.shipped import folder
from game.story.model import Story
from game.story.playthrough import Playthrough, Start, Step
from game.story.replay_code import from_code, to_code
from tests.benchmarks.rows import Row, interleaved, show

CODES = 300
SIZES = (1_000, 10_000, 100_000)


@cache
def story() -> Story:
    """Return the shipped story."""
    compiled = compile_pack(folder("scenes") / "third_chair").story
    assert compiled is not None
    return compiled


@cache
def playthroughs() -> tuple[Playthrough, ...]:
    """Return random playthroughs, each to its end."""
    return tuple(from_code(story(), code) for code in walk_codes(story(), CODES, 1))


@cache
def codes() -> tuple[str, ...]:
    """Return their codes."""
    return tuple(map(to_code, playthroughs()))


def bare(start: Start, steps: tuple[Step, ...]) -> None:
    """Replay known steps: nothing but the engine."""
    playthrough = Playthrough.begin(story(), start)
    for step in steps:
        playthrough = playthrough.choose(step.way)


def milliseconds_a_code(work: Callable[[], object]) -> Callable[[], float]:
    """Return a measurement of one piece of work on all codes: CPU milliseconds for one."""

    def measure() -> float:
        begun = time.process_time()
        work()
        return (time.process_time() - begun) / CODES * 1e3

    return measure


def rows() -> list[Row]:
    """Return what it costs to write, read and count a code, each beside the bare replay of its steps."""
    known = [(played.start, played.steps) for played in playthroughs()]
    floor = milliseconds_a_code(lambda: [bare(*each) for each in known])
    floor_is = "the engine's steps alone"

    def counted() -> None:
        roads = Roads(story())
        for code in codes():
            roads.count(code)

    work: list[tuple[str, Callable[[], object], float | None]] = [
        ("a code written", lambda: [to_code(played) for played in playthroughs()], None),
        ("a code read and replayed", lambda: [from_code(story(), code) for code in codes()], 3),
        ("a code of a class replayed and counted", counted, 3),
    ]
    return [
        Row(what, "ms", *interleaved(milliseconds_a_code(ours), floor, 5), floor_is, goal)
        for what, ours, goal in work
    ]


def measure_report(path: str) -> None:
    """Write the report of a file of codes and print seconds and peak memory in MB as JSON."""
    opened, begun, before = story(), time.perf_counter(), time.process_time()
    with Path(path).open("rb") as stream:
        found = gathered(opened, lines_of(stream), with_repeats=True)
    class_page(class_view(opened, found))
    seconds = time.perf_counter() - begun
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    cpu = sum(one.ru_utime + one.ru_stime for one in used) - before
    print(json.dumps({"seconds": seconds, "cpu": cpu, "peak_mb": max(one.ru_maxrss for one in used) / 1024}))


def measure_bare(path: str) -> None:
    """Replay the steps of a file's codes and print the seconds as JSON."""
    known = [(p.start, p.steps) for p in (from_code(story(), c) for c in Path(path).read_text().split())]
    begun = time.process_time()
    for each in known:
        bare(*each)
    print(json.dumps({"cpu": time.process_time() - begun}))


def show_reports() -> None:
    """Print seconds and peak memory for files of several sizes, and the bare replay of the same codes."""
    chance = random.Random(2)
    with tempfile.TemporaryDirectory() as home:
        for size in SIZES:
            path = Path(home) / f"{size}.txt"
            found = walk_codes(story(), size, chance.randrange(10**6))
            path.write_text("".join(f"[10:{at % 60:02}] somebody: {code}\n" for at, code in enumerate(found)))
            plain = path.with_suffix(".plain")
            plain.write_text("".join(f"{line.split()[-1]}\n" for line in path.read_text().splitlines()))
            ours = _measured("report", path)
            # One core replays a tenth of the largest file: the rest takes as long again.
            part = plain if size <= 10_000 else _first(plain, 10_000)
            floor = _measured("bare", part)["cpu"] * size / min(size, 10_000)
            print(
                f"{size:>7,} codes  {ours['seconds']:7.1f} s, {ours['cpu']:7.1f} s of all cores  "
                f"peak {ours['peak_mb']:4.0f} MB  bare replay {floor:7.1f} s  "
                f"ratio {ours['cpu'] / floor:4.2f}",
                flush=True,
            )


def _first(path: Path, lines: int) -> Path:
    part = path.with_suffix(".part")
    part.write_text("".join(path.read_text().splitlines(keepends=True)[:lines]))
    return part


def _measured(what: str, path: Path) -> dict[str, float]:
    command = [sys.executable, "-m", "tests.benchmarks.replay_code_bench", f"--{what}-of", str(path)]
    found: dict[str, float] = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
    return found


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["--report"]:
            show_reports()
        case ["--report-of", path]:
            measure_report(path)
        case ["--bare-of", path]:
            measure_bare(path)
        case _:
            show(rows())
