"""Every walkthrough of tests/walkthroughs/PACK/ is played on the story from YAML and on the compiled pack."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from game.authoring.compiler import compile_pack
from game.story.compiled import from_compiled, to_compiled
from game.story.model import Story
from tests.walkthroughs.walking import Stumbled, walk

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
PACKS = {folder.name: folder for folder in [*(ROOT / "scenes").glob("*"), *(HERE.parent / "packs").glob("*")]}
FILES = sorted(HERE.glob("*/*.txt"))


@pytest.fixture(scope="module")
def stories() -> dict[str, Story]:
    found = {}
    for pack in {path.parent.name for path in FILES}:
        compilation = compile_pack(PACKS[pack])
        assert compilation.story is not None, [found.as_text() for found in compilation.diagnostics]
        found[pack] = compilation.story
    return found


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.stem}")
@pytest.mark.parametrize("source", ["yaml", "compiled"])
def test_a_walkthrough_goes_as_it_says(path: Path, source: str, stories: dict[str, Story]) -> None:
    story = stories[path.parent.name]
    if source == "compiled":
        story = from_compiled(json.loads(json.dumps(to_compiled(story))))
    walk(story, path)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("see A parrot", "test.txt:2: see A parrot: this is not so"),
        ("choose fly", "test.txt:2: choose fly: fly is not open in door"),
        ("choose telephone", "test.txt:2: choose telephone: telephone is not open in door"),
        ("jump", "test.txt:2: jump: there is no such verb"),
        ("fate pavel arrested", "test.txt:2: fate pavel arrested: this is not so"),
    ],
)
def test_a_walkthrough_that_stumbles_names_its_line(
    line: str, message: str, tmp_path: Path, stories: dict[str, Story]
) -> None:
    path = tmp_path / "test.txt"
    path.write_text(f"see Rain on the skylight\n{line}\n", encoding="utf-8")
    with pytest.raises(Stumbled) as stumbled:
        walk(stories["reading_room"], path)
    assert str(stumbled.value).startswith(message)
