"""HTML pages made from views: each is one file that needs no network, no script and no other file.

    debrief.py     DebriefView -> the page of a debrief
    rendering.py   prose, links and the photograph as HTML; the Jinja2 environment
    templates/     what the pages say, and their styles

Templates are the one home of the pages' own sentences. Everything that comes from a story is escaped.
"""
