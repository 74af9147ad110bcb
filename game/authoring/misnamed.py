"""Texts that stand where the name of something is wanted: which name was meant can be told at the end."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from game.authoring.draft import Draft, Misnamed
from game.authoring.guesses import folded, odd_letter
from game.authoring.spans import Span

if TYPE_CHECKING:
    from game.authoring.pack_reader import PackReader

_PARTS = re.compile(r"\s*[,;]\s*|\s+and\s+|\s+")
_PICTURES = frozenset({"place", "picture", "portrait"})
_SENTENCES = {"fact": "sentence_of_fact", "source": "title_of_source"}
"""The help where a sentence stands in place of a name, by the kind of what is named."""


def plain_id(name: str) -> str:
    """Return the id that a text would be, without what no id can have; perhaps still none."""
    return re.sub(r"_+", "_", re.sub(r"[^a-z0-9_]", "_", folded(without_unseen(name)))).strip("_")


def without_unseen(text: str) -> str:
    """Return a text without characters that nobody sees."""
    return text if text.isascii() else "".join(sign for sign in text if not is_unseen(sign))


def is_unseen(sign: str) -> bool:
    """Return whether nobody sees this character: a soft hyphen, a space without width."""
    return unicodedata.category(sign) in ("Cf", "Cc")


def report_misnamed(draft: Draft, readers: Sequence[PackReader]) -> None:
    """Report each text that is no name, with the name that was meant where it can be told."""
    if any(one.kind == "scene" for one in draft.misnamed):
        titles = draft.titles.setdefault("scene", {})
        for scene in (scene for reader in readers for scene in reader.scenes):
            titles.setdefault(folded(scene.title), scene.id)
    for one in draft.misnamed:
        if one.name not in draft.bad_ids:  # the definition has the same slip: mended there, it is right here
            _report(draft, one)


def report_unseen(draft: Draft, one: Misnamed, right: str) -> bool:
    """Report the first character of a name that nobody sees; whether there is one."""
    at = next((at for at, sign in enumerate(one.name) if is_unseen(sign)), None)
    if at is None:
        return False
    place = draft.part(one.file, one.node, at, at + 1)
    draft.report.add("Y118", place, found=f"U+{ord(one.name[at]):04X}", help="write", right=right)
    return True


def _report(draft: Draft, one: Misnamed) -> None:
    known: Mapping[str, Span] = draft.known.get(one.kind, {})
    if report_unseen(draft, one, without_unseen(one.name)):
        return
    place = draft.part(one.file, one.node, 0, -1)
    odd = odd_letter(one.name)
    help_name, right = _meant(draft, one, known)
    code = "S134" if odd and help_name == "write" else "S108"
    draft.report.add(code, place, name=one.name, odd=odd, help=help_name, right=right, guess=right)


def _meant(draft: Draft, one: Misnamed, known: Mapping[str, Span]) -> tuple[str | None, str]:
    name, kind = one.name, one.kind
    parts = _PARTS.split(name)
    if len(parts) > 1 and all(part in known for part in parts):
        return "commas", ", ".join(parts)
    if kind in _PICTURES and ("/" in name or "\\" in name):
        return "picture_name", ""
    if title := _by_title(draft.titles.get(kind, {}), name):
        return "its_id", title
    if kind == "scene" and (scene := _in_file(known, name)):
        return "scene_in_file", scene
    if kind in _PICTURES:
        name = re.sub(r"\.(svg|png|jpe?g|webp)$", "", name, flags=re.IGNORECASE)
    plain = plain_id(name)
    if plain in known or (plain and not known):
        return "write", plain
    if guess := draft.guesses.nearest(plain, known):
        return "did_you_mean_key", guess
    return (_SENTENCES.get(kind) if " " in name.strip() else None), ""


def _by_title(titles: Mapping[str, str], name: str) -> str:
    wanted = folded(name)
    if wanted in titles:
        return titles[wanted]
    begun = {found for title, found in titles.items() if len(wanted) > 3 and title.startswith(wanted + "_")}
    return begun.pop() if len(begun) == 1 else ""


def _in_file(known: Mapping[str, Span], name: str) -> str:
    """Return the scene of the file that is named in a scene's place."""
    stem = re.split(r"[/\\]", name)[-1].removesuffix(".yaml")
    found = [scene for scene, span in known.items() if _stem(span) == stem]
    return found[0] if found else ""


def _stem(span: Span) -> str:
    return span.file.path.rpartition("/")[2].removesuffix(".yaml")
