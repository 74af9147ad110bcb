"""The map of a story as one HTML page, or as a bare SVG file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from game.mapping.boxes import TRAY_HEAD
from game.mapping.graph import StoryGraph
from game.mapping.lettering import cleaned
from game.mapping.picture import Picture
from game.mapping.sheets import SceneSheet, Sheets
from game.pages.rendering import environment

HEADING = 64.0
"""Above each band of the bare SVG, for the chapter's title; in pixels."""


@dataclass(frozen=True, slots=True)
class Band:
    """A chapter: its picture, and the sheets of its scenes in the pack's order."""

    picture: Picture
    sheets: tuple[SceneSheet, ...]

    @property
    def endings(self) -> int:
        """How many of its scenes are endings."""
        return sum(1 for sheet in self.sheets if sheet.ending)

    @property
    def letters(self) -> int:
        """How many of its scenes wait in a deck."""
        return sum(1 for sheet in self.sheets if sheet.deck)


def map_page(graph: StoryGraph, pictures: Sequence[Picture]) -> str:
    """Return the page with these chapters' pictures, and the text of all their scenes."""
    made = Sheets(graph)
    bands = []
    for picture in pictures:
        scenes = [s for s in graph.story.scenes.values() if s.chapter == picture.chapter.id]
        bands.append(Band(picture, tuple(made.sheet(scene) for scene in scenes)))
    sheets = [sheet for band in bands for sheet in band.sheets]
    return (
        environment()
        .get_template("map.html")
        .render(
            story=graph.story,
            bands=bands,
            shown=frozenset(sheet.id for sheet in sheets),
            lost=[sheet for sheet in sheets if sheet.is_lost],
            facts=made.facts(sheets),
            tray_head=TRAY_HEAD,
            heat=graph.heat,
        )
    )


def map_svg(graph: StoryGraph, pictures: Sequence[Picture]) -> str:
    """Return the chapters' pictures one below another as an SVG file."""
    tops, y = list[float](), 0.0
    for picture in pictures:
        tops.append(y)
        y += picture.height + HEADING
    return (
        environment()
        .get_template("map.svg")
        .render(
            title=cleaned(graph.story.title),
            heat=cleaned(graph.heat.label) if graph.heat else "",
            bands=[(top, p, cleaned(p.chapter.title)) for top, p in zip(tops, pictures, strict=True)],
            width=max((picture.width for picture in pictures), default=0.0),
            height=y,
            heading=HEADING,
            tray_head=TRAY_HEAD,
        )
    )
