"""Starts The Third Chair; the first start also makes its own `.venv`, beside this file.

Written so that any Python, however old, can read it and say what it lacks.
"""

import os
import sys

if __name__ == "__main__":
    if sys.version_info < (3, 11):  # noqa: UP036 - an older Python can still be the one that starts this file
        sys.stderr.write(
            "The Third Chair needs Python 3.11 or later, and this is Python " + sys.version.split()[0] + ".\n"
            "Get it from https://www.python.org/downloads/ (or from your system: "
            "sudo apt install python3, brew install python), then start the game "
            "with it, for example: python3.11 main.py\n"
        )
        sys.exit(2)

    # With python3 -P or -I this file's own folder is not searched.
    sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))  # noqa: PTH100, PTH120 - no pathlib in 2.7
    from game.first_run.start import start

    sys.exit(start(sys.argv[1:]))
