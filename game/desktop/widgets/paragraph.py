"""Text as pieces of a page: paragraphs of a story, and single lines of the program."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pygame

from game.desktop import spoken_words
from game.desktop.fonts import Face
from game.desktop.kit import Kit
from game.desktop.layout import Box
from game.desktop.text_layout import Line, Text, lay_out
from game.desktop.theme import Colour
from game.desktop.widgets.piece import Piece, Target

if TYPE_CHECKING:
    from game.story.prose import Style


class Said(NamedTuple):
    """A sentence of the program."""

    text: str
    style: Style = "plain"
    term: str = ""


def said(sentence: str, style: Style = "plain") -> Text:
    """Return a sentence of the program as text, a paragraph for each part between blank lines."""
    return tuple((Said(part, style),) for part in sentence.split("\n\n"))


def emphasised(text: Text) -> Text:
    """Return a text in italics, without its glossary terms."""
    return tuple(tuple(Said(run.text, "emphasis") for run in paragraph) for paragraph in text)


def prose(
    kit: Kit,
    text: Text,
    width: int,
    name: str,
    *,
    face: Face | None = None,
    colour: Colour | None = None,
    ground: Colour | None = None,
    pitch: int | None = None,
    gap: int | None = None,
    indent: int = 0,
) -> Piece:
    """Lay out paragraphs in a face (the story's where none is given), `indent` pixels from the left.

    Glossary terms become targets `term:ID:...`. `ground` is the colour behind, for a term that has the focus;
    `pitch` the distance from line to line and `gap` that between paragraphs, where they are not the story's.
    """
    face = face or kit.reading
    colour = colour or kit.palette.ink
    height = pitch or kit.line_height(face)
    between = kit.px(kit.theme.space["paragraph"] * max(1, kit.text * 0.8)) if gap is None else gap
    rows: list[tuple[int, Line, int]] = []
    y = 0
    for position, paragraph in enumerate(text):
        y += between if position else 0
        for laid in lay_out(paragraph, max(1, width - indent), face):
            rows.append((y, laid, position))
            y += height
    targets = tuple(
        Target(
            _term_id(f.term, name, position, f.run),
            Box(indent + f.left, top, f.width, height),
            "aside",
            spoken_words.aloud_term(f.text),
        )
        for top, laid, position in rows
        for f in laid.fragments
        if f.term
    )
    lift = (height - face.height) // 2
    marks = kit.palette

    def paint(surface: pygame.Surface, left: int, top: int, focus: str) -> None:
        clip = surface.get_clip()
        for offset, laid, position in rows:
            y = top + offset
            if is_cut(y, height, clip):
                continue
            for f in laid.fragments:
                focused = bool(f.term) and focus == _term_id(f.term, name, position, f.run)
                x = left + indent + f.left
                if focused:
                    box = pygame.Rect(x, y + lift, f.width, face.height)
                    surface.fill(marks.focus if ground != marks.focus else marks.focus_text, box)
                ink = (marks.focus_text if ground != marks.focus else marks.focus) if focused else colour
                surface.blit(face.render(f.text, ink, f.style), (x, y + lift))
                base = y + lift + face.ascent
                if f.term:
                    _dotted(
                        surface,
                        x,
                        x + f.width,
                        base + kit.px(3),
                        max(2, kit.px(1.6)),
                        ink if focused else marks.steel,
                    )
                elif f.style in {"emphasis", "both"} and not face.has_italic:
                    surface.fill(ink, (x, base + kit.px(2), f.width, max(1, kit.px(1))))

    reaches = indent + rows[-1][1].width if rows else 0
    plain_words = "\n\n".join("".join(run.text for run in paragraph) for paragraph in text)
    return Piece(name, width, y, paint, targets, plain_words, last_width=reaches, pitch=height)


def line(
    kit: Kit,
    sentence: str,
    face: Face,
    colour: Colour,
    width: int,
    name: str,
    *,
    style: Style = "plain",
    lead: float = 1.22,
) -> Piece:
    """Lay out a sentence of the program, broken where it must be, its lines `lead` type sizes apart."""
    runs = said(sentence, style)
    rows = [laid for paragraph in runs for laid in lay_out(paragraph, max(1, width), face)]
    pitch = round(face.size * lead)
    over = max(0, face.height - pitch)  # letters may reach beyond a tight pitch, above and below

    def paint(surface: pygame.Surface, left: int, top: int, focus: str) -> None:
        clip = surface.get_clip()
        for position, laid in enumerate(rows):
            y = top + position * pitch + max(0, (pitch - face.height) // 2)
            if is_cut(y, face.height, clip):
                continue
            for f in laid.fragments:
                surface.blit(face.render(f.text, colour, f.style), (left + f.left, y))

    used = max((laid.width for laid in rows), default=0)
    return Piece(name, max(1, min(width, used)), pitch * len(rows) + over if used else 0, paint, (), sentence)


def is_cut(top: int, height: int, clip: pygame.Rect) -> bool:
    """Tell whether a line of text is out of sight, or cut by the edge of what scrolls.

    Half a line is no line: it comes up whole when the page is scrolled. One that is as high as the view is
    shown all the same.
    """
    is_whole = top >= clip.top and top + height <= clip.bottom
    is_out = top + height <= clip.top or top >= clip.bottom
    return is_out or (not is_whole and height < clip.height / 2)


def term_of(target: str) -> str | None:
    """Return the glossary entry that a target opens; None for any other target."""
    kind, _, rest = target.partition(":")
    return rest.split(":")[0] if kind == "term" else None


def _term_id(term: str, name: str, paragraph: int, run: int) -> str:
    return f"term:{term}:{name}.{paragraph}.{run}"


def _dotted(surface: pygame.Surface, left: int, right: int, y: int, dot: int, colour: Colour) -> None:
    for x in range(left, right - dot + 1, dot * 2):
        surface.fill(colour, (x, y, dot, dot))
