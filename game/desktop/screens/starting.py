"""How a game is begun or taken up: the content note before the first, old saves that no longer fit."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from game import saves
from game.desktop import save_words, setting_words, words
from game.desktop.kit import Kit
from game.desktop.moves import Move, Push, Reset
from game.desktop.play import Play
from game.desktop.screens.notice import Notice, NoticeCard
from game.desktop.screens.page_screen import PageScreen
from game.desktop.screens.scene import SceneScreen
from game.desktop.screens.where import first_page
from game.desktop.sitting import Sitting
from game.desktop.widgets.chips import ButtonLook, Hint, button, gap, shelf
from game.desktop.widgets.heading import heading
from game.desktop.widgets.paragraph import prose, said, term_of
from game.desktop.widgets.piece import Gap, Page, Piece
from game.desktop.widgets.scroll_area import reading_page
from game.disk import DiskProblem, SavedGame
from game.story.model import Story
from game.story.playthrough import Start


def new_game(sitting: Sitting, start: Start | None = None) -> Move:
    """Begin at the beginning or at `start`; before the first game the content note is shown."""
    if sitting.story and sitting.story.played_as not in sitting.settings.notes_read:
        return Push(ContentNoteScreen(sitting, start))
    return Reset(first_page(sitting, sitting.begin(start)))


def resumed(sitting: Sitting) -> Move | None:
    """Take up the newest unfinished game; say so where the story has changed under it."""
    saved, story = sitting.unfinished, sitting.story
    if saved is None or story is None:
        return None
    return opened(sitting, saved)


def opened(sitting: Sitting, saved: SavedGame) -> Move:
    """Go on with a save; one that was kept under a name stays as it is, and a new file takes what follows."""
    assert sitting.story is not None
    try:
        return Reset(_taken_up(sitting, saved.path, sitting.story))
    except DiskProblem as problem:
        return Push(NoticeCard(sitting, Notice(save_words.SAVE_BROKEN, str(problem))))


def _taken_up(sitting: Sitting, path: Path, story: Story) -> PageScreen:
    """The page that a save has come to; before it a notice where the story has changed under it."""
    replay, path = saves.take_up(path, story)
    screen = SceneScreen(sitting, Play(replay.playthrough, sitting.outside, path))
    if replay.stopped_at is None:
        return screen.resumed()
    lost = save_words.steps_lost(replay.steps_lost)
    text = save_words.SAVE_STOPPED_TEXT.format(scene=replay.playthrough.scene.title, lost=lost)
    return NoticeCard(sitting, Notice(save_words.SAVE_STOPPED, text, words.GO_ON), then=screen)


class ContentNoteScreen(PageScreen):
    """What the story contains, before anything of it is shown, with the switch that skips hard passages."""

    def __init__(self, sitting: Sitting, start: Start | None = None) -> None:
        super().__init__()
        self.sitting = sitting
        self.start = start

    def contents(self, kit: Kit) -> Page:
        """Lay the note out."""
        return reading_page(kit, self.hints(), lambda width: self._items(kit, width), beside="stairs")

    def _items(self, kit: Kit, width: int) -> Sequence[Piece | Gap]:
        story = self.sitting.story
        note = (
            self.sitting.shown(story.content_note) if story and story.content_note else said(words.NOTE_NONE)
        )
        offer: list[Piece | Gap] = []
        told = "".join(run.text for paragraph in note for run in paragraph)
        if "skip" not in told.lower():  # an author's note may have said it already
            text = said(words.SKIP_OFFER)
            offer.append(prose(kit, text, min(width, kit.measure), "skip_offer", colour=kit.palette.keys))
            offer.append(gap(kit, 10))
        skips = self.sitting.settings.skip_hard_passages
        switch = f"{setting_words.SET_SKIP}: {setting_words.ON if skips else setting_words.OFF}"
        return [
            heading(kit, words.NOTE_TITLE, story.title if story else "", width),
            gap(kit, 16),
            prose(kit, note, min(width, kit.measure), "note"),
            gap(kit, 20),
            *offer,
            button(kit, "skip", switch, width, ButtonLook(is_on=skips)),
            gap(kit, 26),
            shelf(
                kit,
                [
                    button(kit, "begin", words.BEGIN, width, ButtonLook(arrow=True)),
                    button(kit, "back", words.BACK, width),
                ],
                width,
                "buttons",
            ),
        ]

    def hints(self) -> tuple[Hint, ...]:
        """Return the keys of this screen."""
        return (
            Hint(words.KEY_ARROWS, words.KEY_CHOOSE, ""),
            Hint("Enter", words.KEY_GO_ON, ""),
            Hint("Esc", words.BACK.lower(), "leave"),
            Hint("F1", words.KEY_KEYS, "help"),
        )

    def first_focus(self, page: Page) -> str:
        """Return the button that begins."""
        return "begin"

    def take(self, target: str) -> Move | None:
        """Switch, begin, or go back."""
        if target == "skip":
            self.sitting.change(skip_hard_passages=not self.sitting.settings.skip_hard_passages)
            self.changed(keep_place=True)
        elif target == "begin":
            played = self.sitting.story.played_as if self.sitting.story else ""
            self.sitting.change(notes_read=(*self.sitting.settings.notes_read, played))
            return Reset(first_page(self.sitting, self.sitting.begin(self.start)))
        elif target == "back":
            return self.leave()
        elif (term := term_of(target)) and self.sitting.story:
            from game.desktop.screens.cards import term_card

            return Push(term_card(self.sitting, term))
        return None


def begun_at(sitting: Sitting, start: Start | None, save: Path | None) -> Move:
    """Begin somewhere at once: at a start, in a save, or with a new game that is kept in that file.

    Raises ValueError for a start that the story does not have, DiskProblem for a save that cannot be read.
    """
    if save and save.exists():
        assert sitting.story is not None
        return Push(_taken_up(sitting, save, sitting.story))
    play = sitting.begin(start)
    play.path = save
    return Push(first_page(sitting, play))
