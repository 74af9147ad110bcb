"""A class's replay codes, counted: what a teacher reads after a lesson.

    spotting.py    codes in a line of a chat or a spreadsheet, whatever else stands in it
    lines.py       the lines of a file, whatever wrote it
    heat.py        tallies -> what the map shows of them
    roads.py       codes played again, each page in each state worked out once
    tally.py       how many came by, took which way, met which fact
    gathering.py   all of a file's codes -> tallies, in batches, on all cores
    views.py       what the report shows: plain values
    report.py      tallies -> views

Nothing but the codes is kept of what was read: no name, no line.
"""
