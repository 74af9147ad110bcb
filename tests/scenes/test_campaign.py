"""What the shipped campaign promises, measured on many roads."""

from __future__ import annotations

import random
from collections.abc import Iterator
from functools import cache

from game.authoring.compiler import compile_pack
from game.shipped import folder
from game.story.debrief import debrief_view
from game.story.model import Chance, Choices, Ending, Story, Way
from game.story.playthrough import Playthrough, drawn
from game.story.scene_view import ending_view, result_view, scene_view
from game.story.views import ProseView, text_of

WORDS_A_MINUTE = 200
CHAPTER_END = "december_over"


@cache
def campaign() -> Story:
    story = compile_pack(folder("scenes") / "third_chair").story
    assert story is not None
    return story


def walk(seed: int) -> Playthrough:
    """Play to an end, every open way equally likely, draws by weight."""
    chance, playthrough = random.Random(seed), Playthrough.begin(campaign())
    while not playthrough.is_over:
        ways = playthrough.ways
        is_draw = isinstance(playthrough.scene.exit, Chance)
        way = drawn(ways, chance.random()) if is_draw else chance.choice(ways)
        playthrough = playthrough.choose(way.id)
    return playthrough


@cache
def roads() -> tuple[Playthrough, ...]:
    return tuple(walk(seed) for seed in range(300))


def shown(playthrough: Playthrough) -> Iterator[ProseView]:
    """All prose on the pages of a playthrough: text, documents, choices, results, epilogue; no debrief."""
    for position in range(len(playthrough.moments)):
        here = playthrough.back_to(position)
        if result := result_view(here):
            yield result.text
            yield from (paper.offer for paper in result.unread)
        view = scene_view(here)
        yield from (passage.text for passage in view.passages)
        yield view.talk
        yield from (choice.text for choice in view.choices)
        if ending := ending_view(here):
            yield ending.epilogue


def minutes(playthrough: Playthrough) -> float:
    return sum(len(text_of(prose).split()) for prose in shown(playthrough)) / WORDS_A_MINUTE


def ending_of(playthrough: Playthrough) -> str:
    assert playthrough.ending is not None
    return playthrough.ending.id


def test_every_road_that_ends_the_chapter_reads_in_its_time() -> None:
    times = [minutes(road) for road in roads() if ending_of(road) == CHAPTER_END]
    assert len(times) > 150
    assert min(times) >= 7
    assert max(times) <= 14
    assert 9 <= sum(times) / len(times) <= 11


def test_three_endings_are_reached_and_the_early_ones_are_rare() -> None:
    reached = [ending_of(road) for road in roads()]
    assert len(set(reached)) >= 3
    assert reached.count(CHAPTER_END) / len(reached) > 0.8


def test_the_chapter_is_as_large_as_it_claims() -> None:
    scenes = [scene for scene in campaign().scenes.values() if scene.chapter == "december"]
    letters = [scene for scene in scenes if scene.waits_in]
    decisions = [
        entry for scene in scenes for entry in scene.entries if isinstance(entry, Way) and entry.effects
    ]
    assert len(scenes) - len(letters) >= 14
    assert len(letters) >= 5
    assert len(decisions) >= 25
    assert len(campaign().facts) >= 12
    assert len(campaign().sources) >= 14
    assert sum(isinstance(scene.exit, Ending) for scene in scenes) >= 3


def test_more_papers_lie_on_the_desk_than_an_evening_has_hours() -> None:
    assert all(debrief_view(road).unread for road in roads() if ending_of(road) == CHAPTER_END)


def test_every_decision_has_a_debrief_and_facts_and_every_fact_a_source_besides_the_notes() -> None:
    for scene in campaign().scenes.values():
        if isinstance(scene.exit, Choices):
            for entry in scene.entries:
                assert entry.debrief, f"{scene.id} has a decision without a debrief"
                assert entry.facts, f"{scene.id} has a decision without facts"
    for fact in campaign().facts.values():
        kinds = {campaign().sources[source].kind for source in fact.sources}
        assert kinds - {"class_notes"}, f"{fact.id} rests on the class notes alone"


def test_nobody_is_harmed_whom_the_player_has_not_met() -> None:
    for road in roads():
        met = set[str]()
        for position, moment in enumerate(road.moments):
            view = scene_view(road.back_to(position))
            for change in moment.changes:
                if change.variable.id in campaign().people and change.after > change.before:
                    assert change.variable.id in met | {campaign().you}, f"{change.variable.id}: {road.steps}"
            met |= {person.id for person in view.show}
            met |= {passage.who.id for passage in view.passages if passage.who}
