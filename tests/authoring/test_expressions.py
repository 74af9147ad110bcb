"""Conditions and effects: trees, types, bounds and slips with their places."""

from __future__ import annotations

import pytest

from game.authoring.expression_parts import Symbols
from game.authoring.expressions import parse_condition, parse_effect
from game.story.conditions import (
    All,
    AnyOf,
    Arithmetic,
    Chose,
    Compare,
    Constant,
    CurrentChapter,
    Fixed,
    IsTrue,
    Negative,
    Not,
    Read,
    Seen,
)
from game.story.effects import Effect
from game.story.variables import Variable

FATES = ("at_liberty", "arrested", "shot")
WARNED = Variable("warned", "flag", 0)
HOURS = Variable("hours", "number", 1, 0, 0, 6)
BIG = Variable("big", "number", 2, 0, -1_000_000, 1_000_000)
REPLY = Variable("reply", "word", 3, 0, 0, 1, ("low", "high"), ("low", "high"))
FELDMAN = Variable("feldman", "fate", 4, 0, 0, 2, FATES, FATES)
LUKIN = Variable("lukin", "fate", 5, 0, 0, 2, FATES, FATES)
SYMBOLS = Symbols({v.id: v for v in (WARNED, HOURS, BIG, REPLY, FELDMAN, LUKIN)}, {"december": 0, "names": 1})


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("true", Fixed(True)),
        ("warned", IsTrue(WARNED)),
        ("not warned", Not(IsTrue(WARNED))),
        ("warned == true", IsTrue(WARNED)),
        ("warned != true", Not(IsTrue(WARNED))),
        ("false == warned", Not(IsTrue(WARNED))),
        ("hours >= 2", Compare(">=", Read(HOURS), Constant(2))),
        ("hours > -2", Compare(">", Read(HOURS), Constant(-2))),
        ("-hours < 2", Compare("<", Negative(Read(HOURS)), Constant(2))),
        ("reply == low", Compare("==", Read(REPLY), Constant(0))),
        ("feldman >= arrested", Compare(">=", Read(FELDMAN), Constant(1))),
        ("arrested <= feldman", Compare("<=", Constant(1), Read(FELDMAN))),
        ("feldman == lukin", Compare("==", Read(FELDMAN), Read(LUKIN))),
        ("chapter == names", Compare("==", CurrentChapter(), Constant(1))),
        ("seen(office)", Seen("office")),
        ("chose(office.home)", Chose("office", "home")),
        ("not feldman == shot", Not(Compare("==", Read(FELDMAN), Constant(2)))),
        ("warned and seen(a) and seen(b)", All((IsTrue(WARNED), Seen("a"), Seen("b")))),
        ("warned or seen(a) and seen(b)", AnyOf((IsTrue(WARNED), All((Seen("a"), Seen("b")))))),
        ("(warned or seen(a)) and seen(b)", All((AnyOf((IsTrue(WARNED), Seen("a"))), Seen("b")))),
        (
            "hours + 2 * 3 - 1 > 0",
            Compare(
                ">",
                Arithmetic(
                    "-", Arithmetic("+", Read(HOURS), Arithmetic("*", Constant(2), Constant(3))), Constant(1)
                ),
                Constant(0),
            ),
        ),
    ],
)
def test_conditions(text: str, tree: object) -> None:
    parsed = parse_condition(text, SYMBOLS)
    assert parsed.slips == ()
    assert parsed.tree == tree


