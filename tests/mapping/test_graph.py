"""The graph of a story: one arrow for all ways between two scenes, trays by chapter, what is reached."""

from __future__ import annotations

from dataclasses import replace

from game.mapping.arrow_words import arrow_words, tag_words
from game.mapping.graph import Arrow, WayLabel, graph_of
from game.story.conditions import IsTrue
from game.story.model import Chance, Choices, DeckOffer, Lesson
from tests.mapping.made import WARNED, large_story, scene, small_story


def test_ways_to_one_scene_are_one_arrow() -> None:
    arrows = {(arrow.source, arrow.target): arrow for arrow in graph_of(small_story()).arrows}
    assert arrows["door", "desk"] == Arrow(
        "door", "desk", "choice",
        (WayLabel("show", "Show him the list."), WayLabel("hide", "Turn the list over.")),
    )  # fmt: skip
    assert arrows["door", "end_one"].ways == (WayLabel("call", "Telephone.", "warned"),)
    assert arrows["car", "end_two"].kind == "continue"
    assert len(arrows) == 9


def test_a_draw_says_its_share_or_its_weight_where_conditions_change_it() -> None:
    story = small_story()
    street = story.scenes["street"]
    assert isinstance(street.exit, Chance)
    first, second = street.exit.entries
    varying = replace(street, exit=Chance((first, replace(second, condition=IsTrue(WARNED)))))
    shares = [a.ways[0].share for a in graph_of(story).arrows if a.kind == "chance"]
    assert shares == ["75 %", "25 %"]
    graph = graph_of(replace(story, scenes={**story.scenes, "street": varying}))
    assert [a.ways[0].share for a in graph.arrows if a.kind == "chance"] == ["weight 3", "weight 1"]


def test_letters_lie_in_a_tray_that_the_desk_offers() -> None:
    graph = graph_of(small_story())
    (tray,) = graph.trays
    assert (tray.deck, tray.chapter, tray.returns) == ("tray", "one", True)
    assert tray.letters == ("letter_a", "letter_b")
    (arrow,) = (arrow for arrow in graph.arrows if arrow.kind == "tray")
    assert (arrow.source, arrow.target) == ("desk", tray.name)
    assert arrow.ways == (WayLabel("from_deck tray", "at most 2 at once"),)


def test_a_desk_is_tied_to_its_own_chapters_letters_and_to_others_for_want_of_them() -> None:
    story = small_story()
    night_desk = scene("night_desk", Choices((DeckOffer("tray"),)), chapter="two")
    graph = graph_of(replace(story, scenes={**story.scenes, "night_desk": night_desk}))
    tied = [(arrow.source, arrow.target) for arrow in graph.arrows if arrow.kind == "tray"]
    assert tied == [("desk", "one/tray"), ("night_desk", "one/tray")]
    letter = replace(story.scenes["letter_b"], id="night_letter", chapter="two")
    scenes = {**story.scenes, "night_desk": night_desk, "night_letter": letter}
    tied = [(a.source, a.target) for a in graph_of(replace(story, scenes=scenes)).arrows if a.kind == "tray"]
    assert tied == [("desk", "one/tray"), ("night_desk", "two/tray")]


def test_what_no_link_chapter_or_lesson_leads_to_is_not_reached() -> None:
    story = small_story()
    assert set(story.scenes) - graph_of(story).reached == {"lost"}
    with_lesson = replace(story, lessons=(Lesson("short", "Short", ("one",), close="lost"),))
    assert set(story.scenes) - graph_of(with_lesson).reached == set()


def test_a_tag_says_what_the_picture_cannot() -> None:
    def tag(kind: str, *ways: WayLabel) -> str:
        return tag_words(Arrow("a", "b", kind, ways))  # type: ignore[arg-type]

    plain, closed = WayLabel("x", "Go."), WayLabel("y", "Stay.", "warned")
    assert tag("choice", plain) == ""
    assert tag("choice", closed) == "if"
    assert tag("choice", plain, plain, closed) == "3 choices, 1 if"
    assert tag("continue", plain, closed) == "1 of 2 if"
    assert tag("chance", WayLabel("x", share="75 %")) == "chance 75 %"


def test_an_arrow_says_everything_to_somebody_who_hears_it() -> None:
    graph = graph_of(small_story())
    said = [arrow_words(graph, arrow) for arrow in graph.arrows if arrow.source in ("door", "car")]
    assert said == [
        "The door → The desk: show: Show him the list.; hide: Turn the list over.",
        "The door → Home: call: Telephone., if warned",
        "The car → Taken: Continue, if warned",
        "The car → Home: Continue",
    ]


def test_a_large_story_has_a_tray_for_each_chapter() -> None:
    graph = graph_of(large_story(300))
    assert len(graph.story.scenes) == 300
    assert [len(tray.letters) for tray in graph.trays] == [12, 12, 12, 12, 12, 12]
