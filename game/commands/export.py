"""`export`: a pack -> the browser edition, one HTML file or a package for a learning platform."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from game import shipped
from game.commands.outcome import CLEAN, WRONG_USAGE, CommandFailed
from game.commands.packs import DEFAULT_PACK, art_folders, find_pack, open_story
from game.commands.version import version
from game.disk import write_bytes

if TYPE_CHECKING:
    from game.browser.page import Surroundings
    from game.story.model import Story

SUMMARY = "write the story as one page that plays in any browser"
EXAMPLE = """\
examples:
  python3 main.py export -o the_third_chair.html
  python3 main.py export my_scenes -o my_scenes.html           an extension, together with its base
  python3 main.py export --scorm -o the_third_chair.zip        for Moodle, Canvas and the like

The page needs no network and no other file. An existing file is kept unless --force is given.
"""

LICENCES = ("pt_license_paratype.txt", "open_dyslexic_license_ofl.txt")


def add(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument(
        "pack", nargs="?", default=DEFAULT_PACK, metavar="PACK", help="a pack's folder, zip or id"
    )
    parser.add_argument(
        "-o", "--output", type=Path, metavar="FILE", help="where to write (PACK.html or PACK.zip)"
    )
    parser.add_argument(
        "--scorm", action="store_true", help="write a SCORM 1.2 package (a zip) for a learning platform"
    )
    parser.add_argument("-f", "--force", action="store_true", help="replace a file that is there")


def run(arguments: argparse.Namespace) -> int:
    """Compile the pack and write the page."""
    from game.browser.page import page
    from game.browser.scorm import package

    pack = find_pack(arguments.pack)
    ending = ".zip" if arguments.scorm else ".html"
    output: Path = arguments.output or Path(f"{pack.stem}{ending}")
    if output.suffix.lower() != ending:
        raise CommandFailed(f"{output} should end in {ending}.", WRONG_USAGE)
    if output.exists() and not arguments.force:
        raise CommandFailed(f"{output} is there already. Name another file, or replace it with --force.")
    story = open_story(pack)
    text = page(story, surroundings(story, pack), scorm=arguments.scorm)
    content = package(text, story.played_as, story.title, story.version) if arguments.scorm else text.encode()
    write_bytes(output, content)
    kind = "a SCORM 1.2 package for a learning platform" if arguments.scorm else "one page for any browser"
    print(f"Written: {output} ({len(content) / 1e6:.2f} MB): {story.title} {story.version}, {kind}.")
    return CLEAN


def surroundings(story: Story, pack: Path) -> Surroundings:
    """Return what comes with the game for a pack's page: pictures, colours, names of places, licences."""
    from game.browser.page import Surroundings
    from game.browser.pictures import TITLE, pictures_of
    from game.desktop.place_words import PLACES
    from game.desktop.words import CONTENT

    assets = shipped.folder("assets")
    return Surroundings(
        pictures={
            **pictures_of(story, art_folders(pack), assets),
            "icon": {"icon": (assets / "icon.svg").read_text(encoding="utf-8")},
        },
        theme=(assets / "theme.toml").read_text(encoding="utf-8"),
        licences="\n\n".join(
            (assets / "fonts" / name).read_text(encoding="utf-8").strip() for name in LICENCES
        ),
        version=version(),
        names={"places": PLACES, "content": CONTENT, "title": TITLE},
        sounds={file.stem: file.read_bytes() for file in sorted((assets / "sounds").glob("*.wav"))},
    )
