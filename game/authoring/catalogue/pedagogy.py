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
        message="exclamation marks in a row, or sentence after sentence",
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
    "P114": Entry(
        title="a page that is hard to read",
        message="this page reads like school year {year}, and the pack is for year {grade}",
        why=(
            "The `grade:` of pack.yaml says for whom the pack is. The school year of a page is measured by "
            "the Automated Readability Index (Senter and Smith, 1967): 4.71 x letters a word + 0.5 x words a "
            "sentence - 21.43, from 60 words on. Names and words of the glossary count as at most five "
            "letters; in a document a new line counts as a new sentence. It knows nothing of the sense."
        ),
        wrong=(
            "text: |\n  The administration's representatives subsequently communicated that the "
            "aforementioned ..."
        ),
        right="text: |\n  They came back on Monday. The list had grown.",
        help="make two of its longest sentences; one has {count} words: `{sentence}`",
        is_warning=True,
    ),
    "P115": Entry(
        title="a word of the glossary that is used before it is explained",
        message="the scene `{scene}` uses this word{where}, and up to its chapter no text links it",
        why=(
            "A student can look a word up only where it is linked, `[[so]]`. The first chapter that uses it "
            "should link it once."
        ),
        wrong="text: |\n  The troika sits on Thursdays.   # troika stands in glossary.yaml",
        right="text: |\n  The [[troika]] sits on Thursdays.",
        help="write `[[{name}]]` or `[[{name}|...]]` in that text, or in one before it",
        is_warning=True,
    ),
    "P116": Entry(
        title="somebody is harmed whom nobody has met",
        message="`{name}` is harmed here, and no scene before has shown them unharmed",
        why=(
            "An arrest is a number until one knows the person: a trade, a joke, somebody at home. On some "
            "way to this place the player should have met them, in `show:`, by `who:` or from their chair "
            "(`seat:`). Harm is the fate `arrested` or a graver one; in a pack without that fate, every one "
            "but the first."
        ),
        wrong="effects: [lukin = arrested]   # and Lukin is in no scene before",
        right="scene: boiler_house   # before\nshow: [lukin]",
        help="let `{name}` be seen or speak in an earlier scene, in which nothing happens to them",
        is_warning=True,
    ),
    "P117": Entry(
        title="a choice that is none",
        message="this is the only choice of its scene",
        why=(
            "One way alone is no decision, and the debrief would speak of it as one. A scene that only goes "
            "on has `next:`."
        ),
        wrong="choices:\n  - {id: go, text: Go on., to: street}",
        right="next:\n  - to: street",
        help="add another choice, or write `next:` for a Continue",
        is_warning=True,
    ),
    "P118": Entry(
        title="two choices that do the same",
        message="`{name}` does just what `{other}` does",
        why=(
            "Both lead to the same scene, change the same and tell no `result`: whoever chooses finds that "
            "it made no difference. A choice that some `chose(...)` asks for makes one."
        ),
        wrong="- {id: yes, text: Nod., to: street}\n- {id: no, text: Look away., to: street}",
        right=(
            "- {id: yes, text: Nod., effects: [told = true], to: street}\n"
            "- {id: no, text: Look away., result: He waits., to: street}"
        ),
        help="give one of them a `result:`, an effect, or another scene",
        is_warning=True,
    ),
    "P119": Entry(
        title="lines that run together",
        message="the lines of this text run together: no `|` stands in front of them",
        why=(
            "Without `|` the line ends are taken for spaces: the lines of a document become one, and so do "
            "the paragraphs of a text."
        ),
        wrong="- document: letter\n  text:\n    To the committee.\n    We are eleven in room four.",
        right="- document: letter\n  text: |\n    To the committee.\n    We are eleven in room four.",
        help="write ` |` behind the colon of its key; the lines below stay as they are",
        is_warning=True,
    ),
}
