"""Every parser of a file or a line from elsewhere, as a function of bytes: what all the fuzzers try.

A check ends quietly whether its input is taken or refused; whatever else happens is a defect. What is taken
must be usable as well: a story is played, compiled and read again, a picture is drawn.
"""

from __future__ import annotations

import dataclasses
import io
import json
import os
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from game import disk
from game.authoring.compiler import compile_pack
from game.authoring.diagnostics import as_text
from game.authoring.expression_parts import Symbols
from game.authoring.expressions import parse_condition, parse_effect
from game.authoring.prose_parser import parse_prose
from game.class_report.gathering import gathered
from game.class_report.lines import NotText, lines_of
from game.class_report.report import class_view
from game.commands.given import read_given
from game.commands.outcome import CommandFailed
from game.commands.zips import art_of, peeked
from game.desktop.keys import bound
from game.disk import DiskProblem
from game.pages.class_report import class_page
from game.story.code_signs import WrongCode
from game.story.compiled import DamagedPack, from_compiled, to_compiled
from game.story.debrief import debrief_view
from game.story.model import Story
from game.story.playthrough import Playthrough
from game.story.replay import UnreadableSave, from_save, to_save
from game.story.replay_code import from_code, to_code
from game.story.scene_view import ending_view, result_view, scene_view
from tests.authoring.cases import CASES, GOOD, case_files, read_case
from tests.desktop.small_story import small_story
from tests.trust.fuzzing import pack_zip

STEERING = frozenset(map(chr, [*range(9), *range(11, 32), *range(127, 160)])) | set(
    "\u202a\u202b\u202d\u202e"
)
"""What no text that is shown may hold: it steers a terminal, or turns a line about."""

IN_A_PACK = tuple(
    "chapters/01_a/x.yaml pack.yaml facts.yaml people.yaml sources.yaml glossary.yaml questions.yaml "
    "figures.yaml afterlife.yaml teaching.yaml readings.yaml promises.yaml pictures.yaml".split()
)
"""The files that `yaml` writes: a first line `## file: NAME` says which, as in tests/cases."""


@dataclass(frozen=True)
class Parser:
    """A parser: its check, whole inputs to begin with, and words that its inputs are made of.

    The check is given a folder that it may write into.
    """

    check: Callable[[bytes, Path], object]
    seeds: Callable[[], Iterator[bytes]]
    words: tuple[str, ...] = ()


def tried_in_time(parser: Parser, content: bytes, folder: Path) -> None:
    """Run a check; fail where it takes longer than the size of its input explains."""
    os.environ["THIRD_CHAIR_HOME"] = str(folder / "home")
    begun = time.process_time()
    parser.check(content, folder)
    took, may = time.process_time() - begun, 2 + len(content) * 200e-6
    assert took < may, f"{took:.1f} s for {len(content)} bytes"


@cache
def story() -> Story:
    """Return the story that saves and codes belong to."""
    return small_story()


def played(ways: int) -> Playthrough:
    """Return a playthrough of so many steps."""
    playthrough = Playthrough.begin(story())
    for _ in range(ways):
        if playthrough.ways:
            playthrough = playthrough.choose(playthrough.ways[0].id)
    return playthrough


def _a_usable_story(made: Story) -> None:
    again = from_compiled(json.loads(json.dumps(to_compiled(made))))
    assert again == made
    playthrough, lot = Playthrough.begin(made), 1
    for _ in range(8):
        for view in (scene_view(playthrough), result_view(playthrough), ending_view(playthrough)):
            _shows_no_steering("".join(_texts(view)))
        if not playthrough.ways:
            break
        lot = lot * 48271 % 2147483647
        playthrough = playthrough.choose(playthrough.ways[lot % len(playthrough.ways)].id)
    _shows_no_steering("".join(_texts(debrief_view(playthrough))))
    assert from_save(made, json.loads(json.dumps(to_save(playthrough)))).playthrough == playthrough
    assert from_code(made, to_code(playthrough)).steps == playthrough.steps


def _texts(view: Any) -> Iterator[str]:
    if isinstance(view, str):
        yield view
    elif dataclasses.is_dataclass(view):
        for field in dataclasses.fields(view):
            yield from _texts(getattr(view, field.name))
    elif isinstance(view, tuple | list):
        for inner in view:
            yield from _texts(inner)


def _shows_no_steering(text: str) -> None:
    assert not STEERING & set(text), ascii(sorted(STEERING & set(text)))


