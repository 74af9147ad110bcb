"""The report of a class: what it tells, that it is one silent file, and that it can be read by anybody."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from game.class_report.views import (
    BadLineView,
    ClassView,
    DecisionCountView,
    EndCountView,
    FateCountView,
    StartCountView,
    WayCountView,
)
from game.pages.class_report import class_page
from tests.pages.made import HOSTILE, Read, fact, words


def report(text: str = "") -> ClassView:
    """Four playthroughs of two decisions and a desk; `text` stands wherever a story has words."""
    debrief = words(text or "It had a price.")
    ways = (
        WayCountView("show", words(text or "Show the list."), 3, 4, debrief, (fact("a", text),)),
        WayCountView("hide", words(text or "Turn it over."), 1, 4, (), (fact("b"),)),
        WayCountView("call", words(text or "Telephone."), 0, 0, debrief, ()),
    )
    door = DecisionCountView(
        "door", text or "The door", "2 June 1935", "choice", 4, 50, ways, (), (fact("a", text), fact("b")),
        (words(text or "What could she know?"),),
    )  # fmt: skip
    papers = (WayCountView("tray/note", words(text or "A note"), 2, 3, (), ()),)
    home = (WayCountView("home", words(text or "Go home."), 4, 4, (), ()),)
    desk = DecisionCountView("desk", text or "The desk", "", "desk", 4, 0, home, papers, (), ())
    street = DecisionCountView("street", text or "The street", "", "chance", 3, 0, ways[:2], (), (), ())
    start = StartCountView(
        "story",
        text or "The Reading Room",
        4,
        (EndCountView("end", text or "Spared", text or "At liberty", 3),),
        (EndCountView("desk", text or "The desk", "", 1),),
        ("door",),
        (door, desk, street),
        (FateCountView("pavel", text or "Pavel", ((text or "At liberty", 3), ("Arrested", 1))),),
        (fact("c", text),),
    )
    bad = (BadLineView(7, "Group 2 was mistyped. Please compare it once more."),)
    return ClassView("room", text or "The Reading Room", "1.0", "en", 9, 4, 1, (start,), bad, 3, 2)


def read(view: ClassView) -> Read:
    page = Read()
    page.feed(class_page(view))
    return page


def told(page: Read) -> str:
    return " ".join(page.text.split())


def test_it_tells_how_many_went_which_way_and_to_how_many_it_was_open() -> None:
    text = told(read(report()))
    assert (
        "4 playthroughs: 3 came to an end of the story, 1 was ended before. 3 codes could not be used."
        in text
    )
    assert "Show the list. 3 of 4" in text
    assert "Telephone. open to nobody 0 of 4" in text
    assert "A note lay there for 3 2 of 4" in text
    assert "Chance: The street" in text
    assert "Two players picked at random decided differently here in 50 of 100 cases." in text


def test_it_sets_questions_meaning_and_record_beside_what_split_the_class() -> None:
    text = told(read(report()))
    order = [
        "In short 4",
        "Where the class parted The decisions",
        "To ask What could she know?",
        "It had a price.",
        "Claim b.",
    ]
    assert [text.index(part) for part in order] == sorted(text.index(part) for part in order)


def test_it_names_endings_fates_and_what_nobody_met() -> None:
    text = told(read(report()))
    assert "Spared At liberty 3 of 4" in text
    assert "The desk 1 of 4" in text
    assert re.search(r"Pavel .*At liberty 3 of 4 Arrested 1 of 4", text)
    assert "What nobody met" in text
    assert "Claim c." in text


def test_it_says_what_was_counted_and_which_lines_to_ask_for_again() -> None:
    text = told(read(report()))
    assert "4 codes were found in 9 lines. 1 was the same as another and was counted once" in text
    assert "2 lines had no code in them." in text
    assert "Line 7: Group 2 was mistyped. Please compare it once more. and 2 more." in text


def test_several_starts_stand_apart() -> None:
    view = report()
    lesson = replace(view.starts[0], kind="lesson", title="One period", played=1)
    page = read(replace(view, starts=(*view.starts, lesson)))
    headings = [text for _, text in page.headings]
    assert "From the beginning: 4 playthroughs" in headings
    assert "Lesson One period: 1 playthrough" in headings


def test_no_heading_stands_over_nothing() -> None:
    view = report()
    (start,) = view.starts
    door, *others = start.decisions
    silent = replace(door, ways=tuple(replace(way, debrief=()) for way in door.ways))
    told = "What the debrief told whoever took it"
    assert told in class_page(view)
    assert told not in class_page(replace(view, starts=(replace(start, decisions=(silent, *others)),)))


def test_starts_of_one_title_each_have_their_own_split() -> None:
    view = report()
    (story,) = view.starts
    other = replace(story, kind="lesson", split=(), decisions=())
    page = class_page(replace(view, starts=(story, other)))
    assert page.count('id="parted-1-door"') == 1
    assert page.count('id="parted-2-door"') == 0


@pytest.mark.parametrize("text", ["", HOSTILE])
def test_it_is_well_formed_and_holds_no_script_and_no_address(text: str) -> None:
    view = report(text)
    page = read(replace(view, starts=(*view.starts, replace(view.starts[0], kind="chapter"))))
    assert page.misplaced == []
    assert page.open == []
    ids = [attributes["id"] for _, attributes in page.tags if "id" in attributes]
    assert len(ids) == len(set(ids))
    linked = {attributes["href"] for tag, attributes in page.tags if tag == "a"}
    assert {str(link).removeprefix("#") for link in linked} <= set(ids)
    assert not any(tag in ("script", "img", "iframe", "object") for tag, _ in page.tags)
    levels = [level for level, _ in page.headings]
    assert all(after - before <= 1 for before, after in itertools.pairwise(levels))


def test_every_bar_is_as_long_as_its_count() -> None:
    widths = re.findall(r'<span style="width: (\d+)%">', class_page(report()))
    assert set(widths) == {"75", "25", "0", "50", "100", "33"}


playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-core is not installed")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@pytest.fixture(scope="module")
def browser(chromium: str) -> Iterator[object]:
    with playwright.sync_playwright() as started:
        opened = started.chromium.launch(executable_path=chromium, args=["--disable-quic"])
        yield opened
        opened.close()


@pytest.mark.parametrize("width", [1366, 320])
@pytest.mark.parametrize("text", ["", HOSTILE])
def test_in_a_browser_it_is_silent_fits_and_violates_no_rule_of_wcag(
    browser: object, tmp_path: Path, width: int, text: str
) -> None:
    path = tmp_path / "class.html"
    path.write_text(class_page(report(text)), encoding="utf-8")
    heard: list[str] = []
    page = browser.new_page(viewport={"width": width, "height": 768})  # type: ignore[attr-defined]
    page.on("request", lambda request: heard.append(request.url))
    page.on("console", lambda message: heard.append(message.text))
    page.on("dialog", lambda dialog: heard.append(dialog.message))
    page.goto(path.as_uri())
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert heard == [path.as_uri()]
    found = axe.Axe().run(page, options={"runOnly": RULES}).response["violations"]
    page.close()
    assert [f"{rule['id']}: {node['html'][:90]}" for rule in found for node in rule["nodes"]] == []


def test_on_paper_every_decision_stands_only_where_it_is_asked_for(browser: object, tmp_path: Path) -> None:
    path = tmp_path / "class.html"
    path.write_text(class_page(report()), encoding="utf-8")
    page = browser.new_page()  # type: ignore[attr-defined]
    page.goto(path.as_uri())
    assert page.locator("#decisions-1").is_visible()
    page.get_by_label("When this page is printed").check()
    page.emulate_media(media="print")
    assert page.locator("#decisions-1").is_visible()
    page.locator("#print-all").evaluate("box => { box.checked = false; }")
    assert page.locator("#decisions-1").is_hidden()
    assert page.locator("#split-1").is_visible()
    page.close()
