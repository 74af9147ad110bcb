"""The browser edition beside a page made with inkjs, with the same story's words: size, first text, choices.

Run with `python -m tests.benchmarks.browser_bench`. Needs a Chromium, node, and inkjs: put it somewhere by
`npm install --prefix FOLDER inkjs` and name FOLDER/node_modules in THIRD_CHAIR_NODE_MODULES. Without them
there is nothing to measure, and it says so.
"""

from __future__ import annotations

import gzip
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from game.browser.page import page
from game.commands.export import surroundings
from game.commands.packs import find_pack, open_story
from game.story.model import DeckOffer, Ending, Story, Way
from game.story.prose import plain_text
from tests.benchmarks.rows import Row, show

FLOOR = "inkjs page, same words, no pictures, no fonts"
COMPILE = """
const { Compiler } = require(process.argv[1]);
const text = require("fs").readFileSync(0, "utf8");
process.stdout.write(new Compiler(text).Compile().ToJson());
"""
INK_PAGE = """<!doctype html><meta charset="utf-8"><title>ink</title><main id="story"></main>
<script>{ink}</script><script>
const story = new inkjs.Story({story});
const place = document.getElementById("story");
function go() {{
  place.replaceChildren();
  while (story.canContinue) {{
    const text = document.createElement("p");
    text.textContent = story.Continue();
    place.append(text);
  }}
  for (const choice of story.currentChoices) {{
    const way = document.createElement("button");
    way.className = "choice";
    way.textContent = choice.text;
    way.addEventListener("click", () => {{ story.ChooseChoiceIndex(choice.index); go(); }});
    place.append(way);
  }}
}}
go();
</script>"""
WATCH = """
new MutationObserver((_, watch) => {
  if (!document.querySelector("button.choice")) return;
  watch.disconnect();
  requestAnimationFrame(() => { window.firstText = performance.now(); });
}).observe(document, {childList: true, subtree: true});
"""
FIRST_TEXT = """() => new Promise(told => {
  const look = () => window.firstText ? told(window.firstText) : setTimeout(look, 10);
  look();
})"""
CHOICES = """() => {
  const times = [];
  for (let made = 0; made < 60; made += 1) {
    const ways = [...document.querySelectorAll("button.choice, button.letter, .go")];
    if (!ways.length || document.querySelector(".ending")) break;
    const way = ways[made % ways.length], begun = performance.now();
    way.click();
    document.body.offsetHeight;  // both lay the new page out
    times.push(performance.now() - begun);
  }
  return times;
}"""


def ink_source(story: Story) -> str:
    """Return the words of a story as ink: a knot for each scene, its choices, their results."""
    knots = [f"-> {story.start}"]
    for scene in story.scenes.values():
        lines = [f"=== {scene.id} ==="]
        lines += [_ink(plain_text(passage.text)) for passage in scene.passages if passage.text]
        ways = [entry for entry in scene.entries if isinstance(entry, Way)]
        for way in ways:
            target = way.to if way.to in story.scenes else story.start
            lines.append(
                f"+ [{_ink(plain_text(way.text)) or 'Continue'}] {_ink(plain_text(way.result))} -> {target}"
            )
        offers = [entry for entry in scene.entries if isinstance(entry, DeckOffer)]
        letters = [letter for offer in offers for letter in story.decks.get(offer.deck, ())]
        lines += [f"+ [{_ink(letter.title)}] -> {letter.id}" for letter in letters]
        if isinstance(scene.exit, Ending):
            lines += [_ink(plain_text(scene.exit.epilogue)), "-> END"]
        knots.append("\n".join(line for line in lines if line.strip()))
    return "\n".join(knots) + "\n"


def _ink(text: str) -> str:
    """Return text on one line, with nothing in it that ink would read as a sign."""
    return "".join(sign if sign not in "[]{}<>|/\\#~*+-=" else " " for sign in " ".join(text.split()))


