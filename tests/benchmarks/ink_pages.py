"""The words of a story as ink, and two pages that play them with inkjs: the peers of the browser edition.

The bare page is the least that can be played: paragraphs and buttons, no style. The like page does what ours
does for a reader, as far as words go: our styles, a heading with date and place, numbered choices, a foot of
tools, the focus moved to the heading, the tab named, the game kept in the browser after every choice.
"""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

from game.story.model import DeckOffer, Ending, Scene, Story, Way
from game.story.prose import plain_text

COMPILE = """
const { Compiler } = require(process.argv[1]);
const text = require("fs").readFileSync(0, "utf8");
process.stdout.write(new Compiler(text).Compile().ToJson());
"""
BARE = """<!doctype html><meta charset="utf-8"><title>ink</title><main id="story"></main>
<script>{ink}</script><script>
const story = new inkjs.Story({story});
const place = document.getElementById("story");
function add(tag, text) {{
  const made = document.createElement(tag);
  made.textContent = text;
  place.append(made);
  return made;
}}
function way(text, press) {{
  const made = add("button", text);
  made.className = "choice";
  made.addEventListener("click", () => {{ press(); go(); }});
}}
function go() {{
  place.replaceChildren();
  while (story.canContinue) add("p", story.Continue());
  for (const choice of story.currentChoices) way(choice.text, () => story.ChooseChoiceIndex(choice.index));
  if (!story.currentChoices.length) way("Again", () => story.ResetState());
}}
go();
</script>"""
LIKE = """<!doctype html><html data-layout="side" data-poster="no" data-motion="normal" data-theme="light">
<meta charset="utf-8"><title>ink</title><style>{style}</style>
<main id="page" class="page" tabindex="-1" data-screen="scene"><div class="column"></div></main>
<script>{ink}</script><script>
const story = new inkjs.Story({story});
const column = document.querySelector(".column");
function el(tag, name, ...children) {{
  const made = document.createElement(tag);
  if (name) made.className = name;
  made.append(...children);
  return made;
}}
function button(name, press, ...children) {{
  const made = el("button", name, ...children);
  made.type = "button";
  made.addEventListener("click", press);
  return made;
}}
const foot = el("nav", "tools");
for (const [key, label] of [["F", "Folder"], ["B", "Back"], ["P", "Record"], ["E", "End"], ["Esc", "Menu"]])
  foot.append(button("", () => {{}}, el("kbd", "", key), el("span", "", label)));
column.append(foot);
function way(number, text, press) {{
  const act = () => {{ press(); localStorage.setItem("ink", story.state.toJson()); go(); }};
  return el("li", "", button("choice", act, el("b", "", number), " ", el("span", "", text)));
}}
function go() {{
  window.scrollTo(0, 0);
  const told = el("div", "story"), ways = el("ol", "choices"), head = {{}};
  while (story.canContinue) {{
    told.append(el("div", "text", el("p", "", story.Continue())));
    for (const tag of story.currentTags) {{
      const [name, text] = tag.split(": ");
      head[name] = text;
    }}
  }}
  for (const choice of story.currentChoices)
    ways.append(way(choice.index + 1, choice.text, () => story.ChooseChoiceIndex(choice.index)));
  if (!story.currentChoices.length) ways.append(way(1, "Again", () => story.ResetState()));
  const title = el("h1", "", head.title ?? "");
  title.tabIndex = -1;
  const record = button("provenance", () => {{}}, head.record ?? "");
  while (foot.previousSibling) foot.previousSibling.remove();
  foot.before(
    el("header", "head", title, el("p", "when", head.when ?? ""), record),
    told,
    el("div", "way", el("section", "ways_on", el("h2", "small", "What you can do"), ways)),
  );
  document.title = head.title ?? "";
  title.focus({{ preventScroll: true }});
}}
go();
</script>"""


def ink_source(story: Story) -> str:
    """Return the words of a story as ink: a knot for each scene, its choices, their results."""
    return "\n".join([f"-> {story.start}", *(_knot(story, scene) for scene in story.scenes.values())]) + "\n"


def _knot(story: Story, scene: Scene) -> str:
    lines = [f"=== {scene.id} ==="]
    when = " ".join(filter(None, (scene.date, scene.place)))
    for name, text in (("title", scene.title), ("when", when), ("record", scene.provenance)):
        lines.append(f"# {name}: {_ink(text)}")
    lines += [_ink(plain_text(passage.text)) for passage in scene.passages if passage.text]
    for way in (entry for entry in scene.entries if isinstance(entry, Way)):
        target = way.to if way.to in story.scenes else story.start
        text = _ink(plain_text(way.text)) or "Continue"
        lines.append(f"+ [{text}] {_ink(plain_text(way.result))} -> {target}")
    offers = [entry for entry in scene.entries if isinstance(entry, DeckOffer)]
    letters = [letter for offer in offers for letter in story.decks.get(offer.deck, ())]
    lines += [f"+ [{_ink(letter.title)}] -> {letter.id}" for letter in letters]
    if isinstance(scene.exit, Ending):
        lines += [_ink(plain_text(scene.exit.epilogue)), "-> END"]
    return "\n".join(line for line in lines if line.strip())


def _ink(text: str) -> str:
    """Return text on one line, with nothing in it that ink would read as a sign."""
    return "".join(sign if sign not in "[]{}<>|/\\#~*+-=" else " " for sign in " ".join(text.split()))


def ink_pages(story: Story, modules: Path, ours: str) -> dict[str, str]:
    """Return the bare page and the like one, with the styles of `ours`; `modules` is a node_modules."""
    full = modules / "inkjs" / "dist" / "ink-full.js"
    run = subprocess.run(
        ["node", "-e", COMPILE, str(full)],
        input=ink_source(story),
        capture_output=True,
        text=True,
        check=True,
    )
    style = re.search(r"<style>(.*?)</style>", ours, re.DOTALL)
    assert style, "our page has no styles"
    parts = {
        "ink": (modules / "inkjs" / "dist" / "ink.js").read_text(encoding="utf-8"),
        "story": json.dumps(json.loads(run.stdout.lstrip("\ufeff"))),
    }
    return {"bare": BARE.format(**parts), "like": LIKE.format(**parts, style=style[1])}
