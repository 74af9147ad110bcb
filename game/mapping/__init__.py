"""The map of a story: its scenes as boxes, its ways as arrows, chapters as bands, decks as trays.

    graph.py      Story -> boxes, trays and arrows, and which scenes nothing leads to
    heat.py       how often each scene is reached, where that is shown
    lettering.py  how wide a text is in a font that we cannot measure, and how it is broken into lines
    boxes.py      the lines of a box and its size
    layout.py     where boxes and arrows of one chapter stand: Graphviz decides (the extra `author`)
    arrow_words.py, curves.py, page_cuts.py    what an arrow says, its path, where a tall picture is cut
    picture.py    the band of a chapter as plain shapes, for a template to draw
    sheets.py     every scene's text with its conditions and effects, for the list below the picture
    mermaid.py    the same graph as Mermaid text, which needs no layout

Nothing here writes HTML or a file: game/pages/story_map.py draws, game/commands/map.py writes.
"""
