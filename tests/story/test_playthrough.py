"""How a playthrough goes on: choices, Continue, chance, letters, lessons, endings, going back."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from game.story.debrief import debrief_view
from game.story.model import Story
from game.story.playthrough import Playthrough, Start, Step, WayClosed, drawn
from game.story.scene_view import result_view, scene_view

MakeStory = Callable[..., Story]

HALL = """\
scene: hall
title: Hall
provenance: invented
text: |
  A hall.
choices:
  - id: pay
    text: Pay.
    if: coins >= 1
    effects: [coins -= 1, warned = true]
    to: stair
  - id: wait
    text: Wait.
    to: stair
---
scene: stair
title: Stair
provenance: invented
text: |
  A stair.
next:
  - {if: chose(hall.pay), to: yard}
  - {to: street}
---
scene: street
title: Street
provenance: invented
text: |
  A street.
ending: {id: street_end, title: The street, kind: shot}
"""

DESK = """\
scene: hall
title: Hall
provenance: invented
on_enter: [coins = 3]
text: |
  A desk.
talk: |
  What lies there?
choices:
  - from_deck: tray
    if: coins > 0
    limit: 2
    effects: [coins -= 1]
  - id: home
    text: Go home.
    to: yard
---
scene: letter_a
title: A
deck: tray
offer: Letter a.
provenance: invented
text: |
  A.
choices:
  - {id: file, text: File it., to: return}
---
scene: letter_b
title: B
deck: tray
offer: Letter b.
priority: 5
provenance: invented
text: |
  B.
next:
  - to: return
---
scene: letter_c
title: C
deck: tray
repeat: true
provenance: invented
text: |
  C.
choices:
  - {id: leave, text: Leave by the window., to: yard}
  - {id: stay, text: Stay., to: return}
---
scene: letter_d
title: D
deck: tray
if: reply == high
provenance: invented
text: |
  D.
next:
  - to: return
"""


def play(playthrough: Playthrough, *ways: str) -> Playthrough:
    for way in ways:
        playthrough = playthrough.choose(way)
    return playthrough


def values(playthrough: Playthrough) -> dict[str, str]:
    state = playthrough.state
    return {v.id: v.name_of(state.values[v.slot]) for v in playthrough.story.variables}


def test_a_game_begins_at_the_packs_start_with_every_variable_at_its_start(story: MakeStory) -> None:
    begun = Playthrough.begin(story(HALL))
    assert begun.state.scene == "hall"
    assert values(begun) == {
        "coins": "2",
        "trust": "50",
        "warned": "false",
        "reply": "none",
        "ann": "at_liberty",
        "bob": "at_liberty",
    }


def test_a_choice_runs_its_effects_and_leads_on(story: MakeStory) -> None:
    after = play(Playthrough.begin(story(HALL)), "pay")
    assert after.state.scene == "stair"
    assert values(after)["coins"] == "1"
    assert values(after)["warned"] == "true"
    assert [(c.variable.id, c.before, c.after) for c in after.moments[-1].changes] == [
        ("coins", 2, 1),
        ("warned", 0, 1),
    ]


def test_continue_takes_the_first_entry_whose_condition_holds(story: MakeStory) -> None:
    begun = Playthrough.begin(story(HALL))
    assert play(begun, "pay", "continue").state.scene == "yard"
    assert play(begun, "wait", "continue").state.scene == "street"


def test_a_closed_way_is_refused(story: MakeStory) -> None:
    poor = Playthrough.begin(story(HALL), Start("hall", {"coins": "0"}))
    with pytest.raises(WayClosed):
        poor.choose("pay")


def test_an_ending_gives_its_kind_to_the_players_person_and_stops(story: MakeStory) -> None:
    ended = play(Playthrough.begin(story(HALL)), "wait", "continue")
    assert ended.is_over
    assert ended.ending is not None
    assert ended.ending.title == "The street"
    assert values(ended)["ann"] == "shot"
    assert ended.ways == ()


def test_the_state_remembers_only_what_a_condition_asks_about(story: MakeStory) -> None:
    begun = Playthrough.begin(story(HALL))
    assert play(begun, "pay").state.chosen == frozenset({("hall", "pay")})
    assert play(begun, "wait").state.chosen == frozenset()
    assert play(begun, "wait").state.seen == frozenset()


def test_back_drops_the_last_step_and_stops_at_the_start(story: MakeStory) -> None:
    begun = Playthrough.begin(story(HALL))
    assert play(begun, "pay").back() == begun
    assert begun.back() == begun
    assert play(begun, "pay", "continue").back_to(0) == begun


def test_steps_name_scene_and_way(story: MakeStory) -> None:
    ended = play(Playthrough.begin(story(HALL)), "pay", "continue")
    assert ended.steps == (Step("hall", "pay"), Step("stair", "continue"))


def test_letters_lie_by_priority_then_id_up_to_the_limit_and_the_next_moves_up(story: MakeStory) -> None:
    desk = Playthrough.begin(story(DESK))
    assert [way.id for way in desk.ways] == ["tray/letter_b", "tray/letter_a", "home"]
    back = play(desk, "tray/letter_b", "continue")
    assert [way.id for way in back.ways] == ["tray/letter_a", "tray/letter_c", "home"]


def test_taking_a_letter_runs_the_decks_effects_and_returning_does_not_enter_anew(story: MakeStory) -> None:
    back = play(Playthrough.begin(story(DESK)), "tray/letter_a", "file")
    assert back.state.scene == "hall"
    assert back.state.offered_by is None
    assert values(back)["coins"] == "2"
    assert back.moments[-1].returned


def test_a_repeated_letter_lies_there_again_until_the_hours_are_gone(story: MakeStory) -> None:
    desk = Playthrough.begin(story(DESK))
    for _ in range(3):
        desk = play(desk, "tray/letter_c", "stay") if "tray/letter_c" in _ids(desk) else _read_one(desk)
    assert _ids(desk) == ["home"]


def _ids(playthrough: Playthrough) -> list[str]:
    return [way.id for way in playthrough.ways]


def _read_one(desk: Playthrough) -> Playthrough:
    letter = desk.choose(desk.ways[0].id)
    return letter.choose(letter.ways[0].id)


def test_a_letter_can_lead_away_for_good(story: MakeStory) -> None:
    gone = play(Playthrough.begin(story(DESK)), "tray/letter_a", "file", "tray/letter_c", "leave")
    assert gone.state.scene == "yard"
    assert gone.state.offered_by is None


def test_in_a_letter_the_chapter_is_that_of_the_desk(story: MakeStory) -> None:
    letter = play(Playthrough.begin(story(DESK)), "tray/letter_b")
    assert letter.state.chapter == 0
    assert letter.state.offered_by == "hall"


def test_a_letter_opened_alone_returns_to_the_first_scene_that_offers_it(story: MakeStory) -> None:
    alone = Playthrough.begin(story(DESK), Start("letter_a")).choose("file")
    assert alone.state.scene == "hall"
    home = alone.choose("home")
    result = result_view(home)
    assert result is not None
    assert [paper.title for paper in result.unread] == ["B", "C"]
    assert [decision.number for decision in debrief_view(home).decisions] == [1, 2]


def test_a_lesson_closes_where_a_way_would_leave_its_chapters(story: MakeStory) -> None:
    closed = play(Playthrough.begin(story(HALL), Start("hall", lesson="first_half")), "pay", "continue")
    assert closed.state.scene == "bell"
    assert closed.is_over
    assert closed.ending is None
    bare = play(Playthrough.begin(story(HALL), Start("hall", lesson="first_bare")), "pay", "continue")
    assert bare.is_over
    assert bare.state.scene == "stair"


def test_a_start_gives_values_and_refuses_what_is_not_there(story: MakeStory) -> None:
    given = Playthrough.begin(story(HALL), Start("yard", {"coins": "4", "bob": "shot", "warned": "true"}))
    assert values(given)["coins"] == "4"
    assert values(given)["bob"] == "shot"
    for wrong in ({"coins": "9"}, {"bob": "lost"}, {"nobody": "1"}):
        with pytest.raises(ValueError, match="cannot be"):
            Playthrough.begin(story(HALL), Start("hall", wrong))
    with pytest.raises(ValueError, match="no scene"):
        Playthrough.begin(story(HALL), Start("attic"))


CHANCE = """\
scene: hall
title: Hall
provenance: invented
text: |
  A car.
