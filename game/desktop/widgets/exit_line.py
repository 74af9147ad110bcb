"""One way out of a scene as a line of words, in the strip and in the list of ways."""

from __future__ import annotations

from game.desktop.exits import Exit
from game.desktop.text_layout import Paragraph
from game.desktop.widgets.paragraph import Said


def exit_words(way: Exit) -> Paragraph:
    """Return a way: its name, where it leads, and why it is closed, which a mark tells too."""
    to = f" › {way.to}" if way.to and not way.name.endswith(f"/{way.to}") else ""
    remark = f": {way.why}" if way.why else ""
    mark = "" if way.is_open else "× "
    return (Said(f"{mark}{way.name}", "strong"), Said(f"{to}{remark}"))
