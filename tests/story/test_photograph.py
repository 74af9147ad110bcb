"""Who is gone from the photograph, and who went only after the retoucher was gone himself."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from game.story.model import Story
from game.story.photograph import photograph_of
from game.story.playthrough import Playthrough, Start
from tests.story.conftest import PACK

MakeStory = Callable[..., Story]

PHOTOGRAPH = (
    PACK + "photograph: {title: The staff, people: [ann, bob], gone_from: arrested, retoucher: karl}\n"
)
PEOPLE = """\
ann: {name: Ann Orlova, fate: at_liberty}
bob: {name: Boris Petrov, fate: at_liberty}
karl: {name: Karl Reimer, fate: at_liberty}
"""
HALL = """\
scene: hall
title: Hall
provenance: invented
text: |
  A hall.
choices:
  - {id: ann, text: Ann goes., effects: [ann = arrested], to: hall}
  - {id: bob, text: Bob goes., effects: [bob = shot], to: hall}
  - {id: karl, text: Karl goes., effects: [karl = arrested], to: hall}
  - {id: back, text: Ann comes back., effects: [ann = at_liberty], to: hall}
  - {id: both, text: Karl and Bob go., effects: [karl = arrested, bob = arrested], to: hall}
  - {id: end, text: Go., to: yard}
"""


@pytest.mark.parametrize(
    ("ways", "gone", "house_paint"),
    [
        ([], (), ()),
        (["ann"], ("ann",), ()),
        (["ann", "karl"], ("ann",), ()),
        (["karl", "ann"], ("ann",), ("ann",)),
        (["ann", "karl", "bob"], ("ann", "bob"), ("bob",)),
        (["both"], ("bob",), ("bob",)),
        (["ann", "karl", "back"], (), ()),
        (["ann", "karl", "back", "ann"], ("ann",), ("ann",)),
    ],
)
def test_whoever_goes_after_the_retoucher_is_covered_with_house_paint(
    story: MakeStory, ways: list[str], gone: tuple[str, ...], house_paint: tuple[str, ...]
) -> None:
    playthrough = Playthrough.begin(story(HALL, pack=PHOTOGRAPH, people=PEOPLE))
    for way in ways:
        playthrough = playthrough.choose(way)
    view = photograph_of(playthrough)
    assert view is not None
    assert (view.gone, view.house_paint) == (gone, house_paint)


def test_whoever_is_gone_at_the_start_was_painted_out_by_the_retoucher(story: MakeStory) -> None:
    start = Start("hall", given={"ann": "shot", "karl": "arrested"})
    playthrough = Playthrough.begin(story(HALL, pack=PHOTOGRAPH, people=PEOPLE), start).choose("bob")
    view = photograph_of(playthrough)
    assert view is not None
    assert (view.gone, view.house_paint) == (("ann", "bob"), ("bob",))


def test_a_pack_without_a_retoucher_needs_no_house_paint(story: MakeStory) -> None:
    pack = PHOTOGRAPH.replace(", retoucher: karl", "")
    begun = Playthrough.begin(story(HALL, pack=pack, people=PEOPLE))
    view = photograph_of(begun.choose("karl").choose("ann"))
    assert view is not None
    assert (view.gone, view.house_paint) == (("ann",), ())


def test_a_pack_without_a_photograph_has_none(story: MakeStory) -> None:
    assert photograph_of(Playthrough.begin(story(HALL, people=PEOPLE))) is None
