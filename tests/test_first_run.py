"""The first start: what is installed, when `.venv` is made or kept, and what a player reads when it fails.

The starts are real ones, of a small copy of the game that requires two tiny wheels made here: real venv,
real pip, no network. Only the long test fetches the real libraries.
"""

import ast
import json
import os
import shutil
import signal
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest

from game.first_run.marker import Marker, read_marker, write_marker
from game.first_run.requirements import accepts, met_here, parts, required
from game.first_run.set_up import explanation, set_up
from game.first_run.start import restart_with

ROOT = Path(__file__).parent.parent
# The running environment has all sorts of things installed; the Python under it is nearer to a bare one.
BASE_PYTHON = Path(
    sys.base_prefix,
    f"bin/python3.{sys.version_info.minor}" if os.name == "posix" else "python.exe",
)
FIRST_TIME = "This is the first start here."
ANEW = "The game makes it anew"
ADDING = "This command needs more libraries than the game"
WAITING = "this one waits for it to finish"

PYPROJECT = """
[project]
dependencies = ["chair-brick>=1.0,<2"]
[project.optional-dependencies]
test = ["chair-varnish>=1.0,<2"]
"""
CLI = """
import importlib.util, json, sys
def main(arguments):
    if arguments == ["draw"] and importlib.util.find_spec("chair_varnish") is None:
        from game.first_run.start import restart_with
        return restart_with("test")
    has = [name for name in ("chair_brick", "chair_varnish") if importlib.util.find_spec(name)]
    print(json.dumps({"arguments": arguments, "prefix": sys.prefix, "has": has}))
    return 7
"""


# --- requirements


@pytest.mark.parametrize(
    ("requirement", "version", "expected"),
    [
        ("brick>=2.5,<3", "2.5", True),
        ("brick>=2.5,<3", "2.5.8", True),
        ("brick>=2.5.0,<3", "2.5", True),
        ("brick>=2.5,<3", "2.10", True),
        ("brick>=2.5,<3", "2.6.0rc1", True),
        ("brick>=2.5,<3", "2.4.9", False),
        ("brick>=2.5,<3", "3.0", False),
        ("brick>=2.5,<3", "3.0.dev1", False),
    ],
)
def test_a_version_is_accepted_between_its_bounds(requirement: str, version: str, expected: bool):
    assert accepts(requirement, version) is expected


@pytest.mark.parametrize("requirement", ["brick", "brick>=2", "brick~=2.0", "brick>=2,<3; os_name == 'nt'"])
def test_another_form_of_requirement_is_refused(requirement: str):
    with pytest.raises(ValueError, match="is not of the form name"):
        parts(requirement)


def test_our_own_pyproject_keeps_to_the_form():
    names = [parts(requirement)[0] for requirement in required(ROOT / "pyproject.toml")]
    assert names == ["pygame-ce", "PyYAML", "platformdirs", "Jinja2", "segno"]
    for extra in ("author", "test", "dev"):
        assert all(parts(requirement) for requirement in required(ROOT / "pyproject.toml", extra))


def test_the_libraries_of_the_tests_include_those_of_authors():
    assert set(required(ROOT / "pyproject.toml", "author")) < set(required(ROOT / "pyproject.toml", "test"))


def distribution(folder: Path, name: str, version: str) -> None:
    info = folder / f"{name.replace('-', '_')}-{version}.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n")


def test_what_the_running_python_has_is_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    distribution(tmp_path, "chair-brick", "1.4")
    monkeypatch.syspath_prepend(tmp_path)
    assert met_here(["chair-brick>=1.4,<2"])
    assert not met_here(["chair-brick>=1.5,<2"])
    assert not met_here(["chair-brick>=1.4,<2", "chair-varnish>=1.0,<2"])


def test_the_other_pygame_beside_ours_does_not_count_as_installed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    distribution(tmp_path, "pygame-ce", "2.5.8")
    monkeypatch.syspath_prepend(tmp_path)
    assert met_here(["pygame-ce>=2.5.5,<3"])
    distribution(tmp_path, "pygame", "2.6.1")
    assert not met_here(["pygame-ce>=2.5.5,<3"])


# --- the marker


