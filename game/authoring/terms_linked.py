"""A word of the glossary that stands in the texts before any text explains it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from game.authoring.draft import Draft
from game.authoring.pack_reader import PackReader
from game.story.prose import plain_text

MOST = 1_000
"""Terms without a link that are looked for; a glossary has dozens."""


def check_terms_linked(draft: Draft, readers: Sequence[PackReader]) -> None:
    """Warn of each term that a chapter uses, where neither it nor an earlier chapter has a `[[link]]` to it.

    One finding a term, at its glossary entry: that is where a word too common to be linked can be allowed.
    """
    linked: dict[str, int] = {}
    for reference in draft.references:
        if reference.kind == "term" and reference.chapter:
            position = draft.chapters.get(reference.chapter, 0)
            linked[reference.name] = min(position, linked.get(reference.name, position))
    for reader in readers:
        waiting = {
            name: re.compile(rf"\b{re.escape(term.term)}(?:s|es)?\b", re.IGNORECASE)
            for name, term in reader.named["terms"].items()
            if linked.get(name) != 0 and term.term.strip()
        }
        if len(waiting) > MOST:
            continue  # each of them would be looked for in each text
        if waiting:
            _keep_named(waiting, reader)
        for scene in reader.scenes if waiting else ():
            text = "\n".join(plain_text(passage.text) for passage in scene.passages)
            lower = text.lower()
            position = draft.chapters.get(scene.chapter, 0)
            used = [
                name
                for name, pattern in waiting.items()
                # Looking for a plain text is far quicker than for a pattern.
                if reader.named["terms"][name].term.lower() in lower
                and position < linked.get(name, position + 1)
                and pattern.search(text)
            ]
            for name in used:
                del waiting[name]
                place = draft.where["term", name]
                draft.report.add(
                    "P115", place, name=name, scene=scene.id, defined=draft.where["scene", scene.id]
                )


def _keep_named(waiting: dict[str, re.Pattern[str]], reader: PackReader) -> None:
    """Leave out the terms whose first word stands in no file of the chapters: that is quickly known."""
    first = {name: reader.named["terms"][name].term.lower().split()[0] for name in waiting}
    for file, _ in reader.opened.chapter_files:
        if not first:
            return
        text = file.text.lower()
        first = {name: word for name, word in first.items() if word not in text}
    for name in first:
        del waiting[name]
