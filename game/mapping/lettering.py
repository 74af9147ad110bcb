"""How wide a text is, and where it breaks, for a font that only the reader's browser knows.

The pages name PT Sans Narrow and fall back to wider fonts. A line is measured as Arial would set it, with
a margin, so that it fits in all of them; a box that is a little too wide does no harm, a cut word does.
"""

from __future__ import annotations

import unicodedata

MARGIN = 1.06
"""For fonts a little wider than Arial, such as DejaVu Sans Condensed or Verdana's narrow kin."""

# Widths in ems after the metrics of Arial Bold, the widest of each group.
_GROUPS = {
    " .,:;'’‘|!ijlIft()[]/\\-": 0.34,
    'rs"“”*z{}': 0.56,
    "mwMWQOGCDUHN%@&—…": 0.83,
    "ЖШЩЮФЫМжшщюфымД": 0.95,
}
_WIDTHS = {sign: width for signs, width in _GROUPS.items() for sign in signs}
_WIDEST = {"m": 0.9, "M": 0.84, "W": 0.95, "@": 0.98, "%": 1.0, "—": 1.0, "…": 1.0}
_UPPER, _OTHER, _FULL_WIDTH, _TYPED = 0.73, 0.62, 1.0, 0.61


def width(text: str, size: float, *, typed: bool = False) -> float:
    """Return the width in pixels of one line in letters of `size` pixels; `typed` is a typewriter's."""
    return size * MARGIN * sum(_TYPED if typed and ord(sign) < 0x1100 else _width(sign) for sign in text)


def _width(sign: str) -> float:
    if sign in _WIDEST:
        return _WIDEST[sign]
    if sign in _WIDTHS:
        return _WIDTHS[sign]
    if unicodedata.east_asian_width(sign) in "WF" or ord(sign) > 0xFFFF:
        return _FULL_WIDTH
    return _UPPER if sign.isupper() else _OTHER


def lines(text: str, size: float, room: float, *, typed: bool = False) -> tuple[str, ...]:
    """Return the text in lines no wider than `room` pixels; a word that is wider itself is broken."""
    found, line = list[str](), ""
    for word in cleaned(text).split():
        longer = f"{line} {word}" if line else word
        if width(longer, size, typed=typed) <= room:
            line = longer
            continue
        if line:
            found.append(line)
        pieces = _pieces(word, size, room, typed)
        found += pieces[:-1]
        line = pieces[-1]
    return (*found, line) if line else tuple(found)


def cleaned(text: str) -> str:
    """Return the text without the signs that an SVG file may not hold, such as a form feed."""
    return "".join(" " if unicodedata.category(sign) in ("Cc", "Cs", "Cn", "Co") else sign for sign in text)


def _pieces(word: str, size: float, room: float, typed: bool) -> list[str]:
    pieces = [""]
    for sign in word:
        if pieces[-1] and width(pieces[-1] + sign, size, typed=typed) > room:
            pieces.append("")
        pieces[-1] += sign
        if sign == "_" and width(pieces[-1], size, typed=typed) > room * 0.7:
            pieces.append("")  # an id breaks best after an underscore
    return [piece for piece in pieces if piece]
