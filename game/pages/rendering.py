"""Prose, links and templates: what every page is made with."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from game.story.views import ParagraphView, ProseView, RunView

TEMPLATES = Path(__file__).parent / "templates"

_INDENT = re.compile(r"\n\s+")


@cache
def environment() -> Environment:
    """Return the Jinja2 environment of all pages: everything is escaped, an unknown name is an error."""
    made = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["prose"] = prose
    made.filters["in_line"] = in_line
    made.filters["safe_address"] = safe_address
    return made


def without_indents(page: str) -> str:
    """Return a page without empty lines and without spaces at the beginning of lines.

    Templates are indented for their reader; over a long page that is a tenth of the file. For pages that
    have no preformatted text.
    """
    return _INDENT.sub("\n", page)


def prose(text: ProseView, terms: Collection[str] = ()) -> Markup:
    """Return prose as paragraphs; a word of the glossary is linked where `terms` has its id."""
    return Markup("\n").join(Markup("<p>{}</p>").format(_paragraph(paragraph, terms)) for paragraph in text)


def in_line(text: ProseView, terms: Collection[str] = ()) -> Markup:
    """Return prose for the middle of a line: its paragraphs one after the other."""
    return Markup(" ").join(_paragraph(paragraph, terms) for paragraph in text)


def safe_address(url: str) -> str:
    """Return a source's address, or nothing where a browser would not simply open a page there."""
    is_page = url.casefold().startswith(("http://", "https://"))
    return url if is_page and not any(sign.isspace() or not sign.isprintable() for sign in url) else ""


def _paragraph(paragraph: ParagraphView, terms: Collection[str]) -> Markup:
    return Markup("").join(_run(run, terms) for run in paragraph)


def _run(run: RunView, terms: Collection[str]) -> Markup:
    if run.text == "\n":
        return Markup("<br>\n")
    shown = escape(run.text)
    if run.style in ("emphasis", "both"):
        shown = Markup("<em>{}</em>").format(shown)
    if run.style in ("strong", "both"):
        shown = Markup("<strong>{}</strong>").format(shown)
    if run.term and run.term in terms:
        shown = Markup('<a class="term" href="#term-{}">{}</a>').format(run.term, shown)
    return shown
