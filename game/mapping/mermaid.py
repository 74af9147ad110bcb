"""The scene graph as Mermaid text, for places that draw Mermaid themselves. Needs no layout."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from game.mapping.arrow_words import tag_words
from game.mapping.boxes import ending_words
from game.mapping.graph import Arrow, StoryGraph
from game.story.model import Ending, Scene

PLAIN = " .,:!?()'’“”/%+-_→"
"""Signs that mean nothing to Mermaid inside a label."""

CLASSES = (
    "classDef scene fill:#f8f1df,stroke:#16130f,color:#16130f",
    "classDef ending fill:#16130f,stroke:#16130f,color:#efe6d2",
    "classDef chair fill:#2c4453,stroke:#2c4453,color:#f8f1df",
    "classDef band fill:#efe6d2,stroke:#6b6252,color:#16130f",
    "classDef tray fill:#dccfae,stroke:#6b6252,color:#16130f",
    "classDef lost fill:#f8f1df,stroke:#b3261e,color:#b3261e,stroke-width:3px",
)


def mermaid(graph: StoryGraph, chapters: Collection[str]) -> str:
    """Return a flow chart of these chapters (ids); scenes of others that they lead to stand outside."""
    return "\n".join(_lines(graph, chapters)) + "\n"


def _lines(graph: StoryGraph, chapters: Collection[str]) -> Iterator[str]:
    yield "flowchart TD"
    names = {scene: f"s{number}" for number, scene in enumerate(graph.story.scenes)}
    names |= {tray.name: f"t{number}" for number, tray in enumerate(graph.trays)}
    within = {scene.id: scene.chapter for scene in graph.story.scenes.values()}
    within |= {tray.name: tray.chapter for tray in graph.trays}
    in_tray = {letter for tray in graph.trays for letter in tray.letters}
    for number, chapter in enumerate(graph.story.chapters):
        if chapter.id not in chapters:
            continue
        yield f"  subgraph c{number}[{_quoted(chapter.title)}]"
        yield "    direction TB"  # without it Mermaid turns a chapter on its side
        for scene in graph.story.scenes.values():
            if scene.chapter == chapter.id and scene.id not in in_tray:
                yield f"    {_node(graph, names, scene)}"
        for tray in graph.trays:
            if tray.chapter == chapter.id:
                yield f"    subgraph {names[tray.name]}[{_quoted(f'Tray: {tray.deck}')}]"
                yield from (
                    f"      {_node(graph, names, graph.story.scenes[letter])}" for letter in tray.letters
                )
                yield "    end"
        yield "  end"
    shown = [a for a in graph.arrows if {within[a.source], within[a.target]} & set(chapters)]
    outside = dict.fromkeys(
        end for arrow in shown for end in (arrow.source, arrow.target) if within[end] not in chapters
    )
    for end in outside:
        if end in graph.story.scenes:
            yield f"  {_node(graph, names, graph.story.scenes[end])}"
        else:
            deck = next(tray.deck for tray in graph.trays if tray.name == end)
            yield f"  {names[end]}[{_quoted(f'Tray: {deck}')}]"
    yield from (f"  {_arrow(arrow, names)}" for arrow in shown)
    bands = [f"c{number}" for number, chapter in enumerate(graph.story.chapters) if chapter.id in chapters]
    trays = [names[tray.name] for tray in graph.trays if tray.chapter in chapters]
    yield from (f"  {line}" for line in CLASSES)
    yield f"  class {','.join(bands)} band"
    yield from [f"  class {','.join(trays)} tray"] if trays else []


def _node(graph: StoryGraph, names: dict[str, str], scene: Scene) -> str:
    words, kind = f"{scene.title} ({scene.id})", "scene"
    left, right = ("[/", "/]") if scene.waits_in else ("[", "]")
    if isinstance(scene.exit, Ending):
        words, kind = f"{words} {ending_words(graph, scene.exit)}", "ending"
        left, right = "([", "])"
    elif scene.seat:
        words, kind = f"{words} From the chair of {graph.story.people[scene.seat].name}", "chair"
    if scene.id not in graph.reached:
        words, kind = f"{words} Nothing leads here", "lost"
    return f"{names[scene.id]}{left}{_quoted(words)}{right}:::{kind}"


def _arrow(arrow: Arrow, names: dict[str, str]) -> str:
    sign = {"choice": "-->", "continue": "-->", "chance": "-.->", "tray": "<-->"}[arrow.kind]
    ids = ", ".join(way.id for way in arrow.ways if way.id) if arrow.kind == "choice" else ""
    tag = tag_words(arrow)
    label = f"{ids} ({tag})" if ids and tag else ids or tag
    written = f"|{_quoted(label)}|" if label else ""
    return f"{names[arrow.source]} {sign}{written} {names[arrow.target]}"


def _quoted(text: str) -> str:
    """A label that Mermaid takes as it is: its own signs, and those of HTML, as numbered entities."""
    plain = " ".join(text.split())
    signs = [sign if sign.isalnum() or sign in PLAIN else f"#{ord(sign)};" for sign in plain]
    # `1. Monday` and `- Monday` would be taken for lists, which Mermaid refuses.
    is_list = re.match(r"(\d+[.)]|[-+])(?= |$)", plain)
    if is_list:
        signs[is_list.end() - 1] = f"#{ord(plain[is_list.end() - 1])};"
    return f'"{"".join(signs)}"'
