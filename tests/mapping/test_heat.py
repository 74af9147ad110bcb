"""How often scenes are reached: exact, counted, and as the map's boxes say it."""

from __future__ import annotations

import pytest

from game.explore.visited import visited_by_proof, visited_by_walks
from game.mapping.boxes import scene_box
from game.mapping.graph import graph_of
from game.mapping.heat import Heat
from tests.explore import planted


def test_the_proof_gives_the_probability_of_each_scene() -> None:
    found = visited_by_proof(planted.forked_loop())
    assert found == pytest.approx({"s0": 1.0, "left": 0.5, "right": 0.5, "end": 1.0})


def test_walks_count_a_scene_once_however_often_they_come_by() -> None:
    found = visited_by_walks(planted.forked_loop(), 4_000)
    assert found["s0"] == 1.0
    assert found["left"] == pytest.approx(0.5, abs=0.03)


def test_a_box_says_it_in_words_and_shows_a_bar() -> None:
    story = planted.forked_loop()
    heat = Heat("exact", {"s0": 1.0, "left": 0.004, "right": 0.37})
    graph = graph_of(story, heat)
    assert scene_box(graph, story.scenes["s0"]).lines[-1].text == "Reached by 100 %"
    assert scene_box(graph, story.scenes["left"]).lines[-1].text == "Reached by under 1 %"
    right = scene_box(graph, story.scenes["right"])
    assert (right.lines[-1].text, right.heat) == ("Reached by 37 %", 0.37)
    assert right.height == right.lines[-1].y + 19
    assert scene_box(graph, story.scenes["end"]).lines[-1].text == "Never reached"
    assert scene_box(graph_of(story), story.scenes["s0"]).heat is None
