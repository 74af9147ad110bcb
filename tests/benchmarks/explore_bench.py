"""Exploring: states a second and bytes a state beside a bare tight loop, walks, growth, a large campaign.

Run with `python -m tests.benchmarks.explore_bench`. The floor is a loop that somebody wrote by hand for this
one story: it takes the same transitions over the same live variables, packed into an int in the same way,
with the state before each kept.
"""

from __future__ import annotations

import random
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from game.explore.proof import prove
from game.explore.reading import read_rules
from game.explore.search import Limits, search
from game.explore.transitions import NONE, Transitions
from game.explore.walks import walk
from game.story.conditions import All, AnyOf, Compare, Condition, Constant, IsTrue, Not, Read
from game.story.effects import Effect
from game.story.model import (
    RETURN,
    Chance,
    Chapter,
    Choices,
    DeckOffer,
    DeckPlace,
    Ending,
    Next,
    Passage,
    Scene,
    Story,
    Way,
)
from game.story.prose import Words
from game.story.variables import Variable
from tests.benchmarks.rows import Row, interleaved, show

TEXT = (Passage("text", ((Words("grain ships lie idle " * 25),),)),)
LABEL = ((Words("Wait beside the gate."),),)
LIVE, HIGHEST, START = 8, 9, 2


@dataclass(frozen=True)
class Written:
    """One choice of the generated story: where it leads, what it needs, two effects of one."""

    to: int
    needs: tuple[int, int] | None
    effects: tuple[tuple[int, int], ...]


def generated(scenes: int) -> list[list[Written]]:
    """Return scenes of three choices over eight numbers of 0 to 9, all read again until near the end."""
    chance = random.Random(1)
    found = []
    for scene in range(scenes):
        ways = []
        for choice in range(3):
            to = min(scenes, scene + chance.randint(1, 3))
            needs = (chance.randrange(LIVE), chance.randint(1, 3)) if choice else None
            ways.append(
                Written(to, needs, tuple((v, chance.choice((-1, 1))) for v in chance.sample(range(LIVE), 2)))
            )
        found.append(ways)
    return found


def as_story(written: list[list[Written]]) -> Story:
    """Return the generated scenes as a Story."""
    variables = [Variable(f"v{i}", "number", i, START, 0, HIGHEST) for i in range(LIVE)]
    scenes = [Scene(f"s{len(written)}", "End", "one", "invented", TEXT, Ending("end", "End"))]
    for number, ways in enumerate(written):
        entries = tuple(
            Way(
                f"c{position}",
                f"s{way.to}",
                LABEL,
                Compare(">=", Read(variables[way.needs[0]]), Constant(way.needs[1])) if way.needs else None,
                effects=tuple(Effect(variables[v], "+=", Constant(by)) for v, by in way.effects),
            )
            for position, way in enumerate(ways)
        )
        scenes.append(Scene(f"s{number}", "Scene", "one", "invented", TEXT, Choices(entries)))
    chapters = (Chapter("one", "One", "01", "s0"),)
    return Story("b", "B", "1", "s0", chapters, tuple(variables), {s.id: s for s in scenes})


def floor_loop(written: list[list[Written]], cap: int) -> tuple[int, float]:
    """Explore with a bare loop over packed ints and generated successor functions; states and CPU seconds."""
    place_at, end = 4 * LIVE, len(written)
    tables = {
        (v, by): tuple((min(HIGHEST, max(0, x + by)) - x) << 4 * v for x in range(16))
        for v in range(LIVE)
        for by in (-1, 1)
    }
    names = {f"T{v}_{by + 1}": table for (v, by), table in tables.items()}
    source = []
    for number, ways in enumerate(written):
        source.append(f"def s{number}(s):")
        free, tested = [], []
        for way in ways:
            new = f"s + {(way.to - number) << place_at}"
            new += "".join(f" + T{v}_{by + 1}[s >> {4 * v} & 15]" for v, by in way.effects)
            (tested if way.needs else free).append((way.needs, new))
        source.append(f"  o = [{', '.join(new for _, new in free)}]")
        source += [f"  if s >> {4 * n[0]} & 15 >= {n[1]}: o.append({new})" for n, new in tested if n]
        source.append("  return o")
    exec("\n".join(source), names)
    functions = [names[f"s{number}"] for number in range(end)]
    start = sum(START << 4 * v for v in range(LIVE))
    begun = time.process_time()
    known, todo = {start: -1}, [start]
    while todo and len(known) < cap:
        fresh = []
        for s in todo:
            for n in functions[s >> place_at](s):
                if n not in known:
                    known[n] = s
                    if n >> place_at < end:
                        fresh.append(n)
            if len(known) >= cap:
                break
        todo = fresh
    return len(known), time.process_time() - begun


def our_search(story: Story, cap: int) -> tuple[int, float]:
    """Explore with all eight variables kept live; states and CPU seconds of the search alone."""
    transitions = Transitions(read_rules(story), reductions=NONE)
    _ = transitions.start
    begun = time.process_time()
    found = search(transitions, Limits(states=cap))
    return found.states, time.process_time() - begun


