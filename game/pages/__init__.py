"""HTML pages made from views: each is one file that needs no network, no script and no other file.

    debrief.py     DebriefView -> the page of a debrief
    record.py      its facts and sources, each with the number by which the page names it
    evenings.py    its decisions, those of one desk together
    photograph.py  its picture, people painted out of it
    story_map.py   the graph of a story, laid out -> the page of its map, or an SVG file
    rendering.py   prose and links as HTML; the Jinja2 environment
    templates/     what the pages say, and their styles

Templates are the one home of the pages' own sentences. Everything that comes from a story is escaped.
"""
