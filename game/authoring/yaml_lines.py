"""Reads a file that YAML refused line by line, and finds the first slip of the kinds that people make."""

from __future__ import annotations

import re

from game.authoring.spans import TextFile
from game.authoring.yaml_around import first_of_record, goes_on, titled_record
from game.authoring.yaml_brackets import MOST, closing_bracket, closing_quote
from game.authoring.yaml_typed import Slip, typed_slip

_KEY = re.compile(r"(?P<key>\w[\w.-]*|\"[^\"]*\"|'[^']*')[ ]*:(?=[ \n]|$)(?P<space>[ ]*)")
_NO_SPACE = re.compile(r"(?P<key>[A-Za-z_]\w*):(?P<rest>[^\s/:].*)")
_DASH = re.compile(r"-(?=[ \n]|$)[ ]*")
_HEADER = re.compile(r"[|>](?:[+-]?[1-9]?|[1-9][+-])[ \t]*(?:[ \t]#.*)?$")
_BARE_KEY = re.compile(r"(to|if|id|effects|facts|place|next)(?: =)? \S+ *$")
"""A key without its colon, or with `=` for it: no sentence has two words and begins with one of these."""
_RESERVED = "%@`"


class LineReader:
    """Follows the indentation of a file as far as its lines are well formed.

    `levels` are the columns of the records and lists that are open. A text below `|` and whatever stands in
    quotes or brackets over several lines is stepped over.
    """

    def __init__(self, file: TextFile, start: int) -> None:
        self.file = file
        self.text = file.text
        self.at = self.text.rfind("\n", 0, start) + 1
        self.begin = self.at
        self.left = MOST
        self.levels: list[tuple[int, bool]] = []  # column, and whether it is a list
        self.block: tuple[int, int] | None = None  # after a block: its indentation, and its key's
        self.plain_from: int | None = None  # column of the key whose unquoted text may go on
        self.filled = False  # whether the last key has a value on its own line
        self.plain_comment: Slip | None = None  # a ` #` in an unquoted text, bad only if the text goes on

    def first_slip(self, limit: int) -> Slip | None:
        """Return the first slip in the lines down to that of the offset `limit`; None if all look right."""
        limit_line = self.file.position(limit)[0]
        while self.at < len(self.text) and self.file.position(self.at)[0] <= limit_line:
            end = self._line_end(self.at)
            if slip := self._line(self.at, end):
                return slip
            self.at = max(end, self.at) + 1
        return None

    def _searched(self, at: int) -> int:
        """Return how far the closing sign of what opens at `at` may be looked for; less with each search."""
        self.left -= 1_000
        return max(1_000, min(self.left, len(self.text) - at))

    def _line_end(self, offset: int) -> int:
        end = self.text.find("\n", offset)
        return len(self.text) if end < 0 else end

    def _line(self, start: int, end: int) -> Slip | None:
        line = self.text[start:end]
        stripped = line.lstrip(" ")
        column = len(line) - len(stripped)
        if not stripped.strip() or stripped.startswith("#"):
            return None
        if stripped[0] == "\t":
            tabs = len(stripped) - len(stripped.lstrip("\t "))
            return Slip("Y101", start + column, start + column + tabs, {})
        if slip := typed_slip(line, start):
            return slip
        if column == 0 and re.match(r"(---|\.\.\.)(?=\s|$)", line):
            self.levels, self.block, self.plain_from = [], None, None
            return None
        return self._structure(start + column, end, column)

    def _structure(self, at: int, end: int, column: int) -> Slip | None:
        """Read the dashes and the key at the beginning of a line, then its value."""
        rest = self.text[at:end]
        is_entry = bool(_DASH.match(rest))
        key = None if is_entry else _KEY.match(rest)
        if self.plain_from is not None and column > self.plain_from and not is_entry and not key:
            if colon := re.search(r":(?=\s|$)", rest):
                return Slip("Y113", at + colon.start(), at + colon.end(), {})
            return self.plain_comment  # an unquoted text goes on
        if slip := self._unfit(at, end, column, is_entry, bool(key)):
            return slip
        self.plain_from, self.plain_comment, was_block, self.block = None, None, self.block, None
        while dash := _DASH.match(rest):
            self._enter(column, is_list=True)
            at, column, rest = at + dash.end(), column + dash.end(), rest[dash.end() :]
            if not rest.strip():
                return None
        key = _KEY.match(rest)
        if key is None:
            return self._no_key(at, end, column, is_entry, was_block)
        self._enter(column, is_list=False)
        self.filled = bool(self.text[at + key.end() : end].partition("#")[0].strip())
        return self._value(at + key.end(), end, column, in_record=True)

    def _unfit(self, at: int, end: int, column: int, is_entry: bool, is_key: bool) -> Slip | None:
        """Whether the line stands in no column that is open."""
        if self.block and not is_entry and not is_key:
            indent, _ = self.block
            if column < indent:
                if (column, False) in self.levels and (bare := _BARE_KEY.match(self.text, at, end)):
                    return Slip("Y121", at, at + len(bare[1]), {"word": bare[1]})
                return Slip("Y122", at, end, {"column": indent + 1})
        columns = [level for level, _ in self.levels]
        if not columns or column in columns:
            if is_entry and columns and not is_key:
                return self._dash_among_keys(at, end, column)
            deeper = [level for level in columns if level > column]
            if is_key and deeper and (column, False) not in self.levels:
                if column == 0 and (dash := re.compile("^- ", re.MULTILINE).search(self.text, self.begin)):
                    return Slip("Y115", dash.start(), self._line_end(dash.start()), {"help": "no_dash"})
                # In the column of the dashes: it belongs to the keys behind the last dash.
                return Slip("Y102", at, end, {"column": min(deeper) + 1})
            return None
        if column > columns[-1]:
            # Deeper is right under a key without a value only; under a text of one line it is a slip.
            if self.plain_from is not None and (is_key or is_entry):
                above = first_of_record(self.text, at)
                if is_key and above is not None:
                    values = {"column": column + 1, "help": "like_below"}
                    return Slip("Y102", above, self._line_end(above), values)
                if is_key and (titled := titled_record(self.text, at)):
                    return titled
                return Slip("Y102", at, end, {"column": columns[-1] + 1})
            return None
        if self.block and column > self.block[1]:
            return Slip("Y122", at, end, {"column": self.block[0] + 1})
        kind = [level for level, is_list in self.levels if is_list == is_entry] or columns
        fitting = min(kind, key=lambda level: (abs(level - column), -level))
        return Slip("Y102", at, end, {"column": fitting + 1})

    def _dash_among_keys(self, at: int, end: int, column: int) -> Slip | None:
        kinds = [is_list for level, is_list in self.levels if level == column]
        deeper = [level for level, _ in self.levels if level > column]
        if True in kinds or not (deeper or self.filled or self.block):
            return None
        lists = [level for level, is_list in self.levels if is_list and level < column]
        if lists:
            return Slip("Y102", at, end, {"column": lists[-1] + 1})
        return Slip("Y115", at, end, {})

    def _enter(self, column: int, *, is_list: bool) -> None:
        while self.levels and self.levels[-1][0] > column:
            self.levels.pop()
        if (column, is_list) not in self.levels:
            self.levels.append((column, is_list))
        elif not is_list:
            self.levels = [(level, kind) for level, kind in self.levels if level < column or not kind]

    def _no_key(
        self, at: int, end: int, column: int, is_entry: bool, was_block: tuple[int, int] | None
    ) -> Slip | None:
        rest = self.text[at:end]
        if glued := _NO_SPACE.match(rest):
            inside = any(not is_list and level == column for level, is_list in self.levels)
            if inside or not self.levels or (is_entry and self._next_is_key(end, column)):
                key_end = at + len(glued["key"]) + 1
                return Slip("Y103", at, key_end, {"key": glued["key"], "rest": glued["rest"].strip()})
        if rest.startswith("-") and not is_entry and re.match(r"-[A-Za-z_]\w*:? ", rest):
            return Slip("Y124", at, at + 1, {"rest": rest[1:].strip()})
        if is_entry:
            if re.match(r"\w+ \S", rest) and self._next_is_key(end, column):
                return Slip("Y121", at, end, {"word": rest.split()[0]})
            return self._value(at, end, column - 1, in_record=False)
        if rest[0] in "\"'[{&*!|>%@`":
            return self._value(at, end, column - 1, in_record=False)
        if ":" in rest:
            return None
        if self.levels or self._next_is_key(end, column):
            return Slip("Y121", at, end, {"word": rest.split()[0]})
        self.plain_from = column - 1
        return None

    def _next_is_key(self, end: int, column: int) -> bool:
        following = self.text[end + 1 : self._line_end(end + 1)]
        stripped = following.lstrip(" ")
        return len(following) - len(stripped) == column and bool(
            _KEY.match(stripped) or _NO_SPACE.match(stripped)
        )

    def _value(self, at: int, end: int, column: int, *, in_record: bool) -> Slip | None:
        """Read what stands behind a key or a dash; `column` is that of the key."""
        value = self.text[at:end].rstrip()
        if not value or value.startswith("#"):
            return None
        sign = value[0]
        if sign in "|>":
            return self._block_value(at, value, end, column)
        if sign in "\"'":
            return self._quoted(at, end)
        if sign in "[{":
            return self._bracketed(at, end)
        if sign in _RESERVED or re.match(r"[-?](?= )", value):
            help_name = "dash_below" if in_record and re.match(r"- +\w+:", value) else None
            name = "a backtick" if sign == "`" else f"`{sign}`"
            return Slip("Y110", at, at + 1, {"sign": name, "help": help_name})
        if sign in "*!&":
            code = {"*": "Y106", "!": "Y107", "&": "Y108"}[sign]
            return Slip(code, at, at + len(value), {"typed": value})
        comment = value.find(" #")
        text = value if comment < 0 else value[:comment]
        self.plain_from = column
        if comment >= 0:
            self.plain_comment = Slip("Y112", at + comment + 1, at + len(value), {})
        if in_record and re.match(r"[^,:]*,\s*[a-z_]+:\s", text):
            line_start = self.text.rfind("\n", 0, at) + 1
            record = re.sub(r"^[ -]*", "", self.text[line_start : at + len(text)])
            return Slip("Y127", at - (len(record) - len(text)), at + len(text), {"right": f"{{{record}}}"})
        if in_record and (colon := re.search(r":(?=\s|$)", text)):
            help_name = "curly_quotes" if sign in "“”‘’„«»" else "text_below" if '"' in text else None
            return Slip("Y113", at + colon.start(), at + colon.end(), {"help": help_name})
        return None

    def _block_value(self, at: int, value: str, end: int, column: int) -> Slip | None:
        if not _HEADER.fullmatch(value):
            return Slip("Y123", at + 1, at + len(value), {"sign": value[0]})
        indent: int | None = None
        next_start = end + 1
        while next_start < len(self.text):
            line_end = self._line_end(next_start)
            line = self.text[next_start:line_end]
            if line.strip(" "):
                spaces = len(line) - len(line.lstrip(" "))
                if spaces <= column or (indent is not None and spaces < indent):
                    if line.lstrip(" ").startswith("#") and goes_on(self.text, line_end, column):
                        return Slip(
                            "Y122", next_start + spaces, line_end, {"column": (indent or column + 2) + 1}
                        )
                    break
                if indent is None:
                    indent = spaces
            end, next_start = line_end, line_end + 1
        self.block = (indent if indent is not None else column + 2, column)
        self.at = end
        return None

    def _quoted(self, at: int, end: int) -> Slip | None:
        close = closing_quote(self.text, at, self._searched(at))
        if close is None:
            code = "Y111" if self.text[at] == "'" and self.text[at + 1 : at + 2].isalpha() else "Y104"
            return Slip(code, at, at + 1 if code == "Y104" else end, {})
        return self._after(at, close + 1, end, quoted=True)

    def _after(self, at: int, close: int, end: int, *, quoted: bool) -> Slip | None:
        """What follows the end of a quoted text or of brackets must be nothing or a comment."""
        line_end = self._line_end(close)
        rest = self.text[close:line_end]
        if not rest.strip() or rest.lstrip(" ").startswith("#") or (quoted and re.match(r" *:(\s|$)", rest)):
            self.at = line_end if line_end > end else self.at
            return None
        text_end = close + len(rest.rstrip())
        if not quoted:
            values = {"sign": self.text[at]}
            if re.match(r"\s*,\s*\[.*\]$", rest.rstrip()):
                one = re.sub(r"\]\s*,\s*\[", ", ", self.text[at:text_end])
                values |= {"help": "one_list", "right": one}
            return Slip("Y109", at, text_end if line_end == end else end, values)
        if line_end == end:
            is_word = self.text[at] == "'" and close - at > 1 and self.text[close].isalnum()
            code = "Y111" if is_word else "Y105"
            return Slip(code, close + len(rest) - len(rest.lstrip()) if code == "Y105" else at, text_end, {})
        # Closed by the quotation mark of another text: this one was never closed where it should be.
        is_apostrophe = self.text[at] == "'" and self.text[at + 1 : at + 2].isalpha()
        return Slip("Y111" if is_apostrophe else "Y104", at, end if is_apostrophe else at + 1, {})

    def _bracketed(self, at: int, end: int) -> Slip | None:
        close = closing_bracket(self.text, at, self._searched(at))
        sign = self.text[at]
        if isinstance(close, int):
            return self._after(at, close + 1, end, quoted=False)
        if close == "open":
            if self.text.startswith("[[", at):
                return Slip("Y109", at, end, {"sign": sign})
            return Slip("Y116", at, at + 1, {"sign": sign, "closing": "]" if sign == "[" else "}"})
        return None
