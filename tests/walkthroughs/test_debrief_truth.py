"""Debriefs of random playthroughs, held against what the pages of those playthroughs showed."""

from __future__ import annotations

import random
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest

from game.authoring.compiler import compile_pack
from game.pages.debrief import debrief_page
from game.shipped import folder
from game.story.debrief import debrief_view
from game.story.model import CONTINUE, Chance, Next, Story
from game.story.playthrough import Playthrough, drawn
from game.story.scene_view import ending_view, result_view, scene_view
from game.story.views import DebriefView, DecisionView, text_of
from tests.pages.made import read

PACKS = ("reading_room", "two_rooms", "third_chair")
WALKS = 50


@cache
def story(name: str) -> Story:
    shipped = folder("scenes") / name
    path = shipped if shipped.is_dir() else Path(__file__).parents[1] / "packs" / name
    compilation = compile_pack(path)
    assert compilation.story is not None, compilation.errors
    return compilation.story


def walked(name: str, seed: int) -> Playthrough:
    """Play at random; one in five is ended early, as by 'end here and talk'."""
    chance, playthrough = random.Random(seed), Playthrough.begin(story(name))
    stops = chance.randrange(1, 30) if seed % 5 == 0 else 10_000
    while not playthrough.is_over and len(playthrough.steps) < stops:
        is_draw = isinstance(playthrough.scene.exit, Chance)
        way = drawn(playthrough.ways, chance.random()) if is_draw else chance.choice(playthrough.ways)
        playthrough = playthrough.choose(way.id)
    return playthrough


@cache
def walks(name: str) -> tuple[tuple[Playthrough, DebriefView], ...]:
    found = [walked(name, seed) for seed in range(WALKS)]
    return tuple((playthrough, debrief_view(playthrough)) for playthrough in found)


def all_walks() -> list[tuple[Playthrough, DebriefView]]:
    return [pair for name in PACKS for pair in walks(name)]


def before(playthrough: Playthrough, decision: DecisionView) -> Playthrough:
    return playthrough.back_to(decision.moment)


def fates(playthrough: Playthrough) -> dict[str, str]:
    known = playthrough.story.variable
    return {
        person: known[person].shown(playthrough.state.values[known[person].slot])
        for person in playthrough.story.people
        if person in known
    }


def read_on(playthrough: Playthrough) -> Playthrough:
    """Press Continue until something is to be decided, drawn or over."""
    for _ in range(50):
        if not isinstance(playthrough.scene.exit, Next) or playthrough.is_over:
            break
        playthrough = playthrough.choose(CONTINUE)
    return playthrough


def changed(earlier: Playthrough, later: Playthrough) -> dict[str, str]:
    was = fates(earlier)
    return {person: fate for person, fate in fates(later).items() if fate != was[person]}


def test_every_pick_letter_and_draw_is_a_decision_and_nothing_else() -> None:
    for playthrough, view in all_walks():
        decided = [i for i, moment in enumerate(playthrough.moments) if moment.kind not in (None, "continue")]
        assert [decision.moment + 1 for decision in view.decisions] == decided
        assert [decision.number for decision in view.decisions] == list(range(1, len(decided) + 1))


def test_what_was_chosen_and_what_else_lay_open_is_what_the_page_offered() -> None:
    for playthrough, view in all_walks():
        for decision in view.decisions:
            page = scene_view(before(playthrough, decision))
            taken = playthrough.moments[decision.moment + 1].taken
            assert taken is not None
            if decision.kind == "chance":
                assert page.leads == "draw"
                continue
            offered = {choice.id: choice for choice in page.choices}
            assert decision.chosen == offered[taken.id].text
            others = [c for c in page.choices if c.id != taken.id]
            assert [(r.text, r.is_open, r.locked) for r in decision.roads] == [
                (c.text, c.is_open, c.locked) for c in others
            ]
            assert decision.only_way == (not any(choice.is_open for choice in others))


def test_the_next_page_and_the_result_are_what_was_shown() -> None:
    for playthrough, view in all_walks():
        for decision in view.decisions:
            after = playthrough.back_to(decision.moment + 1)
            if after.scene.id != decision.scene:
                assert decision.led_to == scene_view(after).title
            result = result_view(after)
            assert text_of(decision.result) == (text_of(result.text) if result else "")


