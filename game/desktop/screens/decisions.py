"""The decisions of a playthrough as a list: each opens by itself, those of one evening under their desk."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from game.desktop import words
from game.desktop.kit import Kit
from game.desktop.layout import Box
from game.desktop.widgets.chips import gap
from game.desktop.widgets.heading import small_heading
from game.desktop.widgets.ledger import Listed, listed
from game.desktop.widgets.paragraph import said
from game.desktop.widgets.piece import Gap, Piece, Placed, framed
from game.story.views import DecisionView


class Evening(NamedTuple):
    """Decisions that stand together; `desk` says that they were made at one, papers and all."""

    decisions: tuple[DecisionView, ...]
    desk: bool = False


def evenings(decisions: Sequence[DecisionView]) -> list[Evening]:
    """Gather the papers taken from a desk, what was done with them, and how the desk was left."""
    found: list[Evening] = []
    at = 0
    while at < len(decisions):
        end = _end(decisions, at) if decisions[at].kind == "letter" else at + 1
        found.append(Evening(tuple(decisions[at:end]), decisions[at].kind == "letter"))
        at = end
    return found


def _end(decisions: Sequence[DecisionView], first: int) -> int:
    """The position after an evening: its desk is left by a choice, or the playthrough stops at it."""
    desk = decisions[first].scene
    for position in range(first, len(decisions)):
        if decisions[position].scene == desk and decisions[position].kind == "choice":
            return position + 1
    papers = [i for i in range(first, len(decisions)) if decisions[i].scene == desk]
    return min(papers[-1] + 2, len(decisions))


def decision_list(kit: Kit, decisions: Sequence[DecisionView], width: int) -> Iterator[Piece | Gap]:
    """Lay the list out; the targets are `decision:NUMBER`."""
    longest = words.decision(decisions[-1].number) if decisions else ""
    for position, evening in enumerate(evenings(decisions)):
        if not evening.desk:
            yield listed(kit, _entry(evening.decisions[0]), width, longest=longest, is_first=not position)
            continue
        desk = evening.decisions[0]
        indent = kit.px(22)
        yield gap(kit, 10)
        yield small_heading(kit, _joined(desk.date, desk.scene_title), width, f"desk{desk.number}")
        for number, made in enumerate(evening.decisions):
            entry = _entry(made, under=desk)
            piece = listed(kit, entry, width - indent, longest=longest, is_first=not number)
            at = Box(indent, 0, piece.width, piece.height)
            yield framed(f"under:{made.number}", [Placed(piece, at)], width, piece.height)
        yield gap(kit, 10)


def _entry(made: DecisionView, under: DecisionView | None = None) -> Listed:
    kind = words.DECISION_KIND[made.kind] if made.kind != "choice" else ""
    if under and under.scene == made.scene:
        head = kind
    else:
        head = _joined("" if under else made.date, made.scene_title, kind)
    chosen = made.chosen or said(words.NOTHING_NAMED)
    return Listed(f"decision:{made.number}", words.decision(made.number), head, chosen)


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)
