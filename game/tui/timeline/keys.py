"""The keys of the timeline: what each of them does, said once."""

from __future__ import annotations

from game.tui.commands import Command

STAND = Command(
    "stand-here",
    "Go on",
    "Goes on with the play from the row under the cursor.",
    "enter",
    "stand",
)
WHAT_IF = Command(
    "what-if",
    "What if",
    "Stands before the decision under the cursor, to decide otherwise; fortune stays as it was.",
    "w",
    "what_if",
)
COMPARE = Command(
    "compare",
    "Compare",
    "Puts the line to the row beside the one marked A, or beside where the play stands.",
    "c",
    "compare",
)
MARK_A = Command(
    "mark-a",
    "A",
    "Marks the row under the cursor as A, to be compared with others; again takes it back.",
    "a",
    "mark_a",
)
NAME = Command("name-node", "Name", "Gives the row under the cursor a name.", "n", "name")
NOTE = Command("note-node", "Note", "Writes a note on the row.", "e", "note", shown=False)
GLYPH = Command(
    "mark-node",
    "!?",
    "Marks the decision with the next of !! ! !? ?! ? ??, or with none.",
    "g",
    "mark",
)
PROMOTE = Command(
    "promote",
    "Main line",
    "Makes the line through the row the main one.",
    "p",
    "promote",
    shown=False,
)
UNTRIED = Command(
    "next-untried",
    "Untried",
    "Goes on to the next row with a scene of which another choice was never taken.",
    "u",
    "next_untried",
    shown=False,
)
JUMP = Command(
    "jump",
    "Jump",
    "Goes to a node by its number or its name, or to the next row with some words.",
    "slash",
    "jump",
    display="/",
)
OPEN_ALL = Command(
    "open-all",
    "Open all",
    "Opens every variation, or folds all but yours.",
    "o",
    "open_all",
    shown=False,
)
REPLAY = Command(
    "replay",
    "Replay",
    "Tells the line to the row again, step by step.",
    "r",
    "replay",
    shown=False,
)
HISTORY = Command(
    "beside-history",
    "History",
    "Puts the row beside the documented line, once a line of this play has ended.",
    "h",
    "history",
)
NEXT_PANE = Command(
    "next-preview",
    "Pane",
    "Shows the next of what happened, the paper and the map.",
    "tab",
    "pane",
    display="Tab",
    shown=False,
)
READ_ON = Command(
    "read-preview",
    "Read on",
    "Goes a page down in what happened, and from its end back to the beginning.",
    "space",
    "read_on",
    shown=False,
)
LEGEND = Command(
    "timeline-signs",
    "Signs",
    "Says what every sign of the tree means.",
    "question_mark",
    "legend",
    display="?",
)
BACK = Command(
    "leave-timeline", "Back", "Goes back to the play.", "escape,q,v", "back", display="Esc"
)
KEYMAP = (
    STAND,
    WHAT_IF,
    COMPARE,
    MARK_A,
    NAME,
    GLYPH,
    JUMP,
    OPEN_ALL,
    NOTE,
    PROMOTE,
    UNTRIED,
    REPLAY,
    HISTORY,
    NEXT_PANE,
    READ_ON,
    LEGEND,
    BACK,
)
