"""What `explore` found as one HTML page, for teachers to read and to print."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from game.pages.rendering import environment

_STEPS = 40
"""So many of the last steps of a witness are written out."""


def explore_page(report: Mapping[str, Any], title: str, language: str = "en") -> str:
    """Return the page of a report, as `explore --json` gives it; `title` is the story's."""
    made = environment().overlay()
    made.filters["minutes"] = minutes
    made.filters["share"] = share
    made.filters["road"] = road
    return made.get_template("explore.html").render(report=report, title=title, language=language)


def minutes(value: object) -> str:
    """Return minutes, or a bracket of them, in words."""
    if isinstance(value, list | tuple):
        low, high = value
        if high is None:
            return "without bound"
        near, far = f"{low:.1f}", f"{high:.1f}"
        return near if near == far else f"{near} to {far}"
    return "" if value is None else f"{value:.1f}"


def share(value: float) -> str:
    """Return a share as a percentage that is never rounded to nothing or to everything."""
    if 0 < value < 0.0005:
        return "under 0.1 %"
    if 0.9995 < value < 1:
        return "over 99.9 %"
    return f"{value * 100:.1f} %"


def road(save: Mapping[str, Any] | None) -> str:
    """Return the steps of a save in a line, the last ones where there are many."""
    if save is None:
        return ""
    steps = [f"{scene}.{way}" for scene, way in save["steps"]]
    shown = ", ".join(steps[-_STEPS:]) or "it is so at once"
    return f"... {shown}" if len(steps) > _STEPS else shown
