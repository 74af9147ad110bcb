"""The nearest known name to one that was mistyped on the command line."""

from __future__ import annotations

import difflib
from collections.abc import Iterable


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """Return ` Did you mean ...?` with the names most like `name`, or nothing where none is near."""
    near = difflib.get_close_matches(name, list(known), 2)
    return f" Did you mean {' or '.join(near)}?" if near else ""
