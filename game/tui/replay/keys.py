"""The keys of a replay: what each of them does, said once."""

from __future__ import annotations

from game.tui.commands import Command

KEYMAP = (
    Command(
        "replay-on",
        "Step",
        "Goes on to the next decision, as Space does; after the last, to the pages after the end.",
        "right,space",
        "step(1)",
        display="→",
    ),
    Command(
        "replay-back-step",
        "Step back",
        "Goes back to the decision before.",
        "left,backspace",
        "step(-1)",
        shown=False,
    ),
    Command(
        "replay-sitting",
        "Sitting",
        "Goes on to where the next sitting begins.",
        "down",
        "sitting(1)",
    ),
    Command(
        "replay-sitting-before",
        "Sitting before",
        "Goes back to where this sitting begins, and then to the one before.",
        "up",
        "sitting(-1)",
        shown=False,
    ),
    Command("replay-opening", "Opening", "Goes to the opening.", "home", "end(0)", shown=False),
    Command("replay-end", "End", "Goes to the end of the line.", "end", "end(1)", shown=False),
    Command(
        "replay-play",
        "Play",
        "Goes on by itself, step by step; any key stops it.",
        "p",
        "play",
    ),
    Command(
        "replay-faster", "Faster", "Plays faster.", "plus", "speed(1)", shown=False, display="+"
    ),
    Command(
        "replay-slower", "Slower", "Plays slower.", "minus", "speed(-1)", shown=False, display="-"
    ),
    Command(
        "replay-go",
        "Go to",
        "Goes to a node by its number or its bookmark, on another line, too.",
        "g",
        "ask",
    ),
    Command(
        "replay-unseen",
        "Unseen",
        "Goes on to the next scene that was never seen in any play.",
        "u",
        "unseen",
        shown=False,
    ),
    Command(
        "replay-parting",
        "Parting",
        "Goes to the first decision at which this line parts from another.",
        "d",
        "parting",
        shown=False,
    ),
    Command(
        "replay-note",
        "Note",
        "Opens what was noted at this decision, to be read in full.",
        "n",
        "note",
        shown=False,
    ),
    Command(
        "replay-pane",
        "Pane",
        "Shows the paper or the map in the place of the words; a wide window shows all.",
        "tab",
        "pane",
        shown=False,
    ),
    Command("replay-map", "Map", "Shows the map, or hides it.", "m", "map", shown=False),
    Command(
        "replay-down",
        "Further down",
        "Goes a page down in what is told.",
        "pagedown",
        "scroll_told(1)",
        shown=False,
    ),
    Command(
        "replay-up",
        "Further up",
        "Goes a page up in what is told.",
        "pageup",
        "scroll_told(-1)",
        shown=False,
    ),
    Command(
        "replay-stand",
        "Play on",
        "Takes up the play from where you stand.",
        "enter",
        "stand",
        display="Enter",
    ),
    Command(
        "replay-what-if",
        "What if",
        "Takes up the play before this decision, to decide otherwise.",
        "w",
        "what_if",
    ),
    Command(
        "replay-signs",
        "Signs",
        "Says what the signs above the line mean.",
        "question_mark",
        "legend",
        shown=False,
        display="?",
    ),
    Command(
        "replay-leave",
        "Back",
        "Goes back: out of the line to write in, and then to where you came from.",
        "escape,q",
        "back",
        display="Esc",
    ),
)
"""In the order of the footer."""
SELF_PLAYING = ("play", "speed(1)", "speed(-1)")
"""Actions that do not stop a replay that goes on by itself."""
ON, STAND, PLAY, NOTE = (
    next(command for command in KEYMAP if command.id == id)
    for id in ("replay-on", "replay-stand", "replay-play", "replay-note")
)
"""Commands that the screen names by their keys."""
