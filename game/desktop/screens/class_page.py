"""Class and teacher: the packs of this machine, for those who never open a terminal."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable
from pathlib import Path

from game.desktop import author_words, code_words, words
from game.desktop.bench import FoundPack, Library
from game.desktop.kit import Kit
from game.desktop.moves import Move, Pop, Push, Replace, Reset
from game.desktop.screens.messages import MessagesScreen
from game.desktop.screens.notice import Notice, NoticeCard
from game.desktop.screens.page_screen import PageScreen
from game.desktop.sitting import Sitting
from game.desktop.widgets.chips import ButtonLook, Hint, button, gap, shelf
from game.desktop.widgets.choice_list import Entry, row
from game.desktop.widgets.heading import heading, subheading
from game.desktop.widgets.paragraph import line, prose, said
from game.desktop.widgets.piece import Gap, Page, Piece
from game.desktop.widgets.scroll_area import reading_page


class ShelfScreen(PageScreen):
    """A page about the packs of this machine, with the keys of a page that is read."""

    def __init__(self, sitting: Sitting, pack_library: Library) -> None:
        super().__init__()
        self.sitting = sitting
        self.pack_library = pack_library

    def contents(self, kit: Kit) -> Page:
        """Lay the page out."""
        return reading_page(
            kit, self.hints(), lambda width: list(self.items(kit, width)), beside="school_room"
        )

    @abstractmethod
    def items(self, kit: Kit, width: int) -> Iterable[Piece | Gap]:
        """Lay the parts of the page out."""

    def hints(self) -> tuple[Hint, ...]:
        """Return the keys of this screen."""
        return (
            Hint(words.KEY_ARROWS, words.KEY_CHOOSE, ""),
            Hint("Enter", words.KEY_GO_ON, ""),
            Hint("Esc", words.BACK.lower(), "leave"),
            Hint("F1", words.KEY_KEYS, "help"),
        )

    def show_folder(self, folder: Path) -> Move | None:
        """Open a folder; where no file manager can be started, say where it is."""
        if self.pack_library.show(folder):
            return None
        told = author_words.FOLDER_NOT_OPENED_TEXT.format(path=folder)
        return Push(NoticeCard(self.sitting, Notice(author_words.FOLDER_NOT_OPENED, told)))

    def open(self, pack: FoundPack) -> Move | None:
        """Open a pack as the story of the title, or show what keeps it from being played."""
        built = self.pack_library.open(pack.path)
        if built.story is None:
            return Push(MessagesScreen(self.sitting, built.findings))
        self.sitting.open(built.story, built.art)
        self.sitting.pack = pack
        return Reset()


class ClassScreen(ShelfScreen):
    """The packs found, and a way to make one."""

    def items(self, kit: Kit, width: int) -> Iterable[Piece | Gap]:
        """Lay out what a pack is, the packs, and the folder they lie in."""
        reading = min(width, kit.measure)
        yield heading(kit, author_words.CLASS, "", width)
        yield gap(kit, 12)
        yield prose(kit, said(author_words.CLASS_TEXT), reading, "text")
        yield gap(kit, 16)
        if self.sitting.story:
            yield button(kit, "codes", code_words.CLASS, width, ButtonLook(arrow=True))
            yield gap(kit, 16)
        yield subheading(kit, author_words.CLASS_PACKS, width)
        yield gap(kit, 4)
        found = self.pack_library.found()
        for position, pack in enumerate(found, 1):
            mark = str(position) if position <= 9 else ""
            entry = Entry(f"pack:{pack.path}", said(_title(pack)), mark, said(about(pack, found)))
            yield row(kit, entry, width, is_first=position == 1)
        if len(found) < 2:
            yield gap(kit, 6)
            yield prose(kit, said(author_words.CLASS_NONE), reading, "none", colour=kit.palette.keys)
        yield gap(kit, 14)
        buttons = [button(kit, "folder", author_words.CLASS_OPEN_FOLDER, width)]
        if self.pack_library.new_pack:
            buttons.insert(0, button(kit, "new", author_words.CLASS_NEW, width, ButtonLook(arrow=True)))
        yield shelf(kit, [*buttons, button(kit, "close", words.BACK, width)], width, "buttons")
        yield gap(kit, 14)
        yield line(
            kit, author_words.CLASS_FOLDER, kit.face("label", "label"), kit.palette.keys, width, "where"
        )
        yield path_line(kit, self.pack_library.home(), width)

    def choose(self, number: int) -> str | None:
        """Return the pack with this number."""
        found = self.pack_library.found()
        return f"pack:{found[number - 1].path}" if number <= len(found) else None

    def take(self, target: str) -> Move | None:
        """Open a pack's page, the folder, the page that makes a pack; or go back."""
        kind, _, path = target.partition(":")
        match kind:
            case "pack":
                pack = next(found for found in self.pack_library.found() if str(found.path) == path)
                return Push(PackScreen(self.sitting, self.pack_library, pack))
            case "codes":
                from game.desktop.screens.class_codes import ClassCodesScreen

                return Push(ClassCodesScreen(self.sitting))
            case "folder":
                return self.show_folder(self.pack_library.home())
            case "new":
                from game.desktop.screens.new_pack import NewPackScreen

                return Push(NewPackScreen(self.sitting, self.pack_library, self.made))
        return Pop()

    def made(self, path: Path) -> Move:
        """Show the pack that was made just now; this list has it too."""
        self.changed()
        pack = next(found for found in self.pack_library.found() if found.path == path)
        return Replace(PackScreen(self.sitting, self.pack_library, pack))


