"""The Third Chair: a branching historical game and the tools for writing one.

    story/       the engine: frozen content and state, conditions, effects, decks, playthroughs, views,
                 debrief, saves. Standard library only; no files, clock, screen or hidden chance.
    authoring/   YAML packs -> Story, with diagnostics that name file, line and remedy.
    explore/     proves what can and what cannot happen in a Story: every state once.
    class_report/  a class's replay codes, counted.
    mapping/     a Story as a graph, and where its boxes and arrows stand.
    pages/       HTML pages (the debrief, the story map) from views.
    browser/     the same story in one HTML file; its player is a second engine in JavaScript.
    desktop/     the Pygame window: screens, widgets, text layout.
    terminal/    the same story in a terminal.
    first_run/   makes `.venv` on a fresh machine; standard library only.
    commands/    one module a command of the command line.
    disk.py      where saves and settings live; every write of a user's file.
    saves.py     what a player does with saves: go on, name, delete, put out of sight on a shared machine.
    shipped.py   where the shipped scenes and assets are.
    cli.py       the command line; with commands/ the only place where authoring, explore and the
                 frontends meet.

    main -> first_run -> cli -> commands -> {authoring, explore, mapping, frontends} -> pages -> story
    frontends: desktop, terminal, browser

A pack becomes a Story (authoring), a Story and the steps taken become a Playthrough (story), a Playthrough
becomes views (story), and a frontend draws views and returns the ids of choices.
"""
