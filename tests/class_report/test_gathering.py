"""Codes counted: who went which way, where it ended, what nobody met; repeats, bad lines, all cores."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterable

import pytest

from game.class_report.gathering import Gathered, gathered
from game.class_report.lines import lines_of
from game.class_report.report import class_view
from game.class_report.roads import Roads
from game.class_report.tally import Tally
from game.explore.walk_codes import walk_codes
from game.story.debrief import facts_met
from game.story.model import Story, Way
from game.story.playthrough import Playthrough
from game.story.replay_code import from_code, to_code
from game.story.starts import lesson_start
from game.story.views import text_of
from tests.explore import planted
from tests.story.replay_code_vectors import story_of

ROOM, ROOMS = story_of("reading_room"), story_of("two_rooms")


def played(story: Story, ways: Iterable[str]) -> Playthrough:
    playthrough = Playthrough.begin(story)
    for way in ways:
        playthrough = playthrough.choose(way)
    return playthrough


def code(*ways: str) -> str:
    return to_code(played(ROOM, ways))


SHOWN = code("show", "home", "passes")
HIDDEN = code("hide", "tray/letter_roza", "continue", "home", "stops", "continue")
LATER = code("hide", "tray/letter_reader", "mend", "home", "passes")
STOPPED = code("hide")


def read(text: str, **options: bool) -> Gathered:
    return gathered(ROOM, lines_of(io.BytesIO(text.encode())), **options)


def test_playthroughs_are_counted_by_decision_ending_and_page() -> None:
    found = read("\n".join((SHOWN, HIDDEN, LATER, STOPPED)))
    tally = found.tallies["story"]
    assert (found.codes, found.lines, tally.played) == (4, 4, 4)
    assert tally.faced["door"] == 4
    assert (tally.taken["door", "show"], tally.taken["door", "hide"]) == (1, 3)
    assert tally.open_to["door", "show"] == 4
    assert tally.open_to["desk", "tray/letter_roza"] == 3
    assert tally.taken["desk", "tray/letter_roza"] == 1
    assert tally.taken["street", "stops"] == 1
    assert tally.endings.total() == 3
    assert tally.stopped == Counter({"desk": 1})


def test_the_same_code_is_counted_once_unless_it_is_asked_for() -> None:
    text = f"Anna {SHOWN}\nAnna {SHOWN.lower()}\nBen {HIDDEN}\n"
    once = read(text)
    assert (once.codes, once.repeats) == (2, 1)
    again = read(text, with_repeats=True)
    assert (again.codes, again.repeats) == (3, 0)


def test_bad_lines_are_numbers_and_reasons_and_hold_no_word_of_the_line() -> None:
    slip = SHOWN[:2] + ("A" if SHOWN[2] != "A" else "B") + SHOWN[3:]
    found = read(f"Berta Quast\n\n{SHOWN}\nCem Aydin: {slip}\nDilek {to_code(Playthrough.begin(ROOMS))}\n")
    assert [(bad.line, bad.fault, bad.group) for bad in found.bad] == [
        (1, "empty", 0),
        (4, "slip", 1),
        (5, "other_rules", 0),
    ]
    view = class_view(ROOM, found)
    assert [(bad.line, bad.reason) for bad in view.bad] == [
        (4, "Group 1 was mistyped. Please compare it once more."),
        (5, "This code belongs to another story, or to another version of this one."),
    ]
    assert view.without_code == 1
    assert not any(name in str((found, view)) for name in ("Berta", "Quast", "Cem", "Aydin", "Dilek"))


def test_many_bad_lines_are_counted_and_the_first_hundred_listed() -> None:
    found = read("1234567-8abc\n" * 150 + "nothing\n" * 10)
    assert (len(found.bad), found.faults.total()) == (100, 160)


@pytest.mark.parametrize("most_kept", [1, 7, 20_000])
def test_counting_agrees_with_playing_each_code_for_itself(most_kept: int) -> None:
    starts = [None, lesson_start(ROOMS, "one_period")]
    codes = list(walk_codes(ROOMS, 30, 3))
    codes += [to_code(Playthrough.begin(ROOMS, start).choose("key").choose("out")) for start in starts]
    roads = Roads(ROOMS, most_kept)
    for each in codes:
        roads.count(each)
    tallies = roads.tallies()
    assert {name: tally.played for name, tally in tallies.items()} == {"story": 31, "lesson one_period": 1}
    wanted = Tally()
    for each in codes[:-1]:
        played = from_code(ROOMS, each)
        wanted.facts.update(set(facts_met(played)))
        wanted.taken.update({(s.scene, s.way) for s in played.steps if s.way != "continue"})
        (wanted.endings if played.is_over else wanted.stopped)[played.scene.id] += 1
    assert tallies["story"].facts == wanted.facts
    assert tallies["story"].taken == wanted.taken
    assert tallies["story"].endings == wanted.endings


def test_all_cores_count_the_same() -> None:
    codes = list(walk_codes(ROOMS, 3_000, 1))
    alone, together = (
        gathered(ROOMS, enumerate(codes, 1), with_repeats=True, cores=cores) for cores in (1, 2)
    )
    assert alone.codes == 3_000  # more than are counted before other processes are asked
    assert together == alone


def test_progress_is_told_in_lines_and_codes() -> None:
    told: list[tuple[int, int]] = []
    lines = enumerate(walk_codes(ROOMS, 1_200, 2), 1)
    gathered(ROOMS, lines, lambda *at: told.append(at), with_repeats=True, cores=1)
    assert [codes for _, codes in told] == [500, 1000]


def test_the_report_names_what_the_class_did() -> None:
    (start,) = class_view(ROOM, read("\n".join((SHOWN, HIDDEN, LATER, STOPPED)))).starts
    assert (start.kind, start.title, start.played) == ("story", "The Reading Room", 4)
    door = start.decisions[0]
    assert (door.scene, door.kind, door.faced) == ("door", "choice", 4)
    assert [(way.id, way.taken) for way in door.ways] == [("show", 1), ("hide", 3), ("telephone", 0)]
    # Of six pairs three hold the one who showed it.
    assert door.apart == 50
    assert start.split[0] == "door"
    desk = next(decision for decision in start.decisions if decision.kind == "desk")
    assert [(text_of(paper.text), paper.taken) for paper in desk.papers] == [
        ("From the cloakroom", 1),
        ("A complaint", 1),
    ]
    street = next(decision for decision in start.decisions if decision.scene == "street")
    assert (street.kind, street.apart) == ("chance", 0)
    assert [(end.scene, end.count) for end in start.stopped] == [("desk", 1)]
    assert sum(end.count for end in start.endings) == 3


def test_a_class_that_began_in_several_places_is_grouped_by_start() -> None:
    lesson = Playthrough.begin(ROOMS, lesson_start(ROOMS, "one_period")).choose("key")
    lines = enumerate([to_code(lesson), *walk_codes(ROOMS, 3, 1)], 1)
    view = class_view(ROOMS, gathered(ROOMS, lines))
    assert [(start.kind, start.title, start.played) for start in view.starts] == [
        ("story", "Two Rooms", 3),
        ("lesson", "One period", 1),
    ]


def test_where_somebody_came_back_nobody_is_said_to_have_differed() -> None:
    story = planted.story([planted.scene("s0", Way("round", "s0"), Way("on", "end")), planted.ending("end")])
    roads = [("on",), ("round", "on"), ("round", "round", "on")]
    codes = [to_code(played(story, road)) for road in roads]
    (start,) = class_view(story, gathered(story, enumerate(codes, 1))).starts
    (decision,) = start.decisions
    assert [(way.id, way.taken) for way in decision.ways] == [("round", 2), ("on", 3)]
    assert decision.apart == 0
    assert start.split == ()
