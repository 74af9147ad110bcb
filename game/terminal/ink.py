"""What this terminal can show: which characters, and whether it has styles."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

PLAINER = {
    "\u2018": "'", "\u2019": "'", "\u201a": "'", "\u201b": "'", "\u2032": "'",
    "\u201c": '"', "\u201d": '"', "\u201e": '"', "\u2033": '"', "\u00ab": '"', "\u00bb": '"',
    "\u2010": "-", "\u2011": "-", "\u2012": "-", "\u2013": "-", "\u2014": "--", "\u2015": "--", "\u2212": "-",
    "\u2026": "...", "\u00b7": "-", "\u2022": "-", "\u00a0": " ", "\u202f": " ", "\u2009": " ",
    "\u2116": "No.", "\u00d7": "x", "\u00a7": "par.", "\u2192": "->", "\u00df": "ss",
    "\u00f8": "o", "\u00d8": "O", "\u00e6": "ae", "\u00c6": "AE", "\u0142": "l", "\u0141": "L",
}  # fmt: skip
"""What stands in for a character that the terminal's encoding lacks."""

CYRILLIC = dict(
    zip(
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
        "a b v g d e yo zh z i y k l m n o p r s t u f kh ts ch sh shch _ y _ e yu ya".split(),
        strict=True,
    )
)
"""Latin letters for the words of the time, where there is no Cyrillic; `_` stands for no letter."""


@dataclass(frozen=True, slots=True)
class Ink:
    """What a terminal can show. `styled`: bold, italic and underline; `encoding` as Python names it."""

    styled: bool = False
    encoding: str = "utf-8"

    def spelled(self, text: str) -> str:
        """Return the text in characters that this terminal has, without any that could steer it.

        A line feed stays; every other control and every direction mark is dropped: a story comes from a
        stranger, and an escape sequence in it must not reach the terminal.
        """
        safe = "".join(map(_safe, text))
        try:
            safe.encode(self.encoding)
        except UnicodeEncodeError:
            return "".join(map(self._shown, safe))
        return safe

    def _shown(self, character: str) -> str:
        if self._has(character):
            return character
        small = character.lower()
        if small in CYRILLIC:
            latin = CYRILLIC[small].replace("_", "")
            return latin if small == character else latin.capitalize()
        stand_in = PLAINER.get(character)
        if stand_in is None:
            decomposed = unicodedata.normalize("NFKD", character)
            stand_in = "".join(part for part in decomposed if not unicodedata.combining(part))
        return "".join(part if self._has(part) else "?" for part in stand_in)

    def _has(self, character: str) -> bool:
        try:
            character.encode(self.encoding)
        except UnicodeEncodeError:
            return False
        return True


def _safe(character: str) -> str:
    if character == "\n" or character.isprintable():
        return character
    match unicodedata.category(character):
        case "Zs":
            return character
        case "Zl" | "Zp":
            return " "
        case "Cs" | "Co" | "Cn":
            return "?"
        case _:
            return " " if character == "\t" else ""
