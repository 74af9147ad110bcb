"""`explore`: what can happen in a pack, with a playthrough that shows it, and what cannot."""

from __future__ import annotations

import argparse
from typing import Any

from game.commands.packs import DEFAULT_PACK, find_pack, open_story
from game.explore.command import EXAMPLE, SUMMARY, add_arguments

__all__ = ["EXAMPLE", "SUMMARY", "add", "run"]


def add(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument(
        "pack", nargs="?", default=DEFAULT_PACK, metavar="PACK", help="a pack's folder, zip or id"
    )
    add_arguments(parser)


def run(arguments: argparse.Namespace) -> int:
    """Explore the pack and write the report."""
    from game.disk import write_text
    from game.explore.command import run as explore

    story = open_story(find_pack(arguments.pack))

    def page_of(report: dict[str, Any]) -> str:
        from game.pages.explore_report import explore_page

        return explore_page(report, story.title, story.language)

    return explore(arguments, story, page_of, write_text)
