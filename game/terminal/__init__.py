"""The terminal edition: the same story as lines of text, for a screen reader, a pipe or a plain console.

    words.py     every sentence that a player reads here
    ink.py       what this terminal can show: characters and styles
    flow.py      styled words -> wrapped lines
    sheet.py     what is printed at once: headings, paragraphs, framed documents
    console.py   writes sheets and reads lines; the only module that touches a stream
    keys.py      a typed line -> what the player wants
    pages.py     scene, choices, result, ending -> Sheet
    record.py    provenance, facts, sources, glossary -> Sheet
    leaves.py    the folder and the debrief as leaves of sheets
    reader.py    reads leaves and sheets with the player
    side.py      what opens beside a page: glossary, provenance, folder, settings, keys
    debrief.py   the debrief, and its page for a browser
    session.py   plays: shows a page, waits, takes a step, saves
    opening.py   what stands before the first page: continue, content note, lessons and chapters
    app.py       run(): from a Story to an exit code

Every step of a playthrough is saved at once, so that a closed terminal loses nothing.
"""
