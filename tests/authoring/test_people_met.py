"""P116: whom a story harms, the player has met before, on some way and unharmed."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.authoring.packs import compiled

HEAD = "title: {0}\nprovenance: invented\nfacts: [telegram]\ntext: X.\n"


def scene(name: str, rest: str) -> str:
    return f"scene: {name}\n" + HEAD.format(name.upper()) + rest


def choices(*entries: str) -> str:
    lines = [f"  - {{{entry}, debrief: D., result: R.}}" for entry in entries]
    return "choices:\n" + "\n".join(lines) + "\n"


ARREST = choices(
    "id: sign, text: Sign., effects: [feldman = arrested], to: night", "id: no, text: No., to: night"
)
TO_Y = "next: [{to: y}]\n"


@pytest.mark.parametrize(
    ("scenes", "stranger"),
    [
        ([scene("x", "show: [feldman]\n" + TO_Y), scene("y", ARREST)], False),
        ([scene("x", TO_Y), scene("y", "show: [feldman]\n" + ARREST)], True),
        ([scene("x", TO_Y), scene("y", ARREST)], True),
        ([scene("x", "seat: feldman\n" + TO_Y), scene("y", ARREST)], False),
        # Only somebody who was arrested has been shown.
        (
            [
                scene("x", "next: [{effects: [feldman = arrested], to: cell}]\n"),
                scene("cell", "show: [feldman]\nnext: [{effects: [feldman = at_liberty], to: y}]\n"),
                scene("y", ARREST),
            ],
            True,
        ),
        # Shown on one of two ways: that is enough.
        (
            [
                scene("x", "next: [{if: warned, to: visit}, {to: y}]\non_enter: [warned = true]\n"),
                scene("visit", "show: [feldman]\n" + TO_Y),
                scene("y", ARREST),
            ],
            False,
        ),
        # Shown behind it: too late.
        (
            [
                scene("x", TO_Y),
                scene("y", choices("id: sign, text: Sign., effects: [feldman = arrested], to: z",
                                   "id: no, text: No., to: z")),
                scene("z", "show: [feldman]\nnext: [{to: night}]\n"),
            ],
            True,
        ),
        # A letter shows him, and the desk leads on to where he is harmed.
        (
            [
                scene("x", "choices:\n  - from_deck: pile\n  - {id: go, text: Go., debrief: D., to: y}\n"),
                scene("paper", "deck: pile\noffer: O.\nshow: [feldman]\nnext: [{to: return}]\n"),
                scene("y", ARREST),
            ],
            False,
        ),
        # To set him free is no harm, and neither is what happens to the player's own person.
        ([scene("x", "next: [{effects: [feldman = at_liberty], to: night}]\n")], False),
        ([scene("x", "next: [{effects: [sorokin = arrested], to: night}]\n")], False),
    ],
)  # fmt: skip
def test_who_is_harmed_was_met(tmp_path: Path, scenes: list[str], stranger: bool) -> None:
    result = compiled(tmp_path, "---\n".join(scenes))
    assert result.story is not None, [found.as_text() for found in result.diagnostics]
    assert ("P116" in [found.code for found in result.diagnostics]) == stranger


def test_the_finding_stands_at_the_choice(tmp_path: Path) -> None:
    result = compiled(tmp_path, scene("x", ARREST))
    (found,) = [found for found in result.diagnostics if found.code == "P116"]
    assert found.span.text == "sign"
    assert found.message == "`feldman` is harmed here, and no scene before has shown them unharmed"
