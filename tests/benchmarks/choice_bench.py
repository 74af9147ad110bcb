"""One choice: conditions checked, effects applied, the next page made, against a frozen record and a dict.

Run with `python -m tests.benchmarks.choice_bench`.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from dataclasses import dataclass

from game.story.conditions import Compare, Constant, Read
from game.story.effects import Effect
from game.story.model import Chapter, Choices, Ending, Passage, Scene, Story, Way
from game.story.playthrough import Playthrough
from game.story.prose import Words
from game.story.scene_view import scene_view
from game.story.variables import Variable
from tests.benchmarks.rows import Row, interleaved, show

SENTENCE = "the consul waits beside the river gate while grain ships lie idle and the crowd grows loud "
SCENES = 300


@dataclass(frozen=True)
class Written:
    """One choice of the generated story, before either engine has its own form of it."""

    to: str
    needs: tuple[str, int] | None
    effects: tuple[tuple[str, int], ...]


def generated() -> dict[str, tuple[Written, ...]]:
    """Return 300 scenes of three choices, two conditions and six effects over eight numbers."""
    chance = random.Random(1)
    story = {}
    for i in range(SCENES):
        ways = []
        for c in range(3):
            to = f"s{i + chance.randint(1, 3):05d}" if i + 3 < SCENES else "end"
            needs = (f"v{chance.randrange(8)}", chance.randint(1, 3)) if c else None
            effects = tuple((f"v{v}", chance.choice((-1, 1))) for v in chance.sample(range(8), 2))
            ways.append(Written(to, needs, effects))
        story[f"s{i:05d}"] = tuple(ways)
    return story


def our_story(written: dict[str, tuple[Written, ...]]) -> Story:
    """Return the generated scenes as a Story with 126 words a scene."""
    variables = {f"v{i}": Variable(f"v{i}", "number", i, start=2, maximum=9) for i in range(8)}
    text = ((Words(SENTENCE * 7),),)
    label = ((Words("Wait beside the gate."),),)
    scenes = {"end": Scene("end", "End", "one", "invented", (Passage("text", text),), Ending("end", "End"))}
    for name, ways in written.items():
        entries = tuple(
            Way(
                f"c{position}",
                way.to,
                label,
                Compare(">=", Read(variables[way.needs[0]]), Constant(way.needs[1])) if way.needs else None,
                effects=tuple(Effect(variables[v], "+=", Constant(by)) for v, by in way.effects),
            )
            for position, way in enumerate(ways)
        )
        scenes[name] = Scene(name, name, "one", "invented", (Passage("text", text),), Choices(entries))
    chapter = Chapter("one", "One", "01_one", "s00000")
    return Story("b", "B", "1", "s00000", (chapter,), tuple(variables.values()), scenes)


@dataclass(frozen=True, slots=True)
class FloorState:
    """The least that a state can be."""

    scene: str
    values: dict[str, int]


def play_floor(written: dict[str, tuple[Written, ...]], lots: list[float]) -> int:
    """Play once with a frozen record and a copied dict; return the number of choices."""
    state, made = FloorState("s00000", {f"v{i}": 2 for i in range(8)}), 0
    while state.scene != "end":
        ways = [w for w in written[state.scene] if w.needs is None or state.values[w.needs[0]] >= w.needs[1]]
        way = ways[int(lots[made] * len(ways))]
        values = dict(state.values)
        for name, by in way.effects:
            values[name] = max(0, min(9, values[name] + by))
        state, made = FloorState(way.to, values), made + 1
    return made


def play_views(story: Story, lots: list[float]) -> int:
    """Play once as a frontend does: choose, and make the view of the next page."""
    playthrough, made = Playthrough.begin(story), 0
    while not playthrough.is_over:
        playthrough = playthrough.choose(playthrough.ways[int(lots[made] * len(playthrough.ways))].id)
        scene_view(playthrough)
        made += 1
    return made


def play_steps(story: Story, lots: list[float]) -> int:
    """Play once without views."""
    playthrough, made = Playthrough.begin(story), 0
    while not playthrough.is_over:
        playthrough = playthrough.choose(playthrough.ways[int(lots[made] * len(playthrough.ways))].id)
        made += 1
    return made


def microseconds_a_choice(play: Callable[[list[float]], int]) -> Callable[[], float]:
    """Return a measurement of 20 playthroughs: CPU microseconds a choice."""

    def measure() -> float:
        chance = random.Random(7)
        made, begun = 0, time.process_time()
        for _ in range(20):
            made += play([chance.random() for _ in range(SCENES)])
        return (time.process_time() - begun) / made * 1e6

    return measure


def rows() -> list[Row]:
    """Return one choice without and with the next page's view, each beside the floor."""
    written = generated()
    story = our_story(written)
    floor = microseconds_a_choice(lambda lots: play_floor(written, lots))
    floor_is = "frozen record, copied dict, no text"
    steps = interleaved(microseconds_a_choice(lambda lots: play_steps(story, lots)), floor, 5)
    views = interleaved(microseconds_a_choice(lambda lots: play_views(story, lots)), floor, 5)
    return [
        Row("one choice (condition, effects, next moment)", "us", *steps, floor_is),
        Row("one choice and the view of the next page", "us", *views, floor_is),
    ]


if __name__ == "__main__":
    show(rows())
