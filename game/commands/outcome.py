"""How a command ends: exit codes, and the failure that is told in one sentence."""

from __future__ import annotations

CLEAN = 0
FINDINGS = 1
WRONG_USAGE = 2
INTERRUPTED = 130
"""As a shell counts it: 128 and the number of the interrupt signal."""
PIPE_CLOSED = 141
"""As a shell counts it: 128 and the number of the broken-pipe signal."""


class CommandFailed(Exception):
    """The command cannot do what was asked; the text says why and what helps, for a user to read."""

    def __init__(self, message: str, code: int = FINDINGS) -> None:
        super().__init__(message)
        self.code = code


def without_steering(sentence: str) -> str:
    """Return a sentence without signs that a terminal would obey: what it quotes may be a stranger's."""
    return "".join(sign if sign.isprintable() or sign == "\n" else f"\\u{ord(sign):04x}" for sign in sentence)