def _yaml(content: bytes, folder: Path) -> None:
    first, _, rest = content.partition(b"\n")
    named = first.removeprefix(b"## file: ").decode("latin-1")
    name, text = (named, rest) if named in IN_A_PACK else (IN_A_PACK[0], content)
    pack = folder / "pack"
    if not pack.exists():
        _write_good(pack)
    file = pack / name
    before = file.read_bytes() if file.exists() else None
    file.write_bytes(text)
    try:
        found = compile_pack(pack)
        _shows_no_steering(as_text(found.diagnostics))
        peeked(pack, "title")
        if found.story:
            _a_usable_story(found.story)
    finally:
        file.unlink() if before is None else file.write_bytes(before)


def _write_good(pack: Path) -> None:
    for path in GOOD.rglob("*.yaml"):
        copy = pack / path.relative_to(GOOD)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes(path.read_bytes())


def _yaml_seeds() -> Iterator[bytes]:
    yield (CASES / "sample" / "scenes.yaml").read_bytes()
    for path in GOOD.rglob("*.yaml"):
        yield f"## file: {path.relative_to(GOOD).as_posix()}\n".encode() + path.read_bytes()
    for path in case_files():
        for name, text in read_case(path).files.items():
            if len(text) < 4_000:
                yield f"## file: {name}\n{text}".encode()


def _zip(content: bytes, folder: Path) -> None:
    path = folder / "pack.zip"
    path.write_bytes(content)
    found = compile_pack(path)
    _shows_no_steering(as_text(found.diagnostics))
    peeked(path, "title")
    art_of(path)


def _expression(content: bytes, _: Path) -> None:
    text = content.decode("utf-8", "replace")
    symbols = Symbols(small_story().variable, {"december": 0})
    parsed = parse_condition(text, symbols)
    assert parsed.tree is not None or parsed.slips
    effect = parse_effect(text, symbols)
    assert effect.effect is not None or effect.slips
    try:
        given = read_given(text, story())
        Playthrough.begin(story(), type(played(0).start)(story().start, given))
    except CommandFailed as refused:
        _shows_no_steering(str(refused))


def _prose(content: bytes, _: Path) -> None:
    text = content.decode("utf-8", "replace")
    for is_document in (False, True):
        parse_prose(text, document=is_document, terms={"opposition": "opposition", "a": "b"})


def _json(content: bytes) -> Any:
    try:
        return json.loads(content.decode("utf-8", "replace"))
    except (ValueError, RecursionError):
        return None


def _compiled(content: bytes, _: Path) -> None:
    try:
        made = from_compiled(_json(content))
    except DamagedPack:
        return
    assert from_compiled(json.loads(json.dumps(to_compiled(made)))) == made


def _save(content: bytes, folder: Path) -> None:
    path, again = folder / "save.json", folder / "again.json"
    path.write_bytes(content)
    try:
        replay = disk.load_game(path, story())
    except DiskProblem:
        return
    disk.save_game(again, replay.playthrough)
    assert disk.load_game(again, story()).playthrough.steps == replay.playthrough.steps
    debrief_view(replay.playthrough)
    try:
        from_save(story(), {**json.loads(content), "extension": None})
    except UnreadableSave:
        return


def _saves() -> Iterator[bytes]:
    for ways in (0, 2, 6):
        save = to_save(played(ways).answered("who", "an answer"))
        yield json.dumps({**save, "label": {"scene_title": "A", "date": "1934-12-01"}}).encode()
    yield json.dumps(to_save(played(1)) | {"votes": {"0": {"mend": 3}}}).encode()


def _code(content: bytes, _: Path) -> None:
    try:
        again = from_code(story(), content.decode("utf-8", "replace"))
    except WrongCode:
        return
    assert from_code(story(), to_code(again)).steps == again.steps


def _settings(content: bytes, folder: Path) -> None:
    path = folder / "home" / "settings.json"
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(content)
    settings = disk.load_settings()
    bound(settings.keys)
    disk.save_settings(settings)
    assert disk.load_settings() == settings
    for aside in path.parent.glob("*.damaged*"):
        aside.unlink()


def _class(content: bytes, _: Path) -> None:
    try:
        found = gathered(story(), lines_of(io.BytesIO(content)), cores=1)
    except NotText:
        return
    if found.codes:
        class_page(class_view(story(), found))


