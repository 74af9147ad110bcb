"""The markup of texts -> paragraphs of runs, with the places of slips."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from game.story.prose import LineBreak, Paragraph, Prose, Run, Slot, Style, TermWords, Words


class Slip(NamedTuple):
    """A mistake in a text: its code, the characters it covers, and what its message needs."""

    code: str
    start: int
    end: int
    values: Mapping[str, object] = {}


class Mention(NamedTuple):
    """A name that a text uses: `kind` is "term" or "slot" here."""

    kind: str
    name: str
    start: int
    end: int


class ParsedProse(NamedTuple):
    """Parsed text, with what is wrong in it and the names it uses; places are offsets into the text."""

    prose: Prose
    slips: tuple[Slip, ...]
    mentions: tuple[Mention, ...]


def plain_prose(text: str) -> Prose | None:
    """Return the prose of a text that has no markup, no quotes and one paragraph; None for any other."""
    # Most texts end here. Six searches for a single character are far quicker than one regular expression.
    if "*" in text or "[" in text or "{" in text or "}" in text or '"' in text or "'" in text or "\t" in text:
        return None
    text = text.strip()
    if "\n" in text:
        lines = text.split("\n")
        if "" in lines or "\n " in text:
            return None
        text = " ".join(lines)
    if "  " in text:
        text = _SPACES.sub(" ", text)
    return ((Words(text),),) if text else ()


def parse_prose(text: str, *, document: bool = False, terms: Mapping[str, str] | None = None) -> ParsedProse:
    """Parse a text. In a document line breaks and quotes stay. `terms` are the glossary's words by id."""
    return _Parser(text, document, terms or {}).parsed()


MOST_SLIPS = 100
"""Slips that are told of one text: a damaged file can hold millions of stars."""

_SPACES = re.compile(r"[ \t]{2,}|\t")
_BLANK = re.compile(r"\n(?:[ \t]*\n)+[ \t]*")
_MARK = re.compile(r"\*+|\[\[\[\[|\[\[|\{\{|\}\}|\{|\}")
_MARK_OR_LINE = re.compile(_MARK.pattern + r"|\n")
_ID = re.compile(r"[a-z][a-z0-9_]*")
_APOSTROPHE_WORDS = re.compile(r"(?:[Tt]is|[Tt]was|[Tt]were|[Tt]will|[Ee]m|[Cc]ause|[Tt]il|[Nn]|\d\ds?)\b")
_OPENS = " \t\n([{*|—–-/“‘\u00a0"


