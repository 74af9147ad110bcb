"""L: names of scenes, people, decks. F: facts and sources. R: what can be reached."""

from game.authoring.catalogue.entry import Entry

LINKS = {
    "L101": Entry(
        title="an unknown scene",
        message="there is no scene `{name}`",
        why="A link leads to the scene whose `scene:` has exactly this name.",
        wrong="to: clerks_ofice",
        right="to: clerks_office",
        help="write a scene `{name}`, or name another one",
    ),
    "L102": Entry(
        title="an unknown choice",
        message="there is no choice `{name}`",
        why=(
            "`chose(scene.choice)` names a scene and one of its choices (or entries of next or chance) by "
            "their ids."
        ),
        wrong="if: chose(five_days.lo)",
        right="if: chose(five_days.low)",
        help="write the scene's id, a dot, and the choice's id",
    ),
    "L103": Entry(
        title="an unknown person",
        message="there is no person `{name}` in people.yaml",
        why="Everyone who speaks or is shown has an entry in people.yaml.",
        wrong="who: balandine",
        right="who: balandin",
        help="add `{name}:` to people.yaml",
    ),
    "L104": Entry(
        title="an unknown fate",
        message="there is no fate `{name}`",
        why="The fates that can become of people are listed under `fates:` in pack.yaml.",
        wrong="fate: arestted",
        right="fate: arrested",
        help="add `{name}:` under `fates:` in pack.yaml",
    ),
    "L105": Entry(
        title="a deck without scenes",
        message="no scene waits in a deck `{name}`",
        why="A deck is made of the scenes that name it with `deck:`.",
        wrong="- from_deck: in_try",
        right="- from_deck: in_tray",
        help="add `deck: {name}` to a scene, or name another deck",
    ),
    "L106": Entry(
        title="an unknown chapter",
        message="there is no chapter `{name}`",
        why="Chapters are listed under `chapters:` in pack.yaml, each with its id.",
        wrong="chapters: [decembre]",
        right="chapters: [december]",
        help="name a chapter by its id in pack.yaml",
    ),
    "L107": Entry(
        title="an unknown ending",
        message="there is no ending `{name}`",
        why="An ending is named by the `id` under its `ending:`, or else by its scene.",
        wrong="endings: [promotted]",
        right="endings: [promoted]",
        help="name an ending by its id",
    ),
    "L108": Entry(
        title="`return` outside a deck",
        message="only a scene that waits in a deck can `return`",
        why="`return` leads back to the scene that offered the deck; this scene was not offered by one.",
        wrong="scene: office\nnext: [{to: return}]",
        right="scene: office\nnext: [{to: night}]",
        help="name the scene that follows, or add `deck: ...` to this scene",
    ),
    "L109": Entry(
        title="a deck inside a deck",
        message="a scene that waits in a deck cannot offer a deck",
        why="Otherwise nobody could say where `return` leads.",
        wrong="scene: letter\ndeck: in_tray\nchoices:\n  - from_deck: in_tray",
        right="scene: letter\ndeck: in_tray\nchoices:\n  - {id: back, text: Lay it down., to: return}",
        help="take `from_deck` away, or `deck`",
    ),
    "L110": Entry(
        title="a link to a scene that waits in a deck",
        message="`{name}` waits in a deck and is not reached by a link",
        why=(
            "A scene with `deck:` is offered by its deck; reached by a link it would not know where to "
            "return."
        ),
        wrong="to: letter_green_ink   # a scene with deck: in_tray",
        right="- from_deck: in_tray",
        help="offer its deck with `from_deck`, or take `deck:` out of that scene{where}",
    ),
    "L111": Entry(
        title="neither a scene nor an ending",
        message="there is no scene and no ending `{name}`",
        why="A promise speaks of scenes and endings by their ids.",
        wrong="- {reachable: letter_to_moskow}",
        right="- {reachable: letter_to_moscow}",
        help="name a scene or an ending by its id",
    ),
    "L112": Entry(
        title="a chapter that begins in another chapter",
        message="the chapter `{chapter}` begins with `{name}`, which stands in the chapter `{other}`",
        why=(
            "Who starts at a chapter is shown a scene of that chapter; a scene belongs to its folder's "
            "chapter."
        ),
        wrong="- {id: evening, folder: 02_evening, start: office}   # office stands in 01_mill",
        right="- {id: evening, folder: 02_evening, start: road}",
        help="name a scene of `chapters/{folder}`, or move the file{where} there",
    ),
    "L113": Entry(
        title="a misspelt deck",
        message="no scene offers the deck `{name}`",
        why="A letter lies on the desk only where a scene offers its deck, by exactly the same name.",
        wrong="deck: in_trey   # and `- from_deck: in_tray`",
        right="deck: in_tray",
    ),
    "L114": Entry(
        title="a lesson that closes with a decision",
        message="`{name}` closes a lesson, and asks for a decision",
        why="The closing scene of a lesson is read, with one Continue; behind it comes the debrief.",
        wrong="close: vote   # a scene with choices",
        right="close: one_period_close   # a scene with next",
        help="give that scene{where} a `next:` with one entry, or close with another one",
    ),
    "F101": Entry(
        title="an unknown fact",
        message="there is no fact `{name}`",
        why="Facts stand in facts.yaml, each under its id, with verdict and sources.",
        wrong="facts: [telegram_3_juli_1937]",
        right="facts: [telegram_3_july_1937]",
        help="add `{name}:` to facts.yaml",
    ),
    "F102": Entry(
        title="an unknown source",
        message="there is no source `{name}`",
        why="Sources stand in sources.yaml, each under its id.",
        wrong="sources: [krushchev_1956]",
        right="sources: [khrushchev_1956]",
        help="add `{name}:` to sources.yaml",
    ),
    "F103": Entry(
        title="an unknown section of the class notes",
        message="the class notes have no section `{name}`",
        why="Sections are listed in sources.yaml under the source of kind class_notes.",
        wrong="notes_section: wide_party",
        right="notes_section: wider_party",
        help="add it under `sections:` of the source of kind class_notes",
    ),
    "R101": Entry(
        title="no ending can be reached",
        message="from the first scene no way leads to an ending",
        why=(
            "A playthrough goes from the start to an ending. Whatever the player does, this story never ends."
        ),
        wrong="scene: a\nnext: [{to: b}]\n---\nscene: b\nnext: [{to: a}]",
        right="scene: a\nnext: [{to: b}]\n---\nscene: b\nending: {title: The end}",
        help="give some scene an `ending:`, and a way that leads to it",
    ),
    "R102": Entry(
        title="a scene that nobody reaches",
        message="no way leads to the scene `{name}`",
        why="Nobody will ever read it. Perhaps a `to:` names another scene.",
        wrong="scene: balcony   # and no `to: balcony`",
        right="- {id: air, text: Step out., to: balcony}",
        help="lead a `to:` to it, or take it out",
        is_warning=True,
    ),
    "R103": Entry(
        title="a deck that nobody offers",
        message="no scene offers the deck `{name}`",
        why="The scenes of a deck are read only where some scene has `- from_deck:` with its name.",
        wrong="deck: in_tray   # and no `from_deck: in_tray`",
        right="choices:\n  - from_deck: in_tray",
        help="add `- from_deck: {name}` to the choices of a scene",
        is_warning=True,
    ),
    "R104": Entry(
        title="a road that never ends",
        message="from here on no way leads to an ending{others}",
        why="Whoever comes here goes round in a ring for ever.",
        wrong="scene: a\nnext: [{to: b}]\n---\nscene: b\nnext: [{to: a}]",
        right=(
            "scene: a\nnext: [{to: b}]\n---\nscene: b\nchoices: [{id: out, text: Leave., to: the_end}, ...]"
        ),
        help="give one of these scenes a way out of the ring",
    ),
}