def test_roads_not_taken_lead_where_they_would_have_led() -> None:
    for playthrough, view in all_walks():
        for decision in view.decisions:
            here = before(playthrough, decision)
            taken = playthrough.moments[decision.moment + 1].taken
            assert taken is not None
            ways = [way.id for way in here.ways if way.id != taken.id]
            for way, road in zip(ways, [r for r in decision.roads if r.is_open], strict=True):
                other = here.choose(way)
                assert road.leads_to in ("", scene_view(other).title)
                goes_on = playthrough.back_to(decision.moment + 1).scene.id
                assert road.joins == (bool(road.leads_to) and other.scene.id == goes_on)
                told = {change.person.id: change.after for change in road.changes}
                assert changed(here, read_on(other)).items() <= told.items()


def test_fates_and_the_decisions_that_touched_them_are_those_of_the_states() -> None:
    for playthrough, view in all_walks():
        at_last, pages = fates(playthrough), [decision.moment for decision in view.decisions]
        spans = list(pairwise([*pages, len(playthrough.moments) - 1]))
        if view.decisions and not playthrough.is_over:
            spans[-1] = (pages[-1], len(playthrough.moments) - 1)
        for entry in view.people:
            person = entry.person
            assert person.fate == at_last.get(person.id, "")
            turned = {
                decision.number
                for decision, (first, last) in zip(view.decisions, spans, strict=True)
                if person.id in changed(playthrough.back_to(first), playthrough.back_to(last))
            }
            assert turned <= set(entry.decisions)
            for number in entry.decisions:
                assert person.id in {c.person.id for c in view.decisions[number - 1].changes}


def test_facts_are_met_where_a_page_names_them_and_only_there() -> None:
    for playthrough, view in all_walks():
        named: set[str] = set()
        for position, moment in enumerate(playthrough.moments):
            here = playthrough.back_to(position)
            named |= {fact.id for fact in scene_view(here).facts}
            named |= set(moment.taken.entry.facts) if moment.taken else set()
            if ending := ending_view(here):
                named |= {fact.id for fact in ending.facts}
        assert {fact.id for fact in view.facts_met} == named
        recorded = [r for section in view.record for r in section.facts]
        assert sorted(r.fact.id for r in recorded) == sorted(playthrough.story.facts)
        assert {r.fact.id for r in recorded if r.is_met} == named
        for found in recorded:
            resting = {d.number for d in view.decisions if found.fact.id in {f.id for f in d.facts}}
            assert set(found.decisions) == resting


def test_a_decision_rests_on_facts_of_its_choice_or_its_scene() -> None:
    for playthrough, view in all_walks():
        for decision in view.decisions:
            taken = playthrough.moments[decision.moment + 1].taken
            assert taken is not None
            scene = playthrough.story.scenes[decision.scene]
            assert {fact.id for fact in decision.facts} <= {*taken.entry.facts, *scene.facts}


def test_readings_and_questions_name_decisions_that_were_made() -> None:
    for playthrough, view in all_walks():
        numbers = {decision.number for decision in view.decisions}
        for reading in view.readings:
            cites = set(playthrough.story.readings[reading.id].cites)
            for found in reading.evidence:
                resting = {fact.id for fact in view.decisions[found.decision - 1].facts}
                assert set(found.facts) == resting & cites != set()
        visited = {moment.state.scene for moment in playthrough.moments}
        for question in view.questions:
            assert set(question.decisions) <= numbers
            about = playthrough.story.questions[question.id].about.partition(".")[0]
            assert not about or about in visited


def test_the_timeline_has_every_page_once_and_every_decision_once() -> None:
    for playthrough, view in all_walks():
        shown = [m for m in playthrough.moments if not m.returned]
        pages = [page for row in view.timeline for page in row.played]
        numbers = [number for page in pages for number in page.decisions]
        assert sorted(numbers) == [decision.number for decision in view.decisions]
        assert sorted(page.scene for page in pages) == sorted(m.state.scene for m in shown)
        assert [row.date for row in view.timeline] == sorted({row.date for row in view.timeline})


@pytest.mark.parametrize("name", PACKS)
def test_every_source_can_be_reached_or_says_where_it_is(name: str) -> None:
    for source in story(name).sources.values():
        assert source.url.startswith(("http://", "https://")) or source.note, source.id


@pytest.mark.parametrize("name", PACKS)
def test_the_page_says_all_of_it_and_stays_small(name: str) -> None:
    for _, view in walks(name)[:5]:
        page = debrief_page(view)
        text = " ".join(read(page).text.split())
        assert len(page.encode()) < 1_000_000
        for decision in view.decisions:
            assert " ".join(text_of(decision.debrief).split()) in text
            assert " ".join(text_of(decision.chosen).split()) in text
        for question in view.questions:
            assert " ".join(text_of(question.text).split()) in text
