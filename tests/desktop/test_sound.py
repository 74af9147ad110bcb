"""Sound: off at first, one at a time, and never in the way."""

from __future__ import annotations

import hashlib
import math
import runpy
import wave
from pathlib import Path

import pytest

from game.desktop.sound import Heard, Sounds, SystemMixer, cue_of
from game.desktop.theme import load_theme
from game.disk import Settings
from tests.desktop.pilot import ASSETS, Pilot

FOLDER = ASSETS / "sounds"
NAMES = ["boots", "page", "stamp", "telephone", "typewriter", "wind"]


class Recorder:
    """Notes what would be heard."""

    def __init__(self) -> None:
        self.heard: list[tuple[str, float]] = []
        self.stops = 0

    def play(self, file: Path, volume: float) -> None:
        self.heard.append((file.stem, volume))

    def stop(self) -> None:
        self.stops += 1


def test_sound_is_off_at_first(pilot: Pilot) -> None:
    assert Settings().sound_volume == 0
    recorder = Recorder()
    sounds = Sounds(FOLDER, recorder)
    pilot.press("2")
    sounds.look(pilot.stage)
    pilot.press("1")
    sounds.look(pilot.stage)
    sounds.play("decide", pilot.stage)
    assert recorder.heard == []


def test_turning_it_up_gives_a_sample_and_turning_it_off_silence(pilot: Pilot) -> None:
    recorder = Recorder()
    sounds = Sounds(FOLDER, recorder)
    for volume in (50, 50, 75, 0, 0):
        pilot.sitting.change(sound_volume=volume)
        sounds.look(pilot.stage)
    assert recorder.heard == [("page", 0.5), ("page", 0.75)]
    assert recorder.stops == 1


def test_a_decision_is_typed(pilot: Pilot) -> None:
    recorder = Recorder()
    sounds = Sounds(FOLDER, recorder)
    pilot.press("2")
    pilot.sitting.change(sound_volume=100)
    sounds.look(pilot.stage)
    recorder.heard.clear()
    pilot.press("1")
    sounds.look(pilot.stage)
    sounds.look(pilot.stage)
    assert len(recorder.heard) == 1


AT_HOME = Heard(1, 0, 3, "apartment_day", "", is_letter=False)
KNOWN = {"stairs": "boots", "order": "stamp", "telegram": "typewriter"}


@pytest.mark.parametrize(
    ("now", "cue"),
    [
        (AT_HOME, ""),
        (AT_HOME._replace(pages=1), "turn"),
        (AT_HOME._replace(steps=4, pages=1), "decide"),
        (AT_HOME._replace(steps=4, pages=1, is_letter=True), "take"),
        (AT_HOME._replace(steps=4, pages=1, place="stairs"), "stairs"),
        (AT_HOME._replace(steps=4, pages=1, place="canteen"), "decide"),
        (AT_HOME._replace(steps=4, pages=1, paper="order"), "order"),
        (AT_HOME._replace(screen=2), "turn"),
        (AT_HOME._replace(steps=2, pages=1), "turn"),
    ],
)
def test_of_a_change_the_strongest_is_heard(now: Heard, cue: str) -> None:
    assert cue_of(AT_HOME, now, KNOWN) == cue
    assert cue_of(None, now, KNOWN) == ""


def test_no_sound_device_is_no_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SDL_AUDIODRIVER", "no_such_driver")
    mixer = SystemMixer()
    mixer.play(FOLDER / "page.wav", 0.5)
    mixer.play(FOLDER / "page.wav", 0.5)
    mixer.stop()


def test_a_missing_file_is_silence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SDL_AUDIODRIVER", "dummy")
    mixer = SystemMixer()
    mixer.play(FOLDER / "no_such_sound.wav", 0.5)
    mixer.play(FOLDER / "page.wav", 0.5)
    mixer.stop()


