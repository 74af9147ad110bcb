"""The system's commands are started, ended and replaced as they must be; a real one is tried too."""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
import sys
import time
import wave
from collections.abc import Callable
from pathlib import Path

import pytest

from game.desktop.voices import ESPEAK, SAPI, SAY, SPEECH_DISPATCHER, Command, SystemVoice, commands_of
from tests.conftest import lacking

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the commands of these tests are shell scripts")


def until(condition: Callable[[], object], seconds: float = 5) -> None:
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "it did not happen in time"
        time.sleep(0.01)


def script(folder: Path, name: str, text: str) -> None:
    path = folder / name
    path.write_text(f"#!/bin/sh\n{text}\n")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)


@pytest.fixture
def found(tmp_path: Path) -> Callable[[str], str | None]:
    """Finds programs in the test's own folder alone."""
    return lambda name: str(tmp_path / name) if (tmp_path / name).exists() else None


READING = Command("reads", lambda line, rate: ["-s", str(rate)])


def test_a_line_comes_on_the_standard_input(tmp_path: Path, found: Callable[[str], str | None]) -> None:
    script(tmp_path, "reads", f'echo "$@" > {tmp_path}/arguments; cat > {tmp_path}/heard')
    voice = SystemVoice([READING], found)
    voice.say("— «Zarechye», he said; $(rm -rf /) `true`", 130)
    until(lambda: not voice.is_busy())
    assert (tmp_path / "heard").read_text() == "— «Zarechye», he said; $(rm -rf /) `true`"
    assert (tmp_path / "arguments").read_text() == "-s 130\n"
    assert not voice.has_failed


def test_starting_a_line_does_not_wait_for_it(tmp_path: Path, found: Callable[[str], str | None]) -> None:
    script(tmp_path, "reads", "sleep 30")
    voice = SystemVoice([READING], found)
    begun = time.monotonic()
    voice.say("A line.", 100)
    assert voice.is_busy()
    voice.stop()
    assert not voice.is_busy()
    assert time.monotonic() - begun < 2


def test_stopping_ends_the_command(tmp_path: Path, found: Callable[[str], str | None]) -> None:
    script(tmp_path, "reads", f"echo $$ > {tmp_path}/number; exec sleep 30")
    voice = SystemVoice([READING], found)
    voice.say("A line.", 100)
    until(lambda: (tmp_path / "number").exists() and (tmp_path / "number").read_text())
    voice.stop()
    with pytest.raises(ProcessLookupError):
        os.kill(int((tmp_path / "number").read_text()), 0)


def test_where_a_command_fails_the_next_one_says_the_line(
    tmp_path: Path, found: Callable[[str], str | None]
) -> None:
    script(tmp_path, "reads", "exit 1")
    script(tmp_path, "other", f"cat > {tmp_path}/heard")
    voice = SystemVoice([READING, Command("missing", lambda *_: []), Command("other", lambda *_: [])], found)
    voice.say("A line.", 100)
    until(lambda: not voice.is_busy())
    assert (tmp_path / "heard").read_text() == "A line."
    assert not voice.has_failed


def test_without_any_command_that_works_the_voice_has_failed(
    tmp_path: Path, found: Callable[[str], str | None]
) -> None:
    assert SystemVoice([READING], found).has_failed
    script(tmp_path, "reads", "exit 1")
    voice = SystemVoice([READING], found)
    voice.say("A line.", 100)
    until(lambda: not voice.is_busy())
    assert voice.has_failed


def test_a_server_that_goes_on_speaking_is_hushed(tmp_path: Path, found: Callable[[str], str | None]) -> None:
    script(tmp_path, "spd-say", f'echo "$@" >> {tmp_path}/calls; [ "$1" = --cancel ] || exec sleep 30')
    voice = SystemVoice([SPEECH_DISPATCHER], found)
    voice.say("-x One.", 100)
    until((tmp_path / "calls").exists)
    voice.say("Two.", 200)
    until(lambda: voice.is_busy() and (tmp_path / "calls").read_text().count("\n") == 3)
    voice.stop()
    until(lambda: not voice.is_busy() and (tmp_path / "calls").read_text().count("\n") == 4)
    assert (tmp_path / "calls").read_text().splitlines() == [
        "--wait -l en -r 0 -- -x One.",
        "--cancel",
        "--wait -l en -r 60 -- Two.",
        "--cancel",
    ]


def test_every_platform_has_a_command() -> None:
    assert commands_of("darwin") == (SAY,)
    assert commands_of("win32") == (SAPI,)
    assert [command.program for command in commands_of("linux")] == ["espeak-ng", "spd-say", "espeak"]
    assert list(SAY.arguments("A line.", 200)) == ["-r", "330", "-f", "-"]
    assert "$voice.Rate = 2;" in SAPI.arguments("A line.", 130)[-1]
    assert "A line." not in " ".join(SAPI.arguments("A line.", 130))


def test_the_real_voice_makes_a_sound_as_long_as_its_line(tmp_path: Path) -> None:
    if not shutil.which("espeak-ng"):
        lacking("espeak-ng is not installed")
    sound = tmp_path / "line.wav"
    into_a_file = ESPEAK._replace(
        arguments=lambda line, rate: [*ESPEAK.arguments(line, rate), "-w", str(sound)]
    )
    seconds = {}
    for rate in (100, 200):
        voice = SystemVoice([into_a_file])
        voice.say("The telegram is on the blotter when you come in.", rate)
        until(lambda voice=voice: not voice.is_busy())  # type: ignore[misc]
        assert not voice.has_failed
        with wave.open(str(sound)) as read:
            seconds[rate] = read.getnframes() / read.getframerate()
    assert 2 < seconds[100] < 5
    assert seconds[200] < 0.7 * seconds[100]


def test_the_game_leaves_no_voice_behind(tmp_path: Path) -> None:
    """`play --speech print` prints the title, and nothing speaks after the window has closed."""
    program = (
        "import sys; from game.desktop.app import run; from tests.desktop.small_story import small_story; "
        "from pathlib import Path; "
        "import pygame; import game.desktop.window as w; "
        "seen = []; old = w.Window.rest\n"
        "def rest(self, rate):\n"
        "    seen.append(1)\n"
        "    if len(seen) > 5: pygame.event.post(pygame.event.Event(pygame.QUIT))\n"
        "    old(self, rate)\n"
        "w.Window.rest = rest\n"
        "sys.exit(run(small_story, story_title='The Small Chair', assets=Path('assets'), speech='print'))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=Path(__file__).parents[2],
        env={
            **os.environ,
            "SDL_VIDEODRIVER": "dummy",
            "THIRD_CHAIR_HOME": str(tmp_path),
            "PYGAME_HIDE_SUPPORT_PROMPT": "1",
        },
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[:2] == ["THE SMALL CHAIR", "A history in decisions and documents"]
