"""The eight kinds of paper: how each sheet is headed and set."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from game.desktop.fonts import Family
from game.desktop.kit import Kit
from game.desktop.layout import Box
from game.desktop.theme import Colour, mix
from game.desktop.widgets.paragraph import line, prose
from game.desktop.widgets.piece import Placed
from game.story.views import PassageView

Heading = Literal["sides", "centre", "headline"]


@dataclass(frozen=True, slots=True)
class Paper:
    """How one kind of document is set.

    `tone` mixes the paper with sepia (0..1), `cold` with steel. `heading`: label left and title right, both
    centred, or the title as a headline. Pads count in the theme's document pads; `row_pad` is height added
    to every row, in type sizes, `cell_gap` the distance between paragraphs. `leans_left`: the sheet's left
    side lies lower.
    """

    tone: float = 0.0
    cold: float = 0.0
    text: Family = "document"
    heading: Heading = "sides"
    pad_left: float = 1.0
    pad_top: float = 1.0
    pad_bottom: float = 1.0
    row_pad: float = 0.0
    cell_gap: float = 0.6
    leans_left: bool = True


PAPERS: dict[str, Paper] = {
    "telegram": Paper(row_pad=0.42),
    "letter": Paper(pad_left=2.0, leans_left=False),
    "order": Paper(heading="centre", pad_top=1.5, pad_bottom=3.6),
    "minutes": Paper(tone=0.0, pad_left=2.6, leans_left=False),
    "newspaper": Paper(tone=0.1, cold=0.16, text="reading", heading="headline", pad_top=0.9),
    "list": Paper(tone=0.0, pad_left=2.1, row_pad=0.25, cell_gap=0.0, leans_left=False),
    "form": Paper(cold=0.13, pad_left=1.3, pad_top=1.5, pad_bottom=1.7, cell_gap=1.1),
    "photograph": Paper(tone=0.6, heading="centre", pad_left=1.6, pad_top=2.0, pad_bottom=2.2),
}


@dataclass(frozen=True, slots=True)
class Sheet:
    """A document laid out: its texts in place, and where its rows and cells stand (top and bottom each)."""

    kind: str
    width: int
    height: int
    colour: Colour
    parts: tuple[Placed, ...]
    head_bottom: int
    rows: tuple[tuple[int, int], ...]
    cells: tuple[tuple[int, int], ...]
    text_left: int
    last_right: int


def laid_sheet(kit: Kit, passage: PassageView, room: int, name: str) -> Sheet:
    """Lay a document's head and text out on a sheet `room` pixels wide."""
    kind = passage.document if passage.document in PAPERS else "letter"
    look = PAPERS[kind]
    pad = kit.space("document_pad_x")
    is_narrow = room < 40 * kit.character
    left = round(pad * (min(look.pad_left, 1.5) if is_narrow else look.pad_left))
    inner = max(kit.px(40), room - left - round(pad * (0.8 if is_narrow else 1)))
    parts: list[Placed] = []
    head_bottom = _head(
        kit,
        passage,
        look,
        parts,
        Box(left, round(kit.space("document_pad_y") * look.pad_top), inner, 0),
        name,
    )
    face = kit.face(look.text, "choice" if look.text == "reading" else "document")
    pitch = kit.line_height(face, "line_document") + round(look.row_pad * face.size)
    y = head_bottom + kit.px(14)
    rows: list[tuple[int, int]] = []
    cells: list[tuple[int, int]] = []
    last_right = left
    for position, paragraph in enumerate(passage.text):
        y += (pitch if kind == "letter" else round(look.cell_gap * face.size)) if position else 0
        piece = prose(kit, (paragraph,), inner, f"{name}.{position}", face=face, pitch=pitch)
        parts.append(Placed(piece, Box(left, y, inner, piece.height)))
        rows += [(top, top + pitch) for top in range(y, y + piece.height, pitch)]
        cells.append((y, y + piece.height))
        y += piece.height
        last_right = left + piece.last_width
    height = y + round(kit.space("document_pad_y") * look.pad_bottom)
    paper = kit.palette.paper
    if not kit.settings.high_contrast:
        paper = mix(kit.palette.steel, mix(kit.palette.sepia, paper, look.tone), look.cold)
    return Sheet(
        kind, room, height, paper, tuple(parts), head_bottom, tuple(rows), tuple(cells), left, last_right
    )


def _head(kit: Kit, passage: PassageView, look: Paper, parts: list[Placed], box: Box, name: str) -> int:
    """Place the kind of paper and its title; return where the head ends."""
    ink, inner = kit.palette.ink, box.width
    typed = kit.face("document", "document_head")
    y = box.top
    if look.heading == "sides":
        label = line(kit, passage.document_label.upper(), typed, ink, inner, f"{name}.label", style="strong")
        parts.append(Placed(label, Box(box.left, y, label.width, label.height)))
        if not passage.title:
            return y + label.height + kit.px(7)
        title = line(kit, passage.title, typed, ink, inner, f"{name}.title", style="strong")
        if label.width + title.width + kit.px(28) <= inner and title.height == label.height:
            parts.append(Placed(title, Box(box.left + inner - title.width, y, title.width, title.height)))
            return y + label.height + kit.px(7)
        y += label.height + kit.px(3)
        parts.append(Placed(title, Box(box.left, y, title.width, title.height)))
        return y + title.height + kit.px(7)
    if look.heading == "headline":
        label = line(
            kit, passage.document_label.upper(), kit.face("label_bold", "keys"), ink, inner, f"{name}.label"
        )
        title = line(kit, passage.title, kit.face("heading", "subheading"), ink, inner, f"{name}.title")
    else:
        label = line(kit, passage.document_label.upper(), typed, ink, inner, f"{name}.label", style="strong")
        title = line(kit, passage.title, typed, ink, inner, f"{name}.title", style="strong")
    for piece in (label, title):
        if piece.words:
            parts.append(
                Placed(piece, Box(box.left + (inner - piece.width) // 2, y, piece.width, piece.height))
            )
            y += piece.height + kit.px(5)
    return y + kit.px(3)
