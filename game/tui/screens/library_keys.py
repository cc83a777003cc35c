"""What can be done among the kept plays, and the keys for it.

Those that the foot has no room for are named in the frames.
"""

from __future__ import annotations

from game.tui.commands import Command

SEARCH = Command(
    "search-plays", "Search", "Lists only the plays that have some words.", "slash", "search"
)
IMPORT = Command(
    "import-play",
    "Import",
    "Takes a record in from a file, or a code.",
    "i",
    "take_in",
    shown=False,
)
COPY = Command(
    "copy-play",
    "Copy",
    "Makes a second one of the play, all its lines.",
    "c",
    "copy",
    shown=False,
)
EXPORT = Command(
    "export-play", "Export", "Copies the play to a file of yours.", "e", "export", shown=False
)
BRING_BACK = Command(
    "bring-back", "Undo", "Brings back what was thrown away last.", "u", "bring_back"
)
TRASH = Command(
    "trash", "Trash", "Shows what was thrown away, to have it back.", "b", "trash", shown=False
)
KEYMAP = (
    SEARCH,
    Command("plays-timeline", "Tree", "Opens the play with its tree.", "v", "timeline"),
    Command("rename-play", "Name", "Gives the play a name of its own.", "r", "rename"),
    COPY,
    EXPORT,
    IMPORT,
    Command(
        "throw-away",
        "Throw away",
        "Moves the play under the cursor into the trash.",
        "d",
        "throw_away",
    ),
    BRING_BACK,
    TRASH,
    Command(
        "to-plays",
        "List",
        "Goes from the line to search in down to the list.",
        "down",
        "list",
        shown=False,
    ),
    Command(
        "plays-back",
        "Back",
        "Leaves the search, then goes back to the title.",
        "escape",
        "back",
        display="Esc",
    ),
)
OF_A_PLAY = ("timeline", "rename", "copy", "export", "throw_away")
"""Actions that do something with the play under the cursor."""
