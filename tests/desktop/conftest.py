from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from game.disk import Settings
from game.story.model import Story
from tests.desktop.pilot import Pilot
from tests.desktop.small_story import small_story


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder for saves and settings that no other test sees."""
    monkeypatch.setenv("THIRD_CHAIR_HOME", str(tmp_path))
    return tmp_path


@pytest.fixture
def story() -> Story:
    return small_story()


@pytest.fixture
def pilot(story: Story) -> Pilot:
    return Pilot(story)


@pytest.fixture
def piloted(story: Story) -> Callable[..., Pilot]:
    """Makes pilots for a size and settings."""

    def make(size: tuple[int, int] = (1366, 768), **settings: object) -> Pilot:
        return Pilot(story, size, Settings(notes_read=("small",), **settings))  # type: ignore[arg-type]

    return make
