"""The commands: one module each, with `add` for its arguments and `run` for its work.

    outcome.py   exit codes, and the one-sentence failure
    version.py   which version this is
    packs.py     a pack by path or id -> Story, through the cache of compiled packs
    zips.py      title, base and pictures of a pack, in a folder or a zip, without compiling it
    making.py    packs and scenes from the templates; names.py reads what they shall be called
    suggestions.py  the nearest known name to a mistyped one
    findings.py  diagnostics as the window shows them; pack_library.py this machine's packs for it
    codes.py     a replay code, played again
    scene_named.py  a scene by id, file or line; given.py what `--given` says
    play.py new.py preview.py check.py explain.py schema.py debrief.py class_.py export.py map.py shot.py
    test.py

A module imports what it needs inside `run`: starting the game must not load the compiler.
"""