def peak_bytes(which: str, cap: int) -> float:
    """Return the growth of the peak memory of a fresh process, by state."""
    command = [sys.executable, "-m", "tests.benchmarks.explore_bench", "peak", which, str(cap)]
    return float(subprocess.run(command, capture_output=True, text=True, check=True).stdout)


def show_peak(which: str, cap: int) -> None:
    """Print the growth of this process's peak memory over a search, by state."""
    written = generated(60)
    story = as_story(written)
    before = peak_memory()
    states, _ = our_search(story, cap) if which == "ours" else floor_loop(written, cap)
    print((peak_memory() - before) / states)


def peak_memory() -> int:
    """Return the bytes that this process held at most. (Linux: getrusage would begin with its parent's.)"""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return 1024 * int(next(line.split()[1] for line in status.splitlines() if line.startswith("VmHWM")))


def campaign(scenes: int = 300, variables: int = 60, seed: int = 4) -> Story:
    """Return a campaign: ten chapters with a desk of letters each, and 60 variables.

    Every chapter sets variables of its own; a few are asked for much later, most within the chapter, many
    only by texts. A meter runs through all of it.
    """
    chance = random.Random(seed)
    meter = Variable("standing", "meter", 0, 55, 0, 100)
    hours = Variable("hours", "number", 1, 0, 0, 4)
    flags = [Variable(f"f{i}", "flag", i) for i in range(2, variables // 2)]
    words = [
        Variable(f"w{i}", "word", i, maximum=3, values=("none", "low", "asked", "high"))
        for i in range(variables // 2, variables)
    ]
    chapters = 10
    per_chapter = scenes // chapters
    found: dict[str, Scene] = {}

    def condition(chapter: int, *, far: bool = False) -> Condition:
        near = [v for i, v in enumerate([*flags, *words]) if i % chapters == chapter]
        asked = chance.choice(near if not far else [*flags, *words])
        if asked.kind == "flag":
            return chance.choice((IsTrue(asked), Not(IsTrue(asked))))
        return Compare(chance.choice(("==", "!=")), Read(asked), Constant(chance.randint(0, 3)))  # type: ignore[arg-type]

    def effects(chapter: int) -> tuple[Effect, ...]:
        near = [v for i, v in enumerate([*flags, *words]) if i % chapters == chapter]
        changed = chance.choice(near)
        made = [Effect(changed, "=", Constant(chance.randint(0, changed.maximum)))]
        if chance.random() < 0.3:
            made.append(Effect(meter, chance.choice(("+=", "-=")), Constant(5)))  # type: ignore[arg-type]
        return tuple(made)

    for chapter in range(chapters):
        letters = 6
        plain = per_chapter - letters
        first = chapter * per_chapter
        for number in range(first, first + plain):
            last = number == first + plain - 1
            to = (
                [f"s{number + 1}"]
                if not last
                else [f"s{(chapter + 1) * per_chapter}" if chapter < 9 else "end0"]
            )
            skip = to if number >= first + plain - 2 else [*to, f"s{number + 2}"]
            ways = tuple(
                Way(
                    f"c{i}",
                    chance.choice(skip),
                    LABEL,
                    condition(chapter, far=chance.random() < 0.05) if i and chance.random() < 0.5 else None,
                    effects=effects(chapter),
                    result=LABEL,
                )
                for i in range(chance.randint(2, 4))
            )
            texts = (
                *TEXT,
                *(Passage("text", LABEL, condition(chapter, far=True)) for _ in range(2)),
            )
            exit: Choices | Next | Chance = Choices(ways)
            on_enter: tuple[Effect, ...] = ()
            if number == first + plain // 2:
                offer = DeckOffer(f"deck{chapter}", 4, effects=(Effect(hours, "-=", Constant(1)),))
                exit, on_enter = Choices((offer, *ways)), (Effect(hours, "=", Constant(3)),)
            elif chance.random() < 0.1:
                exit = Chance(tuple(Way(w.id, w.to, w.text, None, effects=w.effects, weight=2) for w in ways))
            elif last and chapter % 3 == 2:
                low = Compare("<", Read(meter), Constant(20))
                exit = Next((Way("", "end1", condition=low), Way("", to[0])))
            found[f"s{number}"] = Scene(
                f"s{number}", f"Scene {number}", f"ch{chapter}", "invented", texts, exit, on_enter=on_enter
            )
        for letter in range(letters):
            name = f"l{chapter}_{letter}"
            waits = DeckPlace(f"deck{chapter}", Compare(">", Read(hours), Constant(0)), LABEL, letter)
            answers = tuple(
                Way(f"a{i}", RETURN, LABEL, effects=effects(chapter), result=LABEL) for i in range(3)
            )
            found[name] = Scene(
                name, name, f"ch{chapter}", "invented", TEXT, Choices(answers), waits_in=waits
            )
    asked_late = All((IsTrue(flags[0]), AnyOf((IsTrue(flags[1]), IsTrue(flags[2])))))
    texts = (*TEXT, Passage("text", LABEL, asked_late))
    for number in range(2):
        found[f"end{number}"] = Scene(
            f"end{number}", "End", "ch9", "invented", texts, Ending(f"end{number}", f"End {number}")
        )
    story_chapters = tuple(
        Chapter(f"ch{i}", f"Chapter {i}", f"{i:02d}", f"s{i * per_chapter}") for i in range(10)
    )
    return Story("big", "Big", "1", "s0", story_chapters, (meter, hours, *flags, *words), found)


def rows(cap: int = 1_000_000) -> list[Row]:
    """Return speed, memory, growth and walks, each beside its floor."""
    written = generated(60)
    story = as_story(written)

    def rate(measured: tuple[int, float]) -> float:
        states, seconds = measured
        return states / seconds / 1e6

    floor_is = "bare loop, packed int, generated functions"
    speed = interleaved(lambda: rate(our_search(story, cap)), lambda: rate(floor_loop(written, cap)), 5)
    memory = interleaved(lambda: peak_bytes("ours", cap), lambda: peak_bytes("floor", cap), 3)
    grown = interleaved(lambda: rate(our_search(story, 5 * cap)), lambda: rate(our_search(story, cap)), 3)
    walked = interleaved(lambda: walks_a_second(story) / 1e6, lambda: floor_walks_a_second(written) / 1e6, 5)
    return [
        Row("states a second, 8 live variables", "M/s", *speed, floor_is, 0.5),
        Row("peak bytes a state, witnesses kept", "B", *memory, floor_is),
        Row(f"states a second at {5 * cap:,}", "M/s", *grown, f"ours at {cap:,}"),
        Row("random walks, choices a second", "M/s", *walked, "generated functions, tuple state"),
    ]


def live_row(cap: int = 1_000_000) -> Row:
    """Return the speed at as many live variables as LIVE says (`live 60`), beside the floor at as many."""
    written = generated(60)
    story = as_story(written)

    def rate(measured: tuple[int, float]) -> float:
        return measured[0] / measured[1] / 1e6

    speed = interleaved(lambda: rate(our_search(story, cap)), lambda: rate(floor_loop(written, cap)), 3)
    return Row(f"states a second, {LIVE} live variables", "M/s", *speed, "bare loop, packed int", 0.5)


def walks_a_second(story: Story) -> float:
    """Return the choices that uniform walks make in a second of CPU."""
    rules = read_rules(story)
    walk(rules, 1)
    begun = time.process_time()
    made = walk(rules, 3_000, seed=1, order="uniform").choices
    return made / (time.process_time() - begun)


def floor_walks_a_second(written: list[list[Written]]) -> float:
    """Return the choices a second of a loop over tuples, with a list of functions for each scene."""
    names: dict[str, object] = {}
    values = [f"v{i}" for i in range(LIVE)]
    source = []
    for number, ways in enumerate(written):
        for choice, way in enumerate(ways):
            moved = dict(way.effects)
            new = ", ".join(
                f"min({HIGHEST}, max(0, {v}{moved[i]:+d}))" if i in moved else v for i, v in enumerate(values)
            )
            source.append(
                f"def a{number}_{choice}(t):\n  {', '.join(values)} = t\n  return {way.to}, ({new})"
            )
        free = ", ".join(f"a{number}_{i}" for i, way in enumerate(ways) if not way.needs)
        source.append(f"def s{number}(t):\n  o = [{free}]")
        source += [
            f"  if t[{way.needs[0]}] >= {way.needs[1]}: o.append(a{number}_{i})"
            for i, way in enumerate(ways)
            if way.needs
        ]
        source.append("  return o")
    exec("\n".join(source), names)
    functions = [names[f"s{number}"] for number in range(len(written))]
    chance, made, end = random.Random(1).random, 0, len(written)
    begun = time.process_time()
    for _ in range(3_000):
        state, here = (START,) * LIVE, 0
        while here < end:
            ways = functions[here](state)  # type: ignore[operator]
            here, state = ways[int(chance() * len(ways))](state)
            made += 1
    return made / (time.process_time() - begun)


def tell_campaign() -> None:
    """Explore the generated campaign and say what it took."""
    story = campaign()
    begun = time.process_time()
    proof = prove(story, limits=Limits(bytes=2 * 2**30))
    seconds = time.process_time() - begun
    peak = peak_memory() / 2**20
    sliced = sum(each.states for each in proof.slices)
    print(
        f"campaign of {len(story.scenes)} scenes, {len(story.variables)} variables:",
        f"core {proof.states:,} states,",
        f"{len(proof.slices)} slices of {sliced:,}, bound {proof.bound}, {seconds:.1f} s, peak {peak:.0f} MB",
        flush=True,
    )


if __name__ == "__main__":
    if sys.argv[1:2] == ["peak"]:
        show_peak(sys.argv[2], int(sys.argv[3]))
    elif sys.argv[1:2] == ["campaign"]:
        tell_campaign()
    elif sys.argv[1:2] == ["live"]:
        LIVE = int(sys.argv[2])
        show([live_row()], [])
    else:
        show(rows())
        tell_campaign()
