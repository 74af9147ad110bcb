"""A `story` fixture: some YAML becomes a Story, once as compiled and once through the compiled pack."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from game.authoring.compiler import compile_pack
from game.story.compiled import from_compiled, to_compiled
from game.story.model import Story

PACK = """\
format: 1
id: small
title: A small pack
version: 1.0.0
start: hall
you: ann
chapters:
  - {id: one, folder: 01_one, title: One, start: hall, date: 1934-12}
  - {id: two, folder: 02_two, title: Two, start: yard, given: [coins = 3, ann = arrested]}
lessons:
  - {id: first_half, title: First half, chapters: [one], close: bell}
  - {id: first_bare, title: First half without a close, chapters: [one]}
variables:
  coins: {type: number, start: 2, min: 0, max: 5, show: lamps}
  trust: {type: meter, start: 50, min: 0, max: 100, signs: {0: They look away., 40: They nod.}}
  warned: {type: flag}
  reply: {type: word, values: [none, low, high], labels: {low: the small figure}}
fates:
  at_liberty: At liberty
  arrested: Arrested
  shot: Shot
"""

PEOPLE = """\
ann: {name: Ann Orlova, role: Clerk, about: She keeps the keys., after: {arrested: She came back in 1939.}}
bob: {name: Boris Petrov, fate: at_liberty}
"""

YARD = """\
scene: yard
title: Yard
provenance: invented
text: |
  Snow.
ending: {id: yard, title: The yard, kind: arrested}
---
scene: bell
title: Bell
provenance: invented
text: |
  The bell rings.
next:
  - to: yard
"""


@pytest.fixture(params=["yaml", "compiled"])
def story(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[..., Story]:
    """Return make(scenes, **files): the scenes stand in chapter one; `facts="..."` writes facts.yaml."""

    def make(scenes: str, pack: str = PACK, yard: str = YARD, **files: str) -> Story:
        written = {"pack.yaml": pack, "people.yaml": PEOPLE, "chapters/02_two/yard.yaml": yard}
        written |= {f"{name}.yaml": text for name, text in files.items()}
        written["chapters/01_one/scenes.yaml"] = scenes
        for name, text in written.items():
            path = tmp_path / "small" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        compilation = compile_pack(tmp_path / "small")
        assert compilation.story is not None, [str(finding) for finding in compilation.diagnostics]
        if request.param == "compiled":
            return from_compiled(json.loads(json.dumps(to_compiled(compilation.story))))
        return compilation.story

    return make
