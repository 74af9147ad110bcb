"""What the page keeps: in the browser, in a code, in a file; and that two windows never spoil one game."""

from __future__ import annotations

import json
from pathlib import Path

from game.story.replay import from_save
from game.story.replay_code import from_code
from tests.browser.conftest import PACKS, SCENES, Visit, story_of

ROOM = PACKS / "reading_room"
REFUSED = """
    for (const name of ["localStorage", "sessionStorage"])
        Object.defineProperty(window, name, {get() { throw new DOMException("denied", "SecurityError"); }});
"""


def played(visit) -> Visit:
    """Stand at the desk, Pavel warned."""
    return visit().begin().press("Enter", "1", "Enter")


def test_a_game_goes_on_where_the_page_was_closed(visit) -> None:
    shown = played(visit)
    shown.open()
    assert "The desk · Evening · 2 June 1935" in shown.text()
    shown.press("1")
    assert shown.heading() == "The desk"


def test_a_code_leads_to_the_same_place_here_and_in_the_window(visit) -> None:
    shown = played(visit)
    shown.press("e")
    code = shown.page.locator("#code").inner_text()
    assert [(step.scene, step.way) for step in from_code(story_of(ROOM), code).steps] == [("door", "show")]
    shown.settings({}).page.evaluate("localStorage.clear()")
    shown.open()
    shown.click("Codes and files")
    shown.page.locator("#code_in").fill(code.lower().replace("-", " "))
    shown.press("Enter")
    assert shown.heading() == "The desk"
    assert "The code leads to “The desk”, after 1 steps." in shown.page.locator("dialog").inner_text()


def test_a_wrong_code_says_which_group_is_wrong(visit) -> None:
    shown = visit()
    shown.click("Codes and files")
    shown.page.locator("#code_in").fill("BVNPP-00X")
    shown.press("Enter")
    assert (
        shown.page.locator("[role=alert]").inner_text()
        == "Group 2 was mistyped. Please compare it once more."
    )
    shown.page.locator("#code_in").fill("T6JDV-MC9")
    shown.press("Enter")
    assert "belongs to another story" in shown.page.locator("[role=alert]").inner_text()
    assert shown.messages == []


def answered(shown: Visit, text: str) -> None:
    """Write an answer on the leaf of questions."""
    shown.press("e", "7")
    field = shown.page.locator("textarea").first
    field.fill(text)
    field.blur()


def test_answers_are_kept_and_named_as_kept_in_this_browser_only(visit, tmp_path: Path) -> None:
    shown = visit(SCENES / "third_chair").begin()
    answered(shown, "Because he kept the cards. Потому что.")
    assert "kept in this browser only" in shown.text()
    shown.press("Escape", "Escape")
    shown.open()
    shown.click("Continue")
    shown.press("e", "7")
    assert shown.page.locator("textarea").first.input_value() == "Because he kept the cards. Потому что."
    with shown.page.expect_download() as saved:
        shown.click("Save game and answers in a file")
    file = tmp_path / "save.json"
    saved.value.save_as(file)
    save = json.loads(file.read_text(encoding="utf-8"))
    replay = from_save(story_of(SCENES / "third_chair"), save)
    assert list(replay.playthrough.answers.values()) == ["Because he kept the cards. Потому что."]
    assert save["label"]["is_over"] is False

    # A wiped machine: nothing is kept, the file is there.
    shown.page.evaluate("localStorage.clear()")
    shown.open()
    shown.click("Codes and files")
    shown.page.locator("#file_in").set_input_files(file)
    shown.page.wait_for_selector("[data-screen=scene]")
    shown.press("e", "7")
    assert shown.page.locator("textarea").first.input_value() == "Because he kept the cards. Потому что."


def test_a_file_that_is_no_save_is_refused_in_a_sentence(visit, tmp_path: Path) -> None:
    shown = visit()
    shown.click("Codes and files")
    for text, sentence in [
        ("no JSON", "This file is no saved game."),
        ('{"format": 1, "story": "other"}', "It belongs to another story: other."),
        ('{"format": 1, "story": "reading_room", "start": 3}', "Its beginning cannot be read."),
        ("[1, 2]", "It was written by another version of the program."),
    ]:
        file = tmp_path / "bad.json"
        file.write_text(text, encoding="utf-8")
        shown.page.locator("#file_in").set_input_files(file)
        shown.page.get_by_text(sentence).wait_for()
    assert shown.messages == []


def test_the_debrief_is_saved_as_a_page_with_the_answers_and_without_script(visit, tmp_path: Path) -> None:
    shown = visit(SCENES / "third_chair").begin()
    answered(shown, "<b>Nobody</b> asked.")
    with shown.page.expect_download() as saved:
        shown.click("Save the debrief as a page")
    file = tmp_path / "debrief.html"
    saved.value.save_as(file)
    text = file.read_text(encoding="utf-8")
    assert "&lt;b&gt;Nobody&lt;/b&gt; asked." in text
    assert "<script" not in text
    page = shown.context.new_page()
    page.goto(file.as_uri())
    assert page.locator("h1").inner_text() == shown.heading()
    assert page.locator("section.leaf:visible").count() == 8
    assert page.locator("button, textarea").count() == 0
    contents = page.get_by_role("navigation", name="On this page").get_by_role("link")
    assert contents.count() == 8
    links = page.locator("a[href^='#']").evaluate_all("all => all.map(link => link.hash.slice(1))")
    assert {id for id in links if page.locator(f"[id='{id}']").count() != 1} == set()
    wide = page.locator(".bar").evaluate_all("all => Math.max(...all.map(bar => bar.clientWidth))")
    assert wide > 200


