"""The browser edition beside pages of inkjs with the same words: size, first text, choices, memory.

Run with `python -m tests.benchmarks.browser_bench`. Needs a Chromium, node, and inkjs: put it somewhere by
`npm install --prefix FOLDER inkjs` and name FOLDER/node_modules in THIRD_CHAIR_NODE_MODULES. Without them
there is nothing to measure, and it says so.

A choice lasts from the press on a button that has the focus until the new text is laid out; the time of the
processor is that of the page's main thread, with a choice's painting and all that was put off until later.
"""

from __future__ import annotations

import gzip
import os
import shutil
import statistics
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from game.browser.page import page
from game.commands.export import surroundings
from game.commands.packs import find_pack, open_story
from tests.benchmarks.ink_pages import ink_pages
from tests.benchmarks.rows import Row, show

BARE = "inkjs, bare: paragraphs and buttons, no style, nothing kept"
LIKE = "inkjs, like page: our styles, heading, focus, kept after each choice; no pictures, people, terms"
CHOICES = 60
LONG = 1000
WATCH = """
new MutationObserver((_, watch) => {
  if (!document.querySelector("button.choice")) return;
  watch.disconnect();
  requestAnimationFrame(() => { window.firstText = performance.now(); });
}).observe(document, {childList: true, subtree: true});
window.choose = (number) => {
  const ways = [...document.querySelectorAll("button.choice, button.letter, .go")];
  // Ours offers three ways after an ending; the last begins another game.
  const way = document.querySelector(".ending") ? ways.at(-1) : ways[number % ways.length];
  way.focus({preventScroll: true});  // as a press does
  document.body.offsetHeight;
  const begun = performance.now();
  way.click();
  document.body.offsetHeight;
  return performance.now() - begun;
};
"""
FIRST_TEXT = """() => new Promise(told => {
  const look = () => window.firstText ? told(window.firstText) : setTimeout(look, 10);
  look();
})"""
PAUSE = 40  # milliseconds between choices: each page is painted, as it is for a reader


class Shown:
    """A page opened cold, and what it says of itself."""

    def __init__(self, browser: Any, path: Path, slowed: int) -> None:
        self.context = browser.new_context(viewport={"width": 1366, "height": 768}, offline=True)
        self.page = self.context.new_page()
        self.page.add_init_script(WATCH)
        self.session = self.context.new_cdp_session(self.page)
        self.session.send("Emulation.setCPUThrottlingRate", {"rate": slowed})
        self.session.send("Performance.enable", {"timeDomain": "threadTicks"})
        self.page.goto(path.as_uri())
        self.first = float(self.page.evaluate(FIRST_TEXT))
        self.page.wait_for_timeout(300)

    def begin(self) -> None:
        """Leave our title; a page of inkjs has none."""
        new = self.page.get_by_role("button", name="New game")
        if new.count():
            self.page.wait_for_selector("html[data-ready]")
            new.click()
            self.page.get_by_role("button", name="Begin").click()
        self.page.wait_for_timeout(300)

    def play(self, choices: Sequence[int], pause: int = PAUSE) -> list[float]:
        """Make choices; the milliseconds of each until its page is laid out."""
        times = []
        for number in choices:
            made = self.session.send("Runtime.evaluate", {"expression": f"choose({number})"})
            times.append(float(made["result"]["value"]))
            self.page.wait_for_timeout(pause)
        return times

    def processor(self) -> dict[str, float]:
        """Milliseconds of the main thread so far: until pages were laid out, and all in all."""
        metrics = self.session.send("Performance.getMetrics")["metrics"]
        taken = {metric["name"]: metric["value"] * 1000 for metric in metrics}
        laid = sum(taken[name] for name in ("ScriptDuration", "RecalcStyleDuration", "LayoutDuration"))
        return {"laid": laid, "all": taken["TaskDuration"]}

    def heap(self) -> float:
        """Megabytes of JavaScript's objects that are still wanted."""
        self.session.send("HeapProfiler.collectGarbage")
        return float(self.page.evaluate("performance.memory.usedJSHeapSize")) / 1e6


def measured(browser: Any, path: Path, slowed: int) -> dict[str, float]:
    """Open a page and play it: milliseconds to the first text and for a choice, megabytes of heap."""
    shown = Shown(browser, path, slowed)
    shown.begin()
    before = shown.processor()
    times = sorted(shown.play(range(CHOICES)))
    spent = {name: (value - before[name]) / CHOICES for name, value in shown.processor().items()}
    found = {"first": shown.first, "choice": statistics.median(times), "slow": times[int(0.95 * CHOICES) - 1]}
    found |= {**spent, "heap": shown.heap()}
    shown.context.close()
    return found


