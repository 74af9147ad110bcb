"""Jump to a scene of the preview: type a part of its id or title, or go through the list."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

from game.desktop import author_words, words
from game.desktop.kit import Kit
from game.desktop.moves import Move, Pop
from game.desktop.screens.page_screen import PageScreen
from game.desktop.screens.preview import PreviewScreen
from game.desktop.widgets.chips import Hint, gap
from game.desktop.widgets.choice_list import Entry, row
from game.desktop.widgets.field import FIELD, TextField, field_box
from game.desktop.widgets.heading import heading
from game.desktop.widgets.paragraph import Said, prose, said
from game.desktop.widgets.piece import Gap, Page, Piece
from game.desktop.widgets.scroll_area import reading_page
from game.story.model import Scene

MOST_SHOWN = 60
"""Scenes in the list; whoever looks for one among more types a letter of it."""

LEAST_LIKENESS = 0.65
"""Of 0..1: less is another word and no slip."""


class JumpScreen(PageScreen):
    """A field that filters the scenes; Enter goes to the one that has the bar."""

    field_label = author_words.JUMP_LABEL

    def __init__(self, preview: PreviewScreen) -> None:
        super().__init__()
        self.preview = preview
        self.field = TextField()

    @property
    def found(self) -> tuple[tuple[Scene, ...], bool]:
        """The scenes that fit what is typed; else the nearest ids, and True."""
        scenes = self.preview.play.playthrough.story.scenes
        assert self.field is not None
        part = self.field.text.strip().casefold()
        joined = part.replace(" ", "_")
        fitting = [s for s in scenes.values() if joined in s.id or part in s.title.casefold()]
        if fitting or not part:
            return tuple(sorted(fitting, key=lambda s: not s.id.startswith(joined))), False
        near = sorted(((_likeness(joined, scene), scene) for scene in scenes.values()), key=lambda n: -n[0])
        return tuple(scene for likeness, scene in near[:5] if likeness > LEAST_LIKENESS), True

    def contents(self, kit: Kit) -> Page:
        """Lay field and list out; the field stays while the list scrolls, where the window is high enough."""
        if kit.height >= 620 * kit.scale * max(1.0, kit.text * 0.8):
            return reading_page(
                kit,
                self.hints(),
                lambda w: list(self._rows(kit, w)),
                head=lambda w: list(self._head(kit, w)),
                beside="composing_room",
            )
        return reading_page(
            kit,
            self.hints(),
            lambda w: [*self._head(kit, w), gap(kit, 10), *self._rows(kit, w)],
            beside="composing_room",
        )

    def _head(self, kit: Kit, width: int) -> Iterable[Piece | Gap]:
        assert self.field is not None
        yield heading(kit, author_words.JUMP_TITLE, "", width)
        yield gap(kit, 10)
        yield field_box(kit, self.field, author_words.JUMP_LABEL, width)

    def _rows(self, kit: Kit, width: int) -> Iterable[Piece | Gap]:
        scenes, is_guess = self.found
        if is_guess:
            told = author_words.JUMP_NEAR if scenes else author_words.JUMP_NONE
            yield prose(kit, said(told), min(width, kit.measure), "near")
            yield gap(kit, 8)
        here = self.preview.play.playthrough.state.scene
        for position, scene in enumerate(scenes[:MOST_SHOWN]):
            place = self.preview.built.places.get(scene.id, "")
            told = " · ".join(
                filter(None, (scene.id, place, author_words.JUMP_HERE if scene.id == here else ""))
            )
            yield row(
                kit,
                Entry(f"scene:{scene.id}", ((Said(scene.title),),), "", said(told)),
                width,
                is_first=not position,
            )
        if len(scenes) > MOST_SHOWN:
            yield gap(kit, 8)
            more = author_words.JUMP_MORE.format(count=len(scenes) - MOST_SHOWN)
            yield prose(kit, said(more), width, "more_scenes")
        yield gap(kit, 12)
        yield prose(
            kit, said(author_words.JUMP_NOTE), min(width, kit.measure), "note", colour=kit.palette.keys
        )

    def hints(self) -> tuple[Hint, ...]:
        """Return the keys of this screen."""
        return (
            Hint("A–Z", author_words.KEY_TO_FILTER, ""),
            Hint(words.KEY_ARROWS, words.KEY_CHOOSE, ""),
            Hint("Enter", author_words.STRIP_JUMP, ""),
            Hint("Esc", words.BACK.lower(), "leave"),
        )

    def anew(self) -> JumpScreen:
        """Return the list of the pack as it was read again."""
        again = JumpScreen(self.preview)
        again.field = self.field
        return again

    def first_focus(self, page: Page) -> str:
        """Return the first scene of the list."""
        return next((t.id for t, _ in page.targets if t.id.startswith("scene:")), FIELD)

    def sideways(self, across: int) -> bool:
        """Move the cursor of the field."""
        assert self.field is not None
        self.field.move(across)
        self.changed(keep_place=True)
        return True

    def typed(self) -> None:
        """Show the list from its top."""
        self.changed()

    def take(self, target: str) -> Move | None:
        """Jump."""
        kind, _, scene = target.partition(":")
        if kind == "scene":
            self.preview.jump(scene)
            return Pop()
        return None


def _likeness(typed: str, scene: Scene) -> float:
    """How much a slip looks like a scene's id, or a word of it or of the title; 1 is the same."""
    names = (scene.id, *scene.id.split("_"), *scene.title.casefold().split())
    return max(difflib.SequenceMatcher(None, typed, name).ratio() for name in names)
