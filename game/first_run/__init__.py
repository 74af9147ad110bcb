"""Starts the game on a fresh machine: `.venv` beside main.py is made where this Python lacks something.

    start.py         decides, and hands over to the Python that has what is needed
    requirements.py  what pyproject.toml asks for, and whether it is met here
    marker.py        the note in `.venv` that says what it was made for
    set_up.py        makes or mends `.venv`; every sentence that a player reads meanwhile

Standard library only: this runs before anything is installed.
"""
