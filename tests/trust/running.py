"""Commands run as a stranger's file would have them run: watched, and with bounds on memory and time."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from game.cli import main
from tests.trust.watch import watched

ROOT = Path(__file__).parents[2]

BOUNDED = """
import resource, sys
sys.path.insert(0, sys.argv.pop(1))
resource.setrlimit(resource.RLIMIT_AS, (1_000_000_000, 1_000_000_000))
from tests.trust.watch import watched
from pathlib import Path
from game.cli import main
folders = [Path(sys.argv.pop(1)), Path(sys.argv.pop(1))]
with watched(*folders):
    code = main(sys.argv[1:])
sys.exit(code)
"""


def bounded(
    home: Path, *arguments: str, typed: str = "q\n", seconds: float = 20
) -> subprocess.CompletedProcess[str]:
    """Run a command with 1 GB of address space and little time; only `out` and `home` may be written."""
    out = home.parent / "out"
    out.mkdir(exist_ok=True)
    kept = {k: v for k, v in os.environ.items() if k not in {"DISPLAY", "WAYLAND_DISPLAY"}}
    done = subprocess.run(
        [sys.executable, "-c", BOUNDED, str(ROOT), str(home), str(out), *arguments],
        cwd=out,
        env={**kept, "THIRD_CHAIR_HOME": str(home), "PYTHONUTF8": "1"},
        input=typed,
        capture_output=True,
        text=True,
        timeout=seconds,
        check=False,
    )
    assert done.returncode in (0, 1, 2), done.stderr
    assert "Traceback" not in done.stdout + done.stderr
    assert not (home / "crashes").exists(), done.stderr
    return done


def told(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], *arguments: str
) -> str:
    """Run a command in this process, which is quicker, and return all that it says."""
    (home.parent / "out").mkdir(exist_ok=True)
    monkeypatch.chdir(home.parent / "out")
    monkeypatch.setattr(sys, "stdin", io.StringIO("q\n"))
    with watched(home, home.parent / "out"):
        assert main([*arguments]) in (0, 1, 2)
    assert not (home / "crashes").exists()
    said = capsys.readouterr()
    return said.out + said.err


def zipped(path: Path, files: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return path


def of_pack(pack: Path) -> dict[str, bytes]:
    return {p.relative_to(pack).as_posix(): p.read_bytes() for p in pack.rglob("*") if p.is_file()}
