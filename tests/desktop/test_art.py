"""The drawings: plain shapes that SDL can read, in one family, each described."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pygame
import pytest

from game.desktop.resources import Pictures
from tests.desktop.pilot import ASSETS

PLACES = sorted((ASSETS / "places").glob("*.svg"))
PORTRAITS = sorted((ASSETS / "portraits").glob("*.svg"))
SHAPES = {"svg", "g", "rect", "circle", "ellipse", "polygon", "polyline", "path", "line"}
NEEDED = """
    apartment_night apartment_day office_night office_day corridor stairs meeting_hall canteen works
    works_yard
    boiler_room village village_winter marienthal field_steppe platform railway_carriage train_carriage_night
    troika_room cell prison_window queue_street hospital_ward telephone_exchange library composing_room
    photo_studio school_room division_mess river_port canal moscow_corridor moscow_street polling_station
    courtroom_club camp_barracks archive_room garden_1956 street_winter blank
""".split()


def names(file: Path) -> str:
    return file.stem


def test_every_place_of_the_story_is_drawn() -> None:
    assert sorted(NEEDED) == [place.stem for place in PLACES]


def test_every_place_is_described() -> None:
    pictures = (ASSETS.parent / "scenes" / "third_chair" / "pictures.yaml").read_text(encoding="utf-8")
    described = set(re.findall(r"^(\w+): .{40}", pictures, re.MULTILINE))
    assert set(NEEDED) - described == set()


@pytest.mark.parametrize("file", PLACES + PORTRAITS, ids=names)
def test_a_drawing_has_only_what_every_reader_of_svg_knows(file: Path) -> None:
    root = ET.fromstring(file.read_text(encoding="utf-8"))
    box = root.get("viewBox")
    assert box == ("0 0 600 768" if file in PLACES else "0 0 160 200")
    assert {part.tag.rpartition("}")[2] for part in root.iter()} <= SHAPES
    assert not [part for part in root.iter() if {"style", "class", "filter", "clip-path"} & set(part.attrib)]


@pytest.mark.parametrize("file", PLACES, ids=names)
def test_a_place_keeps_to_flat_colours_with_night_and_one_accent(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    colours = set(re.findall(r'(?:fill|stroke)="(#[0-9a-f]{6})"', text))
    assert len(colours) <= 40
    assert colours & {"#b3261e", "#7d1a14"}, "no red"
    assert "Gradient" not in text


@pytest.mark.parametrize("file", PLACES, ids=names)
def test_a_place_has_a_moving_part_at_most_and_it_lies_in_the_picture(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    assert text.count('id="moving"') <= 1
    for box in re.findall(r'data-box="([^"]+)"', text):
        left, top, wide, high = map(float, box.split())
        assert 0 <= left < left + wide <= 600
        assert 0 <= top < top + high <= 768


def test_no_two_portraits_look_alike() -> None:
    pictures = Pictures(ASSETS)
    small: dict[str, bytes] = {}
    for file in PORTRAITS:
        picture = pictures.within(file.stem, 160, 200)
        assert picture is not None
        small[file.stem] = bytes(pygame.transform.smoothscale(picture.copy(), (16, 20)).get_buffer())
    assert len(small) >= 58
    looks = list(small.items())
    for at, (name, one) in enumerate(looks):
        for other_name, other in looks[at + 1 :]:
            unlike = sum(abs(a - b) for a, b in zip(one, other, strict=True)) / len(one)
            assert unlike > 4, f"{name} looks like {other_name}"
