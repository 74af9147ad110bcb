"""A story of a few pages, and a terminal whose keys are written down beforehand."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from game.authoring.compiler import compile_pack
from game.disk import load_settings, save_settings
from game.pages.debrief import debrief_page
from game.story.model import Story
from game.terminal.app import run
from game.terminal.console import Console
from tests.terminal.scripted import Given, Play, Played, Shown

PACK = Path(__file__).parent.parent / "packs" / "reading_room"


@pytest.fixture(scope="session")
def story() -> Story:
    compilation = compile_pack(PACK)
    assert compilation.story is not None, [found.as_text() for found in compilation.diagnostics]
    return compilation.story


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's folder, empty; and a terminal of 80 columns in a folder of its own."""
    monkeypatch.setenv("THIRD_CHAIR_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.chdir(tmp_path)
    return tmp_path / "home"


@pytest.fixture
def play(story: Story) -> Play:
    """Play with keys given one a line; the content note has been read before unless `note` asks for it."""

    def played(
        *keys: str,
        note: bool = False,
        encoding: str = "utf-8",
        is_terminal: bool = False,
        lot: float = 0.0,
        of: Story | None = None,
        anew: bool = False,
        save: Path | None = None,
    ) -> Played:
        shown = Shown(encoding, is_terminal)
        console = Console(Given("".join(f"{key}\n" for key in keys)), shown)
        if not note:
            save_settings(replace(load_settings(), notes_read=((of or story).played_as,)))
        code = run(of or story, debrief_page, anew, save, console, lambda: lot)
        shown.flush()
        return Played(shown.bytes.getvalue().decode(encoding), code)

    return played
