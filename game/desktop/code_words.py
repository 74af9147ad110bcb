"""Every sentence of the window about replay codes: one's own, one to enter, those of a class."""

from __future__ import annotations

CODE = "Replay code"
COPY = "Copy the code"
KEY_COPY = "copy the code"
COPIED = "Copied."
NOT_COPIED = "This system does not let the game copy. The code can be typed from the page."

ENTER = "Enter a code"
ENTER_TEXT = (
    "A replay code stands on the debrief of every playthrough. It gives the playthrough back as far as it "
    "went: on another machine, after a wiped disk, or to see what somebody else has handed in."
)
ENTER_LABEL = "The code, as in K7QM2-4TT0V-9XA; capitals, dashes and spaces do not matter"
ENTER_GO = "Play it"
KEY_TYPE = "type"

CLASS = "The codes of a class"
CLASS_TEXT = (
    "Copy the messages or the column in which your students sent their codes, and press Ctrl+V here. Names "
    "and times around the codes do no harm: nothing but the codes is used, and nothing is kept when this "
    "page is left."
)
CLASS_LABEL = "Or type codes here, one at a time"
CLASS_PASTE = "Paste what was copied"
CLASS_ADD = "Take this code in"
CLASS_WRITE = "Write the report"
CLASS_CLEAR = "Begin again"
CLASS_NONE = "No code yet."
CLASS_NO_CODE_IN_IT = "There was no code in what was pasted."
CLASS_BAD = "Could not be used; ask for these once more"
CLASS_BAD_LINE = "Line {line}: {reason}"
CLASS_BAD_MORE = "and {count} more."
CLASS_WRITTEN = (
    "The report is written. It opens in a browser, needs no network, holds no name, and prints in black and "
    "white."
)


def counted(codes: int, repeats: int) -> str:
    """Say how many codes there are."""
    found = f"{codes} {'code' if codes == 1 else 'codes'} so far."
    again = f" {repeats} {'was' if repeats == 1 else 'were'} there already." if repeats else ""
    return found + again
