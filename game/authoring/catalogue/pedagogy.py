"""P: what makes a page hard to read or a lesson weak. All are warnings."""

from game.authoring.catalogue.entry import Entry

PEDAGOGY = {
    "P101": Entry(
        title="a decision that rests on no fact",
        message="neither this choice nor its scene names a fact",
        why="The debrief sets each decision beside the record. Without a fact it has nothing to say.",
        wrong="scene: five_days\nchoices: [...]",
        right="scene: five_days\nfacts: [telegram_3_july_1937]\nchoices: [...]",
        help="add `facts: [...]` to the scene or to the choice",
        is_warning=True,
    ),
    "P102": Entry(
        title="a decision without a debrief",
        message="this choice has no `debrief`",
        why=(
            "The debrief is where a decision is understood: what it meant, what could be known and what "
            "could not."
        ),
        wrong="- id: low\n  text: Report the smallest figure.\n  to: low_figure",
        right=(
            "- id: low\n  text: Report the smallest figure.\n  debrief: |\n    What it meant ...\n  to: "
            "low_figure"
        ),
        help="add `debrief: |` with what it meant, what could be known, and what could not",
        is_warning=True,
    ),
    "P104": Entry(
        title="a choice that is long to read",
        message="this choice has {count} characters; more than {most} make a list hard to take in",
        why=(
            "A student compares choices at a glance. What does not fit into a line belongs to the scene's "
            "text."
        ),
        wrong=(
            "text: Telephone Moscow, ask for the deputy, and tell him everything you know about the lists "
            "and names"
        ),
        right="text: Telephone Moscow.",
        help="shorten it, or move a part into the scene's text",
        is_warning=True,
    ),
    "P105": Entry(
        title="a scene that is long to read",
        message="this scene has about {count} words of text; more than {most} tire a class",
        why="A page of up to 160 words is read in a minute and fits on a screen.",
        wrong="(a page of 300 words)",
        right="(two scenes, the first with `next:`)",
        help="cut it, or make two scenes of it",
        is_warning=True,
    ),
    "P106": Entry(
        title="a document that is long to read",
        message="this document has about {count} words; more than {most} are not read in class",
        why="A document is read slowly. 120 words of it are enough to work on.",
        wrong="(a decree in full)",
        right="(its decisive paragraph, the rest in the `note`)",
        help="keep the decisive part, and say in `note` what was left out",
        is_warning=True,
    ),
    "P107": Entry(
        title="hard content without a summary",
        message="this scene has `content` but no `summary`",
        why="Who chooses to skip hard passages reads the summary instead; without it they miss the story.",
        wrong="content: [interrogation]",
        right="content: [interrogation]\nsummary: |\n  He is questioned for two nights and signs.",
        help="add `summary: |` with one or two sentences",
        is_warning=True,
    ),
    "P108": Entry(
        title="exclamation marks in a row",
        message="more than one exclamation mark in a row",
        why="The story is told in a quiet voice; the record is loud enough.",
        wrong="He is gone!!",
        right="He is gone.",
        help="one is enough, and mostly none is needed",
        is_warning=True,
    ),
    "P109": Entry(
        title="a question about an earlier chapter",
        message="`{name}` stands in an earlier chapter: who starts at this one has seen and chosen nothing",
        why=(
            "A class can start at any chapter. What is to be remembered must be a variable, which the "
            "chapter's `given` sets."
        ),
        wrong="if: seen(kitchen)   # in a later chapter",
        right="if: told_feldman",
        help="set a variable in the earlier chapter, and ask for it here",
        is_warning=True,
    ),
    "P110": Entry(
        title="a warning allowed without a reason",
        message="this comment allows {allowed} but gives no reason",
        why="Whoever reads the file next should know why the rule does not hold here.",
        wrong="# allow P104",
        right="# allow P104: the whole oath has to stand in the choice",
        help="write `# allow {allowed}: the reason`",
        is_warning=True,
    ),
    "P111": Entry(
        title="an id of an extension without its prefix",
        message="the id `{name}` does not begin with `{prefix}_`",
        why="Two extensions of one pack, written by two teachers, should never use the same name.",
        wrong="scene: letter   # in the pack kiev_letters",
        right="scene: kiev_letters_letter",
        help="call it `{prefix}_{name}`",
        is_warning=True,
    ),
    "P112": Entry(
        title="a comment that allows no warning",
        message="`{allowed}` is not the code of a warning",
        why="Only warnings can be silenced, by their code.",
        wrong="# allow S101: I like this key",
        right="# allow P104: the whole oath has to stand in the choice",
        help="write `# allow P104: the reason`, with the code of the warning; an error has to be mended",
        is_warning=True,
    ),
    "P113": Entry(
        title="one reading alone",
        message="one reading alone compares nothing",
        why="The debrief sets a playthrough beside two historians who would read it otherwise.",
        wrong="from_above:\n  title: A plan from above",
        right="from_above:\n  title: A plan from above\nfrom_below:\n  title: Pressure from below",
        help="add a second one to readings.yaml",
        is_warning=True,
    ),
}
