"""What a class meets as a whole: chapters that begin in themselves, lessons that close, two readings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from game.authoring.draft import Draft
from game.authoring.pack_reader import PackReader
from game.authoring.yaml_tree import Keyed, Listed, span_of, value_of
from game.story.conditions import All, AnyOf, Condition, IsTrue, Not
from game.story.model import Chance, Choices, Scene


def check_lessons(draft: Draft, readers: Sequence[PackReader]) -> None:
    """Check the chapters' first scenes, the lessons' last ones, the readings, and flags that stay false."""
    scenes = {scene.id: scene for reader in readers for scene in reader.scenes}
    for reader in readers:
        _check_starts(draft, reader, scenes)
        _check_closes(draft, reader, scenes)
    readings = draft.known.get("reading", {})
    if len(readings) == 1:
        draft.report.add("P113", *readings.values())
    if draft.report.errors == 0 and not draft.has_lost:
        _check_flags(draft)


def _check_starts(draft: Draft, reader: PackReader, scenes: Mapping[str, Scene]) -> None:
    file = reader.opened.head_place.file
    filled = {folder for _, folder in reader.opened.chapter_files}
    folders = reader.folders()
    for values, node in reader.chapter_values:
        folder = values.get("folder") or values["id"]
        if folder not in filled or folders[folder] != values["id"]:
            continue  # told already: its scenes stand nowhere, or in the chapter that shares the folder
        scene = scenes.get(values.get("start", ""))
        place = value_of(node, "start") if isinstance(node, Keyed) else None
        if scene and place is not None and scene.waits_in:
            draft.report.add(
                "L110", span_of(file, place), name=scene.id, defined=draft.known["scene"][scene.id]
            )
        elif scene and place is not None and scene.chapter and scene.chapter != values["id"]:
            draft.report.add(
                "L112",
                span_of(file, place),
                name=scene.id,
                chapter=values["id"],
                other=scene.chapter,
                folder=folder,
                defined=draft.known["scene"][scene.id],
            )


def _check_closes(draft: Draft, reader: PackReader, scenes: Mapping[str, Scene]) -> None:
    listing = reader.opened.head.get("lessons")
    for item in listing.items if isinstance(listing, Listed) else ():
        place = value_of(item, "close") if isinstance(item, Keyed) else None
        scene = scenes.get(getattr(place, "value", ""))
        if scene and place is not None and isinstance(scene.exit, Choices | Chance):
            span = span_of(reader.opened.head_place.file, place)
            draft.report.add("L114", span, name=scene.id, defined=draft.known["scene"][scene.id])


def _check_flags(draft: Draft) -> None:
    """Warn of flags that begin false, that some condition waits for, and that no effect sets to true."""
    set_true = {effect.variable.id for effect in draft.effects.values() if effect} | draft.given
    asked = {flag for parsed in draft.conditions.values() for flag in _asked(parsed.tree)}
    for name, variable in draft.variables.items():
        if variable.kind == "flag" and not variable.start and name in asked - set_true:
            draft.report.add("V133", draft.known["variable"][name], name=name)


def _asked(condition: Condition | None) -> set[str]:
    """Return the flags that a condition wants to be true."""
    match condition:
        case All(parts) | AnyOf(parts):
            return {flag for part in parts for flag in _asked(part)}
        case IsTrue(flag):
            return {flag.id}
        case Not(Not(inner)):
            return _asked(inner)
    return set()
