"""Makes fonts/ from assets/fonts.

Run `python -m game.browser.subset_fonts` when a font or the choice of letters changes.

The page carries its fonts, so they are cut down to the letters of English, of the languages of Europe and of
Russian, and packed as WOFF2. Their licences forbid a changed font its old name: each gets one of ours.
Needs fonttools and brotli, which are in the extra `dev`.
"""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

from game.shipped import folder

FONTS = Path(__file__).parent / "fonts"

FAMILIES = {
    "pt_serif": "Chair Serif",
    "pt_sans": "Chair Sans",
    "pt_sans_narrow": "Chair Narrow",
    "pt_mono": "Chair Mono",
    "open_dyslexic": "Chair Legible",
}
"""File name without its style -> the name under which the page knows the family."""

LETTERS = [(0x20, 0x7E), (0xA0, 0x17F), (0x400, 0x45F), (0x2010, 0x203A), (0x2032, 0x2033)]
"""Ranges of code points: Latin with its accents, Russian, dashes and quotation marks."""

SIGNS = (0x0301, 0x20BD, 0x2116, 0x2122, 0x2190, 0x2191, 0x2192, 0x2193, 0x2212, 0x25B8)

COPYRIGHT, FAMILY, STYLE, UNIQUE, FULL, POSTSCRIPT, LICENCE = 0, 1, 2, 3, 4, 6, 13
"""Numbers of the entries of a font's table of names, after the OpenType specification."""


def family_of(file: str) -> tuple[str, str]:
    """Return the page's family and style of a font file: `Chair Serif` and `bold_italic`."""
    stem = file.rsplit(".", 1)[0]
    known = max((name for name in FAMILIES if stem.startswith(name)), key=len)
    return FAMILIES[known], stem.removeprefix(known).strip("_")


def subset(path: Path) -> bytes:
    """Return a font cut down, renamed and packed as WOFF2."""
    from fontTools.subset import Options, Subsetter
    from fontTools.ttLib import TTFont

    options = Options()
    options.flavor = "woff2"
    options.hinting = False
    options.layout_features = ["kern", "liga", "mark", "mkmk", "ccmp", "locl"]
    options.name_IDs = [COPYRIGHT, LICENCE]
    font = TTFont(path)
    wanted = {point for first, last in LETTERS for point in range(first, last + 1)}
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=wanted | set(SIGNS))
    subsetter.subset(font)
    _rename(font, *family_of(path.name))
    # The time of making would make every run another file.
    font["head"].modified = font["head"].created
    font.recalcTimestamp = False
    font.flavor = "woff2"
    packed = io.BytesIO()
    font.save(packed)
    return packed.getvalue()


def _rename(font: Any, family: str, style: str) -> None:
    styled = style.replace("_", " ").title() or "Regular"
    plain = f"{family}-{styled}".replace(" ", "")
    names = {FAMILY: family, STYLE: styled, UNIQUE: plain, FULL: f"{family} {styled}", POSTSCRIPT: plain}
    for number, text in names.items():
        font["name"].setName(text, number, 3, 1, 0x409)
    if "CFF " in font:
        font["CFF "].cff.fontNames = [plain]
        top = font["CFF "].cff.topDictIndex[0]
        top.FamilyName, top.FullName = family, f"{family} {styled}"


def main() -> None:
    """Make every font of fonts/ anew."""
    FONTS.mkdir(exist_ok=True)
    for path in sorted((folder("assets") / "fonts").glob("*.?tf")):
        family, style = family_of(path.name)
        made = FONTS / f"{family.replace(' ', '_').lower()}_{style or 'regular'}.woff2"
        made.write_bytes(subset(path))
        print(f"{made.name}: {made.stat().st_size} bytes")


if __name__ == "__main__":
    main()
