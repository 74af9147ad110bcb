"""Signs that nobody sees: those that writing needs are taken, those that turn a page about are not."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.authoring.compiler import compile_pack
from tests.authoring.packs import X, codes, good_pack

WAY = "choices:\n  - id: go\n    text: Go.\n    to: night\n"


@pytest.mark.parametrize(
    "text",
    [
        "\u05e9\u05dc\u05d5\u05dd\u200f (abc\u200e)", "\u0645\u0631\u062d\u0628\u0627\u200f!",
        "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645", "\U0001f469\u200d\U0001f467", "\u2764\ufe0f",
        "\u0421\u0442\u0430\u043b\u0438\u043d", "5\u00a0000", "Mar\u00adi", "e\u0301",
        "He wrote \u2068\u05e9\u05dc\u05d5\u05dd\u2069 and \u2067\u05dc\u05d0\u2069.",
    ],
)  # fmt: skip
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_what_writing_needs_is_taken(text: str, newline: str, mark: str, tmp_path: Path) -> None:
    pack = good_pack(tmp_path, {"chapters/01_a/x.yaml": ""})
    scene = X.replace("title: X", f"title: {text}") + f"text: |\n  {text}\n" + WAY
    (pack / "chapters/01_a/x.yaml").write_bytes((mark + scene.replace("\n", newline)).encode())
    story = compile_pack(pack).story
    assert story is not None
    assert story.scenes["x"].title == text


@pytest.mark.parametrize(
    "title",
    [
        "a \u202eb", "a \u202bb\u202c", "a \u2067b", "a \u2069b", "\u2066a \u202eb\u2069",
        "\u2067a \u2067b\u2069",
        '"a \\u202eb"', '"\\u2067a"', '"\\u2066a \\e[31m\\u2069"', '"\\u2066a\\nb\\u2069"',
    ],
)  # fmt: skip
def test_what_turns_a_page_about_is_refused(title: str, tmp_path: Path) -> None:
    scene = X.replace("title: X", f"title: {title}") + "text: Hi.\n" + WAY
    found = compile_pack(good_pack(tmp_path, {"chapters/01_a/x.yaml": scene}))
    assert found.story is None
    assert "Y118" in codes(found)
