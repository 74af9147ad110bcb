"""The command line: exit codes, help, and what reaches a user when something goes wrong."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from game.cli import main

ROOT = Path(__file__).parent.parent
PACK = ROOT / "tests" / "packs" / "reading_room"


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("THIRD_CHAIR_HOME", str(tmp_path / "home"))
    monkeypatch.delenv("THIRD_CHAIR_DEBUG", raising=False)
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.chdir(tmp_path)
    return tmp_path / "home"


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """A copy of the small pack, to be spoilt."""
    return shutil.copytree(PACK, tmp_path / "pack")


@pytest.fixture
def save(tmp_path: Path) -> Path:
    path = tmp_path / "game.json"
    start = {"scene": "door", "given": {}, "lesson": ""}
    steps = [["door", "show"], ["desk", "home"], ["street", "stops"]]
    save = {"format": 1, "story": "reading_room", "version": "1.0.0", "start": start, "steps": steps}
    path.write_text(json.dumps(save), encoding="utf-8")
    return path


def run(*arguments: str, typed: str = "", **variables: str) -> subprocess.CompletedProcess[str]:
    """Run the command line as a user does, in a process of its own."""
    code = "import sys; from game.cli import main; sys.exit(main())"
    return subprocess.run(
        [sys.executable, "-c", code, *arguments],
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", **variables},
        input=typed,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )


def spoil(pack: Path, old: str, new: str) -> None:
    path = pack / "chapters" / "01_evening" / "10_door.yaml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


@pytest.mark.parametrize(
    "command",
    ["play", "new", "preview", "check", "explain", "explore", "schema", "debrief", "class", "teach", "export",
     "map", "shot", "test"],
)
def test_every_command_has_help_with_an_example(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([command, "--help"]) == 0
    shown = capsys.readouterr().out
    assert f"usage: main.py {command}" in shown
    assert f"examples:\n  python3 main.py {command if command != 'play' else ''}".rstrip() in shown


def test_help_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--help"]) == 0
    shown = capsys.readouterr().out
    assert re.findall(r"^    (\w+) +\w", shown, re.MULTILINE) == [
        "play",
        "new",
        "preview",
        "check",
        "explain",
        "explore",
        "schema",
        "debrief",
        "class",
        "teach",
        "export",
        "map",
        "shot",
        "test",
    ]


def test_the_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == "The Third Chair 0.1.0\n"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["chek"], "There is no command 'chek'. Did you mean check?\n"),
        (["fly"], "There is no command 'fly'. There are: play, new, preview, check, explain, "
                  "explore, schema, debrief, class, teach, export, map, shot, test.\n"),
        (["check", "--fast"], "main.py: unrecognized arguments: --fast\nSee: main.py --help\n"),
        (["debrief"], "main.py debrief: the following arguments are required: SAVE|CODE\n"
                      "See: main.py debrief --help\n"),
        (["check", "third_chiar"], "There is no pack 'third_chiar', neither a folder or zip nor a pack's id. "
                                   "Did you mean third_chair?\n"),
        (["explain", "Z999"], "There is no code Z999. `explain` alone lists them.\n"),
    ],
)  # fmt: skip
def test_wrong_usage_ends_with_2_and_one_sentence(
    arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == 2
    assert capsys.readouterr().err == said


def test_a_folder_that_is_no_pack_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "empty").mkdir()
    assert main(["check", "./empty"]) == 2
    assert capsys.readouterr().err == "empty is no pack: it has no pack.yaml.\n"


def test_check_passes_a_good_pack(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(PACK), "--strict"]) == 0
    assert capsys.readouterr().out == f"{PACK}: no errors, no warnings.\n"


def test_check_reports_every_error_with_its_place(pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    spoil(pack, "to: desk", "to: deks")
    assert main(["check", str(pack)]) == 1
    shown = capsys.readouterr().out
    # One name mistyped three times is one finding, which names the other places.
    assert re.findall(r"10_door\.yaml:\d+:\d+: error\[[A-Z]\d{3}\]: ", shown) == [
        "10_door.yaml:34:9: error[L101]: "
    ]
    assert "did you mean `desk` (" in shown
    assert "10_door.yaml:44" in shown
    assert shown.endswith("1 error, no warnings.\n")


def test_warnings_count_with_strict_only(pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (pack / "art" / "notice.svg").unlink()
    assert main(["check", str(pack)]) == 0
    assert main(["check", "--strict", str(pack)]) == 1
    assert capsys.readouterr().out.endswith("no errors, 1 warning.\n")


def test_check_writes_json(pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    spoil(pack, "to: desk\n  - id: hide", "to: deks\n  - id: hide")
    assert main(["check", "--json", str(pack)]) == 1
    (found,) = json.loads(capsys.readouterr().out)
    assert (found["severity"], found["line"], found["column"]) == ("error", 34, 9)
    assert main(["check", "--json", str(PACK)]) == 0
    assert json.loads(capsys.readouterr().out) == []


def test_check_writes_what_a_workflow_of_github_shows(
    pack: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    spoil(pack, "to: desk\n  - id: hide", "to: deks\n  - id: hide")
    (pack / "art" / "notice.svg").unlink()
    spoil(pack, "title: The door", "title: The door\nfact: [list_of_books]")
    assert main(["check", "--format", "github", str(pack)]) == 1
    file = str(pack / "chapters" / "01_evening" / "10_door.yaml")
    assert capsys.readouterr().out.splitlines() == [
        f"::error file={file},line=3,endLine=3,col=1,endColumn=5,title=S101::"
        "`fact` is no key of a scene%0Ahelp: did you mean `facts`?",
        f"::warning file={file},line=23,endLine=23,col=14,endColumn=20,title=A102::"
        "there is no picture `notice`%0Ahelp: put a picture `notice.svg` (or .png, .jpg) into the folder "
        "`art` of the pack",
        f"::error file={file},line=35,endLine=35,col=9,endColumn=13,title=L101::"
        f"there is no scene `deks`%0Ahelp: did you mean `desk` ({file}:49)?",
    ]
    assert main(["check", "--format", "github", str(PACK)]) == 0
    assert capsys.readouterr().out == ""


def test_a_command_waits_for_itself_alone() -> None:
    code = "import sys; from game.cli import main; main(['explain', 'L101']); print(sorted(sys.modules))"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, timeout=60, check=True
    )
    assert "'game.commands.explain'" in done.stdout
    assert "'game.commands.check'" not in done.stdout
    assert "'game.commands.play'" not in done.stdout


def test_explain_tells_a_code_with_wrong_and_right(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain"]) == 0
    first = capsys.readouterr().out.split()[0]
    assert main(["explain", first.lower()]) == 0
    shown = capsys.readouterr().out
    assert shown.startswith(f"{first} (")
    assert "\nWrong:\n\n" in shown
    assert "\nRight:\n\n" in shown


def test_play_in_the_terminal_with_a_pipe() -> None:
    done = run("play", str(PACK), "--text", typed="\n\n2\nq\n")
    assert (done.returncode, done.stderr) == (0, "")
    assert "Rain on the skylight." in done.stdout
    assert done.stdout.endswith("Saved. The next start goes on from here.\n")


def test_play_without_its_name_takes_the_same_options() -> None:
    done = run(str(PACK), "--text", typed="")
    assert (done.returncode, done.stderr) == (0, "")
    assert "Before you begin" in done.stdout


@pytest.mark.skipif(sys.platform != "linux", reason="other systems always have a display")
def test_play_without_a_display_says_so_and_goes_on_in_the_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER"):
        monkeypatch.delenv(name, raising=False)
    done = run("play", str(PACK), typed="\n")
    assert done.returncode == 0
    assert "There is no screen to open a window on." in done.stderr
    assert done.stderr.endswith(" The game goes on in the terminal.\n")
    assert "Rain on the skylight." in done.stdout


def test_play_survives_an_ascii_terminal() -> None:
    done = run(
        "play", str(PACK), "--text", typed="\n\ng спецхран\n", PYTHONUTF8="0", PYTHONIOENCODING="ascii"
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert '"Is mine on it?"' in done.stdout


def test_play_refuses_a_pack_with_errors_and_names_the_first(pack: Path) -> None:
    spoil(pack, "to: desk", "to: deks")
    done = run("play", str(pack), "--text")
    assert (done.returncode, done.stdout) == (1, "")
    assert "has mistakes, and cannot be played until they are mended." in done.stderr
    assert "10_door.yaml:34:9: error[" in done.stderr
    assert "Traceback" not in done.stderr


def test_play_takes_a_zip(tmp_path: Path) -> None:
    packed = shutil.make_archive(str(tmp_path / "room"), "zip", PACK)
    done = run("play", packed, "--text", typed="\n")
    assert (done.returncode, done.stderr) == (0, "")
    assert "Rain on the skylight." in done.stdout


def test_play_takes_an_extension_from_the_user_s_packs_by_its_id(home: Path) -> None:
    shutil.copytree(PACK, home / "packs" / "reading_room")
    own = home / "packs" / "attic"
    (own / "chapters" / "01_evening").mkdir(parents=True)
    (own / "pack.yaml").write_text(
        "format: 1\nid: attic\ntitle: Attic\nversion: 1.0.0\nextends: reading_room\n", encoding="utf-8"
    )
    (own / "chapters" / "01_evening" / "note.yaml").write_text(
        "scene: attic_note\ndeck: tray\npriority: 9\nif: hours > 0\noffer: A note from the attic.\n"
        "title: Attic\nprovenance: invented\ntext: |\n  Dust.\nnext:\n  - {to: return}\n",
        encoding="utf-8",
    )
    for _ in range(2):
        done = run("play", "attic", "--text", "--new", typed="\n\n2\n1\n")
        assert (done.returncode, done.stderr) == (0, "")
        assert "  1  A note from the attic.\n" in done.stdout
    shutil.copy(
        PACK / "chapters" / "01_evening" / "20_letters.yaml", own / "chapters" / "01_evening" / "more.yaml"
    )
    assert run("play", "attic", "--text").returncode == 1


def test_play_says_what_is_wrong_with_a_save(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    save = tmp_path / "game.json"
    save.write_text('{"format": 1, "story": "other"}', encoding="utf-8")
    assert main(["play", str(PACK), "--text", "--save", str(save)]) == 1
    assert capsys.readouterr().err == f"{save} could not be opened. It belongs to another story: other.\n"


def test_the_compiled_pack_is_kept_and_used(home: Path) -> None:
    assert run("play", str(PACK), "--text").returncode == 0
    (kept,) = (home / "cache" / "compiled").glob("reading_room-*.json")
    done = run_listing_modules("play", str(PACK), "--text")
    assert "game.terminal.app" in done
    assert [name for name in done if name.startswith(("game.authoring", "yaml", "jinja2", "pygame"))] == []
    assert kept.is_file()


def test_the_first_title_is_drawn_with_little(home: Path) -> None:
    code = (
        "import functools, sys; import game.desktop.app as app;"
        "told = lambda: sys.exit(print('MODULES', *sys.modules));"
        "app.run = functools.partial(app.run, after_title=told);"
        "from game.cli import main; main([])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "PYTHONPATH": str(ROOT), "SDL_VIDEODRIVER": "dummy"},
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    ).stdout.split()
    assert "game.desktop.screens.title" in done
    # hashlib loads a library of 4 MB.
    assert [name for name in done if name in {"yaml", "jinja2", "hashlib", "game.story.model"}] == []


def run_listing_modules(*arguments: str) -> list[str]:
    code = "import sys; from game.cli import main; main(); print('MODULES', *sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"},
        input="",
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        check=True,
    )
    return done.stdout.partition("MODULES ")[2].split()


def test_a_changed_pack_is_compiled_anew(pack: Path) -> None:
    assert "Rain on the skylight" in run("play", str(pack), "--text", typed="\n").stdout
    spoil(pack, "Rain on the skylight", "Hail on the skylight")
    assert "Hail on the skylight" in run("play", str(pack), "--text", typed="\n").stdout


@pytest.mark.skipif(os.name != "posix", reason="links need rights on other systems")
def test_an_editor_s_lock_beside_a_scene_does_no_harm(pack: Path) -> None:
    (pack / "chapters" / "01_evening" / ".#10_door.yaml").symlink_to("nobody@nowhere.123")
    done = run("play", str(pack), "--text", typed="\n")
    assert "Traceback" not in done.stderr
    assert "Something went wrong" not in done.stderr


@pytest.mark.parametrize("damage", ["", "{", "[]", '{"stamp": []}', "\x00"])
def test_a_damaged_kept_pack_is_compiled_anew(home: Path, damage: str) -> None:
    run("play", str(PACK), "--text")
    (kept,) = (home / "cache" / "compiled").glob("*.json")
    whole = kept.read_text(encoding="utf-8")
    kept.write_text(damage, encoding="utf-8")
    assert "Rain on the skylight" in run("play", str(PACK), "--text", typed="\n").stdout
    assert kept.read_text(encoding="utf-8") == whole


def test_a_kept_pack_with_a_damaged_story_is_compiled_anew(home: Path) -> None:
    run("play", str(PACK), "--text")
    (kept,) = (home / "cache" / "compiled").glob("*.json")
    kept.write_text(kept.read_text(encoding="utf-8").replace('"scenes"', '"scones"'), encoding="utf-8")
    assert "Rain on the skylight" in run("play", str(PACK), "--text", typed="\n").stdout


def test_debrief_writes_the_page_of_a_save(
    save: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["debrief", str(save), "--pack", str(PACK)]) == 0
    assert capsys.readouterr().out == "Written: debrief.html\n"
    page = (tmp_path / "debrief.html").read_text(encoding="utf-8")
    assert "Show him the list." in page
    assert "Chance decided" in page


def test_debrief_keeps_a_file_that_is_there_unless_forced(
    save: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = tmp_path / "page.html"
    page.write_text("mine", encoding="utf-8")
    assert main(["debrief", str(save), "--pack", str(PACK), "-o", "page.html"]) == 1
    assert "page.html is there already." in capsys.readouterr().err
    assert page.read_text(encoding="utf-8") == "mine"
    assert main(["debrief", str(save), "--pack", str(PACK), "-o", "page.html", "--force"]) == 0
    assert page.read_text(encoding="utf-8").startswith("<!doctype html>")


def test_debrief_writes_to_the_standard_output(save: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["debrief", str(save), "--pack", str(PACK), "-o", "-"]) == 0
    assert capsys.readouterr().out.startswith("<!doctype html>\n")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (None, "game.json could not be read: No such file or directory."),
        ("{", "game.json is damaged and cannot be read."),
        ("[]", "game.json is no save."),
        ('{"format": 7, "story": "reading_room"}', "It was written by another version of the program."),
    ],
)
def test_debrief_says_what_is_wrong_with_a_save(
    content: str | None, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    save = tmp_path / "game.json"
    if content is not None:
        save.write_text(content, encoding="utf-8")
    pack = ["--pack", str(PACK)] if content and "reading_room" in content else []
    assert main(["debrief", str(save), *pack]) == 1
    assert said in capsys.readouterr().err


def test_debrief_says_where_an_edited_story_ends_it(save: Path, capsys: pytest.CaptureFixture[str]) -> None:
    save.write_text(save.read_text(encoding="utf-8").replace('"home"', '"roof"'), encoding="utf-8")
    assert main(["debrief", str(save), "--pack", str(PACK)]) == 0
    assert "2 of its steps could not be played again" in capsys.readouterr().err


def test_test_runs_pytest_with_its_own_options() -> None:
    done = run("test", "--collect-only", "-q", "tests/terminal/test_flow.py")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "tests/terminal/test_flow.py::test_text_is_wrapped_at_the_width" in done.stdout


def crash(monkeypatch: pytest.MonkeyPatch, error: BaseException) -> None:
    def broken(path: Path) -> None:
        raise error

    monkeypatch.setattr("game.commands.play.open_story", broken)


def test_an_unexpected_error_becomes_one_sentence_and_a_file(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    crash(monkeypatch, ZeroDivisionError("by nothing"))
    assert main(["play", str(PACK), "--text"]) == 1
    said = capsys.readouterr().err
    (report,) = (home / "crashes").glob("*.txt")
    assert said.startswith("Something went wrong in the game itself; saves are as they were.")
    assert said.endswith(f"{report}\n")
    assert "ZeroDivisionError: by nothing" in report.read_text(encoding="utf-8")


def test_debugging_shows_the_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    crash(monkeypatch, ZeroDivisionError("by nothing"))
    monkeypatch.setenv("THIRD_CHAIR_DEBUG", "1")
    with pytest.raises(ZeroDivisionError):
        main(["play", str(PACK), "--text"])


def test_ctrl_c_is_quiet(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    crash(monkeypatch, KeyboardInterrupt())
    assert main(["play", str(PACK), "--text"]) == 130
    assert capsys.readouterr() == ("", "")


@pytest.mark.skipif(os.name != "posix", reason="a shell's pipe")
def test_a_closed_pipe_is_quiet() -> None:
    code = "import sys; from game.cli import main; sys.exit(main(['explain']))"
    done = subprocess.run(
        ["sh", "-c", f'"{sys.executable}" -c "{code}" | true'],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.stderr == ""


@pytest.mark.parametrize("how", [["--text"], []])
def test_a_new_game_never_takes_the_place_of_a_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], how: list[str]
) -> None:
    essay = tmp_path / "essay.txt"
    essay.write_text("mine", encoding="utf-8")
    assert main(["play", *how, "--new", "--save", str(essay)]) == 2
    assert "is there already." in capsys.readouterr().err
    assert essay.read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize("name", ["~nobody_of_that_name/x", "x" * 300])
def test_a_name_that_no_file_can_have_is_told_in_a_sentence(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", name]) == 1
    assert capsys.readouterr().err.startswith(f"No file can have the name {name[:60]} (")
