"""Exported pages, and a browser to play them in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest

from game.authoring.compiler import compile_pack
from game.browser.page import page
from game.commands.export import surroundings
from game.story.model import Story

PACKS = Path(__file__).parent.parent / "packs"
SCENES = Path(__file__).parent.parent.parent / "scenes"


@cache
def story_of(pack: Path) -> Story:
    """Return the story of a pack's folder."""
    compilation = compile_pack(pack, search=[SCENES, PACKS])
    assert compilation.story is not None, [str(finding) for finding in compilation.diagnostics]
    return compilation.story


@cache
def page_of(pack: Path, *, scorm: bool = False) -> str:
    """Return the exported page of a pack's folder."""
    story = story_of(pack)
    return page(story, surroundings(story, pack), scorm=scorm)


@pytest.fixture(scope="module")
def browser(chromium: str) -> Iterator[object]:
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    options = ["--disable-quic", "--disable-background-networking", "--disable-component-update"]
    with playwright.sync_playwright() as started:
        opened = started.chromium.launch(executable_path=chromium, args=options)
        yield opened
        opened.close()


@pytest.fixture
def visit(browser: object, tmp_path: Path) -> Iterator[Callable[..., Visit]]:
    """Return open(pack folder, width=..., height=..., and what Playwright's new_context takes)."""
    opened = []

    def open_page(
        pack: Path = PACKS / "reading_room", width: int = 1366, height: int = 768, **options
    ) -> Visit:
        path = tmp_path / f"{pack.name}.html"
        path.write_text(page_of(pack), encoding="utf-8")
        viewport = {"width": width, "height": height}
        context = browser.new_context(viewport=viewport, offline=True, **options)  # type: ignore[attr-defined]
        opened.append(context)
        return Visit(context, path)

    yield open_page
    for context in opened:
        context.close()


class Visit:
    """A page in the browser, and all that it asked for or complained of."""

    def __init__(self, context, path: Path, *, prepared: str = "") -> None:
        self.context, self.path = context, path
        self.requests: list[str] = []
        self.messages: list[str] = []
        self.page = context.new_page()
        self.page.set_default_timeout(10_000)
        if prepared:
            self.page.add_init_script(prepared)
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("console", lambda message: self.messages.append(message.text))
        self.page.on("pageerror", lambda error: self.messages.append(str(error)))
        self.open()

    def open(self) -> None:
        """Open the file, or open it anew."""
        self.page.goto(self.path.as_uri())
        self.page.wait_for_selector("html[data-ready]")

    def press(self, *keys: str) -> Visit:
        """Press keys one after the other."""
        for key in keys:
            self.page.keyboard.press(key)
        return self

    def click(self, name: str) -> Visit:
        """Press the button of this name, or of a name that begins so."""
        self.page.get_by_role("button", name=name).first.click()
        return self

    def begin(self) -> Visit:
        """Begin a game from the title."""
        self.click("New game")
        if self.heading() == "Before you begin":
            self.click("Begin")
        return self

    def heading(self) -> str:
        """Return the heading of the page."""
        return str(self.page.locator("h1").text_content())

    def text(self) -> str:
        """Return all that stands on the page."""
        return str(self.page.locator("main").inner_text())

    def focused(self) -> str:
        """Return the text of what has the focus."""
        return str(self.page.evaluate("document.activeElement.innerText"))

    def settings(self, values: dict[str, object], name: str = "third_chair.reading_room") -> Visit:
        """Keep settings as an earlier visit would have, and open the page again."""
        script = "([name, values]) => localStorage.setItem(name, JSON.stringify(values))"
        self.page.evaluate(script, [f"{name}.settings", values])
        self.open()
        return self

    def to_the_end(self, act: Callable[[int], None], most: int = 400) -> int:
        """Play until an ending stands there; `act` takes how many choices are open. Returns the acts."""
        look = """() => document.querySelector(".ending") ? -1 : document.querySelector(".talk, .result") ? 0
            : document.querySelectorAll("button.choice, button.letter").length"""
        for played in range(most):
            count = self.page.evaluate(look)
            if count < 0:
                return played
            act(count)
        raise AssertionError(f"no ending after {most} acts, at {self.heading()}")

    def is_too_wide(self) -> bool:
        """Whether something is wider than the window."""
        return bool(self.page.evaluate("document.documentElement.scrollWidth > window.innerWidth"))
