"""The exported file: one page, a strict policy over exactly its own script, small, the same each time."""

from __future__ import annotations

import base64
import gzip
import hashlib
import json
import re
from pathlib import Path

import pytest

from game.browser.bundle import WEB, joined
from game.browser.pictures import pictures_of
from game.browser.subset_fonts import family_of
from tests.browser.conftest import PACKS, SCENES, page_of, story_of

ROOM, CAMPAIGN = PACKS / "reading_room", SCENES / "third_chair"
SVG = '<svg viewBox="0 0 9 9" xmlns="http://www.w3.org/2000/svg">'


def part(page: str, pattern: str) -> str:
    found = re.search(pattern, page, re.DOTALL)
    assert found
    return found[1]


def test_the_policy_names_the_script_and_the_styles_and_nothing_else() -> None:
    page = page_of(ROOM)
    sums = [
        base64.b64encode(hashlib.sha256(part(page, pattern).encode()).digest()).decode()
        for pattern in (r"<script>(.*?)</script>", r"<style>(.*?)</style>")
    ]
    assert part(page, r'Content-Security-Policy" content="([^"]*)"') == (
        f"default-src 'none'; script-src 'sha256-{sums[0]}'; style-src 'sha256-{sums[1]}'; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


def test_the_page_names_no_address_outside_itself() -> None:
    page = page_of(CAMPAIGN)
    assert re.findall(r'(?:src|href)="(?!data:)[^"]*"', page) == []
    assert re.findall(r"@import|url\(", part(page, r"<style>(.*?)</style>")) == []


def test_the_story_is_in_the_page_whole() -> None:
    packed = part(page_of(ROOM), r'id="story">([^<]*)<')
    carried = json.loads(gzip.decompress(base64.b64decode(packed)))
    assert carried["compiled"]["story"]["title"] == "The Reading Room"
    assert list(carried["compiled"]["story"]["scenes"]) == list(story_of(ROOM).scenes)
    assert (
        carried["words"]["wrong_code"]["slip"] == "Group {group} was mistyped. Please compare it once more."
    )


def test_the_campaign_stays_under_two_megabytes_with_fonts_and_pictures() -> None:
    assert len(page_of(CAMPAIGN).encode()) < 2_000_000


def test_the_same_story_gives_the_same_page() -> None:
    page_of.cache_clear()
    assert page_of(ROOM) == page_of(ROOM, scorm=False)


def test_pictures_of_the_pack_stand_before_those_of_the_game(tmp_path: Path) -> None:
    art, assets = tmp_path / "art", tmp_path / "assets"
    for file, text in [
        (art / "reading_room.svg", f"{SVG}\n  <!-- ours -->\n  <rect/>\n</svg>"),
        (assets / "places" / "reading_room.svg", f"{SVG}theirs</svg>"),
        (assets / "places" / "cell.svg", f"{SVG}not named</svg>"),
        (art / "notice.svg", f"{SVG}<script>alert(1)</script></svg>"),
        (assets / "portraits" / "unknown.svg", f"{SVG}unknown</svg>"),
    ]:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    found = pictures_of(story_of(ROOM), [art], assets)
    # Nobody has drawn the staff of the reading room: silhouettes stand for them.
    assert found["places"].pop("presidium_1934").count('<g id="person_') == 3
    assert found == {
        "places": {"reading_room": f"{SVG}<rect/></svg>"},
        "portraits": {"unknown": f"{SVG}unknown</svg>"},
    }


def test_a_photograph_of_the_pack_is_carried_in_a_drawing_before_one_of_the_game(tmp_path: Path) -> None:
    art = tmp_path / "art"
    art.mkdir()
    dot = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x02\x80\0\0\x01\xe0"
    (art / "reading_room.png").write_bytes(dot)
    drawing = tmp_path / "assets" / "places" / "reading_room.svg"
    drawing.parent.mkdir(parents=True)
    drawing.write_text(f"{SVG}theirs</svg>", encoding="utf-8")
    found = pictures_of(story_of(ROOM), [art], tmp_path / "assets")
    assert found["places"]["reading_room"] == (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 480"><image width="640" height="480" '
        'href="data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAoAAAAHg"/></svg>'
    )


def test_every_font_has_a_name_of_its_own() -> None:
    assert family_of("pt_sans_narrow_bold.ttf") == ("Chair Narrow", "bold")
    assert family_of("pt_sans_bold_italic.ttf") == ("Chair Sans", "bold_italic")
    assert family_of("open_dyslexic_regular.otf") == ("Chair Legible", "regular")


def module(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_modules_are_joined_each_once_and_what_they_import_before_them(tmp_path: Path) -> None:
    module(tmp_path, "c.js", "export const one = 1;\n")
    module(
        tmp_path, "b.js", 'import { one } from "./c.js";\n\nexport function two() {\n  return one + one;\n}\n'
    )
    entry = module(
        tmp_path,
        "a.js",
        'import { two } from "./b.js";\nimport { one as first } from "./c.js";\n\ntwo(first);\n',
    )
    at = tmp_path.name
    assert joined(entry) == (
        '"use strict";\n(() => {\n'
        f"const {at}_c = (() => {{\nconst one = 1;\nreturn {{ one }};\n}})();\n"
        f"const {at}_b = (() => {{\nconst {{ one }} = {at}_c;\n\n"
        "function two() {\n  return one + one;\n}\nreturn { two };\n})();\n"
        f"const {at}_a = (() => {{\nconst {{ two }} = {at}_b;\nconst {{ one: first }} = {at}_c;\n\n"
        "two(first);\nreturn {  };\n})();\n"
        "})();\n"
    )


@pytest.mark.parametrize("line", ['import x from "./c.js";', "export default 1;", "export { x };"])
def test_a_form_that_cannot_be_joined_is_refused(tmp_path: Path, line: str) -> None:
    with pytest.raises(ValueError, match=r"a\.js: the bundle cannot read"):
        joined(module(tmp_path, "a.js", f"{line}\n"))


def test_modules_that_import_each_other_are_refused(tmp_path: Path) -> None:
    module(tmp_path, "b.js", 'import { a } from "./a.js";\nexport const b = 1;\n')
    entry = module(tmp_path, "a.js", 'import { b } from "./b.js";\nexport const a = 1;\n')
    with pytest.raises(ValueError, match=r"a\.js imports itself"):
        joined(entry)


def test_every_word_of_the_page_is_used_and_every_word_that_is_used_is_there() -> None:
    homes = [WEB / "player" / name for name in ("words.js", "setting_words.js", "key_words.js")]
    text = "".join(file.read_text(encoding="utf-8") for file in homes)
    known = set(re.findall(r"^  (\w+):", text, re.MULTILINE))
    code = "".join(
        file.read_text(encoding="utf-8") for file in (WEB / "player").glob("*.js") if file not in homes
    )
    missing = {name for name in re.findall(r'say\("(\w+)"', code) if name not in known}
    assert missing == set()
    named = set(re.findall(r"\w+", code))
    # What is put together: say(`leaf_${id}`), and one of several values of a setting.
    made = (*re.findall(r"`(\w+_)\$\{", code), "typeface_", "spacing_", "theme_", "sound_")
    assert {n for n in known if n.removesuffix("_many") not in named and not n.startswith(made)} == set()
