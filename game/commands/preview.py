"""`preview`: the window at a scene of a pack that is being written; it follows the files as they are saved.

Every saved file of the pack is read again in less than half a second, and the window stays where it is: the
way that led there is taken again. Where something is wrong the window shows what and where, and goes on once
it is mended. A strip at the foot says which scene this is and in which file and line it stands, what the last
step changed, and which ways are open; J jumps to a scene, V sets variables, F12 hides the strip.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from game import shipped
from game.commands.findings import as_findings
from game.commands.outcome import FINDINGS, WRONG_USAGE, CommandFailed
from game.commands.packs import art_folders, compilation_of, photograph_svg
from game.commands.scene_named import SceneNamed, add_scene, named
from game.commands.zips import peeked

if TYPE_CHECKING:
    from game.authoring.compiler import Compilation
    from game.desktop.bench import Built
    from game.story.model import Story
    from game.story.playthrough import Playthrough, Start

SUMMARY = "show a scene while you write it: saved files are read again at once"
EXAMPLE = """\
examples:
  python3 main.py preview my_class                     a pack of your own, from its first scene
  python3 main.py preview my_class/chapters/01_december/green_ink.yaml
                                                       the first scene of a file
  python3 main.py preview my_class/chapters/01_december/green_ink.yaml:41
                                                       the scene at that line
  python3 main.py preview kitchen --given 'standing = 20, feldman = arrested'
                                                       a scene of the shipped story by its id
  python3 main.py preview green_ink --pack my_class    a scene of your pack by its id
  python3 main.py preview my_class --replay found/001-dead-end-desk.json
                                                       where a witness of `explore` ends
"""


def add(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    add_scene(parser)
    parser.add_argument(
        "--replay", metavar="FILE", help="begin where a save ends, as `explore --witnesses` writes it"
    )


def run(arguments: argparse.Namespace) -> int:
    """Open the window and follow the files until it is closed."""
    from game.desktop.app import NoDisplay, run_preview
    from game.desktop.bench import Preview
    from game.explore.wording import condition_words

    wanted = named(arguments)
    source = Source(wanted, arguments.replay)
    first = source.build(is_first=True)
    try:
        return run_preview(
            Preview(source.build, source.stamp, condition_words),
            first,
            story_title=peeked(wanted.pack, "title") or wanted.pack.stem,
            assets=shipped.folder("assets"),
            export_debrief=source.export_debrief,
        )
    except NoDisplay as problem:
        print(f"{problem} Try: python3 main.py shot SCENE -o scene.png", file=sys.stderr)
        return FINDINGS


class Source:
    """The files of a pack and of what it extends: compiles them, and tells when one was saved."""

    def __init__(self, wanted: SceneNamed, replay: str | None = None) -> None:
        self.wanted = wanted
        self._replay = replay
        self._replay_start: Start | None = None
        self._roots = [wanted.pack]
        self._language = "en"

    def build(self, *, is_first: bool = False) -> Built:
        """Compile the pack. Where a scene or value is wrong it begins elsewhere and says so.

        The first time it raises CommandFailed instead: who starts the preview has mistyped it.
        """
        from game.desktop.bench import Built

        compilation = compilation_of(self.wanted.pack)
        read = {root_of(file.shown, file.path): None for file in compilation.files}
        self._roots = [self.wanted.pack, *(root for root in read if root != self.wanted.pack)]
        findings = as_findings(compilation.diagnostics)
        story = compilation.story
        if story is None:
            return Built(None, findings)
        self._language = story.language
        art = art_folders(self.wanted.pack)
        if self._replay and is_first:
            played = _played(story, self._replay)
            self._replay_start = played.start
            return Built(story, findings, played.start, places_of(compilation), art, played=played)
        start, said = (
            (self._replay_start, "") if self._replay_start else self._start(compilation, story, is_first)
        )
        return Built(story, findings, start, places_of(compilation), art, said)

    def stamp(self) -> object:
        """Return the names, sizes and times of all files that count."""
        return [found for root in self._roots for found in _stamps(root)]

    def export_debrief(self, view: object, path: Path) -> None:
        """Write a debrief as an HTML file. Raises DiskProblem."""
        from game.disk import write_text
        from game.pages.debrief import debrief_page
        from game.story.views import DebriefView

        assert isinstance(view, DebriefView)
        write_text(path, debrief_page(view, self._language, photograph_svg(self.wanted.pack)))

    def _start(self, compilation: Compilation, story: Story, is_first: bool) -> tuple[Start, str]:
        from game.story.playthrough import Start

        try:
            return self.wanted.start(compilation), ""
        except CommandFailed as failure:
            if is_first:
                raise
            return Start(story.start), str(failure)


def _played(story: Story, file: str) -> Playthrough:
    from game.commands.codes import played_file

    played = played_file(story, file)
    if played is None:
        raise CommandFailed(f"There is no file {file}.", WRONG_USAGE)
    return played


def root_of(shown: str, path: str) -> Path:
    """Return the pack of a file, from how the file is shown and its path in the pack."""
    return Path(shown.removesuffix(path).rstrip("/") or ".")


def places_of(compilation: Compilation) -> dict[str, str]:
    """Return file and line of every scene, as an author would look for them."""
    places = {}
    for key, span in compilation.where.items():
        if key[0] == "scene":
            pack = root_of(span.file.shown, span.file.path).name
            places[key[1]] = f"{pack}/{span.file.path}:{span.line}"
    return places


def _stamps(root: Path) -> Iterator[tuple[str, int, int]]:
    waiting = [str(root)]
    if root.is_file():
        yield from _stamp_of(str(root))
        return
    while waiting:
        try:
            entries = sorted(os.scandir(waiting.pop()), key=lambda entry: entry.name)
        except OSError:
            continue
        for entry in entries:
            if entry.name.startswith("."):
                continue  # an editor's lock or half-written copy
            if entry.is_dir(follow_symlinks=False):
                waiting.append(entry.path)
            else:
                yield from _stamp_of(entry.path)


def _stamp_of(path: str) -> Iterator[tuple[str, int, int]]:
    try:
        found = os.stat(path)  # noqa: PTH116 - a Path for each file would cost more than the look itself
    except OSError:
        return
    yield path, found.st_size, found.st_mtime_ns
