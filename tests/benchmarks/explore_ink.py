"""The same generated story in ink, explored by save states of inkjs: what one has without an explorer.

inkcheck, which explores ink, is not on npm, so it cannot be measured here. inkjs is looked for where
node looks for packages (`npm install inkjs` beside, or NODE_PATH); nothing is downloaded. Run with
`python -m tests.benchmarks.explore_ink`.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import tempfile
from pathlib import Path

from tests.benchmarks.explore_bench import HIGHEST, LIVE, START, Written, as_story, generated, our_search
from tests.benchmarks.rows import Row, show

SCRIPT = Path(__file__).with_name("explore_ink.js")
SECONDS = 10


def as_ink(written: list[list[Written]]) -> str:
    """Return the generated scenes as ink: the same ways, conditions and bounded effects."""
    lines = [f"VAR v{i} = {START}" for i in range(LIVE)] + ["-> s0", ""]
    lines += ["=== function moved(ref x, by)", f"~ x = MAX(0, MIN({HIGHEST}, x + by))", ""]
    for number, ways in enumerate(written):
        lines.append(f"=== s{number}")
        lines.append("grain ships lie idle")
        for way in ways:
            asks = f"{{v{way.needs[0]} >= {way.needs[1]}}} " if way.needs else ""
            lines.append(f"+ {asks}[Wait beside the gate.]")
            lines += [f"  ~ moved(v{variable}, {by})" for variable, by in way.effects]
            lines.append(f"  -> s{way.to}")
    return "\n".join([*lines, f"=== s{len(written)}", "End.", "-> END", ""])


def missing() -> str:
    """Return why inkjs cannot be measured here; empty where it can."""
    node = shutil.which("node")
    if node is None:
        return "node is not installed"
    found = subprocess.run([node, "-e", "require('inkjs/full')"], capture_output=True, check=False)
    return "" if found.returncode == 0 else "inkjs is not installed where node looks (NODE_PATH)"


def ink_states(seconds: float = SECONDS) -> tuple[int, float]:
    """Return how many states inkjs met, and in what time."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "story.ink"
        path.write_text(as_ink(generated(60)), encoding="utf-8")
        command = ["node", str(SCRIPT), str(path), str(seconds)]
        told = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    return int(told["states"]), float(told["seconds"])


def rows() -> list[Row]:
    """Return our states a second beside those of inkjs; nothing where inkjs is missing."""
    if reason := missing():
        print(f"inkjs is left out: {reason}")
        return []
    states, seconds = ink_states()
    ours, took = our_search(as_story(generated(60)), 1_000_000)
    return [Row("states a second", "k/s", ours / took / 1e3, states / seconds / 1e3, "save states of inkjs")]


if __name__ == "__main__":
    show(rows())
