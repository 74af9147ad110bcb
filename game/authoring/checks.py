"""What can be checked only once everything is read: every name is known, and pictures are there."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from pathlib import PurePosixPath

from game.authoring.draft import Draft, Reference
from game.authoring.guesses import listed
from game.authoring.lesson_checks import check_lessons
from game.authoring.misnamed import report_misnamed
from game.authoring.pack_reader import PackReader
from game.authoring.pedagogy import check_pedagogy
from game.authoring.reach import check_reach
from game.authoring.spans import Span
from game.story.model import RETURN

_CODES = {
    "scene": "L101",
    "way": "L102",
    "person": "L103",
    "fate": "L104",
    "deck": "L105",
    "chapter": "L106",
    "ending": "L107",
    "scene_or_ending": "L111",
    "fact": "F101",
    "source": "F102",
    "section": "F103",
    "term": "T105",
    "slot": "T106",
}
_FILES = {"person": "people.yaml", "fact": "facts.yaml", "source": "sources.yaml", "term": "glossary.yaml"}
MOST_LISTED = 12
"""Names that a help line still lists."""
BLANK = "blank"
"""The place that has no picture on purpose."""


def check(
    draft: Draft,
    readers: Sequence[PackReader],
    places: Collection[str] | None,
    portraits: Collection[str] | None,
) -> None:
    """Check all that was read."""
    known = draft.known
    scenes = known.setdefault("scene", {})
    known["scene_or_ending"] = known.get("ending", {}) | scenes
    known["slot"] = known.get("variable", {}) | known.get("person", {})
    _note_decks(draft)
    links = _check_links(draft)
    missing: list[Reference] = []
    for reference in draft.references:
        kind, name = reference.kind, reference.name
        if kind == "way":
            if ("choice", *name.split(".", 1)) not in draft.where:
                missing.append(reference)
        elif kind in _CODES:
            if name not in known.get(kind, ()):
                missing.append(reference)
            elif kind == "slot" and (variable := draft.variables.get(name)) and variable.kind == "flag":
                _report(draft, reference, "T109")
    guesses = [(r.kind, r.name, _missing(draft, r)) for r in missing]
    report_misnamed(draft, readers)
    draft.report.join_repeated(lambda: _used(draft))
    _check_values(draft)
    _check_pictures(draft, readers, places, portraits)
    check_pedagogy(draft, readers)
    check_lessons(draft, readers)
    check_reach(
        draft, readers, links | {name: guess for kind, name, guess in guesses if kind in ("scene", "deck")}
    )


def _used(draft: Draft) -> set[str]:
    """Return every name that is referred to, and every word of a condition or an effect."""
    words = {word for text in (*draft.conditions, *draft.effects) for word in re.findall(r"\w+", text)}
    return words | {name for name, *_ in draft.links} | {r.name for r in draft.references}


def _check_links(draft: Draft) -> dict[str, str | None]:
    """Report each `to:` that leads nowhere; return what was probably meant, by the name that was written."""
    scenes = draft.known["scene"]
    guesses: dict[str, str | None] = {}
    for name, file, start, end in draft.links:
        if name not in scenes:
            if name == RETURN:
                continue
            if draft.may_stand_in_lost(name, "scene"):
                guesses[name] = name
                continue
            guess, defined = draft.nearest(name, "scene")
            if guess is None and draft.guesses.nearest(name, (RETURN,)):
                guess = RETURN
            guesses[name] = guess
            help_name = "did_you_mean" if guess else None
            draft.report.add(
                "L101", Span(file, start, end), name=name, guess=guess, help=help_name, defined=defined
            )
        elif name in draft.deck_scenes:
            draft.report.add("L110", Span(file, start, end), name=name, defined=scenes[name])
    return guesses


def _note_decks(draft: Draft) -> None:
    """Make the decks known."""
    decks = draft.known.setdefault("deck", {})
    for reference in draft.references:
        if reference.kind == "own_deck":
            decks.setdefault(reference.name, _place(draft, reference))


def _place(draft: Draft, reference: Reference) -> Span:
    return draft.part(reference.file, reference.node, reference.start, reference.end)


def _report(draft: Draft, reference: Reference, code: str, **values: object) -> None:
    if draft.report.is_full:
        return
    help_name = values.pop("help", None)
    defined = values.pop("defined", None)
    assert help_name is None or isinstance(help_name, str)
    assert defined is None or isinstance(defined, Span)
    place = _place(draft, reference)
    draft.report.add(code, place, help=help_name, defined=defined, name=reference.name, **values)


def _missing(draft: Draft, reference: Reference) -> str | None:
    """Report an unknown name, unless an unread part may define it; return what was probably meant."""
    kind, name = reference.kind, reference.name
    if draft.report.is_full:
        return None
    if kind == "way":
        return _missing_way(draft, reference)
    if draft.may_stand_in_lost(name, kind):
        return name
    guess, defined = draft.nearest(name, kind)
    names = draft.known.get(kind, {})
    help_name = "did_you_mean" if guess else None
    if kind == "term" and (name in draft.known["scene"] or "->" in name):
        help_name, defined = "not_a_link", None
    elif guess is None and kind in ("fate", "chapter", "section") and 0 < len(names) <= MOST_LISTED:
        help_name = "known_names"
    values: dict[str, object] = {"guess": guess, "defined": defined, "known": listed(names)}
    if not names and kind in _FILES:
        # A file that was never written is one thing to do, however many names it should hold.
        draft.lost_kinds.add(kind)
        help_name, values = "no_file", {"file": _FILES[kind]}
    _report(draft, reference, _CODES[kind], help=help_name, **values)
    return guess


def _missing_way(draft: Draft, reference: Reference) -> str | None:
    scene, _, way = reference.name.partition(".")
    scenes = draft.known["scene"]
    if draft.may_stand_in_lost(scene, "scene") or draft.may_stand_in_lost(way):
        return None
    if scene not in scenes:
        guess, defined = draft.nearest(scene, "scene")
        place = reference._replace(name=scene, end=reference.start + len(scene) if reference.end >= 0 else -1)
        _report(draft, place, "L101", guess=guess, help="did_you_mean" if guess else None, defined=defined)
        return None
    own = {f"{scene}.{key[2]}": span for key, span in draft.where.items() if key[:2] == ("choice", scene)}
    if not own and scene in draft.broken_scenes:
        return None
    guess = draft.guesses.nearest(reference.name, own)
    help_name = "did_you_mean" if guess else "known_names" if own else None
    known = ", ".join(f"`{name}`" for name in list(own)[:9])
    _report(
        draft,
        reference,
        "L102",
        guess=guess,
        help=help_name,
        known=known,
        defined=own[guess] if guess else scenes[scene],
    )
    return None


def _check_values(draft: Draft) -> None:
    """No value or fate may be named like a variable or a person."""
    for kind in ("value", "fate"):
        for name, span in draft.known.get(kind, {}).items():
            for owner in ("variable", "person"):
                if (defined := draft.known.get(owner, {}).get(name)) is not None:
                    draft.report.add("V129", span, name=name, kind=owner, defined=defined)


def _check_pictures(
    draft: Draft,
    readers: Sequence[PackReader],
    places: Collection[str] | None,
    portraits: Collection[str] | None,
) -> None:
    art = {name for reader in readers for name in reader.opened.pack.art}
    elsewhere = [path for reader in readers for path in reader.opened.pack.pictures]
    described = draft.known.get("picture_text", {})
    seen: set[tuple[str, str]] = set()
    for reference in draft.references:
        kind, name = reference.kind, reference.name
        if kind not in ("place", "picture", "portrait") or (kind, name) in seen or name == BLANK:
            continue
        seen.add((kind, name))
        shipped = portraits if kind == "portrait" else places
        if shipped is not None and name not in shipped and name not in art:
            code = {"place": "A101", "picture": "A102", "portrait": "A104"}[kind]
            guess = draft.guesses.nearest(name, [*shipped, *art])
            there = next((path for path in elsewhere if PurePosixPath(path).stem == name), "")
            help_name = "did_you_mean" if guess else None
            if there:
                help_name = "wrong_ending" if there.startswith("art/") else "into_art"
            _report(draft, reference, code, guess=guess, help=help_name, path=there)
        elif (
            kind != "portrait" and name not in described and not draft.may_stand_in_lost(name, "picture_text")
        ):
            if ("described", name) not in seen:
                _report(draft, reference, "A103")
            seen.add(("described", name))
