"""Packs and scenes to begin with: the templates, filled in."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from game.authoring.compiler import Compilation
from game.authoring.shapes import ID, RESERVED
from game.story.model import DeckOffer, Scene, Story

TEMPLATES = Path(__file__).parent / "templates"
_SLOT = re.compile(r"@([a-z_]+)@")
_PLAIN = re.compile(
    r"(?!(?:true|false|null|yes|no|on|off)$)[A-Za-z][\w '’().-]*[\w.)]|[A-Za-z]", re.IGNORECASE
)
OWN_FACT = "letters_for_help"
"""The fact that a new pack brings along."""


@dataclass(frozen=True, slots=True)
class Desk:
    """Where a new letter waits, as the letters that are there already do."""

    deck: str
    chapter: str
    folder: str
    condition: str = ""
    priority: int = 0
    place: str = ""
    date: str = ""


def id_of(text: str) -> str:
    """Return the id that a name suggests, or "" where it has letters that no id can have."""
    plain = re.sub(r"[\s\-.]+", "_", text.strip().lower()).strip("_")
    return plain if ID.fullmatch(plain) and plain not in RESERVED else ""


def title_of(name: str) -> str:
    """Return a title for something that has an id only."""
    return name.replace("_", " ").strip().capitalize()


def decks_of(story: Story) -> list[str]:
    """Return the decks that some scene offers, in the story's order."""
    offers = (entry for scene in story.scenes.values() for entry in scene.entries)
    return list(dict.fromkeys(entry.deck for entry in offers if isinstance(entry, DeckOffer)))


def desk_of(compilation: Compilation, story: Story, deck: str, chapter: str = "") -> Desk:
    """Return where a letter of a deck belongs: as most of its letters do, beside the first of them.

    Without `chapter` it is the first chapter that has letters of this deck, or that offers it.
    """
    waiting = list(story.decks.get(deck, ()))
    offering = [scene for scene in story.scenes.values() if _offers(scene, deck)]
    order = [found.id for found in story.chapters]
    chapters = sorted({scene.chapter for scene in waiting or offering}, key=order.index)
    home = chapter or chapters[0]
    folder = next(found.folder for found in story.chapters if found.id == home)
    letters = [scene for scene in waiting if scene.chapter == home] or waiting
    conditions = Counter(_condition(compilation, scene.id) for scene in letters)
    condition = conditions.most_common(1)[0][0] if conditions else ""
    if len({scene.chapter for scene in offering}) > 1 and not re.search(r"\bchapter\b", condition):
        # The deck lies open in several chapters, a letter belongs to one.
        condition = f"chapter == {home}" + (f" and ({condition})" if condition else "")
    # The place is at least the desk's own; letters without one keep it.
    like = [s for s in letters if s.place] or [s for s in offering if s.chapter == home] or offering
    first = like[0] if like else None
    highest = max((scene.waits_in.priority for scene in waiting if scene.waits_in), default=0)
    return Desk(
        deck,
        home,
        folder,
        condition,
        highest,
        (first.place or "") if first else "",
        (first.date or "") if first else "",
    )


def new_pack(pack_id: str, title: str) -> dict[str, str]:
    """Return the files of a small pack that stands alone, by their paths."""
    files = {path.relative_to(TEMPLATES / "pack").as_posix(): path for path in _templates("pack")}
    files |= {name: TEMPLATES / name for name in ("facts.yaml", "sources.yaml")}
    values = {"id": pack_id, "title": quoted(title), "prefix": ""}
    return {name: _filled(path, values) for name, path in sorted(files.items())}


def new_extension(pack_id: str, title: str, base: str, desk: Desk | None) -> dict[str, str]:
    """Return the files of a small extension, by their paths: a letter, or a chapter without a desk."""
    prefix = f"{pack_id}_"
    folder = desk.folder if desk else f"01_{pack_id}"
    values = {
        "id": pack_id,
        "title": quoted(title),
        "base": base,
        "prefix": prefix,
        "chapters": _own_chapter(pack_id, folder) if desk is None else _CHAPTER_HINT.format(folder=folder),
    }
    letter = _desk_lines(desk, "Zotova, crane driver, Barracks 6.") | {
        "id": f"{prefix}stove",
        "prefix": prefix,
        "up": "../../",
        "to": "to: return  # back to the desk" if desk else f"to: {prefix}end",
    }
    end = "" if desk else _filled(TEMPLATES / "extension" / "chapter_end.yaml", {"prefix": prefix})
    scene = _filled(TEMPLATES / "extension" / "letter.yaml", letter) + end
    return {
        "pack.yaml": _filled(TEMPLATES / "extension" / "pack.yaml", values),
        "facts.yaml": _filled(TEMPLATES / "facts.yaml", values),
        "sources.yaml": _filled(TEMPLATES / "sources.yaml", values),
        f"chapters/{folder}/10_stove.yaml": scene,
    }


