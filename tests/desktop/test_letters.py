"""The keyboard on the screen: every field is filled by mouse, by finger or by controller alone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pygame
import pytest

from game.authoring.compiler import compile_pack
from game.desktop.bench import Library
from game.desktop.screens.answer import AnswerCard
from game.desktop.screens.class_codes import ClassCodesScreen
from game.desktop.screens.enter_code import EnterCodeScreen
from game.desktop.screens.new_pack import NewPackScreen
from game.desktop.screens.page_screen import PageScreen
from game.desktop.screens.saves_page import NameScreen, SavesScreen
from game.desktop.widgets.field import FIELD
from game.disk import Settings
from game.story.model import Story
from tests.desktop.pilot import Pilot
from tests.desktop.test_codes import code
from tests.desktop.test_every_input import PLAYERS as ALL_PLAYERS
from tests.desktop.test_every_input import centre, way_on
from tests.desktop.test_nothing_is_cut import hold_to_the_laws

Piloted = Callable[..., Pilot]
WITHOUT_KEYS = ("mouse", "finger", "controller")


def answer_card(pilot: Pilot, kept: list[str]) -> PageScreen:
    return AnswerCard(pilot.sitting.shown(()), "", kept.append)


def name_screen(pilot: Pilot) -> PageScreen:
    play = pilot.sitting.begin()
    return NameScreen(pilot.sitting, play, SavesScreen(pilot.sitting, play))


def new_pack(pilot: Pilot) -> PageScreen:
    nothing = Library(lambda: (), lambda found: None, Path, lambda path: ())  # type: ignore[arg-type, return-value]
    return NewPackScreen(pilot.sitting, nothing, lambda path: None)  # type: ignore[arg-type, return-value]


def steered(pilot: Pilot, target: str) -> None:
    """Go to a key with the cross, as somebody does who sees where it stands, and press A."""
    for _ in range(30):
        boxes = {found.id: found.box for found, _ in pilot.page.targets}
        here, there = boxes[pilot.screen.focus], boxes[target]
        if pilot.screen.focus == target:
            pilot.button(pygame.CONTROLLER_BUTTON_A)
            return
        if there.bottom <= here.top or there.top >= here.bottom:
            way = "DOWN" if there.top > here.top else "UP"
        else:
            way = "RIGHT" if there.left > here.left else "LEFT"
        pilot.button(getattr(pygame, f"CONTROLLER_BUTTON_DPAD_{way}"))
    raise AssertionError(f"the cross does not lead to {target}")


PLAYERS = {**ALL_PLAYERS, "controller": steered}


def write(pilot: Pilot, kind: str, targets: list[str]) -> None:
    """Open the keys from the field, press them one after the other, and have done."""
    take = PLAYERS[kind]
    take(pilot, FIELD if kind in {"controller", "finger"} else "letters")
    assert pilot.name == "LettersCard"
    for target in targets:
        take(pilot, target)
    take(pilot, "done")


def signs(text: str) -> list[str]:
    return ["space" if sign == " " else f"sign:{sign}" for sign in text]


@pytest.mark.parametrize("kind", WITHOUT_KEYS)
def test_an_answer_is_written_and_kept(pilot: Pilot, kind: str) -> None:
    kept: list[str] = []
    pilot.shows(answer_card(pilot, kept))
    accented = ["page:accents", "sign:é", "page:cyrillic", "sign:ж", "page:signs", "sign:?"]
    write(pilot, kind, ["shift", "sign:I", *signs(" am"), *accented, "erase"])
    PLAYERS[kind](pilot, "keep")
    assert kept == ["I améж"]
    assert pilot.name == "TitleScreen"


@pytest.mark.parametrize("kind", WITHOUT_KEYS)
def test_a_save_is_named(pilot: Pilot, kind: str, home: Path) -> None:
    pilot.shows(name_screen(pilot))
    write(pilot, kind, signs("ann 2"))
    PLAYERS[kind](pilot, "make")
    assert any('"name": "ann 2"' in save.read_text() for save in home.rglob("*.json"))


@pytest.mark.parametrize("kind", WITHOUT_KEYS)
def test_a_code_is_entered_from_its_own_signs_alone(pilot: Pilot, story: Story, kind: str) -> None:
    pilot.shows(EnterCodeScreen(pilot.sitting))
    PLAYERS[kind](pilot, FIELD if kind == "controller" else "letters")
    assert [t for t in pilot.targets if t.startswith("sign:")] == [
        f"sign:{sign}" for sign in "0123456789ABCDEFGHJKMNPQRTVWXYZ"
    ]
    assert "shift" not in pilot.targets
    PLAYERS[kind](pilot, "done")
    write(pilot, kind, signs(code(story, 0).replace("-", "")))
    assert pilot.screen.focus == "go"
    PLAYERS[kind](pilot, "go")
    assert pilot.name == "SceneScreen"


@pytest.mark.parametrize("kind", WITHOUT_KEYS)
def test_a_teacher_takes_codes_in_one_at_a_time(pilot: Pilot, story: Story, kind: str) -> None:
    pilot.shows(ClassCodesScreen(pilot.sitting))
    write(pilot, kind, signs(code(story, 0, 0).replace("-", "")))
    PLAYERS[kind](pilot, "add")
    assert "1 code so far." in pilot.text


@pytest.mark.parametrize("kind", WITHOUT_KEYS)
def test_a_pack_is_named_with_the_signs_of_an_id(pilot: Pilot, kind: str) -> None:
    pilot.shows(new_pack(pilot))
    write(pilot, kind, signs("class_9b"))
    assert pilot.screen.field is not None
    assert pilot.screen.field.text == "class_9b"


def test_a_click_in_a_field_goes_there_and_takes_nothing_in(pilot: Pilot) -> None:
    kept: list[str] = []
    pilot.shows(answer_card(pilot, kept)).type("Half a sent").click(FIELD)
    assert pilot.name == "AnswerCard"
    assert kept == []
    pilot.type("ence").press("enter")
    assert kept == ["Half a sentence"]


def test_a_capital_holds_for_one_letter_and_the_focus_stays_on_its_key(pilot: Pilot) -> None:
    pilot.shows(name_screen(pilot)).click("letters").click("shift").click("sign:O")
    assert pilot.screen.focus == "sign:o"
    pilot.click("sign:k")
    assert pilot.screen.field is not None
    assert pilot.screen.field.text == "Ok"


def test_the_cursor_is_moved_without_a_keyboard(pilot: Pilot) -> None:
    pilot.shows(answer_card(pilot, [])).type("not").click("letters")
    pilot.click("left").click("left").click("sign:i").click("right").click("erase")
    assert pilot.screen.field is not None
    assert (pilot.screen.field.text, pilot.screen.field.cursor) == ("nit", 2)


def test_x_erases_and_y_is_a_space_on_a_controller(pilot: Pilot) -> None:
    pilot.shows(answer_card(pilot, [])).click("letters").click("sign:a").click("sign:b")
    pilot.button(pygame.CONTROLLER_BUTTON_X).button(pygame.CONTROLLER_BUTTON_Y).click("sign:c")
    assert pilot.screen.field is not None
    assert pilot.screen.field.text == "a c"
    pilot.button(pygame.CONTROLLER_BUTTON_B)
    assert pilot.name == "AnswerCard"
    assert pilot.screen.focus == "keep"


def test_whoever_has_a_keyboard_after_all_types_and_enter_has_done(pilot: Pilot) -> None:
    pilot.shows(answer_card(pilot, [])).click("letters").type("So it was.")
    assert pilot.screen.field is not None
    assert pilot.screen.field.text == "So it was."
    assert pilot.press("enter").name == "AnswerCard"


@pytest.mark.parametrize("kind", ["finger", "controller"])
def test_the_field_over_the_keys_opens_no_other_keys(pilot: Pilot, kind: str) -> None:
    pilot.shows(EnterCodeScreen(pilot.sitting)).click("letters")
    PLAYERS[kind](pilot, FIELD)
    assert [type(screen).__name__ for screen in pilot.stage.stack][1:] in (
        ["EnterCodeScreen"],
        ["EnterCodeScreen", "LettersCard"],
    )


def test_a_sign_without_a_capital_is_written_as_it_is(pilot: Pilot) -> None:
    pilot.shows(name_screen(pilot)).click("letters").click("page:accents").click("shift").click("sign:ß")
    assert pilot.screen.field is not None
    assert pilot.screen.field.text == "ß"


@pytest.mark.parametrize("size", [(320, 240), (640, 480), (800, 600), (1366, 768), (3840, 2160)])
@pytest.mark.parametrize("text_size", [80, 200])
def test_the_keys_are_whole_at_every_size(piloted: Piloted, size: tuple[int, int], text_size: int) -> None:
    pilot = piloted(size, text_size=text_size)
    for screen in (name_screen(pilot), EnterCodeScreen(pilot.sitting)):
        pilot.stage.stack = (pilot.stage.stack[0], screen)
        pilot.click("letters")
        for page in ("letters", "accents", "cyrillic", "signs"):
            if f"page:{page}" in pilot.targets:
                pilot.click(f"page:{page}")
                hold_to_the_laws(pilot.click("shift"))
                pilot.click("shift")
            hold_to_the_laws(pilot)


def test_in_a_school_window_all_keys_stand_in_sight(piloted: Piloted) -> None:
    pilot = piloted((800, 600)).shows(answer_card(piloted(), []))
    pilot.shows(answer_card(pilot, [])).click("letters")
    assert all(centre(pilot, target) for target in pilot.targets)


@pytest.mark.long
@pytest.mark.parametrize("kind", ALL_PLAYERS)
def test_a_lesson_of_the_campaign_is_played_and_answered(kind: str) -> None:
    """From the title to an answer in the debrief with one kind of input: a small window, large text."""
    story = compile_pack(Path(__file__).parents[2] / "scenes/third_chair").story
    assert story is not None
    take = ALL_PLAYERS[kind]
    pilot = Pilot(story, (800, 600), Settings(text_size=150))
    take(pilot, "starts")
    take(pilot, "begin:0")
    take(pilot, "begin")
    for _ in range(250):
        if pilot.name == "DebriefScreen":
            break
        take(pilot, "go" if "go" in pilot.targets else way_on(pilot))
    take(pilot, "leaf:decisions")
    while pilot.screen.leaf != "questions":  # type: ignore[attr-defined]
        if kind in {"keyboard", "controller"}:
            pilot.press("right") if kind == "keyboard" else pilot.button(pygame.CONTROLLER_BUTTON_DPAD_RIGHT)
        else:
            take(pilot, "leaf:questions")
    question = next(target for target in pilot.targets if target.startswith("answer:"))
    take(pilot, question)
    if kind == "keyboard":
        pilot.type("No.").press("enter")
    else:
        write(pilot, kind, ["shift", "sign:N", *signs("o.")])
        PLAYERS[kind](pilot, "keep")
    answers = pilot.screen.play.playthrough.answers  # type: ignore[attr-defined]
    assert answers == {question.removeprefix("answer:"): "No."}
