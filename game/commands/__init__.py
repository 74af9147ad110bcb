"""The commands: one module each, with `add` for its arguments and `run` for its work.

    outcome.py   exit codes, and the one-sentence failure
    version.py   which version this is
    packs.py     a pack by path or id -> Story, through the cache of compiled packs
    play.py check.py explain.py debrief.py map.py test.py

A module imports what it needs inside `run`: starting the game must not load the compiler.
"""