def _picture(content: bytes, folder: Path) -> None:
    os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
    from game.browser.pictures import pictures_of
    from game.desktop.resources import Pictures, Retouch

    art = folder / "art"
    art.mkdir(exist_ok=True)
    for name in ("lamp.svg", "lamp.png"):
        (art / "lamp.svg").unlink(missing_ok=True)
        (art / name).write_bytes(content)
        pictures = Pictures(folder, (art,))
        pictures.within("lamp", 64, 48)
        pictures.filling("lamp", 64, 48, Retouch(pictures.people("lamp")))
        pictures.layers("lamp", 64, 48)
        pictures_of(story(), [art], folder)


_SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 40"><defs><linearGradient id="a" x1="0" y1="0" '
    'x2="1" y2="1"><stop offset="0" stop-color="#fff"/><stop offset="1" stop-color="red"/></linearGradient>'
    '</defs><g id="person_feldman" transform="translate(3 4) rotate(5)"><rect width="9" height="9" '
    'fill="url(#a)"/><path d="M1 1 L9,9 q3 4 5 6 a3 3 0 0 1 7-2z" style="fill:none;stroke:#000"/></g>'
    '<g id="moving" data-moves="sways" data-box="1 2 30 20" data-by="3 4" data-seconds="5"><circle cx="5" '
    'cy="5" r="3"/><ellipse rx="2" ry="1"/><line x2="9"/><polygon points="0,0 3,3 6,1"/></g></svg>'
)


def _pictures() -> Iterator[bytes]:
    import pygame

    yield _SVG.encode()
    surface = pygame.Surface((6, 5))
    for name in ("a.png", "a.jpg"):
        made = io.BytesIO()
        pygame.image.save(surface, made, name)
        yield made.getvalue()
    yield b"RIFF\x1a\0\0\0WEBPVP8L\x0d\0\0\0/\0\0\0\x10\x07\x10\x11\x11\x88\x88\xfe\x07\0"


_KEYS = tuple(
    "scene: title: date: place: show: provenance: text: choices: next: to: if: effects: result: facts: id: "
    "chance: weight: ending: epilogue: waits_in: deck: offer: document: who: on_enter: locked: debrief: "
    "content: summary: talk: true false not and or == != <= >= += -= chose( seen( chapter standing hours "
    "[[ ]] ** {if } | > - --- ... # allow".split()
)
_FIELDS = tuple('"is": "story": "steps": "start": "given": "scene": "label": null -1 1e999 NaN {} []'.split())


def _plain(*texts: str) -> Callable[[], Iterator[bytes]]:
    return lambda: (text.encode() for text in texts)


PARSERS: Mapping[str, Parser] = {
    "yaml": Parser(_yaml, _yaml_seeds, _KEYS),
    "zip": Parser(_zip, lambda: iter([pack_zip(GOOD)]), ("PK\x03\x04", "PK\x01\x02", "PK\x05\x06")),
    "expression": Parser(
        _expression,
        _plain(
            "hours >= 2 and not (feldman == arrested)",
            "chose(flat.mend) or seen(hall)",
            "hours += 1",
            "feldman = shot",
            "2 * hours - 1 < 4 % 3",
            "hours = 3, feldman = arrested",
        ),
        ("hours", "feldman", "sorokin", "shot", *_KEYS),
    ),
    "prose": Parser(
        _prose,
        _plain("A *word*, **strong** and [[opposition]] or [[opposition|so]].\n\n{hours}.", "a -- b ... c\n"),
        ("[[", "]]", "**", "*", "{", "}", "|", "\\", "--", "\n\n"),
    ),
    "compiled": Parser(_compiled, lambda: iter([json.dumps(to_compiled(story())).encode()]), _FIELDS),
    "save": Parser(_save, _saves, _FIELDS),
    "code": Parser(_code, lambda: (to_code(played(n)).encode() for n in (0, 2, 6)), ("-",)),
    "settings": Parser(
        _settings,
        lambda: iter([b'{"text_size": 120, "keys": ["folder=f", "back=space"], "typeface": "sans"}']),
        _FIELDS,
    ),
    "class": Parser(
        _class,
        lambda: (f"[10:01] Ann: {to_code(played(n))}\r\n* x, {to_code(played(n))}".encode() for n in (1, 6)),
    ),
    "picture": Parser(
        _picture,
        _pictures,
        tuple("<svg <g </g> <path url(# href= viewBox= transform= style= <!-- <![CDATA[".split()),
    ),
}
