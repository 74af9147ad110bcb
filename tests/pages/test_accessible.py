"""Pages held against WCAG 2.2 AA by axe-core, in a real browser, at a wide and a narrow width."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from game.authoring.compiler import compile_pack
from game.pages.debrief import debrief_page
from game.pages.teacher_pack import Measured, Paces, teacher_pack
from tests.pages.made import HOSTILE, debrief

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-core is not installed")

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@pytest.fixture(scope="module")
def browser(chromium: str) -> Iterator[object]:
    with playwright.sync_playwright() as started:
        opened = started.chromium.launch(executable_path=chromium, args=["--disable-quic"])
        yield opened
        opened.close()


def violations(browser: object, path: Path, width: int) -> list[str]:
    page = browser.new_page(viewport={"width": width, "height": 768})  # type: ignore[attr-defined]
    page.goto(path.as_uri())
    page.evaluate("document.querySelectorAll('details').forEach(part => part.open = true)")
    found = axe.Axe().run(page, options={"runOnly": RULES}).response["violations"]
    page.close()
    return [f"{rule['id']}: {node['html'][:90]}" for rule in found for node in rule["nodes"]]


@pytest.mark.parametrize("width", [1366, 320])
@pytest.mark.parametrize("text", ["", HOSTILE])
def test_the_page_violates_no_rule_of_wcag(browser: object, tmp_path: Path, width: int, text: str) -> None:
    path = tmp_path / "debrief.html"
    path.write_text(debrief_page(debrief(text, code="ABCDE-FGHJK")), encoding="utf-8")
    assert violations(browser, path, width) == []


def test_axe_would_find_a_fault(browser: object, tmp_path: Path) -> None:
    path = tmp_path / "debrief.html"
    path.write_text(debrief_page(debrief()).replace("<h1>The debrief</h1>", "<img src='data:,'>"), "utf-8")
    assert any(found.startswith("image-alt") for found in violations(browser, path, 1366))


def test_no_page_of_the_teacher_s_pack_violates_a_rule(browser: object, tmp_path: Path) -> None:
    story = compile_pack(Path(__file__).parents[1] / "packs" / "reading_room").story
    assert story is not None
    evening = Measured("Evening", ("evening",), None, 1.0, 0.5, 1.5, 2.0)
    pages = teacher_pack(story, [evening], Paces(200, 120, 8, 101))
    assert len(pages) == 11
    for name, page in pages.items():
        (tmp_path / name).write_text(page, encoding="utf-8")
    found = {name: violations(browser, tmp_path / name, width) for name in pages for width in (1366, 320)}
    assert {name: faults for name, faults in found.items() if faults} == {}
