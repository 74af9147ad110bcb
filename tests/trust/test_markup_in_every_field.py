"""HTML and JavaScript in every field of a story, through every page that is written, in a real browser."""

from __future__ import annotations

import io
import json
import re
import xml.etree.ElementTree as ET
import zipfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from game.authoring.compiler import compile_pack
from game.browser.page import page
from game.browser.scorm import package
from game.class_report.gathering import gathered
from game.class_report.report import class_view
from game.commands.export import surroundings
from game.commands.teach import SECONDS, SLOW_WORDS, WALKS, WORDS, measured
from game.explore.plain import as_plain
from game.explore.study import study
from game.mapping.graph import graph_of
from game.mapping.mermaid import mermaid
from game.mapping.picture import picture_of
from game.pages.class_report import class_page
from game.pages.debrief import debrief_page
from game.pages.explore_report import explore_page
from game.pages.story_map import map_page, map_svg
from game.pages.teacher_pack import Paces, teacher_pack
from game.story.debrief import debrief_view
from game.story.model import Story
from game.story.playthrough import Playthrough
from game.story.replay_code import to_code
from tests.browser.conftest import Visit
from tests.trust.poison import HOSTILE, poisoned

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")

PACK = Path(__file__).parents[1] / "packs" / "reading_room"
MADE = "document.querySelectorAll('.planted, [onerror], [onload], [onclick], [onmouseover], iframe').length"
ALLOWED = re.compile(r"#|https://example\.org/|[a-z_]+\.html")
"""Another place of the page, a page of the same pack, and what a source may be opened at."""
ADDRESSES = "[...document.querySelectorAll('a[href]')].map(a => a.getAttribute('href'))"


@cache
def story() -> Story:
    found = compile_pack(PACK).story
    assert found is not None
    return poisoned(found)


def played_out(way: int = 0) -> Playthrough:
    playthrough = Playthrough.begin(story())
    while playthrough.ways:
        playthrough = playthrough.choose(playthrough.ways[way % len(playthrough.ways)].id)
    return playthrough


def pages() -> dict[str, str]:
    """Every page that the program writes of a story."""
    codes = "\n".join(f"{HOSTILE} {to_code(played_out(way))}" for way in range(4))
    graph = graph_of(story())
    pictures = [picture_of(graph, chapter) for chapter in story().chapters]
    teaching = teacher_pack(story(), measured(story()), Paces(WORDS, SLOW_WORDS, SECONDS, WALKS))
    return {
        "debrief.html": debrief_page(debrief_view(played_out()), story().language, HOSTILE),
        "class.html": class_page(
            class_view(story(), gathered(story(), enumerate(codes.splitlines(), 1), cores=1))
        ),
        "explore.html": explore_page(as_plain(study(story())), story().title, story().language),
        "map.html": map_page(graph, pictures),
        "map.svg": map_svg(graph, pictures),
        **{f"teach_{name}": text for name, text in teaching.items()},
    }


@pytest.fixture(scope="module")
def browser(chromium: str, graphviz: None) -> Iterator[Any]:
    options = ["--disable-quic", "--disable-background-networking", "--disable-component-update"]
    with playwright.sync_playwright() as started:
        opened = started.chromium.launch(executable_path=chromium, args=options)
        yield opened
        opened.close()


def test_no_page_makes_an_element_of_a_text_runs_a_script_or_asks_for_anything(
    browser: Any, tmp_path: Path
) -> None:
    told: list[str] = []
    shown = browser.new_page()
    shown.on("dialog", lambda dialog: (told.append(f"dialog {dialog.message}"), dialog.dismiss()))
    shown.on("pageerror", lambda error: told.append(f"error {error}"))
    shown.on("console", lambda message: told.append(f"console {message.text}"))
    shown.on("request", lambda request: told.append(request.url) if _is_foreign(request.url) else None)
    for name, text in pages().items():
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        shown.goto(path.as_uri())
        assert shown.evaluate(MADE) == 0, name
        assert "1337" not in shown.content(), f"{name}: a template was run"
        assert [a for a in shown.evaluate(ADDRESSES) if not ALLOWED.match(a)] == [], name
        assert "onerror=alert(1)" in shown.evaluate("document.documentElement.textContent"), (
            f"{name}: no attack"
        )
        assert told == [], name


def _is_foreign(url: str) -> bool:
    return not url.startswith(("file:///", "data:")) or url.endswith("/x")


def test_the_exported_page_shows_all_of_it_as_text_too(browser: Any, tmp_path: Path) -> None:
    (tmp_path / "export.html").write_text(page(story(), surroundings(story(), PACK)), encoding="utf-8")
    context = browser.new_context(offline=True)
    shown = Visit(context, tmp_path / "export.html").begin()
    attacks = 0

    def look() -> None:
        nonlocal attacks
        assert shown.page.evaluate(MADE) == 0
        assert [a for a in shown.page.evaluate(ADDRESSES) if not ALLOWED.match(a)] == []
        attacks += shown.text().count("onerror=alert(1)")

    def play(ways: int) -> None:
        look()
        shown.press("1" if ways else "Enter")

    shown.to_the_end(play)
    look()
    shown.press("1")
    for leaf in "12345678":
        shown.press(leaf)
        look()
        shown.press("Escape")
    assert attacks > 50
    assert [url for url in shown.requests if not url.startswith("data:")] == [shown.path.as_uri()]
    assert shown.messages == []
    context.close()


def test_the_manifest_for_a_learning_platform_holds_the_title_as_text() -> None:
    made = package("<html></html>", "reading_room", HOSTILE, HOSTILE)
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        root = ET.fromstring(archive.read("imsmanifest.xml"))
    titles = [part.text for part in root.iter() if part.tag.endswith("}title")]
    assert titles == [f"{HOSTILE} {HOSTILE}"] * 2
    assert not [part for part in root.iter() if part.tag.endswith("script")]


def test_no_text_leaves_its_label_in_a_mermaid_chart() -> None:
    chart = mermaid(graph_of(story()), [chapter.id for chapter in story().chapters])
    assert "onerror" in chart
    for line in chart.splitlines():
        label = re.sub(r"#\d+;", "", line.partition('"')[2].rpartition('"')[0])
        assert not set('<>"`;#[]{}|\\') & set(label), line


def test_the_plain_report_of_explore_can_be_read_back() -> None:
    assert "</script>" in json.dumps(json.loads(json.dumps(as_plain(study(story())), ensure_ascii=False)))
