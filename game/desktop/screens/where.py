"""Where you are: the page before the first one, with what went before and who the player is."""

from __future__ import annotations

from collections.abc import Iterable

from game.desktop import words
from game.desktop.kit import Kit
from game.desktop.moves import Move, Push, Replace, Reset
from game.desktop.play import Play
from game.desktop.screens import evidence
from game.desktop.screens.page_screen import PageScreen
from game.desktop.screens.scene import SceneScreen
from game.desktop.sitting import Sitting
from game.desktop.widgets.chips import ButtonLook, Hint, button, gap
from game.desktop.widgets.heading import heading
from game.desktop.widgets.paragraph import prose, term_of
from game.desktop.widgets.piece import Gap, Page, Piece
from game.desktop.widgets.scroll_area import reading_page
from game.story.model import Chapter
from game.story.viewer import Viewer


def first_page(sitting: Sitting, play: Play) -> PageScreen:
    """Return the page that a game begins with: the recap of the chapter that starts there, else the scene."""
    story, at = play.playthrough.story, play.playthrough.state.scene
    chapter = next((known for known in story.chapters if known.start == at and known.recap), None)
    if chapter is None or len(play.playthrough.moments) > 1:
        return SceneScreen(sitting, play)
    return WhereScreen(sitting, play, chapter)


class WhereScreen(PageScreen):
    """The recap of a chapter; then its first page takes its place."""

    def __init__(self, sitting: Sitting, play: Play, chapter: Chapter) -> None:
        super().__init__()
        self.sitting = sitting
        self.play = play
        self.chapter = chapter

    def contents(self, kit: Kit) -> Page:
        """Lay the page out beside the picture of the place where it begins."""
        scene = self.play.playthrough.scene
        return reading_page(kit, self.hints(), lambda width: list(self._items(kit, width)), place=scene.place)

    def _items(self, kit: Kit, width: int) -> Iterable[Piece | Gap]:
        story = self.play.playthrough.story
        viewer = Viewer(story, self.play.playthrough.state)
        yield heading(kit, words.WHERE_YOU_ARE, self.chapter.title, width)
        yield gap(kit, 14)
        yield prose(kit, viewer.prose(self.chapter.recap), min(width, kit.measure), "recap")
        if story.you:
            you = self.sitting.as_it_stands(viewer.person(story.you))
            yield gap(kit, 20)
            yield evidence.person(kit, you, width, words.THIS_IS_YOU, ())
        yield gap(kit, 22)
        yield button(kit, "continue", words.GO_ON, width, ButtonLook(arrow=True))

    def hints(self) -> tuple[Hint, ...]:
        """Return the keys of this page."""
        return (
            Hint("Enter", words.KEY_GO_ON, ""),
            Hint("Esc", words.BACK.lower(), "leave"),
            Hint("F1", words.KEY_KEYS, "help"),
        )

    def take(self, target: str) -> Move | None:
        """Begin, or open a word."""
        if target == "continue":
            return Replace(SceneScreen(self.sitting, self.play))
        if term := term_of(target):
            from game.desktop.screens.cards import term_card

            return Push(term_card(self.sitting, term))
        return None

    def leave(self) -> Move | None:
        """Go back to the title: nothing has been played yet."""
        return Reset()
