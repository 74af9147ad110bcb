"""The files of a pack sorted by what they hold, as trees; chapter files are read later, one at a time."""

from __future__ import annotations

import re
from typing import Any

import yaml

from game.authoring.decode_pack import EXTENSION, PACK
from game.authoring.draft import Draft
from game.authoring.fields import record_start
from game.authoring.pack_files import PackFiles
from game.authoring.spans import Span, TextFile
from game.authoring.unseen import report_unseen
from game.authoring.yaml_slips import report_unreadable
from game.authoring.yaml_tree import Keyed, Node, Scalar, Unreadable, documents, start_of

KINDS = (
    "pack",
    "people",
    "glossary",
    "facts",
    "sources",
    "figures",
    "questions",
    "pictures",
    "afterlife",
    "teaching",
    "readings",
    "promises",
)


class OpenedPack:
    """One pack: `nodes` are the documents of each kind of file, `head` the values of pack.yaml.

    `chapter_files` are the files of the chapters with the names of their folders; `has_stray_scenes` says
    that some stand beside those folders, which was told.
    """

    def __init__(self, draft: Draft, pack: PackFiles, is_extension: bool) -> None:
        self.draft = draft
        self.pack = pack
        self.is_extension = is_extension
        self.head: dict[str, Any] = {}
        self.head_place = Span(TextFile("pack.yaml", "", pack.shown), 0, 0)
        self.nodes: dict[str, list[tuple[TextFile, Node]]] = {kind: [] for kind in KINDS}
        self._unreadable: set[str] = set()
        self._told_folders: set[str] = set()
        self.has_stray_scenes = False
        self._has_head = any(
            name.startswith("pack.") for name in (*(f.path for f in pack.files), *pack.unread)
        )
        self._anchors: set[tuple[str, str]] = set()
        self.chapter_files: list[tuple[TextFile, str]] = []
        if pack.unread:
            draft.lost_everything = True
        for file in pack.other:
            draft.lose(file.text)
        for file in pack.files:
            self._sort(file)
        self._read_head()

    def enter(self, file: TextFile, chapter: str = "") -> None:
        """Let the draft know which file is read from here on."""
        self.draft.file = file
        self.draft.chapter = chapter
        self.draft.from_extension = self.is_extension

    def documents(self, file: TextFile) -> list[Node]:
        """Return the documents of a file up to the place where it cannot be read, which is reported."""
        self.enter(file)
        found: list[Node] = []
        end = 0
        try:
            for node in documents(file.text, self._refuse):
                found.append(node)
                end = node.end_mark.index if isinstance(node, Scalar) else node.end
        except (yaml.YAMLError, Unreadable) as problem:
            self._unreadable.add(file.path)
            piece = None
            if found and "document start" in str(getattr(problem, "problem", "")):
                # YAML ended the document where its lines go further out: what came before is a piece of it.
                piece = found.pop()
                end = start_of(piece)
            report_unreadable(self.draft.report, file, problem, end, piece)
            self.draft.lose(file.text[end:])
        report_unseen(self.draft.report, file, found)
        return found

    def _sort(self, file: TextFile) -> None:
        report = self.draft.report
        whole_file = Span(TextFile(file.path, "", file.shown), 0, 0)
        folder, _, rest = file.path.rpartition("/")
        name = rest.rsplit(".", 1)[0]
        parts = folder.split("/") if folder else []
        if not rest.endswith(".yaml"):
            report.add("Y207", whole_file, name=rest, right=name + ".yaml")
        kind = parts[0] if parts else name
        if kind == "chapters" and len(parts) == 2:
            self.chapter_files.append((file, parts[1]))
        elif kind in self.nodes and len(parts) <= 1 and (kind != "pack" or not parts):
            self.nodes[kind].extend((file, node) for node in self.documents(file))
        else:
            self._misplaced(file, kind, parts)

    def _misplaced(self, file: TextFile, kind: str, parts: list[str]) -> None:
        self.draft.lose(file.text)
        place = Span(TextFile(file.path, "", file.shown), 0, 0)
        guess = self.draft.guesses.nearest(kind, (*KINDS, "chapters"))
        self.has_stray_scenes |= guess == "chapters" and (bool(parts) or kind == guess)
        if kind == "chapters" and len(parts) < 2:
            self.draft.report.add("Y214", place, path=file.path)
        elif kind in self.nodes or kind == "chapters":
            self.draft.report.add(
                "Y208", place, path=file.path, folder="/".join(parts[: 1 + (kind == "chapters")])
            )
        elif parts and kind.lower() in (*KINDS, "chapters"):
            folder = Span(TextFile(kind, "", place.file.shown.removesuffix(file.path) + kind), 0, 0)
            self.draft.report.add("Y222", folder, name=kind, right=kind.lower())
        else:
            help_name = None if guess is None else "did_you_mean_folder" if parts else "did_you_mean_file"
            if parts and kind in self._told_folders:
                return  # a folder with another name is one slip, however many files it holds
            self._told_folders.add(kind)
            if guess or self._has_head:  # without a pack.yaml it is another folder altogether: that is told
                self.draft.report.add("Y210", place, path=file.path, help=help_name, guess=guess)

    def _read_head(self) -> None:
        found = self.nodes["pack"]
        if not found:
            was_reported = any(path.startswith("pack.") for path in self.pack.unread) or any(
                path in self._unreadable for path in ("pack.yaml", "pack.yml")
            )
            is_missing = self.pack.files or not self.draft.report.errors
            if not was_reported and is_missing:
                empty = next((file for file in self.pack.files if file.path == "pack.yaml"), None)
                if empty:
                    self.draft.report.add("Y221", Span(empty, 0, 0))
                else:
                    self.draft.report.add("Y211", self.head_place, path=self.pack.shown)
            self.draft.lost_everything = True
            return
        file, node = found[0]
        self.enter(file)
        for _, more in found[1:]:
            self.draft.error("S144", more)
        self.head = (EXTENSION if self.is_extension else PACK).read(self.draft, node)
        self.head_place = record_start(self.draft, node) if isinstance(node, Keyed) else Span(file, 0, 0)

    def _refuse(self, code: str, start: int, end: int) -> None:
        file = self.draft.file
        typed = file.text[start:end]
        line = file.text[file.text.rfind("\n", 0, start) + 1 : start]
        if code == "Y106" and (file.path, typed[1:]) in self._anchors:
            self.draft.report.wrong += 1
            return  # the anchor that it stands for was reported, with the remedy for both
        help_name, right = None, ""
        anchor = re.match(r"&(\w+)\s*[\[{\n]", file.text[start : start + 80])
        if code == "Y108" and anchor:
            self._anchors.add((file.path, anchor[1]))
            help_name = "no_anchors"
        elif code == "Y107" and (found := re.match(r"!!\w+ +(.*)", file.text[start:].partition("\n")[0])):
            help_name, right = "no_tags", found[1]
        elif code == "Y107" and re.search(r"\bif:\s*$", line):
            rest = re.match(r"!\s*(.*)", file.text[start:].partition("\n")[0])
            help_name, right = "write", f"not {rest[1]}" if rest else ""
        place = Span(file, start, max(end, start + 1))
        self.draft.report.add(code, place, help=help_name, right=right)
