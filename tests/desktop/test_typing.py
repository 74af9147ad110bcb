"""Typing: the field, its cursor, and keys that belong to an input method."""

from __future__ import annotations

import pygame
import pytest

from game.desktop.actions import Erase, Leave, Say, Step, Take, Typed
from game.desktop.reader import Reader
from game.desktop.widgets.field import TextField, as_id


@pytest.fixture
def reader() -> Reader:
    reader = Reader(lambda: "pasted")
    reader.is_typing = True
    return reader


def key(reader: Reader, code: int, mod: int = 0) -> object:
    """Press a key and let it go."""
    action = reader.read(pygame.event.Event(pygame.KEYDOWN, key=code, mod=mod, scancode=0))
    reader.read(pygame.event.Event(pygame.KEYUP, key=code, mod=mod, scancode=0))
    return action


def test_while_typing_letters_digits_and_space_are_text(reader: Reader) -> None:
    assert [key(reader, code) for code in (pygame.K_f, pygame.K_1, pygame.K_SPACE)] == [None, None, None]
    assert reader.read(pygame.event.Event(pygame.TEXTINPUT, text="ж")) == Typed("ж")


def test_while_typing_other_keys_keep_their_meaning(reader: Reader) -> None:
    assert isinstance(key(reader, pygame.K_RETURN), Take)
    assert isinstance(key(reader, pygame.K_ESCAPE), Leave)
    assert key(reader, pygame.K_LEFT) == Step(-1, 0)
    assert key(reader, pygame.K_F1) == Say("help")
    assert key(reader, pygame.K_BACKSPACE) == Erase(-1)
    assert key(reader, pygame.K_DELETE) == Erase(1)


def test_a_held_backspace_goes_on_erasing(reader: Reader) -> None:
    down = pygame.event.Event(pygame.KEYDOWN, key=pygame.K_BACKSPACE, mod=0, scancode=0)
    assert [reader.read(down), reader.read(down)] == [Erase(-1), Erase(-1)]


def test_keys_of_a_word_that_is_being_composed_belong_to_the_input_method(reader: Reader) -> None:
    reader.read(pygame.event.Event(pygame.TEXTEDITING, text="ni", start=0, length=2))
    assert key(reader, pygame.K_RETURN) is None
    assert key(reader, pygame.K_BACKSPACE) is None
    assert reader.read(pygame.event.Event(pygame.TEXTINPUT, text="你")) == Typed("你")
    assert isinstance(key(reader, pygame.K_RETURN), Take)


@pytest.mark.parametrize(
    ("code", "mod"),
    [
        (pygame.K_v, pygame.KMOD_CTRL),
        (pygame.K_v, pygame.KMOD_META),
        (pygame.K_INSERT, pygame.KMOD_SHIFT),
    ],
)
def test_pasting(reader: Reader, code: int, mod: int) -> None:
    assert key(reader, code, mod) == Typed("pasted")


def test_without_a_field_text_is_nothing_and_letters_are_commands() -> None:
    reader = Reader()
    assert reader.read(pygame.event.Event(pygame.TEXTINPUT, text="f")) is None
    assert key(reader, pygame.K_f) == Say("folder")


def test_a_field_is_edited_at_its_cursor() -> None:
    field = TextField()
    field.insert("kitchn")
    field.move(-1)
    field.insert("e")
    assert (field.text, field.cursor) == ("kitchen", 6)
    field.erase(1)
    field.erase(-1)
    assert (field.text, field.cursor) == ("kitch", 5)
    field.move(-99)
    field.erase(-1)
    assert (field.text, field.cursor) == ("kitch", 0)


def test_typing_replaces_a_suggestion_and_moving_keeps_it() -> None:
    typed, moved = TextField("my_class"), TextField("my_class")
    typed.insert("a")
    moved.move(-1)
    moved.insert("a")
    assert (typed.text, moved.text) == ("a", "my_clasas")


def test_what_is_pasted_is_one_line_and_not_endless() -> None:
    field = TextField()
    field.insert("one\ntwo\t" + "x" * 500)
    assert field.text == "one two " + "x" * 52


@pytest.mark.parametrize(
    ("typed", "id"), [("Class 9b", "class_9b"), ("Überblick", "berblick"), ("Ж", ""), ("a-b", "a_b")]
)
def test_an_id_is_made_of_what_is_typed(typed: str, id: str) -> None:
    assert as_id(typed) == id
