"""The house stands as game/__init__.py draws it: who may import whom, and an engine that needs nothing."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
STANDARD = sys.stdlib_module_names

# package or module of game/ -> what it may import besides the standard library and itself
MAY_IMPORT = {
    "story": set[str](),
    "authoring": {"game.story", "yaml"},
    "explore": {"game.story"},
    "class_report": {"game.story"},
    "mapping": {"game.story", "game.explore.wording", "pygraphviz"},
    "browser": {"game.story", "game.pages", "game.shipped", "fontTools"},
    "pages": {"game.story", "game.mapping", "game.class_report", "jinja2", "markupsafe", "segno"},
    "desktop": {
        "game.story",
        "game.disk",
        "game.saves",
        "game.class_report",
        "game.pages",
        "pygame",
        "platformdirs",
    },
    "terminal": {"game.story", "game.disk", "game.saves"},
    "disk": {"game.story", "platformdirs"},
    "saves": {"game.story", "game.disk"},
    "shipped": set[str](),
}


def imported(path: Path) -> set[str]:
    names = set[str]()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path} imports relatively"
            parents = [f"game.{alias.name}" for alias in node.names] if node.module == "game" else []
            names.update(parents or [node.module or ""])
    return names


@pytest.mark.parametrize("part", sorted(MAY_IMPORT))
def test_a_part_imports_only_what_it_may(part: str) -> None:
    home = ROOT / "game" / part
    paths = sorted(home.rglob("*.py")) if home.is_dir() else [home.with_suffix(".py")]
    assert paths
    allowed = MAY_IMPORT[part] | {f"game.{part}"}
    wrong = [
        f"{path.relative_to(ROOT)} imports {name}"
        for path in paths
        for name in imported(path)
        if name.split(".")[0] not in STANDARD
        and not any(name == other or name.startswith(other + ".") for other in allowed)
    ]
    assert wrong == []


def test_the_engine_imports_without_any_installed_library() -> None:
    modules = [f"game.story.{path.stem}" for path in sorted((ROOT / "game/story").glob("[a-z]*.py"))]
    assert len(modules) > 10
    code = "import " + ", ".join(modules)
    subprocess.run([sys.executable, "-S", "-c", code], cwd=ROOT, check=True)


def test_no_module_is_longer_than_300_lines() -> None:
    lengths = {
        path: len(path.read_text(encoding="utf-8").splitlines()) for path in (ROOT / "game").rglob("*.py")
    }
    assert {path.name: length for path, length in lengths.items() if length > 300} == {}
