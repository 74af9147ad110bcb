"""The study as plain values for --json."""

from __future__ import annotations

from fractions import Fraction
from math import isinf
from typing import Any

from game.explore.figures import EndingFigure, Figures, RoadFigure, Stretch
from game.explore.measuring import Bracket, Length
from game.explore.report import verdict
from game.explore.study import Study
from game.story.replay import to_save

REPORT_FORMAT = 1
"""Raised when a program that reads the older form could be misled by the newer."""


def as_plain(study: Study) -> dict[str, Any]:
    """Return the study as JSON-able values; examples are saves."""
    proof = study.proof
    return {
        "format": REPORT_FORMAT,
        "story": proof.story.id,
        "version": proof.story.version,
        "verdict": verdict(study),
        "exhaustive": proof.bound is None,
        "bound": proof.bound,
        "states": proof.states,
        "chapter_states": chapter_states(study),
        "slices": [
            {"cells": list(s.cells), "states": s.states, "questions": s.questions, "bound": s.bound}
            for s in proof.slices
        ],
        "seconds": {"proof": round(study.seconds[0], 3), "figures": round(study.seconds[1], 3)},
        "findings": [
            {
                "severity": finding.severity,
                "kind": finding.kind,
                "text": finding.text,
                "scene": finding.scene,
                "way": finding.way,
                "example": to_save(finding.example) if finding.example else None,
            }
            for finding in study.findings
        ],
        "promises": [
            {
                "promise": kept.words,
                "holds": kept.holds,
                "says": kept.says,
                "example": to_save(kept.example) if kept.example else None,
            }
            for kept in study.promises
        ],
        "figures": _figures(study, study.figures) if study.figures else None,
        "walks": _walks(study),
        "unknown": [*study.unknown, *(study.figures.unknown if study.figures else ())],
    }


def chapter_states(study: Study) -> dict[str, int]:
    """Return how many states of the core stand at each chapter's start."""
    proof = study.proof
    return {
        chapter.id: sum(len(proof.core.known[p.index]) for p in proof.rules.places_of(chapter.start))
        for chapter in proof.story.chapters
    }


def _figures(study: Study, figures: Figures) -> dict[str, Any]:
    sample = study.sample
    return {
        "playthroughs": figures.playthroughs,
        "endings": [_ending(ending) for ending in figures.endings],
        "whole": _length(figures.whole) | {"sampled_median_minutes": sample.whole if sample else None},
        "chapters": [
            _stretch(chapter) | {"sampled_median_minutes": sample.chapters.get(i) if sample else None}
            for i, chapter in enumerate(figures.chapters)
        ],
        "lessons": [_stretch(lesson) for lesson in figures.lessons],
        "visited": figures.visited,
        "facts_met": figures.met,
        "overlap": figures.overlap,
        "stuck": figures.stuck,
        "arithmetic": figures.arithmetic,
    }


def _ending(ending: EndingFigure) -> dict[str, Any]:
    exact = ending.share if isinstance(ending.share, Fraction) else None
    return {
        "id": ending.id,
        "title": ending.title,
        "share": float(ending.share),
        "exact_share": str(exact) if exact is not None and len(str(exact)) < 200 else None,
        "playthroughs": ending.playthroughs,
        "shortest": _road(ending.shortest),
        "longest": _road(ending.longest),
    }


def _road(road: RoadFigure | None) -> dict[str, Any] | None:
    if road is None:
        return None
    return {
        "decisions": _finite(road.decisions),
        "minutes": _finite(road.minutes),
        "example": to_save(road.playthrough) if road.playthrough else None,
    }


def _stretch(stretch: Stretch) -> dict[str, Any]:
    found: dict[str, Any] = {"id": stretch.id, "claimed_minutes": stretch.claimed}
    return found | (_length(stretch.length) if stretch.length else {"minutes": None})


def _length(length: Length) -> dict[str, Any]:
    return {
        "words": length.words,
        "decisions": length.decisions,
        "minutes": length.minutes,
        "shortest_minutes": _bracket(length.shortest),
        "longest_minutes": _bracket(length.longest),
    }


def _bracket(bracket: Bracket) -> list[float | None]:
    return [_finite(bracket.low), _finite(bracket.high)]


def _finite(number: float) -> float | None:
    return None if isinf(number) else number


def _walks(study: Study) -> dict[str, Any] | None:
    walks = study.walks
    if walks is None:
        return None
    return {
        "walks": walks.walks,
        "seed": walks.seed,
        "order": walks.order,
        "steps": walks.choices,
        "unended": walks.unended,
        "scenes": walks.scenes,
        "ways": [{"scene": s, "way": w, "taken": n} for (s, w), n in walks.ways.items()],
        "endings": walks.endings,
    }
