"""The study as plain values for --json."""

from __future__ import annotations

from dataclasses import asdict
from fractions import Fraction
from math import isinf
from typing import Any

from game.explore.figures import EndingFigure, Figures, RoadFigure, Stretch
from game.explore.measuring import Bracket, Length
from game.explore.report import verdict
from game.explore.sampling import Sample
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
        "chapter_states": study.chapter_states,
        "divided": proof.is_divided,
        "explored": study.scope.title if study.scope else None,
        "outlines": {"number": proof.outlines.outlines, "states": proof.outlines.states},
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
        "sampled": _sampled(study),
        "walks": _walks(study),
        "unknown": [*study.unknown, *(study.figures.unknown if study.figures else ())],
    }


def _figures(study: Study, figures: Figures) -> dict[str, Any]:
    sample = study.sample
    return {
        "playthroughs": figures.playthroughs,
        "endings": [_ending(ending) for ending in figures.endings],
        "whole": _length(figures.whole) | {"sampled_median_minutes": sample.whole.median if sample else None},
        "chapters": [
            _stretch(chapter) | {"sampled_median_minutes": _median(sample, i)}
            for i, chapter in enumerate(figures.chapters)
        ],
        "lessons": [_stretch(lesson) for lesson in figures.lessons],
        "visited": figures.visited,
        "facts_met": figures.met,
        "overlap": figures.overlap,
        "stuck": figures.stuck,
        "goes_on": figures.goes_on,
        "means_sampled": figures.lacks_means,
        "arithmetic": figures.arithmetic,
    }


def _median(sample: Sample | None, chapter: int) -> float | None:
    return sample.chapters[chapter].median if sample and chapter in sample.chapters else None


def _sampled(study: Study) -> dict[str, Any] | None:
    """What walks met: the only figures of a divided proof."""
    sample = study.sample
    if sample is None:
        return None
    chapters = study.proof.story.chapters
    return {
        "walks": sample.walks,
        "whole": asdict(sample.whole),
        "chapters": {chapters[i].id: asdict(minutes) for i, minutes in sample.chapters.items()},
        "endings": {ending: count / sample.walks for ending, count in sample.endings.items()},
        "visited": {scene: count / sample.walks for scene, count in sample.visited.items()},
        "overlap": sample.overlap,
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
    found: dict[str, Any] = {"id": stretch.id, "title": stretch.title, "claimed_minutes": stretch.claimed}
    found["endings"] = {ending: float(share) for ending, share in stretch.endings.items()}
    found["goes_on"] = stretch.goes_on
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
