"""What a page tells a learning platform, here one that the test makes up: three things, and nobody else."""

from __future__ import annotations

from pathlib import Path

from tests.browser.conftest import PACKS, Visit, page_of

ROOM = PACKS / "reading_room"

STUB = """
    window.told = {};
    window.API = {
        LMSInitialize: () => "true", LMSFinish: () => "true", LMSCommit: () => "true",
        LMSGetValue: name => told[name] ?? "",
        LMSSetValue: (name, value) => { told[name] = value; return "true"; },
    };
"""
FAILING = """
    window.API = {LMSInitialize: () => "true"};
    for (const name of ["LMSFinish", "LMSCommit", "LMSGetValue", "LMSSetValue"])
        window.API[name] = () => { throw new Error("the platform is down"); };
"""


def in_platform(browser, tmp_path: Path, api: str) -> Visit:
    path = tmp_path / "index.html"
    path.write_text(page_of(ROOM, scorm=True), encoding="utf-8")
    return Visit(browser.new_context(offline=True), path, prepared=api)


def test_exactly_three_things_are_told(browser, tmp_path: Path) -> None:
    shown = in_platform(browser, tmp_path, STUB).begin().press("Enter", "1", "Enter")
    told = shown.page.evaluate("told")
    assert told.pop("cmi.suspend_data").startswith("BVNPP-")
    assert told == {"cmi.core.lesson_status": "incomplete", "cmi.core.exit": "suspend"}
    shown.press("e")
    assert shown.page.evaluate("told['cmi.core.lesson_status']") == "completed"
    shown.context.close()


def test_a_platform_that_fails_does_not_end_the_game(browser, tmp_path: Path) -> None:
    shown = in_platform(browser, tmp_path, FAILING).begin().press("Enter", "1", "Enter", "e")
    assert shown.heading() == "You are no longer Anna Orlova."
    assert shown.messages == []
    shown.context.close()


def test_answers_of_a_version_that_cannot_be_followed_are_shown(browser, tmp_path: Path) -> None:
    kept = """told["cmi.suspend_data"] = 'T6JDV-MC9\\n{"why": "Because <b>he</b> kept it."}';"""
    shown = in_platform(browser, tmp_path, STUB + kept).click("Continue")
    dialog = shown.page.locator("dialog").inner_text()
    assert "a game of another version" in dialog
    assert "Because <b>he</b> kept it." in dialog
    shown.click("Close")
    assert shown.heading() == "Before you begin"
    shown.context.close()


def test_a_page_that_is_no_package_tells_no_platform(browser, tmp_path: Path) -> None:
    path = tmp_path / "index.html"
    path.write_text(page_of(ROOM), encoding="utf-8")
    shown = Visit(browser.new_context(offline=True), path, prepared=STUB)
    shown.begin().press("Enter", "1", "Enter", "e")
    assert shown.page.evaluate("told") == {}
    shown.context.close()


ENDED = STUB.replace('LMSFinish: () => "true"', 'LMSFinish: () => { API.LMSSetValue = () => "false"; }')
ELSEWHERE = STUB + """told["cmi.suspend_data"] = 'BVNPP-C3M\\n{"why": "Because."}';"""
KEPT = "told['cmi.suspend_data']"


def test_what_is_half_written_is_told_before_the_farewell(browser, tmp_path: Path) -> None:
    shown = in_platform(browser, tmp_path, ENDED).begin().press("Enter", "1", "Enter", "e", "7")
    shown.page.locator("textarea").first.press_sequentially("Because")
    shown.page.evaluate("window.dispatchEvent(new Event('pagehide'))")
    assert "Because" in shown.page.evaluate(KEPT)
    shown.context.close()


def test_a_game_of_this_browser_does_not_take_the_platform_s_place_unasked(browser, tmp_path: Path) -> None:
    shown = in_platform(browser, tmp_path, STUB).begin().press("Enter", "2")
    code = shown.page.evaluate(KEPT)
    other = Visit(shown.context, shown.path, prepared=ELSEWHERE)
    kept = other.page.evaluate(KEPT)
    other.click("Games kept in this browser").click("1")
    assert "The learning platform keeps one game of yours." in other.page.locator("dialog").inner_text()
    other.click("Keep it")
    assert other.page.evaluate(KEPT) == kept
    other.click("1").click("Play another")
    assert other.page.evaluate(KEPT) == code
    shown.context.close()


def test_a_platform_that_comes_during_the_content_note_keeps_its_game(browser, tmp_path: Path) -> None:
    late = ELSEWHERE.replace("window.API", "window.late")
    shown = in_platform(browser, tmp_path, late).click("New game")
    shown.page.evaluate("window.API = window.late")
    shown.page.get_by_role("button", name="Continue").wait_for()
    assert "Because." in shown.page.evaluate(KEPT)
    shown.context.close()


def test_answers_of_somebody_else_at_this_machine_are_left_alone(browser, tmp_path: Path) -> None:
    before = in_platform(browser, tmp_path, STUB).begin().press("Enter", "1", "Enter", "e", "7")
    before.page.locator("textarea").first.fill("Mine alone.")
    before.page.locator("textarea").first.blur()
    code = before.page.evaluate(KEPT).split("\n")[0]
    shown = Visit(before.context, before.path, prepared=STUB + f"told['cmi.suspend_data'] = '{code}';")
    shown.click("Continue").press("e", "7")
    assert shown.page.locator("textarea").first.input_value() == ""
    shown.context.close()
