"""The debrief in a real browser: silent, whole at every width, readable, and fit to print."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from game.pages.debrief import debrief_page
from game.story.views import DebriefView
from tests.pages.made import HOSTILE, debrief, decision
from tests.pages.test_photograph import PICTURE, STAFF

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")

LOWEST_CONTRAST = """
() => {
  const light = c => { const f = c.map(v => (v /= 255) <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4);
                       return .2126 * f[0] + .7152 * f[1] + .0722 * f[2]; };
  const parts = text => text.match(/[\\d.]+/g).map(Number);
  let lowest = [99, ""];
  for (const element of document.body.querySelectorAll("*")) {
    const own = [...element.childNodes].some(n => n.nodeType === 3 && n.textContent.trim());
    const style = getComputedStyle(element);
    if (!own || style.display === "none" || element.closest("svg")) continue;
    let behind = element;
    const clear = e => (parts(getComputedStyle(e).backgroundColor)[3] ?? 1) === 0;
    while (behind && clear(behind)) behind = behind.parentElement;
    const ground = behind ? parts(getComputedStyle(behind).backgroundColor) : [255, 255, 255];
    const [a, b] = [light(parts(style.color).slice(0, 3)), light(ground.slice(0, 3))];
    const contrast = (Math.max(a, b) + .05) / (Math.min(a, b) + .05);
    if (contrast < lowest[0]) lowest = [contrast, element.outerHTML.slice(0, 90)];
  }
  return lowest;
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
    """A page in the browser, and all that it asked for or complained of."""

    def __init__(self, browser: object, path: Path, view: DebriefView, width: int, picture: str = "") -> None:
        path.write_text(debrief_page(view, photograph_svg=picture), encoding="utf-8")
        self.requests: list[str] = []
        self.messages: list[str] = []
        self.page = browser.new_page(viewport={"width": width, "height": 800})  # type: ignore[attr-defined]
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("console", lambda message: self.messages.append(message.text))
        self.page.on("pageerror", lambda error: self.messages.append(str(error)))
        self.page.on("dialog", lambda dialog: self.messages.append(dialog.message))
        self.page.goto(path.as_uri())


@pytest.mark.parametrize("text", ["", HOSTILE])
def test_the_page_asks_for_nothing_and_says_nothing(browser: object, tmp_path: Path, text: str) -> None:
    path = tmp_path / "debrief.html"
    visit = Visit(browser, path, debrief(text), 1366)
    visit.page.wait_for_timeout(100)
    assert visit.requests == [path.as_uri()]
    assert visit.messages == []


def test_the_picture_is_in_the_page_and_its_people_are_painted_out(browser: object, tmp_path: Path) -> None:
    path = tmp_path / "debrief.html"
    hostile = PICTURE.replace("</svg>", "<script>alert(1)</script><image href='http://127.0.0.1/x'/></svg>")
    visit = Visit(browser, path, debrief(photograph=STAFF), 1366, hostile)
    visit.page.wait_for_timeout(100)
    assert [url for url in visit.requests if not url.startswith("data:")] == [path.as_uri()]
    assert visit.messages == []
    assert visit.page.locator("#photograph image").count() == 2


@pytest.mark.parametrize("width", [320, 400, 1366])
def test_nothing_is_wider_than_the_window(browser: object, tmp_path: Path, width: int) -> None:
    visit = Visit(browser, tmp_path / "debrief.html", debrief("Krzhizhanovsky-Bonch-Bruyevich" * 3), width)
    assert visit.page.evaluate("document.documentElement.scrollWidth") <= width


def test_every_text_has_contrast_enough(browser: object, tmp_path: Path) -> None:
    visit = Visit(browser, tmp_path / "debrief.html", debrief(), 1366)
    contrast, where = visit.page.evaluate(LOWEST_CONTRAST)
    assert contrast >= 4.5, where


def test_the_first_tab_shows_the_way_past_the_contents(browser: object, tmp_path: Path) -> None:
    visit = Visit(browser, tmp_path / "debrief.html", debrief(), 1366)
    visit.page.keyboard.press("Tab")
    skip = visit.page.locator(".skip")
    assert skip.evaluate("link => link === document.activeElement && link.getBoundingClientRect().top >= 0")
    visit.page.keyboard.press("Enter")
    assert visit.page.evaluate("document.activeElement.id") == "content"


def test_on_paper_it_is_black_on_white_with_addresses_and_room_to_write(
    browser: object, tmp_path: Path
) -> None:
    visit = Visit(browser, tmp_path / "debrief.html", debrief(), 794)
    visit.page.emulate_media(media="print")
    colours = "e => [getComputedStyle(e).color, getComputedStyle(e).backgroundColor]"
    assert visit.page.locator("body").evaluate(colours) == ["rgb(0, 0, 0)", "rgb(255, 255, 255)"]
    assert visit.page.locator(".write").first.bounding_box()["height"] > 60
    assert visit.page.locator("nav").is_hidden()


def test_on_paper_the_first_page_is_the_summary_with_room_to_write(browser: object, tmp_path: Path) -> None:
    many = tuple(decision(number) for number in range(1, 25))
    visit = Visit(browser, tmp_path / "debrief.html", debrief(decisions=many), 673)  # A4 less its margins
    visit.page.emulate_media(media="print")
    box = visit.page.locator("#ending").bounding_box()
    assert box["y"] + box["height"] <= (297 - 15 - 17) / 25.4 * 96
    assert visit.page.locator("#ending").evaluate("e => getComputedStyle(e).breakAfter") == "page"
    assert [room.bounding_box()["height"] > 60 for room in visit.page.locator(".write").all()] == [True] * 3


def test_on_paper_no_frame_can_break_open(browser: object, tmp_path: Path) -> None:
    visit = Visit(browser, tmp_path / "debrief.html", debrief(), 673)
    visit.page.emulate_media(media="print")
    framed = """() => [...document.querySelectorAll("main *")].filter(e => {
        const style = getComputedStyle(e);
        return style.borderLeftWidth !== "0px" && style.breakInside !== "avoid";
    }).map(e => e.className)"""
    assert visit.page.evaluate(framed) == []
    assert visit.page.locator(".fact").first.evaluate("e => getComputedStyle(e).breakInside") == "avoid"
