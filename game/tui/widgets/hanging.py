"""Rows of a term and what is said of it: wrapped, a sentence stays in its own column."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import zip_longest

from textual.app import RenderResult
from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from game.tui.texts import lines, plain, said

Row = tuple[str, Content]
"""A term and what is said of it; a row without a term is a heading."""


def hung(rows: Iterable[Row], cells: int, width: int) -> Iterator[Content]:
    """Yield the lines of rows: terms in so many cells, and what is said of them beside.

    >>> for line in hung([("F1", said("Shows every key."))], 4, 14):
    ...     print(line.plain.rstrip())
    F1  Shows
        every key.
    """
    for term, words in rows:
        if not term:
            yield words
            continue
        terms = plain(term, style="$accent").wrap(cells - 1)
        beside = words.wrap(max(1, width - cells))
        for left, right in zip_longest(terms, beside, fillvalue=Content()):
            yield said(left.pad_right(cells - left.cell_length), right)


class Hanging(Widget):
    """Shows rows in one piece: a widget for each cell of a table is slow to lay out."""

    DEFAULT_CSS = "Hanging { height: auto; }"

    def __init__(self, rows: Iterable[Row], cells: int) -> None:
        """`cells` is the width of the terms."""
        super().__init__()
        self.rows = tuple(rows)
        self._cells = cells
        self._hung: tuple[int, Content] = (0, Content())

    @property
    def text(self) -> str:
        """What is said, unwrapped and without its looks."""
        return "\n".join(f"{term} {words.plain}" for term, words in self.rows)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return the rows that all lines take at a width."""
        return self._at(width).plain.count("\n") + 1

    def render(self) -> RenderResult:
        """Return the lines at the width there is."""
        return self._at(self.content_size.width)

    def _at(self, width: int) -> Content:
        if self._hung[0] != width:
            self._hung = width, lines(*hung(self.rows, self._cells, width))
        return self._hung[1]
