"""Who somebody is: their card, one click or key away from every page they are on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from game.desktop import words
from game.desktop.kit import Kit
from game.desktop.screens import evidence
from game.desktop.screens.cards import Card
from game.desktop.sitting import Sitting
from game.desktop.widgets.chips import gap, rule
from game.desktop.widgets.heading import subheading
from game.desktop.widgets.picture import person_target
from game.desktop.widgets.piece import Gap, Piece
from game.story.conditions import holds
from game.story.model import Story
from game.story.playthrough import Moment
from game.story.views import PersonView, SceneView

__all__ = ["met_on", "newcomers", "on_page", "person_target", "who_card"]


def who_card(sitting: Sitting, people: Sequence[PersonView]) -> Card:
    """Return the card of one person, or of everybody on a page."""
    you = sitting.story.you if sitting.story else ""

    def items(kit: Kit, width: int) -> Iterable[Piece | Gap]:
        if len(people) > 1:
            yield subheading(kit, words.WHO_IS_HERE, width)
            yield gap(kit, 10)
        for position, shown in enumerate(people):
            if position:
                yield from (gap(kit, 12), rule(kit, width, max(1, kit.space("rule"))), gap(kit, 12))
            note = words.THIS_IS_YOU if shown.id == you else ""
            yield evidence.person(kit, sitting.as_it_stands(shown), width, note, shown.about)

    return Card(sitting, items, "who")


def on_page(view: SceneView) -> tuple[PersonView, ...]:
    """Return everybody on a page, each once: who sits there, who is shown, who speaks."""
    speakers = [passage.who for passage in view.passages if passage.who]
    found = [*([view.seat] if view.seat else []), *view.show, *speakers]
    return tuple({person.id: person for person in found}.values())


def newcomers(story: Story, before: Iterable[Moment], view: SceneView) -> frozenset[str]:
    """Return the ids of those on a page who were on none `before` it: their role stands beside the name."""
    return frozenset(person.id for person in on_page(view)) - met_on(story, before)


def met_on(story: Story, moments: Iterable[Moment]) -> frozenset[str]:
    """Return the ids of those who were seen or heard on these pages."""
    met: set[str] = set()
    for moment in moments:
        scene = story.scenes[moment.state.scene]
        met.update(scene.show, [scene.seat] if scene.seat else [])
        met.update(p.who for p in scene.passages if p.who and holds(p.condition, moment.state))
    return frozenset(met)
