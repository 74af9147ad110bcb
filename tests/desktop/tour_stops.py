"""Every screen and state of the window, each as a function that leads a pilot there. Used by `tour.py`."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cached_property, partial
from pathlib import Path
from typing import NamedTuple, get_args

from game.authoring.compiler import compile_pack
from game.commands.pack_library import found_packs, home, new_pack, open_pack
from game.commands.packs import art_folders
from game.commands.preview import Source
from game.commands.scene_named import SceneNamed
from game.desktop.bench import Library, Preview
from game.desktop.play import Play
from game.desktop.reloading import Reloader
from game.desktop.screens.class_codes import ClassCodesScreen
from game.desktop.screens.debrief import DebriefScreen
from game.desktop.screens.folder import FolderScreen, Leaf
from game.desktop.screens.leaving import LeavingCard
from game.desktop.screens.notice import ProblemScreen
from game.desktop.screens.saves_page import SavesScreen, damaged_notice
from game.desktop.screens.scene import SceneScreen
from game.desktop.widgets.field import LETTERS
from game.disk import Settings, user_folder
from game.explore.wording import condition_words
from game.saves import keep_as
from game.story.model import DocumentKind, Passage, Scene, Story
from game.story.photograph import photograph_of
from game.story.playthrough import Playthrough, Start
from game.story.prose import Words
from game.story.replay_code import to_code
from tests.desktop.pilot import Pilot
from tests.desktop.small_pack import edited, small_pack

CAMPAIGN = Path(__file__).parents[2] / "scenes" / "third_chair"
PLACES = Path(__file__).parents[2] / "assets" / "places"
PEOPLE = ("feldman", "nadya", "vera", "gorelov", "olga")
ALL_GONE = dict.fromkeys(("gorelov", "feldman", "drozd", "lisitsyn", "tikhonov"), "arrested")
KINDS: tuple[DocumentKind, ...] = get_args(DocumentKind)


class Stop(NamedTuple):
    """One picture of the tour."""

    name: str
    reach: Callable[[Pilot], object]
    has_notes: bool = True
    """False: as at the very first start, before the content note."""
    at_end: bool = False
    """Scrolled to the page's foot."""


class Tour:
    """The campaign, one long game of it, and pilots for a size and settings."""

    @cached_property
    def story(self) -> Story:
        story = compile_pack(CAMPAIGN).story
        assert story is not None
        return story

    @cached_property
    def played(self) -> Playthrough:
        """A game to an ending, the one in which most of the photograph are gone, of a few."""
        games = [walked(self.story, seed) for seed in range(12)]
        return max(games, key=lambda game: (len(game.moments) > 120, _gone(game)))

    def pilot(self, size: tuple[int, int], stop: Stop, **settings: object) -> Pilot:
        notes = (self.story.played_as,) if stop.has_notes else ()
        library = Library(found_packs, open_pack, home, lambda folder: True, new_pack)
        pilot = Pilot(self.story, size, Settings(notes_read=notes, **settings), library)  # type: ignore[arg-type]
        pilot.sitting.art = art_folders(CAMPAIGN)
        pilot.sitting.outside = pilot.sitting.outside._replace(copy=lambda text: True, paste=lambda: "")
        pilot.screen.title = self.story.title  # type: ignore[attr-defined]
        return pilot

    def play(self, pilot: Pilot) -> Play:
        return Play(self.played, pilot.sitting.outside)


def walked(story: Story, seed: int) -> Playthrough:
    """A game that takes an open way by chance until it is over."""
    lot = random.Random(seed)
    game = Playthrough.begin(story)
    while not game.is_over and len(game.moments) < 400:
        game = game.choose(lot.choice(game.ways).id)
    return game


def _gone(game: Playthrough) -> int:
    photograph = photograph_of(game)
    return len(photograph.gone) if photograph else 0


def scene(id: str, pilot: Pilot, keys: tuple[str, ...] = ()) -> Pilot:
    """Go to a scene and press keys there."""
    pilot.shows(SceneScreen(pilot.sitting, pilot.sitting.begin(Start(id))))
    return pilot.press(*keys)


def made(change: Callable[[Scene], Scene], pilot: Pilot) -> Pilot:
    """Go to a scene as it would be after a change."""
    story = pilot.sitting.story
    assert story is not None
    changed = change(story.scenes["sugar"])
    pilot.sitting.story = replace(story, scenes={**story.scenes, "sugar": changed})
    return scene("sugar", pilot)


def paper(kind: DocumentKind) -> Callable[[Scene], Scene]:
    """Put a document of a kind on a page, between two texts."""
    typed = ((Words("To all secretaries of oblast committees."), Words(" Report within five days.")),)
    said = Passage("text", ((Words("Ozols lays it face down, as if somebody had been ashamed of it."),),))
    document = Passage("document", typed, document=kind, title="cipher, one copy")
    return lambda at: replace(at, passages=(said, document, said))