def long_play(browser: Any, path: Path) -> dict[str, float]:
    """Make a thousand choices: the median of the first and of the last hundred, and the heap after all."""
    shown = Shown(browser, path, 1)
    shown.begin()
    times = shown.play(range(LONG), pause=5)
    found = {"early": statistics.median(times[:100]), "late": statistics.median(times[-100:])}
    found["heap"] = shown.heap()
    shown.context.close()
    return found


def rows(pack: str = "third_chair", rounds: int = 3) -> list[Row]:
    """Return sizes and times of the pages, measured in turn."""
    modules = Path(os.environ.get("THIRD_CHAIR_NODE_MODULES", "-"))
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None or shutil.which("node") is None or not (modules / "inkjs").is_dir():
        print("browser_bench: needs Chromium, node and inkjs (see its docstring)", file=sys.stderr)
        return []
    from playwright.sync_api import sync_playwright

    found = find_pack(pack)
    story = open_story(found)
    ours = page(story, surroundings(story, found))
    texts = {"ours": ours, **ink_pages(story, modules, ours)}
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as started:
        paths = {name: Path(folder, f"{name}.html") for name in texts}
        for name, text in texts.items():
            paths[name].write_text(text, encoding="utf-8")
        browser = started.chromium.launch(executable_path=chromium, args=["--enable-precise-memory-info"])
        for name in texts:  # the browser's own start is nobody's
            measured(browser, paths[name], 1)
        taken: dict[tuple[str, int], list[dict[str, float]]] = {}
        for slowed in (1, 6):
            for _ in range(rounds):
                for name in texts:
                    taken.setdefault((name, slowed), []).append(measured(browser, paths[name], slowed))
        long = {name: long_play(browser, paths[name]) for name in ("ours", "like")}
        browser.close()
    return [*_sizes(texts), *_speeds(taken), *_long(long)]


def _sizes(texts: dict[str, str]) -> list[Row]:
    raw = {name: text.encode() for name, text in texts.items()}
    packed = {name: gzip.compress(content, 9) for name, content in raw.items()}
    return [
        Row(f"page, {how}", "kB", len(sizes["ours"]) / 1e3, len(sizes["bare"]) / 1e3, BARE)
        for how, sizes in (("raw", raw), ("gzip", packed))
    ]


def _speeds(taken: dict[tuple[str, int], list[dict[str, float]]]) -> list[Row]:
    def median(name: str, slowed: int, what: str) -> float:
        return statistics.median(one[what] for one in taken[name, slowed])

    def beside(what: str, key: str, unit: str, peer: str, slowed: int, goal: float | None) -> Row:
        floor_is = {"bare": BARE, "like": LIKE}[peer]
        return Row(what, unit, median("ours", slowed, key), median(peer, slowed, key), floor_is, goal)

    found = []
    for slowed, speed in ((1, ""), (6, ", CPU slowed 6 times")):
        for peer in ("bare", "like"):
            found += [
                beside(f"cold to the first text{speed}", "first", "ms", peer, slowed, 3.0),
                beside(f"one choice, the next page laid out{speed}", "choice", "ms", peer, slowed, 1.0),
            ]
            if slowed == 1:
                found += [
                    beside("one choice until laid out, processor", "laid", "ms", peer, 1, 1.0),
                    beside("one choice with painting and saving, processor", "all", "ms", peer, 1, None),
                    beside("heap after sixty choices", "heap", "MB", peer, 1, None),
                ]
    promised = "what was promised, no peer"
    first, slow = median("ours", 6, "first"), median("ours", 6, "slow")
    return [
        *found,
        Row("cold to the first text, CPU slowed 6 times", "ms", first, 500.0, promised, 1.0),
        Row("slowest choice of twenty, CPU slowed 6 times", "ms", slow, 50.0, promised, 1.0),
    ]


def _long(long: dict[str, dict[str, float]]) -> list[Row]:
    ours, like = long["ours"], long["like"]
    first = "ours, the first hundred"
    return [
        Row("heap after a thousand choices", "MB", ours["heap"], like["heap"], LIKE),
        Row("one choice, the last hundred of a thousand", "ms", ours["late"], ours["early"], first),
    ]


if __name__ == "__main__":
    show(rows())
