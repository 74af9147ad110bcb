"""The two engines show the same: playthroughs made in Python are played again in node and in Chromium."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path
from random import Random
from typing import Any

import pytest

from game.browser.bundle import joined
from game.pages.retouching import PAINT, group_of, heads, retouched
from game.story.model import CONTINUE, Story
from game.story.playthrough import Playthrough
from game.story.replay import UnreadableSave, from_save, to_save
from tests.browser.conftest import PACKS, SCENES, story_of
from tests.browser.enriched import enriched
from tests.browser.vectors import Recorder, vectors, write
from tests.explore.small_stories import Maker

HERE = Path(__file__).parent
CAMPAIGN, ROOM, ROOMS = SCENES / "third_chair", PACKS / "reading_room", PACKS / "two_rooms"
CODES = HERE.parent / "story" / "replay_code_vectors.json"
Lines = Iterator[dict[str, Any]]


def packs(plays: int) -> Lines:
    """Random playthroughs of the packs that writers made."""
    for pack in (CAMPAIGN, ROOM, ROOMS):
        # A debrief has the whole record in it: in a large story one in ten is enough.
        yield from vectors(story_of(pack), plays, seed=1, debrief_every=10 if pack is CAMPAIGN else 4)


def made(stories: int, plays: int) -> Lines:
    """Random playthroughs of random stories: every kind of condition, effect, clamp, deck and draw."""
    for seed in range(stories):
        story = enriched(seed) if seed % 2 else Maker(seed, loops=True).story()
        yield from vectors(story, plays, seed, debrief_every=2)


def walkthroughs() -> Lines:
    """Every walkthrough of tests/walkthroughs, what it goes back on included."""
    for pack in (CAMPAIGN, ROOM):
        recorder = Recorder(story_of(pack))
        for path in sorted((HERE.parent / "walkthroughs" / pack.name).glob("*.txt")):
            recorder.play(None, walked(recorder, story_of(pack), path))
        yield from recorder.lines


def walked(recorder: Recorder, story: Story, path: Path) -> list[dict[str, Any]]:
    playthrough = Playthrough.begin(story)
    moves = [recorder.at(playthrough)]
    for line in path.read_text(encoding="utf-8").splitlines():
        verb, _, rest = line.strip().partition(" ")
        if verb == "back":
            playthrough = playthrough.back()
            moves.append({"back_to": len(playthrough.moments) - 1})
        elif verb in ("choose", "draw", "letter", "continue"):
            ways = {way.letter or way.id: way.id for way in playthrough.ways}
            way = CONTINUE if verb == "continue" else ways.get(rest.strip())
            if way is None:
                break  # the story has moved on; test_walkthroughs.py says so
            playthrough = playthrough.choose(way)
            moves.append({"choose": way})
        else:
            continue
        moves.append(recorder.at(playthrough))
    return moves + recorder.closing(playthrough)


def codes() -> Lines:
    """The vectors of the replay code: what was typed, and what it stands for or what is wrong with it."""
    known = json.loads(CODES.read_text(encoding="utf-8"))
    for pack in (ROOM, ROOMS):
        yield Recorder(story_of(pack)).lines[0]
        for entry in known["played"] + known["typed"]:
            if entry["pack"] == pack.name:
                yield {"typed": entry.get("typed", entry["code"]), "stands_for": entry["code"]}
        for entry in known["wrong"]:
            if entry["pack"] == pack.name:
                yield {"typed": entry["typed"], "fault": entry["fault"], "group": entry["group"]}
    yield {"typed": "H" * 20_001, "fault": "misfit", "group": 0}  # it is not looked at


def saves() -> Lines:
    """Saves that load, that stop where the story has changed, and that are none: what each gives."""
    story = story_of(ROOM)
    steps = [["door", "show"], ["desk", "tray/letter_roza"], ["letter_roza", "continue"]]
    votes = {"0": {"show": 3, "hide": 1000, "odd": True}, "3": {"home": 2}, "9": {"late": 1}, "x": {}, "1": 7}
    good = {
        **to_save(Playthrough.begin(story)),
        "steps": steps,
        "votes": votes,
        "answers": {"q": "Да.", "r": 4},
    }
    start = {"scene": "desk", "given": {"hours": "1", "pavel": "arrested"}, "lesson": ""}
    yield Recorder(story).lines[0]
    for changed in (
        {},
        {"start": start, "steps": []},
        {"steps": [*steps, ["street", "passes"], ["a", "b"]]},
        {"steps": [["door", "telephone"]]},
        {"votes": [1], "answers": "none"},
        {"format": 2},
        {"story": "other"},
        {"extension": "class_7"},
        {"start": {"scene": "desk", "given": {"hours": 1}, "lesson": ""}},
        {"start": {**start, "given": {"hours": "4"}}},
        {"start": {**start, "scene": "constructor"}},
        {"steps": "all"},
        {"steps": [["door"]]},
    ):
        save = good | changed
        try:
            replay = from_save(story, save)
        except UnreadableSave as problem:
            yield {"load": save, "says": str(problem)}
            continue
        stopped = replay.stopped_at
        yield {
            "load": save,
            "gives": to_save(replay.playthrough),
            "stopped_at": [stopped.scene, stopped.way] if stopped else None,
            "steps_lost": replay.steps_lost,
        }


def photographs() -> Lines:
    """The game's photographs and a drawn one, with everybody painted out alone, and all of them."""
    drawn = group_of(["anna", "pavel", "roza"])
    assets = HERE.parent.parent / "assets"
    files = [assets / "pictures" / "presidium_1934.svg", assets / "places" / "office_night.svg"]
    for svg in [drawn, *(file.read_text(encoding="utf-8") for file in files)]:
        people = [*heads(svg)]
        for gone in [*([person] for person in people), people]:
            for house in ([], gone[:1], gone):
                painted = retouched(svg, gone, house)
                paint = {"retouch": PAINT.retouch, "house": PAINT.house}
                yield {"picture": svg, "gone": gone, "house_paint": house, "paint": paint, "painted": painted}


