"""Reads the content of an opened pack in the order in which names are needed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from game.authoring import decode_evidence as evidence
from game.authoring.decode_pack import chapter_of, read_chapters, read_lesson, read_photograph
from game.authoring.decode_promises import read_promise
from game.authoring.decode_scene import read_scene
from game.authoring.decode_variables import PERSON, read_fates, read_person, read_variables, stray_fates
from game.authoring.fields import record_start
from game.authoring.opened_pack import OpenedPack
from game.authoring.run_together import gather_strays
from game.authoring.shapes import NODE, list_of, map_of
from game.authoring.spans import Span, TextFile
from game.authoring.yaml_tree import Keyed, Listed, Node, Scalar, value_of
from game.story.model import Chapter, Lesson, Person, Photograph, Promise, Scene

MOST_SCENES = 20_000
_NAMED: Mapping[str, tuple[str, Callable[..., Any], str]] = {
    "glossary": ("terms", evidence.READ_TERM, "glossary entries"),
    "facts": ("facts", evidence.READ_FACT, "facts"),
    "sources": ("sources", evidence.READ_SOURCE, "sources"),
    "figures": ("figures", evidence.READ_FIGURE, "figures"),
    "questions": ("questions", evidence.READ_QUESTION, "questions"),
    "readings": ("readings", evidence.READ_READING, "readings"),
    "pictures": ("pictures", evidence.read_picture, "pictures"),
}

_LOST_WITH = {
    "glossary": ("term",),
    "facts": ("fact",),
    "sources": ("source", "section"),
    "pictures": ("picture_text",),
    "people": ("person", "slot"),
}
"""The kinds of names that a file of another shape than expected may have meant to define."""


class PackReader:
    """What one pack holds; call read_names, read_content, read_scenes for every pack, in this order."""

    def __init__(self, opened: OpenedPack) -> None:
        self.opened = opened
        self.draft = opened.draft
        self.fates: tuple[tuple[str, str], ...] = ()
        self.people: dict[str, Person] = {}
        self.named: dict[str, dict[str, Any]] = {into: {} for into, _, _ in _NAMED.values()}
        self.chapter_values: list[tuple[dict[str, Any], Node]] = []
        self.chapters: list[Chapter] = []
        self.lessons: list[Lesson] = []
        self.photograph: Photograph | None = None
        self.afterlife: list[Any] = []
        self.teaching: list[Any] = []
        self.promises: list[Promise] = []
        self.scenes: list[Scene] = []
        self._meant: dict[str, str] = {}

    def read_names(self, fates_before: tuple[tuple[str, str], ...]) -> None:
        """Read what declares names for texts and conditions: fates, variables, people, chapters, terms."""
        draft, head = self.draft, self.opened.head
        self.opened.enter(self.opened.head_place.file)
        if "grade" in head and draft.report.errors == 0:  # a grade that is no number was told
            draft.grade = head["grade"]
        fates = head.get("fates")
        if fates is None and "variables" in head:
            fates = stray_fates(draft, head["variables"])
        self.fates = read_fates(draft, fates) if fates is not None else ()
        if "variables" in head:
            read_variables(draft, head["variables"])
        if "chapters" in head:
            self.chapter_values = read_chapters(draft, head["chapters"])
        all_fates = fates_before + self.fates

        def read_one(draft: Any, name: str, key: Scalar, node: Node) -> None:
            if person := read_person(draft, name, key, node, all_fates):
                self.people[name] = person

        self._note_terms()
        for file, node in self.opened.nodes["people"]:
            self.opened.enter(file)
            if not isinstance(node, Keyed):
                draft.lost_kinds.update(_LOST_WITH["people"])
            gather_strays(draft, node, PERSON.readers)
            map_of(read_one, "people, each under an id").read(draft, node)

    def _note_terms(self) -> None:
        """Remember how each glossary term is shown, before any text names it."""
        for _, node in self.opened.nodes["glossary"]:
            for key, value in node.pairs() if isinstance(node, Keyed) else ():
                if isinstance(key, Scalar):
                    term = value_of(value, "term") if isinstance(value, Keyed) else None
                    shown = term.value if isinstance(term, Scalar) else key.value.replace("_", " ")
                    self.draft.terms[key.value] = shown

    def read_content(self) -> None:
        """Read all files but the chapters."""
        draft, opened = self.draft, self.opened
        for kind, (into, read_one, words) in _NAMED.items():
            for file, node in opened.nodes[kind]:
                opened.enter(file)
                if not isinstance(node, Keyed):
                    draft.lost_kinds.update(_LOST_WITH.get(kind, ()))
                if kind in evidence.RECORDS:
                    gather_strays(draft, node, evidence.RECORDS[kind].readers)
                found = map_of(read_one, words).read(draft, node)
                self.named[into].update({name: made for name, made in found.items() if made is not None})
        self._each("afterlife", lambda node: self.afterlife.append(evidence.read_afterlife(draft, node)))
        self._each("promises", self._read_promise)
        for file, node in opened.nodes["teaching"]:
            opened.enter(file)
            self.teaching.append(evidence.read_teaching(draft, node))
        opened.enter(opened.head_place.file)
        if "lessons" in opened.head:
            for lesson in list_of(NODE, "a list of lessons").read(draft, opened.head["lessons"]):
                if made := read_lesson(draft, lesson):
                    self.lessons.append(made)
        if "photograph" in opened.head:
            self.photograph = read_photograph(draft, opened.head["photograph"])

    def _each(self, kind: str, read: Callable[[Node], None]) -> None:
        for file, node in self.opened.nodes[kind]:
            self.opened.enter(file)
            for item in list_of(NODE, "a list, each entry after a dash").read(self.draft, node):
                read(item)

    def _read_promise(self, node: Node) -> None:
        promise = read_promise(self.draft, node)
        if promise and isinstance(node, Keyed):
            position = self.draft.promises
            self.draft.promises += 1
            self.draft.where.put(("promise", str(position)), *record_start(self.draft, node))
            self.promises.append(promise)

    def folders(self) -> dict[str, str]:
        """Return the chapter that each listed folder belongs to."""
        return {values.get("folder") or values["id"]: values["id"] for values, _ in self.chapter_values}

    def read_scenes(self, folders: Mapping[str, str]) -> None:
        """Read the scenes of all chapters, then the chapters themselves."""
        draft, opened = self.draft, self.opened
        first_scenes: dict[str, str] = {}
        unlisted: set[str] = set()
        known = draft.known.setdefault("scene", {})
        if not opened.chapter_files and not opened.is_extension:
            # A pack without scenes misses that, and not each scene that something names.
            draft.lost_kinds |= {"scene", "scene_or_ending", "ending", "deck"}
        for file, folder in opened.chapter_files:
            chapter = folders.get(folder, "")
            is_listed = bool(chapter) or folder in unlisted | draft.told_folders
            chapters = opened.head.get("chapters")
            if not is_listed and (isinstance(chapters, Listed) or (chapters is None and folders)):
                unlisted.add(folder)
                if guess := draft.guesses.nearest(folder, self._empty_folders()):
                    self._meant[guess] = folder  # told where pack.yaml misspells it
                else:
                    place = Span(TextFile(file.path, "", file.shown), 0, 0)
                    guess = draft.guesses.nearest(folder, folders)
                    help_name = "did_you_mean_folder" if guess else None
                    draft.report.add("Y209", place, folder=folder, help=help_name, guess=guess)
            for node in opened.documents(file):
                opened.enter(file, chapter)
                scene = read_scene(draft, node)
                if scene is not None:
                    self.scenes.append(scene)
                    first_scenes.setdefault(chapter, scene.id)
                if len(known) > MOST_SCENES:
                    draft.report.add(
                        "Y204", Span(TextFile(file.path, "", file.shown), 0, 0), most=MOST_SCENES
                    )
                    draft.lost_everything = True
                    return
        self._read_chapters(first_scenes)

    def _empty_folders(self) -> list[str]:
        """Return the listed folders that do not exist: one of them may be the misspelt name."""
        return [name for name in self.folders() if name not in self.opened.pack.folders]

    def _read_chapters(self, first_scenes: Mapping[str, str]) -> None:
        head_file = self.opened.head_place.file
        existing = {folder for _, folder in self.opened.chapter_files}
        for values, node in self.chapter_values:
            self.opened.enter(head_file, values["id"])
            self.chapters.append(chapter_of(self.draft, values, first_scenes))
            folder = values.get("folder") or values["id"]
            if folder not in existing and not self._is_unread(folder):
                place = value_of(node, "folder") or value_of(node, "id") if isinstance(node, Keyed) else node
                meant = self._meant.get(folder)
                help_name = "did_you_mean_listed_folder" if meant else None
                if not self.opened.pack.folders:
                    # One folder is missing, not one for each chapter; or it is there under another name.
                    if not self.opened.has_stray_scenes:
                        self.draft.error("Y213", place or node, folder=folder, help="no_chapters")
                    return
                self.draft.error("Y213", place or node, folder=folder, help=help_name, guess=meant)

    def _is_unread(self, folder: str) -> bool:
        """Whether the files of a folder are there, and were reported as they could not be read."""
        lost = [*self.opened.pack.unread, *(file.path for file in self.opened.pack.other)]
        return any(path.startswith(f"chapters/{folder}/") for path in lost)