def environment_in(folder: Path) -> Path:
    environment = folder / ".venv"
    python = environment / ("bin/python" if os.name == "posix" else "Scripts/python.exe")
    python.parent.mkdir(parents=True)
    python.touch()
    (environment / "pyvenv.cfg").touch()
    return environment


def test_a_marker_fits_what_it_was_written_for_and_less(tmp_path: Path):
    environment = environment_in(tmp_path)
    write_marker(environment, Marker.of(environment, ["brick", "varnish"]))
    marker = read_marker(environment)
    assert marker.fits(environment, ["brick", "varnish"])
    assert marker.fits(environment, ["brick"])
    assert not marker.fits(environment, ["brick", "glue"])


def test_a_marker_of_another_python_or_place_fits_nothing(tmp_path: Path):
    marker = Marker.of(tmp_path, ["brick"])
    assert not marker._replace(python="cpython-310").fits(tmp_path, ["brick"])
    assert not marker.fits(tmp_path / "moved", ["brick"])
    assert not Marker().fits(tmp_path, [])


def test_an_environment_grows_only_by_adding_and_only_from_a_finished_state(tmp_path: Path):
    marker = Marker.of(tmp_path, ["brick"])
    assert marker.can_grow(tmp_path, ["brick", "varnish"])
    assert not marker.can_grow(tmp_path, ["varnish"])
    assert not marker.growing().can_grow(tmp_path, ["brick", "varnish"])
    assert marker.growing().fits(tmp_path, ["brick"])


@pytest.mark.parametrize("text", ["", "{", "[]", "{}", '{"python": "cpython-311"}', '"brick"', "\x00"])
def test_a_damaged_marker_fits_nothing(tmp_path: Path, text: str):
    environment = environment_in(tmp_path)
    (environment / "third-chair.json").write_text(text)
    assert read_marker(environment) == Marker()


def test_an_environment_without_its_python_has_no_marker(tmp_path: Path):
    environment = environment_in(tmp_path)
    write_marker(environment, Marker.of(environment, ["brick"]))
    shutil.rmtree(environment / ("bin" if os.name == "posix" else "Scripts"))
    assert read_marker(environment) == Marker()


# --- main.py itself