def test_a_second_window_never_spoils_a_game(visit) -> None:
    first = played(visit)
    second = Visit(first.context, first.path)
    second.click("Continue")
    second.press("1")
    assert second.heading() == "From the cloakroom"
    dialog = first.page.locator("dialog")
    dialog.wait_for()
    assert "This game went on in another window" in dialog.inner_text()
    first.click("With what is here, as a game of its own")
    assert first.heading() == "The desk"
    games = "Object.keys(localStorage).filter(key => key.includes('.game.')).length"
    assert first.page.evaluate(games) == 2
    second.press("Enter")
    assert second.page.locator("dialog").count() == 0


def test_the_other_window_s_game_can_be_taken_up(visit) -> None:
    first = played(visit)
    second = Visit(first.context, first.path)
    second.click("Continue")
    second.press("1")
    first.page.locator("dialog").wait_for()
    first.click("With what was played there")
    assert first.heading() == second.heading() == "From the cloakroom"


def test_without_storage_the_game_is_played_and_the_page_says_that_nothing_is_kept(browser, visit) -> None:
    usual = visit()
    context = browser.new_context(offline=True)
    shown = Visit(context, usual.path, prepared=REFUSED)
    shown.begin().press("Enter", "1", "Enter")
    assert shown.heading() == "The desk"
    assert "This browser keeps nothing" in shown.text()
    shown.press("e")
    assert shown.page.locator("#code").inner_text().startswith("BVNPP-")
    shown.press("7")
    assert "gone when the page is closed" in shown.text()
    assert shown.messages == []
    context.close()


def test_leaving_is_asked_about_where_nothing_is_kept_and_nowhere_else(browser, visit) -> None:
    asks = "() => !window.dispatchEvent(new Event('beforeunload', {cancelable: true}))"
    kept = played(visit)
    assert kept.page.evaluate(asks) is False
    context = browser.new_context(offline=True)
    shown = Visit(context, kept.path, prepared=REFUSED)
    assert shown.page.evaluate(asks) is False
    shown.begin().press("Enter", "1", "Enter")
    assert shown.page.evaluate(asks) is True
    context.close()


def test_a_game_of_an_older_version_goes_as_far_as_it_fits_and_stays_kept(visit) -> None:
    shown = played(visit)
    change = """() => {
        const key = Object.keys(localStorage).find(name => name.includes(".game."));
        const game = JSON.parse(localStorage[key]);
        game.save.steps.push(["desk", "a_way_that_is_gone"], ["desk", "home"]);
        localStorage[key] = JSON.stringify(game);
    }"""
    shown.page.evaluate(change)
    shown.open()
    shown.click("Continue")
    told = shown.page.locator("dialog").inner_text()
    assert "It can be followed as far as “The desk”; 2 steps after that no longer fit." in told
    shown.press("Escape", "1")
    assert shown.heading() == "From the cloakroom"
    games = "Object.keys(localStorage).filter(key => key.includes('.game.')).length"
    assert shown.page.evaluate(games) == 2


def test_long_answers_in_any_script_come_back_as_they_were_written(visit) -> None:
    text = "🙂 <b>שלום</b> العربية\nПотому что. " * 400
    shown = visit(SCENES / "third_chair").begin()
    answered(shown, text)
    assert shown.page.locator("textarea").first.get_attribute("dir") == "auto"
    shown.open()
    shown.click("Continue")
    shown.press("e", "7")
    assert shown.page.locator("textarea").first.input_value() == text


def test_a_shared_machine_forgets_with_the_tab(visit) -> None:
    shown = visit()
    shown.click("Settings")
    shown.page.get_by_label("Forget when this tab is closed").check()
    shown.press("Escape").begin().press("Enter", "1", "Enter")
    assert shown.page.evaluate("localStorage.length") == 0
    shown.open()
    assert "The desk" in shown.text()
    other = Visit(shown.context, shown.path)
    assert "Continue" not in other.text()


def test_forgetting_leaves_nothing_behind(visit) -> None:
    shown = played(visit)
    shown.press("Escape").click("Settings").click("Forget everything now").click("Forget it")
    assert shown.heading() == "The Reading Room"
    assert shown.page.evaluate("[localStorage.length, sessionStorage.length]") == [0, 0]
    assert "Continue" not in shown.text()


def test_games_of_this_browser_can_be_opened_and_deleted(visit) -> None:
    shown = played(visit)
    shown.press("Escape").click("To the title").begin().press("Enter", "2")
    shown.press("Escape").click("To the title").click("Games kept")
    assert shown.page.locator(".kept").count() == 2
    shown.click("Delete the game at").click("Delete it")
    assert shown.page.locator(".kept").count() == 1
    shown.press("1")
    assert shown.heading() == "The desk"


def test_a_game_overtaken_unnoticed_is_asked_about_on_whatever_page_comes_next(visit) -> None:
    shown = played(visit)
    change = """() => {
        const key = Object.keys(localStorage).find(name => name.includes(".game."));
        localStorage[key] = JSON.stringify({...JSON.parse(localStorage[key]), stamp: "of another window"});
    }"""
    shown.page.evaluate(change)
    shown.press("1")
    assert shown.heading() == "From the cloakroom"
    assert "This game went on in another window" in shown.page.locator("dialog").inner_text()


def test_a_browser_that_is_full_is_not_taken_for_another_window(visit) -> None:
    shown = played(visit)
    full = "throw new DOMException('', 'QuotaExceededError')"
    shown.page.evaluate(f"() => {{ Storage.prototype.setItem = () => {{ {full}; }}; }}")
    shown.press("1", "1", "Enter")
    assert "This browser keeps nothing" in shown.text()
    assert shown.page.locator("dialog").count() == 0
