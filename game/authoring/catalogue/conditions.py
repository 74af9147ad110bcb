"""V: conditions, effects, variables and their types."""

from game.authoring.catalogue.entry import Entry

CONDITIONS = {
    "V101": Entry(
        title="an unknown name",
        message="there is no variable or person `{name}`",
        why="Conditions and effects use the variables of pack.yaml and the people of people.yaml.",
        wrong="if: standnig >= 30",
        right="if: standing >= 30",
        help="declare it under `variables:` in pack.yaml",
    ),
    "V102": Entry(
        title="a condition or effect that cannot be read",
        message="{wanted} is expected {after}, not {found}",
        why=(
            "Conditions are made of names, whole numbers, + - *, == != < <= > >=, and or not, seen(...), "
            "chose(...)."
        ),
        wrong="if: standing >=",
        right="if: standing >= 30",
        help=(
            "a condition looks like `standing >= 30 and not warned_feldman`, an effect like `standing -= 10`"
        ),
    ),
    "V103": Entry(
        title="= in a condition",
        message="a condition compares with `==`",
        why="`=` sets a variable, in effects. `==` asks whether two things are the same.",
        wrong="if: reply = low",
        right="if: reply == low",
        help="write `==`",
    ),
    "V104": Entry(
        title="== in an effect",
        message="an effect sets a variable with a single `=`",
        why="`==` asks whether two things are the same, in conditions. `=` sets a variable.",
        wrong="effects: [reply == low]",
        right="effects: [reply = low]",
        help="write `=`",
    ),
    "V105": Entry(
        title="a sign of another language",
        message="`{typed}` is no sign of conditions",
        why=(
            "Conditions are made of names, whole numbers, + - *, == != < <= > >=, and or not, seen(...), "
            "chose(...)."
        ),
        wrong="if: warned && !told",
        right="if: warned and not told",
        help="write `{right}`",
    ),
    "V106": Entry(
        title="true or false written otherwise",
        message="`{typed}` is not known here",
        why="The two truths are written `true` and `false`, in small letters.",
        wrong="effects: [warned = True]",
        right="effects: [warned = true]",
        help="write `{right}`",
    ),
    "V107": Entry(
        title="things that cannot be compared",
        message="{left} and {right} cannot be compared with `{sign}`",
        why=(
            "Numbers are compared with numbers, a word with its values, fates with fates. Only numbers, "
            "fates and chapters have an order."
        ),
        wrong="if: feldman >= 3",
        right="if: feldman >= arrested",
        help=(
            "compare a number with a number, a word with one of its values, a fate with a fate; a flag "
            "stands alone"
        ),
    ),
    "V108": Entry(
        title="no value of this word or person",
        message="`{name}` is no value of `{owner}`",
        why=(
            "A word is compared with, or set to, one of the values declared for it; a person's value is a "
            "fate."
        ),
        wrong="if: reply == lov",
        right="if: reply == low",
        help="its values are {values}",
    ),
    "V109": Entry(
        title="a chain of comparisons",
        message="two comparisons cannot stand in a row",
        why="`1 < x < 3` is read in different ways in different languages; here it is written out.",
        wrong="if: 1 < hours < 4",
        right="if: 1 < hours and hours < 4",
        help="write two comparisons with `and` between them",
    ),
    "V110": Entry(
        title="a name or number that asks nothing",
        message="`{typed}` alone is no condition",
        why="Only a flag can stand alone. A number, a word or a fate has to be compared with something.",
        wrong="if: standing",
        right="if: standing >= 30",
        help="compare it with something, such as `>= 30` or `== arrested`",
    ),
    "V111": Entry(
        title="something raised that is no number",
        message="`{sign}` works for numbers and meters only, and `{name}` is a {kind}",
        why="A flag, a word or a fate cannot be raised or lowered; it is set.",
        wrong="effects: [feldman += 1]",
        right="effects: [feldman = arrested]",
        help="write `{name} = ...` with the new value",
    ),
    "V112": Entry(
        title="a comma inside chose(...)",
        message="between scene and choice stands a dot, not a comma",
        why="A comma would part the condition in two when it stands in braces.",
        wrong="if: chose(five_days, low)",
        right="if: chose(five_days.low)",
        help="write `chose({first}.{second})`",
    ),
    "V113": Entry(
        title="something that is no effect",
        message="`{typed}` is no effect",
        why="An effect is `name = ...`, `name += ...` or `name -= ...`.",
        wrong="effects: [standing > 10]",
        right="effects: [standing += 10]",
        help="write `name = value`, `name += number` or `name -= number`",
    ),
    "V114": Entry(
        title="a number that is not whole, or too large",
        message="`{typed}` is not a whole number up to 1,000,000",
        why="All numbers of a story are whole and stay within a million.",
        wrong="if: standing >= 2.5",
        right="if: standing >= 3",
        help="write a whole number in digits, without points or commas",
    ),
    "V115": Entry(
        title="a product that may become too large",
        message="this may become larger than numbers can be exactly",
        why="Beyond 2 to the 53rd power the browser's numbers are no longer exact.",
        wrong="if: a * a * a > 5   # a may be 1,000,000",
        right="if: a * a > 5",
        help="use smaller bounds for these variables, or a simpler sum",
    ),
    "V116": Entry(
        title="quotation marks in a condition or effect",
        message="{typed} has quotation marks",
        why="Names and values stand without quotation marks.",
        wrong='if: feldman == "arrested"',
        right="if: feldman == arrested",
        help="write `{inner}` without them",
    ),
    "V117": Entry(
        title="a sign that looks right and is not",
        message="`{typed}` is not made of the letters a to z and the signs of conditions",
        why=(
            "A Cyrillic letter or a curly quotation mark can look just like the right sign and still be "
            "another one."
        ),
        wrong="if: \u0441tanding >= 30   # the first letter is Cyrillic",
        right="if: standing >= 30",
        help="type it again with Latin letters and plain signs",
    ),
    "V118": Entry(
        title="a hyphen in a name",
        message="`{typed}` has a hyphen, which is a minus here",
        why="Names are written with underscores.",
        wrong="if: warned-feldman",
        right="if: warned_feldman",
        help="write `{right}`",
    ),
    "V119": Entry(
        title="an expression that is too long",
        message="this has more than {most} words and signs",
        why="A bound keeps a damaged file from stopping the program; no reader could follow it either.",
        wrong="if: a and a and a and ...",
        right="if: a",
        help="make it shorter, or set a variable earlier",
    ),
    "V120": Entry(
        title="a division",
        message="`{typed}` cannot be used",
        why="There are only whole numbers here, and `+`, `-` and `*`.",
        wrong="if: standing / 2 >= 10",
        right="if: standing >= 20",
        help="write it with `*` on the other side, or with the number worked out",
    ),
    "V121": Entry(
        title="a scene and choice without chose(...)",
        message="`{typed}` alone is no condition",
        why="Whether a choice was made is asked with `chose(scene.choice)`.",
        wrong="if: five_days.low",
        right="if: chose(five_days.low)",
        help="write `chose({typed})`",
    ),
    "V122": Entry(
        title="seen or chose in another form",
        message="`{typed}` is written `seen(scene)` or `chose(scene.choice)`",
        why="`seen` names one scene; `chose` names a scene and, behind a dot, one of its choices.",
        wrong="if: chose(low)",
        right="if: chose(five_days.low)",
        help="write `seen(scene_id)`, or `chose(scene_id.choice_id)`",
    ),
    "V123": Entry(
        title="more than an assignment in `given`",
        message="`given` sets values, with `=`: {typed} cannot stand here",
        why="`given` says with which values someone starts at this chapter.",
        wrong="given: [standing += 5]",
        right="given: [standing = 60]",
        help="write `name = value`",
    ),
    "V124": Entry(
        title="something that cannot be set",
        message="`{name}` cannot be set",
        why="Effects change variables and fates. The chapter follows from the scene.",
        wrong="effects: [chapter = names]",
        right="to: first_scene_of_names",
        help="name a variable or a person; to change the chapter lead a `to:` there",
    ),
    "V125": Entry(
        title="a value that does not fit",
        message="`{name}` is a {kind} and is set to {wants}",
        why=(
            "A flag is set to true or false, a number or meter to a sum, a word or fate to one of its values."
        ),
        wrong="effects: [warned_feldman = 1]",
        right="effects: [warned_feldman = true]",
    ),
    "V126": Entry(
        title="a given value out of bounds",
        message="`{name}` stays between {low} and {high}",
        why="A chapter starts with values that the story can have.",
        wrong="given: [standing = 160]",
        right="given: [standing = 60]",
        help="write a number from {low} to {high}",
    ),
    "V127": Entry(
        title="a sum of things that are no numbers",
        message="`{sign}` joins numbers, and here stands {found}",
        why="Only numbers and meters can be added, subtracted and multiplied.",
        wrong="if: feldman + 1 == arrested",
        right="if: feldman >= arrested",
        help="use numbers and meters only",
    ),
    "V128": Entry(
        title="an effect written with a colon",
        message="an effect is written with a sign, not with a colon",
        why="`name = value` sets, `name += number` raises, `name -= number` lowers.",
        wrong="effects:\n  - standing: 10",
        right="effects: [standing += 10]",
        help="write `{right}` (or with `+=`, `-=`)",
    ),
    "V129": Entry(
        title="a value named like a variable",
        message="`{name}` is already the name of a {kind}",
        why="In a condition the name could mean either: no value or fate is named like a variable or person.",
        wrong="reply: {type: word, values: [feldman, none]}",
        right="reply: {type: word, values: [to_feldman, none]}",
        help="give the value another name{where}",
    ),
    "V130": Entry(
        title="a person named like a variable",
        message="`{name}` is already a variable",
        why=(
            "A person's name stands for their fate in conditions: variables and people share one set of "
            "names."
        ),
        wrong="feldman: {type: flag}   # and feldman in people.yaml",
        right="told_feldman: {type: flag}",
        help="give one of the two another id{where}",
    ),
}
