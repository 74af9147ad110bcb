"""All codes of a file, counted: in batches, on all cores where there are many, in bounded memory."""

from __future__ import annotations

import hashlib
import multiprocessing
import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from dataclasses import dataclass, field

from game.class_report.roads import Roads
from game.class_report.spotting import spotted
from game.class_report.tally import Tally
from game.story.code_signs import GROUP, Fault, WrongCode
from game.story.model import Story
from game.story.playthrough import Playthrough
from game.story.replay_code import to_code

BATCH = 500
"""Codes that are counted in one go."""
ALONE = 4
"""Batches that are counted before other cores are asked: starting them takes longer than so few codes."""
MOST_LISTED = 100
"""Lines that are listed one by one; of further ones only the number is kept."""
MOST_COMPARED = 1_000_000
"""Codes that are remembered in order to find repeats, at about 60 bytes each; later ones all count."""

Progress = Callable[[int, int], None]
"""Is told the lines read and the codes found so far."""

Job = list[tuple[int, str]]
"""Codes with the numbers of their lines."""


@dataclass(frozen=True, slots=True)
class BadLine:
    """A line that could not be used, wholly or in part: its number, and what is wrong; never its text."""

    line: int
    fault: Fault
    group: int


@dataclass(slots=True)
class Gathered:
    """What a file held. `codes` were counted, `repeats` were the same code once more, and were not."""

    lines: int = 0
    codes: int = 0
    repeats: int = 0
    tallies: dict[str, Tally] = field(default_factory=dict)
    bad: list[BadLine] = field(default_factory=list)
    faults: Counter[Fault] = field(default_factory=Counter)

    def refuse(self, line: int, wrong: WrongCode) -> None:
        """Take note of a line that could not be used."""
        self.faults[wrong.fault] += 1
        if len(self.bad) < MOST_LISTED:
            self.bad.append(BadLine(line, wrong.fault, wrong.group))

    def add(self, counted: Counted) -> None:
        """Take a batch's counts in."""
        for name, tally in counted.tallies.items():
            self.codes += tally.played
            self.tallies.setdefault(name, Tally()).add(tally)
        for line, fault, group in counted.wrong:
            self.refuse(line, WrongCode(fault, group))


@dataclass(frozen=True, slots=True)
class Counted:
    """A batch: its tallies by start, and the codes that lead nowhere, each with its line."""

    tallies: dict[str, Tally]
    wrong: list[tuple[int, Fault, int]]


def gathered(
    story: Story,
    lines: Iterable[tuple[int, str]],
    progress: Progress | None = None,
    *,
    with_repeats: bool = False,
    cores: int | None = None,
) -> Gathered:
    """Return all that the codes in numbered lines add up to; `with_repeats` counts the same code again.

    `cores` is how many processes count at once (without it as many as the machine has, once there is enough
    for them to do).
    """
    found = Gathered()
    jobs = _jobs(story, lines, found, progress, with_repeats)
    roads = Roads(story)
    cores = cores or os.cpu_count() or 1
    for position, job in enumerate(jobs, 1):
        found.add(_count(roads, job))
        if position == ALONE and cores > 1:
            break
    _count_on_all_cores(story, jobs, found, cores)
    found.bad.sort(key=lambda bad: (bad.line, bad.group))
    return found


def _jobs(
    story: Story,
    lines: Iterable[tuple[int, str]],
    found: Gathered,
    progress: Progress | None,
    with_repeats: bool,
) -> Iterator[Job]:
    """Yield the codes of the lines in batches; what holds none goes to `found`."""
    first_group = to_code(Playthrough.begin(story))[:GROUP]
    known, job, codes = set[int](), Job(), 0
    for number, line in lines:
        found.lines = number
        if line.isspace() or not line:
            continue
        in_line = spotted(line, first_group)
        for wrong in in_line.faults or ([] if in_line.codes else [WrongCode("empty")]):
            found.refuse(number, wrong)
        for code in in_line.codes:
            mark = int.from_bytes(hashlib.blake2b(code.encode(), digest_size=8).digest())
            if mark in known and not with_repeats:
                found.repeats += 1
                continue
            if len(known) < MOST_COMPARED:
                known.add(mark)
            job.append((number, code))
            codes += 1
        if len(job) >= BATCH:
            yield job
            job = []
            if progress:
                progress(number, codes)
    if job:
        yield job


def _count_on_all_cores(story: Story, jobs: Iterator[Job], found: Gathered, cores: int) -> None:
    first = next(jobs, None)
    if first is None:
        return
    # A fresh process everywhere: a copy of one that shows a window would not be safe.
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(cores, context, _begin, (story,)) as pool:
        pending: set[Future[Counted]] = {pool.submit(_count_here, first)}
        for job in jobs:
            pending.add(pool.submit(_count_here, job))
            # So many wait at most, however long the file is.
            while len(pending) >= 2 * cores:
                done, pending = wait(pending, return_when=FIRST_COMPLETED)
                for ready in done:
                    found.add(ready.result())
        for ready in pending:
            found.add(ready.result())


_roads: Roads
"""What a process that counts remembers from batch to batch."""


def _begin(story: Story) -> None:
    global _roads  # noqa: PLW0603 - a process of a pool has no other place to keep something
    _roads = Roads(story)


def _count_here(job: Job) -> Counted:
    return _count(_roads, job)


def _count(roads: Roads, job: Job) -> Counted:
    wrong: list[tuple[int, Fault, int]] = []
    for line, code in job:
        try:
            roads.count(code)
        except WrongCode as problem:
            wrong.append((line, problem.fault, problem.group))
    return Counted(roads.tallies(), wrong)
