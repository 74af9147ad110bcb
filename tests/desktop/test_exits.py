"""The ways out of a scene as an author sees them."""

from __future__ import annotations

import pytest

from game.desktop.exits import Exit, exits
from game.explore.wording import condition_words
from game.story.conditions import Compare, Constant, IsTrue, Read, Seen
from game.story.model import Chapter, Choices, DeckOffer, DeckPlace, Next, Passage, Scene, Story, Way
from game.story.playthrough import Playthrough, Start
from game.story.variables import Variable
from tests.desktop.small_story import prose, small_story

COAL = Variable("coal", "number", 0, 1, 0, 9)
FRIEND = Variable("friend", "fate", 1, 0, 0, 1, ("free", "arrested"), ("Free", "Arrested"))
WARNED = Variable("warned", "flag", 2)


def scene(id: str, leave: Choices | Next, waits_in: DeckPlace | None = None) -> Scene:
    return Scene(id, id, "one", "invented", (Passage("text", prose("x")),), leave, waits_in=waits_in)


@pytest.fixture
def story() -> Story:
    back = Choices((Way("file", "return", prose("x")),))
    gone = Compare(">=", Read(FRIEND), Constant(1))
    scenes = [
        scene("desk", Choices((DeckOffer("tray", limit=1), Way("home", "road", prose("x"))))),
        scene("first", back, DeckPlace("tray", priority=2)),
        scene("second", back, DeckPlace("tray", priority=1)),
        scene("third", back, DeckPlace("tray", condition=gone)),
        scene(
            "road",
            Next((Way("", "first", condition=IsTrue(WARNED)), Way("", "desk"), Way("late", "desk"))),
        ),
        scene("shut", Choices((Way("go", "desk", prose("x"), condition=Seen("road"), locked=prose("No.")),))),
    ]
    return Story(
        id="exits",
        title="Exits",
        version="1",
        start="desk",
        chapters=(Chapter("one", "One", "01", "desk"),),
        variables=(COAL, FRIEND, WARNED),
        scenes={scene.id: scene for scene in scenes},
    )


def at(story: Story, id: str) -> tuple[Exit, ...]:
    return exits(Playthrough.begin(story, Start(id)), condition_words)


def test_a_letter_that_does_not_lie_there_says_why(story: Story) -> None:
    assert at(story, "desk") == (
        Exit("tray/first", "first", True),
        Exit("tray/second", "second", False, "waits, the desk holds 1"),
        Exit("tray/third", "third", False, "needs friend >= arrested (friend is free)"),
        Exit("home", "road", True),
    )


def test_a_letter_that_was_read_says_so(story: Story) -> None:
    after = Playthrough.begin(story).choose("tray/first").choose("file")
    assert exits(after, condition_words)[:2] == (
        Exit("tray/first", "first", False, "read already"),
        Exit("tray/second", "second", True),
    )


def test_of_several_next_the_first_that_holds_is_taken(story: Story) -> None:
    assert at(story, "road") == (
        Exit("next", "first", False, "needs warned (warned is false)"),
        Exit("next", "desk", True, "Continue goes here"),
        Exit("late", "desk", False, "an earlier entry holds"),
    )


def test_a_closed_choice_tells_whether_players_see_it(story: Story) -> None:
    assert at(story, "shut") == (Exit("go", "desk", False, "closed, needs seen(road)"),)


def test_a_draw_tells_the_weights_and_an_ending_its_id() -> None:
    assert at(small_story(), "draw") == (
        Exit("passes", "end", True, "3 of 4"),
        Exit("opened", "end", True, "1 of 4"),
    )
    assert at(small_story(), "end") == (Exit("december_over", "", True, "ending"),)
