"""Everything a page shows is said, in order; a story can be played by what is heard alone."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pygame
import pytest

from game.authoring.compiler import compile_pack
from game.desktop.actions import Close, Press
from game.desktop.narrator import Narrator
from game.desktop.screens.answer import AnswerCard
from game.desktop.screens.scene import SceneScreen
from game.desktop.screens.settings import SettingsScreen
from game.disk import Settings
from game.story.model import Story
from game.story.playthrough import Start
from tests.desktop.pilot import Pilot

ROOT = Path(__file__).parents[2]
VOICE_KEYS = "F3 voice waits; F4 again"


@pytest.fixture
def listener(story: Story) -> Pilot:
    """A player for whom everything is read aloud, before the first page of the story."""
    return Pilot(story, settings=Settings(notes_read=("small",), reading_aloud=True))


def heard(pilot: Pilot) -> list[str]:
    """What has been said since this was asked last."""
    lines = pilot.heard.copy()
    pilot.heard.clear()
    return lines


def test_a_scene_is_said_in_order(listener: Pilot) -> None:
    listener.press("2")
    assert heard(listener) == [
        "The essay",
        "1 December 1934 · the flat, night",
        "This page is invented.",
        "P tells what is record here.",
        "Here: Lev Markovich Feldman, Editor.",
        "Lev sits in your kitchen. He was a member of the opposition for a week in 1923.",
        "Lev Markovich Feldman, Editor: Write: so that there are few mistakes.",
        "1: Take it, and write: few mistakes.",
        "2: Give the pencil to Nadya.",
        "Closed: Telephone Gorelov first. He has not been back since the plenum.",
        "Keys: 1–2 choose.",
        f"More keys: {VOICE_KEYS}; Esc menu; F folder; B back; W who; G word; E end here and talk; F1 keys.",
    ]


def test_a_result_is_said_without_the_page_that_led_to_it(listener: Pilot) -> None:
    listener.press("2")
    heard(listener)
    listener.press("1")
    assert heard(listener) == [
        "Chosen: Take it, and write: few mistakes.",
        "You write it small, above the line.",
        "Go on: button",
        "Keys: Enter go on.",
        f"More keys: {VOICE_KEYS}; Esc menu; F folder; B back; W who; E end here and talk; F1 keys.",
    ]


def test_a_desk_is_said_with_its_hours_and_its_papers(listener: Pilot) -> None:
    listener.press("2", "2")
    lines = heard(listener)
    assert lines[lines.index("2 of 4 hours left. Each paper takes an hour.") :][:5] == [
        "2 of 4 hours left. Each paper takes an hour.",
        "1: a paper. A letter in green ink, unsigned.",
        "2: a paper. Polunin, agronomist. Urgent.",
        "3: Put out the lamp and go home.",
        "Keys: 1–3 choose.",
    ]


def test_what_was_explained_once_is_not_explained_on_every_page(listener: Pilot) -> None:
    listener.press("2")
    heard(listener)
    listener.press("2")
    lines = heard(listener)
    assert lines[0] == "The tray"
    assert "This page is composite." in lines
    assert "P tells what is record here." not in lines
    assert "P tells what is record here." in listener.press("f4").heard


def test_a_paper_is_said_with_its_kind_and_its_title(listener: Pilot) -> None:
    listener.shows(SceneScreen(listener.sitting, listener.sitting.begin(Start("letter_seed"))))
    listener.narrator.look(listener.stage)
    assert heard(listener)[4:7] == [
        "Letter. To the committee. composite.",
        "Seed is short, as in that winter.",
        "Here the paper ends.",
    ]


def test_a_stop_to_talk_is_said_and_then_the_choices(listener: Pilot) -> None:
    listener.shows(SceneScreen(listener.sitting, listener.sitting.begin(Start("hall"))))
    listener.narrator.look(listener.stage)
    lines = heard(listener)
    assert lines[lines.index("Talk first") + 1 :][:3] == [
        "What did those who left the two chairs know, want and fear?",
        "We have talked: button",
        "These stops can be switched off in the settings (Esc).",
    ]
    listener.press("end", "enter")
    assert heard(listener)[:2] == ["1: Read it to the hall.", "2: Wait until somebody asks."]


def test_the_picture_of_the_place_is_described(story: Story) -> None:
    pictures = {"apartment_night": (story.scenes["draw"].passages[0].text[0],)}
    pilot = Pilot(
        replace(story, pictures=pictures), settings=Settings(notes_read=("small",), reading_aloud=True)
    )
    pilot.press("2")
    assert "The place: The bag for Moscow goes at four." in pilot.heard


def test_the_focus_is_said_wherever_it_goes(listener: Pilot) -> None:
    listener.press("2")
    heard(listener)
    listener.press("down", "down", "g")
    assert heard(listener) == [
        "1: Take it, and write: few mistakes.",
        "2: Give the pencil to Nadya.",
        "opposition: a word of the glossary",
    ]


def test_under_a_card_the_page_is_not_said_again(listener: Pilot) -> None:
    listener.press("2", "g", "enter")
    assert "Party members outvoted in 1923." in heard(listener)
    listener.press("esc")
    assert heard(listener) == ["Back on: The essay", "opposition: a word of the glossary"]


def test_a_setting_is_said_with_its_value_when_it_changes(listener: Pilot) -> None:
    listener.shows(SettingsScreen(listener.sitting))
    listener.narrator.look(listener.stage)
    assert "Text size: 100 %." in heard(listener)
    listener.press("right", "down")
    assert heard(listener) == ["Text size: 115 %.", "Typeface: Serif."]


def test_what_is_typed_is_said(listener: Pilot) -> None:
    listener.press("2", "2", "esc", "6").click("keep")
    heard(listener)
    listener.type("ab")
    assert heard(listener) == ["Its name. Field: a.", "b"]
    listener.event(pygame.TEXTINPUT, text=" ")
    listener.type("C?").press("backspace")
    assert heard(listener) == ["ab", "capital c", "question mark", "erased: question mark"]
    listener.paste("lass")
    assert heard(listener) == ["Its name. Field: ab Class."]


def test_the_keyboard_on_the_screen_is_heard_key_by_key(listener: Pilot) -> None:
    listener.press("2", "2", "esc", "6").click("keep").click("letters")
    assert heard(listener)[-1] == "Enter takes: q"
    listener.press("right", "enter").click("page:accents").click("shift").click("sign:Á")
    assert heard(listener) == [
        "w",
        "Its name. Field: w.",
        "Letters with accents, in rows as on a keyboard. Arrows go from key to key, Enter presses one.",
        "letters with accents",
        "Letters with accents, a capital next, in rows as on a keyboard. Arrows go from key to key, "
        "Enter presses one.",
        "capital, for the next letter",
        "capital á",
    ]


def test_f2_switches_the_voice_on_and_off_on_any_page(pilot: Pilot) -> None:
    pilot.press("2", "f2")
    assert heard(pilot)[:2] == ["Reading aloud is on.", "The essay"]
    assert pilot.sitting.settings.reading_aloud
    pilot.press("f2", "down")
    assert heard(pilot) == ["Reading aloud is off."]
    assert not pilot.sitting.settings.reading_aloud


class SlowVoice:
    """Says a line until it is told that the line is over."""

    has_failed = False

    def __init__(self) -> None:
        self.said: list[tuple[str, int]] = []
        self.now = ""

    def say(self, line: str, rate: int) -> None:
        self.now = line
        self.said.append((line, rate))

    def stop(self) -> None:
        self.now = ""

    def is_busy(self) -> bool:
        return bool(self.now)


@pytest.fixture
def slow(listener: Pilot) -> SlowVoice:
    voice = SlowVoice()
    listener.narrator = Narrator(lambda: voice)
    listener.press("2")
    return voice


def go_on(pilot: Pilot, voice: SlowVoice) -> str:
    """Let the line end, and return the next one."""
    voice.now = ""
    pilot.narrator.look(pilot.stage)
    return voice.now


def test_a_line_is_said_after_the_other(listener: Pilot, slow: SlowVoice) -> None:
    assert slow.now == "The essay"
    listener.narrator.look(listener.stage)
    assert slow.now == "The essay"
    assert go_on(listener, slow) == "1 December 1934 · the flat, night"


def test_the_voice_waits_and_takes_the_broken_line_up_again(listener: Pilot, slow: SlowVoice) -> None:
    go_on(listener, slow)
    assert listener.press("f3") and slow.now == ""
    assert go_on(listener, slow) == ""
    listener.press("f3")
    assert slow.now == "1 December 1934 · the flat, night"


def test_a_line_can_be_heard_again_and_one_be_left_out(listener: Pilot, slow: SlowVoice) -> None:
    listener.press("f6")
    assert slow.now == "1 December 1934 · the flat, night"
    listener.press("f6", "f5")
    assert slow.now == "1 December 1934 · the flat, night"
    listener.press("f4")
    assert slow.now == "The essay"


def test_another_page_breaks_off_what_is_being_said(listener: Pilot, slow: SlowVoice) -> None:
    listener.press("1")
    assert slow.now == "Chosen: Take it, and write: few mistakes."


def test_the_voice_can_be_slower_and_faster_and_that_is_kept(listener: Pilot, slow: SlowVoice) -> None:
    listener.press("f8", "f8", "f7")
    assert slow.said[-1] == ("Speed of the voice: 115 per cent.", 115)
    assert listener.sitting.settings.speech_rate == 115


def test_the_voice_can_be_worked_with_a_mouse(listener: Pilot, slow: SlowVoice) -> None:
    listener.click("say:voice_pause")
    assert slow.now == ""
    listener.click("say:voice_again")
    assert slow.now == "The essay"


def test_the_voice_can_be_worked_with_a_controller(listener: Pilot, slow: SlowVoice) -> None:
    listener.button(pygame.CONTROLLER_BUTTON_LEFTSTICK)
    assert slow.now == ""
    listener.button(pygame.CONTROLLER_BUTTON_RIGHTSTICK)
    assert slow.now == "The essay"


def test_a_machine_without_a_voice_says_so_on_a_page(listener: Pilot) -> None:
    class NoVoice(SlowVoice):
        has_failed = True

    listener.narrator = Narrator(NoVoice)
    listener.press("2")
    assert "No voice was found" in listener.text
    assert not listener.sitting.settings.reading_aloud


def test_a_whole_story_can_be_played_by_what_is_heard_alone(listener: Pilot) -> None:
    """The player knows nothing but the lines that were said, and presses only what they name."""
    listener.press("2")
    pages = []
    for _ in range(40):
        lines = heard(listener)
        pages.append(lines[0])
        if any(line.startswith("The end.") for line in lines):
            break
        listener.press(pressed_by(lines))
    assert pages[0] == "The essay"
    assert "The list goes to Moscow." in lines
    assert "1: Talk about it: the debrief." in lines


@pytest.mark.parametrize(
    "pack", ["tests/packs/reading_room", pytest.param("scenes/third_chair", marks=pytest.mark.long)]
)
def test_a_pack_can_be_played_to_an_ending_by_what_is_heard_alone(pack: str) -> None:
    story = compile_pack(ROOT / pack).story
    assert story is not None
    listener = Pilot(story, settings=Settings(notes_read=(story.played_as,), reading_aloud=True))
    listener.click("new")
    for _ in range(2000):
        lines = heard(listener)
        if any(line.endswith(": Talk about it: the debrief.") for line in lines):
            return
        assert lines, "nothing was said"
        listener.press(pressed_by(lines))
    raise AssertionError("no ending was reached")


def pressed_by(lines: list[str]) -> str:
    """The key that somebody presses who has heard these lines."""
    if any(line.startswith(("Enter takes: ", "Keys: Enter ")) for line in lines):
        return "enter"
    return [found[1] for line in lines if (found := re.match(r"(\d): ", line))][-1]


def test_whoever_listens_takes_a_choice_by_its_number_wherever_the_page_stands(listener: Pilot) -> None:
    listener.resize(640, 480).press("2", "home")
    assert not listener.screen.sees("choice:leave", listener.page)
    heard(listener)
    listener.press("2")
    assert heard(listener)[0] == "The tray"


def test_a_press_that_comes_after_the_window_was_closed_asks_nothing(listener: Pilot) -> None:
    listener.stage.act(Close())
    assert not listener.narrator.answers(Press(30, 40), listener.stage)


@pytest.mark.parametrize("scene", ["flat", "desk", "letter_seed", "hall", "draw", "end"])
def test_every_word_of_a_page_is_said(listener: Pilot, scene: str) -> None:
    listener.sitting.change(talk_stops=False)
    listener.shows(SceneScreen(listener.sitting, listener.sitting.begin(Start(scene))))
    listener.narrator.look(listener.stage)
    said = " ".join(listener.heard)
    for piece, _ in listener.page.flow:
        for word in piece.words.split():
            assert word in said or word.capitalize() in said.title(), word


def test_a_leaf_is_said_without_all_the_others(listener: Pilot) -> None:
    listener.press("2", "1", "e")
    told = "The leaves: 1 Decisions; 2 People;"
    assert any(line.startswith(told) for line in heard(listener))
    listener.press("right")
    first = heard(listener)[1]
    listener.press("right")
    assert (first, heard(listener)[1]) == ("Leaf 1: Decisions.", "Leaf 2: People.")


def test_a_field_is_said_with_its_label_once_and_enter_is_not_said_to_take_it(listener: Pilot) -> None:
    listener.shows(AnswerCard(listener.sitting.shown(()), "", lambda text: None))
    listener.narrator.look(listener.stage)
    assert heard(listener)[-5:] == [
        "Your answer. Field: empty.",
        "On-screen keyboard: button",
        "Keep it: button",
        "Keys: A–Z type.",
        f"More keys: {VOICE_KEYS}; Enter keep it; Esc back.",
    ]


def test_all_leaves_of_folder_and_debrief_are_said(listener: Pilot) -> None:
    listener.press("2", "1", "f")
    for leaf, line in (("1", "He prints."), ("5", "Chosen"), ("4", "The presidium")):
        heard(listener)
        listener.press(leaf)
        assert line in heard(listener), line
    listener.press("esc", "e")
    assert any("no longer" in line for line in heard(listener))
