"""How long compiling takes beside the least that reading YAML can take.

The floor reads the same files with PyYAML's C parser and builds the same nodes with positions, and does
nothing else. The collector is off in both, as the compiler turns it off.
Run with `python -m tests.benchmarks.compile_bench`.
"""

from __future__ import annotations

import gc
import random
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from yaml.cyaml import CParser
from yaml.events import MappingEndEvent, MappingStartEvent, ScalarEvent, SequenceEndEvent, SequenceStartEvent

from game.authoring.compiler import compile_pack
from tests.benchmarks.rows import Row, interleaved, show

WORDS = (
    "the consul waits beside the river gate while grain ships lie idle and the crowd grows loud "
    "some say the treaty was sold for silver others that the old general is already on the road "
    "a courier brings a letter sealed in green wax and you must decide before the council meets"
).split()
SCENES_IN_A_FILE = 20
PEOPLE = 30
LINKED = 4
"""Each fourth text has markup, which the quick way through plain prose cannot take."""


def write_pack(folder: Path, scenes: int, seed: int = 1) -> None:
    """Write a pack: a scene has 120 words, 3 choices, 2 conditions, 2 or 3 effects a choice; 8 numbers.

    With a grade, people of whom some are arrested, and a glossary: each rule has something to look at.
    """
    rng = random.Random(seed)
    chapter = folder / "chapters" / "01_all"
    chapter.mkdir(parents=True)
    variables = "\n".join(f"  v{k}: {{type: number, start: 2, min: 0, max: 9}}" for k in range(8))
    (folder / "pack.yaml").write_text(
        "format: 1\nid: bench\ntitle: Bench\nversion: 1.0.0\nstart: s00000\n"
        f"grade: 12\nchapters:\n  - {{id: all, folder: 01_all}}\nvariables:\n{variables}\n"
        "fates: {at_liberty: At liberty, arrested: Arrested}\n"
    )
    (folder / "people.yaml").write_text("".join(f"p{k}: {{name: Person {k}}}\n" for k in range(PEOPLE)))
    (folder / "glossary.yaml").write_text(
        "consul: {term: consul, meaning: An official.}\nukase: {term: ukase, meaning: An order.}\n"
    )
    (folder / "facts.yaml").write_text("record: {claim: A claim., verdict: corroborated, sources: [notes]}\n")
    (folder / "sources.yaml").write_text("notes: {title: Notes, kind: class_notes}\n")
    texts = [_scene(at, scenes, rng) for at in range(scenes)]
    for first in range(0, scenes, SCENES_IN_A_FILE):
        path = chapter / f"{first:05}.yaml"
        path.write_text("---\n".join(texts[first : first + SCENES_IN_A_FILE]))


def _scene(at: int, scenes: int, rng: random.Random) -> str:
    words = [rng.choice(WORDS) for _ in range(120)]
    if at % LINKED == 0:
        words[0] = "[[consul]]"
    text = "\n".join("  " + " ".join(words[k : k + 14]) + "." for k in range(0, 120, 14))
    head = f"scene: s{at:05}\ntitle: Scene {at}\nprovenance: invented\nfacts: [record]\n"
    head += f"show: [p{at % PEOPLE}]\ntext: |\n{text}\n"
    if at >= scenes - 3:
        return head + f"ending:\n  id: end{at:05}\n  title: The end\n"
    choices = []
    for number in range(3):
        one, two = rng.sample(range(8), 2)
        line = " ".join(rng.choice(WORDS) for _ in range(7)).capitalize()
        lines = [f"  - id: c{number}", f"    text: {line}"]
        if number:
            lines.append(f"    if: v{rng.randrange(8)} >= {rng.randint(1, 3)}")
        lines.append(f"    debrief: What {rng.choice(WORDS)} meant.")
        harm = f", p{(at - 1) % PEOPLE} = arrested" if at > PEOPLE and at % 10 == 0 and number == 0 else ""
        lines.append(f"    effects: [v{one} += {rng.choice((1, 2))}, v{two} -= {rng.choice((1, 2))}{harm}]")
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


def cpu_of(run: Callable[[], object]) -> float:
    """Return the CPU seconds of one call, the collector off."""
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


def rows() -> list[Row]:
    """Return the compiling of 1,000 and of 10,000 scenes beside the floor."""
    found = []
    for scenes, rounds in ((1_000, 7), (10_000, 3)):
        with tempfile.TemporaryDirectory() as place:
            folder = Path(place) / "bench"
            write_pack(folder, scenes)
            result = compile_pack(folder)
            if result.story is None or result.diagnostics or len(result.story.scenes) != scenes:
                raise ValueError(f"the generated pack is wrong: {result.diagnostics[:3]}")
            times = interleaved(
                partial(cpu_of, partial(compile_pack, folder)),
                partial(cpu_of, partial(floor, folder)),
                rounds,
            )
        found.append(Row(f"compile {scenes} scenes, all rules on", "s", *times, "C events into nodes", 2))
    return found


if __name__ == "__main__":
    show(rows())