def test_any_python_can_read_main_and_learns_what_it_lacks():
    source = (ROOT / "main.py").read_bytes()
    # Python 2 reads no letter outside ASCII without being told; annotations and f-strings came with 3.
    tree = ast.parse(source.decode("ascii"), feature_version=(3, 4))
    assert not [node for node in ast.walk(tree) if isinstance(node, ast.JoinedStr | ast.AnnAssign)]
    script = (
        "import runpy, sys; sys.version_info = (3, 8, 1); sys.version = '3.8.1 (old)'; "
        f"runpy.run_path({str(ROOT / 'main.py')!r}, run_name='__main__')"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert done.stderr.startswith("The Third Chair needs Python 3.11 or later, and this is Python 3.8.1.\n")
    assert "https://www.python.org/downloads/" in done.stderr


def test_the_start_needs_nothing_but_the_standard_library():
    script = (
        f"import sys; sys.path.insert(0, {str(ROOT)!r}); import game.first_run.start, game.first_run.set_up; "
        "print(sorted({name.partition('.')[0] for name in sys.modules} - sys.stdlib_module_names))"
    )
    done = subprocess.run(
        [sys.executable, "-S", "-I", "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout == "['__main__', 'game']\n"


# --- what a player reads


def test_no_network_is_named_as_such():
    message = explanation(
        "WARNING: Retrying (Retry(total=4)) after connection broken by 'NewConnectionError'\n"
        "ERROR: Could not find a version that satisfies the requirement brick>=1.0 (from versions: none)\n"
        "ERROR: No matching distribution found for brick>=1.0\n"
    )
    assert "because the network did not answer" in message
    assert "start the game again" in message
    assert "python3 -m pip install ." in message


def test_another_failure_of_pip_is_given_in_its_own_last_words():
    message = explanation("WARNING: old\nERROR: first\nERROR: No matching distribution found for brick\n")
    assert message.startswith("The set-up did not finish: No matching distribution found for brick\n")


def test_a_full_disk_is_named_as_such():
    message = explanation("ERROR: Could not install packages: [Errno 28] No space left on device\n")
    assert message.endswith("Make some room (about 500 MB is plenty) and start the game again.")


def test_a_place_that_cannot_be_written_is_named_as_such(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    (tmp_path / "a file").touch()
    assert set_up(tmp_path / "a file" / ".venv", []) == 1
    assert "Copy the game's folder to a place where you may write" in capsys.readouterr().err


def test_a_python_without_ensurepip_is_told_what_to_install(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setitem(sys.modules, "ensurepip", None)
    assert set_up(tmp_path / ".venv", []) == 1
    message = capsys.readouterr().err
    assert "comes without the module ensurepip" in message
    assert "sudo apt install python3-venv" in message
    assert not (tmp_path / ".venv").exists()


# --- real starts


class Copy:
    """A small copy of the game in a folder of its own, and the tiny wheels that it requires."""

    def __init__(self, folder: Path, wheels: Path):
        self.folder = folder
        self.variables = {
            **{name: value for name, value in os.environ.items() if not name.startswith("PIP_")},
            "PIP_CONFIG_FILE": os.devnull,
            "PIP_NO_INDEX": "1",
            "PIP_FIND_LINKS": str(wheels),
        }
        (folder / "game").mkdir(parents=True)
        shutil.copy(ROOT / "game/__init__.py", folder / "game")
        shutil.copytree(ROOT / "game/first_run", folder / "game/first_run")
        shutil.copy(ROOT / "main.py", folder)
        (folder / "game/cli.py").write_text(CLI)
        (folder / "pyproject.toml").write_text(PYPROJECT)

    def begin(self, *arguments: str) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [str(BASE_PYTHON), str(self.folder / "main.py"), *arguments],
            cwd=self.folder.parent,
            env=self.variables,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
            start_new_session=True,
        )

    def run(self, *arguments: str) -> tuple[int, dict[str, object], str]:
        """Return the exit code, what the copy's command line said and what the set-up said."""
        return self.end(self.begin(*arguments))

    def end(self, process: subprocess.Popen[str]) -> tuple[int, dict[str, object], str]:
        output, errors = process.communicate(timeout=120)
        return process.returncode, json.loads(output or "{}"), errors


def wheel(folder: Path, name: str) -> None:
    info = f"{name}-1.0.dist-info"
    files = {
        f"{name}.py": "",
        f"{info}/METADATA": f"Metadata-Version: 2.1\nName: {name.replace('_', '-')}\nVersion: 1.0\n",
        f"{info}/WHEEL": "Wheel-Version: 1.0\nGenerator: here\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    files[f"{info}/RECORD"] = "".join(f"{path},,\n" for path in [*files, f"{info}/RECORD"])
    with zipfile.ZipFile(folder / f"{name}-1.0-py3-none-any.whl", "w") as archive:
        for path, text in files.items():
            archive.writestr(path, text)


@pytest.fixture
def wheels(tmp_path: Path) -> Path:
    folder = tmp_path / "wheels"
    folder.mkdir()
    wheel(folder, "chair_brick")
    wheel(folder, "chair_varnish")
    return folder


@pytest.fixture
def copy(tmp_path: Path, wheels: Path) -> Copy:
    return Copy(tmp_path / "Третий стул, my copy", wheels)


def test_a_folder_is_set_up_once_grows_for_tests_and_is_made_anew_when_moved(copy: Copy):
    environment = str(copy.folder / ".venv")

    code, said, errors = copy.run("play", "a b")
    assert (code, said) == (7, {"arguments": ["play", "a b"], "prefix": environment, "has": ["chair_brick"]})
    assert errors.startswith(FIRST_TIME)

    code, said, errors = copy.run()
    assert (code, said["prefix"], errors) == (7, environment, "")

    code, said, errors = copy.run("test")
    assert (code, said["has"]) == (7, ["chair_brick", "chair_varnish"])
    assert errors.startswith(ADDING)
    assert copy.run()[2] == copy.run("test")[2] == ""

    copy.folder = copy.folder.rename(copy.folder.with_name("moved"))
    code, said, errors = copy.run()
    assert (code, said["prefix"]) == (7, str(copy.folder / ".venv"))
    assert ANEW in errors


def test_a_command_can_ask_for_an_extra_when_it_is_first_needed(copy: Copy):
    _, said, errors = copy.run("play")
    assert said["has"] == ["chair_brick"]
    assert errors.startswith(FIRST_TIME)

    code, said, errors = copy.run("draw")
    assert (code, said["arguments"]) == (7, ["draw"])
    assert said["has"] == ["chair_brick", "chair_varnish"]
    assert errors.startswith(ADDING)

    code, said, errors = copy.run("draw")
    assert (code, said["has"], errors) == (7, ["chair_brick", "chair_varnish"], "")


def test_an_extra_is_asked_for_once_and_only_where_main_was_started(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(sys, "argv", ["/usr/bin/third-chair", "map"])
    assert restart_with("author") is None
    monkeypatch.setattr(sys, "argv", [str(ROOT / "main.py"), "map"])
    monkeypatch.setenv("THIRD_CHAIR_EXTRA", "author")
    assert restart_with("author") is None


def test_other_libraries_on_the_path_do_not_reach_the_game(copy: Copy, tmp_path: Path):
    distribution(tmp_path, "chair-brick", "1.0")
    (tmp_path / "chair_brick.py").touch()
    copy.variables["PYTHONPATH"] = str(tmp_path)
    code, said, errors = copy.run()
    assert (code, said["prefix"]) == (7, str(copy.folder / ".venv"))
    assert errors.startswith(FIRST_TIME)


def test_somebody_elses_venv_is_kept(copy: Copy):
    (copy.folder / ".venv").mkdir()
    (copy.folder / ".venv" / "precious").touch()
    code, _, errors = copy.run()
    assert code == 7
    assert "it is kept as .venv.kept-1" in errors
    assert (copy.folder / ".venv.kept-1" / "precious").exists()


def test_a_failure_is_one_message_and_the_next_start_goes_on(copy: Copy, wheels: Path):
    (wheels / "chair_brick-1.0-py3-none-any.whl").rename(wheels / "away")
    code, said, errors = copy.run()
    assert (code, said) == (1, {})
    assert "The set-up did not finish: No matching distribution found for chair-brick" in errors
    assert "Traceback" not in errors
    (wheels / "away").rename(wheels / "chair_brick-1.0-py3-none-any.whl")
    code, _, errors = copy.run()
    assert code == 7
    assert ANEW in errors


def wait_for(path: Path) -> None:
    deadline = time.monotonic() + 60
    while not path.exists():
        assert time.monotonic() < deadline, f"{path} never came"
        time.sleep(0.02)


@pytest.mark.skipif(os.name != "posix", reason="sends POSIX signals")
@pytest.mark.parametrize("by", [signal.SIGKILL, signal.SIGINT])
def test_an_interrupted_set_up_leaves_nothing_half_made(copy: Copy, by: signal.Signals):
    process = copy.begin()
    wait_for(copy.folder / ".venv/bin/python")
    time.sleep(0.5)
    if by is signal.SIGINT:
        os.killpg(process.pid, by)  # Ctrl-C reaches pip as well
        code, _, errors = copy.end(process)
        assert code == 130
        assert "The set-up was interrupted." in errors
        assert "Traceback" not in errors
    else:
        process.kill()
        process.communicate()
    code, said, errors = copy.run()
    assert (code, said["has"]) == (7, ["chair_brick"])
    assert ANEW in errors


def test_of_two_first_starts_one_waits(copy: Copy):
    (_, _, first), (_, _, second) = ended = [copy.end(process) for process in (copy.begin(), copy.begin())]
    assert [code for code, _, _ in ended] == [7, 7]
    assert [said["has"] for _, said, _ in ended] == [["chair_brick"], ["chair_brick"]]
    assert sorted([FIRST_TIME in first, FIRST_TIME in second]) == [False, True]
    assert sorted([WAITING in first, WAITING in second]) == [False, True]


@pytest.mark.long
def test_the_real_libraries_are_fetched_and_used(copy: Copy):
    for name in ("PIP_CONFIG_FILE", "PIP_NO_INDEX", "PIP_FIND_LINKS"):
        del copy.variables[name]
    copy.variables |= {name: value for name, value in os.environ.items() if name.startswith("PIP_")}
    shutil.copy(ROOT / "pyproject.toml", copy.folder)
    (copy.folder / "game/cli.py").write_text(
        "def main(arguments):\n    import jinja2, platformdirs, pygame, yaml\n    return 7\n"
    )
    process = copy.begin()
    _, errors = process.communicate(timeout=600)
    assert process.returncode == 7, errors