class PackScreen(ShelfScreen):
    """One pack: play it, check it, open its folder."""

    def __init__(self, sitting: Sitting, pack_library: Library, pack: FoundPack) -> None:
        super().__init__(sitting, pack_library)
        self.pack = pack

    def items(self, kit: Kit, width: int) -> Iterable[Piece | Gap]:
        """Lay the pack out."""
        reading = min(width, kit.measure)
        found = self.pack_library.found()
        yield heading(kit, _title(self.pack), about(self.pack, found), width)
        yield gap(kit, 14)
        if self.pack.is_shipped:
            yield prose(kit, said(author_words.PACK_SHIPPED_NOTE), reading, "shipped")
            yield gap(kit, 14)
        else:
            yield prose(kit, said(author_words.PACK_OWN_NOTE), reading, "own")
            yield gap(kit, 14)
        if self.sitting.pack == self.pack:
            yield prose(kit, said(author_words.PACK_IS_OPEN), reading, "open")
            yield gap(kit, 14)
        yield shelf(
            kit,
            [
                button(kit, "play", author_words.PACK_PLAY, width, ButtonLook(arrow=True)),
                button(kit, "check", author_words.PACK_CHECK, width),
                button(kit, "folder", author_words.CLASS_OPEN_FOLDER, width),
                button(kit, "close", words.BACK, width),
            ],
            width,
            "buttons",
        )
        yield gap(kit, 18)
        yield line(
            kit, author_words.PACK_LIES_IN, kit.face("label", "label"), kit.palette.keys, width, "where"
        )
        yield path_line(kit, self.pack.path, width)

    def take(self, target: str) -> Move | None:
        """Do what the button says."""
        match target:
            case "play":
                return self.open(self.pack)
            case "check":
                return Push(MessagesScreen(self.sitting, self.pack_library.open(self.pack.path).findings))
            case "folder":
                inside = self.pack.path.is_dir()
                return self.show_folder(self.pack.path if inside else self.pack.path.parent)
        return Pop()


class StoriesScreen(ShelfScreen):
    """Another story for the title: whatever lies on this machine."""

    def items(self, kit: Kit, width: int) -> Iterable[Piece | Gap]:
        """Lay the stories out."""
        yield heading(kit, author_words.STORIES, "", width)
        yield gap(kit, 12)
        yield prose(kit, said(author_words.STORIES_TEXT), min(width, kit.measure), "text")
        yield gap(kit, 14)
        found = self.pack_library.found()
        for position, pack in enumerate(found, 1):
            told = about(pack, found)
            if pack == self.sitting.pack:
                told = f"{told}, {author_words.STORY_OPEN}"
            mark = str(position) if position <= 9 else ""
            entry = Entry(f"pack:{pack.path}", said(_title(pack)), mark, said(told))
            yield row(kit, entry, width, is_first=position == 1)
        yield gap(kit, 16)
        yield button(kit, "close", words.BACK, width)

    def choose(self, number: int) -> str | None:
        """Return the story with this number."""
        found = self.pack_library.found()
        return f"pack:{found[number - 1].path}" if number <= len(found) else None

    def take(self, target: str) -> Move | None:
        """Open a story, or go back."""
        kind, _, path = target.partition(":")
        if kind != "pack":
            return Pop()
        return self.open(next(found for found in self.pack_library.found() if str(found.path) == path))


def about(pack: FoundPack, found: tuple[FoundPack, ...]) -> str:
    """Say where a pack comes from, and what it adds to."""
    told = [author_words.PACK_SHIPPED if pack.is_shipped else author_words.PACK_OWN]
    if pack.path.is_file():
        told.append(author_words.PACK_ZIP)
    if pack.extends:
        base = next((other.title for other in found if other.id == pack.extends), pack.extends)
        told.append(author_words.PACK_EXTENDS.format(base=base))
    return ", ".join(told)


def path_line(kit: Kit, path: Path, width: int) -> Piece:
    """Lay a path out as typed matter."""
    face = kit.face("document", "document")
    pitch = kit.line_height(face, "line_document")
    return prose(kit, said(str(path)), width, "path", face=face, pitch=pitch, gap=0)


def _title(pack: FoundPack) -> str:
    return pack.title or pack.id or author_words.PACK_UNTITLED
