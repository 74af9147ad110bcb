"""The window's front door. Nothing is imported here that the first title does not need."""

from __future__ import annotations

import functools
import os
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from game.desktop.actions import Action
    from game.desktop.bench import Built, Library, Preview
    from game.desktop.narrator import Narrator
    from game.desktop.reader import Reader
    from game.desktop.sitting import ExportDebrief, Outside, Sitting
    from game.desktop.stage import Stage
    from game.desktop.window import Window
    from game.story.model import Story
    from game.story.playthrough import Start

_RATE, _CALM_RATE = 25, 15
"""Looks for events a second, and after a while without any. `event.wait` costs more than either."""

_CALM = 4.0
"""Seconds without an event after which a page is only read."""


Speech = Literal["", "system", "print"]
Look = Callable[[float], object]
"""Called at every turn of the loop with the seconds of a clock."""


class NoDisplay(Exception):
    """There is no screen to open a window on; the message is a sentence for the player."""


def run(
    open_pack: Callable[[], Story],
    *,
    story_title: str,
    assets: Path,
    export_debrief: ExportDebrief | None = None,
    start: Start | None = None,
    anew: bool = False,
    save: Path | None = None,
    art: tuple[Path, ...] = (),
    keeps_saves: bool = True,
    pack_library: Library | None = None,
    after_title: Callable[[], None] | None = None,
    speech: Speech = "",
) -> int:
    """Play in a window and return an exit code.

    `open_pack` is called once, after the title has been drawn; what it raises is shown on a page, in the
    words of the exception. `start` begins there at once, `anew` at the story's beginning, and `save` plays
    that file, or keeps a new game in it. `art` are folders of the pack's own pictures. `keeps_saves` is
    False where nothing is saved, `pack_library` the packs that the title offers. `after_title` is called
    when the first title has been drawn. `speech` reads aloud whatever the settings say: by the voice of the
    system, or printed. Raises NoDisplay.
    """

    def opened(stage: Stage) -> None:
        _open_story(stage, open_pack, start, anew, save)

    return _run(
        opened,
        lambda: _outside(export_debrief, keeps_saves, pack_library),
        story_title=story_title,
        assets=assets,
        art=art,
        after_title=after_title,
        speech=speech,
    )


def run_preview(
    preview: Preview,
    built: Built,
    *,
    story_title: str,
    assets: Path,
    export_debrief: ExportDebrief | None = None,
) -> int:
    """Show a pack that is being written, and follow its files until the window closes. Raises NoDisplay.

    `built` is what compiling it gave just now.
    """

    def opened(stage: Stage) -> Look:
        from game.desktop.reloading import Reloader

        reloader = Reloader(stage, preview)
        reloader.begin(built)
        return reloader.look

    outside = functools.partial(_outside, export_debrief, False, None)
    return _run(opened, outside, story_title=story_title, assets=assets)


def _run(
    opened: Callable[[Stage], Look | None],
    outside: Callable[[], Outside],
    *,
    story_title: str,
    assets: Path,
    art: tuple[Path, ...] = (),
    after_title: Callable[[], None] | None = None,
    speech: Speech = "",
) -> int:
    """Open the window and draw the title; what `opened` returns is called at every turn of the loop."""
    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
    # Pages are still pictures: drawn by the processor they cost nothing between two changes. Where OpenGL is
    # software, as on many school machines, SDL's other way costs thirty times as much and twice the start.
    os.environ.setdefault("SDL_FRAMEBUFFER_ACCELERATION", "0")
    # Windows would otherwise stretch the window on a dense screen.
    os.environ.setdefault("SDL_WINDOWS_DPI_AWARENESS", "permonitorv2")

    from game.desktop.screens.title import TitleScreen
    from game.desktop.sitting import Sitting
    from game.desktop.stage import Stage
    from game.desktop.theme import MissingAsset
    from game.desktop.window import Window, tell_plainly
    from game.disk import load_settings

    sitting = Sitting(load_settings(), outside(), assets)
    if speech:
        sitting.settings = replace(sitting.settings, reading_aloud=True)
    narrator: Narrator | None = None
    window = Window.opened(story_title, assets / "icon.svg", is_full=sitting.settings.full_screen)
    try:
        try:
            stage = Stage(sitting, window.size, TitleScreen(sitting, story_title), art)
            window.draw(stage)
            if after_title:
                after_title()
            from game.desktop.reader import Reader

            reader, narrator = Reader(_clipboard), _narrator(speech)
            window.finish_opening()
            look = opened(stage)
            window.draw(stage)
            for action in reader.forget(window.events()):
                stage.act(action)
            _play(window, stage, reader, narrator, look)
        except MissingAsset as problem:
            tell_plainly(window, str(problem))
            return 1
    finally:
        if narrator is not None:
            narrator.stop()
        window.close()
    return 0