class _Parser:
    def __init__(self, text: str, document: bool, terms: Mapping[str, str]) -> None:
        self.text = text
        self.document = document
        self.terms = terms
        self.marks = _MARK_OR_LINE if document else _MARK
        self.shown = text if document else typographic(text).replace("\n", " ")
        self.slips: list[Slip] = []
        self.mentions: list[Mention] = []
        self.runs: list[Run] = []
        self.words: list[str] = []
        self.open: dict[int, int] = {}  # 1 (emphasis) or 2 (strong) -> where it was opened

    def parsed(self) -> ParsedProse:
        paragraphs: list[Paragraph] = []
        at = len(self.text) - len(self.text.lstrip("\n")) if self.document else 0
        end = len(self.text.rstrip())
        # Most texts have one paragraph; looking for a plain text is far quicker than for a pattern.
        may_part = "\n\n" in self.text or "\n " in self.text or "\n\t" in self.text
        while at < end:
            blank = _BLANK.search(self.text, at, end) if may_part else None
            stop = blank.start() if blank else end
            if paragraph := self._paragraph(at, stop):
                paragraphs.append(paragraph)
            at = blank.end() if blank else end
        return ParsedProse(tuple(paragraphs), tuple(self.slips), tuple(self.mentions))

    def _paragraph(self, start: int, end: int) -> Paragraph:
        self.runs, self.words, self.open = [], [], {}
        at = start
        while (found := self.marks.search(self.text, at, end)) and len(self.slips) < MOST_SLIPS:
            self.words.append(self.shown[at : found.start()])
            at = self._mark(found, start, end)
        self.words.append(self.shown[at:end])
        self._flush()
        for count, opened in self.open.items():
            # `**cold*`: the mark that was to close it is the same slip.
            odd = next((slip for slip in self.slips if slip.code == "T102" and slip.start > opened), None)
            if odd:
                self.slips.remove(odd)
            self.slips.append(Slip("T101", opened, opened + count, {"mark": "*" * count}))
        return _trimmed(self.runs)

    def _mark(self, found: re.Match[str], start: int, end: int) -> int:
        mark, at = found.group(), found.start()
        if mark[0] == "*":
            self._stars(at, len(mark), start, end)
        elif mark == "\n":
            self._flush()
            self.runs.append(LineBreak())
        elif mark == "[[":
            return self._term(at, end)
        elif mark == "{":
            return self._slot(at, end)
        elif mark == "}":
            self.slips.append(Slip("T104", at, at + 1, {"typed": "}"}))
        else:  # doubled: stands for itself, once
            self.words.append(mark[: len(mark) // 2])
        return found.end()

    def _stars(self, at: int, count: int, start: int, end: int) -> None:
        before = " " if at == start else self.text[at - 1]
        after = " " if at + count == end else self.text[at + count]
        space_before, space_after = before.isspace(), after.isspace()
        opens = not space_after and (_is_wordlike(after) or not _is_wordlike(before))
        closes = not space_before and (_is_wordlike(before) or not _is_wordlike(after))
        wanted = (1, 2) if count == 3 else (count,)
        if (space_before and space_after) or count > 3:
            self.words.append("*" * count)
        elif closes and all(mark in self.open for mark in wanted):
            self._flush()
            for mark in wanted:
                del self.open[mark]
        elif opens and not any(mark in self.open for mark in wanted):
            self._flush()
            self.open.update(dict.fromkeys(wanted, at))
        else:
            self.slips.append(Slip("T102", at, at + count, {"mark": "*" * count}))

    def _term(self, at: int, end: int) -> int:
        close = self.text.find("]]", at, end)
        if close < 0:
            self.slips.append(Slip("T103", at, at + 2))
            return at + 2
        typed, bar, text = self.text[at + 2 : close].partition("|")
        name = "_".join(typed.lower().split())
        name = typed.strip() if typed.strip() in self.terms else name
        if not typed.strip() or (bar and not text.strip()):
            self.slips.append(Slip("T108", at, close + 2))
            return close + 2
        self._flush()
        shown = self.shown[at + 3 + len(typed) : close] if bar else typed
        if not bar and "_" in typed:
            shown = self.terms.get(name, typed.replace("_", " "))
        self.mentions.append(Mention("term", name, at + 2, at + 2 + len(typed)))
        self.runs.append(TermWords(name, " ".join(shown.split()), self._style()))
        return close + 2

    def _slot(self, at: int, end: int) -> int:
        close = self.text.find("}", at, end)
        name = self.text[at + 1 : close] if close > 0 else ""
        if not _ID.fullmatch(name):
            stop = close + 1 if close > 0 and "\n" not in name and len(name) < 40 else at + 1
            plain = "_".join(name.lower().split())
            values = {"typed": self.text[at:stop]}
            if _ID.fullmatch(plain):
                values |= {"help": "braces", "guess": f"{{{plain}}}"}
            self.slips.append(Slip("T104", at, stop, values))
            return stop
        self._flush()
        self.mentions.append(Mention("slot", name, at + 1, close))
        self.runs.append(Slot(name, self._style()))
        return close + 1

    def _style(self) -> Style:
        if 1 in self.open:
            return "both" if 2 in self.open else "emphasis"
        return "strong" if 2 in self.open else "plain"

    def _flush(self) -> None:
        text = "".join(self.words)
        if not self.document and ("  " in text or "\t" in text):
            text = _SPACES.sub(" ", text)
        if text:
            self.runs.append(Words(text, self._style()))
        self.words = []


def _is_wordlike(sign: str) -> bool:
    """Whether an emphasis may open before and close behind this sign, whatever stands on the other side."""
    return sign.isalnum() or sign in "[]{}$€£§&"


def _trimmed(runs: list[Run]) -> Paragraph:
    """The runs without spaces at the paragraph's two ends."""
    if runs and isinstance(runs[0], Words):
        runs[0] = Words(runs[0].text.lstrip(), runs[0].style)
    if runs and isinstance(runs[-1], Words):
        runs[-1] = Words(runs[-1].text.rstrip(), runs[-1].style)
    return tuple(run for run in runs if not (isinstance(run, Words) and not run.text))


def typographic(text: str) -> str:
    """Return the text with curly quotes and apostrophes for straight ones, each in its place."""
    if '"' not in text and "'" not in text:
        return text
    signs = list(text)
    known = dict[int, bool]()
    for at, sign in enumerate(signs):
        if sign in "\"'":
            opens = known[at] = _opens(text, at, known)
            if sign == '"':
                signs[at] = "“" if opens else "”"
            else:
                signs[at] = "‘" if opens and not _APOSTROPHE_WORDS.match(text, at + 1) else "’"
    return "".join(signs)


def _opens(text: str, at: int, known: Mapping[int, bool]) -> bool:
    """Tell whether a quote opens; `known` says it of those before it."""
    before = at - 1
    while before >= 0 and text[before] == "*":
        before -= 1
    after = text[at + 1 : at + 2]
    if before < 0:
        return True
    sign = text[before]
    if sign in "\"'":  # one quote inside another: both open, or both close
        return bool(after) and not after.isspace() and known[before]
    if sign in "—–-":
        return bool(after) and (after.isalnum() or after in "*['‘")
    return sign in _OPENS and not (after.isspace() and sign not in "([{")
