"""Everything the command does, in order: search, answer, look for what is amiss, reckon, walk."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction

from game.explore.figures import (
    SAMPLED_IN_PLACE,
    Figures,
    exact_shares,
    figures,
    with_sampled_mean,
)
from game.explore.findings import Finding, happening
from game.explore.flows import LoopTooLarge
from game.explore.graph import graph_of
from game.explore.lengths import Pace
from game.explore.loops import may_loop
from game.explore.missing import missing
from game.explore.promises import Kept, keep_promises
from game.explore.proof import MOST_JOINT, Proof, prove
from game.explore.sampling import Sample, sample_minutes
from game.explore.scope import Scope
from game.explore.search import Limits
from game.explore.transitions import ALL, Reductions
from game.explore.walks import Order, Walks, walk
from game.story.model import Story

SAMPLED_WALKS = 2_001
"""So many walks are enough for a median to the tenth of a minute, and odd, so that one of them is it."""


MOST_PUSHED = 20_000_000
"""So many states in all may be gone through for mean minutes; beyond, they are sampled."""


@dataclass(frozen=True)
class Wanted:
    """What to do beyond the proof: figures, and so many walks.

    `scope` is the chapter or lesson to explore by itself (None: the whole story). Beyond `most_joint` states
    of the core the proof is divided and figures are sampled; None: never.
    """

    figures: bool = True
    pace: Pace = field(default_factory=Pace)
    walks: int = 0
    seed: int = 1
    order: Order = "least-used"
    scope: Scope | None = None
    most_joint: int | None = MOST_JOINT


@dataclass
class Study:
    """The result of all that was done. `seconds` are those of the proof and of the figures."""

    proof: Proof
    findings: list[Finding]
    promises: list[Kept]
    figures: Figures | None = None
    sample: Sample | None = None
    walks: Walks | None = None
    unknown: list[str] = field(default_factory=list)
    seconds: tuple[float, float] = (0.0, 0.0)
    scope: Scope | None = None
    chapter_states: dict[str, int] = field(default_factory=dict)

    def of(self, severity: str) -> list[Finding]:
        """Return the findings of one severity."""
        return [finding for finding in self.findings if finding.severity == severity]


def study(
    story: Story, wanted: Wanted | None = None, limits: Limits | None = None, reductions: Reductions = ALL
) -> Study:
    """Explore a story. What a limit cut short is bounded, what is sampled is called so."""
    wanted, limits = wanted or Wanted(), limits or Limits()
    begun = time.monotonic()
    scope = wanted.scope
    proof = prove(
        scope.story if scope else story,
        limits=limits,
        reductions=reductions,
        start=scope.start if scope else None,
        most_joint=wanted.most_joint,
    )
    is_whole = proof.is_whole
    needs_graph = is_whole and (wanted.figures or may_loop(proof.rules) or (_asks_share(story) and not scope))
    graph = graph_of(proof.core) if needs_graph else None
    chapters = scope.chapters if scope else None
    found = Study(proof, [*happening(proof, graph), *missing(proof, chapters)], [], scope=scope)
    if proof.is_whole:
        found.chapter_states = {
            chapter.id: sum(
                len(proof.core.known[p.index]) for p in proof.rules.places_of(chapter.start) if p.is_shown
            )
            for chapter in story.chapters
        }
    proved = time.monotonic()
    unbounded = replace(limits, states=limits.states, seconds=None, on_progress=None)
    if graph is not None and (wanted.figures or _asks_share(story)):
        try:
            found.figures = figures(
                proof,
                graph,
                wanted.pace,
                unbounded,
                lessons=scope is None,
                most_pushed=None if wanted.most_joint is None else MOST_PUSHED,
            )
            walks = SAMPLED_IN_PLACE if found.figures.lacks_means else SAMPLED_WALKS
            found.sample = sample_minutes(proof.rules, walks, wanted.seed, wanted.pace)
            if found.figures.lacks_means and found.sample:
                _put_sampled_means(found.figures, found.sample, wanted.pace)
        except LoopTooLarge:
            found.unknown.append("figures: a loop is too large to be solved")
        except KeyboardInterrupt:
            found.unknown.append("figures: interrupted")
    elif not is_whole and proof.is_divided:
        found.unknown.append(
            "exact figures: the joint states are too many (--exact works on them all the same)"
        )
        if wanted.figures:
            found.sample = sample_minutes(proof.rules, SAMPLED_IN_PLACE, wanted.seed, wanted.pace)
    elif not is_whole:
        found.unknown.append("figures: they need every state")
    shares = {e.id: e.share for e in found.figures.endings} if found.figures else None
    if shares and graph and _is_close(story, shares):
        shares = exact_shares(graph)
    found.promises = [] if scope else keep_promises(proof, shares, limits)
    found.findings += (
        Finding(
            "error",
            "promise-broken",
            f"The promise “{kept.words}” {kept.says}.",
            kept.example.state.scene if kept.example else "",
            example=kept.example,
        )
        for kept in found.promises
        if kept.holds is False
    )
    if wanted.walks:
        found.walks = walk(proof.rules, wanted.walks, wanted.seed, wanted.order)
    found.seconds = (proved - begun, time.monotonic() - proved)
    rank = {"error": 0, "warning": 1, "note": 2}
    found.findings.sort(key=lambda finding: rank[finding.severity])
    return found


def _put_sampled_means(figures: Figures, sample: Sample, pace: Pace) -> None:
    figures.whole = with_sampled_mean(figures.whole, sample.whole, pace)
    figures.chapters = [
        replace(chapter, length=with_sampled_mean(chapter.length, sample.chapters[position], pace))
        if chapter.length and position in sample.chapters
        else chapter
        for position, chapter in enumerate(figures.chapters)
    ]
    figures.unknown.append(
        f"exact mean minutes (--exact works them out); the means are of {sample.walks:,} random playthroughs"
    )


def _is_close(story: Story, shares: Mapping[str, Fraction | float]) -> bool:
    """Whether a promised share is so near its bound that floats cannot tell."""
    return any(
        abs(float(sum(shares.get(target, 0) for target in promise.targets)) - promise.bound / 1e6) < 1e-9
        for promise in story.promises
        if promise.kind == "share"
    )


def _asks_share(story: Story) -> bool:
    return any(promise.kind == "share" for promise in story.promises)
