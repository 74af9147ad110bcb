"""Pictures of every screen and state of the window, for people to look at.

    python -m tests.desktop.tour -o FOLDER
    python -m tests.desktop.tour -o FOLDER --size 800x600 --text-size 200 --contrast --only debrief

Each picture is what the window shows, of the campaign itself. Beside them lie contact sheets, six
pictures to a sheet. Nothing of the reader's own saves and settings is read or written.
"""

from __future__ import annotations

import argparse
import os
import tempfile
from pathlib import Path
from unittest import mock

import pygame

from game.desktop.actions import Turn
from game.desktop.shot import shot
from tests.desktop.tour_stops import Stop, Tour, stops

COLUMNS, ROWS = 2, 3
CELL = 780
"""Pixels: how wide a picture is on a contact sheet."""


def main() -> None:
    """Read the arguments and take all pictures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("-o", "--output", type=Path, required=True, metavar="FOLDER")
    parser.add_argument("--size", default="1366x768", metavar="WxH")
    parser.add_argument("--text-size", type=int, default=100)
    parser.add_argument("--typeface", choices=("serif", "sans", "dyslexic"), default="serif")
    parser.add_argument("--contrast", action="store_true")
    parser.add_argument("--only", default="", metavar="PART", help="of the names of the pictures")
    chosen = parser.parse_args()
    os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
    pygame.display.init()
    width, height = map(int, chosen.size.split("x"))
    settings = {
        "text_size": chosen.text_size,
        "typeface": chosen.typeface,
        "high_contrast": chosen.contrast,
    }
    chosen.output.mkdir(parents=True, exist_ok=True)
    tour = Tour()
    pictures = [
        taken(tour, stop, (width, height), settings, chosen.output)
        for stop in stops(tour)
        if chosen.only in stop.name
    ]
    for number in range(0, len(pictures), COLUMNS * ROWS):
        _sheet(
            pictures[number : number + COLUMNS * ROWS],
            chosen.output / f"sheet_{number // (COLUMNS * ROWS) + 1:02}.png",
        )
    print(f"{len(pictures)} pictures in {chosen.output}")


def taken(tour: Tour, stop: Stop, size: tuple[int, int], settings: dict[str, object], folder: Path) -> Path:
    """Take one picture, with a home of its own for saves and settings, and return where it lies."""
    path = folder / f"{stop.name}.png"
    with tempfile.TemporaryDirectory() as home, mock.patch.dict(os.environ, THIRD_CHAIR_HOME=home):
        pilot = tour.pilot(size, stop, **settings)
        stop.reach(pilot)
        if stop.at_end:
            pilot.stage.act(Turn(2))
        shot(pilot.stage, path)
    return path


def _sheet(paths: list[Path], to: Path) -> None:
    """Lay pictures out under their names."""
    font = pygame.font.Font(None, 24)
    pictures = [pygame.image.load(path) for path in paths]
    high = max(CELL * picture.get_height() // picture.get_width() for picture in pictures) + 30
    sheet = pygame.Surface((COLUMNS * (CELL + 12), -(-len(paths) // COLUMNS) * high))
    for number, (path, picture) in enumerate(zip(paths, pictures, strict=True)):
        x, y = number % COLUMNS * (CELL + 12), number // COLUMNS * high
        sheet.blit(font.render(path.stem, True, (255, 255, 255)), (x + 4, y + 6))
        size = (CELL, CELL * picture.get_height() // picture.get_width())
        sheet.blit(pygame.transform.smoothscale(picture.convert(24), size), (x, y + 28))
    pygame.image.save(sheet, to)


if __name__ == "__main__":
    main()
