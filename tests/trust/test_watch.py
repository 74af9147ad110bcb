"""The watcher of the other tests sees what it should."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest

from tests.trust.watch import watched


def test_a_write_elsewhere_is_seen(tmp_path: Path) -> None:
    inside, outside = tmp_path / "inside", tmp_path / "outside"
    inside.mkdir()
    with watched(inside):
        (inside / "a").write_text("x")
    with pytest.raises(AssertionError, match="outside"), watched(inside):
        outside.write_text("x")


def test_a_call_to_the_network_is_seen(tmp_path: Path) -> None:
    with pytest.raises(AssertionError, match="socket"), watched(tmp_path), socket.socket() as line:
        line.settimeout(0.1)
        line.connect_ex(("127.0.0.1", 9))
