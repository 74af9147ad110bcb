"""`new`: what it writes passes `check --strict` and plays, and every slip gets a sentence that helps."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from game.commands.packs import open_story
from game.story.playthrough import Playthrough, Start

Run = Callable[..., tuple[int, str, str]]


def written(folder: Path) -> list[str]:
    """The files of a pack, without the schemas for editors."""
    paths = (path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    return sorted(path for path in paths if not path.startswith(".schema/"))


def on_the_desk(pack: str, desk: str = "desk", hours: str = "2") -> list[str]:
    """The ways that are open at a desk, reached through the engine."""
    playthrough = Playthrough.begin(open_story(Path(pack)), Start(desk, {"hours": hours}))
    return [way.id.rpartition("/")[2] for way in playthrough.ways]


def test_an_extension_passes_check_and_says_what_to_do_next(run: Run) -> None:
    code, said, complained = run("new", "my_class", "--extends", "third_chair")
    assert (code, complained) == (0, "")
    assert said == (
        "Written:\n"
        "  my_class/pack.yaml\n"
        "  my_class/facts.yaml\n"
        "  my_class/sources.yaml\n"
        "  my_class/chapters/01_december/10_stove.yaml\n"
        "  my_class/.schema   for editors that complete names\n"
        "\n"
        "Your first letter lies in the deck `in_tray` of chapter `december`, above the others.\n"
        "\n"
        "Next:\n"
        "  1. open   my_class/chapters/01_december/10_stove.yaml   in any editor, and write over its texts\n"
        "  2. check  python3 main.py check my_class\n"
        "  3. play   python3 main.py play my_class --new\n"
    )
    assert run("check", "--strict", "my_class")[:2] == (0, "my_class: no errors, no warnings.\n")


def test_letters_of_an_extension_lie_on_top_of_the_desk(run: Run) -> None:
    run("new", "my_class", "--extends", "third_chair")
    code, said, _ = run("new", "--scene", "school", "--in", "my_class", "--deck", "in_tray")
    assert code == 0
    assert "Its id is `my_class_school`: the ids of an extension begin with the pack's." in said
    assert "chapters/01_december/my_class_school.yaml" in said
    assert run("check", "--strict", "my_class")[0] == 0
    ways = on_the_desk("my_class")
    assert ways[:3] == ["my_class_school", "my_class_stove", "letter_tyulenev"]


LETTER = "in_tray/my_class_stove"


def test_the_desk_is_reached_from_the_beginning_of_the_story(run: Run) -> None:
    run("new", "my_class", "--extends", "third_chair")
    playthrough = Playthrough.begin(open_story(Path("my_class")))
    for _ in range(60):
        ways = [way.id for way in playthrough.ways]
        playthrough = playthrough.choose(LETTER if LETTER in ways else ways[0])
        if playthrough.is_over or LETTER in ways:
            break
    assert [step.scene for step in playthrough.steps if step.way == LETTER] == ["desk"]


def test_a_letter_goes_back_to_the_desk(run: Run) -> None:
    run("new", "my_class", "--extends", "third_chair")
    playthrough = Playthrough.begin(open_story(Path("my_class")), Start("desk", {"hours": "2"}))
    playthrough = playthrough.choose(LETTER)
    assert [way.id for way in playthrough.ways] == ["works", "look"]
    playthrough = playthrough.choose("look")
    assert playthrough.scene.id == "desk"
    assert LETTER not in [way.id for way in playthrough.ways]


def test_a_story_of_its_own_passes_check_and_plays_to_both_endings(run: Run) -> None:
    code, said, _ = run("new", "my_story", "--title", "The Winter Mail: 1936")
    assert code == 0
    assert "  1. open   my_story/chapters/01_evening/10_box.yaml   in any editor" in said
    assert run("check", "--strict", "my_story")[:2] == (0, "my_story: no errors, no warnings.\n")
    story = open_story(Path("my_story"))
    assert story.title == "The Winter Mail: 1936"
    for way, ending in (("editor", "printed"), ("works", "shelf"), ("keep", "shelf")):
        playthrough = Playthrough.begin(story)
        for step in ("post/stove", way, "close"):
            playthrough = playthrough.choose(step)
        playthrough = playthrough.choose(playthrough.ways[0].id)
        assert playthrough.ending is not None
        assert playthrough.ending.id == ending


def test_a_scene_of_a_story_is_written_and_waits_for_a_choice(run: Run) -> None:
    run("new", "my_story")
    code, said, _ = run("new", "--scene", "night_walk", "--in", "my_story", "--chapter", "evening")
    assert code == 0
    assert "Nothing leads to it yet: let a choice of another scene say `to: night_walk`." in said
    code, said, _ = run("check", "my_story")
    assert (code, said.count("warning[")) == (0, 1)
    assert "warning[R102]" in said
    box = Path("my_story/chapters/01_evening/10_box.yaml")
    box.write_text(box.read_text(encoding="utf-8").replace("to: morning", "to: night_walk"), encoding="utf-8")
    # The way from `box` to `morning` has gone with it, and the new scene leads to an ending.
    assert "error" not in run("check", "my_story")[1].replace("no errors", "")


def test_a_letter_of_a_story_s_own_deck(run: Run) -> None:
    run("new", "my_story")
    assert run("new", "--scene", "teacher", "--in", "my_story", "--deck", "post")[0] == 0
    assert run("check", "--strict", "my_story")[0] == 0
    assert on_the_desk("my_story", "box", "2") == ["stove", "teacher", "close"]


def test_a_base_without_a_desk_gets_a_chapter(run: Run) -> None:
    run("new", "quiet")
    box = Path("quiet/chapters/01_evening/10_box.yaml")
    text = box.read_text(encoding="utf-8")
    begin, end = text.index("  - from_deck: post"), text.index("  - id: close")
    box.write_text(text[:begin] + text[end:], encoding="utf-8")
    Path("quiet/chapters/01_evening/20_stove.yaml").unlink()
    Path("quiet/questions.yaml").unlink()
    code, said, _ = run("new", "loud", "--extends", "quiet")
    assert code == 0
    assert "quiet has no deck in which a letter could lie, so your pack is a chapter of its own." in said
    assert "loud/chapters/01_loud/10_stove.yaml" in said
    assert run("check", "loud")[1].endswith("no errors, no warnings.\n")
    story = open_story(Path("loud"))
    assert [chapter.id for chapter in story.chapters] == ["evening", "loud_chapter"]


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("Year 9: letters", "Year 9: letters"),
        ("{9b} [[x]] #1", "{9b} [[x]] #1"),
        ("  It's\n 'our'  town ", "It’s ‘our’ town"),
        ("Клас 9-Б", "Клас 9-Б"),
        ("true", "true"),
        ("1937", "1937"),
        ("", "My class"),
    ],
)
def test_any_title_is_kept(title: str, shown: str, run: Run) -> None:
    run("new", "my_class", "--title", title)
    assert run("check", "--strict", "my_class")[0] == 0
    assert open_story(Path("my_class")).title == shown


def test_spaces_and_other_alphabets_in_paths(run: Run) -> None:
    folder = "Мої уроки/Year 9 B"
    code, said, _ = run("new", folder, "--extends", "third_chair")
    assert code == 0
    assert f'  2. check  python3 main.py check "{folder}"' in said
    assert run("check", "--strict", folder)[0] == 0
    assert on_the_desk(folder)[0] == "year_9_b_stove"
    assert run("new", "--scene", "boots", "--in", folder, "--deck", "in_tray")[0] == 0
    assert run("check", "--strict", folder)[0] == 0


def test_the_folder_that_one_stands_in(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("my_class").mkdir()
    monkeypatch.chdir("my_class")
    assert run("new", ".", "--extends", "third_chair")[0] == 0
    assert run("check", "--strict", ".")[0] == 0
    assert on_the_desk(".")[0] == "my_class_stove"


def test_an_id_beside_a_folder_of_any_name(run: Run) -> None:
    code, said, _ = run("new", "Клас 9-Б", "--extends", "third_chair", "--id", "klas_9b")
    assert (code, "Клас 9-Б/pack.yaml" in said) == (0, True)
    assert run("check", "--strict", "Клас 9-Б")[0] == 0


def test_json_for_a_program(run: Run) -> None:
    run("new", "my_class", "--extends", "third_chair")
    code, said, _ = run("new", "--scene", "school", "--in", "my_class", "--deck", "in_tray", "--json")
    path = str(Path("my_class/chapters/01_december/my_class_school.yaml"))
    assert code == 0
    assert json.loads(said) == {"pack": "my_class", "id": "my_class_school", "written": [path], "open": path}


def test_a_pack_is_never_written_over(run: Run) -> None:
    run("new", "my_class", "--extends", "third_chair")
    Path("my_class/pack.yaml").write_text("mine", encoding="utf-8")
    before = written(Path("my_class"))
    code, _, complained = run("new", "my_class", "--extends", "third_chair")
    assert (code, written(Path("my_class"))) == (1, before)
    assert complained == (
        "my_class is a pack already, and stays as it is. Take another name, or add a scene to it: "
        "new --scene ID --in my_class\n"
    )
    assert Path("my_class/pack.yaml").read_text(encoding="utf-8") == "mine"


def test_a_scene_is_never_written_over(run: Run) -> None:
    run("new", "my_class", "--extends", "third_chair")
    run("new", "--scene", "school", "--in", "my_class", "--deck", "in_tray")
    code, _, complained = run("new", "--scene", "school", "--in", "my_class", "--deck", "in_tray")
    assert code == 2
    assert complained == (
        "There is a scene my_class_school already: my_class/chapters/01_december/my_class_school.yaml:3. "
        "Choose another id.\n"
    )
    other = Path("my_class/chapters/01_december/my_class_walk.yaml")
    other.write_text("# empty\n", encoding="utf-8")
    code, _, complained = run("new", "--scene", "walk", "--in", "my_class", "--deck", "in_tray")
    assert (code, other.read_text(encoding="utf-8")) == (1, "# empty\n")
    assert complained == f"{other} is there already, and stays as it is. Choose another id.\n"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["new"], "main.py new: name the folder of the new pack, for example: "
                  "new my_class --extends third_chair\nSee: main.py new --help\n"),
        (["new", "--scene", "school"],
         "main.py new: which pack gets the scene? For example: --scene school --in my_class\n"
         "See: main.py new --help\n"),
        (["new", "my_class", "--scene", "school"],
         "main.py new: which pack gets the scene? --scene school --in my_class\nSee: main.py new --help\n"),
        (["new", "my_class", "--deck", "in_tray"],
         "main.py new: --deck is for a new scene: give its id with --scene ID.\nSee: main.py new --help\n"),
        (["new", "9b"],
         "'9b' gives no id for the pack: an id has small letters a-z, digits and underscores, and begins "
         "with a letter. The folder may be called as it is; give the id beside it, "
         "for example: --id my_class\n"),
        (["new", "Клас"],
         "'Клас' gives no id for the pack: an id has small letters a-z, digits and underscores, and begins "
         "with a letter. The folder may be called as it is; give the id beside it, "
         "for example: --id my_class\n"),
        (["new", "x", "--id", "Year 9"],
         "'Year 9' gives no id for the pack: an id has small letters a-z, digits and underscores, and begins "
         "with a letter. The folder may be called as it is; give the id beside it, "
         "for example: --id year_9\n"),
        (["new", "aux"],
         "'aux' is a name that Windows keeps for itself: nobody there could open the pack. "
         "Take another one, for example: --id aux_class\n"),
        (["new", "my_class.zip"], "A pack is a folder, not a file: new my_class\n"),
        (["new", "third_chair"],
         "There is a pack third_chair already. Take another name, or add to that one: "
         "new my_class --extends third_chair\n"),
        (["new", "my_class", "--extends", "third_chiar"],
         "There is no pack 'third_chiar', neither a folder or zip nor a pack's id. "
         "Did you mean third_chair?\n"),
        (["new", "--scene", "x", "--in", "nowhere"],
         "There is no pack 'nowhere', neither a folder or zip nor a pack's id. There are: third_chair.\n"),
        (["new", "--scene", "x", "--in", "third_chair"],
         "third_chair comes with the game. Make a pack of your own beside it: "
         "new my_class --extends third_chair\n"),
    ],
)  # fmt: skip
def test_a_slip_gets_a_sentence_that_says_what_to_do(arguments: list[str], said: str, run: Run) -> None:
    code, out, complained = run(*arguments)
    assert (code, out) == (2, "")
    assert complained.startswith(said)
    assert written(Path()) == []


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--chapter", "decembr"], "There is no chapter 'decembr'. Did you mean december?\n"),
        (["--title", "X"],
         "main.py new: --title is for a new pack, not for a scene.\nSee: main.py new --help\n"),
        (["--scene", "Green Ink"],
         "'Green Ink' is no id: an id has small letters a-z, digits and underscores, begins with a letter, "
         "and is none of the words of conditions (and, or, not, chapter ...). "
         "For example: --scene green_ink\n"),
        (["--scene", "chapter"],
         "'chapter' is no id: an id has small letters a-z, digits and underscores, begins with a letter, "
         "and is none of the words of conditions (and, or, not, chapter ...).\n"),
    ],
)  # fmt: skip
def test_a_slip_with_a_scene(arguments: list[str], said: str, run: Run) -> None:
    run("new", "my_class", "--extends", "third_chair")
    before = written(Path("my_class"))
    assert run("new", "--scene", "school", "--in", "my_class", *arguments) == (2, "", said)
    assert written(Path("my_class")) == before


@pytest.mark.parametrize(
    ("deck", "said"),
    [
        ("pots", "There is no deck 'pots'. Did you mean post?\n"),
        ("inbox", "There is no deck 'inbox'. There are: post.\n"),
    ],
)
def test_a_deck_that_is_not_there(deck: str, said: str, run: Run) -> None:
    run("new", "my_story")
    assert run("new", "--scene", "night", "--in", "my_story", "--deck", deck) == (2, "", said)


def test_a_folder_that_is_not_empty_is_left_alone(run: Run) -> None:
    Path("lessons").mkdir()
    Path("lessons/plan.txt").write_text("Monday", encoding="utf-8")
    said = "lessons is there already and not empty. Take another name.\n"
    assert run("new", "lessons", "--extends", "third_chair") == (1, "", said)
    assert written(Path("lessons")) == ["plan.txt"]
    Path("note").write_text("x", encoding="utf-8")
    assert run("new", "note") == (1, "", "note is a file, and stays as it is. Take another name.\n")


def test_a_folder_that_cannot_be_written_to_is_named(run: Run) -> None:
    Path("note").write_text("x", encoding="utf-8")
    code, _, complained = run("new", "note/my_class")
    assert code == 1
    assert complained.startswith(
        f"{Path('note/my_class/chapters/01_evening/10_box.yaml')} could not be written: "
    )
    assert complained.endswith("\nChoose a folder that is yours to write in, such as your documents.\n")


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_read_only_folder_is_named(run: Run) -> None:
    Path("locked").mkdir(mode=0o500)
    code, _, complained = run("new", "locked/my_class")
    assert (code, "could not be written: Permission denied." in complained) == (1, True)


def test_a_pack_with_mistakes_is_named_with_the_first(run: Run) -> None:
    run("new", "my_class", "--extends", "third_chair")
    stove = Path("my_class/chapters/01_december/10_stove.yaml")
    stove.write_text(stove.read_text(encoding="utf-8").replace("title:", "titel:", 1), encoding="utf-8")
    code, _, complained = run("new", "--scene", "school", "--in", "my_class", "--deck", "in_tray")
    assert code == 1
    assert complained.startswith(f"my_class has mistakes, the first at {stove}:4:1: ")
    assert complained.endswith("Mend them first; this lists them all: python3 main.py check my_class\n")


def test_an_extension_of_an_extension_is_refused(run: Run) -> None:
    run("new", "my_class", "--extends", "third_chair")
    said = "my_class is an extension itself; name the pack that it extends: --extends third_chair\n"
    assert run("new", "other", "--extends", "my_class") == (2, "", said)


def test_a_base_that_the_extension_would_not_find_is_refused(run: Run) -> None:
    run("new", "far/base")
    code, _, complained = run("new", "my_class", "--extends", "far/base")
    assert code == 2
    assert complained.startswith(
        f"{Path('far/base')} would not be found from my_class: a pack and what it extends"
    )
