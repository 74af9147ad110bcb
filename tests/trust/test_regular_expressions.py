"""No regular expression of the program blows up, whatever stands in the text: at its beginning, and where it
is searched for, all through it.

What the parsers do with whole files of one sign is tried in test_attacks_on_packs.py.
"""

from __future__ import annotations

import ast
import re
import time
from collections import deque
from pathlib import Path

import pytest

from game.authoring.compiler import compile_pack
from tests.authoring.packs import X, good_pack

ROOT = Path(__file__).parents[2]
CALLS = ("compile", "search", "match", "fullmatch", "sub", "split", "findall", "finditer")
REPEATED = (
    " ", "a", "0", "A", "_", "-", ".", "\n", "\t", '"', "'", ":", ",", "[", "]", "{", "}", "(", "<", ">", "=",
    "*", "!", "#", "/", "\\", "|", "é", "—", "a ", "a-", "a.", "0.", "a: ", "a, ", " - ", "!a", ".\n", " \n",
    "<!--", "<g ", "<svg ", "--", "**", "[[", "url(", "a_", "seen(", "=a", "+=", " and ",
    "&a ", "!!a ", '"a',
    "https://",
    "2000-", "1 ", 'transform="', 'style=" ', "chapters/", ".yaml",
)  # fmt: skip
"""What is repeated until a text is long: each begins, goes on with or ends some pattern."""


def patterns() -> dict[tuple[str | bytes, int], str]:
    """All patterns that stand in the program as they are, with their flags and the place of one of each.

    Those of expressions are left out: an expression has 4,000 signs at most.
    """
    found: dict[tuple[str | bytes, int], str] = {}
    for path in sorted((ROOT / "game").rglob("*.py")):
        source = path.read_text(encoding="utf-8")
        for node in ast.walk(ast.parse(source)) if not path.name.startswith("expression_") else ():
            call = node.value if isinstance(node, ast.Assign) else node
            if not (isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and call.args):
                continue
            if ast.unparse(call.func.value) != "re" or call.func.attr not in CALLS:
                continue
            if not isinstance(call.args[0], ast.Constant):
                continue
            flags = re.findall(r"re\.([A-Z]+)", ast.unparse(call))
            key = (call.args[0].value, sum(int(getattr(re, flag)) for flag in flags))
            found[key] = f"{path.relative_to(ROOT)}:{node.lineno}"
    return found


SEARCHES = ("search", "sub", "subn", "split", "findall", "finditer")


def searched() -> dict[tuple[str | bytes, int], str]:
    """Those of the patterns that are looked for all through a text, and not only at its beginning."""
    names: dict[str, set[str]] = {}
    for path in sorted((ROOT / "game").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Attribute) and node.attr in SEARCHES and isinstance(node.value, ast.Name):
                names.setdefault(str(path.relative_to(ROOT)), set()).add(node.value.id)
    found = {}
    for key, place in patterns().items():
        file, _, line = place.partition(":")
        source = (ROOT / file).read_text(encoding="utf-8").splitlines()[int(line) - 1]
        is_called = re.search(rf"\bre\.(?:{'|'.join(SEARCHES)})\(", source)
        if is_called or source.split(" = ")[0].strip() in names.get(file, set()):
            found[key] = place
    return found


@pytest.mark.parametrize("size", [6_000, pytest.param(30_000, marks=pytest.mark.long)])
@pytest.mark.parametrize("is_searched", [False, True])
def test_no_pattern_blows_up(is_searched: bool, size: int) -> None:
    # Linear ones take a few microseconds a thousand signs; a quadratic one takes a hundred times as long.
    most = size * 20e-6
    tried = searched() if is_searched else patterns()
    assert len(tried) > (30 if is_searched else 80)
    slow = []
    for (pattern, flags), place in tried.items():
        compiled = re.compile(pattern, flags)
        for repeated in REPEATED:
            text: str | bytes = repeated * (size // len(repeated)) + "\0"
            text = text.encode() if isinstance(pattern, bytes) else text
            begun = time.process_time()
            if is_searched:
                deque(compiled.finditer(text), maxlen=0)  # type: ignore[arg-type]
            else:
                compiled.fullmatch(text)  # type: ignore[arg-type]
                compiled.match(text)  # type: ignore[arg-type]
            if time.process_time() - begun > most:
                slow.append((place, pattern, repeated))
    assert slow == []


@pytest.mark.parametrize("words", [0, 70])
def test_a_page_of_hardly_a_word_is_judged_at_once(words: int, tmp_path: Path) -> None:
    text = "text: |\n  " + "one " * words + "- " * 150_000 + "\n"
    pack = good_pack(tmp_path, {"chapters/01_a/x.yaml": X + text + "next:\n  - to: night\n"})
    with (pack / "pack.yaml").open("a") as file:
        file.write("grade: 8\n")
    begun = time.process_time()
    assert compile_pack(pack).story is not None
    assert time.process_time() - begun < 20


def test_a_pattern_that_blows_up_would_be_seen() -> None:
    begun = time.process_time()
    for _ in re.compile(r"a+[bc]").finditer("a" * 10_000):
        pass
    assert time.process_time() - begun > 10_000 * 2e-6
