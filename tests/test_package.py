"""The wheel: what it carries, and that the game installed from it plays from any folder."""

import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

from game.shipped import folder

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(target)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (built,) = target.glob("*.whl")
    return built


class Installed:
    """The wheel in an environment of its own, which sees the libraries of the running one."""

    def __init__(self, place: Path, wheel: Path):
        self.place = place
        self.environment = place / "environment"
        venv.create(self.environment, symlinks=os.name == "posix")
        self.scripts = self.environment / ("bin" if os.name == "posix" else "Scripts")
        python = str(self.scripts / "python")
        pip = [sys.executable, "-m", "pip", "--python", python, "install", "--no-deps", "--no-index", "-q"]
        subprocess.run([*pip, str(wheel)], check=True, cwd=place)
        purelib = self.run("python", "-c", "import sysconfig; print(sysconfig.get_path('purelib'))").stdout
        Path(purelib.strip(), "libraries.pth").write_text(sysconfig.get_path("purelib"), "utf-8")

    def run(self, program: str, *arguments: str, typed: str = "") -> subprocess.CompletedProcess[str]:
        home = {name: str(self.place) for name in ("HOME", "USERPROFILE", "LOCALAPPDATA", "APPDATA")}
        variables = {k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "XDG_"))}
        return subprocess.run(
            [str(self.scripts / program), *arguments],
            cwd=self.place,
            env={**variables, **home, "PYTHONUTF8": "1"},
            input=typed,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=60,
            check=False,
        )


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory, wheel: Path) -> Installed:
    return Installed(tmp_path_factory.mktemp("somewhere else"), wheel)


def test_the_wheel_carries_the_story_and_its_pictures_but_no_tests(wheel: Path):
    names = zipfile.ZipFile(wheel).namelist()
    assert "game/first_run/start.py" in names
    assert "game/authoring/templates/extension/letter.yaml" in names
    assert "game/shipped_files/scenes/LICENSE" in names
    assert "game/shipped_files/assets/theme.toml" in names
    assert any(name.startswith("game/shipped_files/scenes/third_chair/") for name in names)
    assert {name.partition("/")[0] for name in names} == {"game", "third_chair-0.1.0.dist-info"}


def test_a_checkout_uses_its_own_folders():
    assert folder("scenes") == ROOT / "scenes"
    assert folder("assets") == ROOT / "assets"


def test_missing_folders_are_named(tmp_path: Path):
    with pytest.raises(FileNotFoundError, match="The game's folder 'scenes' is missing"):
        folder("scenes", package=tmp_path / "game")


def test_an_installed_game_finds_the_folders_inside_itself(installed: Installed):
    where = "from game.shipped import folder; print(folder('scenes')); print(folder('assets'))"
    scenes, assets = installed.run("python", "-c", where).stdout.splitlines()
    assert Path(scenes).is_relative_to(installed.environment)
    assert (Path(assets) / "theme.toml").is_file()


def test_an_installed_game_tells_its_version(installed: Installed):
    done = installed.run("third-chair", "--version")
    assert (done.returncode, done.stderr) == (0, "")
    assert "0.1.0" in done.stdout


def test_an_installed_game_checks_its_own_campaign(installed: Installed):
    where = "from game.shipped import folder; print(folder('scenes') / 'third_chair')"
    campaign = installed.run("python", "-c", where).stdout.strip()
    done = installed.run("third-chair", "check", campaign)
    assert done.returncode == 0, done.stdout + done.stderr


def test_an_installed_game_plays(installed: Installed):
    done = installed.run("third-chair", "play", "--text", typed="q\n")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "The Third Chair" in done.stdout
