"""promises.yaml: what must hold on every path."""

from __future__ import annotations

import re
from typing import Any

from game.authoring.draft import Draft
from game.authoring.fields import Field, Record, Shape
from game.authoring.shapes import list_of, name_of, record_of, typed
from game.authoring.text_shapes import CONDITION
from game.authoring.yaml_tree import Keyed, Node
from game.story.model import Promise

MILLION = 1_000_000
_PERCENT = re.compile(r"(\d{1,3})(?:\.(\d{1,4}))?\s*%", re.ASCII)


def _share_bound(draft: Draft, node: Node) -> int:
    """Read a share such as 10% or 0.5% as millionths."""
    text = typed(draft, node, "a percentage")
    found = _PERCENT.fullmatch(text)
    value = int(found[1]) * 10_000 + int((found[2] or "").ljust(4, "0")) if found else MILLION + 1
    if value > MILLION:
        if text:
            draft.error("S126", node, typed=text)
        return 0
    return value


_PERCENTAGE = Shape("a percentage", {"type": "string"}, _share_bound)
_ENDING = name_of("ending", "the id of an ending")
SHARE = Record(
    "a share",
    (
        Field("ending", _ENDING, "One ending."),
        Field("endings", list_of(_ENDING, "a list of endings"), "Several endings, summed."),
        Field("at_most", _PERCENTAGE, "The most, such as 10%."),
        Field("at_least", _PERCENTAGE, "The least, such as 10%."),
    ),
)
PROMISE = Record(
    "a promise",
    (
        Field("always", CONDITION, "Holds at each scene as shown."),
        Field("never", CONDITION, "Holds at no scene as shown."),
        Field(
            "reachable", name_of("scene_or_ending", "a scene or an ending"), "Some playthrough gets there."
        ),
        Field(
            "every_path",
            list_of(name_of("scene_or_ending", "a scene or an ending"), "two scenes"),
            "a before b.",
        ),
        Field("share", record_of(SHARE), "The probability of endings under uniform choice."),
    ),
)


def read_promise(draft: Draft, node: Node) -> Promise | None:
    """Read one promise; None where it is broken."""
    errors = draft.report.wrong
    values = PROMISE.read(draft, node)
    if draft.report.wrong != errors or not isinstance(node, Keyed):
        return None
    if len(values) != 1:
        draft.error("S125", node.items[2] if len(node.items) > 2 else node)
        return None
    kind: Any
    kind, value = next(iter(values.items()))
    if kind in ("always", "never"):
        return Promise(kind, condition=value)
    if kind == "share":
        return _share(draft, node, value)
    targets = (value,) if kind == "reachable" else value
    if kind == "every_path" and len(targets) != 2:
        draft.error("S136", node.items[1])
        return None
    return Promise(kind, targets=targets)


def _share(draft: Draft, node: Keyed, values: dict[str, Any]) -> Promise | None:
    targets = (values["ending"],) if "ending" in values else values.get("endings", ())
    bounds = [key for key in ("at_most", "at_least") if key in values]
    if len(bounds) != 1 or not targets or ("ending" in values and "endings" in values):
        draft.error("S141", node.items[0])
        return None
    return Promise("share", targets=targets, bound=values[bounds[0]], at_most=bounds == ["at_most"])
