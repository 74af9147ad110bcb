"""What can be heard, and text that comes up line by line: both only where somebody has set it so."""

from __future__ import annotations

import wave

import pytest

from tests.browser.conftest import SCENES, Visit

CAMPAIGN = SCENES / "third_chair"
SOUNDS = SCENES.parent / "assets" / "sounds"
HEARD = """
    window.heard = [];
    const start = AudioBufferSourceNode.prototype.start;
    AudioBufferSourceNode.prototype.start = function () {
        heard.push(this.buffer.duration);
        return start.apply(this);
    };
"""


def listened(browser, visit, **settings: object) -> Visit:
    context = browser.new_context(offline=True, viewport={"width": 1366, "height": 768})
    shown = Visit(context, visit(CAMPAIGN).path, prepared=HEARD)
    return shown.settings({"notes": ["third_chair"], **settings}, "third_chair.third_chair")


def seconds(name: str) -> float:
    with wave.open(str(SOUNDS / f"{name}.wav")) as file:
        return file.getnframes() / file.getframerate()


def await_heard(shown: Visit, *names: str) -> None:
    shown.page.wait_for_function("count => heard.length >= count", arg=len(names))
    assert shown.page.evaluate("heard") == pytest.approx([seconds(name) for name in names], abs=0.01)


def test_nothing_is_heard_before_somebody_wants_it(browser, visit) -> None:
    shown = listened(browser, visit).press("1", "1", "Enter")
    shown.page.wait_for_timeout(200)
    assert shown.page.evaluate("heard") == []
    shown.context.close()


def test_a_page_a_decision_and_a_place_have_their_sounds(browser, visit) -> None:
    shown = listened(browser, visit, sound="quiet").press("1")
    await_heard(shown, "page")
    shown.press("1")
    await_heard(shown, "page", "typewriter")
    shown.press("Enter")
    await_heard(shown, "page", "typewriter", "telephone")
    assert shown.messages == []
    shown.context.close()


def test_the_setting_lets_its_loudness_be_heard(browser, visit) -> None:
    shown = listened(browser, visit)
    shown.click("Settings")
    shown.page.get_by_label("Full").check()
    await_heard(shown, "page")
    shown.page.get_by_label("Off").check()
    shown.press("Escape")
    shown.page.wait_for_timeout(100)
    assert len(shown.page.evaluate("heard")) == 1
    shown.context.close()


def waiting(shown: Visit) -> int:
    """How many paragraphs of the page have not come up yet; all of them are there for a screen reader."""
    return int(
        shown.page.evaluate("""[...document.querySelectorAll(".story p")]
            .filter(line => getComputedStyle(line).clipPath.includes("100%")).length""")
    )


def test_text_comes_up_line_by_line_and_at_once_when_a_key_is_pressed(browser, visit) -> None:
    shown = listened(browser, visit, typed=True).press("1")
    assert waiting(shown) > 0
    assert "Not to her; to you." in shown.page.locator("main").aria_snapshot()
    shown.press("Shift")
    assert waiting(shown) == 0
    shown.context.close()


def test_a_key_that_shows_the_rest_of_the_text_takes_nothing_yet(browser, visit) -> None:
    shown = listened(browser, visit, typed=True).press("1").press("1")
    assert waiting(shown) == 0
    assert shown.page.locator(".result").count() == 0
    shown.press("1")
    assert shown.focused() == "What followed"
    assert shown.page.locator(".result.typed_out").count() == 1
    shown.context.close()


def test_text_that_has_come_up_is_there_after_another_screen(browser, visit) -> None:
    shown = listened(browser, visit, typed=True).press("1").press("f").press("Escape")
    assert shown.heading() == "The essay"
    assert waiting(shown) == 0
    shown.context.close()


def test_text_never_comes_up_by_itself_where_less_movement_is_asked_for(browser, visit) -> None:
    shown = listened(browser, visit, typed=True, motion=True).press("1")
    assert waiting(shown) == 0
    shown.context.close()


def test_the_sound_device_rests_between_sounds(browser, visit) -> None:
    watched = """const Made = AudioContext; window.AudioContext = class extends Made {
        constructor(...given) { super(...given); window.device = this; } };"""
    context = browser.new_context(offline=True)
    shown = Visit(context, visit(CAMPAIGN).path, prepared=HEARD + watched)
    shown.settings({"notes": ["third_chair"], "sound": "full"}, "third_chair.third_chair").press("1")
    for count in (1, 2):
        shown.page.wait_for_function("count => heard.length === count", arg=count)
        shown.page.wait_for_function("() => device.state === 'suspended'")
        shown.press("1")
    context.close()