def stops(tour: Tour) -> Iterator[Stop]:
    """All of them, in the order in which a player meets them."""
    for part in (_titles, _scenes, _cards, _folder_and_debrief, _saves, _author):
        yield from part(tour)


def _titles(tour: Tour) -> Iterator[Stop]:
    yield Stop("title_first", lambda p: p, has_notes=False)
    yield Stop("title_continue", partial(continued, tour))
    yield Stop("content_note", lambda p: p.click("new"), has_notes=False)
    for name, target in (("starts", "starts"), ("about", "about"), ("settings", "settings")):
        yield Stop(name, partial(Pilot.click, target=target))
        yield Stop(f"{name}.end", partial(Pilot.click, target=target), at_end=True)
    yield Stop("where_you_are", lambda p: p.click("starts").click("begin:6"))
    yield Stop("class_and_teacher", lambda p: p.click("class"))
    yield Stop("enter_code", lambda p: p.click("code"))
    yield Stop("enter_code_wrong", lambda p: p.click("code").type(wrong(tour)).press("enter"))
    yield Stop("enter_code_right", lambda p: p.click("code").type(to_code(tour.played)))
    yield Stop("class_codes", lambda p: p.shows(ClassCodesScreen(p.sitting)))
    yield Stop("class_codes_pasted", partial(pasted, tour))
    yield Stop("keys", lambda p: p.click("settings").click("keys"))
    problem = "scenes/third_chair/x.yaml:41:13: error[L201]: there is no scene ‘ofice’"
    yield Stop("problem", lambda p: p.shows(ProblemScreen("The story could not be opened", problem)))


def continued(tour: Tour, pilot: Pilot) -> None:
    """A title that has a game to go on with."""
    keep_as("Group 3", tour.played.back())
    pilot.sitting.open(tour.story)
    pilot.screen.changed()


def pasted(tour: Tour, pilot: Pilot) -> Pilot:
    """A class's codes, one of them mistyped."""
    text = f"{to_code(tour.played)}\nAnna {wrong(tour)}\n"
    return pilot.shows(ClassCodesScreen(pilot.sitting)).paste(text)


def wrong(tour: Tour) -> str:
    """A code with a slip in its first group."""
    code = to_code(tour.played)
    return code[:2] + ("A" if code[2] != "A" else "B") + code[3:]


def _scenes(tour: Tour) -> Iterator[Stop]:
    yield Stop("scene_plain", partial(scene, "kitchen"))
    yield Stop("scene_focus", partial(scene, "kitchen", keys=("down",)))
    yield Stop("scene_result", partial(scene, "kitchen", keys=("1",)))
    yield Stop("scene_file_item", partial(scene, "kitchen", keys=("1", "enter", "1", "enter")))
    yield Stop("talk_before", partial(scene, "closed_letter"))
    yield Stop("talk_after", lambda p: scene("closed_letter", p).click("talked"))
    yield Stop("closed_choice", partial(scene, "the_coat"))
    yield Stop("closed_choice_why", partial(scene, "the_coat", keys=("4",)))
    yield Stop("desk", partial(scene, "desk"))
    yield Stop("desk_spent", partial(scene, "desk", keys=("1", "1", "enter")))
    yield Stop("letter_open", partial(scene, "desk", keys=("1",)))
    for name, id in (("evening", "first_evening"), ("hand", "the_hand"), ("photograph_in_scene", "reimer")):
        yield Stop(name, partial(scene, id))
        yield Stop(f"{name}.end", partial(scene, id), at_end=True)
    yield Stop("ending", lambda p: p.shows(SceneScreen(p.sitting, tour.play(p))))
    yield Stop("ending.end", lambda p: p.shows(SceneScreen(p.sitting, tour.play(p))), at_end=True)
    for id in ("platform", "assembly", "order_447", "letter_moods", "page_four", "letter_archive"):
        yield Stop(f"real_{id}", partial(scene, id))
    for kind in KINDS:
        yield Stop(f"paper_{kind}", partial(made, paper(kind)))
    for count in range(1, 6):
        yield Stop(f"portraits_{count}", partial(made, partial(replace, show=PEOPLE[:count])))
    for place in sorted(path.stem for path in PLACES.glob("*.svg")):
        yield Stop(f"place_{place}", partial(made, partial(replace, place=place, show=())))


def _cards(tour: Tour) -> Iterator[Stop]:
    yield Stop("card_provenance", partial(scene, "ten_days", keys=("p",)))
    yield Stop("card_who", partial(scene, "assembly", keys=("w",)))
    yield Stop("card_term", partial(scene, "ring", keys=("g", "enter")))
    yield Stop("card_keys", partial(scene, "ring", keys=("f1",)))
    yield Stop("card_pause", partial(scene, "ring", keys=("esc",)))
    yield Stop("card_leaving", lambda p: scene("ring", p).shows(LeavingCard(p.sitting)))
    yield Stop("on_screen_keyboard", lambda p: p.click("code").click(LETTERS))
    yield Stop("reading_aloud", partial(with_setting, "ring", (), "reading_aloud"))
    yield Stop("projector", partial(with_setting, "kitchen", ("right", "1", "2"), "projector"))
    yield Stop("projector.end", partial(with_setting, "kitchen", ("1", "2"), "projector"), at_end=True)


