"""What a playthrough is told to have been."""

from __future__ import annotations

from collections.abc import Callable

from game.story.debrief import debrief_view
from game.story.model import Story
from game.story.playthrough import Playthrough
from game.story.views import text_of

MakeStory = Callable[..., Story]

ROAD = """\
scene: hall
title: Hall
date: 1937-07
show: [bob]
provenance: invented
facts: [one]
text: |
  A hall.
choices:
  - id: tell
    text: Tell Bob.
    effects: [bob = arrested]
    result: |
      He goes grey.
    facts: [two]
    debrief: |
      Nobody could know.
    to: car
  - id: lie
    text: Lie.
    to: car
  - id: shout
    text: Shout.
    if: coins > 4
    locked: Your voice fails.
    to: car
---
scene: car
title: Car
provenance: invented
text: |
  A car.
chance:
  - {id: passes, weight: 3, to: desk}
  - {id: stops, weight: 1, effects: [bob = shot], to: stop}
---
scene: stop
title: It stops
provenance: invented
text: |
  Two men get out.
next:
  - to: desk
---
scene: desk
title: Desk
provenance: invented
text: |
  A desk.
choices:
  - from_deck: tray
  - id: home
    text: Go home.
    to: yard
---
scene: letter_a
title: A
deck: tray
offer: Letter a.
provenance: invented
text: |
  A.
next:
  - to: return
---
scene: letter_b
title: B
deck: tray
offer: Letter b.
provenance: invented
text: |
  B.
next:
  - to: return
"""
FILES = {
    "facts": "one: {claim: One., verdict: disputed, sources: [book]}\n"
    "two: {claim: Two., verdict: corroborated, sources: [book]}\n",
    "sources": "book: {title: A book, kind: scholarship}\n",
}


def played(story: MakeStory, *ways: str) -> Playthrough:
    playthrough = Playthrough.begin(story(ROAD, **FILES))
    for way in ways:
        playthrough = playthrough.choose(way)
    return playthrough


def test_each_decision_shows_what_was_chosen_what_else_lay_open_and_what_it_led_to(story: MakeStory) -> None:
    first = debrief_view(played(story, "tell", "passes", "tray/letter_a", "continue", "home")).decisions[0]
    assert (first.scene_title, first.date, first.kind) == ("Hall", "July 1937", "choice")
    assert text_of(first.chosen) == "Tell Bob."
    assert text_of(first.result) == "He goes grey."
    assert text_of(first.debrief) == "Nobody could know."
    assert first.led_to == "Car"
    assert [(text_of(r.text), r.is_open, text_of(r.locked)) for r in first.roads] == [
        ("Lie.", True, ""),
        ("Shout.", False, "Your voice fails."),
    ]
    assert [fact.id for fact in first.facts] == ["two"]
    assert [(change.person.name, change.before, change.after) for change in first.changes] == [
        ("Boris Petrov", "At liberty", "Arrested")
    ]
    assert not first.only_way


def test_a_decision_without_facts_of_its_own_stands_on_its_scenes(story: MakeStory) -> None:
    assert [fact.id for fact in debrief_view(played(story, "lie")).decisions[0].facts] == ["one"]


def test_chance_is_named_as_chance_and_continue_is_no_decision(story: MakeStory) -> None:
    view = debrief_view(played(story, "lie", "stops", "continue", "tray/letter_a", "continue", "home"))
    assert [(d.number, d.kind) for d in view.decisions] == [
        (1, "choice"),
        (2, "chance"),
        (3, "letter"),
        (4, "choice"),
    ]
    assert text_of(view.decisions[1].chosen) == "It stops"
    assert [text_of(road.text) for road in view.decisions[1].roads] == ["Desk"]


def test_a_single_open_way_is_said_to_have_been_the_only_one(story: MakeStory) -> None:
    ways = ("lie", "passes", "tray/letter_a", "continue", "tray/letter_b", "continue", "home")
    assert debrief_view(played(story, *ways)).decisions[-1].only_way


def test_the_ledger_names_everybody_met_and_the_decisions_that_touched_them(story: MakeStory) -> None:
    people = debrief_view(played(story, "tell", "stops", "continue", "home")).people
    assert [(p.person.name, p.person.fate, p.decisions, p.is_you) for p in people] == [
        ("Ann Orlova", "Arrested", (3,), True),
        ("Boris Petrov", "Shot", (1, 2), False),
    ]
    assert text_of(people[0].after) == "She came back in 1939."


def test_papers_left_on_the_desk_are_listed(story: MakeStory) -> None:
    view = debrief_view(played(story, "lie", "passes", "tray/letter_b", "continue", "home"))
    assert [paper.scene for paper in view.unread] == ["letter_a"]


def test_facts_are_met_when_their_page_is_shown(story: MakeStory) -> None:
    assert [fact.id for fact in debrief_view(played(story)).facts_met] == ["one"]
    assert [fact.id for fact in debrief_view(played(story, "tell")).facts_met] == ["one", "two"]


def test_a_debrief_can_be_had_before_the_end(story: MakeStory) -> None:
    view = debrief_view(played(story, "tell"))
    assert view.ending is None
    assert view.last_scene_title == "Car"
