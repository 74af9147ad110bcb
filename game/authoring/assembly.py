"""The parts of one or two packs -> one Story."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain
from typing import Any

from game.authoring.draft import Draft
from game.authoring.pack_reader import PackReader
from game.story.evidence import Teaching
from game.story.model import Story


def assembled(draft: Draft, readers: Sequence[PackReader]) -> Story:
    """Return the Story of packs without errors: the base's content first, then the extension's."""
    base, last = readers[0], readers[-1]
    head = base.opened.head
    heads = [reader.opened.head for reader in readers]
    options: dict[str, Any] = {k: head[k] for k in ("language", "licence", "you", "grade") if k in head}
    named: dict[str, Any] = {into: _joined(reader.named[into] for reader in readers) for into in base.named}
    return Story(
        id=head["id"],
        title=head["title"],
        version=head["version"],
        start=head["start"],
        chapters=tuple(chain.from_iterable(reader.chapters for reader in readers)),
        variables=tuple(draft.variables.values()),
        scenes={scene.id: scene for reader in readers for scene in reader.scenes},
        authors=tuple(chain.from_iterable(found.get("authors", ()) for found in heads)),
        content_note=tuple(chain.from_iterable(found.get("content_note", ()) for found in heads)),
        fiction_note=tuple(chain.from_iterable(found.get("fiction_note", ()) for found in heads)),
        extension=last.opened.head["id"] if last.opened.is_extension else "",
        lessons=tuple(chain.from_iterable(reader.lessons for reader in readers)),
        fates=tuple(chain.from_iterable(reader.fates for reader in readers)),
        photograph=base.photograph,
        people=_joined(reader.people for reader in readers),
        afterlife=tuple(chain.from_iterable(reader.afterlife for reader in readers)),
        teaching=_teaching(list(chain.from_iterable(reader.teaching for reader in readers))),
        promises=tuple(chain.from_iterable(reader.promises for reader in readers)),
        **named,
        **options,
    )


def _joined(parts: Iterable[dict[str, Any]]) -> dict[str, Any]:
    return {name: made for part in parts for name, made in part.items()}


def _teaching(found: Sequence[Teaching]) -> Teaching:
    """Join what several files say for the teacher, each part in its own place."""
    return Teaching(
        rationale=tuple(chain.from_iterable(part.rationale for part in found)),
        objections=tuple(chain.from_iterable(part.objections for part in found)),
        letter_home=tuple(chain.from_iterable(part.letter_home for part in found)),
        alternative=tuple(chain.from_iterable(part.alternative for part in found)),
        simplified=tuple(chain.from_iterable(part.simplified for part in found)),
    )
