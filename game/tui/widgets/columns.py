"""Two columns of text: each is wrapped for itself, and a line stands between them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import zip_longest

from textual.content import Content

from game.tui.glyphs_table import glyph
from game.tui.texts import said
from game.tui.widgets.prose import LONGEST_LINE

BETWEEN = f" {glyph('between')} "
HANGS = 2
"""Cells by which an item's further lines are set in more than its first."""


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
    columns = ([line for part in one for line in hung_in(part, cells)] for one in (left, right))
    for here, there in zip_longest(*columns, fillvalue=Content()):
        yield said(here.pad_right(cells - here.cell_length), (BETWEEN, "$frame"), there)


def hung_in(text: Content, cells: int) -> Iterator[Content]:
    """Yield the lines of a paragraph; one that is set in, as an item of a list, hangs.

    >>> [line.plain for line in hung_in(said("  an item of a list"), 11)]
    ['  an item', '    of a', '    list']
    """
    words = text.plain.lstrip(" ")
    indent = len(text.plain) - len(words)
    if not 0 < indent <= cells // 4:
        yield from text.wrap(cells)
        return
    for at, line in enumerate(text[indent:].wrap(cells - indent - HANGS)):
        yield said(" " * (indent + (HANGS if at else 0)), line)
