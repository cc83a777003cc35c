"""The keys of a season: those of the table that mean the same here, and its own."""

from __future__ import annotations

from dataclasses import replace

from game.tui.commands import Command
from game.tui.play import keys as at_the_table

_SHARED = {
    command.id: command
    for command in at_the_table.KEYMAP
    if command.id
    in (
        "next-pane",
        "pane-before",
        "read-on",
        "map",
        "why",
        "causes",
        "undo",
        "redo",
        "timeline",
        "codex",
        "rules",
        "back",
    )
    or command.family
}
_HELP = {
    "read-on": "Goes on in what happened, and at its end in what advisers say.",
    "map": "Shows the map, or goes back from it; in a wider window it has the whole column.",
    "why": "Tells what the line under the cursor would bring; there a number asks of another line.",
    "causes": "Opens the ledger: what moved lately, forecasts that came due, and who paid.",
    "back": "Goes back from what an order is for to its group, and from a group to all of them.",
    "Choose": "Chooses the line with that key; a group shows its orders, an order what it is for.",
}
"""What they do here, by id or family."""
_SHARED = {
    id: replace(command, help=_HELP.get(id, _HELP.get(command.family, command.help)))
    for id, command in _SHARED.items()
}
STAND = Command(
    "stand",
    "As ordered",
    "Lets everything that is left of the season go as it stands ordered.",
    "s",
    "stand",
)
ZOOM = Command(
    "zoom",
    "Zoom",
    "Shows the next part of the land, and from the last the whole of it.",
    "z",
    "zoom(1)",
)
ZOOM_BACK = Command(
    "zoom-back",
    "Zoom back",
    "Shows the part of the land before.",
    "Z",
    "zoom(-1)",
    shown=False,
)
PAPERS = Command(
    "papers",
    "Papers",
    "Opens what was signed so far, and what became of it.",
    "y",
    "papers",
    shown=False,
)
LAND = Command(
    "land-in-words",
    "Land in words",
    "Tells in words what the map shows: who holds what, what stands there, which boats go.",
    "e",
    "land",
    shown=False,
)
OWN = (STAND, ZOOM, ZOOM_BACK, PAPERS, LAND)
KEYMAP = (
    _SHARED["next-pane"],
    STAND,
    _SHARED["map"],
    ZOOM,
    *(command for id, command in _SHARED.items() if id not in ("next-pane", "map")),
    ZOOM_BACK,
    PAPERS,
    LAND,
)
"""In the order of the footer."""
IN_SEASON = ("pane", "read_on", "stand", "map", "zoom", "number", "back", "papers")
"""Actions that need the campaign to go on."""
DECIDING = ("stand", "undo", "redo", "back")
"""Actions after which the play stands elsewhere, or other lines can be chosen."""
