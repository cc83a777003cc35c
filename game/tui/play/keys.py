"""The keys of the play: what each of them does, said once."""

from __future__ import annotations

from game.tui.commands import Command

DIGITS, FURTHER = "123456789", "0hij"
LINE_KEYS = DIGITS + FURTHER
"""What chooses the lines of a list, in their order."""

KEYMAP = (
    Command(
        "next-pane",
        "Pane",
        "Goes on to the next pane; in a narrow window it comes into view.",
        "tab",
        "pane(1)",
        display="Tab",
    ),
    Command(
        "pane-before",
        "Pane before",
        "Goes back to the pane before.",
        "shift+tab",
        "pane(-1)",
        shown=False,
    ),
    Command(
        "read-on",
        "Read on",
        "Goes a page down in what happened, and from its end on in what advisers say.",
        "space",
        "read_on",
        shown=False,
    ),
    Command(
        "draft",
        "Draft",
        "Goes to the draft, where the arrows change it, or from it back to the acts.",
        "d",
        "draft",
    ),
    Command(
        "carry-paper",
        "Paper",
        "Lets the draft go along with the next act, or keeps it in the sleeve; one that you change"
        " goes along until you keep it back.",
        "p",
        "carry",
        shown=False,
    ),
    Command(
        "bare-act",
        "Act without paper",
        "Does the act under the cursor and lays no paper down with it.",
        "b",
        "bare",
        shown=False,
    ),
    Command(
        "accept",
        "Accept",
        "Takes the other's word, or signs the paper; it has to be pressed twice.",
        "a",
        "take('accept')",
        shown=False,
    ),
    Command(
        "go-home",
        "Go home",
        "Ends the talks with nothing signed, home or past them; it has to be pressed twice.",
        "g",
        "end_talks",
        shown=False,
    ),
    Command(
        "forecast",
        "Forecast",
        "Asks your people what to expect of the draft, once a sitting; in the draft at once.",
        "f",
        "forecast",
    ),
    Command("map", "Map", "Shows the map as the draft would have it, or hides it.", "m", "map"),
    Command(
        "why",
        "Why",
        "Says what the line under the cursor means; there a number asks of another.",
        "w",
        "why",
    ),
    Command(
        "causes",
        "Causes",
        "Opens the ledger of causes: what moved, day by day, and what moved it.",
        "l",
        "causes",
    ),
    Command("undo", "Undo", "Takes back the last decision; the line is kept.", "u", "undo"),
    Command(
        "redo",
        "Redo",
        "Goes forward again along the line that was last taken back.",
        "r",
        "redo",
        shown=False,
    ),
    Command(
        "timeline",
        "Tree",
        "Shows every line of the play as a tree: stand anywhere, ask what if, compare.",
        "v",
        "timeline",
    ),
    Command(
        "codex",
        "Codex",
        "Opens the pages on people, places, terms and contested points.",
        "c",
        "codex",
        shown=False,
    ),
    Command(
        "rules",
        "Rules",
        "Opens the rules of the table; F1 tells of the keys.",
        "question_mark",
        "rules",
        display="?",
    ),
    Command(
        "back",
        "Back",
        "Goes back from an act's arguments to the acts, or from a pane to the acts.",
        "escape",
        "back",
        shown=False,
    ),
    *(
        Command(
            f"choose-{number}",
            f"Choose {number}",
            "Chooses the line with that key; an act keeps its key while the talks last.",
            key,
            f"number({number})",
            shown=False,
            family="Choose",
        )
        for number, key in enumerate(DIGITS, 1)
    ),
    *(
        Command(
            f"choose-{number}",
            f"Choose {number}",
            "Chooses a line beyond the ninth, by the key that stands before it.",
            key,
            f"number({number})",
            shown=False,
            family="Choose further",
        )
        for number, key in enumerate(FURTHER, 1 + len(DIGITS))
    ),
)
"""In the order of the footer."""
CHANGE, CARRY, FORECAST, CAUSES, WHY = (
    next(command for command in KEYMAP if command.id == id)
    for id in ("draft", "carry-paper", "forecast", "causes", "why")
)
"""Commands that the screen names by their keys."""
AT_THE_TABLE = (
    "pane",
    "read_on",
    "draft",
    "carry",
    "bare",
    "take",
    "end_talks",
    "forecast",
    "map",
    "number",
    "back",
)
"""Actions that need the talks to go on."""
WHILE_PARTING = ("read_on", "number", "map")
"""Those of them that can be done, too, while the end is read and the last pages wait."""
DECIDING = ("bare", "take", "end_talks", "forecast", "undo", "redo", "back")
"""Actions after which the play stands elsewhere, or other lines can be chosen."""
