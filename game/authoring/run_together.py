"""Two records that became one: the line that begins the second is missing, or stands too far in."""

from __future__ import annotations

import re
from collections.abc import Collection

from game.authoring.draft import Draft
from game.authoring.yaml_tree import Keyed, Node, Refused, Scalar, value_of


def id_inside(draft: Draft, node: Keyed, key: Scalar, value: Node, readers: Collection[str]) -> bool:
    """Report an unknown key that is the id of another record, standing too far in; whether it is one."""
    if any(known is node for known in draft.together):
        return True
    if isinstance(value, Keyed):
        inside = {k.value for k, _ in value.pairs() if isinstance(k, Scalar)}
        is_record = len(inside) > 1 and inside <= set(readers)
    else:
        is_record = isinstance(value, Scalar) and not value.value and bool(_doubles(node, key, readers))
    if not is_record or not re.fullmatch(r"\w+", key.value):
        return False
    draft.lose(draft.file.text[key.start_mark.index : node.end])
    draft.error("S148", key, key=key.value)
    draft.together.append(node)
    return True


def gather_strays(draft: Draft, node: Node, readers: Collection[str]) -> None:
    """Report keys of records that stand at the margin among the ids, and put each into the record above."""
    above: Keyed | None = None
    kept: list[Node] = []
    for key, value in node.pairs() if isinstance(node, Keyed) else ():
        is_field = isinstance(key, Scalar) and key.value in readers and not isinstance(value, Keyed)
        if is_field and above and isinstance(key, Scalar) and value_of(above, key.value) is None:
            draft.error("S151", key, key=key.value)
            above.items += (key, value)
            continue
        above = value if isinstance(value, Keyed) else None
        kept += (key, value)
    if isinstance(node, Keyed):
        node.items = kept


def nameless(draft: Draft, node: Keyed, readers: Collection[str], kinds: Collection[str]) -> bool:
    """Report a second record whose first line is missing, once; whether there is one."""
    if any(known is node for known in draft.together):
        return True
    doubles = _doubles(node, None, readers)
    # One key twice is that key twice; from the second on it is a record without its first line.
    if len(doubles) < 2 or any(double.value in ("scene", "id") for double in doubles):
        return False
    draft.lose(draft.file.text[doubles[0].start_mark.index : node.end])
    draft.lost_kinds.update(kinds)
    draft.error("S149", doubles[0], help="id_above" if kinds else "new_entry")
    return True


def _doubles(node: Keyed, key: Scalar | None, readers: Collection[str]) -> list[Scalar]:
    """Return the keys that stand there for the second time, behind `key` where one is given."""
    seen: set[str] = set()
    doubles: list[Scalar] = []
    is_behind = key is None
    for found, _ in node.pairs():
        is_behind = is_behind or found is key
        if isinstance(found, Scalar) and not isinstance(found, Refused) and found.value in readers:
            if found.value in seen and is_behind:
                doubles.append(found)
            seen.add(found.value)
    return doubles
