"""Conditions and effects cut into words, with the slips of other languages mended and reported on the way."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from game.authoring.guesses import LOOK_ALIKES
from game.authoring.prose_parser import Slip

MOST_TOKENS = 200
"""Words and signs in one expression; far more than anyone writes, and a bound for every recursion over it."""
MOST_SIGNS = 4_000
"""A longer expression is not looked at: what guesses at slips would take a minute over a page of spaces."""


class Token(NamedTuple):
    """A word or sign: `kind` is number, name, sign or end."""

    kind: str
    text: str
    start: int
    end: int


_TOKEN = re.compile(
    r"""\s*(?:
    (?P<number>\d+(?:[.,]\d+)?(?![\w]))
    |(?P<phrase>(?:is\s+)?(?:(?P<compared>more|greater|less|fewer)\s+than|at\s+(?P<bound>least|most))\b)
    |(?P<name>[^\W\d]\w*(?:-[^\W\d]\w*)*)
    |(?P<quoted>"[^"]*"|'[^']*'|“[^”]*”|‘[^’]*’|`[^`]*`)
    |(?P<sign>&&|\|\||\+=|-=|===?|!==?|<>|<=|>=|=>|=<|[-+*<>=!().,&|/%≥≤≠−–×;:])
    |(?P<odd>\S))""",
    re.VERBOSE,
)

FOREIGN: Mapping[str, str] = {
    "&&": "and",
    "&": "and",
    "||": "or",
    "|": "or",
    "!": "not",
    "===": "==",
    "!==": "!=",
    "<>": "!=",
    "=>": ">=",
    "=<": "<=",
    "≥": ">=",
    "≤": "<=",
    "≠": "!=",
    "−": "-",
    "–": "-",
    "×": "*",
    "AND": "and",
    "And": "and",
    "OR": "or",
    "Or": "or",
    "NOT": "not",
    "Not": "not",
    "True": "true",
    "TRUE": "true",
    "False": "false",
    "FALSE": "false",
    "yes": "true",
    "Yes": "true",
    "no": "false",
    "No": "false",
    "is": "==",
    "equals": "==",
}
"""What people write who know another language, and what is written here."""

_COMPARED = {"more": ">", "greater": ">", "less": "<", "fewer": "<", "least": ">=", "most": "<="}

WORD_SIGNS = frozenset({"and", "or", "not"})


def tokens(text: str, known: Mapping[str, object]) -> tuple[list[Token], list[Slip]]:
    """Return the tokens of an expression, an end token last, and the slips met; known names stay."""
    found: list[Token] = []
    slips: list[Slip] = []
    at = 0
    if len(text) > MOST_SIGNS:
        return [Token("end", "", 0, 1)], [Slip("V119", 0, len(text), {"most": MOST_TOKENS})]
    while match := _TOKEN.match(text, at):
        kind = match.lastgroup or "odd"
        word, start, at = match.group(kind), match.start(kind), match.end()
        token = Token(kind, word, start, at)
        if kind == "phrase":
            right = _COMPARED[match["compared"] or match["bound"]]
            slips.append(Slip("V105", start, at, {"typed": word, "right": right}))
            token = Token("sign", right, start, at)
        elif kind in ("quoted", "odd"):
            token = _odd(token, slips)
        elif kind == "name":
            token, at = _name(token, known, slips)
        elif word in FOREIGN:
            token = _foreign(token, slips)
        if kind == "number" and not word.isdecimal():
            slips.append(Slip("V114", start, at, {"typed": word}))
            token = Token("number", "0", start, at)
        if token.kind != "skip":
            found.append(token)
        if len(found) > MOST_TOKENS:
            slips.append(Slip("V119", 0, len(text), {"most": MOST_TOKENS}))
            break
    found = _without_is_not(found, slips)
    found.append(Token("end", "", len(text.rstrip()), len(text.rstrip()) + 1))
    return found, slips


def _without_is_not(found: list[Token], slips: list[Slip]) -> list[Token]:
    """Join `is not`, which is reported as `is`, to the sign that it means."""
    joined: list[Token] = []
    for token in found:
        written = [
            s for s in slips if joined and s.start == joined[-1].start and s.values.get("typed") == "is"
        ]
        if token.text == "not" and written:
            joined[-1] = joined[-1]._replace(text="!=", end=token.end)
            slips[slips.index(written[0])] = Slip(
                "V105", joined[-1].start, token.end, {"typed": "is not", "right": "!="}
            )
        else:
            joined.append(token)
    return joined


def _odd(token: Token, slips: list[Slip]) -> Token:
    if token.kind == "quoted" and len(token.text) > 2:
        inner = token.text[1:-1].strip()
        slips.append(Slip("V116", token.start, token.end, {"typed": token.text, "inner": inner}))
        return Token("name", inner, token.start, token.end)
    slips.append(Slip("V117", token.start, token.end, {"typed": token.text}))
    return token._replace(kind="skip")


def _name(token: Token, known: Mapping[str, object], slips: list[Slip]) -> tuple[Token, int]:
    word, start, end = token.text, token.start, token.end
    if "-" in word:
        # `warned-feldman` is a name with a hyphen to whoever wrote it, unless both halves are names.
        joined = word.replace("-", "_")
        if joined in known:
            slips.append(Slip("V118", start, end, {"typed": word, "right": joined}))
            return Token("name", joined, start, end), end
        word = word.partition("-")[0]
        end = start + len(word)
        token = Token("name", word, start, end)
    if word in known or word in ("true", "false"):
        return token, end
    if word in FOREIGN:
        return _foreign(token, slips), end
    if word in WORD_SIGNS:
        return Token("sign", word, start, end), end
    if not word.isascii():
        latin = word.translate(LOOK_ALIKES)
        slips.append(Slip("V117", start, end, {"typed": word}))
        return Token("name", latin, start, end), end
    return token, end


def _foreign(token: Token, slips: list[Slip]) -> Token:
    right = FOREIGN[token.text]
    code = "V106" if right in ("true", "false") else "V105"
    if not any(slip.values.get("typed") == token.text for slip in slips):
        slips.append(Slip(code, token.start, token.end, {"typed": token.text, "right": right}))
    kind = "name" if right in ("true", "false") else "sign"
    return Token(kind, right, token.start, token.end)
