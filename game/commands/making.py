"""Makes packs and scenes from the templates: for `new`, and for a window that offers the same."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from game.commands.names import (
    known_chapter,
    known_deck,
    new_pack_id,
    new_scene_id,
    on_the_line,
    pack_to_write_in,
)
from game.commands.outcome import FINDINGS, WRONG_USAGE, CommandFailed
from game.commands.packs import compilation_of, find_pack, pack_folders
from game.commands.schema import FOLDER, schemas
from game.commands.zips import peeked
from game.disk import DiskProblem, path_from, write_text

if TYPE_CHECKING:
    from game.authoring.compiler import Compilation
    from game.story.model import Story


@dataclass(frozen=True, slots=True)
class Made:
    """What was made: the pack, the files written (without those for editors), which to open, what to know."""

    pack: Path
    id: str
    written: tuple[Path, ...]
    opened: Path
    note: str = ""

    def as_text(self) -> str:
        """Return what was written, and the next three steps."""
        pack = on_the_line(self.pack)
        return "\n".join(
            [
                "Written:",
                *(f"  {path}" for path in self.written),
                f"  {self.pack / FOLDER}   for editors that complete names",
                *([f"\n{self.note}"] if self.note else []),
                "\nNext:",
                f"  1. open   {self.opened}   in any editor, and write over its texts",
                f"  2. check  python3 main.py check {pack}",
                f"  3. play   python3 main.py play {pack} --new",
            ]
        )

    def as_plain(self) -> dict[str, object]:
        """Return the same as plain values."""
        written = [str(path) for path in self.written]
        return {"pack": str(self.pack), "id": self.id, "written": written, "open": str(self.opened)}


def make_pack(
    path: Path, extends: str | None = None, title: str | None = None, given_id: str | None = None
) -> Made:
    """Write a new pack into a folder that is not there yet, or empty. Raises CommandFailed, DiskProblem."""
    from game.authoring.starters import decks_of, desk_of, new_extension, new_pack, title_of

    path = path_from(str(path))
    pack_id = new_pack_id(path, given_id)
    _must_be_free(path)
    title = " ".join((title or "").split()) or title_of(path.name if given_id else pack_id)
    if extends is None:
        return _written(path, pack_id, new_pack(pack_id, title), "chapters/01_evening/10_box.yaml")
    base_path = find_pack(extends)
    base = peeked(base_path, "id")
    if further := peeked(base_path, "extends"):
        raise CommandFailed(
            f"{extends} is an extension itself; name the pack that it extends: --extends {further}",
            WRONG_USAGE,
        )
    if base_path.absolute().parent not in (path.absolute().parent, *(f.absolute() for f in pack_folders())):
        raise CommandFailed(
            f"{base_path} would not be found from {path}: a pack and what it extends lie side by side, or "
            f"the base lies in {pack_folders()[0]}.",
            WRONG_USAGE,
        )
    compilation, story = _compiled(base_path)
    decks = decks_of(story)
    desk = desk_of(compilation, story, decks[0]) if decks else None
    files = new_extension(pack_id, title, base, desk)
    letter = next(name for name in files if name.startswith("chapters/"))
    note = (
        f"Your first letter lies in the deck `{desk.deck}` of chapter `{desk.chapter}`, above the others."
        if desk
        else f"{base} has no deck in which a letter could lie, so your pack is a chapter of its own."
    )
    return _written(path, pack_id, files, letter, note)


def make_scene(scene: str, pack_name: str, deck: str | None = None, chapter: str | None = None) -> Made:
    """Write one more scene into a pack. Raises CommandFailed, DiskProblem."""
    from game.authoring.starters import desk_of, new_letter, new_scene, title_of

    pack = pack_to_write_in(pack_name)
    compilation, story = _compiled(pack)
    extends = bool(peeked(pack, "extends"))
    name, note = new_scene_id(scene, peeked(pack, "id") if extends else "")
    if name in story.scenes:
        place = compilation.where["scene", name].place.rpartition(":")[0]
        raise CommandFailed(f"There is a scene {name} already: {place}. Choose another id.", WRONG_USAGE)
    title = title_of(scene.removeprefix(f"{peeked(pack, 'id')}_") if extends else scene)
    chapter_id = known_chapter(story, chapter)
    if deck is not None:
        desk = desk_of(compilation, story, known_deck(story, deck), chapter_id)
        folder, text = (
            desk.folder,
            new_letter(name, title, str(pack), desk, _fact_of(compilation, story, pack, desk.deck)),
        )
        note += f"It lies in the deck `{deck}` of chapter `{desk.chapter}`."
    else:
        chapter_id = chapter_id or _home_of(story, compilation, pack)
        home = next(found for found in story.chapters if found.id == chapter_id)
        like = story.scenes.get(home.start)
        folder = home.folder
        text = new_scene(
            name, title, _end_of(story, chapter_id), _fact_of(compilation, story, pack, ""), like
        )
        note += f"Nothing leads to it yet: let a choice of another scene say `to: {name}`."
    file = pack / "chapters" / folder / f"{name}.yaml"
    if file.exists():
        raise CommandFailed(f"{file} is there already, and stays as it is. Choose another id.", FINDINGS)
    _write(file, text)
    _write_schemas(pack)
    return Made(pack, name, (file,), file, note)


def _must_be_free(path: Path) -> None:
    if path.is_dir() and (path / "pack.yaml").exists():
        raise CommandFailed(
            f"{path} is a pack already, and stays as it is. Take another name, or add a scene to it: "
            f"new --scene ID --in {on_the_line(path)}"
        )
    if path.is_dir() and any(path.iterdir()):
        raise CommandFailed(f"{path} is there already and not empty. Take another name.")
    if path.exists() and not path.is_dir():
        raise CommandFailed(f"{path} is a file, and stays as it is. Take another name.")


def _compiled(pack: Path) -> tuple[Compilation, Story]:
    compilation = compilation_of(pack)
    if compilation.story is None:
        first = compilation.errors[0]
        raise CommandFailed(
            f"{pack} has mistakes, the first at {first.span.place}: {first.message}.\n"
            f"Mend them first; this lists them all: python3 main.py check {on_the_line(pack)}"
        )
    return compilation, compilation.story


def _home_of(story: Story, compilation: Compilation, pack: Path) -> str:
    """Return the chapter of a scene for which none was given: the last that has a scene of this pack."""
    own = [s.chapter for s in story.scenes.values() if _is_in(compilation, ("scene", s.id), pack)]
    order = [chapter.id for chapter in story.chapters]
    return max(own, key=order.index, default=order[-1])


def _end_of(story: Story, chapter: str) -> str:
    """Return a scene with an ending, of this chapter if it has one: somewhere to lead to at first."""
    from game.story.model import Ending

    ends = [scene for scene in story.scenes.values() if isinstance(scene.exit, Ending)]
    return next((scene.id for scene in ends if scene.chapter == chapter), ends[0].id)


def _fact_of(compilation: Compilation, story: Story, pack: Path, deck: str) -> str:
    """Return a fact to begin with: one of the pack's own, or else one that another letter rests on."""
    own = [fact for fact in story.facts if _is_in(compilation, ("fact", fact), pack)]
    others = (fact for scene in story.decks.get(deck, ()) for fact in scene.facts)
    return next(iter((*own, *others, *story.facts)), "")


def _is_in(compilation: Compilation, key: tuple[str, ...], pack: Path) -> bool:
    return compilation.where[key].file.shown.startswith(f"{pack.as_posix()}/")


def _written(path: Path, pack_id: str, files: dict[str, str], opened: str, note: str = "") -> Made:
    for name, text in files.items():
        _write(path / name, text)
    _write_schemas(path)
    return Made(path, pack_id, tuple(path / name for name in files), path / opened, note)


def _write(file: Path, text: str) -> None:
    try:
        write_text(file, text)
    except DiskProblem as problem:
        raise DiskProblem(
            f"{problem}\nChoose a folder that is yours to write in, such as your documents."
        ) from problem


def _write_schemas(pack: Path) -> None:
    """Write the schemas for editors, with the names that the pack knows now."""
    from game.authoring.tables import FILES

    for name, text in schemas(pack, list(FILES)).items():
        _write(pack / FOLDER / name, text)
