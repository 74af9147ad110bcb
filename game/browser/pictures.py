"""The pictures that a story names, as the text of SVG files."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from game.pages.pack_pictures import pack_picture
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
    for name in filter(None, names):
        drawn = (_drawing(folder, name) or _photograph(folder, name) for folder in folders if folder.is_dir())
        if picture := next(filter(None, drawn), ""):
            yield name, picture


def _drawing(folder: Path, name: str) -> str:
    """Return the drawing of this name; "" where none is there that the window would draw."""
    file = folder / f"{name}.svg"
    content = (pack_picture(file) if file.is_file() else None) or b""
    return _small(content.decode("utf-8", errors="replace"))


def _photograph(folder: Path, name: str) -> str:
    """Return a photograph as a drawing that holds it; "" where there is none."""
    content = pack_photograph(folder, name) or b""
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
