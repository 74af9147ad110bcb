"""How long from a saved file to the new page in `preview`: the campaign, one scene file touched.

The floor is a bare pass over the same files with PyYAML's C events. The look at the files' times and the wait
for the next look (at most two of 0.1 s) come on top. Run with `python -m tests.benchmarks.reload_bench`.
"""

from __future__ import annotations

import shutil
import tempfile
import time
from pathlib import Path

import pygame
import yaml

from game import shipped
from game.commands.preview import Source
from game.commands.scene_named import SceneNamed
from game.desktop.bench import Preview
from game.desktop.reloading import EVERY, Reloader
from game.desktop.screens.title import TitleScreen
from game.desktop.shot import staged
from game.desktop.sitting import Outside, Sitting
from game.disk import Settings
from game.explore.wording import condition_words
from tests.benchmarks.rows import Row, interleaved, show


def rows(rounds: int = 7) -> list[Row]:
    """Return the reload of the campaign, its part that looks for saved files, and the whole wait."""
    with tempfile.TemporaryDirectory() as folder:
        pack = Path(folder) / "third_chair"
        shutil.copytree(shipped.folder("scenes") / "third_chair", pack)
        source = Source(SceneNamed(pack))
        sitting = Sitting(
            Settings(talk_stops=False),
            Outside(lambda: 0.5, lambda address: None, None, False),
            shipped.folder("assets"),
        )
        stage = staged(sitting, (1366, 768), TitleScreen(sitting, "The Third Chair"))
        reloader = Reloader(stage, Preview(source.build, source.stamp, condition_words))
        reloader.begin()
        surface = pygame.Surface(stage.size)
        stage.paint(surface)
        files = sorted(pack.rglob("*.yaml"))
        touched, clock = next(file for file in files if "chapters" in file.parts), 0.0

        def reload() -> float:
            nonlocal clock
            touched.write_text(touched.read_text(encoding="utf-8") + "\n# one more\n", encoding="utf-8")
            clock += 1
            reloader.look(clock)
            clock += 1
            began = time.perf_counter()
            assert reloader.look(clock)
            stage.paint(surface)
            return (time.perf_counter() - began) * 1000

        def floor() -> float:
            began = time.perf_counter()
            for file in files:
                for _ in yaml.parse(file.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader):
                    pass
            return (time.perf_counter() - began) * 1000

        def look() -> float:
            began = time.perf_counter()
            source.stamp()
            return (time.perf_counter() - began) * 1000

        ours, parsed = interleaved(reload, floor, rounds)
        looked, _ = interleaved(look, floor, rounds)
    wait = ours + 2 * EVERY * 1000
    return [
        Row("preview: read the campaign again and draw it", "ms", ours, parsed, "C events of the same files"),
        Row(
            "preview: one look at the files' times", "ms", looked, EVERY * 1000, "the time between two looks"
        ),
        Row("preview: longest wait after saving", "ms", wait, 500, "half a second", 1),
    ]


if __name__ == "__main__":
    show(rows())
