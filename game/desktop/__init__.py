"""The Pygame window: shows views, returns the ids of ways. Imports story, disk, pygame; never authoring.

app.py           run(): opens the window, draws the title, then opens the story; the one loop
stage.py         the stack of screens at one window size; all of the window that needs no display
actions.py       what a person can ask for
reader.py        Pygame's events -> Actions; nothing else reads events. keys.py: which key says what;
                 cross.py: what a controller's cross and sticks do while they are held
moves.py         Push, Pop, Replace, Reset, Quit: how screens follow each other
sitting.py       the story, the settings and the game in play, with its saves
screens/         one module a screen; page_screen.py has what all share (scrolling, focus: focus.py),
                 has_field.py what those with a field do, letters.py the keyboard on the screen
narrator.py      reads aloud what comes up: spoken.py what a page says, voices.py the system's commands
typewriter.py    text that comes up line by line. moving.py: what moves in a picture. sound.py: few, quiet
bench.py         what authors and teachers are given: packs, findings, a pack that is being written
reloading.py     the preview follows its files: author_play.py the same place in a story read again,
                 exits.py and strip_view.py what the author's strip says
widgets/         functions that lay views out as pieces of a page
kit.py           theme and settings measured for one window: what every widget is given
layout.py        rectangles          text_layout.py   lines of text; no surface in either
theme.py         assets/theme.toml   fonts.py, resources.py   faces and pictures at real pixels
turned.py        a pack's photographs, upright
words.py         every sentence that is not story, with those beside it that end in _words.py;
                 author_words.py has those for authors and teachers
shot.py          a page as a picture, without a display

app -> stage -> screens -> widgets -> kit -> {theme, fonts, resources}
"""
