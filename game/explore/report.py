"""The study in a teacher's language."""

from __future__ import annotations

from collections.abc import Iterator

from game.explore.figures import EndingFigure, Figures, RoadFigure, Stretch
from game.explore.findings import Finding
from game.explore.measuring import Bracket, Length
from game.explore.sampling import Minutes, Sample
from game.explore.study import Study
from game.explore.wording import quantity
from game.story.model import Ending
from game.story.playthrough import Playthrough

_HEADINGS = {"error": "Errors", "warning": "Warnings", "note": "Notes"}
_MOST_STEPS = 40


def as_text(study: Study) -> str:
    """Return the report as plain text."""
    return "\n".join(_lines(study)).rstrip() + "\n"


def verdict(study: Study) -> str:
    """Return `exhaustive: N states, M playthroughs` or `bounded by ...`."""
    proof = study.proof
    if proof.bound:
        looked_at = f"{quantity(proof.states, 'state')} were looked at"
        return f"bounded by {proof.bound}: {looked_at}, and what is not said here is not known"
    if proof.is_divided:
        searches = f"{proof.outlines.outlines + len(proof.slices):,} searches"
        return f"exhaustive, question by question: {quantity(proof.states, 'state')} in {searches}"
    if study.figures is None:
        return f"exhaustive: {quantity(proof.states, 'state')}"
    number = study.figures.playthroughs
    playthroughs = "playthroughs without end" if number is None else quantity(number, "playthrough")
    return f"exhaustive: {quantity(proof.states, 'state')}, {playthroughs}"


def _lines(study: Study) -> Iterator[str]:
    proof, story = study.proof, study.proof.story
    yield f"{story.title} {story.version}" + (f", with {story.extension}" if story.extension else "")
    if study.scope:
        yield f"Explored: the {study.scope.title} alone, as somebody plays it who begins with it."
    yield f"{verdict(study)[0].upper()}{verdict(study)[1:]}."
    if proof.is_divided:
        yield f"(The joint states are more than {proof.core.states:,}: each question was searched by itself.)"
    sliced = 0 if proof.is_divided else sum(each.states for each in proof.slices)
    if sliced:
        number = quantity(len(proof.slices), "slice")
        yield f"Questions of text and promise were answered in {number} of {sliced:,} states more."
    yield f"The proof took {study.seconds[0]:.1f} s, the figures {study.seconds[1]:.1f} s."
    for severity, heading in _HEADINGS.items():
        if found := study.of(severity):
            yield ""
            yield f"{heading} ({len(found)})"
            yield from _findings(found, story.extension)
    if not study.findings:
        yield ""
        yield "Nothing is amiss."
    if study.promises:
        yield ""
        yield "Promises"
        for kept in study.promises:
            yield f"  {kept.words}: {kept.says}"
    if study.figures:
        yield from _figures(study, study.figures)
    elif study.sample and study.proof.is_divided:
        yield from sampled_lines(study, study.sample)
    for line in study.unknown:
        yield f"Not known: {line}."
    if study.walks:
        yield from _walks(study)


def _findings(found: list[Finding], extension: str) -> Iterator[str]:
    """Yield findings; those that name something of the extension that is explored come first."""
    of_extension = [each for each in found if extension and f"{extension}_" in f"{each.text} {each.scene}"]
    for finding in of_extension:
        yield from _finding(finding)
    rest = [each for each in found if each not in of_extension]
    if extension and rest:
        yield f"  Of the story that {extension} adds to ({len(rest)}):"
    for finding in rest:
        yield from _finding(finding)


def _finding(finding: Finding) -> Iterator[str]:
    yield f"  {finding.text}"
    if finding.example:
        yield f"    to see it: {steps_words(finding.example)}"


def steps_words(playthrough: Playthrough) -> str:
    """Return the steps of a playthrough: `telephone.listen, desk.continue ...`."""
    steps = [f"{step.scene}.{step.way}" for step in playthrough.steps]
    if not steps:
        return "it is so at once"
    shown = steps[-_MOST_STEPS:]
    return ("... " if len(shown) < len(steps) else "") + ", ".join(shown)


def _figures(study: Study, figures: Figures) -> Iterator[str]:
    endings = endings_in_scope(study, figures)
    reached = [ending for ending in endings if ending.share]
    yield ""
    all_of = "All" if len(reached) == len(endings) else f"{len(reached)} of"
    yield f"{all_of} {quantity(len(endings), 'ending')} can be reached."
    for ending in endings:
        yield from _ending(ending)
    if figures.goes_on > 1e-12:
        yield f"  {figures.goes_on:.2%} go on beyond it."
    if figures.stuck > 1e-12:
        yield f"  {figures.stuck:.2%} of those who choose evenly never come to an ending."
    yield f"  (Shares are of players who choose evenly, reckoned in {figures.arithmetic}.)"
    yield ""
    mean = "sampled" if figures.lacks_means else "exact"
    yield f"How long it takes (mean {mean}; shortest and longest over all playthroughs; median sampled)"
    median = study.sample.whole.median if study.sample else None
    yield _length("The whole story", figures.whole, None, median)
    for position, chapter in enumerate(figures.chapters):
        if study.scope and chapter.id not in study.scope.chapters:
            continue
        sampled = study.sample.chapters.get(position) if study.sample else None
        yield from _stretch("Chapter", chapter, sampled.median if sampled else None)
    for lesson in figures.lessons:
        yield from _stretch("Lesson", lesson, None)
        shares = [f"{ending} {float(share):.1%}" for ending, share in lesson.endings.items()]
        shares += [f"to its end {lesson.goes_on:.1%}"] if lesson.goes_on > 1e-12 else []
        if shares:
            yield f"    it ends: {', '.join(shares)}"
    yield ""
    yield f"Two players see {figures.overlap:.0%} of the same scenes."
    if figures.met:
        rare = sorted(figures.met.items(), key=lambda pair: pair[1])
        yield "Facts met by the fewest: " + ", ".join(f"{fact} {share:.1%}" for fact, share in rare[:5]) + "."
    for line in figures.unknown:
        yield f"Not known: {line}."


