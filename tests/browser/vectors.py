"""Playthroughs with all that they show, as a file that another implementation of the engine can be held to.

A line is one JSON object:

    {"vectors": 1, "compiled": {...}, "words": {...}}    the story that the lines below are played in
    {"view": 7, "is": {...}}                             a view, named by its number from here on
    {"play": 3, "start": {...} or null, "moves": [...]}  a playthrough; its moves in order
    {"typed": "...", "stands_for": "..."}                a code as somebody typed it, and the one meant
    {"typed": "...", "fault": "slip", "group": 2}        or what is wrong with it
    {"load": {...}, "gives": {...}, "stopped_at": null, "steps_lost": 0}    a save, and what becomes of it
    {"load": {...}, "says": "..."}                       or why it is none
    {"picture": "<svg>", "gone": [...], "house_paint": [...], "paint": {...}, "painted": "<svg>"}

A picture is a photograph before and after people were painted out of it. A move is one of

    {"at": [scene, result, ending, photograph]}          what is shown now: numbers of views, or null
    {"choose": "id"}   {"refused": "id"}                 a way is taken; a way is closed
    {"back_to": 2}                                       all after the moment of this position is dropped
    {"lot": 0.25, "draws": "id"}                         which way this lot draws
    {"answer": ["id", "text"]}                           a question of the debrief is answered
    {"vote": ["id", 12]}                                 hands are counted for a way of this page
    {"debrief": 9}   {"save": 8}                         a view of the debrief; the save, which loads again
    {"code": "..."}                                      the replay code, which must lead to the same place

Run as `python -m tests.browser.vectors PACK -o vectors.jsonl --plays 2000 --seed 1`.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from random import Random
from typing import Any

from game.browser.compiled import carried
from game.story.debrief import debrief_view
from game.story.model import Story
from game.story.photograph import photograph_of
from game.story.playthrough import Playthrough, Start, drawn
from game.story.replay import to_save
from game.story.replay_code import to_code
from game.story.scene_view import ending_view, result_view, scene_view
from game.story.starts import chapter_start, lesson_start
from game.story.views import plain

LONGEST = 400
"""Moves after which a playthrough that walks in a ring is left."""


class Recorder:
    """Writes a story's playthroughs down; each view is written once and named by its number after that."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self.lines: list[dict[str, Any]] = [{"vectors": 1, **carried(story)}]
        self._known: dict[str, int] = {}
        self._plays = 0

    def view(self, view: Any) -> int | None:
        """Return the number of a view (None of no view)."""
        if view is None:
            return None
        values = view if isinstance(view, dict) else plain(view)
        text = json.dumps(values, ensure_ascii=False)
        if text not in self._known:
            self._known[text] = len(self._known)
            self.lines.append({"view": self._known[text], "is": values})
        return self._known[text]

    def at(self, playthrough: Playthrough) -> dict[str, Any]:
        """Return the move that says what is shown now."""
        photograph = photograph_of(playthrough)
        shown = (scene_view(playthrough), result_view(playthrough), ending_view(playthrough), photograph)
        return {"at": [self.view(view) for view in shown]}

    def closing(self, playthrough: Playthrough) -> list[dict[str, Any]]:
        """Return the moves that end a playthrough: its debrief, its save and its code."""
        return [
            {"debrief": self.view(debrief_view(playthrough))},
            {"save": self.view(to_save(playthrough))},
            {"code": to_code(playthrough)},
        ]

    def play(self, start: Start | None, moves: list[dict[str, Any]]) -> None:
        """Write one playthrough down."""
        told = {"scene": start.scene, "given": dict(start.given), "lesson": start.lesson} if start else None
        self.lines.append({"play": self._plays, "start": told, "moves": moves})
        self._plays += 1

    def walk(self, start: Start | None, chance: Random, *, debrief: bool) -> None:
        """Play at random, go back now and then, and write it down."""
        playthrough = Playthrough.begin(self.story, start)
        moves = [self.at(playthrough)]
        while playthrough.ways and len(moves) < LONGEST:
            if len(playthrough.moments) > 1 and chance.random() < 0.04:
                moment = chance.randrange(len(playthrough.moments))
                playthrough = playthrough.back_to(moment)
                moves += [{"back_to": moment}, self.at(playthrough)]
                continue
            if closed := self._closed(playthrough, chance):
                moves.append({"refused": closed})
            lot = self._lot(playthrough, chance)
            moves.append({"lot": lot, "draws": drawn(playthrough.ways, lot).id})
            way = chance.choice(playthrough.ways).id
            if chance.random() < 0.1:
                hands = chance.randint(0, 30)
                playthrough = playthrough.voted(way, hands)
                moves.append({"vote": [way, hands]})
            playthrough = playthrough.choose(way)
            moves += [{"choose": way}, self.at(playthrough)]
            if chance.random() < 0.004:
                break
        if debrief:
            for question in chance.sample(sorted(self.story.questions), min(2, len(self.story.questions))):
                answer = chance.choice(("Because they were afraid.", "„Ja“ – а почему? 👀", " "))
                playthrough = playthrough.answered(question, answer)
                moves.append({"answer": [question, answer]})
            moves += self.closing(playthrough)
        self.play(start, moves)

    def _lot(self, playthrough: Playthrough, chance: Random) -> float:
        """Return a lot: any, or one that falls exactly between two ways."""
        weights = [getattr(way.entry, "weight", 1) for way in playthrough.ways]
        edge = sum(weights[: chance.randrange(len(weights))]) / sum(weights)
        return chance.choice((edge, chance.random()))

    def _closed(self, playthrough: Playthrough, chance: Random) -> str:
        """Return a way that is written in the scene and not open now, or nothing."""
        entries = [getattr(entry, "id", "") for entry in playthrough.scene.entries]
        closed = [id for id in entries if id and id not in {way.id for way in playthrough.ways}]
        return chance.choice(closed) if closed and chance.random() < 0.3 else ""


