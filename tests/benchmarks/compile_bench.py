"""How long compiling takes beside the least that reading YAML can take; `rows` is what other benches call.

usage: python -m tests.benchmarks.compile_bench [--sizes 1000 10000] [--rounds 5] [--json]

The floor reads the same files with PyYAML's C parser and builds the same nodes with positions, and does
nothing else. Floor and compiler take turns in one run, collector off in both; times are medians of CPU time.
"""

from __future__ import annotations

import argparse
import gc
import json
import random
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from yaml.cyaml import CParser
from yaml.events import MappingEndEvent, MappingStartEvent, ScalarEvent, SequenceEndEvent, SequenceStartEvent

from game.authoring import compile_pack

WORDS = (
    "the consul waits beside the river gate while grain ships lie idle and the crowd grows loud "
    "some say the treaty was sold for silver others that the old general is already on the road "
    "a courier brings a letter sealed in green wax and you must decide before the council meets"
).split()
SCENES_IN_A_FILE = 20


def write_pack(folder: Path, scenes: int, seed: int = 1) -> None:
    """Write a pack: a scene has 120 words, 3 choices, 2 conditions, 2 effects a choice; 8 numbers."""
    rng = random.Random(seed)
    chapter = folder / "chapters" / "01_all"
    chapter.mkdir(parents=True)
    variables = "\n".join(f"  v{k}: {{type: number, start: 2, min: 0, max: 9}}" for k in range(8))
    (folder / "pack.yaml").write_text(
        "format: 1\nid: bench\ntitle: Bench\nversion: 1.0.0\nstart: s00000\n"
        f"chapters:\n  - {{id: all, folder: 01_all}}\nvariables:\n{variables}\n"
    )
    (folder / "facts.yaml").write_text("record: {claim: A claim., verdict: corroborated, sources: [notes]}\n")
    (folder / "sources.yaml").write_text("notes: {title: Notes, kind: class_notes}\n")
    texts = [_scene(at, scenes, rng) for at in range(scenes)]
    for first in range(0, scenes, SCENES_IN_A_FILE):
        path = chapter / f"{first:05}.yaml"
        path.write_text("---\n".join(texts[first : first + SCENES_IN_A_FILE]))


def _scene(at: int, scenes: int, rng: random.Random) -> str:
    words = [rng.choice(WORDS) for _ in range(120)]
    text = "\n".join("  " + " ".join(words[k : k + 14]) for k in range(0, 120, 14))
    head = f"scene: s{at:05}\ntitle: Scene {at}\nprovenance: invented\nfacts: [record]\ntext: |\n{text}.\n"
    if at >= scenes - 3:
        return head + f"ending:\n  id: end{at:05}\n  title: The end\n"
    choices = []
    for number in range(3):
        one, two = rng.sample(range(8), 2)
        line = " ".join(rng.choice(WORDS) for _ in range(7)).capitalize()
        lines = [f"  - id: c{number}", f"    text: {line}"]
        if number:
            lines.append(f"    if: v{rng.randrange(8)} >= {rng.randint(1, 3)}")
        else:
            lines.append(f"    debrief: What {rng.choice(WORDS)} meant.")
        lines.append(f"    effects: [v{one} += {rng.choice((1, 2))}, v{two} -= {rng.choice((1, 2))}]")
        lines.append(f"    to: s{at + 1 + number:05}")
        choices.append("\n".join(lines))
    return head + "choices:\n" + "\n".join(choices) + "\n"


class _Node:
    __slots__ = ("end", "items", "start")


def floor(folder: Path) -> int:
    """Read the files of a pack and build nodes with positions out of PyYAML's C events; return how many."""
    count = 0
    for path in sorted(folder.rglob("*.yaml")):
        text = path.read_text(encoding="utf-8")
        root: list[Any] = []
        stack: list[Any] = []
        put: Callable[[Any], None] = root.append
        for event in iter(CParser(text).get_event, None):
            kind = type(event)
            if kind is ScalarEvent:
                put(event)
            elif kind is MappingStartEvent or kind is SequenceStartEvent:
                node = _Node()
                node.items, node.start = [], event.start_mark.index
                put(node)
                stack.append((node, put))
                put = node.items.append
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                node, put = stack.pop()
                node.end = event.end_mark.index
        count += len(root)
    return count


def _timed(run: Callable[[], object]) -> float:
    gc.collect()
    gc.disable()
    try:
        before = time.process_time()
        kept = run()
        taken = time.process_time() - before
        del kept
        return taken
    finally:
        gc.enable()


def _pairs(folder: Path, rounds: int) -> list[tuple[float, float]]:
    return [(_timed(lambda: floor(folder)), _timed(lambda: compile_pack(folder))) for _ in range(rounds)]


def rows(sizes: Sequence[int] = (1_000, 10_000), rounds: int = 5) -> list[dict[str, float]]:
    """Return a row for each size: medians of floor and compiler in seconds, and of their ratio."""
    found = []
    for size in sizes:
        with tempfile.TemporaryDirectory() as place:
            folder = Path(place) / "bench"
            write_pack(folder, size)
            result = compile_pack(folder)
            if result.story is None or result.diagnostics or len(result.story.scenes) != size:
                raise ValueError(f"the generated pack is wrong: {result.diagnostics[:3]}")
            pairs = _pairs(folder, rounds)
        found.append(
            {
                "scenes": size,
                "floor_s": statistics.median(one for one, _ in pairs),
                "compile_s": statistics.median(two for _, two in pairs),
                "ratio": statistics.median(two / one for one, two in pairs),
            }
        )
    return found


def main(arguments: Sequence[str] | None = None) -> None:
    """Print a table, or JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[1_000, 10_000])
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args(arguments)
    found = rows(options.sizes, options.rounds)
    if options.json:
        print(json.dumps(found))
        return
    print(f"{'scenes':>7} {'floor s':>9} {'compile s':>10} {'ratio':>6}")
    for row in found:
        print(f"{row['scenes']:>7} {row['floor_s']:>9.4f} {row['compile_s']:>10.4f} {row['ratio']:>6.2f}")


if __name__ == "__main__":
    main()