chance:
  - {id: passes, weight: 3, to: yard}
  - {id: stops, weight: 1, if: coins > 1, effects: [bob = arrested], to: yard}
"""


def test_chance_offers_the_open_draws_and_the_caller_passes_the_one_drawn(story: MakeStory) -> None:
    begun = Playthrough.begin(story(CHANCE))
    assert _ids(begun) == ["passes", "stops"]
    assert [drawn(begun.ways, lot).id for lot in (0.0, 0.74, 0.76, 0.99)] == [
        "passes",
        "passes",
        "stops",
        "stops",
    ]
    assert values(begun.choose("stops"))["bob"] == "arrested"
    assert _ids(Playthrough.begin(story(CHANCE), Start("hall", {"coins": "1"}))) == ["passes"]


STUCK = """\
scene: hall
title: Hall
provenance: invented
text: |
  A car.
chance:
  - {id: stops, weight: 1, if: coins > 4, to: yard}
"""


def test_a_page_without_an_open_way_says_so_and_one_can_go_back(story: MakeStory) -> None:
    stuck = Playthrough.begin(story(STUCK))
    assert stuck.ways == ()
    assert not stuck.is_over
    assert scene_view(stuck).leads == "stuck"
    assert debrief_view(stuck).decisions == ()


NO_FATES = """\
format: 1
id: small
title: A pack without fates
version: 1.0.0
start: hall
you: ann
chapters:
  - {id: one, folder: 01_one, title: One, start: hall}
  - {id: two, folder: 02_two, title: Two, start: yard}
"""
MET = """\
scene: hall
title: Hall
provenance: invented
show: [ann, bob]
text:
  - who: bob
    text: |
      Good morning.
ending: {id: over, title: Over}
"""


def test_people_need_no_fates(story: MakeStory) -> None:
    people = "ann: {name: Ann}\nbob: {name: Bob}\n"
    yard = "scene: yard\ntitle: Yard\nprovenance: invented\ntext: Snow.\nending: {id: yard, title: Yard}\n"
    met = Playthrough.begin(story(MET, NO_FATES, yard, people=people))
    assert [(person.name, person.fate) for person in scene_view(met).show] == [("Ann", ""), ("Bob", "")]
    assert [entry.person.name for entry in debrief_view(met).people] == ["Ann", "Bob"]