def starts(story: Story) -> list[Start | None]:
    """Return the pack's own beginning, its chapters, its lessons, and every letter opened alone."""
    found: list[Start | None] = [None]
    found += [chapter_start(story, chapter.id) for chapter in story.chapters]
    found += [lesson_start(story, lesson.id) for lesson in story.lessons]
    found += [Start(scene.id) for scene in story.scenes.values() if scene.waits_in]
    return found


def random_start(story: Story, chance: Random) -> Start | None:
    """Return where one playthrough begins: mostly the pack's own beginning, else anywhere."""
    if chance.random() < 0.6:
        return None
    if chance.random() < 0.5:
        return chance.choice(starts(story))
    given = {v.id: v.name_of(chance.randint(v.minimum, v.maximum)) for v in story.variables}
    return Start(chance.choice(tuple(story.scenes)), given)


def vectors(story: Story, plays: int, seed: int, debrief_every: int = 5) -> Iterator[dict[str, Any]]:
    """Yield the lines for random playthroughs of a story; each start of the pack is played at least once."""
    chance, recorder = Random(seed), Recorder(story)
    for number in range(plays):
        first = starts(story)[number : number + 1] if number < len(starts(story)) else []
        start = first[0] if first else random_start(story, chance)
        recorder.walk(start, chance, debrief=debrief_every > 0 and number % debrief_every == 0)
        yield from recorder.lines
        recorder.lines.clear()


def write(path: Path, lines: Iterable[dict[str, Any]]) -> None:
    """Write lines as a file of vectors."""
    with path.open("w", encoding="utf-8") as file:
        for line in lines:
            file.write(json.dumps(line, ensure_ascii=False, separators=(",", ":")) + "\n")


def main() -> None:
    """Write the vectors of a pack."""
    from game.commands.packs import find_pack, open_story

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("pack", metavar="PACK", help="a pack's folder or id")
    parser.add_argument("-o", "--output", type=Path, default=Path("vectors.jsonl"), metavar="FILE")
    parser.add_argument("--plays", type=int, default=1000, help="how many playthroughs")
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    write(given.output, vectors(open_story(find_pack(given.pack)), given.plays, given.seed))


if __name__ == "__main__":
    main()
