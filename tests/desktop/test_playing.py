"""From the title to the end, as somebody at the window goes through it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pygame
import pytest

from game import disk
from game.desktop.screens.scene import SceneScreen
from game.desktop.widgets.desk import letters
from game.disk import Settings
from game.story.model import Person, Photograph, Story
from game.story.playthrough import Start
from game.story.views import ChoiceView, RunView
from tests.desktop.pilot import Pilot

Piloted = Callable[..., Pilot]


def begun_at(pilot: Pilot, scene: str) -> Pilot:
    return pilot.shows(SceneScreen(pilot.sitting, pilot.sitting.begin(Start(scene))))


def test_before_the_story_is_open_only_settings_and_quit_can_be_taken() -> None:
    pilot = Pilot(None)
    assert pilot.targets == ["settings", "quit"]
    assert pilot.press("2").name == "TitleScreen"


def test_the_first_new_game_begins_with_the_content_note(story: Story) -> None:
    pilot = Pilot(story, settings=Settings()).press("2")
    assert pilot.name == "ContentNoteScreen"
    assert "This story speaks of a murder and of fear." in pilot.text
    pilot.click("skip").press("enter")
    assert pilot.name == "ContentNoteScreen", "the switch keeps the focus"
    pilot.click("begin")
    assert pilot.name == "SceneScreen"
    assert disk.load_settings().notes_read == ("small",)


def test_the_second_new_game_begins_at_once(pilot: Pilot) -> None:
    assert pilot.press("2").name == "SceneScreen"


def test_a_digit_chooses_and_what_followed_stands_on_the_same_page(pilot: Pilot) -> None:
    pilot.press("2")
    assert "Take it, and write: few mistakes." in pilot.text
    pilot.press("1")
    assert "The essay" in pilot.text
    assert "You write it small, above the line." in pilot.text
    pilot.press("enter")
    assert "The tray" in pilot.text


def test_a_closed_choice_says_why_and_cannot_be_taken(pilot: Pilot) -> None:
    pilot.press("2")
    assert "He has not been back since the plenum." in pilot.text
    assert "choice:call" not in pilot.targets


def test_a_number_that_no_open_way_has_says_which_are_closed_and_why(pilot: Pilot) -> None:
    pilot.press("2", "3")
    assert pilot.name == "NoticeCard"
    assert "Closed now" in pilot.text
    assert "He has not been back since the plenum." in pilot.text
    assert "The essay" in pilot.press("esc").text
    assert pilot.press("9").name == "SceneScreen", "there are not so many ways"


def test_the_number_of_a_closed_entry_of_the_title_says_why(pilot: Pilot) -> None:
    pilot.press("1")
    assert pilot.name == "NoticeCard"
    assert "No game has been begun on this machine." in pilot.text
    assert pilot.press("esc").name == "TitleScreen"


def test_the_mouse_alone_plays(pilot: Pilot) -> None:
    pilot.click("new").click("choice:mend").click("continue")
    assert "The tray" in pilot.text
    pilot.click("choice:tray/letter_green")
    assert "He teaches history and is a priest's son." in pilot.text
    pilot.click("say:pause").click("leave")
    assert "He teaches history" in pilot.text


def test_letters_lie_on_the_desk_and_hours_go_out(pilot: Pilot) -> None:
    begun_at(pilot, "desk")
    assert "2 of 4 hours left" in pilot.text
    assert pilot.targets == ["choice:tray/letter_green", "choice:tray/letter_seed", "choice:home"]
    pilot.press("1", "1")
    assert "1 of 4 hours left" in pilot.text
    assert pilot.targets == ["choice:tray/letter_seed", "choice:home"]


@pytest.mark.parametrize("size", [(1280, 720), (1366, 768), (1920, 1080)])
def test_eight_papers_and_the_way_out_are_in_sight_together(piloted: Piloted, size: tuple[int, int]) -> None:
    kit = piloted(size).stage.kit
    offer = ((RunView("A laundress of Astrakhan, to Gorelov."),),)
    lying = [ChoiceView(str(number), number, "letter", offer, True) for number in range(1, 9)]
    assert letters(kit, lying, round(0.55 * kit.width)).height < 0.56 * kit.height


def test_papers_left_unread_are_named_after_the_desk(pilot: Pilot) -> None:
    begun_at(pilot, "desk").press("3")
    assert "Papers left unread" in pilot.text
    assert "Polunin, agronomist. Urgent." in pilot.text


def test_the_choices_open_when_the_class_has_talked(pilot: Pilot) -> None:
    begun_at(pilot, "hall")
    assert "What did those who left the two chairs know, want and fear?" in pilot.text
    assert "choice:read" not in pilot.targets
    assert "The bag" not in pilot.press("end", "1").text
    pilot.click("talked")
    assert "choice:read" in pilot.targets


def test_without_talk_stops_the_choices_are_open_at_once(piloted: Piloted) -> None:
    pilot = begun_at(piloted(talk_stops=False), "hall")
    assert "choice:read" in pilot.targets


def test_hard_passages_are_given_in_short(piloted: Piloted) -> None:
    pilot = begun_at(piloted(skip_hard_passages=True), "hall")
    assert "In short (threat)" in pilot.text
    assert "A closed letter is read out, and names are asked for." in pilot.text
    assert "the evening of the fifth" not in pilot.text


def test_chance_draws_and_the_debrief_calls_it_chance(pilot: Pilot) -> None:
    begun_at(pilot, "draw").press("enter")
    assert "The end of December" in pilot.text
    assert "The list goes to Moscow." in pilot.text
    pilot.click("debrief").press("1").click("decision:1")
    assert pilot.name == "DebriefScreen"
    assert "Chance decided this, not you." in pilot.text


def test_b_goes_back_one_decision(pilot: Pilot) -> None:
    pilot.press("2", "1", "enter")
    assert "The tray" in pilot.text
    assert "Take it, and write" in pilot.press("b").text


def test_b_takes_a_choice_back_while_its_result_is_read(pilot: Pilot) -> None:
    assert "Give the pencil to Nadya." in pilot.press("2", "1", "b").text


def test_the_history_goes_back_to_any_earlier_decision(pilot: Pilot) -> None:
    pilot.press("2", "2", "1", "1", "f", "5")
    assert "Back to this decision" in pilot.text
    pilot.click("moment:0").click("do")
    assert pilot.name == "SceneScreen"
    assert "Take it, and write: few mistakes." in pilot.text


def test_the_history_tells_nothing_of_a_page_that_has_not_been_read(pilot: Pilot) -> None:
    pilot.press("2", "1", "f", "5")
    assert "Take it, and write: few mistakes." in pilot.text
    assert "The tray" not in pilot.text
    assert "The tray" in pilot.press("esc", "enter", "f", "5").text


def test_end_here_and_talk_reaches_a_debrief_and_comes_back(pilot: Pilot) -> None:
    pilot.press("2", "1", "enter", "e")
    assert "You are no longer Andrei Pavlovich Sorokin." in pilot.text
    pilot.press("1").click("decision:1")
    assert "You mended a sentence." in pilot.text
    assert "Give the pencil to Nadya." in pilot.text
    pilot.press("3")
    assert "Kirov was shot on 1 December 1934." in pilot.text
    assert "The tray" in pilot.press("esc").text


def test_an_ending_offers_the_debrief_a_decision_and_another_road(pilot: Pilot) -> None:
    begun_at(pilot, "end")
    assert pilot.targets == ["debrief", "history", "again"]
    assert pilot.press("2").name == "FolderScreen"


def test_the_photograph_loses_who_was_arrested(pilot: Pilot) -> None:
    pilot.press("2", "1", "f", "4")
    assert "No longer in the picture: Lev Markovich Feldman." in pilot.text


def test_the_photograph_of_other_people_is_not_the_campaign_s_presidium(story: Story) -> None:
    def drawn(people: tuple[str, ...]) -> pygame.Surface:
        photograph = Photograph("The presidium", people, "arrested")
        met = {**story.people, "nadya": Person("nadya", "Nadya Sorokina")}
        pilot = Pilot(replace(story, photograph=photograph, people=met)).press("2", "1", "f", "4")
        (print_,) = [piece for piece, _ in pilot.page.flow if piece.name == "photograph"]
        picture = pygame.Surface((print_.width, print_.height))
        print_.paint(picture, 0, 0, "")
        return picture

    def at_the_empty_chair(picture: pygame.Surface) -> tuple[int, ...]:
        return tuple(picture.get_at((picture.width * 823 // 900, picture.height * 214 // 600))[:3])

    assert at_the_empty_chair(drawn(("feldman", "sorokin"))) == (58, 51, 42)
    assert at_the_empty_chair(drawn(("feldman", "sorokin", "nadya"))) != (58, 51, 42)


def test_the_debrief_is_saved_as_a_page_and_can_be_opened(pilot: Pilot) -> None:
    pilot.press("2", "1", "e", "s")
    view, path = pilot.exported[0]
    assert view.title == "The Small Chair"
    assert path.suffix == ".html"
    assert str(path) in pilot.text.replace("\n", "")
    pilot.click("open")
    assert pilot.browsed == [path.as_uri()]


def test_a_source_with_an_address_is_shown_and_opens_in_the_browser(pilot: Pilot) -> None:
    pilot.press("2", "p")
    assert "https://example.org/kirov" in pilot.text
    pilot.press("tab", "enter")
    assert pilot.browsed == ["https://example.org/kirov"]


def test_the_card_of_provenance_closes_with_the_key_that_opened_it(pilot: Pilot) -> None:
    begun_at(pilot, "letter_green").press("p")
    assert "Such letters are kept in the party archive." in pilot.text
    assert pilot.press("p").name == "SceneScreen"


def test_a_word_of_the_glossary_opens_with_g_and_enter_or_a_click(pilot: Pilot) -> None:
    pilot.press("2", "g", "enter")
    assert "Party members outvoted in 1923." in pilot.text
    assert "оппозиция" in pilot.text
    pilot.press("enter")
    assert pilot.name == "SceneScreen"
    term = next(target for target in pilot.targets if target.startswith("term:"))
    assert "Party members outvoted in 1923." in pilot.click(term).text


def test_help_names_the_keys_of_the_screen_and_closes_again(pilot: Pilot) -> None:
    assert "end here and talk" in pilot.press("2", "f1").text
    assert pilot.press("f1").name == "SceneScreen"


def test_esc_never_leaves_the_title(pilot: Pilot) -> None:
    assert pilot.press("esc", "esc").name == "TitleScreen"


def test_quit_closes_the_window(pilot: Pilot) -> None:
    assert pilot.click("quit").stage.is_over
