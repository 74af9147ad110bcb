"""What a screen with a text field adds: typing, erasing, the cursor, and a keyboard on the screen."""

from __future__ import annotations

from abc import ABC, abstractmethod

from game.desktop import actions
from game.desktop.moves import Move, Push
from game.desktop.widgets.field import FIELD, TextField

Edit = actions.Typed | actions.Erase | actions.Composing | actions.Turn


class HasField(ABC):
    """A screen may have one field; without one nothing here does anything."""

    field: TextField | None = None
    """What is typed into while this screen is on top, if anything."""
    field_label = ""
    """What the field asks for."""
    field_signs = ""
    """The only signs that it takes, for a keyboard on the screen; any where this is empty."""
    field_done = ""
    """The target that takes in what was typed."""
    focus = ""

    @abstractmethod
    def changed(self, *, keep_place: bool = False) -> None:
        """Say that the page must be laid out anew."""

    def typed(self) -> None:  # noqa: B027 - most screens have no field, and nothing to answer
        """Answer a change of the field's text."""

    def sideways(self, across: int) -> bool:
        """Answer left (-1) and right (1), in a field with its cursor; False lets the focus move."""
        if self.focus != FIELD or self.field is None:
            return False
        self.field.move(across)
        self.changed(keep_place=True)
        return True

    def edit(self, action: Edit) -> None:
        """Change the field's text, or where its cursor stands (Turn: at its two ends)."""
        if self.field is None:
            return
        before = self.field.text, self.field.composed, self.field.cursor
        match action:
            case actions.Typed(text):
                self.field.insert(text)
            case actions.Erase(by, is_word):
                self.field.erase(by, is_word=is_word)
            case actions.Composing(text):
                self.field.composed = text
            case actions.Turn(pages):
                self.field.move(pages * len(self.field.text))
        if before != (self.field.text, self.field.composed, self.field.cursor):
            self.changed(keep_place=True)
        if self.field.text != before[0]:
            self.typed()


def letters_over(screen: HasField) -> Move | None:
    """Return what opens a keyboard on the screen for a screen's field."""
    from game.desktop.screens.letters import LettersCard

    return Push(LettersCard(screen, screen.field)) if screen.field else None
