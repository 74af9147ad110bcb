"""Writes replay_code_vectors.json: codes that every implementation of docs/replay-code.md must make and read.

Run with `python -m tests.story.replay_code_vectors`; only a new format of codes or an edited test pack calls
for it.
"""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Any

from game.authoring.compiler import compile_pack
from game.story.code_signs import WrongCode, read, written
from game.story.compiled import fingerprint
from game.story.model import Story
from game.story.playthrough import Playthrough, Start
from game.story.replay_code import digits_of, from_code, rules_number, to_code
from game.story.starts import chapter_start, lesson_start

FILE = Path(__file__).with_suffix(".json")
PACKS = FILE.parents[1] / "packs"


def story_of(pack: str) -> Story:
    """Return the story of a test pack."""
    story = compile_pack(PACKS / pack).story
    assert story is not None
    return story


def walked(story: Story, start: Start | None, steps: int, seed: int) -> Playthrough:
    """Play at random for so many steps, or to the end."""
    chance, playthrough = random.Random(seed), Playthrough.begin(story, start)
    for _ in range(steps):
        if not playthrough.ways:
            break
        # Whoever goes out is soon at the end.
        ways = [way.id for way in playthrough.ways if way.id != "out" or steps < 20]
        playthrough = playthrough.choose(chance.choice(ways))
    return playthrough


def vector(pack: str, playthrough: Playthrough) -> dict[str, Any]:
    """Return one playthrough with its code and all that lies between the two."""
    start, code = playthrough.start, to_code(playthrough)
    number, length = read(code)
    return {
        "pack": pack,
        "start": {"scene": start.scene, "given": dict(start.given), "lesson": start.lesson},
        "steps": [[step.scene, step.way] for step in playthrough.steps],
        "digits": [list(digit) for digit in digits_of(playthrough)],
        "number": str(number),
        "base31_digits": length,
        "code": code,
    }


def wrong(pack: str, typed: str) -> dict[str, Any]:
    """Return a typed code that is refused, and how."""
    try:
        from_code(story_of(pack), typed)
    except WrongCode as problem:
        return {"pack": pack, "typed": typed, "fault": problem.fault, "group": problem.group}
    raise AssertionError(f"{typed} is a code")


def vectors() -> dict[str, Any]:
    """Return everything that stands in the file."""
    room, rooms = story_of("reading_room"), story_of("two_rooms")
    starts = [
        None,
        chapter_start(rooms, "second"),
        lesson_start(rooms, "one_period"),
        lesson_start(rooms, "no_close"),
        Start("stairs", {"keys": "-1"}),
        Start("note_a", {"mood": "merry", "lit": "true"}, "one_period"),
    ]
    played = [vector("reading_room", walked(room, None, steps, steps)) for steps in (0, 1, 2, 3, 5, 8, 99)]
    played += [vector("two_rooms", walked(rooms, start, 9, at)) for at, start in enumerate(starts)]
    played += [vector("two_rooms", walked(rooms, None, steps, 3)) for steps in (31, 32, 33)]
    code, other = played[-1]["code"], played[0]["code"]
    first, second, *rest = code.split("-")
    number, length = read(code)
    typed = [
        code.lower(),
        code.replace("-", ""),
        f" {first} – {second}.{' '.join(rest)} ",
        code.replace("0", "O").replace("1", "l").replace("5", "s").replace("V", "u"),
    ]
    refused = [
        "",
        "-",
        first,
        f"{first}-{second}",
        f"{first}-{second[1]}{second[0]}{second[2:]}-{'-'.join(rest)}",
        f"{first[0]}{second[0]}{first[2:]}-{second}-{'-'.join(rest)}",
        f"{second}-{first}-{'-'.join(rest)}",
        f"{first}-{second[:-1]}-{'-'.join(rest)}",
        f"{first}-{second}-{second}-{'-'.join(rest)}",
        f"{first}-{second[:2]}!{second[3:]}-{'-'.join(rest)}",
        f"{code}-{first}",
        written(number, length + 1),
        written(number + 31 ** (length - 1) * 30, length),
        other,
    ]
    return {
        "rules": {
            pack: {"fingerprint": fingerprint(story), "rules_number": rules_number(story)}
            for pack, story in (("reading_room", room), ("two_rooms", rooms))
        },
        "played": played,
        "typed": [{"pack": "two_rooms", "typed": way, "code": code} for way in typed],
        "wrong": [wrong("two_rooms", way) for way in refused],
    }


def as_text() -> str:
    """Return the file's text: one vector a line, so that a change can be read."""
    found = vectors()
    parts = [f' "rules": {json.dumps(found["rules"])}']
    for name in ("played", "typed", "wrong"):
        lines = ",\n  ".join(json.dumps(entry, ensure_ascii=False) for entry in found[name])
        parts.append(f' "{name}": [\n  {lines}\n ]')
    return "{\n" + ",\n".join(parts) + "\n}\n"


if __name__ == "__main__":
    FILE.write_text(as_text(), encoding="utf-8")
