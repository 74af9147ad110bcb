"""What the fuzzers share: how often they try, and values broken in the ways that files are."""

from __future__ import annotations

import copy
import io
import zipfile
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

TIMES = pytest.mark.parametrize("times", [60, pytest.param(4_000, marks=pytest.mark.long)])
"""How many inputs are tried: the short form with every run of the tests, the whole one with `long`."""

LONGEST = timedelta(seconds=5)
"""What one input may take; no hang is allowed, however strange the input is."""

ODD = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.sampled_from(
        [0, -1, 10**30, 1e308, float("inf"), "", "\0", "\ud800", "1" * 5000, "../x", [], {}, [[]]]
    ),
    st.text(max_size=20),
)
"""What may stand where something else belongs."""


def pack_zip(folder: Path) -> bytes:
    """Return a pack as a zip, with a drawing in it."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                archive.write(path, path.relative_to(folder).as_posix())
        archive.writestr("art/lamp.svg", '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 6 7"/>')
    return made.getvalue()


def tried(times: int, inputs: st.SearchStrategy[Any], check: Callable[[Any], object]) -> None:
    """Give a check many inputs; whatever it raises fails the test, with the smallest input that does."""

    @settings(
        max_examples=times,
        deadline=LONGEST,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(inputs)
    def run(value: Any) -> None:
        check(value)

    run()


@st.composite
def broken_bytes(draw: st.DrawFn, whole: bytes) -> bytes:
    """Return a file with some of its bytes changed, left out, doubled or put elsewhere."""
    made = bytearray(whole)
    for _ in range(draw(st.integers(1, 6))):
        at = draw(st.integers(0, max(0, len(made) - 1)))
        size = draw(st.integers(1, 40))
        match draw(st.sampled_from(["change", "cut", "double", "end", "insert"])):
            case "change":
                made[at : at + 1] = bytes([draw(st.integers(0, 255))])
            case "cut":
                del made[at : at + size]
            case "double":
                made[at:at] = made[at : at + size] * draw(st.integers(1, 20))
            case "end":
                del made[at:]
            case _:
                made[at:at] = draw(st.binary(min_size=1, max_size=20))
    return bytes(made)


@st.composite
def broken_json(draw: st.DrawFn, whole: Any) -> Any:
    """Return plain values with some of them replaced, left out or added."""
    made = copy.deepcopy(whole)
    for _ in range(draw(st.integers(1, 4))):
        node: Any = made
        for _ in range(draw(st.integers(0, 12))):
            inner = [key for key, value in _entries(node) if isinstance(value, dict | list) and value]
            if not inner:
                break
            node = node[draw(st.sampled_from(inner))]
        keys = [key for key, _ in _entries(node)]
        if not keys:
            return copy.deepcopy(draw(ODD))
        key = draw(st.sampled_from(keys))
        match draw(st.sampled_from(["odd", "gone", "added"])):
            case "odd":
                node[key] = copy.deepcopy(draw(ODD))
            case "gone":
                del node[key]
            case _ if isinstance(node, dict):
                node[draw(st.text(max_size=8))] = copy.deepcopy(draw(ODD))
            case _:
                node.append(copy.deepcopy(draw(ODD)))
    return made


def _entries(node: Any) -> list[tuple[Any, Any]]:
    return list(node.items()) if isinstance(node, dict) else list(enumerate(node))