def ink_page(story: Story, modules: Path) -> str:
    """Return a page that plays the story's words with inkjs."""
    full = modules / "inkjs" / "dist" / "ink-full.js"
    run = subprocess.run(
        ["node", "-e", COMPILE, str(full)],
        input=ink_source(story),
        capture_output=True,
        text=True,
        check=True,
    )
    library = (modules / "inkjs" / "dist" / "ink.js").read_text(encoding="utf-8")
    return INK_PAGE.format(ink=library, story=json.dumps(json.loads(run.stdout.lstrip("\ufeff"))))


def measured(browser: Any, path: Path, slowed: int) -> dict[str, float]:
    """Open a page cold and play it: milliseconds to the first text, a choice (median), megabytes of heap."""
    context = browser.new_context(viewport={"width": 1366, "height": 768}, offline=True)
    shown = context.new_page()
    shown.add_init_script(WATCH)
    session = context.new_cdp_session(shown)
    session.send("Emulation.setCPUThrottlingRate", {"rate": slowed})
    shown.goto(path.as_uri())
    first = shown.evaluate(FIRST_TEXT)
    shown.wait_for_timeout(300)
    if shown.locator("h1").count():  # ours stands at its title
        shown.wait_for_selector("html[data-ready]")
        shown.get_by_role("button", name="New game").click()
        shown.get_by_role("button", name="Begin").click()
    times = shown.evaluate(CHOICES)
    session.send("HeapProfiler.collectGarbage")
    heap = shown.evaluate("performance.memory.usedJSHeapSize") / 1e6
    context.close()
    return {"first": first, "choice": statistics.median(times), "heap": heap}


def rows(pack: str = "third_chair", rounds: int = 5) -> list[Row]:
    """Return sizes and times of both pages, measured in turn."""
    modules = Path(os.environ.get("THIRD_CHAIR_NODE_MODULES", "-"))
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None or shutil.which("node") is None or not (modules / "inkjs").is_dir():
        print("browser_bench: needs Chromium, node and inkjs (see its docstring)", file=sys.stderr)
        return []
    from playwright.sync_api import sync_playwright

    found = find_pack(pack)
    story = open_story(found)
    texts = {"ours": page(story, surroundings(story, found)), "ink": ink_page(story, modules)}
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as started:
        paths = {name: Path(folder, f"{name}.html") for name in texts}
        for name, text in texts.items():
            paths[name].write_text(text, encoding="utf-8")
        browser = started.chromium.launch(executable_path=chromium, args=["--enable-precise-memory-info"])
        for name in texts:  # the browser's own start is nobody's
            measured(browser, paths[name], 1)
        taken = {
            (name, slowed): [measured(browser, paths[name], slowed) for _ in range(rounds)]
            for slowed in (1, 6)
            for name in texts
        }
        browser.close()

    def median(name: str, slowed: int, what: str) -> float:
        return statistics.median(one[what] for one in taken[name, slowed])

    def sizes(measure: Callable[[bytes], int]) -> tuple[float, float]:
        return measure(texts["ours"].encode()) / 1e3, measure(texts["ink"].encode()) / 1e3

    return [
        Row("page, raw", "kB", *sizes(len), FLOOR),
        Row("page, gzip", "kB", *sizes(lambda content: len(gzip.compress(content, 9))), FLOOR),
        *(
            Row(what + speed, unit, median("ours", slowed, key), median("ink", slowed, key), FLOOR, goal)
            for slowed, speed in ((1, ""), (6, ", CPU slowed 6 times"))
            for what, unit, key, goal in (
                ("cold to the first text that can be pressed", "ms", "first", 3.0),
                ("one choice, the next page laid out", "ms", "choice", 1.0),
            )
        ),
        Row("heap after sixty choices", "MB", median("ours", 1, "heap"), median("ink", 1, "heap"), FLOOR),
    ]


if __name__ == "__main__":
    show(rows())
