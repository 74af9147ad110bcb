"""The Third Chair: a branching historical game and the tools for writing one.

    story/       the engine: frozen content and state, conditions, effects, decks, playthroughs, views,
                 debrief, saves. Standard library only; no files, clock, screen or hidden chance.
    authoring/   YAML packs -> Story, with diagnostics that name file, line and remedy.
    explore/     proves what can and what cannot happen in a Story: every state once.
    mapping/     a Story as a graph, and where its boxes and arrows stand.
    pages/       HTML pages (the debrief, the story map) from views.
    desktop/     the Pygame window: screens, widgets, text layout.
    terminal/    the same story in a terminal.
    first_run/   makes `.venv` on a fresh machine; standard library only.
    commands/    one module a command of the command line.
    disk.py      where saves and settings live; every write of a user's file.
    shipped.py   where the shipped scenes and assets are.
    cli.py       the command line; with commands/ the only place where authoring, explore and the
                 frontends meet.

    main -> first_run -> cli -> commands -> {authoring, explore, mapping, desktop, terminal} -> pages -> story

A pack becomes a Story (authoring), a Story and the steps taken become a Playthrough (story), a Playthrough
becomes views (story), and a frontend draws views and returns the ids of choices.
"""
