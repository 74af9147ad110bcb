"""Conditions and effects as tables."""

from __future__ import annotations

import pytest

from game.story.conditions import (
    All,
    AnyOf,
    Arithmetic,
    Chose,
    Compare,
    Condition,
    Constant,
    CurrentChapter,
    Fixed,
    IsTrue,
    Negative,
    Not,
    Read,
    Seen,
    holds,
    unmet,
)
from game.story.effects import Effect, apply
from game.story.state import State
from game.story.variables import Variable

TRUST = Variable("trust", "meter", 0, start=50, minimum=0, maximum=100)
WARNED = Variable("warned", "flag", 1)
FATE = Variable("bob", "fate", 2, maximum=2, values=("at_liberty", "arrested", "shot"))
STATE = State(
    scene="hall",
    chapter=1,
    values=(30, 1, 1),
    seen=frozenset({"kitchen"}),
    chosen=frozenset({("kitchen", "tell")}),
)
HIGH = Compare(">=", Read(TRUST), Constant(60))


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        (None, True),
        (Fixed(True), True),
        (Fixed(False), False),
        (IsTrue(WARNED), True),
        (Compare("==", Read(TRUST), Constant(30)), True),
        (Compare("!=", Read(TRUST), Constant(30)), False),
        (Compare("<", Read(TRUST), Constant(30)), False),
        (Compare("<=", Read(TRUST), Constant(30)), True),
        (Compare(">", Read(TRUST), Constant(29)), True),
        (HIGH, False),
        (Compare("==", Arithmetic("*", Read(TRUST), Constant(2)), Constant(60)), True),
        (Compare("==", Arithmetic("-", Constant(1), Negative(Constant(2))), Constant(3)), True),
        (Compare(">=", Read(FATE), Constant(1)), True),
        (Compare("==", CurrentChapter(), Constant(1)), True),
        (Seen("kitchen"), True),
        (Seen("hall"), False),
        (Chose("kitchen", "tell"), True),
        (Chose("kitchen", "hint"), False),
        (Not(Seen("hall")), True),
        (All((IsTrue(WARNED), HIGH)), False),
        (AnyOf((IsTrue(WARNED), HIGH)), True),
    ],
)
def test_holds(condition: Condition | None, expected: bool) -> None:
    assert holds(condition, STATE) is expected


def test_unmet_names_the_failing_parts_of_an_and() -> None:
    assert unmet(All((IsTrue(WARNED), HIGH, Seen("hall"))), STATE) == (HIGH, Seen("hall"))
    assert unmet(AnyOf((HIGH, Seen("hall"))), STATE) == (AnyOf((HIGH, Seen("hall"))),)
    assert unmet(IsTrue(WARNED), STATE) == ()


def test_effects_run_in_order_and_each_stops_at_its_bound() -> None:
    state, changes = apply(
        (
            Effect(TRUST, "+=", Constant(90)),
            Effect(TRUST, "-=", Constant(10)),
            Effect(WARNED, "=", Constant(1)),
            Effect(FATE, "=", Constant(2)),
        ),
        STATE,
    )
    assert state.values == (90, 1, 2)
    assert [(change.before, change.after) for change in changes] == [(30, 100), (100, 90), (1, 2)]


def test_an_effect_may_read_other_variables() -> None:
    doubled = Effect(TRUST, "=", Arithmetic("+", Read(TRUST), Read(TRUST)))
    assert apply((doubled,), STATE)[0].values[0] == 60
