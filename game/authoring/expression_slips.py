"""What an author meant by an expression that cannot be read: asked only where reading it failed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from game.authoring.expression_parts import Symbols
from game.authoring.guesses import folded
from game.authoring.prose_parser import Slip

_ASSIGNMENT = r"[a-z_]\w*\s*(?:\+=|-=|=(?!=))"
_NEXT_EFFECT = re.compile(rf"\s*(?:;|\band\b)\s*(?={_ASSIGNMENT})|\s+(?={_ASSIGNMENT})")
_SET = re.compile(r"(?P<name>[^=+-]+?)\s*(?P<sign>\+=|-=|=(?!=))\s*(?P<value>.+)")
_STEP = re.compile(r"(?P<name>\w+)\s*(?:(?P<double>\+\+|--)|(?P<sign>[+-])\s*(?P<by>\d+))")
_CALL = re.compile(r"(?P<call>seen|chose)\s*(?:\(\s*(?P<inside>[\w.]+)\s*\)|\s(?P<bare>\w+(?:\.\w+)?))")
_ALWAYS = frozenset({"always", "ever", "default", "else", "otherwise"})


def effect_slip(text: str, symbols: Symbols) -> Slip | None:
    """Return the slip that explains all of an effect that could not be read; None where none is known."""
    whole = text.strip()
    start = len(text) - len(text.lstrip())
    variables = symbols.variables
    if (found := re.search(r"\bif\b", whole)) and re.match(_ASSIGNMENT, whole):
        return Slip("V136", start + found.start(), start + found.end(), {})
    parts = [part.strip() for part in _NEXT_EFFECT.split(whole)]
    if len(parts) > 1 and all(re.match(_ASSIGNMENT, part) for part in parts):
        at = start + len(whole) - len(_NEXT_EFFECT.split(whole, 1)[1])
        return Slip("V135", at, start + len(whole), {"right": ", ".join(parts)})
    if found := _STEP.fullmatch(whole):
        sign = found["double"][0] if found["double"] else found["sign"]
        if found["name"] in variables:
            right = f"{found['name']} {sign}= {found['by'] or 1}"
            return Slip("V113", start, start + len(whole), {"typed": whole, "help": "write", "right": right})
    variable = variables.get(whole)
    if variable is not None and variable.kind == "flag":
        values = {"typed": whole, "help": "write", "right": f"{whole} = true"}
        return Slip("V113", start, start + len(whole), values)
    if not (found := _SET.fullmatch(whole)):
        return None
    joined = "_".join(found["name"].split())
    if " " in found["name"] and joined in variables:
        end = start + len(found["name"])
        return Slip("V137", start, end, {"typed": found["name"], "right": joined})
    variable = variables.get(found["name"])
    labels = [folded(label) for label in variable.labels] if variable else []
    if variable and folded(found["value"]) in labels:
        value = variable.values[labels.index(folded(found["value"]))]
        at = start + found.start("value")
        return Slip(
            "V108",
            at,
            start + len(whole),
            {"name": found["value"], "owner": found["name"], "values": variable.values, "right": value},
        )
    return None


def condition_slip(text: str, symbols: Symbols) -> Slip | None:
    """Return the slip that explains all of a condition that could not be read; None where none is known."""
    whole = text.strip()
    start = len(text) - len(text.lstrip())
    if whole.lower() in _ALWAYS and whole not in symbols.variables:
        return Slip("V101", start, start + len(whole), {"name": whole, "help": "always"})
    if found := _CALL.fullmatch(whole):
        name = found["inside"] or found["bare"]
        call = "chose" if "." in name else "seen"
        if found["bare"] or call != found["call"] == "seen":
            right = f"{call}({name})"
            values = {"typed": found["call"], "help": "write", "right": right}
            return Slip("V122", start, start + len(whole), values)
    for first, second in _neighbours(text):
        joined = f"{first[0]}_{second[0]}"
        if joined in symbols.variables:
            end = second.end()
            return Slip("V137", first.start(), end, {"typed": text[first.start() : end], "right": joined})
    if "," in whole and "(" not in whole and not re.search(r"\d,\d", whole):
        at = text.index(",")
        return Slip("V105", at, at + 1, {"typed": ",", "right": "and"})
    return None


def _neighbours(text: str) -> Iterator[tuple[re.Match[str], re.Match[str]]]:
    """Yield the pairs of words with nothing but spaces between them."""
    for first, second in pairwise(re.finditer(r"\w+", text)):
        if not text[first.end() : second.start()].strip():
            yield first, second
