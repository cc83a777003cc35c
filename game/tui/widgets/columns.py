"""Two columns of text: each is wrapped for itself, and a line stands between them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import zip_longest

from textual.content import Content

from game.tui.glyphs_table import glyph
from game.tui.texts import said
from game.tui.widgets.prose import LONGEST_LINE

BETWEEN = f" {glyph('between')} "


def column_cells(width: int) -> int:
    """Return the cells of each of two columns; never more than a reader likes.

    >>> column_cells(77), column_cells(200)
    (37, 72)
    """
    return min(LONGEST_LINE, max(1, (width - len(BETWEEN)) // 2))


def beside(left: Iterable[Content], right: Iterable[Content], width: int) -> Iterator[Content]:
    """Yield the lines of two columns of paragraphs.

    >>> for line in beside([said("one two")], [said("three")], 11):
    ...     print(line.plain)
    one  │ thre
    two  │ e
    """
    cells = column_cells(width)
    columns = ([line for part in one for line in part.wrap(cells)] for one in (left, right))
    for here, there in zip_longest(*columns, fillvalue=Content()):
        yield said(here.pad_right(cells - here.cell_length), (BETWEEN, "$frame"), there)
