"""The keys of a comparison: what each of them does, said once."""

from __future__ import annotations

from game.tui.commands import Command

KEYMAP = (
    Command("compare-next", "Next part", "Goes on to the next part.", "n", "part(1)"),
    Command("compare-before", "Part before", "Goes back to the part before.", "b", "part(-1)"),
    Command(
        "compare-whole",
        "All or less",
        "Shows everything, also what both lines have, of a campaign season by season; or again "
        "only what differs, of a campaign in short.",
        "d",
        "whole",
    ),
    Command("compare-swap", "Swap", "Puts each line in the other's place.", "x", "swap"),
    Command(
        "compare-maps",
        "Maps",
        "Shows the land as each line leaves it; in a narrow window one map after the other.",
        "s",
        "maps",
    ),
    Command(
        "compare-read-on",
        "Read on",
        "Goes a page down.",
        "space",
        "read_on",
        shown=False,
    ),
    Command(
        "compare-help",
        "Keys",
        "Shows every key of the screen you are on.",
        "question_mark",
        "explain",
        shown=False,
    ),
    Command(
        "compare-back",
        "Back",
        "Goes back: from the maps to the words, and from these to where you came from.",
        "escape,q",
        "back",
        display="Esc",
    ),
)
"""In the order of the footer."""
WHOLE, MAPS = (
    next(command for command in KEYMAP if command.id == id)
    for id in ("compare-whole", "compare-maps")
)
"""Commands that the screen names by their keys."""
