"""The box of a scene: its lines of text, what marks it, and how large that makes it. All in pixels."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from game.mapping.graph import StoryGraph, Tray
from game.mapping.lettering import cleaned, lines, width
from game.story import words
from game.story.model import DeckOffer, Ending, Scene

LineStyle = Literal["title", "id", "mark", "date", "heat"]
Ground = Literal["scene", "letter", "ending", "chair", "stub"]

SIZE: dict[LineStyle, float] = {"title": 16, "id": 12, "mark": 13, "date": 13, "heat": 13}
LEADING: dict[LineStyle, float] = {"title": 19, "id": 15, "mark": 17, "date": 17, "heat": 20}
WIDTH, LETTER_WIDTH, STUB_WIDTH, PADDING = 196.0, 184.0, 196.0, 10.0
HEAT_BAR = 9.0
"""The room for the bar that shows how often a scene is reached."""
GAP, TRAY_HEAD = 10.0, 22.0
"""Between the letters of a tray and around them; the room for the tray's own name."""
COLUMNS = ((10, 2), (24, 3))
"""Up to so many letters, so many side by side; four for more. A narrow picture is one that prints legibly."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text in a box; `y` is its baseline below the box's upper edge."""

    text: str
    style: LineStyle
    y: float


@dataclass(frozen=True, slots=True)
class Box:
    """A scene as it is drawn, or a stub that stands for a scene of another chapter."""

    scene: str
    ground: Ground
    lines: tuple[Line, ...]
    width: float
    height: float
    is_start: bool = False
    is_lost: bool = False
    heat: float | None = None

    @property
    def words(self) -> str:
        """All that the box says, for somebody who hears it."""
        return ". ".join(line.text for line in self.lines)


def scene_box(graph: StoryGraph, scene: Scene) -> Box:
    """Return the box of a scene that waits in no deck."""
    story = graph.story
    is_lost = scene.id not in graph.reached
    is_chapter_start = any(chapter.start == scene.id for chapter in story.chapters)
    decks = dict.fromkeys(entry.deck for entry in scene.entries if isinstance(entry, DeckOffer))
    marks = [
        "Start of the story" if scene.id == story.start else "Start of a chapter" if is_chapter_start else "",
        f"Desk: {', '.join(decks)}" if decks else "",
        f"From the chair of {story.people[scene.seat].name}" if scene.seat else "",
        ending_words(graph, scene.exit) if isinstance(scene.exit, Ending) else "",
        "Nothing leads here" if is_lost else "",
    ]
    ground: Ground = "ending" if isinstance(scene.exit, Ending) else "chair" if scene.seat else "scene"
    date = words.long_date(scene.date)
    found = _lines(scene.title, scene.id, [m for m in marks if m], date, WIDTH, _heat_words(graph, scene))
    is_start, heat = scene.id == story.start, _heat(graph, scene)
    return Box(scene.id, ground, found, WIDTH, _height(found), is_start, is_lost, heat)


def _heat(graph: StoryGraph, scene: Scene) -> float | None:
    return graph.heat.of(scene.id) if graph.heat else None


def _heat_words(graph: StoryGraph, scene: Scene) -> str:
    return graph.heat.words(scene.id) if graph.heat else ""


def letter_box(graph: StoryGraph, scene: Scene) -> Box:
    """Return the box of a letter in its tray."""
    is_lost = scene.id not in graph.reached
    place = scene.waits_in
    marks = ["Has a condition"] if place and place.condition else []
    marks += ["Comes back each time"] if place and place.repeat else []
    marks += [ending_words(graph, scene.exit)] if isinstance(scene.exit, Ending) else []
    marks += ["No desk offers this deck"] if is_lost else []
    found = _lines(scene.title, scene.id, marks, "", LETTER_WIDTH, _heat_words(graph, scene))
    heat = _heat(graph, scene)
    return Box(scene.id, "letter", found, LETTER_WIDTH, _height(found), is_lost=is_lost, heat=heat)


def stub_box(graph: StoryGraph, scene: Scene, *, leads_out: bool, others: int = 0) -> Box:
    """Return the stub of a scene of another chapter; `others` are further scenes that it stands for."""
    chapter = graph.story.chapters[graph.story.chapter_position[scene.chapter]].title
    more = f" and {others} more" if others else ""
    texts = lines(f"{'To' if leads_out else 'From'} {scene.title}{more}", SIZE["mark"], STUB_WIDTH - 24)
    texts += lines(f"Chapter: {chapter}", SIZE["mark"], STUB_WIDTH - 24)
    step = LEADING["mark"]
    found = tuple(Line(text, "mark", 18 + step * n) for n, text in enumerate(texts))
    return Box(scene.id, "stub", found, STUB_WIDTH, 12 + step * len(texts))


def ending_words(graph: StoryGraph, ending: Ending) -> str:
    """Return what marks an ending: its kind, or its title where it has none."""
    label = dict(graph.story.fates).get(ending.kind, ending.kind)
    return f"Ending: {label or ending.title}"


@dataclass(frozen=True, slots=True)
class TrayBox:
    """A tray as it is drawn: its letters in rows, all in cells of one size."""

    tray: Tray
    letters: tuple[Box, ...]
    columns: int
    cell_height: float
    title: str

    @property
    def width(self) -> float:
        """The whole width, with the gap around."""
        return self.columns * (LETTER_WIDTH + GAP) + GAP

    @property
    def height(self) -> float:
        """The whole height, with its head and the gap below."""
        rows = -(-len(self.letters) // self.columns)
        return TRAY_HEAD + rows * (self.cell_height + GAP) + 2 * GAP

    def place(self, position: int) -> tuple[float, float]:
        """Return where a letter's cell begins, from the tray's upper left corner."""
        row, column = divmod(position, self.columns)
        x = GAP + column * (LETTER_WIDTH + GAP)
        return x, TRAY_HEAD + 2 * GAP + row * (self.cell_height + GAP)


def tray_box(graph: StoryGraph, tray: Tray) -> TrayBox:
    """Return the box of a tray with its letters."""
    letters = tuple(letter_box(graph, graph.story.scenes[letter]) for letter in tray.letters)
    columns = min(len(letters), next((across for most, across in COLUMNS if len(letters) <= most), 4))
    room = columns * (LETTER_WIDTH + GAP) - GAP
    title = lines(f"Tray: {tray.deck}", SIZE["title"], room)
    whole = title[0] if len(title) == 1 else f"{title[0]}…"
    return TrayBox(tray, letters, columns, max(letter.height for letter in letters), whole)


def _lines(title: str, id: str, marks: list[str], date: str, room: float, heat: str = "") -> tuple[Line, ...]:
    found, y = list[Line](), 4.0
    parts: list[tuple[LineStyle, str]] = [("title", title), ("id", id)]
    parts += [("mark", mark) for mark in marks]
    parts += [("date", date)] if date else []
    parts += [("heat", heat)] if heat else []
    for style, text in parts:
        for line in lines(text, SIZE[style], room - 2 * PADDING, typed=style == "id"):
            y += LEADING[style]
            found.append(Line(line, style, y))
    return tuple(found)


def _height(found: tuple[Line, ...]) -> float:
    # Below the words of the heat lies its bar.
    bar = HEAT_BAR if found and found[-1].style == "heat" else 0.0
    return found[-1].y + PADDING + bar if found else 2 * PADDING


def tag_size(text: str) -> tuple[float, float]:
    """Return width and height of the tag that an arrow wears; nothing for no text."""
    return (width(cleaned(text), SIZE["mark"]) + 18, 20.0) if text else (0.0, 0.0)
