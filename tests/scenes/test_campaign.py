"""What the shipped campaign promises, measured on many roads through its eight chapters."""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from functools import cache
from itertools import pairwise

import pytest

from game.authoring.compiler import compile_pack
from game.shipped import folder
from game.story.debrief import debrief_view
from game.story.model import Chance, Choices, Ending, Story, Way
from game.story.playthrough import Playthrough, drawn
from game.story.prose import plain_text
from game.story.scene_view import ending_view, result_view, scene_view
from game.story.views import text_of

WORDS_A_MINUTE = 200
SECONDS_A_DECISION = 8
ROADS = 80
CHAPTERS = ("december", "cards", "wreckers", "the_marshal", "the_limit", "names", "the_bench", "november")
ENDINGS = {
    "tractor_station": "december",
    "courses": "december",
    "bookkeeper": "cards",
    "carriage": "the_marshal",
    "district_dock": "names",
    "wire": "names",
    "hall": "names",
    "list": "the_bench",
    "retraction": "the_bench",
    "ten_years": "the_bench",
    "kolyma": "the_bench",
    "reinstated": "november",
    "freed": "november",
    "peat_trust": "november",
    "unharmed": "november",
    "balandins_people": "november",
}


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
    return tuple(walk(seed) for seed in range(ROADS))


def words_on(page: Playthrough) -> int:
    """Count the words of a page: its text and documents, the choices, an epilogue; no notes, no debrief."""
    view = scene_view(page)
    prose = [passage.text for passage in view.passages] + [choice.text for choice in view.choices]
    if ending := ending_view(page):
        prose.append(ending.epilogue)
    return sum(len(text_of(text).split()) for text in prose)


def minutes(playthrough: Playthrough) -> dict[str, float]:
    """Return for each chapter how long its pages, results and decisions take."""
    spent = defaultdict[str, float](float)
    seen = set[str]()
    for position in range(len(playthrough.moments)):
        here = playthrough.back_to(position)
        chapter = here.scene.chapter
        # The desk is seen again after every letter; what has been read there is not read again.
        if here.scene.id not in seen:
            spent[chapter] += words_on(here) / WORDS_A_MINUTE
        if isinstance(here.scene.exit, Choices) and not here.is_over:
            spent[chapter] += SECONDS_A_DECISION / 60
        if result := result_view(here):
            spent[chapter] += len(text_of(result.text).split()) / WORDS_A_MINUTE
        seen.add(here.scene.id)
    return spent


def chapters_met(playthrough: Playthrough) -> list[str]:
    scenes = [playthrough.back_to(position).scene for position in range(len(playthrough.moments))]
    return list(dict.fromkeys(scene.chapter for scene in scenes))


def ending_of(playthrough: Playthrough) -> str:
    assert playthrough.ending is not None
    return playthrough.ending.id


@cache
def times_of_chapters() -> dict[str, list[float]]:
    """Return the minutes of each chapter on the roads that led on from it, and of the last to its ends."""
    found: dict[str, list[float]] = {chapter: [] for chapter in CHAPTERS}
    for road in roads():
        spent, met = minutes(road), chapters_met(road)
        for chapter, after in pairwise([*met, ""]):
            if after or chapter == CHAPTERS[-1]:
                found[chapter].append(spent[chapter])
    return found


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_a_chapter_takes_the_minutes_that_the_pack_claims(chapter: str) -> None:
    claimed = campaign().chapters[campaign().chapter_position[chapter]].minutes
    times = times_of_chapters()[chapter]
    assert len(times) >= 10
    assert claimed is not None
    assert abs(sum(times) / len(times) - claimed) <= 1.5


@pytest.mark.parametrize("chapter", CHAPTERS[:4])
def test_no_road_through_the_first_four_chapters_is_too_short_or_too_long(chapter: str) -> None:
    times = times_of_chapters()[chapter]
    assert min(times) >= 7
    assert max(times) <= 14


def test_the_campaign_has_eight_chapters_in_lessons_of_two() -> None:
    assert tuple(chapter.id for chapter in campaign().chapters) == CHAPTERS
    assert {lesson.chapters for lesson in campaign().lessons} == {
        ("december", "cards"),
        ("wreckers", "the_marshal"),
        ("the_limit", "names"),
        ("the_bench", "november"),
    }


def test_sixteen_endings_each_in_its_chapter() -> None:
    scenes = [scene for scene in campaign().scenes.values() if isinstance(scene.exit, Ending)]
    found = {scene.exit.id: scene.chapter for scene in scenes if isinstance(scene.exit, Ending)}
    # A lesson that is closed before its road has ended has a page of its own for that.
    closings = {lesson.close for lesson in campaign().lessons if lesson.close}
    extra = {scene.exit.id for scene in scenes if scene.id in closings and isinstance(scene.exit, Ending)}
    assert {ending: chapter for ending, chapter in found.items() if ending not in extra} == ENDINGS


