"""The pictures that a story names, as the text of SVG files."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from game.pages.pack_pictures import is_plain
from game.pages.photographs import pack_photograph, photograph_size
from game.pages.retouching import group_of, heads
from game.story.model import Story

TITLE = "troika_room"
"""The place that the title stands beside, where the story has none of that name."""

PHOTOGRAPH = "presidium_1934"
"""The picture of people who can be painted out of it; of people whom it does not show one is drawn."""

# No comment begins inside another: else a file of nothing but beginnings would take a long time.
_COMMENT = re.compile(r"<!--(?:(?!<!--).)*?-->", re.DOTALL)
_BETWEEN = re.compile(r">\s+<")


def pictures_of(story: Story, art: Sequence[Path], assets: Path) -> dict[str, dict[str, str]]:
    """Return the pictures by kind (`places`, `portraits`) and name; what has no file is left out.

    `art` are the folders of a pack's own pictures; they stand before the game's own in `assets`.
    """
    places = [*art, assets / "places", assets / "pictures"]
    portraits = [*(folder / "portraits" for folder in art), *art, assets / "portraits"]
    found = dict(_found(sorted({*_places(story), TITLE}), places))
    if story.photograph and not set(story.photograph.people) <= heads(found.get(PHOTOGRAPH, "")).keys():
        found[PHOTOGRAPH] = _small(group_of(story.photograph.people))
    return {
        "places": found,
        "portraits": dict(_found(sorted({*_portraits(story), "unknown"}), portraits)),
    }


def _places(story: Story) -> Iterator[str]:
    for scene in story.scenes.values():
        yield scene.place
        yield from (passage.picture for passage in scene.passages)
    if story.photograph:
        yield PHOTOGRAPH


def _portraits(story: Story) -> Iterator[str]:
    return (person.portrait for person in story.people.values())


def _found(names: Sequence[str], folders: Sequence[Path]) -> Iterator[tuple[str, str]]:
    for name in names:
        files = (folder / f"{name}.svg" for folder in folders)
        file = next((file for file in files if name and file.is_file()), None)
        content = file.read_bytes() if file else b""
        # What the window would not draw, a page does not carry.
        if content and is_plain(content):
            yield name, _small(content.decode("utf-8", errors="replace"))
        elif not content and name and (photograph := _photograph(name, folders)):
            yield name, photograph


def _photograph(name: str, folders: Sequence[Path]) -> str:
    """Return a pack's photograph as a drawing that holds it; "" where there is none."""
    contents = (pack_photograph(folder, name) for folder in folders if folder.is_dir())
    content = next((content for content in contents if content), b"")
    size = photograph_size(content)
    if size is None:
        return ""
    kind = {b"\x89": "png", b"\xff": "jpeg"}.get(content[:1], "webp")
    address = f"data:image/{kind};base64,{base64.b64encode(content).decode()}"
    box = 'width="{}" height="{}"'.format(*size)
    head = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {} {}">'.format(*size)
    return f'{head}<image {box} href="{address}"/></svg>'


def _small(svg: str) -> str:
    """Leave out what only a person who draws reads."""
    return _BETWEEN.sub("><", _COMMENT.sub("", svg)).strip()
