"""In which columns a key of a YAML text may begin, where one begins in another."""

from __future__ import annotations

import re
from itertools import count
from typing import NamedTuple

_KEY = re.compile(r"(?P<before>[ ]*(?:- +)*)[A-Za-z0-9][\w.-]*:(?:\s|$)")
_MOST_NAMED = 3
"""Other columns that are named."""


class OutOfLine(NamedTuple):
    """The column, from 1, in which a key begins and should not, and how to mend it."""

    column: int
    hint: str


def where_a_key_may_begin(lines: list[str], at: int) -> OutOfLine | None:
    """Return where the key of the line at an index may begin; `None` where it may do so already.

    >>> where_a_key_may_begin(["ice:", "    title: Ice", "   seat: all"], 2)
    OutOfLine(column=4, hint='begin it in column 5, like the line above; else in 1')
    >>> where_a_key_may_begin(["ice:", "    title: Ice", "    seat: all"], 2)
    """
    key = _KEY.match(lines[at])
    if key is None:
        return None
    begins = len(key["before"])
    columns = _columns_above(lines, at)
    if not columns or begins in columns:
        return None
    nearest = min(columns, key=lambda column: (abs(column - begins), -column))
    above = columns[nearest]
    like = "the line above" if above == at - 1 else f"line {above + 1}"
    others = [str(column + 1) for column in columns if column != nearest][:_MOST_NAMED]
    else_in = f"; else in {' or '.join(others)}" if others else ""
    return OutOfLine(begins + 1, f"begin it in column {nearest + 1}, like {like}{else_in}")


def _columns_above(lines: list[str], at: int) -> dict[int, int]:
    """Return the column of each mapping that is open above a line, with its last line."""
    found: dict[int, int] = {}
    bound = len(max(lines, key=len))
    for index, line in zip(count(at - 1, -1), reversed(lines[:at]), strict=False):
        key = _KEY.match(line)
        column = len(key["before"]) if key else bound
        if column < bound:
            found[column] = index
            dashed = "-" in line[:column]
            bound = len(line) - len(line.lstrip()) + 1 if dashed else column
    return found
