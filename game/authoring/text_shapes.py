"""The shapes of texts: a line, prose, a condition, an effect; with what YAML would swallow in silence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from game.authoring.draft import Draft, Reference
from game.authoring.expression_parts import Symbols
from game.authoring.expressions import ParsedCondition, parse_condition, parse_effect
from game.authoring.fields import Shape, described
from game.authoring.guesses import listed
from game.authoring.prose_parser import Slip, parse_prose, plain_prose
from game.authoring.shapes import list_of, typed, word_line
from game.authoring.spans import Span
from game.authoring.yaml_tree import Keyed, Listed, Node, Refused, Scalar, start_of
from game.story.conditions import Condition
from game.story.effects import Effect
from game.story.prose import Prose, Words

_SERIES = re.compile(r"!!+|!(?:[^.?!…]{1,80}!){2}")
LONG_CHOICE = 90
"""Characters of a choice that still fit into a line."""


def text_of(draft: Draft, node: Node) -> str:
    """Return the text of a node; report what YAML makes of an unquoted one that was meant as text."""
    if type(node) is Scalar:
        if not node.style:
            end = node.end_mark.index
            if draft.file.text.startswith(" #", end):
                line_end = draft.file.text.find("\n", end)
                lost = draft.file.text[end + 1 : line_end if line_end >= 0 else None]
                draft.report.add("Y112", Span(draft.file, end + 1, end + 1 + len(lost)))
        return node.value
    draft.report.wrong += 1
    if not isinstance(node, Refused):
        _not_text(draft, node)
    return ""


def _not_text(draft: Draft, node: Node) -> None:
    start = start_of(node)
    sign = draft.file.text[start]
    draft.lose(draft.file.text[start : getattr(node, "end", start)])
    if sign in "[{":
        draft.error("Y109", node, sign=sign)
    elif isinstance(node, Keyed):
        draft.error("Y113", node)
    else:
        draft.error("S105", node, found=described(node), words="a text")


def prose(draft: Draft, node: Node) -> Prose:
    """Read a text with markup."""
    if type(node) is Scalar and (node.style or not draft.file.text.startswith(" #", node.end_mark.index)):
        text = node.value
    else:
        text = text_of(draft, node)
    if "!" in text and (series := _SERIES.search(text)):
        draft.error_in("P108", node, series.start(), series.end())
    if "\n" in text and _is_unquoted(node):
        draft.error("P119", node)  # each blank line was read as a single line end: one paragraph is left
    found = plain_prose(text)
    return found if found is not None else _marked_up(draft, node, text, document=False)


def choice_text(draft: Draft, node: Node) -> Prose:
    """Read the text of a choice, which should fit into a line."""
    if type(node) is Scalar and len(node.value) > LONG_CHOICE:
        count = len(" ".join(node.value.split()))
        if count > LONG_CHOICE:
            draft.error("P104", node, count=count, most=LONG_CHOICE)
    return prose(draft, node)


def words_in(node: Node) -> int:
    """Return about how many words a text has; 0 for anything else."""
    return len(node.value.split()) if type(node) is Scalar else 0


def document_prose(draft: Draft, node: Node) -> Prose:
    """Read the text of a document: line breaks stay."""
    text = text_of(draft, node)
    if word_line(draft, node):
        draft.error("P119", node)
    return _marked_up(draft, node, text, document=True)


def _is_unquoted(node: Node) -> bool:
    return type(node) is Scalar and not node.style


def _marked_up(draft: Draft, node: Node, text: str, *, document: bool) -> Prose:
    parsed = parse_prose(text, document=document, terms=draft.terms)
    report_slips(draft, node, parsed.slips)
    for kind, name, start, end in parsed.mentions:
        draft.references.append(Reference(kind, name, draft.file, node, start, end, draft.chapter))
    return parsed.prose


def line(draft: Draft, node: Node) -> str:
    """Read a plain line: a title, a name, a label. No markup, but quotes become typographic."""
    text = text_of(draft, node)
    if "'" not in text and plain_prose(text):
        return text.strip() if "\n" not in text else " ".join(text.split())
    parsed = parse_prose(text)
    report_slips(draft, node, parsed.slips)
    runs = parsed.prose[0] if parsed.prose else ()
    if len(parsed.prose) > 1 or any(not isinstance(run, Words) or run.style != "plain" for run in runs):
        draft.error("T107", node)
        return ""
    return "".join(run.text for run in runs if isinstance(run, Words))


def report_slips(draft: Draft, node: Node, slips: Sequence[Slip]) -> None:
    """Report slips that a parser found inside a value."""
    for slip in slips:
        if slip.code == "V132" and draft.file.path.startswith("promises"):
            continue  # what is promised never to hold may well be impossible
        values = dict(slip.values)
        help_name: Any = values.pop("help", None)
        if help_name:
            pass
        elif slip.code == "V101":
            guess, defined = _variable_guess(draft, str(values["name"]))
            if guess:
                help_name, values = "did_you_mean", values | {"guess": guess, "defined": defined}
        elif slip.code == "V108":
            options = values["values"]
            assert isinstance(options, tuple)
            found = values.get("right")
            guess = str(found) if found else draft.guesses.nearest(str(values["name"]), options)
            help_name = "did_you_mean" if guess else None
            values |= {"values": listed(options), "guess": guess}
        draft.error_in(slip.code, node, slip.start, slip.end, help=help_name, **values)


def _variable_guess(draft: Draft, name: str) -> tuple[str | None, object]:
    guess = draft.guesses.nearest(name, draft.variables)
    known = draft.known.get("variable", {}) | draft.known.get("person", {})
    return guess, known.get(guess) if guess else None


def symbols_of(draft: Draft) -> Symbols:
    """Return the names that an expression may use now."""
    return Symbols(draft.variables, draft.chapters, draft.may_stand_in_lost, draft.broken_variables)


def condition(draft: Draft, node: Node) -> Condition | None:
    """Read a condition."""
    text = node.value if type(node) is Scalar else typed(draft, node, "a condition")
    known: Condition | None = draft.plain_conditions.get(text)
    if known is not None:
        return known
    if _parted_by_comma(draft, node, text):
        return None
    found: ParsedCondition | None = draft.conditions.get(text)
    if found is None:
        if not text.strip():
            return None
        found = draft.conditions[text] = parse_condition(text, symbols_of(draft))
    if found.slips:
        report_slips(draft, node, found.slips)
    elif not found.mentions:
        draft.plain_conditions[text] = found.tree
    for kind, name, start, end in found.mentions:
        draft.references.append(Reference(kind, name, draft.file, node, start, end, draft.chapter))
    return found.tree


_UNCLOSED = re.compile(r"\b(?:seen|chose)\s*\(\s*(\w+)\s*$")


def _parted_by_comma(draft: Draft, node: Node, text: str) -> bool:
    """Report a comma inside `chose(...)` that parts the condition in two, because it stands in braces."""
    if not isinstance(node, Scalar) or node.style or ")" in text or not (found := _UNCLOSED.search(text)):
        return False
    end = node.end_mark.index
    second = re.match(r",\s*(\w+)", draft.file.text[end : end + 100])
    if second:
        draft.report.add("V112", Span(draft.file, end, end + 1), first=found[1], second=second[1])
    return second is not None


def effect(draft: Draft, node: Node) -> Effect | None:
    """Read one effect."""
    if type(node) is Scalar:
        found: Effect | None = draft.effects.get(node.value)
        if found is not None:
            return found
    return _new_effect(draft, node, given=False)


def given(draft: Draft, node: Node) -> Effect | None:
    """Read one assignment of a chapter's `given`."""
    return _new_effect(draft, node, given=True)


