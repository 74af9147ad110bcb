"""Playthrough and replay code: there and back, and what is no code of this story."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.story.code_signs import SIGNS, WrongCode, read, written
from game.story.model import Story
from game.story.playthrough import Playthrough, Start
from game.story.replay_code import digits_of, from_code, to_code, way_ids
from game.story.starts import chapter_start, lesson_start
from tests.story.replay_code_vectors import FILE, as_text, story_of
from tests.story.test_laws import PICKS, campaign, walk

MakeStory = Callable[..., Story]

HALL = """\
scene: hall
title: Hall
provenance: invented
text: |
  A hall.
choices:
  - {id: c_third, text: Third., effects: [coins -= 1], to: room}
  - {id: a_first, text: First., to: room}
  - {id: b_second, text: Second., if: warned, to: yard}
---
scene: room
title: Room
provenance: invented
text: |
  A room.
chance:
  - {id: stays, weight: 3, to: hall}
  - {id: goes, weight: 1, effects: [warned = true], to: hall}
"""
VECTORS = json.loads(FILE.read_text(encoding="utf-8"))


def digits(playthrough: Playthrough) -> list[tuple[int, int]]:
    return list(digits_of(playthrough))[1:]


def test_a_code_holds_the_start_the_steps_and_each_way_among_the_open_ones(story: MakeStory) -> None:
    begun = Playthrough.begin(story(HALL))
    assert digits(begun) == [(0, 6), (0, 64)]
    once = begun.choose("c_third")
    assert digits(once) == [(0, 6), (1, 64), (1, 2)]
    drawn = once.choose("goes")
    assert digits(drawn) == [(0, 6), (2, 64), (1, 2), (0, 2)]
    assert digits(drawn.choose("b_second")) == [(0, 6), (3, 64), (1, 2), (0, 2), (1, 3)]


def test_every_declared_start_has_a_number_and_any_other_is_written_out(story: MakeStory) -> None:
    made = story(HALL)
    starts = [chapter_start(made, "two"), lesson_start(made, "first_half"), lesson_start(made, "first_bare")]
    assert [digits(Playthrough.begin(made, start))[0] for start in starts] == [(2, 6), (3, 6), (4, 6)]
    other = Start("room", {"bob": "shot", "coins": "3"}, "first_bare")
    # Scenes bell, hall, room, yard; coins is slot 0 and goes from 0, bob is slot 5 and has three fates.
    wanted = [(5, 6), (2, 4), (2, 3), (2, 7), (0, 6), (3, 6), (5, 6), (2, 3), (0, 64)]
    assert digits(Playthrough.begin(made, other)) == wanted
    again = from_code(made, to_code(Playthrough.begin(made, other)))
    assert again.start == Start("room", {"coins": "3", "bob": "shot"}, "first_bare")


def test_a_run_that_was_ended_early_ends_on_the_same_page(story: MakeStory) -> None:
    made = story(HALL)
    played = Playthrough.begin(made, lesson_start(made, "first_half")).choose("a_first")
    assert from_code(made, to_code(played)) == played
    assert from_code(made, to_code(played.back())).state.scene == "hall"


def test_prose_and_the_order_of_choices_leave_a_code_as_it_is(story: MakeStory) -> None:
    code = to_code(Playthrough.begin(story(HALL)).choose("c_third"))
    first = "  - {id: a_first, text: First., to: room}\n"
    moved = HALL.replace(first, "").replace("choices:\n", f"choices:\n{first}").replace("A hall.", "A hall!")
    assert moved != HALL
    assert from_code(story(moved), code).steps == Playthrough.begin(story(HALL)).choose("c_third").steps


@pytest.mark.parametrize(
    ("rule", "other"),
    [
        ("coins -= 1", "coins -= 2"),
        ("if: warned", "if: coins > 1"),
        ("weight: 3", "weight: 2"),
        ("id: stays", "id: remains"),
        ("First., to: room", "First., to: hall"),
    ],
)
def test_a_code_of_other_rules_is_refused_and_says_so(story: MakeStory, rule: str, other: str) -> None:
    code = to_code(Playthrough.begin(story(HALL)).choose("c_third"))
    with pytest.raises(WrongCode, match="belongs to another story, or to another version") as caught:
        from_code(story(HALL.replace(rule, other)), code)
    assert (caught.value.fault, caught.value.group) == ("other_rules", 0)


def test_an_extension_has_rules_of_its_own(story: MakeStory) -> None:
    made = story(HALL)
    more = {**made.scenes, "attic": replace(made.scenes["yard"], id="attic", from_extension=True)}
    extended = replace(made, extension="attic_pack", scenes=more)
    with pytest.raises(WrongCode, match="another story"):
        from_code(extended, to_code(Playthrough.begin(made)))


@pytest.mark.parametrize("change", ["longer", "left over", "no such way"])
def test_a_number_that_leads_nowhere_is_refused(story: MakeStory, change: str) -> None:
    made = story(HALL)
    number, length = read(to_code(Playthrough.begin(made, chapter_start(made, "two"))))
    rules = 31**4
    wrong = {
        "longer": written(number, length + 1),
        "left over": written(number + 31 ** (length - 1) * 30, length),
        # The chapter begins with its ending: no step leads on.
        "no such way": written(number + rules * 6, length),
    }[change]
    with pytest.raises(WrongCode, match="does not lead through this story"):
        from_code(made, wrong)


def test_a_code_cannot_ask_for_more_steps_than_a_playthrough_may_have() -> None:
    rooms = story_of("two_rooms")
    number, _ = read(to_code(Playthrough.begin(rooms)))
    blocks = sum((63 if at < 3 else 31) * 64**at for at in range(4))
    number += 31**4 * 6 * blocks
    with pytest.raises(WrongCode, match="does not lead"):
        from_code(rooms, written(number, 12))


@pytest.mark.parametrize("played", VECTORS["played"], ids=lambda played: played["code"])
def test_vectors_are_made_and_read(played: dict[str, object]) -> None:
    story = story_of(str(played["pack"]))
    playthrough = from_code(story, str(played["code"]))
    assert [[step.scene, step.way] for step in playthrough.steps] == played["steps"]
    assert to_code(playthrough) == played["code"]
    assert [list(digit) for digit in digits_of(playthrough)] == played["digits"]


@pytest.mark.parametrize("typed", VECTORS["typed"], ids=lambda typed: typed["typed"])
def test_vectors_of_typed_codes(typed: dict[str, str]) -> None:
    assert to_code(from_code(story_of(typed["pack"]), typed["typed"])) == typed["code"]


@pytest.mark.parametrize("wrong", VECTORS["wrong"], ids=lambda wrong: wrong["typed"])
def test_vectors_of_wrong_codes(wrong: dict[str, str]) -> None:
    with pytest.raises(WrongCode) as caught:
        from_code(story_of(wrong["pack"]), wrong["typed"])
    assert (caught.value.fault, caught.value.group) == (wrong["fault"], wrong["group"])


def test_the_file_of_vectors_is_what_its_script_writes() -> None:
    assert FILE.read_text(encoding="utf-8") == as_text()


@settings(deadline=None)
@given(PICKS)
def test_code_and_back_gives_the_same_playthrough(picks: list[int]) -> None:
    played = walk(campaign(), picks)
    assert from_code(campaign(), to_code(played)) == played


@settings(deadline=None)
@given(PICKS, st.integers(0, 10**6), st.sampled_from(SIGNS))
def test_a_slip_never_gives_another_playthrough(picks: list[int], place: int, sign: str) -> None:
    code = to_code(walk(campaign(), picks))
    at = place % len(code)
    if code[at] in (sign, "-"):
        return
    with pytest.raises(WrongCode):
        from_code(campaign(), code[:at] + sign + code[at + 1 :])


def there_and_back(number: int, seed: int) -> None:
    """So many random playthroughs, some ended early, to their codes and back."""
    chance, story = random.Random(seed), campaign()
    for _ in range(number):
        playthrough, left = Playthrough.begin(story), chance.choice((99, 99, chance.randrange(30)))
        while playthrough.ways and left:
            playthrough, left = playthrough.choose(chance.choice(way_ids(playthrough.ways))), left - 1
        assert from_code(story, to_code(playthrough)) == playthrough


def test_playthroughs_to_code_and_back() -> None:
    there_and_back(300, 11)


@pytest.mark.long
def test_ten_thousand_playthroughs_to_code_and_back() -> None:
    there_and_back(10_000, 12)


def mutated(code: str, chance: random.Random) -> str:
    """A code after one to four accidents: signs changed, swapped, lost, doubled, groups moved."""
    signs = list(code.replace("-", ""))
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(signs))
        match chance.randrange(5):
            case 0:
                signs[at] = chance.choice(SIGNS)
            case 1:
                other = chance.randrange(len(signs))
                signs[at], signs[other] = signs[other], signs[at]
            case 2 if len(signs) > 1:
                del signs[at]
            case 3:
                signs.insert(at, signs[at])
            case _:
                group = at // 5 * 5
                signs = signs[:group] + signs[group + 5 :] + signs[group : group + 5]
    return "".join(signs)


def accepted(number: int, seed: int) -> int:
    """Of so many mutated codes of chapter 1, how many lead to a playthrough, though another one."""
    chance, story = random.Random(seed), campaign()
    codes = [to_code(walk(story, [chance.randrange(9) for _ in range(60)])) for _ in range(50)]
    found = 0
    for _ in range(number):
        code = chance.choice(codes)
        typed = mutated(code, chance)
        try:
            found += to_code(from_code(story, typed)) != code
        except WrongCode:
            continue
    return found


def test_mutated_codes_pass_no_more_often_than_the_check_signs_allow() -> None:
    # Two accidents in one group of check signs pass once in 31; most have more groups against them.
    assert accepted(2_000, 3) <= 2_000 / 31 / 5


@pytest.mark.long
def test_a_hundred_thousand_mutated_codes() -> None:
    assert accepted(100_000, 4) <= 100_000 / 31 / 5
