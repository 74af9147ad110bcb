"""Inputs that once broke a parser, and the whole ones that the guided fuzzer begins with."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.trust.guided import NAMES
from tests.trust.parsers import PARSERS, tried_in_time
from tests.trust.watch import watched

FOUND = sorted(path for path in (Path(__file__).parent / "found").glob("*/*"))


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("THIRD_CHAIR_HOME", str(tmp_path / "home"))
    return tmp_path


@pytest.mark.parametrize("path", FOUND, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_what_was_found_once_is_found_no_more(path: Path, home: Path) -> None:
    with watched(home):
        tried_in_time(PARSERS[path.parent.name], path.read_bytes(), home)


@pytest.mark.parametrize("name", NAMES)
def test_what_the_guided_fuzzer_begins_with_is_in_order(name: str, home: Path) -> None:
    with watched(home):
        for content in PARSERS[name].seeds():
            tried_in_time(PARSERS[name], content, home)


def test_every_parser_can_be_named() -> None:
    assert set(NAMES) == set(PARSERS)
