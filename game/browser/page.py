"""Everything of the browser edition in one HTML file."""

from __future__ import annotations

import base64
import gzip
import hashlib
import html
import json
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from string import Template
from typing import Any

from game.browser.bundle import WEB, joined
from game.browser.compiled import carried
from game.pages.retouching import PAINT
from game.story.model import Story

STYLES = ("page.css", "scene.css", "debrief.css", "settings.css", "print.css")
FONTS = Path(__file__).parent / "fonts"


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What comes with the game and not with the story.

    `pictures` are SVG texts by kind and name, `theme` the text of assets/theme.toml, `licences` what has to
    be said of the fonts. `names` are words for `places` and kinds of `content`, and the place of the `title`.
    `sounds` are WAV files by name; the theme says which is heard when.
    """

    pictures: Mapping[str, Mapping[str, str]]
    theme: str
    licences: str
    version: str
    names: Mapping[str, Any]
    sounds: Mapping[str, bytes]


def page(story: Story, around: Surroundings, *, scorm: bool = False) -> str:
    """Return the file; with `scorm` it looks for a learning platform around it."""
    script, style = joined(), _style(around.theme)
    about = {
        "version": around.version,
        "licences": around.licences,
        "names": around.names,
        "paint": {"retouch": PAINT.retouch, "house": PAINT.house},
        "sounds": tomllib.loads(around.theme)["sounds"],
        "scorm": scorm,
    }
    return Template((WEB / "page.html").read_text(encoding="utf-8")).substitute(
        language=html.escape(story.language),
        title=html.escape(story.title),
        policy=_policy(script, style),
        style=style,
        script=script,
        icon=_as_address(around.pictures.get("icon", {}).get("icon", "")),
        story=_packed({**carried(story), "about": about}),
        pictures=_packed({kind: named for kind, named in around.pictures.items() if kind != "icon"}),
        sounds=_plain({name: _in_64(_zipped(wave)) for name, wave in around.sounds.items()}),
        fonts=_plain({file.stem: _in_64(file.read_bytes()) for file in sorted(FONTS.glob("*.woff2"))}),
    )


def _policy(script: str, style: str) -> str:
    """Only this script and these styles, no address but a picture's own text; nothing from anywhere."""
    return (
        f"default-src 'none'; script-src '{_sum(script)}'; style-src '{_sum(style)}'; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


def _sum(text: str) -> str:
    return "sha256-" + _in_64(hashlib.sha256(text.encode()).digest())


def _style(theme: str) -> str:
    styles = [(WEB / name).read_text(encoding="utf-8") for name in STYLES]
    return "\n" + _colours(tomllib.loads(theme)) + "".join(styles)


def _colours(theme: dict[str, Any]) -> str:
    """The colours of the theme as variables: `--ink`, and for high contrast the same once more."""
    contrast = theme["colour"].pop("high_contrast")
    return _variables(":root", theme["colour"]) + _variables(':root[data-contrast="high"]', contrast)


def _variables(selector: str, colours: Mapping[str, str]) -> str:
    lines = "".join(f"  --{name.replace('_', '-')}: {colour};\n" for name, colour in colours.items())
    return f"{selector} {{\n{lines}}}\n"


def _packed(values: Any) -> str:
    """Return values as JSON, packed by gzip, in signs that HTML leaves alone."""
    text = json.dumps(values, ensure_ascii=False, separators=(",", ":"))
    return _in_64(_zipped(text.encode()))


def _zipped(content: bytes) -> bytes:
    # No time in the head: the same story gives the same file.
    return gzip.compress(content, compresslevel=9, mtime=0)


def _plain(values: Any) -> str:
    return json.dumps(values, separators=(",", ":")).replace("<", "\\u003c")


def _in_64(content: bytes) -> str:
    return base64.b64encode(content).decode("ascii")


def _as_address(svg: str) -> str:
    return f"data:image/svg+xml;base64,{_in_64(svg.encode())}" if svg else "data:,"
