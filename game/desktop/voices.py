"""The voice of the system: one command for each line, started without a shell and never waited for.

speech-dispatcher (`spd-say`) or espeak-ng on Linux, `say` on macOS, SAPI through PowerShell on Windows.
"""

from __future__ import annotations

import contextlib
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from typing import NamedTuple, Protocol

_WORDS_A_MINUTE = 165
"""The usual speed of espeak-ng and of `say`."""

_SAPI = (
    "[Console]::InputEncoding = [Text.Encoding]::UTF8; Add-Type -AssemblyName System.Speech; "
    "$voice = New-Object System.Speech.Synthesis.SpeechSynthesizer; $voice.Rate = {rate}; "
    "$voice.Speak([Console]::In.ReadToEnd())"
)


class Voice(Protocol):
    """Says one line at a time."""

    def say(self, line: str, rate: int) -> None:
        """Begin to say a line, in place of what is being said; `rate` is in per cent of the usual speed."""

    def stop(self) -> None:
        """Be silent at once."""

    def is_busy(self) -> bool:
        """Tell whether a line is being said, and go on with what waits."""

    @property
    def has_failed(self) -> bool:
        """Whether nothing can be said on this machine."""


class Command(NamedTuple):
    """How a program of the system says a line.

    `arguments` returns them for a line and a rate; where `reads` is true the line comes on the standard input
    instead. `hush` silences a program that goes on speaking after its command was ended.
    """

    program: str
    arguments: Callable[[str, int], Sequence[str]]
    reads: bool = True
    hush: Sequence[str] = ()


def _between(least: int, number: float, most: int) -> int:
    return max(least, min(most, round(number)))


ESPEAK = Command(
    "espeak-ng", lambda line, rate: ["-v", "en", "-s", str(_WORDS_A_MINUTE * rate // 100), "--stdin"]
)
SPEECH_DISPATCHER = Command(
    "spd-say",
    # -100 to 100, 0 is usual; the line stands behind `--`, for it may begin with a dash
    lambda line, rate: ["--wait", "-l", "en", "-r", str(_between(-100, (rate - 100) * 0.6, 100)), "--", line],
    reads=False,
    hush=("--cancel",),
)
SAY = Command("say", lambda line, rate: ["-r", str(_WORDS_A_MINUTE * rate // 100), "-f", "-"])
SAPI = Command(
    "powershell",
    lambda line, rate: [
        "-NoProfile",
        "-NonInteractive",
        "-Command",
        _SAPI.format(rate=_between(-10, (rate - 100) / 15, 10)),
    ],
)


def commands_of(platform: str) -> tuple[Command, ...]:
    """Return the commands that may speak on a platform (`sys.platform`), the best first.

    espeak-ng comes before speech-dispatcher: when it is ended, it is silent at once.
    """
    if platform == "darwin":
        return (SAY,)
    if platform in {"win32", "cygwin"}:
        return (SAPI,)
    return (ESPEAK, SPEECH_DISPATCHER, ESPEAK._replace(program="espeak"))


class SystemVoice:
    """The first command that is installed and works; the next one where it fails."""

    def __init__(
        self,
        commands: Sequence[Command] | None = None,
        find: Callable[[str], str | None] = shutil.which,
    ) -> None:
        known = commands_of(sys.platform) if commands is None else commands
        self._left = [(path, command) for command in known if (path := find(command.program))]
        self._process: subprocess.Popen[bytes] | None = None
        self._hushing: subprocess.Popen[bytes] | None = None
        self._waiting: tuple[str, int] | None = None
        self._said: tuple[str, int] = ("", 100)
        self._works = False

    @property
    def has_failed(self) -> bool:
        """Whether no command is left."""
        return not self._left

    def say(self, line: str, rate: int) -> None:
        """Begin to say a line."""
        self.stop()
        self._waiting = (line, rate)
        self._begin()

    def stop(self) -> None:
        """Be silent at once."""
        self._waiting = None
        process, self._process = self._process, None
        if process and process.poll() is None:
            process.kill()
            process.wait()  # a killed process is gone at once
            path, command = self._left[0]
            if command.hush:
                self._hushing = _started([path, *command.hush])

    def is_busy(self) -> bool:
        """Tell whether a line is being said or waits to be; turn to the next command where one fails."""
        self._begin()
        if self._process and self._process.poll() is not None:
            ended, self._process = self._process.returncode, None
            if ended == 0:
                self._works = True
            elif not self._works and self._left:
                # It is installed and cannot speak: no sound, no server. The next command says the line.
                del self._left[0]
                self._waiting = self._said
                self._begin()
        return self._process is not None or self._waiting is not None

    def _begin(self) -> None:
        if self._hushing and self._hushing.poll() is not None:
            self._hushing = None
        if self._waiting is None or self._hushing:
            return
        (line, rate), self._waiting = self._waiting, None
        while self._left:
            path, command = self._left[0]
            text = line.encode() if command.reads else None
            self._process = _started([path, *command.arguments(line, rate)], text)
            if self._process:
                self._said = (line, rate)
                return
            del self._left[0]


class PrintingVoice:
    """Prints what it would say, each line at once: for tests, and for a screen reader in a terminal."""

    has_failed = False

    def __init__(self, show: Callable[[str], object] | None = None) -> None:
        self._show = show or (lambda line: print(line, flush=True))

    def say(self, line: str, rate: int) -> None:
        """Print a line."""
        self._show(line)

    def stop(self) -> None:
        """Have nothing to stop."""

    def is_busy(self) -> bool:
        """Be ready for the next line at any time."""
        return False


def _started(command: Sequence[str], text: bytes | None = None) -> subprocess.Popen[bytes] | None:
    """Start a program, and hand it a line; None where it cannot be started."""
    try:
        process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL if text is None else subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),  # no black window on Windows
        )
    except OSError:
        return None
    if text is not None and process.stdin:
        with contextlib.suppress(OSError):  # it has ended already; its exit code says so
            process.stdin.write(text)  # a line is shorter than the pipe: this does not wait
        with contextlib.suppress(OSError):
            process.stdin.close()
    return process
