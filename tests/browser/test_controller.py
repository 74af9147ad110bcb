"""A game controller alone plays the page from its title to the debrief."""

from __future__ import annotations

from tests.browser.conftest import PACKS, Visit

PAD = """
    window.pad = {connected: true, axes: [0, 0, 0, 0],
        buttons: Array.from({length: 17}, () => ({pressed: false}))};
    navigator.getGamepads = () => [window.pad];
    window.push = async at => {
        const frame = () => new Promise(drawn => requestAnimationFrame(() => setTimeout(drawn)));
        window.dispatchEvent(new Event("gamepadconnected"));
        for (const pressed of [true, false]) {
            window.pad.buttons[at].pressed = pressed;
            for (let drawn = 0; drawn < 5; drawn += 1) await frame();
        }
    };
"""
A, B, X, Y, START, UP, DOWN, RIGHT = 0, 1, 2, 3, 9, 12, 13, 15


def with_pad(browser, visit, **settings: object) -> Visit:
    context = browser.new_context(offline=True, viewport={"width": 1366, "height": 768})
    shown = Visit(context, visit().path, prepared=PAD)
    if settings:
        shown.settings(settings)
    return shown


def push(shown: Visit, *buttons: int) -> Visit:
    for button in buttons:
        shown.page.evaluate("at => push(at)", button)
    return shown


def test_a_controller_plays_to_the_debrief(browser, visit) -> None:
    shown = with_pad(browser, visit)
    push(shown, DOWN)
    assert shown.focused() == "1\nNew game"
    push(shown, A)
    assert shown.heading() == "Before you begin"
    push(shown, A)
    assert shown.heading() == "The door"
    push(shown, A)
    assert shown.focused() == "What you can do"
    push(shown, DOWN)
    assert shown.focused() == "1\nShow him the list."
    push(shown, A)
    assert shown.focused() == "What followed"
    push(shown, A)
    assert shown.heading() == "The desk"
    push(shown, START, DOWN, DOWN, DOWN, DOWN, DOWN, A)
    assert shown.heading() == "You are no longer Anna Orlova."
    assert shown.messages == []
    shown.context.close()


def test_its_buttons_are_those_of_the_window(browser, visit) -> None:
    shown = with_pad(browser, visit).begin()
    push(shown, X)
    assert shown.page.locator("dialog h2").inner_text() == "What is record here"
    push(shown, B)
    assert shown.page.locator("dialog").count() == 0
    push(shown, Y)
    assert shown.heading() == "Folder"
    push(shown, B)
    assert shown.heading() == "The door"
    shown.context.close()


def test_what_it_has_focused_is_seen(browser, visit) -> None:
    shown = with_pad(browser, visit)
    shown.page.mouse.click(700, 20)  # whoever used a mouse before sees where the controller is all the same
    push(shown, DOWN)
    outline = "getComputedStyle(document.activeElement).outlineStyle"
    assert shown.page.evaluate(outline) == "solid"
    shown.context.close()


def test_it_counts_the_hands_of_a_class(browser, visit) -> None:
    shown = with_pad(browser, visit, projector=True, talk=False, notes=["reading_room"])
    shown.click("New game")
    shown.page.get_by_label("Hands for choice 1").focus()
    push(shown, RIGHT, RIGHT)
    assert shown.page.get_by_label("Hands for choice 1").input_value() == "2"
    shown.context.close()


def test_a_page_that_may_not_ask_for_controllers_is_played_without(browser, visit) -> None:
    refused = 'navigator.getGamepads = () => { throw new DOMException("no", "SecurityError"); };'
    context = browser.new_context(offline=True)
    shown = Visit(context, visit(PACKS / "reading_room").path, prepared=refused)
    shown.page.evaluate("window.dispatchEvent(new Event('gamepadconnected'))")
    assert shown.begin().heading() == "The door"
    assert shown.messages == []
    context.close()


def test_a_controller_shows_the_rest_of_text_that_comes_up(browser, visit) -> None:
    shown = with_pad(browser, visit, typed=True, notes=["reading_room"]).click("New game")
    assert shown.page.locator(".typed_out").count() == 1
    push(shown, A)
    assert shown.page.locator(".typed_out").count() == 0
    assert shown.page.locator(".talk").count() == 1
    push(shown, A)
    assert shown.page.locator(".talk").count() == 0
    shown.context.close()


def test_no_frame_is_asked_for_while_no_controller_is_there(browser, visit) -> None:
    counted = """window.frames_asked = 0; const ask = window.requestAnimationFrame;
        window.requestAnimationFrame = act => { window.frames_asked += 1; return ask(act); };"""
    context = browser.new_context(offline=True)
    shown = Visit(context, visit().path, prepared=PAD + counted)
    shown.page.evaluate("window.frames_asked = 0")
    shown.begin().page.wait_for_timeout(200)
    assert shown.page.evaluate("window.frames_asked") == 0
    push(shown, DOWN)
    assert shown.page.evaluate("window.frames_asked") > 0
    shown.page.evaluate("window.pad.connected = false")
    shown.page.wait_for_timeout(200)
    shown.page.evaluate("window.frames_asked = 0")
    shown.page.wait_for_timeout(200)
    assert shown.page.evaluate("window.frames_asked") == 0
    context.close()