def in_node(tmp_path: Path, lines: Iterable[dict[str, Any]]) -> dict[str, int]:
    """Play vectors in node; how much was compared. Fails with the first difference."""
    node = shutil.which("node")
    if node is None:
        pytest.skip("node is not installed; the vectors are played in Chromium all the same")
    path = tmp_path / "vectors.jsonl"
    write(path, lines)
    run = subprocess.run([node, HERE / "play_vectors.mjs", path], capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    counted: dict[str, int] = json.loads(run.stdout)
    return counted


def in_chromium(browser: Any, lines: Iterable[dict[str, Any]]) -> dict[str, int]:
    """Play vectors in a browser, by the engine joined as the page has it."""
    page = browser.new_page()
    page.add_script_tag(content=joined(HERE / "conformance_page.mjs"))
    play = "lines => { for (const line of lines) conformance.line(JSON.parse(line)); }"
    waiting: list[str] = []
    for line in lines:
        waiting.append(json.dumps(line, ensure_ascii=False))
        if len(waiting) == 500:
            page.evaluate(play, waiting)
            waiting.clear()
    page.evaluate(play, waiting)
    counted: dict[str, int] = page.evaluate("({plays: conformance.plays, compared: conformance.compared})")
    page.close()
    return counted


def test_the_packs_show_the_same_in_node(tmp_path: Path) -> None:
    counted = in_node(tmp_path, packs(25))
    assert counted["plays"] == 75
    assert counted["compared"] > 2000


def test_random_stories_show_the_same_in_node(tmp_path: Path) -> None:
    counted = in_node(tmp_path, made(50, 8))
    assert counted["plays"] == 400
    assert counted["compared"] > 10_000


def test_nothing_times_less_than_nothing_is_the_same_zero_in_node(tmp_path: Path) -> None:
    assert in_node(tmp_path, made_of(649078))["plays"] == 10


def test_walkthroughs_show_the_same_in_node(tmp_path: Path) -> None:
    files = [*(HERE.parent / "walkthroughs").glob("*/*.txt")]
    assert in_node(tmp_path, walkthroughs())["plays"] == len(files)


def test_codes_are_read_the_same_in_node(tmp_path: Path) -> None:
    known = json.loads(CODES.read_text(encoding="utf-8"))
    vectors = sum(len(known[part]) for part in ("played", "typed", "wrong"))
    assert in_node(tmp_path, codes())["compared"] == vectors + 1


def test_saves_load_the_same_in_node(tmp_path: Path) -> None:
    assert in_node(tmp_path, saves())["compared"] == 13


def test_photographs_are_painted_over_the_same_in_node(tmp_path: Path) -> None:
    assert in_node(tmp_path, photographs())["compared"] == 3 * (4 + 9 + 9)


def test_all_of_it_shows_the_same_in_chromium(browser: object) -> None:
    counted = in_chromium(browser, [*packs(8), *made(12, 8), *walkthroughs(), *codes(), *saves()])
    assert counted["plays"] > 120
    assert counted["compared"] > 3000


def test_a_difference_is_found_and_its_place_is_named(tmp_path: Path) -> None:
    lines = [*vectors(story_of(ROOM), 1, seed=1)]
    scene = next(line for line in lines if line.get("is", {}).get("choices"))
    scene["is"]["choices"][0]["number"] = 2
    with pytest.raises(AssertionError, match=r"play 0, move \d+, scene: /choices/0/number is 1, wanted 2"):
        in_node(tmp_path, lines)


@pytest.mark.long
def test_thousands_of_playthroughs_show_the_same_in_node(tmp_path: Path) -> None:
    assert in_node(tmp_path, packs(1000))["plays"] == 3000
    assert in_node(tmp_path, made(1500, 10))["plays"] == 15_000


@pytest.mark.long
def test_thousands_of_playthroughs_show_the_same_in_chromium(browser: object) -> None:
    chance = Random(7)
    lines = (line for seed in chance.sample(range(10**6), 300) for line in made_of(seed))
    assert in_chromium(browser, lines)["plays"] == 3000
    assert in_chromium(browser, packs(400))["plays"] == 1200


def made_of(seed: int) -> Lines:
    yield from vectors(enriched(seed), 10, seed, debrief_every=2)
