"""Playing the page in a real Chromium: by keyboard, by touch, at every width, asking for nothing."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from game.browser.page import page
from game.commands.export import surroundings
from game.story.prose import Words
from tests.browser.conftest import PACKS, SCENES, Visit, story_of

CAMPAIGN, ROOM = SCENES / "third_chair", PACKS / "reading_room"
HOSTILE = "</script><img src=x onerror=alert(1)><style>*{display:none}</style>&lt;b&gt;${x}$style"


def by_keyboard(shown: Visit, count: int, at: int) -> None:
    shown.press(str(1 + at % min(count, 9)) if count else "Enter")


def test_the_campaign_is_played_to_its_debrief_by_keyboard_alone(visit) -> None:
    shown = visit(CAMPAIGN)
    shown.press("1", "Enter")
    numbers = iter(range(1000))
    assert shown.to_the_end(lambda count: by_keyboard(shown, count, next(numbers))) > 10
    shown.press("1")
    assert shown.heading().startswith("You are no longer")
    for leaf in ("What you decided", "Who was in the room", "What happened", "The record"):
        shown.press("Enter")
        assert shown.focused() == leaf
    shown.press("8")
    assert shown.focused() == "The file’s afterlife"
    assert shown.messages == []


@pytest.mark.parametrize("pack", [ROOM, pytest.param(CAMPAIGN, marks=pytest.mark.long)])
def test_a_story_is_played_to_its_debrief_by_touch_alone(visit, pack: Path) -> None:
    shown = visit(pack, width=390, height=844, has_touch=True, is_mobile=True)
    shown.page.get_by_role("button", name="New game").tap()
    shown.page.get_by_role("button", name="Begin").tap()

    def touch(count: int) -> None:
        ways = shown.page.locator("button.choice, button.letter") if count else shown.page.locator(".way .go")
        ways.first.tap()

    assert shown.to_the_end(touch) > 3
    shown.page.get_by_role("button", name="Talk about it").tap()
    assert shown.heading().startswith("You are no longer")


@pytest.mark.parametrize(
    ("width", "height"),
    [(320, 640), (1366, 768), (3840, 2160), pytest.param(800, 600, marks=pytest.mark.long)],
)
def test_nothing_is_wider_than_the_window_on_any_screen(visit, width: int, height: int) -> None:
    shown = visit(CAMPAIGN, width=width, height=height).begin()
    numbers = iter(range(1000))

    def play(count: int) -> None:
        assert not shown.is_too_wide(), shown.heading()
        by_keyboard(shown, count, next(numbers))

    shown.to_the_end(play)
    shown.press("1")
    for leaf in range(1, 9):
        shown.press(str(leaf))
        assert not shown.is_too_wide(), f"leaf {leaf}"
    shown.press("Escape")
    for name in ("Games kept", "Codes and files", "Settings", "About"):
        shown.click(name)
        assert not shown.is_too_wide(), name
        shown.press("Escape")


def test_nothing_is_wider_than_the_window_at_twice_the_text(visit) -> None:
    shown = visit(CAMPAIGN, width=800, height=600)
    shown.settings({"size": 200, "typeface": "legible"}, "third_chair.third_chair").begin()
    for number in range(12):
        assert not shown.is_too_wide(), shown.heading()
        count = (
            0 if shown.page.locator(".talk, .result").count() else shown.page.locator("button.choice").count()
        )
        by_keyboard(shown, count, number)


def test_the_page_asks_for_nothing_but_itself(visit) -> None:
    shown = visit().begin()
    shown.press("1", "Enter", "f", "4")
    assert [url for url in shown.requests if not url.startswith("data:")] == [shown.path.as_uri()]
    assert shown.messages == []


def test_no_text_of_a_story_becomes_markup(browser, tmp_path: Path) -> None:
    story = story_of(ROOM)
    door = story.scenes["door"]
    text = ((Words(HOSTILE), Words(HOSTILE, "emphasis")),)
    passages = tuple(dataclasses.replace(part, text=text, title=HOSTILE) for part in door.passages)
    hostile = dataclasses.replace(
        story,
        title=HOSTILE,
        content_note=text,
        people={id: dataclasses.replace(person, name=HOSTILE) for id, person in story.people.items()},
        scenes={**story.scenes, "door": dataclasses.replace(door, title=HOSTILE, passages=passages)},
    )
    around = surroundings(story, ROOM)
    svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><script>alert(1)</script></svg>'
    pictures = {kind: dict.fromkeys(named, svg) for kind, named in around.pictures.items()}
    path = tmp_path / "hostile.html"
    path.write_text(page(hostile, dataclasses.replace(around, pictures=pictures)), encoding="utf-8")
    context = browser.new_context(offline=True)
    shown = Visit(context, path)
    shown.begin().press("p")
    assert shown.heading() == HOSTILE
    assert shown.page.locator(".text").first.inner_text() == HOSTILE + HOSTILE
    assert shown.page.locator("[onerror], main style, main script").count() == 0
    assert [url for url in shown.requests if not url.startswith("data:")] == [path.as_uri()]
    assert shown.messages == []
    context.close()


def test_the_policy_stops_what_is_not_the_pages_own(visit) -> None:
    shown = visit()
    stopped = shown.page.evaluate(
        """async () => {
            const blocked = [];
            document.addEventListener("securitypolicyviolation", e => blocked.push(e.effectiveDirective));
            const script = document.createElement("script");
            script.textContent = "window.ran = true";
            document.body.append(script);
            document.body.setAttribute("onclick", "window.ran = true");
            document.body.click();
            try { await fetch("http://127.0.0.1:9/"); } catch {}
            const image = new Image();
            image.src = "http://127.0.0.1:9/x.png";
            await new Promise(ready => setTimeout(ready, 100));
            return [window.ran === undefined, [...new Set(blocked)].sort()];
        }"""
    )
    assert stopped == [True, ["connect-src", "img-src", "script-src-attr", "script-src-elem"]]


def test_the_focus_goes_where_the_reading_goes_on(visit) -> None:
    shown = visit().begin()
    assert shown.focused() == "The door"
    shown.press("Enter")
    assert shown.focused() == "What you can do"
    shown.press("1")
    assert shown.focused() == "What followed"
    shown.press("Enter")
    assert shown.focused() == "The desk"
    shown.press("p")
    assert shown.focused() == "What is record here"
    shown.press("Escape")
    assert shown.page.locator("dialog").count() == 0
    shown.press("f")
    assert shown.focused() == "Folder"
    shown.press("Escape")
    assert shown.focused() == "The desk"


def test_what_followed_is_still_there_after_a_look_into_folder_and_settings(visit) -> None:
    shown = visit().begin().press("Enter", "1")
    followed = shown.page.locator(".result").inner_text()
    for key in ("f", "e"):
        shown.press(key)
        assert shown.heading() != "The door"
        shown.press("Escape")
        assert shown.heading() == "The door"
        assert shown.page.locator(".result").inner_text() == followed
        assert shown.focused() == "What followed"
    shown.press("Enter")
    assert shown.heading() == "The desk"
    shown.press("f", "Escape")
    assert shown.heading() == "The desk"


def test_the_foot_stays_from_page_to_page_and_acts_for_the_page_that_is_shown(visit) -> None:
    claim = "Lists of books to be taken off the shelves went to libraries."
    shown = visit().begin()
    record = shown.page.locator('.tools [data-key="P"]')
    same = record.element_handle()
    record.click()
    assert claim in shown.page.locator("dialog").inner_text()
    shown.press("Escape", "1", "2")
    assert shown.heading() == "The desk"
    assert record.evaluate("(here, before) => here === before", same)
    record.click()
    assert claim not in shown.page.locator("dialog").inner_text()
    assert shown.page.title() == "The desk – The Reading Room"


def test_a_talk_stop_holds_the_choices_back_unless_it_is_switched_off(visit) -> None:
    shown = visit().begin()
    assert "Show him the list." not in shown.text()
    shown.press("2")
    assert shown.heading() == "The door"
    shown.press("Enter")
    assert "Show him the list." in shown.text()
    shown.settings({"talk": False, "notes": ["reading_room"]})
    shown.click("New game")
    assert "Show him the list." in shown.text()


def test_a_closed_choice_says_why_and_cannot_be_taken(visit) -> None:
    shown = visit().begin().press("Enter")
    assert "The line is dead after eight." in shown.text()
    assert shown.page.locator("button", has_text="Telephone the director").count() == 0


def test_papers_put_lamps_out_and_what_stays_is_named(visit) -> None:
    shown = visit().begin().press("Enter", "2")
    assert "2 of 3 hours left" in shown.text()
    shown.press("1")
    assert shown.heading() == "From the cloakroom"
    shown.press("Enter")
    assert "1 of 3 hours left" in shown.text()
    assert shown.page.locator(".lamp.lit").count() == 1
    shown.click("2")
    assert "A reader’s complaint." in shown.page.locator(".result .unread").inner_text()


def test_hard_passages_give_way_to_their_summary(visit) -> None:
    shown = visit().settings({"skip": True, "talk": False, "notes": ["reading_room"]})
    for _ in range(30):  # until chance has the car stop
        shown.click("New game").press("2", "3", "Enter")
        while shown.heading() == "The street":
            shown.press("Enter")
        if shown.heading() == "The landing":
            break
        shown.press("Escape").click("To the title")
    assert "Pavel is arrested in the night." in shown.text()
    assert "left out: an arrest" in shown.text()
    assert "Boots on the landing" not in shown.text()


def test_letters_and_digits_are_no_keys_in_a_field_or_when_switched_off(visit) -> None:
    shown = visit()
    shown.click("Codes and files")
    shown.page.locator("#code_in").press_sequentially("f1e")
    assert shown.heading() == "Codes and files"
    shown.settings({"letters": False, "talk": False, "notes": ["reading_room"]})
    shown.click("New game").press("1", "f", "e")
    assert shown.heading() == "The door"
    assert "What followed" not in shown.text()


def test_a_word_of_the_glossary_opens_and_gives_the_focus_back(visit) -> None:
    shown = visit().begin()
    term = shown.page.locator("a.term", has_text="special store")
    term.focus()
    shown.press("Enter")
    assert shown.page.locator("dialog h2").inner_text() == "special store"
    shown.press("Escape")
    assert shown.focused() == "special store"


def test_a_card_opened_from_a_card_gives_the_focus_back_to_the_page(visit) -> None:
    shown = visit(CAMPAIGN).begin().press("1", "Enter", "p")
    shown.page.locator("dialog a.term").first.click()
    assert shown.page.locator("dialog h2").inner_text() == "obkom"
    shown.press("Escape")
    assert shown.page.locator("dialog").count() == 0
    assert shown.focused() == "The long ring"


def test_where_nothing_can_be_gone_back_to_a_card_says_so(visit) -> None:
    shown = visit().begin().press("b")
    assert "There is no decision to go back to yet." in shown.page.locator("dialog").inner_text()
    shown.press("Escape")
    assert shown.focused() == "The door"


def test_going_back_says_what_it_drops(visit) -> None:
    shown = visit().begin().press("Enter", "2", "1", "Enter", "b")
    assert "You go back to “The desk”." in shown.page.locator("dialog").inner_text()
    shown.click("Go back")
    assert "2 of 3 hours left" in shown.text()
    shown.press("f", "5")
    shown.click("Back to decision 1, The door")
    assert "This drops the decision after it." not in shown.page.locator("dialog").inner_text()
    shown.click("Go back")
    assert shown.heading() == "The door"


def test_end_here_and_talk_leads_to_a_debrief_and_back(visit) -> None:
    shown = visit().begin().press("Enter", "1", "Enter", "e")
    assert shown.heading() == "You are no longer Anna Orlova."
    assert "The story stops here, at “The desk”." in shown.text()
    shown.press("2")
    assert "Show him the list." in shown.text()
    shown.press("Escape")
    assert shown.heading() == "The desk"


def test_the_way_to_a_fact_in_the_record_leads_the_focus_to_it_even_where_it_is_folded(visit) -> None:
    shown = visit().begin().press("Enter", "1", "Enter", "e", "2")
    shown.page.locator(".grounds button.link").first.click()
    assert shown.page.evaluate("document.activeElement.id").startswith("fact_")
    assert shown.page.evaluate("document.activeElement.classList.contains('met')")
    shown.press("8")
    shown.page.locator("#leaf_afterlife .grounds button.link").first.click()
    assert shown.page.evaluate("document.activeElement.checkVisibility()")
    assert shown.page.evaluate("document.activeElement.id").startswith("fact_")


def test_the_record_folds_what_was_not_met_and_the_sources(visit) -> None:
    shown = visit(CAMPAIGN).begin().press("1", "Enter", "e", "5")
    met, unmet = "article.recorded.met", "article.recorded:not(.met)"
    assert shown.page.locator(f"{met}:visible").count() == shown.page.locator(met).count() > 0
    assert shown.page.locator(f"{unmet}:visible").count() == 0 < shown.page.locator(unmet).count()
    assert shown.page.locator(".sources:visible").count() == 0
    shown.page.locator(f"{met} summary").first.click()
    assert shown.page.locator(".sources:visible").count() == 1
    shown.page.locator(".record_part > details > summary").first.click()
    assert shown.page.locator(f"{unmet}:visible").count() > 0


def test_the_sample_of_the_settings_is_for_the_eye_and_two_leaves_never_share_a_heading(visit) -> None:
    shown = visit(CAMPAIGN)
    shown.click("Settings")
    assert "blotter" in shown.text()
    assert "blotter" not in shown.page.locator("main").aria_snapshot()
    shown.press("Escape").begin().press("1", "Enter", "e", "7")
    headings = shown.page.locator("#leaf_questions h3").all_inner_texts()
    assert headings[-1] == "What this game makes simpler"
    assert len(set(headings)) == len(headings)


def test_the_picture_of_the_title_is_described_where_a_page_of_the_story_shows_it(visit) -> None:
    shown = visit(CAMPAIGN).begin().press("1", "Enter", "1")
    to_the_room = """() => {
        const key = Object.keys(localStorage).find(name => name.includes(".game."));
        const game = JSON.parse(localStorage[key]);
        Object.assign(game.save, {start: {scene: "third_pile", given: {}, lesson: ""}, steps: []});
        localStorage[key] = JSON.stringify(game);
    }"""
    shown.page.evaluate(to_the_room)
    shown.open()
    picture = shown.page.locator(".poster img")
    assert picture.get_attribute("alt") == ""
    address = picture.get_attribute("src")
    shown.press("1")
    assert picture.get_attribute("src") == address
    assert "table" in str(picture.get_attribute("alt"))


def test_a_page_that_stopped_goes_on_with_its_picture(visit) -> None:
    shown = visit().begin()
    shown.page.evaluate("window.dispatchEvent(new ErrorEvent('error', {message: 'made up'}))")
    assert "made up" in shown.text()
    shown.press("Escape").click("To the title")
    assert shown.page.locator(".poster img").count() == 1


def test_the_pointer_keeps_the_focus_on_the_button_that_moves_it(visit) -> None:
    shown = visit().settings({"projector": True, "talk": False, "notes": ["reading_room"]}).click("New game")
    shown.click("The next one")
    shown.page.get_by_role("button", name="The one before").focus()
    shown.press("Enter")
    assert "Choice 1 of" in shown.text()
    assert shown.focused() == "The one before"
