"""HTML pages made from views: each is one file that needs no network, no script and no other file.

    debrief.py     DebriefView -> the page of a debrief
    record.py      its facts and sources, each with the number by which the page names it
    evenings.py    its decisions, those of one desk together
    teacher_pack.py  a Story and measured minutes -> the pages of the teacher's pack; teacher_sheets.py what
                     they tell of it
    photograph.py  its picture, and the names under it
    retouching.py  people painted out of a picture: the window asks it too
    story_map.py   the graph of a story, laid out -> the page of its map, or an SVG file
    class_report.py  a class's counted codes -> the page of the report
    qr.py          a replay code as a QR code
    rendering.py   prose and links as HTML; the Jinja2 environment
    templates/     what the pages say, and their styles

Templates are the one home of the pages' own sentences. Everything that comes from a story is escaped.
"""