def test_the_endings_are_spread_and_the_early_ones_rare() -> None:
    reached = Counter(ending_of(road) for road in roads())
    assert len(reached) >= 10
    assert max(reached.values()) / ROADS <= 0.25
    early = sum(count for ending, count in reached.items() if ENDINGS[ending] in CHAPTERS[:4])
    assert 0 < early / ROADS <= 0.35


def test_two_players_see_different_scenes() -> None:
    seen = [
        {road.back_to(position).scene.id for position in range(len(road.moments))}
        for road in roads()
        if chapters_met(road)[-1] in CHAPTERS[4:]
    ]
    shared = [len(one & other) / len(one | other) for one, other in pairwise(seen)]
    assert sum(shared) / len(shared) <= 0.67


def test_a_chapter_has_a_desk_with_more_papers_than_hours() -> None:
    for road in roads()[:20]:
        if chapters_met(road)[-1] in CHAPTERS[1:]:
            assert debrief_view(road).unread, f"nothing was left unread on {road.steps}"
    letters = Counter(scene.chapter for scene in campaign().scenes.values() if scene.waits_in)
    assert all(letters[chapter] >= 6 for chapter in CHAPTERS)


def test_every_page_says_what_it_is_and_hard_ones_can_be_skipped() -> None:
    for scene in campaign().scenes.values():
        assert scene.provenance in ("documented", "composite", "invented"), scene.id
        assert scene.date, scene.id
        assert bool(scene.summary) or not scene.content, f"{scene.id} is hard and cannot be skipped"


def test_every_decision_has_a_debrief_and_facts_and_every_fact_a_source_besides_the_notes() -> None:
    for scene in campaign().scenes.values():
        if isinstance(scene.exit, Choices):
            for entry in scene.entries:
                assert entry.debrief, f"{scene.id} has a decision without a debrief"
                assert entry.facts, f"{scene.id} has a decision without facts"
    for fact in campaign().facts.values():
        kinds = {campaign().sources[source].kind for source in fact.sources}
        assert kinds - {"class_notes"}, f"{fact.id} rests on the class notes alone"


def test_choices_are_short_enough_to_be_said() -> None:
    for scene in campaign().scenes.values():
        for entry in scene.entries:
            if isinstance(entry, Way):
                assert len(plain_text(entry.text, lambda variable: "x")) <= 90, f"{scene.id}.{entry.id}"


def test_each_lesson_asks_all_nine_kinds_of_question() -> None:
    kinds = {
        "event", "distance", "perspective", "sourcing", "cause", "responsibility", "counterfactual", "model",
        "memory",
    }  # fmt: skip
    asked: dict[str, set[str]] = {lesson.id: set() for lesson in campaign().lessons}
    for question in campaign().questions.values():
        for lesson in campaign().lessons:
            if question.about and campaign().scenes[question.about].chapter in lesson.chapters:
                asked[lesson.id].add(str(question.kind))
    for lesson in campaign().lessons[:2]:
        assert asked[lesson.id] == kinds, f"{lesson.id} lacks {kinds - asked[lesson.id]}"


def test_nobody_is_harmed_whom_the_player_has_not_met_in_the_same_lesson() -> None:
    lesson_of = {chapter: lesson.id for lesson in campaign().lessons[:2] for chapter in lesson.chapters}
    for road in roads():
        met, lesson = set[str](), ""
        for position, moment in enumerate(road.moments):
            here = road.back_to(position)
            now = lesson_of.get(here.scene.chapter)
            if now is None:
                break
            if now != lesson:
                met, lesson = {campaign().you}, now
            for change in moment.changes:
                if change.variable.id in campaign().people and change.after > change.before:
                    assert change.variable.id in met, f"{change.variable.id}, {here.scene.id}: {road.steps}"
            view = scene_view(here)
            met |= {person.id for person in view.show} | {p.who.id for p in view.passages if p.who}


def test_a_lesson_ends_with_a_question_or_with_its_endings() -> None:
    """Where a road can leave a lesson, its close asks the class something; the last lesson only ends."""
    closes = {lesson.id: lesson.close for lesson in campaign().lessons}
    assert not closes.pop("bench_and_november")
    assert set(closes) == {"before_the_storm", "wreckers_and_marshals", "one_period"}
    for close in closes.values():
        assert close
        last = campaign().scenes[close].passages[-1]
        assert plain_text(last.text).endswith("?"), close


def test_the_way_to_the_dock_passes_the_coat_and_the_tray() -> None:
    met = [
        [road.back_to(position).scene.id for position in range(len(road.moments))]
        for road in roads()
        if ending_of(road) == "district_dock"
    ]
    assert met
    for scenes in met:
        assert scenes[-1] == "the_dock"
        assert scenes.index("after_the_trial") < scenes.index("the_coat") < scenes.index("desk_6")
