"""Every sentence of the keyboard on the screen, and how its keys are said aloud."""

from __future__ import annotations

LETTERS_OPEN = "On-screen keyboard"
LETTERS_DONE = "Done"
LETTERS_ERASE = "Erase"
LETTERS_SPACE = "Space"
LETTERS_PAD = "Controller: X erases, Y is a space, B has done."
KEY_PRESS = "press the key"

SHIFT = "Aa"
PAGE_NAMES = {"letters": "abc", "accents": "áéß", "cyrillic": "абв", "signs": "?!…"}

ALOUD_GRID = "{page}, in rows as on a keyboard. Arrows go from key to key, Enter presses one."
ALOUD_OWN_SIGNS = "The signs of this field"
ALOUD_CAPITAL = "{page}, a capital next"
ALOUD = {
    "page:letters": "Latin letters",
    "page:accents": "letters with accents",
    "page:cyrillic": "Cyrillic letters",
    "page:signs": "marks and signs",
    "shift": "capital, for the next letter",
    "left": "cursor left",
    "right": "cursor right",
    "space": "space",
    "erase": "erase",
    "done": "done",
}
"""Keys that are no signs, as they are said."""

ALOUD_SIGNS = {
    " ": "space",
    ".": "full stop",
    ",": "comma",
    "?": "question mark",
    "!": "exclamation mark",
    "'": "apostrophe",
    "’": "apostrophe",
    "‘": "opening single quote",
    "-": "hyphen",
    "–": "dash",
    "—": "long dash",
    "_": "underscore",
    ":": "colon",
    ";": "semicolon",
    "…": "three dots",
    '"': "quotation mark",
    "“": "opening quote",
    "”": "closing quote",
    "„": "low quote",
    "«": "left guillemet",
    "»": "right guillemet",
    "(": "left bracket",
    ")": "right bracket",
    "[": "left square bracket",
    "]": "right square bracket",
    "/": "slash",
    "\\": "backslash",
    "@": "at",
    "#": "hash",
    "&": "and",
    "*": "star",
    "+": "plus",
    "=": "equals",
    "%": "per cent",
    "°": "degree",
    "§": "paragraph sign",
    "€": "euro",
    "$": "dollar",
    "£": "pound",
    "<": "less than",
    ">": "greater than",
    "¡": "inverted exclamation mark",
    "¿": "inverted question mark",
}
"""Signs that a voice would pass over in silence."""


def aloud_sign(sign: str) -> str:
    """Say one sign."""
    if named := ALOUD_SIGNS.get(sign):
        return named
    return f"capital {sign.lower()}" if sign != sign.lower() else sign


def aloud_erased(sign: str) -> str:
    """Say which sign has gone."""
    return f"erased: {aloud_sign(sign)}"
