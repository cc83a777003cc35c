"""What the signs of the timeline mean, for whoever asks."""

from __future__ import annotations

from collections.abc import Iterator

from textual.content import Content

from game.tui.glyphs_table import glyph
from game.tui.texts import lines, plain, said
from game.tui.timeline.ends import MUTED, VERDICTS

ROWS = (
    ("agreed", "$accent", "a decision on the line that is played, with the answer behind the dot"),
    ("open", MUTED, "a decision on another line, in the ink of how that line ends"),
    ("branch", "$frame", "a variation: it parts from the row above, before the main line goes on"),
    ("unseen", "$secondary", "another choice of that scene was never taken in this play"),
)
"""Signs before a row."""
ENDED = {
    "ratified": "the paper was ratified",
    "silence": "the paper was left in silence",
    "torn": "the paper was torn up",
    "unsigned": "no paper was signed",
}
WORDS = (
    ("here", "where the play stands"),
    ("fair copy", "the end of the first run, before the play first went back; jump: fair"),
    ("= 12", "two roads meet: the same position as node 12"),
    ("+7", "rows that are folded away; the right arrow opens them"),
    ("A", "the row that others are compared with"),
    ("!! ! !? ?! ? ??", "your own marks, from brilliant to blunder"),
    ("· 58", "what lasted for the chair, all told; no paper leaves its walk-away"),
)
"""Words and figures behind a row."""


def legend() -> Iterator[Content]:
    """Yield the signs, each with its meaning."""
    yield lines(*(said((f"{glyph(name)}  ", ink), meaning) for name, ink, meaning in ROWS))
    yield lines(
        *(
            said((f"{glyph(name)}  ", ink), ENDED[name], (" (the line ends here)", MUTED))
            for name, ink in VERDICTS.values()
        )
    )
    yield lines(*(said((f"{word}  ", "$accent"), meaning) for word, meaning in WORDS))
    yield plain(
        "The line straight down is the main line; p makes another the main one. History stands "
        "below the tree once a line has ended.",
        style=MUTED,
    )
