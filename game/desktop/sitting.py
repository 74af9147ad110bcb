"""What one person at the window has before them: the story, their settings, and a game to go on with."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from game.desktop.bench import FoundPack, Library
    from game.desktop.play import Play
    from game.disk import SavedGame, Settings
    from game.story.model import Story
    from game.story.playthrough import Start
    from game.story.prose import Prose
    from game.story.viewer import Viewer
    from game.story.views import DebriefView, PersonView, ProseView, TermView

    ExportDebrief = Callable[[DebriefView, Path], None]


class Outside(NamedTuple):
    """What the window asks of the world around it; a test gives its own.

    `lot` returns a number in 0..1 (1 excluded) for a draw, `browse` opens an address in the browser,
    `export_debrief` writes a debrief as a page, `keeps_saves` is False for a preview. `pack_library` are the
    packs of this machine; without it the title offers neither another story nor the page for teachers.
    `copy` puts a text on the clipboard and says whether it could, `paste` returns what lies there.
    """

    lot: Callable[[], float]
    browse: Callable[[str], object]
    export_debrief: ExportDebrief | None = None
    keeps_saves: bool = True
    pack_library: Library | None = None
    copy: Callable[[str], bool] | None = None
    paste: Callable[[], str] | None = None


class Sitting:
    """The story once it is open, the settings, and what Continue would take up.

    The engine is imported when it is needed first: the title is drawn before that.
    """

    def __init__(self, settings: Settings, outside: Outside, assets: Path) -> None:
        self.settings = settings
        self.outside = outside
        self.assets = assets
        self.art: tuple[Path, ...] = ()
        self.pack: FoundPack | None = None
        """The pack of the open story, once one was chosen here."""
        self.story: Story | None = None
        self.unfinished: SavedGame | None = None
        self.set_aside: tuple[Path, ...] = ()
        """Damaged saves that were found and moved out of the way, where they lie now."""

    def open(self, story: Story, art: tuple[Path, ...] | None = None) -> None:
        """Take a story in, with the folders of its own pictures, and look for a game to go on with."""
        self.story = story
        if art is not None:
            self.art = (*art,)  # another tuple: the stage then looks at the pictures anew
        self.look_for_saves()

    def look_for_saves(self) -> None:
        """Find the newest save that has not reached an end."""
        self.unfinished = None
        if self.story and self.outside.keeps_saves:
            from game import saves

            self.set_aside += saves.set_damaged_aside(self.story.played_as)
            self.unfinished = saves.unfinished(self.story.played_as)

    def begin(self, start: Start | None = None) -> Play:
        """Begin a game. Raises ValueError for a start that the story does not have."""
        from game.desktop.play import Play
        from game.story.playthrough import Playthrough

        assert self.story is not None
        return Play(Playthrough.begin(self.story, start), self.outside)

    def shown(self, text: Prose) -> ProseView:
        """Return one of the story's own texts as it reads at the story's beginning."""
        return self._viewer().prose(text)

    def term(self, term: str) -> TermView | None:
        """Return an entry of the glossary."""
        from game.story.views import RunView

        return next(iter(self._viewer().terms(((RunView("", term=term),),))), None)

    def as_it_stands(self, person: PersonView) -> PersonView:
        """Return somebody with a fate only where it is no longer the one of the story's start."""
        from dataclasses import replace

        assert self.story is not None
        fate = self.story.variable[person.id]
        is_as_at_start = not fate.values or person.fate_id == fate.name_of(fate.start)
        return replace(person, fate="") if is_as_at_start else person

    def _viewer(self) -> Viewer:
        from game.story.playthrough import Playthrough
        from game.story.viewer import Viewer

        assert self.story is not None
        return Viewer(self.story, Playthrough.begin(self.story).state)

    def change(self, **changes: Any) -> None:
        """Change settings and keep them; where they cannot be written they hold until the window closes."""
        from dataclasses import replace

        from game import disk

        self.settings = replace(self.settings, **changes)
        try:
            disk.save_settings(self.settings)
        except disk.DiskProblem:
            return

    def debrief_path(self, play: Play) -> Path:
        """Return where the debrief of a game is written as a page."""
        from game import disk

        stem = play.path.stem if play.path else "preview"
        return disk.user_folder() / "debriefs" / f"{play.playthrough.story.id}_{stem}.html"
