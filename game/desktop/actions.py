"""What a person at the window can ask for: the Actions that screens answer."""

from __future__ import annotations

from typing import Literal, NamedTuple

Command = Literal[
    "folder",
    "provenance",
    "back",
    "forward",
    "end",
    "who",
    "term",
    "save",
    "help",
    "pause",
    "settings",
    "full_screen",
    "more",
    "strip",
    "jump",
    "variables",
    "ways",
    "messages",
    "copy",
    "voice",
    "voice_pause",
    "voice_again",
    "voice_back",
    "voice_on",
    "voice_slower",
    "voice_faster",
]


class Digit(NamedTuple):
    """Choose by number, 1-9; 0 only where hands are counted."""

    number: int


class Step(NamedTuple):
    """Move the focus, or scroll where there is nothing to move to: (0, 1) is down."""

    across: int
    down: int


class NextFocus(NamedTuple):
    """Go to the next thing that can have the focus, or to the one before."""

    backwards: bool = False


class Take(NamedTuple):
    """Take what has the focus; `has_keys` is False for a controller, which cannot type into a field."""

    has_keys: bool = True


class Forward:
    """Read on: the next page of a long text; at its end, what only goes on. It never chooses."""


class Turn(NamedTuple):
    """Scroll by pages: 1 down, -1 up; 2 and -2 go to the very end and the very beginning."""

    pages: int


class Wheel(NamedTuple):
    """Scroll by steps of a mouse wheel; down is positive."""

    steps: float


class Drag(NamedTuple):
    """Scroll by so many pixels: a finger that moves, or a mouse that is moved with its button down."""

    pixels: int


class Typed(NamedTuple):
    """Text for the field of the screen: typed, composed or pasted."""

    text: str


class Composing(NamedTuple):
    """Letters that an input method or a dead key is still composing; empty when it has done."""

    text: str


class Erase(NamedTuple):
    """Erase a sign of the field: -1 the one before the cursor, 1 the one behind it; or a whole word."""

    by: int
    is_word: bool = False


class Press(NamedTuple):
    """A click, or a tap of a finger (`is_touch`), in pixels of the window."""

    x: int
    y: int
    is_touch: bool = False


class Hover(NamedTuple):
    """The pointer stands there, in pixels of the window; nothing is pressed."""

    x: int
    y: int


class Caught(NamedTuple):
    """A key was pressed while a page asks for one: its name, as `keys.py` has it."""

    key: str


class Leave:
    """Close what lies on top."""


class Say(NamedTuple):
    """A command that has a key of its own."""

    command: Command


class Resize(NamedTuple):
    """The window has another size, in pixels."""

    width: int
    height: int


class Expose:
    """The window must be drawn again as it is."""


class Close:
    """The window is to be closed."""


Action = (
    Digit
    | Step
    | NextFocus
    | Take
    | Forward
    | Turn
    | Wheel
    | Drag
    | Typed
    | Composing
    | Erase
    | Press
    | Hover
    | Caught
    | Leave
    | Say
    | Resize
    | Expose
    | Close
)