def test_every_cue_of_the_theme_has_a_file_and_names_what_there_is() -> None:
    sounds = load_theme(ASSETS / "theme.toml").sounds
    places = {place.stem for place in (ASSETS / "places").glob("*.svg")}
    assert set(sounds) - places == {"turn", "decide", "take", "order", "telegram", "ring"}
    assert sorted(set(sounds.values())) == NAMES


def samples_of(name: str) -> list[float]:
    """The samples of a sound, in -1 to 1."""
    with wave.open(str(FOLDER / f"{name}.wav")) as file:
        assert (file.getnchannels(), file.getsampwidth(), file.getframerate()) == (1, 2, 16000)
        return [value / 32768 for value in memoryview(file.readframes(file.getnframes())).cast("h")]


@pytest.mark.parametrize("name", NAMES)
def test_the_sounds_are_short_and_make_no_click(name: str) -> None:
    samples = samples_of(name)
    assert len(samples) / 16000 < 6.5
    assert max(map(abs, samples)) < 0.5, "nothing is near clipping"
    assert (samples[0], samples[-1]) == (0, 0)
    assert max(map(abs, samples[-16:])) < 0.002, "the last millisecond is silence"
    assert abs(sum(samples) / len(samples)) < 0.0005, "no offset that clicks when it begins"


def test_the_sounds_are_quiet_and_equally_loud() -> None:
    loudness = runpy.run_path(str(FOLDER / "make_sounds.py"))["loudness"]
    levels = {name: round(loudness(samples_of(name))) for name in NAMES}
    assert levels == {
        "boots": -28,
        "page": -28,
        "stamp": -28,
        "typewriter": -28,
        "telephone": -31,
        "wind": -31,
    }


def test_what_is_called_loudness_is_that_of_a_sound_level_meter() -> None:
    """The A weighting at some pitches, in decibels (IEC 61672); a sine of full scale has -3."""
    script = runpy.run_path(str(FOLDER / "make_sounds.py"))
    for pitch, weight in ((125, -16.1), (500, -3.2), (1000, 0.0), (2000, 1.2)):
        sine = script["tone"](0.5, lambda t, pitch=pitch: float(pitch))
        assert abs(script["loudness"](sine) - (weight - 3.0)) < 2, pitch


def test_the_telephone_is_a_bell() -> None:
    """Two gongs, each with an overtone that is no whole multiple of its pitch, and next to nothing below."""
    samples = samples_of("telephone")[16000:17600]

    def strength(pitch: float) -> float:
        turn = 2 * math.pi * pitch / 16000
        across = sum(value * math.cos(turn * at) for at, value in enumerate(samples))
        along = sum(value * math.sin(turn * at) for at, value in enumerate(samples))
        return math.hypot(across, along)

    gongs = min(strength(pitch) for pitch in (1180, 1410, 3198, 3821))
    elsewhere = max(strength(pitch) for pitch in (300, 590, 705, 2360, 2820))
    assert gongs > 4 * elsewhere


def test_the_trunk_call_rings_and_no_other_page_of_the_flat(pilot: Pilot) -> None:
    sounds = load_theme(ASSETS / "theme.toml").sounds
    assert sounds["ring"] == "telephone"
    assert "apartment_night" not in sounds


def test_under_the_voice_sounds_are_quieter(pilot: Pilot) -> None:
    recorder = Recorder()
    pilot.sitting.change(sound_volume=100, reading_aloud=True)
    Sounds(FOLDER, recorder).play("turn", pilot.stage)
    assert recorder.heard == [("page", 0.4)]


def test_the_kept_script_makes_the_sounds_that_lie_there(tmp_path: Path) -> None:
    script = runpy.run_path(str(FOLDER / "make_sounds.py"))
    for name in ("page", "stamp", "typewriter"):
        make, loud = script["SOUNDS"][name]
        script["written"](make(), tmp_path / f"{name}.wav", loud)
        one, other = (
            hashlib.sha256((folder / f"{name}.wav").read_bytes()).hexdigest() for folder in (tmp_path, FOLDER)
        )
        assert one == other
