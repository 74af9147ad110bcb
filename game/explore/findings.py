"""What can go wrong for a player. What can happen has an example: a shortest playthrough to it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from game.explore.graph import Graph
from game.explore.loops import hopeless, loops_of
from game.explore.proof import Proof
from game.explore.wording import quantity
from game.story.playthrough import Playthrough

Severity = Literal["error", "warning", "note"]


@dataclass(frozen=True)
class Finding:
    """One finding. `kind` never changes its name; `scene` and `way` say where; `example` is a playthrough."""

    severity: Severity
    kind: str
    text: str
    scene: str = ""
    way: str = ""
    example: Playthrough | None = None


def happening(proof: Proof, graph: Graph | None) -> Iterator[Finding]:
    """Yield what can happen to a player and should not: certain even where the search was bounded."""
    places = proof.rules.places
    told = set[tuple[str, str]]()
    for index, (example, number) in proof.roads.stuck.items():
        scene = places[index].scene
        if ("stuck", scene) not in told:
            told.add(("stuck", scene))
            states = f" ({quantity(number, 'state')})" if number else ""
            text = f"In {scene} a player can be left with no open way{states}."
            yield Finding("error", "dead-end", text, scene, example=example)
    for index, (most, example) in proof.roads.crowded.items():
        scene = places[index].scene
        if ("crowded", scene) not in told:
            told.add(("crowded", scene))
            text = f"In {scene} {most} ways can be open at once; the keys reach nine."
            yield Finding("error", "too-many-ways", text, scene, example=example)
    for key in proof.answers:
        answer = proof.answers[key]
        if key[0] == "blank" and answer.is_ever_true:
            text = f"{key[1]} can be shown without any passage: none of their conditions holds then."
            yield Finding("error", "blank-page", text, str(key[1]), example=answer.example)
    if graph is not None:
        yield from _loops(proof, graph)


def _loops(proof: Proof, graph: Graph) -> Iterator[Finding]:
    core, places = proof.core, proof.rules.places
    for loop in loops_of(graph):
        scenes = " - ".join(loop.scenes)
        example, states = core.played(loop.state), quantity(loop.states, "state")
        if not loop.is_endless:
            text = f"One can go round {scenes} for ever, though there is a way out ({states})."
            yield Finding("note", "loop", text, loop.scenes[0], example=example)
        elif loop.only_continue:
            text = f"Continue leads round {scenes} for ever, and nothing leads out ({states})."
            yield Finding("error", "continue-loop", text, loop.scenes[0], example=example)
        else:
            text = f"Once in {scenes} no road leads out, and no ending is ever reached ({states})."
            yield Finding("error", "endless-loop", text, loop.scenes[0], example=example)
    ends = [n for place in places if place.kind == "end" for n in graph.numbers(place.index)]
    lost = hopeless(graph, ends)
    # A dead end or an endless loop has been told by itself; here it is where hope was lost.
    shown = {loop_state for states in graph.loops for loop_state in states}
    shown |= {n for n in lost if graph.first[n] == graph.first[n + 1]}
    before = [n for n in lost if n not in shown]
    if before:
        packed = [graph.packed(n) for n in before[:500]]
        state = min(packed, key=lambda each: len(core.road_to(each)))
        scene, number = places[core.transitions.place_of(state)].scene, quantity(len(before), "state")
        text = f"From {scene} on it can be too late: no road leads to any ending ({number})."
        yield Finding("error", "no-ending-left", text, scene, example=core.played(state))
