"""What the author's side of the window is given: plain values, and functions of whoever starts it.

The window never compiles anything itself. A pack's path, what is wrong in it and where its scenes stand come
in through these records.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from game.story.conditions import Condition
    from game.story.model import Story
    from game.story.playthrough import Playthrough, Start


class Meaning(NamedTuple):
    """What the code of a finding means: why there is such a rule, a wrong and a right example."""

    title: str
    why: str
    wrong: str = ""
    right: str = ""


class Finding(NamedTuple):
    """One mistake or warning. `start` and `end` mark the characters of `source`, the line it stands in."""

    is_error: bool
    code: str
    message: str
    file: str = ""
    line: int = 0
    source: str = ""
    start: int = 0
    end: int = 0
    help: str = ""
    meaning: Meaning | None = None


class Built(NamedTuple):
    """A pack compiled just now: `story` is None where something is wrong.

    `start` is where the preview begins, `places` say in which file and line each scene stands, `art` are the
    folders of its pictures. `said` is a sentence for the author, as that the scene asked for is gone.
    `played`: the preview goes on where this ends, and not at the start.
    """

    story: Story | None
    findings: tuple[Finding, ...] = ()
    start: Start | None = None
    places: Mapping[str, str] = {}
    art: tuple[Path, ...] = ()
    said: str = ""
    played: Playthrough | None = None


class Preview(NamedTuple):
    """A pack that is being written.

    `build` compiles it, `stamp` returns something that is another as soon as a file of it was saved, and
    `written` says a condition as its author wrote it.
    """

    build: Callable[[], Built]
    stamp: Callable[[], object]
    written: Callable[[Condition, Story], str]


class FoundPack(NamedTuple):
    """A pack that lies on this machine, as its pack.yaml says; nothing of it is compiled yet."""

    path: Path
    id: str
    title: str
    extends: str = ""
    is_shipped: bool = False


class Library(NamedTuple):
    """The packs of this machine.

    `found` lists them and `open` compiles one. `new_pack` makes one from the template, in the folder `home`
    returns, where packs are looked for; it raises an exception whose text says what is wrong with the name.
    `show` opens a folder in the system's file manager and tells whether there is one.
    """

    found: Callable[[], tuple[FoundPack, ...]]
    open: Callable[[Path], Built]
    home: Callable[[], Path]
    show: Callable[[Path], bool]
    new_pack: Callable[[str], Path] | None = None
