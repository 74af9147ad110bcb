"""Y2..: the files and folders of a pack."""

from game.authoring.catalogue.entry import Entry

FILES = {
    "Y201": Entry(
        title="a file that is not saved as UTF-8",
        message="this file is saved as {found}, not as UTF-8",
        why="Only in UTF-8 do quotation marks, dashes and Cyrillic letters look the same on every machine.",
        wrong="(a file saved by Notepad as 'Unicode' or 'ANSI')",
        right="(the same file, saved with the encoding UTF-8)",
        help="open it in your editor, choose 'Save as' or 'Save with encoding', and pick UTF-8",
    ),
    "Y202": Entry(
        title="a file that is too large",
        message="this file is larger than {most} MiB",
        why="A bound keeps a damaged file from stopping the program. A scene is a few thousand characters.",
        wrong="(a chapter in one file of 20 MiB)",
        right="(the chapter in several files)",
        help="split it into several files in the same folder",
    ),
    "Y203": Entry(
        title="too many files",
        message="this folder holds more than {most} files",
        why="A bound keeps a wrong folder, such as a whole disk, from being read as a pack.",
        wrong="check ~/Documents",
        right="check ~/Documents/my_pack",
        help="give the folder of the pack itself; one file can hold many scenes, with `---` between them",
    ),
    "Y204": Entry(
        title="too many scenes",
        message="this pack has more than {most} scenes",
        why="A bound keeps loading quick on a school's machines.",
        wrong="(20,001 scenes)",
        right="(two packs)",
        help="make a second pack of a part of it",
    ),
    "Y205": Entry(
        title="a path that leaves the pack",
        message="`{path}` leads out of the pack",
        why="A pack comes from a stranger: it may name only files inside its own folder.",
        wrong="facts.yaml -> ../../secrets.yaml (a link)",
        right="facts.yaml (a file)",
        help="put a copy of the file itself into the pack",
    ),
    "Y206": Entry(
        title="a zip that cannot be opened",
        message="this is neither a folder nor a zip that can be opened ({problem})",
        why="A pack is a folder or a zip of one. A broken download is the usual reason.",
        wrong="third_chair.rar",
        right="third_chair.zip",
        help="make the zip again from the folder, without a password",
    ),
    "Y207": Entry(
        title="the ending .yml",
        message="`{name}` does not end in `.yaml`",
        why="Every file of a pack ends in `.yaml`, in small letters, so that none is passed over in silence.",
        wrong="chapters/01_december/ring.yml",
        right="chapters/01_december/ring.yaml",
        help="rename it to `{right}`",
    ),
    "Y208": Entry(
        title="a file in a folder too deep",
        message="`{path}` stands one folder too deep and is not read",
        why=(
            "A chapter is one folder, and a file such as facts.yaml can become one folder; folders inside "
            "those are not read."
        ),
        wrong="chapters/01_december/night/ring.yaml",
        right="chapters/01_december/ring.yaml",
        help="move it into `{folder}`",
    ),
    "Y209": Entry(
        title="a chapter folder that pack.yaml does not list",
        message="the folder `chapters/{folder}` belongs to no chapter of pack.yaml",
        why=(
            "A folder becomes a chapter by an entry with its name in pack.yaml; otherwise its scenes would "
            "be left out in silence."
        ),
        wrong="chapters:\n  - {id: december, folder: 01_december}   # and a folder chapters/02_names",
        right="chapters:\n  - {id: december, folder: 01_december}\n  - {id: names, folder: 02_names}",
        help=(
            "add `- {{id: ..., folder: {folder}}}` under `chapters:` in pack.yaml, or move it out of "
            "`chapters/`"
        ),
    ),
    "Y210": Entry(
        title="a file whose name says nothing",
        message="`{path}` is none of a pack's files and is not read",
        why=(
            "What a file holds is known by its name: pack, people, glossary, facts, sources, figures, "
            "questions, pictures, afterlife, teaching, readings, promises, or a folder of chapters/."
        ),
        wrong="fact.yaml",
        right="facts.yaml",
        help="scenes stand in a folder of `chapters/`; anything else under one of the names of the format",
    ),
    "Y211": Entry(
        title="no pack.yaml",
        message="there is no pack.yaml in `{path}`",
        why="pack.yaml says what the pack is called, where it starts and which chapters it has.",
        wrong="my_pack/chapters/01/a.yaml",
        right="my_pack/pack.yaml\nmy_pack/chapters/01/a.yaml",
        help="give the folder (or zip) that holds pack.yaml; `new` makes one",
    ),
    "Y212": Entry(
        title="a file that cannot be opened",
        message="this cannot be opened ({problem})",
        why="The file may be open in another program, on a drive that is gone, or not yours to read.",
        wrong="(a file without permission to read it)",
        right="(the file, readable)",
        help="close other programs that use it, or copy the pack to a folder of your own",
    ),
    "Y213": Entry(
        title="a chapter without files",
        message="there is no scene file in `chapters/{folder}`",
        why="Each chapter of pack.yaml has a folder with at least one scene.",
        wrong="chapters:\n  - {id: names, folder: 02_names}   # and no such folder",
        right="chapters:\n  - {id: names, folder: 02_names}   # and chapters/02_names/first.yaml",
        help="make the folder `chapters/{folder}` with a scene in it, or take the chapter out of pack.yaml",
    ),
    "Y214": Entry(
        title="a scene file outside a chapter's folder",
        message="`{path}` stands in no chapter's folder and is not read",
        why="The folder says to which chapter a scene belongs.",
        wrong="chapters/ring.yaml",
        right="chapters/01_december/ring.yaml",
        help="move it into the folder of its chapter",
    ),
    "Y215": Entry(
        title="the base pack is missing",
        message="the pack `{name}` that this one extends is nowhere to be found",
        why=(
            "An extension is read together with its base: beside itself, in your pack folder, or among the "
            "packs that came with the game."
        ),
        wrong="extends: third_chiar",
        right="extends: third_chair",
        help="check the name, or put the base beside this pack; looked in {folders}",
    ),
    "Y216": Entry(
        title="a pack that is too large in all",
        message="the files of this pack are larger than {all} MiB in all",
        why="A bound keeps a zip made to burst from filling the memory.",
        wrong="(a zip of 1 MiB that unpacks to 4 GiB)",
        right="(a pack)",
        help="leave out what is not part of the story",
    ),
    "Y217": Entry(
        title="an extension of an extension",
        message="`{name}` is itself an extension",
        why="One extension is played at a time, on a pack that stands by itself.",
        wrong="extends: my_other_extension",
        right="extends: third_chair",
        help="extend the base pack, and copy the scenes you need",
    ),
    "Y218": Entry(
        title="too many findings",
        message="there are more than {most} findings; the rest is not shown",
        why="Nobody reads so many. Most have one cause: a damaged file, or one that all others need.",
        wrong="(a pack whose facts.yaml has been emptied)",
        right="(the pack with its facts.yaml)",
        help="mend the first ones and check again",
    ),
    "Y219": Entry(
        title="a text with another ending than .yaml",
        message="`{name}` ends in `{ending}` and is not read",
        why=(
            "Only `.yaml` is read. Editors put an ending of their own behind the name, and Windows and macOS "
            "do not show it; a word processor saves letters with fonts and pages around them."
        ),
        wrong="chapters/01_december/ring.yaml.txt",
        right="chapters/01_december/ring.yaml",
        help="save it as plain text under the name `{right}`; let your computer show the endings of files",
    ),
    "Y220": Entry(
        title="a document that is no plain text",
        message="this is {found}, and no plain text",
        why="A pack is made of plain text files: letters and signs, without fonts and pages.",
        wrong="(a Word document renamed to ring.yaml)",
        right="(the same text, saved as 'plain text' with the encoding UTF-8)",
        help="open it where it was written, and save it as plain text with the encoding UTF-8",
    ),
    "Y221": Entry(
        title="a pack.yaml with nothing in it",
        message="pack.yaml is empty",
        why="pack.yaml says what the pack is called, where it starts and which chapters it has.",
        wrong="(an empty pack.yaml)",
        right="format: 1\nid: my_pack\ntitle: My pack\nversion: 1.0.0\nstart: first\nchapters: [...]",
        help="`new` writes one to begin with",
    ),
    "Y222": Entry(
        title="a folder with a capital",
        message="the folder `{name}` is not read: its name is written `{right}`",
        why="On most servers and on Linux a capital makes another name.",
        wrong="Chapters/01_december/ring.yaml",
        right="chapters/01_december/ring.yaml",
        help="rename it to `{right}`",
    ),
    "Y223": Entry(
        title="several packs in one zip",
        message="this zip holds several packs: {packs}",
        why="A zip is one pack, so that it is clear which one is played.",
        wrong="lessons.zip: first_class/pack.yaml, second_class/pack.yaml",
        right="first_class.zip: first_class/pack.yaml",
        help="make a zip of each folder",
    ),
    "Y224": Entry(
        title="a zip inside a zip",
        message="this zip holds another zip, `{name}`, and no pack.yaml",
        why="A zip of a pack is read as it is; a second one around it is not taken off.",
        wrong="to_send.zip: my_class.zip",
        right="my_class.zip: my_class/pack.yaml",
        help="unpack it once, and name the zip that is inside",
    ),
}
