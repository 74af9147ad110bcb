"""The page on paper: the whole debrief in black on white, without its tools."""

from __future__ import annotations

import re

from tests.browser.conftest import SCENES


def test_all_leaves_of_the_debrief_are_printed(visit) -> None:
    shown = visit(SCENES / "third_chair").begin().press("1", "Enter", "e", "3")
    assert shown.page.locator("section.leaf:visible").count() == 1
    shown.page.emulate_media(media="print")
    assert shown.page.locator("section.leaf:visible").count() == 8
    assert shown.page.locator(".tools:visible, .tabs:visible, button.go:visible").count() == 0
    colours = "e => [getComputedStyle(e).color, getComputedStyle(e).backgroundColor]"
    assert shown.page.locator("html").evaluate(colours) == ["rgb(0, 0, 0)", "rgb(255, 255, 255)"]
    assert shown.page.locator("textarea").first.bounding_box()["height"] > 90
    facts = shown.page.locator("article.recorded")
    assert 0 < shown.page.locator("article.recorded:visible").count() < facts.count()
    assert len(re.findall(rb"/Type\s*/Page\b", shown.page.pdf())) in range(8, 40)


def test_a_dark_page_is_printed_on_white_all_the_same(visit) -> None:
    shown = visit(SCENES / "third_chair")
    shown.settings({"theme": "dark", "contrast": True}, "third_chair.third_chair").begin()
    shown.page.emulate_media(media="print")
    colours = "e => [getComputedStyle(e).color, getComputedStyle(e).backgroundColor]"
    assert shown.page.locator("html").evaluate(colours) == ["rgb(0, 0, 0)", "rgb(255, 255, 255)"]
    assert shown.page.locator(".poster").is_hidden()


def test_the_first_printed_page_is_a_summary_with_room_to_choose_what_to_talk_about(visit) -> None:
    shown = visit(SCENES / "third_chair").begin()
    shown.press("1", "Enter", "3", "Enter", "e")
    shown.page.emulate_media(media="print")
    assert shown.page.locator(".short li").all_inner_texts() == [
        "1\n1 December 1934\nTake it and write: few mistakes.",
        "2\n“None. Go to work, Lev.”",
    ]
    assert "Three decisions I want to talk about" in shown.page.locator(".on_paper:visible").inner_text()
    sheet = shown.page.locator("#leaf_role").bounding_box()
    assert sheet["height"] < 267 * 96 / 25.4  # an A4 page without its margins
