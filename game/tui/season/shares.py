"""How panes that stand in one column share its rows, each with its frame."""

from __future__ import annotations

from typing import NamedTuple

from game.tui.play.panes import EDGES

LEAST_COUNSEL, LEAST_ORDERS = 5, 14
"""Rows that counsel keeps beside a scene, and orders below the tracks."""
MOST_STANDING, MOST_SCENE = 0.58, 0.6
"""Parts of a column that the tracks may take, and the choices of a scene."""
LEAST_STANDING = 6
"""Rows that the tracks keep in any case."""
HIGH = 34
"""Rows of a column in which orders of a group leave all of the tracks in view."""
LEAST_TRACKS = 10
"""Rows that the tracks keep in such a column beside a scene, what advisers say scrolling."""
RESTING = 2 + EDGES
"""Rows of the choices while they wait for a scene to be read."""
A_WORD = 3
"""Rows for what is said below the lines of a scene, where there is room to spare."""
LEAST_HELP = 2
"""Rows for what is said below orders, in any case."""


class Standing(NamedTuple):
    """The rows that how matters stand takes, without its frame."""

    all: int
    tracks: int
    """Those of the tracks alone, and of what presses as a whole."""


def beside_orders(rows: int, wanted: int, standing: Standing, *, is_asking: bool) -> int:
    """Return the rows of the tracks in a column whose orders want so many; orders have the rest.

    Orders of a group, or what one is for, go before them where it `is_asking` for these; in a high
    column the tracks come first even then.

    >>> matters = Standing(all=20, tracks=15)
    >>> [beside_orders(rows, 30, matters, is_asking=True) for rows in (30, 37)]
    [6, 17]
    >>> beside_orders(37, 15, matters, is_asking=False)
    22
    """
    kept = int(rows * MOST_STANDING)
    if is_asking:
        kept = min(kept, standing.tracks + EDGES) if rows >= HIGH else LEAST_STANDING
    most = rows - min(wanted, max(LEAST_ORDERS, rows - kept))
    return min(standing.all + EDGES, most)


def help_below(rows: int, lines: int) -> int:
    """Return the rows for what is said below so many rows of lines, in a pane of so many.

    >>> help_below(20, 10), help_below(20, 17)
    (7, 2)
    """
    return max(LEAST_HELP, rows - EDGES - lines - 1)


def beside_scene(
    rows: int, choices: tuple[int, int], told: int, standing: Standing, *, is_resting: bool
) -> tuple[int, int]:
    """Return the rows of a scene's choices and of counsel; the tracks have the rest.

    `choices` are the rows that their lines take, and those with what is said below; `told` are the
    rows of counsel.

    >>> beside_scene(37, (12, 16), 20, Standing(all=20, tracks=15), is_resting=False)
    (12, 15)
    >>> beside_scene(30, (12, 16), 20, Standing(all=20, tracks=15), is_resting=False)
    (12, 12)
    """
    least = LEAST_TRACKS if rows >= HIGH else LEAST_STANDING
    bare, wanted = choices
    most = min(max(bare, rows - told - least), int(rows * MOST_SCENE))
    lines = RESTING if is_resting else min(wanted, most)
    to_spare = rows - lines - told - (standing.all + EDGES)
    return (
        lines + max(0, min(to_spare, A_WORD)),
        min(told, max(LEAST_COUNSEL, rows - lines - least)),
    )
