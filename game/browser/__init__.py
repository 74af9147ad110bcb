"""The browser edition: the same story in one HTML file that needs no network and no other file.

    compiled.py   what of a story the page carries: the compiled pack, and the few words that views show
    pictures.py   the drawings that a story names, as text
    bundle.py     the modules of web/ joined into one script
    page.py       template, script, styles, story, pictures, sounds and fonts -> the file
    scorm.py      the file in a SCORM 1.2 package for a learning platform
    subset_fonts.py   makes fonts/ from assets/fonts; run by hand when a font changes
    fonts/        the game's fonts, cut down to the letters that are used, under names of their own
    web/engine/   the engine once more, in JavaScript: one module for each of game/story, held to it by
                  tests/browser, which plays thousands of playthroughs in both and compares the views
    web/player/   the player's page: screens, words, settings, saving
    web/*.css, page.html   its looks and its frame

A page runs only its own script, asks nobody for anything, and puts no text of a story in as markup.
"""
