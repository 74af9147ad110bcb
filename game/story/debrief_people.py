"""The second leaf of a debrief: who was met, what became of them, and what the player's own chair brought."""

from __future__ import annotations

from collections.abc import Iterator

from game.story.conditions import holds
from game.story.playthrough import Playthrough
from game.story.variables import Variable
from game.story.viewer import Viewer
from game.story.views import ChairView, DecisionView, PersonLedgerView


def people_of(playthrough: Playthrough, decisions: tuple[DecisionView, ...]) -> tuple[PersonLedgerView, ...]:
    """Return everybody met, the player's person first, each with the decisions that touched their fate."""
    story, viewer = playthrough.story, Viewer(playthrough.story, playthrough.state)
    touched = _touched_by(decisions)
    found = []
    for person in _met(playthrough):
        fate = story.variable.get(person)
        name = fate.name_of(playthrough.state.values[fate.slot]) if fate else ""
        entry = PersonLedgerView(
            viewer.person(person),
            person == story.you,
            viewer.prose(dict(story.people[person].after).get(name, ())),
            touched.get(person, ()),
            viewer.facts(story.people[person].drawn_from),
        )
        found.append(entry)
    return tuple(found)


def _met(playthrough: Playthrough) -> tuple[str, ...]:
    """Everybody shown, heard or changed so far, in pack order, the player's person first."""
    story, met = playthrough.story, {playthrough.story.you}
    for moment in playthrough.moments:
        scene = story.scenes[moment.state.scene]
        met.update(scene.show, {scene.seat}, (change.variable.id for change in moment.changes))
        met.update(passage.who for passage in scene.passages if holds(passage.condition, moment.state))
    return tuple(sorted((p for p in story.people if p in met), key=lambda person: person != story.you))


def _touched_by(decisions: tuple[DecisionView, ...]) -> dict[str, tuple[int, ...]]:
    """For each person, the numbers of the decisions that changed their fate."""
    touched: dict[str, dict[int, None]] = {}
    for decision in decisions:
        for change in decision.changes:
            touched.setdefault(change.person.id, {})[decision.number] = None
    return {person: tuple(numbers) for person, numbers in touched.items()}


def chair_of(playthrough: Playthrough, decisions: tuple[DecisionView, ...]) -> tuple[ChairView, ...]:
    """Return what the chair brought, in words and never as a number.

    That is every meter with signs, and every word with `show: chair`, that reads otherwise now than at the
    first page, or did in between.
    """
    return tuple(_chair(playthrough, decisions))


def _chair(playthrough: Playthrough, decisions: tuple[DecisionView, ...]) -> Iterator[ChairView]:
    moments = playthrough.moments
    pages = [decision.moment for decision in decisions] + [len(moments) - 1]
    for variable in playthrough.story.variables:
        if not _is_of_the_chair(variable):
            continue

        def shown(moment: int, variable: Variable = variable) -> str:
            return variable.shown(moments[moment].state.values[variable.slot])

        turned = tuple(
            decision.number
            for decision, before, after in zip(decisions, pages, pages[1:], strict=False)
            if shown(before) != shown(after)
        )
        if turned or shown(0) != shown(-1):
            title = "" if variable.signs else variable.id.replace("_", " ").capitalize()
            yield ChairView(variable.id, title, shown(0), shown(-1), turned)


def _is_of_the_chair(variable: Variable) -> bool:
    return bool(variable.signs) or variable.shown_as == "chair"
