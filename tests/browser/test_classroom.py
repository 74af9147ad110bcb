"""The page in a classroom: lessons and chapters, the projector, reading aloud."""

from __future__ import annotations

from tests.browser.conftest import PACKS, Visit


def test_the_projector_points_at_one_choice_and_counts_hands(visit) -> None:
    shown = visit().settings({"projector": True, "talk": False, "notes": ["reading_room"]})
    shown.click("New game")
    assert shown.page.locator(".pointed").inner_text() == "1 Show him the list."
    shown.page.get_by_label("Hands for choice 1").fill("12")
    shown.click("The next one")
    assert shown.page.locator(".pointed").inner_text() == "2 Turn the list over."
    shown.page.get_by_label("Hands for choice 2").fill("9")
    shown.click("Take this one")
    assert shown.heading() == "The desk"
    kept = shown.page.evaluate(
        "Object.values(localStorage).map(text => JSON.parse(text)).find(g => g.save).save"
    )
    assert kept["votes"] == {"0": {"show": 12, "hide": 9}}
    shown.press("f", "5")
    assert "Hands raised: “Show him the list.” 12; “Turn the list over.” 9." in shown.text()


def voices(*kinds: tuple[str, str, bool]) -> str:
    """A browser with these voices: name, language, whether it is of this machine."""
    made = ", ".join(
        f"{{name: '{n}', lang: '{lang}', localService: {str(here).lower()}}}" for n, lang, here in kinds
    )
    return f"""
        window.said = [];
        window.SpeechSynthesisUtterance = function (text) {{ this.text = text; }};
        Object.defineProperty(window, "speechSynthesis", {{value: {{
            getVoices: () => [{made}], cancel() {{}}, addEventListener() {{}},
            speak(spoken) {{ window.said.push(spoken.voice.name + ": " + spoken.text); }},
        }}}});
    """


def test_the_page_is_read_by_a_voice_of_this_machine(browser, visit) -> None:
    context = browser.new_context(offline=True)
    kinds = voices(("far", "en-GB", False), ("other", "de-DE", True), ("near", "en-US", True))
    shown = Visit(context, visit().path, prepared=kinds)
    shown.settings({"read": True, "notes": ["reading_room"]})
    shown.click("New game").press("r")
    said = shown.page.evaluate("said")
    assert said[:2] == [
        "near: The door",
        "near: Rain on the skylight. Nobody is left but Pavel, and the special store stands open.",
    ]
    assert "stop reading" in shown.text()
    context.close()


def test_a_voice_on_the_network_is_never_used(browser, visit) -> None:
    context = browser.new_context(offline=True)
    shown = Visit(context, visit().path, prepared=voices(("far", "en-GB", False)))
    shown.settings({"read": True, "notes": ["reading_room"]})
    shown.click("New game").press("r")
    assert shown.page.evaluate("said") == []
    assert "read aloud" not in shown.text()
    context.close()


def test_a_lesson_is_begun_from_the_title_and_closes_where_the_pack_says(visit) -> None:
    shown = visit(PACKS / "two_rooms")
    shown.click("Lessons and chapters")
    assert [way.split("\n") for way in shown.page.locator(".choices button").all_inner_texts()] == [
        ["1", "From the beginning"],
        ["2", "Lesson: One period", "The first room"],
        ["3", "Lesson: Without a close", "The first room"],
        ["4", "Chapter 2: The second room"],
    ]
    shown.press("2")
    shown.click("Begin")
    assert shown.heading() == "Hall"
    shown.page.get_by_role("button", name="Go out.").click()
    assert shown.page.locator(".result .unread li").all_inner_texts() == ["Note A", "Note B"]
    shown.press("Enter")
    assert shown.heading() == "Bell"
    assert "Here this lesson ends." in shown.text()
    shown.press("Enter")
    assert "This playthrough began with “One period”." in shown.text()


def test_a_later_chapter_begins_with_what_is_given_there(visit) -> None:
    shown = visit(PACKS / "two_rooms")
    shown.click("Lessons and chapters").press("4").click("Begin")
    assert shown.heading() == "Yard"
    assert "Look back." in shown.text()