def _new_effect(draft: Draft, node: Node, *, given: bool) -> Effect | None:
    if isinstance(node, Keyed | Listed):
        pair = next(node.pairs(), None) if isinstance(node, Keyed) else None
        if pair and all(isinstance(part, Scalar) for part in pair):
            draft.error("V128", node, right=_with_sign(pair[0], pair[1]))  # type: ignore[arg-type]
            return None
    text = typed(draft, node, "an effect")
    if not text.strip():
        return None
    found = parse_effect(text, symbols_of(draft), given=given)
    if not given:
        draft.effects[text] = found.effect
    elif found.effect:
        draft.given.add(found.effect.variable.id)
    report_slips(draft, node, found.slips)
    return found.effect


def _with_sign(key: Scalar, value: Scalar) -> str:
    """Return an effect for what was written with a colon, and perhaps with its sign behind that."""
    has_sign = value.value.startswith(("+=", "-=", "="))
    return f"{key.value} {value.value}" if has_sign else f"{key.value} = {value.value}"


PROSE = Shape("a text", {"type": "string"}, prose)
LINE = Shape("a line of text", {"type": "string"}, line)
CHOICE_TEXT = Shape("a text", {"type": "string"}, choice_text)
CONDITION = Shape("a condition", {"type": ["string", "boolean"]}, condition)
_EFFECT_LIST = list_of(Shape("an effect", {"type": "string"}, effect), "a list of effects")


def effects(draft: Draft, node: Node) -> tuple[Effect, ...]:
    """Read a list of effects; most have been met before, word for word."""
    if type(node) is Listed:
        known = draft.effects
        met: list[Any] = [known.get(item.value) if type(item) is Scalar else None for item in node.items]
        if all(met):
            return tuple(met)
    if isinstance(node, Keyed):
        pairs = list(node.pairs())
        if all(isinstance(key, Scalar) and isinstance(value, Scalar) for key, value in pairs):
            right = ", ".join(_with_sign(key, value) for key, value in pairs)  # type: ignore[arg-type]
            draft.error("V128", node, right=f"[{right}]")
            return ()
    found: tuple[Effect, ...] = _EFFECT_LIST.read(draft, node)
    return found


EFFECTS = Shape("a list of effects", _EFFECT_LIST.schema, effects)
GIVEN = list_of(Shape("an assignment", {"type": "string"}, given), "a list of assignments")
