"""A story of which every text is an attack: for pages, which must show it and do nothing else with it."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from itertools import count
from typing import Any

from game.story.model import Story

HOSTILE = (
    "</script></style></title></textarea></svg><img class=planted src=x onerror=alert(1)>"
    "<script class=planted>alert(1)</script><a class=planted href='javascript:alert(1)'>go</a>"
    '<svg class=planted onload=alert(1)>]]><!-- "\' onmouseover=alert(1) x="'
    " {{ 7 * 191 }} {% raw %} ${alert(1)} "
    "&lt;b class=planted&gt; \\u003cscript\\u003e `"
)
"""What makes an element, an attribute or a script wherever it is not written as text."""

ADDRESSES = (
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", "java\nscript:alert(1)", " javascript:alert(1)",
    "\x01javascript:alert(1)", "vbscript:msgbox(1)", "data:text/html,<script>alert(1)</script>",
    "file:///etc/passwd", "//example.org/x", "https:javascript:alert(1)", "https://example.org/\u202egpj.exe",
    "https://example.org/\n<script>", 'https://example.org/" onclick="alert(1)', "blob:https://example.org/1",
    "mailto:x@example.org", "https://example.org/plain", "about:blank", "ms-settings:x", "\\\\server\\share",
)  # fmt: skip
"""What may stand where a source's address belongs; a browser opens three of them as a page."""

_TEXTS = frozenset(
    "title name role text term original label unit version language licence author year notes_section".split()
)
_LISTS = frozenset({"authors", "labels"})


def poisoned(story: Story, hostile: str = HOSTILE) -> Story:
    """Return a story with a hostile text in every field that a reader may see."""
    numbers = count()

    def walk(value: Any, field: str = "") -> Any:
        if dataclasses.is_dataclass(value) and not isinstance(value, type):
            made = {f.name: walk(getattr(value, f.name), f.name) for f in dataclasses.fields(value)}
            if type(value).__name__ == "TermWords":
                made["term"] = value.term  # an id
            return dataclasses.replace(value, **made)
        if isinstance(value, str):
            if field == "url":
                return ADDRESSES[next(numbers) % len(ADDRESSES)]
            return hostile if field in _TEXTS or field in _LISTS else value
        if isinstance(value, Mapping):
            return {key: walk(inner) for key, inner in value.items()}
        if field in ("signs", "fates", "sections"):
            return tuple((key, hostile) for key, _ in value)
        return tuple(walk(inner, field) for inner in value) if isinstance(value, tuple) else value

    made: Story = walk(story)
    # A story has as many sources as there are addresses: every one of them is tried.
    some = next(iter(made.sources.values()))
    more = {f"s{n}": dataclasses.replace(some, id=f"s{n}", url=a) for n, a in enumerate(ADDRESSES)}
    facts = {id: dataclasses.replace(fact, sources=(*fact.sources, *more)) for id, fact in made.facts.items()}
    return dataclasses.replace(made, sources={**made.sources, **more}, facts=facts)
