"""The compiled pack."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from game.story.compiled import DamagedPack, fingerprint, from_compiled, to_compiled
from game.story.model import Story

MakeStory = Callable[..., Story]

SCENE = """\
scene: hall
title: Hall
provenance: invented
text: |
  A {trust} *hall* of [[coin]]s.
choices:
  - id: pay
    text: Pay.
    if: (coins + 1) * 2 > 3 and not seen(hall) or bob >= arrested
    effects: [coins -= 1, reply = high]
    to: yard
"""
GLOSSARY = "coin: {term: coin, meaning: Money.}\n"


def test_a_story_comes_back_equal_from_its_compiled_pack(story: MakeStory) -> None:
    made = story(SCENE, glossary=GLOSSARY)
    assert from_compiled(json.loads(json.dumps(to_compiled(made)))) == made


def test_the_fingerprint_changes_with_a_rule_and_not_with_a_word(story: MakeStory) -> None:
    before = fingerprint(story(SCENE, glossary=GLOSSARY))
    assert fingerprint(story(SCENE.replace("Pay.", "Pay him,"), glossary=GLOSSARY)) == before
    assert fingerprint(story(SCENE.replace("coins -= 1", "coins -= 2"), glossary=GLOSSARY)) != before


@pytest.mark.parametrize(
    "damaged",
    [
        None,
        [],
        {},
        {"format": 2},
        {"format": 1, "story": {"variables": []}},
        {"format": 1, "story": {"variables": [{"id": "x"}]}},
        {"format": 1, "story": {"variables": [], "scenes": {"a": 1}}},
    ],
)
def test_a_damaged_compiled_pack_is_refused(damaged: object) -> None:
    with pytest.raises(DamagedPack):
        from_compiled(damaged)


def test_the_fingerprint_knows_no_order_of_choices_but_that_of_next(story: MakeStory) -> None:
    first, second = "  - {id: a, text: A., to: yard}\n", "  - {id: b, text: B., to: yard}\n"
    head = SCENE[: SCENE.index("choices:")]
    one = fingerprint(story(f"{head}choices:\n{first}{second}", glossary=GLOSSARY))
    assert fingerprint(story(f"{head}choices:\n{second}{first}", glossary=GLOSSARY)) == one
    first, second = "  - {if: coins > 1, to: yard}\n", "  - {to: bell}\n"
    one = fingerprint(story(f"{head}next:\n{first}{second}", glossary=GLOSSARY))
    first = "  - {if: coins > 2, to: yard}\n"
    assert fingerprint(story(f"{head}next:\n{first}{second}", glossary=GLOSSARY)) != one
