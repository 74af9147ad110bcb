"""The warnings of the lesson: weak decisions, and what a class cannot know or has not met yet."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from game.authoring.draft import Draft
from game.authoring.pack_reader import PackReader
from game.authoring.people_met import check_people_met
from game.authoring.terms_linked import check_terms_linked
from game.story.model import Choices, Scene, Way

_PREFIXED = (
    "scene",
    "ending",
    "variable",
    "person",
    "fact",
    "source",
    "term",
    "figure",
    "question",
    "reading",
    "chapter",
    "lesson",
)


def check_pedagogy(draft: Draft, readers: Sequence[PackReader]) -> None:
    """Check the scenes one by one, then what only the whole story shows."""
    asked = {reference.name for reference in draft.references if reference.kind == "way"}
    for reader in readers:
        for scene in reader.scenes:
            if type(scene.exit) is Choices:
                _check_decisions(draft, scene)
                _check_differences(draft, scene, scene.exit, asked)
            if scene.content and not scene.summary:
                draft.report.add("P107", draft.where["scene", scene.id])
    _check_visits(draft, {scene.id: scene.chapter for reader in readers for scene in reader.scenes})
    for reader in readers:
        if len(readers) > 1 and reader.opened.is_extension and "id" in reader.opened.head:
            _check_prefix(draft, reader.opened.head["id"], reader.opened.pack.shown)
    # A misspelt link or person is told already, and would be told here once more.
    if draft.report.errors == 0 and not draft.has_lost:
        check_terms_linked(draft, readers)
        check_people_met(draft, readers)


def _check_decisions(draft: Draft, scene: Scene) -> None:
    """Every pick from a list is a decision, and has its own line in the debrief."""
    if scene.facts and all(entry.debrief for entry in scene.entries):
        return
    for entry in scene.entries:
        if type(entry) is not Way:
            continue  # who takes a letter has decided nothing yet
        if not (entry.facts or scene.facts):
            draft.report.add("P101", draft.where["choice", scene.id, entry.id])
        if not entry.debrief:
            draft.report.add("P102", draft.where["choice", scene.id, entry.id])


def _check_differences(draft: Draft, scene: Scene, choices: Choices, asked: Collection[str]) -> None:
    """Report a list with nothing to choose from, and two choices of which each does what the other does."""
    ways = [entry for entry in choices.entries if type(entry) is Way and entry.id]
    if len(choices.entries) == 1 and ways:
        draft.report.add("P117", draft.where["choice", scene.id, ways[0].id])
    if len({way.to for way in ways}) == len(ways):
        return
    earlier: dict[tuple[object, ...], str] = {}
    for way in ways:
        if way.result or f"{scene.id}.{way.id}" in asked:
            continue
        same = earlier.setdefault((way.to, way.effects, way.condition), way.id)
        if same != way.id:
            draft.report.add("P118", draft.where["choice", scene.id, way.id], name=way.id, other=same)


def _check_visits(draft: Draft, chapter_of: dict[str, str]) -> None:
    """`seen` and `chose` of an earlier chapter, in a condition that stands in a later one."""
    position = draft.chapters
    for reference in draft.references:
        if reference.kind not in ("scene", "way") or reference.end < 0 or not reference.chapter:
            continue
        scene = reference.name.partition(".")[0]
        there = position.get(chapter_of.get(scene, ""))
        here = position.get(reference.chapter)
        if there is not None and here is not None and there < here:
            place = draft.part(reference.file, reference.node, reference.start, reference.end)
            draft.report.add("P109", place, name=scene)


def _check_prefix(draft: Draft, prefix: str, shown: str) -> None:
    for kind in _PREFIXED:
        for name, span in draft.known.get(kind, {}).items():
            if (
                span.file.shown.startswith(shown + "/")
                and not name.startswith(prefix + "_")
                and name != prefix
            ):
                draft.report.add("P111", span, name=name, prefix=prefix)
