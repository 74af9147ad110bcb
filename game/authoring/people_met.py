"""Nobody is harmed whom the player has not met: found by graph, whatever the conditions say."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from game.authoring.draft import Draft
from game.authoring.pack_reader import PackReader
from game.authoring.spans import Span
from game.story.conditions import Constant
from game.story.effects import Effect
from game.story.model import RETURN, DeckOffer, Scene, Way

ARRESTED = "arrested"
"""The fate from which on somebody is harmed; in a pack without it, the second one."""

Harm = tuple[Scene, Way | DeckOffer | None]
"""Where somebody is harmed: by a way out of a scene, or by entering it (None)."""
Steps = Mapping[str, Sequence[tuple[int, str]]]
"""The ways out of each scene: whom each harms, as bits, and a scene that it leads to."""


def check_people_met(draft: Draft, readers: Sequence[PackReader]) -> None:
    """Warn where somebody is harmed and no road leads there from a scene that shows them unharmed."""
    fates = [fate for reader in readers for fate, _ in reader.fates]
    gravest = fates.index(ARRESTED) if ARRESTED in fates else 1
    # Each effect was read once, however many places have it: a story asks for few.
    harming = {id(effect) for effect in draft.effects.values() if effect and _harms(effect, gravest)}
    if not harming:
        return
    head = readers[0].opened.head
    scenes = {scene.id: scene for reader in readers for scene in reader.scenes}
    harms = _harmed(scenes.values(), harming)
    harms.pop(head.get("you", ""), None)
    bits = {person: 1 << at for at, person in enumerate(harms)}
    met = _met(head.get("start", ""), scenes, harms, bits)
    for person, places in harms.items():
        stranger = next((place for place in places if not met.get(place[0].id, 0) & bits[person]), None)
        if stranger:
            draft.report.add("P116", _place(draft, *stranger), name=person)


def _harms(effect: Effect, gravest: int) -> bool:
    variable, value = effect.variable, effect.value
    return (
        variable.kind == "fate"
        and isinstance(value, Constant)
        and effect.sign == "="
        and variable.start < gravest <= value.value
    )


def _harmed(scenes: Iterable[Scene], harming: Collection[int]) -> dict[str, list[Harm]]:
    """Return where each person is harmed, in the order of the pack."""
    found: dict[str, list[Harm]] = {}
    for scene in scenes:
        for entry in (None, *scene.entries):
            for effect in entry.effects if entry else scene.on_enter:
                if id(effect) in harming:
                    found.setdefault(effect.variable.id, []).append((scene, entry))
    return found


def _met(
    start: str, scenes: Mapping[str, Scene], harms: Mapping[str, Sequence[Harm]], bits: Mapping[str, int]
) -> dict[str, int]:
    """Return, for each scene, who may have been met unharmed before it, as bits."""
    entering: dict[str, int] = {}
    by_way: dict[int, int] = {}
    for person, places in harms.items():
        for scene, entry in places:
            if entry is None:
                entering[scene.id] = entering.get(scene.id, 0) | bits[person]
            else:
                by_way[id(entry)] = by_way.get(id(entry), 0) | bits[person]
    shown = {name: _shown(scene, bits) for name, scene in scenes.items()}
    steps = _steps(scenes.values(), by_way)
    order = _order(start, steps)
    met = {start: 0}
    unharmed = {start: -1}
    is_settled = False
    while not is_settled:
        is_settled = True
        for name in order:
            here = unharmed.get(name, 0) & ~entering.get(name, 0)
            known = met.get(name, 0) | (here & shown.get(name, 0))
            for harmed, to in steps.get(name, ()):
                left, more = unharmed.get(to, 0), met.get(to, 0)
                if (here & ~harmed) | left != left or known | more != more:
                    unharmed[to] = left | (here & ~harmed)
                    met[to] = more | known
                    is_settled = False
    return met


def _shown(scene: Scene, bits: Mapping[str, int]) -> int:
    found = bits.get(scene.seat, 0)
    for person in scene.show:
        found |= bits.get(person, 0)
    for passage in scene.passages:
        if passage.who:
            found |= bits.get(passage.who, 0)
    return found


def _steps(scenes: Collection[Scene], by_way: Mapping[int, int]) -> Steps:
    waiting: dict[str, list[str]] = {}
    offering: dict[str, list[str]] = {}
    for scene in scenes:
        if scene.waits_in:
            waiting.setdefault(scene.waits_in.deck, []).append(scene.id)
        for entry in scene.entries:
            if isinstance(entry, DeckOffer):
                offering.setdefault(entry.deck, []).append(scene.id)
    steps: dict[str, list[tuple[int, str]]] = {}
    for scene in scenes:
        found = steps[scene.id] = []
        for entry in scene.entries:
            harmed = by_way.get(id(entry), 0)
            if isinstance(entry, DeckOffer):
                found += [(harmed, letter) for letter in waiting.get(entry.deck, ())]
            elif entry.to == RETURN and scene.waits_in:
                found += [(harmed, desk) for desk in offering.get(scene.waits_in.deck, ())]
            else:
                found.append((harmed, entry.to))
    return steps


def _order(start: str, steps: Steps) -> list[str]:
    """Return the scenes that are reached, each before those it leads to unless they lead back to it."""
    order: list[str] = []
    seen = {start}
    open_scenes = [(start, iter(steps.get(start, ())))]
    while open_scenes:
        name, left = open_scenes[-1]
        for _, to in left:
            if to not in seen:
                seen.add(to)
                open_scenes.append((to, iter(steps.get(to, ()))))
                break
        else:
            order.append(name)
            open_scenes.pop()
    return order[::-1]


def _place(draft: Draft, scene: Scene, entry: Way | DeckOffer | None) -> Span:
    key = ("choice", scene.id, entry.id) if isinstance(entry, Way) and entry.id else ("scene", scene.id)
    return draft.where[key]