def _play(window: Window, stage: Stage, reader: Reader, narrator: Narrator, look: Look | None) -> None:
    """The one loop: actions in, and a picture out where something has changed."""
    from game.desktop.moving import Mover
    from game.desktop.sound import Sounds
    from game.desktop.typewriter import Typewriter

    typewriter, mover = Typewriter(), Mover()
    sounds = Sounds(stage.sitting.assets / "sounds")
    last_event = time.monotonic()

    def act(action: Action | None) -> None:
        if action is None or narrator.answers(action, stage) or typewriter.answers(action, stage):
            return
        if stage.act(action):
            reader.turned()

    while not stage.is_over:
        now = time.monotonic()
        if look:
            look(now)
        for event in window.events():
            last_event = now
            reader.follow(stage)
            act(reader.read(event))
        act(reader.again())
        narrator.look(stage)
        typewriter.look(stage, now)
        if not stage.is_over:
            window.follow(stage)
            if stage.needs_drawing:
                window.draw(stage)
            else:
                window.touch_up(stage)
            mover.look(stage, window, now)
            sounds.look(stage)
            window.rest(_RATE if now - last_event < _CALM else _CALM_RATE)


def _narrator(speech: Speech) -> Narrator:
    from game.desktop.narrator import Narrator
    from game.desktop.voices import PrintingVoice, SystemVoice

    return Narrator(PrintingVoice if speech == "print" else SystemVoice)


def _open_story(
    stage: Stage, open_pack: Callable[[], Story], start: Start | None, anew: bool, save: Path | None
) -> None:
    """Open the story behind the title, and go where the caller wants to begin."""
    from game.desktop import words
    from game.desktop.moves import Push
    from game.desktop.screens import starting
    from game.desktop.screens.notice import ProblemScreen

    sitting: Sitting = stage.sitting
    try:
        sitting.open(open_pack())
        if sitting.set_aside:
            from game.desktop.screens.saves_page import damaged_notice

            card = damaged_notice(sitting, sitting.set_aside)
            stage.move(Push(card) if card else None)
        stage.top.changed()
        stage.needs_drawing = True
        if start or save:
            stage.move(starting.begun_at(sitting, start, save))
        elif anew:
            stage.move(starting.new_game(sitting))
    except Exception as problem:
        if os.environ.get("THIRD_CHAIR_DEBUG"):
            raise
        # Whatever a pack or a save does to the program, the player reads a sentence and no traceback.
        said = str(problem) or type(problem).__name__
        stage.move(Push(ProblemScreen(words.PROBLEM_STORY, said)))


def _outside(
    export_debrief: ExportDebrief | None, keeps_saves: bool, pack_library: Library | None
) -> Outside:
    from game.desktop.sitting import Outside

    return Outside(_lot, _browse, export_debrief, keeps_saves, pack_library, _copied, _clipboard)


def _lot() -> float:
    import random

    return random.random()


def _browse(address: str) -> None:
    """Open an address in the browser; some systems have none, and the address stands on the page."""
    import webbrowser

    webbrowser.open(address)


def _clipboard() -> str:
    """Return the text that can be pasted; nothing where the system has no clipboard."""
    import pygame

    try:
        return pygame.scrap.get_text()
    except (pygame.error, AttributeError):
        return ""


def _copied(text: str) -> bool:
    """Put a text on the clipboard and return whether that could be done."""
    import pygame

    try:
        pygame.scrap.put_text(text)
    except (pygame.error, AttributeError):
        return False
    return True
