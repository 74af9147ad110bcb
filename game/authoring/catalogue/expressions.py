"""V13.: slips of meaning in conditions and effects."""

from game.authoring.catalogue.entry import Entry

EXPRESSIONS = {
    "V131": Entry(
        title="=- or =+ in an effect",
        message="`={sign}` sets `{name}` to {kept}{rest}, and is easily taken for `{sign}=`",
        why="`-=` lowers and `+=` raises. `= -5`, with a space, sets to minus five.",
        wrong="effects: [standing =- 5]",
        right="effects: [standing -= 5]",
        help="write `{name} {sign}= {rest}`; to set it write `{name} = {kept}{rest}` with a space",
    ),
    "V132": Entry(
        title="a comparison that never holds",
        message="this never holds: {bounds}",
        why="A number or meter stays between its least and its greatest value.",
        wrong="if: hours > 9   # hours stays between 0 and 6",
        right="if: hours > 3",
        help="change the number here, or the bounds in pack.yaml",
        is_warning=True,
    ),
    "V133": Entry(
        title="a flag that nothing sets",
        message="nothing ever sets `{name}` to true, and conditions ask for it",
        why=(
            "Whatever waits for this flag is never shown. Perhaps another one was meant, or an effect is "
            "missing."
        ),
        wrong="if: warned_boris   # and no effect `warned_boris = true`",
        right="effects: [warned_boris = true]",
        help="add the effect `{name} = true` somewhere, or ask for another flag",
        is_warning=True,
    ),
    "V134": Entry(
        title="a value without what it is a value of",
        message="`{name}` is a value, and alone asks nothing",
        why="A comparison names both sides each time: `a == x or a == y`.",
        wrong="if: feldman == expelled or arrested",
        right="if: feldman == expelled or feldman == arrested",
        help="write `{owner} == {name}`",
    ),
    "V135": Entry(
        title="two effects in one",
        message="a second effect begins here, and no comma stands before it",
        why="Each effect is an entry of its own; in brackets they have commas between them.",
        wrong="effects: [standing += 5; reply = low]",
        right="effects: [standing += 5, reply = low]",
        help="write `{right}`",
    ),
    "V136": Entry(
        title="an effect with a condition",
        message="an effect has no `if`",
        why="What happens only sometimes is a way of its own, with its own `if`.",
        wrong="effects: [standing += 5 if warned]",
        right="next:\n  - if: warned\n    effects: [standing += 5]\n    to: night\n  - to: night",
        help="make two choices, or two entries of `next`, one with the `if:`",
    ),
    "V137": Entry(
        title="a space in a name",
        message="`{typed}` has a space",
        why="Names are written with underscores.",
        wrong="if: warned feldman",
        right="if: warned_feldman",
        help="did you mean `{right}`?",
    ),
}
