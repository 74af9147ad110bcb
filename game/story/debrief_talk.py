"""The last leaves of a debrief: two readings, the questions about this path, the file's afterlife."""

from __future__ import annotations

from collections.abc import Collection

from game.story import words
from game.story.evidence import Question
from game.story.playthrough import Playthrough
from game.story.viewer import Viewer
from game.story.views import (
    AfterlifeView,
    DecisionView,
    EvidenceView,
    FaultView,
    QuestionView,
    ReadingView,
)

FAULT = "fault.the.game"
"""The id of the answer to `FaultView`; no question has it, since ids have no full stop."""

MOST_OF_A_KIND = 3
"""Questions of one kind: the teacher's pack has all of them, a lesson has time for few."""


def readings_of(playthrough: Playthrough, decisions: tuple[DecisionView, ...]) -> tuple[ReadingView, ...]:
    """Return the readings, each with the decisions that rest on a fact which it cites."""
    viewer = Viewer(playthrough.story, playthrough.state)
    found = []
    for reading in playthrough.story.readings.values():
        evidence = [
            EvidenceView(decision.number, shared)
            for decision in decisions
            if (shared := tuple(fact.id for fact in decision.facts if fact.id in reading.cites))
        ]
        historians = tuple(viewer.source(source) for source in reading.historians)
        found.append(
            ReadingView(reading.id, reading.title, historians, viewer.prose(reading.text), tuple(evidence))
        )
    return tuple(found)


def questions_of(
    playthrough: Playthrough, decisions: tuple[DecisionView, ...], met: Collection[str]
) -> tuple[QuestionView, ...]:
    """Return questions about this path by kind, those that speak of a decision before the others.

    A question about a scene or a choice belongs to a path that went there. One about none belongs to a path
    that met a fact of it, or has no facts. Of more than MOST_OF_A_KIND, some from all along the path stay;
    what was answered stays in any case.
    """
    viewer = Viewer(playthrough.story, playthrough.state)
    by_kind: dict[str, list[QuestionView]] = {kind: [] for kind in (*words.QUESTION_KIND, "")}
    for question in playthrough.story.questions.values():
        if _belongs(playthrough, question, met):
            kind = question.kind or ""
            view = QuestionView(
                question.id,
                kind,
                words.QUESTION_KIND.get(kind, words.OTHER_QUESTIONS),
                viewer.prose(question.text),
                _speaks_of(playthrough, question, decisions),
                playthrough.answers.get(question.id, ""),
            )
            by_kind[kind].append(view)
    return tuple(view for views in by_kind.values() for view in _few(views))


def _few(views: list[QuestionView]) -> list[QuestionView]:
    about = [view for view in views if view.decisions]
    ordered = [*about, *(view for view in views if not view.decisions)]
    pool = about if len(about) > MOST_OF_A_KIND else ordered[: max(MOST_OF_A_KIND, len(about))]
    spread = [pool[i * len(pool) // MOST_OF_A_KIND] for i in range(MOST_OF_A_KIND)] if pool else []
    return [view for view in ordered if view in spread or view.answer]


def _belongs(playthrough: Playthrough, question: Question, met: Collection[str]) -> bool:
    scene, _, choice = question.about.partition(".")
    if choice:
        return any(_is_of(playthrough, moment, scene, choice) for moment in range(len(playthrough.moments)))
    if scene:
        return any(moment.state.scene == scene for moment in playthrough.moments)
    return not question.facts or any(fact in met for fact in question.facts)


def _speaks_of(
    playthrough: Playthrough, question: Question, decisions: tuple[DecisionView, ...]
) -> tuple[int, ...]:
    """The decisions made where the question points; where there is none, those that rest on its facts."""
    scene, _, choice = question.about.partition(".")
    made = [d.number for d in decisions if scene and _is_of(playthrough, d.moment + 1, scene, choice)]
    if made or choice:
        return tuple(made)
    return tuple(d.number for d in decisions if any(fact.id in question.facts for fact in d.facts))


def _is_of(playthrough: Playthrough, moment: int, scene: str, choice: str) -> bool:
    """Tell whether the step to a moment was made in a scene, or took up that paper; `choice` may be empty."""
    taken, step = playthrough.moments[moment].taken, playthrough.moments[moment].step
    if taken is None or step is None:
        return False
    if choice:
        return (step.scene, taken.written_id) == (scene, choice)
    return scene in (step.scene, taken.letter)


def fault_of(playthrough: Playthrough) -> FaultView | None:
    """Return what the game makes simpler; None where the pack does not say."""
    viewer, simplified = Viewer(playthrough.story, playthrough.state), playthrough.story.teaching.simplified
    answer = playthrough.answers.get(FAULT, "")
    return FaultView(FAULT, tuple(viewer.prose(text) for text in simplified), answer) if simplified else None


def afterlife_of(playthrough: Playthrough) -> tuple[AfterlifeView, ...]:
    """Return what became of the file."""
    viewer = Viewer(playthrough.story, playthrough.state)
    return tuple(
        AfterlifeView(words.long_date(entry.date), entry.title, viewer.prose(entry.text), entry.facts)
        for entry in playthrough.story.afterlife
    )
