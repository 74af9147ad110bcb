"""What can be reached over the links as written, whatever the conditions say; `explore` knows more."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from game.authoring.draft import Draft
from game.authoring.pack_reader import PackReader
from game.story.model import RETURN, DeckOffer, Ending, Scene, Way

Graph = dict[str, list[str]]

_MOST_NAMED = 5


def check_reach(draft: Draft, readers: Sequence[PackReader], guesses: Mapping[str, str | None]) -> None:
    """Report scenes and decks that nobody reaches, and scenes from which no ending is reached.

    `guesses` are the links that lead to no known scene, with what was probably meant: one slip in a link
    should not make a second finding out of the scene that it misses.
    """
    start = readers[0].opened.head.get("start", "")
    if draft.lost_everything or any(guess is None for guess in guesses.values()):
        return
    scenes = {scene.id: scene for reader in readers for scene in reader.scenes}
    known = draft.known["scene"]
    meant = {name: guess for name, guess in guesses.items() if guess is not None}
    offered = {meant.get(r.name, r.name) for r in draft.references if r.kind == "deck"}
    # A scene that is broken, or a part that was not read, may lead anywhere and offer any deck: what is out
    # of reach can be told only without one.
    is_whole = not draft.broken_scenes and not draft.has_lost
    if is_whole:
        _check_decks(draft, offered)
    if start not in known:
        return
    roots = [
        start,
        *(c.start for r in readers for c in r.chapters),
        *(n.close for r in readers for n in r.lessons),
    ]
    graph = _graph(draft, scenes, meant)
    reached = _reached(roots, graph)
    for name in [name for name in known if name not in reached] if is_whole else ():
        scene = scenes.get(name)
        if not (scene and scene.waits_in and scene.waits_in.deck not in offered):
            draft.report.add("R102", known[name], name=name)
    if not draft.has_lost and "scene" not in draft.lost_kinds:
        _check_endings(draft, scenes, graph, start, reached)


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text))


def _check_decks(draft: Draft, offered: set[str]) -> None:
    reported: set[str] = set()
    offered_names = {reference.name for reference in draft.references if reference.kind == "deck"}
    for reference in draft.references:
        name = reference.name
        if reference.kind != "own_deck" or name in offered | offered_names or name in reported:
            continue
        reported.add(name)
        place = draft.part(reference.file, reference.node, reference.start, reference.end)
        guess = draft.guesses.nearest(name, sorted(offered_names))
        if guess:
            # A name one slip away from a deck that is offered is no deck for later: it is the slip.
            draft.report.add("L113", place, name=name, guess=guess, help="did_you_mean")
        else:
            draft.report.add("R103", place, name=name)


def _graph(draft: Draft, scenes: Mapping[str, Scene], meant: Mapping[str, str]) -> Graph:
    """Return the scenes that each scene leads to; a broken scene leads to all that its text names."""
    decks: dict[str, list[str]] = {}
    for scene in scenes.values():
        if scene.waits_in:
            decks.setdefault(scene.waits_in.deck, []).append(scene.id)
    graph: Graph = {}
    returns: dict[str, list[str]] = {}
    for name, scene in scenes.items():
        targets = graph[name] = []
        way_out = scene.exit
        if isinstance(way_out, Ending):
            continue
        for entry in way_out.entries:
            if type(entry) is Way:
                targets.append(entry.to)
            elif isinstance(entry, DeckOffer):
                waiting = decks.get(meant.get(entry.deck, entry.deck), [])
                targets.extend(waiting)
                for letter in waiting:
                    returns.setdefault(letter, []).append(name)
    for letter, offerers in returns.items():
        if RETURN in graph.get(letter, ()):
            graph[letter].extend(offerers)
    for name, text in draft.broken_scenes.items():
        graph[name] = list(_words(text) & draft.known["scene"].keys())
    for wrong, right in meant.items():
        graph.setdefault(wrong, [right])
    return graph


def _reached(roots: Iterable[str], graph: Mapping[str, list[str]]) -> set[str]:
    reached = {root for root in roots if root}
    waiting = list(reached)
    while waiting:
        for target in graph.get(waiting.pop(), ()):
            if target not in reached:
                reached.add(target)
                waiting.append(target)
    return reached


def _check_endings(
    draft: Draft, scenes: Mapping[str, Scene], graph: Graph, start: str, reached: set[str]
) -> None:
    back: Graph = {}
    for name, targets in graph.items():
        for target in targets:
            back.setdefault(target, []).append(name)
    endings = [name for name, scene in scenes.items() if isinstance(scene.exit, Ending)]
    endings += draft.broken_scenes  # whatever is wrong in it may be its way to an ending
    ends = _reached(endings, back)
    if start not in ends:
        draft.report.add("R101", draft.known["scene"][start])
        return
    stuck = [name for name in draft.known["scene"] if name in reached and name not in ends]
    left = set(stuck)
    for name in stuck:
        if name not in left:
            continue
        ring = _reached(
            [name], {n: [m for m in (*graph.get(n, ()), *back.get(n, ())) if m in left] for n in left}
        )
        left -= ring
        desk = next((one for one in stuck if one in ring and _offers_only_letters(scenes.get(one))), "")
        place = desk or name
        others = [f"`{other}`" for other in stuck if other in ring and other != place]
        more = " and more" if len(others) > _MOST_NAMED else ""
        named = f" (nor from {', '.join(others[:_MOST_NAMED])}{more})" if others else ""
        help_name = "desk_only" if desk else None
        draft.report.add("R104", draft.known["scene"][place], others=named, name=place, help=help_name)


def _offers_only_letters(scene: Scene | None) -> bool:
    """Whether a scene is a desk that nobody can leave but by a letter."""
    return scene is not None and bool(scene.entries) and all(isinstance(e, DeckOffer) for e in scene.entries)