@pytest.mark.parametrize(
    ("text", "slips"),
    [
        ("standing", [("V101", 0, 8)]),
        ("warned &&  seen(a)", [("V105", 7, 9)]),
        ("!warned", [("V105", 0, 1)]),
        ("warned == True", [("V106", 10, 14)]),
        ("hours = 2", [("V103", 6, 7)]),
        ("reply == lo", [("V108", 9, 11)]),
        ("feldman == reply", [("V107", 8, 10)]),
        ("reply < high", [("V107", 6, 7)]),
        ("warned > true", [("V107", 7, 8)]),
        ("seen(a) == true", [("V107", 8, 10)]),
        ("hours", [("V110", 0, 5)]),
        ("hours + 1", [("V110", 0, 9)]),
        ("warned and hours", [("V110", 11, 16)]),
        ("1 < hours < 3", [("V109", 10, 11)]),
        ("chose(a, b)", [("V112", 7, 8)]),
        ("seen(a, b)", [("V122", 6, 7)]),
        ("seen a", [("V122", 0, 6)]),
        ("seen(a.b)", [("V122", 0, 9)]),
        ("office.home", [("V121", 0, 11)]),
        ("hours >= 2000000", [("V114", 9, 16)]),
        ("hours >= 1,000", [("V114", 9, 14)]),
        ("big * big * big > 0", [("V115", 0, 15)]),
        ("hours / 2 > 1", [("V120", 6, 7)]),
        ("feldman == 'shot'", [("V116", 11, 17)]),
        ("feldman == “shot”", [("V116", 11, 17)]),
        ("w\u0430rned", [("V117", 0, 6)]),
        ("warned + 1 > 0", [("V127", 0, 6)]),
        ("(warned", [("V102", 7, 8)]),
        ("warned)", [("V102", 6, 7)]),
        ("and warned", [("V102", 0, 3)]),
        ("warned warned", [("V102", 7, 13)]),
        ("hours > ", [("V102", 7, 8)]),
        ("hours => 2", [("V105", 6, 8)]),
        ("feldman is not arrested", [("V105", 8, 14)]),
        ("hours is more than 2", [("V105", 6, 18)]),
        ("hours less than 2", [("V105", 6, 15)]),
        ("hours is at least 2", [("V105", 6, 17)]),
        ("chapter == januar", [("V108", 11, 17)]),
    ],
)
def test_slips_and_their_places(text: str, slips: list[tuple[str, int, int]]) -> None:
    parsed = parse_condition(text, SYMBOLS)
    assert [slip[:3] for slip in parsed.slips] == slips
    assert parsed.tree is None


def test_what_a_condition_mentions() -> None:
    parsed = parse_condition("seen(a) and chose(b.c)", SYMBOLS)
    assert [mention[:] for mention in parsed.mentions] == [("scene", "a", 5, 6), ("way", "b.c", 18, 21)]


@pytest.mark.parametrize("text", ["(" * 5_000 + "warned", "not " * 5_000 + "warned", "-" * 5_000 + "1 > 0"])
def test_endless_nesting_is_one_slip(text: str) -> None:
    assert [slip.code for slip in parse_condition(text, SYMBOLS).slips] == ["V119"]


def test_a_name_that_an_unread_part_may_declare_is_no_slip() -> None:
    symbols = Symbols({}, {}, lambda name: name == "standing")
    assert parse_condition("standing >= 3", symbols).slips == ()
    assert [slip.code for slip in parse_condition("standnig >= 3", symbols).slips] == ["V101"]


@pytest.mark.parametrize(
    ("text", "effect"),
    [
        ("warned = true", Effect(WARNED, "=", Constant(1))),
        ("hours -= 1", Effect(HOURS, "-=", Constant(1))),
        ("hours = big + 1", Effect(HOURS, "=", Arithmetic("+", Read(BIG), Constant(1)))),
        ("hours = -1", Effect(HOURS, "=", Constant(-1))),
        ("reply = high", Effect(REPLY, "=", Constant(1))),
        ("feldman = shot", Effect(FELDMAN, "=", Constant(2))),
    ],
)
def test_effects(text: str, effect: Effect) -> None:
    assert parse_effect(text, SYMBOLS) == (effect, ())


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("hours == 1", "V104"),
        ("warned = 1", "V125"),
        ("warned = hours > 2", "V125"),
        ("hours = true", "V125"),
        ("feldman = lukin", "V125"),
        ("reply = lo", "V108"),
        ("warned += 1", "V111"),
        ("standing = 1", "V101"),
        ("hours", "V113"),
        ("hours > 3", "V113"),
        ("chapter = names", "V124"),
        ("hours + = 1", None),
        ("hours += ", "V102"),
    ],
)
def test_slips_of_effects(text: str, code: str | None) -> None:
    assert [slip.code for slip in parse_effect(text, SYMBOLS).slips] == ([code] if code else [])


def test_given_takes_values_only() -> None:
    assert parse_effect("hours = 3", SYMBOLS, given=True).effect == Effect(HOURS, "=", Constant(3))
    for text, code in [("hours += 3", "V123"), ("hours = big", "V123"), ("hours = 7", "V126")]:
        assert [slip.code for slip in parse_effect(text, SYMBOLS, given=True).slips] == [code]