def new_letter(scene: str, title: str, pack: str, desk: Desk, fact: str) -> str:
    """Return the file of a letter; `fact` is what it rests on, "" where the pack has none."""
    lines = _desk_lines(desk, "A page from an exercise book, in violet ink.") | _fact_lines(fact)
    return _filled(
        TEMPLATES / "scenes" / "letter.yaml",
        lines | {"id": scene, "title": quoted(title), "pack": pack, "deck": desk.deck},
    )


def new_scene(scene: str, title: str, to: str, fact: str, like: Scene | None) -> str:
    """Return the file of a scene that leads on to `to`; place and date are those of the scene `like`."""
    lines = _place_and_date(like.place or "", like.date or "") if like else _place_and_date("", "")
    return _filled(
        TEMPLATES / "scenes" / "scene.yaml",
        lines | _fact_lines(fact) | {"id": scene, "title": quoted(title), "to": to},
    )


def quoted(text: str) -> str:
    """Return a line of text as it may stand behind a key in YAML, without a sign that means something."""
    line = " ".join(text.split())
    if _PLAIN.fullmatch(line):
        return line
    literal = line.replace("{", "{{").replace("}", "}}").replace("[[", "[[[[")
    return "'" + literal.replace("'", "''") + "'"


_CHAPTER_HINT = """\

# Your letters lie in chapters/{folder}/, which is a folder of the pack that you extend.
# A chapter of your own:
# chapters:
#   - {{id: ..., folder: ..., title: ..., start: ...}}
"""


def _own_chapter(pack_id: str, folder: str) -> str:
    return (
        "\n# The pack that you extend has no desk for letters: yours is a chapter of its own.\n"
        f"chapters:\n  - id: {pack_id}_chapter\n    folder: {folder}\n    title: My chapter\n"
        f"    start: {pack_id}_stove\n"
    )


def _desk_lines(desk: Desk | None, offer: str) -> dict[str, str]:
    if desk is None:
        return _place_and_date("", "") | {
            "waits": "# if: ...  # a letter waits in a deck until its `if` holds"
        }
    lines = [f"deck: {desk.deck}  # it lies where this deck is offered"]
    lines.append(
        f"if: {desk.condition}  # when" if desk.condition else "# if: ...  # when; without it, always"
    )
    lines.append(f"offer: {offer}  # how it lies there")
    lines.append(f"priority: {desk.priority}  # larger lies further up")
    return _place_and_date(desk.place, desk.date) | {"waits": "\n".join(lines)}


def _place_and_date(place: str, date: str) -> dict[str, str]:
    return {
        "place": f"place: {place}"
        if place
        else "# place: office_night  # a picture: the game's, or yours in art/",
        "date": f"date: {date}" if date else "# date: 1937-07-03  # or 1937-07, or 1937",
    }


def _fact_lines(fact: str) -> dict[str, str]:
    if not fact:
        return {
            "facts": "# facts: [...]  # what it rests on: names from facts.yaml; `check` asks for one",
            "choice_facts": "",
        }
    return {
        "facts": f"facts: [{fact}]  # what it rests on: change it to yours",
        "choice_facts": f"    facts: [{fact}]\n",
    }


def _condition(compilation: Compilation, scene: str) -> str:
    """Return the condition of a letter as its author wrote it."""
    span = compilation.where["scene", scene]
    text = span.file.text
    begin = text.rfind("\n---", 0, span.start) + 1
    end = text.find("\n---", span.start)
    found = re.search(
        r"^if:[ \t]+(.+?)[ \t]*(?:[ \t]#.*)?$", text[begin : end if end >= 0 else None], re.MULTILINE
    )
    return found[1] if found else ""


def _offers(scene: Scene, deck: str) -> bool:
    return any(isinstance(entry, DeckOffer) and entry.deck == deck for entry in scene.entries)


def _templates(kind: str) -> Iterable[Path]:
    return (path for path in sorted((TEMPLATES / kind).rglob("*.yaml")) if path.is_file())


def _filled(path: Path, values: Mapping[str, str]) -> str:
    def value(found: re.Match[str]) -> str:
        return values[found[1]]

    return _SLOT.sub(value, path.read_text(encoding="utf-8"))