def endings_in_scope(study: Study, figures: Figures) -> list[EndingFigure]:
    """Return the endings to speak of: all, or those of the chapters that were explored by themselves."""
    if study.scope is None:
        return figures.endings
    held = {
        scene.exit.id
        for scene in study.proof.story.scenes.values()
        if isinstance(scene.exit, Ending) and scene.chapter in study.scope.chapters
    }
    return [ending for ending in figures.endings if ending.id in held or ending.share]


def sampled_lines(study: Study, sample: Sample) -> Iterator[str]:
    """Yield what walks met, where the exact figures are not to be had."""
    yield ""
    yield f"Figures of {sample.walks:,} random playthroughs (sampled, not exact)"
    for scene in study.proof.story.scenes.values():
        if isinstance(scene.exit, Ending):
            share = sample.endings.get(scene.exit.id, 0) / sample.walks
            yield f"  \u201c{scene.exit.title}\u201d: {share:.1%}" + ("" if share else " (not met)")
    yield _minutes("The whole story", sample.whole, None)
    for position, chapter in enumerate(study.proof.story.chapters):
        if position in sample.chapters:
            yield _minutes(f"Chapter \u201c{chapter.title}\u201d", sample.chapters[position], chapter.minutes)
    yield f"Two players see about {sample.overlap:.0%} of the same scenes."


def _minutes(name: str, minutes: Minutes, claimed: int | None) -> str:
    line = f"  {name}: mean {minutes.mean:.1f} minutes, median {minutes.median:.1f}"
    line += f", shortest met {minutes.least:.1f}, longest met {minutes.most:.1f}"
    return line + (f"; the pack says {claimed}." if claimed is not None else ".")


def _ending(ending: EndingFigure) -> Iterator[str]:
    if ending.shortest is None:
        yield f"  “{ending.title}” is never reached."
        return
    near, far = ending.shortest, ending.longest
    line = f"  “{ending.title}”: {float(ending.share):.2%}. The shortest road is {_decided(near)}"
    if far is not None and far.playthrough is not None:
        line += f"; the longest {_decided(far)}"
    elif far is not None:
        line += "; a loop makes the longest as long as one likes"
    yield line + "."
    if near.playthrough:
        yield f"    {steps_words(near.playthrough)}"


def _decided(road: RoadFigure) -> str:
    return f"{quantity(int(road.decisions), 'decision')}, {quantity(round(road.minutes), 'minute')}"


def _stretch(kind: str, stretch: Stretch, median: float | None) -> Iterator[str]:
    if stretch.length is None:
        yield f"  {kind} “{stretch.title}”: not known, or nobody comes there."
    else:
        yield _length(f"{kind} “{stretch.title}”", stretch.length, stretch.claimed, median)


def _length(name: str, length: Length, claimed: int | None, median: float | None) -> str:
    line = (
        f"  {name}: {length.minutes:.1f} minutes ({length.words:.0f} words, {length.decisions:.1f} decisions)"
    )
    line += f", shortest {bracket_words(length.shortest)}, longest {bracket_words(length.longest)}"
    if median is not None:
        line += f", median {median:.1f}"
    if claimed is not None:
        line += f"; the pack says {claimed}"
    return line + "."


def bracket_words(bracket: Bracket) -> str:
    """Return `8.0`, `between 8.0 and 8.6`, or that there is no bound."""
    if bracket.high == float("inf"):
        return "without bound"
    if bracket.is_exact or f"{bracket.low:.1f}" == f"{bracket.high:.1f}":
        return f"{bracket.low:.1f}"
    return f"between {bracket.low:.1f} and {bracket.high:.1f}"


def _walks(study: Study) -> Iterator[str]:
    walks = study.walks
    assert walks is not None
    yield ""
    yield f"{walks.walks:,} random playthroughs (seed {walks.seed}, {walks.order}), {walks.choices:,} steps."
    if walks.unended:
        yield f"  {walks.unended:,} of them were given up without an ending."
    unseen = [scene for scene, count in walks.scenes.items() if not count]
    untaken = [f"{scene}.{way}" for (scene, way), count in walks.ways.items() if not count]
    yield f"  Scenes never come by: {', '.join(unseen) or 'none'}."
    yield f"  Ways never taken: {', '.join(untaken) or 'none'}."
