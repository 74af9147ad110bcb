"""The engine: what a story is, how it is played, and all that a frontend may show of it.

    prose.py        parsed text: paragraphs of styled runs, glossary terms and variable slots
    variables.py    declared variables; every value is held as a whole number
    conditions.py   the closed set of conditions; holds(), unmet()
    effects.py      the closed set of effects; apply()
    model.py        frozen content: Story, Chapter, Scene, Passage, Way, Ending, Person
    evidence.py     frozen content: Fact, Source, Figure, Question, Reading and what else the lesson needs
    state.py        one frozen, hashable State
    decks.py        which waiting scenes a deck offers now
    playthrough.py  a Start and a tuple of Moments; choose(), back()
    starts.py       the starts that a pack declares: chapters, lessons
    views.py        plain values that a frontend may show; content_views.py what all share,
                    debrief_views.py those of the debrief
    viewer.py       content in one state -> views
    scene_view.py   Playthrough -> SceneView, ResultView
    photograph.py   Playthrough -> PhotographView
    debrief.py      Playthrough -> DebriefView; its leaves in debrief_decisions.py, debrief_people.py,
                    debrief_record.py, debrief_talk.py
    replay.py       Playthrough <-> plain dict (a save)
    replay_code.py  Playthrough <-> replay code; code_signs.py how its number is written
    compiled.py     Story <-> plain dict (the compiled pack)
    words.py        the few words that views carry: months, labels

Nothing here opens a file, reads a clock, prints, or draws a random number.
"""
