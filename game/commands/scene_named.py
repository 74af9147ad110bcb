"""A scene as an author names it: its id, its file, a line of its file, or a pack for its beginning."""

from __future__ import annotations

import argparse
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from game.commands.given import HELP, read_given
from game.commands.outcome import WRONG_USAGE, CommandFailed
from game.commands.packs import DEFAULT_PACK, find_pack
from game.commands.suggestions import did_you_mean
from game.disk import path_from

if TYPE_CHECKING:
    from game.authoring.compiler import Compilation
    from game.story.model import Story
    from game.story.playthrough import Start

_FILE_AND_LINE = re.compile(r"(?P<file>.+?\.ya?ml)(?::(?P<line>\d+))?(?::\d+)?:?")


@dataclass(frozen=True, slots=True)
class SceneNamed:
    """What was named: the pack, and in it a scene's id, or a file with a line (0: its first scene).

    With neither it is the beginning of the pack, for an extension its own first scene.
    """

    pack: Path
    scene: str = ""
    file: Path | None = None
    line: int = 0
    given: str = ""

    def start(self, compilation: Compilation) -> Start:
        """Return where to begin, with what its chapter gives unless something is given here.

        Raises CommandFailed where there is no such scene or value.
        """
        from game.story.playthrough import Start
        from game.story.starts import chapter_start

        story = compilation.story
        assert story is not None
        scene = self.scene or (self._scene_of_file(compilation) if self.file else "") or _first(story)
        if scene not in story.scenes:
            advice = did_you_mean(scene, story.scenes)
            raise CommandFailed(f"There is no scene '{scene}' in {self.pack}.{advice}", WRONG_USAGE)
        if self.given:
            return Start(scene, read_given(self.given, story))
        if scene == story.start:
            return Start(scene)
        return Start(scene, chapter_start(story, story.scenes[scene].chapter).given)

    def _scene_of_file(self, compilation: Compilation) -> str:
        """Return the scene at the line; empty for a file that holds none."""
        assert self.file is not None
        wanted = self.file.resolve()
        found = ""
        for key, span in compilation.where.items():
            if key[0] == "scene" and Path(span.file.shown).resolve() == wanted:
                # A scene begins behind the `---` above it, not at the line with its id.
                above = span.file.text.rfind("\n---", 0, span.start)
                begins = span.file.position(above + 1)[0] if above >= 0 else 1
                if not found or begins <= self.line:
                    found = key[1]
        return found


def _first(story: Story) -> str:
    """Return the scene that a pack begins with: an extension's author wants to see their own."""
    own = (scene.id for scene in story.scenes.values() if scene.from_extension)
    return next(own, story.start)


def add_scene(parser: argparse.ArgumentParser, more: str = "") -> None:
    """Add the arguments that name a scene."""
    parser.add_argument(
        "scene",
        nargs="?",
        default="",
        metavar="SCENE",
        help=f"a scene's id, its file, FILE:LINE, or a pack for its beginning{more}",
    )
    parser.add_argument("--pack", metavar="PACK", help="the pack of a scene that is named by its id")
    parser.add_argument("--given", default="", metavar="VALUES", help=HELP)


def named(arguments: argparse.Namespace) -> SceneNamed:
    """Return what the arguments name. Raises CommandFailed where there is no such pack or file."""
    text, pack, given = arguments.scene, arguments.pack, arguments.given
    path = path_from(text)
    in_file = _FILE_AND_LINE.fullmatch(text)
    if in_file and path.name != "pack.yaml":
        file = path_from(in_file["file"])
        if not file.is_file():
            raise CommandFailed(f"There is no file {file}.", WRONG_USAGE)
        home = find_pack(pack or str(file))
        if home == file:
            raise CommandFailed(f"{file} lies in no pack: no folder above it has a pack.yaml.", WRONG_USAGE)
        return SceneNamed(home, file=file, line=int(in_file["line"] or 0), given=given)
    if text and not pack and (path.is_file() or (path / "pack.yaml").is_file()):
        return SceneNamed(find_pack(text), given=given)
    return SceneNamed(find_pack(pack or DEFAULT_PACK), text, given=given)