def with_setting(id: str, keys: tuple[str, ...], setting: str, pilot: Pilot) -> Pilot:
    """A scene with a setting switched on."""
    pilot.sitting.change(**{setting: True})
    return scene(id, pilot, keys)


def _folder_and_debrief(tour: Tour) -> Iterator[Stop]:
    for leaf, _ in FolderScreen.leaves:
        yield Stop(f"folder_{leaf}", partial(folder, tour, leaf))  # type: ignore[arg-type]
    yield Stop("folder_photograph_whole", partial(photograph, {}))
    yield Stop("folder_photograph_gone", partial(photograph, ALL_GONE))
    yield Stop("history.end", partial(folder, tour, "history"), at_end=True)
    yield Stop("history_warning", lambda p: folder(tour, "history", p).click("moment:0"))
    for leaf in ("", *(id for id, _ in DebriefScreen.leaves)):
        for at_end in (False, True):
            name = f"debrief_{leaf or 'role_down'}{'.end' if at_end else ''}"
            yield Stop(name, partial(debrief, tour, leaf), at_end=at_end)
    yield Stop("debrief_decision", lambda p: debrief(tour, "decisions", p).click("decision:2"))
    yield Stop("debrief_answer", lambda p: answering(debrief(tour, "questions", p)))


def folder(tour: Tour, leaf: Leaf, pilot: Pilot) -> Pilot:
    """A leaf of the folder of the long game."""
    return pilot.shows(FolderScreen(pilot.sitting, tour.play(pilot), leaf))


def photograph(gone: dict[str, str], pilot: Pilot) -> Pilot:
    """The photograph with some fates given."""
    play = pilot.sitting.begin(Start("kitchen", gone))
    return pilot.shows(FolderScreen(pilot.sitting, play, "photograph"))


def debrief(tour: Tour, leaf: str, pilot: Pilot) -> Pilot:
    """The debrief of the long game at a leaf, the first two things that open opened."""
    screen = DebriefScreen(pilot.sitting, tour.play(pilot))
    screen.leaf = leaf
    pilot.shows(screen)
    closed = [target for target in pilot.targets if target.startswith("open:")]
    screen.opened = set(closed[:2])
    screen.changed()
    return pilot


def answering(pilot: Pilot) -> Pilot:
    """An answer half written."""
    question = next(target for target in pilot.targets if target.startswith("answer:"))
    return pilot.click(question).type("Nobody who was there could have known what the list was for.")


def _saves(tour: Tour) -> Iterator[Stop]:
    def kept(pilot: Pilot) -> Pilot:
        keep_as("Group 3", tour.played.back_to(9))
        keep_as("Tuesday, before the bell", tour.played.back_to(40))
        keep_as("", tour.played)
        return pilot

    yield Stop("saves", lambda p: kept(p).shows(SavesScreen(p.sitting, p.sitting.begin())))
    yield Stop("saves_none", lambda p: p.shows(SavesScreen(p.sitting)))
    yield Stop("saves_name", lambda p: kept(p).shows(SavesScreen(p.sitting, p.sitting.begin())).click("keep"))
    yield Stop("saves_delete", lambda p: deleting(kept(p)))
    yield Stop("saves_damaged", lambda p: damaged(kept(p)))


def deleting(pilot: Pilot) -> Pilot:
    """The question before a save is deleted."""
    pilot.shows(SavesScreen(pilot.sitting))
    return pilot.click(next(target for target in pilot.targets if target.startswith("delete:")))


def damaged(pilot: Pilot) -> Pilot:
    """The message about a save that is none."""
    path = user_folder() / "saves" / "third_chair" / "2026-11-02.json.damaged"
    notice = damaged_notice(pilot.sitting, [path])
    assert notice
    return pilot.shows(notice)


def _author(tour: Tour) -> Iterator[Stop]:
    yield Stop("preview_strip", partial(preview, keys=("1",)))
    yield Stop("preview_jump", partial(preview, keys=("j",)))
    yield Stop("preview_variables", partial(preview, keys=("v",)))
    yield Stop("preview_error", partial(preview, error=True))


def preview(pilot: Pilot, keys: tuple[str, ...] = (), error: bool = False) -> Pilot:
    """A pack that is being written, with a mistake in it if wanted."""
    pack = small_pack(Path(user_folder()) / ("wrong" if error else "right"))
    source = Source(SceneNamed(pack, ""))
    reloader = Reloader(pilot.stage, Preview(source.build, source.stamp, condition_words))
    reloader.begin()
    if error:
        edited(pack, "20_office.yaml", "to: end\n  - id", "to: ende\n  - id")
        for tenth in range(20):
            reloader.look(tenth / 10)
    return pilot.press(*keys)
