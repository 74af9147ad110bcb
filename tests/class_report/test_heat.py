"""A class's codes on the map: who came where, who went which way."""

from __future__ import annotations

from game.class_report.gathering import gathered
from game.class_report.heat import shares_of, ways_of
from game.story.playthrough import Playthrough
from game.story.replay_code import to_code
from tests.story.replay_code_vectors import story_of

ROOM = story_of("reading_room")


def test_scenes_have_shares_of_all_playthroughs_and_ways_counts_in_words() -> None:
    begun = Playthrough.begin(ROOM)
    played = [begun, begun.choose("show"), begun.choose("hide"), begun.choose("hide").choose("home")]
    found = gathered(ROOM, enumerate(map(to_code, played), 1))
    assert shares_of(found) == {"door": 1.0, "desk": 0.75, "street": 0.25}
    ways = ways_of(found)
    assert ways["door", "hide"] == "taken by 2 of 3"
    assert ways["desk", "home"] == "taken by 1 of 1"
    assert ways["desk", "tray/letter_roza"] == "taken by 0 of 1"
    assert ("door", "telephone") not in ways
