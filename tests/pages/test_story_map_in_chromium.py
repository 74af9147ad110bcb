"""The map in a real browser: labels whole in any font, arrows that tell their choices, fit for any width."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from game.mapping.graph import graph_of
from game.mapping.picture import picture_of
from game.pages.story_map import map_page
from game.story.model import Story
from tests.mapping.made import large_story, small_story
from tests.pages.made import HOSTILE

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")

pytestmark = pytest.mark.usefixtures("graphviz")

CUT = """
() => {
  const cut = [];
  const inside = (text, ground, spare) => {
    const t = text.getBoundingClientRect(), g = ground.getBoundingClientRect();
    if (t.left < g.left || t.right > g.right - spare || t.top < g.top - 1 || t.bottom > g.bottom + 1)
      cut.push(text.textContent);
  };
  for (const box of document.querySelectorAll(".whole .box"))
    for (const text of box.querySelectorAll("text")) inside(text, box.querySelector(".paper"), 1);
  for (const arrow of document.querySelectorAll(".whole .arrow")) {
    const tag = arrow.querySelector(".tag-words"), tip = arrow.querySelector(".tip");
    if (tag) inside(tag, arrow.querySelector(".tag"), 3);
    tip.style.display = "inline";
    for (const text of tip.querySelectorAll("text")) inside(text, tip.querySelector("rect"), 1);
    inside(tip, arrow.closest("svg"), 0);
    tip.style.display = "";
  }
  return cut;
}
"""


@pytest.fixture(scope="module")
def browser(chromium: str) -> Iterator[object]:
    options = ["--disable-quic", "--disable-background-networking", "--disable-component-update"]
    with playwright.sync_playwright() as started:
        opened = started.chromium.launch(executable_path=chromium, args=options)
        yield opened
        opened.close()


class Visit:
    """A map in the browser, and all that it asked for or complained of."""

    def __init__(self, browser: object, path: Path, story: Story, width: int = 1366) -> None:
        graph = graph_of(story)
        pictures = [picture_of(graph, chapter) for chapter in story.chapters]
        path.write_text(map_page(graph, pictures), encoding="utf-8")
        self.heard: list[str] = []
        self.page = browser.new_page(viewport={"width": width, "height": 800})  # type: ignore[attr-defined]
        self.page.on("request", lambda request: self.heard.append(request.url))
        self.page.on("console", lambda message: self.heard.append(message.text))
        self.page.on("pageerror", lambda error: self.heard.append(str(error)))
        self.page.on("dialog", lambda dialog: self.heard.append(dialog.message))
        self.page.goto(path.as_uri())


@pytest.mark.parametrize("text", ["", HOSTILE])
def test_the_page_asks_for_nothing_and_says_nothing(browser: object, tmp_path: Path, text: str) -> None:
    path = tmp_path / "map.html"
    visit = Visit(browser, path, small_story(text))
    visit.page.wait_for_timeout(100)
    assert visit.heard == [path.as_uri()]


@pytest.mark.parametrize("width", [320, 400, 1366])
def test_nothing_but_the_picture_is_wider_than_the_window(
    browser: object, tmp_path: Path, width: int
) -> None:
    visit = Visit(browser, tmp_path / "map.html", small_story("Krzhizhanovsky-Bonch-Bruyevich" * 3), width)
    assert visit.page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize(
    "font", ["PT Sans Narrow", "Arial, Liberation Sans", "DejaVu Sans", "Verdana, Noto Sans"]
)
def test_no_label_leaves_its_box_in_any_font(browser: object, tmp_path: Path, font: str) -> None:
    visit = Visit(browser, tmp_path / "map.html", large_story(120, 2))
    visit.page.add_style_tag(content=f"svg.map text:not(.id) {{ font-family: {font} !important }}")
    assert visit.page.evaluate(CUT) == []


def test_an_arrow_tells_its_choices_when_it_is_pointed_at_or_focused(browser: object, tmp_path: Path) -> None:
    page = Visit(browser, tmp_path / "map.html", small_story()).page
    arrow = page.locator(".whole .arrow").nth(1)
    assert not arrow.locator(".tip").is_visible()
    arrow.focus()
    assert arrow.locator(".tip text").all_text_contents() == [
        "The door → Home",
        "call: Telephone.",
        "if warned",
    ]
    assert arrow.locator(".tip").is_visible()
    page.locator("h1").hover()
    page.locator(".whole .box").first.focus()
    assert not arrow.locator(".tip").is_visible()
    arrow.locator(".tag").hover()
    assert arrow.locator(".tip").is_visible()


def test_a_box_leads_to_the_text_and_the_text_to_the_box(browser: object, tmp_path: Path) -> None:
    page = Visit(browser, tmp_path / "map.html", small_story()).page
    page.locator("#box-street").click()
    assert page.evaluate("location.hash") == "#scene-street"
    page.locator("#scene-street").get_by_text("In the picture").click()
    assert page.evaluate("location.hash") == "#box-street"


def test_on_paper_the_picture_is_cut_into_pages_that_show_it(browser: object, tmp_path: Path) -> None:
    page = Visit(browser, tmp_path / "map.html", large_story(120, 2)).page
    page.emulate_media(media="print")
    assert not page.locator(".whole").first.is_visible()
    slices = page.locator(".slice")
    assert slices.count() == 4
    # What `use` draws counts as the slice's own box only if it is drawn at all.
    drawn = page.evaluate("document.querySelector('.slice use').getBBox().height")
    assert drawn > 1000
