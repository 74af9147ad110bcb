"""The shapes of values: texts, names, numbers, dates, lists, conditions, effects."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from game.authoring.dates import date_meant, is_date, last_day
from game.authoring.draft import Draft, Misnamed, Read, Reference
from game.authoring.fields import Record, Shape, described
from game.authoring.guesses import listed, odd_letter
from game.authoring.misnamed import plain_id, report_unseen, without_unseen
from game.authoring.spans import Span
from game.authoring.yaml_tree import Keyed, Listed, Node, Refused, Scalar, start_of

ID = re.compile(r"[a-z][a-z0-9_]*")
_NONE: dict[str, object] = {}
_DASHES = ("–", "—")
RESERVED = frozenset({"return", "true", "false", "and", "or", "not", "seen", "chose", "chapter"})
_YES_NO = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}


def typed(draft: Draft, node: Node, words: str) -> str:
    """Return a single value as it was typed; "" after a finding where there is a list or a record instead."""
    if type(node) is Scalar:
        return node.value
    if isinstance(node, Refused):
        draft.report.wrong += 1
        return ""
    draft.lose(draft.file.text[start_of(node) : node.end])  # type: ignore[union-attr]
    draft.error("S105", node, found=described(node), words=words)
    return ""


def is_id(draft: Draft, node: Node, name: str) -> bool:
    """Return whether a name that is given here is a proper id; report it where it is not."""
    if ID.fullmatch(name):
        return True
    if name:
        plain = plain_id(name)
        right = plain if ID.fullmatch(plain) else ""
        draft.bad_ids.add(name)
        draft.lose(f"{name} {right}")  # whoever names it in the right form is not wrong as well
        if not report_unseen(draft, Misnamed("", name, draft.file, node), without_unseen(name)):
            odd = next((sign for sign in name if not sign.isascii() and sign.isalpha()), "")
            code, help_name = "S134" if odd else "S108", "write" if right else None
            draft.error(code, node, name=name, odd=odd, help=help_name, right=right)
    return False


def misnamed(draft: Draft, kind: str, node: Node, name: str) -> None:
    """Remember a text that is no id where the name of something of a kind is wanted."""
    if name:
        draft.report.wrong += 1
        draft.misnamed.append(Misnamed(kind, name, draft.file, node))


def new_id(draft: Draft, node: Node) -> str:
    """Read an id that is given here."""
    name = node.value if type(node) is Scalar else typed(draft, node, "an id")
    if name not in draft.ids and is_id(draft, node, name):
        if name in RESERVED:
            draft.error("S121", node, name=name)
        else:
            draft.ids.add(name)
    return name


def name_of(kind: str, words: str) -> Shape:
    """Return the shape of a name that must be known among those of a kind."""

    def read(draft: Draft, node: Node) -> str:
        name = node.value if type(node) is Scalar else typed(draft, node, words)
        if name in draft.known.get(kind, _NONE):
            return name  # most names are known by now, and need not be looked up again
        if ID.fullmatch(name):
            draft.references.append(Reference(kind, name, draft.file, node, 0, -1, draft.chapter))
        else:
            misnamed(draft, kind, node, name)
        return name

    return Shape(words, {"names": kind}, read)


def link(words: str) -> Shape:
    """Return the shape of the scene that a way leads to."""

    def read(draft: Draft, node: Node) -> str:
        if type(node) is Scalar and (node.value in draft.ids or ID.fullmatch(node.value)):
            draft.links.append((node.value, draft.file, node.start_mark.index, node.end_mark.index))
            return node.value
        name = typed(draft, node, words)
        misnamed(draft, "scene", node, name)
        return name

    return Shape(words, {"names": "link"}, read)


def list_of(shape: Shape, words: str) -> Shape:
    """Return the shape of a list of things of one shape; read as a tuple."""
    read_one = shape.read

    def read(draft: Draft, node: Node) -> tuple[Any, ...]:
        if type(node) is Listed:
            return tuple([read_one(draft, item) for item in node.items])
        if "names" in shape.schema and _is_sentence(node):
            return (read_one(draft, node),)  # it is told as no name: brackets would not help
        not_a_list(draft, node, words)
        return ()

    return Shape(words, {"type": "array", "items": shape.schema}, read)


def _is_sentence(node: Node) -> bool:
    """Whether a value is words that no list of names could be made of."""
    parts = re.split(r"[\s,;]+", node.value.strip()) if type(node) is Scalar else []
    return len(parts) > 3 and not all(ID.fullmatch(part) for part in parts)


def not_a_list(draft: Draft, node: Node, words: str) -> None:
    """Report something that stands where a list is wanted."""
    if isinstance(node, Refused):
        draft.report.wrong += 1
        return
    draft.lose(
        draft.file.text[start_of(node) : (node.end_mark.index if isinstance(node, Scalar) else node.end)]
    )
    if isinstance(node, Keyed) and getattr(node.items[0] if node.items else None, "value", "")[:1] in _DASHES:
        sign = node.items[0].value[0]  # type: ignore[union-attr]
        place = Span(draft.file, node.start, node.start + 1)
        draft.report.add("Y128", place, sign=sign, right="-")
    elif isinstance(node, Keyed):
        inside = draft.file.text[node.start : node.end]
        help_name = "bracket" if inside.startswith("{") and "\n" not in inside else "dash_each"
        draft.error("S104", node, words=words, found=described(node), help=help_name, typed=inside)
    else:
        inside = typed(draft, node, words)
        if inside.startswith("(") and inside.endswith(")"):
            inside = inside[1:-1]
        draft.error("S104", node, words=words, found=described(node), help="bracket", typed=inside)


def one_of(options: tuple[str, ...], words: str) -> Shape:
    """Return the shape of one word out of a few."""
    known = frozenset(options)

    def read(draft: Draft, node: Node) -> str | None:
        word = typed(draft, node, words)
        if word in known:
            return word
        if word:
            guess = draft.guesses.nearest(word, options)
            first_line = word_line(draft, node)
            if first_line in known:
                at = draft.file.text.index("\n", start_of(node)) + 1
                at += len(draft.file.text[at:]) - len(draft.file.text[at:].lstrip(" "))
                draft.run_on = node
                line_end = draft.file.text.find("\n", at)
                draft.report.add("S150", Span(draft.file, at, line_end), word=first_line)
            elif guess and (odd := odd_letter(word)):
                draft.error("S134", node, name=word, odd=odd, help="write", right=guess)
            else:
                help_name = "did_you_mean" if guess else None
                options_listed = listed(options)
                draft.error(
                    "S109", node, typed=word, words=words, options=options_listed, help=help_name, guess=guess
                )
        return None

    return Shape(words, {"enum": list(options)}, read)


def word_line(draft: Draft, node: Node) -> str:
    """Return the first line of an unquoted value that runs on over the lines below it; "" for any other."""
    if type(node) is not Scalar or node.style:
        return ""
    written = draft.file.text[node.start_mark.index : node.end_mark.index]
    return written.partition("\n")[0].strip() if "\n" in written else ""


def whole(low: int, high: int, words: str = "a whole number") -> Shape:
    """Return the shape of a whole number from `low` to `high`."""

    def read(draft: Draft, node: Node) -> int:
        text = typed(draft, node, words)
        if not re.fullmatch(r"[-+]?\d{1,18}", text, re.ASCII):
            right = text.rstrip("% ")
            if text:
                is_share = text != right and right.isdecimal()
                draft.error("S112", node, typed=text, help="write" if is_share else None, right=right)
            return low
        value = int(text)
        if not low <= value <= high:
            draft.error("S113", node, typed=text, low=low, high=high)
            return low
        return value

    return Shape(words, {"type": "integer", "minimum": low, "maximum": high}, read)


def _date(draft: Draft, node: Node) -> str:
    text = typed(draft, node, "a date")
    if text and not is_date(text):
        right = date_meant(text) or last_day(text)
        help_name = "write" if date_meant(text) else "last_day" if right else None
        if not right and (found := re.match(r"\d{4}-(00|1[3-9]|[2-9]\d)\b", text)):
            help_name, right = "no_month", found[1]
        draft.error("S114", node, typed=text, help=help_name, right=right)
    return text


def _yes_no(draft: Draft, node: Node) -> bool:
    text = typed(draft, node, "`true` or `false`")
    if text and text.lower() not in _YES_NO:
        draft.error("S124", node, typed=text)
    return _YES_NO.get(text.lower(), False)


def _url(draft: Draft, node: Node) -> str:
    text = typed(draft, node, "an address")
    if text and not re.fullmatch(r"https?://[^\s/?#]+[^\s]*", text):
        draft.error("S123", node, typed=text)
    return text


def _node(draft: Draft, node: Node) -> Node:
    return node


def record_of(record: Record, build: Callable[[Draft, Node], Any] | None = None) -> Shape:
    """Return the shape of a record; `build` makes something of the model of it."""
    return Shape(record.what, {"$ref": f"#/$defs/{record.what}"}, build or record.read)


def map_of(read: Callable[[Draft, str, Scalar, Node], Any], words: str) -> Shape:
    """Return the shape of keys that the author names; `read` gets each key's text, its node and the value."""

    def read_all(draft: Draft, node: Node) -> dict[str, Any]:
        if type(node) is not Keyed:
            if not isinstance(node, Refused):
                draft.lose(draft.file.text[start_of(node) : getattr(node, "end", start_of(node))])
                draft.error("S129", node, words=words, found=described(node))
            return {}
        found: dict[str, Any] = {}
        seen: dict[str, Scalar] = {}
        for key, value in node.pairs():
            if isinstance(key, Refused):
                continue
            if not isinstance(key, Scalar):
                draft.error("Y120", key)
            elif key.value in seen:
                draft.error(
                    "Y114", key, key=key.value, defined=draft.part(draft.file, seen[key.value], 0, -1)
                )
            else:
                seen[key.value] = key
                found[key.value] = read(draft, key.value, key, value)
        return found

    return Shape(words, {"type": "object"}, read_all)


NEW_ID = Shape("an id", {"type": "string", "pattern": "^[a-z][a-z0-9_]*$"}, new_id)
DATE = Shape("a date", {"type": "string"}, _date)
YES_NO = Shape("`true` or `false`", {"type": "boolean"}, _yes_no)
URL = Shape("an address", {"type": "string", "format": "uri"}, _url)
NODE = Shape("a text, or a list of passages", {}, _node)
"""For values that are read once the rest of their record is known."""

Kinds = Mapping[str, Read]
