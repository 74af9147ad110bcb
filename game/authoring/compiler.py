"""A pack -> a Story, or the findings that keep it from being one."""

from __future__ import annotations

import gc
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from game.authoring.assembly import assembled
from game.authoring.checks import check
from game.authoring.diagnostics import Diagnostic, Severity, check_allow_comments
from game.authoring.draft import Draft
from game.authoring.extensions import base_of
from game.authoring.opened_pack import OpenedPack
from game.authoring.pack_files import PackFiles, read_pack
from game.authoring.pack_reader import PackReader
from game.authoring.picture_faults import PictureFault
from game.authoring.spans import Span, TextFile
from game.story.model import Story


@dataclass(frozen=True)
class Compilation:
    """What compiling gave: the story (None where there is an error), all findings, and where content stands.

    `where` maps ("scene", id), ("choice", scene, id), ("ending", id), ("chapter", id), ("variable", id),
    ("person", id), ("fact", id), ("promise", position) ... to the place that defines it. `files` are all that
    were read.
    """

    story: Story | None
    diagnostics: tuple[Diagnostic, ...]
    where: Mapping[tuple[str, ...], Span] = field(default_factory=dict)
    files: tuple[TextFile, ...] = ()

    @property
    def errors(self) -> tuple[Diagnostic, ...]:
        """The findings that keep the story from being made."""
        return tuple(found for found in self.diagnostics if found.severity is Severity.ERROR)

    @property
    def warnings(self) -> tuple[Diagnostic, ...]:
        """The findings that do not."""
        return tuple(found for found in self.diagnostics if found.severity is Severity.WARNING)


def compile_pack(
    path: Path | str,
    *,
    search: Iterable[Path | str] = (),
    places: Collection[str] | None = None,
    portraits: Collection[str] | None = None,
    picture_fault: PictureFault | None = None,
) -> Compilation:
    """Compile the pack in a folder or a zip.

    `search` are folders where the base of an extension may lie, beside the pack's own. `places` and
    `portraits` are the names of the pictures that come with the game; None checks none. `picture_fault`
    tells of the pack's own pictures why one is not drawn; without it none is looked at. Nothing in a pack
    makes this raise.
    """
    with _without_gc():
        return _compiled(Path(path), [Path(folder) for folder in search], places, portraits, picture_fault)


@contextmanager
def _without_gc() -> Iterator[None]:
    """Keep the cyclic collector quiet: it makes loading slower than linear, and nothing here is a cycle."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _compiled(
    path: Path,
    search: list[Path],
    places: Collection[str] | None,
    portraits: Collection[str] | None,
    picture_fault: PictureFault | None,
) -> Compilation:
    draft = Draft()
    own = read_pack(path, draft.report, picture_fault=picture_fault)
    packs: list[PackFiles] = [own]
    base, is_extension = base_of(own, path, search, draft.report)
    if base is not None:
        packs.insert(0, base)
        draft.base_shown = base.shown + "/"
    if is_extension and base is None:
        # Whatever the base defines is unknown now: only the missing base is reported.
        draft.lost_everything = True
    opened = [OpenedPack(draft, pack, is_extension and pack is own) for pack in packs]
    readers = [PackReader(one) for one in opened]
    fates: tuple[tuple[str, str], ...] = ()
    folders: dict[str, str] = {}
    for reader in readers:
        reader.read_names(fates)
        fates += reader.fates
    for reader in readers:
        reader.read_content()
    for reader in readers:
        folders |= reader.folders()
        reader.read_scenes(folders)
    check(draft, readers, places, portraits)
    files = tuple(file for pack in packs for file in pack.files)
    for file in files:
        check_allow_comments(file, draft.report)
    diagnostics = draft.report.sorted(files)
    if base is not None:
        # Who writes an extension cannot mend the base: of that one only errors are told.
        diagnostics = tuple(
            found
            for found in diagnostics
            if found.severity is Severity.ERROR or found.span.file not in base.files
        )
    story = None
    if draft.report.errors == 0:
        story = assembled(draft, readers)
    return Compilation(story, diagnostics, draft.where, files)
